"""The page of a search."""

from __future__ import annotations

from kg.web.library import Library
from kg.web.pages.showing import sayings
from kg.web.pages.visit import Page, Visit, leaf
from kg.web.searching import LONGEST, find, near
from kg.web.strings import STRINGS

MOST = 1000
"""How many claims a search finds at most."""
NAMES = 40
ARTICLES = 20


def search(library: Library, visit: Visit) -> Page:
    """What a search found."""
    words = " ".join(visit.parameter("q").split())[:LONGEST]
    found = find(library, words, MOST) if words else None
    shown = leaf(found.claims if found else (), visit)
    is_empty = found is not None and not (found.entities or found.articles or found.claims)
    articles = [read.record for key in (found.articles[:ARTICLES] if found else ()) if (read := library.article(key))]
    return Page(
        "search.html",
        f"{STRINGS['search_results']} “{words}”" if words else STRINGS["search"],
        {
            "words": words,
            "entities": found.entities[:NAMES] if found else (),
            "more_names": found is not None and len(found.entities) > NAMES,
            "articles": articles,
            "more_articles": found is not None and len(found.articles) > ARTICLES,
            "near": near(library, words) if is_empty else (),
            "sayings": sayings(library, shown.items),
            "leaf": shown,
            "most": MOST,
        },
    )
