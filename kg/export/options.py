"""What an export may be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kg.around import Nearby, Neighbourhood
from kg.evidence import Evidence
from kg.graph import Records
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one export; a format takes those that concern it.

    ``title`` names the store on the page. ``focus`` is an entity (IRI, end of one, name or alias), kept with what lies
    within ``hops`` edges, in RDF with all that this rests on, and on a page with what joins that to the entities
    ``beside`` (IRIs). ``max_nodes`` keeps the most central; none means what a page can show, and all in graph formats.
    ``max_claims`` bounds how many claims the page carries, ``full_text`` puts the articles' whole texts on it.
    ``rejected`` adds the claims that people rejected, and ``history`` the decisions that were taken back, which RDF
    leaves out.
    """

    title: str | None = None
    focus: str | None = None
    hops: int = 1
    max_nodes: int | None = None
    max_claims: int = 2000
    full_text: bool = False
    rejected: bool = False
    beside: tuple[str, ...] = ()
    history: bool = False


class Graph(Protocol):
    """What the exporters need: records, texts, and the store with its quads; a `kg.api.Graph` has them."""

    store: Store

    def records(self, *, rejected: bool = False) -> Records:
        """Every record of the store; rejected claims where they are asked for."""

    def evidence(self, *, rejected: bool = False) -> Evidence:
        """What joins the entities of the store; rejected claims where they are asked for."""

    def nearby(
        self, what: str, *, hops: int = 1, enough: int = 80, rejected: bool = False, beside: Sequence[str] = ()
    ) -> Nearby:
        """The same around one entity."""

    def details(self, nodes: Iterable[str], *, rejected: bool = False) -> Records:
        """The records of some claims and relations."""

    def around(
        self, what: str, *, hops: int = 1, enough: int = 80, rejected: bool = False, beside: Sequence[str] = ()
    ) -> Neighbourhood:
        """The records around one entity."""

    def text(self, article: str) -> str:
        """The stored text of an article."""


class Exporter(Protocol):
    """Writes one file format."""

    def __call__(self, graph: Graph, path: Path, options: Options) -> None:
        """Write ``graph`` to ``path``, which may be overwritten; the caller makes it atomic."""
