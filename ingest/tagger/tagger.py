"""The tagger at work: a text in, the frames of its cues and its names out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.sentences import whole_words
from ingest.tagger.decoding import NEVER, Found, Scores, best_labels, log_softmax, spans
from ingest.tagger.folder import CURE, LENSES, ModelFolder
from ingest.tagger.hints import Hints, joined
from ingest.tagger.labels import NAME_LABELS, NAME_TYPES, OUTSIDE, ROLES, SPAN_LABELS, NameType, Role, begin
from ingest.tagger.pieces import START, STOP, Pieces, pieces
from kg.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Range = tuple[int, int]

LONGEST = 256
"""Pieces of a window, as in training, the two around it included."""
FURTHEST = 510
"""Pieces of a sentence that is kept whole although it is longer; the encoder knows no later position."""
_BATCH = 1024
"""Pieces of a batch, padding included."""
_AHEAD = 64
"""Windows that are sorted by length together, so that a batch holds little padding."""
_MOST_FRAMES = 256
_LINE = re.compile(r"[^\s](?:[^\n\r]*[^\s])?")


@dataclass(frozen=True, slots=True)
class Decoding:
    """The settings that a model's search for spans was tuned to."""

    cue_bias: float = 0.0
    source_bias: float = 0.0
    content_bias: float = 0.0


@dataclass(frozen=True, slots=True)
class TaggedFrame:
    """A cue with who it is attributed to (none: nobody named) and what is said: offsets in the text that was read.

    Scores are the mean probabilities of their pieces.
    """

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    cue_score: float
    source_score: float
    content_score: float


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name with its type."""

    span: Range
    type: NameType
    score: float


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that the tagger found in a text, in text order, and what its lenses show; none where nothing was read."""

    frames: tuple[TaggedFrame, ...]
    names: tuple[TaggedName, ...]
    hints: Hints | None = field(default=None, compare=False)


class Tagger:
    """Reads texts with the model of a folder, in sessions of one thread."""

    def __init__(self, folder: ModelFolder) -> None:
        self.folder = folder
        try:
            self.decoding = Decoding(**folder.settings)
        except TypeError as error:
            raise ModelError(f"The model in {folder.path} was made for another version: {error}. {CURE}") from error
        self._tokenizer, self.encoder, self.frames, self.lenses = _load(folder)

    def read(self, text: str, paragraphs: Iterable[Sequence[Range]]) -> Tagged:
        """What is found in the paragraphs of a text, each given as the ranges of its sentences.

        A window holds whole paragraphs as far as they fit, else whole sentences.
        """
        frames: list[TaggedFrame] = []
        names: list[TaggedName] = []
        seen: list[Hints] = []
        packed = _packed(text, paragraphs, self._tokenizer)
        while ahead := list(islice(packed, _AHEAD)):
            ahead.sort(key=len)
            for batch in _batches(ahead):
                found = self._batch(batch)
                frames += found.frames
                names += (whole for name in found.names for whole in _whole(name, text))
                seen += [found.hints] if found.hints else []
        frames.sort(key=lambda frame: frame.cue)
        names.sort(key=lambda name: name.span)
        return Tagged(tuple(frames), tuple(names), joined(seen))

    def _batch(self, batch: Sequence[Pieces]) -> Tagged:
        inputs = _padded(batch)
        hidden, span_scores, name_scores = self.encoder.run(None, inputs)
        frames: list[TaggedFrame] = []
        cue_scores = log_softmax(span_scores[..., :SPAN_LABELS])
        cue_scores[..., OUTSIDE] -= self.decoding.cue_bias
        lengths = [len(laid_out) for laid_out in batch]
        cues = list(_spans_by_row(cue_scores[:, 1:-1], cue_scores[:, 1:-1], lengths))
        for first in range(0, len(cues), _MOST_FRAMES):
            frames += self._read_frames(batch, hidden, inputs["mask"], cues[first : first + _MOST_FRAMES])
        of_names = log_softmax(name_scores[:, 1:-1, :NAME_LABELS])
        names = (
            TaggedName(_range(batch[row], name), NAME_TYPES[name.kind], name.score)
            for row, name in _spans_by_row(of_names, of_names, lengths)
        )
        shown = hidden[:, 1:-1] @ self.lenses
        hints = [
            Hints(tuple(laid_out.starts.tolist()), tuple(laid_out.ends.tolist()), shown[row, : len(laid_out)])
            for row, laid_out in enumerate(batch)
        ]
        return Tagged(tuple(frames), tuple(names), joined(hints))

    def _read_frames(
        self, batch: Sequence[Pieces], hidden: Scores, mask: Any, cues: Sequence[tuple[int, Found]]
    ) -> Iterator[TaggedFrame]:
        inputs = {
            "hidden": hidden,
            "mask": mask,
            "window": np.array([row for row, _ in cues], dtype=np.int64),
            "first": np.array([cue.first + 1 for _, cue in cues], dtype=np.int64),
            "last": np.array([cue.last + 1 for _, cue in cues], dtype=np.int64),
        }
        plain = log_softmax(self.frames.run(None, inputs)[0])[:, 1:-1]
        scores = plain.copy()
        biases: tuple[tuple[Role, float], ...] = (
            ("source", self.decoding.source_bias),
            ("content", self.decoding.content_bias),
        )
        for role, bias in biases:
            first = begin(ROLES.index(role))
            scores[..., first : first + 2] += bias
        found: dict[int, list[Found]] = defaultdict(list)
        for number, span in _spans_by_row(scores, plain, [len(batch[row]) for row, _ in cues]):
            found[number].append(span)
        for number, (row, cue) in enumerate(cues):
            sources = [span for span in found[number] if ROLES[span.kind] == "source"]
            source = max(sources, key=lambda span: span.score, default=None)
            content = [span for span in found[number] if ROLES[span.kind] == "content"]
            yield TaggedFrame(
                cue=_range(batch[row], cue),
                source=_range(batch[row], source) if source else None,
                content=tuple(_range(batch[row], span) for span in content),
                cue_score=cue.score,
                source_score=source.score if source else 0.0,
                content_score=float(np.mean([span.score for span in content])) if content else 0.0,
            )


def _spans_by_row(scores: Scores, plain: Scores, lengths: Sequence[int]) -> Iterator[tuple[int, Found]]:
    """The spans of each row up to its length, with the row: found by ``scores``, scored by ``plain``."""
    shut = scores.copy()
    for row, length in enumerate(lengths):
        shut[row, length:, OUTSIDE + 1 :] = NEVER
    labels = best_labels(shut)
    for row, length in enumerate(lengths):
        for found in spans(labels[row, :length], plain[row]):
            yield row, found


def _batches(windows: Sequence[Pieces]) -> Iterator[list[Pieces]]:
    """The windows, which come sorted by length, in batches of a level size."""
    batch: list[Pieces] = []
    for window in windows:
        if batch and (len(window) + 2) * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _whole(name: TaggedName, text: str) -> Iterator[TaggedName]:
    """The name widened to whole words; one that runs over a line break is two."""
    for line in _LINE.finditer(text, *whole_words(text, *name.span)):
        yield replace(name, span=line.span())


def _load(folder: ModelFolder) -> tuple[Tokenizer, InferenceSession, InferenceSession, Scores]:
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # it would keep a plan, and its memory, for every shape of a batch
    try:
        tokenizer = Tokenizer.from_file(str(folder.path / "tokenizer.json"))
        sessions = [
            onnxruntime.InferenceSession(folder.path / file, options, providers=["CPUExecutionProvider"])
            for file in ("model.onnx", "frames.onnx")
        ]
        lenses = np.load(folder.path / LENSES)
    except Exception as error:  # both libraries raise types of their own, without a common base
        raise ModelError(f"The model in {folder.path} cannot be loaded: {error}. {CURE}") from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer, sessions[0], sessions[1], lenses


def _packed(text: str, paragraphs: Iterable[Sequence[Range]], tokenizer: Tokenizer) -> Iterator[Pieces]:
    """The pieces of the paragraphs in windows; their offsets are those of the text."""
    held: list[Pieces] = []
    room = LONGEST - 2
    for paragraph in paragraphs:
        for laid_out in _fitting(text, paragraph, tokenizer):
            if sum(map(len, held)) + len(laid_out) > room and held:
                yield _joined(held)
                held = []
            held.append(laid_out)
    if held:
        yield _joined(held)


def _fitting(text: str, sentences: Sequence[Range], tokenizer: Tokenizer) -> Iterator[Pieces]:
    """A paragraph as one run of pieces where it fits into a window, else cut between sentences, else where it must."""
    if not sentences:
        return
    run = _at(text, (sentences[0][0], sentences[-1][1]), tokenizer)
    ends = [*np.searchsorted(run.starts, [start for start, _ in sentences[1:]]).tolist(), len(run)]
    first = fitting = 0
    for end in ends:
        if end - first > LONGEST - 2 and fitting > first:
            yield _cut(run, first, fitting)
            first = fitting
        while end - first > FURTHEST:
            yield _cut(run, first, first + FURTHEST)
            first += FURTHEST
        fitting = end
    if first < len(run):
        yield _cut(run, first, len(run))


def _at(text: str, place: Range, tokenizer: Tokenizer) -> Pieces:
    """The pieces of a stretch of the text, with offsets of the text; within it a line break is white space."""
    start, end = place
    laid_out = pieces(text[start:end].replace("\n", " ").replace("\r", " "), tokenizer)
    return Pieces(
        laid_out.ids, laid_out.starts + start, laid_out.ends + start, laid_out.case, laid_out.gap, laid_out.quote
    )


def _joined(parts: Sequence[Pieces]) -> Pieces:
    if len(parts) == 1:
        return parts[0]
    return Pieces(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Pieces)))


def _cut(laid_out: Pieces, first: int, end: int) -> Pieces:
    return Pieces(*(getattr(laid_out, one.name)[first:end] for one in fields(Pieces)))


def _padded(batch: Sequence[Pieces]) -> dict[str, Any]:
    """The inputs of the encoder: one row a window, with the pieces that begin and end it."""
    width = max(map(len, batch)) + 2
    inputs = {name: np.zeros((len(batch), width), dtype=np.int64) for name in ("ids", "case", "gap", "quote", "mask")}
    for row, laid_out in enumerate(batch):
        end = len(laid_out) + 1
        inputs["ids"][row, 0], inputs["ids"][row, end] = START, STOP
        inputs["gap"][row, 0] = inputs["gap"][row, end] = 2
        inputs["mask"][row, : end + 1] = 1
        for name in ("ids", "case", "gap", "quote"):
            inputs[name][row, 1:end] = getattr(laid_out, name)
    return inputs


def _range(laid_out: Pieces, found: Found) -> Range:
    return int(laid_out.starts[found.first]), int(laid_out.ends[found.last])
