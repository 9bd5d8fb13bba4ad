"""What joins entities, read by the indexes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.network import View, build, read
from tests.stores import HARBOUR, QUAY, add, stored


@pytest.mark.parametrize("view", ["network", "comentions", "citations"])
def test_the_indexes_give_the_network_that_whole_records_give(view: View) -> None:
    """The same nodes, edges and claims, read without a look at any article."""
    with stored() as g:
        slow, fast = build(g.records(), view=view), build(read(g.store, g.reader.entities), view=view)
    assert list(fast.nodes) == list(slow.nodes)
    assert list(fast.edges(keys=True)) == list(slow.edges(keys=True))
    for node, data in slow.nodes(data=True):
        assert set(data["claims"]) == set(fast.nodes[node]["claims"])
    for start, end, key, data in slow.edges(keys=True, data=True):
        assert set(data["claims"]) == set(fast.edges[start, end, key]["claims"])


def test_earlier_versions_are_left_out() -> None:
    """Of a corrected article only the current version joins anybody."""
    corrected = replace(HARBOUR, text=HARBOUR.text.replace("$41", "$14"))
    with stored(HARBOUR, QUAY) as g:
        before = len(read(g.store, g.reader.entities).claims)
        add(g, [corrected])
        evidence = read(g.store, g.reader.entities)
        assert len(evidence.claims) == before
        assert {claim.id for claim in evidence.claims} == {claim.id for claim in g.claims()}
        assert {relation.id for relation in evidence.relations} == {relation.id for relation in g.relations()}
