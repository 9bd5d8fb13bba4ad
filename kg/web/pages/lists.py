"""Lists of all there is of a kind: articles, claims, figures, names of a type."""

from __future__ import annotations

from itertools import groupby

from kg.export.strings import TYPES
from kg.web.library import Library
from kg.web.pages.showing import sayings
from kg.web.pages.visit import SIZE, Page, Visit, leaf
from kg.web.strings import STRINGS

NAMES = 4 * SIZE
"""How many names, which take little room, stand on one page of a list."""


def articles(library: Library, visit: Visit) -> Page:
    """All current articles, latest first."""
    shown = leaf(library.keys, visit)
    found = [read.record for key in shown.items if (read := library.article(key))]
    return Page("articles.html", STRINGS["articles"], {"articles": found, "leaf": shown})


def claims(library: Library, visit: Visit) -> Page:
    """All current claims, those of the latest articles first."""
    shown = leaf(library.all_claims, visit)
    return Page("claims.html", STRINGS["all_claims"], {"sayings": sayings(library, shown.items), "leaf": shown})


def figures(library: Library, visit: Visit) -> Page:
    """All current figures, those of the latest articles first."""
    shown = leaf(library.all_figures, visit, 2 * SIZE)
    found = groupby(library.figures_at(shown.items), key=lambda pair: pair[1].record)
    by_article = [(article, [figure for figure, _ in group]) for article, group in found]
    return Page("figures.html", STRINGS["figures"], {"figures": by_article, "leaf": shown})


def names(library: Library, visit: Visit, type: str) -> Page:
    """The names of a type, those that most claims concern first."""
    shown = leaf(library.entities_of(type), visit, NAMES)
    return Page("names.html", TYPES[type][1], {"type": type, "leaf": shown, "mentions": library.mentions})
