"""The page with the editor for queries."""

from __future__ import annotations

from kg.query import canned
from kg.web.library import Library
from kg.web.pages.visit import Page, Visit
from kg.web.security import EDITOR_POLICY
from kg.web.strings import STRINGS


def query(library: Library, visit: Visit) -> Page:
    """The editor, with the query of ``query=`` in it, and the queries that come with the package."""
    return Page(
        "query.html",
        STRINGS["query"],
        {
            "examples": list(canned().values()),
            "prefixes": library.store.prefixes(),
            "base": library.store.iris.base,
            "query": visit.parameter("query"),
        },
        headers=(("Content-Security-Policy", EDITOR_POLICY),),
    )
