"""Who holds which role where, who belongs to what, and who is with or against whom, as the article's own words say."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.lexicon.roles import SERVICE
from ingest.relations.named import Place
from ingest.relations.roles import Held, described, held, places
from ingest.relations.ties import ties
from ingest.words import Words, split
from kg.model import Claim, Mention, MentionForm, Referent, Relation, Role, Span, fullest

_NESTED = 30
"""So many parts of claims are looked at before a span: claims do not nest deeper."""


def find(
    document: Document, referents: Sequence[Referent], mentions: Sequence[Mention], claims: Sequence[Claim]
) -> tuple[tuple[Relation, ...], tuple[Referent, ...], tuple[Mention, ...]]:
    """The relations in text order, and the referents and mentions, with bodies added that only a relation names.

    The referents that came in keep their numbers.
    """
    words = split(document)
    found = _Found(words, referents, mentions)
    named = places(words, mentions)
    roles = held(words, named, referents)
    for role in (*roles, *described(words, named, _others(words, mentions), referents, roles)):
        found.add_role(role)
    for tie in ties(document, mentions, referents):
        subject = tie.subject if isinstance(tie.subject, int) else found.body(tie.subject, is_named=True)
        target = tie.object if isinstance(tie.object, int) else found.body(tie.object, is_named=False)
        found.add(Relation(subject, tie.predicate, target, tie.span))
    parts = sorted((part, number) for number, claim in enumerate(claims) for part in claim.parts)
    relations = [replace(one, claim=_claim_with(one.span, parts)) for one in _fullest(found.relations)]
    return (
        tuple(sorted(relations, key=lambda one: (one.span, one.subject, one.predicate, one.role or ""))),
        tuple(found.referents),
        tuple(sorted(found.mentions, key=lambda mention: (mention.span, mention.referent))),
    )


def _others(words: Words, mentions: Sequence[Mention]) -> list[tuple[Place, MentionForm]]:
    """The descriptions and pronouns as words."""
    others: list[tuple[Place, MentionForm]] = []
    for mention in mentions:
        if mention.form != "name":
            last = words.at(mention.span.end - 1)
            if last < len(words):
                others.append((Place(words.at(mention.span.start), last, mention.referent), mention.form))
    return others


class _Found:
    """The relations found so far, each once, and the referents and mentions with those that had to be added."""

    def __init__(self, words: Words, referents: Sequence[Referent], mentions: Sequence[Mention]) -> None:
        self.referents = list(referents)
        self.mentions = list(mentions)
        self._words = words
        self._known = {mention.span: mention.referent for mention in mentions}
        self._by_key: dict[tuple[int, str, int | None, str], Relation] = {}

    @property
    def relations(self) -> list[Relation]:
        """The relations, each where it was first found."""
        return list(self._by_key.values())

    def add(self, relation: Relation) -> None:
        """Takes in a relation; the same one again only where its words are earlier, or say in which role."""
        if relation.subject == relation.object:
            return
        role = (relation.role or "").casefold() if relation.predicate == "holdsRole" else ""
        key = (relation.subject, relation.predicate, relation.object, role)
        known = self._by_key.get(key)
        if known is None or (bool(relation.role), -relation.span.start) > (bool(known.role), -known.span.start):
            self._by_key[key] = relation

    def add_role(self, role: Held) -> None:
        """Takes in a role, and the relations that its own words state beside it."""
        body = role.body
        if body is None and role.body_span is not None:
            body = self.body(role.body_span, is_named=True)
        if role.predicate == "holdsRole" or body is not None:
            self.add(Relation(role.subject, role.predicate, body, role.span, role.role or None))
        if role.owner is not None and role.head in SERVICE:
            self.add(Relation(role.subject, "affiliatedWith", role.owner, role.span))
        if role.party is not None:
            self.add(Relation(role.subject, "memberOf", role.party, role.span))

    def body(self, span: Span, *, is_named: bool) -> int:
        """The referent of a body's words, a new one where they were not known as such."""
        number = self._known.get(span)
        if number is None:
            number = self._known[span] = len(self.referents)
            name = " ".join(self._words.repaired.text[slice(*self._words.repaired.within(span))].split())
            self.referents.append(Referent("organisation", name, (), named=is_named))
            self.mentions.append(Mention(span, number, "name" if is_named else "nominal"))
        return number


def _fullest(relations: Sequence[Relation]) -> list[Relation]:
    """The relations without roles that another of the same person says in more words."""
    roles: dict[tuple[int, str], list[Role]] = defaultdict(list)
    for one in relations:
        if one.role:
            roles[one.subject, one.predicate].append(_role(one))
    kept = {key: set(fullest(said)) for key, said in roles.items()}
    return [one for one in relations if not one.role or _role(one) in kept[one.subject, one.predicate]]


def _role(relation: Relation) -> Role:
    return Role(relation.role or "", None if relation.object is None else str(relation.object))


def _claim_with(span: Span, parts: Sequence[tuple[Span, int]]) -> int | None:
    """The smallest claim whose own words hold the whole span, none where it stands outside all claims."""
    last = bisect_right(parts, span.start, key=lambda part: part[0].start)
    holding = [
        (part.end - part.start, number) for part, number in parts[max(0, last - _NESTED) : last] if part.contains(span)
    ]
    return min(holding)[1] if holding else None
