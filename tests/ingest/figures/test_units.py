"""Units: measures without a hyphen, prices each, mixed fractions, degrees, folds and ratios."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

UNITS = [
    ("It is a 20 minute walk to a 15 meter high mast.", ["20 minute", "15 metre"]),
    ("She is a 20 year old pilot.", []),
    ("A shot is $5 a dose.", ["5 USD per dose"]),
    ("Offices let at £60 a square foot.", ["60 GBP per square foot"]),
    ("He gave 20 pupils a test.", ["20 pupil"]),
    ("It took 2 1/2 years and 3½ million bricks.", ["2.5 year", "3500000 brick"]),
    ("The bay has warmed by 0.5C per decade to 21.3C.", ["0.5 degree Celsius per decade", "21.3 degree Celsius"]),
    ("She sat in seat 12C.", []),
    ("Traffic grew about 10 fold, then a thousand fold.", ["10 times", "1000 times"]),
    ("Dockers outnumber sailors by 3 to 1.", ["3 times"]),
    ("Moe led Lind more than 2-1 in a poll.", ["2 times"]),
    ("The hatch measures one tenth of a square meter.", ["0.1 square metre"]),
    ("Six old United Nations human rights treaties bind the port.", ["6 human rights treaty"]),
    ("A poll has an error of plus or minus 3.2 points.", ["3.2 percentage point"]),
    ("A poll has an error of plus or minus 5 points.", ["5 percentage point"]),
    ("Once she had trailed Lind by just 0.3 points at the Fjord caucuses.", ["0.3 percentage point"]),
    ("In the Fjord primary she crushed him by more than 20 points.", ["20 percentage point"]),
    ("The bank cut its rate by a quarter point to 2 percent.", ["0.25 percentage point", "2 percent"]),
    ("It is the highest share in half a century.", ["0.5 century"]),
    ("Moe beat Bo Lind 51.5 percent to 45.5.", ["51.5 percent", "45.5 percent"]),
    ("Moe led by 20,000 votes out of 8.1 million, a gap of 0.2 points.",
     ["20000 vote", "8100000 vote", "0.2 percentage point"]),
    ("He lost the Fjord primary by less than 3 points.", ["3 percentage point"]),
    ("The nation of 61 million is at sea.", ["61000000 person"]),
    ("Her fees ran into six figures.", []),
    ("Some 40 MPs saw 30 ads.", ["40 mp", "30 ad"]),
    ("Moe would beat Lind 46 to 40 percent.", ["46 percent", "40 percent"]),
    ("Moe beat Lind 46 to 40.", []),
]  # fmt: skip
RANGES = [
    ("Moe has just 1% to 3% support.", [("1", "3")]),
    ("They want to cut fees 26 percent to 28 percent.", [("26", "28")]),
    ("Fees rose 3 percent to 5 percent.", [(None, None)] * 2),
    ("Moe trails 38 percent to 42 percent.", [(None, None)] * 2),
    ("Moe won by 52 percent to 38 percent.", [(None, None)] * 2),
]
BOUNDS = [
    ("Tickets start at $90.", "90"),
    ("Fully a third of voters slept.", None),
    ("An average of 81 percent slept.", None),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_the_unit_is_read_as_it_is_written(text: str, expected: list[str]) -> None:
    """With or without a hyphen, in figures or words."""
    assert [f"{figure.value} {figure.unit}" for figure in figures(text)] == expected


@pytest.mark.parametrize(("text", "lower"), BOUNDS)
def test_the_words_before_a_number_are_its_hedge(text: str, lower: str | None) -> None:
    """Where something starts is its least; "fully" makes no bound."""
    (figure,) = figures(text)
    assert figure.hedge in ("start at", "fully", "an average of")
    assert (None if figure.lower is None else str(figure.lower)) == lower


@pytest.mark.parametrize(("text", "bounds"), RANGES)
def test_two_shares_are_a_range_a_change_or_a_score(text: str, bounds: list[tuple[str | None, str | None]]) -> None:
    """The smaller first and near the other is a range, unless something rose so much or somebody trails."""
    found = [
        tuple(None if one is None else str(one) for one in (figure.lower, figure.upper)) for figure in figures(text)
    ]
    assert found == bounds


def test_a_group_is_named_past_an_abbreviation() -> None:
    """The points of "U.S." end nothing."""
    (figure,) = figures("Women wrote 65% of U.S. ferry stories.")
    assert figure.population == "U.S. ferry stories"
