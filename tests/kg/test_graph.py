from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from kg.api import Graph
from kg.errors import UsageError
from kg.model import INTERRUPTION
from tests.stores import HARBOUR, QUAY, article, stored


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with stored() as graph:
        yield graph


def test_every_claim_is_its_slice_of_the_text(g: Graph) -> None:
    """The exact words, at the offsets that are said."""
    texts = {a.id: g.text(a.id) for a in g.articles()}
    assert sorted(texts.values()) == sorted([HARBOUR.text, QUAY.text])
    for claim in g.claims():
        parts = claim.parts or ((claim.start, claim.end),)
        assert claim.text == INTERRUPTION.join(texts[claim.article][s:e] for s, e in parts)
        for words, span in ((claim.cue, claim.cue_span),):
            assert words == (texts[claim.article][slice(*span)] if span else None)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"speaker": "Mara Ellison"}, 3),
        ({"speaker": "person:mara-ellison"}, 3),
        ({"about": "Mara Ellison"}, 1),
        ({"mode": "narration"}, 2),
        ({"attributed": True}, 8),
        ({"source": "2025/quay.md"}, 5),
        ({"source": "quayside post"}, 5),
        ({"since": "2025-03-05"}, 5),
        ({"until": "2025-03-04"}, 5),
        ({"since": "2025", "until": "2025-03"}, 10),
        ({"text": "WALL"}, 4),
        ({"type": "survey-result"}, 1),
        ({"speaker": "Mara Ellison", "mode": "direct", "source": "2025/quay.md"}, 1),
    ],
)
def test_filters_combine(filters: dict[str, Any], count: int, g: Graph) -> None:
    """Each narrows, and together they narrow more."""
    assert len(g.claims(**filters)) == count


def test_filter_of_a_date_that_is_none_is_refused(g: Graph) -> None:
    """It would silently pass everything."""
    with pytest.raises(UsageError, match="not a date"):
        g.claims(since="yesterday")


def test_narration_speaks_in_the_authors_voice(g: Graph) -> None:
    """The author, else the publisher, else nobody."""
    assert {c.speaker.label for c in g.claims(mode="narration", source=QUAY.source) if c.speaker} == {"Tom Abara"}
    with stored(article("The harbour lies north of the town.", publisher="Quayside Post")) as other:
        assert [c.speaker.label for c in other.claims() if c.speaker] == ["Quayside Post"]
    with stored(article("The harbour lies north of the town.")) as other:
        assert [c.speaker for c in other.claims()] == [None]


def test_text_by_two_authors_is_found_under_both() -> None:
    """Neither is left out."""
    with stored(article("The harbour lies north of the town.", authors=("Ines Calder", "Tom Abara"))) as g:
        assert len(g.claims(speaker="Ines Calder")) == len(g.claims(speaker="Tom Abara")) == 1


def test_entity_records_have_roles_mentions_and_counts(g: Graph) -> None:
    """What `kg entities` shows."""
    (ellison,) = [e for e in g.entities() if e.label == "Mara Ellison"]
    assert ellison.claims_by == 3
    assert ellison.claims_about == 1
    assert [(r.role, r.organisation) for r in ellison.roles] == [("director", "Tidewater Institute")]
    for mention in ellison.mentions:
        text = HARBOUR.text if mention.source == HARBOUR.source else QUAY.text
        assert text[mention.start : mention.end] == mention.text


def test_a_role_in_several_words_is_told_once() -> None:
    """The fullest words with the organisation or place, of whichever article; other roles beside it."""
    first = article("Then President Gabriel Oduya spoke. The president of Chile, Gabriel Oduya, waved.", source="a.txt")
    second = article("She told former mayor Gabriel Oduya so. Then President Gabriel Oduya left.", source="b.txt")
    with stored(first, second) as g:
        (oduya,) = [e for e in g.entities() if e.label == "Gabriel Oduya"]
        assert [(r.role, r.organisation) for r in oduya.roles] == [("president", "Chile"), ("former mayor", None)]


def test_figures_have_numbers_as_exact_strings(g: Graph) -> None:
    """And the words as published."""
    (cost,) = [f for f in g.figures() if f.text == "$41 million"]
    assert (cost.value, cost.unit) == ("41000000", "USD")
    assert HARBOUR.text[cost.start : cost.end] == "$41 million"
    assert any(cost.id in claim.figures for claim in g.claims(text="$41 million"))


def test_long_text_is_stored_in_parts_and_comes_back_whole() -> None:
    """Some servers refuse literals over 100 kB; no character is lost at the joints."""
    text = "The wall is high; Señora Ñandú saw it 🌊 " * 3000
    with stored(article(text)) as g:
        (record,) = g.articles()
        assert g.text(record.id) == text
        parts = g.query("SELECT ?t { ?p a kg:TextPart ; schema:text ?t }").values()
        assert len(parts) > 1
        assert all(len((part or "").encode()) <= 100_000 for (part,) in parts)
