"""Quads of what an article's text says: the only writer of claims."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from ingest.bylines import voices
from kg.iris import Iris
from kg.model import Article, Claim, Extraction, Figure, Referent, Relation, Span, digest
from kg.ontology import concept, term, unit

CONTEXT = 200
"""Characters kept before and after a claim's words, so that they can be shown in their context."""
PART_BYTES = 100_000
"""The most that one literal of text holds: some servers refuse more."""

_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def says(article: Article, extraction: Extraction, iris: Iris, input_hash: str) -> list[Quad]:
    """The quads of one article's says-graph: metadata, text, spans, mentions, claims and figures.

    Same article and extraction, same quads in the same order. ``input_hash`` is kept with them, so that equal input
    need not be extracted again.
    """
    return _Writer(article, extraction, iris).write(input_hash)


class _Writer:
    """Writes one article; holds what every quad needs."""

    def __init__(self, article: Article, extraction: Extraction, iris: Iris) -> None:
        self.article = article
        self.extraction = extraction
        self.iris = iris
        self.key = article.key
        self.graph = iris.says(self.key)
        self.node = iris.mint("article", self.key)
        self.activity = iris.mint("extraction", self.key)
        self.written: set[Span] = set()
        self.out: list[Quad] = []
        self.referents = _referent_nodes(extraction, self.key, iris)
        self.claims = _claim_nodes(extraction.claims, self.key, iris)

    def write(self, input_hash: str) -> list[Quad]:
        """All of them, the article's own first."""
        self._metadata()
        self._text()
        self._activity(input_hash)
        for node, referent in zip(self.referents, self.extraction.referents, strict=True):
            self._referent(node, referent)
        self._mentions()
        voices = self._voices()
        for index, claim in enumerate(self.extraction.claims):
            self._claim(self.claims[index], claim, voices)
        for figure in self.extraction.figures:
            self._figure(figure)
        for relation in self.extraction.relations:
            self._relation(relation)
        return self.out

    def _put(self, subject: NamedNode, **values: NamedNode | Literal | None) -> None:
        """Writes quads of a subject; a keyword is a prefix and a local name joined by ``__``."""
        graph = self.graph
        self.out.extend([Quad(subject, _PROPERTIES[name], v, graph) for name, v in values.items() if v is not None])

    def _metadata(self) -> None:
        a = self.article
        self._put(
            self.node,
            rdf__type=term("kg:Article"),
            kg__source=Literal(a.source),
            kg__textHash=Literal(sha256(a.text.encode("utf-8")).hexdigest()),
            kg__rawHash=Literal(a.raw_sha256),
            schema__headline=_text(a.title),
            schema__datePublished=_date(a.date),
            schema__url=Literal(a.url, datatype=term("xsd:anyURI")) if a.url else None,
            schema__inLanguage=_text(a.language),
            kg__publisherName=_text(a.publisher),
            kg__wire=_text(a.wire),
        )
        for author in a.authors:
            self._put(self.node, kg__authorName=Literal(author))
        for field in sorted(a.inferred):
            self._put(self.node, kg__inferred=Literal(field))

    def _text(self) -> None:
        for number, piece in enumerate(text_parts(self.article.text)):
            part = self.iris.mint("article", f"{self.key}-{number}")
            self._put(self.node, kg__textPart=part)
            self._put(part, rdf__type=term("kg:TextPart"), kg__number=Literal(number), schema__text=Literal(piece))

    def _activity(self, input_hash: str) -> None:
        self._put(
            self.activity,
            rdf__type=term("kg:Extraction"),
            prov__used=self.node,
            kg__extractor=Literal(self.extraction.extractor),
            kg__extractorVersion=Literal(self.extraction.version),
            kg__inputHash=Literal(input_hash),
        )

    def _referent(self, node: NamedNode, referent: Referent) -> None:
        self._put(
            node,
            rdf__type=term("kg:Referent"),
            kg__entityType=concept(referent.type),
            skos__prefLabel=Literal(referent.name),
        )
        if not referent.named:
            self._put(node, rdf__type=term("kg:Unnamed"))
        if referent.group:
            self._put(node, rdf__type=term("kg:Group"))
        for alias in referent.aliases:
            self._put(node, skos__altLabel=Literal(alias))

    def _voices(self) -> list[NamedNode]:
        """Author and publisher as referents; returns those in whose voice the text itself speaks."""
        authors, publisher = voices(self.article)
        nodes: list[NamedNode] = []
        for index, author in enumerate(authors):
            node = self.iris.mint("referent", f"{self.key}-author-{index}")
            self._referent(node, author)
            self._put(self.node, kg__authorReferent=node)
            nodes.append(node)
        if publisher:
            node = self.iris.mint("referent", f"{self.key}-publisher-0")
            self._referent(node, publisher)
            self._put(self.node, kg__publisherReferent=node)
            nodes = nodes or [node]
        return nodes

    def _span(self, span: Span, *, context: bool = False) -> None:
        """The quads of a span the first time it is written."""
        node, text = self._span_node(span), self.article.text
        if span not in self.written:
            self.written.add(span)
            self._put(
                node,
                rdf__type=term("kg:Span"),
                oa__hasSource=self.node,
                oa__start=Literal(span.start),
                oa__end=Literal(span.end),
                oa__exact=Literal(span.of(text)),
            )
        if context:
            self._put(
                node,
                oa__prefix=Literal(text[max(0, span.start - CONTEXT) : span.start]),
                oa__suffix=Literal(text[span.end : span.end + CONTEXT]),
            )

    def _span_node(self, span: Span) -> NamedNode:
        return self.iris.mint("span", f"{self.key}-{span.start}-{span.end}")

    def _mentions(self) -> None:
        for mention in self.extraction.mentions:
            self._span(mention.span)
            self._put(
                self._span_node(mention.span),
                rdf__type=term("kg:Mention"),
                kg__refersTo=self.referents[mention.referent],
                kg__form=concept(mention.form),
            )
            if mention.metonym:
                self._put(self._span_node(mention.span), rdf__type=term("kg:Metonym"))

    def _claim(self, node: NamedNode, claim: Claim, voices: list[NamedNode]) -> None:
        self._put(
            node,
            rdf__type=term("kg:Claim"),
            prov__wasQuotedFrom=self.node,
            prov__wasGeneratedBy=self.activity,
            schema__text=Literal(claim.words(self.article.text)),
            kg__mode=concept(claim.mode),
            kg__claimType=concept(claim.type),
            kg__polarity=concept(claim.polarity),
            kg__certainty=concept(claim.certainty),
            kg__score=_decimal(Decimal(repr(round(claim.score, 4)))),
            kg__rawLabel=_text(claim.raw_label),
            kg__label=_text(claim.label),
            kg__reason=_text(claim.reason),
            kg__speakerReason=_text(claim.speaker_reason),
            kg__saidOn=Literal(claim.date, datatype=term("xsd:date")) if claim.date else None,
        )
        for part in claim.parts:
            self._span(part, context=True)
            self._put(node, kg__evidence=self._span_node(part))
        for name, span in (("kg__speakerSpan", claim.speaker_span), ("kg__cueSpan", claim.cue_span)):
            if span:
                self._span(span)
                self._put(node, **{name: self._span_node(span)})
        speakers = voices if claim.mode == "narration" and claim.parent is None else []
        for speaker in speakers if claim.speaker is None else [self.referents[claim.speaker]]:
            self._put(node, kg__speakerReferent=speaker)
        for index in claim.about:
            self._put(node, kg__aboutReferent=self.referents[index])
        for index in claim.cites:
            self._put(node, kg__citesReferent=self.referents[index])
        if claim.parent is not None:
            self._put(self.claims[claim.parent], kg__embeds=node)

    def _figure_node(self, figure: Figure) -> NamedNode:
        return self.iris.mint("figure", f"{self.key}-{figure.span.start}-{figure.span.end}")

    def _figure(self, figure: Figure) -> None:
        node, figures = self._figure_node(figure), self.extraction.figures
        self._span(figure.span)
        self._put(
            node,
            rdf__type=term("kg:Figure"),
            kg__evidence=self._span_node(figure.span),
            schema__value=_decimal(figure.value),
            schema__minValue=_decimal(figure.lower),
            schema__maxValue=_decimal(figure.upper),
            schema__unitText=_text(figure.unit),
            qudt__hasUnit=unit(figure.unit),
            kg__measure=_text(figure.measure),
            kg__population=_text(figure.population),
            kg__place=_text(figure.place),
            kg__period=_text(figure.period),
            kg__hedge=_text(figure.hedge),
            kg__change=_text(figure.change),
            kg__statedIn=None if figure.claim is None else self.claims[figure.claim],
            kg__restates=None if figure.restates is None else self._figure_node(figures[figure.restates]),
            kg__documentReferent=None if figure.document is None else self.referents[figure.document],
        )

    def _relation(self, relation: Relation) -> None:
        subject = self.referents[relation.subject]
        target = None if relation.object is None else self.referents[relation.object]
        identity = (subject.value, relation.predicate, target.value if target else "", relation.role or "")
        node = self.iris.mint("relation", digest(*identity, str(relation.span.start), str(relation.span.end)))
        self._span(relation.span)
        self._put(
            node,
            rdf__type=term("kg:Relation"),
            kg__evidence=self._span_node(relation.span),
            kg__subjectReferent=subject,
            rdf__predicate=concept(relation.predicate),
            kg__objectReferent=target,
            kg__role=_text(relation.role),
            kg__measure=_text(relation.measure),
            kg__assertedIn=None if relation.claim is None else self.claims[relation.claim],
        )


def text_parts(text: str) -> Iterator[str]:
    """The text in pieces of at most `PART_BYTES` in UTF-8, cut between code points.

    >>> list(text_parts("short"))
    ['short']
    """
    if len(text) * 4 <= PART_BYTES or len(text.encode("utf-8")) <= PART_BYTES:
        yield text
        return
    data, start = text.encode("utf-8"), 0
    while start < len(data):
        end = min(start + PART_BYTES, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        yield data[start:end].decode("utf-8")
        start = end


class _Properties(dict[str, NamedNode]):
    """``kg__speaker`` → the property's node, looked up once."""

    def __missing__(self, name: str) -> NamedNode:
        self[name] = term(name.replace("__", ":", 1))
        return self[name]


_PROPERTIES = _Properties()


def _referent_nodes(extraction: Extraction, key: str, iris: Iris) -> list[NamedNode]:
    """A node for each referent: type and place of its first mention, with an ordinal where two share them."""
    first: dict[int, int] = {}
    for mention in extraction.mentions:
        first[mention.referent] = min(mention.span.start, first.get(mention.referent, mention.span.start))
    seen: dict[str, int] = {}
    nodes = []
    for index, referent in enumerate(extraction.referents):
        name = f"{key}-{referent.type}-{first.get(index, 'unmentioned')}"
        seen[name] = seen.get(name, 0) + 1
        nodes.append(iris.mint("referent", name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return nodes


def _claim_nodes(claims: tuple[Claim, ...], key: str, iris: Iris) -> list[NamedNode]:
    """A node for each claim: hash of article and parts, and an ordinal where two claims share them."""
    seen: dict[tuple[Span, ...], int] = {}
    nodes = []
    for claim in claims:
        ordinal = seen[claim.parts] = seen.get(claim.parts, -1) + 1
        offsets = ";".join(f"{part.start}-{part.end}" for part in claim.parts)
        nodes.append(iris.mint("claim", digest(key, offsets, *([str(ordinal)] if ordinal else []))))
    return nodes


def _text(value: str | None) -> Literal | None:
    return Literal(value) if value else None


def _date(value: str | None) -> Literal | None:
    return Literal(value, datatype=term(_DATE_TYPES.get(len(value), "xsd:dateTime"))) if value else None


def _decimal(value: Decimal | None) -> Literal | None:
    return None if value is None else Literal(format(value, "f"), datatype=term("xsd:decimal"))
