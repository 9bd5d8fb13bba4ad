"""What each claim is about, and what it cites: documents and whoever is pointed to, in its words or beside them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.speakers.citing import pointed
from ingest.words import Words
from kg.model import Claim, Mention, Referent, Span

_NEAR = 600
"""Characters from a cue within which a sentence is looked through for what is cited."""
_DETERMINER = 6
"""Characters before a noun phrase, at most: "these "."""


def link(
    document: Document,
    words: Words,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
) -> tuple[tuple[Claim, ...], tuple[Referent, ...], tuple[Mention, ...]]:
    """The claims with ``about`` and ``cites``, and the referents and mentions with those of unnamed evidence.

    A claim cites what its own words point to, and what stands beside them in its sentence, where no other claim stands
    nearer. A claim whose speaker's words name evidence ("official data show") has that evidence as its speaker.
    """
    referents, mentions, cited = pointed(words, referents, mentions)
    starts = [mention.span.start for mention in mentions]
    claims = [_spoken_by_evidence(claim, referents, mentions, starts) for claim in claims]
    beside = _beside(document, claims, referents, [m for m in mentions if _is_cited(m, referents, cited)])
    linked = []
    for number, claim in enumerate(claims):
        within = [mention for part in claim.parts for mention in _inside(part, mentions, starts)]
        about = dict.fromkeys(
            mention.referent
            for mention in within
            if mention.referent != claim.speaker
            and (referents[mention.referent].named or referents[mention.referent].type == "policy")
        )
        pointed_to = [mention.referent for mention in within if _is_cited(mention, referents, cited)]
        cites = dict.fromkeys([*_own(claim, referents), *pointed_to, *beside[number]])
        linked.append(replace(claim, about=tuple(about), cites=tuple(cites)))
    return tuple(linked), referents, mentions


def _own(claim: Claim, referents: Sequence[Referent]) -> list[int]:
    """The speaker, where that is a document."""
    return [claim.speaker] if claim.speaker is not None and referents[claim.speaker].type == "document" else []


def _is_cited(mention: Mention, referents: Sequence[Referent], cited: frozenset[Span]) -> bool:
    return mention.span in cited or referents[mention.referent].type == "document"


def _spoken_by_evidence(
    claim: Claim, referents: Sequence[Referent], mentions: Sequence[Mention], starts: Sequence[int]
) -> Claim:
    """The claim with the document that its speaker's words describe, where they describe nobody else."""
    if claim.speaker is not None or claim.speaker_span is None:
        return claim
    told = _inside(claim.speaker_span, mentions, starts)
    documents = [m for m in told if referents[m.referent].type == "document" and not referents[m.referent].named]
    if not documents or documents[0].span.start - claim.speaker_span.start > _DETERMINER:
        return claim
    return replace(claim, speaker=documents[0].referent, speaker_reason="words for evidence")


def _inside(span: Span, mentions: Sequence[Mention], starts: Sequence[int]) -> list[Mention]:
    """The mentions that lie within a span."""
    first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
    return [mention for mention in mentions[first:last] if mention.span.end <= span.end]


def _beside(
    document: Document, claims: Sequence[Claim], referents: Sequence[Referent], cited: Sequence[Mention]
) -> dict[int, list[int]]:
    """For each claim the referents that are cited beside its words, in its sentence: where it says who speaks."""
    starts = [mention.span.start for mention in cited]
    sentences = [sentence.span.start for sentence in document.sentences]
    spoken = [number for number, claim in enumerate(claims) if claim.mode != "narration" and claim.cue_span]
    takers: dict[Span, list[int]] = defaultdict(list)
    by_span = {mention.span: mention for mention in cited}
    for number in spoken:
        for stretch in _saying(document, claims, number, sentences):
            for mention in _inside(stretch, cited, starts):
                takers[mention.span].append(number)
    found: dict[int, list[int]] = defaultdict(list)
    for span in sorted(takers):
        nearest = min(takers[span], key=lambda number: (_distance(claims[number], span), number))
        for number in takers[span]:
            is_nearest = _distance(claims[number], span) == _distance(claims[nearest], span)
            is_same = claims[number].speaker is not None and claims[number].speaker == claims[nearest].speaker
            if (is_nearest or is_same) and not _names_speaker(claims[number], by_span[span], referents):
                found[number].append(by_span[span].referent)
    return found


def _names_speaker(claim: Claim, mention: Mention, referents: Sequence[Referent]) -> bool:
    """Whether a mention lies in the words for a speaker that is a document, or for one who is cited elsewhere."""
    if claim.speaker_span is None or not claim.speaker_span.contains(mention.span):
        return False
    return mention.referent == claim.speaker or bool(_own(claim, referents))


def _distance(claim: Claim, span: Span) -> int:
    """Characters between a span and the nearest of a claim's words, cue and speaker.

    Those before the span are taken for half as far: what is cited mostly follows what it is cited for.
    """
    own = [*claim.parts, *(one for one in (claim.cue_span, claim.speaker_span) if one is not None)]
    return min(max(0, (span.start - one.end) // 2, one.start - span.end) for one in own)


def _saying(document: Document, claims: Sequence[Claim], number: int, starts: Sequence[int]) -> Iterator[Span]:
    """The stretches of a claim's sentence that say who says it: what is not said itself, nor by another beside it."""
    claim = claims[number]
    cue = claim.cue_span
    if cue is None or not starts:
        return
    sentence = document.sentences[max(0, bisect_right(starts, cue.start) - 1)].span
    sentence = Span(max(sentence.start, cue.start - _NEAR), min(sentence.end, cue.end + _NEAR))
    said = [
        part
        for other in claims[max(0, number - 12) : number + 12]
        if other.mode != "narration"
        for part in other.parts
        if part.overlaps(sentence) and not part.contains(cue)
    ]
    place = sentence.start
    for part in sorted(said):
        if part.start > place:
            yield Span(place, part.start)
        place = max(place, part.end)
    if sentence.end > place:
        yield Span(place, sentence.end)
