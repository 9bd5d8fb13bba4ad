"""GUM's CoNLL-U files: the text of a document and its mentions of people, organisations and places.

The entities stand in the last column, ``Entity=(3-person-…(7-place-…`` where mentions begin and ``7)3)`` where they
end; ``# global.Entity`` names the fields. The parts of a discontinuous mention are ``(3[1/2]-…`` to ``3[2/2])``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import MentionForm, Span

TYPES = {"person": "person", "organization": "organisation", "place": "place"}
"""The types of entity that are read, and what they are called here."""

_PARAGRAPH = "\n\n"
_BRACKET = re.compile(r"\((?P<opened>[^()]+)(?P<shut>\))?|(?P<closed>[^()]+)\)")
_PART = re.compile(r"(?P<id>[^\[]+)(?:\[(?P<number>\d+)/(?P<of>\d+)\])?\Z")
_FORMS: dict[str, MentionForm] = {"PROPN": "name", "PRON": "pronoun"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place in the text. ``head`` is the number of the word that it hangs on, itself for a root."""

    span: Span
    upos: str
    head: int
    entities: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention. ``head`` are its head word, ``entity`` and ``type`` what it refers to."""

    span: Span
    head: Span
    entity: str
    type: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Discourse:
    """A document's text and its mentions in text order, the longer first."""

    name: str
    text: str
    mentions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A mention that begins at token ``first``, or the part ``number`` of one in ``of`` parts."""

    label: str
    entity: str
    type: str
    first: int
    number: int
    of: int


def load(folder: Path) -> list[Discourse]:
    """The documents of a folder, by name."""
    return [read(path.read_text(encoding="utf-8"), path.stem) for path in sorted(folder.glob("*.conllu"))]


def read(conllu: str, name: str = "") -> Discourse:
    """The document of a CoNLL-U file. A paragraph ends in an empty line; nothing else is added to the words."""
    text, tokens = _laid_out(conllu)
    declared = re.search(r"^# global\.Entity = (\S+)", conllu, re.MULTILINE)
    fields = declared[1].split("-") if declared else ["GRP", "etype"]
    mentions = sorted(_mentions(tokens, fields), key=lambda mention: (mention.span.start, -mention.span.end))
    return Discourse(name, text, tuple(mentions))


def _laid_out(conllu: str) -> tuple[str, list[Token]]:
    pieces: list[str] = []
    tokens: list[Token] = []
    gap, length = "", 0
    for block in re.split(r"\n\s*\n", conllu):
        lines = block.split("\n")
        if pieces and any(line.startswith("# newpar") for line in lines):
            gap = _PARAGRAPH
        base = len(tokens) - 1
        for form, upos, head, misc in _words([line.split("\t") for line in lines if line and line[0] != "#"]):
            start = length + len(gap)
            number = len(tokens)
            governor = base + head if head else number
            tokens.append(Token(Span(start, start + len(form)), upos, governor, misc.get("Entity", "")))
            pieces += (gap, form)
            length = start + len(form)
            gap = "" if misc.get("SpaceAfter") == "No" else " "
    return "".join(pieces), tokens


def _words(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str, int, dict[str, str]]]:
    """The words of a sentence: form, part of speech, number of the head, last column.

    The words of a contraction (``9-10``) stand together, and what follows them is said in its row. Words that are
    understood and not written (``9.1``) are left out.
    """
    spaces: dict[int, str] = {}
    for row in rows:
        misc = dict(pair.split("=", 1) for pair in row[9].split("|") if "=" in pair)
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            spaces |= dict.fromkeys(range(first, last), "No") | {last: misc.get("SpaceAfter", "")}
        elif "." not in row[0]:
            space = spaces.get(int(row[0]), misc.get("SpaceAfter", ""))
            yield row[1], row[3], int(row[6]), misc | {"SpaceAfter": space}


def _mentions(tokens: Sequence[Token], fields: Sequence[str]) -> Iterator[Marked]:
    begun = defaultdict[str, list[_Open]](list)
    before = defaultdict[tuple[str, int], list[int]](list)
    for number, token in enumerate(tokens):
        for bracket in _BRACKET.finditer(token.entities):
            label = bracket["closed"]
            if bracket["opened"]:
                opened = _opened(bracket["opened"], fields, number)
                label = opened.label
                begun[label].append(opened)
            if bracket["closed"] or bracket["shut"]:
                closed = begun[label].pop()
                inside = before[closed.entity, closed.of]
                inside += range(closed.first, number + 1)
                if closed.number == closed.of:
                    del before[closed.entity, closed.of]
                    if closed.type in TYPES:
                        yield _marked(tokens, inside, closed)


def _opened(written: str, fields: Sequence[str], first: int) -> _Open:
    values = dict(zip(fields, written.split("-"), strict=False))
    part = _PART.match(values["GRP"])
    assert part is not None, f"{written!r} names no entity"
    return _Open(part[0], part["id"], values["etype"], first, int(part["number"] or 1), int(part["of"] or 1))


def _marked(tokens: Sequence[Token], inside: Sequence[int], mention: _Open) -> Marked:
    """The mention made of these tokens; its head is the first that hangs on a word outside, or on none."""
    within = set(inside)
    head = next((tokens[n] for n in inside if tokens[n].head not in within or tokens[n].head == n), tokens[inside[0]])
    span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
    return Marked(span, head.span, mention.entity, TYPES[mention.type], _FORMS.get(head.upos, "nominal"))
