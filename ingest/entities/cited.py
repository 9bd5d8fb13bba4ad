"""Documents that a text cites by a name or a description that tells which one: polls, reports, studies, laws.

The words "the poll" or "this law" behind such a one are another mention of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.entities.document_kinds import LAWS, dated, deals_with, is_document_of, widened
from ingest.entities.lookalikes import CASE_NOUNS
from ingest.entities.name_forms import Key
from ingest.lexicon.words import (
    CALENDAR,
    CITED_NOUNS,
    FUNCTION,
    PERSON_NOUNS,
    PERSON_VERBS,
    SPEECH_VERBS,
    SUBJECTS,
    listed,
)
from ingest.words import Words

_DETERMINERS = listed(
    """
    a an the this that these those its their his her new latest recent another one two three several
    """
)
_MODIFIERS = listed(
    """
    new latest recent national annual first second third fourth final earlier previous joint nationwide online
    """
)
_LONGEST = 7
_QUALIFIED = listed(
    """
    firm firms school schools enforcement professor student students degree clerk office officer officers center
    centre suit maker makers card cards room station stations worker workers watchers booth booths number numbers
    result results data average averages question questions respondents director manager author authors commission
    committee leader leaders spokesman spokeswoman convention board
    """
)
_ALSO_VERBS = listed("report survey")
"""Nouns that are verbs too: documents only where it is said whose or which ("Lima officials report …")."""
_MANY = frozenset({"polls", "surveys", "studies", "reports"})
_PLURALS = listed(
    "arms news sales sports rights politics economics jobs drugs ethics weapons prices elections materials"
)
"""Words that end like a verb, and qualify a noun all the same ("sales report")."""
_BY_WHOM = listed("congressional parliamentary senate presidential")
_BY_BODIES = listed("report inquiry study investigation petition")
"""What is as good as named where an article speaks of one body's."""
_CLASSES: tuple[frozenset[str], ...] = (
    frozenset({"poll", "survey", "barometer"}),
    frozenset({"report", "audit", "dossier", "index"}),
    frozenset({"study", "analysis", "paper"}),
    frozenset({"law", "act", "bill", "statute"}),
    frozenset({"treaty", "agreement", "accord", "convention", "protocol", "deal", "pact"}),
    frozenset({"memo", "memorandum"}),
    frozenset({"programme", "program"}),
)
"""Nouns that call one document by turns."""
_CLASS_OF = {noun: number for number, nouns in enumerate(_CLASSES) for noun in nouns}
_POINTING = frozenset({"the", "this", "that"})
_NEAR = 3
"""Paragraphs within which "the poll" takes up one of several polls."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A cited document: its words from ``first`` to ``last``, its key, and whether they name it or only take it up."""

    first: int
    last: int
    key: Key
    is_named: bool = True


def documents(words: Words, taken: Container[int], known: Sequence[Cited] = ()) -> list[Cited]:
    """The mentions of cited documents, in text order, with those ``known`` by their names alone.

    ``taken`` are the words that belong to names.
    """
    found_by_name = (
        replace(one, first=widened(words, one.first, one.last, taken), last=dated(words, one.last)) for one in known
    )
    found = {(one.first, one.last): one for one in (*_named(words, taken), *found_by_name)}
    named = _as_one(words, sorted(found.values(), key=lambda one: one.first))
    inside = {place for one in named for place in range(one.first, one.last + 1)}
    again = _taken_up(words, named, inside) if named else []
    return sorted([*named, *again], key=lambda one: one.first)


def _named(words: Words, taken: Container[int]) -> Iterator[Cited]:
    for index in range(len(words)):
        low = words.lows[index]
        if low not in CITED_NOUNS or words.headline[index] or words.possessive[index] or low in _MANY:
            continue
        if (index in taken and words.words[index][0].isupper()) or _only_qualifies(words, index):
            continue
        found = _named_before(words, index, taken) or _named_behind(words, index, taken)
        if found is not None:
            first, last = found
            yield Cited(first, last, ("document", *words.folds[first : last + 1]))


def _as_one(words: Words, named: Sequence[Cited]) -> list[Cited]:
    """The documents, those of one kind whose names and years are all among another's with that one's key."""
    told = {one.key: _telling(words, one) for one in named}
    heads = {one.key: _class_of(words, one) for one in named}
    keys: dict[Key, Key] = {}
    for key, telling in told.items():
        fuller = [other for other in told if telling and heads[other] == heads[key] and telling < told[other]]
        alike = [
            other
            for other in told
            if other == key or (telling and heads[other] == heads[key] and telling == told[other])
        ]
        longest = [other for other in fuller if not any(told[other] < told[further] for further in fuller)]
        keys[key] = longest[0] if len(longest) == 1 else alike[0]
    return [replace(one, key=keys[keys[one.key]]) for one in named]


def _telling(words: Words, one: Cited) -> frozenset[str]:
    """The names and years in the words for a document."""
    return frozenset(
        words.folds[place]
        for place in range(one.first, one.last + 1)
        if (words.words[place][0].isupper() or words.words[place].isdigit()) and words.lows[place] not in FUNCTION
        and words.lows[place] not in _CLASS_OF
    )  # fmt: skip


def _class_of(words: Words, one: Cited) -> int | str:
    head = next(
        (words.lows[place] for place in range(one.last, one.first - 1, -1) if words.lows[place] in CITED_NOUNS), ""
    )
    return _CLASS_OF.get(head, head)


def _taken_up(words: Words, named: Sequence[Cited], inside: Container[int]) -> Iterator[Cited]:
    """The mentions by a noun alone that take up a document named before: "the poll", "this law"."""
    by_class: dict[int | str, list[Cited]] = defaultdict(list)
    for one in named:
        by_class[_class_of(words, one)].append(one)
    for index in range(1, len(words)):
        low = words.lows[index]
        if low not in _CLASS_OF or index in inside or words.headline[index] or not words.joined[index]:
            continue
        first = index - 1
        if words.lows[first] in ("new", "same", "latest") and first and words.joined[first]:
            first -= 1
        if words.lows[first] not in _POINTING or _only_qualifies(words, index) or _is_told_apart(words, index):
            continue
        meant = _nearest(words, by_class[_CLASS_OF[low]], index)
        if meant is not None:
            yield Cited(first, index, meant.key, is_named=False)


def _is_told_apart(words: Words, index: int) -> bool:
    """Whether the words behind a noun say which one is meant ("the law of the sea", "the report on fishing")."""
    follows = index + 1
    return follows < len(words) and words.joined[follows] and words.lows[follows] in ("of", "by", "from", "on", "that")


def _nearest(words: Words, named: Sequence[Cited], index: int) -> Cited | None:
    """The document that is meant: the only one, or the last of several not far before."""
    before = [one for one in named if one.last < index]
    if not before:
        return None
    if len({one.key for one in before}) == 1:
        return before[-1]
    near = words.paragraphs[index] - words.paragraphs[before[-1].first] < _NEAR
    return before[-1] if near else None


def _only_qualifies(words: Words, index: int) -> bool:
    """Whether the noun only says what kind of thing the next is ("law firm", "bill collector")."""
    follows = index + 1
    if follows >= len(words) or not words.joined[follows]:
        return False
    low = words.lows[follows]
    return low in _QUALIFIED or low in PERSON_NOUNS or low.removesuffix("s") in PERSON_NOUNS


def _named_before(words: Words, head: int, taken: Container[int]) -> tuple[int, int] | None:
    """The document told by the words before its noun: "the 1998 fisheries law", "an Ipsos poll"."""
    first = head
    while first and head - first < _LONGEST and (_continues(words, first) or _is_within(words, first, taken)):
        first -= 1
    while first < head and (
        (words.lows[first] in _MODIFIERS and first not in taken) or not _identifies(words, first, taken)
    ):
        first += 1
    if words.lows[head] in CASE_NOUNS:
        case = max([first, *(place + 1 for place in range(first, head) if place in taken)])
        is_called = case < head and words.words[head - 1][0].isupper() and words.lows[head - 1] not in CALENDAR
        first = case if is_called else head if words.lows[head] == "decision" else first
    if first == head or not is_document_of(words, first, head):
        return None
    before = words.lows[first - 1] if first else ""
    is_owned = any(words.possessive[max(first - 1, 0) : head]) or words.before(first + 1) in ("’ ", "' ")
    is_bounded = is_owned or before in _DETERMINERS | _MODIFIERS
    lower = sum(words.words[place].islower() for place in range(first, head))
    if (lower or words.lows[head] in LAWS | _ALSO_VERBS) and not is_bounded:
        return None
    return first, dated(words, head)


def _is_within(words: Words, first: int, taken: Container[int]) -> bool:
    """Whether "of" joins a word to the one before within a name ("a University of Strand poll")."""
    is_joined = "of" in words.lows[first - 1 : first + 1] and words.joined[first]
    return is_joined and first in taken and first - 1 in taken


def _continues(words: Words, first: int) -> bool:
    """Whether the word before ``first`` is part of the same noun phrase."""
    before = first - 1
    low = words.lows[before]
    if low in FUNCTION and low not in CALENDAR and low not in _MODIFIERS:
        return False
    if (
        low in SPEECH_VERBS
        or low in PERSON_VERBS
        or low in PERSON_NOUNS
        or (words.opens[first] and not words.joined[first])
    ):
        return False
    if (
        words.words[before].islower()
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low not in _PLURALS | SUBJECTS
    ):
        return words.possessive[before]
    return words.joined[first] or words.after(before) in ("/", "-", "’s ", "'s ")


def _identifies(words: Words, index: int, taken: Container[int]) -> bool:
    """Whether a word of a description tells one document from others: a name or a year."""
    word = words.words[index]
    if words.lows[index] in _MODIFIERS and index not in taken:
        return False
    if word.isdigit():
        return len(word) == 4
    if deals_with(words, index):
        return True
    if words.lows[index] in _BY_WHOM and words.joined[index + 1] and words.lows[index + 1] in _BY_BODIES:
        return True
    return word[0].isupper() and (index in taken or (len(word) > 1 and not words.opens[index]))


def _named_behind(words: Words, head: int, taken: Container[int]) -> tuple[int, int] | None:
    """The document told by the name behind its noun: "a report by the World Bank"."""
    follows = head + 1
    if follows + 1 >= len(words) or not words.joined[follows] or words.lows[follows] not in ("by", "from"):
        return None
    if words.lows[head] in ("plan", "strategy"):
        return None
    if words.words[head].endswith("s") and words.lows[head] not in ("census", "analysis"):
        return None
    place = follows + 1
    if words.lows[place] in ("the", "a") and words.joined[place]:
        place += 1
    if place >= len(words) or place not in taken or not words.joined[place]:
        return None
    last = place
    while last + 1 < len(words) and last + 1 in taken and words.joined[last + 1] and last - place < 8:
        last += 1
    return head, last
