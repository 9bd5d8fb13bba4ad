"""What joins entities, read by the indexes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.network import View, build, central, read
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


def test_roles_told_most_often_come_first() -> None:
    """Whoever tells them."""
    texts = (
        "Ann Low, president of the Club, left.",
        "Ann Low, the senator, won.",
        "Ann Low, the senator, lost.",
    )
    with stored(*(replace(QUAY, text=text, source=f"{n}.txt") for n, text in enumerate(texts))) as g:
        held = [r.role for r in g.relations() if r.role]
        (ann,) = [e for e in g.evidence().entities if e.label == "Ann Low"]
        assert sorted(held) == ["president", "senator", "senator"]
        assert [role.role for role in ann.roles] == ["senator", "president"]


def test_the_unnamed_are_unnamed_in_every_view() -> None:
    """A source without a name is marked so, and no list of the central has it."""
    text = "Wall talks go on\n\nJonas Okoro, citing police sources, said that walls hold."
    with stored(replace(QUAY, text=text)) as g:
        for view in ("network", "comentions", "citations"):
            network = g.network(view=view)
            named = {data["label"]: data["named"] for _, data in network.nodes(data=True)}
            assert (named["Jonas Okoro"], named["police sources"]) == (True, False) or view == "comentions"
            assert "police sources" not in {one.entity.label for one in central(network)}
