"""Articles out of files, folders, standard input and the web: one reader a format, listed in `FORMATS`."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from ingest.formats import html, jsonl, markdown, text
from ingest.formats.complete import Table, check_options, complete, read_table
from ingest.formats.fetch import Fetcher, fetch
from ingest.formats.fields import Draft, Fields
from ingest.formats.locate import Input, is_address, locate
from ingest.formats.options import MAX_BYTES, Notify, Raw, ReadOptions, silent
from kg.errors import ArticleError, UsageError
from kg.model import Article, digest

__all__ = ["FORMATS", "MAX_BYTES", "Notify", "ReadOptions", "count", "faults", "read_all"]

Reader = Callable[[Raw], Iterator[Draft | ArticleError]]
"""Reads the articles of one stream; an article that cannot be read is an `ArticleError`, yielded or raised."""

FORMATS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
}
"""The reader of each suffix. What has no suffix is read as plain text."""


def read_all(
    paths: Sequence[str], options: ReadOptions | None = None, *, fetcher: Fetcher = fetch
) -> Iterator[Article | ArticleError]:
    """The articles that the paths stand for, read one by one as they are asked for, errors among them as values.

    A path is a file, a folder, ``-`` for standard input or a web address. What concerns the whole run (a missing
    ``--source-name``, an unreadable table) raises `UsageError` at once.
    """
    options = options or ReadOptions()
    given, table = check_options(options), read_table(options.meta)
    inputs = locate(paths, options, FORMATS)
    if len(inputs) > 1 and (options.title or options.url):
        which = "--title" if options.title else "--url"
        raise UsageError(f"{which} is one article's own, and there are {len(inputs)}: use --meta FILE.csv")
    return _articles(inputs, table, given, options, fetcher)


def count(paths: Sequence[str], options: ReadOptions | None = None) -> int:
    """How many files and addresses `read_all` will read; a file of JSON lines counts once."""
    return len(locate(paths, replace(options or ReadOptions(), notify=silent), FORMATS))


def faults(paths: Sequence[str], options: ReadOptions | None = None) -> list[ArticleError]:
    """Why nothing can be read at all: an error for each path. None where something can."""
    found = locate(paths, replace(options or ReadOptions(), notify=silent), FORMATS)
    wrong = [entry for entry in found if isinstance(entry, ArticleError)]
    return wrong if len(wrong) == len(found) else []


def _articles(
    inputs: Sequence[Input | ArticleError], table: Table, given: Fields, options: ReadOptions, fetcher: Fetcher
) -> Iterator[Article | ArticleError]:
    seen: dict[str, str] = {}
    for entry in inputs:
        for draft in [entry] if isinstance(entry, ArticleError) else _drafts(entry, options, fetcher):
            if isinstance(draft, ArticleError):
                yield draft
                continue
            try:
                named = _named(draft, seen, options.notify)
                if named is not None:
                    yield complete(named, table, given, options)
            except ArticleError as problem:
                yield problem
    unused = sorted((table.rows or {}).keys() - seen.keys())
    if unused:
        named_rows = ", ".join(unused[:5]) + (", …" if len(unused) > 5 else "")
        options.notify(table.name, f"{len(unused)} rows match no source that was read: {named_rows}")


def _named(draft: Draft, seen: dict[str, str], notify: Notify) -> Draft | None:
    """The draft under a name that makes it no version of another article; none where the run had it already.

    One address with two texts is two versions of one article. Any other name that comes a second time may be an
    accident (two files of JSON lines that both count from 1), so the second goes by its place.
    """
    content = digest(draft.text)
    place = draft.line or draft.source
    if draft.source not in seen:
        seen[draft.source] = content
        return draft
    if seen[draft.source] == content:
        notify(place, f"is the article {draft.source} once more, with the same text: read once")
        return None
    if is_address(draft.source):
        notify(place, f"gives {draft.source} once more with another text: kept as a later version of it")
        seen[draft.source] = content
        return draft
    if draft.line is None or draft.line in seen:
        raise ArticleError(
            draft.source,
            "another text of this run has this name already: read it in a run of its own with --source-name",
        )
    notify(place, f"its name {draft.source} is that of another text of this run: kept apart as {draft.line}")
    seen[draft.line] = content
    return replace(draft, source=draft.line)


def _drafts(entry: Input, options: ReadOptions, fetcher: Fetcher) -> Iterator[Draft | ArticleError]:
    """The drafts of one input; what goes wrong with it is an error among them."""
    try:
        with _opened(entry, options, fetcher) as opened:
            raw = Raw(entry.source, opened.stream, options.max_bytes, opened.charset, opened.url, options.notify)
            yield from FORMATS[opened.suffix or ".txt"](raw)
    except ArticleError as problem:
        yield problem
    except OSError as problem:
        yield ArticleError(
            entry.source, f"cannot be read ({problem.strerror or problem}): check the file and its permissions"
        )


@dataclass(frozen=True, slots=True)
class _Opened:
    """A stream with what is known of it."""

    stream: BinaryIO
    suffix: str
    charset: str | None = None
    url: str | None = None


@contextmanager
def _opened(entry: Input, options: ReadOptions, fetcher: Fetcher) -> Iterator[_Opened]:
    if entry.url:
        fetched = fetcher(entry.url, options.max_bytes)
        yield _Opened(io.BytesIO(fetched.data), fetched.suffix, fetched.charset, fetched.url)
    elif entry.path:
        with entry.path.open("rb") as stream:
            yield _Opened(stream, entry.suffix)
    else:
        yield _Opened(sys.stdin.buffer, entry.suffix)
