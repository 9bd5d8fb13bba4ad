"""The pages: an address in, HTML or data out. Text enters the templates as text, never as markup."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode

from pyoxigraph import serialize

from kg.errors import KgError, NotFoundError
from kg.export.evidence import context_of, context_of_relation, matches, pieces
from kg.export.options import Options
from kg.export.page import page, payload
from kg.export.page.safe import clean, web_address
from kg.model import ENTITY_TYPES, ClaimRecord, FigureRecord, RelationRecord
from kg.query import canned
from kg.trace import as_sparql, trace_claim
from kg.web.answering import GRAPHS
from kg.web.library import Library, Read, stances
from kg.web.marking import marked
from kg.web.negotiation import choose
from kg.web.reply import Reply, failure
from kg.web.strings import KINDS, STANCES, STRINGS

if TYPE_CHECKING:
    from jinja2 import Environment

    from kg.store import Store

HTML = "text/html; charset=utf-8"
SIZE = 25
"""How many claims or names stand on one page of a list."""
FEW = 5
"""How many of each kind stand on an entity's page before the list of all."""
MOST_NODES = 400
MOST_FOUND = 200
SHOWN = {"said": "kg:speaker", "about": "kg:about", "cites": "kg:cites"}
TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Visit:
    """A request for a page: its path, its parameters, and the Accept header."""

    path: str
    parameters: tuple[tuple[str, str], ...] = ()
    accept: str | None = None

    def parameter(self, name: str, default: str = "") -> str:
        """A parameter's last value."""
        return dict(self.parameters).get(name, default)

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A parameter's value as a whole number within bounds."""
        given = self.parameter(name)
        return min(most, max(least, int(given))) if given.isascii() and given.isdigit() and len(given) < 10 else default


class NoSuchPage(Exception):
    """Nothing has that address."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: its items, and where it stands among the pages."""

    items: Sequence[Any]
    total: int
    number: int
    pages: int


def leaf(items: Sequence[Any], visit: Visit, size: int = SIZE) -> Leaf:
    """The page of a list that a visit asks for."""
    pages = max(1, ceil(len(items) / size))
    number = visit.number("page", 1, 1, pages)
    return Leaf(items[(number - 1) * size : number * size], len(items), number, pages)


def handler(store: Store) -> Callable[[Visit], Reply]:
    """What answers visits from a store."""
    pages = Pages(Library(store))

    def answer(visit: Visit) -> Reply:
        try:
            return pages.answer(visit)
        except NoSuchPage:
            return pages.error(404, STRINGS["not_found"])
        except NotFoundError as error:
            return pages.error(404, str(error))
        except KgError as error:
            return failure(400, str(error))

    return answer


class Pages:
    """Finds what an address is of, and fills its template."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.iris = library.store.iris
        self._environment = environment(self.link)

    def link(self, iri: str) -> str:
        """The address of a thing of this store."""
        kind, _, key = self.iris.compact(iri).partition(":")
        return f"/{kind}/{quote(key, safe='')}"

    def render(self, template: str, **values: Any) -> Reply:
        """A filled template."""
        text = self._environment.get_template(template).render(**values)
        return Reply(200, HTML, text.encode("utf-8", "replace"), (("Vary", "Accept"),))

    def error(self, status: int, message: str) -> Reply:
        """A page that says what is wrong."""
        made = self.render("error.html", title=str(status), message=message)
        return Reply(status, HTML, made.body, made.headers)

    def answer(self, visit: Visit) -> Reply:
        """The page or the data at an address."""
        kind, _, rest = visit.path.strip("/").partition("/")
        if not rest and kind in _PLACES:
            return _PLACES[kind](self, visit)
        if kind == "list" and rest in ENTITY_TYPES:
            names = leaf(self.library.entities_of(rest), visit, 4 * SIZE)
            return self.render(
                "names.html", title=KINDS[rest][1], names=names, counts=self.library.mentions, **_paging(visit)
            )
        if kind in (*ENTITY_TYPES, "article", "claim", "figure") and rest:
            return self._node(kind, unquote(rest), visit)
        raise NoSuchPage

    def _node(self, kind: str, key: str, visit: Visit) -> Reply:
        """A thing's page, or its description in RDF: by the Accept header, or by ``format=``."""
        iri = self.iris.expand(f"{kind}:{key}")
        if iri is None:
            raise NoSuchPage
        chosen = choose(_FORMATS.get(visit.parameter("format")) or visit.accept, ["text/html", *GRAPHS])
        if chosen is None:
            return failure(406, f"This comes as: text/html, {', '.join(GRAPHS)}", ("Vary", "Accept"))
        if chosen != "text/html":
            return self._described(iri, chosen)
        if kind == "article":
            return self._article(key)
        if kind == "claim":
            return self._claim(iri)
        if kind == "figure":
            return self._figure(iri)
        return self._entity(iri, visit)

    def _described(self, iri: str, type: str) -> Reply:
        found = self.library.description(iri)
        if not found:
            raise NoSuchPage
        out = BytesIO()
        serialize(sorted(found, key=str), out, GRAPHS[type], prefixes=self.library.store.prefixes())
        charset = "; charset=utf-8" if type.startswith("text/") else ""
        return Reply(200, type + charset, out.getvalue(), (("Vary", "Accept"),))

    def _home(self, visit: Visit) -> Reply:
        latest = [found for key in self.library.keys[:8] if (found := self.library.article(key))]
        return self.render("home.html", title="claimgraph", overview=self.library.overview, latest=latest)

    def _articles(self, visit: Visit) -> Reply:
        keys = leaf(self.library.keys, visit)
        items = [found for key in keys.items if (found := self.library.article(key))]
        return self.render("articles.html", title=STRINGS["articles"], articles=items, names=keys, **_paging(visit))

    def _search(self, visit: Visit) -> Reply:
        words = " ".join(visit.parameter("q").split())[:200]
        found = self.library.search(words, MOST_FOUND) if words else None
        claims = leaf(found.claims if found else (), visit)
        articles = [read for key in (found.articles[:20] if found else ()) if (read := self.library.article(key))]
        return self.render(
            "search.html",
            title=STRINGS["search"],
            words=words,
            entities=found.entities[:40] if found else (),
            articles=articles,
            claims=self._sayings(claims.items),
            names=claims,
            **_paging(visit),
        )

    def _sayings(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """Claims as lists show them."""
        return [saying(claim, article) for claim, article in self.library.claims_at(ids)]

    def _entity(self, iri: str, visit: Visit) -> Reply:
        entity = self.library.entity(iri)
        if entity is None:
            raise NoSuchPage
        shown = visit.parameter("show")
        lists = {}
        for name, predicate in SHOWN.items():
            if shown in ("", name):
                ids = self.library.claims_by(iri, predicate)
                found = leaf(ids, visit) if shown else Leaf(ids[:FEW], len(ids), 1, 1)
                lists[name] = (found, self._sayings(found.items))
        relations = self.library.relations_of(iri)
        others = [(r, a) for r, a in relations if r.predicate not in STANCES]
        paged = leaf(others, visit) if shown == "relations" else Leaf(others[: 2 * FEW], len(others), 1, 1)
        roles = [r for r, _ in relations if r.role and r.subject.id == iri]
        return self.render(
            "entity.html",
            title=clean(entity.label),
            entity=entity,
            shown=shown,
            lists=lists,
            stances={n: [asserted(r, a) for r, a in found] for n, found in stances(relations).items()},
            relations=[asserted(r, a) for r, a in paged.items] if shown in ("", "relations") else [],
            relations_leaf=paged,
            roles=list({(clean(r.role or ""), r.object): None for r in roles}),
            iri=iri,
            **_paging(visit),
        )

    def _article(self, key: str) -> Reply:
        article = self.library.article(key)
        if article is None:
            raise NoSuchPage
        return self.render(
            "article.html",
            title=clean(article.record.title or article.record.source),
            article=article,
            url=web_address(article.record.url) or web_address(article.record.source),
            pieces=marked(article.text, article.claims),
            iri=article.record.id,
        )

    def _claim(self, iri: str) -> Reply:
        article = self.library.article_of(iri)
        claim = article.claim(iri) if article else None
        found = trace_claim(self.library.store, iri)
        if article is None or claim is None or found is None:
            raise NoSuchPage
        hops = [(hop, saying(said, article)) for hop in found.hops if (said := article.claim(hop.claim))]
        figures = {figure.id: figure for figure in article.figures}
        return self.render(
            "claim.html",
            title=f"{STRINGS['claim']}: {clean(claim.text)[:80]}",
            claim=claim,
            article=article,
            url=web_address(article.record.url) or web_address(article.record.source),
            hops=hops,
            figures=[figures[id] for id in claim.figures if id in figures],
            sparql=as_sparql([iri]),
            iri=iri,
        )

    def _figure(self, iri: str) -> Reply:
        article = self.library.article_of(iri)
        figure = next((f for f in article.figures if f.id == iri), None) if article else None
        if article is None or figure is None:
            raise NoSuchPage
        claim = article.claim(figure.claim) if figure.claim else None
        return self.render(
            "figure.html",
            title=f"{STRINGS['figure']}: {clean(figure.text)}",
            figure=figure,
            article=article,
            context=pieces(article.text, figure.start, figure.end, [(figure.start, figure.end, "words")]),
            verified=_stands(figure, article),
            claim=saying(claim, article) if claim else None,
            iri=iri,
        )

    def _graph(self, visit: Visit) -> Reply:
        # The page brings its own policy; this one adds only what a page cannot say of itself.
        headers = (("Content-Security-Policy", "frame-ancestors 'none'"),)
        return Reply(200, HTML, page(self.library, self._options(visit), server="/data"), headers)

    def _data(self, visit: Visit) -> Reply:
        data = payload(self.library, self._options(visit))
        return Reply(200, "application/json", json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"))

    def _options(self, visit: Visit) -> Options:
        """What part of the graph is asked for: around a focus, so many hops, at most so many nodes, with others."""
        most = visit.number("max", 0, 1, MOST_NODES) or None
        focus = visit.parameter("focus") or None
        found = self.library.reader.entities.find(focus) if focus else None
        title = clean(found.label) if found else "claimgraph"
        drawn = set(visit.parameter("with").split())
        beside = (
            tuple(sorted(entity.id for entity in self.library.reader.entities if entity.id in drawn)) if drawn else ()
        )
        hops = visit.number("hops", 1, 1, 3)
        return Options(title, found.id if found else None, hops=hops, max_nodes=most, beside=beside)

    def _query(self, visit: Visit) -> Reply:
        examples = [(query, query.text) for query in canned().values()]
        made = self.render(
            "query.html",
            title=STRINGS["query"],
            examples=examples,
            prefixes=self.library.store.prefixes(),
            query=visit.parameter("query"),
        )
        return Reply(200, HTML, made.body, (("Content-Security-Policy", EDITOR_POLICY),))


EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The editor sets styles as it goes, and asks this server; nobody else.

Its table of results hands text to the browser as markup for a moment, so this policy is what keeps handlers in it from
firing (a browser test looks).
"""

_PLACES: dict[str, Callable[[Pages, Visit], Reply]] = {
    "": Pages._home,
    "articles": Pages._articles,
    "search": Pages._search,
    "graph": Pages._graph,
    "data": Pages._data,
    "query": Pages._query,
}
"""The addresses that are not of one thing."""

_FORMATS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


def saying(claim: ClaimRecord, article: Read) -> dict[str, Any]:
    """A claim with its words in their context, and whether they are what stands there."""
    unresolved = article.text[slice(*claim.speaker_span)] if claim.speaker_span and not claim.speaker else ""
    return {
        "claim": claim,
        "article": article.record,
        "context": context_of(claim, article.text),
        "verified": matches(claim, article.text),
        "unresolved": clean(unresolved),
    }


def asserted(relation: RelationRecord, article: Read) -> dict[str, Any]:
    """A relation with the words that assert it."""
    return {
        "relation": relation,
        "article": article.record,
        "context": context_of_relation(relation, article.text),
    }


def _stands(figure: FigureRecord, article: Read) -> bool:
    return article.text[figure.start : figure.end] == figure.text


def _paging(visit: Visit) -> dict[str, Any]:
    """What templates need to link to the other pages of a list."""
    kept = [(name, value) for name, value in visit.parameters if name != "page"]

    def at(number: int) -> str:
        return f"{quote(visit.path)}?{urlencode([*kept, ('page', str(number))])}"

    return {"at": at}


def environment(link: Callable[[str], str]) -> Environment:
    """The templates' environment: everything is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    made.filters["clean"] = clean
    made.filters["words"] = lambda text: text.replace("\x00", "\ufffd")
    made.filters["spoken"] = _spoken
    made.globals.update(link=cache(link), s=STRINGS, kinds=KINDS, stance_words=STANCES)
    return made


def _spoken(name: str) -> str:
    """A term's name as words.

    >>> _spoken("memberOf")
    'member of'
    """
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).replace("-", " ")
