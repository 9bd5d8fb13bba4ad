"""A repaired view of a text to match on, with the way back to the stored text.

Pages lose spaces where their markup was stripped, and carry characters that look like others. `view` mends what can
be mended safely; the stored text is never changed, and every stretch of the view leads back to it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ingest.slips import Edit, slips
from kg.model import Span

_INVISIBLE = "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_ROLES = (
    "analyst|ambassador|chairman|chairwoman|correspondent|economist|historian|journalist|lawmaker|lawyer|minister|"
    "politician|president|professor|researcher|scholar|senator|sociologist|spokesman|spokesperson|spokeswoman"
)
_REPORTED = "added|adds|affirmed|affirms|explained|explains|maintains|said|says|stated|states|tells|told"

# Every alternative begins with a character or a word boundary of its own: the scan stays fast.
_CHARACTER = re.compile(
    rf"(?P<drop>[{_INVISIBLE}]+)"
    rf"|(?P<space>[{_SPACES}])"
    r"|(?P<hyphen>[\u2010\u2011])"
    # UTF-8 that was read as Latin-1, once or twice
    r"|(?P<misread>(?:(?:[\u00c2-\u00f4]|[A-Za-z][\u0300-\u036f]+)[\u0080-\u00bf]+)+)"
    # a letter and its accent, apart
    r"|(?P<apart>[A-Za-z][\u0300-\u036f]+)"
    # a closing quotation mark, and no space before the next word
    r"|(?P<glued>”(?<=[\w,.?!]”)(?=[^\W\d_])|\"(?<=[,.?!]\")(?=[a-z])"
    # a sentence that begins right after the full stop of another
    r"|[.?!](?<=[a-z]{3}[.?!])(?=[A-Z][a-z]+(?:\s|,\s|’|')))"
)
_WORD = re.compile(
    # a name and the word that follows it
    rf"\b(?P<name>[A-ZÀ-ÖØ-Þ][^\W\d_]{{2,20}}?)(?=(?:(?:{_ROLES}|which|who)\b(?!-)|(?:PhD|CEO)\b))"
    rf"|\b(?:{_REPORTED})(?=(?:adding|arguing|citing|noting|recalling|referring)\b)"
)
_PREFIXES = frozenset({"art", "ex", "micro", "non", "photo", "psycho", "sub", "vice", "video"})


@dataclass(frozen=True, slots=True)
class Repaired:
    """A view of a stored text. ``text`` is the repaired one; runs of it lead back to the stored one."""

    text: str
    _length: int
    _view_starts: tuple[int, ...] = (0,)
    _text_starts: tuple[int, ...] = (0,)

    def span(self, start: int, end: int) -> Span:
        """The span of the stored text that ``self.text[start:end]`` shows.

        >>> repaired = view("Ana Limaresearcher")
        >>> repaired.text, repaired.span(4, 8), repaired.span(9, 19)
        ('Ana Lima researcher', Span(start=4, end=8), Span(start=8, end=18))
        """
        first = self._stored(start)
        return Span(first, max(first, self._stored(end - 1) + self._is_stored(end - 1)))

    def within(self, span: Span) -> tuple[int, int]:
        """The start and end of what the view shows of a span of the stored text."""
        return self.shown(span.start), self.shown(span.end)

    def _stored(self, place: int) -> int:
        run = bisect_right(self._view_starts, place) - 1
        ahead = self._text_starts[run + 1] if run + 1 < len(self._text_starts) else self._length
        return min(self._text_starts[run] + place - self._view_starts[run], ahead)

    def _is_stored(self, place: int) -> bool:
        """Whether a character of the view stands in the stored text (an inserted space does not)."""
        run = bisect_right(self._view_starts, place) - 1
        return run + 1 >= len(self._text_starts) or self._text_starts[run + 1] > self._text_starts[run]

    def shown(self, offset: int) -> int:
        """Where the view shows the character at an offset of the stored text."""
        if len(self._text_starts) == 1:
            return offset
        run = bisect_right(self._text_starts, offset) - 1
        ahead = self._view_starts[run + 1] if run + 1 < len(self._view_starts) else len(self.text)
        return min(self._view_starts[run] + offset - self._text_starts[run], ahead)


@lru_cache(maxsize=1)
def view(text: str) -> Repaired:
    """A repaired view of ``text``: spaces put in where words run together, look-alike characters made plain.

    The last one is kept, since several steps read it in turn.

    >>> view("“It will grow,”she said").text
    '“It will grow,” she said'
    """
    pieces: list[str] = []
    view_starts, text_starts = [0], [0]
    shown = copied = 0
    for start, end, new in _edits(text):
        pieces += (text[copied:start], new)
        shown += start - copied
        copied = end
        if len(new) != end - start:
            for at_view, at_text in ((shown, start), (shown + len(new), end)):
                if (view_starts[-1], text_starts[-1]) != (at_view, at_text):
                    view_starts.append(at_view)
                    text_starts.append(at_text)
        shown += len(new)
    if not pieces:
        return Repaired(text, len(text))
    pieces.append(text[copied:])
    return Repaired("".join(pieces), len(text), tuple(view_starts), tuple(text_starts))


def _edits(text: str) -> list[Edit]:
    """The mends in text order."""
    edits = {_character(fault) for fault in _CHARACTER.finditer(text)}
    edits |= {
        (fault.end(), fault.end(), " ")
        for fault in _WORD.finditer(text)
        if (fault["name"] or "").lower() not in _PREFIXES
    }
    return sorted(edits.union(slips(text)))


def _character(fault: re.Match[str]) -> Edit:
    """The mend for a character that does not show, looks like another, or has lost the space behind it."""
    start, end = fault.span()
    if fault.lastgroup == "glued":
        return end, end, " "
    if fault.lastgroup == "misread":
        return start, end, _read_again(unicodedata.normalize("NFC", fault[0]))
    if fault.lastgroup == "apart":
        return start, end, unicodedata.normalize("NFC", fault[0])
    return start, end, {"drop": "", "space": " ", "hyphen": "-"}[fault.lastgroup or "drop"]


def _read_again(text: str) -> str:
    """What characters were before they were read in the wrong encoding; themselves where they were not.

    >>> _read_again("\u00c3\u00a9"), _read_again("\u00e9\u00bb")
    ('\u00e9', '\u00e9\u00bb')
    """
    for _ in range(2):
        try:
            again = text.encode("latin-1").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            break
        if not all(char < "\u0250" or "\u2000" <= char <= "\u20cf" for char in again):
            break
        text = again
    return text
