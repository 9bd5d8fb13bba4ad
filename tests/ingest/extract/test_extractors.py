"""What every extractor must do, run over all of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.extract import Extractor, decide, load, names
from kg.errors import UsageError
from kg.model import Article

PIECES = [
    "Ana Lima", "the mayor", "she", "said", "says", "told reporters", "that", "according to",
    "taxes will rise", "“", "”", "\"", "‘", "’", "'", "''", "«", "»", ",", ".", "?", ":", ";", "—", "-", "(",
    ")", "\n", "\n\n", "\r\n", "\u2028", " ", "\xa0", "\u200b", "\xad", "\u202e", "e\u0301",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467", "مریم", "東京", "İ", "ß", "\ud800", "\x00", "/", "POLL:",
    "LIMA:", "vowed to", "is expected to", "In her view,", "For Lima,", "called", "adding", "and said",
    "Limaresearcher", "”she", "63%",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)


@pytest.fixture(params=names(), scope="module")
def extractor(request: pytest.FixtureRequest) -> Extractor:
    """Each extractor there is."""
    return load(request.param)


@settings(max_examples=250)
@given(text=TEXTS)
def test_every_span_lies_in_the_text_and_holds_words(extractor: Extractor, text: str) -> None:
    """Whatever the text, an attribution's spans lie within it and its content is not empty."""
    for found in extractor.read(lay_out(text)).attributions:
        assert found.content
        for span in (*found.content, *(span for span in (found.source, found.cue) if span)):
            assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=250)
@given(text=TEXTS)
def test_every_claim_shows_its_words(extractor: Extractor, text: str) -> None:
    """Whatever the text, a decided claim has parts in text order, each with words, and its parent around it."""
    document = lay_out(text)
    claims = decide(document, extractor.read(document).attributions, Article(source="a", text=text))
    for number, claim in enumerate(claims):
        assert claim.parts
        assert list(claim.parts) == sorted(claim.parts)
        for part in claim.parts:
            assert 0 <= part.start < part.end <= len(text)
            assert any(letter.isalnum() for letter in part.of(text))
        if claim.parent is not None:
            assert claim.parent != number
            assert claims[claim.parent].span.contains(claim.span)


@settings(max_examples=60)
@given(text=TEXTS)
def test_the_same_text_gives_the_same_attributions(extractor: Extractor, text: str) -> None:
    """Extraction depends on the text alone."""
    assert list(extractor.read(lay_out(text)).attributions) == list(extractor.read(lay_out(text)).attributions)


def test_an_extractor_has_a_name_and_a_version(extractor: Extractor) -> None:
    """The name that it is loaded by is the name that it gives itself."""
    assert extractor.name in names()
    assert extractor.version


def test_a_plain_quotation_is_found(extractor: Extractor) -> None:
    """The simplest report there is: a quotation, a name and a cue."""
    text = "Bridge to close\n\n“The bridge will close in May,” Ana Lima said."
    (found,) = extractor.read(lay_out(text)).attributions
    assert found.content[0].of(text).strip("“,”") == "The bridge will close in May"
    assert found.source is not None
    assert found.source.of(text) == "Ana Lima"
    assert found.cue is not None
    assert found.cue.of(text) == "said"


def test_an_empty_text_reports_nothing(extractor: Extractor) -> None:
    """No words, no claims."""
    assert list(extractor.read(lay_out("")).attributions) == []
    assert decide(lay_out(""), [], Article(source="a", text="")) == ()


def test_an_unknown_name_lists_what_there_is() -> None:
    """Who asks for an extractor that does not exist is told which do."""
    with pytest.raises(UsageError, match="rules"):
        load("rulez")
