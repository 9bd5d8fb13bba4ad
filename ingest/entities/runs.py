"""Runs of capitalised words: where a name may begin, and how far one goes over the small words between."""

from __future__ import annotations

import re

from ingest.entities.known import known_at
from ingest.entities.name_forms import LINKS, PARTICLES, PLACE_OF, PROGRAMMES, may_be_surname
from ingest.entities.other_names import is_spelt_out, is_told_a_body
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, PLACES
from ingest.lexicon.words import (
    CALENDAR,
    DEPARTMENTS,
    HEADS_FIRST,
    HEADS_LAST,
    PLACE_HEADS,
    SUBJECTS,
    TITLES,
    listed,
)
from ingest.words import Words

FORMAL = frozenset(
    {"state", "general", "minister", "whip", "leader", "chief", "elect", "lady", "emeritus", "marshal", "officer"}
)
_OWNERS = listed(
    "people women men children king queen prince lord workers farmers teachers growers veterans mothers fishermen "
    "attorney sheriff coroner"
)
"""Whose institutions bear a possessive in their names."""
_ORDINALS = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
_DISTRICTS_OF = listed("northern southern eastern western middle central")
"""What the districts of courts are called."""
_BRANCHES = listed("institute committee subcommittee commission office center centre school college department bureau")
"""What a larger body has, and what is named by what it deals with."""
_PREFIXED = re.compile(r"(?:[ae][lrsntd]|ash|az|ul|ur|[dlo])[-‑'’][A-ZÀ-ÖØ-Þ]")
"""A name that begins with an article or a particle in small letters: "al-Assad", "d'Estaing"."""
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
NUMBERED = listed("circuit amendment fleet army division brigade regiment battalion congress precinct ward")
MOST_WORDS = 9


def run_end(words: Words, start: int) -> int:
    """The last word of the run of capitalised words that begins at ``start``, links between them included."""
    end = start
    is_side = start > 0 and words.lows[start - 1] in ("pro", "anti") and words.before(start) in ("-", "‑")
    if is_side and not is_numbered(words, start):
        is_full = words.lows[start] in FIRST_NAMES and start + 2 < len(words) and may_be_surname(words, start + 1)
        is_full = is_full and not words.words[start + 2][0].isupper()
        return start + is_full  # "the pro-Lima Harbour Board"
    while end + 1 < len(words) and end - start < 24:
        if _is_firm_of_two(words, end):
            end += 1
            continue
        listing = _listing_end(words, start, end) or _over_year(words, end) or _over_nickname(words, end)
        if listing is not None:
            end = listing
            continue
        if not (words.joined[end + 1] and not words.possessive[end]) and not _is_owned(words, end):
            break
        step = _step(words, start, end)
        if step is None:
            break
        end = step
    return end


def _is_firm_of_two(words: Words, end: int) -> bool:
    """Whether "&" joins a name to the next word ("Harlan & Pryce")."""
    follows = end + 1
    is_joined = words.before(follows) == " & " and words.words[follows][0].isupper()
    return is_joined and len(words.words[end]) > 1 and len(words.words[follows]) > 1


def _over_nickname(words: Words, end: int) -> int | None:
    """The word behind a nickname in quotation marks within a name (``Robert "Bobby" Lunn``)."""
    follows = end + 2
    if follows >= len(words) or words.before(end + 1).lstrip(".") not in (' "', " “") or words.possessive[end]:
        return None
    is_closed = words.before(follows) in ('" ', "” ")
    is_named = words.words[end + 1][0].isupper() and words.words[follows][0].isupper()
    return follows if is_closed and is_named and may_be_surname(words, follows) else None


def _over_year(words: Words, end: int) -> int | None:
    """The word behind a year within the name of a committee or the like ("Strand 2016 Host Committee")."""
    follows = end + 2
    is_year = follows < len(words) and words.words[end + 1].isdigit() and len(words.words[end + 1]) == 4
    if not is_year or not (words.joined[end + 1] and words.joined[follows]) or words.possessive[end]:
        return None
    last = follows - 1
    while last + 1 < len(words) and words.joined[last + 1] and words.words[last + 1][0].isupper():
        last += 1
    return follows if last > follows and words.lows[last] in HEADS_LAST & HEADS_FIRST else None


def _spelt_out(words: Words, start: int, follows: int) -> bool:
    """Whether the words from ``start`` over a small one are what an acronym beside them stands for ("…, or SFA")."""
    last = follows
    while (
        last + 1 < len(words) and words.joined[last + 1] and is_capital(words, last + 1) and last - start < MOST_WORDS
    ):
        last += 1
    return is_spelt_out(words, start, last)


def _listing_end(words: Words, start: int, end: int) -> int | None:
    """The last word of a list of what a body deals with ("Committee on Ports, Tides and Fisheries")."""
    heads = [place for place in range(start, end + 1) if words.lows[place] in HEADS_FIRST]
    if not heads or not any(words.lows[place] in ("of", "on", "for") for place in range(heads[0] + 1, end)):
        return None
    place, is_last = end, False
    while place + 1 < len(words) and words.before(place + 1) == ", " and not words.possessive[place]:
        place += 1
        if words.lows[place] == "and":
            place, is_last = place + 1, True
        if place >= len(words) or not _is_subject(words, place):
            return None
        while place + 1 < len(words) and words.joined[place + 1] and _is_subject(words, place + 1):
            place += 1
        is_followed = place + 2 < len(words) and words.joined[place + 1] and words.lows[place + 1] == "and"
        if not is_last and is_followed and _is_subject(words, place + 2):
            place, is_last = place + 2, True
        if is_last:
            break
    return place if is_last else None


def _is_subject(words: Words, index: int) -> bool:
    """Whether a capitalised word may say what a body deals with."""
    word, low = words.words[index], words.lows[index]
    is_name = word in PLACES or word in DEMONYMS or (low in FIRST_NAMES and low not in SUBJECTS)
    return word[0].isupper() and word.isalpha() and not word.isupper() and not is_name and low not in CALENDAR | TITLES


def is_capital(words: Words, index: int) -> bool:
    """Whether a word is written as a part of a name is: a capital, "al-" before one, an ordinal that counts a body."""
    word = words.words[index]
    if word[0].isupper():
        return True
    return not word.isalpha() and (bool(_PREFIXED.match(word)) or is_numbered(words, index))


def is_numbered(words: Words, index: int) -> bool:
    """Whether an ordinal counts what a name is of: "6th Circuit", "Second Amendment"."""
    low = words.lows[index]
    if low in _ORDINALS:
        return words.words[index][0].isupper() and index + 1 < len(words) and _counts(words, index)
    is_ordinal = low[0].isdigit() and _ORDINAL.fullmatch(low) is not None
    return is_ordinal and index + 1 < len(words) and _counts(words, index)


def _counts(words: Words, index: int) -> bool:
    follows = words.lows[index + 1]
    if follows == "us" or follows == "u.s.":
        return index + 2 < len(words) and words.lows[index + 2] == "circuit"
    return words.joined[index + 1] and words.words[index + 1][0].isupper() and follows in NUMBERED


def _is_owned(words: Words, end: int) -> bool:
    """Whether an apostrophe stands between two words of one name ("Growers' Association", "St Anne's Hospital")."""
    follows = end + 1
    if end and words.lows[end - 1] in ("of", "for", "on"):
        return False  # "the Court of Appeals’ Board"
    if follows >= len(words) or not words.words[follows][0].isupper():
        return False
    low, begins = words.lows[end], words.lows[end - 1] if end else ""
    is_head = words.lows[follows] in HEADS_LAST or words.lows[follows] in PLACE_HEADS
    if words.possessive[end]:
        if not words.before(follows)[2:].isspace():
            return False
        return is_head and (low in _OWNERS or (begins in ("st", "saint") and words.joined[end]))
    return low.endswith("s") and words.before(follows) in ("' ", "’ ") and words.lows[follows] in HEADS_LAST


def _step(words: Words, start: int, end: int) -> int | None:
    """The next capitalised word of a run, over the small words that may stand between two."""
    follows = end + 1
    if is_capital(words, follows) and not words.headline[follows]:
        return follows if not words.opens[follows] else None
    small = 0
    while follows < len(words) and small < 3 and words.joined[follows]:
        low = words.lows[follows]
        if low not in PARTICLES and low not in LINKS:
            break
        follows, small = follows + 1, small + 1
    if not small or follows >= len(words) or not words.joined[follows] or not is_capital(words, follows):
        return None
    links = [words.lows[place] for place in range(end + 1, follows)]
    if all(low in PARTICLES for low in links) or _spelt_out(words, start, follows):
        return follows
    if links in (["to"], ["for"]) and is_told_a_body(words, start) and words.lows[start] not in FIRST_NAMES:
        return follows
    if links == ["of"] and end == start and words.lows[start] in PLACE_OF:
        return follows
    if _links_organisation(words, start, end, links, follows) or _is_known_across(words, start, end, follows):
        return follows
    return None


def _links_organisation(words: Words, start: int, end: int, links: list[str], follows: int) -> bool:
    """Whether the small words go on with the name of an organisation ("Ministry of Health", "Center for … and …")."""
    if words.lows[follows] in CALENDAR:
        return False
    head = next((place for place in range(start, end + 1) if words.lows[place] in HEADS_FIRST), None)
    if links == ["of"] and words.lows[end] == "district" and end and words.lows[end - 1] in _DISTRICTS_OF:
        return True
    if links == ["and"] and _are_subjects(words, start, end, follows):
        return True
    begun = any(words.lows[place] in ("for", "to") for place in range(start, end))
    if (links in (["for"], ["to"]) or (begun and links in (["of"], ["and"]))) and _names_programme(words, end, follows):
        return True
    if head is None:
        title = words.lows[end] in TITLES or words.lows[end] in FORMAL
        return title and links in (["of"], ["of", "the"]) and words.lows[follows] in DEPARTMENTS
    if links in (["of"], ["on"], ["for"]) and end > head and words.lows[end] in _BRANCHES:
        return True  # "University Institute of Health"
    linked = any(words.lows[place] in ("of", "for", "on") for place in range(head + 1, end))
    if links[0] in ("of", "for", "on", "against") and not linked:
        return head == end or links[0] == "on"
    if not linked:
        return False
    if links in (["of", "the"], ["in", "the"]):
        return not _has_own_head(words, follows)
    if links == ["for", "the"]:
        return words.lows[head] in ("court", "courts", "office")
    if links == ["and"] or links == ["in"] or links == ["of"]:
        known = known_at(words, follows, follows + 3)
        return known is None and words.lows[follows] not in FIRST_NAMES and not _has_own_head(words, follows)
    return links in (["for"], ["of"], ["to"], ["&"])


def _are_subjects(words: Words, start: int, end: int, follows: int) -> bool:
    """Whether "and" joins two things that one agency deals with ("Citizenship and Immigration Services")."""
    if words.lows[end] not in SUBJECTS or words.lows[follows] not in SUBJECTS:
        return False
    last = follows
    while last + 1 < len(words) and words.joined[last + 1] and is_capital(words, last + 1):
        last += 1
    has_head = any(words.lows[place] in HEADS_LAST | HEADS_FIRST for place in range(start, end))
    return last > follows and words.lows[last] in HEADS_LAST | {"enforcement"} and not has_head


def _names_programme(words: Words, end: int, follows: int) -> bool:
    """Whether a run that goes on over "for" is the name of a programme ("Fair Action for Young Growers program")."""
    last = follows
    while last + 1 < len(words) and words.joined[last + 1] and last - follows < MOST_WORDS:
        if not is_capital(words, last + 1) and words.lows[last + 1] not in ("of", "and", "for"):
            break
        last += 1
    is_named = last + 1 < len(words) and words.joined[last + 1] and words.words[last + 1] in PROGRAMMES
    return is_named and words.words[last][0].isupper() and words.lows[end] not in TITLES


def _has_own_head(words: Words, start: int) -> bool:
    """Whether a run that begins here is an organisation in its own right ("San Sebastián University")."""
    end = start
    while end + 1 < min(len(words), start + MOST_WORDS) and words.joined[end + 1] and is_capital(words, end + 1):
        end += 1
    is_subject = words.lows[start] in SUBJECTS and end == start + 1 and words.lows[end] in ("service", "services")
    return end > start and words.lows[end] in HEADS_LAST and words.lows[end] != "circuit" and not is_subject


def _is_known_across(words: Words, start: int, end: int, follows: int) -> bool:
    """Whether a known name runs over the small words ("House of Representatives")."""
    for begin in range(max(start, end - 2), end + 1):
        known = known_at(words, begin, follows + 3)
        if known and known[0] >= follows:
            return True
    return False
