"""Groups that a number tells from others: "47 percent of adults", "three in four households", "most of the voters"."""

from __future__ import annotations

from ingest.lexicon.words import FUNCTION, SPEECH_VERBS, listed
from ingest.speakers.phrases import ADJECTIVES
from ingest.words import Words

_NUMBERS = listed(
    """
    one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million half third thirds
    quarter quarters fifth fifths majority minority twenty thirty forty fifty sixty seventy eighty ninety
    """
)
_FRACTIONS = listed("half third thirds quarter quarters fifth fifths majority minority")
_SHARES = listed("percent cent per in out of every")
_HEDGES = listed(
    "shy about around almost nearly over under roughly some more fewer less than a just only at least most another "
    "other"
)
_BOUNDS = listed("who which that of for at from on with by to and when where in aged surveyed polled asked interviewed")
_PARTICIPLES = listed("led held hit made known seen shown taken left")
_LONGEST = 12


def counted(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """The head noun and the last word of a counted group that begins at ``first``; none where no number opens it."""
    place = first
    while place <= last and (words.lows[place] in _HEDGES or (place > first and words.lows[place - 1] == "shy")):
        place += 1
    if place > last or not _is_number(words, place):
        return None
    is_share = False
    while place <= last and (_is_number(words, place) or words.lows[place] in _SHARES or words.lows[place] in _HEDGES):
        is_share = is_share or words.lows[place] in ("percent", "cent", "of", "in", "out")
        place += 1
    if place > last:
        return (last, last) if is_share or words.lows[last] in _FRACTIONS else None
    while place < last and words.lows[place] in ("the", "all", "those", "its", "their", "his", "her", "these"):
        place += 1
    head = place
    while head < min(last, first + _LONGEST) and words.joined[head + 1] and not _ends(words, head):
        head += 1
    is_verb = words.lows[head] in SPEECH_VERBS and not _is_number(words, head - 1)
    if words.lows[head] in FUNCTION - _NUMBERS or is_verb:
        return None
    is_plural = words.lows[head].endswith("s") or words.lows[head] == "people"
    return (head, head) if is_share or (is_plural and words.lows[first] != "one") else None


def label_begins(words: Words, first: int, head: int) -> int:
    """The first word of what a counted group is called: behind a share, which is a figure and no part of its name.

    "island adults" for "almost three out of every four island adults"; a plain number is kept ("95 generals").
    """
    place, is_share = first, False
    while place < head and (_is_number(words, place) or words.lows[place] in _SHARES | _HEDGES):
        is_share = is_share or words.lows[place] in ("percent", "cent", "of", "in", "out")
        place += 1
    while place < head and words.lows[place] in ("the", "all", "those", "these"):
        place += 1
    return place if is_share and words.lows[head] not in _HEDGES and not _is_number(words, place) else first


def _ends(words: Words, head: int) -> bool:
    """Whether a noun phrase ends with a word: before "of …", "who …", and before a participle behind a plural."""
    low = words.lows[head + 1]
    if low == "and" and words.lows[head] in ADJECTIVES:
        return False
    is_participle = low in _PARTICIPLES or (low.endswith("ed") and words.words[head + 1].islower())
    return low in _BOUNDS or (is_participle and words.lows[head].endswith("s"))


def _is_number(words: Words, place: int) -> bool:
    low = words.lows[place]
    return low[0].isdigit() or all(part in _NUMBERS for part in low.split("-"))
