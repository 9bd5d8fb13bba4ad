"""Quantities in a text: numbers that count, with their units, hedges and bounds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ingest.figures import victims
from ingest.figures.ellipses import filled, one_more, shared
from ingest.figures.hedges import Quantity, blurred
from ingest.figures.introductions import is_calibre, only_introduces
from ingest.figures.lookalikes import follows_date, is_lookalike, is_year, words_after, words_before
from ingest.figures.money import HUNDREDTHS, currency_before
from ingest.figures.multiples import find as multiples_in
from ingest.figures.numbers import Number
from ingest.figures.numbers import find as numbers
from ingest.figures.numerals import is_ambiguous
from ingest.figures.ranges import CHANGE, POLLS, pair
from ingest.figures.rates import base, rated
from ingest.figures.rows import row
from ingest.figures.units import Unit, bare_unit, is_relative_date, unit_of
from ingest.lexicon.words import listed
from kg.model import Span

_AGAINST = re.compile(r"\bvotes (?:to|against) \Z")
_VOTING = re.compile(
    r"\b(?:primar(?:y|ies)|elections?|caucus\w*|vot(?:ers?|es)|recount|ballots?|electorate)\b", re.IGNORECASE
)
_APART = re.compile(r"[ \u00a0](?:behind|ahead of|above|over)[ \u00a0]")
"""What stands behind the points that two sides are apart."""
_NEAR = 70
_GAPS = frozenset(("gap", "margin", "lead", "edge", "advantage"))
_AMONG = re.compile(r"[ \u00a0]among[ \u00a0]")
_PLUS_MINUS = re.compile(r"(?:plus or minus|plus-or-minus|\+/[-–]|±)[ \u00a0]?\Z")

_COUNT_VERBS = listed(
    "were are have had dead killed injured wounded missing died arrested detained hurt remain survived"
)
_BETWEEN = re.compile(r"\b[Bb]etween[ \u00a0]\Z")
_LONGEST_ROW = 6
_DAYS = 31
_POINTERS = ("all", "the", "these", "those", "both")
_ROUND_THE_CLOCK = {"hour per day": Decimal(24), "day per week": Decimal(7)}
_STATING = listed(
    "to at by of was is were are reached totaled totalled numbered reaching totaling killing hit only than"
)


def find(text: str, start: int, end: int, *, multiplied: bool = True) -> list[Quantity]:
    """The quantities stated in the sentence ``text[start:end]``, in text order and without overlap.

    ``multiplied`` is false where the sentence is known to state no factor ("twice as many").
    """
    pending = _stated(text, start, end)
    if not pending and not multiplied:
        return []
    multiples = list(multiples_in(text, start, end)) if multiplied else []
    found = _counting(text, start, end, pending)
    if not multiples:
        return found
    found = [quantity for quantity in found if not _lies_in(quantity, multiples)]
    return sorted([*found, *multiples], key=lambda quantity: quantity.span)


def _lies_in(quantity: Quantity, multiples: list[Quantity]) -> bool:
    """Whether a number is part of a factor ("three times as many")."""
    return any(multiple.span.overlaps(quantity.span) for multiple in multiples)


def _counting(text: str, start: int, end: int, pending: list[tuple[Number, bool]]) -> list[Quantity]:
    """The quantities that a sentence's numbers state, each given with whether it only looks like one."""
    found: list[Quantity] = []
    last_date = start - 1
    position = 0
    while position < len(pending):
        number, lookalike = pending[position]
        position += 1
        if found and number.span.start < found[-1].span.end:
            continue
        if (
            number.value == 1
            and number.kind == "words"
            and lookalike
            and position < len(pending)
            and not pending[position][1]
        ):
            _add(found, pair(text, number, pending[position][0], start, end))
        if lookalike and (one := one_more(text, number, found, end)) is not None:
            _add(found, [one])
            continue
        if lookalike or _continues_date(text, number, last_date, start, end):
            last_date = number.span.end
            continue
        if position < len(pending) and _is_ratio(text, number, pending[position][0]):
            position += 1
            continue
        if together := _in_row(text, pending[position - 1 : position - 1 + _LONGEST_ROW], start, end):
            _add(found, together)
            position += len(together) - 1
            continue
        following = pending[position][0] if position < len(pending) and not pending[position][1] else None
        together = pair(text, number, following, start, end) if following else []
        if together:
            _add(found, together)
        elif (quantity := _told(text, number, found, start, end)) is not None:
            _add(found, [quantity])
    return filled(found)


def _told(text: str, number: Number, found: list[Quantity], start: int, end: int) -> Quantity | None:
    """The quantity that a number states with its own unit, else with that of an earlier one, else without any."""
    alone = _single(text, number, start, end)
    return alone if alone and alone.unit else shared(text, number, found, start, end) or alone


def _in_row(text: str, pending: list[tuple[Number, bool]], floor: int, limit: int) -> list[Quantity]:
    """The quantities of a row whose last number alone has the unit, where the first of some numbers begins one."""
    ahead = list(takewhile(lambda one: not one[1], pending))
    together = row(text, [number for number, _ in ahead], limit) if len(ahead) > 1 else None
    if together is None or _BETWEEN.search(text, max(floor, ahead[0][0].span.start - 12), ahead[0][0].span.start):
        return []
    length, unit = together
    noun = Span(unit.noun_start, unit.end) if unit.noun_start is not None else None
    bare = [number for number, _ in ahead[: length - 1]]
    first = [Quantity(one.span, one.span, one.value, unit=unit.name, noun=noun) for one in bare]
    last = _single(text, ahead[length - 1][0], floor, limit)
    hedged = blurred(text, first[0], bare[0], floor, limit)
    return [hedged or first[0], *first[1:], last] if last is not None else []


def _add(found: list[Quantity], further: list[Quantity]) -> None:
    """Adds quantities; words that the one before has taken (a currency sign between two numbers) stay with it."""
    for quantity in further:
        taken = found[-1].span.end if found else 0
        if quantity.number.start >= taken:
            start = quantity.span.start if quantity.span.start >= taken else quantity.number.start
            found.append(replace(quantity, span=Span(start, quantity.span.end)))


def _continues_date(text: str, number: Number, last_date: int, start: int, end: int) -> bool:
    """Whether a number without a unit of its own goes on with the date that ended at ``last_date``."""
    if last_date < start or number.kind != "digits" or not follows_date(text, last_date, number.span.start):
        return False
    if number.value is not None and number.value > _DAYS and not is_year(number.span.of(text)):
        return False
    return (
        number.scale == 1 and bare_unit(text, number, end) is None and currency_before(text, number.span.start) is None
    )


def _is_ratio(text: str, first: Number, second: Number) -> bool:
    """Whether two numbers are odds or a ratio ("3 to 1", "two-to-one"), which is no quantity of its own."""
    return (
        second.value == 1
        and re.fullmatch(r"[ \u00a0-](?:to|:)[ \u00a0-]", text[first.span.end : second.span.start]) is not None
    )


def _stated(text: str, start: int, end: int) -> list[tuple[Number, bool]]:
    """The numbers of a sentence, each with whether it only looks like a quantity."""
    return [(number, is_lookalike(text, number, start, end)) for number in numbers(text, start, end)]


def _single(text: str, number: Number, floor: int, limit: int) -> Quantity | None:
    """The quantity that one number states with its unit and hedges; none where nothing shows that it counts."""
    unit = unit_of(text, number, limit) or victims.unit_of(text, number, floor, limit)
    if unit is None and _AGAINST.search(text[max(floor, number.span.start - 12) : number.span.start]):
        unit = Unit("vote", number.span.end)
    before = words_before(text, number.span.start, floor)
    if unit is not None and unit.name == "time":
        return None
    if unit is not None and is_relative_date(text, unit, limit):
        return None
    if unit is None and not _stands_alone(text, number, before, limit):
        return None
    if unit is not None and (only_introduces(text, number, unit, before, limit) or is_calibre(text, unit, limit)):
        return None
    value = number.value
    is_money = currency_before(text, number.span.start) is not None
    if is_ambiguous(number.span.of(text)) and not is_money and (unit is None or unit.name != "percent"):
        value = None
    if value is not None and HUNDREDTHS.match(text, number.span.end, limit):
        value /= 100
    start = currency[1] if (currency := currency_before(text, number.span.start)) and unit else number.span.start
    end = unit.end if unit else number.span.end
    name, end = rated(text, unit.name if unit else None, end, limit)
    if number.kind == "fraction" and name is not None and name.startswith("share per "):
        name = name.removeprefix("share per ")
    is_base = currency_before(text, number.span.start) is not None and before[-2:-1] == ["every"]
    if is_base or (name in _ROUND_THE_CLOCK and value == _ROUND_THE_CLOCK[name]):
        return None
    noun = Span(unit.noun_start, unit.end) if unit and unit.noun_start is not None else None
    between = text[number.span.end : noun.start].strip() if noun is not None else ""
    if between and number.kind != "vague" and between not in ("-plus", "plus", "+", "-odd"):
        end = number.span.end
    is_by = "by" in before[-4:] or (before[-1:] == ["of"] and before[-2:-1] and before[-2] in _GAPS)
    is_of_vote = is_by and _VOTING.search(text, max(floor, number.span.start - _NEAR), number.span.start)
    is_apart = _APART.match(text, end, limit) and _VOTING.search(text, end, min(limit, end + _NEAR))
    if name == "point" and (is_of_vote or is_apart or _AMONG.match(text, end, limit)):
        name = "percentage point"
    if name == "point" and POLLS.search(text[max(floor, number.span.start - 70) : min(limit, end + 30)]):
        name = "percentage point"
    quantity = Quantity(Span(start, max(end, number.span.end)), number.span, value, unit=name, noun=noun)
    return blurred(text, quantity, number, floor, limit)


def _stands_alone(text: str, number: Number, before: list[str], limit: int) -> bool:
    """Whether a number without a unit still states a quantity: shares, rates, sums, victims, hedged counts."""
    if number.kind == "vague":
        return False
    if base(text, number.span.end, limit) or _PLUS_MINUS.search(
        text[max(0, number.span.start - 16) : number.span.start]
    ):
        return True
    words = number.span.of(text)
    following = words_after(text, number.span.end, limit)
    if (
        len(following) > 1
        and following[0] in ("more", "fewer", "less")
        and following[1] == "than"
        and not is_year(words)
    ):
        return True
    if following and following[0].lower() in _COUNT_VERBS and not is_year(words):
        if before and before[-1].lower() in _POINTERS:
            return False
        return (
            not before or before[-1] != "," or before[-2:-1] in (["those"], ["them"])
            if following[0].lower() not in ("is", "has")
            else False
        )
    if number.scale >= 1000 or ("," in words and number.value is not None and number.value >= 1000):
        return following[:1] not in (["-"], ["‑"])
    last = before[-1].lower() if before else ""
    if number.kind == "digits" and "." in words and words.count(".") == 1:
        return last in _STATING
    if (
        number.kind == "digits"
        and not is_year(words)
        and last in ("to", "by")
        and CHANGE.search(" ".join(before[:-1]).lower())
    ):
        return not following or not following[0][0].isalpha()
    return False
