"""Whether two figures are of one kind, of one source, of one measure, or say one number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures.measuring_nouns import MEASURES
from ingest.figures.money import is_money
from ingest.figures.multiples import TIMES
from ingest.figures.sums import PAYING
from ingest.figures.units import DURATIONS, POINTS, SHARES
from kg.model import Figure

_ACCOUNTS = frozenset(("revenue", "revenues", "earnings", "deficit", "budget", "exports", "imports", "wage", "gdp"))
_LARGE = 1000
_LAST = 6
"""Figures before one that are looked at."""


def is_count(figure: Figure) -> bool:
    """Whether a figure counts things, and is no share, sum or length of time."""
    unit = figure.unit or ""
    return bool(unit) and unit not in (*SHARES, *POINTS, *DURATIONS) and not is_money(unit)


def agrees(figure: Figure, other: Figure) -> bool:
    """Whether a rounded or bounded number is the one that is told later ("below 5 percent", "4.9 percent")."""
    if figure.value is None or other.value is None or figure.change != other.change:
        return False
    if figure.upper is not None or figure.lower is not None:
        return (figure.lower is None or other.value >= figure.lower) and (
            figure.upper is None or other.value <= figure.upper
        )
    return figure.value == other.value


def units_agree(figure: Figure, other: Figure) -> bool:
    """Whether two figures of one source are both shares."""
    return (
        {figure.unit, other.unit} <= set(SHARES) and figure.document is not None and figure.document == other.document
    )


def nouns(figure: Figure) -> frozenset[str]:
    """The measuring nouns and the verbs of paying in what a figure measures."""
    return frozenset(re.findall(r"[a-z]+", (figure.measure or "").lower())) & (MEASURES | PAYING)


def is_statistic(figure: Figure) -> bool:
    """Whether a figure is a share, a rate, a distance between shares, a factor or a large count."""
    unit = figure.unit or ""
    if not is_money(unit) and (figure.value or figure.lower or 0) >= _LARGE:
        return True
    return unit in (*SHARES, *POINTS, TIMES) or " per " in f" {unit}"


def is_account(figure: Figure) -> bool:
    """Whether a figure is a sum that some place’s accounts show (revenue, spending), and no price or gift."""
    return is_money(figure.unit) and not _ACCOUNTS.isdisjoint((figure.measure or "").split())


def is_compared(figures: Sequence[Figure], one: Figure) -> bool:
    """Whether figures of one source have different periods, so that none is that of them all."""
    return any(other.period != one.period for other in figures[-_LAST:] if other.document == one.document)
