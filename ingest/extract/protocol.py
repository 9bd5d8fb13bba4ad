"""What an extractor is: it finds who is reported to have said what, and may find names; it decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from ingest.document import Document
from ingest.entities import NameFound
from ingest.tagger.hints import Hints
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


@dataclass(frozen=True, slots=True)
class Reading:
    """What an extractor found in a document: attributions and names in text order, every span within its text.

    ``names`` may stay empty: names are looked for without an extractor's help too.
    ``hints`` help to tell policies, where there are any.
    """

    attributions: tuple[Attribution, ...] = ()
    names: tuple[NameFound, ...] = ()
    hints: Hints | None = field(default=None, compare=False)


class Extractor(Protocol):
    """Reads documents. Construction takes no arguments; everything slow to load is loaded on first use."""

    @property
    def name(self) -> str:
        """The name that ``--extractor`` takes."""

    @property
    def version(self) -> str:
        """Changes whenever the same text may give other attributions."""

    def read(self, document: Document) -> Reading:
        """What is found in a document."""
