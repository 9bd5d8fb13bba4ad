"""Who is central in a view of the store, and which community they belong to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.model import Reference

if TYPE_CHECKING:
    import networkx as nx

_SEED = 1


@dataclass(frozen=True, slots=True)
class Central:
    """An entity with its score by one measure; ``community`` is the label of its community's most central member."""

    entity: Reference
    score: float
    claims: int
    neighbours: int
    community: str


def central(network: nx.MultiDiGraph[str], by: str = "degree", *, type: str | None = None) -> list[Central]:
    """The named entities of a network that are joined to others, the most central first; ties by claims, then by id.

    ``by`` is one of `MEASURES`. Communities are those of Louvain's method (Blondel et al. 2008), weighted by claims.

    Raises:
        UsageError: there is no such measure.
    """
    if by not in MEASURES:
        raise UsageError(f"no measure named {by!r}: the measures are {', '.join(MEASURES)}")
    plain = _plain(network)
    scores = MEASURES[by](plain)
    order = sorted(plain, key=lambda node: (-scores[node], -plain.nodes[node]["weight"], node))
    leaders = _leaders(plain, [node for node in order if plain.nodes[node]["named"]])
    return [
        Central(
            entity=Reference(node, data["label"], data["type"]),
            score=scores[node],
            claims=data["weight"],
            neighbours=plain.degree(node),
            community=plain.nodes[leaders[node]]["label"],
        )
        for node in order
        if (data := plain.nodes[node])["named"] and (type is None or data["type"] == type)
    ]


def _plain(network: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """The network without directions, one edge between two nodes, weighted by claims; without nodes that none joins."""
    import networkx as nx

    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from((node, data) for node, data in network.nodes(data=True) if network.degree(node))
    for start, end, data in network.edges(data=True):
        weight = plain.get_edge_data(start, end, {"weight": 0})["weight"] + data["weight"]
        plain.add_edge(start, end, weight=weight)
    return plain


def _leaders(plain: nx.Graph[str], ranked: list[str]) -> dict[str, str]:
    """Node → the most central named node of its community; a community without names is led by its first node."""
    import networkx as nx

    place = {node: number for number, node in enumerate(ranked)}
    leaders = {}
    for community in nx.community.louvain_communities(plain, weight="weight", seed=_SEED):
        leader = min(community, key=lambda node: (place.get(node, len(place)), node))
        leaders.update(dict.fromkeys(community, leader))
    return leaders


def _degree(plain: nx.Graph[str]) -> dict[str, float]:
    """How many others each is joined to."""
    return {node: float(count) for node, count in plain.degree()}


def _claims(plain: nx.Graph[str]) -> dict[str, float]:
    """How many claims are by each or about it."""
    return {node: float(data["weight"]) for node, data in plain.nodes(data=True)}


def _betweenness(plain: nx.Graph[str]) -> dict[str, float]:
    """The share of shortest paths between two others that lead through each (Freeman 1977), exact.

    igraph counts them: networkx takes minutes for ten thousand nodes.
    """
    graph, nodes = _igraph(plain)
    most = max(1.0, (len(nodes) - 1) * (len(nodes) - 2) / 2)
    return {node: round(score / most, 9) for node, score in zip(nodes, graph.betweenness(), strict=True)}


def _pagerank(plain: nx.Graph[str]) -> dict[str, float]:
    """The share of time that a walk along claims spends at each (Page et al. 1999); igraph, as networkx needs scipy."""
    graph, nodes = _igraph(plain)
    return {node: round(score, 9) for node, score in zip(nodes, graph.pagerank(weights="weight"), strict=True)}


def _igraph(plain: nx.Graph[str]) -> tuple[Any, list[str]]:
    import igraph

    nodes = list(plain)
    number = {node: place for place, node in enumerate(nodes)}
    edges = [(number[start], number[end]) for start, end in plain.edges]
    weights = [data["weight"] for _, _, data in plain.edges(data=True)]
    return igraph.Graph(len(nodes), edges, edge_attrs={"weight": weights}), nodes


MEASURES: dict[str, Callable[[nx.Graph[str]], dict[str, float]]] = {
    "degree": _degree,
    "betweenness": _betweenness,
    "pagerank": _pagerank,
    "claims": _claims,
}
"""The measures of centrality by name."""
