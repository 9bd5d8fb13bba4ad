"""People within an article: which full names are one person, and whom a bare surname or first name refers to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from operator import itemgetter

from ingest.entities.name_forms import SUFFIXES, Candidate
from ingest.lexicon.first_names import FIRST_NAMES, FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.gazetteer import DEMONYMS, PLACES
from ingest.lexicon.nicknames import SHORT_FOR
from ingest.lexicon.words import COMMON, FEMALE_TITLES, FUNCTION, MALE_TITLES, TITLES
from ingest.words import Words, fold

_Name = tuple[str, ...]
_PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "do", "dos", "di", "du", "van", "von", "der", "den", "bin", "al", "el"}
)
_PLAIN_TITLES = MALE_TITLES | FEMALE_TITLES | frozenset({"former", "late", "then", "first", "vice", "dr"})
"""Titles that several people of one surname may share, or that say nothing about an office."""
_LEAST_MISSPELT = 6
"""Letters of a word that may be another with a slip of the pen; shorter words are too often others."""
_MAINLY = 4
"""Full names of one person that make an article theirs, whoever of the surname comes before."""
_MOST_NEAR = 8
_MOST_NAMESAKES = 60
"""More people of one name are not told apart by it: a list of names, not an article."""


class People:
    """The people of one article, by the words of their names; a person's identity is the longest of their names."""

    def __init__(self, words: Words, candidates: Sequence[Candidate], authors: Iterable[str]) -> None:
        self._words = words
        self._recent: dict[str, tuple[_Name, int]] = {}
        self._alone: dict[str, _Name] = {}
        self.authors = tuple(tuple(map(fold, author.split())) for author in authors if " " in author)
        self._identity: dict[_Name, _Name] = {}
        self._by_word: dict[str, list[_Name]] = defaultdict(list)
        self._by_first: dict[str, list[_Name]] = defaultdict(list)
        self._gender: dict[_Name, str] = {}
        self._held: dict[_Name, set[str]] = defaultdict(set)
        self._named: Counter[_Name] = Counter()
        self._first: dict[_Name, int] = {}
        self._places: list[tuple[int, _Name]] = []
        self.surnames: set[str] = set()
        people = [candidate for candidate in candidates if candidate.type == "person"]
        full = list(
            dict.fromkeys((*self.authors, *(self._name(person) for person in people if person.last > person.first)))
        )
        for name in sorted(full, key=lambda name: -len(name)):
            self._add(name)
        for person in people:
            name = self._name(person)
            is_new = len(name) == 1 and name[0] not in self._by_word and name[0] not in self._by_first
            if is_new and not self.is_family(name[0]):
                self._add(name)
            if (identity := self._identity.get(name)) is not None and len(name) > 1:
                self._named[identity] += 1
                self._first.setdefault(identity, person.first)
                self._places.append((person.first, identity))
                self._held[identity] |= self._offices(person)
            self._note_gender(person, name)

    def refer(self, candidate: Candidate) -> _Name | None:
        """The person that a candidate names; one read after the other, a bare surname goes to the nearest before it."""
        name = self._name(candidate)
        if len(name) > 1:
            identity = self._identity.get(name)
        else:
            identity = self._choose(name[0], candidate)
            if identity is None or (candidate.type is None and self._is_ordinary(candidate)):
                return None
        if identity is not None and (len(name) > 1 or candidate.title is not None):
            here = self._words.paragraphs[candidate.first]
            self._recent[identity[-1]] = self._recent[identity[0]] = (identity, here)
        return identity

    def is_family(self, word: str) -> bool:
        """Whether a word is the plural of a surname in full names, or two of them: several people and nobody."""
        if "-" in word and word not in self._by_word:
            return all(any(len(name) > 1 for name in self._by_word.get(part, ())) for part in word.split("-"))
        for surname in (word.removesuffix("s"), word.removesuffix("es")):
            if surname != word and any(len(name) > 1 for name in self._by_word.get(surname, ())):
                return word not in self._by_word
        return False

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
        return self._soonest(bearers) if bearers else None

    def _name(self, candidate: Candidate) -> _Name:
        return tuple(self._words.folds[candidate.first : candidate.last + 1])

    def _add(self, name: _Name) -> None:
        """Another full name: that of somebody known, or of somebody new."""
        core = _core(name)
        known = self._known(core)
        self._identity[name] = known or name
        if known is not None:
            if len(core) > 1 and known not in self._by_first[core[0]]:
                self._by_first[core[0]].append(known)
            return
        for place, word in enumerate(core):
            if place or len(core) == 1:
                if word not in _PARTICLES and len(word) > 1 and not (place < len(core) - 1 and word in FIRST_NAMES):
                    self._by_word[word].append(name)
                    if word[:3] in ("al-", "el-"):
                        self._by_word[word[3:]].append(name)
            else:
                self._by_first[word].append(name)
        self.surnames.add(core[-1])
        if core[0] in FIRST_NAMES_FEMALE:
            self._gender[name] = "f" if core[0] not in FIRST_NAMES_MALE else ""
        elif core[0] in FIRST_NAMES_MALE:
            self._gender[name] = "m"

    def _known(self, core: _Name) -> _Name | None:
        """Somebody who is known already and whose name this is another form of."""
        for other in self._by_word.get(core[-1], ())[:_MOST_NAMESAKES]:
            if _are_one(core, _core(other)):
                return other
        if len(core) == 1:
            return self._misspelt(core[0])
        alike = [
            other
            for other in self._by_first.get(core[0], ())[:_MOST_NAMESAKES]
            if _is_begun_or_misspelt(core, _core(other))
        ]
        return alike[0] if len(alike) == 1 else None

    def _misspelt(self, word: str) -> _Name | None:
        """The one person whose surname a lone word is, but for a letter too many, too few or out of place."""
        if len(word) < _LEAST_MISSPELT or word in FIRST_NAMES or word in COMMON:
            return None
        alike = [
            bearers[0]
            for surname, bearers in self._by_word.items()
            if surname[0] == word[0] and len(bearers) == 1 and len(bearers[0]) > 1 and is_slip(word, surname)
        ]
        return alike[0] if len(alike) == 1 else None

    def _choose(self, word: str, candidate: Candidate) -> _Name | None:
        """The bearer of a lone name: by title, by the full name before it in its paragraph, else the one it stood for.

        An article calls one of several by the surname alone; the others keep their first names.
        """
        bearers = (self._by_word.get(word) or self._by_first.get(word) or [])[:_MOST_NAMESAKES]
        if not bearers and len(word) >= _LEAST_MISSPELT:
            return self._identity.get((word,))
        if gender := self._title_gender(candidate):
            bearers = [name for name in bearers if self._gender.get(name, "") in ("", gender)] or bearers
        if len(bearers) > 1 and (offices := self._offices(candidate)):
            bearers = [name for name in bearers if self._held[name] & offices] or bearers
        if len(bearers) > 1:
            bearers = [name for name in bearers if name not in self._named_behind(candidate)] or bearers
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        recent, paragraph = self._recent.get(word, (None, -1))
        if recent in bearers and paragraph == self._words.paragraphs[candidate.first]:
            return recent
        if self._alone.get(word) not in bearers:
            introduced = [name for name in bearers if self._first.get(name, candidate.first) < candidate.first]
            self._alone[word] = max(introduced or [self._soonest(bearers)], key=self._prominence)
        return self._alone[word]

    def _named_behind(self, candidate: Candidate) -> set[_Name]:
        """Who is named in full later in the sentence, and so is not meant by a surname before ("Lunn met Ana Lunn")."""
        place = bisect_right(self._places, candidate.last, key=itemgetter(0))
        found: set[_Name] = set()
        for first, name in self._places[place : place + _MOST_NEAR]:
            if any(self._words.opens[candidate.last + 1 : first + 1]):
                break
            found.add(name)
        return found

    def _soonest(self, names: Iterable[_Name]) -> _Name:
        """The one of some people whom the article introduces first."""
        return min(names, key=lambda name: self._first.get(name, len(self._words)))

    def _prominence(self, name: _Name) -> tuple[bool, int, int]:
        """What grows with how much an article is about somebody: mostly whoever is introduced first."""
        most = max(self._named[other] for other in (name, *self._by_word.get(_core(name)[-1], ())))
        is_main = self._named[name] == most
        return is_main and most >= _MAINLY, -self._first.get(name, len(self._words)), self._named[name]

    def _offices(self, candidate: Candidate) -> set[str]:
        """The words of a title that say which office is held."""
        if candidate.title is None:
            return set()
        return set(self._words.lows[candidate.title : candidate.first]) - _PLAIN_TITLES

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


def _is_begun_or_misspelt(short: _Name, long: _Name) -> bool:
    """Whether one of two names with the same first name begins the other, or only a letter of a surname differs.

    >>> _is_begun_or_misspelt(("norma", "lee"), ("norma", "lee", "tarrow"))
    True
    >>> _is_begun_or_misspelt(("ana", "tarow"), ("ana", "tarrow"))
    True
    """
    if len(short) > 1 and len(short) + 1 == len(long):
        return short == long[: len(short)]
    return len(short) == len(long) > 1 and short[:-1] == long[:-1] and is_slip(short[-1], long[-1], exchanged=True)


def is_slip(word: str, meant: str, *, exchanged: bool = False) -> bool:
    """Whether a word is another but for one letter too many, too few, or two in the wrong order.

    ``exchanged``: or for one letter that is another.

    >>> is_slip("bachelett", "bachelet"), is_slip("tarorw", "tarrow"), is_slip("hanson", "hansen")
    (True, True, False)
    """
    if word == meant or min(len(word), len(meant)) < _LEAST_MISSPELT - 1 or abs(len(word) - len(meant)) > 1:
        return False
    same = next(
        (place for place, (a, b) in enumerate(zip(word, meant, strict=False)) if a != b), min(len(word), len(meant))
    )
    rest, other = word[same:], meant[same:]
    if len(word) != len(meant):
        longer, shorter = (rest, other) if len(word) > len(meant) else (other, rest)
        return longer[1:] == shorter
    if rest[1:] == other[1:]:
        return exchanged
    return rest[:2] == other[1::-1] and rest[2:] == other[2:]


def _is_first_name_misspelt(name: str, other: str) -> bool:
    """Whether two first names are one; two that are known are two unless they are of one gender and much alike."""
    if not {name, other} <= FIRST_NAMES:
        return is_slip(name, other, exchanged=True)
    is_of_both = {name, other} & FIRST_NAMES_MALE and {name, other} & FIRST_NAMES_FEMALE
    return not is_of_both and min(len(name), len(other)) > _LEAST_MISSPELT and is_slip(name, other)


def _core(name: _Name) -> _Name:
    """A name without its suffix."""
    return name[:-1] if len(name) > 1 and name[-1] in SUFFIXES else name


def _are_told_apart(name: _Name, other: _Name) -> bool:
    """Whether two names have middle initials that differ.

    >>> _are_told_apart(("ana", "h.w.", "tarrow"), ("ana", "w.", "tarrow"))
    True
    """
    if len(name) != 3 or len(other) != 3:
        return False
    initials = [middle.replace(".", "") for middle in (name[1], other[1])]
    are_initials = any(len(middle) == 1 or "." in name[1] + other[1] for middle in initials)
    return are_initials and initials[0][:1] != initials[1][:1]


def _are_one(short: _Name, long: _Name) -> bool:
    """Whether two names with the same last word may be those of one person.

    >>> _are_one(("hillary", "lane"), ("hillary", "moss", "lane")), _are_one(("bill", "lane"), ("hillary", "lane"))
    (True, False)
    """
    if short[-1] != long[-1] or _are_told_apart(short, long):
        return False
    if len(short) < len(long) and short == long[len(long) - len(short) :]:
        return True
    first, other = SHORT_FOR.get(short[0], short[0]), SHORT_FOR.get(long[0], long[0])
    if first == other:
        return True
    if len(short) > 1 and len(long) > 1 and _is_first_name_misspelt(short[0], long[0]):
        return True
    return (len(first) == 1 or len(other) == 1) and first[0] == other[0]
