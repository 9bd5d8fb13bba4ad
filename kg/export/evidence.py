"""Exact words in their context, as pieces that a page can show one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import pairwise

from kg.model import ClaimRecord, RelationRecord

WINDOW = 300
"""Characters of context on either side."""

Piece = tuple[str, str]
"""Some text, and what it is: ``words``, ``cue``, ``speaker``, ``gap`` (cut here) or nothing."""
Mark = tuple[int, int, str]


def context_of(claim: ClaimRecord, text: str) -> list[Piece]:
    """The claim's words, cue and speaker within the article's text, `WINDOW` characters around."""
    marks: list[Mark] = [(start, end, "words") for start, end in claim.spans]
    marks += [(*span, "cue") for span in (claim.cue_span,) if span]
    marks += [(*span, "speaker") for span in (claim.speaker_span,) if span]
    return pieces(text, claim.start, claim.end, marks)


def context_of_relation(relation: RelationRecord, text: str) -> list[Piece]:
    """The words that assert a relation within the article's text."""
    return pieces(text, relation.start, relation.end, [(relation.start, relation.end, "words")])


def matches(claim: ClaimRecord, text: str) -> bool:
    """Whether the claim's words are what stands at its offsets."""
    return claim.words(text) == claim.text


def marked(text: str, claims: Iterable[ClaimRecord]) -> list[tuple[str, list[str]]]:
    """A whole text, cut where a claim begins or ends: each piece with the ids of the claims that it is in.

    The innermost claim comes first. Joined, the pieces are the text again.
    """
    spans = [(start, end, claim.id) for claim in claims for start, end in claim.spans]
    spans = sorted(span for span in spans if 0 <= span[0] < span[1] <= len(text))
    cuts = sorted({0, len(text), *(place for start, end, _ in spans for place in (start, end))})
    coming = deque(spans)
    here: list[tuple[int, int, str]] = []
    made = []
    for low, high in pairwise(cuts):
        here = [span for span in here if span[1] > low]
        while coming and coming[0][0] == low:
            here.append(coming.popleft())
        here.sort(key=lambda span: (span[1] - span[0], span))
        made.append((text[low:high], [key for *_, key in here]))
    return made


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """``text[start:end]`` with context, cut where a mark begins or ends; joined, the pieces are the text again.

    Of marks that overlap, the first listed wins.

    >>> pieces("Ana said yes.", 9, 12, [(9, 12, "words"), (4, 8, "cue")])
    [('Ana ', ''), ('said', 'cue'), (' ', ''), ('yes', 'words'), ('.', '')]
    """
    low = _word_start(text, max(0, start - WINDOW))
    high = _word_end(text, min(len(text), end + WINDOW))
    kept: list[Mark] = []
    for mark in marks:
        if low <= mark[0] < mark[1] <= high and all(mark[1] <= k[0] or k[1] <= mark[0] for k in kept):
            kept.append(mark)
    made: list[Piece] = [("… ", "gap")] if low else []
    here = low
    for mark_start, mark_end, kind in sorted(kept):
        made += [(text[here:mark_start], ""), (text[mark_start:mark_end], kind)]
        here = mark_end
    made.append((text[here:high], ""))
    made += [(" …", "gap")] if high < len(text) else []
    return [piece for piece in made if piece[0]]


def _word_start(text: str, place: int) -> int:
    """The next beginning of a word within 30 characters of ``place``, else ``place``."""
    if place == 0 or text[place - 1].isspace():
        return place
    return next((i + 1 for i in range(place, min(place + 30, len(text))) if text[i].isspace()), place)


def _word_end(text: str, place: int) -> int:
    """The last end of a word within 30 characters before ``place``, else ``place``."""
    if place == len(text) or text[place].isspace():
        return place
    return next((i for i in range(place - 1, max(place - 30, 0), -1) if text[i].isspace()), place)
