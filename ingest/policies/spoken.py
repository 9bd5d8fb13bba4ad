"""Sides that are taken on policies which are known already: at a cue before their mention, or by who speaks of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies import cues
from ingest.policies.candidates import Token, tokenised
from ingest.policies.cues import DENIED, Stance, forms
from ingest.policies.proposals import Proposal, trimmed
from ingest.policies.said import Said
from kg.model import Claim, Mention, Span

_VERBS: dict[Stance, str] = {
    "promises": "promise pledge vow commit guarantee swear",
    "proposes": "propose urge recommend suggest advocate push press demand request ask lobby call outline unveil "
    "introduce want seek plan intend aim threaten",
    "supports": "support back favor favour endorse welcome defend praise champion embrace applaud uphold approve",
    "opposes": "oppose reject criticise criticize condemn denounce slam blast protest decry bash deride assail",
    "warnsOf": "warn caution",
    "doubts": "doubt question",
}
_SIDES: dict[str, Stance] = {
    form: stance for stance, verbs in _VERBS.items() for verb in verbs.split() for form in forms(verb)
}
_REACHING = ("promises", "proposes")
"""What the whole claim is, and not only its first words."""
_DENYING = listed("not never no don't doesn't didn't won't shouldn't can't cannot without refuse refuses refused")
_OWED = listed("should must shouldn't")
_COMING = listed("will would i'll we'll he'd she'd we'd i'd won't")
_SELF = listed("i we he she they i'll we'll he'd she'd we'd i'd")
_BREAKING = listed(
    """
    because if although though while which who whose but when after before since than like unless until end stop halt
    instead away rather
    """
)
"""Words behind which another clause begins, or what is done away with."""
_CALLING = frozenset(forms("call"))
_FOR = listed("for on")
_THINGS = frozenset(form for verb in listed("propose unveil introduce outline demand call") for form in forms(verb))
"""Verbs behind which "to" tells a purpose."""
_NEAR = 6
"""Words: so far before what it governs may a verb that takes a side stand."""
_ADVERBS = _DENYING | _COMING | listed("also now then still again even only do does did have has had")
_SKIPPED = listed("a an the to be it that his her their its our my any all more for on of by with")


_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(
    r"[“\"‘']?(?P<to>to[ \u00a0]+)?(?:(?:an?|the|his|her|its|their|[a-z]+ly|new|such|more|any|all|"
    r"(?:[A-Z][\w.]*[ ])?[A-Z]\w+['’]s)[ \u00a0]+){0,2}[“\"‘']?"
)
"""What may stand between a cue and a policy's name."""
_LISTED = re.compile(r"(?:,?[ \u00a0](?:and|or)|,)[ \u00a0](?:an?[ ]|the[ ]|to[ ])?")


def beside(document: Document, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """The sides taken on policies whose mentions by name, given in text order, stand right behind a cue."""
    text, spans = document.text, [mention.span for mention in mentions]
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        last = bisect_left(spans, Span(end, end)) - 1
        if last < 0 or spans[last].start < start:
            continue
        for word in _WORD.finditer(text, start, spans[last].start):
            for cue in cues.BY_OPENING.get(word[0], ()):
                found = cue.pattern.match(text, word.start(), end) if cue.stance is not None else None
                if found and (policies := tuple(_behind(text, found, cue, spans))):
                    yield Proposal(policies, cue.taken(found[0]), trimmed(found), cue.side)


def _behind(text: str, found: re.Match[str], cue: cues.Cue, spans: Sequence[Span]) -> Iterator[Span]:
    """The policies whose names stand behind a cue, and those listed with them."""
    number = bisect_left(spans, Span(found.end(), found.end()))
    gap = _GAP.fullmatch(text[found.end() : spans[number].start]) if number < len(spans) else None
    if gap is None or (gap["to"] and "infinitive" not in cue.objects):
        return
    yield spans[number]
    while number + 1 < len(spans) and _LISTED.fullmatch(text[spans[number].end : spans[number + 1].start]):
        number += 1
        yield spans[number]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The stance that the speaker of a claim takes on a policy's mention, with the words that say so."""

    claim: int
    stance: Stance
    mention: Mention
    words: Span


def spoken(document: Document, claims: Sequence[Claim], mentions: Sequence[Mention]) -> Iterator[Spoken]:
    """The stances of speakers on the policies whose mentions by name are given."""
    text, said = document.text, Said(claims)
    for mention in mentions:
        number = said.at(mention.span.start)
        if number is None or claims[number].speaker is None:
            continue
        part = next(part for part in claims[number].parts if part.start <= mention.span.start < part.end)
        before = tuple(tokenised(text, part.start, mention.span.start))
        stance, start = _of_clause(before), part.start
        cue = claims[number].cue_span
        if stance is None and cue is not None and part == claims[number].parts[0]:
            stance, start = _of_cue(tuple(tokenised(text, cue.start, cue.end)), before), min(cue.start, part.start)
        if stance is not None:
            yield Spoken(number, stance, mention, Span(start, mention.span.end))


def _of_cue(cue: Sequence[Token], before: Sequence[Token]) -> Stance | None:
    """The side that the verb of a report takes on what it governs: all that is promised, the first that is backed."""
    said, lows = [token.low for token in cue], [token.low for token in before]
    verb = next((low for low in said if low in _SIDES), "")
    if not verb or not _BREAKING.isdisjoint(lows) or (verb in _CALLING and _FOR.isdisjoint(said)):
        return None
    if verb in _THINGS and "to" in lows:
        return None  # "proposed a fee to pay for it": what for, and not what
    stance = _SIDES[verb]
    if stance not in _REACHING and (len(lows) > _NEAR or not _COMING.isdisjoint(lows)):
        return None
    is_denied = not _DENYING.isdisjoint([*said, *lows])
    return DENIED.get(stance) if is_denied else stance


def _of_clause(before: Sequence[Token]) -> Stance | None:
    """The side that a speaker's own words take on what they lead to: "we must …", "I would …", "he supports …"."""
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        low = before[place].low
        first = next((at for at in range(place - 1, -1, -1) if not _is_adverb(before[at].low)), place)
        is_own = before[first].low in _SELF or low in _SELF
        stance: Stance | None = None
        if low in _SIDES:
            stance = _SIDES[low] if is_own else None
        elif low in _OWED:
            stance = "proposes"
        elif low in _COMING and (is_own or place == 0):
            stance = "promises"
        if stance is not None:
            is_denied = any(token.low in _DENYING for token in before[first:])
            return DENIED.get(stance) if is_denied else stance
        if low in _SIDES or (low not in _SKIPPED and not _is_adverb(low)):
            return None
    return None


def _is_adverb(low: str) -> bool:
    """Whether a word may stand between somebody and their verb."""
    return low in _ADVERBS or low.endswith("ly")
