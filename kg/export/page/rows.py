"""Records as the rows that a page shows: JSON values, labels on one line, words in their context."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from kg.export.evidence import Piece, context_of, context_of_relation, marked, matches
from kg.export.page.chosen import GROUP, UNDATED, Chosen, ends, inner_claim
from kg.export.page.safe import clean, web_address
from kg.export.strings import STANCES
from kg.graph import Records
from kg.model import ArticleRecord, ClaimRecord, EntityRecord, FigureRecord, Reference, RelationRecord
from kg.network import references, words_of

Json = dict[str, Any]


def entity_rows(records: Records, chosen: Chosen) -> list[Json]:
    """Everybody and everything that is drawn or that a carried claim or relation names."""
    known = {entity.id: entity for entity in chosen.entities}
    named: dict[str, Reference | EntityRecord] = {r.id: r for claim in records.claims for r in references(claim)}
    named.update({r.id: r for relation in records.relations for r in (relation.subject, relation.object) if r})
    named.update({f.document.id: f.document for f in records.figures if f.document})
    named.update({key: known[key] for key in {*named, *chosen.network} if key in known})
    return [_entity(key, named[key]) for key in sorted(named)]


def _entity(key: str, source: Reference | EntityRecord) -> Json:
    record = source if isinstance(source, EntityRecord) else None
    return {
        "id": key,
        "label": clean(source.label) or key,
        "type": GROUP if record and record.group else source.type,
        "aliases": [clean(alias) for alias in record.aliases] if record else [],
        "roles": [[clean(role.role or ""), clean(role.organisation or "")] for role in record.roles] if record else [],
    }


def article_rows(
    articles: Iterable[ArticleRecord], claims: Sequence[ClaimRecord], text: Callable[[str], str] | None
) -> list[Json]:
    """The articles, by date; where ``text`` is given with their whole text, cut where a claim begins or ends."""
    inside: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in claims:
        inside[claim.article].append(claim)
    return [
        _article(record, marked(text(record.id), inside[record.id]) if text else [])
        for record in sorted(articles, key=lambda record: (record.date or UNDATED, record.id))
    ]


def _article(record: ArticleRecord, pieces: list[tuple[str, list[str]]]) -> Json:
    return {
        "id": record.id,
        "source": clean(record.source),
        "title": clean(record.title or record.source),
        "authors": [clean(author) for author in record.authors],
        "publisher": clean(record.publisher or ""),
        "date": clean(record.date or ""),
        "wire": clean(record.wire or ""),
        "inferred": [clean(name) for name in record.inferred],
        "url": web_address(record.url) or web_address(record.source),
        "pieces": pieces,
    }


def claim_rows(claims: Sequence[ClaimRecord], text: Callable[[str], str]) -> list[Json]:
    """The claims with their words in context, in the order given."""
    shown = {claim.id for claim in claims}
    return [_claim(claim, text(claim.article), shown) for claim in claims]


def _claim(claim: ClaimRecord, text: str, shown: set[str]) -> Json:
    return {
        "id": claim.id,
        "article": claim.article,
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "speaker": claim.speaker.id if claim.speaker else None,
        "speaker_words": clean(text[slice(*claim.speaker_span)]) if claim.speaker_span and not claim.speaker else "",
        "cue": clean(claim.cue or ""),
        "mode": claim.mode,
        "type": claim.type,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "status": claim.status,
        "about": [reference.id for reference in claim.about],
        "cites": [reference.id for reference in claim.cites],
        "figures": list(claim.figures),
        "embeds": [key for key in claim.embeds if key in shown],
        "embedded_in": claim.embedded_in if claim.embedded_in in shown else None,
        "date": clean(claim.date or ""),
        "why": clean(claim.speaker_reason or ""),
        "context": context_of(claim, text),
        "verified": matches(claim, text),
    }


def relation_rows(records: Records, chosen: Chosen, text: Callable[[str], str]) -> list[Json]:
    """The relations, those of the focus first, each with the words that assert it and, if it is one, the stance."""
    home = {article.source: article.id for article in records.articles}
    claims: defaultdict[str, list[ClaimRecord]] = defaultdict(list)
    for claim in records.claims:
        claims[claim.article].append(claim)
    focus = chosen.network.graph["focus"]
    rows = []
    for relation in sorted(records.relations, key=lambda relation: focus not in ends(relation)):
        article = home[relation.source]
        claim_id = inner_claim(relation, claims[article])
        words: list[Piece] = context_of_relation(relation, text(article))
        rows.append(
            {
                "id": relation.id,
                "subject": relation.subject.id,
                "object": relation.object.id if relation.object else None,
                "predicate": relation.predicate,
                "stance": relation.predicate if relation.predicate in STANCES else None,
                "label": clean(relation.role or _told(relation)),
                "article": article,
                "claim": claim_id if claim_id in chosen.claims else None,
                "start": relation.start,
                "end": relation.end,
                "context": words,
            }
        )
    return rows


def _told(relation: RelationRecord) -> str:
    """A relation's predicate in words; of a comparison with what is compared."""
    words = words_of(relation.predicate)
    return f"{words} ({relation.measure})" if relation.measure else words


def figure_rows(figures: Sequence[FigureRecord]) -> dict[str, Json]:
    """The figures by their ids: words, what they say, and what they come from."""
    words = {figure.id: clean(figure.text) for figure in figures}
    return {
        figure.id: {
            "words": words[figure.id],
            "facts": [clean(fact) for fact in _facts(figure) if fact],
            "change": figure.change,
            "restates": words.get(figure.restates or ""),
            "document": figure.document.id if figure.document else None,
        }
        for figure in figures
    }


def _facts(figure: FigureRecord) -> Iterator[str | None]:
    """The number with its unit as it is compared, then what is counted, of whom, where and when."""
    number = figure.value
    if figure.lower or figure.upper:
        number = f"{figure.lower or '…'}–{figure.upper or '…'}"
    stated = f"{number or ''} {figure.unit or ''}".strip()
    plain = figure.text.replace(",", "").casefold()
    yield None if stated.casefold() in (plain, f"{plain}s") or f"{stated}s".casefold() == plain else stated
    yield figure.measure if (figure.measure or "").casefold() not in figure.text.casefold() else None
    yield figure.population
    yield figure.place
    yield figure.period
    yield figure.hedge if (figure.hedge or "").casefold() not in figure.text.casefold() else None
