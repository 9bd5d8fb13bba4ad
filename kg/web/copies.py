"""Copies of a store to serve from, taken while somebody else may be writing to it.

A store has one writer, or readers, never both (`kg.store`). A server that held it open would keep ``kg ingest`` out.
So the server opens the store itself never: it serves from a copy inside the store's folder and takes another when the
store has changed. The engine's tables are never altered once they are written, so they are linked, not copied: that
costs no room and milliseconds.

A writer is not asked to stop meanwhile. The engine (RocksDB) only ever appends to its log and to the manifest, which
says what tables there are, and adds or removes tables. While neither the names of the files nor the manifest change
between the start and the end of copying, the copy is what a crash at some moment between would have left; the engine
recovers from that to the last whole write, so an article is in the copy wholly or not at all. Where they did change,
the copy is thrown away and taken again.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from pyoxigraph import Store as Oxigraph

from kg.errors import StoreError
from kg.store import MARKER, existing

FOLDER = ".serving"
TRIES = 40
PAUSE = 0.05
YOUNG = 60.0
"""Seconds: a table this young may still be being written, so it is copied and not shared."""

Signature = tuple[tuple[str, int, int], ...]


def signature(store: Path) -> Signature:
    """What changes when somebody writes to the store: names, sizes and times of the engine's files."""
    found = []
    with os.scandir(store / "oxigraph") as entries:
        for entry in entries:
            if _is_data(entry.name):
                with contextlib.suppress(FileNotFoundError):
                    stat = entry.stat()
                    found.append((entry.name, stat.st_size, stat.st_mtime_ns))
    return tuple(sorted(found))


def take(store: Path, target: Path) -> Signature:
    """Makes a copy of the store in ``target``, a folder that does not exist yet, and returns what it is a copy of.

    Raises:
        StoreError: the store cannot be read, or changed all the time.
    """
    try:
        for number in range(TRIES):
            before = signature(store)
            if _copy(store, target) and _steady(before, signature(store)):
                _settle(target)
                return before
            shutil.rmtree(target, ignore_errors=True)
            time.sleep(PAUSE * (1 + number))
    except (OSError, ValueError, RuntimeError) as error:
        shutil.rmtree(target, ignore_errors=True)
        raise StoreError(f"{store}: no copy of it can be made to serve from: {error}") from None
    raise StoreError(f"{store}: it changes faster than it can be copied; try again when less is written")


def _is_data(name: str) -> bool:
    return name.endswith((".sst", ".blob", ".log")) or name.startswith(("MANIFEST-", "CURRENT", "OPTIONS-"))


def _steady(before: Signature, after: Signature) -> bool:
    """Whether no table came or went and the manifest is the same; the log may have grown."""

    def fixed(seen: Signature) -> list[tuple[str, int]]:
        return [(name, size if name.startswith(("MANIFEST-", "CURRENT")) else 0) for name, size, _ in seen]

    return fixed(before) == fixed(after)


def _copy(store: Path, target: Path) -> bool:
    """Copies and links the files; false where one vanished meanwhile."""
    inside = target / "oxigraph"
    inside.mkdir(parents=True)
    shutil.copyfile(store / MARKER, target / MARKER)
    now = time.time()
    for path in sorted((store / "oxigraph").iterdir()):
        if not _is_data(path.name):
            continue
        try:
            if path.suffix in (".sst", ".blob") and now - path.stat().st_mtime > YOUNG:
                _link(path, inside / path.name)
            else:
                shutil.copyfile(path, inside / path.name)
        except FileNotFoundError:
            return False
    return True


def _link(path: Path, target: Path) -> None:
    """The same file under another name, or a copy where the file system has no such thing."""
    try:
        os.link(path, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(path, target)


def _settle(target: Path) -> None:
    """Lets the engine recover once what its log holds, so that readers need not each time they open the copy."""
    engine = Oxigraph(str(target / "oxigraph"))
    engine.flush()
    del engine


class Copies:
    """The copies of one store that a server made, in a folder of its own that goes with it."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._made = 0
        self._folder = _own_folder(store)

    def look(self) -> Signature:
        """What the store is like now.

        Raises:
            StoreError, OSError: it is not there any more.
        """
        return signature(existing(self.store))

    def take(self) -> tuple[Path, Signature]:
        """A new copy, and what it is a copy of; where another store stands in place of the first, of that."""
        if not self._folder.is_dir():
            self._folder = _own_folder(self.store)
        self._made += 1
        target = self._folder / str(self._made)
        return target, take(self.store, target)

    def drop(self, kept: set[Path]) -> None:
        """Deletes all copies but some."""
        for path in self._folder.glob("*"):  # nothing where the store was deleted, with the folder in it
            if path not in kept:
                shutil.rmtree(path, ignore_errors=True)

    def close(self) -> None:
        """Deletes all copies."""
        shutil.rmtree(self._folder, ignore_errors=True)
        with contextlib.suppress(OSError):
            self._folder.parent.rmdir()


def _own_folder(store: Path) -> Path:
    """A new folder for copies, beside the store's own files so that they can be linked, else among temporary files.

    What servers left behind that were killed is swept away.
    """
    shared = store / FOLDER
    try:
        shared.mkdir(exist_ok=True)
        for left in shared.iterdir():
            if not _lives(left.name.partition("-")[0]):
                shutil.rmtree(left, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=shared))
    except OSError:
        return Path(tempfile.mkdtemp(prefix="kg-serving-"))


def _lives(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
