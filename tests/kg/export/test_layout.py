"""Where nodes go."""

from __future__ import annotations

import itertools
import random

import pytest

from kg.export.layout import TITLE, Box, bounds, place, place_apart


def ring(count: int) -> list[tuple[str, str]]:
    """The edges of a ring."""
    return [(f"n{i}", f"n{(i + 1) % count}") for i in range(count)]


@pytest.mark.parametrize("count", [1, 2, 3, 12, 60])
def test_boxes_do_not_overlap(count: int) -> None:
    """No shape or label lies on another, with one component or several."""
    dice = random.Random(count)
    boxes = {f"n{i}": Box(dice.randint(20, 140), 12, dice.randint(12, 70)) for i in range(count)}
    edges = ring(count * 2 // 3) if count > 3 else []
    places = place(boxes, edges)
    for one, two in itertools.combinations(boxes, 2):
        apart_x = abs(places[one][0] - places[two][0]) >= (boxes[one].width + boxes[two].width) / 2 - 2
        upper, lower = sorted((one, two), key=lambda node: places[node][1])
        apart_y = places[upper][1] + boxes[upper].below <= places[lower][1] - boxes[lower].above + 2
        assert apart_x or apart_y, (one, two)


def test_groups_stand_apart() -> None:
    """Each group has an area of its own with room for a title above."""
    boxes = {f"n{i}": Box(60, 10, 30) for i in range(40)}
    groups = [[f"n{i}" for i in range(start, start + 10)] for start in (0, 10, 20, 30)]
    edges = [(group[0], node) for group in groups for node in group[1:]]
    edges += [("n0", "n10"), ("n10", "n20"), ("n20", "n30")]
    places = place_apart(boxes, edges, groups)
    assert places.keys() == boxes.keys()
    areas = [bounds({node: places[node] for node in group}, boxes) for group in groups]
    for one, two in itertools.combinations(areas, 2):
        apart = one[2] <= two[0] or two[2] <= one[0]
        assert apart or one[3] + TITLE <= two[1] or two[3] + TITLE <= one[1]


def test_the_same_graph_is_drawn_the_same_way() -> None:
    """Neither the order of nodes nor the state of chance changes the places."""
    boxes = {f"n{i}": Box(60, 10, 30) for i in range(20)}
    first = place(boxes, ring(20))
    random.seed(99)
    assert place(dict(reversed(boxes.items())), reversed(ring(20))) == first


def test_nothing_to_draw() -> None:
    """An empty graph has no places."""
    assert place({}, []) == {}
