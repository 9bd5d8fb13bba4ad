"""What holds of all that was decided: of two decisions that contradict one another, the newer.

Same is transitive, as in nomenklatura's resolver: A is B and B is C make A and C one. A newer "different" between the
two sides keeps an older "same" from joining them, and a newer "same" overrides an older "different".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kg.decisions import DROPPED, ON_CLAIMS, Decision, standing


class Groups:
    """Keys that are joined, and pairs of groups that are kept apart, each for a reason. The first word holds."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        self._parent: dict[str, str] = {key: key for key in keys}
        self._apart: dict[str, dict[str, str]] = {}

    def find(self, key: str) -> str:
        """The key that stands for a key's group."""
        parent = self._parent
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def join(self, one: str, other: str) -> str | None:
        """Makes two groups one; where they are kept apart nothing, and the reason comes back."""
        a, b = sorted((self.find(one), self.find(other)))
        if a == b:
            return None
        if reason := self._apart.get(a, {}).get(b):
            return reason
        self._parent[b] = a
        for third, why in self._apart.pop(b, {}).items():
            del self._apart[third][b]
            self._apart.setdefault(a, {}).setdefault(third, why)
            self._apart.setdefault(third, {}).setdefault(a, why)
        return None

    def part(self, one: str, other: str, reason: str) -> bool:
        """Keeps two groups apart; false where they are one already."""
        a, b = self.find(one), self.find(other)
        if a == b:
            return False
        self._apart.setdefault(a, {}).setdefault(b, reason)
        self._apart.setdefault(b, {}).setdefault(a, reason)
        return True

    def all(self) -> list[list[str]]:
        """The groups, sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._parent):
            found[self.find(key)].append(key)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Judgement:
    """Same or different, of two keys."""

    same: bool
    one: str
    other: str
    decision: Decision


@dataclass(slots=True)
class Rulings:
    """The decisions in force, each where it is looked up."""

    decisions: list[Decision] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    of_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    settled: dict[frozenset[str], str] = field(default_factory=dict)
    renamed: dict[str, Decision] = field(default_factory=dict)
    split: dict[tuple[str, str], str] = field(default_factory=dict)
    split_off: frozenset[str] = frozenset()
    on_claims: dict[str, list[Decision]] = field(default_factory=lambda: defaultdict(list))

    @property
    def dropped(self) -> list[str]:
        """The decisions by which the authority list is no longer obeyed."""
        return [decision.id for decision in self.decisions if decision.verdict == DROPPED]

    @classmethod
    def of(cls, log: Sequence[Decision]) -> Rulings:
        """What holds of a log. ``split_off`` are all entities that ever were, so that no other gets their ids."""
        found = cls(standing(log), split_off=frozenset(d.result or "" for d in log if d.verdict == "split"))
        for decision in found.decisions:
            if decision.verdict in ("same", "different", "unsure"):
                found._judge(decision)
            elif decision.verdict == "renamed":
                found.renamed.setdefault(decision.subjects[0], decision)
            elif decision.verdict == "split":
                for key in decision.subjects:
                    for source in decision.sources:
                        found.split.setdefault((source, key), decision.result or "")
            elif decision.verdict in ON_CLAIMS:
                found.on_claims[decision.sources[0]].append(decision)
        return found

    def _judge(self, decision: Decision) -> None:
        """Takes in a verdict on each pair that has no newer one."""
        for one, other in combinations(decision.subjects, 2):
            pair = frozenset((one, other))
            if pair not in self.settled:
                self.settled[pair] = decision.verdict
                if decision.verdict != "unsure":
                    for key in pair:
                        self.of_key[key].append(len(self.judgements))
                    self.judgements.append(Judgement(decision.verdict == "same", one, other, decision))

    def holds_for(self, source: str, key: str) -> str:
        """The key that a name has in a source: another where somebody split off what that source means by it."""
        seen = set()
        while self.split and key not in seen:
            seen.add(key)
            key = self.split.get((source, key), key)
        return key

    def neighbours(self, key: str) -> Iterator[str]:
        """The keys that somebody said are the same as a key."""
        for index in self.of_key.get(key, ()):
            judgement = self.judgements[index]
            if judgement.same:
                yield judgement.other if judgement.one == key else judgement.one

    def among(self, keys: Iterable[str]) -> list[Judgement]:
        """The judgements between some keys, newest first."""
        wanted = set(keys)
        indices = sorted({index for key in wanted for index in self.of_key.get(key, ())})
        found = [self.judgements[index] for index in indices]
        return [j for j in found if j.one in wanted and j.other in wanted]


def settle(groups: Groups, judgements: Iterable[Judgement]) -> dict[str, str]:
    """Joins and parts groups as judgements say, newest first; returns decision → the newer one that overrides it."""
    overridden: dict[str, str] = {}
    joined: dict[str, str] = {}
    for judgement in judgements:
        if judgement.same:
            reason = groups.join(judgement.one, judgement.other)
            if reason:
                overridden.setdefault(judgement.decision.id, reason)
            else:
                joined.setdefault(judgement.one, judgement.decision.id)
                joined.setdefault(judgement.other, judgement.decision.id)
        elif not groups.part(judgement.one, judgement.other, judgement.decision.id):
            overridden.setdefault(judgement.decision.id, joined[judgement.one])
    return overridden


def overridden(rulings: Rulings) -> dict[str, str]:
    """Decision in force → the newer decision that contradicts it and holds."""
    found = settle(Groups(), rulings.judgements)
    newest: dict[tuple[str, ...], str] = {}
    for decision in rulings.decisions:
        for topic in _topics(decision):
            if topic in newest:
                found.setdefault(decision.id, newest[topic])
            else:
                newest[topic] = decision.id
    return found


def _topics(decision: Decision) -> Iterator[tuple[str, ...]]:
    """What a decision settles: the newest on a topic holds."""
    if decision.verdict in ("same", "different", "unsure"):
        for pair in combinations(sorted(decision.subjects), 2):
            yield ("pair", *pair)
    elif decision.verdict == "split":
        for key in decision.subjects:
            for source in decision.sources:
                yield ("split", source, key)
    else:
        kind = "status" if decision.verdict in ("accepted", "rejected") else decision.verdict
        yield (kind, decision.subjects[0])
