"""Numerals: the value of digits with the separators that texts put between them."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
_COMMA = re.compile(r"\d+,\d{1,2}\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def decimal_of(digits: str) -> Decimal | None:
    """The value of a numeral in English notation; none where its separators allow no single reading.

    >>> decimal_of("1,200.5"), decimal_of("1.200,5")
    (Decimal('1200.5'), None)
    """
    if _GROUPED.match(digits):
        return Decimal(digits.replace(",", ""))
    if _PLAIN.match(digits):
        return Decimal(digits)
    if _DOTTED.match(digits):
        return Decimal(digits.replace(".", ""))
    if _COMMA.match(digits):
        return Decimal(digits.replace(",", "."))
    return None


def is_ambiguous(digits: str) -> bool:
    """Whether a point before three digits may divide thousands as well as decimals ("1.200")."""
    return _AMBIGUOUS.fullmatch(digits) is not None
