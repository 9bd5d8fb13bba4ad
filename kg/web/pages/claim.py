"""A claim's page: the chain from the outlet to the exact words, and what can be taken away."""

from __future__ import annotations

from kg.export.page.safe import clean, web_address
from kg.model import ClaimRecord
from kg.trace import as_sparql, trace_claim
from kg.web.citing import citations
from kg.web.library import Library, Read
from kg.web.pages.showing import saying
from kg.web.pages.visit import NoSuchPage, Page, Visit
from kg.web.strings import STRINGS

TITLE = 80
"""Characters of a claim that stand in the page's title."""


def claim(library: Library, visit: Visit, iri: str) -> Page:
    """The evidence chain of a claim, every hop with its words in their context.

    Raises:
        NoSuchPage: there is no such claim.
    """
    article = library.article_of(iri)
    record = article.claim(iri) if article else None
    found = trace_claim(library.store, iri)
    if article is None or record is None or found is None:
        raise NoSuchPage
    hops = [saying(said, article) for hop in found.hops if (said := article.claim(hop.claim))]
    figures = {figure.id: figure for figure in article.figures}
    words = clean(record.text)
    return Page(
        "claim.html",
        f"{STRINGS['claim']}: {words if len(words) <= TITLE else words[:TITLE].rstrip() + '…'}",
        {
            "claim": record,
            "article": article.record,
            "url": web_address(article.record.url) or web_address(article.record.source),
            "hops": hops,
            "figures": [figures[id] for id in record.figures if id in figures],
            "later": library.later(record, article),
            "sparql": as_sparql([iri]),
            "cited": citations(article.record, record, _speaker(record, article)),
        },
        iri,
    )


def _speaker(claim: ClaimRecord, article: Read) -> str:
    """Who speaks, by name or in the article's words."""
    words = article.text[slice(*claim.speaker_span)] if claim.speaker_span else ""
    return clean(claim.speaker.label if claim.speaker else words)
