"""Places that stand for their governments."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities.finding import find as find_entities
from ingest.speakers.resolving import resolve
from kg.model import Article, Claim, Span

CASES: list[tuple[str, list[str]]] = [
    ("Lisbon warned that it would rain.", ["Lisbon"]),
    ("Portugal has rejected the treaty.", ["Portugal"]),
    ("They say that Portugal will veto it.", ["Portugal"]),
    ("Lisbon will need a steady hand.", ["Lisbon"]),
    ("Seattle will need more buses.", []),
    ("Lisbon’s position on trade is firm.", ["Lisbon"]),
    ("Lisbon’s new foreign policy is firm.", ["Lisbon"]),
    ("Lisbon’s trams are yellow.", []),
    ("Officials in Lisbon said it rained.", []),
    ("She flew to Lisbon and said it rained.", []),
    ("Portugal was called lucky.", []),
    ("Rosa Pinto of Portugal said it rained.", []),
    ("A teacher from Sintra, Portugal, said it rained.", []),
]


@pytest.mark.parametrize(("text", "marked"), CASES, ids=[text for text, _ in CASES])
def test_places_that_decide_or_speak_are_marked(text: str, marked: list[str]) -> None:
    """As the subject of what only governments do, or the owner of what only they have; the referent stays a place."""
    document = lay_out(text)
    _, referents, mentions = resolve(document, [], *find_entities(document, Article("a.txt", text)))
    assert [one.span.of(text) for one in mentions if one.metonym] == marked
    assert all(referents[one.referent].type == "place" for one in mentions if one.metonym)


def test_a_place_that_a_claim_has_for_a_speaker_is_marked() -> None:
    """Whatever its verb."""
    text = "Portugal regards it as settled."
    document = lay_out(text)
    claim = Claim((Span(17, 30),), "indirect", Span(0, 8), Span(9, 16))
    claims, referents, mentions = resolve(document, [claim], *find_entities(document, Article("a.txt", text)))
    assert referents[claims[0].speaker or 0].name == "Portugal"
    assert [one.metonym for one in mentions] == [True]
