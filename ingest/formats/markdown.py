"""Markdown, as written, with YAML front matter as its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ingest.formats.decode import read_text
from ingest.formats.fields import Draft, Fields, fields, fingerprint
from ingest.formats.options import Raw
from ingest.formats.titles import with_title
from kg.errors import ArticleError

LONGEST_FRONT_MATTER = 100_000
"""Characters; nobody writes more, and YAML is slow to read."""

_FENCE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r|\Z)", re.M)
_NAMED = re.compile(r"\s*[A-Za-z][\w -]*:(?:\s|$)")
_BLANK = re.compile(r"(?:[ \t]*\r?\n)*")


def read(raw: Raw) -> Iterator[Draft]:
    """The one article of a Markdown file: front matter apart, the body as it stands, the title before it if need be."""
    text, data = read_text(raw)
    front, body = split(text, raw.source)
    stated = _stated(front, raw.source) if front is not None else Fields()
    stated = replace(stated, url=stated.url or raw.url)
    yield Draft(raw.source, with_title(stated.title, body), stated, fingerprint(data))


def split(text: str, source: str) -> tuple[str | None, str]:
    """Front matter (none where there is none) and body; blank lines between the two belong to neither.

    Raises `ArticleError` where front matter is opened and never closed.
    """
    opening = _FENCE.match(text)
    if not opening:
        return None, text
    closing = _CLOSE.search(text, opening.end(), opening.end() + LONGEST_FRONT_MATTER)
    if not closing:
        if not _NAMED.match(text, opening.end()):
            return None, text
        raise ArticleError(source, "its front matter is not closed: put a line --- after it")
    start = _BLANK.match(text, closing.end())
    return text[opening.end() : closing.start()], text[start.end() if start else closing.end() :]


def _stated(front: str, source: str) -> Fields:
    import yaml

    try:
        # The base loader keeps every scalar as written: `date: 2025-13-01`, `title: 1.50` and `title: No` stay words.
        values = yaml.load(front, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 2 if problem.problem_mark else 1
        raise _invalid(source, f"line {line}: {problem.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as problem:
        raise _invalid(source, str(problem).splitlines()[0] if str(problem) else "too deep") from None
    if values is None or values == "":
        return Fields()
    if not isinstance(values, Mapping):
        raise _invalid(source, "it is no list of names and values")
    return fields(values)


def _invalid(source: str, problem: str) -> ArticleError:
    return ArticleError(
        source,
        f"its front matter is invalid ({problem}): write one `name: value` a line, in quotation marks "
        "where the value holds a colon; a file that only begins with a rule needs a blank line before it",
    )
