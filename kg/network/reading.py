"""What joins entities, read by the store's indexes alone: thousands of articles in a second or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.current import Current
from kg.entities import Entities
from kg.model import EntityRecord, Reference
from kg.ontology import notation
from kg.store import Store, value


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, as far as it joins entities; fields as in `kg.model.ClaimRecord`."""

    id: str
    speaker: Reference | None
    mode: str
    about: tuple[Reference, ...]
    cites: tuple[Reference, ...]
    embeds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asserted:
    """A relation, as far as it joins entities; fields as in `kg.model.RelationRecord`."""

    id: str
    subject: Reference
    predicate: str
    object: Reference | None
    claim: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The claims, relations and entities of current article versions, without their words; all sorted by id."""

    claims: tuple[Said, ...]
    relations: tuple[Asserted, ...]
    entities: tuple[EntityRecord, ...]


def read(store: Store, entities: Entities) -> Evidence:
    """What joins the entities of a store; earlier versions of corrected articles and rejected claims are left out."""
    return _Reading(store, entities).run()


class _Reading:
    """One pass over the indexes of the properties that matter."""

    def __init__(self, store: Store, entities: Entities) -> None:
        self._current = Current(store)
        self._entities = entities
        self._references: dict[str, Reference] = {}

    def run(self) -> Evidence:
        """What `read` gives back."""
        modes = self._values("kg:mode")
        speakers, about = self._values("kg:speaker"), self._values("kg:about")
        cites, embeds = self._values("kg:cites"), self._values("kg:embeds")
        claims = (
            Said(
                id=claim,
                speaker=self._reference(min(speakers[claim])) if claim in speakers else None,
                mode=notation(mode[0]),
                about=self._all(about.get(claim, ())),
                cites=self._all(cites.get(claim, ())),
                embeds=tuple(sorted(inner for inner in embeds.get(claim, ()) if inner not in self._current.rejected)),
            )
            for claim, mode in sorted(modes.items())
            if claim not in self._current.rejected
        )
        return Evidence(tuple(claims), tuple(self._relations()), tuple(self._entities))

    def _relations(self) -> Iterable[Asserted]:
        subjects, objects = self._values("rdf:subject"), self._values("rdf:object")
        predicates, claims, roles = (self._values(n) for n in ("rdf:predicate", "kg:assertedIn", "kg:role"))
        for relation, subject in sorted(subjects.items()):
            if not self._current.rejected.isdisjoint(claims.get(relation, ())):
                continue
            yield Asserted(
                id=relation,
                subject=self._reference(subject[0]),
                predicate=notation(predicates[relation][0]),
                object=self._reference(objects[relation][0]) if relation in objects else None,
                claim=claims[relation][0] if relation in claims else None,
                role=roles[relation][0] if relation in roles else None,
            )

    def _values(self, curie: str) -> dict[str, list[str]]:
        """Subject → values of a property."""
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self._current.quads(None, curie):
            found[value(quad.subject)].append(value(quad.object))
        return dict(found)

    def _all(self, entities: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self._reference(entity) for entity in sorted(entities))

    def _reference(self, entity: str) -> Reference:
        if entity not in self._references:
            self._references[entity] = self._entities.reference(entity)
        return self._references[entity]
