"""Short phrases cut from a text: a noun phrase, a measure in the infinitive, the items of a list."""

from __future__ import annotations

import re

from ingest.figures.nouns import STOP, is_plural
from ingest.lexicon.words import CALENDAR, SPEECH_VERBS, listed
from ingest.policies.measures import VERBS
from kg.model import Span

DETERMINERS = listed("a an the his her its their our my your this that these those such any some")
JOINING = listed("of on for against to in between with from at into over toward towards")
PRONOUNS = listed(
    """
    it them him her us me you they he she we i something anything everything nothing himself herself themselves
    itself this that those these what
    """
)
_ARTICLES = DETERMINERS | {"every", "each"}
_BEFORE_ARTICLES = JOINING | listed("and or all")
_PLACED = listed("in at from into over between")
_LIGHT = listed("a an the of his her its their our")
"""Words that do not count where a name's words are counted."""
_WEAK_ENDS = (
    DETERMINERS
    | JOINING
    | listed(
        """
        and or more most very new first all every each no not than also only so-called through into up down back off
        years months weeks out by twice again once soon too instead anyway first likely largely
        """
    )
)
_SAYING_VERBS = SPEECH_VERBS - {"thought"}
_FINITE = listed(
    """
    drew draws came comes went goes took takes made makes gave gives got gets won wins lost loses met meets left
    leaves became becomes seems remain remains face faces need needs show shows mean means led leads fell falls rose
    rises spread cost costs began begins passed helped hurt appears appeared failed received had has led requires
    allows allowed lacks lacked stalls stalled dies died clears cleared
    """
)
"""Verbs that end the phrase before them."""
_ENDING = listed(
    """
    because saying said says would including amid known aimed designed meant intended aka dealing relating
    concerning involving regarding pertaining
    """
)
_DONE = listed("paid made held led run built drawn set written given put known")
_DOER = re.compile(r"[ \u00a0](?:for[ \u00a0])?(?:by|from|with)\b")
"""What follows participles that end the phrase before them ("a fund *paid by* sailors")."""
_PLAIN_MODIFIERS = listed(
    "police land air tax border security health trade gun military civil state high low robust strong fair free safe"
)
"""Nouns that stand before "and" as adjectives do ("border and customs checks")."""
_PLAIN_VERBS = listed("get make keep force let give do go see put take have bring help then thus")
_ING_NOUNS = listed("housing training building banking manufacturing farming fishing mining engineering")
_PAIRS = {("law", "order"), ("checks", "balances"), ("search", "rescue")}
"""Words that "and" makes one of."""
_VAGUE_BEHIND = listed(
    """
    principle practice part full general theory least most once last latest next recent order case which whom what
    whether how
    """
)
_TAKING_TO = listed(
    """
    approach opposition commitment access aid support reform reforms change changes threat alternative response return
    restriction restrictions limits exception exceptions amendment amendments addition shift right path pathway help
    """
)
"""Nouns behind which "to" leads to another noun."""
_PARTLY_SAID = PRONOUNS - {"that", "this", "those", "these", "her"}

_ITEM = re.compile(
    r"(?:,[ \u00a0]+(?:and[ \u00a0]+|or[ \u00a0]+|with[ \u00a0]+|including[ \u00a0]+)?|[ \u00a0]+(?P<last>and|"
    r"or)[ \u00a0]+)"
)
_ITEM_ASIDE = re.compile(
    r"[ \u00a0](?:under|over|between|from|by|on|in|at|until|during|after|within)\b[^,.;:“”\n]{1,30}?(?=,[ ]|[ ]and[ ])"
)
WORD = re.compile(
    r"[ \u00a0]*((?:[A-Z]\.){2,}(?:[-‑–][A-Z][a-z]+)?|(?:Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|Lt|St|v)\.(?=[ \u00a0]+[A-Z])|"
    r"[^\W\d_]+(?:[-‑'’.&][^\W_]+)*['’]?|\d+(?:-[a-z]+)+|\d+(?:[.,]\d+)*%?|\$\d+(?:[.,]\d+)*)"
)
_SAYING = re.compile(
    r"[ \u00a0](?:(?:an?|the|his|her|their|its)[ \u00a0])?(?:[a-z]+[ \u00a0])?(?:statement|speech|interview|"
    r"session|address|debate|ruling|letter|tweet|post|essay|column|briefing|memo|report|court)\b"
)
_ENUMERATED = re.compile(r",[ \u00a0][^,.;:\n]{1,40}(?:,|[ \u00a0]and)[ \u00a0]")
_BOUNDARY_WORD = re.compile(
    r"[ \u00a0](?:for|to|in|on|of|at|by|with|from|as|that|which|who|"
    r"during|until|under|after)\b"
)
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_MOST_WORDS = 8
_MOST_READ = 16
_LONGEST = 80

Words = list[tuple[Span, str]]
"""Words with where they stand, in lower case."""


def listed_at(text: str, position: int, end: int) -> list[Span]:
    """The further items of a list that goes on at ``position`` and is closed by "and" ("…, ships and more staff")."""
    items: list[Span] = []
    comma = False
    while joint := _ITEM.match(text, position, end):
        span = phrase_at(text, joint.end(), end, clause=False, most=6)
        if span is None or text[joint.end() : span.start].strip().lower() not in DETERMINERS | {""}:
            return []
        items.append(span)
        aside = _ITEM_ASIDE.match(text, span.end, end)
        position = aside.end() if aside else span.end
        if joint["last"] or joint[0].rstrip().endswith(("and", "or")):
            return items if comma and _ends(text, position, end) else []
        comma = True
    return []


def _ends(text: str, position: int, end: int) -> bool:
    """Whether nothing but a boundary follows, so that the item before is whole."""
    is_over = position >= end or text[position] in '.,;:)”"\n'
    return is_over or _BOUNDARY_WORD.match(text[position : position + 8]) is not None


def phrase_at(text: str, start: int, end: int, *, clause: bool, most: int = _MOST_WORDS) -> Span | None:
    """The words from ``start`` up to the next boundary, without a leading article; none where they name nothing.

    ``clause`` says that the first is a verb. A phrase of more than ``most`` words, small ones not counted, is cut
    before its last preposition that leaves it short enough.
    """
    words: Words = []
    position = start
    if text[start : start + 1] in "“‘\"'":
        position = start = start + 1
    while len(words) < most + (_MOST_READ - _MOST_WORDS) and (match := WORD.match(text, position, end)):
        word, lowered = match[1], match[1].lower()
        if not words and lowered in DETERMINERS and not clause:
            position = start = match.end()
            continue
        is_article = clause and len(words) == 1 and lowered in _ARTICLES
        if not is_article and _stops(text, words, word, match, end):
            break
        words.append((Span(match.start(1), match.end(1)), lowered))
        position = match.end()
    if clause and len(words) == 2 and text[position : position + 1] == "," and _adjectival(words):
        return None
    if clause and _ENUMERATED.match(text, position, end):
        words = _before_last(words)
    words = _shortened(words, most)
    if text[position : position + 1] == "," and len(words) > 2 and words[-1][1].endswith(("al", "ic", "ive", "ous")):
        words = _before_joint(words)
    while words and (
        words[-1][1] in _WEAK_ENDS
        or words[-1][1][0] in "0123456789$"
        or (words[-1][1].endswith(("ly", "ed")) and len(words) > 2)
    ):
        words.pop()
    if not words or any(word in _PARTLY_SAID for _, word in words):
        return None
    span = Span(words[0][0].start, words[-1][0].end)
    if text[span.end - 1] in ".'’" and not _ABBREVIATION.search(span.of(text)):
        span = Span(span.start, span.end - 1)
    is_said = text[span.start].isalpha() or words[0][1].isdigit() or "-" in words[0][1]  # "60-day curfew"
    return span if is_said and span.end - span.start <= _LONGEST else None


def _stops(text: str, words: Words, word: str, match: re.Match[str], end: int) -> bool:
    """Whether a word ends the phrase before it."""
    lowered = word.lower()
    if lowered == "percent" and words and words[-1][1][0].isdigit():
        return False
    if lowered in ("and", "or"):
        return not _joins(text, words, match, end)
    if lowered in JOINING:
        return not _leads_on(text, words, lowered, match, end)
    if lowered in _FINITE or (len(words) > 1 and lowered.endswith("ed") and is_plural(words[-1][1])):
        return bool(words)
    if lowered in DETERMINERS:
        is_led = bool(words) and (words[-1][1] in _BEFORE_ARTICLES or _is_kept_from(words))
        return lowered in ("this", "that", "these", "such") or not is_led
    if lowered in _DONE and words and _DOER.match(text, match.end(), end):
        return True
    if lowered in ("up", "down", "back", "out", "off", "all", "no", "not") and words:
        return lowered in ("no", "not")
    return (
        lowered in STOP
        or lowered in _ENDING
        or lowered.endswith(("n’t", "n't"))
        or (bool(words) and lowered in CALENDAR and lowered not in ("may", "march", "second"))
        or (len(words) > 1 and lowered in _SAYING_VERBS and not lowered.endswith("s"))
    )


def _is_kept_from(words: Words) -> bool:
    """Whether what somebody is kept from doing goes on ("bar boats from entering *the port*")."""
    return words[-1][1].endswith("ing") and [word for _, word in words[-2:-1]] == ["from"]


def _joins(text: str, words: Words, match: re.Match[str], end: int) -> bool:
    """Whether "and" joins two words of the phrase."""
    following = WORD.match(text, match.end(), end)
    if words and following is not None and (words[-1][1], following[1]) in _PAIRS:
        return True
    if not words or following is None or following[1].lower() in STOP | VERBS:
        return False
    is_doing = following[1].endswith("ing") and following[1] not in _ING_NOUNS
    if is_doing or following[1] in _PLAIN_VERBS or any(word == "and" for _, word in words[-2:]):
        return False
    return not following[1].endswith(("ed", "es")) and _adjectival(words)


def _leads_on(text: str, words: Words, lowered: str, match: re.Match[str], end: int) -> bool:
    """Whether the phrase goes on behind a preposition."""
    following = WORD.match(text, match.end(), end)
    if following is None or not words:
        return False
    behind = following[1]
    low = behind.lower()
    noun: re.Match[str] | None = following
    while noun is not None and noun[1].lower() in DETERMINERS:
        noun = WORD.match(text, noun.end(), end)
    if noun is None or noun[1].lower() in _VAGUE_BEHIND:
        return False
    if behind[0].isdigit() or (low in CALENDAR and low != "may"):
        return False
    if lowered == "to":
        is_verb = behind.islower() and not behind.endswith(("s", "n")) and words[-1][1] not in _TAKING_TO
        is_verb = is_verb and behind not in DETERMINERS
        return low not in VERBS and not is_verb
    if lowered == "in" and _SAYING.match(text, match.end(), end):
        return False
    return lowered not in _PLACED or not (behind[0].isupper() or low in PRONOUNS)


def _adjectival(words: Words) -> bool:
    """Whether "and" after these words may join two words of one phrase ("administrative and judicial procedures")."""
    last = words[-1][1]
    return (
        last.endswith(("al", "ive", "ic", "ary", "ous", "ent", "ant", "ed", "er", "an", "ful"))
        or last in _PLAIN_MODIFIERS
    )


def _before_last(words: Words) -> Words:
    """The words without their last "in …", whose list the phrase would cut in two."""
    for index in range(len(words) - 1, 1, -1):
        if words[index][1] in _PLACED:
            return words[:index]
    return words


def _before_joint(words: Words) -> Words:
    """The words before their last preposition, whose list of adjectives the phrase would cut in two."""
    return next((words[:index] for index in range(len(words) - 1, 0, -1) if words[index][1] in JOINING), [])


def _shortened(words: Words, most: int) -> Words:
    """The words, cut before the last preposition that leaves few enough; nothing where none does."""
    if _fits(words, most):
        return words
    for joints in (JOINING - {"of"} | {"and", "or"}, {"of"}):
        for index in range(len(words) - 1, 0, -1):
            if words[index][1] in joints and index > 1 and _fits(words[:index], most):
                return words[:index]
    return []


def _fits(words: Words, most: int) -> bool:
    """Whether the words are few and short enough for a name."""
    if not words:
        return True
    counted = sum(word not in _LIGHT for _, word in words)
    return counted <= most and words[-1][0].end - words[0][0].start <= _LONGEST


def head_of(words: list[str]) -> str:
    """The head of a noun phrase: its last word before the first preposition.

    >>> head_of("participation of the army in border control".split())
    'participation'
    """
    return words[head_at(words)]


def head_at(words: list[str]) -> int:
    """Where the head of a noun phrase stands."""
    return next((i - 1 for i, word in enumerate(words) if i and word.lower() in JOINING | {"based"}), len(words) - 1)
