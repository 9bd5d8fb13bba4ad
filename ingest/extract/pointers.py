"""What is no claim but the evidence of one: "citing the case of Norway", "pointing to official data"."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.extract.noun_phrases import DETERMINERS, PREPOSITIONS, is_verb
from ingest.extract.tokens import Token, tokenise
from ingest.lexicon.evidence import CASE_NOUNS, EVIDENCE_NOUNS, POINTING, POINTING_PARTICIPLES, SOURCE_NOUNS
from kg.model import Claim, Span

_LONGEST = 14
_PARTICLE = 4
"""Characters behind a cue in which its particle stands, where it is not part of it: " to "."""


def without_pointers(text: str, claims: Sequence[Claim], sentences: Sequence[Span]) -> list[Claim]:
    """The claims without those whose words only name the evidence for another claim of the sentence, or for nothing.

    ``sentences`` are the spans of the claims' sentences, in the claims' order. What a speaker cites in a clause of its
    own ("she cited a report") stays.
    """
    pointing = [_points(text, claim) for claim in claims]
    told = {sentence for sentence, points in zip(sentences, pointing, strict=True) if not points}
    return [
        claim
        for claim, sentence, points in zip(claims, sentences, pointing, strict=True)
        if not points or (claim.speaker_span is not None and not (sentence in told and _is_evidence(text, claim)))
    ]


def _points(text: str, claim: Claim) -> bool:
    """Whether a claim's cue is a participle that points to evidence ("pointing to", and not "pointing out")."""
    if claim.cue_span is None:
        return False
    words = text[claim.cue_span.start : claim.cue_span.end + _PARTICLE].lower().split()[:2]
    if not words or words[0] not in POINTING_PARTICIPLES:
        return False
    return POINTING[words[0]] is None or words[1:] == [POINTING[words[0]]]


def _is_evidence(text: str, claim: Claim) -> bool:
    """Whether a claim's words begin with a noun phrase for evidence, or with a name and no more."""
    tokens = tuple(tokenise(text, claim.span.start, claim.span.end))[:_LONGEST]
    end = next((place for place, token in enumerate(tokens) if _ends(tokens, place, token)), len(tokens))
    phrase = tokens[:end]
    if any(_is_noun_of_evidence(token) for token in phrase):
        return True
    named = phrase[1:] if phrase and phrase[0].low in DETERMINERS else phrase
    return bool(named) and all(token.kind == "name" for token in named)


def _ends(tokens: Sequence[Token], place: int, token: Token) -> bool:
    return token.kind == "mark" or (token.low in PREPOSITIONS and token.low != "of") or is_verb(tokens, place)


def _is_noun_of_evidence(token: Token) -> bool:
    nouns = EVIDENCE_NOUNS | CASE_NOUNS | SOURCE_NOUNS
    singular = token.low[:-3] + "y" if token.low.endswith("ies") else token.low.removesuffix("s")
    return token.kind in ("word", "name") and (token.low in nouns or singular in nouns)
