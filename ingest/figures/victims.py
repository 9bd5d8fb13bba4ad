"""Numbers of people killed, hurt, held or missing, told without a noun: "12 killed", "wounding 30", "left 9 dead"."""

from __future__ import annotations

import re

from ingest.figures.lookalikes import is_year
from ingest.figures.nouns import is_plural
from ingest.figures.numbers import Number
from ingest.figures.populations import WORD
from ingest.figures.units import Unit
from kg.model import Span

PERSON = "person"
"""The unit of such a number."""
_HARM = (
    r"dead|killed|injured|wounded|hurt|missing|homeless|arrested|detained|displaced|hospitali[sz]ed|stranded|rescued"
)
_BEHIND = re.compile(
    rf"(?:[ \u00a0]or[ \u00a0]more)?[ \u00a0](?:(?:were|are|was|have[ \u00a0]been|had[ \u00a0]been|others?)[ \u00a0])*"
    rf"(?P<harm>(?:{_HARM})(?:[ \u00a0](?:and|or)[ \u00a0](?:{_HARM}))?)\b(?!-)"
)
_AHEAD = re.compile(
    r"\b(?P<harm>(?:killing|injuring|wounding|displacing)|(?:killed|injured|wounded|displaced|claimed the lives of))"
    r"[ \u00a0](?:(?:at|least|about|some|nearly|more|than|over|around|up|to|as|many|another|only|just|an|estimated)"
    r"[ \u00a0])*\Z"
)
_REACH = 60
_NO_NOUN = re.compile(r"[ \u00a0]?(?:[.,;:)\"”]|\Z|(?:and|in|on|at|when|as|by|before|after|or|during|near)\b)")
"""What follows a number that no noun belongs to."""


def unit_of(text: str, number: Number, floor: int, limit: int) -> Unit | None:
    """The unit of a number that counts victims without a noun, within the sentence ``text[floor:limit]``; else none."""
    start, end = number.span.start, number.span.end
    if number.kind not in ("digits", "words", "vague") or is_year(number.span.of(text)):
        return None
    if behind := _BEHIND.match(text, end, limit):
        noun = WORD.match(text, behind.end(), limit)
        is_of_more = noun is not None and text[behind.end()].isspace() and is_plural(noun[1])
        return None if is_of_more else Unit(PERSON, end)
    if _AHEAD.search(text, max(floor, start - _REACH), start) and _NO_NOUN.match(text, end, limit):
        return Unit(PERSON, end)
    return None


def measured(text: str, number: Span, sentence: Span) -> str | None:
    """What befell those counted: the word behind the number, else the verb before it."""
    harm = _BEHIND.match(text, number.end, sentence.end)
    harm = harm or _AHEAD.search(text, max(sentence.start, number.start - _REACH), number.start)
    return harm["harm"] if harm else None
