from __future__ import annotations

import pytest

from kg.link.names import spells
from kg.link.register import MOST_CLAIMANTS, Claims


@pytest.mark.parametrize(
    ("short", "long_forms", "expected"),
    [
        ("swc", {"sea-wall-council": 1}, "sea-wall-council"),
        ("swc", {"sea-wall-council": 5, "salt-water-club": 1}, None),
        ("doj", {"department-of-justice": 1, "justice-department": 3}, "department-of-justice"),
        ("pdi", {"investigations-bureau": 1}, None),
        ("pdi", {"investigations-bureau": 2}, "investigations-bureau"),
        ("pdi", {"investigations-bureau": 2, "port-index": 2}, None),
    ],
)
def test_acronym_belongs_to_the_one_body_that_claims_it(short: str, long_forms: dict[str, int], expected: str) -> None:
    """Where two long forms claim it, it stays on its own; one that does not spell it needs two articles."""
    claims = Claims()
    for long, articles in long_forms.items():
        claims.count(short, long, articles, is_spelt=spells(short, long))
    assert claims.claimant(short, lambda long: long) == expected


def test_claims_are_taken_back() -> None:
    """As if they had never been."""
    claims = Claims()
    claims.count("swc", "sea-wall-council", 1, is_spelt=True)
    claims.count("swc", "salt-water-club", 1, is_spelt=True)
    assert claims.claimant("swc", lambda long: long) is None
    claims.count("swc", "salt-water-club", 0, is_spelt=True)
    assert claims.claimant("swc", lambda long: long) == "sea-wall-council"


def test_short_form_of_very_many_is_nobodys() -> None:
    """Even where they are one person, so that the work stays small."""
    claims = Claims()
    for number in range(MOST_CLAIMANTS + 1):
        assert (claims.claimant("a-lee", lambda long: "one") is not None) == (number > 0)
        claims.count("a-lee", f"ann-{number}-lee", 1, is_spelt=True)
    assert claims.claimant("a-lee", lambda long: "one") is None
