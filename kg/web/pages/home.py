"""The first page: how much there is, who says most, the latest articles."""

from __future__ import annotations

from kg.web.library import Library
from kg.web.pages.visit import Page, Visit
from kg.web.strings import STRINGS

LATEST = 8


def home(library: Library, visit: Visit) -> Page:
    """The overview."""
    latest = [found.record for key in library.keys[:LATEST] if (found := library.article(key))]
    return Page("home.html", STRINGS["name"], {"overview": library.overview, "latest": latest})
