"""From a claim, an entity, a figure or some words back to the exact words in their article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode

from kg import resources
from kg.errors import NotFoundError
from kg.graph import ClaimFilter, Reader
from kg.iris import fold
from kg.model import Reference
from kg.ontology import notation, term
from kg.store import Store, value

LIMIT = 20
"""The most traces that one question gives, unless more are asked for."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words with what stands around them."""

    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One claim on the way: who said it, how the article says so, and the passages that carry it."""

    claim: str
    embedded_in: str | None
    speaker: Reference | None
    speaker_words: str | None
    cue: str | None
    mode: str
    type: str
    text: str
    passages: tuple[Passage, ...]
    cites: tuple[Reference, ...]
    status: str | None = None


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
    iri = store.iris.expand(what)
    if iri and store.iris.compact(iri).startswith("claim:"):
        found = trace_claim(store, iri)
        if not found:
            raise NotFoundError(f"{what}: no claim of that id. See: kg claims")
        return [found]
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
    while (around := _value(outer[0]["embeddedIn"])) and around not in by_claim:
        by_claim[around] = outer = _rows(store, around)
    hops = [_hop(found, rows) for found, rows in reversed(by_claim.items())]
    waiting = _inside(asked)
    while waiting:
        inner = waiting.pop(0)
        if inner not in by_claim:
            by_claim[inner] = _rows(store, inner)
            hops.append(_hop(inner, by_claim[inner]))
            waiting += _inside(by_claim[inner])
    first = asked[0]
    return Trace(
        claim=claim,
        article=first["article"].value,
        source=first["source"].value,
        title=_value(first["title"]),
        authors=tuple(dict.fromkeys(row["author"].value for row in asked if row["author"])),
        publisher=_value(first["publisher"]),
        date=_value(first["date"]),
        url=_value(first["url"]),
        wire=_value(first["wire"]),
        revises=_value(first["revises"]),
        revised_by=_value(first["revisedBy"]),
        hops=tuple(hops),
    )


def _rows(store: Store, claim: str) -> list[Any]:
    return list(store.query(resources.query_text("trace"), {"claim": NamedNode(claim)}))  # type: ignore[arg-type]


def _inside(rows: list[Any]) -> list[str]:
    return list(dict.fromkeys(value(row["embeds"]) for row in rows if row["embeds"]))


def as_sparql(claims: Iterable[str]) -> str:
    """The query that gives the traces of some claims, ready to be run anywhere."""
    values = " ".join(f"<{claim}>" for claim in claims)
    return resources.query_text("trace").replace("WHERE {", f"WHERE {{\n  VALUES ?claim {{ {values} }}", 1)


def _value(found: object) -> str | None:
    return None if found is None else value(found)


def _hop(claim: str, rows: list[Any]) -> Hop:
    first = rows[0]
    passages = {
        Passage(
            int(r["start"].value), int(r["end"].value), r["prefix"].value, r["exact"].value, r["suffix"].value
        ): None
        for r in rows
    }
    speaker = first["speaker"]
    return Hop(
        claim=claim,
        embedded_in=_value(first["embeddedIn"]),
        speaker=_reference(speaker.value, first["speakerLabel"].value) if speaker else None,
        speaker_words=_value(first["speakerWords"]),
        cue=_value(first["cue"]),
        mode=notation(first["mode"].value),
        type=notation(first["type"].value),
        text=first["words"].value,
        passages=tuple(passages),
        status=notation(status) if (status := _value(first["status"])) else None,
        cites=tuple({_reference(r["cited"].value, r["citedLabel"].value): None for r in rows if r["cited"]}),
    )


def _reference(iri: str, label: str) -> Reference:
    kind = iri.rpartition(":")[0].rpartition(":")[2] or iri.rpartition("/")[0].rpartition("/")[2]
    return Reference(iri, label, kind)


def _claims_of(store: Store, what: str, iri: str | None, reader: Reader) -> Iterable[str]:
    """The IRIs of the claims that a question is about."""
    kind = store.iris.compact(iri).partition(":")[0] if iri else ""
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
        return [c.id for c in reader.claims(ClaimFilter(source=iri, all_versions=True))]
    try:
        entity = reader.entities.find(what)
    except NotFoundError as error:
        if iri:
            raise
        if not (found := _claims_with(what, reader)):
            raise NotFoundError(f"no claim has these words. {error}") from None
        return found
    said = [c.id for c in reader.claims(ClaimFilter(speaker=entity.id)) if not c.embedded_in]
    about = [c.id for c in reader.claims(ClaimFilter(about=entity.id)) if not c.embedded_in]
    return list(dict.fromkeys([*said, *about]))


def _claims_with(words: str, reader: Reader) -> list[str]:
    """The claims in whose text some words stand, whatever the case, accents and kind of quotation marks."""
    wanted = _plain(words)
    return [c.id for c in reader.claims(ClaimFilter()) if wanted in _plain(c.text)] if wanted else []


_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2011": "-"})


def _plain(text: str) -> str:
    return fold(text.translate(_PLAIN)).strip(" \"'")
