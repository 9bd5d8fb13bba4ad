"""Whether a number is a level or says by how much something rose or fell."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

CHANGES = [
    ("Exports rose by 12 percent.", ["increase"]),
    ("Exports rose 12 percent.", ["increase"]),
    ("Exports rose to 12 percent.", [None]),
    ("It fell from 10 percent to 8 percent.", [None, None]),
    ("Sales were down 3 percent.", ["decrease"]),
    ("Sales stood at 41 percent, up 3 points.", [None, "increase"]),
    ("It is 41 percent, up from 38 percent.", [None, None]),
    ("A 12 percent increase is planned.", ["increase"]),
    ("They want a 10 percent pay cut.", ["decrease"]),
    ("Prices were 4 percent higher than last year.", ["increase"]),
    ("Spending was cut by half.", ["decrease"]),
    ("Rents doubled.", ["increase"]),
    ("The club raised $5 million.", [None]),
    ("The club lost 40 members.", [None]),
    ("Bo Lind is up by 9 points in the poll.", [None]),
    ("Women make up 7 percent of the crew.", [None]),
    ("They will round up 300 goats.", [None]),
    ("Turnout was 63 percent.", [None]),
    ("They raised $38 million to boost it.", [None]),
]


@pytest.mark.parametrize(("text", "changes"), CHANGES)
def test_the_direction_is_told_where_the_number_is_a_change(text: str, changes: list[str | None]) -> None:
    """By how much, and not to what: levels, leads and sums that change hands have no direction."""
    assert [figure.change for figure in figures(text)] == changes
