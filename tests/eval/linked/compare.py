"""What was marked and what was found in an article of the linked set, paired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.model import Extraction, Span
from tests.eval.linked.align import Alignment, align, one_to_one, same_span
from tests.eval.linked.content import content
from tests.eval.linked.marking import Marking
from tests.eval.score import Statement, pairs


@dataclass(frozen=True, slots=True)
class Compared:
    """What was marked and found in a text, and which of it is one: pairs of indices, marked and found."""

    text: str
    marked: Marking
    found: Extraction
    alignment: Alignment
    claims: tuple[tuple[int, int], ...]
    figures: tuple[tuple[int, int], ...]
    policies: tuple[tuple[int, int], ...]

    @property
    def attributed(self) -> list[int]:
        """The numbers of the claims found that are not the article's own."""
        return [number for number, claim in enumerate(self.found.claims) if claim.mode != "narration"]


def compare(text: str, marked: Marking, found: Extraction) -> Compared:
    """What was marked and found in ``text``, paired."""
    said = [number for number, claim in enumerate(found.claims) if claim.mode != "narration"]
    claims = pairs(
        [_statement(claim.parts) for claim in marked.claims], [_statement(found.claims[n].parts) for n in said]
    )
    figures = one_to_one(
        (same_span(ours.span, theirs.span), i, j)
        for i, ours in enumerate(marked.figures)
        for j, theirs in enumerate(found.figures)
    )
    return Compared(
        text=text,
        marked=marked,
        found=found,
        alignment=align(marked, found),
        claims=tuple((i, said[j]) for i, j in claims),
        figures=tuple(figures),
        policies=tuple(_policies(text, marked, found)),
    )


def _statement(parts: Sequence[Span]) -> Statement:
    return Statement(frozenset(offset for part in parts for offset in range(part.start, part.end)))


def _policies(text: str, marked: Marking, found: Extraction) -> list[tuple[int, int]]:
    """Policies by their names: those that overlap and share half of the content words of the shorter."""
    spans = defaultdict[int, list[Span]](list)
    for mention in found.mentions:
        if found.referents[mention.referent].type == "policy":
            spans[mention.referent].append(mention.span)
    return one_to_one(
        (max((_common(text, a, b) for a in policy.names for b in theirs), default=0.0), i, referent)
        for i, policy in enumerate(marked.policies)
        for referent, theirs in sorted(spans.items())
    )


def _common(text: str, one: Span, other: Span) -> float:
    """The share of the content words of the shorter that both have, where it is half and the two overlap; else 0."""
    ours, theirs = content(one.of(text)), content(other.of(text))
    fewer = min(len(ours), len(theirs))
    share = len(ours & theirs) / fewer if fewer and one.overlaps(other) else 0.0
    return share if share >= 0.5 else 0.0
