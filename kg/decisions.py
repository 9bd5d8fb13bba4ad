"""The log of what people decided: who ruled what, when and why. It is only ever added to.

A decision names what it is about so that it is found again after everything was ingested anew: entities by the key of
their name, claims by their id and by their exact words in their source. Taking one back is an entry too. The verdicts
on entities are those of nomenklatura: same, different, unsure.
"""

from __future__ import annotations

import getpass
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris
from kg.model import digest
from kg.ontology import concept, notation, term
from kg.store import Store, value

ON_ENTITIES = ("same", "different", "unsure", "renamed", "split")
ON_CLAIMS = ("accepted", "rejected", "speaker")
DROPPED = "dropped"
WITHDRAWN = "withdrawn"

_STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person ruled.

    ``subjects`` are IRIs: of entities, the one that is kept first (same, different, unsure: two or more); of one claim;
    of the graph of the authority list (dropped); or of the decisions that a withdrawal takes back. ``name`` is a new
    name, or that of a speaker, who is ``result``, of ``type``; of a split, ``result`` is the entity that the articles
    from ``sources`` mean. ``words`` and ``start`` are the claim's own, and ``sources`` its source.
    """

    id: str
    verdict: str
    subjects: tuple[str, ...]
    by: str
    when: str
    why: str | None = None
    name: str | None = None
    type: str | None = None
    result: str | None = None
    sources: tuple[str, ...] = ()
    words: str | None = None
    start: int | None = None

    def quads(self, iris: Iris) -> list[Quad]:
        """The decision as it stands in the graph of decisions."""
        node, first, *others = map(NamedNode, (self.id, *self.subjects))
        values: list[tuple[str, NamedNode | Literal | None]] = [
            ("rdf:type", term("kg:Decision")),
            ("kg:verdict", concept(self.verdict)),
            ("kg:subject", first),
            *(("kg:counterpart", other) for other in others),
            ("kg:by", Literal(self.by)),
            ("kg:decidedAt", Literal(self.when, datatype=term("xsd:dateTime"))),
            ("kg:why", _text(self.why)),
            ("kg:newName", _text(self.name)),
            ("kg:entityType", concept(self.type) if self.type else None),
            ("kg:result", NamedNode(self.result) if self.result else None),
            *(("kg:inSource", Literal(source)) for source in self.sources),
            ("kg:words", _text(self.words)),
            ("kg:from", None if self.start is None else Literal(self.start)),
        ]
        return [Quad(node, term(name), found, iris.decisions) for name, found in values if found is not None]


def decide(
    log: Sequence[Decision],
    verdict: str,
    subjects: Sequence[str],
    iris: Iris,
    *,
    by: str | None = None,
    now: datetime | None = None,
    **more: object,
) -> Decision:
    """A new decision, later than all of the log's. ``by`` is the login name, or that of ``KG_USER``, if not given."""
    moment = (now or datetime.now(UTC)).astimezone(UTC)
    if log:
        last = datetime.strptime(log[-1].when, _STAMP).replace(tzinfo=UTC)
        moment = max(moment, last + timedelta(microseconds=1))
    who, when = by or _user(), moment.strftime(_STAMP)
    key = digest(verdict, *subjects, who, when, repr(sorted(more.items())))[:8]
    return Decision(iris.mint("decision", key).value, verdict, tuple(subjects), who, when, **more)  # type: ignore[arg-type]


def _user() -> str:
    """The name in ``KG_USER``, else the login name, without what cannot be printed."""
    try:
        name = os.environ.get("KG_USER") or getpass.getuser()
    except (KeyError, OSError):  # a process may run as a user without a name
        name = ""
    return "".join(filter(str.isprintable, name)).strip() or "unknown"


def read(store: Store) -> list[Decision]:
    """All decisions of a store, oldest first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in store.graph(store.iris.decisions):
        found[value(quad.subject)][value(quad.predicate)].append(value(quad.object))
    return sorted((_decision(node, values) for node, values in found.items()), key=lambda d: (d.when, d.id))


def _decision(node: str, values: dict[str, list[str]]) -> Decision:
    def one(curie: str) -> str | None:
        return next(iter(values[term(curie).value]), None)

    kind, start = one("kg:entityType"), one("kg:from")
    return Decision(
        id=node,
        verdict=notation(one("kg:verdict") or ""),
        subjects=(one("kg:subject") or "", *sorted(values[term("kg:counterpart").value])),
        by=one("kg:by") or "",
        when=_micros(one("kg:decidedAt") or ""),
        why=one("kg:why"),
        name=one("kg:newName"),
        type=notation(kind) if kind else None,
        result=one("kg:result"),
        sources=tuple(sorted(values[term("kg:inSource").value])),
        words=one("kg:words"),
        start=int(start) if start is not None else None,
    )


def _micros(when: str) -> str:
    """A time with all six digits of its microseconds: engines write them shorter."""
    head, _, digits = when.removesuffix("Z").partition(".")
    return f"{head}.{digits:0<6}Z"


def withdrawals(log: Iterable[Decision]) -> dict[str, str]:
    """Decision → the withdrawal in force that takes it back; a withdrawal may itself have been taken back."""
    taken_back: dict[str, str] = {}
    for decision in sorted(log, key=lambda d: (d.when, d.id), reverse=True):
        if decision.verdict == WITHDRAWN and decision.id not in taken_back:
            for subject in decision.subjects:
                taken_back.setdefault(subject, decision.id)
    return taken_back


def standing(log: Iterable[Decision]) -> list[Decision]:
    """The decisions that nobody took back, newest first; withdrawals themselves left out."""
    log = list(log)
    gone = withdrawals(log)
    kept = [d for d in log if d.verdict != WITHDRAWN and d.id not in gone]
    return sorted(kept, key=lambda d: (d.when, d.id), reverse=True)


def taken_back(store: Store) -> frozenset[NamedNode]:
    """The entries that an export leaves out: withdrawn decisions and withdrawals.

    So a merge that is undone leaves the dump as it was; the store keeps all.
    """
    log = read(store)
    kept = {decision.id for decision in standing(log)}
    return frozenset(NamedNode(d.id) for d in log if d.id not in kept)


def _text(text: str | None) -> Literal | None:
    return Literal(text) if text else None
