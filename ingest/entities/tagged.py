"""Names that an extractor found, brought together with those that capitals show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from ingest.entities.known import known_at
from ingest.entities.lookalikes import is_blocked
from ingest.entities.name_forms import LINKS, PARTICLES, Candidate
from ingest.entities.nobody import BEHIND_NAMES
from ingest.lexicon.words import COMMON, FUNCTION, ROLES
from ingest.words import Words
from kg.model import EntityType, Span

_SURE = 0.6
_SURE_IN_SMALL_LETTERS = 0.9
_SURE_WITHIN = 0.8
_LONGEST = 12
_SMALL = FUNCTION | LINKS - PARTICLES


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
        first, last = _bare(words, first, _unglued(words, first, last))
        if first < len(words) and first <= last < min(len(words), first + _LONGEST):
            tagged.append(TaggedRun(first, last, name.type, name.score))
    return tagged


def _unglued(words: Words, first: int, last: int) -> int:
    """The last word of a run up to where another has run together with it ("Armed forcesLunn")."""
    for place in range(first + 1, last + 1):
        if place < len(words) and not words.before(place):
            return place - 1
    return last


def _bare(words: Words, first: int, last: int) -> tuple[int, int]:
    """A run without the small words that it begins and ends with; one of small words alone stays as it is."""
    begin, end = first, last
    has_capital = any(not words.words[place].islower() for place in range(first, last + 1))
    while begin < end and words.words[begin].islower() and words.lows[begin] not in PARTICLES:
        if not has_capital and words.lows[begin] not in _SMALL:
            break
        begin += 1
    while end > begin and words.words[end].isupper() and words.lows[end] in BEHIND_NAMES:
        end -= 1
    if end > begin + 1 and words.lows[end] == "pac" and words.words[end - 1] == "super":
        end -= 2
    while end > begin and words.words[end].islower() and (words.lows[end] in _SMALL or _is_role(words, begin, end)):
        end -= 1
    return begin, end


def _is_role(words: Words, begin: int, end: int) -> bool:
    """Whether a word in small letters says who somebody is at the body named before it ("CBE inspector")."""
    return words.lows[end] in ROLES and all(words.words[place][0].isupper() for place in range(begin, end))


def joined(
    words: Words, candidates: Sequence[Candidate], tagged: Sequence[TaggedRun], barred: Container[int] = ()
) -> list[Candidate]:
    """The candidates with the tagged names that they leave out, in text order; no two overlap.

    A tagged name that holds several candidates, or more than one, stands in their place where it is sure and none of
    them is known by name; one that is part of a candidate which no word of its own tells stands in its place.
    ``barred`` are words that name nobody.
    """
    taken = {place: number for number, name in enumerate(candidates) for place in range(name.first, name.last + 1)}
    dropped: set[int] = set()
    added: list[Candidate] = []
    for name in tagged:
        if any(place in barred for place in range(name.first, name.last + 1)):
            continue
        inside = {taken[place] for place in range(name.first, name.last + 1) if place in taken}
        if name.score < _SURE or (not inside and not _may_be_name(words, name)):
            continue
        if words.headline[name.first]:
            added += _in_headline(words, name)
            continue
        if inside and not all(_gives_way(candidates[number], name) for number in inside):
            continue
        if sum(candidates[number].type == "organisation" for number in inside) > 1:
            continue
        dropped |= inside
        added.append(Candidate(name.first, name.last, None if _must_be_heard(words, name) else name.type))
    kept = [candidate for number, candidate in enumerate(candidates) if number not in dropped]
    return sorted([*kept, *added], key=lambda candidate: candidate.first)


def _in_headline(words: Words, name: TaggedRun) -> list[Candidate]:
    """A tagged name where capitals say nothing: as a known name where it begins with one, none of ordinary words."""
    known = known_at(words, name.first, name.last)
    if known is not None and (known[0] > name.first or name.first == name.last):
        return [Candidate(name.first, known[0], known[1], known=known[2])]
    places = range(name.first, name.last + 1)
    if any(words.lows[place] in FUNCTION - LINKS or words.lows[place].endswith("ing") for place in places[1:]):
        return []  # a sentence rather than a name
    is_shouted = name.last - name.first > 3 and all(words.words[place].isupper() for place in places)
    if is_shouted or all({words.lows[place], words.lows[place].removesuffix("s")} & COMMON for place in places):
        return []
    return [Candidate(name.first, name.last, None if _must_be_heard(words, name) else name.type)]


def _may_be_name(words: Words, name: TaggedRun) -> bool:
    """Whether a run of words that capitals do not show may be a name all the same."""
    if is_blocked(words, name.first, name.last):
        return False
    places = range(name.first, name.last + 1)
    if all(words.lows[place] in FUNCTION for place in places):
        return False
    has_capital = any(words.words[place][0].isupper() for place in places)
    return has_capital or name.score >= _SURE_IN_SMALL_LETTERS


def _must_be_heard(words: Words, name: TaggedRun) -> bool:
    """Whether a name is one word, so that the words around it have a say in its type."""
    return name.first == name.last and words.words[name.first][0].isupper()


def _gives_way(candidate: Candidate, name: TaggedRun) -> bool:
    """Whether a candidate is no more than a part of an organisation's or a place's tagged name, or no more than it."""
    is_bare = candidate.known is None and candidate.title is None
    if candidate.first <= name.first and name.last <= candidate.last:
        is_more = candidate.last - candidate.first > name.last - name.first
        is_long = name.last > name.first
        return is_more and is_long and is_bare and candidate.type is None and name.score >= _SURE_WITHIN
    is_within = name.first <= candidate.first and candidate.last <= name.last
    is_less = candidate.last - candidate.first < name.last - name.first
    return is_within and is_bare and is_less and name.type != "person"
