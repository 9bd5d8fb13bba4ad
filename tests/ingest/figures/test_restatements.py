"""Which figure says again what an earlier one has said."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

AGAIN = [
    ("Almost two of every three nurses (63%) feel tired.", [None, 0]),
    ("More than half of nurses (57 percent) feel tired.", [None, 0]),
    ("She has the trust of nearly four in 10 dockers — 39 percent — so far.", [None, 0]),
    ("A third of pupils, or 33 percent, walk.", [None, 0]),
    ("Almost half of nurses (92%) feel tired.", [None, None]),
    ("Half of the crew (12 men) left.", [None, None]),
    ("More than 1,200 harbour leases lapsed.\n\nMore than 1,200 leases lapsed in May.", [None, 0]),
    ("Some 40 percent of dockers smoke. Some 40 percent of dockers vote.", [None, None]),
    ("There were 1,200 boats in 2019. There were 1,200 boats in 2024.", [None, None]),
    ("Two people sang. Two people danced.", [None, None]),
    ("Exports rose 12 percent. Exports were 12 percent.", [None, None]),
]


@pytest.mark.parametrize(("text", "restates"), AGAIN)
def test_a_number_said_twice_is_one(text: str, restates: list[int | None]) -> None:
    """Beside it where the two agree, or later of the same thing; never of another time or group."""
    assert [figure.restates for figure in figures(text)] == restates


def test_what_says_it_again_shares_measure_and_group() -> None:
    """Both ways of saying it are of the same answer of the same people."""
    first, second = figures("Almost two of every three nurses (63%) say that they feel tired.")
    assert (first.measure, first.population) == (second.measure, second.population) == ("feel tired", "nurses")
