"""The periods a text names, as ISO 8601, resolved against the article's date where the words need one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.dates import MONTHS
from ingest.figures.stretches import STRETCH
from ingest.figures.stretches import iso as stretch
from kg.model import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:1[6-9]|20|21)\d\d(?!\d|,\d|\.\d|[-–]year)"
_PERIOD = re.compile(
    r"\b(?=[JFMASONDBILET\dbdefhilmnoty])(?:"
    rf"(?P<month>{_MONTH})(?:[ \u00a0](?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?[ \u00a0](?P<year>{_YEAR}))?"
    rf"|\b(?P<day2>\d{{1,2}})[ \u00a0](?P<month2>{_MONTH})(?:,?[ \u00a0](?P<year2>{_YEAR}))?"
    rf"|\b(?:[Ff]rom|[Bb]etween)[ \u00a0](?P<first>{_YEAR})[ \u00a0](?:to|and|until|"
    rf"through)[ \u00a0](?P<second>{_YEAR})"
    rf"|\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ff]or|[Ll]ate|[Ee]arly|[Mm]id|of|year)[ \u00a0-]"
    rf"(?P<plain>{_YEAR})(?![ \u00a0](?:percent|per|people)|%|s\b)"
    rf"|\b(?:the|its|his|her|their)[ \u00a0](?P<event>{_YEAR})[ \u00a0](?:[a-z]+[ \u00a0])?"
    r"(?:election|primary|primaries|campaign|race|"
    r"census|season|referendum|recession|crisis|budget|vote)s?\b"
    r"|\b(?P<relative>[Ll]ast|[Tt]his|[Nn]ext)[ \u00a0](?P<what>year|month)\b(?!['’-]))"
)
"""The first letter is looked at before the rest, which makes it half as long."""
_VAGUE_MONTH = re.compile(
    r"\b(?:in|from|by|last|this|during|of|early|late|mid)[ \u00a0-](?:early |late |mid-)?\Z",
    re.IGNORECASE,
)


_COMPARED = re.compile(r"\b(?:than|period|from|over|on|with|to)[ \u00a0]\Z")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{0,60}?\b((?:19|20)\d\d)\b(?![-–]\d)")
_SINCE = re.compile(r"\b[Ss]ince[ \u00a0]\Z")
_NOT_WHILE = re.compile(r"\b(?:before|after|until|till|ahead of|following|prior to)[ \u00a0](?:the[ \u00a0])?\Z")
_EVENT = re.compile(r"[ \u00a0][a-z]")
_FUTURE = re.compile(r"\b(?:will|upcoming|scheduled|due|next)\b")
_AROUND = 60
_BACK = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A period and the words that name it."""

    span: Span
    iso: str


def find(text: str, start: int, end: int, today: str | None) -> list[Period]:
    """The periods named in ``text[start:end]``; those that need the article's date are left out where it has none.

    >>> [period.iso for period in find("In October and in 2023", 0, 22, "2025-03-01")]
    ['2024-10', '2023']
    """
    day = _day(today)
    year = int(today[:4]) if today and re.match(r"\d{4}", today) else None
    month = int(today[5:7]) if today and re.match(r"\d{4}-\d\d", today) else None
    found = []
    for match in _PERIOD.finditer(text, start, end):
        iso = _iso(match, text, start, year, month)
        if iso is not None and not _is_of_another_event(text, match, start):
            since = "/" not in iso and _SINCE.search(text[max(start, match.start() - _BACK) : match.start()])
            found.append(
                Period(Span(match.start(), match.end()), f"{iso}/{day.isoformat() if day else '..'}" if since else iso)
            )
    for match in STRETCH.finditer(text, start, end):
        span, iso = Span(match.start(), match.end()), stretch(match, day)
        if iso is not None:
            found = [period for period in found if not period.span.overlaps(span)]
            found.append(Period(span, iso))
    return sorted(found, key=lambda period: period.span)


def dated(date: str | None, text: str) -> str | None:
    """The article's date, else the year of the copyright line in its text."""
    if date:
        return date
    years = _COPYRIGHT.findall(text) if "©" in text or "opyright" in text else []
    return years[-1] if years else None


def _day(today: str | None) -> date | None:
    """The article's date where it is known to the day."""
    try:
        return date.fromisoformat(today[:10]) if today else None
    except ValueError:
        return None


def _is_of_another_event(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether a date says when something else was or will be ("ahead of the May 3 vote")."""
    ahead = text[max(floor, match.start() - 16) : match.start()]
    if _NOT_WHILE.search(ahead):
        return True
    return ahead.endswith("the ") and bool(match["day"]) and _EVENT.match(text, match.end()) is not None


def _iso(match: re.Match[str], text: str, floor: int, year: int | None, month: int | None) -> str | None:
    """The ISO form of one match; none where it cannot be resolved or is no period."""
    if match["plain"] or match["event"]:
        return match["plain"] or match["event"]
    if match["first"]:
        return f"{match['first']}/{match['second']}"
    if match["relative"]:
        if _COMPARED.search(text[max(floor, match.start() - 16) : match.start()]):
            return None
        return _relative(match["relative"].lower(), match["what"], year, month)
    named = match["month"] or match["month2"]
    number = MONTHS[named.rstrip(".").lower()]
    day, stated = match["day"] or match["day2"], match["year"] or match["year2"]
    if not day and not stated and not _VAGUE_MONTH.search(text[max(floor, match.start() - 14) : match.start()]):
        return None
    ahead = text[max(floor, match.start() - _BACK) : match.start()].lower()
    if stated is None and year is not None and ahead.endswith(("this ", "this\u00a0")):
        stated = str(year)
    if stated is None:
        if year is None:
            return None
        month = month or 12
        past = number <= month or _FUTURE.search(text[max(floor, match.start() - _AROUND) : match.end() + _AROUND])
        stated = str(year if past else year - 1)
    if day and not 1 <= int(day) <= 31:
        return None
    return f"{stated}-{number:02d}-{int(day):02d}" if day else f"{stated}-{number:02d}"


def _relative(which: str, what: str, year: int | None, month: int | None) -> str | None:
    """The year or month that "last", "this" or "next" points to."""
    step = {"last": -1, "this": 0, "next": 1}[which]
    if year is None or (what == "month" and month is None):
        return None
    if what == "year":
        return f"{year + step}"
    months = year * 12 + (month or 1) - 1 + step
    return f"{months // 12}-{months % 12 + 1:02d}"
