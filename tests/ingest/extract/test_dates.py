"""The day of a statement is read off the words around its cue."""

from __future__ import annotations

import pytest

from ingest.extract.dates import stated_date


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("Lima said on Tuesday", "2025-12-18", "2025-12-16"),
        ("Lima said Thursday", "2025-12-18T09:00:00Z", "2025-12-18"),
        ("said on January 22, 2025", None, "2025-01-22"),
        ("said on 22 January 2025", None, "2025-01-22"),
        ("said on 3 May", "2025-02-01", "2024-05-03"),
        ("said on Dec. 3", "2025-12-18", "2025-12-03"),
        ("said yesterday", "2025-12-18", "2025-12-17"),
        ("said on Tuesday", None, None),
        ("said on 3 May", None, None),
        ("will say next Tuesday", "2025-12-18", None),
        ("said on February 30", "2025-12-18", None),
        ("said on Tuesday’s show", "2025-12-18", None),
        ("said on Tuesday", "no date", None),
        ("said", "2025-12-18", None),
    ],
)
def test_a_stated_day_is_resolved_against_the_day_of_publication(
    words: str, published: str | None, expected: str | None
) -> None:
    """A weekday or a date without a year is the last such; what cannot be resolved is none."""
    assert stated_date(words, published) == expected
