"""What a count counts, and what is done with it: "boats sunk", "deaths of dockers", "nurses in small towns"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.figures import adjoining
from ingest.figures.hedges import Quantity
from ingest.figures.nouns import STOP
from ingest.figures.populations import WORD
from ingest.lexicon.words import listed
from kg.model import Figure, Span

_TAIL = re.compile(r"[ \u00a0](?:in|of|with|without|living|held)[ \u00a0](?=[a-z])")

_TAIL_WORDS = 6

_FURTHER = re.compile(r"(?:more|other|additional|extra|further|fewer)[ \u00a0]")

_CLOSING = re.compile(
    r"[ \u00a0](?:and|or|but|who|which|that|are|were|is|was|have|has|had|will|would|by|on|at|from|as)\b"
)

_PAST = r"[a-z]{3,}ed|cast|killed|lost|born|sold|built|sent|won|held|bought|shot|found|hit"
_DONE_BEHIND = re.compile(
    rf"(?:[ \u00a0](?:who|that|which))?"
    rf"(?:[ \u00a0](?:were|was|are|have been|had been|will be|would be|are being|were being|now|already|also|have|had|"
    rf"[a-z]+ly)){{0,3}}[ \u00a0]({_PAST})\b"
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
_LISTED = re.compile(
    r"(?:[ \u00a0]of[ \u00a0][a-z]+(?:[ \u00a0][a-z]+)?)?(?:,[ \u00a0]including[ \u00a0][^.;\d]{3,120},)?"
    r"(?:,?[ \u00a0](?:and|as[ \u00a0]well[ \u00a0]as|plus|including)[ \u00a0]|,[ \u00a0])"
)
"""What stands between two counts of a list."""
_REACH = 90
ARTICLES = listed("a an the its their his her our this that each every any some no")
"""Words that open a noun phrase."""
_TAIL_ENDS = (STOP - ARTICLES) | {"last", "next"}


def measured(text: str, quantity: Quantity, noun: Span, sentence: Span) -> str:
    """What is counted with what is done to it: the noun before "of", or the verb right before or right behind it."""
    counted = _counted(text, noun, sentence.end)
    if deed := adjoining.governing(text, quantity.span, sentence):
        return f"{deed} of {counted}"
    done = _deed(text, quantity, sentence)
    return counted if done is None or counted.endswith(done) else f"{counted} {done}"


def _deed(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What is done to what is counted, or what it does: the participle right behind it, else right before it."""
    span = quantity.span
    end = span.end if quantity.noun is None else max(span.end, quantity.noun.end)
    behind = _DONE_BEHIND.match(text, end, sentence.end)
    if behind and behind[1] not in _NOT_DONE:
        return behind[1]
    ahead = _DONE_AHEAD.search(text, max(sentence.start, span.start - _REACH), span.start)
    return ahead[1] if ahead and ahead[1] not in _NOT_DONE else None


def spread(text: str, quantities: Sequence[Quantity], figures: Sequence[Figure], sentence: Span) -> list[Figure]:
    """The figures of a sentence, where those of one list share what is done ("seized 14 rifles and 40 knives")."""
    whole = list(figures)
    first = 0
    for index in range(len(quantities)):
        if index + 1 < len(quantities) and _goes_on(text, quantities[index], quantities[index + 1]):
            continue
        if index > first:
            deeds = [_deed(text, one, sentence) for one in quantities[first : index + 1]]
            done = deeds[0] or deeds[-1]
            for place, own in enumerate(deeds, start=first):
                measure = figures[place].measure
                if own is None and done and measure and not adjoining.governing(text, quantities[place].span, sentence):
                    whole[place] = replace(figures[place], measure=f"{measure} {done}")
        first = index + 1
    return whole


def _goes_on(text: str, one: Quantity, other: Quantity) -> bool:
    """Whether two counts are items of one list."""
    if one.noun is None or other.noun is None or "share" in (one.unit, other.unit):
        return False
    end = max(one.span.end, one.noun.end)
    return other.noun != one.noun and _LISTED.fullmatch(text, end, other.span.start) is not None


def _counted(text: str, noun: Span, limit: int) -> str:
    """What a count counts: its noun phrase, with the phrase behind it that narrows it."""
    if more := _FURTHER.match(text, noun.start, noun.end):
        noun = Span(more.end(), noun.end)
    tail = _TAIL.match(text, noun.end, limit)
    if tail is None:
        return noun.of(text)
    end, words = tail.end() - 1, 0
    while words < _TAIL_WORDS and (word := WORD.match(text, end, limit)):
        if word[1].lower() in _TAIL_ENDS or (word[1][0].isupper() and not words):
            break
        end, words = word.end(), words + (word[1].lower() not in ARTICLES)
    closed = end >= limit or text[end] in '.,;:)\n"”’' or _CLOSING.match(text, end) is not None
    return text[noun.start : end] if words and closed else noun.of(text)
