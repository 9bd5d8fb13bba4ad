"""How alike two entities' names are, with the reason in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from kg.iris import fold, slug
from kg.link.names import SMALL_WORDS, PersonName, go_together, person_name, spells
from kg.model import EntityRecord

PERSON = "person"
ALIKE = 0.84
"""From this on two spellings may be one name's (normalised Levenshtein similarity)."""
NEARLY = 0.86
"""From this on two first names may be one (Jaro-Winkler): Joe and Joseph, Maria and Marie."""
HONORIFICS = frozenset(
    re.findall(r"\w+", "mr mrs ms dr sir lord lady president senator sen rep gov governor judge prof professor")
)
MOST_NAMES = 12
"""The names of one entity that are compared."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and why. ``needs_more`` where that alone says nothing."""

    score: float
    reason: str
    needs_more: bool = False


def likeness(a: EntityRecord, b: EntityRecord) -> Likeness | None:
    """The best likeness of any names of two entities; none where they have nothing in common that counts."""
    pairs = product(_names(a), _names(b))
    if a.type != b.type:
        found = [Likeness(0.6, f"one name, “{one}”, as {a.type} and {b.type}") for one, other in pairs
                 if len(words_of(fold(one))) > 1 and fold(one) == fold(other)]  # fmt: skip
    elif a.type == PERSON:
        if _contradict(a.label, b.label):
            return None
        found = [like for one, other in pairs if (like := _people(one, other))]
    else:
        found = [like for one, other in pairs if (like := _things(one, other))]
    return max(found, key=lambda like: (not like.needs_more, like.score, like.reason), default=None)


def words_of(folded: str) -> list[str]:
    """The words of a folded name that tell something.

    >>> words_of("the department of justice"), words_of("sen. ann lee")
    (['department', 'justice'], ['ann', 'lee'])
    """
    words = re.findall(r"[^\W_]+", folded.replace(".", "" if re.fullmatch(r"(\w\.)+", folded) else " "))
    return [word for word in words if word not in SMALL_WORDS and word not in HONORIFICS]


def skeleton(word: str) -> str:
    """A name's consonants, doubled ones once: what is left of it in most misspellings.

    >>> skeleton("maraellison") == skeleton("maraelison") == "mrlsn"
    True
    """
    consonants = word[:1] + re.sub(r"[aeiouyh]", "", word[1:])
    return re.sub(r"(.)\1+", r"\1", consonants.replace("ck", "k").replace("c", "k").replace("z", "s"))


def _names(entity: EntityRecord) -> list[str]:
    """An entity's names, the fullest first; of a person no surname that its full name ends in."""
    names = [entity.label, *sorted(entity.aliases, key=lambda name: (-len(name), name))]
    if entity.type == PERSON:
        tail = f" {fold(entity.label)}"
        names = [entity.label, *(name for name in names[1:] if not tail.endswith(f" {fold(name)}"))]
    return names[:MOST_NAMES]


def _people(one: str, other: str) -> Likeness | None:
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    a, b = ("-".join(words_of(fold(name))) for name in (one, other))
    full, other_full = (person_name(key) if " " in name else None for key, name in ((a, one), (b, other)))
    if full is None or other_full is None:
        return _lone(a, b, full or other_full)
    if full.suffix != other_full.suffix and full.suffix and other_full.suffix:
        return None
    if full.last == other_full.last:
        if a == b:
            return Likeness(0.75, f"both are called “{one}”")
        if full.first == other_full.first and go_together(full.middles, other_full.middles):
            return Likeness(0.75, f"“{one}” and “{other}”: the same but for middle names")
        if not go_together(full.middles, other_full.middles):
            return None
        if full.first[0] == other_full.first[0] and 1 in (len(full.first), len(other_full.first)):
            return Likeness(0.55, f"“{one}” and “{other}”: an initial for the first name")
        if JaroWinkler.similarity(full.first, other_full.first) >= NEARLY:
            return Likeness(0.55, f"“{one}” and “{other}”: first names that are nearly the same")
        return None
    words, others = a.split("-"), b.split("-")
    if _begins(words, others):
        return Likeness(0.6, f"“{one}” and “{other}”: one name begins the other")
    alike = Levenshtein.normalized_similarity(a, b)
    if full.first == other_full.first and alike >= ALIKE and full.last[0] == other_full.last[0]:
        return Likeness(round(0.3 + 0.4 * alike, 2), f"“{one}” and “{other}”: spelt nearly the same")
    return None


def _contradict(one: str, other: str) -> bool:
    """Whether two labels cannot be one person's, whatever else an article calls either: George W. and George H. W."""
    a, b = (person_name("-".join(words_of(fold(name)))) for name in (one, other))
    return a is not None and b is not None and a.last == b.last and not go_together(a.middles, b.middles)


def _begins(one: Sequence[str], other: Sequence[str]) -> bool:
    shorter, longer = sorted((list(one), list(other)), key=len)
    return len(shorter) >= 2 and longer[: len(shorter)] == shorter


def _lone(a: str, b: str, full: PersonName | None) -> Likeness | None:
    """A surname and a full name that ends in it: by itself that says nothing."""
    lone = min((a, b), key=len)
    if full is None or "-" in lone or lone != full.last:
        return None
    return Likeness(0.4, "one surname", needs_more=True)


def _things(one: str, other: str) -> Likeness | None:
    from rapidfuzz.distance import Levenshtein

    a, b = words_of(fold(one)), words_of(fold(other))
    if not a or not b or _numbers(a) != _numbers(b):
        return None
    if a == b:
        sure = 0.8 if len(a) > 1 else 0.65 if one.isupper() else 0.5
        return Likeness(sure, f"both are called “{one}”")
    if sorted(a) == sorted(b):
        return Likeness(0.8, f"“{one}” and “{other}”: the same words")
    for short, long in ((one, other), (other, one)):
        if short.isupper() and " " in long and spells(slug(short.replace(".", "")), slug(long)):
            return Likeness(0.6, f"“{short}” are the initials of “{long}”")
    shorter, longer = sorted((a, b), key=len)
    if set(shorter) < set(longer) and len(shorter) > 1:
        return Likeness(round(0.3 + 0.4 * len(shorter) / len(longer), 2), f"“{one}” and “{other}”: one has more words")
    alike = Levenshtein.normalized_similarity(" ".join(a), " ".join(b))
    if alike >= ALIKE and len(a) == len(b) and all(x[0] == y[0] for x, y in zip(a, b, strict=True)):
        return Likeness(round(0.3 + 0.4 * alike, 2), f"“{one}” and “{other}”: spelt nearly the same")
    return None


def _numbers(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if any(c.isdigit() for c in word))
