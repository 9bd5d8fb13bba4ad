"""How two entities are connected: the shortest path of claims and relations, with the exact words at every step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.entities import Entities
from kg.errors import NotFoundError
from kg.evidence import Evidence
from kg.model import Reference
from kg.network.views import Draft, Edge, everything
from kg.ontology import notation, term
from kg.store import Store, value

if TYPE_CHECKING:
    import networkx as nx

_COSTS = {"mentionedTogether": 13, "namedTogether": 14, "reportsOn": 18}
"""What an edge costs; one that somebody's words or a relation make costs less than being named in one sentence, and
having been written on by one author costs most."""
_COST = 10
_LOOKED_AT = 500
"""Paths of equal cost that the best are chosen from."""
_READ = 40
"""Pieces of evidence of a step whose words are read, to choose what is shown."""
_ORDER = ("cites", "quotes", "saidAbout", "mentionedTogether", "namedTogether", "reportsOn")


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of evidence for a step: a claim or a relation that joins two entities, with its exact words.

    ``start`` and ``end`` say who does it to whom: the speaker comes before what is spoken of.
    """

    predicate: str
    label: str
    start: Reference
    end: Reference
    claim: str | None
    relation: str | None
    speaker: Reference | None
    mode: str | None
    words: str
    source: str
    publisher: str | None
    date: str | None
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From one entity to the next: the best of the evidence, and how many pieces there are."""

    start: Reference
    end: Reference
    links: tuple[Link, ...]
    total: int


@dataclass(frozen=True, slots=True)
class EvidencePath:
    """The steps from one entity to another."""

    steps: tuple[Step, ...]


def paths(
    store: Store,
    entities: Entities,
    evidence: Evidence,
    start: str,
    end: str,
    *,
    max_hops: int = 6,
    limit: int = 1,
    links: int = 3,
) -> list[EvidencePath]:
    """The shortest paths between two entities (names or ids), up to ``limit`` of equal length, the best attested first.

    ``links`` is how many pieces of evidence each step shows at most. Claims that somebody made and relations are
    preferred to being named together.

    Raises:
        NotFoundError: there is no such entity, or no path of at most ``max_hops`` steps; the message says how near.
    """
    first, last = entities.find(start), entities.find(end)
    if first.id == last.id:
        raise NotFoundError(f"{start} and {end} are one entity: {first.label}")
    draft = everything(evidence)
    between: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in draft.edges:
        between[_pair(edge.start, edge.end)].append(edge)
    routes = _routes(_graph(between), draft, first.id, last.id, max_hops)
    ranked = sorted(islice(routes, _LOOKED_AT), key=lambda route: (-_weakest(route, between), route))
    reader = _Reader(store, entities)
    return [
        EvidencePath(tuple(reader.step(a, b, between[_pair(a, b)], links) for a, b in pairwise(route)))
        for route in ranked[:limit]
    ]


def _pair(first: str, second: str) -> tuple[str, str]:
    return (first, second) if first < second else (second, first)


def _graph(between: dict[tuple[str, str], list[Edge]]) -> nx.Graph[str]:
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for (first, second), edges in between.items():
        graph.add_edge(first, second, cost=min(_COSTS.get(edge.predicate, _COST) for edge in edges))
    return graph


def _routes(graph: nx.Graph[str], draft: Draft, first: str, last: str, max_hops: int) -> Iterable[list[str]]:
    """The cheapest ways from one node to another; where those have too many steps, the ways of fewest steps."""
    import networkx as nx

    names = [draft.nodes[node].label for node in (first, last)]
    if first not in graph or last not in graph or not nx.has_path(graph, first, last):
        near = "; ".join(_nearest(graph, draft, node) for node in (first, last))
        raise NotFoundError(f"{names[0]} and {names[1]} are not connected by any claim or relation. {near}")
    fewest = nx.shortest_path_length(graph, first, last)
    if fewest > max_hops:
        via = nx.shortest_path(graph, first, last)[max_hops]
        raise NotFoundError(
            f"{names[0]} and {names[1]} are {fewest} steps apart, more than {max_hops}: give --max-hops {fewest}. "
            f"The nearest to {names[1]} within reach is {draft.nodes[via].label}"
        )
    cheapest = nx.dijkstra_path(graph, first, last, weight="cost")
    weight = "cost" if len(cheapest) <= max_hops + 1 else None
    return nx.all_shortest_paths(graph, first, last, weight=weight)


def _nearest(graph: nx.Graph[str], draft: Draft, node: str) -> str:
    label = draft.nodes[node].label
    if node not in graph:
        return f"{label} is joined to nobody"
    near = sorted(graph[node], key=lambda other: (graph[node][other]["cost"], -graph.degree(other), other))
    return f"The nearest to {label}: {', '.join(draft.nodes[other].label for other in near[:3])}"


def _weakest(route: Sequence[str], between: dict[tuple[str, str], list[Edge]]) -> int:
    """How much evidence the step has that has least."""
    return min(len(between[_pair(a, b)]) for a, b in pairwise(route))


class _Reader:
    """Reads the words of the few claims and relations that a path shows."""

    def __init__(self, store: Store, entities: Entities) -> None:
        self._pattern = store.engine.quads_for_pattern
        self._entities = entities

    def step(self, start: str, end: str, edges: Sequence[Edge], most: int) -> Step:
        """A step with the best of its evidence: relations, then what is said, quotations first, the oldest first."""
        nodes: dict[str, Edge] = {}
        for edge in sorted(edges, key=lambda e: (_rank(e), e.claims, e.relations)):
            nodes.setdefault(_node(edge), edge)
        read = [(_rank(edge), self._link(edge, node)) for node, edge in islice(nodes.items(), _READ)]
        read.sort(key=lambda one: (one[0], one[1].mode != "direct", one[1].date or "", one[1].source, one[1].offsets))
        links = tuple(link for _, link in read[:most])
        return Step(self._entities.reference(start), self._entities.reference(end), links, len(nodes))

    def _link(self, edge: Edge, node: str) -> Link:
        claim = NamedNode(node)
        spans = [quad.object for quad in self._pattern(claim, term("kg:evidence"), None, None)]
        places = sorted((int(self._one(span, "oa:start") or 0), int(self._one(span, "oa:end") or 0)) for span in spans)
        article = NamedNode(self._one(spans[0], "oa:hasSource") or "")
        speaker, mode = self._one(claim, "kg:speaker"), self._one(claim, "kg:mode")
        return Link(
            predicate=edge.predicate,
            label=edge.label,
            start=self._entities.reference(edge.start),
            end=self._entities.reference(edge.end),
            claim=edge.claims[0] if edge.claims else None,
            relation=edge.relations[0] if edge.relations else None,
            speaker=self._entities.reference(speaker) if speaker else None,
            mode=notation(mode) if mode else None,
            words=self._one(claim, "schema:text") or self._one(spans[0], "oa:exact") or "",
            source=self._one(article, "kg:source") or "",
            publisher=self._one(article, "kg:publisherName"),
            date=self._one(article, "schema:datePublished"),
            offsets=tuple(places),
        )

    def _one(self, node: object, curie: str) -> str | None:
        """A property's first value, or none."""
        found = self._pattern(node, term(curie), None, None)  # type: ignore[arg-type]
        return min((value(quad.object) for quad in found), default=None)


def _node(edge: Edge) -> str:
    """The id of the relation or claim that an edge stands for."""
    return (*edge.relations, *edge.claims)[0]


def _rank(edge: Edge) -> int:
    """Relations come first, then kinds of claims in `_ORDER`."""
    return -1 if edge.relations else _ORDER.index(edge.predicate)
