"""What is written like a name and names nobody: events and wars, prizes, weapons and ships, slogans."""

from __future__ import annotations

import re

from ingest.entities.name_forms import LINKS, PARTICLES
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, ORGANISATIONS, PLACES
from ingest.lexicon.words import HEADS_LAST, PLACE_HEADS, TITLES, listed
from ingest.words import Words

_EVENTS = listed(
    """
    war wars games cup olympics paralympics championship championships award awards prize prizes medal festival ages
    revolution uprising massacre genocide rebellion bowl derby marathon regatta eve holocaust tournament open bypass
    spring renaissance reformation famine pogrom intifada pandemic primaries caucuses midterms inauguration
    dialogue summit
    """
)
"""Capitalised words that end the name of an event or a prize."""
_EVENTS_FIRST = listed("hurricane cyclone typhoon operation battle siege tropical miss super black happy year")
"""Capitalised words that begin the name of one."""
_DAYS = listed("day week month tuesday wednesday thursday friday saturday sunday monday storm year")
_SHIPS = listed("uss hms hmas hmcs rms ins")
_MAKERS = listed("boeing airbus type typhoon mig iphone galaxy windows model flight route interstate highway channel")
"""What is named by the number behind it."""
_ADDRESSED = ("state", "of", "the", "union")
_BEGINNINGS = _EVENTS_FIRST | _SHIPS | _MAKERS
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}[-‑]?\d+[A-Za-z]{0,2}")
_KEPT_MODELS = re.compile(r"G[-‑]?(?:7|8|20|77)|M[I5-6]{1,2}\d?")
_LONGEST = 5
CASE_NOUNS = listed("decision ruling case")
"""What a court's case or its decision is called, behind its name."""
_SLOGAN_ENDS = frozenset({"again", "together", "great", "better"})
_QUOTES = "“‘\"'«"


def passes(words: Words, start: int, index: int, end: int) -> int | None:
    """The last word of what names nobody and begins at word ``index``, in the run of capitals ``start`` to ``end``."""
    low, word = words.lows[index], words.words[index]
    if not word.isalpha() and _MODEL.fullmatch(word) and not _KEPT_MODELS.fullmatch(word) and word not in ORGANISATIONS:
        is_of_body = index + 1 < end and words.lows[end] in HEADS_LAST  # "the X-5 Harbour Coalition"
        return None if is_of_body else index
    if low == "state" and tuple(words.lows[index : index + 4]) == _ADDRESSED and index + 3 <= end:
        return index + 3
    if low in _BEGINNINGS and (last := _begun(words, index, end)) is not None:
        return last
    if index < end and _is_case(words, index, end):
        return end
    if index == start and (slogan := _slogan(words, start, end)) is not None:
        return slogan
    return _event(words, index, end) if index < end else None


def _is_case(words: Words, index: int, end: int) -> bool:
    """Whether a run of capitals is what a court's decision is called after ("the Harbour United decision")."""
    follows = end + 1
    if follows >= len(words) or not words.joined[follows] or words.words[follows] not in CASE_NOUNS:
        return False
    lows = words.lows[index : end + 1]
    return (
        lows[0] not in FIRST_NAMES
        and TITLES.isdisjoint(lows)
        and HEADS_LAST.isdisjoint(lows)
        and not any(word in PLACES or word in DEMONYMS for word in words.words[index : end + 1])
    )


def _begun(words: Words, index: int, end: int) -> int | None:
    """The last word of what its first word tells of: a ship, a storm, a model that a number names."""
    low = words.lows[index]
    if low in _SHIPS and index < end:
        return min(index + 2, end) if index + 2 <= end and words.lows[index + 2] not in TITLES else index + 1
    if low in _MAKERS and index + 1 < len(words) and words.joined[index + 1] and words.words[index + 1][:1].isdigit():
        return index + 1
    if low in _EVENTS_FIRST and index < end and _begins_event(words, index, end):
        return _past(words, index, end)
    return None


def _begins_event(words: Words, index: int, end: int) -> bool:
    low, follows = words.lows[index], words.lows[index + 1]
    if low == "miss" and follows in ("universe", "world", "america", "usa", "earth"):
        return True
    if low in ("super", "black", "happy", "miss", "year"):
        return follows in _DAYS
    if low == "tropical":
        return follows == "storm"
    if low in ("battle", "siege"):
        return follows == "of"
    return words.lows[end] not in HEADS_LAST and (low != "operation" or words.words[index + 1].isalpha())


def _past(words: Words, index: int, end: int) -> int:
    """The last word of an event's name that its first word tells."""
    low = words.lows[index]
    if low in ("operation", "tropical") or words.lows[index + 1] == "of":
        return min(index + 2, end)
    return index + 1


def _event(words: Words, index: int, end: int) -> int | None:
    """The last word of an event's name that its last word tells ("Vietnam War", "World Cup")."""
    for place in range(index + 1, min(end, index + _LONGEST) + 1):
        low = words.lows[place]
        if low in LINKS and low not in ("of", "for"):
            return None
        if low in TITLES and low not in ("first", "vice"):
            return None
        is_vote = low == "caucus" and place == index + 1 and words.words[index] in PLACES
        if (low not in _EVENTS and not is_vote) or not words.words[place][0].isupper():
            continue
        rest = place + 1
        while rest <= end and (words.words[rest] in ("I", "II", "III") or words.lows[rest] in _EVENTS):
            rest += 1
        if rest <= end and any(words.lows[behind] in HEADS_LAST | PLACE_HEADS for behind in range(rest, end + 1)):
            return None
        return rest - 1
    return None


def _slogan(words: Words, start: int, end: int) -> int | None:
    """The last word of a place's name with "First" behind it, alone within quotation marks or not."""
    if start < end and words.lows[end] == "first" and words.text(start, end - 1) in PLACES:
        return end
    if start == end or words.lows[end] not in _SLOGAN_ENDS:
        return None
    is_quoted = words.before(start)[-1:] in _QUOTES and words.after(end)[:1] in ("”", "’", '"', "'", "»", "!", ".")
    return end if is_quoted else None


def is_blocked(words: Words, first: int, last: int) -> bool:
    """Whether a run of words that capitals do not show begins or ends within a web address, or is a particle only."""
    before, after = words.before(first)[-1:], words.after(last)[:1]
    if before in ("@", "/") or (after in ("@", "/") and words.after(last)[:2].strip() == after):
        return True
    return all(words.lows[place] in PARTICLES | LINKS for place in range(first, last + 1))
