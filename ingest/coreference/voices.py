"""Who says "I", "we" and "you": the speaker of a quotation, the person of an interview, the author."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ingest.coreference.compatible import Entity
from ingest.coreference.expressions import FIRST, FIRST_PLURAL, SECOND, Expression
from ingest.document import Document


class Voices:
    """The pronouns of the first and second person of a document, by who speaks where they stand."""

    def __init__(
        self,
        document: Document,
        read: Sequence[Expression],
        entities: Mapping[int, Entity],
        join: Callable[[Expression, Expression], None],
    ) -> None:
        self._document = document
        self._read = read
        self._join = join

    def join(self) -> None:
        """Join those of one voice."""
        last: dict[tuple[str, int], Expression] = {}
        for one in self._read:
            if one.kind != "pronoun":
                continue
            group = (
                "i" if one.words[0] in FIRST else "we" if one.words[0] in FIRST_PLURAL else "you" if one.words[0] in SECOND else ""
            )
            if not group:
                continue
            key = group, one.quotation
            if key in last:
                self._join(last[key], one)
            last[key] = one
