"""What a number measures, where the words for it stand further off than right beside it."""

from __future__ import annotations

import pytest

from tests.ingest.figures.test_finding import figures

MEASURED = [
    ("Old boats are 38 percent less likely to sink than those whose crews sleep.", ["likely to sink"]),
    ("Average rents in Strand reached 1,193 euros a month.", ["Average rents in Strand"]),
    ("The average price reached 1,193 euros.", ["average price"]),
    ("The clearance rate for homicides was 42 percent.", ["clearance rate for homicides"]),
    ("Ferry output rose by 8 percent. In Fjord they rose by 11 percent.", ["Ferry output", "Ferry output"]),
    ("Inflation was 6.7 percent, three times the bank’s 2 percent target, although it is to fall below 5 percent.",
     ["Inflation", "Inflation", "target", "Inflation"]),
    ("Hemp traffic fell 9 percent to 3,100 tons and is now 32 percent lower.", ["Hemp traffic"] * 3),
    ("Wind and solar generated 22 percent of power.", ["Wind and solar generated"]),
    ("Paper review and printing took four months.", ["Paper review and printing took"]),
    ("Crews rested and hemp loads fell 22 percent.", ["hemp loads"]),
    ("Despite a rise in energy consumption, surface smoke has declined by 25 percent.", ["surface smoke"]),
    ("Surveys put Moe’s approval in the first six weeks of 2015 at 31.5 percent.", ["Moe’s approval"]),
    ("Among pilots, fear of fog would rise by either 49 percent or 27 percent.", ["fear of fog", "fear of fog"]),
    ("The FTSE 100 gained 1.4 percent.", ["FTSE 100"]),
    ("Moe took 43 percent, far more than the 36 percent that was forecast.", ["Moe took", "Moe took"]),
    ("The board hopes to cut MX6 owners to under 2 percent.", ["MX6 owners"]),
    ("Some 13,000 hectares were lost in the year to July.", ["lost"]),
    ("Income rose to $6,000 GNP per head.", ["GNP"]),
    ("Its poor economy ($6,000 GNP/capita) grew.", ["GNP/capita"]),
    ("Her 64%-27% advantage over Lind held.", ["advantage", "advantage"]),
    ("Among pilots, 50 percent were shy. The share was 62 percent in Fjord.", ["shy", "shy"]),
    ("It needs 55 towns representing 55 percent of output.", ["towns", "towns representing"]),
    ("In a special interest, they gave you $5 million.", ["gave"]),
    ("It cost $1.1 billion in 2017, or 0.4 percent of output.", ["cost", "cost"]),
    ("The harbour office, which rejected 54 percent of those it saw, is shut.", ["harbour office rejected"]),
    ("The club gave 262,000 pupils a boat. That is 28 percent of all pupils.", ["pupils", "pupils"]),
    ("Yards dispensed 556,000 doses of tar last year.", ["doses dispensed"]),
    ("Only The Ann Moe Show on Channel Strand hit 50 percent.", ["Ann Moe Show on Channel Strand hit"]),
    ("“We are glad that we moved to Strand. The catch there grew by about 10 fold.”", ["catch there"]),
    ("Moe did well after finishing just 3 points behind Bo Lind at the Fjord caucuses.",
     ["Moe did well after finishing behind Bo Lind"]),
    ("Some 23 percent named fog and 22 percent the tide.", ["named fog", "named the tide"]),
    ("It cut its key rate by a quarter point to 2 percent.", ["key rate", "key rate"]),
    ("The town spends 5 percent of its budget on piers.", ["spends on piers"]),
]  # fmt: skip
ANSWERS = [
    ("One in four pilots told the harbour board that they had sold a boat.", "had sold a boat"),
    ("Some 68 percent of pilots said fog was one of their three biggest fears.",
     "fog was one of their three biggest fears"),
    ("One in five letters from readers came from Strand.", "came from Strand"),
    ("Only one in six trusts the mayor to act.", "trusts the mayor to act"),
    ("Eight in ten graduates of private yards earn less.", "earn less"),
    ("Only a quarter of the 92,000 dockers are in treatment.", "in treatment"),
    ("Just 14 percent gave the mayor good marks.", "gave the mayor good marks"),
    ("Some 4 percent of ballots were blank.", "blank"),
    ("Some 6 percent of flats in either town cost less than that.", "cost less"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEASURED)
def test_a_number_measures_the_subject_of_its_clause(text: str, expected: list[str]) -> None:
    """A pronoun or a verb without a subject leads back to it; an adjective, a complement or another clause is none."""
    assert [figure.measure for figure in figures(text)][-len(expected) :] == expected


@pytest.mark.parametrize(("text", "answer"), ANSWERS)
def test_a_share_measures_the_whole_answer(text: str, answer: str) -> None:
    """Whoever was told it, wherever the group is, and with a number in it."""
    assert figures(text)[0].measure == answer


def test_what_stands_behind_a_preposition_holds_no_sum() -> None:
    """Nor does a dateline."""
    spent, raised = figures("Spending on police has grown by $55 million. FJORD — Ann Moe raised $3 million.")
    assert (spent.population, raised.population) == (None, "Ann Moe")
