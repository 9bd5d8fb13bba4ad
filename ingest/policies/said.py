"""In which claim some words stand: the innermost, since its speaker said them and not who reports that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.model import Claim, Span

_NESTED = 30
"""So many parts of claims are looked at before an offset: claims do not nest deeper."""

_OWED = re.compile(r"(?:to|ought|should|must)\b", re.IGNORECASE)
_ASKING = re.compile(r"\b(?:ask|wonder|inquir)\w*(?P<what>.*\b(?:if|whether|how|why|what|about)\b)?", re.IGNORECASE)
_QUESTION = re.compile(
    r"[“\"‘']?(?:(?:if|whether|how|why|what|who|when|where|which|about)\b|[^.!“”\"]*\?)", re.IGNORECASE
)


def is_owed(text: str, claim: Claim) -> bool:
    """Whether what reports a claim says that it is not made yet ("urged her *to reject* …")."""
    return claim.cue_span is not None and _OWED.match(claim.cue_span.of(text)) is not None


def is_question(text: str, claim: Claim) -> bool:
    """Whether a claim only reports what somebody asks ("asked *whether he would …*"): they say nothing of it."""
    asking = _ASKING.search(claim.cue_span.of(text)) if claim.cue_span is not None else None
    return asking is not None and (bool(asking["what"]) or _QUESTION.match(claim.parts[0].of(text)) is not None)


class Said:
    """The attributed claims of an article by where their words stand."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        attributed = [(number, claim) for number, claim in enumerate(claims) if claim.mode != "narration"]
        self.parts: tuple[tuple[Span, int], ...] = tuple(
            sorted((part, number) for number, claim in attributed for part in claim.parts)
        )

    def at(self, offset: int) -> int | None:
        """The smallest claim whose own words hold the character at an offset."""
        last = bisect_right(self.parts, offset, key=lambda part: part[0].start)
        near = self.parts[max(0, last - _NESTED) : last]
        holding = [(part.end - part.start, number) for part, number in near if offset < part.end]
        return min(holding)[1] if holding else None

    def touches(self, span: Span) -> bool:
        """Whether some of a span's words are said by somebody."""
        last = bisect_right(self.parts, span.end, key=lambda part: part[0].start)
        return any(part.overlaps(span) for part, _ in self.parts[max(0, last - _NESTED) : last])
