"""What a share is a share of, among whom, and what goes on from the number before."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

ANSWERS = [
    ("Six in ten nurses (61%) say that night shifts wear them out.", "night shifts wear them out", "nurses"),
    ("Some 44 percent support the toll.", "support the toll", None),
    ("Another 19 percent said they would rather move away.", "would rather move away", None),
    ("The firm found that 12 percent were undecided.", "undecided", None),
    ("With 13 percent backing another plan, the vote is open.", "backing another plan", None),
    ("Some 35 percent of Peruvian jobs depend on it.", "depend on it", "Peruvian jobs"),
    ("More than half of nurses (54%) are tired.", "tired", "nurses"),
    ("Of those polled, 8 percent had never sailed.", "had never sailed", "those polled"),
    ("Among dockers, 74 percent fear for their pay.", "fear for their pay", "dockers"),
    ("Nearly 30 percent of those who own a boat said they rarely sail.", "rarely sail", "those who own a boat"),
    ("About 58 percent of workers in a May ABC/XYZ poll said they skip lunch.", "skip lunch", "workers"),
    ("About 58 percent of yards with 40 or more boats pay a toll.", "pay a toll", "yards"),
    ("Some 24 percent of dockers say they would “never move” away.", "would never move", "dockers"),
    ("About one in four pilots in the town’s ports suffers from fatigue.", "suffers from fatigue", "pilots"),
    ("Three in four pilots and a third of dockers say rope is dear.", "rope is dear", "pilots"),
    ("Some 75 percent of tenants said “most landlords here” are fair.", "most landlords here", "tenants"),
    (
        "One in five pupils said the long bus ride keeps them from joining any club after school.",
        "the long bus ride keeps them",
        "pupils",
    ),
]

SUBJECTS = [
    ("The new ferry carried 43 percent.", "new ferry carried"),
    ("Exports rose by 12 percent.", "Exports"),
    ("Dock traffic is 40 percent.", "Dock traffic"),
    ("The harbour fund, which nobody likes, will grow 1.6 percent.", "harbour fund"),
    ("The share of old boats — 31 percent — is high.", "share of old boats"),
    ("His approval ratings (at one point 19%) sank.", "approval ratings"),
    ("The real unemployment rate is 7 percent.", "real unemployment rate"),
    ("Norse per capita income rose 4 percent.", "per capita income"),
    ("None of the lists obtained more than 50%.", "None of the lists obtained"),
    ("Ann Moe won 40 percent for the seat.", "Ann Moe won"),
    ("A 4/7 majority is needed.", "majority"),
    ("The divide is close: 37% liberal to 32% conservative.", "liberal"),
    ("Unemployment in Norland stood at 20 percent.", "Unemployment in Norland"),
    ("Old men who make up 14 percent of voters are calm.", "Old men"),
    ("The club has 44 percent fewer boats than in May.", "boats"),
    ("Dockers are 30 percent more likely to catch a cold.", "likely to catch a cold"),
    ("Ann Moe and Bo Lind have 5 percent.", "Ann Moe and Bo Lind"),
    ("His 34% support among women is low.", "support"),
]


@pytest.mark.parametrize(("text", "measure", "population"), ANSWERS)
def test_a_share_of_people_measures_what_they_say_or_do(text: str, measure: str, population: str | None) -> None:
    """The answer is cut out of the text without "said that they", in at most eight words, with the group beside it."""
    figure = figures(text)[0]
    assert (figure.measure, figure.population) == (measure, population)


@pytest.mark.parametrize(("text", "measure"), SUBJECTS)
def test_a_share_without_an_answer_measures_its_subject(text: str, measure: str) -> None:
    """The measuring noun, else the subject without a verb that only says that it moved."""
    assert figures(text)[0].measure == measure


def test_the_two_numbers_of_a_lead_are_of_two_sides() -> None:
    """Who leads has the first, who trails the second."""
    first, second = figures("Ann Moe leads Bo Lind by 43 percent to 38 percent.")
    assert (first.measure, second.measure) == ("Ann Moe leads", "Bo Lind")


def test_a_lead_is_of_nobody_else() -> None:
    """A third one in the sentence has a name of his own."""
    found = figures(
        "A poll showed Moe moving ahead of Lind in Strand, 32 percent to 25 percent, while Falk was at 18 percent."
    )
    assert [figure.measure for figure in found] == ["Moe moving ahead of", "Lind", "Falk"]


def test_a_level_behind_its_change_is_of_the_same_thing() -> None:
    """The change and the level share the measure, and only the change has a direction."""
    change, level = figures("Exports rose by 12 % to 8,400.")
    assert (change.measure, level.measure) == ("Exports", "Exports")
    assert (change.change, level.change) == ("increase", None)


def test_a_pronoun_stands_for_the_group_before() -> None:
    """What is said of "them" is counted among those named before."""
    figure = figures("Some 55 percent of dockers are women; 71 percent of them are married.")[1]
    assert (figure.measure, figure.population) == ("married", "dockers")


@pytest.mark.parametrize(
    ("text", "measure", "unit"),
    [
        ("It lifted the number of unsafe old bridges to 1,274.", "number of unsafe old bridges", "bridge"),
        (
            "Nearly 1,500 coal- and oil-fired power plants closed.",
            "coal- and oil-fired power plants closed",
            "power plant",
        ),
        ("They burn two billion tons per year of crude oil.", "crude oil", "ton per year"),
        ("He bought a $90 ticket.", "ticket", "USD"),
        ("Bo Lind, who paid no income taxes in May, earned $9 million.", "earned", "USD"),
        ("He sold 40,000 shares.", "shares sold", "stock share"),
        ("The firm took $9 million in revenue last fiscal year.", "revenue", "USD"),
        ("It got as much as $26 million in previously undisclosed payments.", "previously undisclosed payments", "USD"),
        ("The yard opened a 900-square-foot chandlery hall.", "chandlery hall", "square foot"),
        ("Life expectancy climbed to 87.1 years.", "Life expectancy", "year"),
        ("They seized 34 U.S. barges.", "U.S. barges seized", "U.S. barge"),
        ("The plan would close a gap ($4 million) at once.", "gap", "USD"),
        ("Ann leads Bo 1,940 to 1,710 in signed pledges.", "signed pledges", "signed pledge"),
    ],
)
def test_a_count_or_a_sum_says_of_what(text: str, measure: str, unit: str) -> None:
    """What is counted, what there is so much of, what costs so much."""
    figure = figures(text)[0]
    assert (figure.measure, figure.unit) == (measure, unit)


SUMS = [
    ("The $40 the harbour board requested is gone.", "requested"),
    ("The $5 million it raised went to schools.", "raised"),
    ("They paid the dockers $40 million.", "paid"),
    ("Of the gifts, $9 million came from a single donor.", "came from a single donor"),
    ("Some $9 million has already been spent on buoys.", "spent on buoys"),
    ("The club led the way, dropping $2 million on such buoys.", "dropping on buoys"),
    ("They passed a $300 million budget, including $12 million for bridges.", "budget for bridges"),
    ("It got $27 million in rail and road spending.", "rail and road spending"),
    ("She signed a contract worth $120 million.", "contract worth"),
    ("He opened a $16 million assembly plant.", "assembly plant"),
    ("The club had $3 million in the bank in June.", "in the bank"),
    ("Cases of flu in the town reached 647,000.", "Cases of flu in the town"),
]


@pytest.mark.parametrize(("text", "measure"), SUMS)
def test_a_sum_is_named_by_the_words_around_it(text: str, measure: str) -> None:
    """What is done with it, what it is for, what the whole is that it is a part of."""
    assert figures(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("About $20 million of the $27 million in harbour fees is paid.", ["harbour fees", "harbour fees"]),
        ("The fund gave $5 million to Strand and $3 million to Fjord.", ["gave to Strand", "gave to Fjord"]),
    ],
)
def test_two_sums_share_what_one_of_them_says(text: str, measures: list[str]) -> None:
    """A part is of what the whole is of; a verb goes on for each of those paid."""
    assert [figure.measure for figure in figures(text)] == measures


SHARES = [
    ("Asked whether the toll is fair, 61 percent said it is not.", "toll is fair: it is not", None),
    ("Most of them – 55 percent – named Moe.", "named Moe", None),
    ("Despite leading in each of the polls by seven points, she fell.", "leading in each of the polls", None),
    ("Moe, who won, 27 percent to 24 percent, was glad.", "vote share", "Moe"),
    ("He won 9 percent of the ''moderate'' vote.", "moderate vote share", None),
    ("He got 19 percent among ''somewhat shy'' voters.", None, "somewhat shy voters"),
    ("The club unites the 30 percent of the party that dislikes Moe.", "dislikes Moe", "party"),
    ("He says 90 percent of her boats were 'in the harbour' then.", "in the harbour", "boats"),
    ("You said 90 percent of your boats were in the harbour.", "in the harbour", "boats"),
    ("And even when they sail in convoy, they make up 7 percent of the fleet.", None, "fleet"),
    ("The pill cut deaths by 22 percent among dockers older than 65.", "deaths", "dockers"),
    ("Gulls take 30 percent of that bread.", "Gulls take", "bread"),
    ("The top 1 percent owned 40 percent of boats.", "top", None),
    ("When winds came because stocks of rope fell 4 percent, Moe left.", "stocks of rope", None),
    ("Two years ago we weren't at 20 percent.", None, None),
]


@pytest.mark.parametrize(("text", "measure", "population"), SHARES)
def test_a_share_is_named_by_its_own_clause(text: str, measure: str | None, population: str | None) -> None:
    """The question that an answer repeats, the verb of a score; no words of another clause."""
    figure = figures(text)[0]
    assert (figure.measure, figure.population) == (measure, population)


def test_the_second_share_of_two_that_are_compared_has_its_own_answer() -> None:
    """What "who" says behind it is more than what stands before both."""
    text = "Some 52 percent of dockers back Moe, compared with 38 percent who favor Lind."
    assert [figure.measure for figure in figures(text)] == ["back Moe", "favor Lind"]


def test_who_loses_has_the_second_share() -> None:
    """Both shares are of the vote."""
    text = "Mr. Lind was defeated on Monday by Ann Moe, who won, 27 percent to 24 percent."
    assert [(figure.measure, figure.population) for figure in figures(text)] == [
        ("vote share", "Ann Moe"),
        ("vote share", "Mr. Lind"),
    ]
