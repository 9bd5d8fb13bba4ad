"""Whom "who", "which" and "that" refer to: the name right before them, or before an apposition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ingest.lexicon.words import listed
from ingest.relations.roles import Place
from ingest.words import Words
from kg.model import Referent

_ARTICLES = listed("a an the his her its their")
_LONGEST_APPOSITION = 14


def before_relative(
    words: Words, named: Sequence[Place], referents: Sequence[Referent], low: str, index: int
) -> int | None:
    """The referent named right before the relative pronoun ``low`` at ``index``, none where nobody is."""
    number = bisect_right(named, index, key=lambda name: name.first) - 1
    if (
        number < 0
        or not (named[number].last == index - 1 or _is_apposed(words, named[number].last, index))
        or (low == "who" and referents[named[number].referent].type != "person")
    ):
        number = _before_apposition(words, named, referents, number, index)
    if number < 0:
        return None
    who = named[number].referent
    is_person = referents[who].type == "person"
    return who if is_person == (low == "who") or low == "that" else None


def _before_apposition(
    words: Words, named: Sequence[Place], referents: Sequence[Referent], number: int, index: int
) -> int:
    """The number of the name before an apposition that itself ends in a name ("Lima, the Porto leader, who")."""
    earlier = number - 1
    is_person = earlier >= 0 and referents[named[earlier].referent].type == "person"
    return earlier if is_person and _is_apposed(words, named[earlier].last, index) else -1


def _is_apposed(words: Words, last: int, index: int) -> bool:
    """Whether nothing but an apposition stands between the name that ends at ``last`` and the word at ``index``."""
    if not last + 1 < index <= last + _LONGEST_APPOSITION or words.after(last) != ", ":
        return False
    if words.before(index) != ", " or words.lows[last + 1] not in _ARTICLES:
        return False
    return all(words.joined[place] for place in range(last + 2, index))
