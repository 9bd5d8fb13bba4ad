"""A store as files for people and other tools: the page, tables, graph formats, RDF."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError, UsageError
from kg.export.graphs import write_gexf, write_graphml
from kg.export.options import Exporter, Graph, Options
from kg.export.page import write_html
from kg.export.rdf import write_jsonld, write_nquads, write_trig, write_turtle
from kg.export.tables import write_csv

__all__ = ["EXPORTS", "Exporter", "Graph", "Options", "write"]

EXPORTS: dict[str, Exporter] = {
    ".html": write_html,
    ".csv": write_csv,
    ".graphml": write_graphml,
    ".gexf": write_gexf,
    ".ttl": write_turtle,
    ".trig": write_trig,
    ".nq": write_nquads,
    ".jsonld": write_jsonld,
}
"""The formats, by the suffix of the file."""


def write(graph: Graph, path: str | Path, options: Options | None = None) -> Path:
    """The path of the file written, in the format its suffix names; whole or not at all.

    Raises `UsageError` for a suffix that no exporter has, `KgError` where the file cannot be written.
    """
    target = Path(path)
    exporter = EXPORTS.get(target.suffix.lower())
    if exporter is None:
        kind = f"for {target.suffix}" if target.suffix else "without a suffix"
        raise UsageError(f"{path}: no export {kind}; use one of {', '.join(EXPORTS)}")
    target = target.resolve()
    if not target.parent.is_dir():
        raise KgError(f"{path}: the folder {target.parent} does not exist; create it first: mkdir -p {target.parent}")
    if target.is_dir():
        raise KgError(f"{path} is a folder; name a file to write")
    if target.exists() and not target.is_file():
        raise KgError(f"{path} is no file but a device or the like, which writing would replace; name a file")
    # A file of our own beside the target: replacing it is atomic, and it gets the permissions a new file gets.
    draft = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
    try:
        exporter(graph, draft, options or Options())
        os.replace(draft, target)
    except OSError as problem:
        raise KgError(
            f"{path} cannot be written: {problem.strerror or problem}; nothing was changed there"
        ) from problem
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return target
