"""Small numbers that introduce or point instead of counting: "two pillars: …", "three reasons", "the two men"."""

from __future__ import annotations

import re

from ingest.figures.nouns import GROUPS, IRREGULAR, STOP
from ingest.figures.numbers import Number
from ingest.figures.ranges import CHANGE, POLLS
from ingest.figures.units import DURATIONS, Unit
from ingest.lexicon.words import COMMON, listed

_MOST = 6
_POINTED_AT = 3
_IDEAS = listed(
    """
    pillar avenue reason point aspect side option way thing question issue area phase step stage front category type
    kind sort factor element part respect sense example goal objective aim principle path scenario possibility choice
    alternative approach problem challenge lesson theme topic argument condition criterion model version explanation
    theory component dimension extreme pole track strand end direction message word sentence tier
    role task priority facet prong matter angle idea feature difference purpose concern fact
    contestant rival contender finalist front-runner frontrunner competitor consideration clue caveat exception
    takeaway tip rule axis plank ingredient obstacle hurdle route form basis ground line strategy
    """
)
"""What a text announces or orders by, in the singular: a small number of them only says that a list follows."""
_LISTED_IDEAS = frozenset(("thing", "way", "reason", "fact", "tip", "lesson", "takeaway"))
"""What articles are lists of ("10 things to know")."""
_LISTED = re.compile(r"[^.,;:()\n\d]{0,30}:[ \u00a0\n]")
_APART = re.compile(r"[ \u00a0](?:behind|ahead|above|below|up|down)\b")
"""What stands behind points that somebody or something is apart."""
_OFFICES = frozenset(("senator", "representative", "marine", "independent", "evangelical", "conservative", "liberal"))
"""Kinds of people that are often written with a capital, so that a number of them is no title."""
_PEOPLE = frozenset(IRREGULAR.values())
_POINTING = ("the", "these", "those", "both", "any", "either", "all")
_WORN = re.compile(r"[ \u00a0-]?(?:hand)?(?:gun|pistol|rifle|round|shell|bullet|cannon|camera|lens|film|ammunition)")


def only_introduces(text: str, number: Number, unit: Unit, before: list[str], limit: int) -> bool:
    """Whether a number with its counted noun announces or points, within the sentence that ends at ``limit``."""
    if unit.noun_start is None:
        return False
    if _is_titled(text, number, unit, before):
        return True
    if unit.name in _LISTED_IDEAS or (unit.name in ("figure", "digit") and number.kind == "words"):
        return True
    if number.value is None or not 2 <= number.value <= _MOST or number.kind not in ("words", "digits"):
        return False
    if number.value % 1:
        return False
    if unit.name in _IDEAS:
        if unit.name == "point" and (
            "by" in before[-4:] or before[-1:] == ["minus"] or _APART.match(text, unit.end, limit)
        ):
            return False
        return unit.name != "point" or not _scores(" ".join(before))
    if number.value <= _POINTED_AT and before and before[-1].lower() in _POINTING and unit.name not in DURATIONS:
        return True
    return unit.name not in _PEOPLE and _LISTED.match(text, unit.end, limit) is not None


def _scores(ahead: str) -> bool:
    """Whether the words before points speak of a lead or a change, so that they count."""
    return POLLS.search(ahead) is not None or CHANGE.search(ahead) is not None


def _is_titled(text: str, number: Number, unit: Unit, before: list[str]) -> bool:
    """Whether number and noun are the name of a work ("48 Hours"), an ordinary noun with a capital in a sentence."""
    noun = text[unit.noun_start : unit.end].split()[0] if unit.noun_start is not None else ""
    if number.kind != "digits" or not noun[:1].isupper() or not noun[1:].islower() or not before:
        return False
    if noun.lower().removesuffix("s") in GROUPS | _OFFICES:
        return False
    return unit.name in DURATIONS or (noun.lower() in COMMON and noun.lower() not in STOP and unit.name in COMMON)


def is_calibre(text: str, unit: Unit, limit: int) -> bool:
    """Whether a length says which gun or lens is meant ("a 9mm pistol")."""
    return unit.name == "millimetre" and _WORN.match(text, unit.end, limit) is not None
