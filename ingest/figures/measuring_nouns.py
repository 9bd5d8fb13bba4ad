"""The noun that says what a number measures ("unemployment rate"), right behind it or nearest before it."""

from __future__ import annotations

import re

from ingest.figures.calendar import COUNT
from ingest.figures.changes import DOWN, UP
from ingest.figures.hedges import HEDGES, Quantity
from ingest.figures.naming import STOOD
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
    spending cost costs gnp profit profits loss losses fine fines loan loans aid damages donations bail reward bonus
    emissions subsidies reduction surcharge error lead funding gdp margin edge
    advantage fortune wealth support crime homicides inequality index
    penalty pension pensions rent payment payments allowance forecast forecasts estimate outlook projection target
    goal number total average percentage proportion level levels amount output production consumption mortality
    enrollment enrolment capacity gap premium interest yield ratio quota ceiling limit minimum maximum discount
    temperature temperatures rainfall value fee fees fare fares toll tolls
    bill grant grants contract contribution contributions
    scale size valuation settlement subsidy ransom bounty prize award backing vote votes
    cash divide split electorate absenteeism abstention
    """
)
"""Nouns that say what a percentage or a sum measures."""
_ASIDE = re.compile(r"[ \u00a0]?(?:\([^()\d]{0,40}|[—–][ \u00a0]?|[ \u00a0]-[ \u00a0]|:[ \u00a0])\Z")
_COMPLEMENT = re.compile(r"[ \u00a0](?:of|for|in|on)[ \u00a0](?=\w)(?:(?:the|its|their|all)[ \u00a0])?")
_GENERAL = frozenset(("number", "total", "average", "level", "amount", "figure", "size", "goal", "limit", "share"))
"""Nouns that say what is measured only with other words beside them."""
_CONJUNCTIONS = frozenset(("while", "but", "whereas", "although", "though"))
_DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "that"))
_CHANGING = re.compile(rf"{UP}|{DOWN}")
_HEADS = listed(
    """
    overhaul reform reforms plan plans code system bill law policy package proposal cuts relief break breaks industry
    industries firm firms company companies bank banks banker bankers adviser advisers manager managers fund funds
    bracket brackets estimate estimates projection increase increases hike hikes officials group groups market markets
    """
)
"""Nouns that a measuring noun qualifies without being what is measured."""
_ADJECTIVES = frozenset(("average", "total", "minimum", "maximum"))
"""Measuring nouns that are adjectives before another noun ("average rents")."""
_NEW_SUBJECT = re.compile(
    rf",[ \u00a0](?!(?:which|who|that|and|but|or|when|as)\b)(?:[a-z-]+[ \u00a0]){{1,4}}"
    rf"(?:(?:has|have|had|is|are|was|were)[ \u00a0])?(?:{UP}|{DOWN})[ \u00a0]"
)
"""What begins a clause of its own before a number (", ferry traffic has declined by")."""
_TIME = re.compile(
    r"[ \u00a0](?:in|during|over|for|through)[ \u00a0](?:the[ \u00a0])?"
    r"(?:(?:first|second|third|fourth|last|past|previous|next)[ \u00a0])?"
    rf"(?:{COUNT}[ \u00a0])?(?:weeks?|months?|quarters?|years?|half|decades?)"
    r"(?:[ \u00a0]of[ \u00a0](?:(?:this|last|the|next)[ \u00a0]year|\d{4}))?"
    r"(?=[ \u00a0](?:at|to|by|was|is|were|stood)[ \u00a0])"
)
"""A time between a measuring noun and its number ("catches in the second half of last year at")."""
_PUTTING = frozenset(("put", "puts", "gave", "gives", "show", "shows"))
_MARGIN = re.compile(r"\bmargins?[ \u00a0]of[ \u00a0](?:[a-z]+[ \u00a0])?error(?![\s\S]*error)")
_NUMBER_OF = re.compile(r"\bnumber(?=[ \u00a0]of[ \u00a0])")
_NARROWED = re.compile(
    r"[ \u00a0][a-z]+ing(?:[ \u00a0](?:in|on|with|for|at)\b)?"
    r"(?:[ \u00a0](?:the[ \u00a0])?(?!\w+ed\b|to\b|is\b|was\b)\w+){1,2}"
)
_SIGNS = frozenset(("plus", "minus", "more", "less"))
_APART = 8
_BEFORE_VERBS = listed(
    """
    that which who they it he she not be been being to will would could should may might was were is are has have
    had
    """
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
        best = end if word[1].lower().split("/")[0] in MEASURES else best
    return text[start:best] if best is not None and start is not None else None


def before(text: str, position: int, floor: int) -> str | None:
    """The measuring noun nearest before a quantity, with the words that narrow it ("real unemployment rate")."""
    aside = _ASIDE.search(text, max(floor, position - _REACH), position)
    position = aside.start() if aside else position
    time = _TIME.search(text, max(floor, position - _REACH), position)
    aside, position = (time, time.start()) if time else (aside, position)
    apart = 2 * _APART if aside else _APART
    window = max(floor, position - (2 * _REACH if aside else _REACH))
    words = list(re.finditer(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|[;:\"“”()]|\d+", text[window:position]))
    for index in range(len(words) - 1, max(-1, len(words) - 1 - apart), -1):
        word = words[index][0].lower() if not index else words[index][0]
        if word[0] in ';:"“”()' or word.isdigit() or word in _CONJUNCTIONS:
            return None
        if word in _DETERMINERS and index and _CHANGING.fullmatch(words[index - 1][0].lower()):
            moved = _object(text, window + words[index].end(), position)
            return moved or None
        if word not in MEASURES or (
            word == "percentage" and index + 1 < len(words) and words[index + 1][0].startswith("point")
        ):
            continue
        if index and words[index - 1][0].lower() in _BEFORE_VERBS:
            continue
        if _NEW_SUBJECT.search(text, window + words[index].end(), position):
            return None
        if _qualifies(text, words, index, window):
            continue
        head = first = index - 2 * _is_complement(words, index)
        while (
            first
            and head - first < 2
            and words[first - 1][0].lower() not in STOP
            and words[first - 1][0][0].isalpha()
            and not words[first - 1][0].endswith(("ed", "ing", "es"))
            and words[first - 1][0] not in _PUTTING
            and words[first - 1].end() + 1 == words[first].start()
        ):
            first -= 1
        if first and [word[0] for word in words[first - 1 : first + 1]] == ["per", "capita"]:
            first -= 1
        if words[index][0] == "error" and (margin := _MARGIN.search(text, window, window + words[index].end())):
            return margin[0]
        measure = text[window + words[first].start() : _with_complement(text, window + words[index].end(), position)]
        if measure not in _GENERAL:
            return measure
    return None


def _is_complement(words: list[re.Match[str]], index: int) -> bool:
    """Whether a measuring noun only tells what another one is of ("repair rate for thefts")."""
    return (
        index > 1
        and words[index - 1][0] in ("of", "for", "in", "on")
        and words[index - 2][0] in MEASURES - _GENERAL
        and words[index - 2].end() + 1 == words[index - 1].start()
    )


def _object(text: str, start: int, limit: int) -> str | None:
    """The object that a verb of change has before a number ("cut the mooring fee by")."""
    words = re.split(r"[ \u00a0]", text[start:limit].strip())
    while words and (words[-1].lower() in STOP or words[-1].lower() in HEDGES):
        words.pop()
    kept = 0
    while kept < min(len(words), _LONGEST_NAME) and words[kept].replace("-", "").isalpha():
        if words[kept].lower() in STOP and not (kept and words[kept] == "of"):
            break
        kept += 1
    while kept and words[kept - 1] == "of":
        kept -= 1
    return " ".join(words[:kept]) or None


def _qualifies(text: str, words: list[re.Match[str]], index: int, window: int) -> bool:
    """Whether a measuring noun only qualifies the noun behind it, which measures nothing ("tax overhaul")."""
    if index + 1 >= len(words) or not text[window + words[index].end()].isspace():
        return False
    behind = words[index + 1][0]
    goes_on = words[index + 2][0].lower() if index + 2 < len(words) else ""
    if words[index][0].lower() in _ADJECTIVES and behind.islower() and behind not in STOP:
        return behind not in MEASURES
    if behind == "and":
        return goes_on in _BEFORE_VERBS
    if behind in ("that", "which"):
        return not (_CHANGING.fullmatch(goes_on) or goes_on in _BEFORE_VERBS)
    return behind in _HEADS


def number_of(text: str, position: int, floor: int) -> str | None:
    """The number that a sentence speaks of, and of whom ("the number of people living aboard is to reach")."""
    counts = list(_NUMBER_OF.finditer(text, floor, position))
    if not counts:
        return None
    end = _with_complement(text, counts[-1].end(), position)
    narrowed = _NARROWED.match(text, end, position)
    return text[counts[-1].start() : narrowed.end() if narrowed else end]


def _with_complement(text: str, end: int, limit: int) -> int:
    """Where a measuring noun ends with what it is a measure of ("the share of old boats")."""
    opening = _COMPLEMENT.match(text, end, limit)
    if opening is None:
        return end
    position, is_name = opening.end() - 1, False
    for taken in range(_LONGEST_NAME):
        word = WORD.match(text, position, limit)
        if word is None or word[1].lower() in STOP | _SIGNS or (taken and word[1].endswith(("ed", "ing"))):
            break
        if taken and (STOOD.fullmatch(word[1]) or (is_name and word[1][0].islower())):
            break
        position, is_name = word.end(), word[1][0].isupper()
        if is_plural(word[1]):
            break
    return position if position >= opening.end() else end
