"""The best spans out of label scores: BIO labels by Viterbi's algorithm, spans with their confidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.tagger.labels import OUTSIDE

Scores = NDArray[np.float32]
NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Found:
    """A span of pieces, first and last included, with the number of its kind and the mean probability of the kind."""

    first: int
    last: int
    kind: int
    score: float


def log_softmax(scores: Scores) -> Scores:
    """The logarithms of the probabilities that scores along the last axis stand for."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    logarithms: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return logarithms


def best_labels(scores: Scores) -> NDArray[np.int64]:
    """The best sequence of BIO labels for each row of ``scores`` [k, t, labels], in which no span begins inside.

    >>> best_labels(np.log(np.array([[[0.4, 0.1, 0.5], [0.2, 0.1, 0.7]]], dtype=np.float32))).tolist()
    [[0, 0]]
    """
    chosen: NDArray[np.int64] = scores.argmax(axis=2)
    before = np.pad(chosen[:, :-1], ((0, 0), (1, 0)))
    is_inside = (chosen != OUTSIDE) & (chosen % 2 == 0)
    is_broken = (is_inside & (before != chosen) & (before != chosen - 1)).any(axis=1)
    if is_broken.any():  # elsewhere the best labels one by one are the best sequence
        chosen[is_broken] = _viterbi(scores[is_broken])
    return chosen


def _viterbi(scores: Scores) -> NDArray[np.int64]:
    """The same by Viterbi's algorithm."""
    count, length, labels = scores.shape
    step = np.zeros((labels, labels), dtype=np.float32)
    for inside in range(2, labels, 2):
        step[:, inside] = NEVER
        step[inside - 1 : inside + 1, inside] = 0
    total = scores[:, 0].copy()
    total[:, 2::2] = NEVER
    back = np.zeros((length, count, labels), dtype=np.int8)
    for place in range(1, length):
        paths = total[:, :, None] + step
        back[place] = paths.argmax(axis=1)
        total = paths.max(axis=1) + scores[:, place]
    chosen = np.zeros((count, length), dtype=np.int64)
    chosen[:, -1] = total.argmax(axis=1)
    rows = np.arange(count)
    for place in range(length - 1, 0, -1):
        chosen[:, place - 1] = back[place, rows, chosen[:, place]]
    return chosen


def spans(labels: NDArray[np.int64], logarithms: Scores) -> Iterator[Found]:
    """The spans of one sequence of BIO labels [t], in order, scored by their labels' log probabilities [t, labels]."""
    starts = np.flatnonzero((labels != OUTSIDE) & (labels % 2 == 1))
    for start in starts.tolist():
        kind = int(labels[start] - 1) // 2
        end = start + 1
        while end < len(labels) and labels[end] == labels[start] + 1:
            end += 1
        probabilities = np.exp(logarithms[start:end, labels[start] : labels[start] + 2]).sum(axis=-1)
        yield Found(start, end - 1, kind, min(1.0, float(probabilities.mean())))
