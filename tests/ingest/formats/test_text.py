"""A text file's article is the file itself."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import text
from ingest.formats.options import Raw

if TYPE_CHECKING:
    from tests.ingest.formats.conftest import Read

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1)


@given(WORDS)
def test_any_text_comes_back_as_it_was_written(words: str) -> None:
    """Every character keeps its place, line ends and all."""
    data = ("begin " + words).encode("utf-8")
    (draft,) = text.read(Raw("a.txt", BytesIO(data)))
    assert draft.text == "begin " + words
    assert draft.raw_sha256 == sha256(data).hexdigest()


@given(WORDS, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_is_dropped_and_obeyed(words: str, encoding: str) -> None:
    """A marked file reads as the text that was written, without the mark."""
    (draft,) = text.read(Raw("a.txt", BytesIO(("begin " + words).encode(encoding))))
    assert draft.text == "begin " + words


@given(st.text(st.sampled_from("aé”’ñÜ…\r\n 😀אß"), min_size=1), st.data())
def test_offsets_count_code_points_of_the_decoded_file(words: str, data: st.DataObject) -> None:
    """A span cut out of the stored text is the same span of the file."""
    (draft,) = text.read(Raw("a.txt", BytesIO(words.encode("utf-8"))))
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    assert draft.text[start:end] == words[start:end]


@pytest.mark.parametrize(
    "words", ["one\r\ntwo", "one\rtwo", "one\u2028two", "--- \ntitle: x\n---\nbody", "  padded  \n\n"]
)
def test_nothing_is_cleaned(read: Read, words: str) -> None:
    """Line ends, blank margins and what looks like front matter stay."""
    assert read({"a.txt": words}).article.text == words
