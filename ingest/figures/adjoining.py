"""The noun phrases that a number is joined to: "a 10 percent levy", "a levy of 10 percent", "$5 on buoys"."""

from __future__ import annotations

import re

from ingest.figures import populations
from ingest.figures.hedges import HEDGES
from ingest.figures.naming import is_adverb
from ingest.figures.nouns import STOP, is_plural
from ingest.figures.populations import WORD
from ingest.figures.units import DURATIONS
from ingest.lexicon.words import CALENDAR, listed
from kg.model import Span

_REACH = 60
_HEDGED = 24
"""Characters of hedges that may stand between "of" and the number."""
_LONGEST = 4
_DETERMINED = re.compile(
    r"(?:\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Oo]ur|[Mm]y|[Ee]very|[Ee]ach|[Aa]nother)"
    r"|[’']s|s[’'])[ \u00a0][“\"‘']*(?:[a-z]+(?:-[a-z]+)?[ \u00a0]){0,2}\Z"
)
_FINITE = listed(
    "includes included calls called requires required needs aims aimed goes went comes came makes made would"
)
"""Verbs that end a noun phrase."""
_QUOTES = re.compile(r"[ \u00a0][\"“‘']{1,2}(?=\w)")
_PAST = listed(
    "more less higher lower greater above below off up down ahead behind larger smaller fewer chance sure short "
    "plus north south east west long wide tall deep high away apart inland"
)
_NO_HEAD = CALENDAR | DURATIONS | listed("last next dollar dollars worth old annually total apiece or")
_OF = re.compile(
    r"((?:[^\W\d_]+(?:[-’'.&][^\W\d_]+)*[’']?[ \u00a0]){1,6})of[ \u00a0]"
    r"(?:(?:up to|at least|as much as|as high as|just|only|more than|less than|over|about|nearly|almost|around|"
    r"between|roughly|a|an|some|under|no more than)[ \u00a0])*\Z"
)
_VAGUE = listed(
    """
    number total average level amount figure size goal limit sum maximum minimum peak high low record group majority
    rest most some many much all each one none half part share consisting consist composed made because instead out
    outside inside ahead regardless capable worth short shy think thought heard talk tell told left proud sort kind
    front terms range excess upwards lot spoke speak speaks spoken warned warns
    """
)
"""Words before "of" and a number that name nothing themselves."""
_AS_VERB = re.compile(r"(?:[a-z]+(?:ed|ing)|is|are|was|were)\Z")
_TOWARDS = re.compile(r"[ \u00a0](to|on|for|into|toward|towards|against)[ \u00a0](?=\w)")
_TO_WHAT = re.compile(r"[ \u00a0](?:to|from|off|out of)[ \u00a0](?=\w)")
_OBJECT = re.compile(r"[ \u00a0](?:the|its|their|his|her)[ \u00a0](?=\w)")
_MORE_OF = re.compile(
    r"[ \u00a0](?:more|fewer|less|higher|lower|larger|smaller|greater)[ \u00a0](?!than\b|or\b|in\b|for\b|a\b)"
)
_LIKELY = re.compile(r"[ \u00a0]likely(?:[ \u00a0](?!than\b)[a-z]+(?:-[a-z]+)?){1,6}")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|our|all|any|such)[ \u00a0]")
_BRACKET = re.compile(r"((?:[^\W\d_][\w.’'-]*[ \u00a0]){1,5})\([ \u00a0]?\Z")
_UNITS = frozenset(("points", "point", "percent", "seats", "votes"))
_ANSWER = re.compile(r"[ \u00a0](?:[\"“]|'')([^\"“”\n]{3,60}?),?(?:[\"”]|'')")


def determined(text: str, span: Span, sentence: Span) -> str | None:
    """The noun phrase that a number stands in, between its article and its head ("a 10 percent harbour levy")."""
    if not _DETERMINED.search(text, max(sentence.start, span.start - _REACH), span.start):
        return None
    opening = _QUOTES.match(text, span.end, sentence.end)
    end = start = opening.end() if opening else span.end
    first = last = None
    for _ in range(_LONGEST):
        word = WORD.match(text, end, sentence.end)
        if word is None or word[1].lower() in STOP | _NO_HEAD or (last is None and word[1].lower() in _PAST):
            break
        if (
            is_adverb(word[1])
            or word[1].endswith(("n't", "n’t"))
            or word[1] in _FINITE
            or (end > start and not text[end].isspace())
        ):
            break
        first, last, end = first or word.start(1), word.end(1), word.end()
        if is_plural(word[1]) and not _goes_on(text, end, sentence.end):
            break
    return text[first:last].rstrip("'’") if first is not None and last is not None else None


def _goes_on(text: str, end: int, limit: int) -> bool:
    """Whether a further noun follows a plural ("a $5 sales tax")."""
    word = WORD.match(text, end, limit)
    return word is not None and word[1][0].islower() and word[1].lower() not in STOP | _NO_HEAD


def compared(text: str, end: int, limit: int) -> str | None:
    """What there is so much more or less of, or more likely to be ("20 percent fewer boats", "more likely to sink")."""
    opening = _MORE_OF.match(text, end, limit)
    if opening is None:
        return None
    if likely := _LIKELY.match(text, opening.end() - 1, limit):
        return likely[0].strip()
    named = populations.group(text, opening.end(), limit)
    return named.of(text) if named is not None and text[named.start].islower() else None


def plural(text: str, end: int, limit: int) -> str | None:
    """What each costs so much, right behind a sum ("$100 bills")."""
    start, last = None, end
    for _ in range(3):
        word = WORD.match(text, last, limit)
        if word is None or not text[last].isspace() or word[1].lower() in STOP | _NO_HEAD or not word[1][0].islower():
            return None
        start, last = start or word.start(1), word.end()
        if is_plural(word[1]):
            return text[start:last]
    return None


def governing(text: str, span: Span, sentence: Span) -> str | None:
    """The noun phrase before "of" and the number ("a monthly mooring fee of $40")."""
    if " of " not in text[max(sentence.start, span.start - _HEDGED) : span.start].replace("\u00a0", " "):
        return None
    match = _OF.search(text, max(sentence.start, span.start - _REACH), span.start)
    if match is None:
        return None
    words: list[str] = []
    for word in reversed(match[1].split()):
        if word == "of" and words and words[0] != "of":
            words.insert(0, word)
            continue
        if word.lower() in STOP or word in ("another", "other") or word.lower() in HEDGES:
            break
        if words and _AS_VERB.match(word):
            break
        words.insert(0, word)
        if len(words) == _LONGEST:
            break
    owner = max((place for place, word in enumerate(words) if word.endswith(("’s", "'s"))), default=-1)
    words = words[owner + 1 :]
    words = words[1:] if words[:1] == ["of"] else words
    if (
        not words
        or words[-1].lower() in _VAGUE
        or words[-1].removesuffix("s") in DURATIONS
        or words[-1].lower().endswith("ing")
        or words[-1][0].isupper()
    ):
        return None
    return " ".join(words)


def towards(text: str, end: int, limit: int) -> str | None:
    """What a sum goes to, with its preposition ("on mooring buoys"); none for times and dates."""
    match = _TOWARDS.match(text, end, limit)
    return f"{match[1]} {named}" if match and (named := _phrase(text, match.end(), limit)) else None


def added_to(text: str, end: int, limit: int) -> str | None:
    """What a share is added to or taken from ("to harbour output"); or the object behind it ("the price of rope")."""
    if match := _TO_WHAT.match(text, end, limit):
        return _phrase(text, match.end(), limit)
    return None


def object_behind(text: str, end: int, limit: int) -> str | None:
    """The object behind a change given with "by" ("raised by 5 percent the price of rope")."""
    match = _OBJECT.match(text, end, limit)
    return _phrase(text, match.end(), limit) if match else None


def bracketed(text: str, span: Span, sentence: Span) -> str | None:
    """The noun phrase before the brackets that a number opens ("the harbour (33 percent)")."""
    match = _BRACKET.search(text, max(sentence.start, span.start - _REACH), span.start)
    if match is None:
        return None
    words: list[str] = []
    for word in reversed(match[1].split()):
        if word.lower() in STOP or len(words) == _LONGEST:
            break
        words.insert(0, word)
    return None if not words or words[-1].lower() in _UNITS else " ".join(words)


def quoted(text: str, end: int, limit: int) -> str | None:
    """The answer that stands in quotation marks right behind a share ('34% "strongly agree"')."""
    match = _ANSWER.match(text, end, limit)
    return match[1] if match else None


def _phrase(text: str, start: int, limit: int) -> str | None:
    """The noun phrase at ``start`` without its article; none for a pronoun, a number, a time."""
    if article := _ARTICLE.match(text, start, limit):
        start = article.end()
    named = populations.group(text, start, limit)
    if named is None:
        return None
    words = named.of(text).split()
    if any(word.lower() in _NO_HEAD for word in words):
        return None
    further = populations.behind(text, named.end, limit) if not is_plural(words[-1]) else None
    return text[start : further.end] if further else named.of(text)
