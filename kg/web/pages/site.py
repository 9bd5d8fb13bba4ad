"""Which page is at which address, and in which form it is sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlencode

from kg.errors import KgError, NotFoundError
from kg.model import ENTITY_TYPES
from kg.web.answering import GRAPHS
from kg.web.library import Library
from kg.web.negotiation import choose
from kg.web.pages import data, home, lists, query, search
from kg.web.pages.article import article
from kg.web.pages.claim import claim
from kg.web.pages.entity import entity
from kg.web.pages.figure import figure
from kg.web.pages.rendering import Renderer
from kg.web.pages.visit import Moved, NoSuchPage, Page, Visit
from kg.web.reply import PLAIN, Reply, failure
from kg.web.searching import LONGEST, near
from kg.web.strings import STRINGS

if TYPE_CHECKING:
    from kg.store import Store

HTML, JSON = "text/html", "application/json"
FORMATS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
"""What ``format=`` may say of a thing's address, instead of an Accept header."""

Place = Callable[[Library, Visit], Page | Reply]
Thing = Callable[[Library, Visit, str], Page]

PLACES: dict[str, Place] = {
    "": home.home,
    "articles": lists.articles,
    "claims": lists.claims,
    "figures": lists.figures,
    "search": search.search,
    "query": query.query,
    "graph": data.graph,
    "data": data.data,
}
"""The addresses that are not of one thing."""
THINGS: dict[str, Thing] = {
    "article": article,
    "claim": claim,
    "figure": figure,
    **dict.fromkeys(ENTITY_TYPES, entity),
}
"""What makes the page of a thing, by the kind in its IRI."""


def handler(store: Store) -> Callable[[Visit], Reply]:
    """What answers visits from a store."""
    return Site(Library(store)).answer


class Site:
    """All pages of a store."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._renderer = Renderer(library.store.iris, lambda: library.named)

    def answer(self, visit: Visit) -> Reply:
        """The page or the data at an address, an address that leads on, or why there is neither."""
        try:
            found = self._found(visit)
        except Moved as moved:
            asked = f"?{urlencode(visit.parameters)}" if visit.parameters else ""
            # Not for good: a decision that two are one can be taken back.
            return Reply(303, PLAIN, b"", (("Location", self._renderer.link(moved.iri) + asked), VARY))
        except (NoSuchPage, NotFoundError) as error:
            found = self._missing(visit, str(error))
        except KgError as error:
            found = failure(400, str(error))
        return Reply(found.status, found.type, found.body, (*found.headers, VARY), found.ended)

    def _found(self, visit: Visit) -> Reply:
        kind, _, rest = visit.path.strip("/").partition("/")
        if not rest and kind in PLACES:
            return self._place(PLACES[kind], visit, JSON if kind == "data" else HTML)
        if kind == "list" and rest in ENTITY_TYPES:
            return self._place(partial(lists.names, type=rest), visit, HTML)
        if kind in THINGS and rest:
            return self._thing(kind, unquote(rest), visit)
        raise NoSuchPage

    def _place(self, make: Place, visit: Visit, type: str) -> Reply:
        """A page that is not of one thing and comes as one type only."""
        if not choose(visit.accept, [type]):
            return _unacceptable(type)
        made = make(self.library, visit)
        return made if isinstance(made, Reply) else self._renderer.reply(made)

    def _thing(self, kind: str, key: str, visit: Visit) -> Reply:
        """A thing's page, or its description in RDF: by the Accept header, or by ``format=``."""
        iri = self.library.store.iris.expand(f"{kind}:{key}")
        if iri is None:
            raise NoSuchPage
        format = visit.parameter("format")
        if format and format not in FORMATS:
            return _unacceptable(*(f"format={name}" for name in FORMATS))
        chosen = FORMATS.get(format) or choose(visit.accept, [HTML, *GRAPHS])
        if chosen is None:
            return _unacceptable(HTML, *GRAPHS)
        if chosen != HTML:
            return data.described(self.library, iri, chosen)
        return self._renderer.reply(THINGS[kind](self.library, visit, iri))

    def _missing(self, visit: Visit, message: str) -> Reply:
        """What says that nothing is there, and what may have been meant."""
        if choose(visit.accept, [HTML]) is None:
            return failure(404, message or STRINGS["not_found"])
        kind, _, rest = visit.path.strip("/").partition("/")
        meant = " ".join(
            (visit.parameter("focus") or unquote(rest or kind)).replace("-", " ").replace("_", " ").split()
        )
        key = {"claim": "no_claim", "figure": "no_claim", "article": "no_article"}.get(kind, "why_missing")
        page = Page(
            "missing.html",
            STRINGS["not_found"],
            {"why": STRINGS[key], "meant": meant[:LONGEST], "near": near(self.library, meant)},
        )
        return self._renderer.reply(page, 404)


VARY = ("Vary", "Accept")


def _unacceptable(*offers: str) -> Reply:
    return failure(406, f"This comes as: {', '.join(offers)}")
