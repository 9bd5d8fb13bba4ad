"""What a sum of money is: what it is in or for, what costs it, what is done with it."""

from __future__ import annotations

import re

from ingest.figures import adjoining, answers, measuring_nouns, populations, subjects
from ingest.figures.hedges import Quantity
from ingest.figures.holders import DEALING
from ingest.figures.nouns import STOP
from ingest.lexicon.words import listed
from kg.model import Span

_REACH = 90
PAYING = DEALING | listed(
    """
    cost costs costing owing saving lends borrows worth valued collecting charging committing pledging award awarded
    grant granted buying selling fined seized stole stolen
    """
)
"""Verbs that tell what becomes of a sum; it is named by the verb as the text has it."""
_HAVING = listed("has had have")
_PAID_RIGHT = re.compile(
    rf"\b(?:{'|'.join(PAYING)})[ \u00a0](?:(?:about|nearly|some|roughly|only|just|up|to|a|an|as|much|more|less|than|"
    r"total|of|combined|over|at|least|another|almost|him|her|us|you|them|me|it)[ \u00a0])*\Z"
)
"""A verb of paying right before a sum."""
_THING = re.compile(r"\b([a-z]{3,})[ \u00a0]\Z")
_IN = re.compile(r"[ \u00a0](?:(?:worth of|of)[ \u00a0](?:(?:the|its|their|his|her)[ \u00a0])?|in[ \u00a0])")
_TWO_KINDS = re.compile(
    r"(?!(?:the|an?|its|their|his|her)\b)(?:[a-z]+[ \u00a0])?"
    r"[A-Za-z]+(?:,[ \u00a0][a-z]+)*,?[ \u00a0](?:and|or)[ \u00a0][a-z]+[ \u00a0][a-z]+(?:ing|ment|s)\b"
)
"""A noun that two others narrow ("rail and road spending")."""
_NO_SUM = listed("total all part return addition exchange advance turn")
_DOING = re.compile(r",[ \u00a0]([a-z]{3,}ing)[ \u00a0]")
_NOT_DOING = frozenset(("including", "totaling", "totalling", "according", "reaching", "averaging", "exceeding"))
_DONE = re.compile(r"\b([a-z]{3,}(?:ed|ing))[\"”’']{0,2}[ \u00a0]\Z")
"""A verb right before a sum, also where a quotation ends with it."""
_LISTED = re.compile(r"\b(?:including|plus|with)[ \u00a0](?:(?:about|nearly|some|another|over)[ \u00a0])?\Z")
"""What stands before a part of a sum, which its purpose tells apart from the whole."""
_KEPT = re.compile(r"[ \u00a0]((?:left[ \u00a0])?(?:in the bank|on hand|in reserve|in hand))\b")
"""Words behind a sum that somebody still has."""
_LEVELS = re.compile(
    r"\b(?:to|at|from|reach(?:es|ed)|hit|number(?:s|ed)?|total(?:s|ed)|exceed(?:s|ed)?|peaked at)[ \u00a0]\Z"
)


def measured(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """What a sum or a bare number measures."""
    span = quantity.span
    kept = _KEPT.match(text, span.end, sentence.end) if quantity.unit else None
    return (
        (kept[1] if kept else None)
        or _sum_of(text, span.end, sentence.end)
        or (adjoining.determined(text, span, sentence) if quantity.unit else None)
        or measuring_nouns.behind(text, span.end, sentence.end)
        or (adjoining.plural(text, span.end, sentence.end) if quantity.unit else None)
        or adjoining.governing(text, span, sentence)
        or (answers.related(text, span.end, sentence.end) if quantity.unit else None)
        or (adjoining.towards(text, span.end, sentence.end) if _LISTED.search(text, clause.start, span.start) else None)
        or (_paid(text, quantity, sentence) if _PAID_RIGHT.search(text, clause.start, span.start) else None)
        or (answers.passive(text, span.end, sentence.end) if quantity.unit else None)
        or measuring_nouns.before(text, span.start, sentence.start)
        or _paid(text, quantity, sentence)
        or _spent(text, quantity, sentence, clause)
        or (measuring_nouns.number_of(text, span.start, sentence.start) if quantity.unit is None else None)
    )


def _paid(text: str, quantity: Quantity, sentence: Span) -> str | None:
    """What a sum is, by the verb before it, and on or for what ("raised $2 million for buoys")."""
    window = text[max(sentence.start, quantity.span.start - _REACH // 2) : quantity.span.start]
    verbs = [match for match in re.finditer(r"[a-z]+", window) if match[0] in PAYING | _HAVING]
    if not verbs or verbs[-1][0] in _HAVING:
        return None
    nearer = [match[1] for match in _DOING.finditer(window, verbs[-1].end()) if match[1] not in _NOT_DOING]
    named = nearer[-1] if nearer else verbs[-1][0]
    thing = _THING.search(window, 0, verbs[-1].start()) if named == "worth" else None
    named = f"{thing[1]} worth" if thing and thing[1] not in STOP else named
    purpose = adjoining.towards(text, quantity.span.end, sentence.end)
    return f"{named} {purpose}" if purpose else named


def _sum_of(text: str, position: int, limit: int) -> str | None:
    """What a sum is in or for ("in aid")."""
    opening = _IN.match(text, position, limit)
    if opening is None:
        return None
    if two := _TWO_KINDS.match(text, opening.end(), limit):
        return two[0]
    named = populations.group(text, opening.end(), limit)
    group = named.of(text) if named else None
    return group if group and group not in _NO_SUM and (group[0].islower() or " " in group) else None


def _spent(text: str, quantity: Quantity, sentence: Span, clause: Span) -> str | None:
    """The subject and verb before a sum, else what the sentence is about; none where they are no clause."""
    words = subjects.before(text, clause, quantity.span.start)
    if words is None or words.endswith("ing"):
        done = _DONE.search(text, clause.start, quantity.span.start)
        words = (done[1] if done and done[1] not in _NOT_DOING else None) or subjects.subject(
            text, sentence, clause, quantity.span.start
        )
    if quantity.unit is None:
        return words if _LEVELS.search(text, clause.start, quantity.span.start) else None
    purpose = adjoining.towards(text, quantity.span.end, sentence.end)
    return " ".join(filter(None, (words, purpose))) or None
