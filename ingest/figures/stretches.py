"""Stretches of time that are told from the article's date or by their parts: "the past decade", "since 2010"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from ingest.figures.anchored import season_of
from ingest.figures.calendar import COUNT, MONTH, WEEKDAYS, YEAR, count_of, month_number, months_on

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
STRETCH = re.compile(
    r"\b(?=[tisSfwlQ\daem])(?:"
    rf"(?:the|these|its)[ \u00a0](?P<side>past|last|previous|next|coming)[ \u00a0](?:(?P<count>{COUNT})[ \u00a0])?"
    rf"(?P<what>day|week|month|year|decade|century)s?\b(?!['’-])(?:[ \u00a0]of[ \u00a0](?P<of_year>{YEAR}))?"
    rf"|\b[Ss]ince[ \u00a0](?:(?:early|late|mid)[ \u00a0-])?(?:(?P<since_month>{MONTH})[ \u00a0])?(?P<since>{YEAR})"
    rf"|\b[Ss]ince[ \u00a0](?:[A-Za-z’'.-]+[ \u00a0]){{1,6}}"
    rf"in[ \u00a0](?:(?:early|late|mid)[ \u00a0-])?(?:(?:(?P<event_month>{MONTH})[ \u00a0])?(?P<event>{YEAR})|"
    rf"(?P<month>{MONTH})(?![ \u00a0]\d))"
    r"|\b(?P<part>first|second|third|fourth|last|final)[ \u00a0](?P<size>quarter|half)"
    r"(?:[ \u00a0]of[ \u00a0](?:the[ \u00a0]year[ \u00a0])?"
    rf"(?:(?P<part_year>{YEAR})|(?P<part_said>last|this)[ \u00a0]year|the[ \u00a0]year)|"
    r"(?=[,.;:)]|[ \u00a0]|\Z))"
    rf"|\b(?:the|its)[ \u00a0]first[ \u00a0](?P<months>{COUNT})[ \u00a0]months\b"
    rf"(?:[ \u00a0]of[ \u00a0](?:(?P<months_year>{YEAR})|(?P<months_said>last|this|the)[ \u00a0]year))?"
    rf"|\bQ(?P<short>[1-4])[ \u00a0](?:of[ \u00a0])?(?P<short_year>{YEAR})"
    rf"|\b(?:the|a|in)[ \u00a0](?:(?P<length>{COUNT})[ \u00a0]months|year)[ \u00a0]"
    r"(?:to|through|ended|ending)[ \u00a0](?:in[ \u00a0])?"
    rf"(?P<to_month>{MONTH})(?:[ \u00a0](?P<to_year>{YEAR}))?"
    rf"|\b(?P<from_year>{YEAR})[-–](?P<until>\d\d)(?![\d-])"
    r"|\b(?:the|early|late|mid)[ \u00a0-](?:early[ \u00a0-]|late[ \u00a0-]|mid-)?(?P<tens>(?:18|19|20)\d0)s\b"
    rf"|\b(?P<season>spring|summer|fall|autumn|winter)[ \u00a0]of[ \u00a0](?P<season_year>{YEAR})"
    r"|\b(?P<week>last|this)[ \u00a0]week\b(?!['’-])"
    r"|\b(?:as of|(?P<from_day>[Ss]ince)(?:[ \u00a0]last)?)[ \u00a0]"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b)"
)
"""The words for a stretch of time, by what they tell."""
_LATE = 20
"""The day of a month after which "the next two months" are those that follow it."""


def iso(match: re.Match[str], today: date | None) -> str | None:
    """The ISO 8601 form of a match of `STRETCH`; none where it needs a date that the article does not have."""
    for group, resolve in _RESOLVERS.items():
        if match[group]:
            return resolve(match, today)
    return None


def _around(match: re.Match[str], today: date | None) -> str | None:
    """What "the past two weeks" spans, to the day, the month or the year that it is counted in."""
    count = count_of(match["count"] or "1")
    if match["of_year"]:
        year, is_end = match["of_year"], match["what"] == "month" and match["side"] == "last" and count <= 12
        return f"{year}-{13 - count:02d}/{year}-12" if is_end else year
    if today is None or (match["side"] == "previous" and not match["count"]):
        return None
    ahead = match["side"] in ("next", "coming")
    if ahead and match["what"] == "day" and not match["count"]:
        return None
    if match["what"] in ("day", "week"):
        days = timedelta(days=count * (7 if match["what"] == "week" else 1))
        return _between(today.isoformat(), (today + days if ahead else today - days).isoformat())
    if match["what"] == "month" or (match["what"] == "year" and count == 1):
        month, months = today.isoformat()[:7], count if match["what"] == "month" else 12
        if ahead and match["count"] and today.day > _LATE:
            return _between(months_on(month, 1), months_on(month, months))
        return _between(month, months_on(month, months if ahead else -months))
    years = count * {"year": 1, "decade": 10, "century": 100}[match["what"]]
    return _between(str(today.year), str(today.year + (years if ahead else -years)))


def _since(match: re.Match[str], today: date | None) -> str:
    """From the year or month named to the article's date, or left open."""
    year, month = (match[name] or match[f"event{name[5:]}"] for name in ("since", "since_month"))
    start = _month(int(year), month_number(month)) if month else year
    return f"{start}/{today.isoformat() if today else '..'}"


def _since_month(match: re.Match[str], today: date | None) -> str | None:
    """From the last such month to the article's date."""
    if today is None:
        return None
    month = month_number(match["month"])
    return f"{_month(today.year - (month > today.month), month)}/{today.isoformat()}"


def _part(match: re.Match[str], today: date | None) -> str | None:
    """A quarter or a half of the year named, else of the article's, the last one before it."""
    if match["short"]:
        return _months_of(int(match["short_year"]), int(match["short"]), 3)
    length = 3 if match["size"] == "quarter" else 6
    place = min(_ORDINALS[match["part"]], 12 // length)
    if match["part_year"]:
        return _months_of(int(match["part_year"]), place, length)
    if today is None or (length == 6 and not match[0].endswith("year")) or match[0] == "last quarter":
        return None
    year = today.year - (match["part_said"] == "last")
    if not match["part_said"] and (place - 1) * length + 1 > today.month:
        year -= 1
    return _months_of(year, place, length)


def _year_to(match: re.Match[str], today: date | None) -> str | None:
    """The twelve months, or as many as are told, that end with the month named."""
    month = month_number(match["to_month"])
    if match["to_year"]:
        year = int(match["to_year"])
    elif today is None:
        return None
    else:
        year = today.year if month <= today.month else today.year - 1
    length = count_of(match["length"] or "12")
    last = _month(year, month)
    return f"{months_on(last, 1 - length)}/{last}"


def _first_months(match: re.Match[str], today: date | None) -> str | None:
    """The months with which a year began, the article's where none is named."""
    count = count_of(match["months"])
    if count > 12 or (today is None and not match["months_year"]):
        return None
    year = match["months_year"] or str(today.year - (match["months_said"] == "last") if today else "")
    return f"{year}-01/{year}-{count:02d}"


def _span_of_years(match: re.Match[str], today: date | None) -> str | None:
    """Two years that follow one another ("2023-24")."""
    first, last = int(match["from_year"]), int(match["from_year"][:2] + match["until"])
    return f"{first}/{last}" if last == first + 1 else None


def _decade(match: re.Match[str], today: date | None) -> str:
    """The ten years of "the 1990s"."""
    return f"{match['tens']}/{int(match['tens']) + 9}"


def _week(match: re.Match[str], today: date | None) -> str | None:
    """The ISO week of the article or the one before."""
    if today is None:
        return None
    year, week, _ = (today - timedelta(days=7 if match["week"] == "last" else 0)).isocalendar()
    return f"{year}-W{week:02d}"


def _season(match: re.Match[str], today: date | None) -> str:
    """The months of a season of the year named."""
    return season_of(match["season"], int(match["season_year"]))


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    """The last such day, which may be the article's own."""
    if today is None:
        return None
    back = (today.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    day = (today - timedelta(days=back)).isoformat()
    return f"{day}/{today.isoformat()}" if match["from_day"] else day


_RESOLVERS: dict[str, Callable[[re.Match[str], date | None], str | None]] = {
    "side": _around,
    "since": _since,
    "event": _since,
    "month": _since_month,
    "part": _part,
    "months": _first_months,
    "short": _part,
    "to_month": _year_to,
    "from_year": _span_of_years,
    "tens": _decade,
    "season": _season,
    "week": _week,
    "weekday": _weekday,
}


def _between(one: str, other: str) -> str:
    """The interval between two dates, the earlier first."""
    return "/".join(sorted((one, other)))


def _month(year: int, month: int) -> str:
    return f"{year}-{month:02d}"


def _months_of(year: int, place: int, length: int) -> str:
    """The first and last month of a part of a year."""
    return f"{_month(year, (place - 1) * length + 1)}/{_month(year, place * length)}"
