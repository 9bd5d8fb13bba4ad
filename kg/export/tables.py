"""The claims as a table: one row a claim."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path

from kg.export.options import Graph, Options
from kg.model import ArticleRecord, ClaimRecord, Reference

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

_Row = tuple[ClaimRecord, ArticleRecord | None]

COLUMNS: dict[str, Callable[[_Row], str | int | float | None]] = {
    "id": lambda row: row[0].id,
    "date": lambda row: row[0].date,
    "speaker": lambda row: row[0].speaker.label if row[0].speaker else None,
    "cue": lambda row: row[0].cue,
    "text": lambda row: row[0].text,
    "mode": lambda row: row[0].mode,
    "type": lambda row: row[0].type,
    "polarity": lambda row: row[0].polarity,
    "certainty": lambda row: row[0].certainty,
    "about": lambda row: _labels(row[0].about),
    "cites": lambda row: _labels(row[0].cites),
    "publisher": lambda row: row[0].publisher or (row[1].publisher if row[1] else None),
    "title": lambda row: row[0].title or (row[1].title if row[1] else None),
    "authors": lambda row: "; ".join(row[1].authors) if row[1] else None,
    "url": lambda row: row[1].url if row[1] else None,
    "source": lambda row: row[0].source,
    "start": lambda row: row[0].start,
    "end": lambda row: row[0].end,
    "parts": lambda row: " ".join(f"{start}-{end}" for start, end in row[0].parts or ()),
    "embedded_in": lambda row: row[0].embedded_in,
    "speaker_id": lambda row: row[0].speaker.id if row[0].speaker else None,
    "article": lambda row: row[0].article,
    "score": lambda row: row[0].score,
    "status": lambda row: row[0].status,
}
"""The columns in their order, with where each value comes from."""


def write_csv(graph: Graph, path: Path, options: Options) -> None:
    """Write one row a claim: RFC 4180, UTF-8 without a byte-order mark, a header row.

    Text that a spreadsheet would run as a formula gets an apostrophe in front (`safe_cell`); numbers stay as they
    are. ``start`` and ``end`` still give the exact words in the article.
    """
    if options.focus:
        read = graph.around(options.focus, hops=options.hops, enough=sys.maxsize, rejected=options.rejected).records
    else:
        read = graph.records(rejected=options.rejected)
    articles = {article.id: article for article in read.articles}
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        # With CRLF between rows, a line feed or a carriage return within a cell gets quoted.
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for claim in read.claims:
            row = (claim, articles.get(claim.article))
            writer.writerow([safe_cell(value(row)) for value in COLUMNS.values()])


def safe_cell(value: str | int | float | None) -> str | int | float:
    """A cell that no spreadsheet runs as a formula and every reader of CSV takes.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell(None)
    ("'=1+1", -3, '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _labels(references: tuple[Reference, ...]) -> str:
    return "; ".join(reference.label for reference in references)
