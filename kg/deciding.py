"""Decisions in words, taken into a store: what is named is looked up, what contradicts an earlier one is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pyoxigraph import NamedNode, Quad

from kg import claims, decisions
from kg.decisions import WITHDRAWN, Decision
from kg.errors import NotFoundError, UsageError
from kg.graph import Reader
from kg.iris import fold
from kg.link import Linker
from kg.link.grouping import Grouping
from kg.link.names import key_of, plain
from kg.model import DecisionRecord, EntityRecord, Reference
from kg.ontology import term
from kg.rulings import Rulings, overridden
from kg.store import Store, value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided, and what whoever decided it should know: contradictions, what became of others."""

    decisions: tuple[Decision, ...]
    notes: tuple[str, ...] = ()


class Desk:
    """Where one person decides: ``by`` is the name, ``why`` the reason of what is decided here."""

    def __init__(
        self,
        store: Store,
        reader: Reader,
        *,
        by: str | None = None,
        why: str | None = None,
        now: datetime | None = None,
    ) -> None:
        self._store, self._reader = store, reader
        self._by = None if by is None else plain(by, "a name")
        self._why, self._now = None if why is None else plain(why, "a reason"), now
        self._linker = Linker(store)
        self._notes: list[str] = []

    def merge(self, kept: str, other: str) -> Outcome:
        """Two entities are the same: the second goes into the first.

        Raises:
            NotFoundError: there is no such entity.
            UsageError: both are one name's.
        """
        a, b, keys = self._two(kept, other)
        if a.type != b.type:
            told = f"{a.label} is of type {a.type} and {b.label} of type {b.type}"
            self._notes.append(f"{told}; together they are of type {a.type}")
        register = self._linker.register
        joined = {key for entity in (a.id, b.id) for key in register.members.get(entity, {entity})}
        outcome = self._rule("same", keys)
        apart = sorted(key for key in joined if register.entity_of(key) != register.entity_of(a.id))
        if not apart or register.entity_of(a.id) != register.entity_of(b.id):
            return outcome
        note = f"{', '.join(map(self._short, apart))}: kept apart from them, as decided before"
        return Outcome(outcome.decisions, (*outcome.notes, note))

    def different(self, one: str, other: str) -> Outcome:
        """Two entities are not the same, whatever their names are; errors as those of `merge`."""
        return self._rule("different", self._two(one, other)[2])

    def unsure(self, one: str, other: str) -> Outcome:
        """It cannot be told whether two entities are the same; errors as those of `merge`."""
        return self._rule("unsure", self._two(one, other)[2])

    def rename(self, entity: str, name: str) -> Outcome:
        """An entity is shown by another name; who else bears it is told."""
        found, name = self._find(entity), plain(name, "a name")
        others = [e for e in self._reader.entities if fold(e.label) == fold(name) and e.id != found.id]
        self._notes += [f"{self._short(other.id)} bears that name, too" for other in others]
        return self._rule("renamed", [found.id], name=name)

    def split(self, entity: str, sources: Sequence[str] = ()) -> Outcome:
        """Takes an entity apart.

        With sources, what their articles mean by it is an entity of its own, with a number after its id. Without, the
        merges that made it are taken back; where nobody merged anything, its names are kept apart.

        Raises:
            NotFoundError: there is no such entity or source.
            UsageError: there is nothing to take apart.
        """
        found = self._find(entity)
        keys = sorted(self._linker.register.members.get(found.id, {found.id}))
        if sources:
            return self._split_off(found, keys, sources)
        judged = self._linker.rulings.among(keys)
        beaten = overridden(self._linker.rulings)
        merges = dict.fromkeys(j.decision.id for j in judged if j.same and j.decision.id not in beaten)
        if not merges:
            if len(keys) == 1:
                raise UsageError(
                    f"{found.label}: nothing was merged into it; name the articles that mean another: "
                    f"kg split {self._short(found.id)} SOURCE"
                )
            return self._rule("different", keys)
        outcome = self._rule(WITHDRAWN, list(merges))
        left = Grouping(self._linker.register, self._linker.rulings, self._linker.authority).groups(keys)
        if together := [group for group in left if len(set(group) & set(keys)) > 1]:
            names = ", ".join(self._short(key) for group in together for key in group if key in keys)
            note = f"one by their names alone, and still one: {names}; split again to keep them apart"
            return Outcome(outcome.decisions, (*outcome.notes, note))
        return outcome

    def _split_off(self, found: EntityRecord, keys: list[str], sources: Sequence[str]) -> Outcome:
        meant = {quad.graph_name for quad in self._quads("kg:resolvesTo", found.id)}
        for source in sources:
            articles = [self._store.iris.key(article.id) for article in self._reader.article(source)]
            if not any(self._store.iris.resolves(article) in meant for article in articles):
                raise UsageError(f"{source}: this source does not mention {found.label}")
        stated = sorted({article.source for source in sources for article in self._reader.article(source)})
        return self._rule("split", keys, sources=tuple(stated), result=self._numbered(found.id))

    def _numbered(self, entity: str) -> str:
        """The id of an entity with the first number that is free."""
        register, number = self._linker.register, 2
        while True:
            key = f"{entity}-{number}"
            if key not in register.split_off and not register.names(key).is_present:
                return key
            number += 1

    def accept(self, claim: str) -> Outcome:
        """A claim is rightly read; `NotFoundError` where there is no such claim."""
        return self._rule_on_claim("accepted", claim)

    def reject(self, claim: str) -> Outcome:
        """A claim is wrongly read: it stays, marked; `NotFoundError` where there is no such claim."""
        return self._rule_on_claim("rejected", claim)

    def set_speaker(self, claim: str, speaker: str, type: str = "person") -> Outcome:
        """A claim is somebody's: an entity of the store, or one of a new name, which is then of ``type``.

        Raises:
            NotFoundError: there is no such claim, or no such entity where an id is given.
        """
        speaker = plain(speaker, "a name")
        try:
            found = self._find(speaker)
        except NotFoundError as error:
            names = [name for e in self._reader.entities for name in (e.label, *e.aliases)]
            if self._store.iris.expand(speaker) or fold(speaker) in map(fold, names) or not key_of(type, speaker):
                raise
            self._notes.append(f"a new {type}: {error}")
            key = self._store.iris.mint(type, key_of(type, speaker)).value
            return self._rule_on_claim("speaker", claim, name=speaker, type=type, result=key)
        name = self._linker.register.names(found.id).label or found.label
        return self._rule_on_claim("speaker", claim, name=name, type=found.type, result=found.id)

    def drop_list(self) -> Outcome:
        """The authority list is no longer obeyed; it stays in the store, and undoing this makes it hold again.

        Raises:
            UsageError: there is no list, or it was dropped before.
        """
        if by := self._linker.rulings.dropped:
            raise UsageError(f"the list was dropped by {self._short(by[0])}; undo that to make it hold again")
        if not self._linker.authority.entries:
            raise UsageError("there is no authority list to drop. Give one with: kg authority FILE")
        return self._rule(decisions.DROPPED, [self._store.iris.authority.value])

    def undo(self, decision: str) -> Outcome:
        """Takes a decision back, or a taking back: what it decided holds again.

        Raises:
            NotFoundError: there is no such decision.
            UsageError: it was taken back before.
        """
        iri = self._store.iris.expand(decision) or self._store.iris.mint("decision", decision).value
        if not any(d.id == iri for d in self._linker.log):
            raise NotFoundError(f"{decision}: no decision of that id. See: kg decisions")
        if by := decisions.withdrawals(self._linker.log).get(iri):
            raise UsageError(f"{decision} was taken back by {self._short(by)}; undo that to make it hold again")
        return self._rule(WITHDRAWN, [iri])

    def _rule_on_claim(self, verdict: str, claim: str, **more: object) -> Outcome:
        iri = claims.find(self._store, claim)
        pattern = self._store.engine.quads_for_pattern
        spans = [quad.object for quad in pattern(NamedNode(iri), term("kg:evidence"), None, None)]
        start = min(int(self._first(value(span), "oa:start") or 0) for span in spans)
        source = self._first(self._first(iri, "prov:wasQuotedFrom") or "", "kg:source") or ""
        words = self._first(iri, "schema:text")
        return self._rule(verdict, [iri], words=words, start=start, sources=(source,), **more)

    def _rule(self, verdict: str, subjects: Sequence[str], **more: object) -> Outcome:
        """Takes a decision into the log, and tells which others it overrides or lets hold again."""
        linker, before = self._linker, overridden(self._linker.rulings)
        made = decisions.decide(
            linker.log, verdict, subjects, self._store.iris, by=self._by, now=self._now, why=self._why, **more
        )
        linker.decide([made])
        after = overridden(linker.rulings)
        for decision in linker.rulings.decisions:
            if decision.id in after and decision.id not in before and decision.id != made.id:
                is_same = replace(decision, id=made.id, by=made.by, when=made.when, why=made.why) == made
                self._notes.append(
                    f"says again what {self.told(decision)} said, and takes its place"
                    if is_same
                    else f"contradicts {self.told(decision)}, which no longer holds"
                )
            elif decision.id in before and decision.id not in after:
                self._notes.append(f"{self.told(decision)} holds again")
        return Outcome((made,), tuple(self._notes))

    def told(self, decision: Decision) -> str:
        """A decision in a line: its id, what it says, who made it when."""
        subjects = ", ".join(map(self._short, decision.subjects))
        return f"{self._short(decision.id)} ({decision.verdict}: {subjects}; {decision.by}, {decision.when[:10]})"

    def _two(self, one: str, other: str) -> tuple[EntityRecord, EntityRecord, list[str]]:
        """Two entities and their ids; where the names lead to one entity, the keys that make it up."""
        a, b = self._find(one), self._find(other)
        keys = [a.id, b.id] if a.id != b.id else [self._key(one, a), self._key(other, b)]
        if keys[0] == keys[1]:
            raise UsageError(f"{one} and {other} are one name's: {self._short(a.id)}")
        return a, b, keys

    def _key(self, text: str, entity: EntityRecord) -> str:
        """The key of an entity that a name or id leads to."""
        register = self._linker.register
        typed = self._store.iris.expand(text) or self._store.iris.mint(entity.type, key_of(entity.type, text)).value
        return typed if register.entity_of(typed) == entity.id else entity.id

    def _find(self, text: str) -> EntityRecord:
        return self._reader.entities.find(text)

    def _short(self, iri: str) -> str:
        return self._store.iris.compact(iri)

    def _quads(self, curie: str, target: str) -> list[Quad]:
        return list(self._store.engine.quads_for_pattern(None, term(curie), NamedNode(target), None))

    def _first(self, node: str, curie: str) -> str | None:
        quad = next(self._store.engine.quads_for_pattern(NamedNode(node), term(curie), None, None), None)
        return value(quad.object) if quad else None


def records(store: Store, reader: Reader) -> list[DecisionRecord]:
    """The whole log, oldest first, with what became of each decision."""
    log = decisions.read(store)
    gone, beaten = decisions.withdrawals(log), overridden(Rulings.of(log))
    entities = {entity.id for entity in reader.entities}

    def is_there(iri: str) -> bool:
        return reader.entities.current(iri) in entities

    def state(decision: Decision) -> str:
        if decision.id in gone:
            return "withdrawn"
        if decision.id in beaten:
            return "overridden"
        node = NamedNode(decision.id)
        if decision.verdict in decisions.ON_CLAIMS:
            applied = any(store.engine.quads_for_pattern(None, term("kg:decision"), node, None))
        elif decision.verdict in decisions.ON_ENTITIES:
            applied = all(map(is_there, [decision.result] if decision.result else decision.subjects))
        else:
            applied = True
        return "in force" if applied else "orphaned"

    return [
        DecisionRecord(
            id=d.id,
            verdict=d.verdict,
            subjects=tuple(_reference(iri, reader) for iri in d.subjects),
            by=d.by,
            when=d.when,
            why=d.why,
            name=d.name,
            result=_reference(d.result, reader) if d.result else None,
            sources=d.sources,
            words=d.words,
            state=state(d),
            ended_by=gone.get(d.id) or beaten.get(d.id),
        )
        for d in log
    ]


def _reference(iri: str, reader: Reader) -> Reference:
    """An entity, claim or decision as records point to it: by its own id, whatever it leads to now."""
    found = reader.entities.reference(reader.entities.current(iri))
    return Reference(iri, found.label if found.type else reader.iris.compact(iri), found.type)
