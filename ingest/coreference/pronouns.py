"""Whom a pronoun of the third person refers to: the most salient of those before it that agree with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from ingest.coreference.compatible import Entity
from ingest.coreference.expressions import Expression
from ingest.lexicon.pronouns import FEMALE, FIRST, FIRST_PLURAL, MALE, NEUTER, PLURAL, SECOND
from ingest.lexicon.words import listed

_OTHER_PERSONS = FIRST | FIRST_PLURAL | SECOND
_FAR = 4
"""Sentences: a pronoun reaches no further back; three times as far where it tells the gender."""
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
_OWNING = ("'s", "’s", "s'", "s’")
_CLAUSE_LENGTH = 5
_CLAUSE_ENDS = frozenset(",;:.!?—–\n")
_CLAUSE_MARKS = listed("and but or who whom which that when while as because if where whether before after")
_PER_SENTENCE = 10.0
_SUBJECT = 6.0
_TOP = 3.0
_PRONOUN = 4.0
_KNOWN_PERSON = 4.0
_OTHER_VOICE = 8.0
_MOST_MENTIONS = 8
_MOST = 120
"""Mentions: so many before a pronoun are looked at."""
_PER_CHARACTER = 0.01


def antecedent(
    text: str, one: Expression, before: Sequence[Expression], entities: Mapping[int, Entity]
) -> Expression | None:
    """The mention before the pronoun of what it refers to; none where nobody agrees."""
    found = ranked(text, one, before, entities)
    return found[0][1] if found else None


def ranked(
    text: str, one: Expression, before: Sequence[Expression], entities: Mapping[int, Entity]
) -> list[tuple[float, Expression]]:
    """The entities that a pronoun may refer to, each by its most salient mention, the best first, with scores.

    ``before`` are the expressions before it in text order, ``entities`` those that they refer to by their numbers.
    """
    best: dict[int, tuple[float, Expression]] = {}
    barred: set[int] = set()
    far = _FAR * (3 if one.head in MALE or one.head in FEMALE else 1)
    for other in islice(reversed(before), _MOST):
        if one.sentence - other.sentence > far:
            break
        if other.span.contains(one.span) or _is_other_person(one, other):
            continue
        entity = entities[other.number]
        if id(entity) in barred or not fits(one, entity):
            continue
        if _is_clause_mate(text, one, other):
            barred.add(id(entity))
            best.pop(id(entity), None)
            continue
        score = _score(one, other, entity)
        if id(entity) not in best or score > best[id(entity)][0]:
            best[id(entity)] = score, other
    return sorted(best.values(), key=lambda scored: -scored[0])


def _is_clause_mate(text: str, one: Expression, other: Expression) -> bool:
    """Whether the other is the subject, or the owner, beside the very object that the pronoun is.

    "Lima met him" and "Lima's letter about him" are not about Lima.
    """
    if not one.is_object or one.sentence != other.sentence:
        return False
    is_owner = text[other.span.end - 1 : other.span.end + 2].rstrip()[-2:] in _OWNING
    if not (other.is_subject or is_owner or other.head in _SUBJECTS):
        return False
    between = text[other.span.end : one.span.start]
    words = between.split()
    return len(words) <= _CLAUSE_LENGTH and not (_CLAUSE_MARKS & set(words)) and not _CLAUSE_ENDS & set(between)


def _is_other_person(one: Expression, other: Expression) -> bool:
    """Whether the other is "I", "we" or "you" of the same voice: whoever "he" is, not they."""
    return other.kind == "pronoun" and other.words[0] in _OTHER_PERSONS and other.quotation == one.quotation


def fits(one: Expression, entity: Entity) -> bool:
    """Whether a pronoun agrees with an entity in number, gender and kind."""
    low = one.head
    if low in MALE or low in FEMALE:
        gender = "m" if low in MALE else "f"
        if entity.is_plural or (entity.genders and gender not in entity.genders):
            return False
        return not entity.types or "person" in entity.types
    if low in NEUTER:
        return not entity.is_plural and not entity.genders and "person" not in entity.types
    return low in PLURAL and (entity.is_plural or "organisation" in entity.types)


def _score(one: Expression, other: Expression, entity: Entity) -> float:
    """How salient a mention is where the pronoun stands: near, a subject, of somebody who is mentioned often."""
    score = -_PER_SENTENCE * (one.sentence - other.sentence) - _PER_CHARACTER * (one.span.start - other.span.start)
    score += _SUBJECT * other.is_subject + _TOP * other.is_top + _PRONOUN * (other.kind == "pronoun")
    score += min(len(entity.members), _MOST_MENTIONS) - _OTHER_VOICE * (one.quotation != other.quotation)
    if one.head in MALE or one.head in FEMALE:
        score += _KNOWN_PERSON * ("person" in entity.types)
    return score
