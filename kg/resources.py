"""The files that come with the package: the ontology and the canned queries."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path


@cache
def folder() -> Path:
    """The folder that holds ``ontology.ttl`` and ``queries/``: in a wheel ``kg/_data``, in a checkout its top level."""
    packaged = Path(__file__).parent / "_data"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent


def ontology_path() -> Path:
    """The ontology's Turtle file."""
    return folder() / "ontology.ttl"


def query_paths() -> tuple[Path, ...]:
    """The canned queries' files, sorted by name."""
    return tuple(sorted((folder() / "queries").glob("*.rq")))


@cache
def query_text(name: str) -> str:
    """The text of a canned query, ``queries/<name>.rq``."""
    return (folder() / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def query_about(name: str, variable: str, iris: Iterable[str]) -> str:
    """The text of a canned query with some things as the values of a variable, ready to be run anywhere."""
    values = " ".join(f"<{iri}>" for iri in iris)
    return query_text(name).replace("WHERE {", f"WHERE {{\n  VALUES ?{variable} {{ {values} }}", 1)
