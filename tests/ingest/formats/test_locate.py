"""PATH arguments stand for files, and every file's article has a name of its own."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from ingest.formats import ReadOptions, count, read_all
from kg.errors import ArticleError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ingest.formats.conftest import Read

WORDS = "Some words."


def test_a_file_goes_by_its_name(read: Read) -> None:
    """The source of a file argument is the file's name, whatever folder it lies in."""
    assert read({"x/a.txt": WORDS}, "x/a.txt").article.source == "a.txt"


def test_a_folder_is_read_with_all_below_it_in_order(read: Read) -> None:
    """The sources are paths relative to the folder, with forward slashes, sorted; hidden files stay out."""
    names = ["b.txt", "2025/a.TXT", "2025/03/c.md", ".hidden.txt", ".git/d.txt", "a.txt"]
    reading = read(dict.fromkeys(names, WORDS))
    assert [article.source for article in reading.articles] == ["2025/03/c.md", "2025/a.TXT", "a.txt", "b.txt"]
    assert reading.notices == []


def test_files_of_other_formats_are_left_out_with_one_notice(read: Read) -> None:
    """A folder may hold pictures and papers beside its articles."""
    reading = read({"a.txt": WORDS, "b.pdf": "x", "c.pdf": "x", "README": "x"})
    assert reading.article.source == "a.txt"
    assert [message for _, message in reading.notices] == ["files of other formats were left out: 2 .pdf, 1 no suffix"]


def test_pipes_and_broken_links_in_a_folder_are_left_out_with_a_notice(read: Read, tmp_path: Path) -> None:
    """Nothing that looks like an article is passed over in silence, and none of it stops the run."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reading = read({"a.txt": "Some words."})
    assert reading.article.source == "a.txt"
    assert [message for _, message in reading.notices] == [
        "files of other formats were left out: 2 pipe or broken link"
    ]


def test_a_folder_without_articles_is_an_error(read: Read) -> None:
    """The error lists the formats that are read."""
    error = read({"empty/b.pdf": "x"}, "empty").error
    assert "there are no articles in this folder" in error
    assert ".txt" in error


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing.txt", "there is no such file or folder: check the path"),
        ("a.docx", ".docx is no format that is read"),
        ("https://ledger.example/a", "add --fetch"),
    ],
)
def test_a_path_that_cannot_be_read_is_an_error_and_the_rest_goes_on(tmp_path: Path, path: str, told: str) -> None:
    """One wrong argument costs no other."""
    (tmp_path / "a.docx").write_text(WORDS)
    (tmp_path / "a.txt").write_text(WORDS)
    wrong = path if "://" in path else str(tmp_path / path)
    error, article = read_all([wrong, str(tmp_path / "a.txt")])
    assert isinstance(error, ArticleError)
    assert path in str(error)
    assert told in str(error)
    assert not isinstance(article, ArticleError)


def test_two_files_of_one_name_are_two_articles(read: Read) -> None:
    """Neither becomes a version of the other: both are named with their folders, and the user is told."""
    reading = read({"x/a.txt": "One text.", "y/a.txt": "Another text."}, "x/a.txt", "y/a.txt")
    assert [article.source for article in reading.articles] == ["x/a.txt", "y/a.txt"]
    assert all("several files are called a.txt" in message for _, message in reading.notices)


def test_the_names_do_not_hang_on_the_order_of_the_arguments(read: Read) -> None:
    """The same files the other way round have the same sources."""
    files = {"x/q/a.txt": "One text.", "y/q/a.txt": "Another text.", "y/b.txt": "A third text."}
    forth = {article.source: article.text for article in read(files, "x/q", "y/q", "y/b.txt").articles}
    back = {article.source: article.text for article in read(files, "y/b.txt", "y/q", "x/q").articles}
    assert forth == back
    assert sorted(forth) == ["b.txt", "x/q/a.txt", "y/q/a.txt"]


def test_a_file_named_twice_is_read_once(read: Read) -> None:
    """A folder and a file in it overlap; the file keeps the first name."""
    reading = read({"x/a.txt": WORDS}, "x", "x/a.txt")
    assert reading.article.source == "a.txt"
    assert "read once" in reading.notices[0][1]


@pytest.mark.parametrize(("name", "text"), [("notes", "---\ntitle: x\n---\nWords"), ("notes.md", "x\n\nWords")])
def test_standard_input_is_read_in_the_format_of_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    """Its name tells the format, and is its source."""
    stdin = SimpleNamespace(buffer=io.BytesIO(b"---\ntitle: x\n---\nWords"))
    monkeypatch.setattr(sys, "stdin", stdin)
    (article,) = read_all(["-"], ReadOptions(source_name=name))
    assert not isinstance(article, ArticleError)
    assert (article.source, article.text) == (name, text)


def test_standard_input_needs_a_name() -> None:
    """Without a name there is nothing to call its article."""
    with pytest.raises(UsageError, match="--source-name"):
        read_all(["-"])


def test_a_name_for_several_texts_is_refused(tmp_path: Path) -> None:
    """One name cannot be the source of a whole folder."""
    with pytest.raises(UsageError, match="names one text"):
        read_all([str(tmp_path)], ReadOptions(source_name="a"))


def test_a_single_file_may_be_given_a_name(read: Read) -> None:
    """A name that the user gives goes before the file's own."""
    assert read({"a.txt": WORDS}, "a.txt", options=ReadOptions(source_name="ledger/7")).article.source == "ledger/7"


def test_a_file_name_that_is_no_utf_8_is_shown(tmp_path: Path) -> None:
    """Bytes that are no characters are written out, so that the source can be stored."""
    try:
        (tmp_path / "caf\udce9.txt").write_text(WORDS)
    except OSError:
        pytest.skip("this file system takes no such name")
    (article,) = read_all([str(tmp_path)])
    assert not isinstance(article, ArticleError)
    assert article.source == "caf\\udce9.txt"


def test_files_can_be_counted_before_they_are_read(read: Read, tmp_path: Path) -> None:
    """A progress bar knows its length."""
    read({"x/a.txt": WORDS, "x/b.jsonl": '{"text": "x"}\n{"text": "y"}', "c.txt": WORDS})
    assert count([str(tmp_path / "x"), str(tmp_path / "c.txt"), str(tmp_path / "missing")]) == 4


def test_articles_are_read_only_when_they_are_asked_for(tmp_path: Path) -> None:
    """A file that is gone by its turn is an error of its own."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(WORDS)
    articles = read_all([str(tmp_path)])
    next(articles)
    (tmp_path / "b.txt").unlink()
    error = next(articles)
    assert isinstance(error, ArticleError)
    assert str(error).startswith("b.txt: cannot be read")
