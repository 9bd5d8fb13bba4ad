"""What the encoder makes of a text's word pieces, seen through a few lenses: numbers for whoever weighs phrases."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kg.model import Span

PARTS = ("first", "last", "mean", "before")
"""What of a phrase is looked at, a lens each: its first piece, its last, the mean of all, the piece before it."""


@dataclass(frozen=True, slots=True, eq=False)
class Hints:
    """The pieces that the encoder read, in text order: where they stand, and what each lens shows of them [n, lenses].

    Offsets are code points, half open.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    values: NDArray[np.float32]

    def parts(self, span: Span) -> NDArray[np.float32] | None:
        """What the lenses show of a phrase [parts, lenses]; none where the encoder read none of its pieces."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end) - 1
        if first > last:
            return None
        before = self.values[first - 1] if first else np.zeros_like(self.values[first])
        mean = self.values[first : last + 1].mean(axis=0)
        return np.stack((self.values[first], self.values[last], mean, before))

    def of(self, spans: Sequence[Span]) -> list[float]:
        """For each phrase the sum of what its parts show, each in its own lens; 0 where no piece of it was read."""
        first = np.searchsorted(self.ends, [span.start for span in spans], side="right")
        last = np.searchsorted(self.starts, [span.end for span in spans]) - 1
        is_read = first <= last
        first, last = np.where(is_read, first, 0), np.where(is_read, last, 0)
        sums = np.concatenate(([0.0], np.cumsum(self.values[:, 2], dtype=np.float64)))
        mean = (sums[last + 1] - sums[first]) / (last + 1 - first)
        before = np.where(first > 0, self.values[first - 1, 3], 0)
        seen = self.values[first, 0] + self.values[last, 1] + mean + before
        return np.where(is_read, seen, 0).tolist()  # type: ignore[no-any-return]

    def moved(self, place: Callable[[int, int], Span]) -> Hints:
        """The hints with their pieces where ``place`` moves them, in the same order."""
        spans = [place(start, end) for start, end in zip(self.starts, self.ends, strict=True)]
        return replace(self, starts=tuple(span.start for span in spans), ends=tuple(span.end for span in spans))


def joined(hints: Sequence[Hints]) -> Hints | None:
    """Several hints as one, with the pieces in text order; none where there are none."""
    if not hints:
        return None
    starts = np.array([start for one in hints for start in one.starts], dtype=np.int64)
    ends = np.array([end for one in hints for end in one.ends], dtype=np.int64)
    order = np.argsort(starts, kind="stable")
    values = np.concatenate([one.values for one in hints])[order]
    return Hints(tuple(starts[order].tolist()), tuple(ends[order].tolist()), values)
