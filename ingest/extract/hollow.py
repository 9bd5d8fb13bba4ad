"""What looks like a report and claims nothing: words that hold no content, and cues by which nobody says anything."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.extract.cues import lemmas_of
from ingest.extract.predicates import SAYING
from ingest.lexicon.words import listed
from kg.model import Claim, Span

_CONTENTLESS = listed(
    """
    a all an as at he her here him himself how i in it itself me not off on or out she so the them themselves then there
    they to too us we what when where who whom whose why you
    """
)
"""Words of which a claim needs one other; "no" answers a question, and "this" points at what is said."""
_STARTING = re.compile(r"(?:or|and|but) so\b", re.IGNORECASE)
_THING = re.compile(
    r"(?:it|this|that|them|those|these)"
    r"(?: (?:on|in|at|to|for|with|by|as|from|of|about|during|after|before|once|twice|again|later|last)\b|,)",
    re.IGNORECASE,
)
"""A thing with how and when it is told, as in "she announced it on a card", and no clause about it."""
_TELLING = SAYING | listed("know")
_NOBODY = re.compile(r"(?:nobody|no one|none|neither|no)\b")
_UTTERING = listed("say tell explain mention reveal disclose specify spell answer comment elaborate address")
_DUE = ("should ", "must ", "ought ")
"""Openings of cues by which nobody has said so yet ("readers should note")."""
_TALKING = listed("talk speak argue write think debate")
_WHO = listed("who what which")
_MARKS = " \"“”‘’'"
_OWN = listed("i we my our")
_OPINION = listed(
    "think suspect guess suppose imagine reckon wager confess admit read regard opinion view hunch impression feeling"
)
_PREFACE = re.compile(r"(?:can|could|must|should|may|might|dare|would)(?: \w+ly)? (?:say|tell|add|confess|admit|argue)")


def without_empty(text: str, claims: Sequence[Claim], sentences: Sequence[Span]) -> list[Claim]:
    """The claims that claim something; ``sentences`` are those of their cues, in the claims' order.

    What an author only leads up to ("I suspect that") is left to the text's own voice, unless somebody else says so.
    """
    kept = []
    for claim, sentence in zip(claims, sentences, strict=True):
        cue = claim.cue_span.of(text).lower() if claim.cue_span else ""
        source = claim.speaker_span.of(text).lower() if claim.speaker_span else ""
        if claim.mode != "direct" and says_nothing(claim.words(text), cue, source):
            continue
        if claim.speaker_span is not None and _asks_who(text, claim.speaker_span, sentence):
            continue
        if claim.speaker_span is None or not is_preface(cue, source) or _is_reported(claim, claim.speaker_span, claims):
            kept.append(claim)
    return kept


def _asks_who(text: str, source: Span, sentence: Span) -> bool:
    """Whether the speaker is asked for ("Who still believes it?")."""
    is_first = not text[sentence.start : source.start].strip(_MARKS)
    return is_first and source.of(text).lower() in _WHO and sentence.of(text).rstrip(_MARKS).endswith("?")


def _is_reported(claim: Claim, source: Span, claims: Sequence[Claim]) -> bool:
    """Whether a claim's speaker stands in the words of another claim."""
    return any(part.contains(source) for other in claims if other is not claim for part in other.parts)


def says_nothing(words: str, cue: str, source: str) -> bool:
    """Whether words of the text (no quotation), with their cue and source in lower case, are no claim.

    >>> says_nothing("it on a card", "announced", "the chair"), says_nothing("it is late", "announced", "the chair")
    (True, False)
    """
    lemmas = lemmas_of(cue)
    if set(re.findall(r"[\w’']+", words.lower())) <= _CONTENTLESS or _STARTING.match(words):
        return True
    if _THING.match(words) and lemmas & _TELLING:
        return True
    if not source and cue.endswith(" about") and lemmas & _TALKING:
        return True
    is_unsaid = _NOBODY.match(source) is not None and bool(lemmas & _UTTERING)
    return is_unsaid or (source != "" and cue.startswith(_DUE))


def is_preface(cue: str, source: str) -> bool:
    """Whether an author only leads up to what the text says itself ("I suspect", "I can tell", "my guess").

    >>> is_preface("happen to think", "i"), is_preface("told", "i"), is_preface("think", "they")
    (True, False, False)
    """
    return source in _OWN and (bool(lemmas_of(cue) & _OPINION) or _PREFACE.match(cue) is not None)
