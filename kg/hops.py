"""One claim as a step of a trace: speaker and their roles, exact words, what is cited, figures and relations in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pyoxigraph import NamedNode

from kg.model import Reference
from kg.ontology import notation, term
from kg.store import Store, value

_MOST_ROLES = 3
_LOOKED_AT = 40
"""Relations of an entity that are looked through, where those of all articles count."""
_MAKING = ("conducted", "created")


@dataclass(frozen=True, slots=True)
class Passage:
    """Exact words with what stands around them."""

    start: int
    end: int
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Who a speaker is, as an article states it: ``role`` and ``organisation``, one of which may be missing."""

    role: str | None
    organisation: Reference | None
    words: str
    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a claim states; numbers are strings, exact."""

    figure: str
    words: str
    start: int
    end: int
    value: str | None
    lower: str | None
    upper: str | None
    unit: str | None
    measure: str | None
    population: str | None
    place: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class Asserted:
    """A relation that a claim asserts: a stance towards a policy, or how two entities are related."""

    relation: str
    subject: Reference
    predicate: str
    object: Reference | None
    role: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided on a claim: its id, who decided when, and why."""

    decision: str
    by: str
    when: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Hop:
    """One claim on the way: who said it, how the article says so, and the passages that carry it.

    ``speaker_reason`` is why the article's words were taken for this speaker, ``standings`` who that is. ``makers`` are
    the relations that tell who conducted or made a document that speaks or is cited, ``status`` what a person decided,
    ``ruling`` who did, when and why.
    """

    claim: str
    embedded_in: str | None
    speaker: Reference | None
    speaker_words: str | None
    speaker_reason: str | None
    standings: tuple[Standing, ...]
    cue: str | None
    mode: str
    type: str
    text: str
    passages: tuple[Passage, ...]
    cites: tuple[Reference, ...]
    makers: tuple[Asserted, ...]
    figures: tuple[Stated, ...]
    relations: tuple[Asserted, ...]
    status: str | None = None
    ruling: Ruling | None = None


def hop(store: Store, claim: str, rows: list[Any]) -> Hop:
    """The hop of a claim, from its rows of ``queries/trace.rq``."""
    first = rows[0]
    passages = {
        Passage(
            int(r["start"].value), int(r["end"].value), r["prefix"].value, r["exact"].value, r["suffix"].value
        ): None
        for r in rows
    }
    mode, speaker = notation(first["mode"].value), first["speaker"]
    look = _Look(store)
    is_attributed = speaker is not None and mode != "narration"
    return Hop(
        claim=claim,
        embedded_in=optional(first["embeddedIn"]),
        speaker=look.reference(speaker.value) if speaker else None,
        speaker_words=optional(first["speakerWords"]),
        speaker_reason=optional(first["speakerReason"]),
        standings=look.standings(speaker, store.iris.key(first["article"].value)) if is_attributed else (),
        cue=optional(first["cue"]),
        mode=mode,
        type=notation(first["type"].value),
        text=first["words"].value,
        passages=tuple(passages),
        cites=tuple({look.reference(r["cited"].value): None for r in rows if r["cited"]}),
        makers=look.makers([speaker.value if speaker else "", *(r["cited"].value for r in rows if r["cited"])]),
        figures=look.figures(claim),
        relations=look.relations(claim),
        status=notation(status) if (status := optional(first["status"])) else None,
        ruling=look.ruling(claim, status) if status else None,
    )


def optional(found: object) -> str | None:
    """The value of a term, none of none."""
    return None if found is None else value(found)


class _Look:
    """Looks things up around a claim, by the engine's indexes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pattern = store.engine.quads_for_pattern

    def reference(self, iri: str) -> Reference:
        """An entity with its label; its type is told by its IRI."""
        labels = self._pattern(NamedNode(iri), term("skos:prefLabel"), None, self._store.iris.entities)
        kind = iri.rpartition(":")[0].rpartition(":")[2] or iri.rpartition("/")[0].rpartition("/")[2]
        return Reference(iri, next((value(quad.object) for quad in labels), self._store.iris.compact(iri)), kind)

    def ruling(self, claim: str, status: str) -> Ruling | None:
        """The decision that gave a claim its status."""
        for quad in self._pattern(NamedNode(claim), term("kg:decision"), None, None):
            values = self._values(quad.object)  # type: ignore[arg-type]
            if status in values["kg:verdict"]:
                why = values["kg:why"][0] if values["kg:why"] else None
                return Ruling(value(quad.object), values["kg:by"][0], values["kg:decidedAt"][0], why)
        return None

    def standings(self, speaker: NamedNode, article: str) -> tuple[Standing, ...]:
        """Who somebody is: as the claim's own article states it, else as others do."""
        subject = term("rdf:subject")
        own = self._stated(self._pattern(None, subject, speaker, self._store.iris.resolves(article)))
        return own or self._stated(islice(self._pattern(None, subject, speaker, None), _LOOKED_AT))

    def _stated(self, quads: Iterable[Any]) -> tuple[Standing, ...]:
        found = [standing for quad in quads if (standing := self._standing(quad.subject)) is not None]
        found.sort(key=lambda one: (one.organisation is None, one.role is None, one.source, one.start))
        by_words: dict[tuple[str | None, Reference | None], Standing] = {}
        for one in found:
            by_words.setdefault((one.role, one.organisation), one)
        return tuple(by_words.values())[:_MOST_ROLES]

    def _standing(self, relation: NamedNode) -> Standing | None:
        values = self._values(relation)
        if term("org:Membership").value not in values["rdf:type"]:
            return None
        words, source, start, end = self._evidence(values["kg:evidence"][0])
        organisation = self.reference(values["rdf:object"][0]) if values["rdf:object"] else None
        role = values["kg:role"][0] if values["kg:role"] else None
        return Standing(role, organisation, words, source, start, end) if role or organisation else None

    def _evidence(self, span: str) -> tuple[str, str, int, int]:
        """The exact words, the source of their article, and where they stand."""
        values = self._values(NamedNode(span))
        article = NamedNode(values["oa:hasSource"][0])
        source = next((value(q.object) for q in self._pattern(article, term("kg:source"), None, None)), "")
        return values["oa:exact"][0], source, int(values["oa:start"][0]), int(values["oa:end"][0])

    def figures(self, claim: str) -> tuple[Stated, ...]:
        """The figures that a claim states, in text order."""
        found = []
        for quad in self._pattern(None, term("kg:statedIn"), NamedNode(claim), None):
            figure: NamedNode = quad.subject  # type: ignore[assignment]
            values = self._values(figure)
            words, _, start, end = self._evidence(values["kg:evidence"][0])
            numbers = (values[name][0] if values[name] else None for name in _NUMBERS)
            found.append(Stated(figure.value, words, start, end, *numbers))
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def relations(self, claim: str) -> tuple[Asserted, ...]:
        """The relations that a claim asserts, in text order."""
        return self._asserted(self._pattern(None, term("kg:assertedIn"), NamedNode(claim), None))

    def makers(self, entities: Iterable[str]) -> tuple[Asserted, ...]:
        """Who conducted or made the documents among some entities, as any article states it."""
        made: dict[tuple[Reference, str, Reference | None], Asserted] = {}
        for entity in dict.fromkeys(entities):
            if self._store.iris.compact(entity).startswith("document:"):
                quads = self._pattern(None, term("rdf:object"), NamedNode(entity), None)
                for one in self._asserted(islice(quads, _LOOKED_AT)):
                    if one.predicate in _MAKING:
                        made.setdefault((one.subject, one.predicate, one.object), one)
        return tuple(made.values())

    def _asserted(self, quads: Iterable[Any]) -> tuple[Asserted, ...]:
        """The relations that some quads are about, by where their words stand."""
        found = []
        for quad in quads:
            values = self._values(quad.subject)
            words, source, start, _ = self._evidence(values["kg:evidence"][0])
            asserted = Asserted(
                quad.subject.value,
                self.reference(values["rdf:subject"][0]),
                notation(values["rdf:predicate"][0]),
                self.reference(values["rdf:object"][0]) if values["rdf:object"] else None,
                values["kg:role"][0] if values["kg:role"] else None,
                words,
            )
            found.append((source, start, asserted.relation, asserted))
        return tuple(asserted for *_, asserted in sorted(found, key=lambda one: one[:3]))

    def _values(self, node: NamedNode) -> dict[str, list[str]]:
        """The values of a node's properties, sorted, by the properties' short names."""
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self._pattern(node, None, None, None):
            found[_SHORT.get(quad.predicate.value, "")].append(value(quad.object))
        for values in found.values():
            values.sort()
        return found


_NUMBERS = (
    "schema:value",
    "schema:minValue",
    "schema:maxValue",
    "schema:unitText",
    "kg:measure",
    "kg:population",
    "kg:place",
    "kg:period",
)
_OF_RELATIONS = ("rdf:type", "rdf:predicate", "rdf:subject", "rdf:object", "kg:role", "kg:evidence")
_OF_SPANS = ("oa:exact", "oa:start", "oa:end", "oa:hasSource")
_OF_DECISIONS = ("kg:verdict", "kg:by", "kg:decidedAt", "kg:why")
_SHORT = {term(name).value: name for name in (*_NUMBERS, *_OF_RELATIONS, *_OF_SPANS, *_OF_DECISIONS)}
