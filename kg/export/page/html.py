"""One HTML file that shows a store, with the exact words behind everything.

The file needs nothing else and asks nobody: a Content-Security-Policy allows its own script and style by hash and no
request at all; only the page that a server gives may ask that server for more. Text from articles travels as JSON in a
data block and enters the page as text, never as markup.
"""

from __future__ import annotations

from pathlib import Path

from kg.export.options import Graph, Options
from kg.export.page.payload import Json, payload, wording
from kg.export.page.safe import json_for_script, policy
from kg.export.strings import LANGUAGE, STRINGS

TEMPLATES = Path(__file__).parent / "templates"
SECTIONS = (
    "data", "dom", "state", "facets", "clipboard", "cite", "evidence", "roles", "panel", "pens", "paint", "network",
    "grow", "chain", "list", "timeline", "profile", "article", "search", "save", "theme", "main",
)  # fmt: skip
"""The parts of the page's script, in order."""


def write_html(graph: Graph, path: Path, options: Options) -> None:
    """Write the page."""
    path.write_bytes(page(graph, options))


def page(graph: Graph, options: Options | None = None, *, server: str | None = None) -> bytes:
    """The page as UTF-8, the same bytes for the same store; ``server`` is the path where it can ask for more."""
    return render(payload(graph, options or Options()), server=server)


def render(data: Json, *, server: str | None = None) -> bytes:
    """The page that shows a payload, and more that has its shape where there is a ``server`` to ask."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    style = (TEMPLATES / "page.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    html = environment.get_template("page.html").render(
        language=LANGUAGE,
        title=data["title"],
        policy=policy(scripts=[script()], styles=[style], server=server is not None),
        server=server,
        style=Markup(style),
        script=Markup(script()),
        data=Markup(json_for_script(data)),
        wording=Markup(json_for_script(wording())),
        s=STRINGS,
    )
    # A lone surrogate has no UTF-8; as a backslash escape it is what JSON calls it.
    return html.encode("utf-8", "backslashreplace")


def script() -> str:
    """The page's own script: its sections in one function, so that nothing leaks into the page."""
    sections = ((TEMPLATES / "js" / f"{name}.js").read_text(encoding="utf-8") for name in SECTIONS)
    return "(function () {\n" + '"use strict";\n' + "\n".join(sections) + "\n})();\n"
