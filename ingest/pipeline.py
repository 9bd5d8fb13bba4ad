"""From an article to its quads: lay out, find attributions, decide, name, link, count, write."""

from __future__ import annotations

from pyoxigraph import Quad

from ingest import document, entities, figures, language, policies, relations, speakers, triples
from ingest.extract import decide
from ingest.extract.protocol import Extractor
from kg.iris import Iris
from kg.model import Article, Extraction, digest

VERSION = "6"
"""Changes whenever the steps around the extractor may give other claims for the same text."""


def extract(article: Article, extractor: Extractor) -> Extraction:
    """All that an article's text says; nothing where it is in a language that no extractor reads."""
    if not language.is_read(article.language):
        return Extraction(extractor.name, extractor.version)
    laid_out = document.lay_out(article.text)
    reading = extractor.read(laid_out)
    claims = decide(laid_out, reading.attributions, article)
    referents, mentions = entities.find(laid_out, article, reading.names)
    referents, mentions = policies.find(laid_out, claims, referents, mentions, reading.hints)
    claims, referents, mentions = speakers.resolve(laid_out, claims, referents, mentions)
    found, referents, mentions = relations.find(laid_out, referents, mentions, claims)
    found, referents, mentions = policies.stances(laid_out, claims, referents, mentions, found)
    stated = figures.find(laid_out, article, claims, referents, mentions)
    compared = figures.compare(laid_out, claims, referents, mentions, stated)
    return Extraction(
        extractor=extractor.name,
        version=extractor.version,
        claims=claims,
        referents=referents,
        mentions=mentions,
        figures=stated,
        relations=(*found, *compared),
    )


def input_hash(article: Article, extractor: Extractor) -> str:
    """Depends on all that the quads are made from: equal hashes, equal quads."""
    stated = (article.title, article.publisher, article.date, article.url, article.language, article.wire)
    return digest(
        article.key,
        *(value or "" for value in stated),
        "\0".join(article.authors),
        " ".join(sorted(article.inferred)),
        article.raw_sha256,
        extractor.name,
        extractor.version,
        VERSION,
    )


def quads(article: Article, extractor: Extractor, iris: Iris) -> list[Quad]:
    """The quads of an article's says-graph."""
    return triples.says(article, extract(article, extractor), iris, input_hash(article, extractor))
