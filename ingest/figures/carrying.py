"""What a number takes over from the ones before it in its sentence: levels, differences, sides, parallel sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.figures import answers, measuring_nouns, populations, sides
from ingest.figures.hedges import Quantity
from ingest.figures.measures import VOTE_SHARE
from ingest.figures.multiples import TIMES
from ingest.figures.units import POINTS, SHARES
from kg.model import Figure

_AGAINST = re.compile(r"[ \u00a0](?:to|against|versus)[ \u00a0](?:(?:his|her|their|its|just|only)[ \u00a0])?|%?[-–—‑]")
_TO_LEVEL = re.compile(
    r"(?:[ \u00a0]since[ \u00a0][\w]+)?(?:[ \u00a0](?:next|last|this)[ \u00a0](?:year|month|week|quarter))?"
    r"(?:[ \u00a0]in[ \u00a0](?:\d{4}|[^,;.()]{3,45}(?=,)|"
    r"the[ \u00a0](?:first|last|past|second|third|fourth)[ \u00a0](?:\w+[ \u00a0])?(?:months?|quarter|half|years?)"
    r"(?:[ \u00a0]of[ \u00a0](?:\d{4}|the[ \u00a0]year))?))?,?[ \u00a0](?:to|from)[ \u00a0]"
    r"(?:(?:just|only|a|an|some|record|about|settle|close|end|finish|at)[ \u00a0])*"
)
_DIFFERENCE = re.compile(
    r"(?:[ \u00a0](?:of|among)[ \u00a0][^,;.()\d]{2,40})?,[ \u00a0]"
    r"(?:(?:up|down|compared with|compared to|from|which is|a)[ \u00a0])*(?:from[ \u00a0])?"
)
_SET_AGAINST = re.compile(
    r"(?:[ \u00a0](?:above|below|than|versus|against)[ \u00a0](?:the[ \u00a0])?"
    r"|,[ \u00a0](?:up|down)[ \u00a0](?:from[ \u00a0])?)\Z"
)
"""What stands before a number that another one is measured by, or before the change of a level."""
_PREPOSITION = re.compile(r"[ \u00a0](for|from|to|in|on|at|of|among)\b")
_POLLING = re.compile(r"\b(?:said|say|says|support\w*|undecided|approve\w*|think|believe|favor\w*|oppose\w*)\b")
_AND_ANOTHER = re.compile(r"(?:[ \u00a0]of[ \u00a0][^,;.\d]{2,40})?[ \u00a0]and[ \u00a0](?:[a-z]+[ \u00a0]){0,2}")
_OWN_ANSWER = re.compile(r"[ \u00a0](?:who|that)[ \u00a0]")
_OF_WHOLE = re.compile(r"[ \u00a0](?:out[ \u00a0])?of[ \u00a0](?:the|its|their|that)[ \u00a0]")
_ELLIPTIC = ("did", "do", "does", "would", "will", "were", "are", "is", "was", "have", "had", "so", "the same")
"""Answers that stand for the one before ("and a third of dockers did")."""
_ELIDED = re.compile(
    r"[ \u00a0]and[ \u00a0](?:(?:is|are|was|were|has|have|had|now|still|then|also|been)[ \u00a0]){1,3}"
    r"(?:(?:about|nearly|some|just|only)[ \u00a0])?\Z"
)
"""What stands before a number of the same subject ("fell to 3 tons and are now 32 percent lower")."""
_APPOSED = re.compile(r"(?:[ \u00a0]in[ \u00a0][\w \u00a0]{3,20})?,[ \u00a0]")
"""What stands between a level and how many times another it is ("was 6 percent in May, three times the target")."""
_OTHER_OBJECT = re.compile(
    r"[ \u00a0]((?:the[ \u00a0])?[a-z]{4,}(?:[ \u00a0][a-z]{4,})?)(?=[.,;\n]|[ \u00a0]and[ \u00a0](?:\d|only|just)|\Z)"
)
"""What stands behind a share whose verb is left out ("23 percent named fog and 22 percent the tide")."""
_IT = re.compile(r"\b(?:it|they)[ \u00a0][^,.;]*\Z")
_PURPOSE = re.compile(r"(?:\A|[ \u00a0])(?=(?:for|to|on)[ \u00a0])")
"""Where the words begin that say what a sum is for."""
_NAME_ALONE = re.compile(
    r"(?:[,;]|[ \u00a0]and|[ \u00a0]by)[ \u00a0]"
    rf"({sides.TITLE}(?:[A-Z][\w’'-]*[ \u00a0]){{1,3}})"
    r"(?:(?:at|with|just|about|nearly|only)[ \u00a0])*\Z"
)
"""Somebody for whom the verb before goes on ("Ann raised $5 million, Bo $3 million")."""
_REACH = 90


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
    if shared and before.measure == VOTE_SHARE and _AGAINST.fullmatch(between):
        return VOTE_SHARE, sides.beaten(text, earlier.span.start - _REACH, earlier.span.start)
    if shared and (other := sides.other_side(between)):
        return (VOTE_SHARE, other) if before.measure == VOTE_SHARE else (other, population or before.population)
    is_held = (
        quantity.unit == earlier.unit and (not shared or str(before.measure).endswith(VOTE_SHARE)) and before.population
    )
    if is_held and (name := _NAME_ALONE.search(between)):
        return before.measure, name[1].strip()
    if shared and quantity.unit == earlier.unit and not before.change and _AGAINST.fullmatch(between):
        ranks = sides.scored(text, earlier.span.start - _REACH, earlier.span.start)
        own = sides.named_behind(text, quantity.span.end, quantity.span.end + _REACH)
        rival = sides.rival(text, earlier.span.start - _REACH, earlier.span.start)
        other = (
            ranks[1] if ranks else rival or (last.measure if last and before.measure == figures[0].measure else None)
        )
        is_general = any(word in measuring_nouns.MEASURES for word in (before.measure or "").split())
        is_general = is_general or text[earlier.span.start - 1] == "("
        if before.measure and not is_general:
            other = other or f"other side where {before.measure}"
        return own or other or before.measure or measure, population or before.population
    if measure is None and before.measure and _ELIDED.search(between):
        return before.measure, population
    if measure is None and quantity.unit == TIMES and _APPOSED.fullmatch(between):
        return before.measure, population
    if measure is None and shared and _IT.search(between):
        return figures[0].measure, population
    left_out = _OTHER_OBJECT.match(text, quantity.span.end) if shared and measure in (None, before.measure) else None
    if left_out and before.measure and answers.is_answer(before.measure.split()[0]):
        return f"{before.measure.split()[0]} {left_out[1]}", population or before.population
    if measure in _ELLIPTIC and shared and before.measure:
        return before.measure, population
    if measure and quantity.unit == earlier.unit and not shared and _PURPOSE.match(measure) and before.measure:
        return f"{_PURPOSE.split(before.measure)[0].strip()} {measure}".strip(), population
    is_listed = between.strip() in (",", "to") and quantity.noun is not None and quantity.noun != earlier.noun
    is_listed = is_listed and not (between.strip() == "to" and earlier.unit in (*SHARES, *POINTS))
    if measure and shared and _OWN_ANSWER.match(text, quantity.span.end):
        return measure, population or before.population
    if not is_listed and (_TO_LEVEL.fullmatch(between) or _DIFFERENCE.fullmatch(between)):
        return before.measure or measure, population or before.population
    if (measure is None or between.endswith((" above the ", " below the "))) and _SET_AGAINST.search(between):
        return before.measure, population
    if is_parallel(text, earlier, quantity):
        alike = measure and before.measure and measure.split()[0] == before.measure.split()[0]
        return measure if alike else before.measure or measure, population
    if not shared:
        if measure is None and before.measure and " and " in between:
            measure = _PURPOSE.split(before.measure)[0].strip() if earlier.unit == quantity.unit else None
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


def answered_together(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, where two groups answer in one ("three in four pilots and a third of dockers say …").

    A part of a sum is of what the whole is of ("$2 million of the $5 million in fees").
    """
    whole = list(figures)
    for index, (one, other) in enumerate(pairwise(figures)):
        shares = {one.unit, other.unit} <= set(SHARES)
        if one.measure is None and one.unit == other.unit and _OF_WHOLE.fullmatch(text, one.span.end, other.span.start):
            whole[index] = replace(one, measure=other.measure)
        if shares and one.measure is None and _AGAINST.fullmatch(text, one.span.end, other.span.start):
            whole[index] = replace(one, measure=other.measure)
        if shares and one.measure is None and _AND_ANOTHER.fullmatch(text, one.span.end, other.span.start):
            whole[index] = replace(one, measure=other.measure)
    return whole
