"""Pieces know where they stand in the text, and what an uncased vocabulary hides."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.tagger.pieces import CASES, GAPS, QUOTES, pieces
from tests.ingest.tagger.vocabulary import STRANGE, tokenizer

# The number of each way to write a piece is what the model was trained on: a change here needs a new model.
CASE = [
    ("said", 1),
    ("Said", 2),
    ("S", 2),
    ("SAID", 3),
    ("sAID", 4),
    ("7", 5),
    ("—", 6),
    ("é", 1),
    ("É", 2),
    ("中", 4),
]
GAP = [
    ("lima", [2]),
    ("  lima", [2]),
    ("lima said", [2, 1]),
    ("lima,said", [2, 0, 0]),
    ("ferrys", [2, 0]),
    ("lima\nsaid", [2, 2]),
    ("lima \r\n said", [2, 2]),
    ("lima\u2028said", [2, 1]),
    ("lima\tsaid", [2, 1]),
    ("lima\u0301s", [2, 0]),
]
QUOTE = [
    ("lima said", [0, 0]),
    ("“lima” said", [2, 1, 2, 0]),
    ('"lima" said', [2, 1, 2, 0]),
    ("«lima» said", [2, 1, 2, 0]),
    ("„lima“ said", [2, 1, 2, 1]),
    ("“lima\nsaid", [2, 1, 0]),
    ("lima” said", [0, 2, 0]),
    ("“lima “ said", [2, 1, 2, 1]),
    ("'lima' said", [0, 0, 0, 0]),
]
UNUSUAL = [
    ("lima \U0001f6a2 said", ["lima", "\U0001f6a2", "said"]),
    ("lima \U0001f469‍\U0001f469‍\U0001f467 said", ["lima", "\U0001f469‍\U0001f469‍\U0001f467", "said"]),
    ("\U0001f6a2\U0001f6a2lima said", ["\U0001f6a2\U0001f6a2lima", "said"]),
    ("שלום said", ["שלום", "said"]),
    ("lima\u202e said", ["lima", "said"]),
    ("li\x00ma said", ["li\x00ma", "said"]),
    ("lima\u2028said", ["lima", "said"]),
    ("lima \ud83d said", ["lima", "said"]),
    ("li\ufffdma said", ["li\ufffdma", "said"]),
    ("\ufefflima said", ["lima", "said"]),
    ("Líma said", ["Líma", "said"]),
    ("Li\u0301ma said", ["Li\u0301ma", "said"]),
    ("Lima\u0301 said", ["Lima\u0301", "said"]),
    ("Lima\u0301\u0323s said", ["Lima\u0301\u0323", "s", "said"]),
    ("LİMA said", ["LİMA", "said"]),
    ("li\u00adma said", ["li\u00adma", "said"]),
    ("\x00", []),
    (" \n ", []),
    ("", []),
]
CHARACTERS = st.characters() | st.sampled_from("aZ9 \n“”\"'\u0301\x00\u2028\ufffd\u05d0\U0001f6a2")


def words(text: str) -> list[str]:
    laid_out = pieces(text, tokenizer())
    return [text[start:end] for start, end in zip(laid_out.starts, laid_out.ends, strict=True)]


@given(st.text(CHARACTERS, max_size=60))
@example("“É" + "a\u0301" * 3 + "”\r\n中文")
def test_pieces_lie_in_the_text_in_order(text: str) -> None:
    """Every piece slices words out of the text, none overlaps the one before, and every state is one of the known."""
    laid_out = pieces(text, tokenizer())
    starts, ends = laid_out.starts.tolist(), laid_out.ends.tolist()
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for states, count in ((laid_out.case, CASES), (laid_out.gap, GAPS), (laid_out.quote, QUOTES)):
        assert len(states) == len(laid_out)
        assert all(0 <= state < count for state in states.tolist())


@given(st.text(CHARACTERS, max_size=60))
def test_letters_and_digits_are_in_some_piece(text: str) -> None:
    """What lies between pieces is never a letter or a digit of plain English."""
    laid_out = pieces(text, tokenizer())
    covered = {place for start, end in zip(laid_out.starts, laid_out.ends, strict=True) for place in range(start, end)}
    assert all(place in covered for place, char in enumerate(text) if char.isascii() and char.isalnum())


@pytest.mark.parametrize(("text", "expected"), UNUSUAL)
def test_unusual_characters_do_not_shift_what_follows(text: str, expected: list[str]) -> None:
    """Emoji, right-to-left letters, dropped characters and accents leave the offsets of the other words alone."""
    assert words(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASE)
def test_case_is_how_a_piece_is_written(text: str, expected: int) -> None:
    """Lower case, capitalised, capitals, mixed, digits and signs are told apart."""
    assert pieces(text, tokenizer()).case.tolist()[:1] == [expected]


@pytest.mark.parametrize(("text", "expected"), GAP)
def test_the_gap_is_what_stands_before_a_piece(text: str, expected: list[int]) -> None:
    """A text begins as after a line break; the parts of a word have nothing between them."""
    assert pieces(text, tokenizer()).gap.tolist() == expected


@pytest.mark.parametrize(("text", "expected"), QUOTE)
def test_quotation_marks_open_and_close(text: str, expected: list[int]) -> None:
    """Pieces within marks are told from those outside and from the marks; a line break closes what was left open."""
    assert pieces(text, tokenizer()).quote.tolist() == expected


def test_accents_and_case_make_no_other_piece() -> None:
    """The vocabulary sees neither accents nor capitals; the text keeps both."""
    plain = pieces("lima said", tokenizer()).ids.tolist()
    for text in ("LIMA said", "Límà Said", "Li\u0301ma said"):
        assert pieces(text, tokenizer()).ids.tolist() == plain


def test_what_the_vocabulary_lacks_is_one_strange_piece() -> None:
    """A word without known parts stays, as one piece over all of it."""
    laid_out = pieces("lima שלום", tokenizer())
    assert laid_out.ids.tolist()[1:] == [STRANGE]


def test_a_long_line_is_laid_out_in_one_go() -> None:
    """A text of half a million characters on one line takes seconds, not minutes."""
    text = "“Lima said that " * 32_000
    assert len(pieces(text, tokenizer())) == 4 * 32_000
