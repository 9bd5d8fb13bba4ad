"""A figure's page: the number, what it counts, and where it is stated."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from kg.export.evidence import pieces
from kg.export.page.safe import clean
from kg.model import FigureRecord
from kg.trace import as_sparql
from kg.web.library import Library
from kg.web.pages.showing import saying
from kg.web.pages.visit import NoSuchPage, Page, Visit
from kg.web.strings import STRINGS


def figure(library: Library, visit: Visit, iri: str) -> Page:
    """A figure with the words around it and the claim that it stands in.

    Raises:
        NoSuchPage: there is no such figure.
    """
    article = library.article_of(iri)
    found = next((figure for figure in article.figures if figure.id == iri), None) if article else None
    if article is None or found is None:
        raise NoSuchPage
    claim = article.claim(found.claim) if found.claim else None
    return Page(
        "figure.html",
        f"{STRINGS['figure']}: {clean(found.text)}",
        {
            "figure": found,
            "article": article.record,
            "amount": amount(found),
            "context": pieces(article.text, found.start, found.end, [(found.start, found.end, "words")]),
            "verified": article.text[found.start : found.end] == found.text,
            "claim": saying(claim, article) if claim else None,
            "restates": next((figure for figure in article.figures if figure.id == found.restates), None),
            "sparql": as_sparql([claim.id]) if claim else None,
        },
        iri,
    )


def amount(figure: FigureRecord) -> str:
    """The number as it is compared, bounds in words."""
    lower, upper = figure.lower and number(figure.lower), figure.upper and number(figure.upper)
    if lower and upper:
        return lower if lower == upper else f"{lower} {STRINGS['to']} {upper}"
    if lower or upper:
        return f"{STRINGS['at_least']} {lower}" if lower else f"{STRINGS['at_most']} {upper}"
    return number(figure.value) if figure.value else ""


def number(exact: str) -> str:
    """A number as people read it: thousands apart, without zeros that say nothing.

    >>> number("5200000"), number("2.50"), number("0.6667")
    ('5,200,000', '2.5', '0.6667')
    """
    try:
        written = f"{Decimal(exact):,f}"
    except (InvalidOperation, ValueError):
        return exact
    return written.rstrip("0").rstrip(".") if "." in written else written
