"""Races and polls: the place of the vote that a paragraph speaks of, and the days on which a poll was taken."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.figures.landmarks import Landmarks
from ingest.figures.periods import find as periods_in
from ingest.figures.places import is_of_everywhere
from ingest.figures.spans import vicinity
from ingest.figures.timing import POLL
from ingest.figures.units import POINTS, SHARES
from kg.model import Figure, Span

_VOTE = (
    r"(?:primar(?:y|ies)|caucus(?:es|goers)?|elections?|runoff|races?|polls?|surveys?|voters?|electorate|contests?|"
    r"ballot|vote)"
)
_BEFORE = re.compile(
    rf"\b{_VOTE}[ \u00a0](?:in|of|across|for|from)[ \u00a0](?:the[ \u00a0])?(?:[a-z]+[ \u00a0]of[ \u00a0])?\Z"
)
_BEHIND = re.compile(rf"(?:[’']s)?[ \u00a0](?:[\w-]+[ \u00a0]){{0,2}}{_VOTE}\b")
_VOTING = re.compile(
    rf"\b(?:{_VOTE}|leads?|led|leading|trail\w*|ahead|behind|support|wins?|won|favou?r\w*|undecided)\b"
)
_TAKEN = re.compile(
    r"\b(?:conducted|taken|fielded|carried out|surveyed|interviewed|polled|questioned)\b(?=[^.\n]{0,160}\d)"
)
_BACK = 3
"""Sentences of a paragraph in which a race may have been named before a number."""
_NEAR = 400
"""Characters around a number that are looked at."""
_DAY = len("2025-03-10")


def placed(document: Document, figures: Sequence[Figure], named: Landmarks) -> list[Figure]:
    """The figures; shares of voters that have no place get that of the only race their paragraph has just named."""
    sentences = document.sentences
    starts = [sentence.span.start for sentence in sentences]
    found: list[Figure] = []
    for figure in figures:
        if figure.place is None and figure.unit in (*SHARES, *POINTS):
            index = max(0, bisect_right(starts, figure.span.start) - 1)
            own = sentences[index]
            first = index
            while first and index - first < _BACK and sentences[first - 1].paragraph == own.paragraph:
                first -= 1
            words = vicinity(figure.span, own.span, _NEAR).of(document.text)
            if _VOTING.search(words) and not is_of_everywhere(words):
                within = Span(sentences[first].span.start, figure.span.start)
                figure = replace(figure, place=_race(document.text, within, named))
        found.append(figure)
    return found


def _race(text: str, within: Span, named: Landmarks) -> str | None:
    """The only place whose vote or voters some words speak of; none where they name another place, too."""
    here = [(place, name) for place, name in named.near(within) if within.contains(place)]
    voting = {
        name
        for place, name in here
        if _BEFORE.search(text, max(within.start, place.start - 40), place.start)
        or _BEHIND.match(text, place.end, within.end)
    }
    return voting.pop() if len(voting) == 1 and len({name for _, name in here}) == 1 else None


def dated(document: Document, figures: Sequence[Figure], today: str | None) -> list[Figure]:
    """The figures; those of the article's only poll get the days on which it was taken, where a sentence tells them."""
    documents = {figure.document for figure in figures if figure.document is not None and figure.unit in SHARES}
    if len(documents) != 1:
        return list(figures)
    days = set()
    for sentence in document.sentences:
        span = sentence.span
        words = span.of(document.text)
        if _TAKEN.search(words) and POLL.search(words):
            days |= {one.iso for one in periods_in(document.text, span.start, span.end, today) if len(one.iso) >= _DAY}
    if len(days) != 1:
        return list(figures)
    (taken,) = days
    return [
        replace(one, period=taken)
        if one.period is None and one.document in documents and one.unit in SHARES and one.change is None
        else one
        for one in figures
    ]
