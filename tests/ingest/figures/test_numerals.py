"""The value of numerals, by their separators."""

from __future__ import annotations

import pytest

from ingest.figures.numerals import decimal_of, is_ambiguous


@pytest.mark.parametrize(
    ("digits", "value"),
    [("1,200.5", "1200.5"), ("1.200.000", "1200000"), ("12,5", "12.5"), ("1.200,5", "None"), ("1,2,3", "None")],
)
def test_a_numeral_has_a_value_where_its_separators_allow_one_reading(digits: str, value: str) -> None:
    """None where it mixes the notations of two languages."""
    assert str(decimal_of(digits)) == value


def test_a_point_before_three_digits_may_divide_thousands() -> None:
    """Unless nothing but zero stands before it."""
    assert is_ambiguous("1.200")
    assert not is_ambiguous("0.125")
