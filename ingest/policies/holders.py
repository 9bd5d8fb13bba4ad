"""Whose side it is: the one who stands as subject, owner or agent of a cue, told by what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies.cues import Side
from ingest.relations.roles import places
from ingest.speakers.descriptions import Phrase, read, type_of
from ingest.words import split
from kg.model import Claim, Mention, Referent, Span

_HOLDING = frozenset(("person", "organisation", "place"))
_SKIPPED = listed(
    """
    has have had having is was are were be been being also now then still again already later once even first would
    will could may might should must can did does do to long recently consistently further repeatedly continues
    continued continue vowed pledged promised plans planned wants wanted expected helped both all officially that
    """
)
_DENYING = listed("not never refused refuses declined declines failed without cannot nor longer neither don’t don't")
_FIRST = listed("i we my our")
_THIRD = listed("he she they it his her their its")
_PERSONAL = listed("he she his her")
_OWNING = listed("my our his her their its")
_WORD = re.compile(r"[^\s,;:—–“”\"()]+")
_CLAUSE = re.compile(r"[,;:—–“”\"(\n]|\b(?:that|but|while|because|although|when|if|as)[ \u00a0]")
_OPENING = re.compile(
    r"[\W_]*(?:(?:But|And|Yet|Meanwhile|However|Still|Instead|Later|the|The|that|[Ww]hile)\b[, ]*)*"
    r"(?:(?:In|On|At|During|After|Since|For|As|Under|With|Despite|Earlier)\b[^,]{2,60},[ \u00a0])?"
    r"(?:[Tt]he[ ])?(?:(?:[A-Z][\w.’-]*|[a-z-]+)[ \u00a0]){0,4}\Z"
)
_OWNER_GAP = re.compile(r"(?:['’]s?|s['’])[ \u00a0](?:[a-z-]+[ \u00a0]){0,3}\Z")
_OWNED = re.compile(r"\b(his|her|their|its|my|our|His|Her|Their|Its|My|Our)[ \u00a0](?:[a-z-]+[ \u00a0]){0,3}\Z")
_AGENT_GAP = re.compile(r"(?:the[ ])?(?:(?:[A-Z][\w.]*|[a-z-]+)[ ]){0,4}\Z")
_MOST_DESCRIBED = 60


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a side: a referent, or words that describe a group; whether it is denied; the claim it is said in."""

    referent: int | None
    group: Phrase | None
    is_denied: bool
    claim: int | None


class Holders:
    """Finds who takes a side at a cue, from the article's claims and mentions."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
    ) -> None:
        self._document = document
        self._words = split(document)
        self._named = places(self._words, mentions)
        self.referents = referents
        self._claims = claims
        self._mentions = sorted(
            (m for m in mentions if referents[m.referent].type in _HOLDING), key=lambda m: (m.span.start, -m.span.end)
        )
        self._starts = [mention.span.start for mention in self._mentions]
        self._ends = {mention.span.end: mention for mention in reversed(self._mentions)}
        spoken = [(number, claim) for number, claim in enumerate(claims) if claim.mode != "narration"]
        self._parts = sorted((part, number) for number, claim in spoken for part in claim.parts)
        self._cues = sorted((claim.cue_span, number) for number, claim in spoken if claim.cue_span is not None)
        self._sentences = [sentence.span.start for sentence in document.sentences]

    def of(self, cue: Span, side: Side, policy: Span) -> Holder | None:
        """Whose side a cue takes on a policy, none where that cannot be told."""
        text = self._document.text
        inside = self.claim_at(cue)
        spoken = self._spoken_by(cue, policy)
        if spoken is not None:
            return Holder(self._claims[spoken].speaker, None, False, spoken)
        floor = self._floor(cue.start, inside)
        if side == "agent":
            found = self._agent(cue.end, policy)
            return Holder(*found, False, inside) if found else None
        end, is_denied = self._past_helpers(floor, cue.start)
        left = text[floor:end]
        if not left.strip() and inside is not None:
            return Holder(self._claims[inside].speaker, None, is_denied, inside)
        owner = self._owner(left, floor, inside)
        if owner is not None or side == "owner":
            return Holder(owner, None, is_denied, inside) if owner is not None else None
        found = self._subject(left, floor, inside)
        return Holder(*found, is_denied, inside) if found else None

    def claim_at(self, span: Span) -> int | None:
        """The smallest attributed claim whose own words hold a span."""
        last = bisect_right(self._parts, span.start, key=lambda part: part[0].start)
        holding = [
            (part.end - part.start, number)
            for part, number in self._parts[max(0, last - 30) : last]
            if part.start <= span.start < part.end
        ]
        return min(holding)[1] if holding else None

    def _spoken_by(self, cue: Span, policy: Span) -> int | None:
        """The claim that is reported with the cue itself and holds the policy."""
        near = bisect_right(self._cues, cue.end, key=lambda found: found[0].start)
        for span, number in self._cues[max(0, near - 4) : near]:
            claim = self._claims[number]
            if span.overlaps(cue) and claim.speaker is not None and any(part.overlaps(policy) for part in claim.parts):
                return number
        return None

    def _floor(self, offset: int, inside: int | None) -> int:
        """Where the sentence, or the part of the claim, begins."""
        sentence = self._sentences[max(0, bisect_right(self._sentences, offset) - 1)] if self._sentences else 0
        parts = self._claims[inside].parts if inside is not None else ()
        return max([sentence, *(part.start for part in parts if part.start <= offset < part.end)])

    def _past_helpers(self, floor: int, end: int) -> tuple[int, bool]:
        """Where what stands before the auxiliaries and adverbs of a verb ends, and whether they deny it."""
        text, is_denied = self._document.text, False
        while match := re.search(r"([\w’'-]+)[ \u00a0]+\Z", text[max(floor, end - 30) : end]):
            low = match[1].lower()
            is_denying = low in _DENYING or low.endswith(("n’t", "n't"))
            if not (is_denying or low in _SKIPPED or low.endswith("ly")):
                break
            is_denied |= is_denying
            end -= len(match[0])
        return end, is_denied

    def _owner(self, left: str, floor: int, inside: int | None) -> int | None:
        """Who owns the noun behind ``left``: "Lima’s", "her"."""
        gap = _OWNER_GAP.search(left)
        if gap:
            mention = self._ends.get(floor + gap.start()) or self._ends.get(floor + gap.start() + 2)
            return mention.referent if mention is not None else None
        owned = _OWNED.search(left)
        if owned is None:
            return None
        return self._pronoun(Span(floor + owned.start(1), floor + owned.end(1)), owned[1].lower(), inside)

    def _subject(self, left: str, floor: int, inside: int | None) -> tuple[int | None, Phrase | None] | None:
        """Who stands as subject at the end of ``left``."""
        trimmed = left.rstrip()
        relative = re.search(r"[,]?[ \u00a0](?:who|which|whom)\Z", trimmed)
        trimmed = trimmed[: relative.start()] if relative else trimmed
        mention = self._ends.get(floor + len(trimmed))
        if mention is not None:
            return mention.referent, None
        last = re.search(r"[\w’'-]+\Z", trimmed)
        low = last[0].lower() if last else ""
        if last and low in _FIRST | _THIRD and low not in _OWNING - {"her"}:
            who = self._pronoun(Span(floor + last.start(), floor + last.end()), low, inside)
            return (who, None) if who is not None else None
        if trimmed.endswith((",", ")", "—", "–", " -")):
            return self._apposed(trimmed[:-1], floor)
        if low in ("and", "but", "or"):
            return self._opening(trimmed, floor, inside)
        return self._described(trimmed, floor)

    def _apposed(self, left: str, floor: int) -> tuple[int | None, Phrase | None] | None:
        """Who stands before an apposition that a comma closes ("Lima, a senator from the north, opposes")."""
        for mention in self._between(floor, floor + len(left)):
            follows = self._document.text[mention.span.end : mention.span.end + 2]
            if follows.startswith((",", " (", " —", " –")) and _OPENING.match(
                self._document.text[floor : mention.span.start]
            ):
                return mention.referent, None
        return None

    def _opening(self, left: str, floor: int, inside: int | None) -> tuple[int | None, Phrase | None] | None:
        """Who opens the sentence, for a second verb joined by "and"."""
        text = self._document.text
        first = _WORD.search(text, floor, floor + len(left))
        if first and first[0].lower() in _FIRST | _THIRD - _OWNING:
            who = self._pronoun(Span(*first.span()), first[0].lower(), inside)
            return (who, None) if who is not None else None
        for mention in self._between(floor, floor + len(left)):
            behind = text[mention.span.end : mention.span.end + 12]
            is_acting = re.match(r"[ \u00a0][a-z]|,[ \u00a0]", behind) and not re.match(
                r"[ \u00a0](?:and|or|of)\b", behind
            )
            return (mention.referent, None) if is_acting and _OPENING.match(text[floor : mention.span.start]) else None
        return None

    def _described(self, left: str, floor: int) -> tuple[int | None, Phrase | None] | None:
        """The group that a description at the end of ``left`` names ("most shopkeepers")."""
        boundaries = list(_CLAUSE.finditer(left))
        begin = boundaries[-1].end() if boundaries else 0
        if len(left) - begin > _MOST_DESCRIBED or not left[begin:].strip():
            return None
        return self._group(Span(floor + begin, floor + len(left)))

    def _group(self, span: Span) -> tuple[int | None, Phrase | None] | None:
        phrase = read(self._words, span, self._named, self.referents)
        if phrase.last != self._words.at(span.end - 1):
            return None
        if phrase.kind == "name" and phrase.referent is not None:
            return (phrase.referent, None) if self.referents[phrase.referent].type in _HOLDING else None
        is_group = phrase.kind == "description" and phrase.is_plural and type_of(phrase) == "organisation"
        return (None, phrase) if is_group else None

    def _agent(self, start: int, policy: Span) -> tuple[int | None, Phrase | None] | None:
        """Who stands behind "by"."""
        text = self._document.text
        for mention in self._between(start, start + 60):
            is_near = _AGENT_GAP.match(text[start : mention.span.start].lstrip())
            is_owner = text[mention.span.end : mention.span.end + 1] in "'’"
            return (mention.referent, None) if is_near and not is_owner and not mention.span.overlaps(policy) else None
        end = re.compile(r"[,.;:()\n“”\"]|[ ](?:who|which|that|in|on|for|and|as|at|to|after|before)\b").search(
            text, start
        )
        return self._group(Span(start + 1, end.start())) if end and end.start() - start > 2 else None

    def _pronoun(self, span: Span, low: str, inside: int | None) -> int | None:
        """Whom a pronoun means: as it was told before, the speaker of what is said, else the only one it can be."""
        told = self._ends.get(span.end)
        if told is not None and told.span == span:
            return told.referent
        speaker = self._claims[inside].speaker if inside is not None else None
        if low in _FIRST:
            return speaker if low in ("i", "my") or inside is not None else None
        floor = self._floor(span.start, inside)
        kinds = {"person"} if low in _PERSONAL else {"organisation", "place"}
        near = self._kinds(floor, span.start, kinds)
        if near:
            return near.pop() if len(near) == 1 else None
        if inside is not None and self._claims[inside].mode == "direct":
            return None
        if speaker is not None:
            return speaker if self.referents[speaker].type in kinds else None
        number = bisect_right(self._sentences, span.start) - 2
        while number >= 0 and number >= bisect_right(self._sentences, span.start) - 3:
            near = self._kinds(self._sentences[number], self._document.sentences[number].span.end, kinds)
            if near:
                return near.pop() if len(near) == 1 else None
            number -= 1
        return None

    def _kinds(self, start: int, end: int, kinds: set[str]) -> set[int]:
        return {m.referent for m in self._between(start, end) if self.referents[m.referent].type in kinds}

    def _between(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.span.end <= end]
