"""Figures: every quantity an article states, with what it measures, where, when, and the claim that states it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.document import Document
from ingest.figures import changes, multiples, places, races, restatements
from ingest.figures.carrying import answered_together, carried, is_parallel
from ingest.figures.contexts import Thread, settled
from ingest.figures.counts import spread
from ingest.figures.hedges import HEDGES, Quantity, bounded
from ingest.figures.holders import respective
from ingest.figures.landmarks import Landmarks, landmarks
from ingest.figures.measures import measured
from ingest.figures.measuring_nouns import behind
from ingest.figures.money import is_money
from ingest.figures.periods import dated
from ingest.figures.quantities import find as quantities_in
from ingest.figures.restatements import says_again
from ingest.figures.sources import Sources
from ingest.figures.spans import vicinity
from ingest.figures.timing import own_periods, period_of
from ingest.figures.unit_names import unit_name
from ingest.figures.units import DURATIONS, POINTS, SHARES
from kg.model import Article, Claim, Figure, Mention, Referent, Span

_CLAUSE = re.compile(
    r"(?<=[a-z]{4})[.!?][ \u00a0](?=[A-Z])|[,;:—()\n]|"
    r"[ \u00a0](?:while|but|and|whereas|although|compared|though|as(?![ \u00a0]of)|-|–)[ \u00a0]"
)
_OUTCOME = re.compile(r"\b(?:won|wins|lost|prevailed|leads?|led|trails|beat|defeated)\b[^,\d]*,\Z")
_SCORE = re.compile(r"[ \u00a0]?(?:by[ \u00a0]|with[ \u00a0])?(?:(?:just|about|only)[ \u00a0])?")
"""What stands between a comma and a score that belongs to the clause before it ("Ann Moe won, 43 percent to 38")."""
_RELATIVE_NEXT = re.compile(r"[ \u00a0]*(?:which|who|that|where)\b")
_LARGE = 1000
_NAME = 60
_FEW = 4
_BLOCK = 1000
"""Characters; claims are looked up by the blocks of text that they touch, so that long articles take no longer."""
_CLAUSE_REACH = 300
"""Characters before and behind a number in which its clause lies."""
_REACH = 1000
"""Characters; what stands further away in one sentence tells nothing of a figure, and a line may have no end."""


Item = TypeVar("Item")


def find(
    document: Document,
    article: Article,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
) -> tuple[Figure, ...]:
    """The figures of an article in text order, each within one sentence and none overlapping another."""
    text = document.text
    where, thread = landmarks(text, referents, mentions), Thread(document, dated(article.date, text))
    around = _Around(
        text,
        claims,
        where,
        landmarks(text, referents, mentions, locating=False),
        _Owners(claims),
        Sources(text, claims, referents, mentions),
    )
    figures: list[Figure] = []
    spots = multiples.spots(text)
    previous = Span(0, 0)
    for index, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].kind == "boilerplate":
            continue
        span = sentence.span
        if quantities := quantities_in(text, span.start, span.end, multiplied=_any_in(spots, span)):
            periods = sorted([(one.span, one.iso) for one in (*thread.periods(index), *thread.days(index))])
            figures.extend(_of_sentence(around, span, previous, quantities, periods))
        previous = span
    figures = settled(document, races.placed(document, figures, around.named), where, thread)
    figures = races.dated(document, figures, thread.today)
    again = restatements.find(text, figures)
    return tuple(
        figure if first is None else replace(figure, restates=first)
        for figure, first in zip(figures, again, strict=True)
    )


def _any_in(spots: Sequence[int], span: Span) -> bool:
    """Whether one of some positions in text order lies in a span."""
    return bisect_left(spots, span.start) < bisect_left(spots, span.end)


class _Owners:
    """Finds the claim that states a span: attributed before narrated, then innermost."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._blocks: dict[int, list[tuple[bool, int, int, Span]]] = {}
        for index, claim in enumerate(claims):
            for part in claim.parts:
                entry = (claim.mode == "narration", part.end - part.start, index, part)
                for block in range(part.start // _BLOCK, part.end // _BLOCK + 1):
                    self._blocks.setdefault(block, []).append(entry)

    def of(self, quantity: Quantity) -> int | None:
        """The index of the claim whose words hold the quantity, or at least its number."""
        for span in (quantity.span, quantity.number):
            holding = [entry for entry in self._blocks.get(span.start // _BLOCK, ()) if entry[3].contains(span)]
            if holding:
                return min(holding)[2]
        return None


@dataclass(frozen=True, slots=True)
class _Around:
    """What figures are looked up in: the text, its claims, its places, its documents."""

    text: str
    claims: Sequence[Claim]
    places: Landmarks
    named: Landmarks
    owners: _Owners
    sources: Sources


def _of_sentence(
    around: _Around, sentence: Span, previous: Span, quantities: Sequence[Quantity], periods: Sequence[tuple[Span, str]]
) -> list[Figure]:
    """The figures of one sentence; what says the same again, or goes on with it, shares what it measures."""
    text = around.text
    figures: list[Figure] = []
    for position, quantity in enumerate(quantities):
        nearby = vicinity(quantity.span, sentence, _REACH)
        beside = vicinity(quantity.span, sentence, _CLAUSE_REACH)
        clause = _clause(text, quantity.span, beside)
        before = _levels(quantities, position)
        earlier = quantities[before[-1]] if before else None
        if earlier and earlier.hedge in HEDGES and not quantity.hedge and is_parallel(text, earlier, quantity):
            quantity = replace(bounded(quantity, earlier.hedge), hedge=None)
        measure, population = measured(text, quantity, nearby, previous, clause)
        if earlier is not None and figures:
            between = text[earlier.span.end : quantity.span.start]
            if says_again(between, earlier.unit, quantity.unit) and not behind(text, quantity.span.end, nearby.end):
                last = figures[before[-1]]
                measure, population = last.measure or measure, last.population or population
                clause = Span(_clause(text, earlier.span, beside).start, clause.end)
            measure, population = carried(text, earlier, quantity, [figures[at] for at in before], measure, population)
        is_share = quantity.unit in (*SHARES, *POINTS)
        is_statistic = is_share or _is_statistic(quantity)
        counted = places.Counted(population, measure, is_share, is_statistic, is_money(quantity.unit))
        others = _starting_in(nearby, quantities, lambda other: other.span.start)
        here = _starting_in(nearby, periods, lambda period: period[0].start)
        near = around.places.near(quantity.span)
        claim = around.owners.of(quantity)
        own = own_periods(text, quantity, others, here, around.claims[claim] if claim is not None else None, nearby)
        measure, there = _of_place(text, quantity, measure, figures, near)
        figures.append(
            Figure(
                span=quantity.span,
                value=quantity.value,
                lower=quantity.lower,
                upper=quantity.upper,
                unit=unit_name(text, quantity, measure, others),
                measure=measure,
                population=population,
                place=there or places.find(text, quantity.span, clause, nearby, previous, near, around.named, counted),
                period=period_of(text, quantity.span, clause, nearby, own),
                hedge=quantity.hedge,
                claim=claim,
                change=quantity.change or changes.of(text, quantity, clause),
                document=around.sources.of(quantity.span, nearby, claim, is_share=is_share),
            )
        )
    return respective(text, answered_together(text, spread(text, quantities, figures, sentence)))


def _levels(quantities: Sequence[Quantity], position: int) -> list[int]:
    """Which quantities before one it may go on from, the sentence's first and the last few.

    Lengths of time are passed over, unless it is one too.
    """
    is_time = quantities[position].unit in DURATIONS
    near = sorted({*range(min(1, position)), *range(max(0, position - _FEW), position)})
    return [at for at in near if is_time or quantities[at].unit not in DURATIONS]


def _of_place(
    text: str, quantity: Quantity, measure: str | None, figures: Sequence[Figure], near: Sequence[tuple[Span, str]]
) -> tuple[str | None, str | None]:
    """Measure and place where a number stands in brackets behind a place ("in Strand (9 percent) and Fjord (4)")."""
    start = quantity.span.start
    if text[start - 1 : start] != "(":
        return measure, None
    there = next((name for place, name in near if place.end == start - 2), None)
    if there is None or measure is None or not text[max(0, start - _NAME) : start - 2].endswith(measure.split()[-1]):
        return measure, there
    last = figures[-1] if figures and figures[-1].unit == quantity.unit else None
    return (last.measure if last and last.measure else measure), there


def _starting_in(stretch: Span, items: Sequence[Item], start: Callable[[Item], int]) -> Sequence[Item]:
    """Those of some items in text order that start in a stretch of text."""
    return items[bisect_left(items, stretch.start, key=start) : bisect_left(items, stretch.end, key=start)]


def _is_statistic(quantity: Quantity) -> bool:
    """Whether a number is a rate or a large count, and no plain quantity."""
    if quantity.unit and (" per 1" in f" {quantity.unit}" or quantity.unit == multiples.TIMES):
        return True
    return quantity.noun is not None and (quantity.value or quantity.lower or 0) >= _LARGE


def _clause(text: str, span: Span, within: Span) -> Span:
    """The clause around a span, no further than ``within``; a relative clause belongs to what it describes."""
    first = before = within.start
    for match in _CLAUSE.finditer(text, within.start, span.start):
        if not _RELATIVE_NEXT.match(text, match.end()):
            before, first = first, match.end()
    if _SCORE.fullmatch(text, first, span.start) and _OUTCOME.search(text, before, first):
        first = before
    after = _CLAUSE.search(text, span.end, within.end)
    while after is not None and _RELATIVE_NEXT.match(text, after.end()):
        after = _CLAUSE.search(text, after.end(), within.end)
    return Span(first, after.start() if after else within.end)
