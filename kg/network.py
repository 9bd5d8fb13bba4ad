"""The store as a directed multigraph: who speaks about whom, and the chain of evidence behind it.

Two views. ``network``: entities, joined by what is said (``said about``, ``said, citing``, ``quotes``), by what an
article says in its own voice (``reports on``, ``named together``), and by the relations it asserts. ``chain``: outlet →
article → claim → speaker, policy, person, document or figure. Every node and every edge carries the ids of the claims
behind it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from kg.entities import find
from kg.errors import UsageError
from kg.graph import Records
from kg.model import ArticleRecord, ClaimRecord, EntityRecord, Reference, RelationRecord

if TYPE_CHECKING:
    import networkx as nx

View = Literal["network", "chain"]

PREDICATES: dict[str, str] = {
    "saidAbout": "said about",
    "reportsOn": "reports on",
    "namedTogether": "named together with",
    "cites": "said, citing",
    "quotes": "quotes",
    "published": "published",
    "contains": "says that",
    "speaker": "said by",
    "about": "is about",
    "states": "states",
    "embeds": "which says that",
}
"""The edges that stand for claims, with their labels; a relation's label is its predicate in words, or the role."""


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    label: str
    type: str
    named: bool = True


@dataclass(frozen=True, slots=True)
class _Edge:
    start: str
    end: str
    predicate: str
    label: str
    claims: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(slots=True)
class _Draft:
    """A graph in the making: nodes in order of arrival, and the claims behind each."""

    nodes: dict[str, _Node] = field(default_factory=dict)
    claims: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    edges: list[_Edge] = field(default_factory=list)

    def node(self, node: _Node, claim: str | None = None) -> str:
        self.nodes.setdefault(node.id, node)
        if claim:
            self.claims[node.id][claim] = None
        return node.id

    def refer(self, reference: Reference, claim: str | None = None) -> str:
        return self.node(_Node(reference.id, reference.label, reference.type), claim)

    def edge(self, start: str, end: str, predicate: str, claim: str) -> None:
        if start != end:
            self.edges.append(_Edge(start, end, predicate, PREDICATES[predicate], claims=(claim,)))


def build(
    records: Records, *, view: View = "network", focus: str | None = None, hops: int = 1, max_nodes: int | None = None
) -> nx.MultiDiGraph[str]:
    """A ``networkx.MultiDiGraph`` of the store, the same for the same store.

    Nodes carry ``label``, ``type``, ``weight`` (how many claims) and ``claims`` (their ids); edges ``predicate``,
    ``label``, ``weight``, ``claims`` and ``relations`` (ids). ``focus`` (an IRI, the end of one, a name or an alias)
    keeps what lies within ``hops`` edges of one entity (in the chain: every claim by or about it); ``max_nodes``
    keeps the most central. ``graph.graph["left_out"]`` says how many nodes that cost, ``["focus"]`` names the focus.
    """
    entities = records.entities
    center = find(entities, focus).id if focus else None
    if view == "network":
        return select(_multigraph(_entity_network(records, entities)), focus=center, hops=hops, max_nodes=max_nodes)
    if view == "chain":
        claims = [claim for claim in records.claims if center is None or center in _involved(claim)]
        return select(_multigraph(_evidence_chain(records, claims)), max_nodes=max_nodes, always=center)
    raise UsageError(f"no view named {view!r}: the views are network and chain")


def select(
    network: nx.MultiDiGraph[str],
    *,
    focus: str | None = None,
    hops: int = 1,
    max_nodes: int | None = None,
    always: str | None = None,
) -> nx.MultiDiGraph[str]:
    """A copy of ``network`` cut down to the neighbourhood of ``focus`` and to the ``max_nodes`` most central nodes.

    Central is who has the most claims behind its edges; ties go to the most claims at the node, then to the id. The
    focus always stays, and nearer nodes stay before farther ones.
    """
    distances = _distances(network, focus, hops) if focus else dict.fromkeys(network, 0)
    ranked = sorted(distances, key=lambda node: (node != (focus or always), distances[node], *rank(network, node)))
    kept = set(ranked if max_nodes is None else ranked[: max(1, max_nodes)])
    cut: nx.MultiDiGraph[str] = network.__class__()
    cut.add_nodes_from((node, data) for node, data in network.nodes(data=True) if node in kept)
    for start, end, key, data in network.edges(keys=True, data=True):
        if start in kept and end in kept:
            cut.add_edge(start, end, key=key, **data)
    cut.graph.update(network.graph, left_out=len(network) - len(kept), focus=focus or always)
    return cut


def words_of(predicate: str) -> str:
    """A predicate's local name in words.

    >>> words_of("affiliatedWith")
    'affiliated with'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", predicate).lower()


def outlet_of(article: ArticleRecord) -> str:
    """The node id of an article's outlet; articles whose publisher is not known share one."""
    return f"outlet:{article.publisher or ''}"


def _entity_network(records: Records, entities: Iterable[EntityRecord]) -> _Draft:
    draft = _Draft()
    for entity in entities:
        draft.node(_Node(entity.id, entity.label, entity.type, entity.named))
    claims = {claim.id: claim for claim in records.claims}
    for claim in claims.values():
        for reference in _references(claim):
            draft.refer(reference, claim.id)
        for start, end, predicate in _spoken(claim, claims):
            draft.edge(start, end, predicate, claim.id)
    for relation in records.relations:
        draft.edges.extend(_asserted(draft, relation))
    return draft


def _spoken(claim: ClaimRecord, claims: dict[str, ClaimRecord]) -> Iterator[tuple[str, str, str]]:
    """The edges that one claim makes between entities; the article's own words and nobody's join what they name."""
    if claim.speaker is None or claim.mode == "narration":
        named = sorted({reference.id for reference in (*claim.about, *claim.cites)})
        for first, second in combinations(named, 2):
            yield first, second, "namedTogether"
    if claim.speaker is None:
        return
    said = "reportsOn" if claim.mode == "narration" else "saidAbout"
    cited = {reference.id for reference in claim.cites}
    for reference in claim.about:
        if reference.id not in cited:
            yield claim.speaker.id, reference.id, said
    for reference in claim.cites:
        yield claim.speaker.id, reference.id, "cites"
    for inner in (claims[key] for key in claim.embeds if key in claims):
        if inner.speaker:
            yield claim.speaker.id, inner.speaker.id, "quotes"


def _asserted(draft: _Draft, relation: RelationRecord) -> Iterator[_Edge]:
    """The edge of a relation; a role without an organisation has none."""
    draft.refer(relation.subject, relation.claim)
    if relation.object is None:
        return
    draft.refer(relation.object, relation.claim)
    if relation.subject.id != relation.object.id:
        yield _Edge(
            relation.subject.id,
            relation.object.id,
            relation.predicate,
            relation.role or words_of(relation.predicate),
            claims=(relation.claim,) if relation.claim else (),
            relations=(relation.id,),
        )


def _evidence_chain(records: Records, claims: Sequence[ClaimRecord]) -> _Draft:
    draft = _Draft()
    articles = {article.id: article for article in records.articles}
    figures = {figure.id: figure for figure in records.figures}
    shown = {claim.id for claim in claims}
    for claim in claims:
        article = articles.get(claim.article)
        if article:
            outlet = draft.node(_Node(outlet_of(article), article.publisher or "publisher unknown", "outlet"), claim.id)
            draft.node(_Node(article.id, article.title or article.source, "article"), claim.id)
            draft.edge(outlet, article.id, "published", claim.id)
            draft.edge(article.id, claim.id, "contains", claim.id)
        draft.node(_Node(claim.id, claim.text, "claim"), claim.id)
        if claim.speaker:
            draft.edge(claim.id, draft.refer(claim.speaker, claim.id), "speaker", claim.id)
        for reference in claim.about:
            draft.edge(claim.id, draft.refer(reference, claim.id), "about", claim.id)
        for reference in claim.cites:
            draft.edge(claim.id, draft.refer(reference, claim.id), "cites", claim.id)
        for figure in (figures[key] for key in claim.figures if key in figures):
            draft.edge(claim.id, draft.node(_Node(figure.id, figure.text, "figure"), claim.id), "states", claim.id)
        for inner in claim.embeds:
            if inner in shown:
                draft.edge(claim.id, inner, "embeds", claim.id)
    return draft


def _multigraph(draft: _Draft) -> nx.MultiDiGraph[str]:
    """The draft with edges of one start, end and label made one, in sorted order."""
    import networkx as nx

    behind: defaultdict[tuple[str, str, str, str], list[_Edge]] = defaultdict(list)
    for edge in draft.edges:
        behind[edge.start, edge.end, edge.predicate, edge.label].append(edge)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(draft.nodes.values(), key=lambda node: node.id):
        claims = tuple(draft.claims[node.id])
        graph.add_node(node.id, label=node.label, type=node.type, weight=len(claims), claims=claims, named=node.named)
    for (start, end, predicate, label), edges in sorted(behind.items()):
        claims = tuple(dict.fromkeys(claim for edge in edges for claim in edge.claims))
        relations = tuple(dict.fromkeys(key for edge in edges for key in edge.relations))
        graph.add_edge(
            start,
            end,
            key=predicate if label == PREDICATES.get(predicate) else f"{predicate}: {label}",
            predicate=predicate,
            label=label,
            weight=max(len(claims), len(relations)),
            claims=claims,
            relations=relations,
        )
    graph.graph.update(left_out=0, focus=None)
    return graph


def _distances(network: nx.MultiDiGraph[str], focus: str, hops: int) -> dict[str, int]:
    """How many edges, in either direction, each node lies from the focus, up to ``hops``."""
    distances = {focus: 0}
    edge = [focus]
    for distance in range(1, hops + 1):
        near = {other for node in edge for other in (*network.successors(node), *network.predecessors(node))}
        edge = sorted(near - distances.keys())
        distances.update(dict.fromkeys(edge, distance))
    return distances


def rank(network: nx.MultiDiGraph[str], node: str) -> tuple[bool, float, int, str]:
    """A key that sorts the most central first: named, most claims behind its edges, most claims at the node."""
    data = network.nodes[node]
    return not data["named"], -network.degree(node, weight="weight"), -data["weight"], node


def _references(claim: ClaimRecord) -> Iterator[Reference]:
    if claim.speaker:
        yield claim.speaker
    yield from claim.about
    yield from claim.cites


def _involved(claim: ClaimRecord) -> set[str]:
    return {reference.id for reference in _references(claim)}


def summary(network: nx.MultiDiGraph[str]) -> str:
    """What a network holds and what was left out, in one line."""
    types = Counter(data["type"] for _, data in network.nodes(data=True))
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(types.items()))
    left_out = network.graph.get("left_out", 0)
    rest = f"; {left_out} less central nodes left out" if left_out else ""
    return f"{len(network)} nodes ({parts}), {network.number_of_edges()} edges{rest}"
