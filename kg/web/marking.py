"""A whole text cut into pieces, so that every claim in it can be marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kg.model import ClaimRecord


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the text, the innermost claim that it belongs to, and the claims that begin here.

    ``kind`` is ``own`` where the article says it in its own voice, else ``said``; ``wanted`` is whether the piece
    belongs to the claim that is asked for.
    """

    text: str
    claim: str | None = None
    begins: tuple[str, ...] = ()
    kind: str = ""
    wanted: bool = False


def marked(text: str, claims: Iterable[ClaimRecord], wanted: str | None = None) -> list[Piece]:
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
        here = sorted((part[2] for part in open_parts), key=lambda claim: (claim.end - claim.start, claim.id))
        ids = [claim.id for claim in here]
        kind = "own" if here[0].mode == "narration" else "said"
        begins = tuple(id for id in ids if id not in begun)
        pieces.append(Piece(text[start:end], ids[0], begins, kind, wanted in ids))
        begun.update(begins)
    return pieces
