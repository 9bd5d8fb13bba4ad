"""Figures: which quantities are found, what they say, and what is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.figures.finding import find
from kg.model import Article, Claim, Figure, Mention, Referent, Span


def figures(text: str, date: str | None = "2025-03-10", places: tuple[str, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a text that names the given places."""
    referents = tuple(Referent("place", place) for place in places)
    mentions = tuple(
        Mention(Span(text.index(place), text.index(place) + len(place)), index) for index, place in enumerate(places)
    )
    return find(lay_out(text), Article("case", text, date=date), (), referents, mentions)


def summary(text: str) -> list[tuple[str, str | None, str | None]]:
    """Words, value and unit of each figure."""
    return [
        (figure.span.of(text), None if figure.value is None else str(figure.value), figure.unit)
        for figure in figures(text)
    ]


STATED = [
    ("Turnout was 63%.", [("63%", "63", "percent")]),
    ("Support fell to 41 per cent.", [("41 per cent", "41", "percent")]),
    ("Sixty-two percent agreed.", [("Sixty-two percent", "62", "percent")]),
    ("The lead shrank by 3 percentage points.", [("3 percentage points", "3", "percentage point")]),
    ("She is ahead by 4 points in the poll.", [("4 points", "4", "percentage point")]),
    ("Rates rose 25 basis points.", [("25 basis points", "25", "basis point")]),
    ("It cost $1.2 billion.", [("$1.2 billion", "1200000000", "USD")]),
    ("It cost 1.2 billion dollars.", [("1.2 billion dollars", "1200000000", "USD")]),
    ("They owe €40m.", [("€40m", "40000000", "EUR")]),
    ("A fine of £2,500 was set.", [("£2,500", "2500", "GBP")]),
    ("They paid US$ 30 each.", [("US$ 30", "30", "USD")]),
    ("They paid 700 pesos.", [("700 pesos", "700", "peso")]),
    ("They paid 700 Chilean pesos.", [("700 Chilean pesos", "700", "CLP")]),
    ("They paid 12 million Swiss francs.", [("12 million Swiss francs", "12000000", "CHF")]),
    ("They paid EUR 50.", [("EUR 50", "50", "EUR")]),
    ("The wage is $16.50 an hour.", [("$16.50 an hour", "16.50", "USD per hour")]),
    ("Gulls outnumber sailors by 3:1.", [("3:1", "3", "times")]),
    ("It counted 41 thefts per 200,000 lodgers.",
     [("41 thefts per 200,000 lodgers", "41", "theft per 200000 lodger")]),
    ("The murder rate is 4.5 per 100,000.", [("4.5 per 100,000", "4.5", "murder per 100000")]),
    ("Police arrested 14 suspected smugglers.", [("14 suspected smugglers", "14", "suspected smuggler")]),
    ("Two ministers resigned.", [("Two ministers", "2", "minister")]),
    ("A dozen countries signed.", [("A dozen countries", "12", "country")]),
    ("The trench is 40 km long.", [("40 km", "40", "kilometre")]),
    ("Results must come within 90 days.", [("90 days", "90", "day")]),
    ("A 45-minute speech followed.", [("45-minute", "45", "minute")]),
    ("She has a ten-point lead.", [("ten-point", "10", "percentage point")]),
    ("Half of the chamber walked out.", [("Half", "0.5", "share")]),
    ("They need two-thirds of the seats.", [("two-thirds", "0.6667", "share")]),
    ("They need a 4/7 quorum.", [("4/7", "0.5714", "share")]),
    ("One in five pupils is absent.", [("One in five pupils", "0.2", "share")]),
    ("Two out of every three sailors (66%) fear fog.",
     [("Two out of every three sailors", "0.6667", "share"), ("66%", "66", "percent")]),
    ("Exports rose by 12 % to 8,400.", [("12 %", "12", "percent"), ("8,400", "8400", None)]),
    ("The house voted 52-48 for it.", [("52", "52", "vote"), ("48", "48", "vote")]),
    ("He leads 46 to 43 percent.", [("46", "46", "percent"), ("43 percent", "43", "percent")]),
    ("He leads by 46 percent to 43 percent.", [("46 percent", "46", "percent"), ("43 percent", "43", "percent")]),
    ("It fell from 58 percent to 55 percent.", [("58 percent", "58", "percent"), ("55 percent", "55", "percent")]),
    ("Six of the 10 judges agreed.", [("Six", "6", "judge"), ("10 judges", "10", "judge")]),
    ("The motion fell by 29 votes to 14.", [("29 votes", "29", "vote"), ("14", "14", "vote")]),
    ("It fell a quarter of a percentage point.", [("a quarter of a percentage point", "0.25", "percentage point")]),
    ("At least 12 were killed.", [("At least 12", "12", "person")]),
    ("Zero votes were cast.", [("Zero votes", "0", "vote")]),
    ("Dozens of shops burned.", [("Dozens of shops", None, "shop")]),
    ("It cost hundreds of millions of dollars.", [("hundreds of millions of dollars", None, "USD")]),
    ("They planted 1.200 trees.", [("1.200 trees", None, "tree")]),
    ("The reserve covers 40 square miles.", [("40 square miles", "40", "square mile")]),
    ("It holds 3 million cubic metres.", [("3 million cubic metres", "3000000", "cubic metre")]),
    ("It made 12 megawatt hours at 30 degrees Celsius (86°F).",
     [("12 megawatt hours", "12", "megawatt-hour"), ("30 degrees Celsius", "30", "degree Celsius"),
      ("86°F", "86", "degree Fahrenheit")]),
    ("The fleet has 40 combat and patrol boats.", [("40 combat and patrol boats", "40", "patrol boat")]),
    ("Twice as many boats sank.", [("Twice", "2", "times")]),
    ("Rents more than doubled.", [("more than doubled", "2", "times")]),
    ("It costs three times the old fare.", [("three times", "3", "times")]),
    ("The stock was halved.", [("halved", "0.5", "share")]),
    ("It stood for a quarter-century.", [("a quarter-century", "0.25", "century")]),
    ("It took half an hour.", [("half an hour", "0.5", "hour")]),
    ("Police reports name four Strand police officers.",
     [("four Strand police officers", "4", "Strand police officer")]),
    ("She won the primary by five points.", [("five points", "5", "percentage point")]),
    ("She won by 20 points among dockers.", [("20 points", "20", "percentage point")]),
    ("Hemp added $6 to $1,330.", [("$6", "6", "USD"), ("$1,330", "1330", "USD")]),
    ("It cost $8 million a year earlier.", [("$8 million", "8000000", "USD")]),
    ("The Strand index gained 120 points, or 0.7 percent.",
     [("120 points", "120", "point"), ("0.7 percent", "0.7", "percent")]),
]  # fmt: skip

BOUNDED = [
    ("There are more than 300,000 migrants.", "300000", "300000", None, "more than"),
    ("There are at least five camps.", "5", "5", None, "at least"),
    ("Fewer than 40 boats came.", "40", None, "40", "fewer than"),
    ("It takes up to 12 weeks.", "12", None, "12", "up to"),
    ("It needs no more than 3 signatures.", "3", None, "3", "no more than"),
    ("Some 700 farmers marched.", "700", None, None, "some"),
    ("Almost 70% agree.", "70", None, None, "almost"),
    ("About a dozen people waited.", "12", None, None, "about"),
    ("An estimated 9 million voters stayed home.", "9000000", None, None, "an estimated"),
    ("Donors who gave $200 or less count.", "200", None, "200", "or less"),
    ("He served 15-plus years.", "15", "15", None, "plus"),
    ("Between 3 and 5 million people fled.", None, "3000000", "5000000", None),
    ("It will cost $20 to $25 billion.", None, "20000000000", "25000000000", None),
    ("Tariffs range from 5 percent to 25 percent.", None, "5", "25", None),
    ("It takes two or three weeks.", None, "2", "3", None),
    ("Boats kept for one to two years are taxed.", None, "1", "2", None),
    ("Growth of 2–3 percent is likely.", None, "2", "3", None),
    ("Tens of thousands of pupils marched.", None, "10000", None, "tens"),
    ("They came from over the hill with over 40 carts.", "40", "40", None, "over"),
    ("She was picked over three dockers of note.", "3", None, None, None),
    ("They put in $200,000 to more than $3 million.", None, "200000", None, "more than"),
    ("It takes $5 million to as much as $9 million.", None, "5000000", "9000000", None),
    ("One-quarter to one-third of dockers agree.", None, "0.25", "0.3333", None),
    ("The haul surged past the $1 billion mark.", "1000000000", "1000000000", None, "past"),
    ("He wants “$5-10 billion” for it.", None, "5000000000", "10000000000", None),
    ("Estimates of the catch range from 100,000 to 250,000.", None, "100000", "250000", None),
    ("Over the past 30 years it sank.", "30", None, None, None),
    ("Just shy of half agree.", "0.5", None, None, "just shy of"),
]

NOT_FIGURES = [
    "The law of 2004 was changed in 2019.",
    "It happened on 16 November.",
    "Polls ran from Sept. 19 to 22.",
    "She spoke on January 22, 2025.",
    "Doors open at 8:30 p.m. and close at 11 p.m.",
    "He is seeking office for the third time.",
    "She won the second round.",
    "The 2026-2030 term begins soon.",
    "The 2004 intelligence law is old.",
    "A 45-year-old man was held.",
    "Ann Lee, 30, lives here.",
    "He left school at age 12.",
    "Pilots fly the F-16 and the F‑16 again.",
    "The navy wants Type 31 frigates.",
    "COVID-19 closed schools before the G20 met.",
    "They drove down Route 66 after 9/11.",
    "The firm filed for Chapter 11.",
    "Article 5 was invoked.",
    "See page 12 and section 4.",
    "The line is open 24/7 on +44 20 7946 0958.",
    "Call 555-273-8255 now.",
    "Write to team7@example.org or https://example.org/2024/05/31.",
    "@user99 posted #top10.",
    "One of the ministers resigned.",
    "It is a two-way street.",
    "The two met again.",
    "She lives at 1600 Garden Avenue.",
    "It was seen two years ago.",
    "Six years later nothing had changed.",
    "It burned in the 1990s and the '80s.",
    "Pupils at School 285 sang.",
    "The Group of Seven agreed.",
    "They met at Ground Zero.",
    "They beat the rest by a 3 to 1 margin.",
    "The second half was dull.",
    "Funding was cut in half.",
    "He was born in the third quarter of 1990.",
    "The plan rests on two pillars: ports and rail.",
    "There are three reasons to stay and two ways to leave.",
    "Under any of the two contestants, little changes.",
    "The three candidates debated.",
    "Five boats: the Ann, the Bea, the Cat, the Dee and the Eve.",
    "She appeared on 60 Minutes and 48 Hours.",
    "The guard carried a 9mm pistol.",
    "I am 100 percent sure, and she is 100 percent behind him.",
    "The line is open 24 hours a day, seven days a week.",
    "He ran for mayor three times.",
    "All four are home.",
    "The Bears beat the Lions 24-17.",
    "Are you braver than a Fifth Mate?",
    "Her son is 100 percent Norwegian.",
    "They took hundreds of thousands in fees.",
    "The fee grows for every $10,000 invested.",
    "That is only half the story.",
    "She rose to double digits.",
    "They sold tickets at the pier from March 1-8.",
    "She is a third-year student.",
    "She doubled-down on it.",
    "He praised them for the past decade and a half.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_stated_quantity_is_a_figure(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    """Each quantity is found with its words, its exact value and its unit."""
    assert summary(text) == expected


@pytest.mark.parametrize(("text", "value", "lower", "upper", "hedge"), BOUNDED)
def test_hedges_and_ranges_become_bounds(
    text: str, value: str | None, lower: str | None, upper: str | None, hedge: str | None
) -> None:
    """The hedge is kept, and what it bounds is bounded."""
    (figure,) = figures(text)
    expected = tuple(None if number is None else Decimal(number) for number in (value, lower, upper))
    assert (figure.value, figure.lower, figure.upper) == expected
    assert figure.hedge == hedge


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_what_states_no_quantity_is_left_alone(text: str) -> None:
    """Dates, ages, labels, names and pronouns are no figures."""
    assert summary(text) == []


def test_a_count_says_what_is_counted() -> None:
    """The measure is the noun phrase with what narrows it; the unit is its head in the singular."""
    (figure,) = figures("There are 900 prisoners in an overcrowded wing.")
    assert (figure.measure, figure.unit) == ("prisoners in an overcrowded wing", "prisoner")


@pytest.mark.parametrize(
    ("text", "measure", "population"),
    [
        ("The real unemployment rate is 7 percent.", "real unemployment rate", None),
        ("They face a 59 percent unemployment rate.", "unemployment rate", None),
        ("Some 35 percent of Peruvian jobs depend on it.", "depend on it", "Peruvian jobs"),
        ("She leads by 7 percentage points among likely voters.", "leads", "likely voters"),
        ("He took a $9 million loan.", "loan", None),
        ("She won 58% of the vote.", "vote share", None),
        ("The budget will be cut by $6 billion.", "budget", None),
        ("More than half of nurses (54%) are tired.", "tired", "nurses"),
        ("They moved 156 tons of coal.", "coal", None),
        ("The group raised $9 million.", "raised", None),
        ("The poll has a margin of error of 4 points.", "margin of error", None),
        ("The homicide rate is low. It had 6 homicides per 100,000 people.", "homicide rate", None),
    ],
)
def test_a_share_or_sum_says_what_it_measures(text: str, measure: str | None, population: str | None) -> None:
    """The measuring noun is taken from before or behind the number, the population from behind it."""
    figure = figures(text)[-1]
    assert (figure.measure, figure.population) == (measure, population)


def test_a_restatement_in_brackets_shares_its_circumstances() -> None:
    """Both ways of saying it are figures, of the same people, place and time."""
    first, second = figures("In October, three out of every four Chilean pilots (74%) owned a boat.")
    assert first.population == second.population == "Chilean pilots"
    assert first.place == second.place == "Chile"
    assert first.period == second.period == "2024-10"


def test_the_place_is_the_one_of_the_clause() -> None:
    """Two figures in one sentence go to their own places."""
    text = "Norway lost 40 boats, and Iceland, which had 12 boats, lost none."
    assert [figure.place for figure in figures(text, places=("Norway", "Iceland"))] == ["Norway", "Iceland"]


@pytest.mark.parametrize(
    ("text", "date", "period"),
    [
        ("In 2024, 12 ships sank.", None, "2024"),
        ("Last year 12 ships sank.", "2025-03-10", "2024"),
        ("Last year 12 ships sank.", None, None),
        ("In February, 12 ships sank.", "2025-03-10", "2025-02"),
        ("In May, 12 ships sank.", "2025-03-10", "2024-05"),
        ("Last month 12 ships sank.", "2025-01-10", "2024-12"),
        ("From 2011 to 2016 some 12 ships sank.", None, "2011/2016"),
        ("On January 22, 2025, 12 ships sank.", None, "2025-01-22"),
        ("It may lose 12 ships.", "2025-03-10", None),
        ("On 4 May, 12 ships will sail.", "2025-03-10", "2025-05-04"),
        ("The yard lost 12 ships on June 28, 2024.", None, "2024-06-28"),
        ("It lost 12 ships, 4 more than last year.", "2025-03-10", None),
        ("It has lost 12 ships since 2019.", None, "2019/.."),
    ],
)
def test_the_period_is_resolved_against_the_date(text: str, date: str | None, period: str | None) -> None:
    """Years stand for themselves; months and "last year" need the article's date."""
    assert figures(text, date)[-1].period == period


def test_what_is_compared_with_keeps_its_period_to_itself() -> None:
    """The year of the earlier figure is not that of the later one."""
    later, earlier = figures("The study found that 38 percent of the boats were old, up from 29 percent in 2014.")
    assert (later.period, earlier.period) == (None, "2014")


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("The rate in Norway is 4 percent.", "Norway", "Norway"),
        ("Norway’s rate is 4 percent.", "Norway", "Norway"),
        ("The Norway coach asked for 4 percent.", "Norway", None),
        ("She took 18 percent (95,509 votes) in Norway.", "Norway", "Norway"),
        ("Exports to Norway fell by 4 percent.", "Norway", None),
        ("Growth in Norway stood at 4 percent.", "Norway", "Norway"),
        ("Ann Moe of Norway has 4 percent.", "Norway", None),
        ("The rate in Norway is 4 percent. So far 40 pupils were hurt.", "Norway", "Norway"),
        ("Turnout in Norway was low. It rained. The turnout was 4 percent.", "Norway", "Norway"),
        ("The coach in Norway earns $400,000, compared with $57,000 nationally.", "Norway", None),
    ],
)
def test_a_place_that_only_qualifies_is_not_where_it_counts(text: str, place: str, expected: str | None) -> None:
    """Where something is counted, and not whose coach, or where it goes."""
    assert figures(text, places=(place,))[-1].place == expected


def test_places_with_a_number_each_in_brackets_share_what_is_measured() -> None:
    """The place is the one before the brackets."""
    text = "Old men vote in Norland (93 percent of them did), Fjordland (79 percent) and Strand (78 percent)."
    found = figures(text, places=("Norland", "Fjordland", "Strand"))
    assert [figure.place for figure in found] == ["Norland", "Fjordland", "Strand"]
    assert found[1].measure == found[2].measure


def test_a_number_that_is_told_again_has_the_period_of_both() -> None:
    """The lead rounds what the next sentence tells in full, with its month."""
    text = "The jobless rate has fallen below 5 percent. The jobless rate was 4.9 percent in January."
    assert [figure.period for figure in figures(text)] == ["2025-01", "2025-01"]


def test_a_solid_measure_is_named_in_full() -> None:
    """Per cubic metre, and not per cubic."""
    assert summary("The air held 46 micrograms per cubic meter of it.") == [
        ("46 micrograms per cubic meter", "46", "microgram per cubic metre")
    ]


def test_a_figure_belongs_to_the_innermost_attributed_claim() -> None:
    """Narration gives way to an attributed claim, and the outer claim to the inner."""
    text = "The mayor said the report found that 40 bridges are unsafe."
    outer, inner = text.index("the report"), text.index("40")
    claims = (
        Claim((Span(0, len(text) - 1),), "narration"),
        Claim((Span(outer, len(text) - 1),), "indirect"),
        Claim((Span(inner, len(text) - 1),), "indirect", parent=1),
    )
    (figure,) = find(lay_out(text), Article("case", text), claims, (), ())
    assert figure.claim == 2


_PIECES = """
more|than|12|300,000|percent|%|$|€5|two|thirds|half|of|in|voters|per|100,000|between|and|to|million|-|.|said|2024|May|7.5|a|dozen
"""
PIECES = _PIECES.strip().split("|")


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=25,
    )
)
def test_figures_lie_in_the_text_and_their_bounds_agree(words: list[str]) -> None:
    """Whatever the text, figures are pieces of it in order, decimals are exact, bounds are ordered, and it repeats."""
    text = " ".join(words)
    found = figures(text)
    assert found == figures(text)
    end = 0
    for figure in found:
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert figure.span.of(text).strip() == figure.span.of(text)
        if figure.lower is not None and figure.upper is not None:
            assert figure.lower <= figure.upper
        if figure.value is not None:
            assert figure.lower is None or figure.lower <= figure.value
            assert figure.upper is None or figure.value <= figure.upper
        end = figure.span.end


@pytest.mark.parametrize("unit", ["12 voters and ", "$5 million to ", "half of us and ", "6 deaths per 1,000 people "])
def test_a_line_without_an_end_reads_the_same_all_along(unit: str) -> None:
    """What stands far off in a sentence changes nothing, so a line's figures do not depend on its length."""

    def shape(figure: Figure) -> tuple[object, ...]:
        return figure.value, figure.unit, figure.measure, figure.population, figure.hedge, figure.change

    middle = 200
    short, long = figures(unit * 2 * middle), figures(unit * 6 * middle)
    assert len(long) >= 2 * len(short) > 0
    assert {shape(figure) for figure in long[middle:-middle]} == {shape(short[len(short) // 2])}
