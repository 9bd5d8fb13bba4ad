"""What a quantity measures, and among whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.figures import adjoining, answers, measuring_nouns, populations, sums
from ingest.figures.hedges import Quantity
from ingest.figures.multiples import TIMES
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.populations import WORD
from ingest.figures.units import DURATIONS, is_measure
from ingest.lexicon.words import listed
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


_AGAINST = re.compile(r"[ \u00a0](?:to|against|versus)[ \u00a0](?:(?:his|her|their|its|just|only)[ \u00a0])?|[-–—‑]")
_TO_LEVEL = re.compile(
    r"(?:[ \u00a0]in[ \u00a0](?:\d{4}|[^,;.()]{3,45}(?=,)))?,?[ \u00a0](?:to|from)[ \u00a0]"
    r"(?:(?:just|only|a|an|some|record|about|settle|close|end|finish|at)[ \u00a0])*"
)
_DIFFERENCE = re.compile(
    r",[ \u00a0](?:(?:up|down|compared with|compared to|from|which is|a)[ \u00a0])*(?:from[ \u00a0])?"
)
_SET_AGAINST = re.compile(
    r"(?:[ \u00a0](?:above|below|than|versus|against)[ \u00a0](?:the[ \u00a0])?"
    r"|,[ \u00a0](?:up|down)[ \u00a0](?:from[ \u00a0])?)\Z"
)
"""What stands before a number that another one is measured by, or before the change of a level."""
_AMOUNT = re.compile(r"[ \u00a0]of[ \u00a0]")
_ADDING = re.compile(
    r"\b(?:add(?:s|ed|ing)?|contribut(?:e|es|ed|ing)|cut|cuts|cutting|shav(?:e|es|ed|ing)|knock(?:s|ed|ing)?|"
    r"tak(?:e|es|ing)|took|lop(?:s|ped|ping)?|wip(?:e|es|ed|ing)|subtract(?:s|ed|ing)?)[ \u00a0]\Z"
)
_DISTANCES = ("margin", "points", "point margin")
"""Nouns that only repeat what the unit says: what comes before tells more ("back Ann by a 6-point margin")."""
_MAKING_UP = re.compile(
    r"\b(?:account\w*[ \u00a0]for|ma(?:ke|kes|de|king)[ \u00a0]up|represent\w*|"
    r"constitut\w*|compris\w*|is|are|was|were)[ \u00a0]\Z"
)
_PREPOSITION = re.compile(r"[ \u00a0](for|from|to|in|on|at|of|among)\b")
_PAST = r"[a-z]{3,}ed|cast|killed|lost|born|sold|built|sent|won|held|bought|shot|found|hit"
_DONE_BEHIND = re.compile(
    rf"(?:[ \u00a0](?:were|was|are|have been|had been|will be|would be|are being|were being|now|already|also|have|had))"
    rf"{{0,2}}[ \u00a0]({_PAST})\b"
)
_DONE_AHEAD = re.compile(rf"\b({_PAST})[ \u00a0]\Z")
_NOT_DONE = listed(
    """
    need needed included reached totaled totalled numbered exceeded averaged remained lasted featured involved contained
    comprised based followed seemed appeared happened indeed hundred united said asked answered reported exceed proceed
    expected supposed allowed
    """
)
"""Participles that do not tell what happens to what is counted."""
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
    is_money = bool(quantity.unit) and quantity.unit[:3].isupper()  # type: ignore[index]
    if quantity.unit and not is_money and re.search(r"\bper \d", quantity.unit):
        return _rate(text, quantity, sentence, previous), None
    if quantity.unit == TIMES:
        multiplied = answers.multiplied(text, end, sentence.end) if not quantity.change else None
        multiplied = multiplied or adjoining.object_behind(text, end, sentence.end)
        named = multiplied or measuring_nouns.near(text, quantity, sentence)
        return named or answers.before(text, clause, quantity.span.start), None
    if quantity.unit in SHARES or quantity.unit in POINTS:
        return _shared(text, quantity, sentence, clause)
    if is_measure(quantity.unit) and quantity.unit not in _PLACES_TO_COUNT:
        return _amount_of(text, quantity, sentence.end) or measuring_nouns.behind(text, end, sentence.end), None
    if quantity.noun is not None:
        return _happening(text, quantity, sentence, _counted(text, quantity.noun, sentence.end)), None
    return sums.measured(text, quantity, sentence, clause), None


def _shared(text: str, quantity: Quantity, sentence: Span, clause: Span) -> tuple[str | None, str | None]:
    """What a percentage, a share or some points measure, and the group that they are a part of."""
    end = quantity.span.end
    group = quantity.noun if quantity.unit == "share" and quantity.noun else None
    group = group or populations.behind(text, end, sentence.end, bare=quantity.unit == "share")
    pronoun = None if group else populations.pronoun_behind(text, end, sentence.end)
    population, group = (group.of(text) if group else None), group or pronoun
    if population and population.rsplit(" ", 1)[-1] in ("vote", "votes", "ballot", "ballots"):
        return "vote share", None
    position = max(end, group.end) if group else end
    in_aside = text[end : end + 1] == ")" and text[quantity.span.start - 1] != "("
    answer = None if in_aside else answers.behind(text, position, sentence.end, grouped=group is not None)
    if answer in ("yes", "no", "the same"):
        answer = answers.question(text, sentence.start, quantity.span.start) or answer
    if population is None:
        ahead = populations.ahead(text, sentence.start, quantity.span.start, sentence.end)
        population = ahead.of(text) if ahead else None
    direct = _joined(text, quantity, sentence) if group is None or group is quantity.noun else None
    if direct is not None and not (answer and answer.startswith(f"{direct} ")):
        return direct, population
    if bracketed := adjoining.bracketed(text, quantity.span, sentence):
        answer = answer or adjoining.quoted(text, end, sentence.end)
        if answer is None:
            return bracketed, population
        population = population or (bracketed if is_plural(bracketed.split()[-1]) else None)
    sides = answers.scored(text, sentence.start, quantity.span.start)
    return (
        answer
        or adjoining.governing(text, quantity.span, sentence)
        or (None if group else answers.named_behind(text, end, sentence.end))
        or (sides[0] if sides and sides[0][0].isupper() else None)
        or (_whole(text, quantity.span.start, population) if quantity.unit == "share" else None)
        or _moved(text, quantity, sentence, clause)
        or measuring_nouns.before(text, quantity.span.start, sentence.start)
        or answers.before(text, clause, quantity.span.start)
        or answers.subject(text, sentence, clause, quantity.span.start)
    ), population


def _joined(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """The noun that a share is joined to: behind it, or before "of"."""
    named = measuring_nouns.behind(text, quantity.span.end, sentence.end) or adjoining.determined(
        text, quantity.span, sentence
    )
    return None if named in _DISTANCES else named or adjoining.governing(text, quantity.span, sentence)


def _whole(text: str, position: int, population: str | None) -> str | None:
    """The whole that a fraction is taken of, where it is one thing, no group, and no part of it is told."""
    if (
        population is None
        or is_plural(population.split()[-1])
        or _MAKING_UP.search(text, max(0, position - 20), position)
    ):
        return None
    return population


def _moved(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What the verb before a share adds it to, or by so much moves ("add 1 percent to harbour output")."""
    ahead = text[max(clause.start, quantity.span.start - _REACH) : quantity.span.start]
    if _ADDING.search(ahead):
        return adjoining.added_to(text, quantity.span.end, sentence.end)
    return adjoining.object_behind(text, quantity.span.end, sentence.end) if ahead.endswith(" by ") else None


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
    if shared and (other := answers.other_side(between)):
        return other, population or before.population
    if shared and quantity.unit == earlier.unit and _AGAINST.fullmatch(between):
        sides = answers.scored(text, earlier.span.start - _REACH, earlier.span.start)
        own = answers.named_behind(text, quantity.span.end, quantity.span.end + _REACH)
        rival = answers.rival(text, earlier.span.start - _REACH, earlier.span.start)
        other = (
            sides[1] if sides else rival or (last.measure if last and before.measure == figures[0].measure else None)
        )
        is_general = any(word in measuring_nouns.MEASURES for word in (before.measure or "").split())
        is_general = is_general or text[earlier.span.start - 1] == "("
        if before.measure and not is_general:
            other = other or f"other side where {before.measure}"
        return own or other or before.measure, population or before.population
    if _TO_LEVEL.fullmatch(between) or _DIFFERENCE.fullmatch(between):
        return before.measure or measure, population or before.population
    if (measure is None or between.endswith((" above the ", " below the "))) and _SET_AGAINST.search(between):
        return before.measure, population
    if is_parallel(text, earlier, quantity):
        return before.measure or measure, population
    if not shared:
        return measure or (before.measure if earlier.unit == quantity.unit and not quantity.noun else None), population
    if populations.pronoun_behind(text, quantity.span.end, quantity.span.end + _REACH):
        return measure, before.population or population
    around = text[earlier.span.end : quantity.span.end + _REACH]
    if population is None and before.population and _POLLING.search(around):
        population = before.population
    if measure is None and last is not None and after_score:
        return last.measure, population
    return measure or before.measure, population


def is_parallel(text: str, earlier: Quantity, quantity: Quantity) -> bool:
    """Whether two sums are told in one way of two groups ("$5 from dockers and $3 from sailors")."""
    if earlier.unit != quantity.unit or not text[: quantity.span.start].endswith((" and ", " or ")):
        return False
    first, second = (_PREPOSITION.match(text, one.span.end) for one in (earlier, quantity))
    return first is not None and second is not None and first[1] == second[1]


def _rate(text: str, quantity: Quantity, sentence: Span, previous: Span) -> str | None:
    """The name of a rate: as the text says it before, else what is counted with "rate"."""
    noun = quantity.unit.split(" per ")[0] if quantity.unit and not quantity.unit.startswith("per ") else ""
    window = text[max(previous.start, quantity.span.start - _RATE_REACH) : quantity.span.start]
    named = [match[0].rstrip("s") for match in _RATE.finditer(window) if not noun or match[1].endswith(noun)]
    if named:
        words = named[-1].split()
        return " ".join(word for word in words if word not in _ARTICLES)
    return f"{noun} rate" if noun else None


def _happening(text: str, quantity: Quantity, sentence: Span, counted: str) -> str:
    """What is counted with what is done to it: the noun before "of", or the verb right before or right behind it."""
    span = quantity.span
    if deed := adjoining.governing(text, span, sentence):
        return f"{deed} of {counted}"
    behind = _DONE_BEHIND.match(
        text, span.end if quantity.noun is None else max(span.end, quantity.noun.end), sentence.end
    )
    if behind and behind[1] not in _NOT_DONE and not counted.endswith(behind[1]):
        return f"{counted} {behind[1]}"
    ahead = _DONE_AHEAD.search(text, max(sentence.start, span.start - _REACH), span.start)
    return f"{counted} {ahead[1]}" if ahead and ahead[1] not in _NOT_DONE else counted


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
