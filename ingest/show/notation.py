"""How marks are written in the text: spelled out in brackets, or with small numbers where colour tells the kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.show.marks import Group, Mark

BRACKETS = ("[]", "⟦⟧", "⟪⟫")
"""The pairs to choose from: the first that the text itself has none of, so that no text can fake a mark."""

_SMALL = str.maketrans("0123456789n", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")
_CONTENT = ("claim", "embedded", "narration")
_WRITTEN = {"embedded": "claim"}


@dataclass(frozen=True, slots=True)
class Notation:
    """How to write marks: in which brackets, and whether colour tells their kinds."""

    brackets: str = BRACKETS[0]
    coloured: bool = False

    @classmethod
    def of(cls, text: str, *, coloured: bool) -> Notation:
        """The notation for a text.

        >>> Notation.of("Nothing [sic] was said.", coloured=False).brackets
        '⟦⟧'
        """
        free = (pair for pair in BRACKETS if pair[0] not in text and pair[1] not in text)
        return cls(next(free, BRACKETS[-1]), coloured)

    def plain(self, text: str) -> str:
        """The text without the brackets that mean a mark, should it have every kind of them."""
        if self.brackets[0] not in text and self.brackets[1] not in text:
            return text
        return text.translate({ord(bracket): f"‹U+{ord(bracket):04X}›" for bracket in self.brackets})

    def label(self, words: str) -> str:
        """Words of ours that stand in the text."""
        return f"{self.brackets[0]}{words}{self.brackets[1]}"

    def before(self, group: Group) -> str:
        """What stands before the words of a group."""
        if not self.coloured:
            return f"{self.brackets[0]}{', '.join(_spelled(group))}: "
        contents = [small(mark.claim) for mark in group.marks if mark.kind in _CONTENT]
        return f"{self.brackets[0]}{','.join(contents)} " if contents else ""

    def after(self, group: Group) -> str:
        """What stands behind them."""
        if not self.coloured:
            return self.brackets[1]
        others = [small(mark.claim) for mark in group.marks if mark.kind in ("speaker", "cue")]
        contents = any(mark.kind in _CONTENT for mark in group.marks)
        return ",".join(others) + (self.brackets[1] if contents else "")


def small(name: str) -> str:
    """A claim's name in small raised figures.

    >>> small("12"), small("n3")
    ('¹²', 'ⁿ³')
    """
    return name.translate(_SMALL)


def _spelled(group: Group) -> Iterator[str]:
    """``speaker 1, 2``, ``cue 3``, ``person``: each kind once, with the claims it is for."""
    kinds: dict[str, list[Mark]] = {}
    for mark in group.marks:
        kinds.setdefault(_WRITTEN.get(mark.kind, mark.kind), []).append(mark)
    for kind, same in kinds.items():
        names = list(dict.fromkeys(mark.claim for mark in same if mark.claim))
        told = f"{kind} {', '.join(names)}" if names else kind
        yield f"{told} goes on" if all(mark.goes_on for mark in same) else told
