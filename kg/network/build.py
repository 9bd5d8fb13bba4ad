"""The graph of a view, the same for the same store, and the part of it that is asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.entities import find
from kg.errors import UsageError
from kg.evidence import Evidence
from kg.graph import Records
from kg.network import views
from kg.network.views import PREDICATES, Draft, Edge, View, references

if TYPE_CHECKING:
    import networkx as nx

DRAFTS = {"network": views.said, "comentions": views.comentions, "citations": views.citations}
"""The views whose nodes are entities."""


def build(
    records: Records | Evidence,
    *,
    view: View = "network",
    focus: str | None = None,
    hops: int = 1,
    max_nodes: int | None = None,
) -> nx.MultiDiGraph[str]:
    """A ``networkx.MultiDiGraph`` of the store, the same for the same store.

    Nodes carry ``label``, ``type``, ``weight`` (how many claims) and ``claims`` (their ids); edges ``predicate``,
    ``label``, ``weight``, ``claims`` and ``relations`` (ids). ``focus`` (an IRI, the end of one, a name or an alias)
    keeps what lies within ``hops`` edges of one entity (in the chain: every claim by or about it); ``max_nodes``
    keeps the most central. ``graph.graph["left_out"]`` says how many nodes that cost, ``["focus"]`` names the focus.
    The chain needs whole records.
    """
    center = find(records.entities, focus).id if focus else None
    if view in DRAFTS:
        whole = multigraph(DRAFTS[view](records))
        return select(whole, focus=center, hops=hops, max_nodes=max_nodes) if center or max_nodes else whole
    if view == "chain" and isinstance(records, Records):
        claims = [c for c in records.claims if center is None or any(r.id == center for r in references(c))]
        return select(multigraph(views.chain(records, claims)), max_nodes=max_nodes, always=center)
    raise UsageError(f"no view named {view!r}: the views are network, chain, comentions and citations")


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


def multigraph(draft: Draft) -> nx.MultiDiGraph[str]:
    """The draft with edges of one start, end and label made one, in sorted order."""
    import networkx as nx

    behind: defaultdict[tuple[str, str, str, str], list[Edge]] = defaultdict(list)
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


def summary(network: nx.MultiDiGraph[str]) -> str:
    """What a network holds and what was left out, in one line."""
    types = Counter(data["type"] for _, data in network.nodes(data=True))
    parts = ", ".join(f"{count} {kind}" for kind, count in sorted(types.items()))
    left_out = network.graph.get("left_out", 0)
    rest = f"; {left_out} less central nodes left out" if left_out else ""
    return f"{len(network)} nodes ({parts}), {network.number_of_edges()} edges{rest}"
