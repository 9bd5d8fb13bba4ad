"""Sides that are taken on policies which are known already: at a cue before their mention, or by who speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies.candidates import Token, tokenised
from ingest.policies.cues import DENIED, Stance, all_forms, forms
from ingest.policies.measures import VERBS
from ingest.policies.naming import stem
from ingest.policies.said import Said, is_owed, is_question
from ingest.policies.sides import SIDES, UNDOING
from kg.model import Claim, Mention, Span

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
_THINGS = all_forms(listed("propose unveil introduce outline demand call"))
"""Verbs behind which "to" tells a purpose."""
_NEAR = 6
"""Words: so far before what it governs may a verb that takes a side stand."""
_ADVERBS = _DENYING | _COMING | listed("also now then still again even only do does did have has had")
_WHOLE = ("recommendation", "proposal")
"""The types of claims whose speakers want what they speak of, where nothing speaks against it."""
_BE_DONE = re.compile(
    r"[ \u00a0](?:should|must|ought[ ]to|needs?[ ]to|ha(?:s|ve)[ ]to)(?P<not>[ ]not|n[’']t)?[ ]be[ ](?:[a-z]+ly[ ])?"
    r"(?P<verb>[a-z]+(?:ed|en|[uep]t|l[td]|nt|id|de))\b"
)
"""What is said must be done to what stands before it."""
_SKIPPED = listed("a an the to be it that his her their its our my any all more for on of by with")


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
        if number is None or claims[number].speaker is None or is_question(text, claims[number]):
            continue
        part = next(part for part in claims[number].parts if part.start <= mention.span.start < part.end)
        before = tuple(tokenised(text, part.start, mention.span.start))
        stance, start, last = _of_clause(before), part.start, mention.span.end
        cue = claims[number].cue_span
        if stance is None and cue is not None and part == claims[number].parts[0] and not is_owed(text, claims[number]):
            stance, start = _of_cue(tuple(tokenised(text, cue.start, cue.end)), before), min(cue.start, part.start)
        if stance is None and (duty := _BE_DONE.match(text, last, part.end)) is not None:
            stance, start, last = _of_duty(duty), mention.span.start, duty.end()
        if stance is None and _is_whole(claims[number], before):
            stance, start = "proposes", part.start
        if stance is not None:
            yield Spoken(number, stance, mention, Span(start, last))


def _of_duty(duty: re.Match[str]) -> Stance:
    """The side of who says what must be done to a policy, or to those it is about ("the tax *should be repealed*")."""
    is_denied = duty["not"] is not None
    if stem(duty["verb"]) in UNDOING:
        return "supports" if is_denied else "opposes"
    return "opposes" if is_denied else "proposes"


def _is_whole(claim: Claim, before: Sequence[Token]) -> bool:
    """Whether a claim that proposes something proposes what stands behind some of its words too."""
    is_denied = claim.polarity == "negated" or not _DENYING.isdisjoint(token.low for token in before)
    return claim.type in _WHOLE and not is_denied and _BREAKING.isdisjoint(token.low for token in before)


def _of_cue(cue: Sequence[Token], before: Sequence[Token]) -> Stance | None:
    """The side that the verb of a report takes on what it governs: all that is promised, the first that is backed."""
    said, lows = [token.low for token in cue], [token.low for token in before]
    verb = next((low for low in said if low in SIDES), "")
    if not verb or not _BREAKING.isdisjoint(lows) or (verb in _CALLING and _FOR.isdisjoint(said)):
        return None
    if verb in _THINGS and "to" in lows:
        return None  # "proposed a fee to pay for it": what for, and not what
    stance = SIDES[verb]
    if stance not in _REACHING and (len(lows) > _NEAR or not _COMING.isdisjoint(lows)):
        return None
    is_denied = not _DENYING.isdisjoint([*said, *lows])
    return DENIED.get(stance) if is_denied else stance


def _of_clause(before: Sequence[Token]) -> Stance | None:
    """The side that a speaker's own words take on what they lead to: "we must …", "I would …", "he supports …"."""
    is_undone = False
    last = next((at for at in range(len(before) - 1, -1, -1) if before[at].low not in _SKIPPED), -1)
    if last >= 0 and before[last].low in VERBS and before[last].low not in SIDES:
        is_undone, before = stem(before[last].low) in UNDOING, before[:last]
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        low = before[place].low
        first = next((at for at in range(place - 1, -1, -1) if not _is_adverb(before[at].low)), place)
        is_own = before[first].low in _SELF or low in _SELF
        stance: Stance | None = None
        if low in SIDES:
            stance = SIDES[low] if is_own else None
        elif low in _OWED:
            stance = "proposes"
        elif low in _COMING and (is_own or place == 0):
            stance = "promises"
        if stance is not None:
            is_denied = any(token.low in _DENYING for token in before[first:])
            return DENIED.get(stance) if is_denied != is_undone else stance
        if low in SIDES or (low not in _SKIPPED and not _is_adverb(low)):
            return None
    return None


def _is_adverb(low: str) -> bool:
    """Whether a word may stand between somebody and their verb."""
    return low in _ADVERBS or low.endswith("ly")
