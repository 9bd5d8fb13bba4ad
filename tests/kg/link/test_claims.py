from __future__ import annotations

import pytest

from kg.decisions import Decision
from kg.link.claims import _Claim, found_again


def _decision(
    words: str, start: int = 0, claim: str = "claim:gone", verdict: str = "rejected", when: int = 1
) -> Decision:
    return Decision(f"decision:{when}", verdict, (claim,), "tester", f"2025-01-0{when}", words=words, start=start)


CLAIMS = [
    _Claim("claim:a", "Yes, we will build the wall", 10),
    _Claim("claim:b", "Yes", 50),
    _Claim("claim:c", "Yes", 90),
    _Claim("claim:d", "the wall was built in nineteen fifty three by the harbour board of Ferrow", 120),
]


@pytest.mark.parametrize(
    ("decision", "claim"),
    [
        (_decision("other words", claim="claim:b"), "claim:b"),
        (_decision("Yes", start=85), "claim:c"),
        (_decision("Yes", start=0), "claim:b"),
        (_decision("the wall was built in nineteen fifty two by the harbour board of Ferrow"), "claim:d"),
        (_decision("the wall was planned in nineteen ten by the town council of Ferrow"), None),
        (_decision("yes, we build the Wall"), "claim:a"),
    ],
)
def test_claim_is_found_by_its_id_its_words_or_most_of_them(decision: Decision, claim: str | None) -> None:
    """The nearest of several with the same words; four fifths of the words are enough, fewer are not."""
    assert [found for _, found in found_again([decision], CLAIMS)] == ([claim] if claim else [])


def test_surer_find_comes_first_and_of_equals_the_newer() -> None:
    """So that the first that reaches a claim holds."""
    newer = _decision("Yes, we will build a wall", when=3)
    exact, older = _decision("Yes, we will build the wall", when=2), _decision("Yes, we will build the wall", when=1)
    assert [d for d, _ in found_again([newer, exact, older], CLAIMS)] == [exact, older, newer]
