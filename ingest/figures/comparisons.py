"""Comparisons without a number: one place's or body's measure is like another's, higher, or lower."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.document import Document
from ingest.figures.spans import distance
from ingest.lexicon.words import listed
from kg.model import Claim, Figure, Mention, Referent, Relation, Span

_PREDICATES = {"like": "similarTo", "up": "higherThan", "down": "lowerThan"}
_FAR = r"(?:well|far|just|slightly|still|much|considerably)"
_CUE = re.compile(
    (
        r"\b(?:(?P<like>(?:similar|comparable|equal|identical|close) to|(?:about )?the same as|on a par with|"
        r"in line with|as (?:high|low|much|many) as)"
        rf"|(?P<up>{_FAR} above|(?:higher|greater|larger|bigger|more) than|"
        r"twice (?:as (?:many|much|high) as|the (?:[a-z]+ ){1,2}of|that of)|"
        r"exceeds|exceeded|surpasses|surpassed|outnumbers|outpaces|outpaced)"
        rf"|(?P<down>{_FAR} below|(?:lower|smaller|less|fewer) than|half (?:as (?:many|much|high) as|that of)))"
        r"(?: (?:that|those|the (?:[a-z]+ )?(?:rate|level|figure|average|number|share)s?))?(?: (?:of|in|for|at))?"
        r" (?:the |neighbou?ring )?\Z"
    ).replace(" ", r"[ \u00a0]")
)
_LAST_WORDS = listed(
    """
    to as with above below than of in for at the neighbouring neighboring exceeds exceeded surpasses surpassed
    outnumbers outpaces outpaced
    """
)
"""The word right before what something is compared with; other names are not looked at."""
_CORES = listed(
    """
    than similar comparable equal identical close same par line as above below twice half exceeds exceeded surpasses
    surpassed outnumbers outpaces outpaced
    """
)
"""One of these is among the last words before what something is compared with."""
_WORDS = 7
_LONGEST = 60
_MEASURE = re.compile(
    (
        r"\b((?:[a-z]+ ){0,2}(?:rates?|levels?|prices?|taxes|tax|wages?|incomes?|growth|unemployment|inflation|"
        r"spending|debt|turnout|population|poverty|emissions|output|mortality|crime|homicides?|deaths|costs?|exports|"
        r"imports|share|number of [a-z]+(?: [a-z]+)?|ratio|index|deficit|productivity|support|approval))\b"
    ).replace(" ", r"[ \u00a0]"),
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"\A(?:(?:the|a|an|its|their|his|her|this|that|of|in|with|had|has|and|whose|is|was)[ \u00a0])+", re.IGNORECASE
)
_COMPARABLE = ("place", "organisation")
_REACH = 160


def find(
    document: Document,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
) -> tuple[Relation, ...]:
    """The comparisons of an article in text order; the subject is the place of the figure or clause compared.

    A comparison with another time ("higher than in 2014") or with somebody's wish is none.
    """
    text = document.text
    comparable = {who for who, one in enumerate(referents) if one.named and one.type in _COMPARABLE}
    compared = sorted(
        ((mention.span, mention.referent) for mention in mentions if mention.referent in comparable),
        key=lambda entry: entry[0].start,
    )
    starts = [span.start for span, _ in compared]
    sentences = [sentence.span.start for sentence in document.sentences]
    names = {referents[who].name: who for _, who in compared}
    found = []
    for span, target in compared:
        ahead = text[max(0, span.start - _LONGEST) : span.start]
        words = ahead.split()[-_WORDS:]
        if not words or words[-1] not in _LAST_WORDS or _CORES.isdisjoint(words):
            continue
        if (cue := _CUE.search(ahead)) is None:
            continue
        whole = Span(span.start - len(ahead) + cue.start(), span.end)
        sentence = document.sentences[bisect_right(sentences, span.start) - 1].span
        stated = _figure_before(text, figures, sentence, whole.start)
        subject = names.get(stated.place) if stated and stated.place else None
        if subject is None:
            before = compared[bisect_left(starts, sentence.start) : bisect_right(starts, whole.start - 1)]
            subject = _subject(text, before, whole.start)
        measure = (stated.measure if stated else None) or _measure(text, sentence.start, whole.start)
        if subject is None or subject == target or measure is None:
            continue
        predicate = _PREDICATES[cue.lastgroup or "like"]
        found.append(Relation(subject, predicate, target, whole, None, _claim(claims, whole), measure))
    return tuple(found)


def _figure_before(text: str, figures: Sequence[Figure], sentence: Span, position: int) -> Figure | None:
    """The figure that the comparison goes on with ("6 per 100,000, similar to that of"), if one stands near before."""
    near = [
        figure
        for figure in figures
        if sentence.start <= figure.span.start and figure.span.end <= position and figure.measure is not None
    ]
    if not near or re.search(r"[.;:“”\"]", text[near[-1].span.end : position]):
        return None
    return near[-1] if position - near[-1].span.end <= _REACH // 2 else None


def _subject(text: str, before: Sequence[tuple[Span, int]], position: int) -> int | None:
    """The only place or body that the sentence names before the comparison, or the nearest that owns or holds it."""
    near = [(span, who) for span, who in before if position - span.end <= _REACH]
    if len({who for _, who in near}) == 1:
        return near[0][1]
    owning = [
        (distance(span, Span(position, position)), who)
        for span, who in near
        if text[span.end : span.end + 2] in ("’s", "'s")
    ]
    return min(owning)[1] if owning else None


def _measure(text: str, floor: int, position: int) -> str | None:
    """What is compared: the measuring noun nearest before the cue."""
    named = list(_MEASURE.finditer(text, max(floor, position - _REACH), position))
    return _ARTICLES.sub("", named[-1][1]) if named else None


def _claim(claims: Sequence[Claim], span: Span) -> int | None:
    """The innermost claim that the comparison stands in, attributed before narrated."""
    holding = [
        (claim.mode == "narration", part.end - part.start, index)
        for index, claim in enumerate(claims)
        for part in claim.parts
        if part.contains(span)
    ]
    return min(holding)[2] if holding else None
