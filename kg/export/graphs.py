"""The network for graph tools: GraphML and GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.options import Graph, Options
from kg.network import build

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(graph: Graph, path: Path, options: Options) -> None:
    """Write the network of entities as GraphML."""
    import networkx as nx

    _write_lines(path, nx.generate_graphml(_flat_network(graph, options)))


def write_gexf(graph: Graph, path: Path, options: Options) -> None:
    """Write the network of entities as GEXF 1.2, without the date of writing: same store, same bytes."""
    import networkx as nx

    text = "\n".join(nx.generate_gexf(_flat_network(graph, options)))
    _write_lines(path, [re.sub(r' lastmodifieddate="[^"]*"', "", text, count=1)])


def xml_text(text: str) -> str:
    r"""Text with U+FFFD for every character that XML 1.0 forbids.

    >>> xml_text("a\x00b")
    'a�b'
    """
    return _NOT_XML.sub("\ufffd", text)


def _flat_network(graph: Graph, options: Options) -> nx.MultiDiGraph[str]:
    """The network with scalar attributes only: ids joined by spaces, lone values as they are."""
    network = build(
        graph.evidence(rejected=options.rejected), focus=options.focus, hops=options.hops, max_nodes=options.max_nodes
    )
    flat: nx.MultiDiGraph[str] = network.__class__()
    for node, data in network.nodes(data=True):
        flat.add_node(xml_text(node), **_scalars(data))
    for number, (start, end, data) in enumerate(network.edges(data=True)):
        flat.add_edge(xml_text(start), xml_text(end), key=number, **_scalars(data))
    return flat


def _scalars(data: dict[str, object]) -> dict[str, str | int | bool]:
    return {name: _scalar(value) for name, value in data.items()}


def _scalar(value: object) -> str | int | bool:
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return xml_text(" ".join(map(str, value)))
    return xml_text(str(value))


def _write_lines(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
