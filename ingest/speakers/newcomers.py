"""Names of speakers that were not known as names: who or what they are, the same words one referent."""

from __future__ import annotations

from ingest.entities.evidence import PLACE_MARKS, apposed
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.words import COMMON, TITLES
from ingest.speakers.phrases import Phrase
from ingest.words import Words, fold
from kg.model import EntityType, Referent

_ASKING = {"Q": "interviewer", "Question": "interviewer", "Interviewer": "interviewer"}
"""What stands before a question in an interview, and what it means."""
_MOST_NAMES = 3
_LONGEST_ACRONYM = 5
"""Letters: a longer word in capitals that opens a line is where the story was filed."""


class Newcomers:
    """The names of one article that only its speakers' words tell; new ones are added to ``referents``."""

    def __init__(self, words: Words, referents: list[Referent]) -> None:
        self._words = words
        self._referents = referents
        self._known: dict[str, int] = {}
        self._located = [
            place
            for place in range(len(words))
            if (words.joined[place] and words.lows[place - 1] in PLACE_MARKS)
            or (words.opens[place] and words.words[place].isupper() and len(words.words[place]) > _LONGEST_ACRONYM)
        ]

    def asking(self, phrase: Phrase) -> Referent | None:
        """Whoever asks in an interview, where the words mark a question."""
        text = self._words.text(self._past_titles(phrase), phrase.last)
        return Referent("person", _ASKING[text], (), named=False) if text in _ASKING else None

    def refer(self, phrase: Phrase) -> int:
        """The referent of a name: somebody of that name or surname who is known, else somebody new."""
        first = self._past_titles(phrase)
        text = " ".join(self._words.text(first, phrase.last).split())
        key = fold(text)
        if not self._known:
            for number, referent in reversed(list(enumerate(self._referents))):
                if referent.named and referent.type == "person":
                    self._known[fold(referent.name).split(" ")[-1]] = number
            self._known.update({fold(who.name): number for number, who in enumerate(self._referents) if who.named})
        if key not in self._known:
            self._known[key] = len(self._referents)
            self._referents.append(Referent(self._type(first, phrase.last, has_title=first > phrase.first), text))
        return self._known[key]

    def _past_titles(self, phrase: Phrase) -> int:
        first = phrase.first
        while first < phrase.last and self._words.lows[first] in TITLES:
            first += 1
        return first

    def _type(self, first: int, last: int, *, has_title: bool) -> EntityType:
        """What an apposition calls it, else what its words look like."""
        words = self._words
        is_full = last > first and words.lows[first] in FIRST_NAMES and words.lows[last] not in COMMON
        if has_title or (is_full and (last - first < _MOST_NAMES or len(words.words[first + 1]) == 1)):
            return "person"
        kind, _ = apposed(words, last)
        if kind is not None:
            return kind
        if any(words.folds[first] == words.folds[place] for place in self._located):
            return "place"
        places = range(first, last + 1)
        is_plain = all(words.lows[place] not in COMMON and not words.words[place].isupper() for place in places)
        return "person" if is_plain and len(places) <= _MOST_NAMES and words.words[first] != "The" else "organisation"
