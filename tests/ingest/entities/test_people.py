"""Which names are one person's, and whom a lone name means."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities import find
from ingest.entities.people import is_slip
from kg.model import Article


def people(text: str) -> dict[str, list[str]]:
    """The mentions of each person, by name."""
    referents, mentions = find(lay_out(text), Article("a.txt", text))
    return {
        referent.name: [mention.span.of(text) for mention in mentions if mention.referent == number]
        for number, referent in enumerate(referents)
        if referent.type == "person"
    }


ONE = [
    "José Tanguy spoke. José Tanguy Ruiz left.",
    "Pete Drummel spoke. Peter Drummel left.",
    "Maria Sandowal spoke. Later, said Maria Sandoval, it rained. Maria Sandowal left.",
    "Jannette Drummel spoke. Then Jeannette Drummel left.",
    "Vilma Sandowal spoke. The answer of Mr. Sandowall was no.",
    "Theresa May spoke. Prime Minister Theresa May left.",
]


@pytest.mark.parametrize("text", ONE)
def test_forms_of_one_name_are_one_person(text: str) -> None:
    """A second surname, a short first name, a slip of the pen."""
    assert len(people(text)) == 1


TWO = [
    "Paul Drummel spoke. Paula Drummel left.",
    "Aung Tan spoke. Aung Tan Suu Lin left.",
    "Ana Hansen spoke. Peter Hanson left.",
    "Vilma Jonsen spoke. Ana Janson left. Then Janson spoke.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_people_are_never_one(text: str) -> None:
    """Names that differ in more than a slip, or in a first name that is another's."""
    assert len(people(text)) == 2


def test_nobody_is_called_by_the_surname_before_the_full_name_of_a_sentence() -> None:
    """Who then bears it is another of that name."""
    text = (
        "Ned Tarlow spoke. Ana Tarlow left.\n\nAna Tarlow came back, and Tarlow spoke of Ana Tarlow. Then Tarlow slept."
    )
    assert people(text)["Ned Tarlow"] == ["Ned Tarlow", "Tarlow"]
    assert people(text)["Ana Tarlow"] == ["Ana Tarlow", "Ana Tarlow", "Ana Tarlow", "Tarlow"]


def test_a_lone_surname_stays_with_whom_it_stood_for_first() -> None:
    """His relatives keep their first names, however often they are named in full."""
    family = "George Tarlow, his father, was mayor. " * 2 + "People still liked George Tarlow, and George Tarlow knew. "
    text = (
        "Tarlow’s Bid May Be the Last\n\nLife was good to young Ned Tarlow. Friends know Mr. Tarlow well.\n\n"
        f"{family}\n\nMr. Tarlow lost ground in May. A poll showed that voters doubted Tarlow."
    )
    assert people(text)["Ned Tarlow"] == ["Tarlow", "Ned Tarlow", "Tarlow", "Tarlow", "Tarlow"]


def test_a_lone_surname_goes_to_whom_the_article_is_about() -> None:
    """In its own paragraph the full name nearest before it counts, elsewhere whoever is named in full most."""
    text = (
        "Ana Drummel won. Ana Drummel sang. Her husband, Peter Drummel, wept. Drummel left early.\n\n"
        "On Monday Drummel thanked everybody."
    )
    assert people(text) == {
        "Ana Drummel": ["Ana Drummel", "Ana Drummel", "Drummel"],
        "Peter Drummel": ["Peter Drummel", "Drummel"],
    }


def test_a_title_tells_who_is_meant() -> None:
    """Mr and Mrs, and the office that one of them was said to hold."""
    text = "Senator Ana Drummel won. Peter Drummel wept. Peter sang.\n\nMrs. Drummel left.\n\nSenator Drummel slept."
    assert people(text)["Ana Drummel"] == ["Ana Drummel", "Drummel", "Drummel"]


def test_a_couple_is_neither_of_the_two() -> None:
    """The plural of a surname names nobody."""
    text = "Ana Drummel won. Peter Drummel lost. The Drummels went home with the Drummels’ dog."
    assert people(text) == {"Ana Drummel": ["Ana Drummel"], "Peter Drummel": ["Peter Drummel"]}


SLIPS = [
    ("sandowal", "sandowall", True),
    ("sadnowal", "sandowal", True),
    ("sandoval", "sandowal", False),
    ("sandowal", "sandowal", False),
    ("dowal", "sandowal", False),
    ("tan", "tann", False),
]


@pytest.mark.parametrize(("word", "meant", "slip"), SLIPS)
def test_a_slip_is_a_letter_too_many_too_few_or_out_of_place(word: str, meant: str, slip: bool) -> None:
    """An exchanged letter makes another name."""
    assert is_slip(word, meant) is slip
    assert is_slip("sandoval", "sandowal", exchanged=True)
