"""Examples as windows of word pieces with a label for each piece, and windows as batches of one size."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ingest.tagger.labels import NAME_STYLES, NAME_TYPES, OUTSIDE, begin
from ingest.tagger.pieces import START, STOP, Numbers, Pieces, pieces
from ingest.training.corpora import Example, Range

if TYPE_CHECKING:
    from tokenizers import Tokenizer

UNKNOWN = -100
"""The label of a piece of which nothing is known; no loss comes from it."""


@dataclass(frozen=True, slots=True)
class FrameTarget:
    """What the frame of one cue should be: the cue's first and last piece, and the labels of all pieces."""

    first: int
    last: int
    labels: Numbers


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text, between the pieces that begin and end it. All arrays have one length."""

    ids: Numbers
    case: Numbers
    gap: Numbers
    quote: Numbers
    spans: Numbers
    names: Numbers
    style: int
    frames: tuple[FrameTarget, ...]

    def __len__(self) -> int:
        return len(self.ids)


def windows(example: Example, tokenizer: Tokenizer, rng: random.Random, longest: int) -> list[Window]:
    """The windows of an example, cut between paragraphs where they can be, at places that depend on ``rng``."""
    laid_out = pieces(example.text, tokenizer)
    frames = rng.choice(example.readings) if example.readings else ()
    located = [
        (
            _place(laid_out, frame.cue),
            _place(laid_out, frame.source) if frame.source else None,
            [place for part in frame.content if (place := _place(laid_out, part))],
        )
        for frame in frames
    ]
    spans = np.full((len(laid_out), 3), OUTSIDE if example.readings else UNKNOWN, dtype=np.int64)
    for cue, source, content in located:
        for head, found in ((0, [cue]), (1, [source]), (2, content)):
            for place in found:
                if place:
                    _mark(spans[:, head], place, begin(0))
    names = np.full(len(laid_out), OUTSIDE if example.style else UNKNOWN, dtype=np.int64)
    for name in example.names:
        if place := _place(laid_out, name.span):
            _mark(names, place, begin(NAME_TYPES.index(name.type)))
    for part in example.skipped:
        if place := _place(laid_out, part):
            spans[place[0] : place[1] + 1] = UNKNOWN
    cut = []
    for first, end in _cuts(laid_out, rng, longest - 2):
        targets = tuple(
            FrameTarget(cue[0] - first + 1, cue[1] - first + 1, _frame(end - first, first, source, content))
            for cue, source, content in located
            if cue
            and all(first <= place[0] and place[1] < end for place in (cue, *content, *([source] if source else [])))
        )
        cut.append(
            Window(
                ids=np.concatenate(([START], laid_out.ids[first:end], [STOP])),
                case=np.pad(laid_out.case[first:end], 1),
                gap=np.pad(laid_out.gap[first:end], 1, constant_values=2),
                quote=np.pad(laid_out.quote[first:end], 1),
                spans=np.pad(spans[first:end], ((1, 1), (0, 0)), constant_values=UNKNOWN),
                names=np.pad(names[first:end], 1, constant_values=UNKNOWN),
                style=NAME_STYLES.index(example.style) if example.style else 0,
                frames=targets,
            )
        )
    return cut


def _place(laid_out: Pieces, span: Range) -> Range | None:
    """The first and last piece of a span; a piece belongs to where the larger part of it lies."""
    middle = laid_out.starts + laid_out.ends
    first, end = bisect_left(middle, 2 * span[0]), bisect_left(middle, 2 * span[1])
    return (first, end - 1) if end > first else None


def _mark(labels: Numbers, place: Range, first_label: int) -> None:
    labels[place[0] : place[1] + 1] = first_label + 1
    labels[place[0]] = first_label


def _frame(length: int, first: int, source: Range | None, content: Sequence[Range]) -> Numbers:
    labels = np.full(length + 2, OUTSIDE, dtype=np.int64)
    labels[0] = labels[-1] = UNKNOWN
    for kind, places in ((1, content), (0, [source] if source else [])):
        for place in places:
            _mark(labels, (place[0] - first + 1, place[1] - first + 1), begin(kind))
    return labels


def _cuts(laid_out: Pieces, rng: random.Random, longest: int) -> list[Range]:
    """Ranges of pieces, each of whole paragraphs as far as they fit; where the first one ends is left to chance."""
    starts = np.flatnonzero(laid_out.gap == 2).tolist()
    cuts = []
    first, room = 0, rng.randrange(longest // 4, longest + 1)
    while first < len(laid_out):
        limit = first + room
        if limit >= len(laid_out):
            end = len(laid_out)
        else:
            fitting = starts[bisect_left(starts, limit + 1) - 1]
            end = fitting if fitting > first else limit
        cuts.append((first, end))
        first, room = end, longest
    return [(first, end) for first, end in cuts if end - first >= 4]


def batches(cut: Sequence[Window], rng: random.Random, size: int) -> list[list[Window]]:
    """The windows in batches of about ``size`` pieces, padding included, of like lengths, in random order."""
    ordered = sorted(cut, key=lambda window: len(window) + 40 * rng.random())
    made: list[list[Window]] = [[]]
    longest = 0
    for window in ordered:
        longest = max(longest, len(window))
        if made[-1] and longest * (len(made[-1]) + 1) > size:
            made.append([])
            longest = len(window)
        made[-1].append(window)
    rng.shuffle(made)
    return [batch for batch in made if batch]
