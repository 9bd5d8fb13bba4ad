"""What a quantity measures, and among whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures import answers, measuring_nouns, populations, sums
from ingest.figures.hedges import Quantity
from ingest.figures.multiples import TIMES
from ingest.figures.nouns import STOP
from ingest.figures.populations import WORD
from ingest.figures.units import DURATIONS, is_measure
from kg.model import Figure, Span

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


_LONGEST_NAME = 4
_AGAINST = re.compile(r"[ \u00a0](?:to|against|versus)[ \u00a0](?:(?:his|her|their|its|just|only)[ \u00a0])?|[-–—‑]")
_TO_LEVEL = re.compile(r",?[ \u00a0](?:to|from)[ \u00a0](?:(?:just|only|a|an|some|record|about)[ \u00a0])*")
_DIFFERENCE = re.compile(
    r",[ \u00a0](?:(?:up|down|compared with|compared to|from|which is|a)[ \u00a0])*(?:from[ \u00a0])?"
)
_AMOUNT = re.compile(r"[ \u00a0]of[ \u00a0]")
_POLLING = re.compile(r"\b(?:said|say|says|support\w*|undecided|approve\w*|think|believe|favor\w*|oppose\w*)\b")
_REACH = 90
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
        return multiplied or measuring_nouns.near(text, quantity, sentence) or answers.before(
            text, clause, quantity.span.start
        ), None
    if quantity.unit in SHARES or quantity.unit in POINTS:
        return _shared(text, quantity, sentence, clause)
    if is_measure(quantity.unit) and quantity.unit not in _PLACES_TO_COUNT:
        return _amount_of(text, quantity, sentence.end) or measuring_nouns.behind(text, end, sentence.end), None
    if quantity.noun is not None:
        return _counted(text, quantity.noun, sentence.end), None
    return sums.measured(text, quantity, sentence, clause), None


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
    direct = measuring_nouns.behind(text, end, sentence.end) if group is None else None
    if direct is not None and not (answer and answer.startswith(f"{direct} ")):
        return direct, population
    return (
        answer
        or (None if group else answers.named_behind(text, end, sentence.end))
        or (
            sides[0]
            if (sides := answers.scored(text, sentence.start, quantity.span.start)) and sides[0][0].isupper()
            else None
        )
        or measuring_nouns.before(text, quantity.span.start, sentence.start)
        or answers.before(text, clause, quantity.span.start)
    ), population


def carried(
    text: str,
    earlier: Quantity,
    quantity: Quantity,
    figures: Sequence[Figure],
    measure: str | None,
    population: str | None,
) -> tuple[str | None, str | None]:
    """Measure and population of a quantity that may go on with the ones before it in the sentence.

    The second number of a score is the other side's ("Ann leads Ben by 43 to 38"), and a further score is of the same
    sides; a level behind its change, or a difference behind its level, is of the same thing ("rose by 3 points to 41").
    """
    before, last = figures[-1], figures[-2] if len(figures) > 1 else None
    after_score = last is not None and _AGAINST.fullmatch(text[last.span.end : before.span.start]) is not None
    between = text[earlier.span.end : quantity.span.start]
    shared = {earlier.unit, quantity.unit} <= {*SHARES, *POINTS}
    if shared and quantity.unit == earlier.unit and _AGAINST.fullmatch(between):
        sides = answers.scored(text, earlier.span.start - _REACH, earlier.span.start)
        own = answers.named_behind(text, quantity.span.end, quantity.span.end + _REACH)
        other = sides[1] if sides else last.measure if last and before.measure == figures[0].measure else None
        is_general = any(word in measuring_nouns.MEASURES for word in (before.measure or "").split())
        return own or other or (before.measure if is_general else None), population or before.population
    if _TO_LEVEL.fullmatch(between) or _DIFFERENCE.fullmatch(between):
        return before.measure or measure, population or before.population
    if not shared:
        return measure, population
    if populations.pronoun_behind(text, quantity.span.end, quantity.span.end + _REACH):
        return measure, before.population or population
    around = text[earlier.span.end : quantity.span.end + _REACH]
    if population is None and before.population and _POLLING.search(around):
        population = before.population
    if measure is None and last is not None and after_score:
        return last.measure, population
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


def _amount_of(text: str, quantity: Quantity, limit: int) -> str | None:
    """What there is so much of ("tons of coal"); nothing for durations."""
    if quantity.unit in DURATIONS:
        return None
    ends = (quantity.noun.end if quantity.noun else quantity.span.end, quantity.span.end)
    opening = next((found for end in ends if (found := _AMOUNT.match(text, end, limit))), None)
    group = populations.group(text, opening.end(), limit) if opening else None
    return group.of(text) if group else None
