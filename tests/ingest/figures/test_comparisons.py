"""Comparisons without a number, as relations between places or bodies."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.figures import compare, find
from kg.model import Article, Claim, Mention, Referent, Relation, Span

NAMES = ("Norland", "Sudland", "Westria", "Harbour Board")


def comparisons(text: str, claims: tuple[Claim, ...] = ()) -> tuple[Relation, ...]:
    """The comparisons in a text about the invented countries."""
    named = [name for name in NAMES if name in text]
    referents = tuple(Referent("organisation" if "Board" in name else "place", name) for name in named)
    mentions = []
    for index, name in enumerate(named):
        start = text.find(name)
        while start >= 0:
            mentions.append(Mention(Span(start, start + len(name)), index))
            start = text.find(name, start + 1)
    document, article = lay_out(text), Article("case", text, date="2025-03-10")
    return compare(document, claims, referents, mentions, find(document, article, claims, referents, mentions))


CASES = [
    ("Norland had 6 murders per 100,000 people, similar to that of Sudland and well below Westria.",
     [("similarTo", 1), ("lowerThan", 2)]),
    ("The unemployment rate in Norland is higher than in Sudland.", [("higherThan", 1)]),
    ("Norland’s debt is far above that of Sudland.", [("higherThan", 1)]),
    ("Norland has a poverty rate lower than Sudland.", [("lowerThan", 1)]),
    ("Spending in Norland is twice that of Sudland.", [("higherThan", 1)]),
    ("Wages in Norland are about the same as in Sudland.", [("similarTo", 1)]),
    ("The rate in Norland is higher than in 2014.", []),
    ("The rate in Norland is higher than the mayor of Sudland likes.", []),
    ("Norland is closer to Sudland than to Westria.", []),
    ("Norland sent more than Sudland.", []),
    ("The rate is higher than in Sudland.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_measure_of_two_places_is_compared(text: str, expected: list[tuple[str, int]]) -> None:
    """Both sides are named and a measure is stated; a comparison with another time is none."""
    found = comparisons(text)
    assert [(relation.predicate, relation.object) for relation in found] == expected
    assert all(relation.subject == 0 for relation in found)


def test_a_comparison_has_its_words_its_measure_and_its_claim() -> None:
    """The span runs from the comparing words to the name; the claim around it asserts it."""
    text = "The board said the murder rate in Norland is well below Sudland."
    (relation,) = comparisons(text, (Claim((Span(15, len(text) - 1),), "indirect"),))
    assert relation.span.of(text) == "well below Sudland"
    assert (relation.measure, relation.claim) == ("murder rate", 0)
