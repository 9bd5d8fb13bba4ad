"""The repaired view leads back to the stored text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.repair import view
from kg.model import Span

CASES = [
    ("Ana Limaresearcher spoke", "Ana Lima researcher spoke"),
    ("the border with Boliviawhich is long", "the border with Bolivia which is long"),
    ("“It will grow,”she said", "“It will grow,” she said"),
    ('"It will grow,"she said', '"It will grow," she said'),
    ("“It grew,” saysciting a study", "“It grew,” says citing a study"),
    ("Tomás RíosPhD in law", "Tomás Ríos PhD in law"),
    ("The vote is over.The mayor won", "The vote is over. The mayor won"),
    ("a\u00a0b", "a b"),
    ("right\u2011wing", "right-wing"),
    ("Bas\u00c3\u00a1n spoke", "Bas\u00e1n spoke"),
    ("BasA\u0303\x83A\u0302\xa1n spoke", "Bas\u00e1n spoke"),
    ("Jose\u0301 spoke", "Jos\u00e9 spoke"),
    ("co\u00adopera\u200btion", "cooperation"),
]
UNTOUCHED = [
    "The Vicepresident and a Photojournalist",
    "said \"no\" to 'us' and “them” at www.example.org",
    "elsewhere, nowhere, somewhere",
    "👩‍👩‍👧 stays one family",
    "",
]


@pytest.mark.parametrize(("stored", "shown"), CASES)
def test_what_can_be_mended_safely_is_mended(stored: str, shown: str) -> None:
    """Lost spaces come back, look-alike characters become plain."""
    assert view(stored).text == shown


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_is_right_stays(text: str) -> None:
    """Words that only look run together are left alone."""
    assert view(text).text == text


def test_a_word_of_the_view_leads_to_the_same_word_of_the_text() -> None:
    """The way back skips the spaces that the view put in."""
    stored = "Ana Limaresearcher,”she said\u00a0on a co\u00adld day"
    repaired = view(stored)
    for word, there in [("Lima", "Lima"), ("researcher", "researcher"), ("she", "she"), ("cold", "co\u00adld")]:
        start = repaired.text.index(word)
        assert repaired.span(start, start + len(word)).of(stored) == there


@given(st.text(alphabet="aB”\"'. ,\u00a0\u00ad\u200b\u2011Limaresearchersaid", max_size=80))
def test_every_kept_character_is_the_one_in_the_text(stored: str) -> None:
    """Character by character, the view shows the stored text, a plain character for a look-alike, or a new space."""
    repaired = view(stored)
    for place, shown in enumerate(repaired.text):
        span = repaired.span(place, place + 1)
        assert 0 <= span.start <= span.end <= len(stored)
        assert shown == span.of(stored) or shown in " -"


@given(st.text(alphabet="aB” \u00a0\u00adLimawhich", min_size=1, max_size=60), st.data())
def test_within_undoes_span(stored: str, data: st.DataObject) -> None:
    """A stretch of the text, shown in the view, leads back to a stretch within it."""
    start = data.draw(st.integers(0, len(stored) - 1))
    end = data.draw(st.integers(start + 1, len(stored)))
    repaired = view(stored)
    first, last = repaired.within(Span(start, end))
    if first < last:
        assert Span(start, end).contains(repaired.span(first, last))
