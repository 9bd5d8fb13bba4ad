"""Which of the periods that a sentence names is the time of a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures import beside
from ingest.figures.hedges import Quantity
from ingest.figures.ranges import CHANGE
from ingest.figures.spans import distance
from kg.model import Claim, Span

POLL = re.compile(r"\b(?:poll|survey|census|tracker)s?\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:(?:up|down|rising|falling) from|compared (?:with|to)|than|against|versus|what (?:it|they) (?:was|were)"
    r"|from[ \u00a0](?:(?:about|some|nearly|just|roughly|around|only|the)[ \u00a0])?(?=[$€£]?\d))\b|\bfrom[ \u00a0]\Z"
)
_SET_AGAINST = re.compile(
    r"\b(from|than|compared (?:with|to)|versus)[ \u00a0]"
    r"(?:(?:about|only|just|nearly|some|the|an?|more|less|than)[ \u00a0]){0,3}\Z"
)
_SUBORDINATE = re.compile(
    r"\b(?:where|which|who|when|because|if|whether|after|before|until)\b|[,;][ \u00a0](?:and|but)\b|;"
)
_OTHER_EVENT = re.compile(r"\b(?:until|till|because|if|whether|whose)\b")
"""Words behind a number that open a clause about another time."""
_NOW = re.compile(r"\b(?:is|are|has|have)[ \u00a0](?:now|currently)\b|\btoday\b")
_ANNOUNCED = re.compile(
    r"\b(?:said|told[ \u00a0][\w.]+|announced|wrote|tweeted|warned|promised|added|argued|claimed)[ \u00a0]"
    r"(?:(?:back|early|late)[ \u00a0])?(?:(?:in|on|during|earlier)[ \u00a0])?\Z"
)
"""What stands before a period in which only something was said."""
_LEVEL = re.compile(r"\b(?:is|are|stands?|remains?)\b")
_RECORD = re.compile(
    r"\b(?:[a-z]{3,}est|most|worst|best|first|least)\b(?:(?!\b(?:has|have|had)\b)[^,.;\n]){0,40}[ \u00a0]?\Z"
)
"""What stands before a time since which nothing was so high or so low."""
_QUOTE_ENDS = re.compile(r"[^“\"]*(?:”|,\")")
"""What follows a period in a quotation that ends before the number."""
_AHEAD = re.compile(r"\b(?:will|would|could|should|may|might|expect\w*|plan\w*|going to|goal)\b")
_JOINT = re.compile(r"\b(?:and|but)\b")
_WOULD = re.compile(r"\b(?:would|could|will)\b")
"""What a clause has that speaks of another time than the one named before it."""
_TO_NEXT = re.compile(r"[ \u00a0]to[ \u00a0](?:[a-z]+[ \u00a0]){0,3}\Z")
_TO = re.compile(r",?[ \u00a0]to[ \u00a0](?:[a-z]+[ \u00a0]){0,2}")
_FROM = re.compile(r"\b[Ff]rom[ \u00a0](?:[a-z]+[ \u00a0]){0,2}\Z")
_MADE = re.compile(
    r"(?:,[ \u00a0](?:(?:which|who)[ \u00a0]was[ \u00a0])?[a-z]+(?:ed|ilt|gun|[ow]n|ade)|"
    r"\b(?:that|who|which)[ \u00a0][a-z]+)(?:[ \u00a0](?:up|out|off))?(?:[ \u00a0]by(?:[ \u00a0][\w’'-]+){1,4})?"
    r"[ \u00a0](?:in[ \u00a0])?\Z"
)
_NEXT = 24
_LIST = 48
"""Characters between two quantities of one list, at most, so that a period behind the second is also the first's."""
_ADJACENT = 4
_OPENING = 12
_DAY, _MONTH = len("2025-03-10"), len("2025-03")


def own_periods(
    text: str,
    quantity: Quantity,
    quantities: Sequence[Quantity],
    periods: Sequence[tuple[Span, str]],
    stated: Claim | None,
    sentence: Span,
) -> list[tuple[Span, str]]:
    """The periods that may be a quantity's, which the claim ``stated`` holds, if any.

    Not those of a quantity that it is compared with ("38 percent, up from 29 percent in 2014"), nor when somebody
    said it, unless that is a poll, which tells what holds when it is taken, or a month or more that the sentence
    opens with and nothing ahead is spoken of ("In May she said that four piers are shut").
    """
    near = list(periods)
    later = min((other.span.start for other in quantities if other.span.start > quantity.span.end), default=None)
    limit = later if later is not None and _COMPARED.search(text[quantity.span.end : later]) else None
    if stated is not None and stated.mode != "narration":
        near = [
            (period, iso)
            for period, iso in near
            if any(part.contains(period) or _leads_into(text, period, part) for part in stated.parts)
            or _is_of_poll(text, period)
            or (_opens(period, iso, sentence) and not any(_AHEAD.search(part.of(text)) for part in stated.parts))
        ]
    if (end := _end_of_compared(text, quantity, later)) is not None:
        near = [(period, iso) for period, iso in near if quantity.span.end <= period.start < end]
    return [
        (period, iso)
        for period, iso in near
        if (limit is None or period.start < limit)
        and not (period.start > quantity.span.end and _COMPARED.search(text[quantity.span.end : period.start]))
        and not _is_of_first(text, period, quantity, quantities)
        and not _is_of_origin(text, period, quantity, quantities)
        and not any(quantity.span.end + _LIST < other.span.start < period.start for other in quantities)
    ]


def _end_of_compared(text: str, quantity: Quantity, later: int | None) -> int | None:
    """Where the words about a level end that another moved from or is measured by ("from 3 percent in May to …")."""
    before = text[max(0, quantity.span.start - 2 * _LIST) : quantity.span.start]
    link = _SET_AGAINST.search(before)
    if link is None:
        return None
    if later is not None and _TO_NEXT.search(text[quantity.span.end : later]):
        return later
    return quantity.span.end + _LIST if link[1] != "from" or CHANGE.search(before[: link.start()]) else None


def _is_of_first(text: str, period: Span, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether a period before a quantity is that of the one it came from ("from 3 percent in 2019 to 5 percent")."""
    if not 0 < quantity.span.start - period.end < _NEXT or not _TO.fullmatch(text[period.end : quantity.span.start]):
        return False
    return any(
        other.span.end < period.start and _FROM.search(text[max(0, other.span.start - _NEXT) : other.span.start])
        for other in quantities
    )


def _is_of_origin(text: str, period: Span, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Whether a period is that of the level that another number came from ("to 9 percent from 12 percent in April")."""
    return any(
        other.span != quantity.span
        and 0 <= period.start - other.span.end <= _ADJACENT
        and period.end <= quantity.span.start
        and _FROM.search(text, max(0, other.span.start - _NEXT), other.span.start)
        for other in quantities
    )


def _opens(period: Span, iso: str, sentence: Span) -> bool:
    """Whether a sentence opens with a month or a longer time."""
    return period.start - sentence.start < _OPENING and len(iso) != _DAY and "W" not in iso


def _is_of_poll(text: str, period: Span) -> bool:
    """Whether a period is when a poll was taken."""
    return POLL.search(text, max(0, period.start - 40), period.end + 25) is not None


def _leads_into(text: str, period: Span, part: Span) -> bool:
    """Whether a period right before what is said belongs to it ("that in May, …", "the 2019 vote, when … said")."""
    between = text[period.end : part.start] if period.end <= part.start else "\n"
    return len(between) < _ADJACENT or re.search(r",[ \u00a0]when\b", between) is not None


def period_of(text: str, span: Span, clause: Span, sentence: Span, periods: Sequence[tuple[Span, str]]) -> str | None:
    """The period named nearest in the clause, else the one that opens the sentence, else its only year or years."""
    if beside.is_present(text, span):
        return None
    outside = [
        (period, iso)
        for period, iso in periods
        if not period.overlaps(span)
        and not beside.is_elsewhere(text, period, _start_of(text, period), span)
        and not _is_aside(text, period, span)
        and not _is_record(text, period)
        and not _QUOTE_ENDS.match(text, period.end, max(period.end, span.start))
        and not _ANNOUNCED.search(text, max(sentence.start, period.start - _LIST), _start_of(text, period))
    ]
    here = [
        (distance(period, span), iso)
        for period, iso in outside
        if (
            clause.overlaps(period)
            or 0 <= clause.start - period.end < _ADJACENT
            or beside.follows_directly(text, _start_of(text, period), span)
        )
        and not _OTHER_EVENT.search(text, span.end, max(span.end, period.start))
        and not _NOW.search(text, period.end, max(period.end, span.start))
    ]
    if here:
        return min(here)[1]
    if outside and outside[0][0].start - sentence.start < _OPENING:
        return outside[0][1]
    wide = [(period, iso) for period, iso in outside if len(iso) != _DAY]
    if (as_of := [iso for period, iso in outside if beside.is_as_of(text, period.start)]) and len(outside) == 1:
        return as_of[0]
    if len(wide) != 1:
        return None
    (period, iso) = wide[0]
    is_apart = _JOINT.search(text, period.end, max(period.end, clause.start)) is not None
    if is_apart and not text.startswith("by ", period.start) and _WOULD.search(text, clause.start, span.start):
        return None
    is_since = text.startswith(("since", "Since"), period.start) or text.endswith(("since ", "Since "), 0, period.start)
    if is_since and _LEVEL.search(text, clause.start, clause.end):
        return None
    if period.start > span.end and _SUBORDINATE.search(text, span.end, period.start):
        return None
    is_month = len(iso) == _MONTH and "W" not in iso
    return iso if _is_long(iso) or (is_month and (period.end < span.start or _is_of_poll(text, period))) else None


def _start_of(text: str, period: Span) -> int:
    """Where a period begins, without a preposition that counts to it ("in 2014")."""
    opening = re.match(r"(?:in|by|on|during|late|early)[ \u00a0]", text[period.start : period.end])
    return period.start + (opening.end() if opening else 0)


def _is_record(text: str, period: Span) -> bool:
    """Whether a period only says since when nothing was so high ("the highest since 1997")."""
    start = period.start if text.startswith(("since", "Since"), period.start) else period.start - len("since ")
    return text[start : start + len("since")] == "since" and bool(_RECORD.search(text, max(0, start - _LIST), start))


def _is_aside(text: str, period: Span, span: Span) -> bool:
    """Whether a period tells when something was made that is spoken of, in an aside (", founded in 2008,")."""
    if period.end > span.start or text[period.end : period.end + 1] != "," or _is_of_poll(text, period):
        return False
    return _MADE.search(text, max(0, period.start - 2 * _NEXT), period.start) is not None


def _is_long(iso: str) -> bool:
    """Whether a period is a year or a stretch of time, and no month or day."""
    return len(iso) == len("2025") or "/" in iso or "W" in iso
