"""What a run of reading is told, and what a reader is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MAX_BYTES = 2_000_000
"""The largest single article that is taken in unless the user says otherwise."""

Notify = Callable[[str, str], None]
"""Takes a source and what the user should know about it."""


def silent(source: str, message: str) -> None:
    """Nothing: the notice is dropped."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read. ``publisher`` … ``language`` fill in what a file does not state itself.

    ``meta`` is a CSV file with a ``source`` column and any of title, author, publisher, date, url, wire, language; a
    row goes before the fields here. ``source_name`` is what standard input (or the one file that is read) is called.
    ``notify`` is told all that is not an error and yet should be known: a decoding, a file left aside.
    """

    fetch: bool = False
    source_name: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    title: str | None = None
    language: str | None = None
    meta: Path | None = None
    max_bytes: int = MAX_BYTES
    notify: Notify = silent


@dataclass(frozen=True, slots=True)
class Raw:
    """A stream of bytes and what is known of it before it is read.

    ``charset`` is what the sender said of it, ``url`` the address that it came from in the end.
    """

    source: str
    stream: BinaryIO
    max_bytes: int = MAX_BYTES
    charset: str | None = None
    url: str | None = None
    notify: Notify = silent
