"""Who stands beside a cue: as its subject, as the owner of a noun, behind "by"; also as a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.document import Document
from ingest.lexicon.first_names import FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.words import listed
from ingest.policies.joined import named_with
from ingest.relations.roles import places
from ingest.speakers.descriptions import Phrase, read, type_of
from ingest.words import split
from kg.model import Claim, Mention, Referent, Span

HOLDING = frozenset(("person", "organisation", "place"))
"""The types of those who take sides."""
Found = tuple[int | None, Phrase | None]
"""A referent, or the words that describe a group."""

_FIRST = listed("i we my our")
_THIRD = listed("he she they it his her their its")
_PERSONAL = listed("he she his her")
_OWNING = listed("my our his their its")
_WORD = re.compile(r"[^\s,;:—–“”\"()]+")
_LAST_WORD = re.compile(r"[\w’'-]+\Z")
_ASIDE = re.compile(r"[ \u00a0]\([^()]{2,80}\)\Z")
_REASON = re.compile(r"[ \u00a0](?:for|of)\Z")
_RELATIVE = re.compile(r",?[ \u00a0](?:who|which|whom)\Z")
_CLAUSE = re.compile(r"[,;:—–“”\"(\n]|\b(?:that|but|while|because|although|when|if|as)[ \u00a0]")
_SUBCLAUSE = re.compile(r"\b(?:that|which|who|whom|if|when|because|while|although|so)[ \u00a0]")
_APPOSITION = re.compile(
    r"[ \u00a0]\(|(?:,| [—–-])[ \u00a0](?:an?|the|who|whose|which|now|then|[DR]-|\d|his|her|its|himself|herself|itself|"
    r"one|head|chair|president|leader|like|along|through|speaking|citing|too)\b"
)
_OPENING = re.compile(
    r"[\W_]*(?:(?:But|And|Yet|Meanwhile|However|Still|Instead|Later|the|The|that|[Ww]hile)\b[, ]*)*"
    r"(?:(?:In|On|At|During|After|Since|For|As|Under|With|Despite|Earlier)\b[^,]{2,60},[ \u00a0])?"
    r"(?:[Tt]he[ ])?(?:(?:[A-Z][\w.’-]*|[a-z-]+)[ \u00a0]){0,4}\Z"
)
"""What may stand before the subject of a sentence."""
_ACTS = re.compile(r"(?:[ \u00a0](?!and\b|or\b|of\b)[a-z]|,[ \u00a0])")
_BEGINS = re.compile(r"(?:[,;:—–][ ]?|\b(?:and|but|that|while|as|when|because)[ ])\Z")
_TAKES_SIDES = re.compile(
    r"\b(?:critic|slam|attack|oppos|reject|denounc|condemn|blast|mock|question|support|back|defend|prais|endors|rebuk|"
    r"disavow|distanc|against|over|call|said|told)"
)
"""What makes of "his" behind it somebody else's: "Lima slammed his plan"."""
_LED = re.compile(r"\b(?:in|of|at|from|for|with|on|to|by|over|against)[ \u00a0](?:the[ ])?\Z")
_JOINT = re.compile(r"(?:,?[ \u00a0](?P<and>and)|,)[ \u00a0](?:the[ ])?(?:[A-Z][\w.]*[ ]){0,3}\Z")
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|an?)[ ](?:[\w.-]+[ ]){0,3}[\w-]+\Z")
_OWNER_GAP = re.compile(r"(?:['’]s?|s['’])[ \u00a0](?:[a-z-]+[ \u00a0]){0,3}\Z")
_OWNED = re.compile(r"\b(his|her|their|its|my|our)[ \u00a0](?:[a-z-]+[ \u00a0]){0,3}\Z", re.IGNORECASE)
_AGENT_GAP = re.compile(
    r"(?:the[ ])?(?:(?:[A-Z][\w.]*|[a-z-]+)[ ]){0,4}(?:[a-z-]+,[ ](?:(?:[A-Z][\w.]*|[a-z-]+)[ ]){0,3})?\Z"
)
_AGENT_END = re.compile(r"[,.;:()\n“”\"]|[ ](?:who|which|that|in|on|for|and|as|at|to|after|before)\b")
_TITLED = re.compile(r"(?:['’]s)?[ ](?:(?!and\b|or\b)[a-z-]+,?[ ]){0,3}")
COUNTING = listed("some others most many several few all both those these everyone everybody each neither country")
_LEADING = listed("saw see sees made let has had have gave put as with like seeing found left kept led")
"""Words that begin no description, though they may stand right before one."""
_MOST_WORDS = 5
_LONGEST = 60
_REACH = 600
"""Characters: whoever takes a side stands no farther from the words."""


class Subjects:
    """Who stands where in an article."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
    ) -> None:
        self._text = document.text
        self._words = split(document)
        self._named = places(self._words, mentions)
        self._referents = referents
        self._claims = claims
        self._mentions = sorted(
            (m for m in mentions if referents[m.referent].type in HOLDING), key=lambda m: (m.span.start, -m.span.end)
        )
        self._starts = [mention.span.start for mention in self._mentions]
        self._ends = {mention.span.end: mention for mention in reversed(self._mentions)}
        self._sentences = [sentence.span for sentence in document.sentences]
        self._paragraphs = [sentence.paragraph for sentence in document.sentences]

    def floor(self, offset: int, inside: int | None) -> int:
        """Where the sentence, or the part of the claim, begins."""
        sentence = self._sentences[max(0, self._sentence(offset))].start if self._sentences else 0
        parts = self._claims[inside].parts if inside is not None else ()
        begun = [part.start for part in parts if part.start <= offset < part.end]
        return max([sentence, offset - _REACH, *begun])

    def owner(self, left: str, floor: int, inside: int | None, *, is_owner: bool) -> Found | None:
        """Who owns the noun behind ``left``, which begins at ``floor``: "Lima’s", "her"; ``is_owner``: "Lima" too."""
        beside = self._ends.get(floor + len(left.rstrip()))
        if is_owner and beside is not None and self._referents[beside.referent].named:
            return beside.referent, None
        gap = _OWNER_GAP.search(left)
        if gap:
            mention = self._ends.get(floor + gap.start()) or self._ends.get(floor + gap.start() + 2)
            if mention is not None:
                return mention.referent, None
            described = _DETERMINED.search(left[: gap.start()])
            return self._group(Span(floor + described.start(), floor + gap.start())) if described else None
        owned = _OWNED.search(left)
        return self._pronoun(Span(floor + owned.start(1), floor + owned.end(1)), inside) if owned else None

    def subject(self, left: str, floor: int, inside: int | None, *, is_gerund: bool) -> Found | None:
        """Who stands as subject at the end of ``left``, which begins at ``floor``."""
        left = left.rstrip()
        if (aside := _ASIDE.search(left)) is not None:
            left = left[: aside.start()]
        if (reason := _REASON.search(left)) is not None:
            mention = self._ends.get(floor + reason.start())
            return (mention.referent, None) if is_gerund and mention is not None else None
        relative = _RELATIVE.search(left)
        left = left[: relative.start()] if relative else left
        mention = self._ends.get(floor + len(left))
        if mention is not None:
            return self._described(left, floor) if self._is_inner(floor, mention) else (mention.referent, None)
        last = _LAST_WORD.search(left)
        low = last[0].lower() if last else ""
        if last and low in (_FIRST | _THIRD) - _OWNING:
            return self._pronoun(Span(floor + last.start(), floor + last.end()), inside)
        if left.endswith((",", ")", "—", "–", " -")):
            direct = self._ends.get(floor + len(left) - 1) if left[-1] == "," and not (is_gerund or relative) else None
            if direct is not None and not self._is_inner(floor, direct):
                return direct.referent, None
            return self._apposed(left[:-1], floor)
        return self._opening(left, floor, inside) if low in ("and", "but", "or") else self._described(left, floor)

    def companions(self, left: str, floor: int, who: int) -> list[int]:
        """Those joined by "and" to somebody who is named at the end of ``left`` ("Lima, Oakes and Moss")."""
        found: list[int] = []
        mention = self._ends.get(floor + len(left.rstrip(" \u00a0,")))
        if mention is not None and mention.referent != who:
            return []
        while mention is not None:
            joint = _JOINT.search(self._text[floor : mention.span.start])
            if joint is None or (joint["and"] is None and not found):
                break
            mention = self._ends.get(floor + joint.start())
            if mention is not None and mention.span.start >= floor:
                if self._is_inner(floor, mention):
                    return []
                found.append(mention.referent)
        return found

    def listed(self, who: int, floor: int, end: int) -> list[int]:
        """Those who are named together with somebody, or as members of a group, right behind their mention."""
        near = [mention for mention in self._between(floor, end) if mention.referent == who]
        return named_with(self._text, near[-1], self._mentions, self._referents, end) if near else []

    def agent(self, start: int, policy: Span) -> Found | None:
        """Who stands behind "by", which ends at ``start``."""
        text, near = self._text, self._between(start, start + _LONGEST)
        for number, mention in enumerate(near):
            after = near[number + 1] if number + 1 < len(near) else None
            if after is not None and _TITLED.fullmatch(text[mention.span.end : after.span.start]):
                continue
            is_near = _AGENT_GAP.match(text[start : mention.span.start].lstrip())
            is_owner = text[mention.span.end : mention.span.end + 1] in ("'", "’")
            return (mention.referent, None) if is_near and not is_owner and not mention.span.overlaps(policy) else None
        end = _AGENT_END.search(text, start, start + _REACH)
        return self._group(Span(start + 1, end.start())) if end and end.start() - start > 2 else None

    def _is_inner(self, floor: int, mention: Mention) -> bool:
        """Whether a name stands behind a preposition, within a longer noun phrase ("voters in Ferrow")."""
        return _LED.search(self._text[floor : mention.span.start]) is not None

    def _apposed(self, left: str, floor: int) -> Found | None:
        """Who stands before an apposition that a comma closes ("Lima, a senator from the north, opposes")."""
        for mention in self._between(floor, floor + len(left)):
            follows = self._text[mention.span.end : mention.span.end + 30]
            if _APPOSITION.match(follows) and _OPENING.match(self._text[floor : mention.span.start]):
                return mention.referent, None
        return None

    def _opening(self, left: str, floor: int, inside: int | None) -> Found | None:
        """Who opens the sentence, for a second verb joined by "and"."""
        text, end = self._text, floor + len(left)
        first = _WORD.search(text, floor, end)
        if first and first[0].lower() in _FIRST | _THIRD - _OWNING:
            is_broken = _SUBCLAUSE.search(text, first.end(), end) is not None
            return None if is_broken else self._pronoun(Span(*first.span()), inside)
        mention = next(iter(self._between(floor, end)), None)
        if mention is None or _SUBCLAUSE.search(text, mention.span.end, end):
            return None
        is_acting = _ACTS.match(text, mention.span.end) and _OPENING.match(text[floor : mention.span.start])
        return (mention.referent, None) if is_acting else None

    def _described(self, left: str, floor: int) -> Found | None:
        """The group that a description at the end of ``left`` names ("most shopkeepers")."""
        boundaries = list(_CLAUSE.finditer(left, max(0, len(left) - _LONGEST)))
        begin = boundaries[-1].end() if boundaries else 0
        if len(left) - begin > _LONGEST or not left[begin:].strip():
            return None
        return self._group(Span(floor + begin, floor + len(left)))

    def _group(self, span: Span) -> Found | None:
        """The group or body that the words of a span describe, or the one that they name."""
        phrase = read(self._words, span, self._named, self._referents)
        if phrase.last != self._words.at(span.end - 1):
            return None
        if phrase.kind == "name" and phrase.referent is not None:
            return (phrase.referent, None) if self._referents[phrase.referent].type in HOLDING else None
        if phrase.kind != "description" or type_of(phrase) != "organisation":
            return None
        is_told = phrase.is_plural or phrase.is_owned or phrase.is_definite
        if phrase.text.lower().split(" ", 1)[0] in _LEADING:
            return None
        is_short = len(phrase.text.split()) <= _MOST_WORDS and " in " not in phrase.text
        return (None, phrase) if is_told and is_short and phrase.text.lower() not in COUNTING else None

    def _pronoun(self, span: Span, inside: int | None) -> Found | None:
        who = self._meant(span, inside)
        return (who, None) if who is not None and self._agrees(span, who) else None

    def _agrees(self, span: Span, who: int) -> bool:
        """Whether a first name does not speak against a pronoun."""
        first = self._referents[who].name.split(" ", 1)[0].lower()
        low = span.of(self._text).lower()
        is_other = first in FIRST_NAMES_FEMALE if low in ("he", "his") else first in FIRST_NAMES_MALE
        return low not in _PERSONAL or not is_other or first in FIRST_NAMES_FEMALE & FIRST_NAMES_MALE

    def _meant(self, span: Span, inside: int | None) -> int | None:
        """Whom a pronoun means: as it was told before, the speaker of what is said, else the only one it can be."""
        low = span.of(self._text).lower()
        told = self._ends.get(span.end)
        if told is not None and told.span == span:
            return told.referent
        said = self._claims[inside] if inside is not None else None
        speaker = said.speaker if said is not None else None
        if low in _FIRST:
            return speaker
        kinds = {"person"} if low in _PERSONAL else {"organisation", "place"}
        floor = self.floor(span.start, inside)
        near = self._kinds(floor, span.start, kinds)
        if near and low in _PERSONAL:
            if low in ("his", "her") and (len(near) > 1 or _TAKES_SIDES.search(self._text, floor, span.start)):
                return self._acting(floor, span.start)
            return near.pop() if len(near) == 1 else None
        if near or (said is not None and said.mode == "direct"):
            return None
        if speaker is not None:
            is_fit = self._referents[speaker].type in kinds and self._referents[speaker].named
            return speaker if is_fit else None
        return self._before(span.start, kinds) if low in _PERSONAL else None

    def _before(self, offset: int, kinds: set[str]) -> int | None:
        """The only one named in the nearest of the two sentences before that names any."""
        last = self._sentence(offset)
        for number in range(last - 1, max(-1, last - 3), -1):
            sentence = self._sentences[number]
            if self._paragraphs[number] != self._paragraphs[last]:
                return None
            near = self._kinds(sentence.start, sentence.end, kinds)
            if near:
                return near.pop() if len(near) == 1 else None
        return None

    def _acting(self, floor: int, end: int) -> int | None:
        """The person named last before an offset, who opens a clause there and acts in it."""
        for mention in reversed(self._between(floor, end)):
            if self._referents[mention.referent].type != "person":
                continue
            opens = mention.span.start == floor or _BEGINS.search(self._text[floor : mention.span.start])
            is_acting = opens and _ACTS.match(self._text, mention.span.end)
            is_another = _TAKES_SIDES.search(self._text, mention.span.end, end) is not None
            return mention.referent if is_acting and not is_another else None
        return None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._sentences, Span(offset, len(self._text) + 1)) - 1

    def _kinds(self, start: int, end: int, kinds: set[str]) -> set[int]:
        return {m.referent for m in self._between(start, end) if self._referents[m.referent].type in kinds}

    def _between(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._mentions[first:last] if mention.span.end <= end]
