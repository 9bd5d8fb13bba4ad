"""Quads in, records out: articles, claims, entities, figures and relations as a store holds them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from pyoxigraph import NamedNode

from kg import current
from kg.article_graph import ArticleGraph, without
from kg.entities import Entities
from kg.errors import NotFoundError
from kg.iris import Iris, fold
from kg.model import (
    ArticleRecord,
    ClaimRecord,
    EntityRecord,
    FigureRecord,
    MentionRecord,
    RelationRecord,
    Role,
    fullest,
)
from kg.ontology import term
from kg.store import Store, value


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


def _names_source(text: str, graph: ArticleGraph) -> bool:
    publisher = graph.value(graph.id, "kg:publisherName") or ""
    return text == graph.source or _is_id(text, graph.id) or fold(text) == fold(publisher)


def _is_id(text: str, article: str) -> bool:
    return text == article or article.endswith(f":{text}")


def _nearest(text: str, names: Iterable[str]) -> str:
    near = get_close_matches(text, sorted(set(names)), n=3, cutoff=0.5)
    return f"Nearest: {', '.join(near)}" if near else "See: kg sources"
