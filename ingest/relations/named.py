"""Names as words: where each begins and ends among a document's words, and what it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ingest.words import Words
from kg.model import EntityType, Mention, Referent

if TYPE_CHECKING:
    from ingest.relations.bodies import Body


@dataclass(frozen=True, slots=True)
class Place:
    """A mention by name, as words."""

    first: int
    last: int
    referent: int


def is_side(words: Words, index: int) -> bool:
    """Whether a word says that somebody is for or against whoever the next one names ("pro-Lima")."""
    return words.lows[index] in ("pro", "anti") and words.after(index) in ("-", "‑")


def places(words: Words, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """The mentions by name as words, in text order; of two that overlap, the longer."""
    found: list[Place] = []
    for mention in mentions:
        if mention.form != "name":
            continue
        first = words.at(mention.span.start)
        last = words.at(mention.span.end - 1)
        if last >= len(words):
            continue
        if found and first <= found[-1].last:
            if last - first > found[-1].last - found[-1].first:
                found[-1] = Place(first, last, mention.referent)
            continue
        found.append(Place(first, last, mention.referent))
    return tuple(found)


def named_at(named: Sequence[Place], place: int) -> Place | None:
    """The name that a word is part of, none where it is part of none."""
    number = bisect_left(named, place, key=lambda name: name.last)
    return named[number] if number < len(named) and named[number].first <= place else None


def named_between(named: Sequence[Place], first: int, end: int) -> Sequence[Place]:
    """The names that begin from word ``first`` on and before word ``end``."""
    begin, stop = (bisect_left(named, at, key=lambda name: name.first) for at in (first, end))
    return named[begin:stop]


@dataclass(frozen=True)
class Text:
    """What roles are read from: a document's words, the names among them and what these refer to."""

    words: Words
    named: Sequence[Place]
    referents: Sequence[Referent]

    @cached_property
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    def name_at(self, place: int) -> Place | None:
        """The name that a word is part of, none where it is part of none."""
        return named_at(self.named, place)

    def type_of(self, name: Place | Body | None) -> EntityType | None:
        """The type of what a name names; none where that is not known."""
        return self.referents[name.referent].type if name is not None and name.referent is not None else None

    def owns(self, place: int) -> bool:
        """Whether a word has a possessive ending, with or without an s."""
        words = self.words
        return words.possessive[place] or (words.lows[place].endswith("s") and words.after(place) in ("’ ", "' "))

    def follows(self, place: int) -> bool:
        """Whether a word follows the one before it with nothing but a space or a possessive ending between them."""
        if not 0 < place < self.size:
            return False
        words = self.words
        gap = words.before(place)
        is_tail = gap[:1] == "-" and gap[-1:] == " " and gap[1:-1].isalpha()  # of "Ferrow-based"
        return (
            words.joined[place] or is_tail or is_side(words, place - 1) or (self.owns(place - 1) and gap in _POSSESSIVE)
        )

    def phrase(self, first: int, last: int) -> str:
        """The words from ``first`` to ``last``, the full stop of an abbreviation included."""
        text = " ".join(self.words.text(first, last).split())
        is_short = self.words.lows[last] in _ABBREVIATED and self.words.after(last)[:1] == "."
        return text + "." if is_short else text


_POSSESSIVE = frozenset({"’s ", "'s ", "’S ", "'S ", "’ ", "' "})
_ABBREVIATED = frozenset(
    {"sen", "rep", "gov", "pres", "gen", "col", "lt", "capt", "maj", "sgt", "adm", "prof", "rev", "cmdr"}
)
