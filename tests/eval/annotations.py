"""The annotated sets: articles with what people marked in them, and what is unsound in a marking.

An annotation is a JSON file: ``genre``; ``text_sha256`` of the stored text of the article that it marks, which lies in
the set's folder of articles; ``claims`` and ``names``. A claim has the fields of a line of ``kg claims`` as far as a
person can mark them: ``start``, ``end``, ``parts``, ``text``, ``speaker`` (the full name), ``speaker_span``,
``cue_span``, ``mode``, ``type``; ``embedded_in`` is the index of the claim around it, and ``carried`` is true where the
text drops the speaker, who is that of a claim before: ``speaker_span`` is then that claim's.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

from ingest.extract.protocol import Extractor
from ingest.formats import read_all
from ingest.pipeline import extract
from kg.errors import ArticleError
from kg.model import CLAIM_TYPES, INTERRUPTION, MODES, Article
from tests.eval.score import Name, Reading, Statement, fold

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SAMPLES = ROOT / "ingest" / "samples"
POLNEAR = ROOT.parent / "shared" / "corpora" / "polnear" / "dev"
NAME_TYPES = ("person", "organisation", "place", "document")


@dataclass(frozen=True, slots=True)
class Piece:
    """An article with its genre and the readings of those who marked it, one each."""

    name: str
    genre: str
    article: Article
    markings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation file as it lies there, with the article it marks."""

    path: Path
    data: Mapping[str, Any]
    article: Article


def text_hash(text: str) -> str:
    """What names an article's text in an annotation."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def articles_in(folder: Path) -> dict[str, Article]:
    """The articles of a folder by the hash of their text, as the project's own readers read them.

    What cannot be read is left out: nothing is asked of it until somebody annotates it.
    """
    articles = (article for article in read_all([str(folder)]) if not isinstance(article, ArticleError))
    return {text_hash(article.text): article for article in articles}


def load_annotations(marks: Path, folder: Path) -> list[Annotation]:
    """The annotation files in ``marks`` of the articles in ``folder``, by name.

    Raises `LookupError` where the text of one has changed, cannot be read or is not there.
    """
    articles = articles_in(folder)
    loaded = []
    for path in sorted(marks.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["text_sha256"] not in articles:
            raise LookupError(
                f"{path.name}: no readable article in {folder.name}/ has that text; annotate it as it stands"
            )
        loaded.append(Annotation(path, data, articles[data["text_sha256"]]))
    return loaded


def annotated(marks: Path, folder: Path) -> list[Piece]:
    """The pieces of a folder of annotations."""
    return [
        Piece(found.path.stem, found.data["genre"], found.article, (_marked(found.data),))
        for found in load_annotations(marks, folder)
    ]


def _marked(data: Mapping[str, Any]) -> Reading:
    statements = tuple(
        Statement(
            content=_offsets(claim["parts"] or [(claim["start"], claim["end"])]),
            speaker=_offsets([claim["speaker_span"]] if claim["speaker_span"] else []),
            cue=_offsets([claim["cue_span"]] if claim["cue_span"] else []),
            mode=claim["mode"],
            type=claim["type"],
            called=frozenset([fold(claim["speaker"])] if claim["speaker"] else []),
            embedded=claim["embedded_in"] is not None,
            words=claim["text"],
        )
        for claim in data["claims"]
    )
    return Reading(statements, frozenset(Name(name["start"], name["end"], name["type"]) for name in data["names"]))


def _offsets(spans: Iterable[Sequence[int]]) -> frozenset[int]:
    return frozenset(offset for start, end in spans for offset in range(start, end))


def found_by(extractor: Extractor, article: Article) -> Reading:
    """What the whole pipeline finds in an article with that extractor, narration left out."""
    result = extract(article, extractor)
    statements = []
    for claim in result.claims:
        if claim.mode == "narration":
            continue
        referent = result.referents[claim.speaker] if claim.speaker is not None else None
        statements.append(
            Statement(
                content=_offsets((part.start, part.end) for part in claim.parts),
                speaker=_offsets([(claim.speaker_span.start, claim.speaker_span.end)] if claim.speaker_span else []),
                cue=_offsets([(claim.cue_span.start, claim.cue_span.end)] if claim.cue_span else []),
                mode=claim.mode,
                type=claim.type,
                called=frozenset(map(fold, (referent.name, *referent.aliases))) if referent else frozenset(),
                embedded=claim.parent is not None,
                words=claim.words(article.text),
            )
        )
    names = frozenset(
        Name(mention.span.start, mention.span.end, result.referents[mention.referent].type)
        for mention in result.mentions
        if mention.form == "name" and result.referents[mention.referent].type in NAME_TYPES
    )
    return Reading(tuple(statements), names)


def polnear(split: Path) -> list[Piece]:
    """The articles of a part of PolNeAR; where several people marked one, each marking is a reading of its own."""
    pieces = []
    for article in articles_in(split / "text").values():
        stem = Path(article.source).stem
        folder = split / "attributions"
        files = sorted(folder.glob(f"{stem}_????.ann")) or sorted(folder.glob(f"{stem}*.ann"))
        markings = tuple(_stand_off(path.read_text(encoding="utf-8")) for path in files)
        if markings:
            pieces.append(Piece(stem, "news", article, markings))
    return sorted(pieces, key=lambda piece: piece.name)


_SPANS = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")


def _stand_off(marks: str) -> Reading:
    """A brat file's attributions: a line T has a span's parts, a line E joins spans by their role."""
    lines = marks.split("\n")
    spans = {}
    for line in lines:
        if match := _SPANS.match(line):
            spans[match[1]] = _offsets([int(n) for n in part.split()] for part in match[2].split(";"))
    joined = []
    for line in lines:
        if not line.startswith("E"):
            continue
        roles = defaultdict[str, frozenset[int]](frozenset)
        for role, key in (piece.split(":") for piece in line.split("\t")[1].split()):
            roles[role.rstrip("0123456789")] |= spans.get(key, frozenset())
        if roles["Content"]:
            joined.append(Statement(content=roles["Content"], speaker=roles["Source"], cue=roles["Cue"]))
    return Reading(tuple(joined))


SETS: dict[str, Callable[[], list[Piece]]] = {
    "samples": lambda: annotated(HERE / "samples", SAMPLES),
    "gold": lambda: annotated(HERE / "gold", HERE / "gold"),
    "polnear-dev": lambda: polnear(POLNEAR),
}
"""The annotated sets by name."""


def missing(name: str) -> str | None:
    """Why a set cannot be scored here; none where it can."""
    if name == "polnear-dev" and not POLNEAR.is_dir():
        return "../shared/corpora/polnear/dev does not lie beside the checkout"
    if name == "gold" and not any((HERE / "gold").glob("*.json")):
        return "tests/eval/gold/ holds no annotations"
    return None


def problems(data: Mapping[str, Any], text: str) -> Iterator[str]:
    """What is unsound in an annotation of ``text``: one sentence each."""
    if data["text_sha256"] != text_hash(text):
        yield "it marks another text"
    if not data.get("genre"):
        yield "it has no genre"
    for number, claim in enumerate(data["claims"]):
        yield from (f"claim {number}: {problem}" for problem in _claim_problems(claim, data["claims"], text))
    for number, name in enumerate(data["names"]):
        if not lies_in((name["start"], name["end"]), text) or text[name["start"] : name["end"]] != name["text"]:
            yield f"name {number}: {name['text']!r} is not what stands there"
        if name["type"] not in NAME_TYPES:
            yield f"name {number}: {name['type']!r} is no type of name"
    ordered = sorted((name["start"], name["end"]) for name in data["names"])
    yield from (f"names overlap at {after[0]}" for before, after in pairwise(ordered) if after[0] < before[1])


def _claim_problems(claim: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], text: str) -> Iterator[str]:
    parts = claim["parts"] or [(claim["start"], claim["end"])]
    if not all(lies_in(part, text) for part in parts):
        yield "a part lies outside the text"
    elif INTERRUPTION.join(text[start:end] for start, end in parts) != claim["text"]:
        yield f"{claim['text']!r} is not what stands there"
    if (claim["start"], claim["end"]) != (parts[0][0], parts[-1][1]):
        yield "start and end are not those of its parts"
    if claim["parts"] is not None and len(claim["parts"]) < 2:
        yield "parts are for what is interrupted"
    if any(after[0] < before[1] for before, after in pairwise(parts)):
        yield "its parts overlap or are out of order"
    for field in ("speaker_span", "cue_span"):
        if claim[field] is not None and not lies_in(claim[field], text):
            yield f"{field} lies outside the text"
    if claim["mode"] not in MODES or claim["mode"] == "narration":
        yield f"{claim['mode']!r} is no mode of an attributed claim"
    if claim["type"] not in CLAIM_TYPES:
        yield f"{claim['type']!r} is no type of claim"
    if claim.get("carried") and claim["speaker_span"] is None and claim["speaker"] is None:
        yield "nobody is carried forward"
    if claim["embedded_in"] is not None:
        yield from _embedding_problems(claim, claims)


def _embedding_problems(claim: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    if not 0 <= claim["embedded_in"] < len(claims) or claims[claim["embedded_in"]] is claim:
        yield "embedded_in points to no other claim"
        return
    outer = claims[claim["embedded_in"]]
    if not (outer["start"] <= claim["start"] and claim["end"] <= outer["end"]):
        yield "the claim that embedded_in points to does not contain it"


def lies_in(span: Sequence[int], text: str) -> bool:
    """Whether a span holds words of a text, from the first character of one to the last of one."""
    start, end = span
    return 0 <= start < end <= len(text) and not (text[start].isspace() or text[end - 1].isspace())
