"""The views of a store: which entities, claims, articles and figures are nodes, and what joins them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from kg.evidence import Asserted, Evidence, Said
from kg.graph import Records
from kg.model import ArticleRecord, ClaimRecord, Reference, RelationRecord

_Claim = ClaimRecord | Said
View = Literal["network", "chain", "comentions", "citations"]

PREDICATES: dict[str, str] = {
    "saidAbout": "said about",
    "reportsOn": "reports on",
    "namedTogether": "named together with",
    "mentionedTogether": "mentioned with",
    "cites": "said, citing",
    "quotes": "quotes",
    "published": "published",
    "contains": "says that",
    "speaker": "said by",
    "about": "is about",
    "states": "states",
    "embeds": "which says that",
}
"""The edges that stand for claims, with their labels; a relation's label is its predicate in words, or the role."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a view."""

    id: str
    label: str
    type: str
    named: bool = True


def node_of(reference: Reference) -> Node:
    """An entity as a node; whether it bears a name is for the entities to say."""
    return Node(reference.id, reference.label, reference.type)


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of a view, with the ids of the claims and relations that it stands for."""

    start: str
    end: str
    predicate: str
    label: str
    claims: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A graph in the making: nodes in order of arrival, and the claims behind each."""

    nodes: dict[str, Node] = field(default_factory=dict)
    claims: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    edges: list[Edge] = field(default_factory=list)

    def node(self, node: Node, claim: str | None = None) -> str:
        """Puts a node in, and a claim behind it; returns its id."""
        self.nodes.setdefault(node.id, node)
        if claim:
            self.claims[node.id][claim] = None
        return node.id

    def refer(self, reference: Reference, claim: str | None = None) -> str:
        """The same, of an entity."""
        return self.node(node_of(reference), claim)

    def edge(self, start: str, end: str, predicate: str, claim: str) -> None:
        """Joins two nodes by a claim; nothing is joined to itself."""
        if start != end:
            self.edges.append(Edge(start, end, predicate, PREDICATES[predicate], claims=(claim,)))


def words_of(predicate: str) -> str:
    """A predicate's local name in words.

    >>> words_of("affiliatedWith")
    'affiliated with'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", predicate).lower()


def outlet_of(article: ArticleRecord) -> str:
    """The node id of an article's outlet; articles whose publisher is not known share one."""
    return f"outlet:{article.publisher or ''}"


def said(records: Records | Evidence) -> Draft:
    """Entities, joined by who speaks about whom, by what articles say of them, and by relations."""
    draft = _entities(records)
    claims: dict[str, _Claim] = {claim.id: claim for claim in records.claims}
    for claim in claims.values():
        for reference in references(claim):
            draft.refer(reference, claim.id)
        for start, end, predicate in _spoken(claim, claims):
            draft.edge(start, end, predicate, claim.id)
    for relation in records.relations:
        draft.edges.extend(_asserted(draft, relation))
    return draft


def comentions(records: Records | Evidence) -> Draft:
    """Entities, joined where the same words mention both; a claim within another says nothing more."""
    draft = _entities(records)
    inner = {key for claim in records.claims for key in claim.embeds}
    for claim in records.claims:
        for reference in (*claim.about, *claim.cites):
            draft.refer(reference, claim.id)
        if claim.id not in inner:
            for first, second in _pairs(claim):
                draft.edge(first, second, "mentionedTogether", claim.id)
    return draft


def citations(records: Records | Evidence) -> Draft:
    """Speakers, joined to the documents and sources that they cite, and to those whom they quote."""
    known, draft = _entities(records).nodes, Draft()
    claims: dict[str, _Claim] = {claim.id: claim for claim in records.claims}
    for claim in claims.values():
        for start, end, predicate in _spoken(claim, claims):
            if predicate in ("cites", "quotes") and start != end:
                for reference in _involved_in(claim, claims):
                    if reference.id in (start, end):
                        draft.node(known.get(reference.id) or node_of(reference), claim.id)
                draft.edge(start, end, predicate, claim.id)
    return draft


def everything(records: Records | Evidence) -> Draft:
    """The edges of `said`, and those between any two that an attributed claim mentions."""
    draft = said(records)
    for claim in records.claims:
        if claim.speaker is not None and claim.mode != "narration":
            for first, second in _pairs(claim):
                draft.edge(first, second, "mentionedTogether", claim.id)
    return draft


def _entities(records: Records | Evidence) -> Draft:
    """A draft of every entity, joined by nothing yet."""
    draft = Draft()
    for entity in records.entities:
        draft.node(Node(entity.id, entity.label, entity.type, entity.named))
    return draft


def _pairs(claim: _Claim) -> Iterator[tuple[str, str]]:
    """Any two that a claim mentions."""
    return combinations(sorted({reference.id for reference in (*claim.about, *claim.cites)}), 2)


def _involved_in(claim: _Claim, claims: dict[str, _Claim]) -> Iterator[Reference]:
    """Who and what is in a claim, and who speaks in those within it."""
    yield from references(claim)
    yield from (inner.speaker for key in claim.embeds if (inner := claims.get(key)) and inner.speaker)


def _spoken(claim: _Claim, claims: dict[str, _Claim]) -> Iterator[tuple[str, str, str]]:
    """The edges that one claim makes between entities; the article's own words and nobody's join what they name."""
    if claim.speaker is None or claim.mode == "narration":
        for first, second in _pairs(claim):
            yield first, second, "namedTogether"
    if claim.speaker is None:
        return
    said = "reportsOn" if claim.mode == "narration" else "saidAbout"
    cited = {reference.id for reference in claim.cites}
    for reference in claim.about:
        if reference.id not in cited:
            yield claim.speaker.id, reference.id, said
    for reference in claim.cites:
        yield claim.speaker.id, reference.id, "cites"
    for inner in (claims[key] for key in claim.embeds if key in claims):
        if inner.speaker:
            yield claim.speaker.id, inner.speaker.id, "quotes"


def _asserted(draft: Draft, relation: RelationRecord | Asserted) -> Iterator[Edge]:
    """The edge of a relation; a role without an organisation has none."""
    draft.refer(relation.subject, relation.claim)
    if relation.object is None:
        return
    draft.refer(relation.object, relation.claim)
    if relation.subject.id != relation.object.id:
        yield Edge(
            relation.subject.id,
            relation.object.id,
            relation.predicate,
            relation.role or words_of(relation.predicate),
            claims=(relation.claim,) if relation.claim else (),
            relations=(relation.id,),
        )


def chain(records: Records, claims: Sequence[ClaimRecord]) -> Draft:
    """Outlets, articles, claims, and what each claim leads to."""
    draft = Draft()
    articles = {article.id: article for article in records.articles}
    figures = {figure.id: figure for figure in records.figures}
    shown = {claim.id for claim in claims}
    for claim in claims:
        article = articles.get(claim.article)
        if article:
            outlet = draft.node(Node(outlet_of(article), article.publisher or "publisher unknown", "outlet"), claim.id)
            draft.node(Node(article.id, article.title or article.source, "article"), claim.id)
            draft.edge(outlet, article.id, "published", claim.id)
            draft.edge(article.id, claim.id, "contains", claim.id)
        draft.node(Node(claim.id, claim.text, "claim"), claim.id)
        if claim.speaker:
            draft.edge(claim.id, draft.refer(claim.speaker, claim.id), "speaker", claim.id)
        for reference in claim.about:
            draft.edge(claim.id, draft.refer(reference, claim.id), "about", claim.id)
        for reference in claim.cites:
            draft.edge(claim.id, draft.refer(reference, claim.id), "cites", claim.id)
        for figure in (figures[key] for key in claim.figures if key in figures):
            draft.edge(claim.id, draft.node(Node(figure.id, figure.text, "figure"), claim.id), "states", claim.id)
        for inner in claim.embeds:
            if inner in shown:
                draft.edge(claim.id, inner, "embeds", claim.id)
    return draft


def references(claim: ClaimRecord | Said) -> Iterator[Reference]:
    """Who speaks in a claim, what it is about and what it cites."""
    if claim.speaker:
        yield claim.speaker
    yield from claim.about
    yield from claim.cites
