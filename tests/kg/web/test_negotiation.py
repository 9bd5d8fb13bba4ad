from __future__ import annotations

import pytest

from kg.web.negotiation import choose

OFFERS = ["application/json", "text/csv", "text/turtle"]
CASES = [
    (None, "application/json"),
    ("", "application/json"),
    ("*/*", "application/json"),
    ("text/*", "text/csv"),
    ("text/turtle", "text/turtle"),
    ("TEXT/Turtle ; charset=utf-8", "text/turtle"),
    ("application/json;q=0.2, text/csv;q=0.8", "text/csv"),
    ("text/*;q=0.3, */*;q=0.2", "text/csv"),
    ("text/*, text/csv;q=0", "text/turtle"),
    ("*/*, application/json;q=0.5", "text/csv"),
    ("image/png", None),
    ("text/csv;q=0", None),
    ("text/csv;q=none", None),
    (",,;", None),
]


@pytest.mark.parametrize(("accept", "expected"), CASES)
def test_the_most_wanted_type_is_chosen(accept: str | None, expected: str | None) -> None:
    """By weight, the most specific range first, of equals the first offered."""
    assert choose(accept, OFFERS) == expected
