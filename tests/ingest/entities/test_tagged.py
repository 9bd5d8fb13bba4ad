"""Names that an extractor found reach the entities, where they know better."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.entities import NameFound, find
from ingest.entities.name_forms import Candidate
from ingest.entities.tagged import TaggedRun, in_words, joined
from ingest.words import split
from kg.model import ENTITY_TYPES, Article, EntityType, Span

Told = tuple[str, EntityType, float]
"""A name in words, its type and how sure the extractor is."""


def name(text: str, told: Told) -> NameFound:
    """A name where its words stand in a text for the first time."""
    words, kind, score = told
    start = text.index(words)
    return NameFound(Span(start, start + len(words)), kind, score)


def entities(text: str, *told: Told) -> dict[str, EntityType]:
    """The entities of a text, by name."""
    referents, _ = find(lay_out(text), Article("a.txt", text), [name(text, one) for one in told])
    return {referent.name: referent.type for referent in referents}


@pytest.mark.parametrize("kind", ["person", "organisation", "place"])
def test_an_unknown_name_is_of_the_type_that_was_found(kind: EntityType) -> None:
    """Where neither its own words nor those around it tell."""
    text = "They praised Orvalen for it."
    assert "Orvalen" not in entities(text)
    assert entities(text, ("Orvalen", kind, 0.9)) == {"Orvalen": kind}


def test_the_words_around_a_name_know_better() -> None:
    """A city is a city, whatever was found."""
    assert entities("The city of Orvale was flooded.", ("Orvale", "person", 0.99)) == {"Orvale": "place"}


def test_a_name_has_its_type_everywhere() -> None:
    """Also where the extractor did not find it."""
    text = "They praised Orvalen for it. We like Orvalen."
    referents, mentions = find(lay_out(text), Article("a.txt", text), [name(text, ("Orvalen", "place", 0.9))])
    assert [referent.type for referent in referents] == ["place"]
    assert [mention.span.of(text) for mention in mentions] == ["Orvalen", "Orvalen"]


SMALL: list[tuple[str, Told, dict[str, EntityType]]] = [
    ("They say that quenby tarrow left.", ("quenby tarrow", "person", 0.99), {"quenby tarrow": "person"}),
    ("They say that quenby tarrow left.", ("quenby tarrow", "person", 0.65), {}),
    ("They met at the quenby Tarrow.", ("the quenby", "place", 0.65), {}),
]


@pytest.mark.parametrize(("text", "told", "expected"), SMALL)
def test_a_name_without_capitals_must_be_sure(text: str, told: Told, expected: dict[str, EntityType]) -> None:
    """Small letters alone say that a word is no name; a sure extractor is believed all the same."""
    assert entities(text, told) == expected


LONGER: list[tuple[str, Told, dict[str, EntityType]]] = [
    (
        "They met Orvale for Everyone there.",
        ("Orvale for Everyone", "organisation", 0.95),
        {"Orvale for Everyone": "organisation"},
    ),
    ("They went to meetings of Chile First.", ("Chile First", "organisation", 0.2), {}),
    ("They met Orvale for Everyone there.", ("Orvale for Everyone", "person", 0.95), {}),
    ("They crossed into Ecuador Street at night.", ("Ecuador Street at", "place", 0.2), {"Ecuador Street": "place"}),
    ("They met Peter Lunn of Dover.", ("Peter Lunn of Dover", "person", 0.95), {"Peter Lunn": "person"}),
]


@pytest.mark.parametrize(("text", "told", "expected"), LONGER)
def test_a_longer_name_stands_for_its_parts(text: str, told: Told, expected: dict[str, EntityType]) -> None:
    """An organisation's or a place's, where it is sure; a person's name is found by its own form."""
    found = entities(text, told)
    assert {one: kind for one, kind in found.items() if one in expected} == expected
    assert (told[0] in found) == (told[0] in expected)


RUNS: list[tuple[Span, tuple[int, int] | None]] = [
    (Span(5, 17), (1, 2)),
    (Span(6, 16), (1, 2)),
    (Span(26, 29), (5, 5)),
    (Span(32, 33), None),
    (Span(0, 32), (0, 5)),
]


@pytest.mark.parametrize(("span", "run"), RUNS)
def test_names_are_runs_of_whole_words(span: Span, run: tuple[int, int] | None) -> None:
    """Half a word is widened; what holds no word is left out."""
    words = split(lay_out("They Mara Ellison of the harbour."))
    expected = [] if run is None else [TaggedRun(*run, "person", 0.9)]
    assert in_words(words, [NameFound(span, "person", 0.9)]) == expected


def test_no_name_goes_on_and_on() -> None:
    """A run of very many words is no name."""
    text = "Orvale " * 40
    assert in_words(split(lay_out(text)), [NameFound(Span(0, len(text)), "place")]) == []


def test_a_name_that_is_known_does_not_give_way() -> None:
    """Nor does a person with a title; where one of several stays, all do."""
    words = split(lay_out("They met Orvale for Everyone there."))
    for kept in (Candidate(2, 2, "place", known="Orvale"), Candidate(2, 2, "person", title=1)):
        candidates = [kept, Candidate(4, 4, None)]
        assert joined(words, candidates, [TaggedRun(2, 4, "organisation", 0.95)]) == candidates
    loose = [Candidate(2, 2, "place"), Candidate(4, 4, None)]
    assert joined(words, loose, [TaggedRun(2, 4, "organisation", 0.95)]) == [Candidate(2, 4, "organisation")]
    assert joined(words, loose, [TaggedRun(3, 4, "organisation", 0.95)]) == [loose[0], Candidate(3, 4, "organisation")]
    assert joined(words, loose, [TaggedRun(2, 4, "organisation", 0.95)], barred={3}) == loose
    assert joined(words, loose, []) == loose


WORDS = ["Mara", "Ellison", "orvale", "Quenby", "the", "of", "Harbour Council", "Dr.", "Chile", "2004", "—", ".", "\n",
         "\u00adOr\u00advale", "Limaresearcher", "“", "Ellison’s", "U.S.", "東京", "Port-Ellery"]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40)


@settings(max_examples=200)
@given(pieces=PIECES, data=st.data())
def test_whatever_names_are_found_mentions_lie_in_the_text(pieces: list[str], data: st.DataObject) -> None:
    """Whatever an extractor takes for a name, every mention has words of the text, and no two have the same."""
    text = " ".join(pieces)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    names = [
        NameFound(
            Span(start, end), data.draw(st.sampled_from(ENTITY_TYPES[:3])), data.draw(st.sampled_from((0.3, 0.7, 0.99)))
        )
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    referents, mentions = find(lay_out(text), Article("a.txt", text), names)
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in mentions)
    assert len({mention.span for mention in mentions}) == len(mentions)
    assert {mention.referent for mention in mentions} == set(range(len(referents)))
    assert (referents, mentions) == find(lay_out(text), Article("a.txt", text), names)
