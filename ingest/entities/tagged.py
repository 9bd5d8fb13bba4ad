"""Names that an extractor found, brought together with those that capitals show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.entities.name_forms import Candidate
from ingest.words import Words
from kg.model import EntityType, Span

_SURE = 0.6
_SURE_IN_SMALL_LETTERS = 0.9
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name that an extractor found in the text, what kind of thing it names, and how sure it is of it."""

    span: Span
    type: EntityType
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TaggedRun:
    """A name that an extractor found, as the words from ``first`` to ``last``."""

    first: int
    last: int
    type: EntityType
    score: float


def in_words(words: Words, names: Sequence[NameFound]) -> list[TaggedRun]:
    """The names as runs of words, in text order; what holds no whole word, or too many, is left out."""
    tagged = []
    for name in names:
        first = words.at(name.span.start)
        last = bisect_left(words.starts, words.repaired.within(name.span)[1]) - 1
        if first < len(words) and first <= last < min(len(words), first + _LONGEST):
            tagged.append(TaggedRun(first, last, name.type, name.score))
    return tagged


def joined(words: Words, candidates: Sequence[Candidate], tagged: Sequence[TaggedRun]) -> list[Candidate]:
    """The candidates with the tagged names that they leave out, in text order; no two overlap.

    A tagged name that holds several candidates, or more than one, stands in their place where it is sure and none of
    them is known by name.
    """
    taken = {place: number for number, name in enumerate(candidates) for place in range(name.first, name.last + 1)}
    dropped: set[int] = set()
    added: list[Candidate] = []
    for name in tagged:
        inside = {taken[place] for place in range(name.first, name.last + 1) if place in taken}
        if name.score < _SURE or (not inside and not _may_be_name(words, name)):
            continue
        if inside and not all(_gives_way(candidates[number], name) for number in inside):
            continue
        dropped |= inside
        added.append(Candidate(name.first, name.last, name.type))
    kept = [candidate for number, candidate in enumerate(candidates) if number not in dropped]
    return sorted([*kept, *added], key=lambda candidate: candidate.first)


def _may_be_name(words: Words, name: TaggedRun) -> bool:
    """Whether a run of words that capitals do not show may be a name all the same."""
    has_capital = any(words.words[place][0].isupper() for place in range(name.first, name.last + 1))
    return has_capital or name.score >= _SURE_IN_SMALL_LETTERS


def _gives_way(candidate: Candidate, name: TaggedRun) -> bool:
    """Whether a candidate is no more than a part of an organisation's or a place's tagged name."""
    is_within = name.first <= candidate.first and candidate.last <= name.last
    is_less = candidate.last - candidate.first < name.last - name.first
    return is_within and is_less and candidate.known is None and candidate.title is None and name.type != "person"


def type_of(tagged: Sequence[TaggedRun], occurrences: Sequence[Candidate]) -> EntityType | None:
    """The type that the tagged names at the occurrences of one name speak for; none where there are none."""
    votes: dict[EntityType, float] = {}
    places = {(occurrence.first, occurrence.last) for occurrence in occurrences}
    for name in tagged:
        if (name.first, name.last) in places:
            votes[name.type] = votes.get(name.type, 0.0) + name.score
    return max(sorted(votes), key=lambda kind: votes[kind], default=None)
