"""Periods that stand beside a number and are not its own: of what it is compared with, of an aside, of a change."""

from __future__ import annotations

import re

from kg.model import Span

_THAN = re.compile(
    r"\b(?:than|(?:double|twice|triple|half)[ \u00a0](?:the|that|those|its|their)(?:[ \u00a0][a-z]+){0,3}|"
    r"times[ \u00a0](?:the|that|those|its|their)(?:[ \u00a0][a-z]+){1,3}|"
    r"(?:as[ \u00a0](?:many|much|high|low)|(?:of|than|from|above|below)[ \u00a0]what[ \u00a0]\w+[ \u00a0][a-z]+)"
    r"(?:[ \u00a0][\w’'-]+){0,4}|"
    r"(?:below|above|of|to|from)[ \u00a0](?:its|their|the)(?:[ \u00a0](?:levels?|peak|high|low|total|figure|rate))?)"
    r"[ \u00a0](?:(?:in|of|from|during)[ \u00a0])?\Z"
)
"""What stands before a time that something is only compared with ("than in 2020", "double the number in 2020")."""
_RELATIVE = re.compile(r",[ \u00a0](?:which|who|whose|where|up|down)[ \u00a0](?:[^,;.]|\.\d){0,60}\Z")
_OF_OTHER = re.compile(
    r",[ \u00a0](?:who|which|whose)[ \u00a0](?!(?:was|were)[ \u00a0](?:taken|held|conducted|polled|asked))"
)
"""What stands between a number and the time of a clause about somebody else ("back Moe, who took office in May")."""
_SINCE_TO = re.compile(r",?[ \u00a0]to[ \u00a0]")
_CHANGED = re.compile(
    r",[ \u00a0](?:up|down|an?[ \u00a0](?:rise|fall|drop|increase|decrease|decline|jump)[ \u00a0]of)[ \u00a0]"
)
_PRESENT = re.compile(
    r"\b(?:currently|now|today)[ \u00a0]"
    r"(?:(?:at|about|just|only|some|over|nearly|around|almost|roughly|an?)[ \u00a0])*\Z",
    re.IGNORECASE,
)
_PRESENT_NEXT = re.compile(r"[ \u00a0](?:now|today|currently|at present|at the moment)\b")
_DIRECT = re.compile(r"(?:,[ \u00a0]or[ \u00a0](?:[^,;.]|\.\d){2,40})?,[ \u00a0](?:in[ \u00a0])?")
_AS_OF = re.compile(r"\b[Aa]s of[ \u00a0]\Z")
_REACH = 90


def is_elsewhere(text: str, period: Span, start: int, span: Span) -> bool:
    """Whether a period, whose own words begin at ``start``, is not that of the number at ``span``.

    It is what something is compared with, or stands in a relative clause that the number does not stand in.
    """
    if _THAN.search(text, max(0, start - _REACH), start):
        return True
    if period.end <= span.start:
        aside = text[period.end] == "," and _RELATIVE.search(text, max(0, period.start - _REACH), period.start)
        since = text[period.start : period.end].lower().startswith("since")
        return bool(aside) or (since and _SINCE_TO.match(text, period.end, span.start) is not None)
    between = text[span.end : period.start]
    return _OF_OTHER.search(between, 1) is not None or (
        text[period.start : period.end].lower().startswith("since") and _CHANGED.search(between) is not None
    )


def is_in_aside(text: str, span: Span) -> bool:
    """Whether a number stands in a relative clause, whose time is that of the clause alone."""
    return _RELATIVE.search(text, max(0, span.start - _REACH), span.start) is not None


def is_present(text: str, span: Span) -> bool:
    """Whether a number is said to hold when the article was written ("now 40 percent", "56 percent today")."""
    ahead = _PRESENT.search(text, max(0, span.start - _REACH // 2), span.start)
    return ahead is not None or _PRESENT_NEXT.match(text, span.end) is not None


def follows_directly(text: str, start: int, span: Span) -> bool:
    """Whether a period stands behind a number with nothing but a comma, or the same once more, between them."""
    return span.end <= start and _DIRECT.fullmatch(text, span.end, start) is not None


def is_as_of(text: str, start: int) -> bool:
    """Whether a period tells when all of a sentence holds ("as of May 3")."""
    return _AS_OF.search(text, max(0, start - 8), start) is not None
