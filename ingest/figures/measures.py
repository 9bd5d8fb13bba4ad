"""What a quantity measures, and among whom."""

from __future__ import annotations

import re

from ingest.figures import answers, populations
from ingest.figures.hedges import Quantity
from ingest.figures.multiples import TIMES
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.populations import WORD
from ingest.figures.units import DURATIONS, is_measure
from ingest.lexicon.words import listed
from kg.model import Figure, Span

MEASURES = listed(
    """
    rate rates rating ratings unemployment inflation turnout approval disapproval favorability favourability growth
    tariff tariffs tax taxes share shares stake increase increases decrease rise drop decline cut cuts hike jump
    budget deficit surplus debt price prices sales income incomes wage wages salary salaries revenue revenues
    population poverty majority quorum threshold probability chance odds chances likelihood exports imports investment
    spending cost costs profit profits loss losses fine fines loan loans aid damages donations bail reward bonus
    emissions subsidies reduction surcharge error lead funding gdp margin support crime homicides inequality index
    penalty pension pensions rent payment payments allowance forecast forecasts estimate outlook projection target
    goal number total average percentage proportion level levels amount output production consumption mortality
    enrollment enrolment capacity gap premium interest yield ratio quota ceiling limit minimum maximum discount
    temperature temperatures rainfall value fee fees toll tolls bill grant grants contract contribution contributions
    scale size valuation settlement subsidy ransom bounty prize award backing vote votes
    electorate absenteeism abstention
    """
)
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
    **dict.fromkeys(("collect", "collected", "collects", "collecting"), "money raised"),
    **dict.fromkeys(("contribute", "contributed", "contributes", "contributing"), "contribution"),
    **dict.fromkeys(("charge", "charged", "charges", "charging"), "charge"),
    **dict.fromkeys(("award", "awarded", "grant", "granted"), "award"),
    **dict.fromkeys(("buy", "bought", "buys", "buying", "sold", "sell", "sells", "selling"), "price"),
}
"""What a sum is, by the verb that governs it."""

SHARES = ("percent", "share")
"""Units of what is a part of a whole."""
POINTS = ("percentage point", "basis point", "point")
"""Units of the distance between two shares."""

_TAIL = re.compile(r"[ \u00a0](?:in|of|with|without|living|held)[ \u00a0](?=[a-z])")

_TAIL_WORDS = 6

_FURTHER = re.compile(r"(?:more|other|additional|extra|further|fewer)[ \u00a0]")

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

_LONGEST_NAME = 4
_AGAINST = re.compile(r"[ \u00a0](?:to|against|versus)[ \u00a0](?:(?:his|her|their|its|just|only)[ \u00a0])?|[-–—‑]")
_TO_LEVEL = re.compile(r",?[ \u00a0](?:to|from)[ \u00a0](?:(?:just|only|a|an|some|record|about)[ \u00a0])*")
_DIFFERENCE = re.compile(
    r",[ \u00a0](?:(?:up|down|compared with|compared to|from|which is|a)[ \u00a0])*(?:from[ \u00a0])?"
)
_ASIDE = re.compile(r"[ \u00a0]?(?:\([^()\d]{0,40}|[—–][ \u00a0]?|[ \u00a0]-[ \u00a0]|:[ \u00a0])\Z")
_DETERMINED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat)[ \u00a0](?:[a-z]+[ \u00a0])?\Z"
)
_AMOUNT = re.compile(r"[ \u00a0]of[ \u00a0]")
_COMPLEMENT = re.compile(r"[ \u00a0](?:of|for|in|on)[ \u00a0](?=\w)(?:(?:the|its|their|all)[ \u00a0])?")
_GENERAL = frozenset(("number", "total", "average", "level", "amount", "figure", "size", "goal", "limit", "share"))
"""Nouns that say what is measured only with other words beside them."""
_SIGNS = frozenset(("plus", "minus", "more", "less"))
_POLLING = re.compile(r"\b(?:said|say|says|support\w*|undecided|approve\w*|think|believe|favor\w*|oppose\w*)\b")
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


def measured(
    text: str, quantity: Quantity, sentence: Span, previous: Span, clause: Span
) -> tuple[str | None, str | None]:
    """What the quantity measures, and among whom."""
    end = quantity.span.end
    if quantity.unit and " per " in f" {quantity.unit}" and re.search(r"per \d", quantity.unit):
        return _rate(text, quantity, sentence, previous), None
    if quantity.unit == TIMES:
        multiplied = None if quantity.change else answers.multiplied(text, end, sentence.end)
        return multiplied or _measure_near(text, quantity, sentence) or answers.before(
            text, clause, quantity.span.start
        ), None
    if quantity.unit in SHARES or quantity.unit in POINTS:
        return _shared(text, quantity, sentence, clause)
    if is_measure(quantity.unit) and quantity.unit not in _PLACES_TO_COUNT:
        return _amount_of(text, quantity, sentence.end) or _behind(text, end, sentence.end), None
    if quantity.noun is not None:
        return _counted(text, quantity.noun, sentence.end), None
    return (
        _sum_of(text, end, sentence.end)
        or _measure_near(text, quantity, sentence)
        or _bought(text, quantity.span, sentence)
        or _paid(text, quantity, sentence)
        or (_spent(text, quantity, clause) if quantity.unit else None)
    ), None


def _shared(text: str, quantity: Quantity, sentence: Span, clause: Span) -> tuple[str | None, str | None]:
    """What a percentage, a share or some points measure, and the group that they are a part of."""
    end = quantity.span.end
    group = quantity.noun if quantity.unit == "share" and quantity.noun else None
    group = group or populations.behind(text, end, sentence.end)
    pronoun = None if group else populations.pronoun_behind(text, end, sentence.end)
    population, group = (group.of(text) if group else None), group or pronoun
    if population and population.rsplit(" ", 1)[-1] in ("vote", "votes", "ballot", "ballots"):
        return "vote share", None
    position = max(end, group.end) if group else end
    in_aside = text[end : end + 1] == ")" and text[quantity.span.start - 1] != "("
    answer = None if in_aside else answers.behind(text, position, sentence.end, grouped=group is not None)
    if population is None:
        ahead = populations.ahead(text, sentence.start, quantity.span.start, sentence.end)
        population = ahead.of(text) if ahead else None
    direct = _behind(text, end, sentence.end) if group is None else None
    if direct is not None and not (answer and answer.startswith(f"{direct} ")):
        return direct, population
    return (
        answer
        or (None if group else answers.named_behind(text, end, sentence.end))
        or (sides[0] if (sides := answers.scored(text, sentence.start, quantity.span.start)) else None)
        or _before(text, quantity.span.start, sentence.start)
        or answers.before(text, clause, quantity.span.start)
    ), population


def carried(
    text: str, earlier: Quantity, quantity: Quantity, before: Figure, measure: str | None, population: str | None
) -> tuple[str | None, str | None]:
    """Measure and population of a quantity that may go on with the one before it in the sentence.

    The second number of a score is the other side's ("Ann leads Ben by 43 to 38"); a level behind its change, or a
    difference behind its level, is of the same thing ("rose by 3 points to 41").
    """
    between = text[earlier.span.end : quantity.span.start]
    shared = {earlier.unit, quantity.unit} <= {*SHARES, *POINTS}
    if shared and quantity.unit == earlier.unit and _AGAINST.fullmatch(between):
        sides = answers.scored(text, earlier.span.start - _REACH, earlier.span.start)
        own = answers.named_behind(text, quantity.span.end, quantity.span.end + _REACH)
        return own or (sides[1] if sides else before.measure), population or before.population
    if _TO_LEVEL.fullmatch(between) or _DIFFERENCE.fullmatch(between):
        return before.measure or measure, population or before.population
    if not shared:
        return measure, population
    if populations.pronoun_behind(text, quantity.span.end, quantity.span.end + _REACH):
        return measure, before.population or population
    around = text[earlier.span.end : quantity.span.end + _REACH]
    if population is None and before.population and _POLLING.search(around):
        population = before.population
    return measure or before.measure, population


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
    if more := _FURTHER.match(text, noun.start, noun.end):
        noun = Span(more.end(), noun.end)
    tail = _TAIL.match(text, noun.end, limit)
    if tail is None:
        return noun.of(text)
    end, words = tail.end() - 1, 0
    while words < _TAIL_WORDS and (word := WORD.match(text, end, limit)):
        if word[1].lower() in STOP - _ARTICLES or (word[1][0].isupper() and not words):
            break
        end, words = word.end(), words + (word[1].lower() not in _ARTICLES)
    closed = (
        end >= limit
        or text[end] in '.,;:)\n"”’'
        or bool(re.match(r"[ \u00a0](?:" + "|".join(_CLOSERS) + r")\b", text[end : end + 12]))
    )
    return text[noun.start : end] if words and closed else noun.of(text)


def _measure_near(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The measuring noun right behind the quantity, else the nearest before it in the sentence."""
    return _behind(text, quantity.span.end, sentence.end) or _before(text, quantity.span.start, sentence.start)


def _behind(text: str, position: int, limit: int) -> str | None:
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


def _before(text: str, position: int, floor: int) -> str | None:
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


def _amount_of(text: str, quantity: Quantity, limit: int) -> str | None:
    """What there is so much of ("tons of coal"); nothing for durations."""
    if quantity.unit in DURATIONS:
        return None
    ends = (quantity.noun.end if quantity.noun else quantity.span.end, quantity.span.end)
    opening = next((found for end in ends if (found := _AMOUNT.match(text, end, limit))), None)
    group = populations.group(text, opening.end(), limit) if opening else None
    return group.of(text) if group else None


def _paid(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What a sum is, by the verb before it ("raised $2 million")."""
    window = text[max(sentence.start, quantity.span.start - _REACH // 2) : quantity.span.start]
    verbs = [PAYING[word] for word in re.findall(r"[a-z]+", window) if word in PAYING]
    return verbs[-1] if verbs else None


def _sum_of(text: str, position: int, limit: int) -> str | None:
    """What a sum is in or for ("in aid")."""
    opening = _IN.match(text, position, limit)
    named = populations.group(text, opening.end(), limit) if opening else None
    group = named.of(text) if named else None
    return group if group and (group[0].islower() or " " in group) else None


def _spent(text: str, quantity: Quantity, clause: Span) -> str | None:
    """The subject and verb before a sum; none where a participle shows that they are no clause."""
    words = answers.before(text, clause, quantity.span.start)
    return None if words is None or words.endswith("ing") else words


def _bought(text: str, span: Span, sentence: Span) -> str | None:
    """The thing whose price a sum is, where it stands between it and an article ("a $90 ticket")."""
    if not _DETERMINED.search(text, sentence.start, span.start):
        return None
    end, start, limit = span.end, None, sentence.end
    for _ in range(_LONGEST_NAME):
        word = WORD.match(text, end, limit)
        if word is None or word[1].lower() in STOP or word[1].endswith("ly") or not text[end].isspace():
            break
        start = word.start(1) if start is None else start
        end = word.end()
    return text[start:end] if start is not None and text[start].islower() and not text[start:end].isspace() else None
