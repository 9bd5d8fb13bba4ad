"""From a claim, an entity, a figure or some words back to the exact words in their article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode

from kg import resources
from kg.claims import find as find_claim
from kg.errors import NotFoundError
from kg.graph import ClaimFilter, Reader
from kg.hops import Hop, hop, optional
from kg.iris import fold
from kg.ontology import term
from kg.store import Store, value

LIMIT = 20
"""The most traces that one question gives, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Trace:
    """The chain behind one claim: the outlet and article, then each hop from the outermost speaker inwards.

    ``claim`` is the id of the hop that was asked for. ``revises`` and ``revised_by`` are other versions of the article.
    """

    claim: str
    article: str
    source: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    url: str | None
    wire: str | None
    revises: str | None
    revised_by: str | None
    hops: tuple[Hop, ...]


def trace(store: Store, what: str, reader: Reader | None = None, *, limit: int = LIMIT) -> list[Trace]:
    """The traces of a claim's id, a figure's id, an entity (what it said, then what is said about it), or some words.

    Raises:
        NotFoundError: nothing in the store fits.
    """
    if not what.strip():
        raise NotFoundError("there is nothing to trace: give an id, a name or some words. See: kg claims")
    iri = store.iris.expand(what)
    reader = reader or Reader(store)
    claims = list(islice(_claims_of(store, what, iri, reader), limit))
    if not claims:
        raise NotFoundError(f"{what}: no claim has to do with it. See: kg claims, kg entities")
    return [found for claim in claims if (found := trace_claim(store, claim))]


def trace_claim(store: Store, claim: str) -> Trace | None:
    """The trace of one claim by its IRI, or none where the store does not have it.

    ``queries/trace.rq`` is asked once for every hop: for the claim, for those around it, for those inside it.
    """
    asked = _rows(store, claim)
    if not asked:
        return None
    by_claim = {claim: asked}
    outer = asked
    while (around := optional(outer[0]["embeddedIn"])) and around not in by_claim:
        by_claim[around] = outer = _rows(store, around)
    hops = [hop(store, found, rows) for found, rows in reversed(by_claim.items())]
    waiting = _inside(asked)
    while waiting:
        inner = waiting.pop(0)
        if inner not in by_claim:
            by_claim[inner] = _rows(store, inner)
            hops.append(hop(store, inner, by_claim[inner]))
            waiting += _inside(by_claim[inner])
    first = asked[0]
    return Trace(
        claim=claim,
        article=first["article"].value,
        source=first["source"].value,
        title=optional(first["title"]),
        authors=tuple(dict.fromkeys(row["author"].value for row in asked if row["author"])),
        publisher=optional(first["publisher"]),
        date=optional(first["date"]),
        url=optional(first["url"]),
        wire=optional(first["wire"]),
        revises=optional(first["revises"]),
        revised_by=optional(first["revisedBy"]),
        hops=tuple(hops),
    )


def _rows(store: Store, claim: str) -> list[Any]:
    return list(store.query(resources.query_text("trace"), {"claim": NamedNode(claim)}))  # type: ignore[arg-type]


def _inside(rows: list[Any]) -> list[str]:
    return list(dict.fromkeys(value(row["embeds"]) for row in rows if row["embeds"]))


def as_sparql(claims: Iterable[str]) -> str:
    """The query that gives the traces of some claims, ready to be run anywhere."""
    return resources.query_about("trace", "claim", claims)


def _claims_of(store: Store, what: str, iri: str | None, reader: Reader) -> Iterable[str]:
    """The IRIs of the claims that a question is about."""
    kind = store.iris.compact(iri).partition(":")[0] if iri else ""
    if kind == "claim":
        return [find_claim(store, what)]
    if kind == "figure":
        pattern = store.engine.quads_for_pattern
        if not (evidence := list(pattern(NamedNode(iri or ""), term("kg:evidence"), None, None))):
            raise NotFoundError(f"{what}: no figure of that id. See: kg figures")
        claims = [value(quad.object) for quad in pattern(NamedNode(iri or ""), term("kg:statedIn"), None, None)]
        if not claims:
            words = value(next(pattern(evidence[0].object, term("oa:exact"), None, None)).object)  # type: ignore[arg-type]
            raise NotFoundError(f"{what}: “{words}” stands in no claim but in a heading, a caption or the like")
        return claims
    if kind == "article":
        reader.article(what)
        return [c.id for c in reader.claims(ClaimFilter(source=iri, all_versions=True))]
    try:
        entity = reader.entities.find(what)
    except NotFoundError as error:
        if iri:
            raise
        if not (found := _claims_with(what, store, reader)):
            raise NotFoundError(f"no claim has these words. {error}") from None
        return found
    pointers = ("kg:speaker", "kg:about", "kg:cites")
    rejected = reader.rejected()
    found = [claim for pointer in pointers for claim in _outermost(store, reader, pointer, entity.id)]
    claims = [claim for claim in dict.fromkeys(found) if claim not in rejected]
    return claims if claims or iri else _claims_with(what, store, reader)


def _outermost(store: Store, reader: Reader, pointer: str, entity: str) -> list[str]:
    """The claims of current versions that point to an entity and that no other embeds, by source and place."""
    pattern, embeds = store.engine.quads_for_pattern, term("kg:embeds")
    gone = {store.iris.resolves(store.iris.key(article)) for article in reader.superseded()}
    found = [quad for quad in pattern(None, term(pointer), NamedNode(entity), None) if quad.graph_name not in gone]
    outer = [quad.subject for quad in found if next(pattern(None, embeds, quad.subject, None), None) is None]
    return _in_order(store, outer)


def _claims_with(words: str, store: Store, reader: Reader) -> list[str]:
    """The claims in whose text some words stand, whatever the case, accents and kind of quotation marks.

    Those that people rejected come last.
    """
    wanted = _plain(words)
    if not wanted:
        return []
    gone = {store.iris.says(store.iris.key(article)) for article in reader.superseded()}
    first, found = store.iris.mint("claim", "").value, []
    for quad in store.engine.quads_for_pattern(None, term("schema:text"), None, None):
        is_claim = value(quad.subject).startswith(first) and quad.graph_name not in gone
        if is_claim and wanted in _plain(value(quad.object)):
            found.append(quad.subject)
    return sorted(_in_order(store, found), key=reader.rejected().__contains__)


def _in_order(store: Store, claims: Iterable[Any]) -> list[str]:
    """Claims by source and place in the text; of those that begin together, the outermost first."""
    pattern = store.engine.quads_for_pattern

    def only(node: Any, curie: str) -> list[Any]:
        return [quad.object for quad in pattern(node, term(curie), None, None)]

    def place(claim: Any) -> tuple[str, int, int, str]:
        (article,) = only(claim, "prov:wasQuotedFrom")
        spans = only(claim, "kg:evidence")
        starts, ends = ([int(value(only(span, name)[0])) for span in spans] for name in ("oa:start", "oa:end"))
        return value(only(article, "kg:source")[0]), min(starts), -max(ends), value(claim)

    return [value(claim) for claim in sorted(claims, key=place)]


_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-"})


def _plain(text: str) -> str:
    return fold(text.translate(_PLAIN)).strip(" \"'")
