"""Annotated corpora as examples: a text with the attributions or the names that people marked in it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import ROLES, TITLES
from ingest.tagger.labels import NameType

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution: the words that attribute, who it is attributed to (None: nobody named), and what is said."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, organisation or place."""

    span: Range
    type: NameType


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is known of it. Offsets are code points.

    ``readings`` holds the frames as each annotator marked them, empty where attributions were not annotated;
    ``names`` are marked in the manner of ``style``; ``skipped`` are parts that annotators left out.
    """

    key: str
    text: str
    readings: tuple[tuple[Frame, ...], ...] = ()
    skipped: tuple[Range, ...] = ()
    names: tuple[Name, ...] = ()
    style: str | None = None


_TYPES: dict[str, NameType] = {
    "PER": "person", "ORG": "organisation", "LOC": "place",
    "person": "person", "location": "place", "group": "organisation", "corporation": "organisation",
    "organization": "organisation", "place": "place",
}  # fmt: skip
_SPAN = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t?")
_CLOSE = frozenset(".,;:!?)]}%'’”")
_TITLES = (
    TITLES | ROLES | {"madam", "mr", "mrs", "ms", "miss", "sir", "lord", "lady", "emperor", "king", "queen", "earl"}
)
_JOINTS = frozenset(("-", "–", "/", "&", "’", "'", "."))
_OPEN = frozenset("([{$“‘#")


def polnear(folder: Path, silver: Path | None = None) -> list[Example]:
    """The articles of a part of PolNeAR (brat stand-off; several annotators' files where there are several).

    ``silver`` is a JSON file of names that a machine marked, by article.
    """
    names: dict[str, list[tuple[int, int, str]]] = json.loads(silver.read_text("utf-8")) if silver else {}
    marked: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*_????.ann")):
        marked[path.stem[:-5]].append(path)
    examples = []
    for file in sorted((folder / "text").glob("*.txt")):
        text = file.read_bytes().decode("utf-8")
        read = [_brat(path, text) for path in marked[file.stem]]
        examples.append(
            Example(
                key=file.stem,
                text=text,
                readings=tuple(frames for frames, _ in read),
                skipped=tuple(part for _, parts in read for part in parts),
                names=tuple(Name((start, end), _TYPES[kind]) for start, end, kind in names.get(file.stem, ())),
                style="news" if file.stem in names else None,
            )
        )
    return examples


def _brat(path: Path, text: str) -> tuple[tuple[Frame, ...], tuple[Range, ...]]:
    """The frames of an annotation file and the parts of the text that its annotator discarded."""
    spans: dict[str, list[Range]] = {}
    skipped: list[Range] = []
    frames: list[Frame] = []
    lines = path.read_text("utf-8").split("\n")
    for line in lines:
        if found := _SPAN.match(line):
            key, label, offsets = found.groups()
            spans[key] = [(int(a), int(b)) for a, b in (part.split() for part in offsets.split(";"))]
            if label == "Discard":
                skipped += spans[key]
    for line in lines:
        if re.match(r"E\d+\t", line):
            parts: dict[str, list[Range]] = defaultdict(list)
            for argument in line.split("\t")[1].split():
                role, key = argument.split(":")
                parts[role.rstrip("0123456789")] += spans.get(key, [])
            cue, source = _joined(parts["Cue"], text), _joined(parts["Source"], text)
            if cue:
                content = tuple(_joined(parts["Content"], text))
                frames.append(Frame(cue[0], source[0] if source else None, content))
    return tuple(frames), tuple(skipped)


def _joined(parts: Sequence[Range], text: str) -> list[Range]:
    """Parts without the white space around them, those that only white space parts joined."""
    joined: list[Range] = []
    for start, end in sorted(parts):
        words = text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        if start >= end:
            continue
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def columns(path: Path, *, word: int, label: int, style: str, separator: str | None = "\t") -> list[Example]:
    """The texts of a CoNLL file with a word and a BIO (or IO) label on each line, about twenty sentences each."""
    sentences: list[list[tuple[str, str]]] = [[]]
    texts: dict[int, str] = {}
    for line in path.read_text("utf-8").split("\n"):
        fields = line.split(separator) if separator else line.split()
        is_comment = separator is not None and line.startswith("# ")
        if not line.strip() or line.startswith("-DOCSTART-"):
            sentences.append([])
        elif line.startswith("# text = "):
            texts[id(sentences[-1])] = line.removeprefix("# text = ")
        elif not is_comment and len(fields) > max(word, label):
            sentences[-1].append((fields[word], fields[label]))
    filled = [_spaced(sentence, texts.get(id(sentence), "")) for sentence in sentences if sentence]
    return [
        _example(f"{path.parent.name}-{path.stem}-{first}", filled[first : first + 20], style)
        for first in range(0, len(filled), 20)
    ]


def _spaced(sentence: Sequence[tuple[str, str]], text: str) -> list[tuple[str, str, str]]:
    """The words of a sentence with their labels, each with the space before it: none where ``text`` has none."""
    spaced = []
    glued, place = True, 0
    for word, label in sentence:
        found = text.find(word, place, place + len(word) + 2)
        is_near = not glued and word[:1] not in _CLOSE and not word.startswith(("'s", "n't", "’s"))
        space = " " if is_near and (found < 0 or found > place) else ""
        place = found + len(word) if found >= 0 else place
        glued = word in _OPEN
        spaced.append((space, word, label))
    return spaced


def _example(key: str, sentences: Sequence[Sequence[tuple[str, str, str]]], style: str) -> Example:
    text = ""
    names: list[Name] = []
    for sentence in sentences:
        before = "O"
        for space, word, label in sentence:
            text += space
            start = len(text)
            text += word
            kind = _TYPES.get(label[2:])
            if kind and label[0] == "I" and before[2:] == label[2:]:
                names[-1] = Name((names[-1].span[0], len(text)), kind)
            elif kind:
                names.append(Name((start, len(text)), kind))
            before = label
        text += "\n"
    return Example(key, text, names=tuple(names), style=style)


def gum(folder: Path) -> list[Example]:
    """The documents of a part of GUM with their named people, organisations and places.

    A mention counts as named where its head is a proper noun; its span is the run of proper nouns around the head, with
    the small words between them ("University of Oxford"). Of nested names the longest is kept.
    """
    return [_gum_document(path) for path in sorted(folder.glob("*.conllu"))]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    form: str
    upos: str
    head: int


def _gum_document(path: Path) -> Example:
    text = ""
    names: list[Name] = []
    tokens: list[_Token] = []
    mentions: list[tuple[int, int, str]] = []
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    surface = (0, 0)
    base = shared_until = 0
    for line in path.read_text("utf-8").split("\n"):
        fields = line.split("\t")
        if not line:
            if base < len(tokens):
                text = text.rstrip(" ") + "\n"
                base, shared_until = len(tokens), 0
            continue
        if line.startswith("#") or "." in fields[0]:
            continue
        if "-" in fields[0] or int(fields[0]) > shared_until:
            surface = (len(text), len(text) + len(fields[1]))
            text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")
        if "-" in fields[0]:
            shared_until = int(fields[0].split("-")[1])
            continue
        place = surface
        if text.startswith(fields[1], surface[0]) and surface[0] + len(fields[1]) <= surface[1]:
            place = (surface[0], surface[0] + len(fields[1]))  # a word of its own within "Byron's"
            surface = (place[1], surface[1])
        head = int(fields[6])
        upos = "PROPN" if fields[4].startswith("NNP") else fields[3]
        tokens.append(_Token(*place, fields[1], upos, base + head - 1 if head else -1))
        entity = next((item[7:] for item in fields[9].split("|") if item.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", entity):
            key, kind = [*mark.strip("()").split("-"), ""][:2]
            if mark.startswith("("):
                opened[key].append((len(tokens) - 1, kind))
            if mark.endswith(")") and opened[key]:
                first, kind = opened[key].pop()
                mentions.append((first, len(tokens) - 1, kind))
    taken: set[int] = set()
    for first, last, kind in sorted(mentions, key=lambda mention: mention[0] - mention[1]):
        span = _named(tokens, first, last) if kind in _TYPES else None
        if span is None or not taken.isdisjoint(range(*span)):
            continue
        taken.update(range(*span))
        first = _past_titles(tokens, span) if _TYPES[kind] == "person" else span[0]
        start, end = tokens[first].start, tokens[span[1] - 1].end
        if first < span[1] and text[start:end] not in DEMONYMS:
            names.append(Name((start, end), _TYPES[kind]))
    return Example(path.stem, text, names=tuple(sorted(names, key=lambda name: name.span)), style="gum")


def _past_titles(tokens: Sequence[_Token], span: Range) -> int:
    """The first token of a person's own name; the end of the span where it holds only a title ("King of Athens")."""
    first = span[0]
    while first < span[1] and tokens[first].form.lower().rstrip(".") in _TITLES:
        first += 1
    is_title = first > span[0] and first < span[1] and tokens[first].upos != "PROPN"
    return span[1] if is_title else first


def _named(tokens: Sequence[_Token], first: int, last: int) -> Range | None:
    """The run of proper nouns around the head of a mention, as a range of tokens; None where the head is none."""
    head = next((place for place in range(first, last + 1) if not first <= tokens[place].head <= last), first)
    if tokens[head].upos != "PROPN":
        return None
    start, end = head, head + 1
    while start > first and tokens[start - 1].upos == "PROPN":
        start -= 1
    while end <= last and tokens[end].upos == "PROPN":
        end += 1
    while end < last and tokens[end].upos in ("ADP", "CCONJ", "PUNCT", "DET") and end - start < 12:
        after = next((place for place in range(end, min(end + 3, last + 1)) if tokens[place].upos == "PROPN"), None)
        joins = tokens[end].upos == "ADP" or tokens[end].form in _JOINTS
        if after is None or not joins:
            break
        end = after + 1
        while end <= last and tokens[end].upos == "PROPN":
            end += 1
    return start, end


def everything(corpora: Path, *, held_out: bool = True) -> Iterator[Example]:
    """All examples to train on. The parts to measure on are left out; without ``held_out`` only PolNeAR's is."""
    ner = corpora / "ner"
    yield from polnear(corpora / "polnear/train", ner / "polnear-corenlp-silver.json")
    yield from gum(corpora / "gum/train")
    yield from columns(ner / "uner-ewt/dev.iob2", word=1, label=2, style="web")
    yield from columns(ner / "wikigold/wikigold.conll", word=0, label=1, style="web", separator=None)
    yield from columns(ner / "wnut17/train.conll", word=0, label=1, style="web")
    if not held_out:
        yield from columns(ner / "uner-ewt/test.iob2", word=1, label=2, style="web")
        yield from gum(corpora / "gum/dev")
