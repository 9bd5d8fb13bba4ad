"""The turns of a transcript: “LIMA: We agree.”, one speaker after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.extract.protocol import Attribution
from kg.model import Span

_TURN = re.compile(r"[\"“]?(?P<name>[A-Z][A-Z .’'-]{0,40}[A-Z]|[QA]|[A-Z][a-z]+(?: [A-Z][a-zA-Z’'-]+){0,2}):\s+(?=\S)")
_STAGE_DIRECTION = re.compile(r"[\"“]?[(\[][^()\[\]]{1,80}[)\]]\W*\Z")
_FEWEST_TURNS = 2
_FEWEST_MIXED_CASE_TURNS = 4
_LONGEST_TURN = 6
_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before the next: the paragraph that names the speaker, and those that follow."""

    paragraphs: tuple[int, ...]
    attribution: Attribution


def turns(document: Document) -> list[Turn]:
    """The turns of the transcripts in a document, none where fewer than two paragraphs open with a speaker.

    Speakers in mixed case ("Lima:") count where there are four turns and somebody speaks twice: a lone "Note:" is none.
    """
    starts = {
        number: match
        for number, paragraph in enumerate(document.paragraphs)
        if (match := _TURN.match(document.text, paragraph.span.start, paragraph.span.end))
    }
    names = Counter(match["name"] for match in starts.values())
    upper = {number: match for number, match in starts.items() if match["name"].isupper()}
    if len(starts) < _FEWEST_MIXED_CASE_TURNS or len(names) < 2 or names.most_common(1)[0][1] < 2:
        starts = upper
    if len(starts) < _FEWEST_TURNS:
        return []
    return list(_read(document, starts))


def _read(document: Document, starts: dict[int, re.Match[str]]) -> Iterator[Turn]:
    numbers = sorted(starts)
    for place, number in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        match = starts[number]
        members = [number, *_continued(document, number, after)]
        first = document.paragraphs[number].span
        content = [_unmarked(document.text, Span(match.end(), first.end))]
        content += [_unmarked(document.text, document.paragraphs[member].span) for member in members[1:]]
        parts = tuple(part for part in content if part.start < part.end)
        if parts:
            name = Span(match.start("name"), match.end("name"))
            colon = Span(name.end, name.end + 1)
            yield Turn(tuple(members), Attribution(parts, name, colon, "transcript", "transcript turn", 0.9))


def _continued(document: Document, number: int, after: int | None) -> Sequence[int]:
    """The paragraphs in which the same speaker goes on.

    In a quoted transcript they open with a mark too; else only those between two turns count.
    """
    text, paragraphs = document.text, document.paragraphs
    is_quoted = text[paragraphs[number].span.start] in _MARKS
    end = after if after is not None else len(paragraphs)
    members = []
    for member in range(number + 1, min(end, number + _LONGEST_TURN)):
        span = paragraphs[member].span
        if _STAGE_DIRECTION.match(text, span.start, span.end):
            continue
        goes_on = text[span.start] in _MARKS if is_quoted else after is not None
        if not goes_on or paragraphs[member].kind != "body":
            break
        members.append(member)
    return members


def _unmarked(text: str, span: Span) -> Span:
    """The span without the quotation mark that opens a paragraph of a quoted transcript."""
    start = span.start + (span.start < span.end and text[span.start] in _MARKS and text[span.end - 1] not in _MARKS)
    return Span(start, span.end)
