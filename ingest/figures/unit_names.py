"""The name of a figure's unit, where more than the words right behind the number tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures.hedges import Quantity
from ingest.figures.nouns import singular
from ingest.figures.units import is_measure
from ingest.lexicon.words import listed

_NUMBER_OF = re.compile(r"\bnumber of (?:[^\s]+ )*([a-z]+s|people|men|women|children)\Z")
_UNTELLING = listed(
    """
    more other additional extra further different new old total single whole separate full consecutive straight
    several few many same such own main major key big large small top first last next former current great good bad
    long short high low young various certain possible entire mere
    larger smaller bigger older younger newer higher lower better worse fewer longer shorter
    """
)
"""Words before a counted noun that do not say which kind is counted."""


def unit_name(text: str, quantity: Quantity, measure: str | None, beside: Sequence[Quantity]) -> str | None:
    """The unit, completed from the measure, the numbers beside it or the word that makes the counted noun.

    A rate may be given per so many only, a number of things without the things, points after percentages; what is
    counted is a power plant and not a plant.
    """
    unit = quantity.unit
    if unit == "point" and any(other.unit in ("percent", "percentage point") for other in beside):
        return "percentage point"
    if unit is None:
        number = _NUMBER_OF.search(measure or "")
        return singular(number[1].lower()) if number else None
    if unit.startswith("per ") and measure and measure.endswith(" rate"):
        return f"{measure.removesuffix(' rate')} {unit}"
    if quantity.noun is None or unit == "share" or is_measure(unit):
        return unit
    words = quantity.noun.of(text).split()
    kind = words[-2] if len(words) > 1 else ""
    if not (kind.islower() and kind.replace("-", "").isalpha()) or kind in _UNTELLING or kind.endswith("est"):
        return unit
    return f"{kind} {unit}"
