"""Where the nodes of a drawing go: seeded, so the same graph is drawn the same way, and without overlaps."""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

SEED = 7
ASPECT = 1.4
"""Width by height of the drawing: that of a screen with the filters beside it."""
AIR = 1.9
"""How much larger than all its labels together a drawing is."""
BETWEEN = 0.35
"""The same of a drawing of groups, which has air inside; pushed apart they take more."""
GAP = 14.0
PAD = 40.0
"""Room around a group."""
TITLE = 70.0
"""Room above a group for its title, which is read from afar."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """The room a node needs around its centre, label included, in pixels."""

    width: float
    above: float
    below: float

    @property
    def height(self) -> float:
        """From the top of the shape to the bottom of the label."""
        return self.above + self.below


def place(
    boxes: Mapping[str, Box], edges: Iterable[tuple[str, str]], *, air: float = AIR
) -> dict[str, tuple[int, int]]:
    """A position for every node, around (0, 0), such that no two boxes overlap (up to a few thousand nodes).

    Each connected component is laid out alone (Fruchterman-Reingold); the smaller ones stand in rows below the largest.
    ``air`` is how much larger than all boxes together a component is.
    """
    joined = sorted({(min(pair), max(pair)) for pair in edges if pair[0] != pair[1]})
    parts = _components(boxes, joined)
    if not parts:
        return {}
    drawn = [_fitted(part, boxes, _component(part, joined), air) for part in parts]
    packed = _packed(drawn, boxes)
    left, top, right, bottom = bounds(packed, boxes)
    across, down = (left + right) / 2, (top + bottom) / 2
    return {node: (round(x - across), round(y - down)) for node, (x, y) in sorted(packed.items())}


def place_apart(
    boxes: Mapping[str, Box], edges: Sequence[tuple[str, str]], groups: Sequence[Sequence[str]]
) -> dict[str, tuple[int, int]]:
    """The same with every group in an area of its own, which has room for a title; tied groups stand near each other.

    ``groups`` are of all nodes, each in one.
    """
    group_of = {node: str(number) for number, group in enumerate(groups) for node in group}
    within: dict[str, list[tuple[str, str]]] = {}
    across = []
    for start, end in edges:
        if group_of[start] == group_of[end]:
            within.setdefault(group_of[start], []).append((start, end))
        else:
            across.append((group_of[start], group_of[end]))
    inside, areas = {}, {}
    for number, group in enumerate(groups):
        inside[str(number)] = place({node: boxes[node] for node in group}, within.get(str(number), ()))
        left, top, right, bottom = bounds(inside[str(number)], boxes)
        areas[str(number)] = Box(right - left + 2 * PAD, PAD + TITLE - top, PAD + bottom)
    middles = place(areas, across, air=BETWEEN)
    return {
        node: (x + middles[name][0], y + middles[name][1])
        for name, drawn in inside.items()
        for node, (x, y) in drawn.items()
    }


def _components(nodes: Iterable[str], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The connected components, the largest first, each in sorted order."""
    near: dict[str, list[str]] = {node: [] for node in sorted(nodes)}
    for start, end in edges:
        near[start].append(end)
        near[end].append(start)
    parts: list[list[str]] = []
    seen: set[str] = set()
    for node in near:
        if node in seen:
            continue
        part, edge = {node}, [node]
        while edge:
            edge = [other for here in edge for other in near[here] if not (other in part or part.add(other))]  # type: ignore[func-returns-value]
        seen |= part
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def _component(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Fruchterman-Reingold positions of one component, in the layout's own unit."""
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    import igraph

    index = {node: number for number, node in enumerate(nodes)}
    graph = igraph.Graph(len(nodes), [(index[a], index[b]) for a, b in edges if a in index])
    with seeded() as dice:
        start = [(dice.uniform(-1, 1), dice.uniform(-1, 1)) for _ in nodes]
        rounds = 1000 if len(nodes) < 500 else 300
        layout = graph.layout_fruchterman_reingold(seed=start, niter=rounds)
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, layout, strict=True)}


@contextmanager
def seeded() -> Iterator[random.Random]:
    """Dice that fall the same way each time; within, igraph throws them too."""
    import igraph

    dice = random.Random(SEED)
    igraph.set_random_number_generator(dice)
    try:
        yield dice
    finally:
        igraph.set_random_number_generator(random)


def _fitted(nodes: Sequence[str], boxes: Mapping[str, Box], points: dict[str, Point], air: float) -> dict[str, Point]:
    """The points without overlaps and about as wide by high as `ASPECT`; labels pushed apart make a drawing higher."""
    aspect = ASPECT
    for _ in range(3):
        spread = _spread(_scaled(nodes, boxes, points, air, aspect), boxes)
        left, top, right, bottom = bounds(spread, boxes)
        reached = (right - left) / (bottom - top)
        if reached > 0.9 * ASPECT or not 4 <= len(nodes) <= 500:
            break
        aspect *= ASPECT / reached
    return spread


def _scaled(
    nodes: Sequence[str], boxes: Mapping[str, Box], points: dict[str, Point], air: float, aspect: float
) -> dict[str, Point]:
    """The points stretched to the area that their boxes need, ``air`` times over, in the shape of a screen."""
    area = air * sum(boxes[node].width * boxes[node].height for node in nodes)
    width = math.sqrt(area * aspect)
    height = width / aspect
    xs, ys = _evened(nodes, points, 0), _evened(nodes, points, 1)
    if len(nodes) < 4:
        # Two stand side by side, three in a low triangle: so they pack into rows.
        width = sum(boxes[node].width for node in nodes)
        height = 0.0 if len(nodes) == 2 else max(boxes[node].height for node in nodes)
    return {node: (xs[node] * width, ys[node] * height) for node in nodes}


def _evened(nodes: Sequence[str], points: dict[str, Point], axis: int) -> dict[str, float]:
    """One coordinate from 0 to 1, half as laid out and half by rank: the crowd in the middle gets room."""
    order = sorted(nodes, key=lambda node: (points[node][axis], node))
    low, high = points[order[0]][axis], points[order[-1]][axis]
    reach, last = (high - low) or 1.0, (len(order) - 1) or 1
    return {node: ((points[node][axis] - low) / reach + rank / last) / 2 for rank, node in enumerate(order)}


def _spread(points: dict[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """The points with overlapping boxes pushed apart along the shorter way."""
    drops = {node: (boxes[node].below - boxes[node].above) / 2 for node in points}
    rooms = [
        _Room(x, y + drops[node], (boxes[node].width + GAP) / 2, (boxes[node].height + GAP) / 2, node)
        for node, (x, y) in points.items()
    ]
    for _ in range(200 if len(points) < 500 else 20):
        if not _push(rooms):
            break
    return {room.node: (room.x, room.y - drops[room.node]) for room in rooms}


@dataclass(slots=True)
class _Room:
    """A box by its own centre, and half of what it needs each way."""

    x: float
    y: float
    wide: float
    high: float
    node: str


def _push(rooms: list[_Room]) -> bool:
    """Whether boxes overlapped; if so they have been moved apart, each by half: most of a drawing's time goes here."""
    moved = False
    widest = 2 * max(room.wide for room in rooms)
    rooms.sort(key=lambda room: (room.x, room.node))
    for number, left in enumerate(rooms, 1):
        x, y, wide, high = left.x, left.y, left.wide, left.high
        for other in range(number, len(rooms)):
            right = rooms[other]
            across = right.x - x
            if across > widest:
                break
            # The way down first: most that are near across are far below.
            down = right.y - y
            over_y = high + right.high - (down if down > 0 else -down)
            if over_y <= 0.5:
                continue
            over_x = wide + right.wide - (across if across > 0 else -across)
            if over_x <= 0.5:
                continue
            moved = True
            if over_x < over_y:
                step = math.copysign(over_x / 2, across)
                x, right.x = x - step, right.x + step
            else:
                step = math.copysign(over_y / 2, down)
                y, right.y = y - step, right.y + step
        left.x, left.y = x, y
    return moved


def _packed(parts: Sequence[dict[str, Point]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """All components in one plane, of the widths tried the one that comes nearest to `ASPECT`."""
    left, _, right, _ = bounds(parts[0], boxes)
    tried = [_packed_into(parts, boxes, max(700.0, share * (right - left))) for share in (1.0, 1.3, 1.6, 2.0, 2.5)]

    def off(placed: dict[str, Point]) -> float:
        near, high, far, low = bounds(placed, boxes)
        return abs(math.log((far - near) / (low - high) / ASPECT))

    return min(tried, key=off)


def _packed_into(parts: Sequence[dict[str, Point]], boxes: Mapping[str, Box], width: float) -> dict[str, Point]:
    """The largest component first, the others in columns right of it as far as the width goes, then in rows below."""
    placed = dict(parts[0])
    left, top, right, bottom = bounds(placed, boxes)

    def put(part: dict[str, Point], x: float, y: float) -> tuple[float, float]:
        near, high, far, low = bounds(part, boxes)
        placed.update({node: (px - near + x, py - high + y) for node, (px, py) in part.items()})
        return far - near, low - high

    x, y, column = right + 2 * GAP, top, 0.0
    rest = list(parts[1:])
    while rest:
        near, high, far, low = bounds(rest[0], boxes)
        if y > top and y + low - high > bottom:
            x, y, column = x + column + 2 * GAP, top, 0.0
        if x + far - near > left + width or low - high > bottom - top:
            break
        across, down = put(rest.pop(0), x, y)
        y, column = y + down + 2 * GAP, max(column, across)
    x, y, row = left, max(bottom, y) + 2 * GAP, 0.0
    for part in rest:
        near, high, far, low = bounds(part, boxes)
        if x > left and x + far - near > left + width:
            x, y, row = left, y + row + 2 * GAP, 0.0
        across, down = put(part, x, y)
        x, row = x + across + 2 * GAP, max(row, down)
    return placed


def bounds(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the boxes at these points."""
    return (
        min(x - boxes[node].width / 2 for node, (x, _) in points.items()),
        min(y - boxes[node].above for node, (_, y) in points.items()),
        max(x + boxes[node].width / 2 for node, (x, _) in points.items()),
        max(y + boxes[node].below for node, (_, y) in points.items()),
    )
