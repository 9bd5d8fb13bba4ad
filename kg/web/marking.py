"""A whole text cut into pieces, so that every claim in it can be marked and linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export import evidence
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
    """The text's pieces; joined they are the text again. Where claims overlap, the innermost has the piece."""
    by_id = {claim.id: claim for claim in claims}
    begun: set[str] = set()
    pieces = []
    for words, ids in evidence.marked(text, by_id.values()):
        if not ids:
            pieces.append(Piece(words))
            continue
        kind = "own" if by_id[ids[0]].mode == "narration" else "said"
        begins = tuple(id for id in ids if id not in begun)
        pieces.append(Piece(words, ids[0], begins, kind, wanted in ids))
        begun.update(begins)
    return pieces
