"""Days of the week that something happened on ("marched on Saturday"), and not those on which it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.figures.calendar import WEEKDAYS
from ingest.figures.naming import REPORTING
from kg.model import Span

_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b(?!s\b)")
_ELSEWHEN = re.compile(
    r"\b(?:until|till|before|after|by|since|ahead of|than|from|as of|out|released|published|posted|scheduled for|"
    r"an interview|a statement|a speech|a tweet|Black|Super|Good|Easter|Palm|Ash)[ \u00a0]"
    r"(?:on[ \u00a0]|late[ \u00a0])?\Z",
    re.IGNORECASE,
)
"""What stands before a day on which nothing was counted, or which is no plain day."""
_AHEAD = re.compile(r"\b(?:will|would|next|upcoming|to be|(?:plans?|planned|expect(?:s|ed)|scheduled|due|set) to)\b")
_NEXT_WORD = re.compile(r"(?:[’']s)?,?[ \u00a0](?:(?:night|morning|afternoon|evening)[ \u00a0])?([a-z]+)")
_BACK, _AROUND, _WORDS = 24, 60, 4


def find(text: str, start: int, end: int, today: date | None) -> Iterator[tuple[Span, str]]:
    """The days named in ``text[start:end]`` on which something happens, as ISO 8601; none without the article's date.

    >>> [iso for _, iso in find("They marched on Saturday, she said Monday.", 0, 42, date(2025, 3, 12))]
    ['2025-03-08']
    """
    if today is None:
        return
    for match in _WEEKDAY.finditer(text, start, end):
        ahead = text[max(start, match.start() - _AROUND) : match.start()]
        if _ELSEWHEN.search(ahead[-_BACK:]) or _is_said(text, ahead, match.end()):
            continue
        back = (today.weekday() - WEEKDAYS.index(match[1])) % 7
        day = today - timedelta(days=back)
        if back and _AHEAD.search(ahead + text[match.end() : min(end, match.end() + _BACK)]):
            day += timedelta(days=7)
        yield Span(match.start(), match.end()), day.isoformat()


def _is_said(text: str, ahead: str, end: int) -> bool:
    """Whether somebody says something on the day: the verb of saying stands right before or right behind."""
    words = re.findall(r"[a-z]+|[,;]", ahead)[-_WORDS:]
    last = words[len(words) - words[::-1].index(",") :] if "," in words else words
    behind = _NEXT_WORD.match(text, end)
    return not REPORTING.isdisjoint(last) or (behind is not None and (behind[1] in REPORTING or behind[1] == "that"))
