"""Drafts made whole: what a file does not state comes from the user's table or options, and all of it is checked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from pathlib import Path
from urllib.parse import quote, urlsplit

from ingest.dates import iso
from ingest.formats.decode import UndecodableError, decode
from ingest.formats.fields import ALIASES, Draft, Fields, fields, language_tag
from ingest.formats.options import ReadOptions
from kg.errors import ArticleError, UsageError
from kg.model import Article

_NAMES = tuple(field.name for field in dataclass_fields(Fields))
# RFC 3987: what may stand in an IRI unescaped (iunreserved, sub-delims and delimiters).
_PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14))
_IRI = r"A-Za-z0-9._~!$&'()*+,;=:@/?%#\-" + "\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + _PLANES
_UNSAFE = re.compile(f"[^{_IRI}]|%(?![0-9A-Fa-f]{{2}})")


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a metadata file by source."""

    name: str = ""
    rows: Mapping[str, Fields] | None = None

    def row(self, source: str) -> Fields:
        """What the table says of a source."""
        return (self.rows or {}).get(source, Fields())


def read_table(path: Path | None) -> Table:
    """The rows of a CSV file with a ``source`` column; raises `UsageError`, since it concerns the whole run."""
    if path is None:
        return Table()
    try:
        text = decode(path.read_bytes()).text
    except (OSError, UndecodableError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else problem
        raise UsageError(f"--meta {path}: cannot be read ({reason})") from None
    header = text.split("\n", 1)[0]
    delimiter = next((mark for mark in (",", ";", "\t") if mark in header), ",")
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        columns = {name: (name or "").strip().casefold() for name in reader.fieldnames or ()}
        _check_columns(path, columns.values())
        rows: dict[str, Fields] = {}
        for row in reader:
            cells = {columns[name]: cell for name, cell in row.items() if name is not None and cell}
            source = cells.pop("source", "").strip()
            if source in rows:
                raise UsageError(
                    f"--meta {path}: line {reader.line_num}: the source {source!r} has a row already: keep one"
                )
            if source:
                rows[source] = fields(cells)
    except csv.Error as problem:
        raise UsageError(f"--meta {path}: is no valid CSV ({problem}): save it as CSV in UTF-8") from None
    return Table(str(path), rows)


def _check_columns(path: Path, columns: Iterable[str]) -> None:
    if "source" not in columns:
        raise UsageError(
            f"--meta {path}: has no column `source`: name it in the first line, beside {', '.join(_NAMES)}"
        )
    unknown = [name for name in columns if name != "source" and name.replace("-", "_").replace(" ", "_") not in ALIASES]
    if unknown:
        raise UsageError(f"--meta {path}: unknown column `{unknown[0]}`: use source, {', '.join(_NAMES)}")


def check_options(options: ReadOptions) -> Fields:
    """The fields that the user gave for every article; raises `UsageError` for one that is not what it should be."""
    given = Fields(
        title=options.title,
        authors=options.authors,
        publisher=options.publisher,
        date=options.date,
        url=options.url,
        language=options.language,
    )
    for name, check in (("date", iso), ("url", address), ("language", language_tag)):
        value = getattr(given, name)
        try:
            if value is not None:
                check(value)
        except ValueError as problem:
            raise UsageError(f"--{name}: {problem}") from None
    return replace(given, language=language_tag(given.language) if given.language else None)


def complete(draft: Draft, table: Table, given: Fields, options: ReadOptions) -> Article:
    """The article of a draft: what its file states, else its row in the table, else what was given, else a guess.

    Raises `ArticleError` where the text or a field cannot be kept.
    """
    place = draft.line or draft.source
    _check_text(draft.text, place)
    layers = {
        "the file": draft.stated,
        table.name or "the table": table.row(draft.source),
        "the options": given,
        "the page": draft.guessed,
    }
    chosen = Fields(
        **{name: _first(name, layers) for name in _NAMES if name not in ("date", "url")},  # type: ignore[arg-type]
        date=_valid("date", layers, iso, place, options),
        url=_valid("url", layers, address, place, options),
    )
    _tell_unused(draft.stated, given, options, place)
    _check_strings(draft.source, chosen, place)
    return Article(
        source=draft.source,
        text=draft.text,
        title=chosen.title,
        authors=chosen.authors,
        publisher=chosen.publisher,
        date=chosen.date,
        url=chosen.url,
        language=chosen.language,
        wire=chosen.wire,
        raw_sha256=draft.raw_sha256,
    )


def address(words: str) -> str:
    """A web address that RDF takes as an IRI: characters that have no place in one are percent-encoded.

    Raises `ValueError` for what is no http(s) address.

    >>> address("https://example.org/a b")
    'https://example.org/a%20b'
    """
    stripped = words.strip()
    try:
        parts = urlsplit(stripped)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme.lower() not in ("http", "https") or _UNSAFE.search(parts.netloc):
        raise ValueError(f"{words!r} is no web address: write it with http:// or https://")
    head, netloc, rest = stripped.partition(parts.netloc)
    before, mark, fragment = rest.partition("#")
    return head + netloc + _escaped(before) + mark + _escaped(fragment).replace("#", "%23")


def _escaped(words: str) -> str:
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), words)


def _first(name: str, layers: Mapping[str, Fields]) -> object:
    return next((value for layer in layers.values() if (value := getattr(layer, name))), getattr(Fields(), name))


def _valid(
    name: str, layers: Mapping[str, Fields], check: Callable[[str], str], place: str, options: ReadOptions
) -> str | None:
    """A field from the first layer where it passes its check; what failed before it is told.

    Where a date failed and none passed, that is an error of the article; a link that is none is left out.
    """
    failed: list[str] = []
    for layer, values in layers.items():
        value = getattr(values, name)
        if value is None:
            continue
        try:
            checked = check(value)
        except ValueError as problem:
            failed.append(f"{name} in {layer}: {problem}")
            continue
        for message in failed:
            options.notify(place, f"{message}; {checked} is used")
        return checked
    if failed and name == "date":
        raise ArticleError(place, f"{failed[0]}; or give the date with --date")
    for message in failed:
        options.notify(place, f"{message}; it is left out")
    return None


def _tell_unused(stated: Fields, given: Fields, options: ReadOptions, place: str) -> None:
    for name in _NAMES:
        own, other = getattr(stated, name), getattr(given, name)
        if own and other and own != other and name not in ("date", "url"):
            words = "; ".join(own) if isinstance(own, tuple) else own
            options.notify(place, f"the file states its own {name} ({words}), which is kept")


def _check_text(text: str, place: str) -> None:
    """Raises `ArticleError` for a text without words, or with characters that no store can hold."""
    if not text.strip():
        raise ArticleError(place, "its text is empty: put the article's words in it, or leave it out")
    if not any(character.isalpha() for character in text):
        raise ArticleError(place, "there are no words in it: put the article's words in it, or leave it out")
    _check_characters(text, place, "its text")


def _check_strings(source: str, chosen: Fields, place: str) -> None:
    named = {"its source": source, **{f"its {name}": getattr(chosen, name) for name in _NAMES}}
    for name, value in named.items():
        for words in value if isinstance(value, tuple) else (value or "",):
            _check_characters(words, place.encode("utf-8", "backslashreplace").decode(), name)


def _check_characters(words: str, place: str, name: str) -> None:
    if "\x00" in words:
        raise ArticleError(place, f"{name} holds a zero character (U+0000): take it out")
    try:
        words.encode("utf-8")
    except UnicodeEncodeError as problem:
        code = ord(words[problem.start])
        raise ArticleError(
            place, f"{name} holds half of a character (U+{code:04X} at {problem.start:,}): write the whole character"
        ) from None
