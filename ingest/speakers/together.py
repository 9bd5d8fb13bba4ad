"""People who speak together: two names that "and" joins, with or without what each of them is."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.words import PERSON_NOUNS, listed
from ingest.relations.roles import Place, named_at
from ingest.speakers.phrases import Phrase, people
from ingest.words import Words
from kg.model import Referent

_PRONOUNS = listed("he she they")
_BESIDE_NAMES = listed("of from the former fellow future his her their then tv network television radio news")
"""Small words that stand around two names which are joined."""


def past_pronoun(words: Words, first: int, last: int, named: Sequence[Place]) -> int:
    """The last word of a speaker's words with the name that "and" joins to a pronoun ("he" for "he and Ana Lima")."""
    if first != last or words.lows[first] not in _PRONOUNS or words.lows[first + 1 : first + 2] != ["and"]:
        return last
    other = named_at(named, first + 2) if words.joined[first + 1] and first + 2 < len(words) else None
    return last if other is None or other.first != first + 2 or words.possessive[other.last] else other.last


def several(
    words: Words, first: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> Phrase | None:
    """Two people who are named together as a group ("Ana Lima and Peter Lunn"), none where the words are no such."""
    one = named_at(named, first)
    if words.lows[first] in _PRONOUNS and first + 1 < last and words.lows[first + 1] == "and":
        other = named_at(named, first + 2)
        if other is not None and other.last == last and referents[other.referent].type == "person":
            return people(first, last, words.text(first, last))
    if one is None or one.last + 1 >= last or words.lows[one.last + 1] != "and" or words.possessive[one.last]:
        return None
    other = named_at(named, one.last + 2)
    if other is None or other.last != last or words.possessive[last] or other.referent == one.referent:
        return None
    if {referents[one.referent].type, referents[other.referent].type} != {"person"}:
        return None
    text = f"{referents[one.referent].name} and {referents[other.referent].name}"
    return people(first, last, text)


def together(
    words: Words, first: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> Phrase | None:
    """People named with what they are ("Senator Ana Lima of Peru and former Mayor Peter Lunn"), as a group.

    A body before "and" is no other speaker where a role behind it leads to one person ("Harbour News and former Ledger
    editor Ana Lima").
    """
    inside = _named_within(words, first, last, named, referents)
    while len(inside) > 1 and words.lows[inside[-1].first - 1] in ("of", "from"):
        inside.pop()
    if len(inside) != 2 or inside[0].referent == inside[1].referent or words.possessive[inside[1].last]:
        return None
    one, other = inside
    joint = next((at for at in range(one.last + 1, other.first) if words.lows[at] == "and"), None)
    around = [at for at in (*range(first, one.first), *range(one.last + 1, other.first)) if at != joint]
    is_plain = all(
        words.lows[at] in _BESIDE_NAMES or words.lows[at] in PERSON_NOUNS or words.words[at][0].isupper()
        for at in around
    )
    home = named_at(named, other.last + 2) if words.lows[other.last + 1 : other.last + 2] == ["of"] else None
    end = other.last if home is None else home.last  # "Peter Lunn of Peru"
    ends = end + 1 > last or words.after(end)[:1] in (",", "(") or words.after(end)[:2] == " ("
    if joint is None or not is_plain or not ends or any(words.possessive[first : other.last + 1]):
        return None
    if referents[one.referent].type != "person":
        return Phrase("name", other.first, other.last, other.referent)
    text = f"{referents[one.referent].name} and {referents[other.referent].name}"
    return people(first, other.last, text)


def _named_within(
    words: Words, first: int, last: int, named: Sequence[Place], referents: Sequence[Referent]
) -> list[Place]:
    """Who is named in a stretch of words before what a comma sets off: people, and a body that opens it."""
    inside: list[Place] = []
    place = first
    while place <= last:
        name = named_at(named, place)
        if name is None or name.last > last:
            place += 1
            continue
        place = name.last + 1
        if referents[name.referent].type == "person" or (
            name.first == first and words.lows[place : place + 1] == ["and"]
        ):
            inside.append(name)
    return inside
