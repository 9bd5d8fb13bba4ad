"""Who holds which role where, and who belongs to what, as the article's own words say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.document import Document
from ingest.relations.roles import Held, held, places
from ingest.words import split
from kg.model import Claim, Mention, Referent, Relation, Span

_NESTED = 30
"""So many parts of claims are looked at before a span: claims do not nest deeper."""


def find(
    document: Document, referents: Sequence[Referent], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> tuple[tuple[Relation, ...], tuple[Referent, ...], tuple[Mention, ...]]:
    """The relations in text order, and the referents and mentions, with organisations added that only a role names.

    The referents that came in keep their numbers.
    """
    words = split(document)
    all_referents, all_mentions = list(referents), list(mentions)
    known = {mention.span: mention.referent for mention in mentions}
    relations: dict[tuple[int, str, int | None, str], Relation] = {}
    parts = sorted((part, number) for number, claim in enumerate(claims) for part in claim.parts)
    for role in held(words, places(words, mentions), referents):
        body = role.body
        if body is None and role.body_span is not None:
            body = known.get(role.body_span)
            if body is None:
                body = len(all_referents)
                name = " ".join(words.repaired.text[slice(*words.repaired.within(role.body_span))].split())
                all_referents.append(Referent("organisation", name))
                all_mentions.append(Mention(role.body_span, body))
                known[role.body_span] = body
        relation = _relation(role, body, parts)
        if relation is not None:
            key = (relation.subject, relation.predicate, relation.object, role.head)
            held_before = relations.get(key)
            if held_before is None or len(relation.role or "") > len(held_before.role or ""):
                relations[key] = relation
    ordered = sorted(relations.values(), key=lambda relation: (relation.span, relation.subject, relation.predicate))
    return (
        tuple(ordered),
        tuple(all_referents),
        tuple(sorted(all_mentions, key=lambda mention: (mention.span, mention.referent))),
    )


def _relation(role: Held, body: int | None, parts: Sequence[tuple[Span, int]]) -> Relation | None:
    claim = _claim_with(role.span, parts)
    if role.role:
        return Relation(role.subject, "holdsRole", body, role.span, role.role, claim)
    return Relation(role.subject, "affiliatedWith", body, role.span, None, claim) if body is not None else None


def _claim_with(span: Span, parts: Sequence[tuple[Span, int]]) -> int | None:
    """The smallest claim whose own words hold the whole span, none where it stands outside all claims."""
    last = bisect_right(parts, span.start, key=lambda part: part[0].start)
    holding = [
        (part.end - part.start, number) for part, number in parts[max(0, last - _NESTED) : last] if part.contains(span)
    ]
    return min(holding)[1] if holding else None
