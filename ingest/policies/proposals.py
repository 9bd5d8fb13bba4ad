"""Where a text takes a side: the cue, the policies that stand behind it, and where to look for whose side it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Document
from ingest.policies import cues
from ingest.policies.cues import Cue, Side, Stance
from ingest.policies.objects import actions, gerund, is_measure, things
from ingest.policies.phrases import phrase_at
from kg.model import Span

_TO = re.compile(r"to[ \u00a0]+(?=[a-z])")
_CLAUSE = re.compile(r"(?:that[ \u00a0]+)?(?:[\w’'-]+[ \u00a0]+){1,6}?(?:would|will|should)[ \u00a0]+(?=[a-z])")
_WILL = re.compile(
    r"\b(?:I|[Ww]e)(?:[ \u00a0](?:will|would|shall|want[ \u00a0]to|are[ \u00a0]going[ \u00a0]to|plan[ \u00a0]to)|[’']ll|"
    r"[’']re[ \u00a0]going[ \u00a0]to|[’']m[ \u00a0]going[ \u00a0]to)[ \u00a0]+(?:also[ \u00a0]+)?(?=[a-z])"
)
_DUTY = re.compile(
    r"\b(?:should|must|ought[ \u00a0]to|needs?[ \u00a0]to|ha(?:ve|s)[ \u00a0]to|(?:got|time)[ \u00a0]to)[ \u00a0]+(?=[a-z])"
)
_MUST_NOT = re.compile(r"\b(?:should|must)[ \u00a0]not[ \u00a0]+(?=[a-z])")
_BOUNDARY = re.compile(r"[,;:—–“”\"()\n]|\b(?:that|but|and|while|if|when|because|says?|said|which|who)[ \u00a0]")
_AND = re.compile(r"[ \u00a0]and[ \u00a0]")
_END_TO = re.compile(r"an?[ \u00a0]end[ \u00a0]to[ \u00a0]+(?=\w)")
_REVERSED: dict[Stance | None, Stance] = {"proposes": "opposes", "promises": "opposes", "supports": "opposes"}
_LONGEST_SUBJECT = 90


@dataclass(frozen=True, slots=True)
class Proposal:
    """Policies that a stance is taken on at a cue. ``stance`` is none where only the policies can be told."""

    policies: tuple[Span, ...]
    stance: Stance | None
    cue: Span
    side: Side


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
    for cue in cues.CUES:
        for match in cue.pattern.finditer(text, start, end):
            yield from _behind(text, match, cue, end)
    for match in cues.ADJECTIVE.finditer(text, start, end):
        stance: Stance = "promises" if match["word"] == "promised" else "proposes"
        yield from _one(things(text, match.end(), end, strict=True), stance, Span(*match.span("word")), "owner")
    for pattern, taken in ((cues.PROGRAMME, "proposes"), (cues.FLAGSHIP, "promises")):
        for match in pattern.finditer(text, start, end):
            spans = things(text, match.end(), end, strict=True)
            yield from _one(spans, taken, _trimmed(text, match), "owner")  # type: ignore[arg-type]
    for match in cues.WOULD.finditer(text, start, end):
        spans = actions(text, match.end(), end, strict=True)
        yield from _one(spans, "proposes", Span(*match.span("verb")), "subject")
    for match in cues.BILL.finditer(text, start, end):
        yield from _one(actions(text, match.end(), end), None, _trimmed(text, match), "subject")
    for match in cues.PASSIVE.finditer(text, start, end):
        span = before(text, match.start(), start, is_clause=match["be"] is not None)
        if span is not None:
            cue_span = Span(match.start("word"), match.end("by"))
            yield from _one([span], cues.PASSIVE_STANCES[match["word"]], cue_span, "agent")


def in_claim(text: str, start: int, end: int, *, is_proposal: bool) -> Iterator[Proposal]:
    """The proposals in a speaker's own words: "we will …", "the council should …".

    ``is_proposal`` says that the whole is one, so that it may begin with the measure ("to ban whaling").
    """
    if is_proposal:
        opening = _TO.match(text, start, end)
        begin = opening.end() if opening else start
        spans = actions(text, begin, end) or [span for span in (gerund(text, begin, end),) if span]
        yield from _one(spans, None, Span(start, start), "subject")
    for pattern, stance in ((_WILL, "promises"), (_DUTY, "proposes"), (_MUST_NOT, "opposes")):
        for match in pattern.finditer(text, start, end):
            spans = actions(text, match.end(), end, strict=True)
            yield from _one(spans, stance, _trimmed(text, match), "subject")  # type: ignore[arg-type]


def _behind(text: str, match: re.Match[str], cue: Cue, end: int) -> Iterator[Proposal]:
    """The proposals whose policies stand behind a cue."""
    place, span = match.end(), _trimmed(text, match)
    if "infinitive" in cue.objects:
        is_there = text[:place].endswith(("to ", "to\u00a0")) and match[0].rstrip().endswith(" to")
        opening = None if is_there else _TO.match(text, place, end)
        if is_there or opening:
            yield from _one(actions(text, opening.end() if opening else place, end), cue.stance, span, cue.side)
            return
    if "clause" in cue.objects and (clause := _CLAUSE.match(text, place, end)):
        yield from _one(actions(text, clause.end(), end), cue.stance, span, cue.side)
        return
    if not cue.objects & {"thing", "measure"}:
        return
    ending = _END_TO.match(text, place, end)
    if ending and cue.stance in _REVERSED:
        yield from _one(things(text, ending.end(), end, strict=False), _REVERSED[cue.stance], span, cue.side)
        return
    found = things(text, place, end, strict="thing" not in cue.objects)
    yield from _one(found, cue.stance, span, cue.side)
    joint = _AND.match(text, found[-1].end, end) if found else None
    ending = _END_TO.match(text, joint.end(), end) if joint else None
    if ending and cue.stance in _REVERSED:
        yield from _one(things(text, ending.end(), end, strict=False), _REVERSED[cue.stance], span, cue.side)


def before(text: str, end: int, floor: int, *, is_clause: bool) -> Span | None:
    """The noun phrase or gerund that names a measure and ends at ``end``, from the last boundary before it on."""
    begin = max(floor, end - _LONGEST_SUBJECT)
    boundaries = list(_BOUNDARY.finditer(text, begin, end))
    start = boundaries[-1].end() if boundaries else begin
    if start == begin > floor:
        return None
    while text[start : start + 1].isspace():
        start += 1
    span = gerund(text, start, end) or phrase_at(text, start, end, clause=False)
    if span is None or text[span.end : end].strip() or (not is_clause and span.start > start + 4):
        return None
    is_action = gerund(text, start, end) is not None
    return span if is_action or is_measure(text, span, strict=True) else None


def _one(spans: list[Span], stance: Stance | None, cue: Span, side: Side) -> Iterator[Proposal]:
    if spans:
        yield Proposal(tuple(spans), stance, cue, side)


def _trimmed(text: str, match: re.Match[str]) -> Span:
    return Span(match.start(), match.start() + len(match[0].rstrip()))
