"""The quads of a store, or of what lies around a focus, as Turtle, TriG, N-Quads or JSON-LD."""

from __future__ import annotations

import sys
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from kg.decisions import taken_back
from kg.excerpt import excerpt
from kg.export.options import Graph, Options


def write_turtle(graph: Graph, path: Path, options: Options) -> None:
    """Write the union of all named graphs as Turtle, which has no named graphs."""
    _dump(graph, path, options, RdfFormat.TURTLE)


def write_trig(graph: Graph, path: Path, options: Options) -> None:
    """Write all named graphs as TriG."""
    _dump(graph, path, options, RdfFormat.TRIG)


def write_nquads(graph: Graph, path: Path, options: Options) -> None:
    """Write all named graphs as N-Quads."""
    _dump(graph, path, options, RdfFormat.N_QUADS)


def write_jsonld(graph: Graph, path: Path, options: Options) -> None:
    """Write all named graphs as JSON-LD."""
    _dump(graph, path, options, RdfFormat.JSON_LD)


def _dump(graph: Graph, path: Path, options: Options, format: RdfFormat) -> None:
    """Rejected claims are in it, marked; decisions that were taken back only with ``options.history``."""
    without = frozenset() if options.history else taken_back(graph.store)
    only = _around(graph, options, without) if options.focus else None
    with path.open("wb") as out:
        graph.store.dump(out, format, only=only, without=without)


def _around(graph: Graph, options: Options, without: frozenset[NamedNode]) -> set[NamedNode]:
    """The nodes around the focus, with all that they rest on."""
    near = graph.around(options.focus or "", hops=options.hops, enough=sys.maxsize, rejected=True).records
    found = (record.id for kind in (near.entities, near.claims, near.figures, near.relations) for record in kind)
    return excerpt(graph.store, found, without=without)
