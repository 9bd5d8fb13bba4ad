"""Numbers in a row share the unit of the last."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

ROWS = [
    ("In Strand the shares were 87 and 66 percent.", ["87 percent", "66 percent"]),
    ("Turnout was 41, 52 and 60 percent.", ["41 percent", "52 percent", "60 percent"]),
    ("Nobody asked for 10,000, 20,000 or 25,000 ferries.", ["10000 ferry", "20000 ferry", "25000 ferry"]),
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


BACK = [
    ("Some 262,000 pupils sail. That is 28 percent, and the number will grow to 340,000.",
     ["262000 pupil", "28 percent", "340000 pupil"]),
    ("The club went from 12,000 to 36,000 berths.", ["12000 berth", "36000 berth"]),
    ("The rate was 20.7 deaths per 100,000. Strand had the highest rate, at 51.5.",
     ["20.7 death per 100000", "51.5 death per 100000"]),
    ("Boat claims dropped by 21.7 percent in the first eight months of 2024 to 160,140.",
     ["21.7 percent", "8 month", "160140 boat claim"]),
    ("The storm killed 40 people. The toll fell from 70,237 to 67,367.", ["40 person", "70237 person", "67367 person"]),
    ("He wants 40,000 boats. That comes to 65,000 with the old ones.", ["40000 boat", "65000 boat"]),
    ("He wants 40,000 boats. That brings the total to 65,000.", ["40000 boat", "65000 boat"]),
    ("Boat sales in Strand dropped 8.5 percent to 885,159.", ["8.5 percent", "885159 boat sale"]),
    ("Only 3 of 10 children under three have a berth.", ["0.3 share"]),
    ("It pays 7,500 of that.", ["7500 None"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS + PARTS + BACK)
def test_a_number_without_a_unit_has_that_of_its_row_or_of_the_whole_it_is_a_part_of(
    text: str, expected: list[str]
) -> None:
    """Percentages from two on, counts from three on; what is a range, a date or a label is no row."""
    assert [f"{figure.value} {figure.unit}" for figure in figures(text)] == expected
