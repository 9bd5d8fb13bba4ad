"""JSON lines: one article an object, one object a line, read as they come."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.formats.decode import BINARY, BOMS, UndecodableError, decode, too_large
from ingest.formats.fields import Draft, fields, fingerprint, plain
from ingest.formats.options import Raw
from kg.errors import ArticleError

TEXT_FIELDS = ("text", "body", "content")
"""Where an object's text is looked for, in this order."""


def read(raw: Raw) -> Iterator[Draft | ArticleError]:
    """The articles of a file, and an error that names the line for each line that holds none."""
    some = False
    for number, line in _lines(raw):
        some = True
        place = f"{raw.source}#{number}"
        if line is None:
            yield ArticleError(place, too_large(raw.max_bytes))
            continue
        try:
            yield _draft(line, place, raw)
        except ArticleError as problem:
            yield problem
    if not some:
        yield ArticleError(raw.source, "is empty: put one JSON object with a `text` a line in it, or leave it out")


def _lines(raw: Raw) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank, with its number from one, without its end; none for a line over the limit."""
    number = 0
    while line := raw.stream.readline(raw.max_bytes + 2):
        number += 1
        if len(line.rstrip(b"\r\n")) > raw.max_bytes:
            while line and not line.endswith(b"\n"):
                line = raw.stream.readline(1 << 20)
            yield number, None
            continue
        if number == 1:
            _check_beginning(line, raw.source)
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def _check_beginning(line: bytes, source: str) -> None:
    if any(line.startswith(mark) for mark, name in BOMS if name != "utf-8"):
        raise ArticleError(source, "is in UTF-16 or UTF-32, which has no JSON lines: save it as UTF-8")
    if b"\x00" in line:
        raise ArticleError(source, BINARY)


def _draft(line: bytes, place: str, raw: Raw) -> Draft:
    values = _object(line, place, raw)
    name = next((name for name in TEXT_FIELDS if values.get(name) is not None), None)
    if name is None:
        raise ArticleError(place, "the object has no text: put the article's words in a field `text`")
    text = values[name]
    if not isinstance(text, str):
        raise ArticleError(place, f"its `{name}` is no string: put the article's words there, in quotation marks")
    stated = fields(values)
    source = plain(values.get("id")) or stated.url or place
    if stated.url is None and source.startswith(("http://", "https://")):
        stated = replace(stated, url=source)
    return Draft(source, text, stated, fingerprint(line), line=place)


def _object(line: bytes, place: str, raw: Raw) -> Mapping[str, object]:
    try:
        decoded = decode(line)
        values = json.loads(decoded.text)
    except UndecodableError as problem:
        raise ArticleError(place, str(problem)) from None
    except json.JSONDecodeError as problem:
        cut = problem.msg.startswith("Unterminated") or problem.pos >= len(decoded.text)
        what = "the line is cut off" if cut else f"invalid JSON at column {problem.colno} ({problem.msg})"
        raise ArticleError(place, f"{what}: write one whole JSON object a line") from None
    except (RecursionError, ValueError):
        raise ArticleError(place, "invalid JSON (nested too deep, or a number too long): mend the line") from None
    if not isinstance(values, Mapping):
        raise ArticleError(place, 'the line is no JSON object: write {"text": "…"} with the article\'s words')
    if decoded.note:
        raw.notify(place, decoded.note)
    return values
