"""The page of a search."""

from __future__ import annotations

from kg.web.library import Library
from kg.web.pages.showing import sayings
from kg.web.pages.visit import Page, Visit, leaf
from kg.web.searching import find
from kg.web.strings import STRINGS

LONGEST = 200
"""Characters of what is searched for; the rest is left out."""
MOST = 1000
"""How many claims a search finds at most."""
NAMES = 40
ARTICLES = 20


def search(library: Library, visit: Visit) -> Page:
    """What a search found."""
    words = " ".join(visit.parameter("q").split())[:LONGEST]
    found = find(library, words, MOST) if words else None
    shown = leaf(found.claims if found else (), visit)
    articles = [read.record for key in (found.articles[:ARTICLES] if found else ()) if (read := library.article(key))]
    return Page(
        "search.html",
        f"{STRINGS['search_results']} “{words}”" if words else STRINGS["search"],
        {
            "words": words,
            "entities": found.entities[:NAMES] if found else (),
            "articles": articles,
            "sayings": sayings(library, shown.items),
            "leaf": shown,
            "most": MOST,
        },
    )
