"""Groups of names that are tied to each other more than to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.layout import seeded
from kg.network import rank

if TYPE_CHECKING:
    import networkx as nx


def communities(network: nx.MultiDiGraph[str]) -> list[list[str]]:
    """Every name in one of the groups (Louvain's method, Blondel et al. 2008), the largest group first.

    In each the most central come first; the same groups for the same network.
    """
    import igraph

    order = sorted(network, key=lambda node: rank(network, node))
    number = {node: index for index, node in enumerate(order)}
    pairs = sorted({(min(a, b), max(a, b)) for a, b in ((number[s], number[e]) for s, e in network.edges()) if a != b})
    with seeded():
        found = igraph.Graph(len(order), pairs).community_multilevel()
    groups = [[order[member] for member in sorted(group)] for group in found]
    return sorted(groups, key=lambda group: (-len(group), group[0]))
