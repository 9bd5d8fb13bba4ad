"""Bad input is a clear error for that article, and the rest goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.formats import MAX_BYTES, ReadOptions

if TYPE_CHECKING:
    from tests.ingest.formats.conftest import Read

CASES: dict[str, tuple[str, bytes, str, str]] = {
    "empty file": ("a.txt", b"", "is empty", "put the article's text in it"),
    "only a mark": ("a.txt", b"\xef\xbb\xbf", "its text is empty", "put the article's words in it"),
    "blank": ("a.txt", b" \n\t\n", "its text is empty", "put the article's words in it"),
    "no words": ("a.txt", b"12 345 %\n***", "there are no words in it", "put the article's words in it"),
    "binary": ("a.txt", bytes(range(256)), "is binary", "save its text"),
    "a PDF by another name": ("a.txt", b"%PDF-1.7\n", "is a PDF file", "save its text"),
    "no encoding": ("a.txt", bytes(range(128, 256)) * 9, "is in no encoding that can be told", "save it as UTF-8"),
    "mixed encodings": ("a.txt", "sí, señor — ".encode() + b"\xe2\x80", "mixes UTF-8", "save the file again as UTF-8"),
    "too large": ("a.txt", b"word " * 400_000 + b"x", "is larger than 2,000,000 bytes", "--max-bytes"),
    "a line too large": (
        "a.jsonl",
        b'{"text": "' + b"word " * 400_000 + b'"}\n',
        "is larger than 2,000,000 bytes",
        "--max-bytes",
    ),
    "empty page": ("a.html", b"", "is empty", "put the article's text in it"),
    "page without an article": ("a.html", b"<nav><a href=/>Home</a></nav>", "no article was found", "save the page"),
    "invalid front matter": (
        "a.md",
        b"---\na: b: c\n---\nWords",
        "its front matter is invalid",
        "write one `name: value` a line",
    ),
    "front matter alone": ("a.md", b"---\npublisher: x\n---\n", "its text is empty", "put the article's words in it"),
    "bad date": ("a.md", b"---\ndate: 2025-02-30\n---\nWords", "'2025-02-30' is no date", "write it as YYYY-MM-DD"),
    "cut-off line": ("a.jsonl", b'{"text": "Wor', "the line is cut off", "write one whole JSON object a line"),
    "binary lines": ("a.jsonl", b"\x00\x01\n", "is binary", "save its text"),
    "lines in UTF-16": ("a.jsonl", '{"text": "x"}'.encode("utf-16"), "is in UTF-16", "save it as UTF-8"),
}


@pytest.mark.parametrize(("name", "data", "problem", "cure"), CASES.values(), ids=CASES.keys())
def test_bad_input_is_an_error_and_the_rest_goes_on(
    read: Read, name: str, data: bytes, problem: str, cure: str
) -> None:
    """The error names the source, says what is wrong and what to do; its neighbours are read."""
    files = {"0.txt": "Words before.", name: data, "z.txt": "Words after."}
    reading = read(files)
    assert [article.source for article in reading.articles] == ["0.txt", "z.txt"]
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith(name)
    assert problem in reading.errors[0]
    assert cure in reading.errors[0]


def test_one_line_as_large_as_the_limit_is_an_article(read: Read) -> None:
    """One long line is legal input, and comes back whole."""
    text = "The mayor said so. ".ljust(20) * (MAX_BYTES // 20)
    assert len(text) == MAX_BYTES
    assert read({"a.txt": text}).article.text == text


def test_the_limit_can_be_raised(read: Read) -> None:
    """What the error offers works: a larger limit takes the larger text in."""
    text = "word " * 1_000_001
    assert read({"a.txt": text}, options=ReadOptions(max_bytes=6_000_000)).article.text == text


def test_the_same_text_under_two_names_is_two_articles(read: Read) -> None:
    """Copies are no error: each is an article of its own."""
    reading = read({"a.txt": "Some words.", "b.txt": "Some words."})
    assert [article.source for article in reading.articles] == ["a.txt", "b.txt"]
    assert reading.errors == []
