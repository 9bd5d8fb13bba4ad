"""Periods told from the article's date or from the one named before: "four years ago", "a year earlier"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.figures.calendar import COUNT, MONTH, count_of, month_number, months_on

_COUNT = rf"(?:an?|{COUNT})"
_STEP = r"(?:years?|decades?|months?|quarters?|seasons?)"
ANCHORED = re.compile(
    (
        r"\b(?:"
        rf"(?P<ago>{_COUNT}) (?P<ago_of>weeks?|months?|years?|decades?) ago\b"
        rf"|(?P<before>{_COUNT}|the) (?P<before_of>{_STEP}) (?:earlier|before|previously|prior)\b"
        rf"|(?:the|its|a) (?:previous|prior|preceding) (?P<previous>{_STEP})\b(?! (?:two|three|four|\d))"
        rf"|(?P<later>{_COUNT}) (?P<later_of>{_STEP}) later\b|the (?:following|next) (?P<following>year|month|season)\b"
        r"|(?:that|(?:the|this) same) (?P<same>year|month|quarter|period|election|season)\b(?! (?:as|of|in|last)\b)"
        rf"|(?P<in_month>{MONTH}) (?:of )?(?:that|the same) year\b"
        r"|(?P<year_end>(?:the )?end of the year\b(?! [12])|year[’']s end\b|year-end\b)"
        r"|(?:for|during) the (?P<month>month)\b(?! of)"
        r"|(?P<quarter>last|this) quarter\b(?! of)"
        r"|(?P<which>last|this past|this) (?P<season>spring|summer|fall|autumn|winter)\b"
        r"|(?P<day>yesterday|last night)\b)"
    ).replace(" ", r"[ \u00a0]"),
    re.IGNORECASE,
)
"""The words for such a period, by what they tell."""
_ABOUT = re.compile(r"\b(?:than|nearly|almost|over|about|roughly|some|least)[ \u00a0]\Z")
COMPARED = re.compile(r"\b(?:than|period|from|over|on|with|to|versus)[ \u00a0](?:in[ \u00a0])?\Z")
"""What stands before a time that is only compared with ("higher than a year earlier")."""
_ABOUT_REACH = 10
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
"""The first of a season's three months, on the northern half of the earth."""
_MONTHS = {"year": 12, "season": 12, "decade": 120, "quarter": 3, "month": 1}
_NUMBER = re.compile(r"\d{4}(?:-\d\d(?!\d))?(?:-\d\d)?")


def iso(match: re.Match[str], text: str, today: date | None, anchor: str | None) -> str | None:
    """The ISO 8601 form of a match of `ANCHORED`; none where what it is told from is not known.

    ``anchor`` is the period named last before it.
    """
    if match["same"] is None and COMPARED.search(text, max(0, match.start() - _ABOUT_REACH), match.start()):
        return None
    if match["in_month"]:
        return f"{anchor[:4]}-{month_number(match['in_month']):02d}" if anchor else None
    if match["year_end"]:
        year = anchor[:4] if anchor else today.isoformat()[:4] if today else None
        return f"{year}-12" if year else None
    if match["same"] or match["month"]:
        return _same(match, anchor)
    if match["before_of"] or match["previous"] or match["later_of"] or match["following"]:
        return _moved(match, anchor, today)
    if today is None:
        return None
    if match["day"]:
        return (today - timedelta(days=1)).isoformat()
    if match["quarter"]:
        first = (today.month - 1) // 3 * 3 + 1
        months = months_on(f"{today.year}-{first:02d}", -3 if match["quarter"].lower() == "last" else 0)
        return f"{months}/{months_on(months, 2)}"
    if match["season"]:
        return _last_season(match["season"].lower(), today, is_last=match["which"].lower() == "last")
    return None if _ABOUT.search(text, max(0, match.start() - _ABOUT_REACH), match.start()) else _ago(match, today)


def _ago(match: re.Match[str], today: date) -> str:
    """The week, month or year that lies so far back."""
    what, count = _singular(match["ago_of"]), count_of(match["ago"])
    if what == "week":
        year, week, _ = (today - timedelta(weeks=count)).isocalendar()
        return f"{year}-W{week:02d}"
    month = months_on(today.isoformat()[:7], -count * _MONTHS[what])
    return month if what == "month" else month[:4]


def _same(match: re.Match[str], anchor: str | None) -> str | None:
    """The period named before, in so far as the words mean all of it."""
    if anchor is None:
        return None
    what = (match["same"] or match["month"]).lower()
    if what in ("year", "election", "season"):
        return anchor[:4] if "/" not in anchor else None
    if what == "month":
        return anchor[:7] if re.match(r"\d{4}-\d\d", anchor) and "/" not in anchor else None
    return anchor


def _moved(match: re.Match[str], anchor: str | None, today: date | None) -> str | None:
    """The period that lies so much before or after the one named before, else before the article's date."""
    what = _singular(match["before_of"] or match["previous"] or match["later_of"] or match["following"])
    back = bool(match["before_of"] or match["previous"])
    if anchor is None:
        if today is None or not back:
            return None
        anchor = today.isoformat()[:4] if _MONTHS[what] >= _MONTHS["year"] else today.isoformat()[:7]
    if "W" in anchor or ".." in anchor or (_MONTHS[what] < _MONTHS["year"] and len(anchor) == len("2025")):
        return None
    if match["previous"] and what == "decade":
        return f"{int(anchor[:4]) - 10}/{anchor[:4]}"
    months = count_of(match["before"] or match["later"] or "a") * _MONTHS[what]
    return _NUMBER.sub(lambda part: months_on(part[0], -months if back else months), anchor)


def _last_season(season: str, today: date, *, is_last: bool) -> str:
    """The season of the article's year, or where it says "last" the one that was over or half over."""
    year, first = today.year, _SEASONS[season]
    if (is_last and first + 2 >= today.month) or (not is_last and season == "winter" and today.month < first):
        year -= 1
    return season_of(season, year)


def season_of(season: str, year: int) -> str:
    """The three months of a season that begins in a year."""
    first = f"{year}-{_SEASONS[season]:02d}"
    return f"{first}/{months_on(first, 2)}"


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")
