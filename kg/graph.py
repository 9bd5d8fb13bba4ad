"""Quads in, records out: articles, claims, entities, figures and relations as a store holds them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from itertools import chain

from pyoxigraph import NamedNode, Quad

from kg import current
from kg.entities import Entities
from kg.errors import NotFoundError
from kg.iris import Iris, fold
from kg.model import (
    ArticleRecord,
    ClaimRecord,
    EntityRecord,
    FigureRecord,
    MentionRecord,
    Reference,
    RelationRecord,
    Role,
    fullest,
)
from kg.ontology import notation, term
from kg.store import Store, value


def _iri(curie: str) -> str:
    return term(curie).value


A = _iri("rdf:type")
NAMING = {
    _iri("kg:Claim"): frozenset(map(_iri, ("kg:speaker", "kg:about", "kg:cites"))),
    _iri("kg:Relation"): frozenset(map(_iri, ("rdf:subject", "rdf:object"))),
}
"""The properties that lead from claims and from relations to entities."""
START, END, EXACT = _iri("oa:start"), _iri("oa:end"), _iri("oa:exact")


def is_date(text: str) -> bool:
    """Whether a text is a year, a month or a day that exists, in ISO 8601.

    >>> [is_date(text) for text in ("2025", "2025-02", "2025-02-28", "2025-13", "2025-02-31")]
    [True, True, True, False, False]
    """
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted; none of a field's kind means any. ``speaker`` and ``about`` are IRIs of entities."""

    speaker: str | None = None
    about: str | None = None
    type: str | None = None
    mode: str | None = None
    source: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    attributed: bool = False
    all_versions: bool = False
    rejected: bool = False

    def admits(self, claim: ClaimRecord, speakers: tuple[str, ...]) -> bool:
        """Whether a claim passes. Dates compare by the claim's own, else its article's."""
        return (
            (self.speaker is None or self.speaker in speakers)
            and (self.about is None or any(entity.id == self.about for entity in claim.about))
            and (self.type is None or claim.type == self.type)
            and (self.mode is None or claim.mode == self.mode)
            and (self.rejected or claim.status != "rejected")
            and not (self.attributed and claim.mode == "narration")
            and (self.since is None or (claim.date or "")[: len(self.since)] >= self.since)
            and (self.until is None or "" < (claim.date or "")[: len(self.until)] <= self.until)
            and (self.text is None or self.text.casefold() in claim.text.casefold())
        )


class ArticleGraph:
    """Both graphs of one article version, or some ``quads`` of them, indexed by subject and predicate."""

    def __init__(self, store: Store, key: str, entities: Entities, quads: Iterable[Quad] | None = None) -> None:
        self.key = key
        self.id = store.iris.mint("article", key).value
        self._entities = entities
        self._index: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._subjects: dict[str, list[str]] = defaultdict(list)
        whole = chain(store.graph(store.iris.says(key)), store.graph(store.iris.resolves(key)))
        self.take(whole if quads is None else quads)

    def take(self, quads: Iterable[Quad]) -> None:
        """Takes in quads of nodes that are not here yet."""
        for lookup in ("parents", "figures_in", "_claims"):
            self.__dict__.pop(lookup, None)
        for quad in quads:
            subject, predicate, found = value(quad.subject), value(quad.predicate), value(quad.object)
            self._index[subject].setdefault(predicate, []).append(found)
            if predicate == A:
                self._subjects[found].append(subject)

    def subjects(self, curie: str) -> list[str]:
        """The IRIs of everything of a class, sorted."""
        return sorted(self._subjects[_iri(curie)])

    def value(self, subject: str, curie: str) -> str | None:
        """A property's only value, or none."""
        values = self._index[subject].get(_iri(curie))
        return values[0] if values else None

    def values(self, subject: str, curie: str) -> list[str]:
        """A property's values, sorted."""
        return sorted(self._index[subject].get(_iri(curie), ()))

    def span(self, node: str | None) -> tuple[int, int] | None:
        """A span's offsets."""
        if node is None:
            return None
        values = self._index[node]
        return int(values[START][0]), int(values[END][0])

    def exact(self, node: str | None) -> str | None:
        """A span's exact words."""
        return self._index[node][EXACT][0] if node else None

    @cached_property
    def source(self) -> str:
        """Where the article was read from."""
        return self.value(self.id, "kg:source") or ""

    @cached_property
    def text(self) -> str:
        """The stored text."""
        parts = self.values(self.id, "kg:textPart")
        parts.sort(key=lambda part: int(self.value(part, "kg:number") or 0))
        return "".join(self.value(part, "schema:text") or "" for part in parts)

    def reference(self, entity: str) -> Reference:
        """An entity as records point to it."""
        return self._entities.reference(entity)

    def article(self, superseded_by: str | None) -> ArticleRecord:
        """The article's record."""
        activity = self.subjects("kg:Extraction")[0]
        return ArticleRecord(
            id=self.id,
            source=self.source,
            title=self.value(self.id, "schema:headline"),
            authors=tuple(self.values(self.id, "kg:authorName")),
            publisher=self.value(self.id, "kg:publisherName"),
            date=self.value(self.id, "schema:datePublished"),
            url=self.value(self.id, "schema:url"),
            language=self.value(self.id, "schema:inLanguage"),
            wire=self.value(self.id, "kg:wire"),
            inferred=tuple(self.values(self.id, "kg:inferred")),
            revision_of=self.value(self.id, "prov:wasRevisionOf"),
            superseded_by=superseded_by,
            claims=len(self._subjects[_iri("kg:Claim")]),
            extractor=f"{self.value(activity, 'kg:extractor')} {self.value(activity, 'kg:extractorVersion')}",
            digest=self.value(activity, "kg:inputHash") or "",
        )

    @cached_property
    def parents(self) -> dict[str, str]:
        """Embedded claim → the claim that embeds it."""
        claims = self.subjects("kg:Claim")
        return {child: claim for claim in claims for child in self.values(claim, "kg:embeds")}

    @cached_property
    def figures_in(self) -> dict[str, list[str]]:
        """Claim → the figures that stand in it."""
        found: dict[str, list[str]] = defaultdict(list)
        for figure in self.subjects("kg:Figure"):
            if claim := self.value(figure, "kg:statedIn"):
                found[claim].append(figure)
        return found

    def claims(self) -> Iterator[tuple[ClaimRecord, tuple[str, ...]]]:
        """Every claim in text order, with the IRIs of all its speakers (a text by two authors has two)."""
        return iter(self._claims)

    @cached_property
    def _claims(self) -> list[tuple[ClaimRecord, tuple[str, ...]]]:
        spans = {c: sorted(map(self._offsets, self.values(c, "kg:evidence"))) for c in self.subjects("kg:Claim")}
        order = sorted(spans, key=lambda c: (spans[c], c in self.parents, c))
        return [(self._claim(claim, spans[claim]), tuple(self.values(claim, "kg:speaker"))) for claim in order]

    def _offsets(self, node: str) -> tuple[int, int]:
        values = self._index[node]
        return int(values[START][0]), int(values[END][0])

    def _claim(self, claim: str, parts: list[tuple[int, int]]) -> ClaimRecord:
        speakers = self.values(claim, "kg:speaker")
        cue, speaker_span = self.value(claim, "kg:cueSpan"), self.value(claim, "kg:speakerSpan")
        return ClaimRecord(
            id=claim,
            source=self.source,
            article=self.id,
            start=parts[0][0],
            end=parts[-1][1],
            parts=tuple(parts) if len(parts) > 1 else None,
            text=self.value(claim, "schema:text") or "",
            speaker=self.reference(speakers[0]) if speakers else None,
            speaker_span=self.span(speaker_span),
            cue=self.exact(cue),
            cue_span=self.span(cue),
            mode=notation(self.value(claim, "kg:mode") or ""),
            type=notation(self.value(claim, "kg:claimType") or ""),
            polarity=notation(self.value(claim, "kg:polarity") or ""),
            certainty=notation(self.value(claim, "kg:certainty") or ""),
            about=tuple(self.reference(entity) for entity in self.values(claim, "kg:about")),
            figures=tuple(self.figures_in.get(claim, ())),
            cites=tuple(self.reference(entity) for entity in self.values(claim, "kg:cites")),
            embeds=tuple(self.values(claim, "kg:embeds")),
            embedded_in=self.parents.get(claim),
            date=self.value(claim, "kg:saidOn") or self.value(self.id, "schema:datePublished"),
            score=float(self.value(claim, "kg:score") or 1),
            publisher=self.value(self.id, "kg:publisherName"),
            title=self.value(self.id, "schema:headline"),
            reason=self.value(claim, "kg:reason"),
            speaker_reason=self._index[claim].get(_iri("kg:speakerReason"), [None])[-1],  # a person's goes last
            status=notation(status) if (status := self.value(claim, "kg:status")) else None,
        )

    def named(self) -> Iterator[set[str]]:
        """The IRIs of the entities that each claim concerns, and each relation."""
        for kind, properties in NAMING.items():
            for node in self._subjects[kind]:
                yield {entity for name in properties for entity in self._index[node].get(name, ())}

    def figures(self) -> Iterator[FigureRecord]:
        """Every figure in text order."""
        for figure in sorted(self.subjects("kg:Figure"), key=lambda f: self._offsets(self.values(f, "kg:evidence")[0])):
            evidence = self.values(figure, "kg:evidence")[0]
            start, end = self._offsets(evidence)
            document = self.value(figure, "kg:fromDocument")
            yield FigureRecord(
                id=figure,
                source=self.source,
                start=start,
                end=end,
                text=self.exact(evidence) or "",
                value=self.value(figure, "schema:value"),
                lower=self.value(figure, "schema:minValue"),
                upper=self.value(figure, "schema:maxValue"),
                unit=self.value(figure, "schema:unitText"),
                measure=self.value(figure, "kg:measure"),
                population=self.value(figure, "kg:population"),
                place=self.value(figure, "kg:place"),
                period=self.value(figure, "kg:period"),
                hedge=self.value(figure, "kg:hedge"),
                claim=self.value(figure, "kg:statedIn"),
                change=self.value(figure, "kg:change"),
                restates=self.value(figure, "kg:restates"),
                document=self.reference(document) if document else None,
            )

    def relations(self) -> Iterator[RelationRecord]:
        """Every relation in text order."""
        for relation in sorted(
            self.subjects("kg:Relation"), key=lambda r: (self._offsets(self.values(r, "kg:evidence")[0]), r)
        ):
            start, end = self._offsets(self.values(relation, "kg:evidence")[0])
            target = self.value(relation, "rdf:object")
            yield RelationRecord(
                id=relation,
                subject=self.reference(self.value(relation, "rdf:subject") or ""),
                predicate=notation(self.value(relation, "rdf:predicate") or ""),
                object=self.reference(target) if target else None,
                claim=self.value(relation, "kg:assertedIn"),
                source=self.source,
                start=start,
                end=end,
                role=self.value(relation, "kg:role"),
                measure=self.value(relation, "kg:measure"),
            )

    def mentions(self) -> Iterator[tuple[str, MentionRecord]]:
        """Every mention in text order, with the entity it resolves to."""
        for node in sorted(self.subjects("kg:Mention"), key=self._offsets):
            start, end = self._offsets(node)
            form = notation(self.value(node, "kg:form") or "")
            is_metonym = _iri("kg:Metonym") in self.values(node, "rdf:type")
            record = MentionRecord(self.source, start, end, self.exact(node) or "", form, is_metonym)
            for referent in self.values(node, "kg:refersTo"):
                if entity := self.value(referent, "kg:resolvesTo"):
                    yield entity, record


@dataclass(frozen=True, slots=True)
class Records:
    """All that a store holds, as records."""

    claims: tuple[ClaimRecord, ...] = ()
    entities: tuple[EntityRecord, ...] = ()
    figures: tuple[FigureRecord, ...] = ()
    relations: tuple[RelationRecord, ...] = ()
    articles: tuple[ArticleRecord, ...] = ()


class Seen:
    """What was seen of entities while articles were read one after another."""

    def __init__(self) -> None:
        self._mentions: dict[str, list[MentionRecord]] = defaultdict(list)
        self._roles: dict[str, dict[Role, None]] = defaultdict(dict)
        self._by: Counter[str] = Counter()
        self._about: Counter[str] = Counter()

    def add(self, graph: ArticleGraph) -> None:
        """Takes note of one article."""
        for entity, mention in graph.mentions():
            self._mentions[entity].append(mention)
        for relation in graph.relations():
            if relation.role:
                organisation = relation.object.label if relation.object else None
                self._roles[relation.subject.id][Role(relation.role, organisation)] = None
        for claim, speakers in graph.claims():
            if claim.status == "rejected":
                continue
            self._by.update(speakers)
            self._about.update(entity.id for entity in claim.about)

    def records(self, entities: Iterable[EntityRecord]) -> Iterator[EntityRecord]:
        """The entities with what was seen of them, by type and label."""
        for entity in sorted(entities, key=lambda e: (e.type, fold(e.label), e.id)):
            yield replace(
                entity,
                roles=fullest(tuple(self._roles[entity.id])),
                mentions=tuple(self._mentions[entity.id]),
                claims_by=self._by[entity.id],
                claims_about=self._about[entity.id],
            )


class Reader:
    """Reads records out of a store, article by article."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.entities = Entities(store)

    @property
    def iris(self) -> Iris:
        """The IRIs of the store."""
        return self._store.iris

    def keys(self) -> list[str]:
        """The keys of all article versions, in the order of their sources."""
        pattern = self._store.engine.quads_for_pattern(None, term("kg:source"), None, None)
        return [
            self.iris.key(value(q.subject)) for q in sorted(pattern, key=lambda q: (value(q.object), value(q.subject)))
        ]

    def superseded(self) -> dict[str, str]:
        """Article → the version that revises it."""
        return current.revisions(self._store)

    def rejected(self) -> set[str]:
        """The claims that people rejected."""
        return current.rejected(self._store)

    def graph(self, key: str) -> ArticleGraph:
        """One article version's graphs."""
        return ArticleGraph(self._store, key, self.entities)

    def text(self, key: str) -> str:
        """The stored text of one article version, read without the rest."""
        node, pattern = self.iris.mint("article", key), self._store.engine.quads_for_pattern
        parts = []
        for link in pattern(node, term("kg:textPart"), None, None):
            part: NamedNode = link.object  # type: ignore[assignment]
            (number,), (piece,) = (pattern(part, term(name), None, None) for name in ("kg:number", "schema:text"))
            parts.append((int(value(number.object)), value(piece.object)))
        return "".join(piece for _, piece in sorted(parts))

    def articles(self) -> Iterator[ArticleRecord]:
        """Every article version."""
        superseded = self.superseded()
        for key in self.keys():
            graph = self.graph(key)
            yield graph.article(superseded.get(graph.id))

    def article(self, text: str) -> list[ArticleRecord]:
        """The versions of a source, or the one article that an id means.

        Raises:
            NotFoundError: the store has no such article.
        """
        superseded = self.superseded()
        iri = self.iris.expand(text) or text
        pattern = self._store.engine.quads_for_pattern
        for quad in pattern(None, term("kg:source"), None, None):
            if text == value(quad.object) or iri == value(quad.subject):
                break
        else:
            sources = [value(q.object) for q in pattern(None, term("kg:source"), None, None)]
            raise NotFoundError(f"{text}: no article of that source or id. {_nearest(text, sources)}")
        found = []
        for key in self.keys():
            node = self.iris.mint("article", key)
            source = next(iter(pattern(node, term("kg:source"), None, None))).object.value  # type: ignore[union-attr]
            if text == source or iri == node.value:
                found.append(self.graph(key).article(superseded.get(node.value)))
        return found

    def check_source(self, text: str) -> None:
        """Nothing, where some article has such a source, id or publisher.

        Raises:
            NotFoundError: none has; the message lists the nearest.
        """
        pattern = self._store.engine.quads_for_pattern
        sources = {value(q.subject): value(q.object) for q in pattern(None, term("kg:source"), None, None)}
        publishers = {value(q.object) for q in pattern(None, term("kg:publisherName"), None, None)}
        is_there = text in sources.values() or any(_is_id(text, article) for article in sources)
        if not is_there and fold(text) not in map(fold, publishers):
            near = _nearest(text, [*sources.values(), *publishers])
            raise NotFoundError(f"{text}: no article of that source, id or publisher. {near}")

    def claims(self, wanted: ClaimFilter) -> Iterator[ClaimRecord]:
        """Claims that pass a filter, by source and place in the text; of each source only the current version."""
        skip = {} if wanted.all_versions else self.superseded()
        for key in self._relevant(wanted):
            graph = self.graph(key)
            if graph.id in skip or (wanted.source and not _names_source(wanted.source, graph)):
                continue
            for claim, speakers in graph.claims():
                if wanted.admits(claim, speakers):
                    yield claim

    def _relevant(self, wanted: ClaimFilter) -> list[str]:
        """The articles that can hold such claims at all: by index where an entity is asked for."""
        keys = self.keys()
        for curie, entity in (("kg:speaker", wanted.speaker), ("kg:about", wanted.about)):
            if entity:
                quads = self._store.engine.quads_for_pattern(None, term(curie), NamedNode(entity), None)
                graphs = {value(quad.graph_name) for quad in quads}
                keys = [key for key in keys if self.iris.resolves(key).value in graphs]
        return keys

    def records(self, *, rejected: bool = False) -> Records:
        """Every record, with each article read once: claims, figures and relations of current versions.

        What people rejected, and what stands in it, only where it is asked for.
        """
        superseded = self.superseded()
        articles: list[ArticleRecord] = []
        claims: list[ClaimRecord] = []
        figures: list[FigureRecord] = []
        relations: list[RelationRecord] = []
        seen = Seen()
        for key in self.keys():
            graph = self.graph(key)
            articles.append(graph.article(superseded.get(graph.id)))
            if graph.id not in superseded:
                seen.add(graph)
                read = [claim for claim, _ in graph.claims()]
                left_out = set() if rejected else {claim.id for claim in read if claim.status == "rejected"}
                claims += [without(claim, left_out) for claim in read if claim.id not in left_out]
                figures += (figure for figure in graph.figures() if figure.claim not in left_out)
                relations += (relation for relation in graph.relations() if relation.claim not in left_out)
        entities = seen.records(self.entities)
        return Records(tuple(claims), tuple(entities), tuple(figures), tuple(relations), tuple(articles))

    def entity_records(self) -> Iterator[EntityRecord]:
        """Every entity with its mentions, roles and counts, by type and label."""
        seen = Seen()
        for graph in self._current():
            seen.add(graph)
        return seen.records(self.entities)

    def figures(self) -> Iterator[FigureRecord]:
        """Every figure of current versions, but for those in claims that people rejected."""
        rejected = self.rejected()
        for graph in self._current():
            yield from (figure for figure in graph.figures() if figure.claim not in rejected)

    def relations(self) -> Iterator[RelationRecord]:
        """Every relation of current versions, but for those in claims that people rejected."""
        rejected = self.rejected()
        for graph in self._current():
            yield from (relation for relation in graph.relations() if relation.claim not in rejected)

    def _current(self) -> Iterator[ArticleGraph]:
        skip = self.superseded()
        for key in self.keys():
            if self.iris.mint("article", key).value not in skip:
                yield self.graph(key)


def without(claim: ClaimRecord, left_out: set[str]) -> ClaimRecord:
    """A claim without its ties to claims that are left out."""
    if not left_out:
        return claim
    embeds = tuple(inner for inner in claim.embeds if inner not in left_out)
    return replace(claim, embeds=embeds, embedded_in=None if claim.embedded_in in left_out else claim.embedded_in)


def _names_source(text: str, graph: ArticleGraph) -> bool:
    publisher = graph.value(graph.id, "kg:publisherName") or ""
    return text == graph.source or _is_id(text, graph.id) or fold(text) == fold(publisher)


def _is_id(text: str, article: str) -> bool:
    return text == article or article.endswith(f":{text}")


def _nearest(text: str, names: Iterable[str]) -> str:
    near = get_close_matches(text, sorted(set(names)), n=3, cutoff=0.5)
    return f"Nearest: {', '.join(near)}" if near else "See: kg sources"
