"""The network as a page draws it: nodes, lines, and parts of it to look at, each laid out for itself."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.export.layout import SEED, place
from kg.export.page.chosen import CANVAS, LABELLED, Chosen, central
from kg.export.visnetwork import box, draw

if TYPE_CHECKING:
    import networkx as nx

Json = dict[str, Any]

COMMUNITIES = 12
"""How many groups of names are offered to look at, each of at least `COMMUNITY` names."""
COMMUNITY = 4


def drawing(chosen: Chosen) -> Json:
    """Nodes, the lines between them, and ``scopes``: parts of the drawing, each laid out for itself.

    A scope lists ``[number of the node, x, y]``. The first is the one to open with: everything up to `CANVAS` names,
    of a larger store the most central.
    """
    network, drawn = chosen.network, draw(chosen)
    boxes = {node["id"]: box(node) for node in drawn.nodes}
    number = {node: index for index, node in enumerate(boxes)}

    def scope(kind: str, members: Iterable[str], leads: Sequence[str] = ()) -> Json:
        within = set(members)
        ties = [(start, end) for start, end in network.edges() if start in within and end in within]
        places = place({node: boxes[node] for node in boxes if node in within}, ties)
        return {"kind": kind, "leads": list(leads), "at": [[number[node], *xy] for node, xy in places.items()]}

    scopes = [{"kind": "all", "leads": [], "at": [[number[n["id"]], n["x"], n["y"]] for n in drawn.nodes]}]
    if len(network) > LABELLED:
        middle = scope("central", central(network, LABELLED))
        scopes.insert(0 if chosen.names > CANVAS else 1, middle)
        scopes += [scope("community", group, group[:2]) for group in _communities(network)]
    return {
        "nodes": [
            {"id": n["id"], "lines": n["label"].splitlines(), "size": n["size"], "weight": n["weight"]}
            for n in drawn.nodes
        ],
        "edges": [{key: line[key] for key in ("id", "from", "to", "ties")} for line in drawn.edges],
        "scopes": scopes,
    }


def _communities(network: nx.MultiDiGraph[str]) -> list[list[str]]:
    """Groups of names that are tied to each other more than to the rest (Louvain), the largest first.

    In each the most central come first.
    """
    import igraph

    order = central(network, len(network))
    number = {node: index for index, node in enumerate(order)}
    pairs = sorted({(min(a, b), max(a, b)) for a, b in ((number[s], number[e]) for s, e in network.edges()) if a != b})
    igraph.set_random_number_generator(random.Random(SEED))
    try:
        found = igraph.Graph(len(order), pairs).community_multilevel()
    finally:
        igraph.set_random_number_generator(random)
    groups = [[order[member] for member in sorted(group)] for group in found if len(group) >= COMMUNITY]
    return sorted(groups, key=lambda group: (-len(group), group[0]))[:COMMUNITIES]
