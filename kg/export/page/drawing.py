"""The network as a page draws it: nodes, lines, and parts of it to look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.export.communities import communities
from kg.export.layout import PAD, TITLE, Box, bounds, place
from kg.export.page.chosen import CANVAS, LABELLED, Chosen, central
from kg.export.visnetwork import box, parts

Json = dict[str, Any]

COMMUNITIES = 12
"""How many groups of names are offered to look at, each of at least `COMMUNITY` names."""
COMMUNITY = 4


def drawing(chosen: Chosen) -> Json:
    """Nodes, the lines between them, and ``scopes``: parts of the drawing.

    A scope lists ``[number of the node, x, y]``. The first is the one to open with: everything up to `CANVAS` names,
    of a larger store the most central. A drawing of more than `LABELLED` names has ``groups``, each with its area and
    the names that lead it.
    """
    network, (nodes, lines) = chosen.network, parts(chosen)
    boxes = {node["id"]: box(node) for node in nodes}
    number = {node: index for index, node in enumerate(boxes)}

    places = {node["id"]: (node["x"], node["y"]) for node in nodes}

    def scope(kind: str, places: Mapping[str, tuple[int, int]], leads: Sequence[str] = ()) -> Json:
        return {"kind": kind, "leads": list(leads), "at": [[number[node], *xy] for node, xy in places.items()]}

    whole = scope("all", places)
    scopes = [whole]
    if len(network) > LABELLED:
        groups = [group for group in communities(network) if len(group) >= COMMUNITY]
        whole["groups"] = [{"leads": group[:2], "area": _area(group, places, boxes)} for group in groups]
        within = set(central(network, LABELLED))
        ties = [(start, end) for start, end in network.edges() if start in within and end in within]
        middle = scope("central", place({node: boxes[node] for node in boxes if node in within}, ties))
        scopes.insert(0 if chosen.names > CANVAS else 1, middle)
        # A group stands by itself as it stands in the whole, where it has an area of its own.
        alone = (({node: places[node] for node in sorted(group)}, group[:2]) for group in groups[:COMMUNITIES])
        scopes += [scope("community", *group) for group in alone]
    return {
        "nodes": [
            {"id": n["id"], "lines": n["label"].splitlines(), "size": n["size"], "weight": n["weight"]} for n in nodes
        ],
        "edges": [{key: line[key] for key in ("id", "from", "to", "ties")} for line in lines],
        "scopes": scopes,
    }


def _area(group: Sequence[str], places: Mapping[str, tuple[int, int]], boxes: Mapping[str, Box]) -> list[int]:
    """Left, top, right and bottom of what a group takes, its title included."""
    left, top, right, bottom = bounds({node: places[node] for node in group}, boxes)
    return [round(left - PAD / 2), round(top - PAD / 2 - TITLE), round(right + PAD / 2), round(bottom + PAD / 2)]
