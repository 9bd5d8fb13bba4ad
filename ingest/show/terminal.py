"""Lines on a terminal or in a file: wrapped, and coloured where that is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ingest.show.pages import Line
from ingest.show.wording import Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.style import Style

STYLES = {
    "title": "bold",
    "dim": "dim",
    "notable": "yellow",
    "claim": "green",
    "embedded": "green",
    "narration": "",
    "speaker": "bold cyan",
    "cue": "italic yellow",
    "figure": "bold magenta",
    "person": "underline",
    "organisation": "underline",
    "place": "underline",
    "policy": "underline",
    "event": "underline",
    "document": "underline",
    "mark": "not underline not italic bold",
}
"""Kind of words → their style in rich's language. Where kinds lie within each other, the inner one's is put on top."""


def put(out: Console, lines: Iterable[Line]) -> None:
    """Prints lines, each wrapped to the console's width behind its indent. Nothing is cut off."""
    from rich.style import Style
    from rich.text import Text

    parsed = {kind: Style.parse(style) for kind, style in STYLES.items()}
    for line in lines:
        text = Text(overflow="fold", end="")
        for words in line.words:
            if words.text:
                text.append(words.text, _style(words, parsed))
        rows = text.wrap(out, max(20, out.width - line.indent)) or [Text()]
        for number, row in enumerate(rows):
            margin = line.margin.ljust(line.indent) if number == 0 else " " * line.indent
            row.rstrip()
            out.print(Text(margin, "dim").append_text(row) if row.plain else "", soft_wrap=True)


def _style(words: Words, styles: dict[str, Style]) -> Style:
    from rich.style import Style

    return Style.combine([Style.null(), *(styles[kind] for kind in words.kind.split())])
