"""Number words that point or colour instead of counting: "one of them", "the second half", "100 percent sure"."""

from __future__ import annotations

from ingest.figures.nouns import STOP, singular
from ingest.figures.numbers import Number
from ingest.figures.titles import is_title
from ingest.figures.units import DURATIONS
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import listed

_COMPOUNDS = listed("way time fold step party star track state child thing speed faced sided tier")
"""What a hyphen joins to a number word without counting it ("two-way")."""
_NOTHING = listed("tolerance emissions emission sum - hour carbon hedge in on gravity")
"""What "zero" makes one word with ("zero tolerance")."""
_WHICH_HALF = listed("first second latter other top bottom back final better every this that")
"""What stands before a half of a game or a year."""
_HEDGED = listed("than nearly almost about roughly least over by around only")
"""What stands before a part that is counted ("nearly half")."""
_BEING = frozenset(
    ("am", "is", "are", "was", "were", "be", "been", "being", "m", "re", "s", "feel", "felt", "it’s", "i’m", "he’s")
)


def is_wholly(before: list[str], after: list[str]) -> bool:
    """Whether "100 percent" only says that somebody is very much so ("I am 100 percent sure")."""
    return (
        bool(after)
        and after[0].isalpha()
        and (after[0].islower() or after[0] in DEMONYMS)
        and (after[0] not in STOP or after[0] in ("with", "behind"))
        and any(word.lower() in _BEING for word in before[-3:])
    )


def is_idiom(text: str, number: Number, before: list[str], after: list[str], floor: int, limit: int) -> bool:
    """Number words that point instead of counting: "one of them", "these two", "Ground Zero", "Group of Seven"."""
    word, last = number.span.of(text), (before[-1] if before else "").lower()
    following = (after[0] if after else "").lower()
    if word[0].isupper() and before and before[-1] not in ".:;!?\"“”‘’'(—–-•…" and not is_title(text, floor, limit):
        return True
    if number.value == 1:
        return following not in ("percent", "per", "percentage", "dollar", "euro") or (
            following == "per" and after[1:2] != ["cent"]
        )
    if (
        last in ("ground", "net", "day", "patient", "year", "group", "size")
        and number.value is not None
        and number.value < 10
    ):
        return True
    if number.value == 0:
        return following in _NOTHING
    if last in ("these", "those", "other", "’s", "another") and following != "hundred":
        return last != "other" or number.value == 2
    if last == "the" and number.value == 2:
        return True
    joined = text[number.span.end : number.span.end + 1]
    tail = after[1].lower() if following and following in "-‑" and len(after) > 1 else following
    return joined in ("-", "‑") and singular(tail) in _COMPOUNDS


def is_other_half(text: str, number: Number, before: list[str], after: list[str]) -> bool:
    """Halves and quarters that are parts of a game, a year or a word ("the second half", "half-brother")."""
    word = number.span.of(text).lower()
    last, following = (before[-1] if before else "").lower(), (after[0] if after else "").lower()
    if word == "half":
        if before[-2:] == ["and", "a"] or after[:2] in (["the", "story"], ["the", "battle"], ["the", "fun"]):
            return True
        if following in ("a", "an") and after[1:2] and after[1] in ("percentage", "percent", "point", *DURATIONS):
            return False
        opened = (
            following in ("of", "the", "its", "their", "his", "our", "all", "that", "your")
            or last in _HEDGED | {"under", "in"}
            or before[-2:] in (["shy", "of"], ["short", "of"])
        )
        ordinal = last in _WHICH_HALF
        return (
            not opened
            or ordinal
            or (last == "in" and following != "of")
            or text[number.span.end : number.span.end + 1] in "-‑"
        )
    if last in ("past", "last", "previous", "next", "first", "final", "consecutive"):
        return True
    if word.startswith("one") or (
        word.endswith("quarter") and following in "-‑" and after[1:2] and after[1] in DURATIONS
    ):
        return False
    if following in ("of", "majority", "vote", "quorum", "supermajority") or "/" in word:
        return following == "of" and len(after) > 3 and after[1] in ("a", "an") and after[2] in DURATIONS
    return last not in _HEDGED and not number.span.of(text).endswith("s")
