"""What a file does not state comes from the user, and nothing that cannot be kept gets through."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from ingest.formats import ReadOptions, read_all
from ingest.formats.complete import address
from kg.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ingest.formats.conftest import Read

WORDS = "Some words."
GIVEN = ReadOptions(
    publisher="Ledger",
    authors=("Ana Ruiz",),
    date="March 4, 2025",
    title="A title",
    url="http://l.example/",
    language="en_gb",
)


def test_options_fill_in_what_a_file_lacks(read: Read) -> None:
    """A plain text gets its metadata from the options, which are not inferred, and its text stays as it is."""
    article = read({"a.txt": WORDS}, options=GIVEN).article
    assert (article.publisher, article.authors, article.date) == ("Ledger", ("Ana Ruiz",), "2025-03-04")
    assert (article.title, article.url, article.text) == ("A title", "http://l.example/", WORDS)
    assert article.language == "en-GB"
    assert article.inferred == frozenset()


def test_what_the_file_states_is_kept_and_told(read: Read) -> None:
    """An option does not overwrite a file's own metadata, and the user learns that it was not used."""
    reading = read({"a.md": "---\npublisher: Courier\n---\nSome words."}, options=ReadOptions(publisher="Ledger"))
    assert reading.article.publisher == "Courier"
    assert reading.notices == [("a.md", "the file states its own publisher (Courier), which is kept")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_gives_each_source_its_own(read: Read, tmp_path: Path, delimiter: str) -> None:
    """A row goes before the options and after the file; rows without a source are told."""
    meta = tmp_path / "meta.csv"
    rows = [["source", "title", "author", "date"], ["a.txt", "Row", "Tom Hale", "2025-01-02"], ["z.txt", "", "", ""]]
    meta.write_text("\ufeff" + "\r\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    reading = read(
        {"in/a.txt": WORDS, "in/b.txt": "More words."}, "in", options=replace(GIVEN, title=None, url=None, meta=meta)
    )
    first, second = reading.articles
    assert (first.title, first.authors, first.date, first.publisher) == ("Row", ("Tom Hale",), "2025-01-02", "Ledger")
    assert (second.title, second.authors, second.date) == (None, ("Ana Ruiz",), "2025-03-04")
    assert reading.notices == [(str(meta), "1 rows match no source that was read: z.txt")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("title,date\nx,2025\n", "has no column `source`"),
        ("source,titel\na.txt,x\n", "unknown column `titel`"),
        ("source,title\na.txt,x\na.txt,y\n", "has a row already"),
        ('source,title\na.txt,"x\n', "is no valid CSV"),
        ("\x00\x01", "cannot be read (is binary"),
    ],
)
def test_a_table_that_cannot_be_read_stops_the_run(tmp_path: Path, content: str, told: str) -> None:
    """A wrong table concerns all articles, so nothing is read."""
    meta = tmp_path / "meta.csv"
    meta.write_bytes(content.encode())
    with pytest.raises(UsageError) as raised:
        read_all([str(tmp_path)], ReadOptions(meta=meta))
    assert str(meta) in str(raised.value)
    assert told in str(raised.value)


def test_a_missing_table_stops_the_run(tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_all([str(tmp_path)], ReadOptions(meta=tmp_path / "none.csv"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (ReadOptions(date="03/04/2025"), "--date: '03/04/2025' may be"),
        (ReadOptions(url="ledger"), "--url: 'ledger' is no web address"),
    ],
)
def test_a_wrong_option_stops_the_run(tmp_path: Path, options: ReadOptions, told: str) -> None:
    """An option concerns all articles, so nothing is read."""
    with pytest.raises(UsageError) as raised:
        read_all([str(tmp_path)], options)
    assert told in str(raised.value)


@pytest.mark.parametrize("options", [ReadOptions(title="One title"), ReadOptions(url="https://ledger.example/1")])
def test_a_title_for_several_files_is_refused(tmp_path: Path, options: ReadOptions) -> None:
    """A title or an address is one article's own."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    with pytest.raises(UsageError, match="use --meta"):
        read_all([str(tmp_path)], options)


def test_a_bad_date_is_an_error_of_that_article(read: Read) -> None:
    """The error names the file, quotes the date and says how to give another."""
    reading = read({"a.md": "---\ndate: soon\n---\nSome words.", "b.txt": WORDS})
    assert [article.source for article in reading.articles] == ["b.txt"]
    assert reading.errors[0].startswith("a.md: date in the file: 'soon' states no year")
    assert "--date" in reading.errors[0]


def test_a_bad_date_gives_way_to_one_that_the_user_gives(read: Read) -> None:
    """The cure that the error names works, and is told."""
    reading = read({"a.md": "---\ndate: 03/04/2025\n---\nSome words."}, options=ReadOptions(date="2025-04-03"))
    assert reading.article.date == "2025-04-03"
    assert reading.notices[0][1].endswith("2025-04-03 is used")


def test_an_address_that_is_none_is_left_out_and_told(read: Read) -> None:
    """A link that leads nowhere is not stored."""
    reading = read({"a.md": "---\nurl: see the web site\n---\nSome words."})
    assert reading.article.url is None
    assert "no web address" in reading.notices[0][1]


@given(st.text(max_size=60) | st.text(st.sampled_from("#?/%41[]:@ é"), max_size=20))
def test_every_address_that_is_taken_is_an_iri(rest: str) -> None:
    """Whatever stands behind the host, the store takes the address."""
    try:
        found = address(f"https://ledger.example/{rest}")
    except ValueError:
        return
    NamedNode(found)


@pytest.mark.parametrize(
    "words", ["", "ledger", "ftp://ledger.example/", "http://", "http://[::1", "javascript:alert(1)", "http://a b/"]
)
def test_what_is_no_web_address_is_refused(words: str) -> None:
    """Only http and https addresses with a host are links."""
    with pytest.raises(ValueError, match="is no web address"):
        address(words)
