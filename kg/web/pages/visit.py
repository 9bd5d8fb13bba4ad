"""What a visitor asks for, what a page answers, and how long lists are cut into pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Any
from urllib.parse import quote, urlencode

SIZE = 25
"""How many claims stand on one page of a list."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A request for a page: its path as it was sent, its parameters, and the Accept header."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    accept: str | None = None

    def parameter(self, name: str, default: str = "") -> str:
        """A parameter's last value."""
        return dict(self.parameters).get(name, default)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A parameter's value as a whole number within bounds; what is no number counts as not given."""
        given = self.parameter(name)
        return min(most, max(least, int(given))) if given.isascii() and given.isdigit() and len(given) < 10 else default

    def with_(self, **changes: str) -> str:
        """The same address with some parameters changed."""
        kept = [(name, value) for name, value in self.parameters if name not in changes]
        return f"{quote(self.path, safe='/%')}?{urlencode([*kept, *changes.items()])}"


@dataclass(frozen=True, slots=True)
class Page:
    """A template with what it shows. ``iri`` is the thing that the page is about: then it has buttons that copy."""

    template: str
    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    iri: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


class NoSuchPage(Exception):
    """Nothing has that address."""


class Moved(Exception):
    """What had that address has another now; ``iri`` is what it went into."""

    def __init__(self, iri: str) -> None:
        super().__init__(iri)
        self.iri = iri


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: its items, how many there are in all, and the addresses of the pages beside it."""

    items: Sequence[Any]
    total: int
    number: int = 1
    pages: int = 1
    previous: str | None = None
    next: str | None = None


def leaf(items: Sequence[Any], visit: Visit, size: int = SIZE) -> Leaf:
    """The page of a list that a visit asks for; the last one where there are not that many."""
    pages = max(1, ceil(len(items) / size))
    number = visit.number("page", 1, 1, pages)
    return Leaf(
        items[(number - 1) * size : number * size],
        len(items),
        number,
        pages,
        visit.with_(page=str(number - 1)) if number > 1 else None,
        visit.with_(page=str(number + 1)) if number < pages else None,
    )


def first(items: Sequence[Any], size: int) -> Leaf:
    """The beginning of a list, for a page that shows more than that list."""
    return Leaf(items[:size], len(items))
