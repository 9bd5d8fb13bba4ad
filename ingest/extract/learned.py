"""The learned extractor: a tagger finds the spans, rules add what is certain and what stands within a claim."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from ingest.document import Document
from ingest.entities import NameFound
from ingest.extract.agreement import MODEL_LABEL, agreed, embedded, in_order
from ingest.extract.cues import FORMS
from ingest.extract.frames import Layout, mended
from ingest.extract.protocol import Attribution, Reading
from ingest.extract.rules import Rules
from ingest.repair import Repaired, view
from ingest.tagger.folder import ModelFolder, open_folder
from ingest.tagger.tagger import TaggedFrame, Tagger

MODEL = Path(__file__).parent.parent / "models" / "claims_v1"
"""The model that comes with the package."""

_SHORTEST_OUTER = 30
"""Characters of what is said, below which nothing else is reported within."""
_OWN = frozenset({"i", "we", "you", "me", "us", "my", "our"})
_OWN_REPORTED = frozenset({"he", "she", "they", "it"})
_THINKING = frozenset({"believe", "think", "feel", "hope", "fear", "know", "expect", "suspect", "doubt", "understand"})
_MARKS = " \"“”‘’«»'"
_THAT = "that "
_WORD = re.compile(r"[^\W\d_]+")


class Learned:
    """The extractor that reads with a model, and with the rules where they know better."""

    name = "model"

    @cached_property
    def _folder(self) -> ModelFolder:
        return open_folder(MODEL)

    @cached_property
    def version(self) -> str:
        """The model's name and the beginning of its hash, and the version of the rules that help it."""
        folder = self._folder
        return f"{folder.name} {folder.digest}+{Rules.version}"

    @cached_property
    def tagger(self) -> Tagger:
        """The tagger with the model's sessions, loaded on first use."""
        return Tagger(self._folder)

    def read(self, document: Document) -> Reading:
        """The attributions and names of a document.

        Raises `ModelError` where the model is missing or damaged.
        """
        repaired = view(document.text)
        tagged = self.tagger.read(repaired.text, _paragraphs(document, repaired))
        ruled = Rules().read(document).attributions
        layout = _layout(document, repaired)
        frames = mended(tagged.frames, layout)
        learned = [_attribution(frame, repaired, "model") for frame in frames]
        found = agreed(learned, ruled, document.text, _sentences(document))
        contents = list(_contents(found, repaired))
        starts = {start for content in contents for start, _ in content}
        inner = mended(self.tagger.read(repaired.text, contents).frames, layout)
        inner = [_without_that(frame, starts, repaired.text) for frame in inner]
        reported = [
            _attribution(frame, repaired, "model") for frame in inner if _is_reported(frame, starts, repaired.text)
        ]
        found += embedded(reported, ruled, found)
        names = (NameFound(repaired.span(*name.span), name.type, name.score) for name in tagged.names)
        hints = tagged.hints.moved(repaired.span) if tagged.hints else None
        return Reading(tuple(in_order(found)), tuple(names), hints)


def _sentences(document: Document) -> int:
    """How many sentences of prose a document has."""
    return sum(document.paragraphs[sentence.paragraph].kind == "body" for sentence in document.sentences)


def _layout(document: Document, repaired: Repaired) -> Layout:
    """The document's layout in the view."""
    return Layout(
        repaired.text,
        [repaired.within(sentence.span) for sentence in document.sentences],
        [repaired.within(quotation) for quotation in document.quotations],
    )


def _paragraphs(document: Document, repaired: Repaired) -> Iterator[list[tuple[int, int]]]:
    """The paragraphs that may hold an attribution or a name, as the ranges of their sentences in the view."""
    held: dict[int, list[tuple[int, int]]] = {}
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].kind != "boilerplate":
            held.setdefault(sentence.paragraph, []).append(repaired.within(sentence.span))
    return iter(held.values())


def _contents(found: Sequence[Attribution], repaired: Repaired) -> Iterator[list[tuple[int, int]]]:
    """The parts of what is said, without quotation marks, that hold a word which may report what another said."""
    text = repaired.text
    for part in (part for attribution in found for part in attribution.content):
        start, end = repaired.within(part)
        words = text[start:end]
        start += len(words) - len(words.lstrip(_MARKS))
        end -= len(words) - len(words.rstrip(_MARKS))
        reporting = (word.group().lower() for word in _WORD.finditer(text, start, end))
        if end - start >= _SHORTEST_OUTER and any(word in FORMS or word == "according" for word in reporting):
            yield [(start, end)]


def _is_reported(frame: TaggedFrame, starts: Collection[int], text: str) -> bool:
    """Whether a frame within a claim is somebody else's saying, not what the speaker thinks ("he said he hoped")."""
    if frame.source is None:
        return False
    source, cue = text[slice(*frame.source)].lower(), text[slice(*frame.cue)].lower().split()
    is_own = source in _OWN_REPORTED and bool({frame.source[0], frame.source[0] - len(_THAT)}.intersection(starts))
    return source not in _OWN and not (is_own and any(word in FORMS and FORMS[word].lemma in _THINKING for word in cue))


def _without_that(frame: TaggedFrame, starts: Collection[int], text: str) -> TaggedFrame:
    """The frame; its source without the "that" by which the clause that it opens hangs on the report around it."""
    if frame.source is None or frame.source[0] not in starts or not text.startswith(_THAT, frame.source[0]):
        return frame
    behind = frame.source[0] + len(_THAT)
    return replace(frame, source=(behind, frame.source[1])) if behind < frame.source[1] else frame


def _attribution(frame: TaggedFrame, repaired: Repaired, reason: str) -> Attribution:
    return Attribution(
        content=tuple(repaired.span(*part) for part in frame.content),
        source=repaired.span(*frame.source) if frame.source else None,
        cue=repaired.span(*frame.cue),
        raw_label=MODEL_LABEL,
        reason=reason,
        score=round(frame.cue_score * frame.content_score, 3),
    )
