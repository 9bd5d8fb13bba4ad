"""Rows on standard output: a table that fits the terminal, CSV, JSON or JSON lines."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDTH = 120
"""Columns of a table that does not go to a terminal."""
LONGEST_ID = 40
READABLE = 16
GAP = 3
"""Characters: an id that is not broken; the narrowest column of text; what stands between two columns."""

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


def flat(record: Any) -> dict[str, Any]:
    """A record as one row: references by label, lists joined."""
    return {name: _joined(value) for name, value in plain(record).items()}


def _joined(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("label") or value.get("text") or ", ".join(str(v) for v in value.values() if v)
    if isinstance(value, list):
        return "; ".join(str(_joined(item)) for item in value)
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
    """A rich console as wide as the terminal; as ``COLUMNS`` says, or `WIDTH`, where the output goes elsewhere."""
    from rich.console import Console

    out = Console(stderr=err, highlight=False, soft_wrap=False)
    if out.is_terminal:
        return out
    columns = os.environ.get("COLUMNS", "")
    return Console(stderr=err, highlight=False, width=int(columns) if columns.isdigit() and int(columns) else WIDTH)


def print_table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A table as wide as the terminal; where its columns do not fit side by side, a block for each row.

    Nothing is ever cut off: long text is wrapped, and gets the room that ids and numbers leave.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    names = [name.replace("_", " ") for name in columns]
    cells = [["" if value is None else printable(str(value)) for value in row] for row in rows]
    layout = [_Column.of(name, [row[i] for row in cells]) for i, name in enumerate(names)]
    out = console()
    if sum(column.least for column in layout) + GAP * (len(layout) - 1) > out.width:
        for row in cells:
            out.print(_block(names, row))
        return
    table = Table(box=box.SIMPLE_HEAD, expand=False, pad_edge=False)
    for column in layout:
        justify: Literal["right", "left"] = "right" if column.is_number else "left"
        table.add_column(column.name, overflow="fold", no_wrap=column.is_id, min_width=column.least, justify=justify)
    for row in cells:
        table.add_row(*map(Text, row))
    out.print(table)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column's needs: ``least`` is the width under which it is no good to read."""

    name: str
    least: int
    is_id: bool
    is_number: bool

    @classmethod
    def of(cls, name: str, values: Sequence[str]) -> _Column:
        widest = max([len(name.split(" ")[0]), *map(len, values)])
        is_id = widest <= LONGEST_ID and all(re.fullmatch(r"\w+:\S+|[\d.:-]*", value) for value in values)
        least = widest if is_id else min(widest, READABLE)
        return cls(name, least, is_id, bool(values) and all(_is_number(value or "0") for value in values))


def _block(names: Sequence[str], row: Sequence[str]) -> Table:
    """One row of a table that is too wide: a line for each cell that holds something."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True, min_width=max(map(len, names)))
    grid.add_column(overflow="fold")
    for name, value in zip(names, row, strict=True):
        if value:
            grid.add_row(name, Text(value))
    grid.add_row("", "")
    return grid


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> counted(1, "row"), counted(2, "row"), counted(0, "entity", "entities")
    ('1 row', '2 rows', '0 entities')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


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
