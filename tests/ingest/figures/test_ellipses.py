"""Numbers that leave out what an earlier one has said: their unit, what is done, whose they are."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

UNITS = [
    ("The ferry carried 4,100 pupils, up from 3,700 in May.", ["4100 pupil", "3700 pupil"]),
    ("The home has 340 beds, of which 52 are empty.", ["340 bed", "52 bed"]),
    ("The storm hit 1,200 people, killing 77 of them.", ["1200 person", "77 person"]),
    ("The party lost 31 seats in 2010 and a further nine in 2012.", ["31 seat", "9 seat"]),
    ("Lind has 48 percent of the vote to Ms. Moe's 45.", ["48 percent", "45 percent"]),
    ("She led by 7 points among women but trailed by 11 among men.", ["7 percentage point", "11 percentage point"]),
    ("Some 40,000 people marched; the police put the number at 15,000.", ["40000 person", "15000 person"]),
    ("Two ferries carried 112 pilgrims, after 9,000 in 2019.", ["2 ferry", "112 pilgrim", "9000 pilgrim"]),
    ("They were 14 Catholics, six Orthodox and one Greek Orthodox.", ["14 Catholic", "6 Orthodox", "1 Greek Orthodox"]),
    ("Moe has 1,542 delegates, and Ms. Lind has 987.", ["1542 delegate", "987 delegate"]),
    ("About 55,000 pages were lost, and 110 of them were secret.", ["55000 page", "110 page"]),
    ("Output is up from 1998 by 4 percent.", ["4 percent"]),
    ("Hemp rose 9 percent to 8,400.", ["9 percent", "8400 None"]),
    ("Three towns met, and the index rose to 8,400.", ["3 town", "8400 None"]),
]
DONE = [
    ("Police seized 14 rifles, 212 rounds of ammunition and two boats.", "seized"),
    ("Twelve pilots, three cooks and two boys were rescued.", "rescued"),
    ("The shelling killed 62 people, including 14 children.", "killed"),
    ("Some 40 dockers who were safely rescued sang.", "rescued"),
]
HELD = [
    ("Ann Moe raised $4 million in July, Bo Lind $6 million and Cy Falk just under $1 million.",
     ["Ann Moe", "Bo Lind", "Cy Falk"]),
    ("Ann Moe and Bo Lind raised $4 million and $6 million, respectively.", ["Ann Moe", "Bo Lind"]),
    ("Moe won 40 percent of the vote, followed by Lind at 30 percent.", ["Moe", "Lind"]),
    ("Clubs and firms that gave $300 apiece were thanked.", ["Clubs and firms"]),
    ("Moe, a pilot from Strand, took 57 percent of the vote.", ["Moe"]),
    ("The town debt has ballooned to $4 million.", [None]),
    ("The club, 300 miles off in Strand, charged a $90 fee.", [None, None]),
    ("Ann Moe has 40 delegates, and Bo Lind has 32.", ["Ann Moe", "Bo Lind"]),
    ("Dockers earn 330 pesos a day.", ["Dockers"]),
    ("The club has 40 boats.", [None]),
    ("He raised $4 million.", [None]),
    ("They’ve made $4 million.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_bare_number_has_the_unit_of_the_one_it_goes_on_from(text: str, expected: list[str]) -> None:
    """It is set against it, a part of it, or of about its size; a level behind a change has another unit."""
    assert [f"{figure.value} {figure.unit}" for figure in figures(text)] == expected


@pytest.mark.parametrize(("text", "done"), DONE)
def test_what_is_done_is_done_to_all_of_a_list(text: str, done: str) -> None:
    """The verb stands before the first or behind the last."""
    found = figures(text)
    assert found
    assert {(figure.measure or "none").split()[-1] for figure in found} == {done}


@pytest.mark.parametrize(("text", "holders"), HELD)
def test_a_sum_and_a_vote_share_say_whose_they_are(text: str, holders: list[str | None]) -> None:
    """The subject of the verb, the name alone where the verb goes on, each its own where "respectively" says so."""
    assert [figure.population for figure in figures(text)] == holders


def test_a_hedge_goes_for_all_that_is_told_respectively() -> None:
    """Its bound too."""
    first, second = figures("Ann Moe and Bo Lind gave more than $38 million and $23 million, respectively.")
    assert (first.lower, second.lower) == (first.value, second.value)
