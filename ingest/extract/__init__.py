"""Extraction: who is reported to have said what, and what the text says itself."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points

from ingest.entities import NameFound
from ingest.extract.decide import decide
from ingest.extract.learned import Learned
from ingest.extract.protocol import Attribution, Extractor, Reading
from ingest.extract.rules import Rules
from kg.errors import UsageError

__all__ = ["EXTRACTORS", "Attribution", "Extractor", "NameFound", "Reading", "decide", "load", "names"]

ENTRY_POINTS = "claimgraph.extractors"
"""The entry-point group in which other packages announce their extractors."""

EXTRACTORS: dict[str, Callable[[], Extractor]] = {"model": Learned, "rules": Rules}
"""The extractors that come with the package, by the name that ``--extractor`` takes."""


def names() -> list[str]:
    """The names of all extractors there are, those of other packages included."""
    return sorted({*EXTRACTORS, *(point.name for point in entry_points(group=ENTRY_POINTS))})


def load(name: str) -> Extractor:
    """The extractor of that name.

    Raises `UsageError` where there is none, with the names there are.
    """
    if name in EXTRACTORS:
        return EXTRACTORS[name]()
    for point in entry_points(group=ENTRY_POINTS):
        if point.name == name:
            extractor: Extractor = point.load()()
            return extractor
    raise UsageError(f"No extractor is called {name!r}. There are: {', '.join(names())}.")
