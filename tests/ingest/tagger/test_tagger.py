"""The tagger lays a text out in windows, and what the sessions find is named by offsets of that text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.tagger.folder import ModelFolder
from ingest.tagger.labels import FRAME_LABELS, NAME_LABELS, NAME_STYLES, SPAN_LABELS
from ingest.tagger.pieces import START, STOP, pieces
from ingest.tagger.tagger import FURTHEST, LONGEST, Range, Tagged, Tagger
from kg.errors import ModelError
from tests.ingest.tagger.vocabulary import number, tokenizer

ARTICLE = (
    ("Lima said that the ferry is late.",),
    ("It rained.", "The harbour was shut."),
    ("Okonjo said it too, and the Lima ferry stayed.", "Nobody else said so."),
)
SENTENCES = st.lists(st.integers(1, 40) | st.sampled_from((253, 254, 255, 509, 510, 511, 1100)), min_size=1, max_size=5)

LENS = np.array([[1, 0, 2, 0]], dtype=np.float32)
"""Shows which piece is which in the first part of a phrase, and twice that in the third."""


def is_named(ids: np.ndarray) -> np.ndarray:
    return (ids == number("lima")) | (ids == number("okonjo"))


class FakeEncoder:
    """Takes every "said" for a cue, every "Lima" and "Okonjo" for a person; keeps what it was given."""

    def __init__(self) -> None:
        self.seen: list[Mapping[str, Any]] = []

    def run(self, _: None, inputs: Mapping[str, Any]) -> list[Any]:
        """Vectors that say which piece is which, scores of cues, and scores of names."""
        self.seen.append(inputs)
        ids = inputs["ids"]
        spans = np.zeros((*ids.shape, 3 * SPAN_LABELS), dtype=np.float32)
        spans[..., 0] = 5
        spans[ids == number("said"), 1] = 9
        names = np.zeros((*ids.shape, len(NAME_STYLES), NAME_LABELS), dtype=np.float32)
        names[..., 0] = 5
        names[(inputs["case"] == 2) & is_named(ids), :, 1] = 9
        return [ids[..., None].astype(np.float32), spans, names.reshape(*ids.shape, -1)]


class FakeFrames:
    """Takes every "lima" and "okonjo" before a cue for a source, and all that follows the cue for its content."""

    def run(self, _: None, inputs: Mapping[str, Any]) -> list[Any]:
        """Scores of source and content for each cue."""
        ids = inputs["hidden"][inputs["window"], :, 0]
        places = np.arange(ids.shape[1])[None]
        scores = np.zeros((*ids.shape, FRAME_LABELS), dtype=np.float32)
        scores[..., 0] = 1
        scores[is_named(ids) & (places < inputs["first"][:, None]), 1] = 4
        scores[places == inputs["last"][:, None] + 1, 3] = 4
        scores[places > inputs["last"][:, None] + 1, 4] = 4
        return [scores]


def tagger(monkeypatch: pytest.MonkeyPatch, **decoding: Any) -> tuple[Tagger, FakeEncoder]:
    """A tagger without a model, and the encoder in it."""
    encoder = FakeEncoder()
    monkeypatch.setattr("ingest.tagger.tagger._load", lambda folder: (tokenizer(), encoder, FakeFrames(), LENS))
    return Tagger(ModelFolder(Path("little"), "little", "0", decoding)), encoder


def laid_out(article: Sequence[Sequence[str]]) -> tuple[str, list[list[Range]]]:
    """An article's text with the ranges of the sentences of each paragraph."""
    text, ranges = "", []
    for paragraph in article:
        ranges.append([])
        for sentence in paragraph:
            ranges[-1].append((len(text), len(text) + len(sentence)))
            text += sentence + " "
        text = text[:-1] + "\n\n"
    return text, ranges


def read(monkeypatch: pytest.MonkeyPatch, article: Sequence[Sequence[str]], **decoding: Any) -> tuple[str, Tagged]:
    text, ranges = laid_out(article)
    return text, tagger(monkeypatch, **decoding)[0].read(text, ranges)


def rows(encoder: FakeEncoder) -> list[list[int]]:
    """The pieces of every window that the encoder was given, without padding."""
    return [
        row[mask == 1].tolist() for seen in encoder.seen for row, mask in zip(seen["ids"], seen["mask"], strict=True)
    ]


def test_a_frame_slices_its_words_out_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cue, source and content are offsets of the whole text, and nothing beyond the window is content."""
    text, tagged = read(monkeypatch, [("It rained.",), ("Lima said that the ferry is late.",)])
    (frame,) = tagged.frames
    assert frame.source is not None
    assert text[slice(*frame.cue)] == "said"
    assert text[slice(*frame.source)] == "Lima"
    assert [text[slice(*part)] for part in frame.content] == ["that the ferry is late."]


def test_what_is_found_does_not_depend_on_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article after many others of all lengths is read as it is alone."""
    before = [("ferry " * length,) for length in (3, 254, 30, 250, 7) for _ in range(20)]
    text, together = read(monkeypatch, [*before, ("ferry " * 254,), *ARTICLE])
    shift = text.index(ARTICLE[0][0])
    alone, expected = read(monkeypatch, ARTICLE)
    assert text[shift:] == alone
    assert [(frame.cue[0] - shift, frame.cue[1] - shift) for frame in together.frames] == [
        frame.cue for frame in expected.frames
    ]
    assert [(name.span[0] - shift, name.span[1] - shift) for name in together.names] == [
        name.span for name in expected.names
    ]


def test_names_come_in_text_order_with_their_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name is a range of the text."""
    text, tagged = read(monkeypatch, [("It rained.", "Then Lima and Okonjo left.")])
    assert [text[slice(*name.span)] for name in tagged.names] == ["Lima", "Okonjo"]
    assert {name.type for name in tagged.names} == {"person"}


def test_every_piece_is_seen_through_the_lenses_in_text_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where windows of other lengths are read before it."""
    text, tagged = read(monkeypatch, [("ferry " * 200 + ".",), ("Lima said that.",), ("It rained." + " ferry" * 100,)])
    assert tagged.hints is not None
    assert list(tagged.hints.starts) == sorted(tagged.hints.starts)
    place = tagged.hints.starts.index(text.index("Lima"))
    assert tagged.hints.values[place].tolist() == [number("lima"), 0, 2 * number("lima"), 0]
    assert text[tagged.hints.starts[-1] : tagged.hints.ends[-1]] == "ferry"


def test_nobody_named_is_no_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cue without a source is a frame still."""
    _, tagged = read(monkeypatch, [("It was said that the ferry is late.",)])
    assert [(frame.source, frame.source_score) for frame in tagged.frames] == [(None, 0.0)]


@pytest.mark.parametrize("paragraphs", [[], [[]], [[(0, 0)]], [[(0, 1)]]])
def test_nothing_to_read_is_nothing_found(monkeypatch: pytest.MonkeyPatch, paragraphs: list[list[Range]]) -> None:
    """Paragraphs without pieces leave no window."""
    reader, encoder = tagger(monkeypatch)
    assert reader.read("\x00 ", paragraphs) == Tagged((), ())
    assert not encoder.seen


@given(st.lists(SENTENCES, min_size=1, max_size=4))
@example([[600, 10]])
@example([[10, 600, 10]])
@settings(max_examples=40)
def test_every_piece_is_read_once_in_a_window_that_the_encoder_can_hold(article: list[list[int]]) -> None:
    """However long sentences and paragraphs are, no window is too long, and none of their pieces is left out."""
    text, ranges = laid_out([[" ".join(["ferry"] * length) for length in paragraph] for paragraph in article])
    with pytest.MonkeyPatch.context() as monkeypatch:
        reader, encoder = tagger(monkeypatch)
        reader.read(text, ranges)
    windows = rows(encoder)
    assert all(window[0] == START and window[-1] == STOP for window in windows)
    assert sum(len(window) - 2 for window in windows) == len(pieces(text, tokenizer()))
    assert max(map(len, windows)) <= FURTHEST + 2


def test_paragraphs_share_a_window_while_they_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short paragraphs are read together; one that no longer fits begins the next window."""
    reader, encoder = tagger(monkeypatch)
    text, ranges = laid_out([("said " * 100,), ("said " * 100,), ("said " * 100,)])
    reader.read(text, ranges)
    assert sorted(map(len, rows(encoder))) == [102, 202]
    assert all(len(window) <= LONGEST for window in rows(encoder))


def test_a_long_paragraph_is_cut_between_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that fits into a window is never cut."""
    reader, encoder = tagger(monkeypatch)
    text, ranges = laid_out([("said " * 199 + ".", "that " * 99 + ".", "said " * 199 + ".")])
    reader.read(text, ranges)
    assert sorted(map(len, rows(encoder))) == [102, 202, 202]


def test_a_quotation_goes_on_where_its_paragraph_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second window of a long quotation is inside quotation marks, as it is in training."""
    reader, encoder = tagger(monkeypatch)
    text, ranges = laid_out([("“" + "ferry " * 199 + ".", "that " * 198 + ".”")])
    reader.read(text, ranges)
    inside = [(seen["quote"] == 1).sum() for seen in encoder.seen]
    assert sum(inside) == 200 + 199


def test_a_line_begins_only_where_a_paragraph_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first piece of a paragraph stands after a line break, the first of its other sentences after a space."""
    reader, encoder = tagger(monkeypatch)
    text, ranges = laid_out([("ferry " * 199 + ".", "that " * 198 + ".")])
    reader.read(text, ranges)
    gaps = [row[mask == 1][1:-1] for seen in encoder.seen for row, mask in zip(seen["gap"], seen["mask"], strict=True)]
    assert sum(int((row == 2).sum()) for row in gaps) == 1


@pytest.mark.parametrize(
    "bias",
    [-3.0, 3.0],
)
def test_scores_are_probabilities_whatever_the_settings(monkeypatch: pytest.MonkeyPatch, bias: float) -> None:
    """Settings that make spans more or less likely leave every score between nothing and one."""
    biases = dict.fromkeys(("cue_bias", "source_bias", "content_bias"), bias)
    _, tagged = read(monkeypatch, ARTICLE, **biases)
    scores = [name.score for name in tagged.names]
    for frame in tagged.frames:
        scores += [frame.cue_score, frame.source_score, frame.content_score]
    assert all(0 <= score <= 1 for score in scores)


def test_a_setting_decides_how_many_cues_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bias of a head outweighs a score that is lower than it."""
    assert len(read(monkeypatch, ARTICLE)[1].frames) == 3
    assert len(read(monkeypatch, ARTICLE, cue_bias=-8.0)[1].frames) == 0


def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    """Files that are no model end in a clear error."""
    for file in ("model.onnx", "frames.onnx", "tokenizer.json"):
        (tmp_path / file).write_bytes(b"{}")
    with pytest.raises(ModelError, match="cannot be loaded") as raised:
        Tagger(ModelFolder(tmp_path, "little", "0", {}))
    assert str(tmp_path) in str(raised.value)
