"""The first page: how much there is, who says most, the latest articles."""

from __future__ import annotations

from kg.web.library import Library
from kg.web.pages.visit import Page, Visit

LATEST = 8


def home(library: Library, visit: Visit) -> Page:
    """The overview."""
    latest = [found.record for key in library.keys[:LATEST] if (found := library.article(key))]
    return Page("home.html", "claimgraph", {"overview": library.overview, "latest": latest})
