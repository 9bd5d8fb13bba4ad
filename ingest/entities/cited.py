"""Documents that a text cites by a name or a description that tells which one: polls, reports, studies, laws."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ingest.lexicon.words import CALENDAR, CITED_NOUNS, FUNCTION, PERSON_NOUNS, SPEECH_VERBS, listed
from ingest.words import Words

_DETERMINERS = listed(
    """
    a an the this that these those its their his her new latest recent another one two three several
    """
)
_MODIFIERS = listed(
    """
    new latest recent national annual first second third fourth final earlier previous joint nationwide online
    """
)
_LONGEST = 7
_QUALIFIED = listed(
    """
    firm firms school schools enforcement professor student students degree clerk office officer officers center
    centre suit maker makers card cards room station stations worker workers watchers booth booths
    """
)
_ALSO_VERBS = frozenset({"reports", "polls", "surveys", "studies", "bill", "act", "report", "survey"})
_VERBS_AFTER_NAMES = frozenset({"reports", "polls", "surveys", "studies"})
"""What an outlet or an institute does ("The Harbour Times reports"), unless several are spoken of."""
_TREATY_CITIES = listed("geneva vienna hague istanbul")
_SEVERAL = listed("these those two three several recent new latest earlier previous other many")
_LAWS = frozenset(
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
    }
)


def documents(words: Words, taken: Container[int]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The first word, last word and key of each cited document. ``taken`` are the words that belong to names."""
    for index in range(len(words)):
        if words.lows[index] not in CITED_NOUNS or words.headline[index] or words.possessive[index]:
            continue
        if (index in taken and words.words[index][0].isupper()) or _only_qualifies(words, index):
            continue
        if words.lows[index] == "convention" and not _is_treaty(words, index):
            continue
        found = _named_before(words, index, taken) or _named_behind(words, index, taken)
        if found is not None:
            first, last = found
            yield first, last, ("document", *words.folds[first : last + 1])


def _is_treaty(words: Words, index: int) -> bool:
    """Whether a convention is what states agreed on, and no meeting of a party."""
    follows = words.lows[index + 1] if index + 1 < len(words) and words.joined[index + 1] else ""
    return follows in ("on", "against", "for", "relating") or (index > 0 and words.lows[index - 1] in _TREATY_CITIES)


def _only_qualifies(words: Words, index: int) -> bool:
    """Whether the noun only says what kind of thing the next is ("law firm", "bill collector")."""
    return index + 1 < len(words) and words.joined[index + 1] and words.lows[index + 1] in _QUALIFIED


def _named_before(words: Words, head: int, taken: Container[int]) -> tuple[int, int] | None:
    """The document told by the words before its noun: "the 1998 fisheries law", "an Ipsos poll"."""
    first = head
    while first and head - first < _LONGEST and _continues(words, first):
        first -= 1
    while first < head and not _identifies(words, first, taken):
        first += 1
    if first == head or (words.possessive[head - 1] and head - first == 1 and words.lows[head] in _LAWS):
        return None
    before = words.lows[first - 1] if first else ""
    if words.lows[head] in _VERBS_AFTER_NAMES and head - 1 in taken and before not in _SEVERAL:
        return None
    is_bounded = before in _DETERMINERS | _MODIFIERS
    lower = sum(words.words[place].islower() for place in range(first, head))
    if (lower or words.lows[head] in _LAWS or words.lows[head] in _ALSO_VERBS) and not is_bounded:
        return None
    return first, _dated(words, head)


def _continues(words: Words, first: int) -> bool:
    """Whether the word before ``first`` is part of the same noun phrase."""
    before = first - 1
    low = words.lows[before]
    if low in FUNCTION and low not in CALENDAR and low not in _MODIFIERS:
        return False
    if low in SPEECH_VERBS or low in PERSON_NOUNS or (words.opens[first] and not words.joined[first]):
        return False
    return words.joined[first] or words.after(before) in ("/", "-", "’s ", "'s ")


def _identifies(words: Words, index: int, taken: Container[int]) -> bool:
    """Whether a word of a description tells one document from others: a name or a year."""
    word = words.words[index]
    if words.lows[index] in _MODIFIERS and index not in taken:
        return False
    if word.isdigit():
        return len(word) == 4
    return word[0].isupper() and (index in taken or (len(word) > 1 and not words.opens[index]))


def _named_behind(words: Words, head: int, taken: Container[int]) -> tuple[int, int] | None:
    """The document told by the name behind its noun: "a report by the World Bank"."""
    follows = head + 1
    if follows + 1 >= len(words) or not words.joined[follows] or words.lows[follows] not in ("by", "from"):
        return None
    if words.words[head].endswith("s") and words.lows[head] not in ("census", "analysis"):
        return None
    place = follows + 1
    if words.lows[place] in ("the", "a") and words.joined[place]:
        place += 1
    if place >= len(words) or place not in taken or not words.joined[place]:
        return None
    last = place
    while last + 1 < len(words) and last + 1 in taken and words.joined[last + 1] and last - place < 8:
        last += 1
    return head, last


def _dated(words: Words, head: int) -> int:
    """The last word of a description with the month or year right behind it: "poll from October 2025"."""
    last = head
    if (
        head + 2 < len(words)
        and words.joined[head + 1]
        and words.lows[head + 1] in ("from", "of")
        and words.joined[head + 2]
    ):
        place = head + 2
        while (
            place < len(words)
            and words.joined[place]
            and (words.lows[place] in CALENDAR or (words.words[place].isdigit() and len(words.words[place]) == 4))
        ):
            last, place = place, place + 1
    return last
