"""Which words of a text bear which marks, and how the marks lie within each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from kg.model import Claim, EntityType, Extraction, Span

Part = Literal["claim", "embedded", "narration", "speaker", "cue", "figure"]
MarkKind = Part | EntityType

_ORDER: dict[str, int] = {
    kind: place for place, kind in enumerate(("narration", "claim", "embedded", "speaker", "cue", "figure"))
}
_LAST = len(_ORDER)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span and what it is; ``claim`` is the name of the claim it belongs to, empty for names and figures.

    ``goes_on`` is set where it continues one that began before.
    """

    span: Span
    kind: MarkKind
    claim: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """All marks on one and the same span."""

    span: Span
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that lies within the ``inside`` groups, the outermost first.

    ``opens`` begin where it begins and ``closes`` end where it ends.
    """

    span: Span
    inside: tuple[Group, ...]
    opens: tuple[Group, ...] = ()
    closes: tuple[Group, ...] = ()


def claim_names(claims: Sequence[Claim]) -> tuple[str, ...]:
    """A short name for each claim: attributed ones count ``1 2 3``, those in the text's own voice ``n1 n2 n3``."""
    names, attributed = [], 0
    for number, claim in enumerate(claims):
        attributed += claim.mode != "narration"
        names.append(str(attributed) if claim.mode != "narration" else f"n{number + 1 - attributed}")
    return tuple(names)


def marks(extraction: Extraction, *, narration: bool) -> list[Mark]:
    """The marks of an article, in text order, the longer first; ``narration`` adds those of the text's own voice."""
    found: list[Mark] = []
    for claim, name in zip(extraction.claims, claim_names(extraction.claims), strict=True):
        if narration or claim.mode != "narration":
            found += _of_claim(claim, name)
    found += [Mark(m.span, extraction.referents[m.referent].type) for m in extraction.mentions]
    found += [Mark(figure.span, "figure") for figure in extraction.figures]
    return sorted((mark for mark in found if mark.span.start < mark.span.end), key=_place)


def _of_claim(claim: Claim, name: str) -> Iterator[Mark]:
    inner: MarkKind = "claim" if claim.parent is None else "embedded"
    kind: MarkKind = "narration" if claim.mode == "narration" else inner
    for number, part in enumerate(claim.parts):
        yield Mark(part, kind, name, goes_on=number > 0)
    if claim.speaker_span is not None:
        yield Mark(claim.speaker_span, "speaker", name)
    if claim.cue_span is not None:
        yield Mark(claim.cue_span, "cue", name)


def _place(mark: Mark) -> tuple[int, int, int, int, str]:
    return (mark.span.start, -mark.span.end, _ORDER.get(mark.kind, _LAST), len(mark.claim), mark.claim)


def grouped(found: Sequence[Mark], blocks: Iterable[Span]) -> Iterator[list[Group]]:
    """For each block, in text order: its groups of marks, cut at its edges, the outer before the inner."""
    waiting = list(reversed(found))
    reaching: list[Mark] = []
    for block in blocks:
        while waiting and waiting[-1].span.start < block.end:
            reaching.append(waiting.pop())
        cut = sorted((_cut(mark, block) for mark in reaching if mark.span.overlaps(block)), key=_place)
        yield [Group(span, tuple(same)) for span, same in groupby(cut, key=lambda mark: mark.span)]
        reaching = [mark for mark in reaching if mark.span.end > block.end]


def _cut(mark: Mark, block: Span) -> Mark:
    span = Span(max(mark.span.start, block.start), min(mark.span.end, block.end))
    return replace(mark, span=span, goes_on=mark.goes_on or mark.span.start < block.start)


def runs(block: Span, groups: Sequence[Group]) -> Iterator[Run]:
    """The block's text, cut wherever a mark begins or ends.

    Marks always lie within each other: where two cross, the inner one ends with the outer and goes on behind it.
    """
    waiting = list(reversed(groups))
    inside: list[Group] = []
    place = block.start
    while place < block.end:
        opens = []
        while waiting and waiting[-1].span.start == place:
            opens.append(waiting.pop())
        inside += opens
        ahead = [group.span.end for group in inside] + [waiting[-1].span.start if waiting else block.end]
        end = min(ahead)
        within_now = tuple(inside)
        outermost = next((depth for depth, group in enumerate(inside) if group.span.end == end), len(inside))
        closes = tuple(reversed(inside[outermost:]))
        yield Run(Span(place, end), within_now, tuple(opens), closes)
        again = [_rest(group, end) for group in inside[outermost:] if group.span.end > end]
        del inside[outermost:]
        waiting += reversed(_merged(again, waiting, end))
        place = end


def _rest(group: Group, place: int) -> Group:
    span = Span(place, group.span.end)
    return Group(span, tuple(replace(mark, span=span, goes_on=True) for mark in group.marks))


def _merged(again: list[Group], waiting: list[Group], place: int) -> list[Group]:
    """What goes on at a place, together with what begins there; the longer is the outer one."""
    begins = []
    while again and waiting and waiting[-1].span.start == place:
        begins.append(waiting.pop())
    together = sorted((mark for group in (*again, *begins) for mark in group.marks), key=_place)
    return [Group(span, tuple(same)) for span, same in groupby(together, key=lambda mark: mark.span)]
