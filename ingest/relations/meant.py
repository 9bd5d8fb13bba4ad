"""Bodies that are meant by a noun alone: "the union's president", "a spokesman for the group"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ingest.lexicon.words import HEADS_LAST, ORG_NOUNS, OUTLET_NOUNS, listed
from ingest.relations.named import Place
from ingest.words import Words, fold
from kg.model import Referent

_KINDS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        listed("group organization organisation nonprofit charity"),
        listed("group foundation alliance coalition association society institute project fund partnership movement"),
    ),
    (
        listed("company firm business retailer manufacturer"),
        listed("company group corp corporation inc ltd llc co motors industries technologies systems partners energy"),
    ),
    (listed("agency bureau"), listed("agency bureau administration service services investigations authority")),
    (OUTLET_NOUNS, listed("times post tribune herald gazette journal news magazine review globe chronicle")),
)
"""Nouns that stand for a body, and the heads that the names of such bodies may have; others are of another kind."""
_NAMED_SO = listed(
    """
    union committee commission association university foundation institute center centre department museum hospital
    college council federation coalition network alliance board bank
    """
)
"""Nouns that stand for the body whose name has them."""
_NEAR = 60
"""Words within which a body must have been named before a noun that stands for it."""


def meant(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> Iterator[Place]:
    """The nouns behind "the" that stand for a body named shortly before: the last one, or the last with that noun."""
    firsts = [place.first for place in named]
    called: dict[str, list[tuple[int, int]]] = defaultdict(list)
    """For each noun the bodies that have it in their names, and where they are named first."""
    for number, first in _first_named(named).items():
        if referents[number].type == "organisation":
            for noun in _NAMED_SO & _words_of(referents[number]):
                called[noun].append((first, number))
    for index in range(1, len(words)):
        low = words.lows[index]
        if low not in ORG_NOUNS or words.lows[index - 1] != "the" or not words.joined[index]:
            continue
        follows = index + 1
        if follows < len(words) and words.joined[follows] and words.words[follows][0].isupper():
            continue  # "the network President Lima formed"
        before = named[bisect_left(firsts, index - _NEAR) : bisect_left(firsts, index)]
        bodies = [place.referent for place in reversed(before) if referents[place.referent].type == "organisation"]
        body = _meant(low, bodies, referents)
        if body is None and low in _NAMED_SO and len(called[low]) == 1 and called[low][0][0] < index:
            body = called[low][0][1]
        if body is not None and words.words[index].islower():
            yield Place(index, index, body)


def _first_named(named: Sequence[Place]) -> dict[int, int]:
    """Where each is named first."""
    return {place.referent: place.first for place in reversed(named)}


def _meant(noun: str, bodies: Sequence[int], referents: Sequence[Referent]) -> int | None:
    """Which of the bodies, the last named first, a noun stands for; none where the last is of another kind."""
    if noun in _NAMED_SO:
        return next((body for body in bodies if noun in _words_of(referents[body])), None)
    heads = next((heads for nouns, heads in _KINDS if noun in nouns), None)
    if heads is None or not bodies:
        return None
    telling = _words_of(referents[bodies[0]]) & (HEADS_LAST | ORG_NOUNS)
    return bodies[0] if telling <= heads else None


def _words_of(referent: Referent) -> set[str]:
    return {fold(word) for name in (referent.name, *referent.aliases) for word in name.split()}
