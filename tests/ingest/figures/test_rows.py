"""Numbers in a row share the unit of the last."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

ROWS = [
    ("In Strand the shares were 87 and 66 percent.", ["87 percent", "66 percent"]),
    ("Turnout was 41, 52 and 60 percent.", ["41 percent", "52 percent", "60 percent"]),
    ("Nobody asked for 100,000, 200,000 or 250,000 ferries.", ["100000 ferry", "200000 ferry", "250000 ferry"]),
    ("Between 50 and 60 percent came.", ["None percent"]),
    ("They met on May 5 and 66 percent agreed.", ["66 percent"]),
    ("Piers 3, 4 and 12 boats burned.", ["12 boat"]),
    ("It cost 5, and $9 more.", ["9 USD"]),
]
PARTS = [
    ("Of the 337 boats, 21 were lost.", ["337 boat", "21 boat"]),
    ("Of the 40 pilots who applied, only 12 came back.", ["40 pilot", "12 pilot"]),
    ("It seized 25 boats more than in 2020 and 299 more than in 2019.", ["25 boat", "299 boat"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS + PARTS)
def test_a_number_without_a_unit_has_that_of_its_row_or_of_the_whole_it_is_a_part_of(
    text: str, expected: list[str]
) -> None:
    """Percentages from two on, counts from three on; what is a range, a date or a label is no row."""
    assert [f"{figure.value} {figure.unit}" for figure in figures(text)] == expected
