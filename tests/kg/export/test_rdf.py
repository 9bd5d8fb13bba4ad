"""The quads as RDF files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.api import Graph
from kg.export import Options, write
from kg.iris import DEFAULT_BASE
from kg.store import MEMORY, create
from kg.verify import verify
from tests import stores
from tests.factories import FakeGraph

FORMATS = {
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".ttl": RdfFormat.TURTLE,
}


def stored() -> FakeGraph:
    """A store with the same statement in two graphs, and another in one."""
    graph = FakeGraph()
    ana, name, age = NamedNode("urn:t:ana"), NamedNode("urn:t:name"), NamedNode("urn:t:age")
    one, two = NamedNode("urn:t:one"), NamedNode("urn:t:two")
    quads = [
        Quad(ana, name, Literal("Ana"), one),
        Quad(ana, name, Literal("Ana"), two),
        Quad(ana, age, Literal("40"), two),
    ]
    graph.store.write(quads)
    return graph


@pytest.mark.parametrize("suffix", FORMATS)
def test_all_statements_come_back(suffix: str, tmp_path: Path) -> None:
    """Formats with named graphs give all quads, Turtle each triple once."""
    graph = stored()
    back = list(parse(path=write(graph, tmp_path / f"dump{suffix}"), format=FORMATS[suffix]))
    expected = set(graph.store.engine)
    if suffix == ".ttl":
        expected = {Quad(q.subject, q.predicate, q.object) for q in expected}
    assert set(back) == expected
    assert len(back) == len(expected)


def test_focus_with_all_that_it_rests_on_is_a_store_of_its_own(tmp_path: Path) -> None:
    """No other claims are in it, nothing is left undescribed, and it verifies as the whole does."""
    with stores.stored() as g:
        (claim,) = g.claims(text="ruin the quay")
        g.reject(claim.id, why="checked")
        g.different("Mara Ellison", "Jonas Okoro")
        g.merge("Fishers Union", "Tidewater Institute")
        g.undo(g.decisions()[-1].id)
        quads = list(parse(path=write(g, tmp_path / "f.nq", Options("f", "Jonas Okoro")), format=RdfFormat.N_QUADS))
        expected = {c.id for c in g.around("Jonas Okoro", rejected=True).records.claims}
        assert len(expected) < len(g.claims(rejected=True))
    subjects = {quad.subject for quad in quads}
    ours = {q.object for q in quads if isinstance(q.object, NamedNode) and q.object.value.startswith(DEFAULT_BASE)}
    assert ours <= subjects
    with Graph(create(MEMORY)) as part:
        part.store.write(quads)
        assert list(verify(part.store)) == []
        assert {c.id for c in part.claims(rejected=True)} == expected
        assert [d.verdict for d in part.decisions()] == ["rejected", "different"]
