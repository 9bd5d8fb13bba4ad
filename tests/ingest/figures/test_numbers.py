"""Numbers as texts write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.figures.numbers import find

READINGS = [
    ("7", "7", "7"),
    ("1,200", "1,200", "1200"),
    ("1,200.75", "1,200.75", "1200.75"),
    ("3.5 million", "3.5 million", "3500000"),
    ("1.2bn in loans", "1.2bn", "1200000000"),
    ("20K followers", "20K", "20000"),
    ("5m people", "5m", "5000000"),
    ("$5m", "5m", "5000000"),
    ("$846.8million", "846.8million", "846800000"),
    ("3,5 percent", "3,5", "3.5"),
    ("1.200.000", "1.200.000", "1200000"),
    ("fell -0.4 percent", "-0.4", "-0.4"),
    ("two", "two", "2"),
    ("Seventy-four", "Seventy-four", "74"),
    ("one hundred", "one hundred", "100"),
    ("two hundred and fifty thousand", "two hundred and fifty thousand", "250000"),
    ("two thousand three hundred", "two thousand three hundred", "2300"),
    ("ten thousand", "ten thousand", "10000"),
    ("a dozen", "a dozen", "12"),
    ("half a million", "half a million", "500000"),
    ("a hundred", "a hundred", "100"),
    ("a thousand million", "a thousand million", "1000000000"),
    ("seven and a half", "seven and a half", "7.5"),
    ("two and a half million", "two and a half million", "2500000"),
    ("four-and-a-half", "four-and-a-half", "4.5"),
    ("zero", "zero", "0"),
    ("half of it", "half", "0.5"),
    ("a third of them", "a third", "0.3333"),
    ("two-thirds", "two-thirds", "0.6667"),
    ("three quarters", "three quarters", "0.75"),
    ("a 3/5 majority", "3/5", "0.6"),
    ("one in five", "one in five", "0.2"),
    ("three out of every four", "three out of every four", "0.75"),
    ("nine of 10 schools", "nine of 10", "0.9"),
    ("1 in 1,000", "1 in 1,000", "0.001"),
]

VAGUE = [
    "dozens of boats",
    "hundreds of villages",
    "tens of thousands of voters",
    "several hundred farmers",
    "a few million cans",
]

NO_NUMBERS = [
    "G20", "5G", "the 1960s", "the 50th", "401(k)", "12/05/2025", "10:45", "the third time", "user@example2",
    "#100", "the '90s", "a 24/7 hotline", "9/11", "second round", "v2.0b", "million", "dozen",
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), READINGS)
def test_a_number_is_read_with_its_exact_value(text: str, words: str, value: str) -> None:
    """Digits and words come out as the words that make up the number and their exact decimal."""
    number = next(find(text))
    assert (number.span.of(text), number.value) == (words, Decimal(value))


@pytest.mark.parametrize("text", VAGUE)
def test_a_vague_number_has_no_value(text: str) -> None:
    """Words such as "dozens" are found and left without a value."""
    (number,) = find(text)
    assert number.kind == "vague"
    assert number.value is None


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_is_not_found(text: str) -> None:
    """Names, dates, times and ordinals give no number."""
    assert list(find(text)) == []


def test_separators_that_allow_no_single_reading_give_no_value() -> None:
    """A numeral that mixes the notations of two languages is found, and its value left open."""
    (number,) = find("1.200,5 hectares")
    assert number.value is None


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_integers_are_read_back(value: int) -> None:
    """Whatever integer is written with thousands separators is read as itself."""
    (number,) = find(f" {value:,} ")
    assert number.value == value


@given(st.text(alphabet=st.sampled_from("0123456789.,-/ %$aehnotwfiv\n"), max_size=60))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    """Every number is a piece of the text, and none overlaps the one before."""
    end = 0
    for number in find(text):
        assert end <= number.span.start < number.span.end <= len(text)
        assert number.value is None or isinstance(number.value, Decimal)
        end = number.span.end
