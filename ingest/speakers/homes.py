"""Where people are from and which party they are of, as descriptions of them say ("the Ohio Republican")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.lexicon.gazetteer import STATES
from ingest.lexicon.words import listed
from ingest.relations.named import named_between
from ingest.relations.roles import Held, Place, named_at
from ingest.speakers.phrases import Phrase
from ingest.words import Words, fold
from kg.model import Referent

_PARTIES = {
    word: words.split()[0]
    for words in ("republican gop r", "democratic democrat d", "libertarian l", "green", "labour", "conservative tory")
    for word in words.split()
}
"""Words, and letters behind names, that say which party somebody is of, and the one that stands for all of it."""
_LETTERS = listed("r d l i")


class Homes:
    """The places and parties that people are told with: "Senator Lima (R-Ohio)", "Ana Lima, a Democrat from Ohio"."""

    def __init__(
        self, words: Words, named: Sequence[Place], referents: Sequence[Referent], held: Iterable[Held]
    ) -> None:
        self._words = words
        self._named = named
        self._referents = referents
        self._places: dict[int, set[int]] = defaultdict(set)
        self._parties: dict[int, set[str]] = defaultdict(set)
        for role in held:
            self._parties[role.subject] |= _parties(fold(role.role).replace("-", " ").split())
            if role.body is not None and referents[role.body].type == "place":
                self._places[role.subject].add(role.body)
        for name in named:
            if referents[name.referent].type == "person":
                self._read(name)

    def contradicts(self, who: int, phrase: Phrase) -> bool:
        """Whether a description names another party than somebody's, or another state than the only one known."""
        told, own = self._told_parties(phrase), self._parties.get(who)
        if told and own and told.isdisjoint(own):
            return True
        states = {place for place in self._told_places(phrase) if self._is_state(place)}
        homes = {place for place in self._places.get(who, ()) if self._is_state(place)}
        return bool(states) and bool(homes) and states.isdisjoint(homes)

    def confirms(self, who: int, phrase: Phrase) -> bool:
        """Whether somebody is told with the place that a description names, with the party where it names no place."""
        if self.contradicts(who, phrase):
            return False
        if places := self._told_places(phrase):
            return not places.isdisjoint(self._places.get(who, ()))
        return not self._told_parties(phrase).isdisjoint(self._parties.get(who, ()))

    def are_told(self, phrase: Phrase) -> bool:
        """Whether a description names a place or a party."""
        return bool(self._told_parties(phrase) or self._told_places(phrase))

    def _told_parties(self, phrase: Phrase) -> set[str]:
        return _parties(word for word in fold(phrase.text).split() if word not in _LETTERS)

    def _told_places(self, phrase: Phrase) -> set[int]:
        inside = {name.referent for name in named_between(self._named, phrase.first, phrase.last + 1)}
        return {who for who in inside if self._referents[who].type == "place"}

    def _is_state(self, place: int) -> bool:
        return self._referents[place].name in STATES

    def _read(self, name: Place) -> None:
        """Takes in what stands behind a name: "(R-Ohio)", ", D-Ohio", ", a Republican from Ohio"."""
        words, place = self._words, name.last + 1
        if place >= len(words) or words.after(name.last) not in (" (", ", "):
            return
        place += words.lows[place] == "a" and words.before(place) == ", "
        low = words.lows[place] if place < len(words) else ""
        is_letter = low in _LETTERS and words.words[place].isupper() and words.after(place)[:1] in ("-", "‑", ")")
        if not is_letter and (low not in _PARTIES or words.lows[place + 1 : place + 2] not in (["of"], ["from"])):
            return
        self._parties[name.referent] |= _parties([low])
        home = named_at(self._named, place + 1 + (not is_letter))
        if home is not None and self._referents[home.referent].type == "place":
            self._places[name.referent].add(home.referent)


def _parties(words: Iterable[str]) -> set[str]:
    return {_PARTIES[word] for word in words if word in _PARTIES}
