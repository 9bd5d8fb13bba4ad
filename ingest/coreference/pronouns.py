"""Whom a pronoun of the third person refers to: the most salient of those before it that agree with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ingest.coreference.compatible import Entity
from ingest.coreference.expressions import (
    FEMALE,
    FIRST,
    FIRST_PLURAL,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVE,
    SECOND,
    Expression,
)
from ingest.document import Document

_OTHER_PERSONS = FIRST | FIRST_PLURAL | SECOND
_FAR = 4
_PER_SENTENCE = 10.0


def antecedent(
    document: Document, one: Expression, before: Sequence[Expression], entities: Mapping[int, Entity]
) -> Expression | None:
    """The mention before the pronoun of what it refers to; none where nobody agrees."""
    best: tuple[float, Expression] | None = None
    for other in reversed(before):
        distance = one.sentence - other.sentence
        if distance > _FAR * (3 if one.head in MALE | FEMALE else 1):
            break
        if other.span.contains(one.span) and one.head not in POSSESSIVE:
            continue
        if other.span.contains(one.span):
            continue
        if other.kind == "pronoun" and other.words[0] in _OTHER_PERSONS and (other.quotation == one.quotation):
            continue
        if not fits(one, entities[other.number], other):
            continue
        score = _score(one, other, entities[other.number])
        if best is None or score > best[0]:
            best = score, other
    return best[1] if best is not None else None


def fits(one: Expression, entity: Entity, other: Expression) -> bool:
    """Whether a pronoun agrees with an entity in number, gender and kind."""
    low = one.head
    if low in MALE or low in FEMALE:
        gender = "m" if low in MALE else "f"
        if entity.is_plural or (entity.genders and gender not in entity.genders):
            return False
        return not entity.types or "person" in entity.types
    if low in NEUTER:
        if entity.is_plural or entity.genders:
            return False
        return "person" not in entity.types
    if low in PLURAL:
        return entity.is_plural or "organisation" in entity.types
    return False


def _score(one: Expression, other: Expression, entity: Entity) -> float:
    score = -_PER_SENTENCE * (one.sentence - other.sentence)
    score += 6 * other.is_subject
    score += 3 * other.is_top
    score += min(len(entity.members), 8)
    score += 4 * (other.kind == "pronoun")
    score -= 8 * ((one.quotation == other.quotation) is False)
    if one.head in MALE or one.head in FEMALE:
        score += 4 * ("person" in entity.types)
    score -= 0.01 * (one.span.start - other.span.start)
    return score
