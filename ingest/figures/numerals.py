"""Numerals: the value of digits with the separators that texts put between them."""

from __future__ import annotations

import re
from decimal import Decimal

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
_COMMA = re.compile(r"\d+,\d{1,2}\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_PART = re.compile(
    r"(?:[ \u00a0]|-|\u2011)and(?:[ \u00a0]|-|\u2011)a(?:[ \u00a0]|-|\u2011)half\b"
    r"|[ \u00a0-](?P<part>[1357])/(?P<whole>[248])\b(?!/)|[ \u00a0]?(?P<sign>[½¼¾])"
)
"""What stands behind a whole number ("and a half", "1/2", "½")."""
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
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


def part_behind(text: str, position: int, limit: int) -> tuple[Decimal, int] | None:
    """The part of one that follows a whole number at ``position``, and where its words end; none where none does.

    >>> part_behind("2 1/2 million", 1, 13)
    (Decimal('0.5'), 5)
    """
    match = _PART.match(text, position, limit)
    if match is None:
        return None
    if match["part"]:
        return Decimal(match["part"]) / Decimal(match["whole"]), match.end()
    return _SIGNS[match["sign"] or "½"], match.end()
