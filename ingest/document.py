"""An article's text laid out for extraction: paragraphs, sentences and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingest.sentences import quotations, sentences
from kg.model import Span

ParagraphKind = Literal["body", "heading", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of text that is not blank. ``kind`` tells prose from headings, captions and footers."""

    span: Span
    kind: ParagraphKind = "body"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, without the white space around it. A quotation is never cut in two."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its layout. ``text`` is the stored text; every span refers to it."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Span, ...]


_LINE = re.compile(r"[^\s](?:[^\n\r\u2028\u2029]*[^\s])?")
_WRAPPED_WIDTH = range(45, 101)
_HEADING_WORDS = 14
_HEADING_LENGTH = 110
_FINAL = re.compile(r"[.!?…:;,。！？][\"”»’')\]]*\Z")
_PICTURE_CREDIT = re.compile(
    r"\((?:AFP|AP|EFE|EPA|Reuters|Getty|Bloomberg|Xinhua|ANSA|dpa|PA|TASS|Anadolu)[^()]{0,60}\)\.?\Z"
    r"|\((?:[Pp]hoto|[Ii]mage|[Pp]icture|[Cc]redit|[Ff]ile)\b[^()]{0,120}\)\.?\Z"
    r"|\A(?:Photo|Image|Picture|Pictured|Credit|Caption|Photograph|FILE)\b ?(?:by|:|-|–|—)"
    r"|[.!?] (?:Photo|Photograph|Picture|Image|Credit)(?::| by) [A-Z][^.!?:]{2,60}\.?\Z"
    r"|(?:(?:^|\s|/)(?:AP Photo|REUTERS)/[\w .’'-]{2,40}|/ ?(?:AFP|AP|EFE|EPA|Reuters)|Getty Images|Shutterstock)\.?\Z"
)
_BOILERPLATE = re.compile(
    r"[\W_]+\Z"
    r"|(?:©|\(c\)|copyright\b|all rights reserved)"
    r"|(?:this (?:article|story|post|piece) (?:was )?(?:originally|first) (?:appeared|published|posted))"
    r"|(?:written|reported|edited|compiled) by\b(?=\W*(?:$|[A-Z]))"
    r"|(?:by [A-Z][\w.’-]+(?: [A-Z][\w.’-]+){0,4}\Z)"
    r"|(?:read (?:more|also|next|the full)\b|see also\b|related(?: (?:articles?|stories|news|content))?\s*(?::|\Z))"
    r"|(?:[\w,’' -]{0,60}:? ?sign up for (?:our|the|this)\b)"
    r"|(?:click here|subscribe\b|sign up\b|follow (?:us|me)\b|share this|advertisement\b|sponsored\b)"
    r"|(?:editor[’']s note\b|correction\s*:|published\s*:|updated\s*:|last modified\b)"
    r"|(?:follow [A-Z][\w.’-]+ [A-Z][\w.’-]+ (?:at|on)\b)"
    r"|(?:for (?:the )?terms of use|terms (?:of use|and conditions)\b|privacy policy)"
    r"|(?:the (?:views|opinions) expressed\b)"
    r"|(?:have an idea for\b|contact us\b|send (?:us )?(?:your |a |an )?(?:tips?|pitch|letters?|email)\b)"
    r"|(?:[\w’' -]{0,40}\bnewsletter\W*\Z)",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"this (?:is an? )?(?:[\w-]+ )?(?:article|story|text|post|translation|transcript|report)"
    r"(?: (?:was|has been|is))? (?:written|produced|translated|generated|published|made|edited|prepared|compiled)\b",
    re.IGNORECASE,
)
_LAST_LINES = 6
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}|\+\d[\d ()-]{7,}\d|https?://\S+\Z|www\.\S+\Z")
_CONTACT_LENGTH = 160
_BYLINE_MARK = re.compile(r"(?:written|reported|edited) by\W*\Z", re.IGNORECASE)


def lay_out(text: str) -> Document:
    r"""The document of a text: its paragraphs with their kinds, its sentences and its quotations.

    >>> document = lay_out("Council meets\n\nThe mayor spoke. “We agree. At last,” she said.")
    >>> [(paragraph.kind, paragraph.span.start) for paragraph in document.paragraphs]
    [('heading', 0), ('body', 15)]
    >>> [sentence.span.of(document.text) for sentence in document.sentences]
    ['Council meets', 'The mayor spoke.', '“We agree. At last,” she said.']
    """
    lines = _unwrapped(text, [Span(*line.span()) for line in _LINE.finditer(text)])
    paragraphs = tuple(Paragraph(line, _kind(text, lines, number)) for number, line in enumerate(lines))
    quoted = quotations(text, lines)
    return Document(text, paragraphs, tuple(_sentences(text, lines, quoted)), tuple(quoted))


def _sentences(text: str, lines: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Sentence]:
    starts = [quotation.start for quotation in quoted]
    for number, line in enumerate(lines):
        inside = quoted[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        for span in sentences(text, line, inside):
            yield Sentence(span, number)


def _unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """The lines, those of a block joined where the text is wrapped by hand at a fixed width."""
    followed = [
        (line, after)
        for line, after in pairwise(lines)
        if text.count("\n", line.end, after.start) <= 1 and "\r\r" not in text[line.end : after.start]
    ]
    cut = [line for line, _ in followed if line.end - line.start in _WRAPPED_WIDTH and not _FINAL.search(line.of(text))]
    if len(cut) < 3 or len(cut) * 2 < len(followed):
        return lines
    joined = [lines[0]]
    ends = {line.end for line, _ in followed}
    for line in lines[1:]:
        if joined[-1].end in ends:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _kind(text: str, lines: Sequence[Span], number: int) -> ParagraphKind:
    """What a line is: the first rule that fits, prose where none does."""
    line = lines[number].of(text) if lines[number].end - lines[number].start <= 1000 else ""
    after = lines[number + 1] if number + 1 < len(lines) else None
    if not line:
        return "body"
    if _is_boilerplate(line):
        return "boilerplate"
    if _PICTURE_CREDIT.search(line) or (after is not None and after.of(text) == "/"):
        return "caption"
    if number >= max(1, len(lines) - _LAST_LINES) and _NOTE.match(line):
        return "boilerplate"
    if number > 0 and _BYLINE_MARK.match(lines[number - 1].of(text)[:40]):
        return "boilerplate"
    return "heading" if _is_heading(line, is_first=number == 0) else "body"


def _is_boilerplate(line: str) -> bool:
    if _BOILERPLATE.match(line):
        return True
    return len(line) <= _CONTACT_LENGTH and line[0] not in '"“‘' and bool(_CONTACT.search(line))


def _is_heading(line: str, *, is_first: bool) -> bool:
    """Whether a line stands over the text: short, and not closed as a sentence is.

    A question is a heading where most of its words are capitalised.
    """
    words = line.split()
    if len(line) > (2 * _HEADING_LENGTH if is_first else _HEADING_LENGTH):
        return False
    if len(words) > (2 * _HEADING_WORDS if is_first else _HEADING_WORDS):
        return False
    if not _FINAL.search(line):
        return True
    capitalised = sum(word[:1].isupper() or word[:1].isdigit() for word in words)
    return line[-1] in "?!" and len(words) <= 10 and capitalised * 2 > len(words)
