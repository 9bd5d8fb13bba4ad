"""The person whom a description is followed by: "the bank's director, Ana Lima"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.entities.evidence import noun_type
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import SPEECH_VERBS, TITLES, listed
from ingest.relations.roles import Place, named_at
from ingest.words import Words
from kg.model import Referent

_LONGEST = 6
"""Words of a description behind "according to"."""
_ARTICLES = listed("a an the")
_ASIDE = listed("now currently previously formerly once")
BOUNDS = listed(
    """
    who which that of for at from in on with by to about as among under and or whose where when during after before
    while because including like against over since until per via into here there elsewhere around across throughout
    """
)
"""Words that end a noun phrase."""


def apposed_name(
    words: Words, end: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> Place | None:
    """The person or body named behind a comma after a description ("the bank's director, Ana Lima")."""
    for name in named[bisect_right(named, end, key=lambda name: name.first) :]:
        if name.first > last and not _closes(words, end, last, name):
            return None
        begin = name.first
        if begin > end + 1 and words.joined[begin] and _may_lead(words, begin - 1, named):
            begin = _apposition_start(words, begin - 1, end)
        kind = referents[name.referent].type
        if kind == "person" and words.before(begin) in (", ", "), ", " — ", " – ", ": "):
            return name
        if kind == "organisation":
            begin -= begin > end + 1 and words.lows[begin - 1] == "the"
            if begin == end + 1 and words.before(begin) == ", ":
                return name
    return None


def apposed_to(
    words: Words, first: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> Place | None:
    """The person named before an apposition that was taken for the speaker ("Ana Lima, now a fellow there, said")."""
    if words.after(last) != ", " or not first:
        return None
    if words.before(first) == " " and words.lows[first - 1] in _ASIDE:
        first -= 1
    name = named_at(named, first - 1) if first and words.before(first) == ", " else None
    is_noun_phrase = words.lows[first] in _ARTICLES or words.lows[first] in _ASIDE
    if name is None or not is_noun_phrase or words.possessive[name.last] or referents[name.referent].type != "person":
        return None
    begin = name.first
    while begin and words.joined[begin] and not words.opens[begin] and _may_lead(words, begin - 1, named):
        begin -= 1
    return name if words.opens[begin] or words.lows[begin - 1] in ("and", "but", "that", "said") else None


def _closes(words: Words, end: int, last: int, name: Place) -> bool:
    """Whether a name stands right behind the words and closes the clause: "said its president, Ana Lima."."""
    if any(words.lows[at - 1 : at + 1] == ["according", "to"] for at in range(max(1, end - _LONGEST), end)):
        return name.first == last + 1 and words.after(name.last)[:1] == ","
    first = end
    while first and words.joined[first] and words.lows[first] not in SPEECH_VERBS:
        first -= 1
    is_said = words.lows[first] in SPEECH_VERBS and first < end
    return is_said and name.first == last + 1 and words.after(name.last)[:1] in (",", ".", "")


def _apposition_start(words: Words, place: int, floor: int) -> int:
    """The first word of the noun phrase that leads to a name behind a comma ("…, the harbour economist Ana Lima")."""
    while place > floor + 1 and words.joined[place] and words.lows[place - 1] not in BOUNDS:
        place -= 1
    return place


def _may_lead(words: Words, place: int, named: Sequence[Place]) -> bool:
    """Whether a word belongs to the title before a name ("Ohio Gov. …")."""
    low = words.lows[place]
    return (
        low in TITLES
        or noun_type(low) == "person"
        or words.words[place] in DEMONYMS
        or named_at(named, place) is not None
    )
