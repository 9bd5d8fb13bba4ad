"""JSON lines are read one by one, and a bad line costs no other."""

from __future__ import annotations

import json
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import ReadOptions, jsonl
from ingest.formats.fields import Draft
from ingest.formats.options import Raw

if TYPE_CHECKING:
    from tests.ingest.formats.conftest import Read


def lines(*objects: object) -> str:
    """The objects as JSON lines."""
    return "".join(json.dumps(each) + "\n" for each in objects)


def test_fields_are_metadata(read: Read) -> None:
    """Every field of an object reaches the article."""
    entry = {
        "id": "a1", "text": "The port is shut.", "title": "Port shut", "authors": ["Ana Ruiz", {"name": "Tom Hale"}],
        "publisher": {"name": "Ledger"}, "date": "2025-03-04T10:00:00Z", "url": "https://ledger.example/1",
        "language": "en", "wire": "AFP",
    }  # fmt: skip
    line = json.dumps(entry)
    article = read({"a.jsonl": line + "\n"}).article
    assert (article.source, article.text, article.title) == ("a1", "The port is shut.", "Port shut")
    assert article.authors == ("Ana Ruiz", "Tom Hale")
    assert (article.publisher, article.wire, article.language) == ("Ledger", "AFP", "en")
    assert (article.date, article.url) == ("2025-03-04T10:00:00Z", "https://ledger.example/1")
    assert article.raw_sha256 == sha256(line.encode()).hexdigest()


@pytest.mark.parametrize(
    ("entry", "source"),
    [
        ({"id": "a1", "url": "https://ledger.example/1"}, "a1"),
        ({"id": 17}, "17"),
        ({"url": "https://ledger.example/1"}, "https://ledger.example/1"),
        ({}, "a.jsonl#1"),
        ({"id": ""}, "a.jsonl#1"),
    ],
)
def test_the_source_is_the_id_else_the_url_else_the_line(read: Read, entry: dict[str, object], source: str) -> None:
    """What an object calls itself is its source."""
    assert read({"a.jsonl": lines({"text": "Some words."} | entry)}).article.source == source


@pytest.mark.parametrize("field", ["text", "body", "content"])
def test_the_text_may_go_by_other_names(read: Read, field: str) -> None:
    """The text is found under each of its usual names, and stored as it is."""
    assert read({"a.ndjson": lines({field: "Some words.", "title": "A title"})}).article.text == "Some words."


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, max_size=4), st.booleans())
def test_any_text_comes_back_as_it_was_written(texts: list[str], ascii_only: bool) -> None:
    """Every character keeps its place, whether it was escaped or not."""
    data = "\n".join(json.dumps({"text": words}, ensure_ascii=ascii_only) for words in texts).encode()
    drafts = [draft for draft in jsonl.read(Raw("a.jsonl", BytesIO(data))) if isinstance(draft, Draft)]
    assert [draft.text for draft in drafts] == texts


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"text": "It was cut', "the line is cut off"),
        ('{"text": "It was cut"', "the line is cut off"),
        ("{'text': 'no JSON'}", "invalid JSON at column 2"),
        ("[1, 2]", "no JSON object"),
        ("null", "no JSON object"),
        ('{"title": "Only a title"}', "put the article's words in a field `text`"),
        ('{"text": 5}', "its `text` is no string"),
        ('{"text": ""}', "its text is empty"),
        ('{"text": "123 456"}', "there are no words in it"),
        ('{"text": "a \\ud800 b"}', "half of a character (U+D800 at 2)"),
        ('{"text": "a \\u0000 b"}', "a zero character"),
        ('{"text": "Some words.", "title": "\\udfff"}', "its title holds half of a character"),
        ('{"text": "Some words.", "id": "\\udfff"}', "its source holds half of a character"),
        ('{"text": "Some words.", "date": "03/04/2025"}', "may be 2025-03-04 or 2025-04-03"),
        ("[" * 100_000, "invalid JSON"),
        ('{"text": 1' + "0" * 10_000 + "}", "invalid JSON"),
    ],
)
def test_a_bad_line_is_an_error_of_its_own(read: Read, line: str, told: str) -> None:
    """The error names file and line, and the lines around it are read."""
    reading = read({"a.jsonl": lines({"text": "First words."}) + line + "\n" + lines({"text": "Last words."})})
    assert [article.text for article in reading.articles] == ["First words.", "Last words."]
    assert len(reading.errors) == 1
    assert reading.errors[0].startswith("a.jsonl#2: ")
    assert told in reading.errors[0]


def test_the_limit_holds_for_each_line_and_not_for_the_file(read: Read) -> None:
    """A file of many articles may be as large as it likes; one article may not."""
    many = lines(*({"id": number, "text": f"Words, {number} times."} for number in range(100)))
    long = lines({"text": "word " * 500})
    reading = read({"a.jsonl": many + long + many.replace("id", "no")}, options=ReadOptions(max_bytes=1_000))
    assert len(reading.articles) == 200
    assert reading.errors[0].startswith("a.jsonl#101: is larger than 1,000 bytes")


def test_a_file_without_a_line_is_an_error(read: Read) -> None:
    """Blank lines are passed over, and nothing else is there."""
    assert "a.jsonl: is empty" in read({"a.jsonl": "\n \n"}).error


def test_one_id_with_two_texts_is_two_articles(read: Read) -> None:
    """Two files that both count from one lose nothing: the later text goes by its place, and the user is told."""
    reading = read(
        {"a.jsonl": lines({"id": 1, "text": "One text."}), "b.jsonl": lines({"id": 1, "text": "Another text."})}
    )
    assert [article.source for article in reading.articles] == ["1", "b.jsonl#1"]
    assert "kept apart as b.jsonl#1" in reading.notices[0][1]


def test_one_address_with_two_texts_is_two_versions(read: Read) -> None:
    """An address is the article's own, so a second text at it is a later version, and the user is told."""
    address = "https://ledger.example/1"
    reading = read(
        {"a.jsonl": lines({"url": address, "text": "One text."}, {"url": address, "text": "One text, corrected."})}
    )
    assert [article.source for article in reading.articles] == [address, address]
    assert "later version" in reading.notices[0][1]


def test_the_same_object_twice_is_read_once(read: Read) -> None:
    """A repeated line adds nothing, and the user is told."""
    reading = read({"a.jsonl": lines({"id": 1, "text": "One text."}) * 2})
    assert reading.article.source == "1"
    assert "read once" in reading.notices[0][1]
