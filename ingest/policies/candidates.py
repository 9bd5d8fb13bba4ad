"""Every phrase that might name a policy: noun phrases, and verbs behind "to", "should", "by" and the like."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.words import CALENDAR, FUNCTION, SPEECH_VERBS, listed
from ingest.policies.cues import forms
from ingest.policies.cuewords import CUE_WORDS
from ingest.policies.measures import CARRIERS, COURSES, DEGREES, EMPTY, GENERAL, MEANS, NOUNS, SINGLE, UNFIT, VERBS
from ingest.policies.phrases import DETERMINERS, JOINING, PRONOUNS, WORD, head_at, phrase_at
from kg.model import Span

Kind = Literal["noun", "infinitive", "gerund"]

MODALS = listed(
    "should must would will can could may might shall ought cannot can’t can't won’t won't wouldn’t wouldn't"
)
_BETWEEN = listed(
    """
    not never also then now even always immediately simply instead just really quickly further still again only once
    first finally be to
    """
)
_NO_GERUNDS = listed(
    """
    thing nothing something anything everything morning evening king ring spring string during according including
    being having going saying telling asking doing thinking talking looking trying getting making coming following
    regarding considering wing bring sing beijing speaking noting adding warning willing amazing
    interesting surprising missing meaning feeling meeting building hearing briefing ceiling leading growing
    """
)
_NO_VERBS = listed(
    """
    be have think know see feel believe seem appear look tell happen talk hear remember imagine understand become
    come like consider respond comment say note add mention explain admit wonder guess suppose win lose
    """
)
_CLEAR_VERBS = (
    (
        frozenset(form for verb in VERBS for form in forms(verb)[1:] if form.endswith(("ed", "ing")))
        | frozenset(word for word in CUE_WORDS if word.endswith(("ed", "ing")))
        | SPEECH_VERBS
        | listed(
            """
        has had have is are was were be been do does did made took gave got went came put kept led let saw
        held included prohibits prevents restricts permits imposes eliminates expands reduces encourage encourages
        agree agrees favor favors favour favours means says seems remains includes
        include require requires allow allows provide provides create creates oppose opposes collapsed
        """
        )
    )
    - NOUNS
    - listed("proposed planned increased fund funding spending training")
)
"""Words that no noun phrase goes on through: what stands behind them may be one."""
_THIRD = frozenset(form for verb in VERBS for form in forms(verb)[1:2])
"""Verbs in the third person, which some nouns in the plural look like."""
_GERUNDS = frozenset(form for verb in VERBS for form in forms(verb) if form.endswith("ing"))
_OPENERS = FUNCTION | DETERMINERS | JOINING | PRONOUNS | _CLEAR_VERBS | MODALS
_NO_INFINITIVES = _NO_VERBS | _OPENERS | _BETWEEN
_NO_MEASURES = _NO_GERUNDS | NOUNS
_DEVERBAL = (
    "tion", "sion", "ment", "ance", "ence", "ism", "ity", "ship", "sal", "val", "ing", "age", "ure", "tions", "sions",
    "ments", "ances", "ings", "ies",
)  # fmt: skip
_AMOUNTS = listed(
    "million billion trillion percent cents dollars hundred thousand hundreds thousands millions billions"
)
_GENERAL = (
    GENERAL | CARRIERS | DEGREES | EMPTY | UNFIT | listed("bills laws rules programs policies congressional federal")
)
_HEAVY = NOUNS | COURSES | SINGLE | MEANS
_FOR_OTHERS = listed("support opposition objection objections backing criticism advocacy advocate supporter opponent")
"""Heads that give way to what stands behind them: "support for a tax" is no policy beside the tax."""
_GOVERNING = CUE_WORDS.keys()
_REACH = 3
_AROUND = 120
"""Characters: so much beside a phrase is looked at."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence: where it stands and in lower case."""

    span: Span
    low: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that might name a policy; ``first`` and ``last`` are its words in those of its sentence."""

    span: Span
    kind: Kind
    tokens: tuple[Token, ...]
    first: int
    last: int
    head: str
    sentence: int

    @property
    def lows(self) -> list[str]:
        """Its words in lower case."""
        return [token.low for token in self.tokens[self.first : self.last + 1]]


def candidates(document: Document) -> Iterator[Candidate]:
    """The candidates of all sentences; they may overlap."""
    text = document.text
    for number, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].kind == "boilerplate":
            continue
        start, end = sentence.span.start, sentence.span.end
        tokens = tuple(tokenised(text, start, end))
        seen = set[Span]()
        for index, kind in _starts(text, tokens):
            span = phrase_at(text, tokens[index].span.start, end, clause=kind != "noun")
            if span is None:
                continue
            candidate = _read(span, kind, tokens, number)
            if kind == "noun":
                candidate = _before_verb(candidate)
            if candidate.span in seen:
                continue
            seen.add(candidate.span)
            if _is_worth_weighing(text, candidate) if kind == "noun" else _is_action(candidate):
                yield candidate


def _before_verb(one: Candidate) -> Candidate:
    """A noun phrase without the verb in it and what follows ("China opposed hacking")."""
    for index in range(one.first + 1, one.last + 1):
        low, before = one.tokens[index].low, one.tokens[index - 1].low
        is_verb = low in _CLEAR_VERBS or (
            low.endswith(("ed", "ing"))
            and "-" not in low
            and low not in NOUNS
            and (before in NOUNS or is_plural(before))
        )
        if is_verb and before not in _OPENERS:
            span = Span(one.span.start, one.tokens[index - 1].span.end)
            return _read(span, one.kind, one.tokens, one.sentence)
    return one


def read(document: Document, span: Span) -> Candidate | None:
    """The candidate that some words of a text are, whatever they are."""
    number = bisect_right(document.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    if number < 0 or not span.of(document.text).strip():
        return None
    sentence = document.sentences[number].span
    start, end = max(sentence.start, span.start - _AROUND), min(max(sentence.end, span.end), span.end + _AROUND)
    tokens = tuple(tokenised(document.text, start, end))
    low = next((token.low for token in tokens if token.span.end > span.start), "")
    kind: Kind = "infinitive" if low in VERBS - NOUNS else "gerund" if low in _GERUNDS else "noun"
    if low in VERBS & NOUNS and document.text[max(0, span.start - 10) : span.start].rstrip().endswith(
        (" to", " will", " would", " should")
    ):
        kind = "infinitive"
    return _read(span, kind, tokens, number) if tokens else None


def _read(span: Span, kind: Kind, tokens: tuple[Token, ...], sentence: int) -> Candidate:
    first = min(bisect_right(tokens, span.start, key=lambda token: token.span.end), len(tokens) - 1)
    last = max(first, bisect_left(tokens, span.end, key=lambda token: token.span.start) - 1)
    words = [token.low for token in tokens[first : last + 1]]
    head = words[head_at(words)] if kind == "noun" else words[0]
    return Candidate(span, kind, tokens, first, last, head, sentence)


def tokenised(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of a sentence."""
    position = start
    while position < end:
        match = WORD.match(text, position, end)
        if match is None:
            position += 1
            continue
        yield Token(Span(*match.span(1)), match[1].lower().replace("’", "'"))
        position = match.end()


def _starts(text: str, tokens: tuple[Token, ...]) -> Iterator[tuple[int, Kind]]:
    """Where a candidate may begin, and as what."""
    for index, token in enumerate(tokens):
        low = token.low
        before = tokens[index - 1] if index else None
        is_joined = before is not None and text[before.span.end : token.span.start].isspace()
        if _is_verb_place(tokens, index) and low.isalpha() and low not in _NO_INFINITIVES:
            yield index, "infinitive"
            continue
        if low.endswith("ing") and len(low) > 5 and low not in _NO_MEASURES and token.span.of(text)[0].islower():
            yield index, "gerund"
        if low in _OPENERS or low in CALENDAR:
            continue
        if before is not None and before.low in ("that", "which", "who") and low in _THIRD:
            continue
        if low in _AMOUNTS or low[0] in "$0123456789":
            continue
        is_after_number = before is not None and (before.low[0] in "$0123456789" or before.low in _AMOUNTS)
        if (
            before is None
            or not is_joined
            or is_after_number
            or before.low in _OPENERS
            or before.low in _GOVERNING
            or _is_verb_place(tokens, index - 1)
        ):
            yield index, "noun"


def _is_verb_place(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a verb in the infinitive stands here: behind "to", "should", "let’s", perhaps with an adverb between."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        low = tokens[place].low
        if low == "to" or low in MODALS or low.endswith("'ll") or low in ("don't", "let's", "help"):
            return True
        if low in ("and", "or") and place == index - 1 and tokens[index].low in VERBS:
            return True
        if low not in _BETWEEN and not low.endswith("ly"):
            return False
    return False


def _is_action(one: Candidate) -> bool:
    """Whether a verb and what follows it may name a policy: who does not rule something out proposes nothing yet."""
    return one.first < one.last and one.lows[:2] not in (["rule", "out"], ["ruling", "out"])


def _is_worth_weighing(text: str, one: Candidate) -> bool:
    """Whether a noun phrase may name a policy: by its head, or by a word that governs it."""
    head, words = one.head, one.lows
    if head in PRONOUNS or head.isdigit() or head in FUNCTION or noun_type(singular(head)) == "person":
        return False
    behind = words[words.index(head) + 1 :] if head in words else []
    if head in _FOR_OTHERS and behind[:1] in (["for"], ["of"]):
        return False
    owner = max((index for index, word in enumerate(words) if word.endswith(("'s", "s'"))), default=-1)
    if all(word in _GENERAL for word in words[owner + 1 :]):
        return False
    if head in _HEAVY or head.endswith(_DEVERBAL) or not _HEAVY.isdisjoint(words):
        return True
    start = one.span.start
    is_quoted = text[start - 1 : start] in "“‘\"'" and start > 0
    return is_quoted or any(token.low in _GOVERNING for token in one.tokens[max(0, one.first - 4) : one.first])
