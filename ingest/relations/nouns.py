"""Nouns that say what somebody is: "director", "ex-mayor", "secretary of state"."""

from __future__ import annotations

from ingest.lexicon.gazetteer import COUNTRIES
from ingest.lexicon.roles import COMPOUNDS, DESCRIBING, HEADS, NATIONAL, OFFICES, TAILS
from ingest.lexicon.words import COMMON, DOCUMENT_NOUNS, FUNCTION, ORG_NOUNS
from ingest.relations.named import Text

_SHORT = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pres": "president",
    "gen": "general",
    "prof": "professor",
}
_SHORTEST_AGENT = 6
_SUFFIXES = ("-elect", "-designate", "-turned")
_PREFIXES = ("then-", "ex-", "now-", "co-", "vice-", "soon-to-be-", "one-time-", "longtime-")
_OCCUPIED = (
    "ologist",
    "entalist",
    "onomist",
    "ographer",
    "maker",
    "keeper",
    "holder",
    "owner",
    "grower",
    "dealer",
    "worker",
    "writer",
    "player",
    "officer",
    "runner",
    "teacher",
    "leader",
    "fighter",
)
"""What nouns end in that say what somebody does, and are hardly ever anything else."""
_AGENTS = ("ist", "ologist", "man", "woman", "er", "or", "ian", "crat")


def bare(low: str) -> str:
    """A role's noun without what says since or until when: "ex-mayor", "then-secretary", "mayor-elect".

    >>> bare("ex-mayor"), bare("governor-elect"), bare("vice-president")
    ('mayor', 'governor', 'president')
    """
    for prefix in _PREFIXES:
        low = low.removeprefix(prefix)
    for suffix in _SUFFIXES:
        low = low.removesuffix(suffix)
    return low


def is_noun(low: str, *, described: bool = False) -> bool:
    """Whether a word is a role's noun; where somebody is plainly described, whether it can be a noun for a person."""
    noun = bare(low)
    if noun in HEADS or (noun.endswith(_OCCUPIED) and noun not in COMMON and len(noun) >= _SHORTEST_AGENT + 2):
        return True
    if not described:
        return False
    if noun in DESCRIBING:
        return True
    return (
        len(noun) >= _SHORTEST_AGENT
        and noun.endswith(_AGENTS)
        and noun not in COMMON
        and noun not in FUNCTION
        and noun not in DOCUMENT_NOUNS
        and noun not in ORG_NOUNS
    )


def singular(low: str) -> str:
    """A role's noun in the singular.

    >>> singular("aides"), singular("boss")
    ('aide', 'boss')
    """
    return low[:-1] if low.endswith("s") and low not in HEADS and bare(low[:-1]) in HEADS else low


def compound_end(text: Text, noun: int) -> int:
    """The last word of a role's noun: that of "secretary of state", "attorney general", "chief of staff"."""
    words = text.words
    follows = noun + 1
    if follows < text.size and words.joined[follows] and words.lows[follows] in TAILS:
        return follows
    if follows + 1 < text.size and words.joined[follows] and words.joined[follows + 1]:
        joined = COMPOUNDS.get((bare(words.lows[noun]), words.lows[follows]), frozenset())
        if words.lows[follows + 1] in joined:
            return follows + 1 + (words.lows[follows + 1] == "the")
    return noun


def is_office(low: str, place: str = "") -> bool:
    """Whether a noun is that of an office which is held for a place: any, or the one of that name."""
    return bare(low) in (NATIONAL if place in COUNTRIES else OFFICES)


def full(noun: str) -> str:
    """A role's noun, written out where it is an abbreviation."""
    return _SHORT.get(noun, noun)
