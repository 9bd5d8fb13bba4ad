"""Whom a whole noun phrase introduces: "The minister of Ports Ana Lima", "The head of the Dock Board, Ana Lima,"."""

from __future__ import annotations

from ingest.lexicon.words import DEPARTMENTS, FUNCTION, PERSON_NOUNS, PERSON_VERBS, SPEECH_VERBS, TITLES, listed
from ingest.words import Words

_LONGEST = 16
"""Words of such a noun phrase."""
_TIES = listed("of for at from in with on to by")
_IN_PHRASES = _TIES | listed("the a an and its his her their")


def opens_introduced(words: Words, first: int) -> bool:
    """Whether the noun phrase that introduces the name at word ``first`` opens its sentence."""
    begin = introduction(words, first)
    return begin is not None and words.opens[begin]


def introduced_as(words: Words, first: int) -> str | None:
    """The noun of the phrase that introduces the name at word ``first`` ("The head of the Dock Board, Ana Lima")."""
    begin = introduction(words, first)
    if begin is None:
        return None
    end = next((place for place in range(begin, first) if words.lows[place] in _TIES), first)
    return next((low for low in reversed(words.lows[begin:end]) if low in PERSON_NOUNS), None)


def introduction(words: Words, first: int, floor: int = 0) -> int | None:
    """The first word of the noun phrase that a name at word ``first`` ends or is set off behind; none where none does.

    It is of one person, and of nobody whom a tie leads to: "the wife of Mayor Ana Lima" does not introduce her.
    """
    begin, is_set_off = first, False
    while begin > floor and first - begin < _LONGEST and not words.opens[begin]:
        if not words.joined[begin]:
            if is_set_off or begin != _titled(words, first) or words.before(begin) != ", ":
                break
            is_set_off = True
        low = words.lows[begin - 1]
        if low in SPEECH_VERBS or low in PERSON_VERBS - PERSON_NOUNS or low in FUNCTION - _IN_PHRASES:
            return None
        begin -= 1
    if begin == first or not any(words.lows[place] in PERSON_NOUNS for place in range(begin, first)):
        return None
    return begin if is_set_off or not _is_led_to(words, begin, first) else None


def _titled(words: Words, first: int) -> int:
    """The first of the titles before a name ("…, the lawyer Ana Lima")."""
    while first and words.joined[first] and (words.lows[first - 1] in TITLES | PERSON_NOUNS | {"the"}):
        first -= 1
    return first


def _is_led_to(words: Words, begin: int, first: int) -> bool:
    """Whether a tie leads to the name, or to a title before it, and to no body between."""
    tie = next((place for place in range(first - 1, begin, -1) if words.lows[place] in _TIES), None)
    if tie is None:
        return False
    between = range(tie + 1 + (words.lows[tie + 1] == "the"), first)
    is_body = all(
        words.words[place][0].isupper() and words.lows[place] not in TITLES - DEPARTMENTS - {"justice"}
        for place in between
    )
    return not between or not is_body
