"""Where nodes go."""

from __future__ import annotations

import itertools
import random

import pytest

from kg.export.layout import Box, place


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


def test_the_same_graph_is_drawn_the_same_way() -> None:
    """Neither the order of nodes nor the state of chance changes the places."""
    boxes = {f"n{i}": Box(60, 10, 30) for i in range(20)}
    first = place(boxes, ring(20))
    random.seed(99)
    assert place(dict(reversed(boxes.items())), reversed(ring(20))) == first


def test_nothing_to_draw() -> None:
    """An empty graph has no places."""
    assert place({}, []) == {}
