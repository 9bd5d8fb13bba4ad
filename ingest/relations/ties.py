"""Relations between two names that stand in one sentence, by the wordings of `ingest.relations.patterns`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.relations.checks import is_law, is_report, is_survey, is_writing
from ingest.relations.patterns import (
    CAPITALS,
    CLOSE,
    OPEN,
    WORDINGS,
    compiled,
    kinds,
)
from kg.model import Mention, Referent, Span

_LETTERS = {"person": "p", "organisation": "o", "place": "l", "document": "d"}
_COMPILED = tuple((wording, compiled(wording.pattern), kinds(wording.pattern)) for wording in WORDINGS)
_OF_ONE = tuple(one for one in _COMPILED if "BN" in one[1].groupindex)
"""The wordings that one name is enough for, since the other is described."""
_MARKED = re.compile(rf"{OPEN}[pqold](\d+){CLOSE}")
_ONE = re.compile(rf"(?P<one>{OPEN}[pqold]\d+{CLOSE}|{CAPITALS})")
_PERSON = re.compile(rf"(?P<one>{OPEN}p\d+{CLOSE})")
_POSSESSIVE = re.compile(r"[’']s ")
_LONGEST = 1500
"""Characters of a sentence, beyond which it is a list or a table."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two referents. A span stands for one that is not known yet.

    As the subject it is the span of a body's name, as the object that of a description.
    """

    subject: int | Span
    predicate: str
    object: int | Span
    span: Span


def ties(document: Document, mentions: Sequence[Mention], referents: Sequence[Referent]) -> Iterator[Tie]:
    """The relations in text order of their sentences."""
    outer = _outer(document.text, mentions, referents)
    starts = [mention.span.start for mention in outer]
    for sentence in document.sentences:
        span = sentence.span
        inside = outer[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if inside and span.end - span.start <= _LONGEST:
            yield from _in_sentence(_Line(document.text, span, inside, referents))
    yield from _makers(document.text, mentions, referents)


def _outer(text: str, mentions: Sequence[Mention], referents: Sequence[Referent]) -> list[Mention]:
    """The mentions of people, bodies, places and documents, none within another: names before descriptions.

    What is set off behind a name of the same ("Ana Lima, the top member of …") is left out: its words are looked at.
    """
    ends = {(mention.referent, mention.span.end) for mention in mentions if mention.form == "name"}
    known = [
        mention
        for mention in mentions
        if referents[mention.referent].type in _LETTERS
        and not (mention.form == "pronoun" and text[mention.span.end : mention.span.end + 2] in ("’s", "'s"))
        and not (
            (mention.referent, mention.span.start - 2) in ends
            and text[mention.span.start - 2 : mention.span.start] == ", "
        )
    ]
    ranked = sorted(known, key=lambda m: (m.form != "name", m.span.start - m.span.end, m.span.start))
    taken: list[Mention] = []
    for mention in ranked:
        place = bisect_left(taken, mention.span.start, key=lambda m: m.span.end - 1)
        if place == len(taken) or not taken[place].span.overlaps(mention.span):
            taken.insert(place, mention)
    return taken


class _Line:
    """A sentence laid out for the patterns: each mention as a letter for its type and its number, between marks."""

    def __init__(self, text: str, span: Span, mentions: Sequence[Mention], referents: Sequence[Referent]) -> None:
        self.mentions = mentions
        self.referents = referents
        self.letters: set[str] = set()
        pieces: list[str] = []
        self._laid, self._stored = [0], [span.start]
        length, at = 0, span.start
        for number, mention in enumerate(mentions):
            letter = _LETTERS[referents[mention.referent].type]
            letter = "q" if letter == "p" and mention.form == "pronoun" else letter
            self.letters.add(letter)
            mark = f"{OPEN}{letter}{number}{CLOSE}"
            pieces += (text[at : mention.span.start], mark)
            length += mention.span.start - at + len(mark)
            at = mention.span.end
            self._laid.append(length)
            self._stored.append(at)
        self.text = "".join((*pieces, text[at : span.end]))

    def span(self, start: int, end: int) -> Span:
        """The span of the article's text that the line shows from ``start`` to ``end``, which split no mention."""
        return Span(self._offset(start), self._offset(end))

    def who(self, match: re.Match[str], group: str) -> int | Span:
        """The referent of a mention that a group holds, else the span of its words."""
        marked = _MARKED.fullmatch(match[group])
        return self.mentions[int(marked[1])].referent if marked is not None else self.span(*match.span(group))

    def listed(self, match: re.Match[str]) -> Iterator[int | Span]:
        """The referents of the names in the group of the subject, and the spans of those that are not known."""
        people = "AA" in match.re.groupindex
        for one in (_PERSON if people else _ONE).finditer(self.text, *match.span("AA" if people else "A")):
            yield self.who(one, "one")

    def name(self, who: int | Span) -> str:
        """What somebody is called."""
        return self.referents[who].name if isinstance(who, int) else ""

    def _offset(self, place: int) -> int:
        piece = bisect_right(self._laid, place) - 1
        return self._stored[piece] + place - self._laid[piece]


def _in_sentence(line: _Line) -> Iterator[Tie]:
    for wording, pattern, needed in _COMPILED if len(line.mentions) > 1 else _OF_ONE:
        if any(line.letters.isdisjoint(letters) for letters in needed):
            continue
        for match in pattern.finditer(line.text):
            span = line.span(*match.span())
            target = line.who(match, "BN" if "BN" in pattern.groupindex else "B")
            for one in line.listed(match):
                if one != target and (wording.check is None or wording.check(line.name(one), line.name(target))):
                    yield Tie(one, wording.predicate, target, span)


def _makers(text: str, mentions: Sequence[Mention], referents: Sequence[Referent]) -> Iterator[Tie]:
    """Who made a document whose own name says so: "a Gantry Research/Lunn poll", "a study by Ana Lima"."""
    ordered = sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
    for number, document in enumerate(ordered):
        if referents[document.referent].type != "document":
            continue
        for maker in ordered[number + 1 :]:
            if maker.span.start >= document.span.end:
                break
            kind = referents[maker.referent].type
            if maker.form != "name" or kind not in ("organisation", "person"):
                continue
            words = document.span.of(text)
            before = text[document.span.start : maker.span.start].rstrip()
            is_maker = before.endswith((" by", "/")) or (not before and kind == "person" and is_law("", words))
            is_maker = is_maker or (kind == "organisation" and _is_opening(before))
            is_owner = text[maker.span.end : maker.span.end + 2] in ("’s", "'s", "’ ", "' ")
            is_written = is_writing("", words) and (is_owner or before.endswith(" by") or is_report("", words))
            is_written = is_written or (is_owner and kind == "person" and is_law("", words))
            is_written = is_written and not _POSSESSIVE.search(text, maker.span.end + 1, document.span.end)
            predicate = "conducted" if is_survey("", words) else "created" if is_written else None
            if is_maker and predicate is not None:
                yield Tie(maker.referent, predicate, document.referent, document.span)


def _is_opening(before: str) -> bool:
    """Whether nothing but an article, a year or the like stands before a name within a document's name."""
    return all(
        word.lower() in ("a", "an", "the", "new", "recent", "latest") or word.isdigit() for word in before.split()
    )
