"""What people marked in the articles of the linked set, as values.

``tests/eval/linked/README.md`` says what the fields of an annotation mean. Offsets are code points, half open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kg.model import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something: ``names`` are the mentions by name, ``others`` descriptions and pronouns."""

    id: str
    type: str
    named: bool = True
    names: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()

    @property
    def mentions(self) -> tuple[Span, ...]:
        """All words for it, names first."""
        return (*self.names, *self.others)


@dataclass(frozen=True, slots=True)
class Said:
    """An attributed claim: its parts and the id of who says it, none where nobody can be told."""

    parts: tuple[Span, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A role that a person holds, in an organisation where one is stated."""

    person: str
    role: Span
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A quantity. ``places`` are the names that are right, none where no place is stated."""

    span: Span
    kind: str = "statistic"
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    measure: tuple[Span, ...] | None = None
    population: tuple[Span, ...] | None = None
    places: tuple[str, ...] = ()
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Disputed:
    """A policy, all words that name it, and who takes which stance on it."""

    names: tuple[Span, ...]
    stances: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A relation between two entities, by their ids."""

    subject: str
    predicate: str
    object: str


KINDS = ("claims", "roles", "figures", "policies", "relations")
"""What is marked besides entities; a file without ``claims`` has only the entities that the rest of it names."""


@dataclass(frozen=True, slots=True)
class Marking:
    """All that one person marked in a text. The names of the fields are those of the file.

    ``kinds`` tells what was looked for: where it lacks one, nothing of that was marked, however much the text has.
    """

    entities: tuple[Entity, ...] = ()
    claims: tuple[Said, ...] = ()
    roles: tuple[Held, ...] = ()
    figures: tuple[Stated, ...] = ()
    policies: tuple[Disputed, ...] = ()
    relations: tuple[Tie, ...] = ()
    kinds: frozenset[str] = frozenset(KINDS)

    def entity(self, id_: str) -> Entity | None:
        """The entity of that id."""
        return next((entity for entity in self.entities if entity.id == id_), None)


def marking(data: Mapping[str, Any]) -> Marking:
    """What an annotation file says, as values."""
    read = {kind: data.get(kind, ()) for kind in KINDS}
    return Marking(
        tuple(Entity(e["id"], e["type"], e["named"], _spans(e["names"]), _spans(e["other"])) for e in data["entities"]),
        tuple(Said(_spans(claim["parts"]), claim["speaker"]) for claim in read["claims"]),
        tuple(Held(role["person"], Span(*role["role"]), role["organisation"]) for role in read["roles"]),
        tuple(_stated(figure) for figure in read["figures"]),
        tuple(
            Disputed(_spans(p["names"]), frozenset((one["speaker"], one["stance"]) for one in p["stances"]))
            for p in read["policies"]
        ),
        tuple(Tie(tie["subject"], tie["predicate"], tie["object"]) for tie in read["relations"]),
        frozenset(kind for kind in KINDS if kind in data),
    )


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _stated(figure: Mapping[str, Any]) -> Stated:
    numbers = (figure["value"], figure["lower"], figure["upper"])
    value, lower, upper = (None if number is None else Decimal(number) for number in numbers)
    return Stated(
        span=Span(*figure["span"]),
        kind=figure["kind"],
        value=value,
        lower=lower,
        upper=upper,
        unit=figure["unit"],
        measure=None if figure["measure"] is None else _spans(figure["measure"]),
        population=None if figure["population"] is None else _spans(figure["population"]),
        places=tuple(figure["place"]),
        period=figure["period"],
    )
