"""All that a page shows, as JSON values: the same for the page in a file and for the one that a server gives."""

from __future__ import annotations

from functools import cache
from typing import Any

from kg import resources
from kg.export.options import Graph, Options
from kg.export.page.chosen import by_date, choose, evidence_of
from kg.export.page.drawing import drawing
from kg.export.page.rows import article_rows, claim_rows, entity_rows, figure_rows, relation_rows
from kg.export.page.safe import clean
from kg.export.strings import KINDS, STANCES, STRINGS, TERMS, TYPES
from kg.export.visnetwork import SHAPES

Json = dict[str, Any]

QUERIES = {"claim": "trace", "speaker": "who-said-what", "policy": "about-policy"}
"""The canned queries behind what the page shows: what it asks for → the query that gives it."""


def payload(graph: Graph, options: Options) -> Json:
    """The rows of a graph, or of what lies around ``options.focus``: then no more of the store is read than that.

    Raises:
        NotFoundError: no entity, or several, are meant by the focus.
        UsageError: more names are to be drawn than a page can hold.
    """
    focus, evidence = evidence_of(graph, options)
    chosen = choose(evidence, focus, options)
    read = graph.details([*chosen.claims, *chosen.relations], rejected=options.rejected)
    claims = sorted(read.claims, key=by_date)
    text = cache(graph.text)
    return {
        "title": clean(options.title or (graph.store.path.resolve().name if graph.store.path else "")) or "claimgraph",
        "focus": focus,
        "left_out": {
            "nodes": chosen.names - len(chosen.network),
            "names": chosen.names,
            "claims": chosen.left_out,
            "untied": chosen.untied,
        },
        "full_text": options.full_text,
        "entities": entity_rows(read, chosen),
        "articles": article_rows(read.articles, claims, text if options.full_text else None),
        "claims": claim_rows(claims, text),
        "figures": figure_rows(read.figures),
        "relations": relation_rows(read, chosen, text),
        **drawing(chosen),
    }


def wording() -> Json:
    """Every word of the interface, with shapes and queries: the same for every page."""
    return {
        "strings": STRINGS,
        "types": {name: {"one": one, "many": many} for name, (one, many) in TYPES.items()},
        "kinds": KINDS,
        "stances": {
            name: {"side": side, "label": label, "title": title} for name, (side, label, title) in STANCES.items()
        },
        "terms": TERMS,
        "shapes": SHAPES,
        "queries": {asked: resources.query_text(name) for asked, name in QUERIES.items()},
    }
