"""What joins entities, read by the store's indexes alone: thousands of articles in a second or two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from pyoxigraph import Quad

from kg.current import Current
from kg.entities import Entities
from kg.model import EntityRecord, Reference, Role, fullest
from kg.ontology import notation
from kg.store import Store, value


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, as far as it joins entities; fields as in `kg.model.ClaimRecord`."""

    id: str
    article: str
    date: str | None
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
    """The claims, relations and entities of current article versions, without their words; claims and relations by id.

    Entities have the roles that the relations give them, but no mentions and no counts.
    """

    claims: tuple[Said, ...]
    relations: tuple[Asserted, ...]
    entities: tuple[EntityRecord, ...]


def read(store: Store, entities: Entities, *, rejected: bool = False) -> Evidence:
    """What joins the entities of a store; earlier versions of corrected articles are left out.

    So are claims that people rejected, unless they are asked for.
    """
    reading = Reading(Current(store, with_rejected=rejected), entities)
    return joined(reading.said(), reading.asserted(), entities)


def joined(claims: Iterable[Said], relations: Iterable[Asserted], entities: Iterable[EntityRecord]) -> Evidence:
    """The parts put together: sorted, and each entity with its roles, those that are told most often first."""
    relations = sorted(relations, key=lambda relation: relation.id)
    roles: defaultdict[str, list[Role]] = defaultdict(list)
    for one in relations:
        if one.role:
            roles[one.subject.id].append(Role(one.role, one.object.label if one.object else None))
    often = {holder: [role for role, _ in Counter(held).most_common()] for holder, held in roles.items()}
    holders = (replace(e, roles=fullest(often[e.id])) if e.id in often else e for e in entities)
    return Evidence(tuple(sorted(claims, key=lambda claim: claim.id)), tuple(relations), tuple(holders))


class Reading:
    """Reads the properties that matter: of all claims and relations in one pass over the indexes, or of some."""

    def __init__(self, current: Current, entities: Entities) -> None:
        self._current = current
        self._entities = entities
        self._references: dict[str, Reference] = {}

    def said(self, nodes: Collection[str] | None = None) -> Iterator[Said]:
        """All claims, or those among some nodes; no rejected one."""
        modes = {value(quad.subject): quad for quad in self._quads("kg:mode", nodes)}
        wanted = None if nodes is None else list(modes)
        speakers, about = self._values("kg:speaker", wanted), self._values("kg:about", wanted)
        cites, embeds = self._values("kg:cites", wanted), self._values("kg:embeds", wanted)
        dates, iris = self._values("kg:saidOn", wanted), self._current.store.iris
        for claim, mode in modes.items():
            if claim in self._current.rejected:
                continue
            article = iris.mint("article", iris.key(value(mode.graph_name))).value
            yield Said(
                id=claim,
                article=article,
                date=dates[claim][0] if claim in dates else self._dates.get(article),
                speaker=self._reference(min(speakers[claim])) if claim in speakers else None,
                mode=notation(value(mode.object)),
                about=self._all(about.get(claim, ())),
                cites=self._all(cites.get(claim, ())),
                embeds=tuple(sorted(inner for inner in embeds.get(claim, ()) if inner not in self._current.rejected)),
            )

    def asserted(self, nodes: Collection[str] | None = None) -> Iterator[Asserted]:
        """All relations, or those among some nodes; none that stands in a rejected claim."""
        subjects = self._values("rdf:subject", nodes)
        wanted = None if nodes is None else list(subjects)
        names = ("rdf:object", "rdf:predicate", "kg:assertedIn", "kg:role")
        objects, predicates, claims, roles = (self._values(name, wanted) for name in names)
        for relation, subject in subjects.items():
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

    @cached_property
    def _dates(self) -> dict[str, str]:
        """Article → its date, where it has one."""
        return {value(q.subject): value(q.object) for q in self._quads("schema:datePublished", None)}

    def _quads(self, curie: str, nodes: Collection[str] | None) -> Iterator[Quad]:
        """The quads of a property, of all nodes or of some."""
        if nodes is None:
            return self._current.quads(None, curie)
        return (quad for node in nodes for quad in self._current.quads(node, curie))

    def _values(self, curie: str, nodes: Collection[str] | None) -> dict[str, list[str]]:
        """Subject → values of a property."""
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self._quads(curie, nodes):
            found[value(quad.subject)].append(value(quad.object))
        return dict(found)

    def _all(self, entities: Iterable[str]) -> tuple[Reference, ...]:
        return tuple(self._reference(entity) for entity in sorted(entities))

    def _reference(self, entity: str) -> Reference:
        if entity not in self._references:
            self._references[entity] = self._entities.reference(entity)
        return self._references[entity]
