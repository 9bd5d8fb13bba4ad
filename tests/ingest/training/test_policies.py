from __future__ import annotations

import numpy as np

from ingest.tagger.hints import PARTS
from ingest.training.policies import Example, fitted, same
from kg.model import Span


def example(features: tuple[str, ...], is_policy: bool, article: int, *vectors: float) -> Example:
    return Example(features, is_policy, article, np.array(vectors, dtype=np.float32))


def test_what_goes_with_policies_weighs_for_them() -> None:
    """A feature of policies alone gets a positive weight, one of the others a negative; what is rare gets none."""
    of = [
        one
        for article in range(6)
        for one in (
            example(("bias", "head-measure"), True, article),
            example(("bias", "head-person"), False, article),
            example(("bias", f"once-{article}"), False, article),
        )
    ]
    weights, lenses = fitted(of, penalty=0.1, vector_penalty=1)
    assert not lenses.size
    assert weights["head-measure"] > 1 > 0 > weights["head-person"]
    assert not any(name.startswith("once") for name in weights)


def test_what_the_encoder_sees_of_policies_weighs_for_them() -> None:
    """A lens gives each part of a phrase its weight; what is seen of all alike gets next to none."""
    of = [
        example(("bias",), is_policy, article, *(8.0 if is_policy else 7.0, 3.0, article % 2, 0.0))
        for article in range(6)
        for is_policy in (True, False)
    ]
    weights, lenses = fitted(of, penalty=0.1, vector_penalty=0.1)
    assert lenses.shape == (1, len(PARTS))
    assert lenses[0, 0] > 2 > 0.01 > np.abs(lenses[0, 1:]).max()
    assert 7 * lenses[0, 0] + weights["bias"] < -1 < 1 < 8 * lenses[0, 0] + weights["bias"]


def test_two_spans_are_one_policy_where_they_share_words() -> None:
    """They overlap, and half of the shorter's words are the longer's."""
    text = "They want a tax on frozen fish and cheaper boats."
    tax, whole, boats = Span(12, 15), Span(12, 30), Span(35, 48)
    assert same(text, tax, whole)
    assert not same(text, tax, boats)
