"""What a store holds around one entity, read through the index: only the claims that concern it, not whole articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kg.article_graph import NAMING
from kg.current import Current
from kg.details import details
from kg.evidence import Asserted, Evidence, Reading, Said, joined
from kg.graph import Reader, Records
from kg.ontology import term
from kg.store import Store, value

IN_CLAIMS, IN_RELATIONS = NAMING.values()
TO_ENTITIES = IN_CLAIMS | IN_RELATIONS
EACH = 8
"""How much of what joins two neighbours is read: a few of many words show that they are joined, and by what."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """What joins the entity ``focus`` and those around it."""

    focus: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Records around the entity ``focus``: who stands beside it, and the claims and relations that say so.

    Counts in them (an article's claims, an entity's) are of what is around the focus.
    """

    focus: str
    records: Records


def around(store: Store, reader: Reader, what: str, *, rejected: bool = False, **options: Any) -> Neighbourhood:
    """The records of what is `nearby` an entity; options as there.

    Raises:
        NotFoundError: no entity, or several, are meant.
    """
    near = nearby(store, reader, what, rejected=rejected, **options)
    found = (one.id for kind in (near.evidence.claims, near.evidence.relations) for one in kind)
    return Neighbourhood(near.focus, details(store, reader, found, also=[near.focus], rejected=rejected))


def nearby(
    store: Store,
    reader: Reader,
    what: str,
    *,
    hops: int = 1,
    enough: int = 80,
    rejected: bool = False,
    beside: Sequence[str] = (),
) -> Nearby:
    """All claims and relations that involve an entity (a name or an id), or its neighbours.

    With two hops those of its neighbours too, and so on; no further hop is made once ``enough`` entities are reached.
    A claim brings those that it embeds or is embedded in. Then, of the ``enough`` entities that are named most, the
    relations that say what they are, and some of what joins two of them elsewhere, or one of them to one of those that
    are ``beside`` (IRIs). Only current versions of articles count, and what people rejected, with what stands in it,
    only where it is asked for.

    Raises:
        NotFoundError: no entity, or several, are meant.
    """
    focus = reader.entities.find(what).id
    found = _Found(Current(store, with_rejected=rejected), reader)
    reached: Counter[str] = Counter({focus: 1})
    edge = [focus]
    for _ in range(hops):
        found.add(found.involving(edge))
        named = found.named()
        edge = sorted(named.keys() - reached.keys())
        reached.update(named)
        if len(reached) >= enough:
            break
    most_named = sorted(reached, key=lambda entity: (-reached[entity], entity))[:enough]
    found.add([*found.roles(most_named), *found.between(most_named, beside)])
    return Nearby(focus, found.evidence(focus))


class _Found:
    """The claims and relations that were found; nodes are their IRIs."""

    def __init__(self, current: Current, reader: Reader) -> None:
        self._current = current
        self._reader = reader
        self._reading = Reading(current, reader.entities)
        self._said: dict[str, Said] = {}
        self._asserted: dict[str, Asserted] = {}

    def involving(self, entities: Iterable[str]) -> Iterator[str]:
        """The claims and relations that name an entity."""
        for entity in entities:
            for quad in self._current.quads(found=entity):
                node = value(quad.subject)
                if node in self._current.rejected:
                    continue
                if value(quad.predicate) in IN_RELATIONS:
                    yield node
                elif value(quad.predicate) in IN_CLAIMS:
                    yield node
                    yield from (value(q.subject) for q in self._current.quads(None, "kg:embeds", node))
                    yield from (value(q.object) for q in self._current.quads(node, "kg:embeds"))

    def roles(self, entities: Iterable[str]) -> Iterator[str]:
        """The relations that say of an entity what it is."""
        for entity in entities:
            for quad in self._current.quads(None, "rdf:subject", entity):
                if any(self._current.quads(value(quad.subject), "kg:role")):
                    yield value(quad.subject)

    def between(self, entities: Sequence[str], beside: Iterable[str]) -> Iterator[str]:
        """The claims and relations that name two of these entities, or one and one beside; of each two up to `EACH`.

        What somebody said comes before what an article says itself.
        """
        named: defaultdict[str, set[str]] = defaultdict(set)
        for entity in dict.fromkeys((*entities, *beside)):
            for quad in self._current.quads(found=entity):
                if value(quad.predicate) in TO_ENTITIES and value(quad.subject) not in self._current.rejected:
                    named[value(quad.subject)].add(entity)
        both = (node for node, ends in named.items() if len(ends) > 1 and not ends.isdisjoint(entities))
        seen: Counter[tuple[str, ...]] = Counter()
        for _, node in sorted((self._is_narration(node), node) for node in both):
            pairs = list(combinations(sorted(named[node]), 2))
            if any(seen[pair] < EACH for pair in pairs):
                seen.update(pairs)
                yield node

    def _is_narration(self, node: str) -> bool:
        return any(self._current.quads(node, "kg:mode", term("kg:narration")))

    def add(self, nodes: Iterable[str]) -> None:
        """Takes claims and relations in, but for what was rejected."""
        new = {node for node in nodes if node not in self._said and node not in self._asserted}
        self._said.update((claim.id, claim) for claim in self._reading.said(new))
        self._asserted.update((relation.id, relation) for relation in self._reading.asserted(new))

    def named(self) -> Counter[str]:
        """The entities that the claims and relations name, with how often."""
        counts: Counter[str] = Counter()
        for claim in self._said.values():
            counts.update({r.id for r in (claim.speaker, *claim.about, *claim.cites) if r})
        for relation in self._asserted.values():
            counts.update({r.id for r in (relation.subject, relation.object) if r})
        return counts

    def evidence(self, focus: str) -> Evidence:
        """All that was found, and the focus even where nothing was."""
        named = {focus, *self.named()}
        entities = (entity for entity in self._reader.entities if entity.id in named)
        return joined(self._said.values(), self._asserted.values(), entities)
