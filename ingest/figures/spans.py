"""How spans of a text lie to one another."""

from __future__ import annotations

from kg.model import Span


def distance(one: Span, other: Span) -> int:
    """How far two spans are apart, end to start."""
    return min(abs(one.start - other.end), abs(other.start - one.end))


def vicinity(span: Span, whole: Span, reach: int) -> Span:
    """What of a whole stands within so many characters of a span.

    >>> vicinity(Span(40, 45), Span(30, 900), 20)
    Span(start=30, end=65)
    """
    return Span(max(whole.start, span.start - reach), min(whole.end, span.end + reach))
