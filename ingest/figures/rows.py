"""Numbers in a row whose last one alone has the unit: "87 and 66 percent", "100, 200 or 250 boats"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log10

from ingest.figures.money import currency_before
from ingest.figures.numbers import Number
from ingest.figures.units import SHARES, Unit, unit_of

_COMMA = re.compile(r",[ \u00a0]")
_LAST = re.compile(r",?[ \u00a0](?:and|or)[ \u00a0]")
_WHOLE = 100
_THREE = 3
_CLOSE = 1.0
"""Orders of magnitude between the counts of one row, at most."""


def row(text: str, numbers: Sequence[Number], limit: int) -> tuple[int, Unit] | None:
    """How many of some numbers, from the first, stand in one row, and the unit that the last of them gives to all.

    Two numbers are a row where they are percentages, which else would have no unit; of other units it takes three.
    """
    length = 1
    while length < len(numbers) and _COMMA.fullmatch(text, numbers[length - 1].span.end, numbers[length].span.start):
        length += 1
    if length == len(numbers) or not _LAST.fullmatch(text, numbers[length - 1].span.end, numbers[length].span.start):
        return None
    whole = numbers[: length + 1]
    if any(one.kind != "digits" or not one.value or currency_before(text, one.span.start) for one in whole):
        return None
    unit = unit_of(text, whole[-1], limit)
    if unit is None or unit.hyphenated:
        return None
    values = [one.value for one in whole if one.value is not None]
    if unit.name in SHARES:
        return (len(whole), unit) if max(values) <= _WHOLE else None
    if len(whole) < _THREE or unit.noun_start is None or any(unit_of(text, one, limit) for one in whole[:-1]):
        return None
    sizes = [log10(value) for value in values]
    return (len(whole), unit) if max(sizes) - min(sizes) <= _CLOSE and min(values) >= _WHOLE else None
