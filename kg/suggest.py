"""Pairs of entities that may be the same, with what speaks for it in words: for a person to decide on.

Names are compared with rapidfuzz within blocks of names that have something rare in common, so that the work grows with
the number of entities and not with that of pairs. Roles, organisations and what is named beside them then speak for or
against. One surname alone never makes a pair.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from pyoxigraph import NamedNode

from kg import decisions
from kg.graph import Reader
from kg.iris import fold
from kg.likeness import PERSON, Likeness, likeness, skeleton, words_of
from kg.link.authority import AuthorityList
from kg.model import EntityRecord, Reference, SuggestionRecord
from kg.ontology import term
from kg.rulings import Rulings
from kg.store import Store, value

LEAST = 0.5
"""The least score of a suggestion."""
LARGEST_BLOCK = 40
"""Names with something in common that more bear than this say nothing by it."""
SHARED_ROLE, SHARED_ORGANISATION, SHARED_COMPANY, NAMED_APART = 0.1, 0.15, 0.1, 0.25
"""What speaks for a pair, and what against it: an article that names both."""
TOLD = 3
"""How many of a kind a reason names."""


def suggest(
    store: Store, reader: Reader, *, type: str | None = None, decided: bool = False, least: float = LEAST
) -> list[SuggestionRecord]:
    """Pairs of entities that may be the same, the likeliest first; with ``decided`` also pairs that were decided on.

    ``score`` is 0 to 1: how alike the names are, and what else the two have in common. Groups and whoever the texts do
    not name are never suggested.
    """
    named = [e for e in reader.entities if e.named and not e.group and type in (None, e.type)]
    by_id = {entity.id: entity for entity in named}
    surroundings = _Surroundings(store)
    rulings = Rulings.of(decisions.read(store))
    verdicts = _verdicts(rulings, reader)
    listed = AuthorityList.in_force(store, rulings).entries
    found = []
    for one, other in sorted(_candidates(store, reader, named)):
        a, b = by_id[one], by_id[other]
        verdict = verdicts.get(frozenset((one, other)))
        if (verdict and not decided) or (one in listed and other in listed):
            continue
        if (alike := likeness(a, b)) is not None and (made := _scored(a, b, alike, surroundings)).score >= least:
            found.append(_with(made, verdict))
    return sorted(found, key=lambda s: (-s.score, s.one.id, s.other.id))


def _with(made: SuggestionRecord, verdict: str | None) -> SuggestionRecord:
    reasons = (*made.reasons, f"decided: {verdict}") if verdict else made.reasons
    return SuggestionRecord(made.score, made.one, made.other, reasons, verdict)


def _verdicts(rulings: Rulings, reader: Reader) -> dict[frozenset[str], str]:
    """The pairs of entities on which somebody decided."""
    settled = rulings.settled
    current = reader.entities.current
    return {frozenset(map(current, pair)): verdict for pair, verdict in settled.items()}


def _candidates(store: Store, reader: Reader, entities: list[EntityRecord]) -> set[tuple[str, str]]:
    """The pairs that are worth comparing: those that share a block, and those that articles call by both names."""
    blocks: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for entity in entities:
        for block in _blocks(entity):
            blocks[block].add(entity.id)
    found = {
        pair for block in blocks.values() if 1 < len(block) <= LARGEST_BLOCK for pair in combinations(sorted(block), 2)
    }
    known = {entity.id for entity in entities}
    for quad in store.engine.quads_for_pattern(None, term("kg:alsoCalled"), None, None):
        one, other = sorted(reader.entities.current(value(node)) for node in (quad.subject, quad.object))
        if one != other and {one, other} <= known:
            found.add((one, other))
    return found


def _blocks(entity: EntityRecord) -> Iterator[tuple[str, ...]]:
    """What an entity's names have in common with those that may be the same."""
    for name in {fold(entity.label), *map(fold, entity.aliases)}:
        words = words_of(name)
        if not words:
            continue
        if len(words) > 1:
            yield ("name", *sorted(words))
            yield ("sound", entity.type, skeleton("".join(words)))
        if entity.type == PERSON:
            yield ("last", words[-1], words[0][:1]) if len(words) > 1 else ("last", words[-1])
            yield ("last", words[-1])
            if len(words) > 1:
                yield ("first", words[0], words[-1][:2])
            if len(words) > 2:
                yield ("last", words[-2], words[0][:1])
        else:
            for word in words:
                yield (entity.type, word)
            yield (entity.type, "acronym", "".join(word[0] for word in words) if len(words) > 1 else words[0])


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around an entity: its articles, roles, organisations, and who is named in the same claims."""

    articles: frozenset[str]
    roles: frozenset[str]
    organisations: frozenset[str]
    company: frozenset[str]


class _Surroundings:
    """Reads what stands around entities, as far as it is asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._found: dict[str, _Around] = {}

    def of(self, entity: str) -> _Around:
        """What stands around an entity."""
        if entity not in self._found:
            node = NamedNode(entity)
            relations = self._to("rdf:subject", node)
            claims = [*self._to("kg:about", node), *self._to("kg:speaker", node)]
            company = {o for claim in claims for o in self._from(claim, "kg:about")} - {entity}
            self._found[entity] = _Around(
                frozenset(value(q.graph_name) for q in self._quads(None, "kg:resolvesTo", node)),
                frozenset(fold(role) for relation in relations for role in self._from(relation, "kg:role")),
                frozenset(o for relation in relations for o in self._from(relation, "rdf:object")),
                frozenset(company),
            )
        return self._found[entity]

    def label(self, entity: str) -> str:
        """An entity's label."""
        return next(iter(self._from(NamedNode(entity), "skos:prefLabel")), entity)

    @cached_property
    def _terms(self) -> dict[str, NamedNode]:
        names = ("rdf:subject", "rdf:object", "kg:about", "kg:speaker", "kg:role", "kg:resolvesTo", "skos:prefLabel")
        return {name: term(name) for name in names}

    def _quads(self, subject: Any, curie: str, target: Any) -> Iterable[Any]:
        return self._store.engine.quads_for_pattern(subject, self._terms[curie], target, None)

    def _to(self, curie: str, node: NamedNode) -> list[Any]:
        return [quad.subject for quad in self._quads(None, curie, node)]

    def _from(self, node: Any, curie: str) -> list[str]:
        return [value(quad.object) for quad in self._quads(node, curie, None)]


def _scored(a: EntityRecord, b: EntityRecord, alike: Likeness, surroundings: _Surroundings) -> SuggestionRecord:
    """A pair with what its names and surroundings say."""
    one, other = surroundings.of(a.id), surroundings.of(b.id)
    score, reasons = alike.score, [alike.reason]
    if roles := sorted(one.roles & other.roles):
        score += SHARED_ROLE
        reasons.append(f"both are {_listed(f'“{role}”' for role in roles)}")
    if organisations := sorted(map(surroundings.label, one.organisations & other.organisations)):
        score += SHARED_ORGANISATION
        reasons.append(f"both belong to {_listed(organisations)}")
    needs_more = alike.needs_more and score == alike.score
    if company := sorted(map(surroundings.label, (one.company & other.company) - {a.id, b.id})):
        score += SHARED_COMPANY * min(1, len(company) / TOLD)
        reasons.append(f"named with both: {_listed(company)}")
    if apart := len(one.articles & other.articles):
        score -= NAMED_APART
        reasons.append(f"but {apart} article{'s name' if apart > 1 else ' names'} both")
    score = 0.0 if needs_more else min(max(score, 0.0), 0.99)
    return SuggestionRecord(round(score, 2), _reference(a), _reference(b), tuple(reasons))


def _listed(items: Iterable[str]) -> str:
    told = list(items)
    return ", ".join(told[:TOLD]) + (f" and {len(told) - TOLD} more" if len(told) > TOLD else "")


def _reference(entity: EntityRecord) -> Reference:
    return Reference(entity.id, entity.label, entity.type)
