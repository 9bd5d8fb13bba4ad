"""A whole text cut into pieces, so that every claim in it can be marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.model import ClaimRecord


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, the claim it belongs to, and whether that claim begins here."""

    text: str
    claim: str | None = None
    begins: bool = False
    kind: str = ""


def marked(text: str, claims: Iterable[ClaimRecord]) -> list[Piece]:
    """The text's pieces; joined they are the text again. Where claims overlap, the shortest has the piece."""
    parts = [(start, end, claim) for claim in claims for start, end in (claim.parts or ((claim.start, claim.end),))]
    parts = [part for part in parts if 0 <= part[0] < part[1] <= len(text)]
    cuts = sorted({0, len(text), *(place for start, end, _ in parts for place in (start, end))})
    pieces = []
    begun: set[str] = set()
    parts.sort(key=lambda part: part[0])
    open_parts: list[tuple[int, int, ClaimRecord]] = []
    waiting = iter(parts)
    following = next(waiting, None)
    for start, end in pairwise(cuts):
        while following and following[0] <= start:
            open_parts.append(following)
            following = next(waiting, None)
        open_parts = [part for part in open_parts if part[1] > start]
        if not open_parts:
            pieces.append(Piece(text[start:end]))
            continue
        claim = min(open_parts, key=lambda part: (part[2].end - part[2].start, part[2].id))[2]
        kind = "own" if claim.mode == "narration" else "said"
        pieces.append(Piece(text[start:end], claim.id, claim.id not in begun, kind))
        begun.add(claim.id)
    return pieces
