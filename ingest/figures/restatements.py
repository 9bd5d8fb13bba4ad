"""Which figure says again what an earlier one of the article has said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.figures.hedges import HEDGES
from ingest.figures.units import SHARES
from kg.model import Figure

_INTO_BRACKETS = re.compile(
    r"(?:[ \u00a0](?:of|among)[^,.;:()\n]{1,60}|[ \u00a0]in[ \u00a0]\d{4}(?=,))?[ \u00a0]?"
    r"(?:\([ \u00a0]?(?:or[ \u00a0]|about[ \u00a0]|i\.e\.,?[ \u00a0])?"
    r"|[—–][ \u00a0]?|[ \u00a0]-[ \u00a0]|,[ \u00a0](?:or|that is|i\.e\.)[, \u00a0]+(?:about[ \u00a0])?)\Z"
)
"""What stands between a number and another way to say it."""
_NEAR = Decimal(4)
_FAR = Decimal(12)
"""Percentage points that a rounded share may be off, and that "more than" may be."""
_TELLING = 10
"""A smaller whole number comes up too often to be the same one again, unless its measure has several words."""


def is_aside(text: str, one: Figure, other: Figure) -> bool:
    """Whether the second of two figures stands in brackets or dashes right behind the first and may say the same."""
    between = text[one.span.end : other.span.start]
    return says_again(between, one.unit, other.unit) and agree(one, other)


def says_again(between: str, unit: str | None, other: str | None) -> bool:
    """Whether what stands between two numbers makes the second say the first again ("a third, 33 percent,")."""
    if _INTO_BRACKETS.fullmatch(between):
        return True
    return between in (", ", ",\u00a0") and {unit, other} == {"share", "percent"}


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can be two ways to say one number."""
    if one.value is None or other.value is None:
        return False
    if one.unit in SHARES and other.unit in SHARES:
        first, second = _percent(one), _percent(other)
        difference = second - first
        bound = HEDGES.get(one.hedge or "")
        if bound == "lower":
            return 0 <= difference <= _FAR
        if bound == "upper" or one.hedge in ("nearly", "almost"):
            return -_FAR <= difference <= 1
        return abs(difference) <= (_NEAR if one.unit != other.unit or one.hedge else 0)
    if _head(one.unit) != _head(other.unit) and one.unit and other.unit:
        return False
    return one.value == other.value or (bool(one.hedge) and abs(one.value - other.value) <= abs(one.value) / 20)


def _head(unit: str | None) -> str:
    """What is counted, without the word that says of which kind ("lease" of "harbour lease")."""
    counted, per, base = (unit or "").partition(" per ")
    return counted.rsplit(" ", 1)[-1] + per + base


def _percent(figure: Figure) -> Decimal:
    """The value of a share as a percentage."""
    value = figure.value or Decimal(0)
    return value * 100 if figure.unit == "share" else value


def find(text: str, figures: Sequence[Figure]) -> list[int | None]:
    """For each figure, the index of the first one that states the same, else none."""
    found: list[int | None] = []
    seen: dict[tuple[object, ...], list[int]] = {}
    for index, figure in enumerate(figures):
        first = None
        if index and is_aside(text, figures[index - 1], figure):
            first = index - 1 if found[-1] is None else found[-1]
        key = (figure.value, figure.lower, figure.upper, _head(figure.unit), figure.change)
        earlier = seen.setdefault(key, [])
        if first is None and _can_come_again(figure):
            first = next((place for place in earlier if _same(figures[place], figure)), None)
        if first is None:
            earlier.append(index)
        found.append(first)
    return found


def _can_come_again(figure: Figure) -> bool:
    """Whether a number is telling enough to be known again."""
    if figure.measure is None or figure.value is None:
        return False
    return figure.value >= _TELLING or figure.value % 1 != 0 or " " in figure.measure


def _same(one: Figure, other: Figure) -> bool:
    """Whether two figures of equal number and unit are of one thing: their circumstances do not differ."""
    if one.span == other.span or one.measure is None or other.measure is None:
        return False
    counted = one.unit not in (*SHARES, "percentage point")
    alike = one.measure.lower() == other.measure.lower() or (
        counted and (one.value or 0) >= _TELLING and _narrows(one.measure, other.measure)
    )
    pairs = ((one.place, other.place), (one.period, other.period), (one.population, other.population))
    return alike and all(first == second or (counted and None in (first, second)) for first, second in pairs)


def _narrows(one: str, other: str) -> bool:
    """Whether one of two measures says the same with more words in front ("harbour ferries", "ferries")."""
    shorter, longer = sorted((one.lower(), other.lower()), key=len)
    return longer.endswith(f" {shorter}") or longer.startswith(f"{shorter} ")
