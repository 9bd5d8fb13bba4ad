"""Which of several types a client wants most."""

from __future__ import annotations

from collections.abc import Sequence


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that an Accept header likes best, of equals the first; none where it likes none.

    The most specific range that fits an offer gives its weight, as RFC 9110 has it.

    >>> choose("text/*;q=0.5, text/csv;q=0.9, */*;q=0.1", ["application/json", "text/plain", "text/csv"])
    'text/csv'
    >>> choose("text/html, application/xml;q=0", ["application/xml"]) is None
    True
    """
    ranges = _ranges(accept or "*/*")
    best, weight = None, 0.0
    for offer in offers:
        fitting = [(specific, quality) for name, specific, quality in ranges if _fits(name, offer)]
        if fitting and max(fitting)[1] > weight:
            best, weight = offer, max(fitting)[1]
    return best


def _ranges(accept: str) -> list[tuple[str, int, float]]:
    """The header's ranges, each with how specific it is and its weight."""
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if name:
            found.append((name, 2 - (name.endswith("/*")) - (name == "*/*"), _quality(parameters)))
    return found


def _quality(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, number = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(1.0, max(0.0, float(number)))
            except ValueError:
                return 0.0
    return 1.0


def _fits(name: str, offer: str) -> bool:
    return name in ("*/*", offer) or (name.endswith("/*") and offer.startswith(name[:-1]))
