"""Short phrases cut from a text: a noun phrase, a measure in the infinitive, the items of a list."""

from __future__ import annotations

import re

from ingest.figures.nouns import STOP, is_plural
from kg.model import Span

_MEASURE_VERBS = """
abolish adopt allow amend arm ban bar block boost bring build cancel cap close crack create criminalise
criminalize cut decriminalise decriminalize defund deny deploy deport deregulate disarm dismantle dissolve
double eliminate enact end enforce ensure establish exempt expand expel extend finance forgive free freeze fund
grant guarantee halt halve hike hire impose imprison improve increase install introduce invest legalise legalize
levy lift limit lower make mandate modernise modernize nationalise nationalize offer open outlaw overhaul pardon
phase privatise privatize prohibit protect provide quadruple raise ratify rebuild recruit redirect redistribute
reduce reform regulate reinstate reintroduce relax remove renegotiate repeal replace require restore restrict
reverse revoke roll sanction scale scrap seal secure send shut simplify slash stop strengthen subsidise
subsidize suspend tax tighten toughen transfer triple veto waive withdraw
"""
VERBS = frozenset(_MEASURE_VERBS.split())
"""Verbs that name a measure when somebody proposes or promises to do it."""
_DETERMINERS_WORDS = """
a an the his her its their our my your this that these those such any some
"""
_JOINING_WORDS = """
of on for against to in between with from at into over
"""
_PLACED_WORDS = """
in at from into over between
"""
DETERMINERS = frozenset(_DETERMINERS_WORDS.split())

JOINING = frozenset(_JOINING_WORDS.split())

_PLACED = frozenset(_PLACED_WORDS.split())

_PRONOUNS_WORDS = """
it them him her us me you they he she we i something anything everything nothing himself herself themselves
itself this that those these what
"""

PRONOUNS = frozenset(_PRONOUNS_WORDS.split())

_TIMES_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december
"""

_TIMES = frozenset(_TIMES_WORDS.split())

_WEAK_WORDS = """
and or more most very new first all every each no not than also only so-called through into up down back off out by
twice again once soon too instead anyway first
"""

_WEAK_ENDS = DETERMINERS | JOINING | frozenset(_WEAK_WORDS.split())

_FINITE_WORDS = """
drew draws came comes went goes took takes made makes gave gives got gets won wins lost loses met meets left
leaves became becomes seems remain remains face faces need needs show shows mean means led leads fell falls rose rises
spread cost costs began begins
"""

_FINITE = frozenset(_FINITE_WORDS.split())
"""Verbs that end the phrase before them."""

_ITEM = re.compile(
    r"(?:,[ \u00a0]+(?:and[ \u00a0]+|or[ \u00a0]+|with[ \u00a0]+|including[ \u00a0]+)?|[ \u00a0]+(?P<last>and|"
    r"or)[ \u00a0]+)"
)

WORD = re.compile(
    r"[ \u00a0]*((?:[A-Z]\.){2,}|[^\W\d_]+(?:[-‑'’.&][^\W\d_]+)*['’]?|\d+(?:[.,]\d+)*%?|\$\d+(?:[.,]\d+)*)"
)

_SAYING = re.compile(
    r"[ \u00a0](?:(?:an?|the|his|her|their|its)[ \u00a0])?(?:[a-z]+[ \u00a0])?(?:statement|speech|interview|"
    r"session|address|debate|ruling|letter|tweet|post|"
    r"address|essay|column|briefing|memo|report)\b"
)

_ENUMERATED = re.compile(r",[ \u00a0][^,.;:\n]{1,40}(?:,|[ \u00a0]and)[ \u00a0]")

_MAX_WORDS = 8

_MAX_LENGTH = 60


def listed_at(text: str, position: int, end: int) -> list[Span]:
    """The further items of a list that goes on at ``position`` and is closed by "and" ("…, ships and more staff")."""
    items: list[Span] = []
    comma = False
    while joint := _ITEM.match(text, position, end):
        span = phrase_at(text, joint.end(), end, clause=False, longest=3)
        if span is None or text[joint.end() : span.start].strip().lower() not in DETERMINERS | {""}:
            return []
        items.append(span)
        position = span.end
        closed = joint["last"] or joint[0].rstrip().endswith(("and", "or"))
        if closed:
            return items if comma and _ends(text, position, end) else []
        comma = True
    return []


def _ends(text: str, position: int, end: int) -> bool:
    """Whether nothing but a boundary follows, so that the item before is whole."""
    return (
        position >= end
        or text[position] in '.,;:)”"\n'
        or re.match(r"[ \u00a0](?:for|to|in|on|of|at|by|with|from|as|that|which|who)\b", text[position : position + 7])
        is not None
    )


def phrase_at(text: str, start: int, end: int, *, clause: bool, longest: int = _MAX_WORDS) -> Span | None:
    """The words from ``start`` up to the next boundary, without a leading article; none where they name nothing.

    A phrase that is too long is cut before its last preposition that leaves it short enough.
    """
    words: list[tuple[Span, str]] = []
    position = start
    while len(words) <= longest + 2 and (match := WORD.match(text, position, end)):
        word, lowered = match[1], match[1].lower()
        if not words and lowered in DETERMINERS and not clause:
            position = start = match.end()
            continue
        if _stops(text, words, word, match, end):
            break
        words.append((Span(match.start(1), match.end(1)), lowered))
        position = match.end()
    if clause and len(words) == 2 and text[position : position + 1] == "," and _adjectival(words):
        return None
    if clause and _ENUMERATED.match(text, position, end):
        words = _before_last(words)
    words = _shortened(words, longest)
    while words and (words[-1][1] in _WEAK_ENDS or (words[-1][1].endswith(("ly", "ed")) and len(words) > 2)):
        words.pop()
    if not words or any(word in PRONOUNS - {"that", "this", "those", "these", "her"} for _, word in words):
        return None
    span = Span(words[0][0].start, words[-1][0].end)
    if text[span.end - 1] in ".'’":
        span = Span(span.start, span.end - 1)
    if span.end - span.start > _MAX_LENGTH or not text[span.start].isalpha():
        return None
    return span


def _stops(text: str, words: list[tuple[Span, str]], word: str, match: re.Match[str], end: int) -> bool:
    """Whether a word ends the phrase before it."""
    lowered = word.lower()
    if lowered in ("and", "or"):
        following = WORD.match(text, match.end(), end)
        return (
            not words
            or following is None
            or following[1].lower() in STOP | VERBS
            or following[1].endswith(("ed", "es"))
            or not _adjectival(words)
        )
    if lowered in JOINING:
        following = WORD.match(text, match.end(), end)
        if following is None or not words:
            return True
        behind = following[1]
        if (
            behind[0].isdigit()
            or behind.lower() in _TIMES
            or behind.lower() in ("last", "next", "recent", "order", "case", "which", "whom", "what", "whether", "how")
        ):
            return True
        if lowered == "to":
            return behind.lower() in VERBS or (
                behind.islower() and not behind.endswith(("s", "n")) and behind not in ("the", "a")
            )
        if lowered == "in" and _SAYING.match(text, match.end(), end):
            return True
        return lowered in _PLACED and (behind[0].isupper() or behind.lower() in PRONOUNS)
    if lowered in _FINITE or (len(words) > 1 and lowered.endswith("ed") and is_plural(words[-1][1])):
        return bool(words)
    if lowered in DETERMINERS:
        return lowered in ("this", "that", "these", "such")
    if lowered in ("up", "down", "back", "out", "off", "all", "no", "not") and words:
        return lowered in ("no", "not")
    return (
        lowered in STOP
        or lowered.endswith(("n’t", "n't"))
        or lowered in ("because", "saying", "said", "would", "including", "amid")
    )


def _adjectival(words: list[tuple[Span, str]]) -> bool:
    """Whether "and" after these words may join two words of one phrase ("administrative and judicial procedures")."""
    return words[-1][1].endswith(("al", "ive", "ic", "ary", "ous", "ent", "ant", "ed", "er", "an")) or words[-1][1] in (
        "police",
        "land",
        "air",
        "tax",
        "border",
        "security",
    )


def _before_last(words: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The words without their last "in …", whose list the phrase would cut in two."""
    for index in range(len(words) - 1, 1, -1):
        if words[index][1] in _PLACED:
            return words[:index]
    return words


def _shortened(words: list[tuple[Span, str]], longest: int) -> list[tuple[Span, str]]:
    """The words, cut before the last preposition that leaves few enough; nothing where none does."""
    if len(words) <= longest and (not words or words[-1][0].end - words[0][0].start <= _MAX_LENGTH):
        return words
    for joints in (JOINING - {"of"} | {"and", "or"}, {"of"}):
        for index in range(len(words) - 1, 0, -1):
            short = words[:index]
            fits = len(short) <= longest and short[-1][0].end - short[0][0].start <= _MAX_LENGTH
            if words[index][1] in joints and fits and len(short) > 1:
                return short
    return []


def head_of(words: list[str]) -> str:
    """The head of a noun phrase: its last word before the first preposition."""
    for index, word in enumerate(words):
        if word.lower() in JOINING and index:
            return words[index - 1]
    return words[-1]
