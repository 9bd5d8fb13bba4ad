"""Dates are read as they are written, and never guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import is_date_line, iso

VALID = re.compile(
    r"\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", re.ASCII
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025", "2025"),
        ("2025-12", "2025-12"),
        ("2025-12-15", "2025-12-15"),
        ("20251215", "2025-12-15"),
        ("2025/3/4", "2025-03-04"),
        ("2025-12-15T10:30Z", "2025-12-15T10:30:00Z"),
        ("2025-12-15 10:30:00+0100", "2025-12-15T10:30:00+01:00"),
        ("2025-12-15T10:30:00.250-03:00", "2025-12-15T10:30:00.250-03:00"),
        ("December 15, 2025", "2025-12-15"),
        ("Monday, 15 December 2025", "2025-12-15"),
        ("Dec. 2025", "2025-12"),
        ("13/04/2025", "2025-04-13"),
        ("Mon, 15 Dec 2025 10:30:00 GMT", "2025-12-15T10:30:00+00:00"),
        ("December 15, 2025 10:30 AM EST", "2025-12-15T10:30:00-05:00"),
        ("lunes 15 de diciembre de 2025", "2025-12-15"),
        ("1. März 2025", "2025-03-01"),
        ("3 février 2025", "2025-02-03"),
    ],
)
def test_a_date_becomes_iso_8601_with_no_more_than_it_states(written: str, read: str) -> None:
    """What a date leaves out (the day, the time) stays out."""
    assert iso(written) == read


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("03/04/2025", "may be 2025-03-04 or 2025-04-03"),
        ("2025-13-01", "month must be"),
        ("2025-02-30", "write it as YYYY-MM-DD"),
        ("12/25/25", "no year of four digits"),
        ("yesterday", "no year of four digits"),
        ("1765756800", "no year of four digits"),
        ("spring of 2025", "write it as YYYY-MM-DD"),
        ("2025-12-15T25:00:00", "hour must be"),
        ("2025-12-15T10:00:00+15:00", "time zone"),
        ("0001-01-01", "before 1000"),
        ("２０２５", "write it as YYYY-MM-DD"),
        ("", "write it as YYYY-MM-DD"),
        ("9" * 100_000, "write it as YYYY-MM-DD"),
    ],
)
def test_what_is_no_date_or_may_be_two_is_refused_with_the_cure(written: str, told: str) -> None:
    """An ambiguous or impossible date raises an error that says how to write it."""
    with pytest.raises(ValueError, match=re.escape(told)):
        iso(written)


@given(st.text(max_size=40) | st.from_regex(r"[0-9]{1,4}[-/. ][A-Za-z0-9]{1,9}[-/., ]{1,2}[0-9]{2,4}.{0,9}"))
def test_any_string_gives_a_valid_date_or_a_value_error(written: str) -> None:
    """No string crashes the reader of dates or yields what XML Schema would refuse."""
    try:
        found = iso(written)
    except ValueError:
        return
    assert VALID.fullmatch(found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("December 15, 2025", True),
        ("Monday, 15 December 2025 10:30 GMT", True),
        ("15 de diciembre de 2025", True),
        ("On December 15, 2025 the port closed", False),
        ("December 2025", False),
        ("2025", False),
        ("May we see 30 of these in 2025", False),
    ],
)
def test_a_date_line_holds_a_full_date_and_nothing_else(line: str, expected: bool) -> None:
    """A sentence with a date in it is no date line."""
    assert is_date_line(line) is expected
