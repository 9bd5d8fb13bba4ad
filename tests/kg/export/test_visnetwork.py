"""The drawing as pyvis has it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.errors import UsageError
from kg.export import visnetwork
from kg.export.options import Options
from kg.export.page import payload
from tests import stores
from tests.factories import FakeGraph, article, claim, debate, entity, reference

HOSTILE = "</script><script>alert(1)</script>"


def test_the_page_takes_its_names_and_lines_from_it() -> None:
    """The nodes and lines of the page are those of the pyvis network, in its order, at its coordinates."""
    drawn, data = visnetwork.network(debate(), Options()), payload(debate(), Options())
    assert [node["id"] for node in drawn.nodes] == [node["id"] for node in data["nodes"]]
    assert [node["label"].splitlines() for node in drawn.nodes] == [node["lines"] for node in data["nodes"]]
    assert [line["ties"] for line in drawn.edges] == [line["ties"] for line in data["edges"]]
    everything = next(scope for scope in data["scopes"] if scope["kind"] == "all")
    assert [[number, n["x"], n["y"]] for number, n in enumerate(drawn.nodes)] == everything["at"]


def test_it_stands_still_and_has_no_markup() -> None:
    """It is directed, without physics, and nothing bears a title, which vis-network would read as HTML."""
    drawn = visnetwork.network(debate(), Options())
    assert drawn.directed
    assert json.loads(drawn.options.to_json())["physics"]["enabled"] is False
    assert all({"x", "y", "shape", "size", "group"} <= node.keys() for node in drawn.nodes)
    assert not any("title" in row for row in (*drawn.nodes, *drawn.edges))


def test_arrows_point_as_the_ties_do() -> None:
    """A line has an arrow at each end that a tie points to; being named together points nowhere."""
    for line in visnetwork.network(debate(), Options()).edges:
        ends = {tie["to"] for tie in line["ties"] if tie["kind"] != "together"}
        assert ("to" in line["arrows"], "from" in line["arrows"]) == (line["to"] in ends, line["from"] in ends)


@pytest.mark.parametrize(
    ("kind", "shape"), [("person", "dot"), ("policy", "diamond"), ("organisation", "square"), ("group", "dot")]
)
def test_shapes_are_those_of_vis_network(kind: str, shape: str) -> None:
    """Each type has its shape; vis-network has none for several people together, who get that of a person."""
    graph = FakeGraph()
    text = "Ana Rey said it."
    home = graph.add_article(article("t", text), text)
    record = entity("Ana Rey", "organisation" if kind == "group" else kind, group=kind == "group")
    graph.add_entities([record])
    graph.add_claim(claim(home, text, "it", speaker=reference("Ana Rey", record.type)))
    (node,) = visnetwork.network(graph, Options()).nodes
    assert (node["shape"], node["group"]) == (shape, kind)


def test_hostile_names_stay_inside_the_data_of_pyvis_own_page() -> None:
    """Names that would like to be code end no script on the page that pyvis itself writes."""
    graph = debate()
    graph._entities = [replace(e, label=HOSTILE) if e.type == "person" else e for e in graph._entities]
    drawn = visnetwork.network(graph, Options())
    assert any("script" in node["label"] for node in drawn.nodes)
    assert "</script><script>" not in drawn.generate_html().replace("\\n", "")
    assert "alert(1)</" not in drawn.generate_html()


def test_a_store_draws_itself_in_a_notebook() -> None:
    """A graph gives the pyvis network of all, or of what lies around a focus, with the claims behind every line."""
    with stores.stored() as graph:
        everything, near = graph.pyvis(), graph.pyvis(focus="Jonas Okoro")
        assert 0 < near.num_nodes() < everything.num_nodes()
        claims = {claim.id for claim in graph.claims()}
        assert {key for line in everything.edges for tie in line["ties"] for key in tie["claims"]} <= claims
        with pytest.raises(UsageError, match="draws at most"):
            graph.pyvis(max_nodes=100_000)
