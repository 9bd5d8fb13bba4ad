"""The model that comes with the package is whole, and reads plain sentences as anybody would."""

from __future__ import annotations

from functools import cache

import pytest

from ingest.extract.learned import MODEL
from ingest.sentences import quotations, sentences
from ingest.tagger.folder import CONFIG, open_folder
from ingest.tagger.tagger import Tagged, Tagger
from kg.model import Span

pytestmark = pytest.mark.skipif(not (MODEL / CONFIG).exists(), reason="the model is not in this checkout")

PLAIN = [
    ("“The ferry will run on Sunday,” Ada Lima said on Friday.", "Ada Lima", "said"),
    ("Ada Lima said on Friday that the ferry will run on Sunday.", "Ada Lima", "said"),
    ("The mayor, Ada Lima, told reporters that tolls would not rise.", "Lima", "told"),
]


@cache
def tagger() -> Tagger:
    return Tagger(open_folder(MODEL))


def read(text: str) -> Tagged:
    whole = Span(0, len(text))
    return tagger().read(text, [[(span.start, span.end) for span in sentences(text, whole, quotations(text, [whole]))]])


@pytest.mark.parametrize(("text", "speaker", "cue"), PLAIN)
def test_a_plain_attribution_is_found(text: str, speaker: str, cue: str) -> None:
    """Cue and speaker of an ordinary sentence are right, and what is said is some of its other words."""
    (frame,) = read(text).frames
    assert frame.source is not None
    assert speaker in text[slice(*frame.source)]
    assert cue in text[slice(*frame.cue)]
    assert any("ferry" in text[slice(*part)] or "tolls" in text[slice(*part)] for part in frame.content)


@pytest.mark.parametrize("text", ["\U0001f6a2" * 700, "a\u0301" * 2000, "“" * 3000, "שלום " * 300, "x" * 5000])
def test_what_is_no_english_breaks_nothing(text: str) -> None:
    """Whatever stands in a text, every span found lies within it."""
    tagged = read(text)
    found = [name.span for name in tagged.names] + [frame.cue for frame in tagged.frames]
    assert all(0 <= start < end <= len(text) for start, end in found)


def test_the_same_text_is_read_the_same() -> None:
    """Two readings agree to the last digit of every score."""
    text = " ".join(text for text, _, _ in PLAIN)
    assert read(text) == read(text)
