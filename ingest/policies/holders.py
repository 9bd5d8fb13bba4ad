"""Whose side it is: the one who stands as subject, owner or agent of a cue, told by what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.document import Document
from ingest.lexicon.words import WEEKDAY, listed
from ingest.policies.cues import Side
from ingest.policies.measures import VERBS
from ingest.policies.naming import stem
from ingest.policies.said import Said, is_owed
from ingest.policies.subjects import HOLDING, Subjects
from ingest.speakers.descriptions import Phrase
from kg.model import Claim, Mention, Referent, Span

_HELPERS = listed(
    """
    has have had having is was are were be been being also now then still again already later once even first would
    will could may might should must can did does do to long recently consistently further repeatedly continues
    continued continue vowed pledged promised plans planned wants wanted expected helped both all officially that
    bound set likely determined ready ought less
    """
)
_DENYING = listed("not never refused refuses declined declines failed without cannot nor longer neither don’t don't")
_POSSIBLE = listed("less could can may might should must ought cannot")
"""What says that somebody is able or obliged to take a side, and not that they do."""
_MEANING = listed("vowed pledged promised plans planned wants wanted")
"""What a verb behind it belongs to: who vows to veto a law promises, and that is read there."""
_TO_COME = listed("will would")
_HAVING = listed("has have had need needs")
_LAST_WORDS = re.compile(
    r"(?:(?P<time>\b(?:(?:this|last|earlier this)[ ](?:week|month|year|night)|"
    rf"(?:on[ ])?{WEEKDAY}|yesterday|today))|(?P<word>[\w’'-]+))[ \u00a0]+[“\"‘]?\Z"
)
_LIGHT = re.compile(
    r"[ \u00a0](?:(?:express|voic|announc|declar|stat|reiterat|reaffirm|rais|shar|offer|sound)(?:e[sd]?|s|ed|ing)?|"
    r"has|have|had|made|makes?|gave|gives?|leads?|led|is|was|are|were)(?:[ ][\w-]+){0,3}[ ]\Z"
)
"""A verb with its noun between somebody and "support for", "opposition to" and the like."""
_APPOSED = re.compile(
    r",?[ \u00a0](?:is[ ]|was[ ]|are[ ]|were[ ]|as[ ])?(?:an?|the|one[ ]of[ ]the|both|also)(?:[ ][a-z-]+){0,2}[ ]\Z"
)
"""An apposition between somebody and "opponent of" and the like."""
_PARTISAN = re.compile(r"(?:supporter|opponent|critic|advocate|proponent)s?\b")
_ADVERBIAL = re.compile(r"(?:against|in[ \u00a0]favou?r[ \u00a0]of|in[ \u00a0]support[ \u00a0]of)\b")
_BEING = listed("is was are were be been being")
_OPEN = re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ww]hether)[ \u00a0](?:[\w’'-]+[ \u00a0]?){1,5}\Z")
"""What leaves open whether somebody takes a side ("*if voters* back the tax")."""
_LISTED = 200
"""Characters behind "by" in which those who are listed stand."""
_VOTING = re.compile(
    r"[ \u00a0](?:vot|spoke|speak|argu|campaign|f[io]ught|fight|protest|rall|c[ao]me[ ]out|st[ao]n?o?d)\w*[ ]\Z"
)
"""Verbs between somebody and "against" or "in favour of"."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a side: a referent, or words that describe a group; whether it is denied; the claim it is said in.

    ``is_meant`` says that it is what they will do, and not what they did; ``others`` are joined to them by "and".
    """

    referent: int | None
    group: Phrase | None
    is_denied: bool
    claim: int | None
    is_meant: bool = False
    others: tuple[int, ...] = ()


class Holders:
    """Finds who takes a side at a cue, from the article's claims and mentions."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
    ) -> None:
        self._text = document.text
        self._referents = referents
        self._claims = claims
        self._subjects = Subjects(document, claims, referents, mentions)
        spoken = [(number, claim) for number, claim in enumerate(claims) if claim.mode != "narration"]
        self._said = Said(claims)
        self._cues = sorted((claim.cue_span, number) for number, claim in spoken if claim.cue_span is not None)

    def of(self, cue: Span, side: Side, policy: Span) -> Holder | None:
        """Whose side a cue takes on a policy, none where that cannot be told."""
        inside = self._said.at(cue.start)
        spoken = self._spoken_by(cue, policy)
        if spoken is not None:
            speaker = self._claims[spoken].speaker
            floor = self._subjects.floor(cue.start, None)
            others = self._subjects.listed(speaker, floor, cue.start) if speaker is not None else []
            return Holder(speaker, None, self._is_denied(spoken, cue), spoken, others=tuple(others))
        if side == "agent":
            found = self._subjects.agent(cue.end, policy)
            if found is None:
                return None
            others = self._subjects.listed(found[0], cue.end, cue.end + _LISTED) if found[0] is not None else []
            return Holder(*found, False, inside, others=tuple(others))
        floor, within = self._subjects.floor(cue.start, inside), inside
        end, is_denied, helpers = self._past_helpers(floor, cue.start)
        if within is not None and self._claims[within].speaker is None and not self._text[floor:end].strip():
            floor, within = self._subjects.floor(cue.start, None), None
            end, is_denied, helpers = self._past_helpers(floor, cue.start)
        left = self._text[floor:end]
        if _ADVERBIAL.match(self._text, cue.start) and _BEING.isdisjoint(helpers):
            voting = _VOTING.search(left)
            if voting is None:
                return self._owned(left, floor, within, inside)
            end, is_denied, helpers = self._past_helpers(floor, floor + voting.start() + 1)
            left = self._text[floor:end]
        if self._is_unsaid(cue, helpers, is_begun=bool(left.strip())):
            return None
        if not left.strip() and within is not None:
            return Holder(self._claims[within].speaker, None, is_denied, inside)
        if side == "subject" and _OPEN.search(left):
            return None
        found = self._subjects.owner(left, floor, within, is_owner=True) if side == "owner" else None
        is_partisan = _PARTISAN.match(self._text, cue.start) is not None
        light = None if found else (is_partisan and _APPOSED.search(left)) or _LIGHT.search(left)
        if light and (side == "owner" or is_partisan):
            is_none = " no " in light[0]
            end, is_denied, helpers = self._past_helpers(floor, floor + light.start())
            is_denied |= is_none
            left = self._text[floor:end]
            if self._is_unsaid(cue, helpers, is_begun=True):
                return None
        elif side == "owner":
            return Holder(*found, is_denied, inside) if found else None
        is_gerund = cue.of(self._text).split()[0].endswith("ing")
        found = found or self._subjects.subject(left, floor, within, is_gerund=is_gerund)
        is_meant = not _TO_COME.isdisjoint(helpers) and stem(cue.of(self._text).split()[0]) in VERBS
        if found is None:
            return None
        others = self._subjects.companions(left, floor, found[0]) if found[0] is not None else []
        return Holder(*found, is_denied, inside, is_meant, tuple(others))

    def _owned(self, left: str, floor: int, within: int | None, inside: int | None) -> Holder | None:
        """The owner of a noun behind which an adverbial takes the side ("her vote against")."""
        found = self._subjects.owner(left, floor, within, is_owner=False)
        return Holder(*found, False, inside) if found else None

    def _is_unsaid(self, cue: Span, helpers: Sequence[str], *, is_begun: bool) -> bool:
        """Whether helpers say that the side is possible, owed or meant, so that it is not taken at this cue."""
        verb = stem(cue.of(self._text).split()[0])
        is_told = verb in VERBS and not _MEANING.isdisjoint(helpers)
        is_duty = any(one == "to" and other in _HAVING for one, other in pairwise(helpers))
        is_bare = is_begun and list(helpers[-1:]) == ["to"]
        return is_told or is_duty or is_bare or not _POSSIBLE.isdisjoint(helpers)

    def _spoken_by(self, cue: Span, policy: Span) -> int | None:
        """The claim that is reported with the cue itself and holds the policy."""
        near = bisect_right(self._cues, cue.end, key=lambda found: found[0].start)
        for span, number in self._cues[max(0, near - 4) : near]:
            claim = self._claims[number]
            is_somebody = claim.speaker is not None and self._referents[claim.speaker].type in HOLDING
            if (
                is_somebody
                and not is_owed(self._text, claim)
                and span.overlaps(cue)
                and any(part.overlaps(policy) for part in claim.parts)
            ):
                return number
        return None

    def _is_denied(self, claim: int, cue: Span) -> bool:
        """Whether the words that report a claim deny the cue in them ("*did not* support")."""
        start = self._claims[claim].cue_span.start  # type: ignore[union-attr]
        return any(_denies(word) for word in self._text[start : cue.start].lower().split())

    def _past_helpers(self, floor: int, end: int) -> tuple[int, bool, list[str]]:
        """Where what stands before the helpers and adverbs of a verb ends, whether they deny it, and which they are."""
        is_denied = False
        helpers: list[str] = []
        while match := _LAST_WORDS.search(self._text[max(floor, end - 30) : end]):
            if not match["time"]:
                low = match["word"].lower()
                is_denying = _denies(low)
                if not (is_denying or low in _HELPERS or low.endswith("ly")):
                    break
                is_denied |= is_denying
                helpers.append(low)
            end -= len(match[0])
        return end, is_denied, helpers


def _denies(low: str) -> bool:
    """Whether a word denies what stands behind it."""
    return low in _DENYING or low.endswith(("n’t", "n't"))
