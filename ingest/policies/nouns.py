"""Which words name a measure: the head of a noun phrase, the verb and its object, the name of a law."""

from __future__ import annotations

from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.pronouns import POSSESSIVE
from ingest.lexicon.words import listed
from ingest.policies.measures import (
    ACTING,
    COURSES,
    CREATED,
    DEGREES,
    EMPTY,
    GENERAL,
    LAWS,
    LOOSE_VERBS,
    MEANS,
    NO_NOUNS,
    NOUNS,
    NUMBERS,
    SINGLE,
    STRONG_VERBS,
    TIMES,
    UNFIT,
    VAGUE,
    VAGUE_MODIFIERS,
    VERBS,
)
from ingest.policies.naming import stem
from ingest.policies.phrases import DETERMINERS, JOINING, PRONOUNS, head_at, head_of
from kg.model import Span

_ING_ADJECTIVES = listed("existing binding sweeping far-reaching rising ongoing housing building mining training")
_PRAISE = DEGREES | GENERAL | listed("good bad some own important tough strong")
OWN = POSSESSIVE - {"whose"}
_OTHERS = listed("other another others that")
_MODIFIED = listed(
    "power powers rights role line leave care increase support system architecture capacity presence agenda"
)
"""Heads that need a word before them."""
_EXCEPTIONAL = frozenset({"state", "of", "emergency"})
_MAKING = (NOUNS | MEANS) - {"support"}
"""Nouns that make a measure of a verb that says little."""


def says_something(phrase: str) -> bool:
    """Whether a verb's object is neither empty, nor somebody's own, nor too general to be a policy."""
    words = phrase.lower().split()
    is_told = words[0] in STRONG_VERBS and _object_head(phrase) != words[-1]
    is_empty = not is_told and _object_head(phrase) in EMPTY - VAGUE - TIMES
    return not (is_empty or _is_personal(phrase) or _is_general(phrase))


def _is_personal(phrase: str) -> bool:
    """Whether the object is somebody's own ("raise their hands") and no noun makes a measure of it."""
    words = phrase.lower().split()
    is_ours = words[0] in LOOSE_VERBS and not {"our", "my", "your"}.isdisjoint(words)
    return is_ours or (words[1] in OWN and _MAKING.isdisjoint(words[2:]))


def _is_general(phrase: str) -> bool:
    """Whether the object leaves open which law or plan is meant ("introduce a new bill")."""
    words = phrase.lower().split()[1:]
    told = [word for word in words if word not in _PRAISE | DETERMINERS and singular(word) not in GENERAL]
    return not told and words[-1] != "regulation"


def _object_head(phrase: str) -> str:
    """The head of what stands behind the verb, in lower case."""
    return head_of(phrase.lower().split()[1:])


def verbs_of(word: str) -> frozenset[str]:
    """The measure verbs whose gerund a word is, in lower case."""
    if not word.endswith("ing") or len(word) < 6:
        return frozenset()
    stem = word[:-3].lower()
    return frozenset({stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem} & VERBS)


def has_noun(phrase: str) -> bool:
    """Whether a noun behind the first word names a measure."""
    return not _MAKING.isdisjoint(phrase.lower().split()[1:])


def is_measure(text: str, span: Span, *, strict: bool) -> bool:
    """Whether a noun phrase names a measure and not somebody, nobody or something unsaid."""
    words = span.of(text).split()
    head = head_of(words).lower().strip(".'’")
    first = words[0].lower()
    if (
        head in PRONOUNS
        or first in UNFIT
        or not _OTHERS.isdisjoint(words)
        or (first == head and head in _MODIFIED)
        or (words[0].endswith(("'s", "’s")) and head.endswith("ing"))
    ):
        return False
    if is_law(words) or head in SINGLE or _EXCEPTIONAL.issubset(map(str.lower, words)):
        return True
    if not strict and head in CREATED and len(words) > 1 and (first == "new" or _is_one(text, span.start)):
        return True
    if head in ("action", "power"):
        return len(words) > 1 and words[head_at(words) - 1].lower() in ACTING
    if head in COURSES:
        is_owned = words[0].endswith(("'s", "’s"))
        return is_owned or (len(words) > 2 and not words[0][0].isupper() and NUMBERS.isdisjoint(words))
    if head not in NOUNS and verbs_of(head) and len(words) > 2:
        return _has_of(words)
    if (
        singular(head) in GENERAL
        and not {word.lower() for word in words[:-1]} - _PRAISE
        and head_at(words) == len(words) - 1
    ):
        return False
    if first.endswith("ing") and head not in NOUNS and "-" not in first and first not in _ING_ADJECTIVES | NOUNS:
        return False
    is_empty = head in EMPTY or (is_plural(head) and head not in NOUNS and singular(head) in EMPTY)
    if len(words) < 2 or head in NO_NOUNS or (is_empty and not _is_told(words, head)):
        return False
    if all(word[0].isupper() for word in words if word not in JOINING | DETERMINERS | {"and"}):
        return False
    return not strict or head in NOUNS or (len(words) > 1 and _is_done(head) and _has_of(words))


def _is_one(text: str, start: int) -> bool:
    """Whether an indefinite article stands before a phrase: what is called for is not there yet."""
    return text[max(0, start - 4) : start].lower().split()[-1:] in (["a"], ["an"])


def _is_done(head: str) -> bool:
    """Whether a noun ends in -tion and names what a measure's verb does ("creation", "reauthorisation")."""
    noun = singular(head) if is_plural(head) else head
    if not noun.endswith(("tion", "sion")):
        return False
    stems = {noun[:-3], noun[:-3] + "e", noun[:-5], noun[:-5] + "e"}
    return stem(noun) != noun or not VERBS.isdisjoint(stems | {verb.removeprefix("re") for verb in stems})


def _has_of(words: list[str]) -> bool:
    """Whether "of" follows the head, and so says what is done to whom."""
    return words[head_at(words) + 1 : head_at(words) + 2] == ["of"]


def _is_told(words: list[str], head: str) -> bool:
    """Whether a noun before a vague head says which policy is meant ("prevention policies")."""
    if head not in VAGUE:
        return False
    index = head_at(words)
    before = words[index - 1].lower() if index else ""
    is_adjective = before.endswith(("al", "ic", "ous", "ive", "able", "ed")) or before in VAGUE_MODIFIERS | DETERMINERS
    return (
        before.isalpha() and (index == 1 or words[index - 1].islower()) and not is_adjective and before not in DEGREES
    )


def is_law(words: list[str]) -> bool:
    """Whether the words name a law, a treaty or a programme ("Clean Harbours Act")."""
    head = head_of(words)
    return len(words) > 1 and words[0][0].isupper() and head[0].isupper() and head.lower() in LAWS
