"""Words cut from a clause made a name to be shown: no reporting frame, pronoun, auxiliary or article at its edges."""

from __future__ import annotations

import re

from ingest.figures.changes import DOWN, UP
from ingest.figures.populations import AUXILIARIES, SAYING
from ingest.lexicon.words import CALENDAR, listed

REPORTING = SAYING | listed(
    """
    suggest suggests suggested suggesting show shows showed shown showing find finds found finding project projects
    projected estimate estimates estimated predict predicts predicted forecast forecasts argue argues argued warn warns
    warned note notes noted insist insists insisted acknowledge acknowledges acknowledged concede concedes conceded
    conclude concludes concluded assume assumes assumed expect expects expected hope hopes hoped complain complains
    complained boast boasts boasted point points pointed know knows knew means meant add adds added
    """
)
"""Verbs that may report what follows."""
_SUBJECTS = listed("it he she they we i you there this that these those who which what one somebody everybody")
_FINITE = AUXILIARIES | listed("could’ve would’ve ’d ’ll ’s ’re ’ve")
_CONTRACTED = re.compile(
    r"\A(?:it|he|she|they|we|i|you|there|that|what|who)[’'](?:s|re|d|ll|ve)[ \u00a0]", re.IGNORECASE
)
_TIME_AHEAD = re.compile(
    r"\A(?:[\w-]+[ \u00a0]){1,3}(?:day|week|month|year|decade)s?[ \u00a0](?:ago|later|earlier|before),?[ \u00a0]",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r"[ \u00a0](?:over|in|during|for|within)[ \u00a0]the[ \u00a0](?:past|last|next|coming)\b.*\Z", re.DOTALL
)
_LEADING = listed(
    """
    the a an and but or so because if when while as although though since where than also still now already even only
    just then thus yet once again here maybe perhaps instead meanwhile however both either
    its their his her our my well far above below too very less fewer despite after before until during
    """
)
_TRAILING = listed(
    """
    him them us me of in on at by for from to with as than the a an its their his her and or but is
    are was were be been being
    has have had will would could should may might also just only still now again already far well
    above below roughly nearly
    almost about
    around some over under up down between it he she they we that which who into
    """
)
_ADVERB = re.compile(r"(?:[a-z]{3,}ly|often|even|already)\Z")
_LIKE_ADVERBS = (
    "family",
    "early",
    "daily",
    "monthly",
    "weekly",
    "yearly",
    "elderly",
    "only",
    "supply",
    "assembly",
    "ally",
    "rely",
)
_MOVING = re.compile(
    rf"(?:{UP}|{DOWN}|peak(?:s|ed|ing)?|stand(?:s|ing)?|stood|reach(?:es|ed|ing)?|hit(?:s|ting)?|hover(?:s|ed|ing)?|"
    r"going|averag(?:es|ed|ing)|total(?:s|ed|ing)?|amount(?:s|ed|ing)?|exceed(?:s|ed|ing)?|remain(?:s|ed|ing)?|"
    r"stay(?:s|ed|ing)?|held|holding|went|go|goes|gone|come|comes|came|do|did|done|get|gets|got|make|makes|made|take|"
    r"takes|took|put|set|fully|among|even|with|at|by|cover(?:s|ed|ing)?|account(?:s|ed|ing)?|compared|including|"
    r"ranging|ranges?|based|up|down)",
    re.IGNORECASE,
)
"""Words that alone say how high something is, or that it moved, and never what it is."""

STOOD = re.compile(
    r"rose|fell|grew|climbed|jumped|surged|soared|slid|slipped|dropped|declined|stood|stands|reached|reach|"
    r"averaged|averages|totall?ed|gained|shrank|sank|plunged|tumbled|dipped|widened|narrowed|crested|"
    r"numbered|exceeded|topped|hovered|"
    r"peaked|edged|ticked|inched|increased|decreased|swelled|made|makes?|trails|tied|comes|came|gets?|got"
)
"""Verbs at the end of a name that only say how high it is, or that it moved."""
_SAID = listed(
    """
    show shows showed find finds found suggest suggests suggested said says announced reported
    noted added told estimated
    predicted projected argued wrote
    """
)
_SHOWING = listed("show shows showed showing find finds found finding put puts gave gives giving")
_EMPTY = REPORTING | listed(
    """
    calls called calling begin begins began include includes included announce announces announced propose proposes
    proposed seek seeks sought want wants wanted start starts started overall total scheduled set due likely able
    less needs number figure result prior polls poll continued
    """
)
"""Verbs that alone do not tell what a number is of."""


def trimmed(words: str) -> str | None:
    """The name in some words, without a frame that reports it and without what leads to it or on from it.

    >>> trimmed("Forecasts suggest it would generate"), trimmed("the new ferry carried"), trimmed("they rose")
    ('generate', 'new ferry carried', None)
    """
    parts = _CONTRACTED.sub("", _TIME_BEHIND.sub("", _TIME_AHEAD.sub("", words))).split()
    parts = _unframed(parts)
    if len(parts) > 1 and _bare(parts[0]) in _SHOWING:
        parts = parts[1:]
    while parts and _leads(parts[0], parts):
        parts = parts[1:]
    if parts and _bare(parts[-1]) in _SAID:
        return None
    while parts and (_bare(parts[-1]) in _TRAILING or is_adverb(_bare(parts[-1]))):
        parts = parts[:-1]
    while len(parts) > 1 and (STOOD.fullmatch(_bare(parts[-1])) or _bare(parts[-1]) in _TRAILING):
        parts = parts[:-1]
    if not parts or all(_MOVING.fullmatch(_bare(part)) or _bare(part) in _EMPTY for part in parts):
        return None
    return " ".join(parts).strip(' ,–—-“”"‘')


def _unframed(parts: list[str]) -> list[str]:
    """The words behind the last verb that reports them ("they said prices"); all where none does."""
    for index in range(len(parts) - 2, 0, -1):
        if (
            _bare(parts[index]) not in REPORTING
            or parts[index][0].isupper()
            or _bare(parts[index - 1]) in ("to", "the", "a", "an", "of", "by")
        ):
            continue
        behind = parts[index + 1 :]
        if _bare(behind[0]) in _SUBJECTS or any(_bare(word) in _FINITE for word in behind) or len(behind) > 1:
            return behind
    return parts


def _leads(word: str, parts: list[str]) -> bool:
    """Whether the first word only leads to the name behind it."""
    bare = _bare(word)
    if bare in ("on", "in", "last", "this") and len(parts) > 1 and _bare(parts[1]) in CALENDAR:
        return True
    return bare in _LEADING | CALENDAR or bare in _SUBJECTS or bare in _FINITE or (len(parts) > 1 and is_adverb(bare))


def is_adverb(word: str) -> bool:
    """Whether a word in small letters looks like an adverb."""
    return _ADVERB.fullmatch(word) is not None and not word.endswith(_LIKE_ADVERBS)


def _bare(word: str) -> str:
    return word.lower().strip(",.;:“”\"‘'")
