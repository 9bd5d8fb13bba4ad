"""The drawing as a `pyvis.network.Network`: what pyvis and vis-network show, and what the page takes its rows from.

Nodes and lines are set as whole lists, with coordinates and without physics: pyvis's ``add_edge`` looks through all
edges each time, and vis-network moves names about for minutes. Nothing bears a ``title``, which vis-network would read
as HTML; labels it paints as text.
"""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kg.export.communities import communities
from kg.export.layout import Box, place, place_apart
from kg.export.options import Graph, Options
from kg.export.page.chosen import LABELLED, Chosen, choose, evidence_of
from kg.export.page.safe import clean
from kg.export.strings import STANCES

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

Json = dict[str, Any]

SHAPES: dict[str, str] = {
    "person": "dot",
    "group": "dots",
    "organisation": "square",
    "place": "triangle",
    "policy": "diamond",
    "event": "star",
    "document": "hexagon",
}
"""A shape for each type of entity, so that colour is never needed to tell them apart."""
KIND_OF: dict[str, str] = {"saidAbout": "said", "cites": "cites", "quotes": "quotes", "namedTogether": "together"}
"""What a predicate counts as on the page; a stance counts as for or against, every other as a relation."""
UNDIRECTED = "together"
NEAREST = {"dots": "dot"}
"""The shape of vis-network in place of one that it lacks."""


def network(graph: Graph, options: Options) -> Network:
    """The network of a graph, or of what lies around ``options.focus``, as pyvis has it.

    Raises:
        NotFoundError: no entity, or several, are meant by the focus.
        UsageError: more names are to be drawn than a page can hold.
    """
    focus, evidence = evidence_of(graph, options)
    return draw(choose(evidence, focus, options))


def draw(chosen: Chosen) -> Network:
    """A directed network as pyvis has it, of the nodes and lines of `parts`."""
    from pyvis.network import Network

    drawn = Network(height="750px", directed=True, cdn_resources="in_line")
    drawn.toggle_physics(False)
    drawn.nodes, drawn.edges = parts(chosen)
    drawn.node_ids = [node["id"] for node in drawn.nodes]
    drawn.node_map = dict(zip(drawn.node_ids, drawn.nodes, strict=True))
    return drawn


def parts(chosen: Chosen) -> tuple[list[Json], list[Json]]:
    """In pyvis's words a node for each name, and one line for each pair with all that joins them.

    Nodes have ``id``, ``label``, ``shape``, ``group`` (the type), ``size``, ``x`` and ``y``, and ``weight``, the number
    of claims; lines have ``id``, ``from``, ``to``, ``arrows`` and ``ties``, each with its claims and relations.
    """
    ties = chosen.network
    # By the number of claims; where some have very many, by their share of the most.
    most = max((data["weight"] for _, data in ties.nodes(data=True)), default=1)
    scale = min(3.0, 16 / math.sqrt(max(1, most)))
    nodes = {node: _node(node, ties.nodes[node], scale) for node in sorted(ties)}
    boxes = {node: box(row) for node, row in nodes.items()}
    if len(nodes) > LABELLED:
        places = place_apart(boxes, list(ties.edges()), communities(ties))
    else:
        places = place(boxes, list(ties.edges()))
    for node, (x, y) in places.items():
        nodes[node].update(x=x, y=y)
    return list(nodes.values()), _lines(ties, chosen.claims)


def kind_of(predicate: str) -> str:
    """What a line of this predicate is drawn as.

    >>> kind_of("saidAbout"), kind_of("warnsOf"), kind_of("affiliatedWith")
    ('said', 'against', 'relation')
    """
    return KIND_OF.get(predicate) or (STANCES[predicate][0] if predicate in STANCES else "relation")


def box(node: Mapping[str, Any]) -> Box:
    """The room for a node's shape and its label below, in a 14 pixel face."""
    lines, size = node["label"].splitlines(), node["size"]
    return Box(width=max(2 * size, 7.4 * max(map(len, lines), default=0)), above=size, below=size + 5 + 16 * len(lines))


def _node(node: str, data: Mapping[str, Any], scale: float) -> Json:
    shape = SHAPES.get(data["type"], "dot")
    return {
        "id": node,
        "label": "\n".join(_wrapped(data["label"])),
        "shape": NEAREST.get(shape, shape),
        "group": data["type"],
        "size": round(8 + scale * math.sqrt(data["weight"]), 1),
        "weight": data["weight"],
    }


def _lines(network: nx.MultiDiGraph[str], shown: frozenset[str]) -> list[Json]:
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
        {"id": f"{first} {second}", "from": first, "to": second, "arrows": _arrows(first, ties), "ties": ties}
        for (first, second), ties in sorted(joined.items())
    ]


def _arrows(first: str, ties: list[Json]) -> str:
    """Which ends of a line bear an arrow, as vis-network says it."""
    starts = {tie["from"] == first for tie in ties if tie["kind"] != UNDIRECTED}
    return ", ".join(end for end, forward in (("to", True), ("from", False)) if forward in starts)


def _wrapped(label: str) -> list[str]:
    """A label in at most three lines of about 18 characters."""
    return textwrap.wrap(clean(label), width=18, max_lines=3, placeholder=" …")
