"""The page with the editor for queries."""

from __future__ import annotations

import re

import pyoxigraph as ox

from kg.query import Canned, Parameter, canned
from kg.web.library import Library
from kg.web.pages.visit import Page, Visit
from kg.web.security import EDITOR_POLICY
from kg.web.strings import STRINGS


def query(library: Library, visit: Visit) -> Page:
    """The editor, with the query of ``query=`` in it, and the queries that come with the package."""
    return Page(
        "query.html",
        STRINGS["query"],
        {
            "examples": [(example, editable(example)) for example in canned().values()],
            "prefixes": library.store.prefixes(),
            "base": library.store.iris.base,
            "query": visit.parameter("query"),
        },
        headers=(("Content-Security-Policy", EDITOR_POLICY),),
    )


def editable(query: Canned) -> str:
    """The text of a canned query with its parameters to fill in: as it stands it answers for all that there is."""
    lines = "".join(f"\n{_to_fill_in(parameter)}" for parameter in query.parameters)
    text = re.sub("^# parameter:.*\n", "", query.text, flags=re.MULTILINE)
    return text.replace("WHERE {", "WHERE {" + lines, 1)


def _to_fill_in(parameter: Parameter) -> str:
    """A line that binds a parameter to what means all, or shows how it would be bound."""
    is_id = parameter.kind in ("entity", "claim")
    id = "claim:…" if parameter.kind == "claim" else "person:…"
    about = f"{parameter.about.partition(':')[0]}: {STRINGS['an_id']} {id}" if is_id else parameter.about
    if is_id and parameter.default is None:
        return f"  # VALUES ?{parameter.name} {{ {id} }}  # {about}"
    return f"  VALUES ?{parameter.name} {{ {ox.Literal(parameter.default or '')} }}  # {about}; {STRINGS['for_all']}"
