"""A text as word pieces, with what the uncased vocabulary hides: letter case, white space and quotation marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Numbers = NDArray[np.int64]

CASES = 7
"""How a piece is written: 0 padding, 1 lower case, 2 capitalised, 3 capitals, 4 mixed, 5 digits, 6 no letters."""
GAPS = 3
"""What stands before a piece: 0 nothing, 1 white space, 2 a line break."""
QUOTES = 3
"""Where a piece stands: 0 outside quotation marks, 1 within them, 2 it is one."""

START, STOP = 101, 102
"""The pieces around every window (``[CLS]`` and ``[SEP]`` of the BERT vocabulary)."""

_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_HALF = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text: arrays of one length. ``starts`` and ``ends`` are offsets into it in code points."""

    ids: Numbers
    starts: Numbers
    ends: Numbers
    case: Numbers
    gap: Numbers
    quote: Numbers

    def __len__(self) -> int:
        return len(self.ids)


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """The word pieces of a text, without the pieces that begin and end a window."""
    # Half a character has no UTF-8, which the tokenizer works in; it drops what stands in for one.
    encoded = tokenizer.encode(_HALF.sub("\ufffd", text), add_special_tokens=False)
    ranges = [(start, _past_accents(text, end)) for start, end in encoded.offsets]
    offsets = np.array(ranges, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    return Pieces(
        ids=np.array(encoded.ids, dtype=np.int64),
        starts=starts,
        ends=ends,
        case=np.array([_case(text[start:end]) for start, end in ranges], dtype=np.int64),
        gap=_gaps(text, starts, ends),
        quote=_quotes(text)[starts] if len(starts) else np.zeros(0, dtype=np.int64),
    )


def _past_accents(text: str, end: int) -> int:
    """Where a piece ends with its accents that are characters of their own, which the tokenizer leaves out."""
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isdigit():
        return 5
    if not any(char.isalpha() for char in word):
        return 6
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return 2
    return 3 if word.isupper() else 4


def _gaps(text: str, starts: Numbers, ends: Numbers) -> Numbers:
    gaps = np.zeros(len(starts), dtype=np.int64)
    before = 0
    for place, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        between = text[before:start]
        gaps[place] = 2 if place == 0 or "\n" in between or "\r" in between else 1 if between else 0
        before = end
    return gaps


def _quotes(text: str) -> Numbers:
    """For each code point its state of quotation; a line break closes what was left open."""
    states = np.zeros(len(text), dtype=np.int64)
    inside = False
    for place, char in enumerate(text):
        if char in _OPENING or char in _CLOSING or char == _EITHER:
            inside = char in _OPENING or (char == _EITHER and not inside)
            states[place] = 2
            continue
        if char in "\n\r":
            inside = False
        states[place] = inside
    return states
