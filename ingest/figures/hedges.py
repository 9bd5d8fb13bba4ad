"""The words that blur a quantity ("more than", "or less"), and the bounds they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod
from typing import Literal

from ingest.figures.money import is_money
from ingest.figures.numbers import SCALES, Number
from ingest.figures.units import BLURRED_AFTER, DURATIONS
from ingest.lexicon.words import listed
from kg.model import Change, Span

Bound = Literal["lower", "upper", "none"]

_RAISING = """
more than, over, above, at least, no less than, no fewer than, not less than, upwards of, upward of, in excess of,
exceeding, exceeds, exceeded, exceed, greater than, higher than, larger than, longer than, older than, well over,
just over, slightly over, slightly more than, a little over, well above, just above, north of, better than, a
minimum of, minimum of, surpassing, surpassed, far more than, much more than, well more than, surpass, surpasses,
topping, topped, past, as low as, as few as, as little as, start at, starts at, started at, starting at,
start from, starting from
"""
_LOWERING = """
less than, fewer than, under, below, up to, at most, no more than, not more than, as many as, as much as, as high
as, lower than, well under, just under, just below, well below, a maximum of, maximum of, slightly less than,
slightly under, a little under, far less than, far fewer than
"""
_BLURRING = """
about, around, roughly, approximately, approx, some, nearly, almost, close to, an estimated, estimated, circa,
perhaps, maybe, possibly, approaching, approaches, in the region of, somewhere around,
more or less, nearing, just shy of, shy of,
virtually, practically, fully, an average of
"""
HEDGES: dict[str, Bound] = {
    **dict.fromkeys(re.split(r",\s+", _RAISING.strip()), "lower"),
    **dict.fromkeys(re.split(r",\s+", _LOWERING.strip()), "upper"),
    **dict.fromkeys(re.split(r",\s+", _BLURRING.strip()), "none"),
}
"""The words before a number that blur it, and which bound they make of it."""

_CHANGING = re.compile(
    r"(?:g(?:o|oes|one|oing)|went|r(?:o|i)se[sn]?|rising|mov\w+|climb\w*|push\w*|edg\w+|com\w+|add\w*|amount\w*|"
    r"total\w*)\Z"
)
"""Verbs that "up to" goes on with where it says to which level ("gone up to 8,400")."""
_ORDERS = {**SCALES, "ten": 10, "score": 20}

_HEDGES_AFTER: dict[str, Bound] = {
    "or more": "lower", "or higher": "lower", "or greater": "lower", "-plus": "lower", " plus": "lower", "+": "lower",
    "or less": "upper", "or fewer": "upper", "or lower": "upper", "or so": "none", "-odd": "none",
    "at least": "lower", "at most": "upper",
}  # fmt: skip

_WORD_BEFORE = re.compile(r"[A-Za-z]+")

_HEDGE_GAP = re.compile(r"[ \u00a0]*(?:the[ \u00a0])?\Z")

_TALK = listed(
    """
    comment comments remark remarks claim claims question questions talk talked talking talks asked ask asking
    worried worry worrying think thinking lied concerned spoke speaking what how complained care
    """
)

_RIVALRY = listed(
    """
    chosen chose picked preferred prefer first victory win won triumph advantage edge debate fight battle dispute war
    control power argument concerns
    """
)
"""What "over" goes on with before those who are beaten or what is at stake."""

_NO_LIMIT = frozenset(("the", "over", "half", "this", "for", "in", "his", "her", "their", "its", "our"))
"""What stands before "past" where it says when ("half past", "the past 40 games")."""
_SAID_OF = listed("is are was were be been has have had for well just by now to with at of cost costs spent")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated quantity: its words, the number alone in them, and where the phrase that names what is counted begins.

    ``noun`` spans that phrase up to its head, where there is one; ``change`` is what the words themselves say
    ("doubled").
    """

    span: Span
    number: Span
    value: Decimal | None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    hedge: str | None = None
    noun: Span | None = None
    change: Change | None = None


def blurred(text: str, quantity: Quantity, number: Number, floor: int, limit: int) -> Quantity | None:
    """The quantity with the hedge before or behind it, and the bound that this makes."""
    if number.kind == "vague":
        quantity = replace(quantity, lower=_least(number.span.of(text)))
        word = re.split(r"[ \u00a0]", number.span.of(text))[0 if number.span.of(text)[0] not in "aA" else 1].lower()
        return replace(quantity, hedge=word)
    end = quantity.span.end
    if (
        behind := BLURRED_AFTER.match(text, number.span.end, limit) or BLURRED_AFTER.match(text, end, limit)
    ) is not None:
        hedge = behind[1] or behind[2]
        if hedge == " plus" and is_money(quantity.unit):
            return quantity
        quantity = replace(quantity, span=Span(quantity.span.start, max(end, behind.end())), hedge=hedge.strip(" -"))
        return _bounded(quantity, _HEDGES_AFTER[hedge])
    hedged = hedge_before(text, quantity, floor)
    if hedged is None:
        return quantity
    start, hedge = hedged
    return bounded(replace(quantity, span=Span(start, end)), hedge)


def bounded(quantity: Quantity, hedge: str) -> Quantity:
    """The quantity with a hedge that stands before it, and the bound that this makes."""
    return _bounded(replace(quantity, hedge=hedge), HEDGES[hedge])


def _least(words: str) -> Decimal:
    """What an open number is at least ("tens of thousands": ten thousand)."""
    parts = [part for part in re.findall(r"[a-z]+", words.lower()) if part.removesuffix("s") in _ORDERS]
    return Decimal(prod(_ORDERS[part.removesuffix("s")] for part in parts))


def hedge_before(text: str, quantity: Quantity, floor: int) -> tuple[int, str] | None:
    """Where the hedge before a quantity begins, and the hedge in lower case; none where nothing blurs it."""
    start = quantity.span.start
    window = max(floor, start - 40)
    mark = text[start - 1 : start] if start > floor else ""
    if mark in ("~", "≈"):
        return None
    words = list(_WORD_BEFORE.finditer(text, window, start))[-4:]
    if [word[0] for word in words[-2:]] == ["past", "the"]:
        words.pop()
    if not words or not _HEDGE_GAP.match(text[words[-1].end() : start]):
        return None
    for first in range(len(words)):
        run = words[first:]
        hedge = " ".join(word[0].lower() for word in run)
        gap = text[run[-1].end() : start].strip()
        if (
            hedge in HEDGES
            and len(text[run[0].start() : run[-1].end()]) <= len(hedge) + 2
            and (not gap or hedge == "past")
        ):
            earlier = words[first - 1][0].lower() if first else ""
            if (hedge == "about" and earlier in _TALK) or (
                hedge == "over" and (earlier in _RIVALRY or (quantity.unit in DURATIONS and earlier not in _SAID_OF))
            ):
                return None
            if hedge == "past" and (quantity.unit in DURATIONS or earlier in _NO_LIMIT):
                return None
            if hedge == "up to" and _CHANGING.search(earlier):
                return None
            return run[0].start(), hedge
    return None


def _bounded(quantity: Quantity, bound: Bound) -> Quantity:
    """The quantity with its value as the bound named."""
    if bound == "lower":
        return replace(quantity, lower=quantity.value)
    return replace(quantity, upper=quantity.value) if bound == "upper" else quantity
