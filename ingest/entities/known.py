"""Names that are known beforehand, found in a text by their words."""

from __future__ import annotations

from functools import cache

from ingest.entities.name_forms import Key, form_of
from ingest.lexicon.gazetteer import DOCUMENTS, ORGANISATIONS, PLACES
from ingest.words import Words
from kg.model import EntityType


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], EntityType, str]]]:
    """The known names by their first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], EntityType, str]]] = {}
    kinds: tuple[tuple[dict[str, str], EntityType], ...] = (
        (PLACES, "place"),
        (ORGANISATIONS, "organisation"),
        (DOCUMENTS, "document"),
    )
    for names, kind in kinds:
        for form, name in names.items():
            bare = form if form.count(".") > 1 else form.removesuffix(".")
            parts = tuple(bare.replace("St. ", "St ").replace(", ", " ").split())
            table.setdefault(parts[0], []).append((parts, kind, name))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


@cache
def _canonical() -> dict[Key, str]:
    """The names that stand for all forms of the known ones, by their keys."""
    return {
        (kind, *form_of(name)): name
        for rows in _table().values()
        for parts, kind, name in rows
        if not name.endswith(" State")
    }


def canonical(key: Key) -> str | None:
    """The name that stands for all forms of a known one; none where the key is no known name's."""
    return _canonical().get(key)


def known_at(words: Words, index: int, end: int) -> tuple[int, EntityType, str] | None:
    """The longest known name that begins at ``index`` and ends by ``end``: its last word, type and full name."""
    for parts, kind, name in _table().get(words.words[index], ()):
        last = index + len(parts) - 1
        if last <= end and all(words.words[index + step] == part for step, part in enumerate(parts)):
            return last, kind, name
    return None
