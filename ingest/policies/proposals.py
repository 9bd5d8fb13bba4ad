"""Where a text takes a side: the cue, the policies that stand behind it, and where to look for whose side it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies import cues
from ingest.policies.cues import DENIED, Cue, Side, Stance
from ingest.policies.measures import ADOPTING, CARRIERS, NOUNS
from ingest.policies.naming import ENDED, stem
from ingest.policies.nouns import is_measure
from ingest.policies.objects import actions, gerund, things
from kg.model import Span

_WORD = re.compile(r"[a-z]+")
_TO = re.compile(r"to[ \u00a0]+(?=[a-z])")
_CLAUSE = re.compile(r"(?:that[ \u00a0]+)?(?:[\w’'-]+[ \u00a0]+){1,6}?(?:would|will|should)[ \u00a0]+(?=[a-z])")
_WILL = re.compile(
    r"\b(?:I|[Ww]e)(?:[ \u00a0](?:will|would|shall|want[ \u00a0]to|are[ \u00a0]going[ \u00a0]to|"
    r"plan[ \u00a0]to)|[’']ll|"
    r"[’']re[ \u00a0]going[ \u00a0]to|[’']m[ \u00a0]going[ \u00a0]to)[ \u00a0]+(?:also[ \u00a0]+)?(?=[a-z])"
)
_DUTY = re.compile(
    r"\b(?:should|must|ought[ \u00a0]to|needs?[ \u00a0]to|"
    r"ha(?:ve|s)[ \u00a0]to|(?:got|time)[ \u00a0]to)[ \u00a0]+(?=[a-z])"
)
_MUST_NOT = re.compile(r"\b(?:should|must)[ \u00a0]not[ \u00a0]+(?=[a-z])")
_BOUNDARY = re.compile(r"[,;:—–“”\"()\n]|\b(?:that|but|and|while|if|when|because|says?|said|which|who)[ \u00a0]")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
_REST = re.compile(r"[ \u00a0”\"’']*(?:[ ]and[ ][\w‑-]+)?[ \u00a0”\"’']*")
_END_TO = re.compile(r"an?[ \u00a0]end[ \u00a0]to[ \u00a0]+(?=\w)")
_POINTED = re.compile(
    r"(?:\b(?:[Tt]h(?:e|is|at|ese|ose)|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|['’]s)[ \u00a0](?P<noun>[a-z]+)"
    r"(?![ \u00a0](?:to|of|for|on|that|against|in)\b|[’'-]|[a-z])"
)
POINTING_NOUNS = (CARRIERS & NOUNS) | listed(
    "proposal proposals plan plans policy policies deal ban tax charge regulations"
)
"""Nouns that may point to a policy that is named elsewhere."""
_VERB_OBJECT = re.compile(
    r"(?P<verb>[A-Za-z]+)[ \u00a0](?:(?P<known>(?:the|this|these|those|that|his|her|their|its|any|all)[ \u00a0]|"
    r"(?:[A-Z][\w.-]*[ ]){0,2}[A-Z][\w.-]*['’]s[ \u00a0])|an?[ \u00a0])?(?=\w)"
)
_IT = re.compile(r"it\b(?![ ](?:is|was|would|will|has|should|comes|came|to)\b)")
_VERB_IT = re.compile(r"(?:[a-z]+ly[ ])?(?P<verb>[a-z]+)[ \u00a0](?P<it>it)\b")
_ADOPTED = frozenset(map(stem, ADOPTING))
_LONGEST_SUBJECT = 120


@dataclass(frozen=True, slots=True)
class Proposal:
    """Policies that a stance is taken on at a cue. ``stance`` is none where only the policies can be told.

    ``is_pointing`` says that the words only point to a policy that is named elsewhere ("the plan"), ``is_ended`` that
    the stance is on doing away with them.
    """

    policies: tuple[Span, ...]
    stance: Stance | None
    cue: Span
    side: Side
    is_pointing: bool = False
    is_ended: bool = False


@lru_cache(maxsize=1)
def proposals(document: Document) -> tuple[Proposal, ...]:
    """All proposals of a document's sentences, in text order; those of the last document asked for are kept."""
    found = [
        proposal
        for sentence in document.sentences
        if document.paragraphs[sentence.paragraph].kind != "boilerplate"
        for proposal in in_sentence(document.text, sentence.span.start, sentence.span.end)
    ]
    return tuple(sorted(found, key=lambda proposal: (proposal.cue, proposal.policies)))


def in_sentence(text: str, start: int, end: int) -> Iterator[Proposal]:
    """The proposals in the sentence ``text[start:end]``."""
    for word in _WORD.finditer(text, start, end):
        for cue in cues.BY_OPENING.get(word[0], ()):
            if (found := cue.pattern.match(text, word.start(), end)) is not None:
                yield from _behind(text, found, cue, end)
    for match in cues.ADJECTIVE.finditer(text, start, end):
        stance: Stance = "promises" if match["word"] == "promised" else "proposes"
        yield from _one(text, things(text, match.end(), end, strict=True), stance, Span(*match.span("word")), "owner")
    for pattern, taken in ((cues.PROGRAMME, "proposes"), (cues.FLAGSHIP, "promises"), (cues.CORE, None)):
        for match in pattern.finditer(text, start, end):
            opening = _TO.match(text, match.end(), end)
            spans = actions(text, opening.end(), end) if opening else things(text, match.end(), end, strict=True)
            yield from _one(text, spans, taken, trimmed(match), "owner")  # type: ignore[arg-type]
    for match in cues.WOULD.finditer(text, start, end):
        spans = actions(text, match.end(), end, strict=True)
        yield from _one(text, spans, "proposes", Span(*match.span("verb")), "subject")
    for match in cues.BILL.finditer(text, start, end):
        yield from _one(text, actions(text, match.end(), end), None, trimmed(match), "subject")
    for match in cues.NAMED.finditer(text, start, end):
        yield Proposal((Span(*match.span("name")),), "supports", Span(*match.span()), "owner")
    for match in cues.PASSIVE.finditer(text, start, end):
        spans = before(text, match.start(), start, is_clause=match["be"] is not None)
        pointed = [] if spans else _pointed_before(text, match.start(), start)
        cue_span, stance = Span(match.start("word"), match.end("by")), cues.PASSIVE_STANCES[match["word"]]
        yield from _one(text, spans or pointed, stance, cue_span, "agent", is_pointing=bool(pointed))


def in_claim(text: str, start: int, end: int, *, is_proposal: bool) -> Iterator[Proposal]:
    """The proposals in a speaker's own words: "we will …", "the council should …".

    ``is_proposal`` says that the whole is one, so that it may begin with the measure ("to ban whaling").
    """
    if is_proposal:
        opening = _TO.match(text, start, end)
        begin = opening.end() if opening else start
        spans = actions(text, begin, end) or [span for span in (gerund(text, begin, end),) if span]
        yield from _one(text, spans, None, Span(start, start), "subject")
    for pattern, stance in ((_WILL, "promises"), (_DUTY, "proposes"), (_MUST_NOT, "opposes")):
        for match in pattern.finditer(text, start, end):
            spans = actions(text, match.end(), end, strict=True)
            cue = trimmed(match)
            yield from _one(text, spans, stance, cue, "subject")  # type: ignore[arg-type]
            yield from _it(text, match.end(), end, stance, cue, "subject")  # type: ignore[arg-type]


def _behind(text: str, match: re.Match[str], cue: Cue, end: int) -> Iterator[Proposal]:
    """The proposals whose policies stand behind a cue."""
    place, span = match.end(), trimmed(match)
    if "infinitive" in cue.objects:
        is_there = match[0].rstrip().endswith(" to")
        opening = None if is_there else _TO.match(text, place, end)
        if is_there or opening:
            start = opening.end() if opening else place
            stance = cue.taken(match[0])
            yield from _one(text, actions(text, start, end), stance, span, cue.side)
            yield from _it(text, start, end, stance, span, cue.side)
            return
    if "clause" in cue.objects and (clause := _CLAUSE.match(text, place, end)):
        yield from _one(text, actions(text, clause.end(), end), cue.stance, span, cue.side)
        return
    if not cue.objects & {"thing", "measure"}:
        return
    ending = _END_TO.match(text, place, end)
    if ending and cue.stance in DENIED:
        yield from _one(text, things(text, ending.end(), end, strict=False), DENIED[cue.stance], span, cue.side)
        return
    found = things(text, place, end, strict="thing" not in cue.objects)
    pointed = [] if found else _pointed_at(text, place, end)
    yield from _one(text, found or pointed, cue.stance, span, cue.side, is_pointing=bool(pointed))
    joint = _AND.match(text, found[-1].end, end) if found else None
    ending = _END_TO.match(text, joint.end(), end) if joint else None
    if ending and cue.stance in DENIED:
        yield from _one(text, things(text, ending.end(), end, strict=False), DENIED[cue.stance], span, cue.side)


def before(text: str, end: int, floor: int, *, is_clause: bool) -> list[Span]:
    """The measures that stand as a subject and end at ``end``: from the first boundary before it that lets them."""
    begin = max(floor, end - _LONGEST_SUBJECT)
    starts = [match.end() for match in _BOUNDARY.finditer(text, begin, end)]
    for start in [*([begin] if begin == floor else []), *starts]:
        while text[start : start + 1].isspace():
            start += 1
        spans = things(text, start, end, strict=True)
        if spans and _REST.fullmatch(text, spans[-1].end, end) and (is_clause or spans[0].start <= start + 4):
            return spans
    return []


def _pointed_at(text: str, start: int, end: int) -> list[Span]:
    """The noun at ``start`` that only points to a policy ("the plan")."""
    match = _POINTED.match(text, start, end)
    if match is None:
        match = _IT.match(text, start, end)
        return [Span(*match.span())] if match else []
    return [Span(*match.span("noun"))] if match["noun"] in POINTING_NOUNS else []


def _it(text: str, start: int, end: int, stance: Stance | None, cue: Span, side: Side) -> Iterator[Proposal]:
    """The proposal to do away with "it" or to adopt "it"."""
    match = _VERB_IT.match(text, start, end)
    verb = stem(match["verb"]) if match else ""
    if match and verb in ENDED | _ADOPTED:
        yield Proposal((Span(*match.span("it")),), stance, cue, side, is_pointing=True, is_ended=verb in ENDED)


def _pointed_before(text: str, end: int, floor: int) -> list[Span]:
    """The noun that ends at ``end`` and only points to a policy."""
    matches = list(_POINTED.finditer(text, max(floor, end - 40), end))
    is_last = bool(matches) and matches[-1].end("noun") == end and matches[-1]["noun"] in POINTING_NOUNS
    return [Span(*matches[-1].span("noun"))] if is_last else []


def heart(text: str, span: Span) -> tuple[Span, bool]:
    """The policy in a measure of a verb and its object, and whether the measure does away with it.

    Who wants to "scrap the fish tax" or "introduce a fish tax" speaks of the fish tax; to "end a long strike" is a
    policy of its own.
    """
    match = _VERB_OBJECT.match(text, span.start, span.end)
    verb = stem(match["verb"]) if match else ""
    is_ended = verb in ENDED and match is not None and match["known"] is not None
    if match is None or not (is_ended or verb in _ADOPTED):
        return span, False
    found = Span(match.end(), span.end)
    return (found, is_ended) if is_measure(text, found, strict=True) else (span, False)


def _one(
    text: str, spans: list[Span], stance: Stance | None, cue: Span, side: Side, *, is_pointing: bool = False
) -> Iterator[Proposal]:
    hearts = [(span, False) if is_pointing else heart(text, span) for span in spans]
    for is_ended in (False, True):
        policies = tuple(span for span, ends in hearts if ends == is_ended)
        if policies:
            yield Proposal(policies, stance, cue, side, is_pointing, is_ended)


def trimmed(match: re.Match[str]) -> Span:
    """The span of a match without the white space at its end."""
    return Span(match.start(), match.start() + len(match[0].rstrip()))
