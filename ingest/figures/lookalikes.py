"""Numbers that are no quantities: dates, times, ages, ordinals, labels, and parts of names."""

from __future__ import annotations

import re

from ingest.figures.calendar import MONTH_NAMES, WEEKDAYS
from ingest.figures.idioms import is_idiom, is_other_half, is_wholly
from ingest.figures.money import CODES
from ingest.figures.nouns import STOP
from ingest.figures.numbers import Number
from ingest.figures.titles import TITLED, is_title
from ingest.lexicon.words import listed

_LABELS = listed(
    """
    no nos number nr page pages p pp chapter article articles section sections level phase route type age aged ages
    grade step tier category paragraph clause version
    """
)
"""Words before a number that make it a label."""
_CAPITAL_LABELS = _LABELS | listed(
    """
    highway class room flight channel proposition prop measure amendment title resolution rule act bill interstate
    district ward precinct season episode volume vol part item question figure table lot unit block apartment suite
    box line gate mark model group area zone sector stage schedule annex book verse world formula fortune big game
    games super studio agenda operation
    """
)
_TIMES = frozenset(("a.m", "am", "p.m", "pm", "o'clock", "o’clock", "a.m.", "p.m.", "gmt", "et", "utc", "hrs"))
_STREETS = listed("avenue ave street st road rd boulevard blvd drive lane way square plaza court parkway highway")
_QUICK = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*|\d+|[^\w\s]")
_YEAR = re.compile(r"(?:1[4-9]|20|21)\d\d\Z")
_DATED = re.compile(r"\s*(?:-|–|‑|to|and|through|until|or)\s*\Z")
_OLD = re.compile(
    r"[ \u00a0-](?:(?:years?|months?|weeks?|days?)[ \u00a0-](?:old|olds|of[ \u00a0]age)|year[ \u00a0-]olds?)\b"
)
_SCORED = re.compile(r"(?:[ \u00a0]to[ \u00a0]|[-–])\d+(?:\.\d+)?[ \u00a0]?(?:percent|per[ \u00a0]cent|%)")
"""What stands behind the first number of a poll ("beat Moe 46 to 40 percent")."""
_CHAIN = re.compile(r"[-–./]\d+[-–./]\d")
_MARKS, _IN = frozenset(".,;:)\n"), (" in ", " of ")
"""What stands around most years, which need no closer look."""
_PEOPLE = listed(
    "children kids babies infants boys girls men women people adults those anyone everyone workers voters pupils"
)
"""Those who are told by their age."""
_COUNTABLE = listed("people troops jobs homes votes soldiers deaths men women children tons tonnes dollars")
"""What four digits may count without looking like a year."""
_DATING = listed("the in since of by a this that from until for after before")
"""What stands before a year."""


def words_before(text: str, start: int, floor: int) -> list[str]:
    """The last words and marks before ``start``, nearest last, none from before ``floor``."""
    return _QUICK.findall(text[max(floor, start - 60) : start])[-6:]


def words_after(text: str, end: int, limit: int) -> list[str]:
    """The next words and marks after ``end``, none from beyond ``limit``."""
    return _QUICK.findall(text[end : min(limit, end + 60)])[:6]


def is_lookalike(text: str, number: Number, floor: int, limit: int) -> bool:
    """Whether the number within the sentence ``text[floor:limit]`` states no quantity."""
    start, end = number.span.start, number.span.end
    if (
        end - start == 4
        and text[end : end + 1] in _MARKS
        and text[start - 4 : start] in _IN
        and is_year(text[start:end])
    ):
        return True
    before, after = words_before(text, start, floor), words_after(text, end, limit)
    if _OLD.match(text, end, limit) or _is_label(text, number, before, after, floor, limit):
        return True
    if _is_age(before, after):
        return True
    if number.value == 100 and after[:1] in (["percent"], ["%"]) and is_wholly(before, after[1:]):
        return True
    if number.kind == "words":
        return is_idiom(text, number, before, after, floor, limit)
    if number.kind == "fraction":
        return is_other_half(text, number, before, after)
    return number.kind == "digits" and number.scale == 1 and _is_date(text, number, before, after)


def _is_age(before: list[str], after: list[str]) -> bool:
    """Whether a number without a unit is the age that people are under or over ("children under five")."""
    return (
        len(before) > 1
        and before[-1] in ("under", "over", "above", "below", "aged")
        and before[-2] in _PEOPLE
        and (not after or not after[0].isalpha() or after[0] in STOP)
    )


def follows_date(text: str, date_end: int, start: int) -> bool:
    """Whether the number at ``start`` goes on with the date before it ("September 16-19")."""
    return 0 < start - date_end < 12 and _DATED.match(text[date_end:start]) is not None


def is_year(digits: str) -> bool:
    """Whether bare digits would be read as a year."""
    return _YEAR.match(digits) is not None


def _is_label(text: str, number: Number, before: list[str], after: list[str], floor: int, limit: int) -> bool:
    """Labels, addresses, footnotes and numbers that belong to the name before them."""
    start, end = number.span.start, number.span.end
    last = before[-1] if before else ""
    if (
        last in ("#", "№", "@")
        or (last == "[" and after[:1] == ["]"])
        or (last == "." and before[-2:-1] and before[-2].lower() in _LABELS)
    ):
        return True
    if start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
        return True
    lowered = last.lower()
    if last in CODES:
        return False
    if lowered in _LABELS and (last != "no" or number.kind == "digits") and text[start - 1 : start].isspace():
        return True
    if (
        not last[:1].isupper()
        or lowered in STOP
        or lowered.endswith(("'s", "’s"))
        or not text[start - 1 : start].isspace()
        or number.kind != "digits"
    ):
        return _is_listed(text, number, floor) or _is_address(number, after)
    if lowered in _CAPITAL_LABELS:
        return True
    if number.scale != 1 or "," in number.span.of(text) or "." in number.span.of(text) or text[end : end + 1] == "%":
        return False
    return (
        len(before) > 1
        and after[:1] not in (["percent"], ["per"], ["%"], ["percentage"])
        and lowered.capitalize() not in WEEKDAYS
        and lowered not in TITLED
        and before[-2].lower() not in ("in", "at", "on", "near", "from", "and")
        and not is_title(text, floor, limit)
        and not _SCORED.match(text, end, limit)
    )


def _is_listed(text: str, number: Number, floor: int) -> bool:
    """Whether the number counts the items of a list ("3. Name an envoy")."""
    mark = text[number.span.end : number.span.end + 2]
    return (
        number.kind == "digits"
        and not text[floor : number.span.start].strip("(•*- ")
        and len(mark) == 2
        and mark[0] in ".)"
        and mark[1].isspace()
    )


def _is_address(number: Number, after: list[str]) -> bool:
    """Whether a street follows ("1600 Long Avenue")."""
    if number.scale != 1 or number.kind != "digits":
        return False
    for word in after[:4]:
        if not word[:1].isupper():
            return False
        if word.lower() in _STREETS:
            return True
    return False


def _is_date(text: str, number: Number, before: list[str], after: list[str]) -> bool:
    """Dates, times of day, years, telephone numbers, emergency calls."""
    start, end = number.span.start, number.span.end
    digits = number.span.of(text)
    last, following = (before[-1] if before else "").lower(), (after[0] if after else "").lower()
    if last == "." and len(before) > 1:
        last = before[-2].lower()
    if last in MONTH_NAMES and (before[-1] == "." or before[-1][0].isupper()):
        return True
    if (following in MONTH_NAMES and after[0][0].isupper()) or following in _TIMES:
        return True
    if following == "of" and len(after) > 1 and after[1].lower() in MONTH_NAMES:
        return True
    if _CHAIN.match(text, end) or (text[end : end + 1] in "-–" and _CHAIN.match(text, max(0, start - 1))):
        return True
    if (digits.startswith("0") and len(digits) > 1 and digits[1].isdigit()) or (
        digits == "911" and following != "people"
    ):
        return True
    if text[start - 1 : start] in ("'", "’", "‘") or (
        last == "+"
        and number.mantissa is not None
        and len(digits) > 1
        and after[:1] not in (["percent"], ["points"], ["%"])
    ):
        return True
    if is_year(digits):
        return _is_year_here(text, start, before, after)
    return start > 4 and text[start - 1] in "-–‑" and is_year(text[start - 5 : start - 1])


def _is_year_here(text: str, start: int, before: list[str], after: list[str]) -> bool:
    """Whether four digits are a year: always, unless a unit or a plain count shows otherwise."""
    following = after[0].lower() if after else ""
    if following in ("percent", "%", "per") or (start and text[start - 1] in "$€£¥"):
        return False
    determined = bool(before) and before[-1].lower() in _DATING
    return following not in _COUNTABLE or determined
