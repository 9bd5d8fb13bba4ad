"""The role told before a sentence's subject: "As mayor, Ana Lima cut taxes", "A former judge, Ana Lima said …"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.lexicon.roles import NO_ROLES, PARTISANS, TIES
from ingest.lexicon.words import TITLES, listed
from ingest.relations.named import Place, Text
from ingest.relations.nouns import bare
from ingest.relations.phrases import Held, held_by, read

_APPOSED = listed("a an now once then formerly currently today")
_WHILE = listed("after before while since when")
_POSTED = listed("time years tenure term stint days career work role position")
_SERVING = listed("serving working acting")
_PERIODS = listed("in during from for under since until at on by and between")
_HYPOTHETICAL = listed(
    "would will could can should may might must shall plans promises promised vows vowed pledged pledges wants hopes if"
)
_LONGEST = 16


def opening(text: Text, subject: Place) -> Iterator[Held]:
    """The role in what opens the sentence, set off by a comma from the subject, behind which the verb follows."""
    words, begin = text.words, subject.first
    while begin > 0 and words.joined[begin] and words.lows[begin - 1] in TITLES:
        begin -= 1
    follows = subject.last + 1
    if begin < 2 or words.opens[begin] or words.before(begin) != ", " or follows >= text.size:
        return
    if not text.follows(follows) or not words.words[follows][0].islower() or words.lows[follows] in ("and", "or"):
        return
    start = begin - 1
    while start > 0 and not words.opens[start] and begin - start < _LONGEST:
        start -= 1
    if not words.opens[start]:
        return
    first = _first(text, start, begin)
    phrase = read(text, first) if first is not None else None
    if first is None or phrase is None or phrase.last >= begin or _is_hypothetical(text, start):
        return
    low = bare(words.lows[phrase.noun])
    is_whole = phrase.last == begin - 1 or words.lows[phrase.last + 1] in _PERIODS
    if not is_whole or low in TIES | PARTISANS or (low in NO_ROLES and phrase.role_first == phrase.noun):
        return
    yield held_by(text, subject.referent, phrase, words.span(phrase.role_first, subject.last))


def _first(text: Text, start: int, begin: int) -> int | None:
    """Where the role's words begin in the opening from word ``start`` to the comma before word ``begin``."""
    words = text.words
    low = words.lows[start]
    if low == "as" and not any(words.after(place) == ", " for place in range(start, begin - 1)):
        return start + 1
    if low in _APPOSED:
        return start
    if low in _WHILE and words.lows[start + 1 : start + 3][-1:] == ["as"] and words.lows[start + 1] in _SERVING:
        return start + 3
    if low in ("during", "in") and words.lows[start + 1] in ("his", "her"):
        for place in range(start + 3, min(begin, start + 6)):
            if words.lows[place] == "as" and words.lows[place - 1] in _POSTED:
                return place + 1
    return None


def _is_hypothetical(text: Text, start: int) -> bool:
    """Whether the sentence tells what somebody would do in a role: "As mayor, Ana Lima would cut taxes"."""
    words, place = text.words, start
    while place < text.size and (place == start or not words.opens[place]):
        low = words.lows[place]
        if low in _HYPOTHETICAL or low.endswith(("’d", "'d", "’ll", "'ll")):
            return True
        place += 1
    return False
