"""What an article's own text tells of its title, author, publisher, date, agency and language.

Each rule takes the layout of a text and says nothing where it is not sure; what it finds is marked as inferred. Only
what the file and the user left open is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from ingest.dates import MONTHS, is_date_line, iso
from ingest.language import detect
from kg.model import Article

TOP, BOTTOM = 10, 15
"""How many lines from the beginning and from the end may hold metadata."""

LONGEST_TITLE = 150
_LONGEST_LINE = 300
_REACH = 20_000

WIRES: Mapping[str, str] = {
    "ap": "AP", "associated press": "AP", "the associated press": "AP",
    "reuters": "Reuters", "thomson reuters": "Reuters",
    "afp": "AFP", "agence france-presse": "AFP", "agence france presse": "AFP",
    "upi": "UPI", "united press international": "UPI",
    "efe": "EFE", "agencia efe": "EFE", "europa press": "Europa Press",
    "dpa": "dpa", "ansa": "ANSA", "pa": "PA", "pa media": "PA", "press association": "PA",
    "xinhua": "Xinhua", "tass": "TASS", "interfax": "Interfax", "kyodo": "Kyodo", "yonhap": "Yonhap",
    "ians": "IANS", "pti": "PTI", "ani": "ANI", "aap": "AAP", "apa": "APA", "belga": "Belga", "anp": "ANP",
    "télam": "Télam", "telam": "Télam", "lusa": "Lusa", "agência brasil": "Agência Brasil", "anadolu": "Anadolu",
    "the canadian press": "The Canadian Press", "canadian press": "The Canadian Press",
}  # fmt: skip
"""News agencies by the names they sign with, in lower case, and the one name each goes by here."""

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = r"(?:(?:de|del|la|las|los|da|do|dos|di|du|van|von|der|den|bin|al|el) ){0,3}"
_NAME = rf"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: {_PARTICLES}[A-ZÀ-ÖØ-Þ][\w'’.-]*){{1,4}}"
_WHOLE_NAME = re.compile(_NAME)
_NAME_LIST = re.compile(rf"(?:{_NAME}, ){{1,6}}{_NAME},? (?:and|&|y) {_NAME}|{_NAME}(?: (?:and|&|y) {_NAME})?")
_AFTER_NAMES = re.compile(r"\s*(?:$|[,|·•/–—(]|-\s|in\s|for\s|at\s|\d)")
_BYLINE = re.compile(r"(?P<full>written\s+by|author|escrito\s+por)\b\s*:?\s*|(?:story\s+by|by|por|par|von)\s+", re.I)
_OFFICE_WORDS = (
    "the staff editor editors editorial contact media news press team desk board today this that all our "
    "correspondent writer reporter agency contrast comparison"
)
_MONTHS_THAT_ARE_NAMES = frozenset({"may", "jan", "mai", "gen", "set", "out", "ago", "mag"})
_NOT_IN_NAMES = frozenset(MONTHS.keys() - _MONTHS_THAT_ARE_NAMES).union(_OFFICE_WORDS.split())
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)))?\s*(?:"
    rf"{_YEARS}[\s,:]{{0,3}}(?:by\s+)?(?P<after>[^\W\d_][^\d©|;:]{{1,60}})|"
    rf"(?P<before>[^\W\d_][^\d©|;:]{{1,60}}?),?\s{{1,3}}{_YEARS}[.,]?\s*(?:$|(?:all|todos|tous|alle)\b))",
    re.I,
)
_RESERVED = re.compile(r"[.,]?\s*(?:all rights|todos los derechos|tous droits|alle rechte).*$|\.\s.*$", re.I)
_WIRE_MARK = re.compile(r"(?P<before>[^()]{0,80}?)\((?P<wire>[^()\d]{2,30})\)\s{0,3}\.?\s{0,3}[-–—―]")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,40}(?:, [^—–―()\n]{2,40}?)?(?:\([^()\n]{2,30}\))?\s{0,3}(?:--|[-–—―])\s"
)
_LEAD_IN = re.compile(
    r"(?:first )?(?:published|posted|date|publicado|publié|veröffentlicht)(?: (?:on|el|le|am))?:? ", re.I
)
_AMENDED = re.compile(
    r"\b(?:correction|corrected|clarification|editing error|misstated|misidentified|updated|editor['’]s note)\b", re.I
)
_STOPPED = re.compile(r"[.…。][\"'”’»)\]]*$")
_UNFINISHED = re.compile(r"[:;,–—-]$|^[\"“«‘'].*[\"”»’']$|https?://|www\.|\S@\S|^[©(\[<|*•]|^[a-zà-ÿ]")
_TURN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}:\s")
_HEADING_MARKS = re.compile(r"#{1,6}\s+|\s+#+$")


@dataclass(frozen=True, slots=True)
class Layout:
    """The first and the last lines of a text that are not blank, stripped, its beginning, and the text itself."""

    top: tuple[str, ...]
    bottom: tuple[str, ...]
    head: str
    text: str


def infer(article: Article) -> Article:
    r"""The article with what it lacks read off its own text where that is plain; ``inferred`` names what was.

    >>> body = "The port is open again, and the ships that waited outside are coming in, the harbour master said."
    >>> found = infer(Article("a.txt", f"Port reopens after storm\n\nSANTIAGO, Dec 15, 2025 (Reuters) - {body}"))
    >>> found.title, found.wire, found.date, found.language
    ('Port reopens after storm', 'Reuters', '2025-12-15', 'en')
    >>> sorted(found.inferred)
    ['date', 'language', 'title', 'wire']
    """
    layout = lay_out(article.text)
    found: dict[str, Any] = {}
    for field, rule in RULES.items():
        if not getattr(article, field) and (value := rule(layout)):
            found[field] = value
    if (
        not article.wire
        and "wire" not in found
        and (wires := [WIRES[a.casefold()] for a in article.authors if a.casefold() in WIRES])
    ):
        found["wire"] = wires[0]
    return replace(article, **found, inferred=article.inferred | found.keys()) if found else article


def lay_out(text: str) -> Layout:
    """The lines of a text that may hold metadata; the middle of a long text has none."""
    bottom = list(_lines(text[-_REACH:]))
    return Layout(tuple(islice(_lines(text[:_REACH]), TOP)), tuple(bottom[-BOTTOM:]), text[:_REACH], text)


def _lines(text: str) -> Iterator[str]:
    return (stripped for line in text.splitlines() if (stripped := line.strip()))


def title(layout: Layout) -> str | None:
    """The first line where it stands as a heading over running text.

    That is a line of three words or more without a closing full stop, with longer text after it. A full stop is taken
    where a blank line follows and the words are capitalised as in a headline, or a dateline or a byline comes next.
    Bylines, dates, datelines, quotations and the first line of a paragraph that goes on are none.
    """
    if len(layout.top) < 2:
        return None
    line = _HEADING_MARKS.sub("", layout.top[0]).strip()
    if len(line.split()) < 3 or len(line) > LONGEST_TITLE or _UNFINISHED.search(line):
        return None
    if (
        is_date_line(line)
        or _names_in_byline(line)
        or _wire_mark(line)
        or _COPYRIGHT.match(line)
        or _in_transcript(layout)
    ):
        return None
    apart = bool(re.match(r"\s*[^\n]*\n[ \t\r]*\n", layout.head)) or layout.top[0].startswith("#")
    after = layout.top[1:7]
    above_story = bool(_DATELINE.match(after[0]) or _wire_mark(after[0]) or _names_in_byline(after[0]))
    if _STOPPED.search(line) and not (above_story or (apart and _is_capitalised(line))):
        return None
    if not apart and (after[0][0].islower() or max(map(len, after)) < 100):
        return None
    return line if any(len(other) >= 60 for other in after) else None


def authors(layout: Layout) -> tuple[str, ...]:
    """The people that a byline names: "By …" near the top, "WRITTEN BY" there or near the bottom."""
    for lines, only_full in ((layout.top, False), (layout.bottom, True)):
        for number, line in enumerate(lines):
            cue = _BYLINE.match(line)
            if not cue or (only_full and not cue["full"]):
                continue
            if names := _names_in_byline(line):
                return names
            if cue.end() == len(line) and number + 1 < len(lines) and (names := _names(lines[number + 1])):
                return names
    return ()


def publisher(layout: Layout) -> str | None:
    """The holder in a copyright line that states a year."""
    for line in (*layout.bottom, *layout.top):
        match = _COPYRIGHT.match(line) if len(line) <= _LONGEST_LINE else None
        if match:
            holder = _RESERVED.sub("", match["after"] or match["before"]).strip(" .,")
            if (
                len(holder) > 1
                and holder[0].isupper()
                and len(holder.split()) <= 8
                and not holder.casefold().startswith(("the author", "all rights"))
            ):
                return holder
    return None


def date(layout: Layout) -> str | None:
    """The full date that a line of its own states, near the top or the bottom, else that of a dateline.

    A date below a correction or an update is the date of that, and not the article's.
    """
    for lines in (layout.top, layout.bottom):
        for line in lines:
            if _AMENDED.search(line):
                break
            stated = _LEAD_IN.sub("", line, count=1) if len(line) <= _LONGEST_LINE else line
            if is_date_line(stated) and (found := _full_date(stated)):
                return found
    for line in layout.top:
        mark = _wire_mark(line)
        pieces = mark["before"].split(", ") if mark else []
        for start in range(1, len(pieces)):
            stated = ", ".join(pieces[start:]).strip()
            if is_date_line(stated) and (found := _full_date(stated)):
                return found
    return None


def wire(layout: Layout) -> str | None:
    """The news agency that a dateline or a byline names."""
    for line in layout.top:
        if mark := _wire_mark(line):
            return WIRES[mark["wire"].strip().casefold()]
        cue = _BYLINE.match(line)
        if cue and (agency := WIRES.get(line[cue.end() :].strip(" .").casefold())):
            return agency
    return None


def language(layout: Layout) -> str | None:
    """The language that the text is written in, as `ingest.language.detect` tells it."""
    return detect(layout.text)


RULES: Mapping[str, Callable[[Layout], str | tuple[str, ...] | None]] = {
    "title": title,
    "authors": authors,
    "publisher": publisher,
    "date": date,
    "wire": wire,
    "language": language,
}
"""The rule for each field of an article that its text may tell."""


def _full_date(stated: str) -> str | None:
    try:
        found = iso(stated)
    except ValueError:
        return None
    return found if len(found) >= len("2025-12-15") else None


def _wire_mark(line: str) -> re.Match[str] | None:
    """The beginning of a line up to the dash, where it is a dateline of a known agency: "PARIS, 3 May (AFP) —"."""
    mark = _WIRE_MARK.match(line)
    return mark if mark and mark["wire"].strip().casefold() in WIRES else None


def _names_in_byline(line: str) -> tuple[str, ...]:
    """The names after "By" on the line, where the line is a byline and no sentence."""
    cue = _BYLINE.match(line)
    return _names(line[cue.end() :]) if cue else ()


def _names(words: str) -> tuple[str, ...]:
    """The names at the beginning of some words, where nothing but a place, an outlet or a date comes after them."""
    if len(words) > _LONGEST_LINE or _STOPPED.search(words):
        return ()
    match = _NAME_LIST.match(words)
    if not match or not _AFTER_NAMES.match(words, match.end()):
        return ()
    found = [name[0] for name in _WHOLE_NAME.finditer(match[0])]
    if any(word.casefold().strip(".") in _NOT_IN_NAMES for name in found for word in name.split()):
        return ()
    if any(name.casefold() in WIRES for name in found):
        return ()
    return tuple(name.title() if name.isupper() else name for name in found)


def _in_transcript(layout: Layout) -> bool:
    """Whether the first line is one speaker's turn of several."""
    return bool(_TURN.match(layout.top[0])) and any(_TURN.match(line) for line in layout.top[1:])


def _is_capitalised(line: str) -> bool:
    """Whether most of a line's longer words are capitalised, as in a headline."""
    longer = [word for word in _WORD.findall(line) if len(word) > 3]
    return len(longer) >= 2 and sum(word[0].isupper() for word in longer) >= 0.75 * len(longer)
