"""Races and polls: where the voters are whom a paragraph speaks of, and when they were asked."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.figures.finding import find
from kg.model import Article, Figure, Mention, Referent, Span
from tests.ingest.figures.test_finding import figures

PLACED = [
    ("Moe speaks to voters in Strand. She leads with 44 percent.", ("Strand",), "Strand"),
    ("The Strand primary is on Tuesday. Moe trails by 4 points.", ("Strand",), "Strand"),
    ("The Strand primary is on Tuesday. Nationwide she leads with 44 percent.", ("Strand",), None),
    ("In the Strand primary, 74 percent of voters were old. Seventy percent were shy.", ("Strand",), "Strand"),
    ("Moe (D-Strand) asked who lost 3,000 pages.", ("Strand",), None),
    ("She saw Strand once. A tide lifts 44 percent of boats.", ("Strand",), None),
    ("She saw Strand once. The state has lost 3,000 jobs.", ("Strand",), "Strand"),
    ("Moe left Fjord for Strand today, where 3,000 dockers met her.", ("Fjord", "Strand"), "Strand"),
]


@pytest.mark.parametrize(("text", "places", "place"), PLACED)
def test_shares_of_voters_are_of_the_race_just_named(text: str, places: tuple[str, ...], place: str | None) -> None:
    """Only where the paragraph speaks of one place, and the sentence not of the whole country."""
    assert figures(text, places=places)[-1].place == place


def polled(text: str) -> tuple[Figure, ...]:
    """The figures of a text that names a Harbour Poll."""
    start = text.index("Harbour Poll")
    mention = Mention(Span(start, start + len("Harbour Poll")), 0)
    article = Article("case", text, date="2025-03-10")
    return find(lay_out(text), article, (), (Referent("document", "Harbour Poll"),), (mention,))


def test_the_days_of_the_only_poll_are_those_of_its_shares() -> None:
    """A sentence further down tells when people were asked."""
    share = "In the Harbour Poll, 44 percent of dockers back Moe."
    taken = " The poll was conducted March 1-4 among 900 dockers."
    assert polled(share + taken)[0].period == "2025-03-01/2025-03-04"
    assert polled(f"{share} It rained.")[0].period is None
