"""The best labels are the best of all that are allowed, and spans say what the labels say."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from ingest.tagger.decoding import Found, best_labels, log_softmax, spans

# Whole numbers add up exactly, so that two ways of adding them give the same total.
SCORES = st.tuples(st.integers(1, 3), st.integers(1, 4), st.sampled_from((3, 5))).flatmap(
    lambda shape: arrays(np.float32, shape, elements=st.integers(-20, 20).map(float))
)
LABELLED = [
    ([0, 0, 0], []),
    ([1, 0, 1], [(0, 0, 0), (2, 2, 0)]),
    ([1, 2, 2], [(0, 2, 0)]),
    ([1, 1, 2], [(0, 0, 0), (1, 2, 0)]),
    ([0, 3, 4, 0, 1], [(1, 2, 1), (4, 4, 0)]),
    ([1, 3, 4, 4], [(0, 0, 0), (1, 3, 1)]),
    ([5, 6, 3], [(0, 1, 2), (2, 2, 1)]),
]


def is_allowed(labels: tuple[int, ...]) -> bool:
    """Whether no span begins inside: an inside label follows its own begin or itself."""
    return all(
        label == 0 or label % 2 == 1 or before in (label - 1, label)
        for before, label in zip((0, *labels), labels, strict=False)
    )


def total(scores: np.ndarray, labels: tuple[int, ...]) -> float:
    return float(sum(scores[place, label] for place, label in enumerate(labels)))


@given(SCORES)
def test_the_best_labels_are_the_best_of_all_sequences(scores: np.ndarray) -> None:
    """No allowed sequence of labels scores higher than the one that is chosen, and that one is allowed."""
    for row, chosen in zip(scores, best_labels(scores).tolist(), strict=True):
        allowed = [way for way in product(range(scores.shape[2]), repeat=scores.shape[1]) if is_allowed(way)]
        assert is_allowed(tuple(chosen))
        assert total(row, tuple(chosen)) == max(total(row, way) for way in allowed)


@given(SCORES)
def test_rows_do_not_touch_one_another(scores: np.ndarray) -> None:
    """A row is read the same alone as among others."""
    together = best_labels(scores).tolist()
    assert together == [best_labels(row[None]).tolist()[0] for row in scores]


@given(SCORES)
def test_spans_cover_what_is_labelled(scores: np.ndarray) -> None:
    """The spans of the best labels hold every piece that is not outside, once, in order."""
    logarithms = log_softmax(scores)
    for labels, row in zip(best_labels(logarithms), logarithms, strict=True):
        found = list(spans(labels, row))
        covered = [place for span in found for place in range(span.first, span.last + 1)]
        assert covered == np.flatnonzero(labels).tolist()
        assert all(0 <= span.score <= 1.00001 for span in found)


@pytest.mark.parametrize(("labels", "expected"), LABELLED)
def test_spans_begin_and_end_with_their_labels(labels: list[int], expected: list[tuple[int, int, int]]) -> None:
    """A begin label always starts a new span; the inside labels of its kind continue it."""
    found = spans(np.array(labels), np.zeros((len(labels), 7), dtype=np.float32))
    assert [(span.first, span.last, span.kind) for span in found] == expected


def test_a_span_is_scored_by_the_mean_probability_of_its_kind() -> None:
    """Begin and inside count together: the score says how sure the kind is, not how sure the limits are."""
    likely = np.log(np.array([[0.2, 0.5, 0.3], [0.4, 0.2, 0.4], [0.9, 0.1, 0.0001]], dtype=np.float32))
    assert list(spans(np.array([1, 2, 0]), likely)) == [Found(0, 1, 0, pytest.approx(0.7))]


def test_probabilities_add_up_to_one_even_of_extreme_scores() -> None:
    """Scores of any size become logarithms of probabilities without overflow."""
    scores = np.array([[1000.0, 0.0, -1000.0], [3.0, 3.0, 3.0]], dtype=np.float32)
    assert np.exp(log_softmax(scores)).sum(axis=-1) == pytest.approx([1.0, 1.0])
