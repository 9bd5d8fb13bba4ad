"""What the words of a name alone tell about its type: a person's full name, an organisation by its head, a document."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.entities.other_names import is_spelt_out, is_told_a_body
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, PLACES, POSTAL
from ingest.lexicon.words import (
    ACRONYMS_OUT,
    CALENDAR,
    COMMON,
    HEADS_FIRST,
    HEADS_LAST,
    PLACE_HEADS,
    ROLES,
    TITLES,
    listed,
)
from ingest.words import Words, fold
from kg.model import EntityType

Key = tuple[str, ...]
"""A name as folded words."""

PARTICLES = frozenset(
    {
        "de",
        "del",
        "la",
        "las",
        "los",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "ten",
        "ter",
        "y",
        "e",
        "le",
    }
)
LINKS = frozenset({"of", "for", "on", "and", "the", "in", "to", "&", "against"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
DOCUMENT_HEADS = listed(
    """
    act law treaty agreement accord accords constitution amendment bill report survey poll charter protocol strategy
    code census
    """
)
_SURNAMES_TOO = listed("post guard reed price press church bank guardian star banks parks sharp bell")
_DISTRICTED = listed("district county province region state border")
_DISTRICTS = listed("congressional judicial electoral legislative senatorial assembly metropolitan")
"""What kind of district one is, without saying which."""
_OFFICES = listed("office committee commission ministry department agency bureau court council institute center")
OUTLET_ENDS = listed("sun star mail record express register standard bee statesman american times post republic")
"""What the names of newspapers end in behind a place ("Orvale Sun"), and those of others elsewhere."""
PROGRAMMES = listed("program programme initiative scheme")
PLACE_FIRST = listed(
    """
    mount mt lake fort port isla puerto monte rio río valle cerro lago playa plaza avenida calle ciudad provincia región
    sierra macrozona zona barrio comuna
    """
)
"""Capitalised words that begin the name of a place."""
PLACE_OF = listed("strait gulf bay isle cape republic kingdom city county province lake port duchy commonwealth mount")
"""Those of them, and more, that "of" follows."""
SURNAMES_TOO = listed("king prince pope baron judge bishop major duke lord cardinal chancellor marshal singer")
"""Titles that are surnames too."""
_OF_PEOPLE = (["group"], ["party"], ["coalition"], ["faction"], ["team"])
"""What makes a body of a name that might be a place's ("the Tolwick Wharf group")."""
NEVER_SURNAMES = COMMON - listed(
    """
    baker bell bishop black bush cook cooper cross day dean ford fox frank gray green hall hill house hunt judge
    justice key king lamb law lee long lord love mason may moore noble park parker pope porter power price prince
    rice rich rose rush short silver smith snow stone storm story strange strong sweet walker wall ward west white
    wild wise wood young glass gold good grant church carter case close drew fields flowers
    """
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words, ``first`` to ``last``, that may be a name. ``type`` is none where its own words do not tell.

    ``title`` is the index of the first word of the title before a person's name. ``known`` is the name that stands for
    all forms where the name is in a table.
    """

    first: int
    last: int
    type: EntityType | None
    title: int | None = None
    known: str | None = None


def folded(words: Words, first: int, last: int) -> Key:
    """A name's words without case and accents, and without the article that begins it."""
    return _bare(tuple(words.folds[first : last + 1]))


def form_of(name: str) -> Key:
    """The same for a name that stands in a table or in an article's metadata."""
    name = name.replace("-", "- ") if "- " in name else name
    return _bare(tuple(map(fold, name.replace(",", " ").split())))


def _bare(folds: Key) -> Key:
    folds = folds[1:] if len(folds) > 1 and folds[0] == "the" else folds
    initials = next((place for place, word in enumerate(folds) if len(word) > 1 or not word.isalpha()), len(folds))
    return ("".join(folds[:initials]), *folds[initials:]) if initials > 1 else folds  # "C. V. Lunn" is "C.V. Lunn"


def typed(words: Words, first: int, last: int, title: int | None) -> Candidate:
    """The candidate that begins at ``first``, typed by its own words where they tell."""
    head = next((place for place in range(last, first - 1, -1) if words.lows[place] in HEADS_LAST), None)
    if any(words.before(place) == " & " for place in range(first + 1, last + 1)):
        return Candidate(first, last, "organisation")
    if last > first and words.lows[last] in OUTLET_ENDS and words.text(first, last - 1) in PLACES:
        return Candidate(first, last, "organisation")
    is_aim = any(words.lows[place] in ("to", "for") for place in range(first + 1, last))
    if is_aim and is_told_a_body(words, first) and words.lows[first] not in FIRST_NAMES:
        return Candidate(first, last, "organisation")
    if names_programme(words, first, last):
        return Candidate(first, last, "document")
    if title is not None and (head is None or head == first or words.lows[head] in ("post", "reed", "price", "guard")):
        is_ordinary = words.lows[first] in NEVER_SURNAMES or words.lows[first] in ("house", "senate")
        if first == last and is_ordinary:
            return Candidate(first, last, None, title)  # "fellow Republicans"
        return Candidate(first, _person_end(words, first, last), "person", title)
    is_body = words.lows[first] in HEADS_FIRST or any(words.lows[place] in _OFFICES for place in range(first, last))
    is_document = words.lows[last] in DOCUMENT_HEADS and not is_body
    if last > first and (is_document or words.lows[first] in ("treaty", "declaration")):
        return Candidate(first, last, "document")
    if last - first > 1 and words.lows[last] in HEADS_LAST and words.lows[last] not in _SURNAMES_TOO:
        return Candidate(first, last, "organisation")
    is_place = first < last and (
        words.lows[first] in PLACE_FIRST or (words.lows[first] in PLACE_OF and words.lows[first + 1] == "of")
    )
    if is_place and words.lows[last] not in HEADS_LAST:
        return Candidate(first, last, "place")
    if words.lows[first] in HEADS_FIRST and any(
        words.lows[place] in ("of", "for", "on", "against") for place in range(first, last)
    ):
        return Candidate(first, last, "organisation")
    if (
        head is not None
        and head < last
        and words.lows[head] in HEADS_FIRST
        and words.lows[head + 1] in ("of", "for", "on", "against")
    ):
        return Candidate(first, last, "organisation")
    if head is not None and head > first and not _is_person(words, first, last):
        return Candidate(first, head, "organisation")
    if any(words.lows[place] in LINKS for place in range(first + 1, last)) and _has_first_head(words, first, last):
        return Candidate(first, last, "organisation")
    if last > first and words.lows[last] in PLACE_HEADS and not _is_person(words, first, last):
        is_told = any(words.lows[place] not in COMMON | _DISTRICTS for place in range(first, last))
        if words.words[last + 1 : last + 2] in _OF_PEOPLE and words.joined[last + 1]:
            return Candidate(first, last, "organisation")
        return Candidate(first, last, "place" if is_told or words.lows[last] not in _DISTRICTED else None)
    if _is_person(words, first, last):
        return Candidate(first, _person_end(words, first, last), "person")
    if first == last:
        return Candidate(first, last, "organisation" if _is_acronym(words, first) else None)
    if DEMONYMS.get(words.words[first]) and first < last and words.lows[first] not in FIRST_NAMES:
        return typed(words, first + 1, last, None)
    return Candidate(first, last, "organisation" if is_spelt_out(words, first, last) else None)


def names_programme(words: Words, first: int, last: int) -> bool:
    """Whether a run of capitals with "for" or "to" in it stands before "program" or the like, as its name."""
    follows = last + 1
    is_before = follows < len(words) and words.joined[follows] and words.words[follows] in PROGRAMMES
    return is_before and any(words.lows[place] in ("for", "to") for place in range(first + 1, last))


def _has_first_head(words: Words, first: int, last: int) -> bool:
    return any(words.lows[place] in HEADS_FIRST for place in range(first, last))


def _is_person(words: Words, first: int, last: int) -> bool:
    """Whether the words have the form of a person's full name."""
    if last == first:
        return False
    initial = len(words.words[first]) == 1 and words.words[first] not in "AI"
    if words.lows[first] not in FIRST_NAMES and words.folds[first].partition("-")[0] not in FIRST_NAMES and not initial:
        return any(
            len(words.words[place]) == 1 and words.before(place + 1).startswith(".") and words.lows[first] not in COMMON
            for place in range(first + 1, last)
        )
    if last == first + 1 and _is_plain_surname(words, first):
        return True
    surname = first + 1
    while surname < last and (words.lows[surname] in PARTICLES or len(words.words[surname]) == 1):
        surname += 1
    return may_be_surname(words, surname) or (last - first > 1 and may_be_surname(words, last))


def _is_plain_surname(words: Words, first: int) -> bool:
    """Whether an ordinary word is a surname, since its capital stands behind a first name ("they asked Ana Poor")."""
    low, word, follows = words.lows[first + 1], words.words[first + 1], first + 2
    is_small_behind = follows < len(words) and words.joined[follows] and words.words[follows].islower()
    is_ordinary = (
        low in COMMON and low not in CALENDAR | TITLES | HEADS_LAST | HEADS_FIRST | PLACE_HEADS | ROLES | LINKS
    )
    is_sure = words.lows[first] in FIRST_NAMES and words.lows[first] not in COMMON and not words.opens[first]
    return (
        is_sure
        and is_ordinary
        and is_small_behind
        and word[1:].islower()
        and not low.endswith("s")
        and not words.headline[first]
    )


def _person_end(words: Words, first: int, last: int) -> int:
    """The last word of a person's name: before the first word that cannot be part of one."""
    end = first
    for place in range(first + 1, min(last, first + 5) + 1):
        low = words.lows[place]
        if low in PARTICLES or (len(low) == 1 and place < last and words.before(place + 1)[:1] == "."):
            continue
        if low in SUFFIXES:
            return place
        if place == last == first + 1 and _is_plain_surname(words, first):
            return place
        if low == "may" and place == last and place == first + 1 and words.lows[first] in FIRST_NAMES:
            return place  # "Theresa May"
        if low in CALENDAR or low in ACRONYMS_OUT or (low in NEVER_SURNAMES and place > first):
            break
        if low in LINKS or words.words[place] in DEMONYMS:
            break
        end = place
    return end


def _is_acronym(words: Words, index: int) -> bool:
    word = words.words[index]
    letters = word.replace(".", "").replace("&", "").replace("-", "")
    return (
        not (word[1:2] == "-" and len(word) < 4)  # the party of "(D-Ohio)"
        and 2 <= len(letters) <= 6
        and letters.isupper()
        and letters.isalpha()
        and word not in POSTAL
        and letters.lower() not in ACRONYMS_OUT | COMMON
    )


def is_surname_all_the_same(words: Words, index: int) -> bool:
    """Whether a title is the surname behind a first name, which nothing in capitals follows ("Stella King")."""
    if words.lows[index] not in SURNAMES_TOO or not index or not words.joined[index]:
        return False
    before, follows = words.lows[index - 1], index + 1
    is_behind = before in FIRST_NAMES or (len(before) == 1 and words.before(index)[:1] == ".")
    is_last = follows >= len(words) or not words.joined[follows] or not words.words[follows][0].isupper()
    return words.words[index][0].isupper() and is_behind and (is_last or words.lows[follows] in SUFFIXES)


def may_be_surname(words: Words, index: int) -> bool:
    """Whether a word can end a person's name: capitalised, no ordinary word, no title, no place."""
    word = words.words[index]
    return (
        (word[0].isupper() or any(char.isupper() for char in word[2:4]))
        and words.lows[index] not in NEVER_SURNAMES
        and words.lows[index] not in HEADS_LAST
        and (words.lows[index] not in TITLES or is_surname_all_the_same(words, index))
        and word not in PLACES
        and word not in DEMONYMS
        and not (word.isupper() and len(word) > 2 and index > 0 and not words.words[index - 1].isupper())
    )
