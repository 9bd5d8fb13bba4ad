"""Which phrases of an article name policies: all candidates weighed, and of those that overlap the likeliest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.policies.candidates import Candidate, candidates, read
from ingest.policies.features import RULED, context, features
from ingest.policies.judgements import judged
from ingest.policies.proposals import heart, in_claim, proposals
from ingest.policies.scoring import Scorer
from ingest.tagger.hints import Hints
from kg.model import Claim, Mention, Referent, Span

PROPOSING = frozenset(("proposal", "promise", "recommendation"))
"""The types of claims whose own words are a proposal."""

_PURPOSE = re.compile(r"(?:(?![ ]and[ ])[^.;:,“”\"]){0,40}[ \u00a0]to[ \u00a0]")
_NAMING = frozenset(("is=person", "is=organisation", "is=place"))
"""Features of what is somebody's name, or a place's."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its features, and what the encoder sees in it."""

    candidate: Candidate
    features: tuple[str, ...]
    hint: float = 0.0


def chosen(text: str, of: Sequence[Weighed], scorer: Scorer) -> list[Span]:
    """The spans that name policies, in text order.

    What rules cut out comes first: they are seldom wrong. Who scraps or introduces a tax speaks of the tax, so that it
    is the policy, and a side is taken on that.
    """
    scored = ((scorer.score(one.features, one.hint), one.candidate.span, RULED in one.features) for one in of)
    likely = [one for one in scored if one[2] or one[0] >= scorer.threshold]
    kept: list[Span] = []
    for _, span, _ in sorted(likely, key=_order):
        place = bisect_left(kept, span)
        if not any(span.overlaps(other) for other in kept[max(0, place - 1) : place + 1]):
            kept.insert(place, span)
    sure = {one.candidate.span for one in of if RULED in one.features}
    named = [
        span
        for number, span in enumerate(kept)
        if span in sure or not number or not _is_for(text, kept[number - 1], span)
    ]
    return [heart(text, span)[0] for span in named]


def _is_for(text: str, one: Span, other: Span) -> bool:
    """Whether one phrase only says what the one before it is for ("a fee on boats to *clean the harbours*")."""
    return _PURPOSE.fullmatch(text, one.end, other.start) is not None


def _order(one: tuple[float, Span, bool]) -> tuple[bool, float, Span]:
    """What rules cut out first, the longest before all, then the likeliest."""
    score, span, is_ruled = one
    return not is_ruled, float(span.start - span.end) if is_ruled else -score, span


def weighed(
    document: Document,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
    hints: Hints | None = None,
) -> list[Weighed]:
    """All candidates of an article with their features, those among them that only rules cut out."""
    ruled = dict[Span, str]()
    for span, why in _ruled(document, claims):
        ruled.setdefault(span, why)
    taken = [(mention.span, referents[mention.referent].type) for mention in mentions if mention.form != "pronoun"]
    about = context(document, claims, ruled.items(), taken)
    found = list(candidates(document))
    known = {candidate.span for candidate in found}
    found += [one for span in ruled if span not in known and (one := read(document, span)) is not None]
    seen = hints.of([one.span for one in found]) if hints else [0.0] * len(found)
    weighed = (Weighed(one, features(one, about), hint) for one, hint in zip(found, seen, strict=True))
    return [one for one in weighed if RULED in one.features or _NAMING.isdisjoint(one.features)]


def _ruled(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[Span, str]]:
    """What rules tell: by cues in sentences, at the heart of what is proposed, by what is judged; with the side."""
    for proposal in proposals(document):
        if not proposal.is_pointing:
            yield from ((span, proposal.stance or "told") for span in proposal.policies)
    for claim in claims:
        if claim.mode != "narration":
            for part in claim.parts:
                is_proposal = claim.type in PROPOSING and part == claim.parts[0]
                for proposal in in_claim(document.text, part.start, part.end, is_proposal=is_proposal):
                    if not proposal.is_pointing:
                        yield from ((span, proposal.stance or "claim") for span in proposal.policies)
    for judgement in judged(document, claims):
        yield from ((span, "judged") for span in judgement.policies)
