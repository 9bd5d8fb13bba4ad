from __future__ import annotations

import pytest

from kg.model import INTERRUPTION, Article, Claim, Span, digest


def test_article_key_depends_on_source_and_text_alone() -> None:
    """Metadata may be corrected without making another version."""
    key = Article("a.txt", "words").key
    assert Article("a.txt", "words", title="T", date="2025").key == key
    assert Article("b.txt", "words").key != key
    assert Article("a.txt", "other words").key != key


def test_digest_tells_fields_apart() -> None:
    """Moving a character from one field to the next gives another hash."""
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("a")) == 16


@pytest.mark.parametrize(
    ("other", "overlaps", "contains"),
    [(Span(2, 4), True, True), (Span(0, 2), False, False), (Span(4, 9), True, False), (Span(6, 8), False, False)],
)
def test_spans_are_half_open(other: Span, overlaps: bool, contains: bool) -> None:
    """Spans that only touch share nothing."""
    assert Span(2, 6).overlaps(other) is overlaps
    assert Span(2, 6).contains(other) is contains


def test_words_of_an_interrupted_claim_show_the_interruption() -> None:
    """What stands between the parts is never passed off as said."""
    text = "“One,” she said, “two.”"
    claim = Claim(parts=(Span(0, 6), Span(17, 23)), mode="direct")
    assert claim.words(text) == f"“One,”{INTERRUPTION}“two.”"
    assert claim.span == Span(0, 23)
