"""What is wrong with a store: every span against its text, every hash, every shape, one article at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg import resources
from kg.article_graph import ArticleGraph
from kg.graph import Reader
from kg.link import Linker
from kg.model import digest
from kg.store import Store, to_rdflib, value

if TYPE_CHECKING:
    from rdflib import Graph as RdflibGraph

ENTITIES_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it must be: where, and what."""

    source: str
    node: str
    problem: str


def verify(store: Store, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
    """Every problem of a store, found with the memory of one article, whatever the size of the store.

    ``progress`` is told how many articles are done, and of how many.
    """
    reader = Reader(store)
    shapes = _Shapes()
    linker = Linker(store)
    known = {entity.id for entity in reader.entities}
    keys = reader.keys()
    for number, key in enumerate(keys):
        graph = ArticleGraph(store, key, reader.entities)
        for check in (_check_hashes, _check_spans, lambda graph: _check_entities(graph, known, linker)):
            try:
                yield from check(graph)
            except (LookupError, ValueError) as error:
                yield Problem(graph.source, graph.id, f"something that must be there is missing: {error!r}")
        quads = [*store.graph(store.iris.says(key)), *store.graph(store.iris.resolves(key))]
        yield from (Problem(graph.source, node, text) for node, text in shapes.check(quads))
        if progress:
            progress(number + 1, len(keys))
    for key, entity in sorted(linker.misplaced().items()):
        yield Problem("entities", key, f"must mean {entity}, by what the articles say and people decided")
    yield from _check_rest(store, shapes, keys)


def _check_hashes(graph: ArticleGraph) -> Iterator[Problem]:
    if sha256(graph.text.encode("utf-8")).hexdigest() != graph.value(graph.id, "kg:textHash"):
        yield Problem(graph.source, graph.id, "the stored text does not have the hash that is recorded for it")
    if digest(graph.source, graph.text) != graph.key:
        yield Problem(graph.source, graph.id, "the article's id is not the hash of its source and text")


def _check_spans(graph: ArticleGraph) -> Iterator[Problem]:
    """Spans whose words are not those of the text, and claims whose words are not those of their spans."""
    text = graph.text
    for node in graph.subjects("kg:Span"):
        start, end = graph.span(node) or (0, 0)
        if text[start:end] != graph.exact(node):
            yield Problem(graph.source, node, f"the text at {start}-{end} reads otherwise than the span's words")
        prefix, suffix = graph.value(node, "oa:prefix"), graph.value(node, "oa:suffix")
        if prefix is not None and not text[:start].endswith(prefix):
            yield Problem(graph.source, node, "the words before the span are not those recorded")
        if suffix is not None and not text[end:].startswith(suffix):
            yield Problem(graph.source, node, "the words after the span are not those recorded")
    for claim, _ in graph.claims():
        if claim.words(text) != claim.text:
            yield Problem(graph.source, claim.id, "the claim's text is not that of its evidence")


def _check_entities(graph: ArticleGraph, known: set[str], linker: Linker) -> Iterator[Problem]:
    """Referents that resolve to nothing, and a resolves-graph that does not follow from what is said and decided."""
    for referent in graph.subjects("kg:Referent"):
        entity = graph.value(referent, "kg:resolvesTo")
        if entity and entity not in known:
            yield Problem(graph.source, referent, f"resolves to {entity}, which the store does not describe")
    for quad in linker.wrong(graph.key):
        yield Problem(graph.source, value(quad.subject), f"{quad.predicate.value} does not follow from what is decided")


def _check_rest(store: Store, shapes: _Shapes, keys: list[str]) -> Iterator[Problem]:
    """Entities, decisions, the authority list and the log, and graphs that belong to no article."""
    iris = store.iris
    shared = {"entities": iris.entities, "decisions": iris.decisions, "authority": iris.authority, "log": iris.log}
    for where, graph in shared.items():
        batch: dict[str, list[Quad]] = {}
        for quad in sorted(store.graph(graph), key=lambda q: str(q.subject)):
            if value(quad.subject) not in batch and len(batch) >= ENTITIES_AT_ONCE:
                yield from (
                    Problem(where, n, text) for n, text in shapes.check([q for qs in batch.values() for q in qs])
                )
                batch = {}
            batch.setdefault(value(quad.subject), []).append(quad)
        yield from (Problem(where, n, text) for n, text in shapes.check([q for qs in batch.values() for q in qs]))
    expected = {graph(key).value for key in keys for graph in (store.iris.says, store.iris.resolves)}
    expected |= {graph.value for graph in shared.values()}
    for name in store.engine.named_graphs():
        if name.value not in expected:
            yield Problem("store", name.value, "a graph that belongs to no article")


class _Shapes:
    """The shapes of the ontology, loaded once."""

    def __init__(self) -> None:
        from rdflib import Graph

        self._ontology: RdflibGraph = Graph().parse(resources.ontology_path(), format="turtle")

    def check(self, quads: list[Quad]) -> Iterator[tuple[str, str]]:
        """Nodes that a shape refuses, with the reason."""
        from pyshacl import validate
        from rdflib import RDF, SH, Graph

        data = Graph()
        for quad in quads:
            data.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))  # type: ignore[arg-type]
        conforms, report, _ = validate(data, shacl_graph=self._ontology, ont_graph=self._ontology, inference="none")
        if conforms:
            return
        for result in sorted(report.subjects(RDF.type, SH.ValidationResult), key=str):
            node, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
            message = report.value(result, SH.resultMessage)
            yield str(node), f"{path}: {message}"
