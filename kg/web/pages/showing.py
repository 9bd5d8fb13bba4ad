"""Claims, relations and figures as pages show them: each with its words in their context."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.evidence import Piece, context_of, context_of_relation, matches
from kg.export.page.safe import clean
from kg.export.strings import STANCES
from kg.iris import fold
from kg.model import ArticleRecord, ClaimRecord, Reference, RelationRecord
from kg.web.library import Library, Read


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
    """What articles assert in the same terms: the first relation, and every passage that says so.

    ``teller`` is the claim in which somebody else says it of the subject; ``words`` are those of the claim, else those
    that assert the relation.
    """

    relation: RelationRecord
    words: str
    teller: Saying | None
    passages: tuple[tuple[RelationRecord, ArticleRecord, list[Piece]], ...]


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


def asserted(relations: Iterable[tuple[RelationRecord, Read]]) -> list[Asserted]:
    """Relations, those that say the same of the same in one; the order is that of the first."""
    groups: dict[tuple[object, ...], list[tuple[RelationRecord, Read]]] = {}
    for relation, article in relations:
        teller = _teller(relation, article)
        key = (
            relation.subject.id, relation.predicate, relation.object and relation.object.id, fold(relation.role or ""),
            teller and teller.speaker and teller.speaker.id,
        )  # fmt: skip
        groups.setdefault(key, []).append((relation, article))
    return [_asserted(same) for same in groups.values()]


def _asserted(same: list[tuple[RelationRecord, Read]]) -> Asserted:
    relation, article = same[0]
    claim = article.claim(relation.claim) if relation.claim else None
    teller = _teller(relation, article)
    return Asserted(
        relation,
        claim.text if claim else article.text[relation.start : relation.end],
        saying(teller, article) if teller else None,
        tuple((r, a.record, context_of_relation(r, a.text)) for r, a in same),
    )


def _teller(relation: RelationRecord, article: Read) -> ClaimRecord | None:
    """The claim that a relation stands in, where it is not the subject's own."""
    claim = article.claim(relation.claim) if relation.claim else None
    return claim if claim and (claim.speaker is None or claim.speaker.id != relation.subject.id) else None


def roles(relations: Iterable[tuple[RelationRecord, Read]], holder: str) -> list[tuple[str, Reference | None]]:
    """The roles that somebody holds, each told once."""
    held = ((clean(r.role), r.object) for r, _ in relations if r.role and r.subject.id == holder)
    return list({(fold(role), where and where.id): (role, where) for role, where in held}.values())
