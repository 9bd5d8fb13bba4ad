"""A long list in order of which only the part that is looked at gets sorted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import overload

Place = tuple[int, str]


class Ordered(Sequence[str]):
    """Groups that are in order one after another, each of them sorted by ``place`` when something of it is wanted.

    >>> letters = Ordered([["b", "a"], ["d", "c"]], lambda letter: (0, letter))
    >>> len(letters), letters[1:3], letters[0]
    (4, ['b', 'c'], 'a')
    """

    def __init__(self, groups: Sequence[Sequence[str]], place: Callable[[str], Place]) -> None:
        self._groups = [group for group in groups if group]
        self._ends = list(accumulate(len(group) for group in self._groups))
        self._place = place

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        start, stop, _ = at.indices(len(self))
        found: list[str] = []
        for group, end in zip(self._groups, self._ends, strict=True):
            begin = end - len(group)
            if begin < stop and start < end:
                found += sorted(group, key=self._place)[max(0, start - begin) : stop - begin]
        return found
