"""Which expressions refer to the same: sieves from the surest to the boldest, then pronouns, in text order."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.coreference import expressions
from ingest.coreference.compatible import Entity, agree, names_match
from ingest.coreference.expressions import Expression
from ingest.coreference.pronouns import antecedent
from ingest.coreference.voices import Voices
from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.figures.nouns import singular
from ingest.lexicon.gazetteer import COUNTRIES
from ingest.lexicon.pronouns import INDEFINITE, POSSESSIVE, RELATIVE, SECOND
from ingest.lexicon.words import TITLES, listed
from kg.model import Span

_APPOSED = re.compile(r"\s*[,(:–—-]\s*\Z")
_COPULA = re.compile(
    r"(?:,[^.,]{1,60},)?\s*(?:(?:has|have|had) been|is|was|are|were|am|became|becomes|become|remains|[’'](?:s|m|re))"
    r"(?: (?:also|still|now|then|both|all|just|really|actually|clearly))?\s*\Z"
)
_MOST = 40
"""Mentions: so many before one are looked at."""
_TOWNS = listed(
    "city town village capital municipality port suburb island country nation state kingdom republic region"
)
_BODIES = listed("company firm group organisation organization agency party team union bank institute university club")


def clusters(document: Document, mentions: Sequence[Span]) -> list[int]:
    """The number of the cluster of each mention, in the mentions' order; equal numbers, one referent.

    Names, descriptions and pronouns of people, organisations and places, in any order; nothing but the text is asked.
    """
    return Sieve(document, expressions.read(document, mentions)).numbers()


class Sieve:
    """The clusters of one document while they grow."""

    def __init__(self, document: Document, read: Sequence[Expression]) -> None:
        self._document = document
        self._read = sorted(read, key=lambda one: (one.span.start, -one.span.end))
        self._entity: dict[int, Entity] = {one.number: Entity.of(one) for one in self._read}
        self._count = len(read)

    def numbers(self) -> list[int]:
        """Run the sieves one after the other."""
        self._constructions()
        self._names()
        self._nominals()
        Voices(self._document, self._read, self._entity, self._join).join()
        self._pronouns()
        self._owned()
        numbers: dict[int, int] = {}
        return [numbers.setdefault(id(self._entity[number]), len(numbers)) for number in range(self._count)]

    def _join(self, one: Expression, other: Expression) -> None:
        kept, gone = self._entity[one.number], self._entity[other.number]
        if kept is gone:
            return
        kept.take(gone)
        for member in gone.members:
            self._entity[member.number] = kept

    def _constructions(self) -> None:
        """Appositions, titles before names, "X is a Y", acronyms in parentheses."""
        text = self._document.text
        for place, one in enumerate(self._read):
            for other in self._read[place + 1 : place + 12]:
                if other.sentence != one.sentence or other.kind == "pronoun":
                    continue
                if one.span.contains(other.span):
                    if self._is_titled(one, other):
                        self._join(one, other)
                    continue
                between = text[one.span.end : other.span.start]
                if len(between) > 80:
                    break
                is_led = between in (" ", "") and self._leads(one, other)
                is_apposed = bool(_APPOSED.match(between)) and self._is_apposed(one, other, between)
                is_equated = bool(_COPULA.match(between)) and one.is_top and self._is_predicate(one, other)
                if is_led or is_apposed or is_equated:
                    self._join(one, other)

    def _is_titled(self, one: Expression, other: Expression) -> bool:
        """Whether a name ends the expression that holds it: "the mayor Ana Lima"."""
        if other.kind != "name" or one.span.end != other.span.end or other.head != one.head:
            return False
        lead = one.words[: len(one.words) - len(other.words)]
        return bool(lead) and (lead[-1] in TITLES or noun_type(singular(lead[-1])) == "person")

    def _leads(self, one: Expression, other: Expression) -> bool:
        """Whether a description leads to the name right behind it: "the historian" in "the historian Ana Lima"."""
        return (
            one.kind == "nominal"
            and other.kind == "name"
            and one.text[-2:] not in ("'s", "’s")
            and one.head == one.words[-1]
            and one.is_plural == other.is_plural
            and agree(self._entity[one.number], self._entity[other.number])
            and (one.type is not None or other.type == "person")
        )

    def _is_apposed(self, one: Expression, other: Expression, between: str) -> bool:
        if one.kind == "pronoun" or one.is_plural != other.is_plural:
            return False
        if not agree(self._entity[one.number], self._entity[other.number]):
            return False
        if "(" in between:
            return other.kind == "name" and _is_acronym(other, one)
        if (one.kind == "name") == (other.kind == "name"):
            return False
        described, named = (one, other) if other.kind == "name" else (other, one)
        if noun_type(described.noun) == "place" and named.type not in ("place", None):
            return False
        is_person = described.type == "person" and named.type in ("person", None)
        if described is one:
            return is_person and len(named.words) > 1
        return is_person or described.determiner in ("a", "an", "the", "his", "her", "its", "their")

    def _is_predicate(self, one: Expression, other: Expression) -> bool:
        if other.kind == "nominal" and other.determiner in ("no", "any", "each", "every"):
            return False
        if one.kind == "pronoun" and one.head in INDEFINITE | RELATIVE:
            return False
        if one.is_plural != other.is_plural and one.head not in SECOND:
            return False
        return other.kind == "nominal" and agree(self._entity[one.number], self._entity[other.number])

    def _names(self) -> None:
        """Names that are forms of one name."""
        by_word: dict[str, list[Expression]] = defaultdict(list)
        for one in self._read:
            if one.kind != "name":
                continue
            keys = dict.fromkeys((*one.base, "".join(word[0] for word in one.words), one.place or one.head))
            for other in self._nearest(by_word, keys):
                if not _within(one, other) and names_match(self._entity[other.number], self._entity[one.number], one):
                    self._join(other, one)
                    break
            for key in keys:
                by_word[key].append(one)

    def _nearest(self, by_word: dict[str, list[Expression]], keys: dict[str, None]) -> Iterator[Expression]:
        seen: dict[int, Expression] = {}
        for key in keys:
            for other in by_word.get(key, ())[-_MOST:]:
                seen[other.number] = other
        tried: set[int] = set()
        for other in sorted(seen.values(), key=lambda other: other.span, reverse=True):
            if id(self._entity[other.number]) not in tried:
                tried.add(id(self._entity[other.number]))
                yield other

    def _nominals(self) -> None:
        """Descriptions with the head, and no other words than, one before had; then those that stand for a name."""
        by_noun: dict[str, list[Expression]] = defaultdict(list)
        names: list[Expression] = []
        for one in self._read:
            if one.kind == "name":
                names.append(one)
            if one.kind == "nominal":
                same = next(
                    (other for other in reversed(by_noun[one.noun][-_MOST:]) if self._is_same(one, other)), None
                )
                if same is None:
                    same = self._named(one, names)
                if same is not None:
                    self._join(same, one)
            if one.kind != "pronoun":
                by_noun[one.noun].append(one)

    def _is_same(self, one: Expression, other: Expression) -> bool:
        if one.is_plural != other.is_plural or _within(one, other) or one.is_indefinite:
            return False
        own = set(one.words) - {one.head}
        theirs = set(other.words)
        entity = self._entity[other.number]
        if one.determiner in POSSESSIVE or "'" in one.text or "’" in one.text:
            return (
                one.words == other.words and one.determiner == other.determiner and (one.sentence - other.sentence < 3)
            )
        if own <= theirs or own <= entity.words:
            return bool(one.determiner in ("the", "this", "that", "these", "those") or own or one.is_plural)
        return False

    def _named(self, one: Expression, names: Sequence[Expression]) -> Expression | None:
        """The name nearest before that "the city", "the company" or "the president" stands for."""
        if one.determiner not in ("the", "this", "that") or one.is_plural or len(one.words) > 1:
            return None
        for other in reversed(names[-_MOST:]):
            entity = self._entity[other.number]
            if _within(one, other):
                continue
            if one.noun in _TOWNS and "place" in entity.types:
                is_country = any(member.text.removeprefix("the ") in COUNTRIES for member in entity.members)
                if one.noun in ("country", "nation", "republic", "kingdom") and not is_country:
                    continue
                if one.noun in ("city", "town", "village", "port", "capital") and is_country:
                    continue
                return other
            if one.noun in _BODIES and "organisation" in entity.types and one.noun in entity.words:
                return other
            if one.type == "person" and "person" in entity.types and one.noun in entity.words:
                return other
        return None

    def _owned(self) -> None:
        """Descriptions by an owner: "his wife" and "Lima's wife" are one where their owners are."""
        owners: dict[tuple[int, str], Expression] = {}
        starts: dict[int, Expression] = {}
        for one in self._read:
            if one.kind == "nominal":
                continue
            starts[one.span.start] = one
        for one in self._read:
            owner = starts.get(one.span.start)
            if one.kind != "nominal" or owner is None or owner is one or not owner.span.end < one.span.end:
                continue
            if one.base[-1] != one.head or not _is_owner(owner):
                continue
            key = id(self._entity[owner.number]), " ".join(one.base[1:] if one.determiner == "" else one.base)
            if key in owners:
                self._join(owners[key], one)
            owners[key] = one

    def _pronouns(self) -> None:
        """Pronouns of the third person, each with the entities that have been mentioned before it."""
        for place, one in enumerate(self._read):
            if one.kind != "pronoun" or len(self._entity[one.number].members) > 1:
                continue
            found = antecedent(self._document.text, one, self._read[:place], self._entity)
            if found is not None:
                self._join(found, one)


def _within(one: Expression, other: Expression) -> bool:
    return one.span.overlaps(other.span)


def _is_owner(one: Expression) -> bool:
    return one.head in POSSESSIVE or one.text[-2:] in ("'s", "’s")


def _is_acronym(short: Expression, long: Expression) -> bool:
    letters = short.head
    initials = "".join(word[0] for word in long.text.split() if word[0].isupper()).lower()
    return len(letters) > 1 and short.text.isupper() and (letters == initials or letters in initials)
