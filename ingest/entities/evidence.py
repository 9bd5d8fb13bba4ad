"""What the words around a name say about its type, where the name itself does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.entities.datelines import is_filed_from
from ingest.entities.name_forms import Candidate
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import ORGANISATIONS, PLACES, POSTAL, SHORT_STATES
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
    WORD_SURNAMES,
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
    spokesman spokeswoman spokesperson executive executives officials employees ceo chairman chairwoman
    founder staff reporter reporters correspondent editor shares stock analysts workers lawyers leadership
    headquarters board group coalition faction
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
_POSSESSIVE = ("’ ", "' ", "’s ", "'s ")
_DASH = re.compile(r"\)\s?(?:—|–|--|- )")
_HELD_BY_PLACES = listed(
    """
    mayor residents inhabitants outskirts streets suburbs north south east west centre center coast port governor
    airport skies bishop archbishop people half parts square skyline border borders citizens
    """
)
"""What a place has: "the mayor of", "the outskirts of"."""
_FOUNDED = listed("founded co-founded cofounded chairs chaired")
_WHO_FOUNDED = listed("who he she they and")
"""Before these verbs: what follows is a body, where after a name it may be a town ("Lima founded Porto")."""
_EXPLICIT = 5
"""What it weighs that a noun right beside a name says what it is."""
_ADVERBS = listed("then late former first vice major general chief crown acting interim outgoing incumbent lay")
"""Titles that are other words as well: they say nothing by themselves."""
_LOCAL = listed("mayor governor gov sheriff councilman councilwoman alderman resident residents native police")
"""Titles that stand behind the name of the place they are held in ("Orvale Mayor Ana Lunn")."""
_HELD_SHARES = listed("shares stake stakes investment investor investors confidence trust faith shareholders")
_TAKE_OBJECTS = listed("called calls told tells accused praised criticized described asked urged")
_OWNED_BY_PLACES = listed(
    """
    council police parliament government economy population capital army navy border coastline harbour harbor docks
    president prime foreign defence defense interior neighbours neighbors northern southern eastern western
    """
)
"""What belongs to a place, or to whoever governs it: "Orvale's docks"."""
_MOVED = listed("travelled traveled flew moved returned drove fled sailed trip flight visit flights back road way")
Scores = dict[EntityType, float]


def is_human_noun(words: Words, index: int) -> bool:
    """Whether a word says what somebody is, and is nobody's surname ("Republican")."""
    low = words.lows[index]
    return low not in WORD_SURNAMES and (low in PERSON_NOUNS or low.removesuffix("s") in PERSON_NOUNS)


def is_ordinary(words: Words, name: Candidate) -> bool:
    """Whether the words of a name are ordinary ones, or end in one for a people."""
    lone = name.first == name.last
    is_adverb = lone and words.lows[name.first].endswith("ly") and len(words.lows[name.first]) > 6
    if is_adverb:
        return True
    return all(words.lows[place] in COMMON for place in range(name.first, name.last + 1))


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
        elif not (words.joined[place] or words.before(place) in _POSSESSIVE) or low in FUNCTION:
            break
        if words.possessive[place]:
            continue
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


def around(words: Words, name: Candidate) -> Iterable[tuple[EntityType, float]]:
    """The evidence around one occurrence."""
    found: list[tuple[EntityType, float]] = []
    first, last = name.first, name.last
    if first and words.before(first) == ", " and words.lows[first - 1] in ROLES and last > first:
        found.append(("person", 3))
    if first and words.joined[first]:
        found += _before(words, first, last)
    if last > first and first and words.possessive[first - 1] and _is_outlet(words.words[first - 1]):
        found += [("person", 3), ("organisation", -2)]  # "NNA's Ana Lunn"
    if _is_credited(words, first, last):
        found.append(("organisation", 3))
    if _is_beside_a_place(words, first, last):
        found.append(("place", 1.5))
    if last + 1 < len(words):
        found += _behind(words, first, last)
    return found


def _is_outlet(word: str) -> bool:
    return word in ORGANISATIONS or (word.isupper() and len(word) > 1)


def _is_credited(words: Words, first: int, last: int) -> bool:
    """Whether it ends a picture's credit or stands behind a dateline: "(Photo: Ana Lunn / NNA)", "LIMA (NNA) —"."""
    before, after = words.before(first).strip(), words.after(last)
    return first == last and after[:1] == ")" and (before == "/" or (before == "(" and bool(_DASH.match(after))))


def _is_beside_a_place(words: Words, first: int, last: int) -> bool:
    """Whether "and" or a comma joins it to a known place: "in Peru and Quenby"."""
    before, behind = first - 1, last + 1
    if before > 0 and words.joined[first] and words.lows[before] == "and" and words.words[before - 1] in PLACES:
        return words.joined[before]
    if behind + 1 < len(words) and words.joined[behind] and words.lows[behind] == "and":
        return words.joined[behind + 1] and words.words[behind + 1] in PLACES
    return False


def _before(words: Words, first: int, last: int) -> list[tuple[EntityType, float]]:
    low, word = words.lows[first - 1], words.words[first - 1]
    earlier = words.lows[first - 2] if first > 1 and words.joined[first - 1] else ""
    if words.possessive[first - 1]:
        return []
    if low == "of" and earlier in _PLACE_NOUNS:
        return [("place", _EXPLICIT)]
    if low == "of" and earlier in _HELD_BY_PLACES:
        return [("place", 2)]
    if low == "of" and _ends_full_name(words, first - 2):
        return [("person", -4), ("organisation", 2)]
    if low == "to" and earlier in _MOVED:
        return [("place", 2), ("person", -1)]
    if word.islower() and (low in ROLES or low in TITLES) and low not in _ADVERBS:
        return [("person", _EXPLICIT)]
    if low in _PLACE_NOUNS and word.islower():
        return [("place", 2)]
    if word.islower() and (low in ORG_NOUNS or low in _MORE_GROUPS):
        return [("organisation", _EXPLICIT)]
    if low in _FOUNDED and earlier in _WHO_FOUNDED:
        return [("organisation", _EXPLICIT)]
    if low == "the" and earlier in ("told", "tells"):
        return [("person", -3), ("organisation", 3)]
    if low == "the":
        return [("person", -3), ("organisation", 1.5 if _stands_alone(words, last) else 0)]
    if low in PLACE_MARKS:
        return [] if earlier in _HELD_SHARES else [("place", 1.5), ("person", -1)]
    if low in ("at", "from"):
        return [("place", 0.5), ("organisation", 0.5)]
    if low in SPEECH_VERBS and low not in _TAKE_OBJECTS:
        return [("person", 2), ("organisation", 1)]
    if low in ("told", "tells"):
        return [("person", 0.5), ("organisation", 1)]
    return []


def _ends_full_name(words: Words, last: int) -> bool:
    """Whether a word ends somebody's full name ("Ana Lunn of Breathe Harbour")."""
    is_name = last > 0 and words.joined[last] and words.words[last][0].isupper() and not words.possessive[last]
    return (
        is_name
        and words.lows[last - 1] in FIRST_NAMES
        and words.words[last - 1][0].isupper()
        and words.lows[last] not in COMMON
    )


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
    if gap.startswith("-based"):
        return [("place", _EXPLICIT)]
    if words.possessive[last]:
        is_place = low in _HELD_BY_PLACES or low in _OWNED_BY_PLACES
        return [("organisation", 1.5)] if low in _ORG_NEIGHBOURS else [("place", 2)] if is_place else []
    if words.joined[follows]:
        if low in SPEECH_VERBS:
            return [("person", 2), ("organisation", 1)]
        if low in PERSON_VERBS:
            return [("person", 1), ("organisation", 0.5)]
        if low in _LOCAL and words.words[follows][0].isupper():
            return [("place", _EXPLICIT if low in ("mayor", "councilman", "councilwoman") else 3)]
        if low in _ORG_NEIGHBOURS:
            return [("organisation", 3)]
        return [("person", 2)] if low == "who" else []
    if is_filed_from(words, first, last):
        return [("place", 4)]
    if gap.startswith(":") and words.opens[first] and words.paragraphs[first] != words.paragraphs[max(first - 1, 0)]:
        return [("person", 3)] if last - first < 3 and low not in FUNCTION | COMMON else [("person", 2)]
    state = words.words[follows]
    is_short = state in POSTAL or (state in SHORT_STATES and words.after(follows)[:1] == ".")
    is_within = gap == ", " and (state in PLACES or f"{state}." in PLACES or is_short)
    if is_within and not words.opens[first]:
        return [("place", 4)]
    if _AGE.match(words.repaired.text, words.ends[last]):
        return [("person", 4)]
    kind, noun = apposed(words, last)
    if kind is None or (words.lows[noun] != "who" and _speaks(words, noun)):
        return []
    return [(kind, _EXPLICIT)]


def _speaks(words: Words, noun: int) -> bool:
    """Whether a verb of saying follows a noun: it begins a clause, and stands in no apposition."""
    return noun + 1 < len(words) and words.joined[noun + 1] and words.lows[noun + 1] in SPEECH_VERBS


def form_of_person(words: Words, name: Candidate) -> float:
    """How much a name of several words looks like a person's: two or three plain words that are not ordinary ones."""
    places = range(name.first, name.last + 1)
    if len(places) > 3 or any(words.lows[place] in COMMON or not words.words[place].isalpha() for place in places):
        return 0.0
    if any(words.words[place].isupper() for place in places):
        return 0.0
    return 1.0
