"""Dates as people write them, turned into ISO 8601 without guessing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

LONGEST = 80
"""Characters; a longer string is no date."""

MONTHS: dict[str, int] = {
    word: number
    for number, words in enumerate(
        (
            "january jan enero ene janvier janv januar janeiro gennaio gen januari",
            "february feb febrero février fevrier févr fevr februar fevereiro fev febbraio februari",
            "march mar marzo mars märz maerz março marco maart mrt",
            "april apr abril abr avril avr aprile",
            "may mayo mai maio mag maggio mei",
            "june jun junio juin juni junho giugno giu",
            "july jul julio juillet juil juli julho luglio lug",
            "august aug agosto ago août aout augustus",
            "september sep sept septiembre setiembre septembre setembro set settembre",
            "october oct octubre octobre oktober okt outubro out ottobre ott",
            "november nov noviembre novembre novembro",
            "december dec diciembre dic décembre decembre déc dezember dez dezembro dicembre",
        ),
        start=1,
    )
    for word in words.split()
}
"""The month that a word names: English, Spanish, French, German, Portuguese, Italian, Dutch."""

_WEEKDAYS = (
    "monday mon tuesday tue tues wednesday wed thursday thu thurs friday fri saturday sat sunday sun "
    "lunes martes miércoles miercoles jueves viernes sábado sabado domingo "
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "lunedì martedì mercoledì giovedì venerdì segunda-feira terça-feira quarta-feira quinta-feira sexta-feira"
)
WEEKDAYS: frozenset[str] = frozenset(_WEEKDAYS.split())
"""The words that name a day of the week in the same languages."""

ZONES: dict[str, int] = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "EST": -5, "EDT": -4, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "BRT": -3, "CLT": -4,
    "CLST": -3,
}  # fmt: skip
"""Hours from UTC. Names that mean different zones in different places (CST, BST, IST) are left out."""

_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)"
    r"(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.ASCII,
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_COMPACT = re.compile(r"(1[5-9]|2[01])\d{6}", re.ASCII)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+(?:-feira)?")
_JOINING = "de del do den der le of the at um à il a las alle op el"
_CONNECTORS = frozenset(_JOINING.split())
_BESIDE = frozenset({"am", "pm", "p", "m", "h", "et", "st", "nd", "rd", "th"})


def iso(text: str) -> str:
    """The date that ``text`` states, as a valid lexical form of xsd:gYear, gYearMonth, date or dateTime.

    What is not stated is not filled in, and what may be read in two ways is not guessed. Raises `ValueError`, whose
    message says what is wrong and what to write.

    >>> iso("December 15, 2025")
    '2025-12-15'
    >>> iso("2025-12")
    '2025-12'
    >>> iso("03/04/2025")
    Traceback (most recent call last):
    ...
    ValueError: '03/04/2025' may be 2025-03-04 or 2025-04-03: write the one that is meant
    """
    stated = " ".join(text.split())
    if len(stated) > LONGEST:
        raise _unreadable(stated[:LONGEST] + "…")
    if _COMPACT.fullmatch(stated):
        stated = f"{stated[:4]}-{stated[4:6]}-{stated[6:]}"
    if year_first := _YEAR_FIRST.fullmatch(stated):
        year, _, month, day = year_first.groups()
        stated = f"{year}-{int(month):02}-{int(day):02}"
    match = _ISO.fullmatch(stated)
    return _checked(match, text) if match else _parsed(stated)


def is_date_line(line: str) -> bool:
    """Whether a line holds a full date in words (day, month, year; a weekday or a time beside it) and nothing else."""
    if len(line) > LONGEST or not _YEAR.search(line):
        return False
    words = [word.casefold() for word in _WORD.findall(line)]
    known = all(
        word in MONTHS or word in WEEKDAYS or word in _CONNECTORS or word.upper() in ZONES or word in _BESIDE
        for word in words
    )
    days = [number for number in re.findall(r"(?<![\d:])\d{1,2}(?![\d:])", line) if 1 <= int(number) <= 31]
    return known and sum(word in MONTHS for word in words) == 1 and bool(days) and not re.search(r"[/()]", line)


def _checked(match: re.Match[str], text: str) -> str:
    """An ISO 8601 string with each of its fields in range, in the form that XML Schema takes."""
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
        datetime(2000, 1, 1, int(hour or 0), int(minute or 0), int(second or 0))
        if int(year) < 1000:
            raise ValueError("a year before 1000")
        offset = _offset(zone)
    except ValueError as problem:
        raise ValueError(f"{text!r} is no date ({problem}): write it as YYYY-MM-DD") from None
    if hour is None:
        return "-".join(part for part in (year, month, day) if part)
    clock = f"{hour}:{minute}:{second or '00'}" + (f".{fraction}" if fraction else "")
    return f"{year}-{month}-{day}T{clock}{offset}"


def _offset(zone: str | None) -> str:
    """A zone as XML Schema writes it: empty, ``Z`` or ``±hh:mm``, at most fourteen hours."""
    if not zone:
        return ""
    if zone in "Zz":
        return "Z"
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    if hours * 60 + minutes > 14 * 60 or minutes > 59:
        raise ValueError("its time zone is out of range")
    return f"{zone[0]}{hours:02}:{minutes:02}"


def _parsed(stated: str) -> str:
    """A date in words or with slashes, read by dateutil under both orders and against two defaults."""
    if not _YEAR.search(stated):
        raise ValueError(f"{stated!r} states no year of four digits: write it as YYYY-MM-DD")
    english = _in_english(stated)
    # What differs between the two defaults was not stated but filled in.
    low, high = datetime(2000, 1, 1, 0), datetime(2004, 2, 2, 1)
    month_first, again = (_dateutil(english, default, day_first=False) for default in (low, high))
    day_first = _dateutil(english, low, day_first=True)
    if month_first != day_first:
        either = " or ".join(sorted({month_first.date().isoformat(), day_first.date().isoformat()}))
        raise ValueError(f"{stated!r} may be {either}: write the one that is meant")
    if month_first.year != again.year or month_first.year < 1000:
        raise _unreadable(stated)
    if month_first.month != again.month:
        return f"{month_first.year:04}"
    if month_first.day != again.day:
        return f"{month_first.year:04}-{month_first.month:02}"
    return month_first.date().isoformat() if month_first.hour != again.hour else month_first.isoformat()


def _dateutil(text: str, default: datetime, day_first: bool) -> datetime:
    from dateutil import parser

    try:
        return parser.parse(text, default=default, dayfirst=day_first, tzinfos=_zone)
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError, ArithmeticError):
        raise _unreadable(text) from None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """The zone of a name or of an offset in seconds; none where the name is ambiguous or unknown."""
    if offset is not None and abs(offset) <= 14 * 3600:
        return timezone(timedelta(seconds=offset)) if offset else UTC
    hours = ZONES.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _in_english(text: str) -> str:
    """``text`` with month names of other languages in English, and weekdays and connecting words dropped."""

    def english(match: re.Match[str]) -> str:
        word = match[0].casefold()
        if word in MONTHS:
            return date(2000, MONTHS[word], 1).strftime("%B")
        return "" if word in WEEKDAYS or word in _CONNECTORS else match[0]

    return _WORD.sub(english, text).replace("º", "").replace("°", "").strip(" .")


def _unreadable(text: str) -> ValueError:
    return ValueError(f"{text!r} is no date that can be read: write it as YYYY-MM-DD")
