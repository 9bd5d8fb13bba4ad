"""How a sentence opens that goes on with the one before it."""

from __future__ import annotations

import re

from kg.model import Span

PRONOUN = re.compile(r"[“\"‘']?(?:It|They|That|This|Those|These)\b")
"""How a sentence opens that speaks of what the one before did."""
SUBJECT = re.compile(
    r"\b(?:he|she|it|they|the[ \u00a0](?:share|figure|number|proportion|percentage|total))"
    r"[ \u00a0](?:[a-z]+[ \u00a0]){1,4}\Z",
    re.IGNORECASE,
)
"""A pronoun as the subject of what a number says."""
NUMBER = re.compile(
    r"\b(?:that|this|it|which)[ \u00a0](?:adds?[ \u00a0]up|amounts?|comes?|works[ \u00a0]out)[ \u00a0]to[ \u00a0]"
    r"(?:[a-z]+[ \u00a0]){0,2}\Z|\b(?:the|that|this)[ \u00a0](?:number|total|figure|toll|tally|count)[ \u00a0]"
    r"(?:[a-z]+[ \u00a0]){1,4}\Z",
    re.IGNORECASE,
)
"""What stands before a number of what was counted before ("the number will grow to")."""
CONTINUING = re.compile(
    r"(?:To date|In all|So far|In total|In addition|Another|Of th(?:em|ose|ese)|Among them|They|Th(?:at|is|ese|ose)|"
    r"It(?![ \u00a0](?:costs?|takes?|took)\b)|"
    r"The (?:number|figure|total|rate|share|rest|others)|Only|Just|About|Nearly|More than|Most|Some|And|But)\b"
)
"""How a sentence opens that goes on with what the one before has counted."""
OWNED = re.compile(r"(?:Its|Their|His|Her)\b")
"""How one opens that tells more of the same place or people."""
_REFERRING = re.compile(
    r"(?:The|This|That|These|Those)[ \u00a0](?:[a-z]+[ \u00a0])?([a-z]{5,})[ \u00a0](?P<verb>[a-z]+)"
)
_REACH = 300
_PAST = re.compile(r"was|were|won|lost|drew|took|fell|rose|got|went|[a-z]+ed")


def refers_back(text: str, sentence: Span, previous: Span) -> bool:
    """Whether a sentence opens with something that the one before names, and tells what became of it.

    >>> text = "In May the club held a raffle. The raffle raised $9."
    >>> refers_back(text, Span(31, 52), Span(0, 30))
    True
    """
    opening = _REFERRING.match(text, sentence.start, sentence.end)
    if opening is None or not _PAST.fullmatch(opening["verb"]):
        return False
    return opening[1].removesuffix("s") in text[max(previous.start, previous.end - _REACH) : previous.end]
