"""When: periods as ISO 8601, resolved against the article's date."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.figures.finding import find
from ingest.figures.periods import dated
from ingest.figures.periods import find as periods
from kg.model import Article, Claim, Span
from tests.ingest.figures.test_finding import figures

TODAY = "2025-03-10"
PERIODS = [
    ("over the past decade", "2015/2025"),
    ("in the last three years", "2022/2025"),
    ("over the past year", "2024-03/2025-03"),
    ("in the past six months", "2024-09/2025-03"),
    ("over the past two weeks", "2025-02-24/2025-03-10"),
    ("in the next five years", "2025/2030"),
    ("since 2010", "2010/2025-03-10"),
    ("since June 1", "2024-06-01/2025-03-10"),
    ("since Thursday", "2025-03-06/2025-03-10"),
    ("as of Friday", "2025-03-07"),
    ("in the second quarter of 2024", "2024-04/2024-06"),
    ("in the fourth quarter", "2024-10/2024-12"),
    ("in Q3 2024", "2024-07/2024-09"),
    ("in the first half of 2015", "2015-01/2015-06"),
    ("in the year to June", "2023-07/2024-06"),
    ("in the year ended January 2025", "2024-02/2025-01"),
    ("in 2023-24", "2023/2024"),
    ("in the 1990s", "1990/1999"),
    ("last week", "2025-W10"),
    ("by 2030", "2030"),
    ("this November", "2025-11"),
    ("in the 2016 election", "2016"),
    ("ahead of the May 3 vote", None),
    ("until June 2024", None),
    ("on June 31, 2024", None),
    ("the first half was dull", None),
    ("four years ago", "2021"),
    ("three months ago", "2024-12"),
    ("more than 20 years ago", None),
    ("the year before", "2024"),
    ("from a year earlier", None),
    ("last winter", "2024-12/2025-02"),
    ("in the summer of 2014", "2014-06/2014-08"),
    ("last quarter", "2024-10/2024-12"),
    ("in fiscal 2026", "2026"),
    ("in the 2026 fiscal year", "2026"),
    ("during the entire 2022 election cycle", "2022"),
    ("in the 2014 Harbour Household Survey", "2014"),
    ("beginning in 2014", "2014/2025"),
    ("in 2009-2013", "2009/2013"),
    ("on July 11-14, 2024", "2024-07-11/2024-07-14"),
    ("in the last three months of 2023", "2023-10/2023-12"),
    ("last night", "2025-03-09"),
    ("in April", "2025-04"),
    ("in May", "2024-05"),
    ("in planned works in May", "2025-05"),
    ("next January", "2026-01"),
    ("last December", "2024-12"),
    ("in December and January", "2024-12/2025-01"),
    ("planned for March and April", "2025-03/2025-04"),
    ("in the February referendum", "2025-02"),
    ("as of February 2", "2025-02-02"),
    ("the next day", None),
    ("in the first ten months of last year", "2024-01/2024-10"),
    ("in the three months to September", "2024-07/2024-09"),
]
FROM_ANOTHER = [
    ("It won 31 seats in 2010 and nine seats two years later.", "2012"),
    ("Sales rose to $9 million in the third quarter of 2024, from $8 million a year earlier.", "2023-07/2023-09"),
    ("Prices rose in January. During the month the town lost 1,200 jobs.", "2025-01"),
    ("It stood at 3 percent in May 2009 and sank to 2 percent in October of that year.", "2009-10"),
    ("A poll in May 2024 had her at 4 percent. By the end of the year, she had 35 percent.", "2024-12"),
    ("The pier burnt in 2009. That year 41 percent of boats were sold.", "2009"),
    ("The club, founded in 2008, has served 6,500 pupils.", None),
    ("Burglaries fell from 3,611 the year before to 3,204.", None),
    ("Moe was tied at 42 percent on March 2, is now ahead with 46 percent.", None),
    ("The rate, 17 percent, is the highest since 1997.", None),
    ("The town has lost boats since 2009, and its jobless rate is 4 percent.", None),
    ("“I recall last winter,” she told the hall, where 3,000 dockers sat.", None),
    ("She said in January the yard moved 1,400 jobs.", None),
    ("Dues fell by 4 percent on March 31, 2024. A month earlier they had risen by 3 percent.", "2024-02-29"),
    ("Counting the yards that closed last year, fees are off $182,000.", None),
    ("In May, 74 percent of dockers were old. Seventy percent were shy, while 3 percent were ill.", "2024-05"),
    ("Rents are $400, twice what they were in 2010.", None),
    ("The club earned well in 2012. In all, it raised $40,000.", "2012"),
    ("Moe is up from 31 percent in January and Lind is down from 49 percent.", "2025-01"),
]
ON_A_DAY = [
    ("Some 4,000 people marched on Saturday.", "2025-03-08"),
    ("Shares slid 7 percent on Monday.", "2025-03-10"),
    ("On Friday the bank will lend 5 percent more.", "2025-03-14"),
    ("The mayor said on Saturday that 40 percent of bridges are unsafe.", None),
    ("The council, it reported Saturday, lost 1,400 jobs.", None),
    ("Until Saturday it had 1,400 jobs.", None),
]


@pytest.mark.parametrize(("text", "iso"), PERIODS)
def test_a_stretch_of_time_has_a_first_and_a_last_part(text: str, iso: str | None) -> None:
    """Intervals in the precision that the words have; what is before or after another event is no period."""
    text = f"It sank {text}."
    assert [period.iso for period in periods(text, 0, len(text), TODAY)] == ([iso] if iso else [])


def test_the_next_months_are_those_that_follow_when_one_is_nearly_over() -> None:
    """Until then its rest counts, too."""
    text = "It will sink over the next two months."
    assert [one.iso for one in periods(text, 0, len(text), "2025-03-27")] == ["2025-04/2025-05"]
    assert [one.iso for one in periods(text, 0, len(text), TODAY)] == ["2025-03/2025-05"]


@pytest.mark.parametrize(("text", "period"), FROM_ANOTHER)
def test_a_period_may_be_told_from_the_one_named_before(text: str, period: str | None) -> None:
    """Years, months and quarters are counted from it; what is compared with it does not hold then."""
    assert figures(text, TODAY)[-1].period == period


@pytest.mark.parametrize(("text", "period"), ON_A_DAY)
def test_a_day_of_the_week_is_when_something_was_counted(text: str, period: str | None) -> None:
    """The last such day, or the next where something will be; none where only somebody spoke on it."""
    assert figures(text, TODAY)[0].period == period


def test_the_year_of_the_copyright_line_dates_an_article_without_a_date() -> None:
    """A date that is stated comes first."""
    text = "On Sunday 16 November half of the council left.\n\n© Strand Post, 2025."
    assert dated(None, text) == "2025"
    assert dated(TODAY, text) == TODAY
    assert figures(text, None)[0].period == "2025-11-16"


def test_a_level_that_is_compared_with_has_its_own_period() -> None:
    """A period behind "than" or "from" is that of the other number."""
    assert figures("Growth is 2 percent, less than forecast in July.", TODAY)[0].period is None


def test_a_period_goes_on_into_the_next_sentence() -> None:
    """The sentence before says which year is forecast, and the next forecasts go on with it."""
    text = "The bank lowered its forecast for growth this year. It expects output to expand by 2 percent."
    assert figures(text, TODAY)[0].period == "2025"


def test_when_somebody_said_it_is_not_when_it_was() -> None:
    """The date of saying is none of what is said; a month of a poll, or that opens the sentence, is."""
    text = "On 4 March the mayor said that 40 percent of bridges are unsafe."
    claim = Claim((Span(text.index("40"), len(text) - 1),), "indirect")
    assert find(lay_out(text), Article("case", text, date=TODAY), (claim,), (), ())[0].period is None
    text = "In January she said that 40 percent of bridges are unsafe."
    claim = Claim((Span(text.index("40"), len(text) - 1),), "indirect")
    assert find(lay_out(text), Article("case", text, date=TODAY), (claim,), (), ())[0].period == "2025-01"
    text = "A poll in February showed that 40 percent of pupils walk."
    claim = Claim((Span(text.index("40"), len(text) - 1),), "indirect")
    assert find(lay_out(text), Article("case", text, date=TODAY), (claim,), (), ())[0].period == "2025-02"


@pytest.mark.parametrize(("boats", "period"), [(1, "2014"), (100, None)])
def test_a_sentence_tells_the_period_of_what_it_measures_near_by(boats: int, period: str | None) -> None:
    """A measuring noun far off in a line that does not end has nothing to do with the year."""
    text = f"Its rate sank with {'old boats and ' * boats}rope in 2014. Now, then, 12 percent of dockers sang."
    assert figures(text, TODAY)[-1].period == period
