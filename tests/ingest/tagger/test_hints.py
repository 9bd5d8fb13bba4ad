"""What the encoder sees of a phrase is the sum of what it sees of the phrase's parts."""

from __future__ import annotations

import numpy as np

from ingest.tagger.hints import Hints, joined
from kg.model import Span

TEXT = "They want a fish tax."
STARTS, ENDS = (0, 5, 10, 12, 17, 20), (4, 9, 11, 16, 20, 21)
HINTS = Hints(STARTS, ENDS, np.arange(24, dtype=np.float32).reshape(6, 4))


def test_a_phrase_is_its_first_piece_its_last_their_mean_and_the_one_before() -> None:
    """Each part is seen through its own lens."""
    fish_tax = Span(12, 20)
    parts = HINTS.parts(fish_tax)
    assert parts is not None
    assert parts[:, 0].tolist() == [12, 16, 14, 8]
    assert HINTS.of([fish_tax]) == [12 + 17 + 16 + 11]


def test_nothing_stands_before_the_first_piece() -> None:
    """What begins a text has three parts."""
    assert HINTS.of([Span(0, 4)]) == [0 + 1 + 2]


def test_what_the_encoder_did_not_read_gives_no_hint() -> None:
    """A space holds no piece."""
    assert HINTS.parts(Span(11, 12)) is None
    assert HINTS.of([Span(11, 12), Span(0, 4)]) == [0, 3]


def test_hints_of_several_windows_are_joined_in_text_order() -> None:
    """Windows are read by length."""
    late, early = (Hints(STARTS[part], ENDS[part], HINTS.values[part]) for part in (slice(3, 6), slice(0, 3)))
    both = joined([late, early])
    assert both is not None
    assert both.starts == STARTS
    assert both.ends == ENDS
    assert np.array_equal(both.values, HINTS.values)
    assert joined([]) is None


def test_hints_are_moved_to_where_the_article_has_their_pieces() -> None:
    """A repaired text has other offsets than the stored one."""
    moved = HINTS.moved(lambda start, end: Span(start + 3, end + 3))
    assert moved.of([Span(15, 23)]) == HINTS.of([Span(12, 20)])
