"""How near what an extractor found comes to what people marked: pairing, counting, figures.

A claim is found where its content and that of a marked claim share at least half of their characters (Jaccard), each
with at most one partner, the best pairs first. Of a pair, the speaker is right where the words for it overlap those
marked and are at most twice as long, or where both have none; the cue likewise. Claims inside claims are scored apart.
``python tests/eval/score.py`` does what ``python -m tests.eval`` does.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import category, normalize

SHARED = 0.5
"""The least Jaccard of two contents that are one claim."""
LONGEST = 2
"""How many times as long as marked the words for a speaker or a cue may be."""

Tally = Counter[tuple[str, str]]
"""How many were ``marked``, ``found`` and ``right``, by measure: ``tally["claims", "right"]``."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as sets of character offsets. ``called`` are the folded names of its speaker, where it has one."""

    content: frozenset[int]
    speaker: frozenset[int] = frozenset()
    cue: frozenset[int] = frozenset()
    mode: str | None = None
    type: str | None = None
    called: frozenset[str] = frozenset()
    embedded: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name's place and type."""

    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person marked in a text, or one extractor found. ``names`` is none where nobody marked names."""

    statements: tuple[Statement, ...]
    names: frozenset[Name] | None = None

    def top(self) -> list[Statement]:
        """The statements that are inside no other."""
        return [statement for statement in self.statements if not statement.embedded]

    def inner(self) -> list[Statement]:
        """The statements inside others."""
        return [statement for statement in self.statements if statement.embedded]


@dataclass(frozen=True, slots=True)
class Figure:
    """How many were marked, how many found, how many of these right. Rates are in percent.

    >>> figure = Figure(marked=4, found=2, right=1)
    >>> figure.precision, figure.recall, round(figure.f1, 1)
    (50.0, 25.0, 33.3)
    """

    marked: float
    found: float
    right: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what was marked that was found and right."""
        return 100 * self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.marked + self.found
        return 200 * self.right / both if both else 0.0


_HANDLE = re.compile(r"(?:the|mr|mrs|ms|miss|dr)\b\.? ")


def fold(name: str) -> str:
    """A name without case, accents, article and form of address, to compare by.

    >>> fold("The Ibáñez Clinic"), fold("Mr. Oakes")
    ('ibanez clinic', 'oakes')
    """
    plain = "".join(c for c in normalize("NFKD", name) if category(c) != "Mn")
    folded = " ".join(plain.casefold().split())
    handle = _HANDLE.match(folded)
    return folded[handle.end() :] if handle else folded


def pairs(marked: Sequence[Statement], found: Sequence[Statement]) -> list[tuple[int, int]]:
    """The indices of marked and found statements that are one claim, the best pairs first."""
    near = []
    for i, one in enumerate(marked):
        for j, other in enumerate(found):
            common = len(one.content & other.content)
            share = common / (len(one.content) + len(other.content) - common) if common else 0.0
            if share >= SHARED:
                near.append((share, i, j))
    chosen: list[tuple[int, int]] = []
    taken_marked, taken_found = set[int](), set[int]()
    for _, i, j in sorted(near, reverse=True):
        if i not in taken_marked and j not in taken_found:
            taken_marked.add(i)
            taken_found.add(j)
            chosen.append((i, j))
    return chosen


def same(marked: frozenset[int], found: frozenset[int]) -> bool:
    """Whether the words found for a speaker or a cue are those marked, near enough."""
    if not marked:
        return not found
    return bool(marked & found) and len(found) <= LONGEST * len(marked)


def tally(marked: Reading, found: Reading) -> Tally:
    """What was marked, found and right in one text, by measure."""
    counted: Tally = Counter()
    _tally_claims(counted, marked.top(), found.top())
    _tally_characters(counted, marked.top(), found.top())
    if any(statement.mode for statement in marked.statements):
        inner, theirs = marked.inner(), found.inner()
        _count(counted, "embedded", len(inner), len(theirs), len(pairs(inner, theirs)))
    if marked.names is not None:
        _tally_names(counted, marked.names, found.names or frozenset())
    return counted


def _count(counted: Tally, measure: str, marked: int, found: int, right: int) -> None:
    counted[measure, "marked"] += marked
    counted[measure, "found"] += found
    counted[measure, "right"] += right


def _tally_claims(counted: Tally, marked: Sequence[Statement], found: Sequence[Statement]) -> None:
    """Claims, by mode too, and what of a found claim is right: a spurious claim counts for the mode it was given."""
    paired = pairs(marked, found)
    both = [(marked[i], found[j]) for i, j in paired]
    speakers = [same(one.speaker, other.speaker) for one, other in both]
    cues = [same(one.cue, other.cue) for one, other in both]
    for measure, right in (
        ("claims", len(both)),
        ("speakers", sum(speakers)),
        ("cues", sum(cues)),
        ("whole", sum(speaker and cue for speaker, cue in zip(speakers, cues, strict=True))),
    ):
        _count(counted, measure, len(marked), len(found), right)
    modes = sorted({one.mode for one in marked if one.mode})
    if not modes:
        return
    _rate(counted, "modes", [one.mode == other.mode for one, other in both])
    _rate(counted, "types", [one.type == other.type for one, other in both])
    _rate(counted, "named speakers", [bool(one.called & other.called) for one, other in both if one.called])
    spurious = Counter(found[j].mode for j in set(range(len(found))) - {j for _, j in paired})
    for mode in sorted({*modes, *(mode for mode in spurious if mode)}):
        right = sum(one.mode == mode for one, _ in both)
        _count(counted, f"claims: {mode}", sum(one.mode == mode for one in marked), right + spurious[mode], right)


def _rate(counted: Tally, measure: str, right: Sequence[bool]) -> None:
    """Counts a share of the claims that were found."""
    _count(counted, measure, len(right), len(right), sum(right))


def _tally_characters(counted: Tally, marked: Iterable[Statement], found: Iterable[Statement]) -> None:
    ours = frozenset[int]().union(*(statement.content for statement in marked))
    theirs = frozenset[int]().union(*(statement.content for statement in found))
    _count(counted, "characters", len(ours), len(theirs), len(ours & theirs))


def _tally_names(counted: Tally, marked: frozenset[Name], found: frozenset[Name]) -> None:
    _count(counted, "names", len(marked), len(found), len(marked & found))
    for type_ in sorted({name.type for name in marked | found}):
        ours = {name for name in marked if name.type == type_}
        theirs = {name for name in found if name.type == type_}
        _count(counted, f"names: {type_}", len(ours), len(theirs), len(ours & theirs))


def mean(tallies: Sequence[Tally]) -> Tally:
    """The average of what several people's markings of one text give, so that nobody's is picked by hand."""
    total: Tally = Counter()
    for one in tallies:
        for key, number in one.items():
            total[key] += number / len(tallies)  # type: ignore[assignment]
    return total


def figures(tallies: Iterable[Tally]) -> dict[str, Figure]:
    """The figures over all texts, by measure; those of its parts (``names: person``) follow each."""
    total: Tally = Counter()
    for one in tallies:
        total.update(one)
    order = list(dict.fromkeys(measure.partition(":")[0] for measure, _ in total))
    measures = sorted({measure for measure, _ in total}, key=lambda name: (order.index(name.partition(":")[0]), name))
    return {
        measure: Figure(total[measure, "marked"], total[measure, "found"], total[measure, "right"])
        for measure in measures
    }


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))  # a file that is run has only its own folder on the path
    from tests.eval.__main__ import main

    sys.exit(main())
