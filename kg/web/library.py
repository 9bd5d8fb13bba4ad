"""What the pages show, read from a store as they need it: indexes first, then the articles concerned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from pyoxigraph import NamedNode, Quad, Triple

from kg.api import Graph
from kg.article_graph import ArticleGraph
from kg.current import Current
from kg.export.page import page
from kg.export.page.chosen import UNDATED
from kg.iris import fold
from kg.model import ArticleRecord, ClaimRecord, EntityRecord, FigureRecord, RelationRecord
from kg.ontology import term
from kg.store import Store, value
from kg.web.ordered import Ordered

KEPT = 256
"""How many articles stay in memory."""
DRAWN = 4
"""How many pages with a drawing do, of some megabytes each: to draw one takes seconds."""


@dataclass(frozen=True, slots=True)
class Read:
    """An article with all that was found in it."""

    record: ArticleRecord
    text: str
    claims: tuple[ClaimRecord, ...]
    figures: tuple[FigureRecord, ...]
    relations: tuple[RelationRecord, ...]

    def claim(self, id: str) -> ClaimRecord | None:
        """The claim of that id."""
        return next((claim for claim in self.claims if claim.id == id), None)


@dataclass(frozen=True, slots=True)
class Overview:
    """How much there is."""

    articles: int
    claims: int
    figures: int
    speakers: tuple[tuple[EntityRecord, int], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation, the key of its article, and who says it of the subject: a speaker, or a claim without a known one."""

    relation: RelationRecord
    article: str
    teller: str | None


class Library(Graph):
    """A store's graph that is read for pages; what was read is kept, for the copy it reads never changes."""

    def __init__(self, opened: Store) -> None:
        super().__init__(opened)
        self.article = lru_cache(KEPT)(self._article)
        self.drawn = lru_cache(DRAWN)(partial(page, self, server="/data"))

    @cached_property
    def current(self) -> Current:
        """What counts: no earlier versions. Rejected claims stand on their own page and in their text, in no list."""
        return Current(self.store)

    @cached_property
    def superseded(self) -> dict[str, str]:
        """Article → the version that revises it."""
        return self.reader.superseded()

    @cached_property
    def dates(self) -> dict[str, str]:
        """Article → its date, where it has one."""
        return {value(q.subject): value(q.object) for q in self._quads(None, "schema:datePublished", None)}

    @cached_property
    def keys(self) -> list[str]:
        """The keys of current articles, latest first, undated last."""
        every: list[str] = self.reader.keys()
        current = [key for key in every if self._iri(key) not in self.superseded]
        return sorted(current, key=lambda key: self.dates.get(self._iri(key), ""), reverse=True)

    @cached_property
    def mentions(self) -> Counter[str]:
        """Entity → how many claims are by it or about it."""
        return self._pointed("kg:speaker") + self._pointed("kg:about")

    def _pointed(self, predicate: str) -> Counter[str]:
        """Entity → from how many claims a property leads to it."""
        return Counter(value(quad.object) for quad in self._kept(predicate))

    def _kept(self, predicate: str, found: NamedNode | None = None) -> Iterator[Quad]:
        """The current quads with a property, those of rejected claims left out."""
        quads = self.current.quads(None, predicate, found)
        return (quad for quad in quads if value(quad.subject) not in self.current.rejected)

    @cached_property
    def named(self) -> Counter[str]:
        """Type → how many named entities there are of it."""
        return Counter(entity.type for entity in self.reader.entities if entity.named)

    @cached_property
    def overview(self) -> Overview:
        """How much there is, and who says most."""
        by = self._pointed("kg:speaker")
        found = ((self.reader.entities.get(iri), number) for iri, number in by.most_common(60))
        speakers = [(entity, number) for entity, number in found if entity and entity.named]
        return Overview(
            articles=len(self.keys),
            claims=len(self._claims),
            figures=len(self._figures),
            speakers=tuple(sorted(speakers, key=lambda pair: (-pair[1], pair[0].label))[:12]),
        )

    @cached_property
    def _claims(self) -> list[Quad]:
        """What makes each current claim one."""
        return list(self._kept("rdf:type", term("kg:Claim")))

    @cached_property
    def _figures(self) -> list[Quad]:
        """What makes each current figure one."""
        gone = {value(q.subject) for claim in self.current.rejected for q in self._quads(None, "kg:statedIn", claim)}
        found = self.current.quads(None, "rdf:type", term("kg:Figure"))
        return [quad for quad in found if value(quad.subject) not in gone]

    @cached_property
    def all_claims(self) -> Sequence[str]:
        """All current claims, those of the latest articles first, in text order."""
        return self.in_order(self._claims)

    @cached_property
    def all_figures(self) -> Sequence[str]:
        """All current figures, those of the latest articles first, in text order."""
        return self.in_order(self._figures)

    def in_order(self, quads: Iterable[Quad]) -> Ordered:
        """The subjects of some quads by their articles, the latest first, and in text order."""
        by_article: dict[str, list[str]] = {key: [] for key in self.keys}
        for quad in quads:
            by_article[self.store.iris.key(value(quad.graph_name))].append(value(quad.subject))
        return Ordered(list(by_article.values()), lambda id: (self._start(id), id))

    def entities_of(self, type: str) -> list[EntityRecord]:
        """The named entities of a type, those that most claims concern first."""
        found = [entity for entity in self.reader.entities if entity.type == type and entity.named]
        return sorted(found, key=lambda e: (-self.mentions[e.id], fold(e.label), e.id))

    def _article(self, key: str) -> Read | None:
        """An article by its key, or none."""
        if not any(self._quads(self._iri(key), "kg:source", None)):
            return None
        graph = ArticleGraph(self.store, key, self.reader.entities)
        return Read(
            graph.article(self.superseded.get(graph.id)),
            graph.text,
            tuple(claim for claim, _ in graph.claims()),
            tuple(graph.figures()),
            tuple(graph.relations()),
        )

    def article_of(self, iri: str, predicate: str = "rdf:type") -> Read | None:
        """The article in whose graphs a thing is described."""
        for quad in self._quads(iri, predicate, None):
            if article := self.article(self.store.iris.key(value(quad.graph_name))):
                return article
        return None

    def claims_by(self, entity: str, predicate: str) -> list[str]:
        """The current claims that a property leads from to an entity, oldest first, undated last."""
        found = []
        for quad in self._kept(predicate, NamedNode(entity)):
            article = self._iri(self.store.iris.key(value(quad.graph_name)))
            claim = value(quad.subject)
            date = self._one(claim, "kg:saidOn") or self.dates.get(article)
            found.append((date or UNDATED, article, self._start(claim), claim))
        return list(dict.fromkeys(claim for *_, claim in sorted(found)))

    def claims_at(self, ids: Iterable[str]) -> list[tuple[ClaimRecord, Read]]:
        """Claims with their articles."""
        found = []
        for id in ids:
            article = self.article_of(id)
            if article and (claim := article.claim(id)):
                found.append((claim, article))
        return found

    def figures_at(self, ids: Iterable[str]) -> list[tuple[FigureRecord, Read]]:
        """Figures with their articles."""
        found = []
        for id in ids:
            if article := self.article_of(id):
                found += [(figure, article) for figure in article.figures if figure.id == id]
        return found

    def later(self, claim: ClaimRecord, article: Read) -> ClaimRecord | None:
        """The claim with the same words in the version that revises an article, if there are such."""
        revised = article.record.superseded_by
        newer = self.article(self.store.iris.key(revised)) if revised else None
        same = [other for other in (newer.claims if newer else ()) if other.text == claim.text]
        return next((other for other in same if other.speaker == claim.speaker), next(iter(same), None))

    def ties_of(self, entity: str) -> list[Tie]:
        """The current relations that an entity is in, on either side, oldest first: read without their articles."""
        found = {
            value(quad.subject): self.store.iris.key(value(quad.graph_name))
            for predicate in ("rdf:subject", "rdf:object")
            for quad in self.current.quads(None, predicate, entity)
        }
        ties = [self._tie(id, key) for id, key in found.items()]
        kept = [tie for tie in ties if tie.relation.claim not in self.current.rejected]
        date = {tie.article: self.dates.get(self._iri(tie.article), UNDATED) for tie in kept}
        return sorted(kept, key=lambda tie: (date[tie.article], tie.article, tie.relation.start, tie.relation.id))

    def _tie(self, id: str, key: str) -> Tie:
        graph = ArticleGraph(self.store, key, self.reader.entities, self._quads(self._iri(key), "kg:source", None))
        graph.take(self.current.quads(id))
        graph.take(quad for node in graph.values(id, "kg:evidence") for quad in self.current.quads(node))
        (relation,) = graph.relations()
        return Tie(relation, key, self._teller(relation.claim, relation.subject.id) if relation.claim else None)

    def _teller(self, claim: str, subject: str) -> str | None:
        """Who is reported to say something; nobody where the article or the subject itself says it."""
        if self._one(claim, "kg:mode") == term("kg:narration").value:
            return None
        speaker = self._one(claim, "kg:speaker") or claim
        return speaker if speaker != subject else None

    @cached_property
    def titles(self) -> list[tuple[str, str]]:
        """The titles of current articles, folded, with the articles' keys."""
        titles = ((self._one(self._iri(key), "schema:headline") or "", key) for key in self.keys)
        return [(fold(title), key) for title, key in titles]

    @cached_property
    def sayings(self) -> list[tuple[str, Quad]]:
        """The words of all current claims, folded, each with what states them."""
        kind = self.store.iris.mint("claim", "").value
        found = (quad for quad in self._kept("schema:text") if value(quad.subject).startswith(kind))
        return [(fold(value(quad.object)), quad) for quad in found]

    def description(self, iri: str) -> set[Triple]:
        """The triples of a node, and those of the spans of text that it points to."""
        spans = self.store.iris.mint("span", "").value
        found = set()
        for quad in self.store.engine.quads_for_pattern(NamedNode(iri), None, None, None):
            found.add(quad.triple)
            if isinstance(quad.object, NamedNode) and quad.object.value.startswith(spans):
                found |= {inner.triple for inner in self.store.engine.quads_for_pattern(quad.object, None, None, None)}
        return found

    def _iri(self, key: str) -> str:
        return self.store.iris.mint("article", key).value

    def _quads(self, subject: str | None, predicate: str, object: str | None) -> Iterator[Quad]:
        nodes = [NamedNode(iri) if iri else None for iri in (subject, object)]
        return self.store.engine.quads_for_pattern(nodes[0], term(predicate), nodes[1], None)

    def _one(self, subject: str, predicate: str) -> str | None:
        return next((value(quad.object) for quad in self._quads(subject, predicate, None)), None)

    def _start(self, claim: str) -> int:
        evidence = (value(quad.object) for quad in self._quads(claim, "kg:evidence", None))
        return min((int(self._one(node, "oa:start") or 0) for node in evidence), default=0)
