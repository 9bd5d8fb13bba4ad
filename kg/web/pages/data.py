"""What is to be had as data: a thing's description in RDF, and the payload of the graph page as JSON."""

from __future__ import annotations

import json
from io import BytesIO

from pyoxigraph import serialize

from kg.export.options import Options
from kg.export.page import payload
from kg.export.page.safe import clean
from kg.web.answering import GRAPHS
from kg.web.library import Library
from kg.web.pages.visit import Moved, NoSuchPage, Visit
from kg.web.reply import HTML, Reply, found
from kg.web.strings import STRINGS

MOST_NODES = 400
MOST_HOPS = 3


def described(library: Library, iri: str, type: str) -> Reply:
    """The triples that describe a thing.

    Raises:
        Moved: it went into another.
        NoSuchPage: there are none.
    """
    if (current := library.reader.entities.current(iri)) != iri:
        raise Moved(current)
    triples = library.description(iri)
    if not triples:
        raise NoSuchPage
    out = BytesIO()
    serialize(sorted(triples, key=str), out, GRAPHS[type], prefixes=library.store.prefixes())
    return found(type, out.getvalue())


def graph(library: Library, visit: Visit) -> Reply:
    """The exported page, live.

    Raises:
        NotFoundError: no entity, or several, are meant by ``focus=``.
    """
    # The page brings its own policy; this one adds only what a page cannot say of itself.
    headers = (("Content-Security-Policy", "frame-ancestors 'none'"),)
    return Reply(200, HTML, library.drawn(_options(library, visit)), headers)


def data(library: Library, visit: Visit) -> Reply:
    """What that page shows.

    Raises:
        NotFoundError: as `graph`.
    """
    shown = payload(library, _options(library, visit))
    return found("application/json", json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace"))


def _options(library: Library, visit: Visit) -> Options:
    """What part of the graph is asked for: around a focus, so many hops, at most so many nodes, with others."""
    most = visit.number("max", 0, 1, MOST_NODES) or None
    focus = visit.parameter("focus") or None
    around = library.reader.entities.find(focus) if focus else None
    drawn = sorted(set(visit.parameter("with").split()))
    return Options(
        title=clean(around.label) if around else STRINGS["name"],
        focus=around.id if around else None,
        hops=visit.number("hops", 1, 1, MOST_HOPS),
        max_nodes=most,
        beside=tuple(iri for iri in drawn if library.reader.entities.get(iri)),
    )
