"""The quads as RDF files."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.export import write
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
