from __future__ import annotations

from ingest.training.policies import Example, fitted, same
from kg.model import Span


def test_what_goes_with_policies_weighs_for_them() -> None:
    """A feature of policies alone gets a positive weight, one of the others a negative; what is rare gets none."""
    of = [
        example
        for article in range(6)
        for example in (
            Example(("bias", "head-measure"), True, article),
            Example(("bias", "head-person"), False, article),
            Example(("bias", f"once-{article}"), False, article),
        )
    ]
    weights = fitted(of, penalty=0.1)
    assert weights["head-measure"] > 1 > 0 > weights["head-person"]
    assert not any(name.startswith("once") for name in weights)


def test_two_spans_are_one_policy_where_they_share_words() -> None:
    """They overlap, and half of the shorter's words are the longer's."""
    text = "They want a tax on frozen fish and cheaper boats."
    tax, whole, boats = Span(12, 15), Span(12, 30), Span(35, 48)
    assert same(text, tax, whole)
    assert not same(text, tax, boats)
