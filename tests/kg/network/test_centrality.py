"""Who is central, and with whom they belong."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.errors import UsageError
from kg.network import MEASURES, build, central
from tests.factories import newsroom


def network(*edges: str, unnamed: str = "") -> nx.MultiDiGraph[str]:
    """A network of nodes with one letter each; an edge is two letters and how many claims it stands for."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted({letter for edge in edges for letter in edge[:2]} | {"z"}):
        graph.add_node(node, label=node.upper(), type="person", weight=1, named=node not in unnamed)
    for edge in edges:
        graph.add_edge(edge[0], edge[1], weight=int(edge[2:] or 1))
    return graph


TWO_CIRCLES = ("ab9", "bc9", "ca9", "de9", "ef9", "fd9", "cd1")


@pytest.mark.parametrize("by", MEASURES)
def test_the_bridge_is_central_by_every_measure_of_place(by: str) -> None:
    """Whoever joins two circles is among the first; scores fall, and whoever is joined to nobody is left out."""
    found = central(network(*TWO_CIRCLES), by)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert "Z" not in {one.entity.label for one in found}
    if by != "claims":
        assert {one.entity.label for one in found[:2]} == {"C", "D"}


def test_betweenness_is_that_of_networkx() -> None:
    """The same shortest paths are counted, only faster."""
    graph = network(*TWO_CIRCLES)
    expected = nx.betweenness_centrality(nx.Graph(graph.to_undirected()))
    for one in central(graph, "betweenness"):
        most = (6 - 1) * (6 - 2) / 2
        assert one.score == pytest.approx(expected[one.entity.id] * ((7 - 1) * (7 - 2) / 2) / most)


def test_a_community_bears_the_name_of_its_most_central_member() -> None:
    """The two circles are two communities."""
    communities = {one.entity.label: one.community for one in central(network(*TWO_CIRCLES))}
    assert communities == {"A": "C", "B": "C", "C": "C", "D": "D", "E": "D", "F": "D"}


def test_unnamed_nodes_join_others_and_are_not_listed() -> None:
    """A group without a name is no result, and leads no community that has a name in it."""
    found = central(network("ab", "bc", unnamed="b"))
    assert {one.entity.label for one in found} == {"A", "C"}
    assert {one.community for one in found} == {"A"}


def test_one_type_alone_and_the_same_answer_twice() -> None:
    """The list is cut to a type after all are ranked, and is the same for the same store."""
    graph = build(newsroom().records())
    people = central(graph, type="person")
    assert {one.entity.type for one in people} == {"person"}
    assert people == [one for one in central(graph) if one.entity.type == "person"]


def test_an_empty_network_has_nobody() -> None:
    """Nothing in, nothing out."""
    assert [central(network(), by) for by in MEASURES] == [[]] * len(MEASURES)


def test_an_unknown_measure_lists_the_measures() -> None:
    """A measure that does not exist is a usage error."""
    with pytest.raises(UsageError, match="degree, betweenness, pagerank, claims"):
        central(network("ab"), "fame")
