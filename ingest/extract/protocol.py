"""What an extractor is: it finds who is reported to have said what, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ingest.document import Document
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One reported statement as spans of the text.

    ``content`` holds the parts of what is said, in text order; ``source`` the words that name who says it, none where
    nobody is named; ``cue`` the words that say so ("said", "according to"), none where punctuation alone does.
    """

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    raw_label: str
    reason: str
    score: float = 1.0


class Extractor(Protocol):
    """Finds attributions. Construction takes no arguments; everything slow to load is loaded on first use."""

    @property
    def name(self) -> str:
        """The name that ``--extractor`` takes."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may give other attributions."""

    def attributions(self, document: Document) -> Sequence[Attribution]:
        """The attributions of a document in text order, every span within ``document.text``."""
