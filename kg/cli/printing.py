"""Rows on standard output: a table that fits the terminal, CSV, JSON or JSON lines."""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 120
"""Columns of a table that does not go to a terminal."""
LONGEST_ID = 40
MIDDLING = 22
"""Characters: an id that is not broken; a column beside the longest one."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

store_option: Decorator = click.option(
    "--store",
    "where",
    envvar="KG_STORE",
    default="kg-store",
    show_default=True,
    metavar="WHERE",
    help="The store: a folder. Also from the environment variable KG_STORE.",
)


def format_option(*formats: str) -> Decorator:
    """The option ``--format``; the first one is the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True, help="How to print."
    )


def printable(text: str, *, keep_lines: bool = False) -> str:
    r"""Text without what a terminal would obey: control characters and marks that turn the direction of writing.

    >>> printable("red \x1b[31m text")
    'red [31m text'
    """
    kept = "\n" if keep_lines else ""
    flat = text if keep_lines else " ".join(text.split())
    return "".join(c for c in flat if c in kept or unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c == "\u200d")


def plain(value: Any) -> Any:
    """A record as JSON values: dataclasses become objects, tuples lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def print_json_lines(records: Iterable[Any]) -> None:
    """One JSON object a line."""
    for record in records:
        click.echo(json.dumps(plain(record), ensure_ascii=False))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Rows as CSV (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    from kg.export.tables import safe_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(value) for value in row] for row in rows)


def _is_number(value: str) -> bool:
    try:
        float(value)
    except ValueError:
        return False
    return True


def console(*, err: bool = False) -> Console:
    """A rich console as wide as the terminal; `WIDTH` where the output goes elsewhere."""
    from rich.console import Console

    out = Console(stderr=err, highlight=False, soft_wrap=False)
    if not out.is_terminal:
        out = Console(stderr=err, highlight=False, width=WIDTH)
    return out


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table that fits the terminal: the longest text gets the room, ids and numbers are not broken where they fit."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    cells = [["" if value is None else printable(str(value)) for value in row] for row in rows]
    widths = [max([len(name), *(len(row[i]) for row in cells)]) for i, name in enumerate(columns)]
    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    for i, name in enumerate(columns):
        one_word = all(" " not in row[i] for row in cells)
        longest = widths[i] == max(widths)
        table.add_column(
            name.replace("_", " "),
            overflow="fold",
            no_wrap=one_word and widths[i] <= LONGEST_ID,
            min_width=min(widths[i], MIDDLING if longest else MIDDLING // 2),
            max_width=None if longest or one_word else MIDDLING,
            justify="right" if cells and all(_is_number(row[i] or "0") for row in cells) else "left",
        )
    for row in cells:
        table.add_row(*map(Text, row))
    console().print(table)


def listing(
    form: str, records: Iterator[Any], columns: Sequence[str], row: Any, *, empty: str, flat: Any = None
) -> None:
    """Prints records in the form asked for; ``row`` gives a table's cells, ``flat`` a mapping for CSV."""
    if form == "jsonl":
        print_json_lines(records)
    elif form == "csv":
        mappings = (flat(record) for record in records)
        first = next(mappings, None)
        if first is not None:
            print_csv(list(first), (list(m.values()) for m in _chain(first, mappings)))
    else:
        rows = [row(record) for record in records]
        if rows:
            print_table(columns, rows)
            click.echo(f"{len(rows)} in all", err=True)
        else:
            click.echo(empty, err=True)


def _chain(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest
