"""An article's page: its whole text, with every claim marked."""

from __future__ import annotations

from kg import resources
from kg.export.page.safe import clean, web_address
from kg.web.citing import citations
from kg.web.library import Library
from kg.web.marking import marked
from kg.web.pages.visit import NoSuchPage, Page, Visit


def article(library: Library, visit: Visit, iri: str) -> Page:
    """The text as it is stored, with the claim of ``claim=`` set off, and the figures in it.

    Raises:
        NoSuchPage: there is no such article.
    """
    read = library.article(library.store.iris.key(iri))
    if read is None:
        raise NoSuchPage
    record = read.record
    wanted = library.store.iris.expand(f"claim:{visit.parameter('claim')}")
    return Page(
        "article.html",
        clean(record.title or record.source),
        {
            "article": read,
            "url": web_address(record.url) or web_address(record.source),
            "cited": citations(record),
            "sparql": resources.query_about("trace", "article", [record.id]),
            "pieces": marked(read.text, read.claims, wanted),
        },
        record.id,
    )
