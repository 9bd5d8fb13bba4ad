"""The network as a page draws it: shapes, sizes, labels, lines, and where everything stands."""

from __future__ import annotations

import math
import random
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.export.layout import SEED, Box, place
from kg.export.page.chosen import CANVAS, LABELLED, Chosen, central
from kg.export.page.safe import clean
from kg.export.strings import STANCES

if TYPE_CHECKING:
    import networkx as nx

Json = dict[str, Any]

SHAPES: dict[str, str] = {
    "person": "dot",
    "organisation": "square",
    "place": "triangle",
    "policy": "diamond",
    "event": "star",
    "document": "hexagon",
}
"""A shape for each type of entity, so that colour is never needed to tell them apart."""
KIND_OF: dict[str, str] = {"saidAbout": "said", "cites": "cites", "quotes": "quotes", "namedTogether": "together"}
"""What a predicate counts as on the page; a stance counts as for or against, every other as a relation."""
COMMUNITIES = 12
"""How many groups of names are offered to look at, each of at least `COMMUNITY` names."""
COMMUNITY = 4


def drawing(chosen: Chosen) -> Json:
    """Nodes, the lines between them, and ``scopes``: parts of the drawing, each laid out for itself.

    A scope lists ``[number of the node, x, y]``. The first is the one to open with: everything up to `CANVAS` names,
    of a larger store the most central.
    """
    network = chosen.network
    names = sorted(network)
    labels = {node: _wrapped(network.nodes[node]["label"]) for node in names}
    weights = {node: network.nodes[node]["weight"] for node in names}
    # By the number of claims; where some have very many, by their share of the most.
    scale = min(3.0, 16 / math.sqrt(max([1, *weights.values()])))
    sizes = {node: round(8 + scale * math.sqrt(weights[node]), 1) for node in names}
    nodes = [{"id": node, "lines": labels[node], "size": sizes[node], "weight": weights[node]} for node in names]
    boxes = {node: _box(labels[node], sizes[node]) for node in names}
    number = {node: index for index, node in enumerate(names)}

    def scope(kind: str, members: Iterable[str], leads: Sequence[str] = ()) -> Json:
        within = set(members)
        ties = [(start, end) for start, end in network.edges() if start in within and end in within]
        places = place({node: boxes[node] for node in names if node in within}, ties)
        return {"kind": kind, "leads": list(leads), "at": [[number[node], *xy] for node, xy in places.items()]}

    scopes = [scope("all", names)]
    if len(names) > LABELLED:
        middle = scope("central", central(network, LABELLED))
        scopes.insert(0 if chosen.names > CANVAS else 1, middle)
        scopes += [scope("community", group, group[:2]) for group in _communities(network)]
    return {"nodes": nodes, "edges": _lines(network, {claim.id for claim in chosen.claims}), "scopes": scopes}


def kind_of(predicate: str) -> str:
    """What a line of this predicate is drawn as.

    >>> kind_of("saidAbout"), kind_of("warnsOf"), kind_of("affiliatedWith")
    ('said', 'against', 'relation')
    """
    return KIND_OF.get(predicate) or (STANCES[predicate][0] if predicate in STANCES else "relation")


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


def _lines(network: nx.MultiDiGraph[str], shown: set[str]) -> list[Json]:
    """One line for each pair of nodes, with all that joins them in either direction."""
    joined: defaultdict[tuple[str, str], list[Json]] = defaultdict(list)
    for start, end, data in network.edges(data=True):
        joined[min(start, end), max(start, end)].append(
            {
                "from": start,
                "to": end,
                "kind": kind_of(data["predicate"]),
                "label": clean(data["label"]),
                "claims": [claim for claim in data["claims"] if claim in shown],
                "relations": list(data["relations"]),
            }
        )
    return [
        {"id": f"{first} {second}", "from": first, "to": second, "ties": ties}
        for (first, second), ties in sorted(joined.items())
    ]


def _wrapped(label: str) -> list[str]:
    """A label in at most three lines of about 18 characters."""
    return textwrap.wrap(clean(label), width=18, max_lines=3, placeholder=" …")


def _box(lines: Sequence[str], size: float) -> Box:
    """The room for a shape of this size and its label below, in a 14 pixel face."""
    return Box(width=max(2 * size, 7.4 * max(map(len, lines), default=0)), above=size, below=size + 5 + 16 * len(lines))
