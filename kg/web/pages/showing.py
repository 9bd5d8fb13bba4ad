"""Claims, relations and figures as pages show them: each with its words in their context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.evidence import Piece, context_of, context_of_relation, matches
from kg.export.page.safe import clean
from kg.export.strings import STANCES
from kg.iris import fold
from kg.model import ArticleRecord, ClaimRecord, Reference, RelationRecord, Role, fullest
from kg.web.library import Library, Read, Tie

PASSAGES = 10
"""How many passages that say the same are shown."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim with its article.

    ``verified`` is whether its words are what stands there; ``unresolved`` are the words that refer to a speaker who is
    not known; ``stances`` are the speaker's own in it.
    """

    claim: ClaimRecord
    article: ArticleRecord
    context: list[Piece]
    verified: bool
    unresolved: str
    stances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asserted:
    """What articles assert in the same terms: the first relation, and the passages that say so, of ``total``.

    ``teller`` is the claim in which somebody else says it of the subject; ``words`` are those of the claim, else those
    that assert the relation.
    """

    relation: RelationRecord
    words: str
    teller: Saying | None
    passages: tuple[tuple[RelationRecord, ArticleRecord, list[Piece]], ...]
    total: int


def saying(claim: ClaimRecord, article: Read) -> Saying:
    """A claim as lists show it."""
    unresolved = article.text[slice(*claim.speaker_span)] if claim.speaker_span and not claim.speaker else ""
    own = (r for r in article.relations if r.claim == claim.id and r.predicate in STANCES)
    stances = dict.fromkeys(r.predicate for r in own if claim.speaker and r.subject.id == claim.speaker.id)
    return Saying(
        claim,
        article.record,
        context_of(claim, article.text),
        matches(claim, article.text),
        clean(unresolved),
        tuple(stances),
    )


def sayings(library: Library, ids: Iterable[str]) -> list[Saying]:
    """Claims by their ids."""
    return [saying(claim, article) for claim, article in library.claims_at(ids)]


def same(ties: Iterable[Tie]) -> list[list[Tie]]:
    """Ties, those together that say the same of the same, told by the same; the order is that of the first."""
    groups: dict[tuple[object, ...], list[Tie]] = {}
    for tie in ties:
        one = tie.relation
        key = (one.subject.id, one.predicate, one.object and one.object.id, fold(one.role or ""), tie.teller)
        groups.setdefault(key, []).append(tie)
    return list(groups.values())


def asserted(library: Library, ties: list[Tie]) -> Asserted:
    """What some ties say together, with the first passages that say so."""
    read = [(tie.relation, article) for tie in ties[:PASSAGES] if (article := library.article(tie.article))]
    relation, article = read[0]
    claim = article.claim(relation.claim) if relation.claim else None
    return Asserted(
        relation,
        claim.text if claim else article.text[relation.start : relation.end],
        saying(claim, article) if claim and ties[0].teller else None,
        tuple((one, home.record, context_of_relation(one, home.text)) for one, home in read),
        len(ties),
    )


def roles(ties: Iterable[Tie], holder: str) -> list[tuple[str, Reference | None]]:
    """The roles that somebody holds, without those that others say too."""
    held = [tie.relation for tie in ties if tie.relation.role and tie.relation.subject.id == holder]
    where = {Role(clean(one.role or ""), one.object.label if one.object else None): one.object for one in held}
    return [(role.role, where[role]) for role in fullest(tuple(where))]
