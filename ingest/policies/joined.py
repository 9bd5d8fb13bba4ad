"""Who is named together with somebody: those listed behind them, and the members of a group that are named with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.model import Mention, Referent

_TITLES = r"(?:the[ ])?(?:(?:[A-Z][\w.]*|former|then)[ ]){0,4}"
_NEXT = re.compile(rf"(?:[ ]\([^()]{{1,20}}\))?(?:,[ ][^,;.:“”\"]{{1,40}})?(?:,?[ ]and|,|,?[ ]or)[ \u00a0]{_TITLES}")
"""What stands between two who are listed ("Moss, *a lawyer*, and Senator Oakes")."""
_MEMBERS = re.compile(
    r"(?:[ ](?:of|in|from)[ ][^,;.:“”\"]{1,30})?(?:,?[ ](?:including|like|such[ ]as|among[ ]them|led[ ]by)|,)[ ]"
    + _TITLES
)
"""What stands between a group and those of it who are named ("shopkeepers, *including* Moss")."""
_COMMA = re.compile(rf",[ \u00a0]{_TITLES}")
"""A comma alone: a list goes on with it up to its last, and an apposition begins ("Moss, *Oakes’s* rival")."""
_TITLE = re.compile(r"['’]s\b|[ \u00a0](?:[A-Z]\w+[ \u00a0]){1,3}[A-Z]")
"""What makes of a name somebody else's title, or that of an owner ("Harbour Party *Leader Moss*", "Moss*’s* aide")."""
_MOST = 8


def named_with(text: str, mention: Mention, mentions: Sequence[Mention], of: Sequence[Referent], end: int) -> list[int]:
    """Who is named with somebody, up to an offset.

    ``mentions`` are those of people, bodies and places in text order; ``mention`` is that of somebody, or of a group.
    A list ends with "and" or "or": behind commas alone stands who somebody is, not who else there is.
    """
    found: list[int] = []
    pending: list[int] = []
    place = bisect_left(mentions, mention.span.end, key=lambda one: one.span.start)
    is_group = not of[mention.referent].named
    last = mention.span.end
    for other in mentions[place : place + _MOST]:
        if other.span.end > end or other.span.start < last:
            break
        pattern = _MEMBERS if is_group and last == mention.span.end else _NEXT
        is_other = other.form == "name" and of[other.referent].named and not _TITLE.match(text, other.span.end)
        if not is_other or not pattern.fullmatch(text, last, other.span.start):
            break
        if other.referent != mention.referent:
            pending.append(other.referent)
        if not _COMMA.fullmatch(text, last, other.span.start):
            found += pending
            pending = []
        last = other.span.end
    return found
