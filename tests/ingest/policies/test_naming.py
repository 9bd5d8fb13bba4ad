from __future__ import annotations

import pytest

from ingest.policies.naming import key_of, speaks_of


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("build a wall", "the wall", True),
        ("migration policies", "migration", True),
        ("quota policies", "strategy that rests only on quotas", False),
        ("quota policies", "easing of herring quotas", False),
        ("tax policies", "a policy of taxes alone", False),
        ("scrap the wall", "the wall", False),
    ],
)
def test_a_shorter_name_speaks_of_the_same_policy(one: str, other: str, expected: bool) -> None:
    """Not where the longer one does away with it, keeps to it alone, or is about more than the word they share."""
    assert speaks_of(key_of(one), key_of(other)) is expected
    assert speaks_of(key_of(other), key_of(one)) is expected


@pytest.mark.parametrize(
    ("one", "other"), [("fish deal", "fish pact"), ("renew the port act", "renewal of the port act")]
)
def test_words_for_one_thing_are_one_name(one: str, other: str) -> None:
    """A deal is a pact, and what is done is its verb."""
    assert key_of(one) == key_of(other)
