"""Which names are surely one: the key that a name leads to, and the pairs of names that mean one person or body.

An entity's key is its type and the slug of its name, so equal normalised names are one entity. Beyond that only *stable
aliases* join on their own: a person's names that differ in a middle initial, the fuller names that one article uses for
one person, and an acronym with its long form. Never a surname alone, never a lone word, never across "Jr." and "III".
Everything less is a suggestion (`kg.suggest`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kg.errors import UsageError
from kg.iris import slug

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
SMALL_WORDS = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to"})
FEWEST_CAPITALS = 3
"""The capitals of an acronym whose letters are not those of its long form ("PDI" in a translated text)."""
FEWEST_ARTICLES = 2
"""The articles that must pair such an acronym with its long form: in one article it may be a slip."""

_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_LEGAL_FORM = re.compile(r"(?<=\w-)(\w+)-(?:inc|incorporated|llc|llp|ltd|plc|corp|gmbh)\Z")

Pair = tuple[str, str]
"""Two slugs: a longer and a shorter name of one thing."""


LONGEST = 500
"""Characters of a name or a reason."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
_JOINERS = "\u200c\u200d"
"""What scripts like Persian need between letters."""


def plain(text: str, what: str) -> str:
    """Text that people typed, with single spaces; refused where it says nothing or plays tricks on who reads it."""
    words = " ".join(text.split())
    if not any(char.isalnum() for char in words):
        raise UsageError(f"{what} must have letters or digits")
    if len(words) > LONGEST:
        raise UsageError(f"{what} has at most {LONGEST} characters; this has {len(words)}")
    unseen = (char for char in words if unicodedata.category(char) in _UNSEEN and char not in _JOINERS)
    if odd := next(unseen, None):
        raise UsageError(f"{what} holds a character that is not to be seen (U+{ord(odd):04X}); write it without")
    return words


@lru_cache(maxsize=1 << 16)
def key_of(kind: str, name: str) -> str:
    """The key of a name of some type of entity: its slug, with dotted acronyms written together.

    What a company adds for the law ("Inc.") is no part of it, unless it leaves a lone word.

    >>> key_of("place", "U.S."), key_of("organisation", "The U.N. Council"), key_of("person", "J.K. Rowling")
    ('us', 'un-council', 'j-k-rowling')
    >>> key_of("organisation", "Tarn Freight Inc."), key_of("organisation", "Tarn Inc.")
    ('tarn-freight', 'tarn-inc')
    """
    if kind == "person":
        return slug(name)
    key = slug(_DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name))
    return _LEGAL_FORM.sub(r"\1", key) if kind == "organisation" else key


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's full name in parts. Two with the same ``block`` differ in their middle names alone."""

    first: str
    middles: tuple[str, ...]
    last: str
    suffix: str

    @property
    def block(self) -> tuple[str, str, str]:
        """First name, last name and suffix."""
        return self.first, self.last, self.suffix

    @property
    def is_abbreviated(self) -> bool:
        """Whether the first name is an initial."""
        return len(self.first) == 1


@lru_cache(maxsize=1 << 16)
def person_name(key: str) -> PersonName | None:
    """The parts of a person's name, from its slug; none where it has no first and last name.

    >>> person_name("donald-j-trump").middles, person_name("trump"), person_name("martin-king-jr").suffix
    (('j',), None, 'jr')
    """
    words = key.split("-")
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if len(words) < 2 or not all(map(str.isalpha, words)) or len(words[-1]) == 1:
        return None
    return PersonName(words[0], tuple(words[1:-1]), words[-1], suffix)


def go_together(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether middle names may be one person's: as far as both go, equal, or one the initial of the other.

    >>> go_together(["j"], ["john", "f"]), go_together(["h", "w"], ["w"])
    (True, False)
    """
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=False))


def pairs(kind: str, names: Iterable[str]) -> set[Pair]:
    """The pairs of stable aliases among the names that one article uses for one thing, the longer name first.

    >>> sorted(pairs("organisation", ["World Health Organization", "WHO", "the agency"]))
    [('world-health-organization', 'who')]
    >>> sorted(pairs("person", ["Donald J. Trump", "Donald Trump", "Trump", "Mr. Trump"]))
    [('donald-j-trump', 'donald-trump')]
    """
    written = sorted(set(names))
    found = {p for short in written for long in written if (p := _acronym_pair(kind, short, long))}
    if kind == "person":
        keys = sorted({key_of(kind, name) for name in written if " " in name})
        found |= {p for a, b in combinations(keys, 2) if (p := _person_pair(a, b))}
    return found


def spells(acronym: str, long: str) -> bool:
    """Whether the letters of an acronym are the initials of the words of a key, with or without its small words.

    >>> spells("us", "united-states"), spells("usa", "united-states"), spells("doj", "department-of-justice")
    (True, False, True)
    """
    words = long.split("-")
    large = [word for word in words if word not in SMALL_WORDS]
    return acronym in ("".join(w[0] for w in words), "".join(w[0] for w in large))


def _acronym_pair(kind: str, short: str, long: str) -> Pair | None:
    letters, words = short.replace(".", ""), [word for word in long.split() if word.lower() not in SMALL_WORDS]
    if len(words) < 2 or long.isupper() or not all(w[0].isupper() for w in words) or not _ACRONYM.fullmatch(short):
        return None
    acronym, full = letters.lower(), key_of(kind, long)
    if spells(acronym, full) and (kind != "person" or len(letters) >= FEWEST_CAPITALS):
        return full, acronym
    if kind in ("organisation", "document") and len(letters) >= FEWEST_CAPITALS:
        return full, acronym
    return None


def _person_pair(a: str, b: str) -> Pair | None:
    one, other = person_name(a), person_name(b)
    if one is None or other is None or (one.last, one.suffix) != (other.last, other.suffix):
        return None
    if not go_together((one.first, *one.middles), (other.first, *other.middles)) and not (
        one.first == other.first and go_together(one.middles, other.middles)
    ):
        return None
    return (a, b) if _fullness(one, a) >= _fullness(other, b) else (b, a)


def _fullness(name: PersonName, key: str) -> tuple[bool, int, str]:
    return not name.is_abbreviated, len(name.middles), key


def within_block(names: Mapping[str, PersonName], paired: Callable[[str], Iterable[str]]) -> list[Pair]:
    """The pairs of keys in one block (same first and last name, same suffix) that are one person.

    The names without a middle name and those with middle initials are one, unless two of the block cannot be one
    person ("George W." and "George H. W."): then the bare name is nobody's. Full middle names, and first names that are
    initials, need an article that uses both names for one person; ``paired`` gives those of a key.
    """
    if len(names) < 2:
        return []
    keys = sorted(names)
    middled = [key for key in keys if names[key].middles]
    is_one_person = all(go_together(names[a].middles, names[b].middles) for a, b in combinations(middled, 2))
    plain = [key for key in keys if not names[key].is_abbreviated and all(len(m) == 1 for m in names[key].middles)]
    found = [(plain[0], other) for other in plain[1:]] if is_one_person else []
    for key in keys:
        for other in paired(key):
            if other in names and key < other:
                both = names[key].middles and names[other].middles
                if (both and go_together(names[key].middles, names[other].middles)) or is_one_person:
                    found.append((key, other))
    return found
