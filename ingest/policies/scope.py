"""Whom a policy is aimed at and where it holds, as the words of its name and those beside it say."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.words import listed
from ingest.policies.measures import SAME_ACTIONS, VERBS
from kg.model import Mention, Referent, Span

_AFFECTED = listed(
    """
    foreigners migrants immigrants refugees muslims christians jews families workers women men children students
    teachers voters veterans pensioners retirees corporations companies businesses banks employers landlords tenants
    homeowners smugglers traffickers criminals gangs drivers residents citizens noncitizens farmers nurses patients
    officials officers inmates prisoners felons billionaires millionaires households consumers
    taxpayers parents mothers fathers borrowers seniors visitors tourists asylum-seekers extremists terrorists
    users smokers owners buyers sellers manufacturers insurers importers exporters shoppers commuters pupils mayors
    """
)
_OWN = listed("troops soldiers forces")
"""Those with whom something is done, not to whom."""
_DEEDS = VERBS | {word for row in SAME_ACTIONS for word in row}
_TOUCHING = re.compile(r"\b(?:of|on|for|against|to)[ \u00a0]+(?:all[ \u00a0]|the[ \u00a0]|most[ \u00a0])?\Z")
_HOLDS_IN = re.compile(
    r"[ \u00a0](?:in|across|throughout|within)[ \u00a0](?:the[ \u00a0])?"
    r"(?:(?:city|state|whole|entire)[ \u00a0]of[ \u00a0])?\Z"
)
_LEADS = re.compile(
    r"[ \u00a0](?:in|across|throughout|within|of|on|for|against|to)[ \u00a0](?:all[ ]|the[ ])?"
    r"(?:(?:city|state|whole|entire)[ ]of[ ])?"
)
_OWNS = re.compile(r"['’]s[ \u00a0](?:\w+[ \u00a0]){0,2}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_BEHIND = 45


@dataclass(frozen=True, slots=True)
class Scope:
    """A policy, and a referent or a group without a name that it targets, or the place that it applies in."""

    policy: int
    predicate: Literal["targets", "appliesIn"]
    referent: int | None
    group: Span | None
    span: Span


def scopes(document: Document, referents: Sequence[Referent], mentions: Sequence[Mention]) -> Iterator[Scope]:
    """The targets and jurisdictions that the words at a policy's mentions state."""
    text = document.text
    placed = sorted(
        (mention.span, mention.referent)
        for mention in mentions
        if referents[mention.referent].type in ("person", "organisation", "place") and mention.form == "name"
    )
    starts = [span.start for span, _ in placed]
    for mention in list(mentions):
        if referents[mention.referent].type != "policy" or mention.form != "name":
            continue
        span, policy = mention.span, mention.referent
        begin, end = bisect_left(starts, span.start - _BEHIND), bisect_left(starts, span.end + _BEHIND)
        for near, number in placed[begin:end]:
            predicate = _predicate(text, span, near, referents[number].type)
            if predicate is not None:
                evidence = Span(min(near.start, span.start), max(near.end, span.end))
                yield Scope(policy, predicate, number, None, evidence)
        group = _group(text, span)
        if group is not None:
            yield Scope(policy, "targets", None, group, span)


def _predicate(text: str, policy: Span, near: Span, kind: str) -> Literal["targets", "appliesIn"] | None:
    """What a name in or beside a policy's name is to it."""
    if near.end <= policy.start:
        is_owner = kind == "place" and _OWNS.fullmatch(text[near.end : policy.start])
        return "appliesIn" if is_owner else None
    gap = text[policy.end : near.start] if near.start >= policy.end else text[policy.start : near.start]
    if near.start >= policy.end and not _LEADS.fullmatch(gap):
        return None
    if kind == "place" and _HOLDS_IN.search(" " + gap if near.start >= policy.end else gap):
        return "appliesIn"
    if _TOUCHING.search(gap) and near.start > policy.start:
        return "targets"
    return None


def _group(text: str, policy: Span) -> Span | None:
    """The words in a policy's name for those it is done to ("expulsion of *foreigners*", "tax *billionaires*")."""
    words = [(match.start() + policy.start, match[0]) for match in _WORD.finditer(policy.of(text))]
    for index, (start, word) in enumerate(words):
        low = word.lower()
        if (
            index == 0
            or not is_plural(word)
            or (low not in _AFFECTED and noun_type(singular(low)) != "person")
            or low in _OWN
        ):
            continue
        first = index
        while first > 1 and words[first - 1][1].lower() not in _DEEDS | _STOPS:
            first -= 1
        before = words[first - 1][1].lower()
        is_done_to = before in ("of", "on", "for", "against", "to") or (first == 1 and before in _DEEDS)
        if is_done_to or (before in ("all", "the", "most") and first > 1):
            return Span(words[first][0], start + len(word))
    return None


_STOPS = listed("other admitting of on for against to the all most from in with and who")
