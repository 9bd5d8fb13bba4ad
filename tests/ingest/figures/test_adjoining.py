"""The nouns that a number is joined to, and what a measure is called."""

from __future__ import annotations

import pytest

from ingest.figures.naming import trimmed
from tests.ingest.figures.test_finding import figures

JOINED = [
    ("He wants a 10 percent harbour levy on yachts.", "harbour levy"),
    ("Ms. Moe's plan for a 16 percent ''harbour dues tax'' is new.", "harbour dues tax"),
    ("They pay a $500 annual berth credit to dockers.", "annual berth credit"),
    ("It ended the needlessly costly $18 million dredging regime.", "dredging regime"),
    ("A monthly berth fee of $40 is fair.", "berth fee"),
    ("Her $75 million plan includes a pier.", "plan"),
    ("The $25 million merger wasn't her idea.", "merger"),
    ("The town’s summer berth tax rate of 31 percent has no like.", "summer berth tax rate"),
    ("Police seized $5 million of cocaine.", "cocaine"),
    ("She handed out $100 vouchers.", "vouchers"),
    ("The $90 that Ann Moe raised from dockers, he said, is gone.", "Ann Moe raised from dockers"),
    ("Some $5 million was sent to the harbour.", "sent to the harbour"),
    ("The club spent $3 million on mooring buoys.", "spent on mooring buoys"),
]
MOVED = [
    ("A longer season would add less than 3 percent to harbour output.", "harbour output"),
    ("The strike has raised by 7 percent the price of rope.", "price of rope"),
    ("The council cut the mooring charge by half.", "mooring charge"),
    ("The average premium will rise 25 percent next year, to $302 a month.", "average premium"),
    ("Dockers make up 13 percent of the town, up from 5 percent in 1970.", "Dockers"),
    ("The jobless rate was at 8 percent in May and peaked at 11 percent in August.", "jobless rate"),
    ("Rope, used to moor ferries, fell 24 cents.", "Rope"),
    ("In rope trading, hemp made good its fall and was up 37 cents.", "hemp made good its fall"),
    ("She wants dock fees that climb with length to a maximum of 28 percent.", "wants dock fees"),
    ("The dues were $8 a boat, well above the $6 that owners expected.", "dues"),
]


@pytest.mark.parametrize(("text", "measure"), JOINED)
def test_a_number_measures_the_noun_it_is_joined_to(text: str, measure: str) -> None:
    """The noun stands behind the number, before "of", or with the verb that the sum belongs to."""
    assert figures(text)[0].measure == measure


@pytest.mark.parametrize(("text", "measure"), MOVED)
def test_a_change_measures_what_moves(text: str, measure: str) -> None:
    """It is the object of the verb, else its subject, even where that stands in another clause."""
    assert figures(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Forecasts suggest it would generate", "generate"),
        ("the new ferry carried", "new ferry carried"),
        ("they rose", None),
        ("harbour dues totaled", "harbour dues"),
        ("the harbour office said", None),
        ("on Monday announced", None),
        ("was among", None),
        ("it’s truly a loss", "loss"),
        ("shows Ann Moe with", "Ann Moe"),
    ],
)
def test_a_name_has_no_frame_around_it(words: str, name: str | None) -> None:
    """Reporting frames, pronouns, auxiliaries, articles and adverbs at the edges fall away."""
    assert trimmed(words) == name


COUNTED = [
    ("Hackers compromised 12 harbour workstations.", "harbour workstations compromised"),
    ("The theft of 300 dock records came out.", "theft of dock records"),
    ("Some 40 ferries were scrapped.", "ferries scrapped"),
    ("A poll of 400 registered island voters came out.", "poll of registered island voters"),
]


@pytest.mark.parametrize(("text", "measure"), COUNTED)
def test_a_count_tells_what_happens_to_what_is_counted(text: str, measure: str) -> None:
    """By the verb right before or behind the noun, or the noun before "of"."""
    assert figures(text)[0].measure == measure


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They lost 21 million background check records.", "background check record"),
        ("It polled 400 registered island voters.", "registered island voter"),
        ("Rope costs $20.07 an ounce.", "USD per ounce"),
        ("The toll would raise $220 million annually.", "USD per year"),
        ("Rope rose 15 cents.", "USD"),
        ("The number of people living aboard is to swell to 65 million.", "person"),
        ("The index lost 24.11 points to close at 18,432.24.", "point"),
    ],
)
def test_a_unit_is_named_in_full(text: str, unit: str) -> None:
    """With the words that tell which kind is counted, the time or thing a sum is for, and what a number of is of."""
    assert figures(text)[-1].unit == unit


def test_cents_are_hundredths_of_their_currency() -> None:
    """So that they compare with dollars."""
    assert str(figures("Rope rose 15 cents.")[0].value) == "0.15"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The levy may fall to as low as 10 percent.", ("10", "None")),
        ("Just shy of half the town voted.", ("None", "None")),
        ("Income above $50 for dockers and $90 for captains is taxed.", ("90", "None")),
        ("Losses would add up to $90 million.", ("None", "None")),
        ("Losses would surpass $90 million.", ("90000000", "None")),
    ],
)
def test_a_bound_is_what_the_words_set(text: str, bounds: tuple[str, str]) -> None:
    """The lower one for words such as "as low as", none for "shy of"; it holds for the sum told beside it."""
    figure = figures(text)[-1]
    assert (str(figure.lower), str(figure.upper)) == bounds


ASKED = [
    ("Asked if the toll is fair, 60 percent of dockers said yes.", "toll is fair", "dockers"),
    ('Hope is higher among dockers (34% "strongly agree").', "strongly agree", "dockers"),
    ("The top worries are the harbour (34 percent) and the ferry.", "harbour", None),
    ("Just over a third, 34 percent, say they will move away.", "will move away", None),
    ("It is home to half the world’s ferries.", "home", "world’s ferries"),
    ("Sailing takes up half the harbour economy.", "harbour economy", "harbour economy"),
]


@pytest.mark.parametrize(("text", "measure", "population"), ASKED)
def test_a_share_is_told_by_question_answer_or_whole(text: str, measure: str, population: str | None) -> None:
    """By what was asked where the answer is yes, by what the brackets belong to, by the whole that a part is of."""
    figure = figures(text)[0]
    assert (figure.measure, figure.population) == (measure, population)


SCORES = [
    ("Ann Moe had 49.9 percent to Lind’s 49.6 percent.", ("Ann Moe", "Lind")),
    ("Against Bo Lind, she prevailed 46 percent to 40 percent.", ("prevailed", "Bo Lind")),
    ("Ann Moe would beat him 61 percent to 29 percent.", ("Ann Moe would beat", "other side where Ann Moe would beat")),
    (
        "A poll showed Ann Moe leading Bo Lind among likely voters, 47 percent to 41 percent.",
        ("Ann Moe leading", "Bo Lind"),
    ),
    ("The club raised $12 million from dockers and $2 million from captains.", ("raised", "raised")),
]


@pytest.mark.parametrize(("text", "measures"), SCORES)
def test_two_numbers_side_by_side_are_told_apart(text: str, measures: tuple[str, str]) -> None:
    """The second is the other side's, by name where it is named; sums told in one way are of one thing."""
    assert tuple(figure.measure for figure in figures(text)) == measures


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Dues fell in October by more than in the same month last year, by 3 percent.", "2024-10"),
        ("The survey of May 30-June 4 asked 800 sailors.", "2024-05-30/2024-06-04"),
        ("Dues are up 8 percent since October.", "2024-10/2025-03-10"),
        ("The loss of this fiscal year, which ends Sept. 28, will be $5 million.", "2025"),
        ("The march on April 25 should draw 800 people.", "2025-04-25"),
    ],
)
def test_a_period_is_the_figure_s_own(text: str, period: str) -> None:
    """Not the time that it is compared with, nor when the year ends; days that a dash joins are one stretch."""
    assert figures(text, "2025-03-10")[0].period == period


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Dues are up.\n\nDues in Strand rose by 3 percent.\n\nThey are high. Revenue fell by 17 percent.", "Strand"),
        ("Dues are up.\n\nAnn Moe met dockers in Strand.\n\nThey sang. Revenue fell by 17 percent.", None),
    ],
)
def test_a_lead_that_tells_figures_places_those_further_down(text: str, place: str | None) -> None:
    """As the headline does; a lead that tells where somebody was does not."""
    assert figures(text, places=("Strand",))[-1].place == place
