"""What a clause or a sentence is about, from the words before a number: "the ferry lost", "The fund, …, grew"."""

from __future__ import annotations

import re

from ingest.figures.answers import LONGEST
from ingest.figures.changes import DOWN, UP
from ingest.figures.naming import trimmed
from ingest.figures.nouns import STOP
from ingest.figures.populations import AUXILIARIES
from ingest.lexicon.words import listed
from kg.model import Span

_SUBORDINATE = 3
_LEADING = listed(
    """
    and but or so while since because that when if although though as whether then however where which who meanwhile
    yet also for with except whereas after before even until
    """
)
_TRAILING = re.compile(
    r"[ \u00a0](?:by|to|at|of|with|from|for|on|in|than|around|near|about|is|are|was|were|a|an|the|its|their|his|her)"
    r"(?:[ \u00a0](?:just|only|some|another|merely|roughly|a|an|the|its|their|total|record|mere))*"
    r"(?:[ \u00a0](?:a|an)[ \u00a0][a-z]+)?\Z|[ \u00a0](?:by|in|since|until|of)[ \u00a0]\d{4}\Z"
    r"|[ \u00a0](?:just|only|merely|barely|roughly|nearly|almost|either|both)\Z"
)
_AFTER_NUMBER = re.compile(
    r"\A.*\d(?:[ \u00a0]?(?:%|percent|per cent|percentage|points?|million|billion|trillion))*"
    r"[ \u00a0](?:(?:to|versus|against|over|and|or)[ \u00a0]+|\Z)"
)
_CLAUSES = re.compile(
    r",[ \u00a0]|[ \u00a0][—–-][ \u00a0]|[—;:(\n]"
    r"|[ \u00a0](?:while|but|whereas|although|which)\b|[ \u00a0]and[ \u00a0]\Z"
)
_FIRST_WORDS = re.compile(
    r"(?:(?:And|But|Or|So|Yet)[ \u00a0](?:even[ \u00a0])?(?:if|when|though|while)|"
    r"Even|Moreover|Furthermore|Still|Indeed|Instead|"
    r"Nevertheless|Nonetheless|Also|Overall|However|Meanwhile|[A-Z][a-z]+(?:ing|ly)|Prior|According|Compared|"
    r"Despite|Until|Through|Last|This|Next|In|On|"
    r"At|After|Before|By|For|From|Under|With|During|Since|Among|Of|As|While|When|If)\b"
)
_MOVED = re.compile(
    r"(?:(?<=\w)(?<!’s)(?<!'s)[ \u00a0])?(?:(?:has|have|had|is|are|was|were|will|would|could|may|might|be|"
    r"been|being|not|also|still|only)[ \u00a0])*"
    rf"(?P<verb>(?<!make[ \u00a0])(?<!made[ \u00a0])\b(?:is|are|was|were|be|been|stood|stands|"
    rf"reach(?:ed|es)|averag(?:ed|es)|total(?:ed|s)|{UP}|{DOWN}))"
    r"(?:[ \u00a0](?:further|sharply|slightly|again|up|down))?\Z"
)
"""The verb that only says that the subject has, or has changed, its value."""
_POINTING = re.compile(
    r"\b(?:it|they|(?:the|this|that|whose)[ \u00a0](?:share|figure|number|proportion|percentage|total)s?)\Z",
    re.IGNORECASE,
)
"""Subjects that only point to what was measured before ("they rose", "the share was")."""
_COPULAS = frozenset(("were", "was", "are", "is", "stood", "stands", "rose", "fell", "up", "down"))
_COMPARING = frozenset(("more", "less", "fewer", "far more", "far less", "higher", "lower"))
_NAMES_AND = re.compile(r"(?:\A|[.;:\n][ \u00a0]?|[.]\s)((?:[A-Z][\w.’'-]*[ \u00a0]){1,4}and[ \u00a0])\Z")
_NOUN_AND = re.compile(r"(?:\A|[.;:\n][ \u00a0]?|,[ \u00a0])((?:[A-Za-z][\w’'-]*[ \u00a0]){1,3}and[ \u00a0])\Z")
"""The first of two nouns that are one subject ("Wind and solar generated")."""
_BROKEN = re.compile(
    r"(?<![A-Z]{2} )(?<!&P )(?<!\d)\d(?!\d*[-‑][a-z])|[\"“”;:()\n]|\. \.|[a-z]{4,}\. [A-Z]|''"
    r"|%|\bper ?cent\b|\b(?:one|two|three|four|nine)[ \u00a0](?:in|out of)[ \u00a0](?:every[ \u00a0])?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
"""What no name of a measure holds: numbers, another share, the end of a sentence or of a quotation."""
_PAST_SHARE = re.compile(r"\A.*\d[ \u00a0]?(?:%|percent|per cent)[ \u00a0](?=[a-z]+(?:ed|s)\b[^\d]*\Z)")
"""What stands before the verb of a share that is itself given as one ("the top 1 percent owned")."""


def subject(text: str, sentence: Span, clause: Span, position: int) -> str | None:
    """What a sentence is about, where the clause of a number has no subject of its own ("The fund, …, grew").

    Where the number opens its clause, it goes on with the one before ("Ann leads, 43 to 38").
    """
    ahead = re.split(r"[:;][ \u00a0]", text[sentence.start : clause.start].rstrip(":; \u00a0"))[-1]
    parts = [part.strip(' \u00a0,“”"') for part in _CLAUSES.split(ahead)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and _FIRST_WORDS.match(parts[0]):
        parts = parts[1:]
    parts = [part for part in parts if not _FIRST_WORDS.match(part[:1].upper() + part[1:])] or parts
    if not parts:
        return None
    goes_on = not re.search(r"[a-z]{3}", text[clause.start : position])
    part = parts[-1] if goes_on else parts[0]
    if _BROKEN.search(part) or _FIRST_WORDS.match(part[:1].upper() + part[1:]):
        return None
    return trimmed(" ".join(_TRAILING.sub("", f" {part}").split()[:LONGEST]))


def before(text: str, clause: Span, position: int) -> str | None:
    """The subject and the verb before a number, from the clause that it stands in ("the ferry lost")."""
    words = _PAST_SHARE.sub("", _AFTER_NUMBER.sub("", text[clause.start : position].rstrip()))
    while (shorter := _TRAILING.sub("", " " + words).strip()) != words.strip():
        words = shorter
    words = words.strip()
    parts = list(re.finditer(r"[^\s]+", words))
    first = 0
    for index, part in enumerate(parts[:-1]):
        word = part[0].lower().strip("“\"‘'")
        joins = word in ("that", "which", "who") and len(parts) - index > _SUBORDINATE
        joins = joins or (word in ("when", "because", "although", "if") and len(parts) - index > 2)
        if word in _LEADING and (index == first or joins):
            first = index + 1
    last = len(parts)
    for index in range(first + 1, len(parts)):
        if parts[index][0] in ("which", "who"):
            first = max(first, _start_of_noun(parts, index))
            done = parts[index + 1 :]
            if len(done) == 1 and done[0][0].endswith("ed"):
                noun = words[parts[first].start() : parts[index - 1].end()].rstrip(",")
                return trimmed(f"{noun} {done[0][0]}")
            last = index
            break
    if last > first + 1:
        words, parts = words[: parts[last - 1].end()].rstrip(" -–—,"), parts[:last]
    if len(parts) - first > LONGEST and _MOVED.search(words):
        words = " ".join(part[0] for part in parts[first : first + LONGEST])
        parts, first = list(re.finditer(r"[^\s]+", words)), 0
    if len(parts) - first > LONGEST:
        first = len(parts) - LONGEST
        while first < len(parts) - 1 and parts[first][0].lower() in STOP:
            first += 1
    if first >= len(parts):
        return None
    measure = _with_names(text, clause, words[parts[first].start() :])
    moved = _MOVED.search(measure)
    if _POINTING.search(measure[: moved.start()] if moved else measure):
        return None
    measure = (measure[: moved.start()] or moved["verb"] if moved else measure).strip("“”\"'‘’ ")
    if (
        _BROKEN.search(measure)
        or measure.lower() in STOP | _COPULAS | AUXILIARIES | _COMPARING
        or not re.search(r"[^\W\d_]{3}", measure)
    ):
        return None
    return trimmed(measure)


def _start_of_noun(parts: list[re.Match[str]], end: int) -> int:
    """Where the noun phrase begins that ends before a relative pronoun."""
    first = end
    while first and end - first < _SUBORDINATE + 1 and parts[first - 1][0].lower() not in STOP:
        first -= 1
    return first if first < end else 0


def _with_names(text: str, clause: Span, words: str) -> str:
    """The words that open a clause, with the names that "and" joins to the first of them ("Ann and Bo have")."""
    if words[:1].islower() and len(words.split()) > 1:
        nouns = _NOUN_AND.search(text, max(0, clause.start - 60), clause.start)
        return nouns[1] + words if nouns and not any(map(_is_verb, nouns[1].split())) else words
    if not words[:1].isupper() or not text[clause.start : clause.end].lstrip().startswith(words[:1]):
        return words
    joined = _NAMES_AND.search(text, max(0, clause.start - 60), clause.start)
    return joined[1] + words.lstrip() if joined else words


def _is_verb(word: str) -> bool:
    """Whether a word shows that a clause, and no noun alone, stands before "and"."""
    lowered = word.lower()
    is_noun = lowered in ("and", "the") or lowered not in STOP
    return (
        not is_noun
        or lowered in AUXILIARIES
        or lowered.endswith("ed")
        or re.fullmatch(f"{UP}|{DOWN}", lowered) is not None
    )
