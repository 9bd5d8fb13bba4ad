"""Somebody who speaks together with others: "Ana Lima and her aides", "neither Ana Lima nor Peter Lunn"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.entities.evidence import noun_type
from ingest.lexicon.words import FUNCTION, listed
from ingest.relations.roles import Place, named_at
from ingest.speakers.phrases import Phrase, people, singular
from ingest.words import Words
from kg.model import Referent

_JOINING = listed("and or nor")
_OPENING = listed("both neither either")
_THEIRS = listed("his her their its the other several many some most")
"""What the second of two begins with that are no names."""
_LONGEST = 4
_FEWEST = 2
"""Two who are named in a row are no list."""


def joint(words: Words, first: int, last: int, named: Sequence[Place], referents: Sequence[Referent]) -> Phrase | None:
    """The group that somebody speaks for with others; none where the words are of one alone.

    Either is a name or a description; of two names that commas part from what is said of them, the second follows
    ", and" ("Ana Lima, who left, and Peter Lunn").
    """
    if (row := _listed(words, first, named, referents)) is not None:
        names = [referents[name.referent].name for name in row]
        text = f"{', '.join(names[:-1])} and {names[-1]}"
        return people(first, row[-1].last, text)
    start = first + (words.lows[first] in _OPENING)
    for at in range(start + 1, last):
        if words.lows[at] not in _JOINING:
            continue
        one = named_at(named, start)
        is_beside = one is None or one.last == at - 1
        end = _described(words, at + 1, last) if is_beside else None
        end = end or _named(words, start, at, last, named, referents)
        if end is not None and _is_somebody(words, start, at - 1, named, referents):
            text = _called(words, start, end, named, referents)
            return people(first, end, text)
        if end is not None or words.joined[at]:
            return None
    return None


def _listed(words: Words, first: int, named: Sequence[Place], referents: Sequence[Referent]) -> list[Place] | None:
    """Three people or more who are named in a row, the last behind "and"; none where the words are no such list."""
    row: list[Place] = []
    place = first
    while (name := named_at(named, place)) is not None:
        if name.first != place or referents[name.referent].type != "person":
            break
        row.append(name)
        if words.lows[place - 1] == "and" or (
            words.after(name.last) != ", " and words.lows[name.last + 1 : name.last + 2] != ["and"]
        ):
            break
        place = name.last + 1
        place += words.lows[place : place + 1] == ["and"]
    is_closed = len(row) > _FEWEST and words.lows[row[-1].first - 1] == "and"
    return row if is_closed and not words.possessive[row[-1].last] else None


def _described(words: Words, start: int, last: int) -> int | None:
    """The last word of the description that begins at ``start``: "her aides", "other leaders"."""
    if words.lows[start] not in _THEIRS or not words.joined[start]:
        return None
    for place in range(start + 1, min(start + _LONGEST, last) + 1):
        if not words.joined[place] or words.lows[place] in FUNCTION:
            return None
        noun = singular(words.lows[place])
        goes_on = place < last and words.joined[place + 1] and noun_type(singular(words.lows[place + 1])) is not None
        if noun_type(noun) in ("person", "organisation") and not words.possessive[place] and not goes_on:
            return place
    return None


def _named(
    words: Words, first: int, at: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> int | None:
    """The last word of the person's name behind the joining word, where commas part it from another's."""
    other, one = named_at(named, at + 1), named_at(named, first)
    if other is None or other.first != at + 1 or other.last > last or referents[other.referent].type != "person":
        return None
    is_opening = words.lows[at] in ("or", "nor") or (first > 0 and words.lows[first - 1] in _OPENING)
    is_apart = words.before(at) == ", " and one is not None and words.after(one.last)[:1] == ","
    return other.last if (is_opening or is_apart) and not words.possessive[other.last] else None


def _is_somebody(words: Words, first: int, end: int, named: Sequence[Place], referents: Sequence[Referent]) -> bool:
    """Whether the words before the joining one name or describe a person or a body."""
    name = named_at(named, first)
    if name is not None:
        return referents[name.referent].type != "place" and not words.possessive[name.last]
    is_phrase = all(words.joined[place] and words.lows[place] not in FUNCTION for place in range(first + 1, end + 1))
    ending = named_at(named, end)
    kind = referents[ending.referent].type if ending is not None else noun_type(words.lows[end])
    return is_phrase and kind == "person"


def _called(words: Words, first: int, end: int, named: Sequence[Place], referents: Sequence[Referent]) -> str:
    """The group's label: its words, with the full names of those that begin and end it."""
    one, other = named_at(named, first), named_at(named, end)
    if one is not None and other is not None:
        return f"{referents[one.referent].name} and {referents[other.referent].name}"
    if one is not None:
        return " ".join([referents[one.referent].name, *words.text(one.last + 1, end).split()])
    start = first + (words.lows[first] == "the")
    return " ".join(words.text(start, end).split())
