"""Figures: every quantity an article states, with what it measures, where, when, and the claim that states it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ingest.document import Document
from ingest.figures.hedges import Quantity
from ingest.figures.measures import measured
from ingest.figures.periods import find as periods_in
from ingest.figures.quantities import find as quantities_in
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import listed
from kg.model import Article, Claim, Figure, Mention, Referent, Span

_CLAUSE = re.compile(r"[,;:—()\n]|[ \u00a0](?:while|but|and|whereas|although|compared|though|as|-|–)[ \u00a0]")

_RELATIVE_NEXT = re.compile(r"[ \u00a0]*(?:which|who|that|where)\b")

_GOING = re.compile(r"\b(?:to|from|against|like|unlike|leave|leaving)[ \u00a0](?:the[ \u00a0])?\Z")
_CLAUSE_START = re.compile(r"(?:[.,;:—\n]|\band|\bbut)[ \u00a0]?\Z")
_COMPARED = re.compile(r"\b(?:(?:up|down|rising|falling) from|compared (?:with|to)|than|against)\b")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_AFTER_PLACE = listed(
    """
    in on by at and or to for from with that which where who while but as than this last since between after before
    during had rose fell will would may might could can have are were also alone there about only more saw over under
    nearly almost every each a the is if when because it
    """
)
"""Words behind a place that it does not qualify."""
_BLOCK = 1000
"""Characters; claims are looked up by the blocks of text that they touch, so that long articles take no longer."""
_NEAR = 1500
"""Characters; a place or a period further off is not looked at."""
_INTO_BRACKETS = re.compile(r"(?:[ \u00a0]of[^,.;:()\n]{1,60})?[ \u00a0]?\([ \u00a0]?\Z")


def find(
    document: Document,
    article: Article,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
) -> tuple[Figure, ...]:
    """The figures of an article in text order, each within one sentence and none overlapping another."""
    text = document.text
    places = _Landmarks(
        (mention.span, referents[mention.referent].name)
        for mention in mentions
        if referents[mention.referent].type == "place"
        and referents[mention.referent].named
        and _locates(text, mention.span)
    )
    owners = _Owners(claims)
    figures: list[Figure] = []
    previous = Span(0, 0)
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].kind == "boilerplate":
            continue
        span = sentence.span
        if quantities := quantities_in(text, span.start, span.end):
            periods = _Landmarks(
                (period.span, period.iso) for period in periods_in(text, span.start, span.end, article.date)
            )
            figures.extend(_of_sentence(text, span, previous, quantities, periods, places, owners))
        previous = span
    return tuple(figures)


def _locates(text: str, place: Span) -> bool:
    """Whether a place is named where something is, and does not merely qualify the next word ("a Ohio senator")."""
    after = text[place.end : place.end + 30]
    if _GOING.search(text, max(0, place.start - 12), place.start):
        return False
    if _CLAUSE_START.search(text, max(0, place.start - 5), place.start) or place.start == 0:
        return not re.match(r"[ \u00a0][A-Z]", after)
    following = _NEXT_WORD.match(after)
    return following is None or following[1] in _AFTER_PLACE or following[1].endswith(("ed", "s"))


class _Landmarks:
    """Names with their spans, to be asked for those around a quantity."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._named = sorted(named)
        self._starts = [span.start for span, _ in self._named]

    def near(self, span: Span) -> list[tuple[Span, str]]:
        """Those that begin within `_NEAR` characters of the span, in text order."""
        first = bisect_left(self._starts, span.start - _NEAR)
        return self._named[first : bisect_left(self._starts, span.end + _NEAR)]


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


def _of_sentence(
    text: str,
    sentence: Span,
    previous: Span,
    quantities: Sequence[Quantity],
    periods: _Landmarks,
    places: _Landmarks,
    owners: _Owners,
) -> list[Figure]:
    """The figures of one sentence; one in brackets right behind another says the same, and shares what it measures."""
    figures: list[Figure] = []
    for position, quantity in enumerate(quantities):
        start = max(sentence.start, quantity.span.start - 300)
        clause = _clause(text, quantity.span, start, min(sentence.end, quantity.span.end + 300))
        measure, population = measured(text, quantity, sentence, previous)
        if position and figures and _INTO_BRACKETS.match(text[quantities[position - 1].span.end : quantity.span.start]):
            measure, population = measure or figures[-1].measure, population or figures[-1].population
            clause = Span(_clause(text, quantities[position - 1].span, start, sentence.end).start, clause.end)
        near = places.near(quantity.span)
        figures.append(
            Figure(
                span=quantity.span,
                value=quantity.value,
                lower=quantity.lower,
                upper=quantity.upper,
                unit=_unit(quantity, measure),
                measure=measure,
                population=population,
                place=_place(text, quantity.span, clause, sentence, previous, near, population or measure),
                period=_period(
                    quantity.span, clause, sentence, _own(text, quantity, quantities, periods.near(quantity.span))
                ),
                hedge=quantity.hedge,
                claim=owners.of(quantity),
            )
        )
    return figures


def _unit(quantity: Quantity, measure: str | None) -> str | None:
    """The unit, completed from the measure where the text counts per so many and names only the rate."""
    if quantity.unit and quantity.unit.startswith("per ") and measure and measure.endswith(" rate"):
        return f"{measure.removesuffix(' rate')} {quantity.unit}"
    return quantity.unit


def _clause(text: str, span: Span, start: int, end: int) -> Span:
    """The clause around a span, within ``text[start:end]``; a relative clause belongs to what it describes."""
    first = start
    for match in _CLAUSE.finditer(text, start, span.start):
        if not _RELATIVE_NEXT.match(text, match.end()):
            first = match.end()
    after = _CLAUSE.search(text, span.end, end)
    while after is not None and _RELATIVE_NEXT.match(text, after.end()):
        after = _CLAUSE.search(text, after.end(), end)
    return Span(first, after.start() if after else end)


def _place(
    text: str,
    span: Span,
    clause: Span,
    sentence: Span,
    previous: Span,
    places: Sequence[tuple[Span, str]],
    population: str | None,
) -> str | None:
    """The place named nearest in the clause, else whose people are counted, else the sentence's, else what "it" is."""
    here = [(_distance(place, span), name) for place, name in places if clause.contains(place)]
    if here:
        return min(here)[1]
    if population and (country := DEMONYMS.get(population.split()[0])):
        return country
    inside = [(place, name) for place, name in places if sentence.contains(place)]
    if len({name for _, name in inside}) == 1 and inside[0][0].start < span.start:
        return inside[0][1]
    if (
        inside
        and inside[0][0].start < span.start
        and re.match(r"(?:In|Across|Throughout)[ \u00a0]", text[sentence.start : sentence.start + 12])
    ):
        return inside[0][1]
    if re.search(r"\bit\b", text[clause.start : span.start], re.IGNORECASE):
        return next((name for place, name in places if previous.contains(place)), None)
    return None


def _own(
    text: str, quantity: Quantity, quantities: Sequence[Quantity], periods: Sequence[tuple[Span, str]]
) -> list[tuple[Span, str]]:
    """The periods without those of a quantity that is compared with ("38 percent, up from 29 percent in 2014")."""
    later = min((other.span.start for other in quantities if other.span.start > quantity.span.end), default=None)
    limit = later if later is not None and _COMPARED.search(text[quantity.span.end : later]) else None
    return [(period, iso) for period, iso in periods if limit is None or period.start < limit]


def _period(span: Span, clause: Span, sentence: Span, periods: Sequence[tuple[Span, str]]) -> str | None:
    """The period named nearest in the clause, else the one that opens the sentence, else its only year."""
    outside = [(period, iso) for period, iso in periods if not period.overlaps(span)]
    here = [(_distance(period, span), iso) for period, iso in outside if clause.contains(period)]
    if here:
        return min(here)[1]
    if outside and (outside[0][0].start - sentence.start < 12 or (len(outside) == 1 and len(outside[0][1]) == 4)):
        return outside[0][1]
    return None


def _distance(one: Span, other: Span) -> int:
    """How far two spans are apart, end to start."""
    return min(abs(one.start - other.end), abs(other.start - one.end))
