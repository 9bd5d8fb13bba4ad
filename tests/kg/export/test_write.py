"""Writing files: by suffix, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import KgError, UsageError
from kg.export import EXPORTS, Options, write
from tests.factories import FakeGraph, newsroom


@pytest.mark.parametrize("suffix", EXPORTS)
def test_every_format_writes_the_same_bytes_twice(suffix: str, tmp_path: Path) -> None:
    """Each format in the table writes a file, and the same one for the same store."""
    graph = newsroom()
    first = write(graph, tmp_path / f"one{suffix}").read_bytes()
    second = write(graph, tmp_path / f"two{suffix}").read_bytes()
    assert first == second
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"one{suffix}", f"two{suffix}"]


@pytest.mark.parametrize("suffix", EXPORTS)
def test_an_empty_store_can_be_exported(suffix: str, tmp_path: Path) -> None:
    """A store without articles gives a file all the same."""
    assert write(FakeGraph(), tmp_path / f"empty{suffix}").exists()


@pytest.mark.parametrize("name", ["graph.pdf", "graph", ".html/"])
def test_an_unknown_suffix_lists_the_formats(name: str, tmp_path: Path) -> None:
    """A suffix without an exporter is a usage error that names those there are."""
    with pytest.raises(UsageError, match=r"\.html, \.csv"):
        write(newsroom(), tmp_path / name)


def test_a_missing_folder_names_the_cure(tmp_path: Path) -> None:
    """A folder that does not exist is not made silently."""
    with pytest.raises(KgError, match="mkdir -p"):
        write(newsroom(), tmp_path / "nowhere" / "graph.csv")


def test_a_folder_in_the_way_is_an_error(tmp_path: Path) -> None:
    """A folder of that name is left alone."""
    (tmp_path / "graph.csv").mkdir()
    with pytest.raises(KgError, match="is a folder"):
        write(newsroom(), tmp_path / "graph.csv")


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    """A pipe or a device that a link leads to stays what it is."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "graph.csv").symlink_to(tmp_path / "pipe")
    with pytest.raises(KgError, match="is no file"):
        write(newsroom(), tmp_path / "graph.csv")
    assert (tmp_path / "pipe").is_fifo()


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When writing fails half way, what was there before is still there, and nothing else."""

    def fail(graph: object, path: Path, options: Options) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(EXPORTS, ".csv", fail)
    target = tmp_path / "claims.csv"
    target.write_text("old")
    with pytest.raises(KgError, match="No space left"):
        write(newsroom(), target)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]
