"""Stores for tests: a few articles of invented news, taken in by the real pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from ingest import run
from kg.api import Graph
from kg.model import Article
from kg.store import MEMORY, create

HARBOUR = Article(
    source="2025/harbour.md",
    title="Harbour board backs sea wall",
    authors=("Ines Calder",),
    publisher="The Harbour Ledger",
    date="2025-03-04",
    url="https://example.org/harbour",
    text=(
        "Harbour board backs sea wall\n\n"
        "Mara Ellison, director of the Tidewater Institute, said that the old wall would fail within ten years. "
        "“We promise to finish the new wall by spring,” Ellison said, “and we will publish every bill.”\n\n"
        "According to a survey by the Tidewater Institute, 63 percent of residents support the sea wall.\n\n"
        "A senior official who asked not to be named said the cost could reach $41 million in 2026.\n\n"
        "The harbour lies north of the old town."
    ),
)
QUAY = Article(
    source="2025/quay.md",
    title="Fishers doubt the sea wall",
    authors=("Tom Abara",),
    publisher="Quayside Post",
    date="2025-03-06",
    text=(
        "Fishers doubt the sea wall\n\n"
        "“The wall will ruin the quay,” Jonas Okoro, head of the Fishers Union, told reporters on Thursday. "
        "Okoro said that the report found that 40 percent of boats would have to move.\n\n"
        "Mara Ellison of the Tidewater Institute rejected that. “Nobody will have to move,” she said."
    ),
)


def article(text: str, source: str = "a.txt", **fields: object) -> Article:
    """An article as a reader would give it."""
    raw = sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(source=source, text=text, raw_sha256=raw, **fields)  # type: ignore[arg-type]


def stored(*articles: Article, where: str | Path = MEMORY) -> Graph:
    """A graph with these articles in it; with the two of the harbour where none is given."""
    graph = Graph(create(where))
    add(graph, articles or (HARBOUR, QUAY))
    return graph


def add(graph: Graph, articles: Sequence[Article], *, force: bool = False) -> run.Report:
    """Takes articles in, with the hash of their text as that of their bytes where they have none."""
    whole = [article(a.text, a.source, **_stated(a)) if not a.raw_sha256 else a for a in articles]
    report = run.ingest(graph.store, whole, extractor="rules", force=force)
    graph.refresh()
    return report


def _stated(a: Article) -> dict[str, object]:
    names = ("title", "authors", "publisher", "date", "url", "language", "wire", "inferred")
    return {name: getattr(a, name) for name in names}


def dump(graph: Graph) -> list[str]:
    """The store's quads as sorted lines, the log left out."""
    log = graph.store.iris.log
    return sorted(str(quad) for quad in graph.store.engine if quad.graph_name != log)
