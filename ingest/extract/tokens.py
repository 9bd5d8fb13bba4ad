"""A sentence as tokens: words, marks, and each quotation as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, NamedTuple

from ingest.document import Document
from ingest.repair import Repaired

Range = tuple[int, int]
"""Tokens from the first up to, not including, the second."""

Kind = Literal["name", "word", "number", "mark", "quotation"]

DASHES = ("—", "–", "―", "--")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+[^\W_]*|[^\W_]+(?:['’.&/-][^\W_]+)*|--|[^\w\s]|_")
_SCARE_QUOTE_WORDS = 2
_LONGEST_LINE = 160
"""Tokens; what is longer is no sentence, and is taken piece by piece so that no rule looks too far."""
_LONGEST_TITLE = 8
_SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "and", "in", "on", "for", "to", "at", "by", "with", "or", "from", "as", "is"]
)
_MARKS = "\"“”„«»‘’'`"


class Token(NamedTuple):
    """A word, a mark or a whole quotation; offsets are those of the repaired view."""

    start: int
    end: int
    low: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's tokens without its final full stop, and where it stands."""

    tokens: tuple[Token, ...]
    paragraph: int


def lines(document: Document, repaired: Repaired) -> Iterator[Line]:
    """The sentences of a document as tokens of its repaired view, boilerplate left out."""
    quotations = [repaired.within(span) for span in document.quotations]
    following = 0
    for sentence in document.sentences:
        start, end = repaired.within(sentence.span)
        while following < len(quotations) and quotations[following][1] <= start:
            following += 1
        inside = following
        while inside < len(quotations) and quotations[inside][0] < end:
            inside += 1
        if document.paragraphs[sentence.paragraph].kind != "boilerplate":
            tokens = tokenise(repaired.text, start, end, quotations[following:inside])
            while piece := tuple(islice(tokens, _LONGEST_LINE)):
                yield Line(piece, sentence.paragraph)


def tokenise(text: str, start: int, end: int, quotations: Sequence[tuple[int, int]] = ()) -> Iterator[Token]:
    """The tokens of ``text[start:end]``; a quotation of a word or two stays in its sentence as plain words.

    >>> [token.low for token in tokenise("“We all agree,” she said.", 0, 25, [(0, 15)])]
    ['“we all agree,”', 'she', 'said']
    """
    place = start
    for first, last in quotations:
        if not is_speech(text, first, last):
            continue
        yield from _plain(text, place, max(place, first))
        yield Token(first, min(last, end), text[first:last].lower(), "quotation")
        place = last
    yield from _plain(text, place, end)


def is_speech(text: str, start: int, end: int) -> bool:
    """Whether a quotation is long enough, or punctuated, as speech is; a title or a coined term is not."""
    inner = text[start:end].strip(_MARKS)
    words = inner.split()
    if len(words) <= _SCARE_QUOTE_WORDS:
        return inner[-1:] in tuple(",.?!…")
    return len(words) > _LONGEST_TITLE or any(word[0].islower() and word not in _SMALL_WORDS for word in words)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        token = match.group()
        first = token[0]
        if first.isalpha():
            yield Token(match.start(), match.end(), token.lower(), "name" if first.isupper() else "word")
        elif first.isdigit():
            yield Token(match.start(), match.end(), token, "number")
        elif token == "-" and text[match.start() - 1 : match.start()].isspace():
            yield Token(match.start(), match.end(), "–", "mark")
        elif first != "." and first not in "“”\"‘’'`«»„*_":
            yield Token(match.start(), match.end(), token, "mark")
