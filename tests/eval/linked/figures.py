"""When a field of a figure is right: as tolerant as its annotation is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from kg.model import Figure, Span
from tests.eval.linked.content import stems
from tests.eval.linked.marking import Stated
from tests.eval.score import fold

_CENT = Decimal("0.01")


def right(text: str, marked: Stated, found: Figure) -> dict[str, bool]:
    """Whether each field that is compared is right."""
    return {field: rule(text, marked, found) for field, rule in FIELDS.items()}


def _number(field: str) -> Callable[[str, Stated, Figure], bool]:
    """Compares numbers exactly; as shares, to two places, where one of them is a fraction ("two in three")."""

    def rule(text: str, marked: Stated, found: Figure) -> bool:
        ours: Decimal | None = getattr(marked, field)
        theirs: Decimal | None = getattr(found, field)
        if ours is None or theirs is None:
            return ours is theirs
        units = (_unit(marked.unit), _unit(found.unit))
        if "share" in units and set(units) <= {"share", "percent"}:
            ours, theirs = _share(ours, units[0]), _share(theirs, units[1])
        return ours == theirs

    return rule


def _share(number: Decimal, unit: str) -> Decimal:
    return (number / 100 if unit == "percent" else number).quantize(_CENT)


def _unit(unit: str | None) -> str:
    return fold(unit or "")


def _same_unit(text: str, marked: Stated, found: Figure) -> bool:
    """Whether the units are equal, a share and percent being one; more words may say which of what is counted."""
    ours, theirs = _unit(marked.unit), _unit(found.unit)
    if not ours or not theirs or {ours, theirs} <= {"share", "percent"}:
        return bool(ours) == bool(theirs)
    return set(ours.split()) <= set(theirs.split())


def _measure(text: str, marked: Stated, found: Figure) -> bool:
    """Whether what is found to be measured has a word in common with what is marked; any will do where none is."""
    if marked.measure is None:
        return True
    spans: tuple[Span, ...] = (*marked.measure, *(marked.population or ()))
    ours = frozenset[str]().union(*(stems(span.of(text)) for span in spans))
    return bool(ours & stems(" ".join(filter(None, (found.measure, found.unit, found.population)))))


def _place(text: str, marked: Stated, found: Figure) -> bool:
    """Whether it is one of the places that are right; any will do where none is stated."""
    return not marked.places or (found.place is not None and fold(found.place) in map(fold, marked.places))


def _period(text: str, marked: Stated, found: Figure) -> bool:
    """Whether one period begins as the other does ("2015" and "2015-10"); any will do where none is stated."""
    if marked.period is None:
        return True
    return bool(found.period) and (
        marked.period.startswith(str(found.period)) or str(found.period).startswith(marked.period)
    )


FIELDS: dict[str, Callable[[str, Stated, Figure], bool]] = {
    "value": _number("value"),
    "lower": _number("lower"),
    "upper": _number("upper"),
    "unit": _same_unit,
    "measure": _measure,
    "place": _place,
    "period": _period,
}
"""The rule of each field."""
