"""Who stands where on a policy, whom it is aimed at and where it holds, each with the words that say so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies.beside import beside, owned
from ingest.policies.choosing import PROPOSING
from ingest.policies.cues import Stance
from ingest.policies.finding import ended
from ingest.policies.holders import Holder, Holders
from ingest.policies.judgements import judged
from ingest.policies.proposals import Proposal, in_claim, proposals
from ingest.policies.said import Said, is_question
from ingest.policies.scope import Scope, scopes
from ingest.policies.spoken import Spoken, spoken
from ingest.policies.subjects import COUNTING
from ingest.speakers.descriptions import Phrase
from ingest.words import split
from kg.model import Claim, Mention, Referent, Relation, Span

_OPPOSITE: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}
_ENDED: dict[Stance, Stance] = _OPPOSITE | {"proposes": "opposes", "promises": "opposes"}
"""The side on a policy of who takes a side on its end."""
_BY_TYPE: dict[str, Stance] = {"promise": "promises", "proposal": "proposes", "recommendation": "proposes"}
_NEAR = 4
_NOBODY = COUNTING | listed("people person man woman one anyone somebody someone nobody")
"""Words that leave open who it is."""


def find(
    document: Document,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
    relations: Sequence[Relation],
) -> tuple[tuple[Relation, ...], tuple[Referent, ...], tuple[Mention, ...]]:
    """The relations with stances, targets and jurisdictions among them, and the referents and mentions with the groups.

    The referents that came in keep their numbers. A speaker, a stance and a policy are one relation, with the first
    words that say so.
    """
    if not any(referent.type == "policy" for referent in referents):
        return tuple(relations), tuple(referents), tuple(mentions)
    gathered = _Gathered(document, claims, referents, mentions)
    for proposal in proposals(document):
        gathered.take(proposal)
    for number, claim in enumerate(claims):
        if claim.mode != "narration" and not is_question(document.text, claim):
            gathered.take_claim(number, claim)
    for judgement in judged(document, claims):
        speaker = claims[judgement.claim].speaker if judgement.claim is not None else None
        if speaker is not None:
            told = [gathered.policy_at(span) for span in judgement.policies] or [gathered.policy_before(judgement.end)]
            for policy in told:
                if policy is not None:
                    gathered.add(speaker, judgement.stance, policy, judgement.words, judgement.claim)
    named = sorted(
        (one for one in mentions if one.form == "name" and referents[one.referent].type == "policy"),
        key=lambda one: one.span,
    )
    for proposal in beside(document, named):
        gathered.take(proposal)
    for proposal in owned(document, named):
        gathered.take(proposal, is_weak=True)
    for one in spoken(document, claims, named):
        gathered.add_if_silent(claims[one.claim].speaker, one)
    for scope in scopes(document, gathered.referents, tuple(gathered.mentions)):
        gathered.add_scope(scope)
    found = [*relations, *gathered.relations.values()]
    return (
        tuple(sorted(found, key=lambda relation: (relation.span, relation.subject, relation.predicate))),
        tuple(gathered.referents),
        tuple(sorted(gathered.mentions, key=lambda mention: (mention.span, mention.referent))),
    )


class _Gathered:
    """The relations while they are gathered, with the groups that they add to the article's referents."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
    ) -> None:
        self._document = document
        self._claims = claims
        self.referents = list(referents)
        self.mentions = list(mentions)
        self._mentioned = set(mentions)
        self._said = Said(claims)
        self._holders = Holders(document, claims, referents, mentions)
        self._placed = sorted(
            (mention.span, mention.referent) for mention in mentions if referents[mention.referent].type == "policy"
        )
        self._starts = [span.start for span, _ in self._placed]
        self._groups = {
            referent.name.casefold(): number
            for number, referent in enumerate(referents)
            if referent.type == "organisation" and not referent.named
        }
        self.relations: dict[tuple[int, str, int], Relation] = {}
        self._sides = set[tuple[int, int]]()

    def take(self, proposal: Proposal, *, is_weak: bool = False) -> None:
        """Adds whose side a cue takes, for each of the policies behind it.

        ``is_weak`` lets only people and bodies take it, of whom no side on the policy is known.
        """
        for span in proposal.policies if proposal.stance is not None else ():
            policy = self.policy_at(span)
            holder = self._holders.of(proposal.cue, proposal.side, span) if policy is not None else None
            stance = self._taken(proposal, holder, span) if holder is not None else None
            if policy is None or holder is None or stance is None:
                continue
            who = holder.referent if holder.group is None else self._group(holder.group)
            if holder.claim is not None and proposal.cue.of(self._document.text) == "would":
                who, stance = self._announced(who, stance, holder.claim)
            evidence = Span(min(proposal.cue.start, span.start), max(proposal.cue.end, span.end))
            for one in (who, *holder.others):
                if one is not None and not (is_weak and self._is_known(one, policy)):
                    self.add(one, stance, policy, evidence, holder.claim)

    def _taken(self, proposal: Proposal, holder: Holder, span: Span) -> Stance | None:
        """The side that is taken in the end: on what is not done, will be done, or is done away with."""
        stance = proposal.stance
        if holder.is_meant and stance == "supports":
            stance = "promises"
        if holder.is_denied and stance is not None:
            stance = _OPPOSITE.get(stance)
        if stance is not None and (proposal.is_ended or self._is_ended(span)):
            stance = _ENDED.get(stance)
        return stance

    def take_claim(self, number: int, claim: Claim) -> None:
        """Adds what a speaker proposes or promises in so many words."""
        by_type = _BY_TYPE.get(claim.type)
        for part in claim.parts:
            is_proposal = claim.type in PROPOSING and part == claim.parts[0]
            for proposal in in_claim(self._document.text, part.start, part.end, is_proposal=is_proposal):
                if self._said.at(proposal.policies[0].start) != number:
                    continue
                stance = proposal.stance or by_type
                is_whole = proposal.cue.start == proposal.cue.end
                if stance is None or claim.speaker is None or (is_whole and claim.polarity == "negated"):
                    continue
                for span in proposal.policies:
                    policy = self.policy_at(span)
                    if policy is not None:
                        taken: Stance | None = stance
                        if proposal.is_ended or self._is_ended(span):
                            taken = _ENDED.get(stance)
                        evidence = Span(min(proposal.cue.start, span.start), span.end)
                        if taken is not None:
                            self.add(claim.speaker, taken, policy, evidence, number)

    def add(self, subject: int, stance: str, policy: int, span: Span, claim: int | None) -> None:
        """Adds a relation, unless the same is said before it in the text."""
        who = self.referents[subject]
        is_nobody = not who.named and who.name.lower() in _NOBODY
        if subject == policy or is_nobody or who.type not in ("person", "organisation", "place"):
            return
        self._sides.add((subject, policy))
        key = (subject, stance, policy)
        before = self.relations.get(key)
        if before is None or span < before.span:
            self.relations[key] = Relation(subject, stance, policy, span, claim=claim)

    def add_if_silent(self, speaker: int | None, one: Spoken) -> None:
        """Adds the side that a speaker takes, unless they are known to take one on that policy."""
        policy = one.mention.referent
        if speaker is not None and not self._is_known(speaker, policy):
            self.add(speaker, one.stance, policy, one.words, one.claim)

    def _is_known(self, who: int, policy: int) -> bool:
        """Whether somebody is known to take a side on a policy, or is a place, which owns much that is no policy."""
        is_place = self.referents[who].type == "place"
        return is_place or (who, policy) in self._sides

    def add_scope(self, scope: Scope) -> None:
        """Adds whom a policy is aimed at, or where it holds."""
        other = scope.referent
        if other is None and scope.group is not None:
            other = self._described(scope.group.of(self._document.text), scope.group)
        if other is not None and other != scope.policy:
            key = (scope.policy, scope.predicate, other)
            self.relations.setdefault(key, Relation(scope.policy, scope.predicate, other, scope.span))

    def _announced(self, who: int | None, stance: Stance, claim: int) -> tuple[int | None, Stance]:
        """Who proposes or promises what somebody says that others would do: the speaker, where those are no person."""
        said = self._claims[claim]
        is_own = who is None or who == said.speaker or self.referents[who].type != "person"
        if said.speaker is None or not is_own:
            return who, stance
        is_announced = said.cue_span is not None and "announc" in said.cue_span.of(self._document.text)
        return said.speaker, "promises" if is_announced else stance

    def _is_ended(self, span: Span) -> bool:
        """Whether a measure is the end of a policy that is known by itself."""
        gone = ended(self._document.text, span)
        return gone is not None and any(placed == gone for placed, _ in self._placed)

    def policy_at(self, span: Span) -> int | None:
        """The policy whose mention covers most of a span."""
        first = bisect_left(self._starts, span.start)
        near = self._placed[max(0, first - _NEAR) : bisect_right(self._starts, span.end)]
        shared = [(min(p.end, span.end) - max(p.start, span.start), -n) for p, n in near if p.overlaps(span)]
        return -max(shared)[1] if shared else None

    def policy_before(self, end: int) -> int | None:
        """The policy whose mention ends right before an offset."""
        index = bisect_right(self._starts, end)
        for span, number in reversed(self._placed[max(0, index - _NEAR) : index]):
            if 0 <= end - span.end <= 2:
                return number
        return None

    def _group(self, phrase: Phrase) -> int:
        span = split(self._document).span(phrase.first, phrase.last)
        return self._described(phrase.text, span, is_group=phrase.is_plural)

    def _described(self, name: str, span: Span, *, is_group: bool = True) -> int:
        """The unnamed group that some words describe; the same words, the same group."""
        words = " ".join(name.split())
        known = self._groups.get(words.casefold())
        if known is None:
            known = self._groups[words.casefold()] = len(self.referents)
            self.referents.append(Referent("organisation", words, named=False, group=is_group))
        mention = Mention(span, known, "nominal")
        if mention not in self._mentioned:
            self._mentioned.add(mention)
            self.mentions.append(mention)
        return known
