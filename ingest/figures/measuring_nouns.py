"""The noun that says what a number measures ("unemployment rate"), right behind it or nearest before it."""

from __future__ import annotations

import re

from ingest.figures.hedges import Quantity
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.populations import WORD
from ingest.lexicon.words import listed
from kg.model import Span

_REACH = 90
_LONGEST_NAME = 4
MEASURES = listed(
    """
    rate rates rating ratings unemployment inflation turnout approval disapproval favorability favourability growth
    tariff tariffs tax taxes share shares stake increase increases decrease rise drop decline cut cuts hike jump
    budget deficit surplus debt price prices sales income incomes wage wages salary salaries revenue revenues
    population poverty majority quorum threshold probability chance odds chances likelihood exports imports investment
    spending cost costs profit profits loss losses fine fines loan loans aid damages donations bail reward bonus
    emissions subsidies reduction surcharge error lead funding gdp margin edge
    advantage fortune wealth support crime homicides inequality index
    penalty pension pensions rent payment payments allowance forecast forecasts estimate outlook projection target
    goal number total average percentage proportion level levels amount output production consumption mortality
    enrollment enrolment capacity gap premium interest yield ratio quota ceiling limit minimum maximum discount
    temperature temperatures rainfall value fee fees toll tolls bill grant grants contract contribution contributions
    scale size valuation settlement subsidy ransom bounty prize award backing vote votes
    electorate absenteeism abstention
    """
)
"""Nouns that say what a percentage or a sum measures."""
_ASIDE = re.compile(r"[ \u00a0]?(?:\([^()\d]{0,40}|[—–][ \u00a0]?|[ \u00a0]-[ \u00a0]|:[ \u00a0])\Z")
_COMPLEMENT = re.compile(r"[ \u00a0](?:of|for|in|on)[ \u00a0](?=\w)(?:(?:the|its|their|all)[ \u00a0])?")
_GENERAL = frozenset(("number", "total", "average", "level", "amount", "figure", "size", "goal", "limit", "share"))
"""Nouns that say what is measured only with other words beside them."""
_SIGNS = frozenset(("plus", "minus", "more", "less"))
_APART = 6
_BEFORE_VERBS = frozenset(
    [
        "be",
        "been",
        "being",
        "to",
        "will",
        "would",
        "could",
        "should",
        "may",
        "might",
        "was",
        "were",
        "is",
        "are",
        "has",
        "have",
        "had",
    ]
)


def near(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The measuring noun right behind the quantity, else the nearest before it in the sentence."""
    return behind(text, quantity.span.end, sentence.end) or before(text, quantity.span.start, sentence.start)


def behind(text: str, position: int, limit: int) -> str | None:
    """The measuring noun phrase right behind a quantity ("unemployment rate")."""
    end, start = position, None
    best: int | None = None
    for _ in range(4):
        word = WORD.match(text, end, limit)
        if word is None or word[1].lower() in STOP:
            break
        start = word.start(1) if start is None else start
        end = word.end()
        best = end if word[1].lower() in MEASURES else best
    return text[start:best] if best is not None and start is not None else None


def before(text: str, position: int, floor: int) -> str | None:
    """The measuring noun nearest before a quantity, with the words that narrow it ("real unemployment rate")."""
    aside = _ASIDE.search(text, max(floor, position - _REACH), position)
    position = aside.start() if aside else position
    apart = 2 * _APART if aside else _APART
    window = max(floor, position - (2 * _REACH if aside else _REACH))
    words = list(re.finditer(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|[;:\"“”()]|\d+", text[window:position]))
    for index in range(len(words) - 1, max(-1, len(words) - 1 - apart), -1):
        word = words[index][0].lower() if not index else words[index][0]
        if word[0] in ';:"“”()' or word.isdigit():
            return None
        if word not in MEASURES or (
            word == "percentage" and index + 1 < len(words) and words[index + 1][0].startswith("point")
        ):
            continue
        if index and words[index - 1][0].lower() in _BEFORE_VERBS:
            continue
        first = index
        while (
            first
            and index - first < 2
            and words[first - 1][0].lower() not in STOP
            and words[first - 1][0][0].isalpha()
            and not words[first - 1][0].endswith(("ed", "ing", "es"))
            and words[first - 1].end() + 1 == words[first].start()
        ):
            first -= 1
        if first and [word[0] for word in words[first - 1 : first + 1]] == ["per", "capita"]:
            first -= 1
        if words[index][0] == "error" and [word[0] for word in words[max(0, index - 2) : index]] == ["margin", "of"]:
            first = index - 2
        measure = text[window + words[first].start() : _with_complement(text, window + words[index].end(), position)]
        if measure not in _GENERAL:
            return measure
    return None


def _with_complement(text: str, end: int, limit: int) -> int:
    """Where a measuring noun ends with what it is a measure of ("the share of old boats")."""
    opening = _COMPLEMENT.match(text, end, limit)
    if opening is None:
        return end
    position = opening.end() - 1
    for taken in range(_LONGEST_NAME):
        word = WORD.match(text, position, limit)
        if word is None or word[1].lower() in STOP | _SIGNS or (taken and word[1].endswith(("ed", "ing"))):
            break
        position = word.end()
        if is_plural(word[1]):
            break
    return position if position >= opening.end() else end
