"""The titles and datelines before the names of speakers, which an extractor took for the speaker's own words."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.entities.evidence import noun_type
from ingest.lexicon.roles import COMPOUNDS
from ingest.lexicon.words import ROLES, listed
from ingest.relations.roles import Place, named_at
from ingest.speakers.phrases import DETERMINERS
from ingest.words import Words

_FILED_FROM = 4
"""Letters of a word in capitals that is where a story was filed, at least."""
_ADDRESSES = listed("mr mrs ms dr pres sen rep gov gen col lt prof rev adm rear")


def is_title_of_name(words: Words, noun: int, name: int, named: Sequence[Place]) -> bool:
    """Whether a role's noun of three words stands right before a name ("chief of staff Ana Lima")."""
    joined = COMPOUNDS.get((words.lows[noun], words.lows[noun + 1]), frozenset())
    found = named_at(named, name)
    is_beside = words.joined[noun + 2] and words.joined[name]
    return is_beside and words.lows[noun + 2] in joined and found is not None and found.first == name


def second_title(words: Words, first: int, end: int, last: int, named: Sequence[Place]) -> int | None:
    """The first word of the name whose second title begins behind "and" ("former poet and Orvale Mayor Ana Lima")."""
    if words.lows[first] in DETERMINERS or noun_type(words.lows[end]) != "person":
        return None
    place = start = end + 2
    while place <= last and words.joined[place]:
        name = named_at(named, place)
        if name is None and not (words.words[place][0].isupper() or words.lows[place] in ROLES):
            return None
        if name is not None and place > start and words.lows[place - 1] in ROLES:
            return place
        place = place + 1 if name is None else name.last + 1
    return None


def past_dateline(words: Words, first: int, last: int) -> int:
    """Behind the place in capitals that a story was filed from ("LISBON - European leaders")."""
    for place in range(first, last):
        if not words.words[place].isupper() or len(words.words[place]) < _FILED_FROM:
            return first
        if words.after(place) in (" - ", " – ", " — "):
            return place + 1
    return first


def over_title(words: Words, last: int, named: Sequence[Place]) -> int:
    """The last word of the name behind a form of address that an extractor cut off at its full stop ("Mr")."""
    is_cut = words.lows[last] in _ADDRESSES and words.words[last][0].isupper() and last + 1 < len(words)
    name = named_at(named, last + 1) if is_cut else None
    return last if name is None or name.first != last + 1 else name.last
