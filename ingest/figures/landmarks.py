"""The names of an article with where they stand, and which places are named where something is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from ingest.lexicon.words import listed
from kg.model import Mention, Referent, Span

_GOING = re.compile(
    r"\b(?:to|from|with|against|like|unlike|leave|leaving|besides|except|outside|beyond|"
    r"than(?:[ \u00a0](?:in|for|that of))?|including|includes?|such as|"
    r"(?:Democrats?|Republicans?|[Ss]enator|[Gg]overnor|[Cc]ongressman|[Rr]epresentative)[ \u00a0](?:from|of|in)|"
    r"led by|compared (?:with|to)(?:[ \u00a0]in)?|(?:that|those) of|those in|above|below)[ \u00a0](?:the[ \u00a0])?\Z"
)
_SEAT = re.compile(r"\([A-Z]{1,3}[-–—‑]\Z")
"""What stands before the place that a member of parliament sits for ("(D-Strand)")."""
_NAMED_OF = re.compile(r"\b[A-Z][\w’'-]+,?[ \u00a0]of[ \u00a0](?:the[ \u00a0])?\Z")
"""Somebody or something with a name, which the place behind "of" tells more of ("Ann Moe of Strand")."""
_LISTED = re.compile(r",?[ \u00a0](?:(?:and|or)[ \u00a0])?(?:the[ \u00a0])?")
_SAID_IN = re.compile(
    r"\b(?:says?|said|according to|estimates?|estimated by|reports?)[ \u00a0]"
    r"(?:the|an?)[ \u00a0](?:[\w’'-]+[ \u00a0]){1,4}in[ \u00a0]\Z"
)
"""What stands before the seat of a source ("says the institute in Strand")."""
_IN = re.compile(r"\b(?i:in|near|across|throughout|around|inside)[ \u00a0](?:the[ \u00a0])?\Z")
_COMING = re.compile(
    r"\b(?i:(?:im)?migration|immigrants?|visits?|visitors?|tourism|pilgrimages?)[ \u00a0]to[ \u00a0](?:the[ \u00a0])?\Z"
)
"""What is counted where those who come arrive ("immigration to Norland")."""
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z](?:[^\W\d_a-z]|[ .’'-]){2,30}(?:,[ \u00a0][A-Z][\w. ]{2,20})?(?:[ \u00a0]\([^()\n]{2,40}\))?"
    r"|[A-Z][\w .’'-]{2,30}(?:,[ \u00a0][A-Z][\w. ]{2,20})?[ \u00a0]\((?:AP|AFP|UPI|CNN|Reuters|Bloomberg)\))"
    r"[ \u00a0](?:—|–|--|-)[ \u00a0]"
)
"""Where a report was written, which is not where its numbers are from."""
_HEAD = 60
_SOURCE = 24
_POLL_NEXT = re.compile(r"[ \u00a0](?:polls?|surveys?)\b")
"""What a place tells the electorate of ("a Strand poll")."""
_RELATIVE = re.compile(r",?[ \u00a0]?(?:which|where)\b")
_CLAUSE_START = re.compile(r"(?:[.,;:—\n]|\band|\bbut)[ \u00a0]?\Z")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_AFTER_PLACE = listed(
    """
    in on by at and or to for from with that which where who while but as than this last since between after before
    during had rose fell will would may might could can have are were also alone there about only more saw over under
    nearly almost every each a the is if when because it today yesterday tonight
    """
)
"""Words behind a place that it does not qualify."""
_NEAR = 1500
"""Characters; a place further off is not looked at."""
_BEFORE = 16


class Landmarks:
    """Names with their spans, to be asked for those around a quantity; read when first asked."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._source: Iterable[tuple[Span, str]] | None = named
        self._named: list[tuple[Span, str]] = []
        self._starts: list[int] = []

    def near(self, span: Span) -> list[tuple[Span, str]]:
        """Those that begin within `_NEAR` characters of the span, in text order."""
        if self._source is not None:
            self._named = sorted(self._source, key=lambda entry: entry[0].start)
            self._starts, self._source = [named.start for named, _ in self._named], None
        first = bisect_left(self._starts, span.start - _NEAR)
        return self._named[first : bisect_left(self._starts, span.end + _NEAR)]


def landmarks(
    text: str, referents: Sequence[Referent], mentions: Sequence[Mention], *, locating: bool = True
) -> Landmarks:
    """The places that the text names where something is; all that it names where ``locating`` is false."""
    places = {who for who, one in enumerate(referents) if one.named and one.type == "place"}
    named = ((mention.span, referents[mention.referent].name) for mention in mentions if mention.referent in places)
    return Landmarks(_locating(text, named) if locating else named)


def _locating(text: str, named: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The places where something is; those of a list are all as its first ("borders with Norland and Sudland")."""
    end, is_one = 0, False
    for place, name in sorted(named, key=lambda entry: entry[0].start):
        goes_on = end and _LISTED.fullmatch(text, end, max(end, place.start))
        is_one = (is_one or not goes_on) and _locates(text, place)
        end = place.end
        if is_one:
            yield place, name


def _locates(text: str, place: Span) -> bool:
    """Whether a place is named where something is, and does not merely qualify the next word ("a Ohio senator")."""
    after = text[place.end : place.end + 30]
    line = text.rfind("\n", max(0, place.start - _HEAD), place.start) + 1
    if (line or place.start < _HEAD) and (dateline := _DATELINE.match(text, line)) and place.end <= dateline.end():
        return False
    if _POLL_NEXT.match(after):
        return True
    if _SEAT.search(text, max(0, place.start - 6), place.start):
        return False
    if _COMING.search(text, max(0, place.start - _SOURCE), place.start):
        return True
    if _GOING.search(text, max(0, place.start - _SOURCE), place.start) and not _RELATIVE.match(after):
        return False
    if _SAID_IN.search(text, max(0, place.start - 2 * _SOURCE), place.start):
        return False
    if _NAMED_OF.search(text, max(0, place.start - _SOURCE), place.start) and not after.startswith(("’s", "'s")):
        return False
    if _CLAUSE_START.search(text, max(0, place.start - 5), place.start) or place.start == 0:
        return not re.match(r"[ \u00a0][A-Z]", after)
    if _IN.search(text, max(0, place.start - _BEFORE), place.start) and re.match(r"[ \u00a0][a-z]", after):
        return True
    following = _NEXT_WORD.match(after)
    return following is None or following[1] in _AFTER_PLACE or following[1].endswith(("ed", "s"))
