"""What makes two names one policy: the same thing done, to the same or to less."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.words import FUNCTION, listed
from ingest.policies.measures import DEGREES, GIVING, LAWS, MORE, NOUNS, SAME_ACTIONS, VERBS
from ingest.policies.phrases import DETERMINERS, JOINING, head_of

WORD = re.compile(r"[^\W_]+(?:[-‑.&][^\W_]+)*")
_POSSESSOR = re.compile(r"\A(?:[A-Z][\w.-]*[ ]){0,3}[A-Z][\w.-]*['’]s[ ]")
_ACTIONS = {word: row[0] for row in SAME_ACTIONS for word in row}
_SMALL = DETERMINERS | JOINING | FUNCTION | listed("u.s us uk american undocumented irregular illegal")
_SAME_PEOPLE = {"foreigner": "migrant", "immigrant": "migrant", "alien": "migrant"}
_NOUN_ACTIONS = frozenset(_ACTIONS.values()) | (VERBS & NOUNS)


@dataclass(frozen=True, slots=True)
class Key:
    """What a policy's name says: what is done, or the head of the noun phrase, and the other words that tell it.

    ``core`` is the one of those others that must be there: the head of what it is done to.
    """

    action: str
    rest: frozenset[str]
    core: str = field(default="", compare=False)

    def fits(self, other: Key) -> bool:
        """Whether the two may be one policy: the same done, and nothing in either that the other contradicts."""
        return self.action == other.action and (self.rest <= other.rest or other.rest <= self.rest)


@lru_cache(maxsize=4096)
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


def key_of(name: str) -> Key:
    """The key of a policy's name.

    >>> key_of("rapid expulsion of foreigners") == key_of("expel all foreigners")
    True
    """
    words = [match[0].lower() for match in WORD.finditer(_POSSESSOR.sub("", name))]
    if len(words) > 1 and words[0] in GIVING:
        words = [word for word in words[1:] if word not in MORE] or words
    told = [word for word in words if word not in _SMALL and word not in DEGREES] or words
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


def is_deed(key: Key) -> bool:
    """Whether the name says what is done ("expulsion"), and not only what there is ("the deal")."""
    return _is_deed(key.action)


def _is_deed(action: str) -> bool:
    return action in VERBS or action in _NOUN_ACTIONS


def is_general(key: Key) -> bool:
    """Whether the head alone says little of what policy is meant ("programme", "law")."""
    return key.action in LAWS
