"""One article's quads in, records out: its claims, figures, relations and mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain

from pyoxigraph import Quad

from kg.entities import Entities
from kg.model import (
    ArticleRecord,
    ClaimRecord,
    FigureRecord,
    MentionRecord,
    Reference,
    RelationRecord,
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
        return self._offsets(node) if node else None

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


def without(claim: ClaimRecord, left_out: set[str]) -> ClaimRecord:
    """A claim without its ties to claims that are left out."""
    if not left_out:
        return claim
    embeds = tuple(inner for inner in claim.embeds if inner not in left_out)
    return replace(claim, embeds=embeds, embedded_in=None if claim.embedded_in in left_out else claim.embedded_in)
