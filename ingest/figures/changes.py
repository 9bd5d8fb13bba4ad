"""Whether a number says how high something is, or by how much it rose or fell."""

from __future__ import annotations

import re

from ingest.figures.hedges import Quantity
from ingest.figures.units import POINTS, SHARES
from kg.model import Change, Span

UP = (
    r"(?:r[io]ses?|rising|risen|increas(?:e|es|ed|ing)|gr[eo]w(?:n|s|ing)?|growth|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    r"surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|up|rais(?:e|es|ed|ing)|expan(?:d|ds|ded|ding|sion)|"
    r"improv(?:e|es|ed|ing|ement)|swell(?:s|ed|ing)?|widen(?:s|ed|ing)?|hikes?|hiked|boost(?:s|ed|ing)?|"
    r"advanc(?:e|es|ed|ing)|added|adding|strengthen(?:s|ed|ing)?|spik(?:e|es|ed|ing))"
)
DOWN = (
    r"(?:f[ae]lls?|falling|fallen|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|cuts?|cutting|"
    r"reduc(?:e|es|ed|ing|tion)|lower(?:s|ed|ing)?|sl[iu]mp(?:s|ed|ing)?|slip(?:s|ped|ping)?|plung(?:e|es|ed|ing)|"
    r"shr[aiu]nk(?:s|ing)?|down|los(?:e|es|t|ing)|sank|sink(?:s|ing)?|contract(?:s|ed|ing|ion)|dip(?:s|ped|ping)?|"
    r"eased?|narrow(?:s|ed|ing)?|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|tumbl(?:e|es|ed|ing)|halved|"
    r"weaken(?:s|ed|ing)?)"
)
"""Verbs and nouns of rising and of falling."""
_MOVED = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:to|from|at|than|between|is|are|was|were|reach\w*|until|through|as)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"[ \u00a0-](?:(?!to\b)[a-z]+[ \u00a0])?(?:(?P<up>(?:increase|rise|growth|jump|gain|hike|surge|spike|boost|raise|"
    r"improvement|uptick)s?)"
    r"|(?P<down>(?:decrease|fall|drop|decline|cut|reduction|slump|dip|pay cut|discount)s?))\b"
)
_MORE = re.compile(
    r"[ \u00a0](?:(?P<up>more|higher|larger|bigger|faster|above)|"
    r"(?P<down>less|fewer|lower|smaller|slower|below))[ \u00a0]"
    r"(?:than[ \u00a0])?(?:in[ \u00a0])?(?:a year|last|the (?:previous|prior|year)|before|(?:in )?\d{4}|its?\b)"
)
_TRANSITIVE = ("rais", "los", "gain", "add", "expan", "improv", "advanc", "boost")
"""Verbs whose object is the thing itself and not by how much it changed ("raised $5 million")."""
_ADVERB = re.compile(
    r"(?:\A[ \u00a0]?|[,;(—–-][ \u00a0]?|\b(?:rose|went|gone|moved|edged|ticked|inched|still|now|also)[ \u00a0]|"
    r"(?P<being>(?:\b(?:is|are|was|were|be)|[’']s)[ \u00a0](?:(?:still|now|also)[ \u00a0])?))\Z"
)
"""What stands before "up" where it is no part of another verb ("round up", "make up")."""
_TO_WHERE = ("below", "above", "under", "past")
"""Hedges that say to which side of a level something moved ("fell below 5 percent")."""
_REACH = 45
_STEPS = 3
_NEAR = 12
_LEADS = ("percentage point", "point")
"""Units of a lead, by which somebody is up without any change."""
_NARROW = (*SHARES, *POINTS)


def of(text: str, quantity: Quantity, clause: Span) -> Change | None:
    """The direction of a change of which the quantity is the size; none for a level.

    A level that follows a change ("rose to 8,400", "down from 29 percent") is none.
    """
    end = quantity.span.end
    if quantity.hedge in _TO_WHERE:
        return None
    if behind := _MORE.match(text, end) or _BEHIND.match(text, end):
        return "increase" if behind["up"] else "decrease"
    ahead = text[max(clause.start, quantity.span.start - _REACH) : quantity.span.start]
    if quantity.unit not in _NARROW and quantity.noun is not None and " by " not in ahead and " of " not in ahead:
        return None
    moved = next(reversed(list(_MOVED.finditer(ahead))), None)
    if moved is None:
        return None
    between = ahead[moved.end() :]
    is_adverb = moved[0].lower() in ("up", "down")
    if is_adverb and not _is_direction(ahead[: moved.start()], text[end : end + _NEAR], quantity):
        return None
    if _LEVEL.search(between) or re.search(r"[.;:,()\d]", between):
        return None
    verb, steps = moved[0].lower(), between.split()
    if steps[:1] in (["on"], ["upon"], ["in"], ["into"], ["for"]) and not is_adverb:
        return None
    if steps[:1] in (["by"], ["of"]) or (quantity.unit in _NARROW and len(steps) <= _STEPS):
        return "increase" if moved["up"] else "decrease"
    if steps or verb.startswith(_TRANSITIVE):
        return None
    return "increase" if moved["up"] else "decrease"


def _is_direction(ahead: str, behind: str, quantity: Quantity) -> bool:
    """Whether "up" or "down" behind ``ahead`` tells a change: not in "round up", nor in "she is up by 3 points"."""
    adverb = _ADVERB.search(ahead)
    if adverb is None:
        return False
    return not (adverb["being"] and quantity.unit in _LEADS) or re.search(r"\b(?:from|since|on)\b", behind) is not None
