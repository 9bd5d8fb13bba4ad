"""People killed, hurt or missing are counted also where no noun says so."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

COUNTED = [
    ("At least 31 killed in ferry fire", ["31 person killed"]),
    ("Hundreds dead after the flood", ["None person dead"]),
    ("The blast collapsed a pier, killing 31 or more and wounding 208.", ["31 person killing", "208 person wounding"]),
    ("The storm left 9 dead and 40 were injured.", ["9 person dead", "40 person injured"]),
    ("The fleet counted over 7,000 dead and wounded.", ["7000 person dead and wounded"]),
    ("The wolf killed 12 sheep.", ["12 sheep sheep killed"]),
    ("Some 30 wounded sailors sang.", ["30 wounded sailor wounded sailors"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_victims_are_persons(text: str, expected: list[str]) -> None:
    """The word behind the number or the verb before it tells what befell them; a noun behind it is what is counted."""
    assert [f"{figure.value} {figure.unit} {figure.measure}" for figure in figures(text)] == expected
