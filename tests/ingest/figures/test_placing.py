"""Places: where a number holds, and which names around it are not its place."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

PLACED = [
    ("STRAND (AP) — The bank left its rate at 5 percent.", ("STRAND",), [None]),
    ("Rents rose in Fjord by 8 percent. In Strand they rose by 11 percent.", ("Fjord", "Strand"), ["Fjord", "Strand"]),
    ("Fever deaths in Strand rise\n\nWorldwide, fever killed 409,000 people.", ("Strand",), [None]),
    ("Rents rise\n\nRents rose in Barcelona. The state would have to build 3,000 homes.", ("Barcelona",),
     [None]),
    ("Rents rise\n\nRents rose in Ohio. The state would have to build 3,000 homes.", ("Ohio",), ["Ohio"]),
    ("Some 250 firms have opened shops and storage and repair sheds in Strand.", ("Strand",),
     ["Strand"]),
    ("Ferry fees grow\n\nThe yard is old.\n\nFees are 2 percent of income and 9 percent in Strand.", ("Strand",),
     [None, "Strand"]),
    ("Moe leads by 9 points in a Strand poll. Her 64 percent came as a surprise.", ("Strand",), ["Strand", "Strand"]),
    ("Immigration to Strand goes on with 30,000 immigrants a year.", ("Strand",), ["Strand"]),
    ("Moe led by 9 points in a Strand poll.", ("Strand",), ["Strand"]),
    ("Flats are dear\n\nFew are built.\n\nNew flats are 2 percent, against 9 percent in Strand. Few want 3,000 flats.",
     ("Strand",), [None, "Strand", None]),
    ("About 52,000 crews have been turned back since checks with Strand, Fjord and Norland began.",
     ("Strand", "Fjord", "Norland"), [None]),
    ("Some 1,300 jobs were lost, says the fishing institute in Strand.", ("Strand",), [None]),
    ("Moe led by 9 points in a Strand poll. Her lead among African-American dockers was 40 points.", ("Strand",),
     ["Strand", "Strand"]),
    ("Chileans filed 30 percent of the claims.", (), [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places", "expected"), PLACED)
def test_a_number_is_of_the_place_it_is_told_of(text: str, places: tuple[str, ...], expected: list[str | None]) -> None:
    """Not of where the report was written, nor of one that is only compared, nor of a town where a state is meant."""
    assert [figure.place for figure in figures(text, places=places)] == expected
