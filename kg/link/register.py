"""What is known of all keys: the names their referents bear, which names articles pair, and whom each key means.

Read from the store as far as it is asked for, and kept up to date while articles go in and out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kg.iris import fold
from kg.link.names import FEWEST_ARTICLES, person_name, spells, within_block
from kg.link.resolving import (
    ALSO_CALLED,
    ALT_LABEL,
    GROUP,
    NAME_KEY,
    PREF_LABEL,
    RESOLVES_TO,
    UNNAMED,
    A,
    Book,
    Referent,
)
from kg.ontology import concept, term
from kg.store import Store, value

REPLACED_BY = term("dcterms:isReplacedBy")
MOST_CLAIMANTS = 8
"""A short form that more long forms claim is nobody's, whichever of them are one."""


@dataclass(slots=True)
class Names:
    """What the referents of one key are called, counted by referent."""

    unnamed: bool = False
    group: bool = False
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)
    label: str = ""

    @property
    def is_present(self) -> bool:
        """Whether any referent has the key."""
        return bool(self.names)

    def count(self, referent: Referent, sign: int) -> bool:
        """Counts a referent in or out; true where a name came or went."""
        changed = _count(self.names, referent.name, sign)
        for alias in referent.aliases:
            changed |= _count(self.aliases, alias, sign)
        self.unnamed |= referent.unnamed
        self.group |= referent.group
        return changed

    def find_label(self) -> str:
        """The best dressed of the forms of the name used most: one name with and without accents is one."""
        if len(self.names) == 1:
            return next(iter(self.names))
        used: Counter[str] = Counter()
        for name, count in self.names.items():
            used[fold(name)] += count
        most = max(used, key=lambda folded: (used[folded], folded))
        return max((n for n in self.names if fold(n) == most), key=lambda n: (_dress(n), self.names[n], n))


def _count(counter: Counter[str], name: str, sign: int) -> bool:
    before = counter[name]
    counter[name] = before + sign
    if not counter[name]:
        del counter[name]
    return not before or not counter[name]


def _dress(name: str) -> int:
    """How well a name is dressed: words with capitals, letters with accents, not all capitals. The better is shown."""
    capitals = sum(word[:1].isupper() for word in name.split())
    return capitals + sum(not c.isascii() for c in name) - 100 * (name.isupper() and len(name) > 5)


class Claims:
    """Which long forms claim a short one: those that its letters spell, and those that enough articles pair with it."""

    def __init__(self) -> None:
        self._spelt: dict[str, set[str]] = defaultdict(set)
        self._often: dict[str, set[str]] = defaultdict(set)

    def count(self, short: str, long: str, articles: int, *, is_spelt: bool) -> None:
        """Notes in how many articles two names are one thing's."""
        for index, holds in ((self._spelt, is_spelt and articles > 0), (self._often, articles >= FEWEST_ARTICLES)):
            (index[short].add if holds else index[short].discard)(long)
            if not index[short]:
                del index[short]

    def claimant(self, short: str, group: Callable[[str], str]) -> str | None:
        """The one long form to which a short form belongs; none where two claim it.

        Those that its letters spell go before the others. ``group`` tells which long forms are one person anyway.
        """
        sure = self._spelt.get(short) or self._often.get(short) or ()
        if not sure or len(sure) > MOST_CLAIMANTS or len({group(long) for long in sure}) > 1:
            return None
        return min(sure)


class Register:
    """The keys of a store. ``into`` has those that mean another's entity, ``members`` the keys of such an entity."""

    def __init__(self, store: Store, split_off: frozenset[str]) -> None:
        self._store = store
        self.split_off = split_off
        self._names: dict[str, Names] = {}
        self._blocks: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._joined: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._claims = Claims()
        self.longs: dict[str, Counter[str]] = defaultdict(Counter)
        self.shorts: dict[str, Counter[str]] = defaultdict(Counter)
        self.into: dict[str, str] = {}
        self.members: dict[str, set[str]] = {}
        pattern = store.engine.quads_for_pattern
        for quad in pattern(None, REPLACED_BY, None, store.iris.entities):
            self.mean(value(quad.subject), value(quad.object))
        for quad in pattern(None, ALSO_CALLED, None, None):
            self._pair(value(quad.subject), value(quad.object), 1)
        for quad in pattern(None, A, concept("person"), store.iris.entities):
            key = value(quad.subject)
            if key not in self.members or next(self.referents(key), None):
                self._place(key, is_used=True)
        for key in {*self.into, *self.longs, *self.shorts}:
            self._place(key, is_used=True)

    def kind_of(self, key: str) -> str:
        """The type of entity of a key."""
        return self._store.iris.parts(key)[0]

    def mean(self, key: str, entity: str) -> None:
        """Notes which entity a key means."""
        old = self.into.pop(key, key)
        if old in self.members:
            self.members[old].discard(key)
            if self.members[old] <= {old}:
                del self.members[old]
        if entity != key:
            self.into[key] = entity
            self.members.setdefault(entity, {entity}).add(key)

    def entity_of(self, key: str) -> str:
        """The entity that a key means."""
        return self.into.get(key, key)

    def names(self, key: str) -> Names:
        """What the referents of a key are called; read once, before anything is counted."""
        if key not in self._names:
            found = self._names[key] = Names()
            pattern = self._store.engine.quads_for_pattern
            for node in self.referents(key):
                found.names.update(value(q.object) for q in pattern(node, PREF_LABEL, None, None))
                found.aliases.update(value(q.object) for q in pattern(node, ALT_LABEL, None, None))
                found.unnamed |= any(pattern(node, A, UNNAMED, None))
                found.group |= any(pattern(node, A, GROUP, None))
            found.label = found.find_label() if found.names else ""
        return self._names[key]

    def referents(self, key: str) -> Iterator[NamedNode]:
        """The referents that have a key, as the store has them."""
        pattern, node = self._store.engine.quads_for_pattern, NamedNode(key)
        if key in self.into:
            yield from (quad.subject for quad in pattern(None, NAME_KEY, node, None))  # type: ignore[misc]
            return
        for quad in pattern(None, RESOLVES_TO, node, None):
            if key not in self.members or next(pattern(quad.subject, NAME_KEY, None, None), None) is None:
                yield quad.subject  # type: ignore[misc]

    def count(self, out: Iterable[Book], into: Iterable[Book]) -> tuple[set[str], set[str]]:
        """Counts articles out and in; returns the keys with a change in their names, and those to be grouped anew."""
        out, into = list(out), list(into)
        keys = {referent.key for book in (*out, *into) for referent in book.referents.values()}
        was = {key: self.names(key).is_present for key in keys}
        renamed = set()
        paired = {pair: self.paired(*pair) for book in (*out, *into) for pair in book.also_called}
        claimed = {short: self._claims.claimant(short, self._group) for _, short in paired}
        for sign, books in ((-1, out), (1, into)):
            for book in books:
                for referent in book.referents.values():
                    if self._names[referent.key].count(referent, sign):
                        renamed.add(referent.key)
                for long, short in book.also_called:
                    self._pair(long, short, sign)
        for key in keys:
            names = self._names[key]
            label = names.find_label() if names.is_present else ""
            if label != names.label:
                names.label = label
                renamed.add(key)
        changed = {key for key, present in was.items() if self._names[key].is_present != present}
        changed |= {
            key
            for (long, short), before in paired.items()
            if min(before, FEWEST_ARTICLES) != min(self.paired(long, short), FEWEST_ARTICLES)
            for key in (long, short, claimed[short])
            if key
        }
        for key in changed:
            used = key in self.longs or key in self.shorts or self.names(key).is_present
            self._place(key, is_used=used)
        return renamed, changed

    def paired(self, long: str, short: str) -> int:
        """How many articles use two names for one thing."""
        return self.shorts[long][short] if long in self.shorts else 0

    def _pair(self, long: str, short: str, sign: int) -> None:
        for index, one, other in ((self.shorts, long, short), (self.longs, short, long)):
            index[one][other] += sign
            if not index[one][other]:
                del index[one][other]
            if not index[one]:
                del index[one]
        articles = self.paired(long, short)
        if self._block(long) is not None and self._block(long) == self._block(short):
            self._joined.pop(self._block(long) or (), None)
        else:
            self._claims.count(short, long, articles, is_spelt=self._is_spelt(short, long))

    def _is_spelt(self, short: str, long: str) -> bool:
        kind, slug = self._store.iris.parts(short)
        return kind == "person" or spells(slug, self._store.iris.parts(long)[1])

    def _block(self, key: str) -> tuple[str, ...] | None:
        kind, slug = self._store.iris.parts(key)
        name = person_name(slug) if kind == "person" and key not in self.split_off else None
        return name.block if name else None

    def _place(self, key: str, *, is_used: bool) -> None:
        """Keeps a person's key in the block of its name as long as anybody uses it."""
        if (block := self._block(key)) is not None:
            self._joined.pop(block, None)
            (self._blocks[block].add if is_used else self._blocks[block].discard)(key)

    def around(self, key: str) -> set[str]:
        """The keys whose grouping may hang on a key: those of its block, and the shorter names of all these."""
        block = self._block(key)
        near = {key} | (self._blocks.get(block, set()) if block else set())
        return near | {short for long in near for short in self.shorts.get(long, {})}

    def stable_pairs(self, key: str) -> list[tuple[str, str]]:
        """The pairs of keys, of one person or body by their names alone, that a key is in."""
        if key in self.split_off:
            return []
        found = [pair for pair in self._in_block(self._block(key)) if key in pair]
        for short in {key, *self.shorts.get(key, {})}:
            long = self._claims.claimant(short, self._group)
            if long and key in (long, short):
                found.append((long, short))
        return found

    def _in_block(self, block: tuple[str, ...] | None) -> list[tuple[str, str]]:
        """The pairs of keys of a block that are one person; found once until the block changes."""
        if block is None or len(self._blocks.get(block, ())) < 2:
            return []
        if block not in self._joined:
            parts = self._store.iris.parts
            names = {key: name for key in self._blocks[block] if (name := person_name(parts(key)[1]))}
            self._joined[block] = within_block(names, lambda k: [*self.longs.get(k, ()), *self.shorts.get(k, ())])
        return self._joined[block]

    def _group(self, key: str) -> str:
        """The first of the keys that are one with a key within its block."""
        found, waiting = {key}, [key]
        pairs = self._in_block(self._block(key))
        while waiting:
            here = waiting.pop()
            for pair in pairs:
                if here in pair:
                    waiting += [k for k in pair if k not in found]
                    found.update(pair)
        return min(found)

    def rank(self, key: str) -> tuple[object, ...]:
        """Which of several keys of one entity gives it its id: the least. Never a count, so that it seldom changes."""
        kind, slug = self._store.iris.parts(key)
        name = person_name(slug) if kind == "person" else None
        if name:
            return False, name.is_abbreviated, len(name.middles), key
        return key in self.longs, False, 0, key
