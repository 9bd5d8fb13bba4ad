from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import NamedNode, Quad

from kg.api import Graph
from kg.errors import NotFoundError
from kg.ontology import term
from kg.trace import as_sparql
from tests.stores import HARBOUR, QUAY, add, stored


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with stored() as graph:
        yield graph


def test_trace_of_a_claim_leads_to_its_words_in_context(g: Graph) -> None:
    """Outlet, article, speaker, cue, and the words where they stand."""
    (claim,) = g.claims(text="old wall would fail")
    (found,) = g.trace(claim.id)
    assert (found.publisher, found.title, found.authors, found.date) == (
        "The Harbour Ledger", "Harbour board backs sea wall", ("Ines Calder",), "2025-03-04",
    )  # fmt: skip
    (hop,) = found.hops
    assert hop.speaker is not None
    assert (hop.speaker.label, hop.cue) == ("Mara Ellison", "said")
    (passage,) = hop.passages
    assert HARBOUR.text[passage.start : passage.end] == passage.words == claim.text
    assert HARBOUR.text.startswith(passage.before)
    assert passage.after.startswith(". “We promise")


def test_trace_tells_who_the_speaker_is(g: Graph) -> None:
    """Role and organisation, with the words that state them and where those stand."""
    (claim,) = g.claims(text="old wall would fail")
    standing = g.trace(claim.id)[0].hops[0].standings[0]
    assert standing.organisation is not None
    assert (standing.role, standing.organisation.label) == ("director", "Tidewater Institute")
    assert HARBOUR.text[standing.start : standing.end] == standing.words
    assert standing.source == "2025/harbour.md"


def test_a_speaker_is_told_by_other_articles_where_their_own_does_not() -> None:
    """The article that states the role is named."""
    later = replace(
        QUAY, source="2025/later.md", text="Wall talks go on\n\nMara Ellison said that the wall would hold."
    )
    with stored(HARBOUR, later) as g:
        (claim,) = g.claims(text="wall would hold")
        standings = g.trace(claim.id)[0].hops[0].standings
        assert [(one.role, one.source) for one in standings[:1]] == [("director", "2025/harbour.md")]


def test_trace_shows_the_figures_that_a_claim_states(g: Graph) -> None:
    """With value and unit, in text order."""
    (claim,) = [c for c in g.claims(text="63 percent") if not c.embedded_in]
    (figure,) = g.trace(claim.id)[0].hops[0].figures
    assert (figure.words, figure.value, figure.unit) == ("63 percent", "63", "percent")


def test_trace_shows_the_relations_that_a_claim_asserts(g: Graph) -> None:
    """Subject, predicate and object; none where the claim asserts none."""
    for relation in g.relations():
        if relation.claim:
            hop = next(h for h in g.trace(relation.claim)[0].hops if h.claim == relation.claim)
            assert relation.id in {one.relation for one in hop.relations}
    (claim,) = g.claims(text="old wall would fail")
    assert g.trace(claim.id)[0].hops[0].relations == ()


def test_trace_tells_who_conducted_a_poll() -> None:
    """Where any article states it, with its words."""
    with stored() as g:
        (claim,) = [c for c in g.claims(text="63 percent") if not c.embedded_in]
        survey, graph = claim.cites[0], g.store.iris.resolves(g.reader.keys()[0])
        relation = g.store.iris.mint("relation", "made-up")
        institute = g.reader.entities.find("Tidewater Institute").id
        span = next(iter(g.store.engine.quads_for_pattern(None, term("kg:evidence"), None, None))).object
        values = {
            "rdf:subject": NamedNode(institute),
            "rdf:predicate": term("kg:conducted"),
            "rdf:object": NamedNode(survey.id),
            "kg:evidence": span,
        }
        g.store.write([Quad(relation, term(name), node, graph) for name, node in values.items()])
        (maker,) = g.trace(claim.id)[0].hops[0].makers
        assert maker.object is not None
        assert (maker.subject.label, maker.predicate) == ("Tidewater Institute", "conducted")
        assert maker.object.label == "survey by the Tidewater Institute"


def test_trace_of_what_is_cited_gives_the_claims_that_cite_it(g: Graph) -> None:
    """An unnamed document leads to whoever rests on it."""
    text = "Wall talks go on\n\n“Official data show that walls hold,” Jonas Okoro said."
    with stored(replace(QUAY, source="2025/data.md", text=text)) as other:
        (found,) = other.trace("Official data")
        assert [cited.label for cited in found.hops[0].cites] == ["Official data"]
    assert g.trace("survey by the Tidewater Institute")


def test_trace_shows_every_part_of_an_interrupted_quotation(g: Graph) -> None:
    """In the order of the text."""
    (claim,) = g.claims(text="We promise to finish")
    (hop,) = g.trace(claim.id)[0].hops
    assert [p.words for p in hop.passages] == [
        "“We promise to finish the new wall by spring,”",
        "“and we will publish every bill.”",
    ]


def test_trace_follows_a_chain_from_either_end(g: Graph) -> None:
    """Outermost speaker first, whichever hop was asked for."""
    inner, outer = sorted(g.claims(text="40 percent of boats"), key=lambda c: len(c.text))
    for asked in (inner, outer):
        (found,) = g.trace(asked.id)
        assert found.claim == asked.id
        assert [hop.claim for hop in found.hops] == [outer.id, inner.id]
        assert [hop.speaker.label for hop in found.hops if hop.speaker] == ["Jonas Okoro", "report"]


@pytest.mark.parametrize("words", ["OLD WALL would fail", "we promise to finish", '"We promise', "publish every bill."])
def test_words_are_found_whatever_their_dress(words: str, g: Graph) -> None:
    """Case and kind of quotation marks do not matter."""
    assert len(g.trace(words)) == 1


def test_words_of_a_rejected_claim_are_found_with_who_rejected_it_and_why() -> None:
    """After those of others; what an entity is asked for leaves them out."""
    with stored() as g:
        before = [found.claim for found in g.trace("wall")]
        g.reject(before[0], by="ines", why="a caption")
        after = g.trace("wall")
        assert [found.claim for found in after] == [*before[1:], before[0]]
        (hop,) = after[-1].hops
        assert hop.ruling is not None
        assert (hop.status, hop.ruling.by, hop.ruling.why) == ("rejected", "ines", "a caption")
        assert hop.ruling.decision == g.decisions()[0].id
        assert hop.speaker is not None
        assert before[0] not in {found.claim for found in g.trace(hop.speaker.id)}


def test_trace_of_an_entity_gives_what_it_said_and_what_is_said_of_it(g: Graph) -> None:
    """What it said comes first."""
    found = g.trace("Mara Ellison")
    speakers = [t.hops[0].speaker.label for t in found if t.hops[0].speaker]
    assert speakers[:3] == ["Mara Ellison"] * 3
    assert "Tom Abara" in speakers


def test_trace_of_a_figure_leads_to_its_claim(g: Graph) -> None:
    """By the figure's id."""
    (figure,) = [f for f in g.figures() if f.text == "63 percent"]
    (found,) = g.trace(figure.id)
    assert "63 percent" in found.hops[0].text
    assert [c.label for c in found.hops[0].cites] == ["survey by the Tidewater Institute"]


def test_trace_of_a_short_id(g: Graph) -> None:
    """As tables print it."""
    claim = g.claims()[0]
    assert g.trace(g.store.iris.compact(claim.id))[0].claim == claim.id


@pytest.mark.parametrize(
    "what", ["claim:0000000000000000", "words that nobody said", "person:nobody", "figure:none-1-2"]
)
def test_what_is_not_there_is_told(what: str, g: Graph) -> None:
    """No empty answer."""
    with pytest.raises(NotFoundError):
        g.trace(what)


def test_trace_tells_of_other_versions() -> None:
    """A claim of a corrected article says so."""
    corrected = replace(HARBOUR, text=HARBOUR.text.replace("$41", "$14"))
    with stored(HARBOUR, QUAY) as g:
        add(g, [corrected])
        (old,) = [c for c in g.claims(all_versions=True) if "$41" in c.text]
        (new,) = g.claims(text="$14")
        assert g.trace(old.id)[0].revised_by == new.article
        assert g.trace(new.id)[0].revises == old.article


def test_a_trace_as_sparql_gives_the_same_words(g: Graph) -> None:
    """The query can be run anywhere."""
    (claim,) = g.claims(text="old wall would fail")
    rows = g.query(as_sparql([claim.id]))
    assert {row[rows.variables.index("words")] for row in rows.values()} == {claim.text}
