"""Numbers whose unit is left out because an earlier one has it: "40 boats, up from 31", "of whom 12 are pupils"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from math import log10

from ingest.figures.hedges import Quantity, blurred
from ingest.figures.lookalikes import is_year
from ingest.figures.nouns import STOP
from ingest.figures.numbers import Number
from ingest.figures.populations import WORD
from ingest.figures.units import Unit
from kg.model import Span

_COMPARED = re.compile(
    r"(?:\b(?:(?:up|down|rising|falling|rose|fell|climbed|dropped|declined|increased) from|compared (?:with|to)|versus|"
    r"as opposed to|instead of|rather than|of whom|of which|(?:a|the) (?:further|remaining))"
    r"[ \u00a0](?:(?:just|only|about|some|nearly|the)[ \u00a0])?)\Z"
)
"""What stands before a number that is set against an earlier one, or a part of it."""
_OF_THOSE = re.compile(
    r"\b(?:Of|Among)[ \u00a0](?:the|its|their|those|these|all|his|her|our)\b[^.,;:]{0,60},[ \u00a0]"
    r"(?:(?:only|just|about|some|at least|nearly|more than|fewer than)[ \u00a0])?\Z"
)
"""What a sentence opens with that goes on to tell how many of those did something ("Of the 40 boats, 12 sank")."""
_PART = re.compile(
    r"[ \u00a0]of[ \u00a0](?:whom|which|them|those|these)\b|[ \u00a0](?:others|more)(?![ \u00a0](?:than|[a-z]))"
)
_SIDE = re.compile(r"(?:\b(?:at|to|by|with|has|had|have|gets?|got)|[’']s)[ \u00a0](?:(?:just|only)[ \u00a0])?\Z")
_HELD = re.compile(r"[A-Z][\w’'-]*[ \u00a0](?:has|had|won|got|gets)[ \u00a0](?:(?:just|only)[ \u00a0])?\Z")
_SIDE_ENDS = re.compile(r"[.,;)\n]|[ \u00a0](?:among|in|for|and|or|points?)\b|\Z")
_PERCENTAGES = ("percent", "percentage point")
_WHOLE = 100
_WIDE = 120
"""Characters before a number in which its sentence may name those that it is a part of."""
_BACK = 30
_LAST = 8
"""Quantities of the sentence that are looked back on."""
_CLOSE = 2.5
"""Orders of magnitude between a number and the one whose unit it shares, at most."""
_JOINING = re.compile(r",?[ \u00a0](?:and|plus)[ \u00a0]")


def shared(text: str, number: Number, found: Sequence[Quantity], floor: int, limit: int) -> Quantity | None:
    """The quantity that a bare number states where its unit is that of an earlier one in the sentence.

    It is set against that one or a part of it ("up from 31", "of whom 12"), or another side's ("Lind had 45").
    """
    if number.kind not in ("digits", "words") or number.value is None or is_year(number.span.of(text)):
        return None
    ahead = text[max(floor, number.span.start - _BACK) : number.span.start]
    is_of_those = _PART.match(text, number.span.end, limit) is not None
    is_of_those = (
        is_of_those
        or ahead.endswith(" out of ")
        or _OF_THOSE.search(text, max(floor, number.span.start - _WIDE), number.span.start) is not None
    )
    is_part = _COMPARED.search(ahead) or is_of_those
    is_held = _HELD.search(ahead) and _SIDE_ENDS.match(text, number.span.end)
    is_side = _SIDE.search(ahead) and _SIDE_ENDS.match(text, number.span.end)
    for earlier in reversed(found[-_LAST:]):
        if earlier.unit in _PERCENTAGES:
            if not is_side and not is_part:
                return None
            fits = number.value <= _WHOLE and number.kind == "digits"
        else:
            fits = bool(is_part or is_held) and (is_of_those or _is_near(number, earlier))
        if fits:
            noun = earlier.noun if earlier.unit not in _PERCENTAGES else None
            quantity = Quantity(number.span, number.span, number.value, unit=earlier.unit, noun=noun)
            return blurred(text, quantity, number, floor, limit)
    return None


def filled(found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, those without a unit given that of an earlier count of about their size."""
    whole: list[Quantity] = []
    for quantity in found:
        if quantity.unit is None and quantity.value is not None:
            counts = [
                one
                for one in whole[-_LAST:]
                if one.noun is not None and one.unit != "share" and _is_near(quantity, one)
            ]
            if counts:
                last = min(reversed(counts), key=lambda one: _apart(quantity, one))
                quantity = replace(quantity, unit=last.unit, noun=last.noun)
        whole.append(quantity)
    return whole


def one_more(text: str, number: Number, found: Sequence[Quantity], limit: int) -> Quantity | None:
    """The last item of a list of counts, where it is one ("three priests and one Norland monk")."""
    last = found[-1] if found else None
    if last is None or last.noun is None or number.value != 1 or number.span.of(text).lower() != "one":
        return None
    if not _JOINING.fullmatch(text[last.span.end : number.span.start]):
        return None
    words = []
    end = number.span.end
    while (word := WORD.match(text, end, limit)) and text[end].isspace() and word[1].lower() not in STOP:
        words.append(word)
        end = word.end()
    if not words or words[-1][1].endswith("ing"):
        return None
    unit = Unit(words[-1][1] if words[-1][1][0].isupper() else words[-1][1].lower(), end, words[0].start(1))
    noun = Span(words[0].start(1), end)
    return Quantity(Span(number.span.start, end), number.span, number.value, unit=unit.name, noun=noun)


def _is_near(one: Number | Quantity, other: Quantity) -> bool:
    """Whether two numbers are of about the same size."""
    return _apart(one, other) <= _CLOSE


def _apart(one: Number | Quantity, other: Quantity) -> float:
    """How many orders of magnitude lie between two numbers; many where one is open or zero."""
    second = other.value or other.lower
    if not one.value or not second or one.value < 0 or second < 0:
        return 2 * _CLOSE
    return abs(log10(one.value) - log10(second))
