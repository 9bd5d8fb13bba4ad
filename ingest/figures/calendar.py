"""The calendar as texts name it, as patterns, and steps on it in ISO 8601."""

from __future__ import annotations

from calendar import monthrange

from ingest.dates import MONTHS
from ingest.figures.numbers import SMALL, TENS
from ingest.lexicon.words import listed

MONTH_NAMES = listed(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec
    """
)
"""English only: in other languages a month may be an English word ("set", "out")."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = rf"(?:{'|'.join(sorted(name.title() for name in MONTH_NAMES))})\b\.?"
YEAR = r"(?:1[6-9]|20|21)\d\d(?![\d%]|,\d|\.\d|[-–]year)"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(word for word in (*SMALL, *TENS) if word != 'zero')})"
"""How many years, months or days."""


def month_number(name: str) -> int:
    """The number of a month that `MONTH` has matched."""
    return MONTHS[name.rstrip(".").lower()]


def count_of(words: str) -> int:
    """The number that "a", "the", "two" or "2" states."""
    words = words.lower()
    return int(words) if words.isdigit() else SMALL.get(words, TENS.get(words, 1))


def months_on(day: str, months: int) -> str:
    """The year, month or day that lies so many months on, in the same precision; the last day of a shorter month.

    >>> months_on("2024", 12), months_on("2024-11", 3), months_on("2024-03-31", -1)
    ('2025', '2025-02', '2024-02-29')
    """
    count = 12 * int(day[:4]) + int(day[5:7] or 1) - 1 + months
    year, month = count // 12, count % 12 + 1
    last = monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{min(int(day[8:] or 1), last):02d}"[: len(day)]
