"""What the PATH arguments stand for: the inputs to read, each with the name that its article goes by."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urldefrag

from ingest.formats.options import Notify, ReadOptions
from kg.errors import ArticleError, UsageError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: a file (``path``), an address (``url``), or standard input where both are none.

    ``suffix`` tells the format; it is empty where nothing does.
    """

    source: str
    suffix: str
    path: Path | None = None
    url: str | None = None


def is_address(path: str) -> bool:
    """Whether a PATH argument is a web address."""
    return path.lower().startswith(("http://", "https://"))


def locate(paths: Sequence[str], options: ReadOptions, suffixes: Collection[str]) -> list[Input | ArticleError]:
    """All inputs that the arguments stand for, in their order, folders sorted, and an error for each that is none.

    No two inputs have one source: files that would share a name are told apart by their folders. Raises `UsageError`.
    """
    _check_name(paths, options)
    # Beside standard input the name is that one's; a lone file may be given a name, too.
    name = None if STDIN in paths else options.source_name
    found = [entry for path in dict.fromkeys(paths) for entry in _inputs(path, name, options, suffixes)]
    once = _once(found, options.notify)
    named = iter(_apart([entry for entry in once if isinstance(entry, Input)], options.notify))
    return [next(named) if isinstance(entry, Input) else entry for entry in once]


def _check_name(paths: Sequence[str], options: ReadOptions) -> None:
    if STDIN in paths and not options.source_name:
        raise UsageError("standard input ('-') has no name of its own: give it one with --source-name")
    if options.source_name and STDIN not in paths and (len(paths) != 1 or os.path.isdir(paths[0])):
        raise UsageError("--source-name names one text: use it with '-' or with a single file")


def _inputs(
    path: str, name: str | None, options: ReadOptions, suffixes: Collection[str]
) -> Iterable[Input | ArticleError]:
    if path == STDIN:
        source = options.source_name or STDIN
        suffix = os.path.splitext(source)[1].lower()
        return [Input(source, suffix if suffix in suffixes else "")]
    if is_address(path):
        address = urldefrag(path).url
        if not options.fetch:
            return [ArticleError(path, "is a web address, and nothing is fetched unless asked: add --fetch")]
        return [Input(name or address, "", url=address)]
    if os.path.isdir(path):
        return _folder(path, options.notify, suffixes)
    return [_file(path, name, suffixes)]


def _file(path: str, name: str | None, suffixes: Collection[str]) -> Input | ArticleError:
    source = name or _shown(os.path.basename(path))
    suffix = os.path.splitext(path)[1].lower()
    if not os.path.exists(path):
        return ArticleError(_shown(path) or "''", "there is no such file or folder: check the path")
    if suffix and suffix not in suffixes and os.path.isfile(path):
        return ArticleError(
            _shown(path), f"{suffix} is no format that is read ({', '.join(suffixes)}): save it as one of these"
        )
    return Input(source, suffix if suffix in suffixes else "", path=Path(path))


def _folder(path: str, notify: Notify, suffixes: Collection[str]) -> Iterator[Input | ArticleError]:
    """The files of a folder and of those in it, sorted by their names; hidden ones are left out."""
    files: list[str] = []
    unknown: Counter[str] = Counter()
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            suffix = os.path.splitext(name)[1].lower()
            whole = os.path.join(folder, name)
            if name.startswith("."):
                continue
            if not os.path.isfile(whole):
                unknown["pipe or broken link"] += 1
            elif suffix in suffixes:
                files.append(os.path.relpath(whole, path).replace(os.sep, "/"))
            else:
                unknown[suffix or "no suffix"] += 1
    for problem in closed:
        yield ArticleError(
            _shown(str(problem.filename)), f"cannot be opened ({problem.strerror}): check its permissions"
        )
    if unknown:
        kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(unknown.items()))
        notify(_shown(path), f"files of other formats were left out: {kinds}")
    if not files:
        yield ArticleError(
            _shown(path), f"there are no articles in this folder: put files in it that end in {', '.join(suffixes)}"
        )
    for name in sorted(files):
        yield Input(_shown(name), os.path.splitext(name)[1].lower(), path=Path(path, name))


def _shown(name: str) -> str:
    """A file's name as text, also where its bytes are no UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _once(found: Sequence[Input | ArticleError], notify: Notify) -> list[Input | ArticleError]:
    """The inputs without those that name a file or an address a second time; errors stay."""
    first: dict[str, Input] = {}
    kept: list[Input | ArticleError] = []
    for entry in found:
        if isinstance(entry, Input):
            place = os.path.abspath(entry.path) if entry.path else entry.url or STDIN
            if place in first:
                notify(entry.source, f"is named twice and read once, as {first[place].source}")
                continue
            first[place] = entry
        kept.append(entry)
    return kept


def _apart(inputs: Sequence[Input], notify: Notify) -> list[Input]:
    """The inputs with as many folders put before equal sources as it takes to tell them apart.

    All that share a source are renamed, not the later ones alone, so that the names do not hang on the order.
    """
    added = [0] * len(inputs)
    named = list(inputs)
    while True:
        taken = Counter(entry.source for entry in named)
        clashing = [i for i, entry in enumerate(named) if taken[entry.source] > 1 and inputs[i].path]
        if not clashing:
            break
        for i in clashing:
            added[i] += 1
            named[i] = replace(inputs[i], source=_lengthened(inputs[i], added[i]))
    for before, after in zip(inputs, named, strict=True):
        if before is not after:
            notify(after.source, f"several files are called {before.source}; this one is kept apart as {after.source}")
    return named


def _lengthened(entry: Input, folders: int) -> str:
    """A source with that many of the folders above it put before it; the whole path where there are no more."""
    assert entry.path is not None
    parts = _shown(os.path.abspath(entry.path)).strip(os.sep).split(os.sep)
    kept = min(len(parts), entry.source.count("/") + 1 + folders)
    prefix = "/" if kept == len(parts) else ""
    return prefix + "/".join(parts[-kept:])
