"""What the words around a name say about its type, where the name itself does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.entities.name_forms import Candidate
from ingest.lexicon.gazetteer import DEMONYMS, PLACES
from ingest.lexicon.words import (
    COMMON,
    FUNCTION,
    ORG_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    PERSON_VERBS,
    ROLES,
    SPEECH_VERBS,
    TITLES,
    listed,
)
from ingest.words import Words
from kg.model import EntityType

_PLACE_NOUNS = listed(
    """
    city town village county province region district state island commune municipality neighborhood neighbourhood
    suburb capital port river mountain lake peninsula settlement borough territory
    """
)
PLACE_MARKS = listed("in near across outside throughout central downtown")
"""Words right before the name of a place."""
_ORG_NEIGHBOURS = listed(
    """
    spokesman spokeswoman spokesperson executive executives officials employees headquarters ceo chairman chairwoman
    founder staff reporter reporters correspondent editor shares stock analysts workers lawyers leadership
    headquarters board
    """
)
_MORE_GROUPS = frozenset(
    {
        "gang",
        "cartel",
        "band",
        "militia",
        "clan",
        "brand",
        "maker",
        "retailer",
        "airline",
        "bank",
        "subsidiary",
        "pollster",
    }
)
_PERSON_ENDINGS = ("man", "woman", "ologist")
_NO_PEOPLE = listed("human german roman norman ottoman talisman")
_DETERMINERS = listed("a an the his her its their our one")
_AGE = re.compile(r",\s\d{1,2}(?:,|\))")
_NEEDED = 2.0
_Scores = dict[EntityType, float]


def judge(words: Words, occurrences: Iterable[Candidate]) -> EntityType | None:
    """The type that the occurrences of one name speak for together; none where they do not."""
    scores: _Scores = {"person": 0.0, "organisation": 0.0, "place": 0.0}
    form: Candidate | None = None
    for occurrence in occurrences:
        form = occurrence
        for kind, weight in _around(words, occurrence):
            scores[kind] += weight
    if form is None:
        return None
    lone = form.first == form.last
    is_adverb = lone and words.lows[form.first].endswith("ly") and len(words.lows[form.first]) > 6
    if is_adverb or words.words[form.last] in DEMONYMS or (lone and words.lows[form.first] in COMMON):
        return None
    if not lone and all(words.lows[place] in COMMON for place in range(form.first, form.last + 1)):
        return None
    if not lone:
        scores["person"] += _form_of_person(words, form)
    (best, score), (_, second) = sorted(scores.items(), key=lambda item: -item[1])[:2]
    needed = 3.0 if lone or any(words.lows[place] in COMMON for place in range(form.first, form.last + 1)) else _NEEDED
    return best if score >= needed and score - second >= 1 else None


def apposed(words: Words, last: int) -> tuple[EntityType | None, int]:
    """What the noun phrase set off by a comma after word ``last`` calls it, and the index of the noun."""
    if (
        last + 1 >= len(words)
        or words.after(last) not in (", ", ",", " (")
        or words.paragraphs[last] != words.paragraphs[last + 1]
    ):
        return None, last
    for place in range(last + 1, min(last + 8, len(words))):
        low = words.lows[place]
        if place == last + 1:
            if low == "who":
                return "person", place
            if low in FUNCTION and low not in _DETERMINERS:
                break
            if low in _DETERMINERS:
                continue
        elif not (words.joined[place] or words.before(place) in ("’ ", "' ")) or low in FUNCTION:
            break
        follows = words.lows[place + 1] if place + 1 < len(words) and words.joined[place + 1] else ""
        if follows and (follows in PERSON_NOUNS or follows in ORG_NOUNS) and not follows.endswith("s"):
            continue
        if (kind := noun_type(low)) is not None:
            return kind, place
        if low in ("of", "in", "at", "for", "from"):
            break
    return None, last


def noun_type(low: str) -> EntityType | None:
    """The type of what a common noun names.

    >>> noun_type("researcher"), noun_type("newspaper"), noun_type("commune"), noun_type("idea")
    ('person', 'organisation', 'place', None)
    """
    low = low.removeprefix("ex-")
    if low in ROLES or low in PERSON_NOUNS or low == "phd" or (low.endswith(_PERSON_ENDINGS) and low not in _NO_PEOPLE):
        return "person"
    if low in _PLACE_NOUNS:
        return "place"
    if low in ORG_NOUNS or low in _MORE_GROUPS or low in OUTLET_NOUNS:
        return "organisation"
    return None


def _around(words: Words, name: Candidate) -> Iterable[tuple[EntityType, float]]:
    """The evidence around one occurrence."""
    found: list[tuple[EntityType, float]] = []
    first, last = name.first, name.last
    if first and words.before(first) == ", " and words.lows[first - 1] in ROLES and last > first:
        found.append(("person", 3))
    if first and words.joined[first]:
        found += _before(words, first, last)
    if last + 1 < len(words):
        found += _behind(words, first, last)
    return found


def _before(words: Words, first: int, last: int) -> list[tuple[EntityType, float]]:
    low, word = words.lows[first - 1], words.words[first - 1]
    earlier = words.lows[first - 2] if first > 1 and words.joined[first - 1] else ""
    if words.possessive[first - 1]:
        return []
    if low == "of" and earlier in _PLACE_NOUNS:
        return [("place", 3)]
    if word.islower() and (low in ROLES or low in TITLES):
        return [("person", 3)]
    if low in _PLACE_NOUNS and word.islower():
        return [("place", 2)]
    if word.islower() and (low in ORG_NOUNS or low in _MORE_GROUPS):
        return [("organisation", 3)]
    if low == "the":
        return [("person", -3), ("organisation", 1.5 if _stands_alone(words, last) else 0)]
    if low in PLACE_MARKS:
        return [("place", 1.5), ("person", -1)]
    if low in ("at", "from"):
        return [("place", 0.5), ("organisation", 0.5)]
    if low in SPEECH_VERBS and low not in (
        "called",
        "calls",
        "told",
        "tells",
        "accused",
        "praised",
        "criticized",
        "described",
        "asked",
        "urged",
    ):
        return [("person", 2), ("organisation", 1)]
    if low in ("told", "tells"):
        return [("person", 0.5), ("organisation", 1)]
    return []


def _stands_alone(words: Words, last: int) -> bool:
    """Whether no noun follows that the name would only qualify ("the Armed forces")."""
    follows = last + 1
    if follows >= len(words) or not words.joined[follows] or words.possessive[last]:
        return True
    low = words.lows[follows]
    return low in FUNCTION or low in SPEECH_VERBS or low in PERSON_VERBS


def _behind(words: Words, first: int, last: int) -> list[tuple[EntityType, float]]:
    follows, gap = last + 1, words.after(last)
    low = words.lows[follows]
    if words.possessive[last]:
        return [("organisation", 1.5)] if low in _ORG_NEIGHBOURS else []
    if words.joined[follows]:
        if low in SPEECH_VERBS:
            return [("person", 2), ("organisation", 1)]
        if low in PERSON_VERBS:
            return [("person", 1), ("organisation", 0.5)]
        if low in _ORG_NEIGHBOURS:
            return [("organisation", 3)]
        return [("person", 2)] if low == "who" else []
    if gap.startswith(":") and words.opens[first] and words.paragraphs[first] != words.paragraphs[max(first - 1, 0)]:
        return [("person", 3)] if last - first < 3 and low not in FUNCTION | COMMON else [("person", 2)]
    if gap == ", " and words.words[follows] in PLACES and not words.opens[first]:
        return [("place", 3)]
    if _AGE.match(words.repaired.text, words.ends[last]):
        return [("person", 4)]
    kind, _ = apposed(words, last)
    return [(kind, 3)] if kind is not None else []


def _form_of_person(words: Words, name: Candidate) -> float:
    """How much a name of several words looks like a person's: two or three plain words that are not ordinary ones."""
    places = range(name.first, name.last + 1)
    if len(places) > 3 or any(words.lows[place] in COMMON or not words.words[place].isalpha() for place in places):
        return 0.0
    if any(words.words[place].isupper() for place in places):
        return 0.0
    return 1.0
