"""Among whom a share is counted: the group behind "of" or "among", or the one that the sentence opens with."""

from __future__ import annotations

import re

from ingest.figures.hedges import HEDGES
from ingest.figures.nouns import MODIFIER_PLURALS, STOP, is_plural
from ingest.lexicon.words import listed
from kg.model import Span

SAYING = listed(
    """
    say says said saying think thinks thought believe believes believed feel feels felt indicate indicates indicated
    report reports reported agree agrees agreed answer answered reply replied respond responded tell told admit
    admitted state stated express expressed claim claimed describe described call called
    """
)
"""What those asked in a survey do when they answer."""
AUXILIARIES = listed(
    """
    is are was were be been has have had do does did will would can could should shall may might must isn’t aren’t
    wasn’t weren’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t isn't aren't wasn't weren't don't doesn't didn't
    won't wouldn't can't couldn't
    """
)
_ASKED = listed("surveyed polled questioned asked interviewed responding queried sampled canvassed")
WORD = re.compile(r"[ \u00a0]?((?:[A-Z]\.){2,}(?=[ \u00a0])|[^\W\d_]+(?:[-‑'’.&/][^\W\d_]+)*['’]?)")
_OF = re.compile(
    r"[ \u00a0](?:out[ \u00a0]of|of|among)[ \u00a0](?:(?:all|both)[ \u00a0])?"
    r"(?:(?:the|its|their|our|his|her|your|my|all|this|that|such)[ \u00a0])?"
    r"(?:(?:roughly|nearly|about)[ \u00a0](?=[a-z]))?"
    r"(?:(?<=the )\d[\d,.]*[ \u00a0](?:(?:thousand|million|billion)[ \u00a0])?"
    r"(?=[A-Za-z]+s\b|people\b|men\b|women\b|children\b))?"
)
_HALF = re.compile(r"[ \u00a0](?:all[ \u00a0])?(?:the|its|their|our|his|her)[ \u00a0]")
_OPENING = re.compile(
    r"(?:(?<=[.,;:—“\"][ \u00a0])|\b(?:[Ww]hile|[Aa]nd|[Bb]ut)[ \u00a0]|\A)(?:[Aa]mong|For|Of)[ \u00a0]"
)
_ARTICLE = re.compile(r"(?:(?:the|its|their|all|our)[ \u00a0])*")
_QUOTED = re.compile(r"(?:[“\"]|'')[\w -]{3,40}(?:[”\"]|'')[ \u00a0][a-z]+\b")
"""A group of which a word or two are quoted."""
_SHORT = 4
_LONGEST = 12
_NAME = 4
"""Words in a group that is named in the singular."""
_PRONOUN = re.compile(
    r"[ \u00a0](?:out[ \u00a0]of|of)[ \u00a0](?:all[ \u00a0](?:of[ \u00a0])?)?(them|these|whom|us|you)\b"
)


def behind(text: str, position: int, limit: int, *, bare: bool = False) -> Span | None:
    """The group behind "of" or "among" ("likely voters"), without its article.

    ``bare`` lets "of" be left out before an article, as behind a fraction ("half the town").
    """
    opening = _OF.match(text, position, limit) or (_HALF.match(text, position, limit) if bare else None)
    if opening is None:
        return None
    quoted = _QUOTED.match(text, opening.end(), limit)
    return Span(*quoted.span()) if quoted else group(text, opening.end(), limit)


def pronoun_behind(text: str, position: int, limit: int) -> Span | None:
    """The pronoun behind "of" that stands for a group named before ("86 percent of them")."""
    match = _PRONOUN.match(text, position, limit)
    return Span(*match.span(1)) if match else None


def ahead(text: str, floor: int, position: int, limit: int) -> Span | None:
    """The group that the sentence names last before its comma and the number ("Among nurses, 74 percent")."""
    found = None
    for opening in _OPENING.finditer(text[floor:position]):
        start = _ARTICLE.match(text, floor + opening.end(), limit).end()  # type: ignore[union-attr]
        named = group(text, start, position)
        if named is not None and text[named.end : named.end + 1] == ",":
            found = named
    return found


def group(text: str, start: int, limit: int) -> Span | None:
    """The noun phrase at ``start``: up to its first plural, else up to the next function word."""
    first = WORD.match(text, start, limit)
    if first is not None and first[1].lower() == "those":
        return _those(text, start, first.end(), limit)
    end = start
    for taken in range(5):
        word = WORD.match(text, end, limit)
        if word is None or word[1].lower() in STOP or (taken and word[1] in ("last", "next")):
            break
        if (not taken and word[1].lower() in HEDGES) or word[1] in ("Mr", "Mrs", "Ms", "Dr"):
            return None
        if taken and word[1].endswith("ed") and len(word[1]) > _SHORT and not text[start:end].endswith("ly"):
            break
        end = word.end()
        if is_plural(word[1]) and not _qualifies(text, word[1], end, limit):
            asked = WORD.match(text, end, limit)
            return Span(start, asked.end() if asked and asked[1] in _ASKED else end)
    else:
        return None
    if text[end : end + 1] in ("-", "‑"):
        return None
    return Span(start, end) if 0 < len(text[start:end].split()) <= _NAME else None


def _qualifies(text: str, word: str, end: int, limit: int) -> bool:
    """Whether a plural only qualifies the one behind it ("Senate Democrats voters", "women voters")."""
    after = WORD.match(text, end, limit)
    if after is None or not is_plural(after[1]) or not after[1][0].islower():
        return False
    return word[0].isupper() or word in MODIFIER_PLURALS


def _those(text: str, start: int, position: int, limit: int) -> Span | None:
    """The phrase that "those" begins ("those polled", "those who own a boat"); none where no end is to be seen."""
    word = WORD.match(text, position, limit)
    if word is None:
        return None
    if word[1] in _ASKED:
        return Span(start, word.end())
    if word[1] not in ("who", "with", "without", "aged", "in") and not word[1].endswith("ing"):
        return None
    end = word.end()
    for taken in range(_LONGEST):
        following = WORD.match(text, end, limit)
        if following is None:
            return Span(start, end) if taken and text[end : end + 1] in ',.;:)—–-”"' else None
        if taken and (following[1] in SAYING or (following[1] in AUXILIARIES and taken > 1)):
            return Span(start, end)
        end = following.end()
    return None
