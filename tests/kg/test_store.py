from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from kg import store
from kg.errors import StoreError
from kg.iris import DEFAULT_BASE

G = NamedNode("urn:claimgraph:says:one")
P = NamedNode("https://example.org/p")


def quad(name: str, value: str = "v", graph: NamedNode = G) -> Quad:
    return Quad(NamedNode(f"urn:x:{name}"), P, Literal(value), graph)


@pytest.fixture(params=["memory", "folder"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> store.Store:
    """Every kind of store that can be written to."""
    return store.create(store.MEMORY if request.param == "memory" else tmp_path / "s")


def test_write_replaces_graphs_and_quads_in_one_step(opened: store.Store) -> None:
    """Dropped, deleted and inserted together."""
    other = NamedNode("urn:claimgraph:graph:entities")
    opened.write([quad("a"), quad("b", graph=other), quad("c", graph=other)])
    opened.write([quad("new")], drop=[G], delete=[quad("b", graph=other)])
    assert {str(q.subject) for q in opened.engine} == {"<urn:x:new>", "<urn:x:c>"}


def test_failed_write_leaves_the_store_as_it_was(opened: store.Store) -> None:
    """A quad that cannot be made stops the step before anything happens."""
    opened.write([quad("a")])

    def broken() -> object:
        yield quad("b")
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        opened.write(broken(), drop=[G])  # type: ignore[arg-type]
    assert [str(q.subject) for q in opened.engine] == ["<urn:x:a>"]


@pytest.mark.parametrize("text", ['"quote"', "back\\slash", "line\nbreak", "\u2028 \x00 \x7f", "} } ; DROP ALL ;"])
def test_replacing_writes_any_text_unharmed(opened: store.Store, text: str) -> None:
    """Text is data, whatever stands in it, on the way through an update too."""
    opened.write([quad("a")])
    opened.write([quad("b", text)], drop=[G])
    assert [q.object for q in opened.engine] == [Literal(text)]


def test_query_sees_the_union_and_the_prefixes(opened: store.Store) -> None:
    """Users name neither graphs nor prefixes."""
    opened.write([Quad(opened.iris.mint("person", "x"), P, Literal("v"), G)])
    assert opened.rows("SELECT ?v { person:x <https://example.org/p> ?v }") == [("v",)]


def test_dump_is_sorted(opened: store.Store) -> None:
    """The order of writing does not show."""
    opened.write([quad("b"), quad("a")])
    out = BytesIO()
    opened.dump(out, RdfFormat.N_QUADS)
    assert out.getvalue().decode().splitlines() == sorted(str(q) + " ." for q in (quad("a"), quad("b")))


def test_store_reopens_with_what_was_written(tmp_path: Path) -> None:
    """Closing loses nothing, and the base is remembered."""
    with store.create(tmp_path / "s", base="https://data.example.org/kg/") as first:
        first.write([quad("a")])
    with store.open_(tmp_path / "s") as again:
        assert len(list(again.engine)) == 1
        assert again.iris.base == "https://data.example.org/kg/"


def test_readers_share_and_a_writer_is_alone(tmp_path: Path) -> None:
    """Two may read; while one reads nobody writes, and the other way round."""
    path = tmp_path / "s"
    store.create(path).close()
    with store.open_(path), store.open_(path), pytest.raises(StoreError, match="in use by another process"):
        store.create(path)
    with store.create(path), pytest.raises(StoreError, match="in use by another process"):
        store.open_(path)


def test_store_held_by_another_process_is_refused(tmp_path: Path) -> None:
    """The lock holds between processes."""
    path = tmp_path / "s"
    code = f"from kg import store; s = store.create({str(path)!r}); print('ready', flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        with pytest.raises(StoreError, match="in use"):
            store.open_(path)
        other.communicate(b"\n", timeout=20)
    store.open_(path).close()


def test_reading_store_refuses_to_write(tmp_path: Path) -> None:
    """What was opened for reading stays as it is."""
    store.create(tmp_path / "s").close()
    with store.open_(tmp_path / "s") as reading, pytest.raises(StoreError, match="reading only"):
        reading.write([quad("a")])


def test_folder_that_is_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    """Opening never turns somebody's folder into a store."""
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(StoreError, match="holds something else"):
        store.create(tmp_path)
    with pytest.raises(StoreError, match="not a claimgraph store"):
        store.open_(tmp_path)
    assert os.listdir(tmp_path) == ["holiday.jpg"]


def test_missing_store_names_the_cure(tmp_path: Path) -> None:
    """The message says how to make one."""
    with pytest.raises(StoreError, match="kg ingest PATH --store"):
        store.open_(tmp_path / "none")


def test_file_in_place_of_a_store_is_refused(tmp_path: Path) -> None:
    """A store is a folder."""
    (tmp_path / "f").write_text("x")
    with pytest.raises(StoreError, match="a store is a folder"):
        store.create(tmp_path / "f")


@pytest.mark.parametrize("opening", [store.create, store.open_])
def test_endpoint_is_no_store(
    opening: Callable[[str], store.Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder of that name is made."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match="an endpoint is none"):
        opening("http://localhost:3030/news")
    assert list(tmp_path.iterdir()) == []


def test_store_without_its_engine_is_told(tmp_path: Path) -> None:
    """An empty answer would be a lie."""
    store.create(tmp_path / "s").close()
    shutil.rmtree(tmp_path / "s" / "oxigraph")
    with pytest.raises(StoreError, match="restore it from a backup"):
        store.open_(tmp_path / "s")


def test_damaged_engine_is_told(tmp_path: Path) -> None:
    """With what to do."""
    with store.create(tmp_path / "s") as first:
        first.write([quad("a")])
    (tmp_path / "s" / "oxigraph" / "CURRENT").write_text("nonsense")
    with pytest.raises(StoreError, match="cannot be opened"):
        store.open_(tmp_path / "s")


def test_fault_that_names_a_block_is_not_taken_for_a_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged store is not one that somebody else uses."""
    store.create(tmp_path / "s").close()

    def fail(*_: object) -> None:
        raise OSError("Corruption: block checksum mismatch")

    monkeypatch.setattr(store, "Oxigraph", fail)
    with pytest.raises(StoreError, match=r"block checksum mismatch\. Restore it from a backup"):
        store.open_(tmp_path / "s", writable=True)


@pytest.mark.parametrize("marker", ["", '{"format": 1, "base": 5}', "{", '{"base": 1}', "[]"])
def test_damaged_marker_is_told(tmp_path: Path, marker: str) -> None:
    """The file is named."""
    store.create(tmp_path / "s").close()
    (tmp_path / "s" / store.MARKER).write_text(marker)
    with pytest.raises(StoreError, match=r"claimgraph\.json"):
        store.open_(tmp_path / "s")


def test_store_of_a_later_format_is_refused(tmp_path: Path) -> None:
    """It is not guessed at."""
    store.create(tmp_path / "s").close()
    (tmp_path / "s" / store.MARKER).write_text(json.dumps({"format": 99, "base": DEFAULT_BASE}))
    with pytest.raises(StoreError, match="format 99"):
        store.open_(tmp_path / "s")


@pytest.mark.parametrize(
    "base", ["no-colon", "https://example.org/kg", "urn: spaced:", "urn:<x>:", "http://e.org/%zz/"]
)
def test_base_that_cannot_begin_an_iri_is_refused(base: str) -> None:
    """A base ends where the kind begins."""
    with pytest.raises(StoreError, match="a base is an IRI that ends in"):
        store.create(store.MEMORY, base=base)


def test_full_disk_stops_before_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine keeps the room it needs to close in good order."""
    with store.create(tmp_path / "s") as opened:
        usage = type("usage", (), {"free": 1000})
        monkeypatch.setattr(store.shutil, "disk_usage", lambda _: usage)
        with pytest.raises(StoreError, match="disk is full"):
            opened.write([quad("a")])
        assert list(opened.engine) == []
