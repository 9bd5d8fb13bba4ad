"""The periods a text names, as ISO 8601, resolved against the article's date where the words need one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.figures.anchored import ANCHORED, COMPARED
from ingest.figures.anchored import iso as anchored
from ingest.figures.calendar import MONTH, YEAR, month_number, months_on
from ingest.figures.stretches import STRETCH
from ingest.figures.stretches import iso as stretch
from kg.model import Span

_PERIOD = re.compile(
    r"\b(?=[JFMASONDBILET\dbdefhilmnostwy])(?:"
    rf"(?:[Bb]etween|[Ff]rom)[ \u00a0](?P<month3>{MONTH})[ \u00a0](?P<day3>\d{{1,2}})[ \u00a0]"
    rf"(?:and|to|through)[ \u00a0](?P<until3>\d{{1,2}})\b(?:,?[ \u00a0](?P<year3>{YEAR}))?"
    rf"|(?P<month>{MONTH})(?:[ \u00a0](?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:[-–](?P<until>\d{{1,2}})\b)?)?"
    rf"(?:,?[ \u00a0](?P<year>{YEAR}))?"
    rf"|\b(?P<day2>\d{{1,2}})[ \u00a0](?P<month2>{MONTH})(?:,?[ \u00a0](?P<year2>{YEAR}))?"
    rf"|\b(?:[Ff]rom|[Bb]etween)[ \u00a0](?P<first>{YEAR})[ \u00a0](?:to|and|until|"
    rf"through)[ \u00a0](?P<second>{YEAR})"
    rf"|\b(?:[Ii]n|[Dd]uring|[Bb]y|[Ff]or|[Ll]ate|[Ee]arly|[Mm]id|of|year)[ \u00a0-]"
    rf"(?P<plain>{YEAR})(?![ \u00a0](?:percent|per|people|levels?)|%|s\b|[-–]\d{{4}})"
    rf"|\b(?:the|its|his|her|their|entire|whole)[ \u00a0](?P<event>{YEAR})[ \u00a0]"
    r"(?:[a-z]+[ \u00a0]|[A-Z][a-z]+[ \u00a0]){0,3}"
    r"(?:(?:election|primary|primaries|campaign|race|cycle|caucus|caucuse|midterm|contest|(?:fiscal|tax)[ \u00a0]year|"
    r"season|referendum|recession|crisis|budget|vote|harvest)s?"
    r"|(?:[Cc]ensus|[Ss]urvey|[Pp]oll|[Ss]tudy|[Rr]eport|[Rr]eview|[Aa]udit))\b"
    rf"|\b(?:[Ff]iscal(?:[ \u00a0]year)?|FY)[ \u00a0]?(?P<fiscal>{YEAR})"
    rf"|\b(?:[Bb]eginning|[Ss]tarting)[ \u00a0](?:in|from)[ \u00a0](?P<begun>{YEAR})"
    rf"|\b(?P<from>{YEAR})(?:[-–]|[ \u00a0](?:to|through)[ \u00a0])(?P<to>{YEAR})\b"
    r"|\b(?P<relative>[Ll]ast|[Tt]his|[Nn]ext)[ \u00a0](?:fiscal[ \u00a0])?(?P<what>[Yy]ear|[Mm]onth)\b(?!['’-]))"
)
"""The first letter is looked at before the rest, which makes it half as long."""
_VAGUE_MONTH = re.compile(
    r"\b(?:in|from|between|by|for|last|this|next|during|through|of|early|late|mid|since)[ \u00a0-]"
    r"(?:early |late |mid-)?\Z",
    re.IGNORECASE,
)
_AFTER_MONTH = re.compile(rf"\b{MONTH}(?:[ \u00a0](?:and|or|to|through)[ \u00a0]|[-–])\Z")
_DETERMINED = re.compile(r"\b(?:the|its|their|an?|his|her|our|[a-z]+[’']s)[ \u00a0]\Z", re.IGNORECASE)
_OCCASION = re.compile(
    r"(?:[ \u00a0][a-z-]+){0,2}[ \u00a0]"
    r"(?:polls?|surveys?|referendum|elections?|primar(?:y|ies)|vote|runoff|caucus(?:es)?|reports?|figures?|"
    r"quarter|debate|ballot|count|budget|strike|storm|floods?|attacks?|meeting|summit|reading|auction|"
    r"sales|deadline|launch|shooting|bombing|protests?|raid|data|numbers|total)\b"
)
"""What a month that stands before it dates ("the March referendum")."""
_SAME = re.compile(
    r"\b(?:same|previous|prior)[ \u00a0](?:time|month|period|quarter|point|stretch)"
    r"[ \u00a0](?:of[ \u00a0]|in[ \u00a0])?\Z"
)
_INTO = re.compile(r"[-–]|[ \u00a0](?:to|through)[ \u00a0]")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\n]{0,60}?\b((?:19|20)\d\d)\b(?![-–]\d)")
_SINCE = re.compile(r"\b[Ss]ince[ \u00a0]\Z")
_NOT_WHILE = re.compile(
    r"\b(?:before|after|until|till|ahead of|following|prior to|ends|ending|ended|begins|beginning|starting|starts)"
    r"[ \u00a0](?:the[ \u00a0])?\Z"
)
_EVENT = re.compile(r"[ \u00a0][a-z]")
_FUTURE = re.compile(
    r"\b(?:will|upcoming|coming|scheduled|slated|planned|reserved|booked|due|next|likely to|"
    r"(?:plan|expect|intend|want|hope)(?:s|ed|ned)? to|(?:is|are)[ \u00a0](?:to|[a-z]+ing)|"
    r"expected|forecasts?|predicts?|projects)\b"
)
_PAST = re.compile(r"\b(?:since|last|past)[ \u00a0](?:(?:early|late)[ \u00a0])?\Z", re.IGNORECASE)
_WAS = re.compile(
    r"(?<![\w-])(?:was|were|had|did|rose|fell|said|told|gave|went|came|spent|paid|won|lost|made|took|held|began|"
    r"hit|ago|"
    r"earlier|after|(?!planned|scheduled|reserved|expected|need|slated|booked|targeted|indeed)[a-z]{2,}ed)\b"
)
"""Words of what is over."""
_SOON = 3
"""Months ahead in which a month named without a year may lie in the next year."""
_MONTHS = 24
_AROUND, _CLAUSE = 60, 160
_BEFORE = 400
"""Characters before a sentence in which \"that year\" may have been named."""
_BACK = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A period and the words that name it."""

    span: Span
    iso: str


def find(text: str, start: int, end: int, today: str | None, *, anchors: bool = True) -> list[Period]:
    """The periods named in ``text[start:end]``; those that need the article's date are left out where it has none.

    ``anchors`` false leaves out those that are told from another one.

    >>> [period.iso for period in find("In October and in 2023", 0, 22, "2025-03-01")]
    ['2024-10', '2023']
    """
    day = day_of(today)
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
    found = sorted(found, key=lambda period: period.span)
    return _joined(text, _with_anchored(text, Span(start, end), today, found) if anchors else found)


def _with_anchored(text: str, within: Span, today: str | None, found: list[Period]) -> list[Period]:
    """The periods with those that are told from one named before ("a year earlier"), also in the text just before."""
    day = day_of(today)
    whole: list[Period] = []
    position = 0
    for match in ANCHORED.finditer(text, within.start, within.end):
        span = Span(match.start(), match.end())
        while position < len(found) and found[position].span.start < span.start:
            whole.append(found[position])
            position += 1
        is_behind = bool(whole) and whole[-1].span.overlaps(span)
        is_ahead = position < len(found) and found[position].span.overlaps(span)
        if (is_behind or is_ahead) and not match["in_month"]:
            continue
        whole, position = whole[:-1] if is_behind else whole, position + is_ahead
        anchor = whole[-1].iso if whole else _last_before(text, within.start, today)
        iso = anchored(match, text, day, anchor)
        if iso is not None:
            whole.append(Period(span, iso))
    return whole + found[position:]


def _last_before(text: str, start: int, today: str | None) -> str | None:
    """The last period that the text right before names."""
    before = find(text, max(0, start - _BEFORE), start, today, anchors=False) if start else []
    return before[-1].iso if before else None


def _joined(text: str, found: list[Period]) -> list[Period]:
    """The periods, two days that a dash joins made one stretch of time ("May 30-June 4")."""
    joined: list[Period] = []
    for period in found:
        last = joined[-1] if joined else None
        between = text[last.span.end : period.span.start] if last else ""
        if last and (months := _two_months(text, last, period, between)):
            joined[-1] = Period(Span(last.span.start, period.span.end), months)
        elif last and _INTO.fullmatch(between) and len(last.iso) == len(period.iso) == 10:
            joined[-1] = Period(
                Span(last.span.start, period.span.end), f"{min(last.iso, period.iso[:4] + last.iso[4:])}/{period.iso}"
            )
        else:
            joined.append(period)
    return joined


def _two_months(text: str, first: Period, second: Period, between: str) -> str | None:
    """The stretch of two months that are told together ("December and January"); "and" joins only neighbours."""
    if not len(first.iso) == len(second.iso) == len("2025-03") or first.iso[5:6] == "W" or second.iso[5:6] == "W":
        return None
    if first.span.of(text).endswith(tuple("0123456789")) and first.iso > second.iso:
        return None
    begin, until = first.iso, second.iso
    if begin > until:
        is_one_year = begin[5:] < until[5:]
        begin, until = (months_on(begin, -12), until) if is_one_year else (begin, months_on(until, 12))
    is_between = text.endswith(("between ", "Between "), 0, first.span.start) and between.strip() == "and"
    is_next = re.fullmatch(r"[ \u00a0](?:and|or)[ \u00a0]", between) and until == months_on(begin, 1)
    return f"{begin}/{until}" if is_next or is_between or _INTO.fullmatch(between) else None


def dated(date: str | None, text: str) -> str | None:
    """The article's date, else the year of the copyright line in its text."""
    if date:
        return date
    years = _COPYRIGHT.findall(text) if "©" in text or "opyright" in text else []
    return years[-1] if years else None


def day_of(today: str | None) -> date | None:
    """The article's date where it is known to the day."""
    try:
        return date.fromisoformat(today[:10]) if today else None
    except ValueError:
        return None


def _is_of_another_event(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether a date says when something else was or will be ("ahead of the May 3 vote")."""
    ahead = text[max(floor, match.start() - 16) : match.start()]
    if _NOT_WHILE.search(ahead) or _SAME.search(text[max(floor, match.start() - 24) : match.start()]):
        return True
    return ahead.endswith("the ") and bool(match["day"]) and _EVENT.match(text, match.end()) is not None


def _iso(match: re.Match[str], text: str, floor: int, year: int | None, month: int | None) -> str | None:
    """The ISO form of one match; none where it cannot be resolved or is no period."""
    if named := match["plain"] or match["event"] or match["fiscal"]:
        return str(named)
    if first := match["first"] or match["from"]:
        return f"{first}/{match['second'] or match['to']}"
    if begun := match["begun"]:
        return f"{begun}/{year}" if year is not None and int(begun) < year else f"{begun}/.."
    if match["relative"]:
        if COMPARED.search(text[max(floor, match.start() - 16) : match.start()]):
            return None
        return _relative(match["relative"].lower(), match["what"].lower(), year, month)
    named = match["month"] or match["month2"] or match["month3"]
    number = month_number(named)
    day, stated = (match[name] or match[f"{name}2"] or match[f"{name}3"] for name in ("day", "year"))
    if not day and not stated and not _is_meant(text, match, floor):
        return None
    if stated is None:
        if year is None:
            return None
        stated = str(_year_of(text, match, floor, number, year, month or 12))
    if not day:
        return f"{stated}-{number:02d}"
    days = [f"{stated}-{number:02d}-{int(one):02d}" for one in (day, match["until"] or match["until3"]) if one]
    return "/".join(one for one in days if day_of(one)) or None


def _is_meant(text: str, match: re.Match[str], floor: int) -> bool:
    """Whether a word that may be a month is one: a preposition, another month or an event tells ("the May vote")."""
    ahead = text[max(floor, match.start() - _MONTHS) : match.start()]
    if _VAGUE_MONTH.search(ahead) or _AFTER_MONTH.search(ahead):
        return True
    return _DETERMINED.search(ahead) is not None and _OCCASION.match(text, match.end()) is not None


def _year_of(text: str, match: re.Match[str], floor: int, number: int, year: int, month: int) -> int:
    """The year of a month named without one: the coming one where the words speak of what is to be, or it is next.

    Words of the past ("last", "since", a verb in the past and a month long gone) keep it behind the article.
    """
    near = text[max(floor, match.start() - _BACK) : match.start()].lower()
    ahead = re.split(r"[,;:][ \u00a0]", text[max(floor, match.start() - _CLAUSE) : match.start()])[-1]
    words = ahead + match[0] + re.split(r"[.;\n]", text[match.end() : match.end() + _AROUND])[0]
    if re.search(r"\bthis[ \u00a0]\Z", near):
        return year
    coming, gone = year + (number < month), year - (number > month)
    if re.search(r"\bnext[ \u00a0]\Z", near):
        return year + (number <= month)
    if _PAST.search(near):
        return year - (number >= month) if "last" in near else gone
    is_ahead = _FUTURE.search(words) is not None and not _WAS.search(ahead)
    if is_ahead and re.search(r"\bby[ \u00a0]\Z", near):
        return coming
    distance = (number - month) % 12
    if is_ahead and (number >= month or distance <= _SOON):
        return coming
    return coming if distance == 1 and not _WAS.search(words) else gone


def _relative(which: str, what: str, year: int | None, month: int | None) -> str | None:
    """The year or month that "last", "this" or "next" points to."""
    step = {"last": -1, "this": 0, "next": 1}[which]
    if year is None or (what == "month" and month is None):
        return None
    return f"{year + step}" if what == "year" else months_on(f"{year}-{month:02d}", step)
