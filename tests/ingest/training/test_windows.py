"""Windows hold every piece once, each with the label of the words it is part of."""

from __future__ import annotations

import random
import string
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.tagger.labels import NAME_STYLES, NAME_TYPES, begin
from ingest.tagger.pieces import START, STOP, pieces
from ingest.training.corpora import Example, Frame, Name, Range
from ingest.training.windows import UNKNOWN, Window, batches, windows
from tests.ingest.tagger.vocabulary import tokenizer

TEXT = "Lima said that the ferry, the Okonjo, is late.\nIt rained.\n"
CUE, SOURCE = "said", "Lima"
CONTENT = ("that the ferry", "is late")
SIGNS = string.ascii_lowercase + string.digits + string.punctuation
"""Each of these is a piece of its own."""


def place(text: str, words: str) -> Range:
    start = text.index(words)
    return start, start + len(words)


def annotated(text: str = TEXT, **more: object) -> Example:
    """A text with one frame in one reading, and two names."""
    frame = Frame(place(text, CUE), place(text, SOURCE), tuple(place(text, part) for part in CONTENT))
    names = (Name(place(text, "Lima"), "person"), Name(place(text, "Okonjo"), "place"))
    return Example("a", text, **{"readings": ((frame,),), "names": names, "style": "web"} | more)  # type: ignore[arg-type]


def one(example: Example) -> Window:
    """The one window of a short example."""
    (window,) = windows(example, tokenizer(), random.Random(1), 1024)
    return window


def repeated(length: int) -> Window:
    """A window of that many pieces besides those around it."""
    return one(Example("a", "that " * length, style="web"))


def labelled(text: str, labels: np.ndarray, first: int) -> list[str]:
    """The words under the label ``first`` and the one after it, one string a span."""
    laid_out = pieces(text, tokenizer())
    found: list[Range] = []
    for label, start, end in zip(labels[1:-1], laid_out.starts, laid_out.ends, strict=True):
        if label == first:
            found.append((start, end))
        elif label == first + 1:
            found[-1] = (found[-1][0], end)
    return [text[start:end] for start, end in found]


def test_each_head_has_its_words() -> None:
    """Cues, sources, contents and names are labelled from their first piece to their last."""
    window = one(annotated())
    heads = [labelled(TEXT, window.spans[:, head], begin(0)) for head in range(3)]
    assert heads == [[CUE], [SOURCE], list(CONTENT)]
    by_type = {kind: labelled(TEXT, window.names, begin(number)) for number, kind in enumerate(NAME_TYPES)}
    assert by_type == {"person": ["Lima"], "organisation": [], "place": ["Okonjo"]}
    assert window.style == NAME_STYLES.index("web")


def test_a_frame_knows_its_cue_and_its_words() -> None:
    """The target of a cue labels its source and contents, and counts its pieces from the beginning of the window."""
    window = one(annotated())
    (frame,) = window.frames
    assert window.ids[frame.first] == window.ids[frame.last] == tokenizer().token_to_id(CUE)
    assert labelled(TEXT, frame.labels, begin(0)) == [SOURCE]
    assert labelled(TEXT, frame.labels, begin(1)) == list(CONTENT)


def test_the_pieces_around_a_window_teach_nothing() -> None:
    """The first and last piece are the encoder's own, after a line break, and without a label."""
    window = one(annotated())
    assert (window.ids[0], window.ids[-1]) == (START, STOP)
    for edge in (0, -1):
        assert window.spans[edge].tolist() == [UNKNOWN] * 3
        assert (window.names[edge], window.frames[0].labels[edge]) == (UNKNOWN, UNKNOWN)
        assert (window.case[edge], window.gap[edge], window.quote[edge]) == (0, 2, 0)
    lengths = {len(getattr(window, name)) for name in ("ids", "case", "gap", "quote", "spans", "names")}
    assert lengths == {len(window)} == {len(window.frames[0].labels)}


def test_what_was_not_annotated_teaches_nothing() -> None:
    """Without readings the span labels are unknown, without a style the names; both known, the rest is outside."""
    assert (one(annotated(readings=())).spans == UNKNOWN).all()
    assert (one(annotated(names=(), style=None)).names == UNKNOWN).all()
    assert (one(annotated(readings=((),), names=())).spans[1:-1] == 0).all()
    assert (one(annotated(readings=((),), names=())).names[1:-1] == 0).all()


def test_skipped_parts_teach_no_spans() -> None:
    """What an annotator discarded has unknown span labels, and its names are kept."""
    window = one(annotated(skipped=(place(TEXT, "the Okonjo"),)))
    laid_out = pieces(TEXT, tokenizer())
    start, end = place(TEXT, "the Okonjo")
    within = (laid_out.starts >= start) & (laid_out.ends <= end)
    assert ((window.spans[1:-1] == UNKNOWN).all(axis=1) == within).all()
    assert labelled(TEXT, window.names, begin(NAME_TYPES.index("place"))) == ["Okonjo"]


def test_nobody_named_is_no_source() -> None:
    """A frame without a source teaches that no piece is one."""
    frame = Frame(place(TEXT, CUE), None, (place(TEXT, CONTENT[0]),))
    window = one(annotated(readings=((frame,),)))
    assert labelled(TEXT, window.frames[0].labels, begin(0)) == []
    assert labelled(TEXT, window.spans[:, 1], begin(0)) == []


def test_a_span_within_a_word_takes_the_pieces_that_it_mostly_covers() -> None:
    """A piece belongs to a span where the larger part of it lies within."""
    text = "Lima said that ferrybridge and ferrying are late."
    names = (Name((5, 6), "place"), Name((15, 20), "place"), Name((31, 37), "place"))
    window = one(Example("a", text, names=names, style="web"))
    assert labelled(text, window.names, begin(NAME_TYPES.index("place"))) == ["ferry", "ferry"]


def test_each_reading_is_chosen_at_times() -> None:
    """Of several annotators' readings chance takes one whole."""
    other = Frame(place(TEXT, "is"), None, ())
    example = annotated(readings=((Frame(place(TEXT, CUE), None, ()),), (other,)))
    cues = set()
    for seed in range(20):
        (window,) = windows(example, tokenizer(), random.Random(seed), 256)
        cues.add(tuple(labelled(TEXT, window.spans[:, 0], begin(0))))
    assert cues == {("said",), ("is",)}


@given(st.lists(st.integers(1, 20), min_size=1, max_size=6), st.integers(8, 30), st.integers(0, 1000))
def test_windows_hold_every_piece_once(paragraphs: list[int], longest: int, seed: int) -> None:
    """In order, without overlap and none too long; only rests of fewer than four pieces are left out."""
    signs = iter(SIGNS)
    text = "\n".join(" ".join(islice(signs, size)) for size in paragraphs)
    cut = windows(Example("a", text, style="web"), tokenizer(), random.Random(seed), longest)
    ids = pieces(text, tokenizer()).ids.tolist()
    held = [ids.index(number) for window in cut for number in window.ids[1:-1]]
    assert held == sorted(set(held))
    assert all(6 <= len(window) <= longest for window in cut)
    assert len(ids) - len(held) <= 3 * (len(paragraphs) + 1)


@given(st.integers(16, 60), st.integers(0, 1000))
@settings(max_examples=60)
def test_a_frame_is_whole_or_left_out(longest: int, seed: int) -> None:
    """A window teaches the frames that it holds to the last piece; the spans heads learn from the rest too."""
    text = "\n".join([TEXT.strip()] * 6)
    frames = []
    for number in range(6):
        shift = number * (len(TEXT.strip()) + 1)
        first, *rest = (place(TEXT, words) for words in (CUE, SOURCE, *CONTENT))
        moved = [(start + shift, end + shift) for start, end in (first, *rest)]
        frames.append(Frame(moved[0], moved[1], tuple(moved[2:])))
    example = Example("a", text, readings=(tuple(frames),))
    cut = windows(example, tokenizer(), random.Random(seed), longest)
    for window in cut:
        for frame in window.frames:
            assert window.spans[frame.first, 0] == begin(0)
            assert (frame.labels == begin(0)).sum() == 1
            assert (frame.labels == begin(1)).sum() == len(CONTENT)
            assert (window.spans[frame.labels == begin(1), 2] == begin(0)).all()
    cues = sum(int((window.spans[:, 0] == begin(0)).sum()) for window in cut)
    assert sum(len(window.frames) for window in cut) <= cues <= 6


def test_the_same_seed_cuts_the_same_windows() -> None:
    """Where windows are cut depends on the state of the generator alone, and differs between seeds."""
    text = "\n".join([TEXT.strip()] * 6)

    def lengths(seed: int) -> list[int]:
        return [len(window) for window in windows(annotated(text), tokenizer(), random.Random(seed), 40)]

    assert lengths(1) == lengths(1)
    assert len({tuple(lengths(seed)) for seed in range(10)}) > 1


@pytest.mark.parametrize("text", ["", " \n", "It", "\x00"])
def test_too_little_text_makes_no_window(text: str) -> None:
    """A text of fewer than four pieces teaches nothing."""
    assert windows(Example("a", text, style="web"), tokenizer(), random.Random(1), 256) == []


@given(st.lists(st.integers(4, 60), min_size=1, max_size=40), st.integers(20, 200), st.integers(0, 1000))
def test_batches_hold_every_window_once_and_are_not_too_large(lengths: list[int], size: int, seed: int) -> None:
    """A batch is at most as large as told, padding included, unless one window alone is larger; none is empty."""
    cut = [repeated(length) for length in lengths]
    made = batches(cut, random.Random(seed), size)
    assert sorted(id(window) for batch in made for window in batch) == sorted(map(id, cut))
    for batch in made:
        assert batch
        assert len(batch) == 1 or len(batch) * max(map(len, batch)) <= size


def test_windows_of_a_batch_are_of_like_length() -> None:
    """Little of a batch is padding."""
    cut = [repeated(length) for length in range(4, 204)]
    made = batches(cut, random.Random(1), 1200)
    padded = sum(len(batch) * max(map(len, batch)) for batch in made)
    assert padded < 1.3 * sum(map(len, cut))


def test_nothing_makes_no_batch() -> None:
    """Without windows there is no batch."""
    assert batches([], random.Random(1), 100) == []
