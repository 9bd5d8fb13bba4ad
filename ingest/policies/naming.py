"""What makes two names one policy: the same thing done, to the same or to less."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.words import FUNCTION, listed
from ingest.policies.measures import (
    CARRIERS,
    DEGREES,
    ENDING,
    GENERAL,
    GIVING,
    MORE,
    NOUNS,
    SAME_ACTIONS,
    VAGUE,
    VERBS,
)
from ingest.policies.phrases import DETERMINERS, JOINING, head_of

WORD = re.compile(r"[^\W_]+(?:[-‑.&][^\W_]+)*")
_POSSESSOR = re.compile(r"\A(?:[A-Z][\w.-]*[ ]){0,3}[A-Z][\w.-]*['’]s[ ]")
_ACTIONS = {word: row[0] for row in SAME_ACTIONS for word in row}
_EXCLUSIVE = listed("solely only alone merely exclusively purely mere")
"""What makes another policy of one: whoever is against taxes alone may be for taxes."""
_SMALL = (DETERMINERS | JOINING | FUNCTION | listed("u.s us uk american undocumented irregular illegal")) - _EXCLUSIVE
_GOING = listed("entering coming trying attempting arriving country")
"""What those do to whom a way in is closed: it does not tell one ban from another."""
_UNTOLD = _SMALL | DEGREES | _GOING
"""Words that do not tell one policy from another."""
_SAME_PEOPLE = {"foreigner": "migrant", "immigrant": "migrant", "alien": "migrant"}
_NOUN_ACTIONS = frozenset(_ACTIONS.values()) | (VERBS & NOUNS)


_HOLLOW = GENERAL | CARRIERS | VAGUE | listed("act package effort")
_BUILDING = listed("build building erect construct")
"""Verbs whose object is the policy too: whoever wants to build a wall wants the wall."""
_LIMITING = ENDING | listed(
    """
    ban bar block break close condemn curb cut defund deny fight freeze limit narrow oppose outlaw prevent refuse
    remove replace restrict shut slash strip weaken undermine
    """
)
"""What does away with something or limits it."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a policy's name says: what is done, or the head of the noun phrase, and the other words that tell it.

    ``core`` is the one of those others that must be there: the head of what it is done to.
    """

    action: str
    rest: frozenset[str]
    core: str = field(default="", compare=False)

    @property
    def told(self) -> frozenset[str]:
        """The words that say which policy is meant: not "plan", not "law"."""
        return (self.rest | {self.action}) - _HOLLOW

    def fits(self, other: Key) -> bool:
        """Whether the two may be one policy: the same done, and nothing in either that the other contradicts."""
        return self.action == other.action and (self.rest <= other.rest or other.rest <= self.rest)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A word without its inflection; a noun for something done as the verb.

    >>> [stem(word) for word in ("expulsions", "expel", "banning", "cuts", "foreigners", "deported")]
    ['expel', 'expel', 'ban', 'cut', 'migrant', 'deport']
    """
    low = word.lower()
    if low in _ACTIONS:
        return _ACTIONS[low]
    if is_plural(low):
        low = singular(low)
        return _ACTIONS.get(low, _SAME_PEOPLE.get(low, low))
    for ending in ("ing", "ed"):
        base = low.removesuffix(ending)
        if base != low and len(base) > 2:
            for verb in (base, base + "e", base[:-1] if base[-1] == base[-2] else base):
                if verb in VERBS:
                    return _ACTIONS.get(verb, verb)
    return low


ENDED = frozenset(map(stem, ENDING))
"""What is done where a policy is done away with, as `stem` gives it."""


def key_of(name: str) -> Key:
    """The key of a policy's name.

    >>> key_of("rapid expulsion of foreigners") == key_of("expel all foreigners")
    True
    """
    words = [match[0].lower() for match in WORD.finditer(_POSSESSOR.sub("", name))]
    if len(words) > 1 and words[0] in GIVING | _BUILDING:
        words = [word for word in words[1:] if word not in MORE] or words
    told = [word for word in words if word not in _UNTOLD] or words
    stems = [stem(word) for word in told]
    if words[0] in VERBS or (words[0].endswith("ing") and stem(words[0]) in VERBS):
        action = stem(words[0])
    else:
        limit = next((index for index, word in enumerate(words) if index and word in JOINING), len(words))
        heads = [word for word in words[:limit] if word not in _SMALL and word not in DEGREES] or [words[limit - 1]]
        action = stem(heads[-1])
        if words[0] in MORE and not _is_deed(action):
            return Key(_ACTIONS["raise"], frozenset(stems))
    rest = frozenset(stems) - {action}
    behind = words[next((index + 1 for index, word in enumerate(words) if stem(word) == action), 0) :]
    if behind and behind[0] in JOINING:
        behind = behind[1:]
    core = stem(head_of(behind)) if behind else ""
    return Key(action, rest, core if core in rest else "")


def speaks_of(one: Key, other: Key) -> bool:
    """Whether one name is the other with a word more: "build a wall" and "the wall", "migration" and its "policies".

    What does away with something, or limits it, is another policy than that; so is a thing alone.
    """
    ours, theirs = one.told, other.told
    if (ours & _EXCLUSIVE) != (theirs & _EXCLUSIVE):
        return False
    fewer, more = (one, other) if len(ours) <= len(theirs) else (other, one)
    if not fewer.told or not fewer.told <= more.told:
        return False
    if more.told == fewer.told:
        return not {one.action, other.action} & _LIMITING or one.action == other.action
    if more.action in _LIMITING and more.action not in fewer.told:
        return False
    heart = {more.action, more.core}
    if fewer.action in _HOLLOW and not more.told <= heart:
        return len(fewer.told) > 1  # "quota policies" are not the easing of herring quotas
    return len(fewer.told) > 1 or fewer.told <= heart


def is_deed(key: Key) -> bool:
    """Whether the name says what is done ("expulsion"), and not only what there is ("the deal")."""
    return _is_deed(key.action)


def _is_deed(action: str) -> bool:
    return action in VERBS or action in _NOUN_ACTIONS
