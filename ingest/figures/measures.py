"""What a quantity measures, and among whom."""

from __future__ import annotations

import re

from ingest.figures.hedges import Quantity
from ingest.figures.units import DURATIONS, MEASURING, STOP, is_plural
from kg.model import Span

_MEASURES_WORDS = """
rate rates rating ratings unemployment inflation turnout approval growth tariff tariffs tax taxes share stake
increase decrease rise drop decline cut cuts budget deficit surplus debt price prices sales income incomes wage
wages salary salaries revenue revenues population poverty majority quorum threshold probability chance odds
exports imports investment spending cost costs profit profits loss losses fine fines loan loans aid damages
donations bail reward bonus emissions subsidies reduction surcharge error lead funding gdp margin support
unemployment crime homicides inequality index penalty pension pensions rent payment payments allowance
"""
MEASURES = frozenset(_MEASURES_WORDS.split())
"""Nouns that say what a percentage or a sum measures."""

PAYING = {
    **dict.fromkeys(("raise", "raised", "raises", "raising"), "money raised"),
    **dict.fromkeys(("spend", "spent", "spends", "spending"), "spending"),
    **dict.fromkeys(("donate", "donated", "donates", "donating", "gave", "given"), "donation"),
    **dict.fromkeys(("pay", "paid", "pays", "paying"), "payment"),
    **dict.fromkeys(("cost", "costs", "costing"), "cost"),
    **dict.fromkeys(("lose", "lost", "loses", "losing"), "loss"),
    **dict.fromkeys(("earn", "earned", "earns", "earning", "earned"), "earnings"),
    **dict.fromkeys(("invest", "invested", "invests", "investing"), "investment"),
    **dict.fromkeys(("owe", "owed", "owes", "owing"), "debt"),
    **dict.fromkeys(("save", "saved", "saves", "saving"), "savings"),
    **dict.fromkeys(("lend", "lent", "borrow", "borrowed"), "loan"),
    **dict.fromkeys(("worth", "valued"), "value"),
}
"""What a sum is, by the verb that governs it."""

_SHARED = ("percent", "share")

_OF = re.compile(
    r"[ \u00a0](?:out[ \u00a0]of|of|among)[ \u00a0](?:all[ \u00a0])?(?:(?:the|its|their|our|his|her|all)[ \u00a0])?"
)

_WORD = re.compile(r"[ \u00a0]?([^\W\d_]+(?:[-‑'’.&][^\W\d_]+)*['’]?)")

_TAIL = re.compile(r"[ \u00a0](?:in|of|with|without|living|held)[ \u00a0](?=[a-z])")

_TAIL_WORDS = 6

_CLOSERS = (
    "and",
    "or",
    "but",
    "who",
    "which",
    "that",
    "are",
    "were",
    "is",
    "was",
    "have",
    "has",
    "had",
    "will",
    "would",
    "by",
    "on",
    "at",
    "from",
    "as",
)

_RATE = re.compile(r"\b((?:[a-z]+[- ])?[a-z]+)[ \u00a0]rates?\b")

_IN = re.compile(r"[ \u00a0](?:worth of|in)[ \u00a0]")

_REACH = 90
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
_RATE_REACH = 400

_PLACES_TO_COUNT = frozenset(("seat", "member", "page", "bed", "room"))

_ARTICLES_WORDS = """
a an the its their his her our this that each every any some no
"""
_ARTICLES = frozenset(_ARTICLES_WORDS.split())


def measured(text: str, quantity: Quantity, sentence: Span, previous: Span) -> tuple[str | None, str | None]:
    """What the quantity measures, and among whom."""
    end = quantity.span.end
    if quantity.unit and " per " in f" {quantity.unit}" and re.search(r"per \d", quantity.unit):
        return _rate(text, quantity, sentence, previous), None
    if quantity.unit in _SHARED or quantity.unit in ("percentage point", "basis point", "point"):
        group = quantity.noun if quantity.unit == "share" and quantity.noun else None
        population = group.of(text) if group else _population(text, end, sentence.end)
        if population in ("vote", "votes", "ballot"):
            return "vote share", None
        return _measure_near(text, quantity, sentence), population
    if quantity.unit in MEASURING - _PLACES_TO_COUNT:
        return _behind(text, end, sentence.end) or _amount_of(text, quantity, sentence.end), None
    if quantity.noun is not None:
        return _counted(text, quantity.noun, sentence.end), None
    return _sum_of(text, end, sentence.end) or _measure_near(text, quantity, sentence) or _paid(
        text, quantity, sentence
    ), None


def _rate(text: str, quantity: Quantity, sentence: Span, previous: Span) -> str | None:
    """The name of a rate: as the text says it before, else what is counted with "rate"."""
    noun = quantity.unit.split(" per ")[0] if quantity.unit and not quantity.unit.startswith("per ") else ""
    window = text[max(previous.start, quantity.span.start - _RATE_REACH) : quantity.span.start]
    named = [match[0].rstrip("s") for match in _RATE.finditer(window) if not noun or match[1].endswith(noun)]
    if named:
        words = named[-1].split()
        return " ".join(word for word in words if word not in _ARTICLES)
    return f"{noun} rate" if noun else None


def _counted(text: str, noun: Span, limit: int) -> str:
    """What a count counts: its noun phrase, with the phrase behind it that narrows it."""
    tail = _TAIL.match(text, noun.end, limit)
    if tail is None:
        return noun.of(text)
    end, words = tail.end() - 1, 0
    while words < _TAIL_WORDS and (word := _WORD.match(text, end, limit)):
        if word[1].lower() in STOP - _ARTICLES or (word[1][0].isupper() and not words):
            break
        end, words = word.end(), words + (word[1].lower() not in _ARTICLES)
    closed = (
        end >= limit
        or text[end] in '.,;:)\n"”’'
        or bool(re.match(r"[ \u00a0](?:" + "|".join(_CLOSERS) + r")\b", text[end : end + 12]))
    )
    return text[noun.start : end] if words and closed else noun.of(text)


def _population(text: str, position: int, limit: int) -> str | None:
    """The group behind "of" or "among" ("likely voters"), without its article."""
    opening = _OF.match(text, position, limit)
    if opening is None:
        return None
    return _group(text, opening.end(), limit)


def _group(text: str, start: int, limit: int) -> str | None:
    """The noun phrase at ``start``: up to its first plural, else up to the next function word."""
    end = start
    for taken in range(5):
        word = _WORD.match(text, end, limit)
        if word is None or (word[1].lower() in STOP and not (word[1].lower() == "those" and not taken)):
            return text[start:end] if 0 < taken <= 3 else None
        end = word.end()
        if is_plural(word[1]) and not (
            word[1][0].isupper()
            and (after := _WORD.match(text, end, limit))
            and is_plural(after[1])
            and after[1][0].islower()
        ):
            return text[start:end]
        if taken == 1 and text[start:].startswith("those") and word[1].endswith("ing"):
            return text[start:end]
    return None


def _measure_near(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The measuring noun right behind the quantity, else the nearest before it in the sentence."""
    return _behind(text, quantity.span.end, sentence.end) or _before(text, quantity.span.start, sentence.start)


def _behind(text: str, position: int, limit: int) -> str | None:
    """The measuring noun phrase right behind a quantity ("unemployment rate")."""
    end, start = position, None
    best: int | None = None
    for _ in range(4):
        word = _WORD.match(text, end, limit)
        if word is None or word[1].lower() in STOP:
            break
        start = word.start(1) if start is None else start
        end = word.end()
        best = end if word[1].lower() in MEASURES else best
    return text[start:best] if best is not None and start is not None else None


def _before(text: str, position: int, floor: int) -> str | None:
    """The measuring noun nearest before a quantity, with the words that narrow it ("real unemployment rate")."""
    window = max(floor, position - _REACH)
    words = list(re.finditer(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|[;:\"“”()]|\d+", text[window:position]))
    for index in range(len(words) - 1, max(-1, len(words) - 1 - _APART), -1):
        word = words[index][0]
        if word[0] in ';:"“”()' or word.isdigit():
            return None
        if word not in MEASURES or (index and words[index - 1][0].lower() in _BEFORE_VERBS):
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
        if words[index][0] == "error" and [word[0] for word in words[max(0, index - 2) : index]] == ["margin", "of"]:
            first = index - 2
        return text[window + words[first].start() : window + words[index].end()]
    return None


def _amount_of(text: str, quantity: Quantity, limit: int) -> str | None:
    """What there is so much of ("tons of coal"); nothing for durations."""
    if quantity.unit in DURATIONS:
        return None
    opening = re.compile(r"[ \u00a0]of[ \u00a0]").match(
        text, quantity.noun.end if quantity.noun else quantity.span.end, limit
    )
    return _group(text, opening.end(), limit) if opening else None


def _paid(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What a sum is, by the verb before it ("raised $2 million")."""
    window = text[max(sentence.start, quantity.span.start - _REACH // 2) : quantity.span.start]
    verbs = [PAYING[word] for word in re.findall(r"[a-z]+", window) if word in PAYING]
    return verbs[-1] if verbs else None


def _sum_of(text: str, position: int, limit: int) -> str | None:
    """What a sum is in or for ("in aid")."""
    opening = _IN.match(text, position, limit)
    group = _group(text, opening.end(), limit) if opening else None
    return group if group and (group[0].islower() or " " in group) else None
