"""Two numbers that state one thing together: a range, or the score of a vote or a poll."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest.figures.hedges import HEDGES, Quantity, hedge_before
from ingest.figures.money import currency_before
from ingest.figures.numbers import Number
from ingest.figures.rates import rated
from ingest.figures.units import Unit, bare_unit, counted, is_relative_date, unit_of
from kg.model import Span

_HEDGED = "|".join(sorted((hedge for hedge in HEDGES if hedge not in ("over", "under", "some")), key=len, reverse=True))
_LINK = re.compile(rf"\s?[-–—‑]\s?|\s+(to|and|or)\s+(?:({_HEDGED})\s+)?")
_LONGEST_LINK = 28
_STEPPED = re.compile(
    r"\b(?:r[io]ses?|rose|f[ae]ll|falls|gain(?:s|ed|ing)?|add(?:s|ed|ing)?|los(?:es|t|ing)|climb(?:s|ed|ing)?|up|down|"
    r"dropp?(?:s|ed|ing)?|slid|slips?|slipped|jump(?:s|ed|ing)?|tumbl(?:es|ed|ing)|surg(?:es|ed|ing))[ \u00a0]\S{0,4}\Z"
)
"""A verb right before the size of a change, which the level that it led to may follow ("added $6 to $1,330")."""
_STEP = 10

CHANGE = re.compile(
    r"\b(?:ris(?:e|es|ing)|rose|risen|f[ae]ll|falls|falling|fallen|grew|grow(?:s|ing|n)?|increas\w+|"
    r"decreas\w+|declin\w+|dropp?\w*|climb\w+|jump\w*|"
    r"cut|cuts|cutting|rais\w+|lower(?:ed|ing|s)?|reduc\w+|went|goes|go|going|expand\w*|slip\w*|surg\w+|"
    r"plung\w+|shr[aiu]nk\w*|edged|up|down|moved|changed|doubl\w+|tripl\w+|quadrupl\w+|halv\w+|eased?|widen\w*|"
    r"narrow\w*)\b"
)

_RANGE_CUE = re.compile(
    r"\b(?:between|rang(?:e|es|ed|ing)|estimat\w+|anywhere|somewhere|var(?:y|ies|ied|ying)|bracket)\b"
)

_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ruling|ruled|decision|split|approved|passed|verdict|majority|tall(?:y|ied)|senate|"
    r"court|committee|divided)\b",
    re.IGNORECASE,
)

POLLS = re.compile(
    r"\b(?:lead|leads|led|leading|ahead|trail\w*|poll\w*|survey\w*|beats?|beating|edge[sd]?|margin|support)\b",
    re.IGNORECASE,
)


_WHOLE = 100
_IS_SCORE = re.compile(r"\b(?:trail\w*|behind|los[et]\w*|losing|beaten|defeated|vote[ds]?)\b")
"""Words before two shares of which the smaller comes first and is one side's."""
_MOVED_BY = re.compile(
    r"\b(?:rose|fell|slid|grew|(?:climb|gain|add|jump|drop|slipp|increas|decreas|declin)p?ed)[ \u00a0]\Z"
)
_WIDE = 15
"""Points between the ends of a range of shares, at most."""
_FEWEST = 10
"""The least that something moved from or to where no unit is told: less may be hours of the day."""
_IN = re.compile(r"[ \u00a0](?:in|among)[ \u00a0]")


def pair(text: str, first: Number, second: Number, floor: int, limit: int) -> list[Quantity]:
    """The range or the score that two numbers state together; nothing where each stands for itself."""
    if first.value is None or second.value is None:
        return []
    if not ({first.kind, second.kind} <= {"digits", "words"} or first.kind == second.kind == "fraction"):
        return []
    own = bare_unit(text, first, limit)
    gap_start = own.end if own else first.span.end
    currency = currency_before(text, second.span.start)
    gap_end = currency[1] if currency else second.span.start
    gap = text[gap_start:gap_end]
    link = _LINK.fullmatch(gap) if 0 < len(gap) < _LONGEST_LINK else None
    if link is None:
        return []
    ahead = text[max(floor, first.span.start - 70) : first.span.start]
    unit = unit_of(text, second, limit)
    low, high = _same_scale(first, second), second.value
    is_plain = link[1] in (None, "to") and not link[2] and not (link[1] and own)
    if is_plain and (score := _score(text, first, second, unit, ahead, limit)):
        return score
    changing = (
        link[1] == "to"
        and re.search(r"\b[Ff]rom\s+\S{0,4}\Z", ahead)
        and CHANGE.search(ahead)
        and not _RANGE_CUE.search(ahead.rpartition(",")[2])
    )
    between = re.search(r"\b[Bb]etween\s+\S{0,4}\Z", ahead) is not None
    if changing and own is None and unit is not None and unit.noun_start is not None:
        return [Quantity(first.span, first.span, low, unit=unit.name, noun=Span(unit.noun_start, unit.end))]
    if changing and unit is None and own is None and min(low, high) >= _FEWEST:
        return [Quantity(one.span, one.span, one.value) for one in (first, second)]
    if (
        low >= high
        or changing
        or (link[1] == "and" and not between)
        or (link[1] == "or" and (own is not None or unit is None))
    ):
        return []
    if own is not None and unit is not None and own.name != unit.name:
        return []
    if link[1] == "to" and high > _STEP * low and _STEPPED.search(ahead):
        return []
    if (
        own is not None
        and link[1] == "to"
        and own.name == "percent"
        and (_IS_SCORE.search(ahead) or _MOVED_BY.search(ahead) or high - low > _WIDE)
        and not _RANGE_CUE.search(ahead)
        and not ahead.rstrip().lower().endswith("from")
    ):
        return []
    is_told = between or _RANGE_CUE.search(ahead) or currency_before(text, first.span.start)
    if unit is None and own is None and not is_told:
        return []
    found = _range(text, first, second, low, own, unit, floor, limit)
    return [replace(one, upper=None, hedge=link[2]) if HEDGES.get(link[2]) == "lower" else one for one in found]


def _range(
    text: str, first: Number, second: Number, low: Decimal, own: Unit | None, unit: Unit | None, floor: int, limit: int
) -> list[Quantity]:
    """The one quantity that lies between two numbers."""
    money = currency_before(text, first.span.start)
    name = (unit or own).name if (unit or own) else None  # type: ignore[union-attr]
    name, start = (money[0], money[1]) if money else (name, first.span.start)
    end = (
        unit.end
        if unit and (unit.noun_start is None or not text[second.span.end : unit.noun_start].strip())
        else second.span.end
    )
    if unit is not None and is_relative_date(text, unit, limit):
        return []
    name, end = rated(text, name, max(end, second.span.end), limit)
    noun = Span(unit.noun_start, unit.end) if unit and unit.noun_start is not None else None
    span = Span(start, max(end, second.span.end))
    quantity = Quantity(span, Span(first.span.start, second.span.end), None, low, second.value, name, None, noun)
    between = re.search(r"\b[Bb]etween\s+\Z", text[max(floor, start - 12) : start])
    if between:
        return [replace(quantity, span=Span(max(floor, start - 12) + between.start(), span.end))]
    hedged = hedge_before(text, quantity, floor)
    return [replace(quantity, span=Span(hedged[0], span.end), hedge=hedged[1]) if hedged else quantity]


def _score(text: str, first: Number, second: Number, unit: Unit | None, ahead: str, limit: int) -> list[Quantity]:
    """The two quantities of a vote or a poll ("52-48", "46 to 43 percent"); nothing where it is neither."""
    behind = text[second.span.end : min(limit, second.span.end + 30)]
    if first.scale != 1 or second.scale != 1 or first.value is None or second.value is None:
        return []
    percent = unit is not None and unit.name == "percent"
    if percent and first.value < second.value and not POLLS.search(ahead):
        return []
    votes, polls = _VOTES.search(ahead) or _VOTES.search(behind), POLLS.search(ahead)
    if not percent and (unit is not None and unit.name not in ("vote", "percentage point")):
        return []
    if not percent and not votes and not polls:
        return []
    if not percent and first.value < second.value and not votes:
        return []
    if not percent and not votes and max(first.value, second.value) > _WHOLE:
        return _tallies(text, first, second, limit)
    name = "percent" if percent or (polls and not votes) else "vote"
    end = unit.end if unit is not None and percent else second.span.end
    return [
        Quantity(first.span, first.span, first.value, unit=name),
        Quantity(Span(second.span.start, end), second.span, second.value, unit=name),
    ]


def _tallies(text: str, first: Number, second: Number, limit: int) -> list[Quantity]:
    """Two counts of what is named behind ("940 to 710 in paid-up members")."""
    opening = _IN.match(text, second.span.end, limit)
    noun = counted(text, opening.end() - 1, limit) if opening else None
    if noun is None:
        return []
    phrase = Span(noun.noun_start or noun.end, noun.end)
    return [Quantity(number.span, number.span, number.value, unit=noun.name, noun=phrase) for number in (first, second)]


def _same_scale(first: Number, second: Number) -> Decimal:
    """The first number in the scale of the second where only the second names it ("3 to 5 million")."""
    value = first.value or Decimal(0)
    if first.scale == 1 and second.scale > 1 and second.mantissa is not None and value < second.mantissa:
        return value * second.scale
    return value
