"""The network as GraphML and GEXF."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import networkx as nx
import pytest

from kg.export import Options, write
from kg.network import build
from tests.factories import FakeGraph, article, claim, entity, newsroom, reference

READERS = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf}


@pytest.mark.parametrize("suffix", READERS)
def test_the_network_comes_back(suffix: str, tmp_path: Path) -> None:
    """Nodes, edges and the claims behind them are read back by networkx."""
    graph = newsroom()
    network = build(graph.evidence())
    back = READERS[suffix](write(graph, tmp_path / f"graph{suffix}"))
    assert set(back) == set(network)
    assert back.number_of_edges() == network.number_of_edges()
    prison = reference("New high-security prison", "policy").id
    assert tuple(back.nodes[prison]["claims"].split()) == network.nodes[prison]["claims"]


@pytest.mark.parametrize("suffix", READERS)
def test_characters_that_xml_forbids_are_replaced(suffix: str, tmp_path: Path) -> None:
    """Control characters, lone surrogates and markup in names leave the file well-formed."""
    name = "A\0\x1b\ud800\uffff <b>&amp;]]>"
    graph = FakeGraph()
    home = graph.add_article(article("a", "It is so."), "It is so.")
    graph.add_claim(claim(home, "It is so.", "It is so", speaker=reference("B"), about=(reference(name),)))
    graph.add_entities([entity(name), entity("B")])
    root = ElementTree.parse(write(graph, tmp_path / f"graph{suffix}")).getroot()
    assert "A\ufffd\ufffd\ufffd\ufffd <b>&amp;]]>" in ElementTree.tostring(
        root, encoding="unicode", method="text"
    ) + str([node.attrib for node in root.iter()])


def test_focus_and_size_hold_here_too(tmp_path: Path) -> None:
    """The options that choose nodes choose them in graph formats as well."""
    path = write(newsroom(), tmp_path / "graph.graphml", Options(focus="Ruth Amberley"))
    assert len(nx.read_graphml(path)) == 2
