"""The type of a name: what its words, those around it and an extractor say together."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities.name_forms import Candidate
from ingest.entities.settling import settled
from ingest.entities.tagged import TaggedRun
from ingest.words import split
from kg.model import EntityType

Told = tuple[str, EntityType, float]


def types(text: str, names: list[str], told: list[Told] | None) -> list[EntityType | None]:
    """The types of some names, each at its first place in a text; ``told`` is what an extractor found."""
    words = split(lay_out(text))

    def place(name: str) -> tuple[int, int]:
        first = words.at(text.index(name))
        return first, first + len(name.split()) - 1

    tagged = None if told is None else [TaggedRun(*place(name), kind, score) for name, kind, score in told]
    return [one.type for one in settled(words, [Candidate(*place(name), None) for name in names], tagged)]


CASES: list[tuple[str, str, list[Told] | None, EntityType | None]] = [
    ("The company Orvalen makes pumps.", "Orvalen", None, "organisation"),
    ("The mayor of Orvalen said so in Orvalen.", "Orvalen", None, None),
    ("Orvalen, a maker of pumps, has left.", "Orvalen", [("Orvalen", "person", 0.99)], "organisation"),
    ("He told the paper that Orvalen would go.", "Orvalen", [("Orvalen", "place", 0.9)], "place"),
    ("He praised Orvalen for it.", "Orvalen", [("Orvalen", "organisation", 0.5)], None),
    ("He praised Orvalen for it.", "Orvalen", [("Orvalen", "person", 0.6)], "person"),
    ("He praised Orvalen for it.", "Orvalen", [], None),
    ("It is said by Orvalen Quarr.", "Orvalen Quarr", [("Orvalen Quarr", "person", 0.4)], "person"),
    ("The nurse who founded Orvalen Quarr left.", "Orvalen Quarr", [("Orvalen Quarr", "person", 0.7)], "organisation"),
    ("OLDHAVEN (Reuters) - The port has shut.", "OLDHAVEN", None, "place"),
    ("Oldhaven, 14 May – The port has shut.", "Oldhaven", None, "place"),
    ("They flew to Oldhaven and in Oldhaven they slept.", "Oldhaven", None, None),
    (
        "They met in Peru and Oldhaven that year, in Oldhaven above all.",
        "Oldhaven",
        [("Oldhaven", "place", 0.6)],
        "place",
    ),
    ("Its value fell, said Orvalen, an official said.", "Orvalen", [], None),
    ("The Russian said so.", "Russian", [("Russian", "place", 0.7)], None),
]


@pytest.mark.parametrize(("text", "name", "told", "expected"), CASES)
def test_a_type_is_what_all_evidence_says(text: str, name: str, told: list[Told] | None, expected: str | None) -> None:
    """A noun beside the name outweighs an extractor, which outweighs hints; doubt leaves no type."""
    assert types(text, [name], told) == [expected]


def test_a_firm_is_known_by_its_first_word() -> None:
    """Where a name of several words is an organisation's, its first word alone is not a place."""
    text = "The company Castry Foods grew. Shares in Castry rose."
    words = split(lay_out(text))
    candidates = [Candidate(2, 3, None), Candidate(7, 7, None)]
    told = [TaggedRun(7, 7, "organisation", 0.5)]
    assert [one.type for one in settled(words, candidates, told)] == ["organisation", "organisation"]


def test_an_acronym_needs_no_more_than_a_hint() -> None:
    """Without an extractor capitals are enough; with one that found nothing, the words around must help."""
    words = split(lay_out("The ORV met. There was ORV."))
    lone = [Candidate(1, 1, "organisation")]
    assert [one.type for one in settled(words, lone, None)] == ["organisation"]
    assert [one.type for one in settled(words, lone, [])] == ["organisation"]
    assert [one.type for one in settled(words, [Candidate(5, 5, "organisation")], [TaggedRun(0, 0, "place", 0.5)])] == [
        None
    ]


@pytest.mark.parametrize(("named", "expected"), [("The council", "place"), ("Ana Orvalen", "person")])
def test_where_a_story_is_filed_from_is_a_place_all_through(named: str, expected: str) -> None:
    """Whatever an extractor takes it for later on, unless somebody of that name is named in full."""
    words = split(
        lay_out(f"ORVALEN (NNA) — {named} met.\n\nNoor said that Orvalen had shown why. It is Orvalen’s mistake.")
    )
    places = [place for place, fold in enumerate(words.folds) if fold == "orvalen"]
    later = places[-2:]
    filed = Candidate(0, 0, "place")
    full = [Candidate(place - 1, place, "person") for place in places if words.words[place - 1] == "Ana"]
    tagged = [TaggedRun(place, place, "person", 0.7) for place in later]
    found = settled(words, [filed, *full, *(Candidate(place, place, None) for place in later)], tagged)
    assert [one.type for one in found[-2:]] == [expected, expected]
