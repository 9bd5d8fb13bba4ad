"""Exact words in their context."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.export.evidence import WINDOW, context_of, matches, pieces
from tests.factories import article, claim, newsroom


@given(st.text(max_size=900), st.data())
def test_pieces_are_the_text(text: str, data: st.DataObject) -> None:
    """The pieces joined are the text from some place to another, and each mark is its own slice."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    other = data.draw(st.integers(0, len(text)))
    made = pieces(text, start, end, [(start, end, "words"), (other, min(len(text), other + 3), "cue")])
    joined = "".join(words for words, kind in made if kind != "gap")
    assert joined in text
    assert text[start:end] in joined
    assert [words for words, kind in made if kind == "words"] == ([text[start:end]] if start < end else [])


def test_context_is_cut_between_words() -> None:
    """Long texts are cut near the window on either side, at a blank, and the cuts are shown."""
    text = "lantern " * 200 + "HERE" + " lantern" * 200
    start = text.index("HERE")
    made = pieces(text, start, start + 4, [(start, start + 4, "words")])
    assert [kind for _, kind in made] == ["gap", "", "words", "", "gap"]
    assert WINDOW - 30 <= len(made[1][0]) <= WINDOW
    assert made[1][0].startswith("lantern")
    assert made[3][0].endswith("lantern")


def test_an_interrupted_quotation_is_marked_in_parts() -> None:
    """Each part of an interrupted quotation is marked, with speaker and cue between them."""
    graph = newsroom()
    record = next(record for record in graph.records().claims if record.parts)
    made = context_of(record, graph.text(record.article))
    assert [kind for _, kind in made if kind not in ("", "gap")] == ["words", "speaker", "cue", "words"]


def test_words_are_checked_against_the_text() -> None:
    """A claim whose words are not what stands at its offsets is found out."""
    text = "He said it rains."
    home = article("a", text)
    assert matches(claim(home, text, "it rains"), text)
    assert not matches(claim(home, text, "it rains"), text.replace("rains", "snows"))


def test_a_line_of_five_megabytes_is_no_trouble() -> None:
    """Context of words in a very long line takes no longer than elsewhere."""
    text = "x" * 5_000_000
    made = pieces(text, 2_500_000, 2_500_010, [(2_500_000, 2_500_010, "words")])
    assert sum(len(words) for words, kind in made if kind != "gap") == 10 + 2 * WINDOW
