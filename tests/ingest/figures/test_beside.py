"""Times that stand beside a number: which are its own and which are of something else."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

TIMES = [
    ("It sank 12 boats in 2021, two more than in 2020, a rate of 58 boats per 100,000 people.", [2021, 2021, 2021]),
    ("More than 33 million people go hungry, double the number in 2020.", [None, None]),
    ("The town spends 5 percent of its budget on piers, a third of what it promised in Fjord in 2001.", [None, None]),
    ("Losses exceeded 10 percent of 2000 levels.", [None]),
    ("The rate, which topped 6.8 percent in July, has eased to 6.29 percent.", ["2024-07", None]),
    ("Some 56 percent back Ann Moe, who took office in August.", [None]),
    ("The limit is 10,000 boats, which was reached in August.", ["2024-08"]),
    ("Unemployment, currently 4.2 percent, would reach 5.1 percent in 2026.", [None, 2026]),
    ("Ferries carried 70 percent in 2009; this has shrunk to 56 percent today.", [2009, None]),
    ("Spending has grown by $55 million since 2018, to $555 million.", ["2018/2025-03-10", None]),
    ("Just 14 percent like him, down 19 points since 2019.", [None, "2019/2025-03-10"]),
    ("Felling is up 73 percent since Ann Moe took power in 2019.", ["2019/2025-03-10"]),
    ("Exports fell by 3 million tons, or 3.5 percent, in August.", ["2024-08", "2024-08"]),
    ("The port lost 11,000 jobs between April and June.", ["2024-04/2024-06"]),
    (
        "The firm has found that as of March 4 the yard has 40 boats; 39 percent of these are old.",
        ["2025-03-04", "2025-03-04"],
    ),
    ("Last Year over 40,000 people came.", [2024]),
    ("Rents rose 4 percent. The port will grow next year.", [None]),
    ("Half of the yards shut, because sales will stall next year. Some 5 percent of boats sank.", [None, None]),
    ("The poll was held on January 17-23. Her 64 percent was a surprise.", ["2025-01-17/2025-01-23"]),
    ("Since clinching the nod in early June, Moe has spent $77 million.", ["2024-06/2025-03-10"]),
    ("The charter, signed by the skippers in 2008, sets aside 25 percent of berths.", [None]),
    ("The club held a raffle of boats in 2010. The raffle drew 52 percent of members.", ["2010"]),
    ("The club holds a raffle of boats since 2010. The raffle draws 52 percent of members.", [None]),
    ("Tides will rise by the 2030s. Sales of rafts grow 60 percent a year.", [None]),
    ("Inflation slowed to 8 percent from 12 percent in April, and unemployment has dropped to 9 percent.",
     [None, "2024-04", None]),
    ("Berths cost $1 billion in 2017, and their full extension would cost $3 billion.", ["2017", None]),
    ("In a poll of October 11-13, 54 percent backed it, down from 67 percent two years ago. Some 71 percent sang.",
     ["2024-10-11/2024-10-13", "2023", "2024-10-11/2024-10-13"]),
    ("In a poll taken between October 11 and 13, some 54 percent sang.", ["2024-10-11/2024-10-13"]),
    ("Output among the poorest boats has doubled since 2006.", ["2006/2025-03-10"]),
    ("Some 44,000 crews must leave; 13,500 were deported between January and August.", [None, "2024-01/2024-08"]),
    ("The port shrank in 2019. It costs 14,000 euros a year to keep one berth.", [None]),
    ("Tides have tripled since June, and the death rate is 16 per 100,000.", ["2024-06/2025-03-10", None]),
    ("Crime has risen since June, and the death rate is high. Yards are 92 percent full.", [None]),
    ("The turnout was 49 percent, up from 37 percent in 2014. Sales show pilots backing it by 19 points.",
     [None, "2014", None]),
    ("Her model predicts 140,000 deaths by October.", ["2025-10"]),
    ("They found that by 2050, more crews and richer towns would raise needs by 50 percent.", ["2050"]),
    ("Friday, March 7, 2025\n\nTurnout was 58 percent.", [None]),
    ("Its shares, down 60 percent in May, rose 2 percent to 6 euros.", ["2024-05", None, None]),
    ("Wrecks doubled between 2018 and 2021, from 301 to 612.", ["2018/2021", None, "2018/2021"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_a_number_has_its_own_time_alone(text: str, expected: list[str | int | None]) -> None:
    """Not one that it is compared with, nor that of an aside, a future or a change that it is not part of."""
    assert [figure.period for figure in figures(text)] == [None if one is None else str(one) for one in expected]


def test_last_summer_is_last_years_until_the_summer_is_over() -> None:
    """In August somebody who says "last summer" speaks of the year before."""
    (figure,) = figures("Heat killed 61,700 people last summer.", date="2023-08-21")
    assert figure.period == "2022-06/2022-08"
