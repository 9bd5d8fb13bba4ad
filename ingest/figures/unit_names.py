"""The name of a figure's unit, where more than the words right behind the number tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures.hedges import Quantity
from ingest.figures.measuring_nouns import MEASURES
from ingest.figures.nouns import is_plural, singular
from ingest.figures.sums import PAYING
from ingest.figures.units import is_measure
from ingest.lexicon.words import listed

_NUMBER_OF = re.compile(r"\bnumber of (?:[^\s]+ )*?([a-z]+s|people|men|women|children)\b")
_UNTELLING = listed(
    """
    more other additional extra further different new old total single whole separate full consecutive straight
    several few many same such own main major key big large small top first last next former current great good bad
    long short high low young various certain possible entire mere
    larger smaller bigger older younger newer higher lower better worse fewer longer shorter
    """
)
"""Words before a counted noun that do not say which kind is counted."""

_INDEX = re.compile(r"\b(?:index|industrials?|industrial average|composite|Dow|Nasdaq|S&P|FTSE|Nikkei|DAX)\b")
"""What has points of its own, which are no percentages."""
_INHABITED = re.compile(
    r"\b(?:nation|country|city|town|village|state|region|continent|island|population|community|county|province) of"
    r"(?: (?:more than|nearly|about|some|just|only|over|almost|around))?[ \u00a0]\Z"
)
"""What stands before the number of those who live somewhere ("a nation of 7 million")."""
_REACH = 80
_LEAST = 10
_COUNTED = frozenset(("sales", "homicides", "votes", "loans", "grants", "contracts", "donations"))
"""Measuring nouns that are counted themselves."""
_MOST = 3
"""Words of a unit before its noun; more of them describe and do not tell which kind is counted."""


def _counted(quantity: Quantity, measure: str | None) -> str | None:
    """What a bare whole number counts that its measure is the plural of ("mooring claims fell to 1,460")."""
    words = re.split(r" (?:of|in|for|to|by|on) ", measure or "")[0].split()
    value = quantity.value
    if not words or value is None or value < _LEAST or value % 1 or len(words) > _MOST:
        return None
    last = words[-1].lower()
    is_counted = is_plural(last) and last not in PAYING and (last not in MEASURES or last in _COUNTED)
    return " ".join([*words[:-1], singular(last)]).lower() if is_counted else None


def unit_name(text: str, quantity: Quantity, measure: str | None, beside: Sequence[Quantity]) -> str | None:
    """The unit, completed from the measure, the numbers beside it or the word that makes the counted noun.

    A rate may be given per so many only, a number of things without the things, points after percentages; what is
    counted is a power plant and not a plant.
    """
    unit = quantity.unit
    is_index = _INDEX.search(text, max(0, quantity.span.start - _REACH), quantity.span.start) is not None
    if unit == "point" and not is_index and any(other.unit in ("percent", "percentage point") for other in beside):
        return "percentage point"
    if unit is None:
        if is_index and any(other.unit == "point" for other in beside):
            return "point"
        if _INHABITED.search(text, max(0, quantity.span.start - _REACH), quantity.span.start):
            return "person"
        number = _NUMBER_OF.search(measure or "")
        return singular(number[1].lower()) if number else _counted(quantity, measure)
    if unit.startswith("per ") and measure and measure.endswith(" rate"):
        return f"{measure.removesuffix(' rate')} {unit}"
    if quantity.noun is None or unit == "share" or is_measure(unit):
        return unit
    kinds: list[str] = []
    for kind in reversed(quantity.noun.of(text).split()[:-1]):
        if (
            kind in (*_UNTELLING, "and", "or")
            or kind.endswith(("-fired", "est"))
            or not kind.replace("-", "").replace(".", "").isalpha()
            or len(kinds) == _MOST
        ):
            break
        kinds.insert(0, kind)
    while len(kinds) == _MOST and kinds[0][0].isupper():
        kinds.pop(0)
    return " ".join([*kinds, unit])
