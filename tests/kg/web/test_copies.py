from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kg.api import Graph
from kg.errors import StoreError
from kg.store import create, open_
from kg.web import copies
from kg.web.copies import Copies, signature, take
from tests.kg.web.conftest import make_store
from tests.stores import HARBOUR, QUAY, add


def _articles(where: Path) -> list[str]:
    with open_(where) as opened:
        return [article.source for article in Graph(opened).articles()]


def test_copy_is_a_store_with_the_same_content(tmp_path: Path) -> None:
    """Opened like any other."""
    store = make_store(tmp_path / "store")
    take(store, tmp_path / "copy")
    assert _articles(tmp_path / "copy") == [HARBOUR.source, QUAY.source]


def test_copy_is_taken_while_a_writer_has_the_store(tmp_path: Path) -> None:
    """What is written before is in it, what comes later is not, and the writer is not disturbed."""
    with create(tmp_path / "store") as writing:
        graph = Graph(writing)
        add(graph, [HARBOUR])
        seen = take(tmp_path / "store", tmp_path / "copy")
        add(graph, [QUAY])
        assert signature(tmp_path / "store") != seen
        take(tmp_path / "store", tmp_path / "later")
        assert [article.source for article in graph.articles()] == [HARBOUR.source, QUAY.source]
    assert _articles(tmp_path / "copy") == [HARBOUR.source]
    assert _articles(tmp_path / "later") == [HARBOUR.source, QUAY.source]


def test_old_tables_are_linked_and_young_ones_copied(tmp_path: Path) -> None:
    """A link costs no room; a table that may still be written to is not shared."""
    store = make_store(tmp_path / "store")
    tables = sorted((store / "oxigraph").glob("*.sst"))
    old = time.time() - 2 * copies.YOUNG
    os.utime(tables[0], (old, old))
    inside = tmp_path / "copy" / "oxigraph"
    assert copies._copy(store, tmp_path / "copy")
    assert (inside / tables[0].name).stat().st_ino == tables[0].stat().st_ino
    assert (inside / tables[1].name).stat().st_ino != tables[1].stat().st_ino


def test_copy_is_taken_again_when_the_store_changes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that comes while files are copied makes the copy void."""
    store, copied = make_store(tmp_path / "store"), []
    original = copies._copy

    def disturbed(source: Path, target: Path) -> bool:
        copied.append(target)
        whole = original(source, target)
        if len(copied) == 1:
            (source / "oxigraph" / "999999.sst").write_bytes(b"")
        else:
            (source / "oxigraph" / "999999.sst").unlink(missing_ok=True)
        return whole

    monkeypatch.setattr(copies, "_copy", disturbed)
    take(store, tmp_path / "copy")
    assert len(copied) == 3
    assert _articles(tmp_path / "copy") == [HARBOUR.source, QUAY.source]


def test_store_that_changes_all_the_time_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And leaves nothing behind."""
    store = make_store(tmp_path / "store")
    monkeypatch.setattr(copies, "_steady", lambda before, after: False)
    monkeypatch.setattr(copies, "PAUSE", 0)
    with pytest.raises(StoreError, match="changes faster"):
        take(store, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_copies_go_with_their_server(tmp_path: Path) -> None:
    """Also those of a server that was killed, when the next one starts; the store still opens."""
    store = make_store(tmp_path / "store")
    left = store / copies.FOLDER / "999999999-x"
    left.mkdir(parents=True)
    kept = Copies(store)
    first, _ = kept.take()
    second, _ = kept.take()
    kept.drop({second})
    assert not left.exists()
    assert not first.exists()
    assert second.exists()
    kept.close()
    assert not (store / copies.FOLDER).exists()
    assert _articles(store) == [HARBOUR.source, QUAY.source]
