from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.api import Graph
from kg.ontology import term
from kg.verify import verify
from tests.stores import HARBOUR, stored


def test_store_that_was_ingested_has_no_problem() -> None:
    """Every span, hash and shape holds."""
    with stored() as g:
        steps: list[tuple[int, int]] = []
        assert list(verify(g.store, lambda done, total: steps.append((done, total)))) == []
        assert steps == [(1, 2), (2, 2)]


def _replace(g: Graph, curie: str, new: Callable[[Quad], NamedNode | Literal | None]) -> None:
    """Tampers with the first statement of a property."""
    quad = min(g.store.engine.quads_for_pattern(None, term(curie), None, None), key=str)
    g.store.engine.remove(quad)
    if (value := new(quad)) is not None:
        g.store.engine.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))


@pytest.mark.parametrize(
    ("curie", "value", "message"),
    [
        ("oa:exact", Literal("words that are not there"), "reads otherwise"),
        ("oa:end", Literal(3), "reads otherwise"),
        ("oa:prefix", Literal("not what stands before"), "words before the span"),
        ("oa:suffix", Literal("not what stands after"), "words after the span"),
        ("kg:textHash", Literal("0" * 64), "does not have the hash"),
        ("kg:source", Literal("another.md"), "not the hash of its source"),
        ("kg:resolvesTo", NamedNode("urn:claimgraph:person:nobody"), "does not describe"),
        ("kg:mode", NamedNode("urn:x:shouted"), "mode"),
        ("kg:mode", None, "mode"),
        ("skos:prefLabel", None, "prefLabel"),
        ("kg:evidence", None, "evidence"),
        ("oa:end", None, "end"),
        ("kg:textPart", None, "textPart"),
        ("kg:claimType", None, "claimType"),
    ],
)
def test_tampering_is_found(curie: str, value: NamedNode | Literal | None, message: str) -> None:
    """Whatever was changed, it is named."""
    with stored(HARBOUR) as g:
        _replace(g, curie, lambda _: value)
        assert any(message in problem.problem for problem in verify(g.store))


def test_claim_whose_text_is_not_its_evidence_is_found() -> None:
    """The one thing that must never happen."""
    with stored(HARBOUR) as g:
        claim = NamedNode(g.claims()[0].id)
        (quad,) = g.store.engine.quads_for_pattern(claim, term("schema:text"), None, None)
        g.store.engine.remove(quad)
        g.store.engine.add(Quad(claim, term("schema:text"), Literal("invented"), quad.graph_name))
        (problem,) = [p for p in verify(g.store) if p.node == claim.value]
        assert "not that of its evidence" in problem.problem


def test_resolving_to_somebody_else_is_found() -> None:
    """What a name leads to follows from what is said and decided, and from nothing else."""
    with stored(HARBOUR) as g:
        (other,) = (e for e in g.entities() if e.label == "Tidewater Institute")
        _replace(g, "kg:speaker", lambda _: NamedNode(other.id))
        assert any("does not follow" in problem.problem for problem in verify(g.store))


def test_name_that_leads_elsewhere_than_it_must_is_found() -> None:
    """A merge that nobody decided, written in by hand."""
    with stored(HARBOUR) as g:
        one, other, *_ = (NamedNode(e.id) for e in g.entities() if e.type == "person")
        g.store.engine.add(Quad(one, term("dcterms:isReplacedBy"), other, g.store.iris.entities))
        assert any("must mean" in problem.problem for problem in verify(g.store))


@pytest.mark.parametrize("curie", ["kg:by", "kg:verdict", "kg:decidedAt", "kg:subject"])
def test_decision_that_lacks_what_it_must_have_is_found(curie: str) -> None:
    """Nobody, nothing, at no time."""
    with stored(HARBOUR) as g:
        g.rename("Mara Ellison", "M. Ellison")
        assert list(verify(g.store)) == []
        (quad,) = g.store.engine.quads_for_pattern(None, term(curie), None, g.store.iris.decisions)
        g.store.engine.remove(quad)
        assert any(problem.source == "decisions" for problem in verify(g.store))


def test_graph_of_no_article_is_found() -> None:
    """Nothing hides in a store."""
    with stored(HARBOUR) as g:
        stray = NamedNode("urn:claimgraph:says:stray")
        g.store.engine.add(Quad(stray, term("rdfs:label"), Literal("x"), stray))
        assert [p.node for p in verify(g.store)] == [stray.value]
