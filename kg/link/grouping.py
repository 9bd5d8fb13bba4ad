"""Which keys are one entity, and which of them gives it its id.

Three voices, in this order: what people decided (the newer before the older), the authority list, and stable aliases.
A later voice never joins what an earlier one keeps apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.link.authority import AuthorityList
from kg.link.register import Register
from kg.rulings import Groups, Rulings, settle


class Grouping:
    """Groups keys; holds what the three voices say."""

    def __init__(self, register: Register, rulings: Rulings, authority: AuthorityList) -> None:
        self._register = register
        self._rulings = rulings
        self._authority = authority

    def groups(self, keys: Iterable[str]) -> list[list[str]]:
        """The groups of all keys that hang together with some."""
        found, seen = [], set()
        for key in sorted(keys):
            if key not in seen:
                connected = self._connected(key)
                seen |= connected
                found += self._divided(connected)
        return found

    def _connected(self, start: str) -> set[str]:
        """The keys that any voice joins to one, directly or by way of others."""
        found, waiting = {start}, [start]
        while waiting:
            key = waiting.pop()
            near = {*self._rulings.neighbours(key), *self._authority.neighbours(key)}
            near.update(other for pair in self._register.stable_pairs(key) for other in pair)
            waiting += near - found
            found |= near
        return found

    def _divided(self, keys: set[str]) -> list[list[str]]:
        if len(keys) == 1:
            return [list(keys)]
        groups = Groups(keys)
        settle(groups, self._rulings.among(keys))
        entries = sorted(key for key in keys if key in self._authority.entries)
        for i, one in enumerate(entries):
            for other in entries[i + 1 :]:
                groups.part(one, other, "authority")
        for key in sorted(keys):
            for other in self._authority.neighbours(key):
                groups.join(key, other)
        for long, short in sorted({pair for key in keys for pair in self._register.stable_pairs(key)}):
            groups.join(long, short)
        return groups.all()

    def chosen(self, group: list[str]) -> str | None:
        """The key that gives a group its id; none where no referent has any of its keys.

        The one kept by the newest merge, else that of the authority list, else the one that its form puts first.
        """
        register = self._register
        present = [key for key in group if register.names(key).is_present]
        if not present or len(group) == 1:
            return present[0] if present else None
        for judgement in self._rulings.among(group):
            if judgement.same and judgement.one in present:
                return judgement.one
        entries = sorted(key for key in group if key in self._authority.entries)
        return entries[0] if entries else min(present, key=register.rank)
