"""The place that a headline or a lead says an article is about."""

from __future__ import annotations

import re

from ingest.document import Document
from ingest.figures.landmarks import Landmarks
from ingest.figures.timing import POLL
from kg.model import Span

_OWNING = re.compile(r"\b(?:[Ii]n|[Ff]or|[Oo]f|[Aa]cross|[Oo]ver|[Aa]gainst)[ \u00a0](?:the[ \u00a0])?\Z")
_PERCENT = re.compile(r"%|\bper ?cent\b")
_LINE = 320
"""Characters of a headline or a lead, at most."""


def place(document: Document, places: Landmarks) -> str | None:
    """The only place that the headline names where its matter is ("… in Strand", "Strand’s …"), else the lead."""
    for number, sentence in enumerate(document.sentences[:2]):
        if number and not _tells(sentence.span.of(document.text)):
            return None
        if named := _located(document.text, sentence.span, places):
            return named.pop() if len(named) == 1 else None
    return None


def _tells(lead: str) -> bool:
    """Whether a lead speaks of what the figures further down are about, so that its place is also theirs."""
    return _PERCENT.search(lead) is not None or POLL.search(lead) is not None


def _located(text: str, line: Span, places: Landmarks) -> set[str]:
    """The places that a line names where its matter is; none for a line too long for a headline or a lead."""
    if line.end - line.start > _LINE:
        return set()
    return {
        name
        for spot, name in places.near(line)
        if line.contains(spot)
        and (_OWNING.search(text, max(0, spot.start - 12), spot.start) or text[spot.end : spot.end + 2] in ("’s", "'s"))
    }
