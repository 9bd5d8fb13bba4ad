"""People within an article: which full names are one person, and whom a bare surname or first name refers to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.entities.name_forms import Candidate
from ingest.lexicon.first_names import FIRST_NAMES, FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.gazetteer import DEMONYMS, PLACES
from ingest.lexicon.words import COMMON, FEMALE_TITLES, FUNCTION, MALE_TITLES, TITLES
from ingest.words import Words, fold

_Name = tuple[str, ...]
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "do", "dos", "di", "du", "van", "von", "der", "den", "bin", "al", "el"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SHORT = dict(
    pair.split("=")
    for pair in [
        "bill=william",
        "mike=michael",
        "joe=joseph",
        "bob=robert",
        "rob=robert",
        "jim=james",
        "tom=thomas",
        "tim=timothy",
        "dan=daniel",
        "dave=david",
        "ted=edward",
        "ed=edward",
        "jeff=jeffrey",
        "chris=christopher",
        "steve=steven",
        "stephen=steven",
        "ben=benjamin",
        "ken=kenneth",
        "matt=matthew",
        "tony=anthony",
        "bernie=bernard",
        "kate=katherine",
        "liz=elizabeth",
        "don=donald",
        "ron=ronald",
        "sam=samuel",
        "alex=alexander",
        "andy=andrew",
        "greg=gregory",
        "pat=patrick",
        "nick=nicholas",
        "rick=richard",
        "dick=richard",
        "larry=lawrence",
        "jerry=gerald",
        "chuck=charles",
        "charlie=charles",
        "jack=john",
        "al=albert",
        "newt=newton",
        "mitch=mitchell",
        "hank=henry",
        "harry=henry",
        "vince=vincent",
        "joey=joseph",
        "johnny=john",
        "jimmy=james",
    ]
)
_MOST_NAMESAKES = 60
"""More people of one name are not told apart by it: a list of names, not an article."""


class People:
    """The people of one article, by the words of their names; a person's identity is the longest of their names."""

    def __init__(self, words: Words, candidates: Sequence[Candidate], authors: Iterable[str]) -> None:
        self._words = words
        self._recent: dict[str, _Name] = {}
        self.authors = tuple(tuple(map(fold, author.split())) for author in authors if " " in author)
        self._identity: dict[_Name, _Name] = {}
        self._by_word: dict[str, list[_Name]] = defaultdict(list)
        self._by_first: dict[str, list[_Name]] = defaultdict(list)
        self._gender: dict[_Name, str] = {}
        self.surnames: set[str] = set()
        people = [candidate for candidate in candidates if candidate.type == "person"]
        full = list(
            dict.fromkeys((*self.authors, *(self._name(person) for person in people if person.last > person.first)))
        )
        for name in sorted(full, key=lambda name: -len(name)):
            self._add(name)
        for person in people:
            name = self._name(person)
            if len(name) == 1 and name[0] not in self._by_word and name[0] not in self._by_first:
                self._add(name)
            self._note_gender(person, name)

    def refer(self, candidate: Candidate) -> _Name | None:
        """The person that a candidate names; one read after the other, a bare surname goes to the nearest before it."""
        name = self._name(candidate)
        if len(name) > 1:
            identity = self._identity.get(name)
        else:
            identity = self._choose(name[0], self._title_gender(candidate))
            if identity is None or (candidate.type is None and self._is_ordinary(candidate)):
                return None
        if identity is not None:
            self._recent[identity[-1]] = identity
            self._recent[identity[0]] = identity
        return identity

    def by_surname(self, surname: str) -> _Name | None:
        """The one person of a full name who bears a surname; none where several do, or nobody."""
        bearers = [
            name for name in self._by_word.get(surname, ())[:_MOST_NAMESAKES] if name[-1] == surname and len(name) > 1
        ]
        return bearers[0] if len(bearers) == 1 else None

    def in_headline(self, index: int) -> _Name | None:
        """The person whom a capitalised word of a headline names; the first in the text where several could be."""
        word = self._words.folds[index]
        if word in COMMON or self._words.words[index] in DEMONYMS or word in TITLES:
            return None
        bearers = [
            name for name in self._by_word.get(word, ())[:_MOST_NAMESAKES] if name[-1] == word
        ] or self._by_first.get(word, [])
        return bearers[0] if bearers else None

    def _name(self, candidate: Candidate) -> _Name:
        return tuple(self._words.folds[candidate.first : candidate.last + 1])

    def _add(self, name: _Name) -> None:
        """Another full name: that of somebody known, or of somebody new."""
        core = _core(name)
        for other in self._by_word.get(core[-1], ())[:_MOST_NAMESAKES]:
            if _are_one(core, _core(other)):
                self._identity[name] = other
                return
        self._identity[name] = name
        for place, word in enumerate(core):
            if place or len(core) == 1:
                if word not in _PARTICLES and len(word) > 1 and not (place < len(core) - 1 and word in FIRST_NAMES):
                    self._by_word[word].append(name)
            else:
                self._by_first[word].append(name)
        self.surnames.add(core[-1])
        if core[0] in FIRST_NAMES_FEMALE:
            self._gender[name] = "f" if core[0] not in FIRST_NAMES_MALE else ""
        elif core[0] in FIRST_NAMES_MALE:
            self._gender[name] = "m"

    def _choose(self, word: str, gender: str) -> _Name | None:
        bearers = (self._by_word.get(word) or self._by_first.get(word) or [])[:_MOST_NAMESAKES]
        if gender:
            bearers = [name for name in bearers if self._gender.get(name, "") in ("", gender)] or bearers
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        recent = self._recent.get(word)
        return recent if recent in bearers else bearers[0]

    def _is_ordinary(self, candidate: Candidate) -> bool:
        """Whether a lone word is better read as an ordinary one, or as a place."""
        index = candidate.first
        word = self._words.words[index]
        if self._words.lows[index] in FUNCTION or word in DEMONYMS:
            return True
        if word in PLACES and candidate.known is not None and word.lower() not in self._by_word:
            return True
        return (
            self._words.opens[index]
            and self._words.lows[index] in COMMON
            and self._words.folds[index] not in self.surnames
        )

    def _title_gender(self, candidate: Candidate) -> str:
        if candidate.title is None:
            return ""
        titles = self._words.lows[candidate.title : candidate.first]
        return (
            "f"
            if any(low in FEMALE_TITLES for low in titles)
            else "m"
            if any(low in MALE_TITLES for low in titles)
            else ""
        )

    def _note_gender(self, candidate: Candidate, name: _Name) -> None:
        gender = self._title_gender(candidate)
        identity = self._identity.get(name)
        if gender and identity is not None and not self._gender.get(identity):
            self._gender[identity] = gender


def _core(name: _Name) -> _Name:
    """A name without its suffix."""
    return name[:-1] if len(name) > 1 and name[-1] in _SUFFIXES else name


def _are_one(short: _Name, long: _Name) -> bool:
    """Whether two names with the same last word may be those of one person.

    >>> _are_one(("hillary", "lane"), ("hillary", "moss", "lane")), _are_one(("bill", "lane"), ("hillary", "lane"))
    (True, False)
    """
    if short[-1] != long[-1]:
        return False
    if len(short) < len(long) and short == long[len(long) - len(short) :]:
        return True
    first, other = _SHORT.get(short[0], short[0]), _SHORT.get(long[0], long[0])
    if first == other:
        return True
    return (len(first) == 1 or len(other) == 1) and first[0] == other[0]
