"""Names that are known beforehand, found in a text by their words."""

from __future__ import annotations

from functools import cache

from ingest.entities.name_forms import Key, form_of
from ingest.lexicon.gazetteer import DOCUMENTS, ORGANISATIONS, PLACES, STATES
from ingest.words import Words
from kg.model import EntityType

_BEFORE_STATES = (", ", "-", "‑", " (", "(")


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
    end = min(end, len(words) - 1)
    if (shouted := _in_capitals(words, index, end)) is not None:
        return shouted
    for parts, kind, name in _table().get(words.words[index], ()):
        last = index + len(parts) - 1
        if last <= end and all(words.words[index + step] == part for step, part in enumerate(parts)):
            if last == index and parts[0] in _shortened() and words.before(index) not in _BEFORE_STATES:
                continue  # "Miss Universe", "Del. Lunn"
            if kind == "organisation" and name != " ".join(parts) and _is_of_a_place(words, last):
                continue  # "the Chamber of Commerce of Lisbon" is not the one that is known by that alone
            return last, kind, name
    return None


def _is_of_a_place(words: Words, last: int) -> bool:
    """Whether "of" and another name follow what is short for a known name."""
    is_of = last + 2 < len(words) and words.lows[last + 1] == "of" and all(words.joined[last + 1 : last + 3])
    return is_of and words.words[last + 2][0].isupper()


@cache
def _shortened() -> frozenset[str]:
    """The states' names that end in a full stop, without it: other words too, but behind a town or a party."""
    return frozenset(form[:-1] for form in STATES if form.endswith(".") and form.count(".") == 1)


def _in_capitals(words: Words, index: int, end: int) -> tuple[int, EntityType, str] | None:
    """The known name of several words, all in capitals, that begins here ("USA TODAY")."""
    if index >= end or not (words.words[index].isupper() and words.words[index + 1].isupper()):
        return None
    for parts, kind, name in _in_small_letters().get(words.lows[index], ()):
        last = index + len(parts) - 1
        if last <= end and tuple(words.lows[index : last + 1]) == parts:
            return (last, kind, name) if all(map(str.isupper, words.words[index : last + 1])) else None
    return None


@cache
def _in_small_letters() -> dict[str, list[tuple[tuple[str, ...], EntityType, str]]]:
    """The known names of several words in small letters, by their first word."""
    table: dict[str, list[tuple[tuple[str, ...], EntityType, str]]] = {}
    for parts, kind, name in (row for rows in _table().values() for row in rows if len(row[0]) > 1):
        lows = tuple(part.lower() for part in parts)
        table.setdefault(lows[0], []).append((lows, kind, name))
    return table
