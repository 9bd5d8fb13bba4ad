"""Markdown keeps its body as written and gives its front matter as metadata."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import markdown
from ingest.formats.options import Raw

if TYPE_CHECKING:
    from tests.ingest.formats.conftest import Read

FRONT = """---
title: Harbour to close for a week
author: [Ana Ruiz, "Tom O'Hara"]
publisher: The Coast Ledger
date: 2025-03-04
url: https://ledger.example/harbour
wire: Reuters
language: English
---

"""
BODY = "The harbour will close for a week, the **harbour master** said.\n\n> “We have no choice.”\n"


def test_front_matter_is_metadata(read: Read) -> None:
    """Every field of the front matter reaches the article."""
    article = read({"a.md": FRONT + BODY}).article
    assert article.title == "Harbour to close for a week"
    assert article.authors == ("Ana Ruiz", "Tom O'Hara")
    assert (article.publisher, article.date, article.wire) == ("The Coast Ledger", "2025-03-04", "Reuters")
    assert (article.url, article.language) == ("https://ledger.example/harbour", "en")
    assert article.inferred == frozenset()


def test_a_title_that_the_body_lacks_goes_before_it(read: Read) -> None:
    """The stored text is title, blank line, body, so that a headline has its evidence."""
    assert read({"a.md": FRONT + BODY}).article.text == "Harbour to close for a week\n\n" + BODY


@pytest.mark.parametrize(
    "heading", ["# Harbour to close for a week", "HARBOUR TO CLOSE FOR A WEEK", "**Harbour to close for a week**"]
)
def test_a_body_that_begins_with_the_title_stays_as_it_is(read: Read, heading: str) -> None:
    """No headline is stored twice."""
    assert read({"a.md": f"{FRONT}{heading}\n\n{BODY}"}).article.text == f"{heading}\n\n{BODY}"


def test_a_title_that_is_only_the_beginning_of_a_word_is_put_before(read: Read) -> None:
    """“Port” does not stand at the head of “Portugal votes”."""
    assert read({"a.md": "---\ntitle: Port\n---\nPortugal votes."}).article.text == "Port\n\nPortugal votes."


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")))
def test_a_body_without_front_matter_comes_back_as_it_was_written(words: str) -> None:
    """Markdown is not rendered, unwrapped or trimmed."""
    (draft,) = markdown.read(Raw("a.md", BytesIO(("x" + words).encode("utf-8"))))
    assert draft.text == "x" + words


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff")), st.sampled_from(["\n", "\r\n"])
)
def test_a_body_below_front_matter_comes_back_as_it_was_written(words: str, end: str) -> None:
    """The body begins after the blank lines below the front matter, and no character of it is moved."""
    front = end.join(["---", "publisher: Ledger", "---", "", ""])
    (draft,) = markdown.read(Raw("a.md", BytesIO((front + "x" + words).encode("utf-8"))))
    assert draft.text == "x" + words
    assert draft.stated.publisher == "Ledger"


@pytest.mark.parametrize(
    "start", ["---\n\nA rule came first.\n", "----\ntitle: x\n", "\n---\ntitle: x\n---\n", "---\n---\nBody\n"]
)
def test_a_rule_is_no_front_matter(read: Read, start: str) -> None:
    """A line of hyphens with no fields after it is the body's own."""
    assert read({"a.md": start + BODY}).article.title is None


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("---\ntitle: Port: closed\n---\nBody text.", "line 2"),
        ("---\ntitle: [open\n---\nBody text.", "invalid"),
        ("---\njust some words\n---\nBody text.", "no list of names and values"),
        ("---\ntitle: Never closed\n\nBody text.", "put a line --- after it"),
        ("---\n" + "[" * 2_000 + "\n---\nBody text.", "invalid"),
    ],
)
def test_invalid_front_matter_is_an_error_with_its_place(read: Read, front: str, told: str) -> None:
    """The error names the file, the line where there is one, and how to write it."""
    error = read({"a.md": front}).error
    assert error.startswith("a.md: ")
    assert "front matter" in error
    assert told in error


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("No", "No"),
        ("1.50", "1.50"),
        ("2025-01-01", "2025-01-01"),
        ('"Port: closed"', "Port: closed"),
        ("~", None),
        ("", None),
    ],
)
def test_scalars_stay_words(read: Read, value: str, title: str | None) -> None:
    """YAML's booleans, numbers and dates do not change a title."""
    assert read({"a.md": f"---\ntitle: {value}\n---\nSome words."}).article.title == title
