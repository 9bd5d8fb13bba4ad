"""Where quotations and sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.lexicon.words import listed
from kg.model import Span

_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_FAMILIES = {
    '"': '"', "''": '"', "``": '"', "“": "“", "”": "“", "„": "“", "«": "«", "»": "«", "‘": "‘", "’": "‘", "'": "'",
}  # fmt: skip
"""Marks that open and close the same quotations."""
_SINGLE = ("‘", "'")
_CLIPPED = re.compile(r"(?:em|til|tis|twas|cause|n|round|bout|s)\b", re.IGNORECASE)
_SINGLE_REACH = 600
"""A quotation in single marks is given up after so many characters: the mark was an apostrophe."""

_MARKS_AHEAD = 40

_END = re.compile(r"[.!?…。！？]+[\"”»’')\]]*(?=\s|[A-Z][a-z]+[\s,’'])")
_SENTENCE_START = re.compile(r"\s*(?:[\"“„«‘'(\[•–—@#$€£*-]|[^\W_a-zß-öø-ÿ])")
_WORD_BEFORE = re.compile(r"[\w.&’'-]+\Z")
_TITLES = listed(
    "adm atty brig capt cmdr col cpl dr drs fr gen gov hon lt maj messrs mr mrs ms mx pres prof rep reps rev sen sens "
    "sgt st supt no nos vs v art cf e.g i.e viz approx al fig vol pp p ca sec"
)
_ABBREVIATIONS = listed(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun jr sr inc corp co ltd bros dept "
    "univ assn ave blvd est etc a.m p.m am pm u.s u.n u.k u.s.a d.c e.u ph.d m.d b.c a.d ariz calif colo conn del fla "
    "ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo n.y n.j n.c "
    "s.c n.h n.m n.d s.d w.va r.i l.a"
)
_OPENERS = listed(
    "a according after all also although an and another as at because before both but by despite during each even "
    "every finally first for from he her here his how however i if in instead it its last many meanwhile more most my "
    "nearly no not now of on once one only other our people perhaps several she since so some still such that the "
    "their then there these they this those though through to today under until we what when where whether while who "
    "why with without yesterday yet you"
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
_LOOK_BACK = 24


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The quoted stretches in text order, marks included; nested quotations are part of the outer one.

    One that a paragraph leaves open ends with the paragraph where that is how newspapers run a quotation over
    paragraphs (the paragraph begins with it, or the next one opens anew), else with its sentence.

    >>> line = "“So be it,” she said of the ‘new’ plan."
    >>> [span.of(line) for span in quotations(line, [Span(0, len(line))])]
    ['“So be it,”', '‘new’']
    """
    found: list[Span] = []
    for number, paragraph in enumerate(paragraphs):
        marks = [_read(text, mark) for mark in _MARK.finditer(text, paragraph.start, paragraph.end)]
        if not marks:
            continue
        follower = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = follower is not None and text[follower.start] in '"“„«‘'
        found += _paragraph_quotations(text, paragraph, marks, goes_on)
    return found


def sentences(text: str, paragraph: Span, quoted: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a paragraph. ``quoted`` are the quotations in it, in text order: none of them is cut.

    >>> line = "Dr. B. Lane paid 3.5 dollars. “No. Never,” he said."
    >>> [span.of(line) for span in sentences(line, Span(0, len(line)), [Span(30, 43)])]
    ['Dr. B. Lane paid 3.5 dollars.', '“No. Never,” he said.']
    """
    start, next_quotation = paragraph.start, 0
    for stop in _END.finditer(text, paragraph.start, paragraph.end):
        end = stop.end()
        while next_quotation < len(quoted) and quoted[next_quotation].end <= stop.start():
            next_quotation += 1
        if next_quotation < len(quoted) and quoted[next_quotation].start < end < quoted[next_quotation].end:
            continue
        if end < paragraph.end and _ends_sentence(text, stop):
            yield Span(start, end)
            start = end + len(text[end : end + 80]) - len(text[end : end + 80].lstrip())
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop, question or exclamation mark at ``stop`` closes a sentence."""
    end = stop.end()
    if not _SENTENCE_START.match(text, end):
        return False
    before = _WORD_BEFORE.search(text[max(0, stop.start() - _LOOK_BACK) : stop.start()])
    word = before.group().strip("’'-") if before else ""
    if not text[end].isspace():  # glued to the next word: only after a word in lower case, never in an address
        return stop.group() in ".!?" and word.isalpha() and word[-3:].islower()
    if stop.group() != "." or not word:
        return True
    if word.lower() in _TITLES:
        return False
    is_initial = word != "I" and bool(_INITIALS.fullmatch(word))
    if is_initial or word.lower() in _ABBREVIATIONS:
        return _next_word(text, end) in _OPENERS
    return True


def _next_word(text: str, start: int) -> str:
    after = re.match(r"[\s\"“‘'(]*([^\W\d_]+)", text[start : start + _LOOK_BACK])
    return after.group(1).lower() if after else ""


class _Mark(NamedTuple):
    """A quotation mark where it stands. A mark may be able to open and to close."""

    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def _read(text: str, match: re.Match[str]) -> _Mark:
    """The mark with what its neighbours let it do."""
    start, end, mark = match.start(), match.end(), match.group()
    before, after = text[start - 1 : start], text[end : end + 1]
    leads = bool(after) and not after.isspace()
    is_free = not before or before.isspace() or before in '([{—–-/:“‘"”'
    trails = bool(before) and not before.isspace()
    if mark in ("“", "„", "«", "``"):  # these open after a letter too: the space before was lost
        closes = mark == "“" and (before.isalnum() or before in tuple(".,!?…")) and not after.isalnum()
        return _Mark(start, end, _FAMILIES[mark], leads and not closes, closes)
    if mark in ("”", "»"):
        return _Mark(start, end, _FAMILIES[mark], False, True)
    if mark == "‘":
        return _Mark(start, end, mark, leads and is_free, False)
    if mark == "’":
        return _Mark(start, end, "‘", False, trails and not after.isalnum())
    if mark == "'":
        opens = is_free and after.isalpha() and not _CLIPPED.match(text, end)
        return _Mark(start, end, mark, opens, trails and not after.isalnum())
    trails = trails or text[start - 2 : start] in ("' ", "’ ")
    is_measure = before.isdigit() and after.isdigit()
    return _Mark(start, end, '"', leads and is_free, trails and not is_measure)


def _paragraph_quotations(text: str, paragraph: Span, marks: Sequence[_Mark], goes_on: bool) -> Iterator[Span]:
    """The quotations that begin in one paragraph, given its marks."""
    is_balanced = _is_balanced(marks)
    opened: _Mark | None = None
    depth = 0
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.opens and (mark.family not in _SINGLE or _has_close(text, marks, number)):
                opened, depth = mark, 1
            continue
        is_mixed = {opened.family, mark.family} == {"“", '"'} and mark.closes and not mark.opens
        if mark.family != opened.family and not is_mixed:
            continue
        if mark.family in _SINGLE:
            depth -= _closes_single(text, marks, number)
        elif mark.opens:
            depth += is_balanced
        elif mark.closes:
            depth -= 1
        if depth <= 0:
            yield Span(opened.start, _past_marks(text, mark, paragraph.end))
            opened = None
    if opened is not None and opened.family not in _SINGLE:
        runs_on = goes_on or opened.start == paragraph.start
        yield Span(opened.start, paragraph.end if runs_on else _sentence_end(text, opened.start, paragraph))


def _is_balanced(marks: Sequence[_Mark]) -> bool:
    """Whether the double marks of a paragraph come in pairs, so that nesting can be counted."""
    depth = 0
    for mark in marks:
        if mark.family not in _SINGLE:
            depth += 1 if mark.opens else -1
        if depth < 0:
            return False
    return depth == 0


def _closes_single(text: str, marks: Sequence[_Mark], number: int) -> bool:
    """Whether a single mark ends a quotation, and is no possessive with the true end still to come."""
    mark = marks[number]
    if not mark.closes or text[mark.start - 1] != "s":
        return mark.closes
    for later in marks[number + 1 : number + _MARKS_AHEAD]:
        if later.opens or later.start - mark.start > _SINGLE_REACH:
            return True
        if later.family == mark.family and later.closes:
            return text[later.start - 1] not in ",.?!"
    return True


def _has_close(text: str, marks: Sequence[_Mark], number: int) -> bool:
    """Whether an end follows within reach for the single mark that may open a quotation."""
    opening = marks[number]
    for later in range(number + 1, min(number + _MARKS_AHEAD, len(marks))):
        if marks[later].start - opening.start > _SINGLE_REACH:
            return False
        if marks[later].family == opening.family and _closes_single(text, marks, later):
            return True
    return False


def _past_marks(text: str, mark: _Mark, limit: int) -> int:
    """The offset after a closing mark and any that double it."""
    end = mark.end
    while end < limit and mark.family not in _SINGLE and text[end] == text[mark.start]:
        end += 1
    return end


def _sentence_end(text: str, start: int, paragraph: Span) -> int:
    """Where the sentence that ``start`` lies in ends."""
    for stop in _END.finditer(text, start, paragraph.end):
        if _ends_sentence(text, stop):
            return stop.end()
    return paragraph.end


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a text from ``start`` to ``end``, widened to whole words.

    >>> whole_words("He underlines it.", 8, 10)
    (3, 13)
    """
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
