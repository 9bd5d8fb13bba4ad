"""Whether a noun and the words before it make a document, no plan or deal as such, and how far its name goes."""

from __future__ import annotations

from collections.abc import Container

from ingest.lexicon.words import CALENDAR, SUBJECTS, listed
from ingest.words import Words

LAWS = frozenset(
    {
        "law",
        "act",
        "bill",
        "treaty",
        "agreement",
        "accord",
        "constitution",
        "programme",
        "program",
        "plan",
        "strategy",
        "paper",
        "analysis",
        "deal",
        "pact",
        "package",
        "initiative",
    }
)
"""Nouns that are documents only where it is said whose or which."""
_PLANNED = listed("campaign government governing original electoral party election national")
"""What somebody's programme is called that is a document, and not what he means to do."""
_ON_AIR = listed("news tv radio television cable cnn bbc nbc abc cbs msnbc fox npr pbs sunday morning evening talk")
_AGREED = listed("deal pact package initiative")
"""Nouns for what was agreed or begun, that are documents where a name tells which."""
_KINDS_OF_DEALS = listed("nuclear climate trade peace arms emissions ceasefire fisheries tariff debt")
_PASSED = listed("stimulus rescue bailout aid relief reform spending recovery austerity")
_TOPICS = (
    SUBJECTS - {"international", "natural", "public", "human", "civil", "criminal", "religious", "state", "law"}
) | listed("spending reform care budget farm gun guns voting debt surveillance abortion marriage pension wage minimum")
"""What a law may deal with, so that no other is called by it in the same breath."""
_CHARGED = listed("tax energy heating water medical hospital phone electricity fuel legal")
"""What somebody's bill is for that is no law."""
_NO_DATES = listed("may today yesterday tomorrow tonight")
_WITHIN_ACTS = listed("of for in to against and")
_LONGEST_ACT = 7
_PARTISAN = listed(
    "democratic republican gop party nominating libertarian labour tory conservative national constitutional"
)
_CONVENED = listed("geneva vienna hague stockholm istanbul basel budapest bern lanzarote montevideo aarhus un rights")
"""Where conventions are signed, and not held by a party."""


def is_document_of(words: Words, first: int, head: int) -> bool:
    """Whether the words before a noun make it a document: no party's convention, nobody's plan, no weekday's leader."""
    before, low = words.lows[first:head], words.lows[head]
    if low == "convention":
        is_dated = words.lows[head - 1].isdigit() or words.lows[head - 1] in _CONVENED
        return is_dated and not _PARTISAN.intersection(before)
    if low in _AGREED:
        return _is_agreed(words, first, head)
    if low in ("op-ed", "editorial", "plan", "program", "programme") and all(word in CALENDAR for word in before):
        return False
    if words.possessive[head - 1] and first == head - 1 and low in LAWS:
        return low in ("bill", "law")
    if low == "bill" and words.lows[head - 1] in _CHARGED and any(words.possessive[first:head]):
        return False
    if low in ("program", "programme") and _ON_AIR.intersection(before):
        return False
    if low == "index" and "stock" in words.lows[head - 1]:
        return False
    is_owned = any(words.possessive[place] for place in range(first, head))
    if is_owned and low in ("plan", "strategy", "program", "programme", "agreement", "accord", "paper"):
        return low in ("program", "programme") and words.lows[head - 1] in _PLANNED
    return True


def deals_with(words: Words, index: int) -> bool:
    """Whether a word says what the one law of that kind deals with ("the fisheries bill", "an omnibus bill").

    It is told by that where "the" stands before, or where the word names a kind of which there is one.
    """
    follows, before = index + 1, words.lows[index - 1] if index else ""
    if words.lows[index] == "omnibus":
        return True
    while follows < len(words) and words.joined[follows] and words.lows[follows] in _TOPICS:
        follows += 1
    if words.lows[index] not in _TOPICS or follows >= len(words) or not words.joined[follows]:
        return False
    return words.lows[follows] in ("law", "bill") and before == "the"


def _is_agreed(words: Words, first: int, head: int) -> bool:
    """Whether a deal or a package is told from others by more than who made it ("the Orvale nuclear deal")."""
    between = range(first + 1, head)
    low = words.lows[head]
    if low == "package":
        return words.lows[head - 1] in _PASSED
    if low == "initiative":
        return all(words.words[place][0].isupper() for place in range(first, head)) and head - first > 1
    return bool(between) and words.lows[head - 1] in _KINDS_OF_DEALS and not any(words.possessive[first:head])


def widened(words: Words, first: int, last: int, taken: Container[int]) -> int:
    """The first word of an act's name, over small words between capitals ("Justice for Victims of Floods Act")."""
    while words.lows[last] == "act" and first > 1 and last - first < _LONGEST_ACT:
        before = first - 1 - (words.lows[first - 1] in _WITHIN_ACTS)
        is_capital = words.words[before][0].isupper() and not words.possessive[before] and before not in taken
        if before == first - 1 or not (words.joined[first] and words.joined[first - 1] and is_capital):
            break
        first = before
    return first


def dated(words: Words, head: int) -> int:
    """The last word of a description with the month or year right behind it: "poll from October 2025"."""
    follows = head + 1
    if follows < len(words) and words.joined[follows] and words.lows[follows] in ("from", "of"):
        follows += 1
    last = head
    while (
        follows < len(words) and words.joined[follows] and (words.lows[follows] in CALENDAR or _is_year(words, follows))
    ):
        if words.lows[follows] in _NO_DATES or (last == head and follows == head + 1 and not _is_year(words, follows)):
            break
        last, follows = follows, follows + 1
    return last


def _is_year(words: Words, index: int) -> bool:
    return words.words[index].isdigit() and len(words.words[index]) == 4
