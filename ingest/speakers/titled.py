"""The articles, titles and datelines before speakers, which an extractor took for the speaker's own words."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.entities.evidence import noun_type
from ingest.lexicon.roles import COMPOUNDS
from ingest.lexicon.words import FUNCTION, listed
from ingest.relations.roles import Place, named_at
from ingest.speakers.phrases import DETERMINERS, singular
from ingest.words import Words

_FILED_FROM = 4
"""Letters of a word in capitals that is where a story was filed, at least."""
_ARTICLES = listed("a an the one")
_LONGEST = 5
_ADDRESSES = listed("mr mrs ms dr pres sen rep gov gen col lt prof rev adm rear")


def titled_name(words: Words, first: int, noun: int, last: int, named: Sequence[Place]) -> int | None:
    """The first word of the name behind a title that goes on over "of" or "and"; none where no such name follows.

    "Chief of Staff Ana Lima", "former poet and Orvale Mayor Ana Lima".
    """
    end = noun
    if noun + 2 <= last and words.lows[noun + 2] in COMPOUNDS.get((words.lows[noun], words.lows[noun + 1]), ()):
        end = noun + 2
    behind = end + 1
    if behind > last or not all(words.joined[noun + 1 : behind + 1]) or noun_type(words.lows[noun]) != "person":
        return None
    if words.lows[behind] == "and":
        return None if words.lows[first] in DETERMINERS else _behind_title(words, behind + 1, last, named)
    if end == noun:
        return _behind_body(words, behind, last, named)
    name = named_at(named, behind)
    return behind if name is not None and name.first == behind else None


def _behind_body(words: Words, preposition: int, last: int, named: Sequence[Place]) -> int | None:
    """The first word of the name behind the one that a title is held at ("Ambassador to Peru Ana Lima")."""
    place = preposition + 1 + (words.lows[preposition + 1 : preposition + 2] == ["the"])
    body = named_at(named, place)
    if body is None or body.first != place or body.last >= last or not words.joined[body.last + 1]:
        return None
    name = named_at(named, body.last + 1)
    return name.first if name is not None and name.last <= last and not words.possessive[body.last] else None


def _behind_title(words: Words, start: int, last: int, named: Sequence[Place]) -> int | None:
    """The first word of the name behind a title that begins at ``start``."""
    place = start
    while place <= last and words.joined[place]:
        name = named_at(named, place)
        if name is None and words.lows[place] in FUNCTION:
            return None
        if name is not None and place > start and noun_type(words.lows[place - 1]) == "person":
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


def past_article(words: Words, first: int, last: int) -> int:
    """The last word of the description whose article alone was taken for the speaker ("one" of "one former clerk")."""
    if first != last or words.lows[first] not in _ARTICLES:
        return last
    for place in range(first + 1, min(first + 1 + _LONGEST, len(words))):
        if not words.joined[place] or words.possessive[place] or words.lows[place] in FUNCTION - {"of", "former"}:
            return last
        if noun_type(singular(words.lows[place])) == "person":
            return place
    return last


def over_title(words: Words, last: int, named: Sequence[Place]) -> int:
    """The last word of the name behind a form of address that an extractor cut off at its full stop ("Mr")."""
    is_cut = words.lows[last] in _ADDRESSES and words.words[last][0].isupper() and last + 1 < len(words)
    name = named_at(named, last + 1) if is_cut else None
    return last if name is None or name.first != last + 1 else name.last
