"""The day on which something was said, where the words around the cue tell it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.lexicon.words import WEEKDAY

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>[A-Z][a-z]{{2,8}})\.?(?:,? (?P<year2>\d{{4}}))?\b)"
)
_WEEKDAY = re.compile(rf"\b(?P<which>[Ll]ast |[Nn]ext |[Tt]his )?(?P<name>{WEEKDAY})\b(?!’s|'s)")
_NEAR = re.compile(r"\b(today|yesterday|tonight|last night)\b", re.IGNORECASE)


def stated_date(words: str, published: str | None) -> str | None:
    """The ISO date that some words state; one without a year, or a weekday, is the last such before ``published``.

    >>> stated_date("Lima said on Tuesday", "2025-12-18"), stated_date("said on 3 May", "2025-02-01")
    ('2025-12-16', '2024-05-03')
    """
    base = _parsed(published)
    for match in _DATE.finditer(words):
        month = _month(match["month"] or match["month2"])
        year = match["year"] or match["year2"]
        if month and (year or base):
            return _calendar(int(year) if year else None, month, int(match["day"] or match["day2"]), base)
    if base is None:
        return None
    weekday = _WEEKDAY.search(words)
    if weekday and weekday["which"] not in ("Next ", "next "):
        back = (base.weekday() - _DAYS.index(weekday["name"].lower())) % 7
        return (base - timedelta(days=back)).isoformat()
    near = _NEAR.search(words)
    if near is None:
        return None
    return (base - timedelta(days=near[1].lower() in ("yesterday", "last night"))).isoformat()


def _parsed(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _month(word: str) -> int | None:
    low = word.lower()
    return next(
        (
            number
            for number, name in enumerate(MONTHS, 1)
            if name == low or (len(low) in (3, 4) and name.startswith(low))
        ),
        None,
    )


def _calendar(year: int | None, month: int, day: int, base: date | None) -> str | None:
    """The date, in the year before where it would lie after ``base`` and no year is stated; none for no such day."""
    try:
        if year is not None or base is None:
            return date(year or 1, month, day).isoformat()
        stated = date(base.year, month, day)
        return stated.isoformat() if stated <= base else date(base.year - 1, month, day).isoformat()
    except ValueError:
        return None
