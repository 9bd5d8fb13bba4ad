"""The authority list: names, aliases and outside ids that a newsroom has settled, from CSV or SKOS.

The list is kept in a graph of its own and is obeyed at every later ingestion; what a person decides goes before it.
"""

from __future__ import annotations

import csv
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat
from pyoxigraph import Store as Oxigraph

from kg.errors import KgError, UsageError
from kg.iris import Iris
from kg.link.names import key_of, plain
from kg.model import ENTITY_TYPES
from kg.ontology import concept, notation, prefixes, term
from kg.rulings import Rulings
from kg.store import Store, value

WIKIDATA = "http://www.wikidata.org/entity/"
_WIKIDATA_ID = re.compile(r"Q[1-9]\d*")
LABEL, EXACT_MATCH = term("skos:prefLabel"), NamedNode(prefixes()["skos"] + "exactMatch")
COLUMNS = ("name", "type", "aliases", "wikidata", "same_as", "id")
TYPES = {
    **{kind: kind for kind in ENTITY_TYPES},
    "organization": "organisation",
    "creativework": "document",
    "agent": "person",
}
"""A type as lists write it → ours."""
MOST_TOLD = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, organisation or other thing of a list; ``where`` is its place there, for messages."""

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    where: str = ""

    def key(self, iris: Iris) -> str:
        """The key that its name leads to, which is the id of its entity."""
        return self.key_of(self.name, iris)

    def key_of(self, name: str, iris: Iris) -> str:
        """The key that one of its names leads to."""
        return iris.mint(self.type, key_of(self.type, name)).value

    def quads(self, iris: Iris) -> list[Quad]:
        """The entry as it stands in the graph of the authority list."""
        node = iris.mint("authority", f"{self.type}-{key_of(self.type, self.name)}")
        values: list[tuple[str, NamedNode | Literal]] = [
            ("rdf:type", term("kg:AuthorityEntry")),
            ("kg:entityType", concept(self.type)),
            ("skos:prefLabel", Literal(self.name)),
            *(("skos:altLabel", Literal(alias)) for alias in self.aliases),
            *(("owl:sameAs", NamedNode(same)) for same in self.ids),
        ]
        return [Quad(node, term(name), found, iris.authority) for name, found in values]


@dataclass(slots=True)
class AuthorityList:
    """The list of a store by key. ``unused`` tells of aliases that two entries claim."""

    entries: dict[str, Entry] = field(default_factory=dict)
    _joined: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unused: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Iterable[Entry], iris: Iris) -> AuthorityList:
        """The list of some entries; an alias that two of them claim, or that is another's name, leads to neither."""
        found = cls({entry.key(iris): entry for entry in entries})
        claimed: dict[str, dict[str, str]] = defaultdict(dict)
        for key, entry in sorted(found.entries.items()):
            for alias in entry.aliases:
                claimed[entry.key_of(alias, iris)][key] = alias
        for alias_key, by in sorted(claimed.items()):
            owners = {*by, alias_key} if alias_key in found.entries else set(by)
            if len(owners) == 1:
                (key,) = owners
                if key != alias_key:
                    found._joined[key].append(alias_key)
                    found._joined[alias_key].append(key)
            else:
                names = " and ".join(found.entries[key].name for key in sorted(owners))
                found.unused.append(f"“{next(iter(by.values()))}” is claimed by {names}, and not used")
        return found

    @classmethod
    def in_force(cls, store: Store, rulings: Rulings) -> AuthorityList:
        """The list that a store obeys: the one that it keeps, or an empty one where somebody dropped that."""
        return cls() if rulings.dropped else cls.read(store)

    @classmethod
    def read(cls, store: Store) -> AuthorityList:
        """The list that a store keeps."""
        rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.graph(store.iris.authority):
            rows[value(quad.subject)][value(quad.predicate)].append(value(quad.object))
        entries = []
        for _, row in sorted(rows.items()):
            (kind,), (name,) = row[term("kg:entityType").value], row[term("skos:prefLabel").value]
            aliases, ids = row[term("skos:altLabel").value], row[term("owl:sameAs").value]
            entries.append(Entry(notation(kind), name, tuple(sorted(aliases)), tuple(sorted(ids))))
        return cls.of(entries, store.iris)

    @property
    def keys(self) -> set[str]:
        """Every key that the list has something to say about."""
        return {*self.entries, *self._joined}

    def neighbours(self, key: str) -> list[str]:
        """The keys that the list joins to a key."""
        return self._joined.get(key, [])


def from_files(paths: Iterable[str | os.PathLike[str]]) -> list[Entry]:
    """The entries of CSV files (columns `COLUMNS`, aliases and ids separated by ``;``) and SKOS files together.

    Raises:
        KgError: a file cannot be read, or lines of it are wrong; the message names them.
    """
    problems: list[str] = []
    first: dict[tuple[str, str], Entry] = {}
    bearers: dict[str, Entry] = {}
    for path in map(Path, paths):
        try:
            found = list(_from_csv(path) if path.suffix.lower() in (".csv", ".tsv") else _from_skos(path))
        except UnicodeDecodeError:
            raise KgError(f"{path}: cannot be read: it is not text in UTF-8; save it as UTF-8") from None
        except (OSError, csv.Error) as error:
            raise KgError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None
        for entry in found:
            if isinstance(entry, str):
                problems.append(f"{path}: {entry}")
                continue
            entry = replace(entry, where=f"{path}: {entry.where}")
            other = first.setdefault((entry.type, key_of(entry.type, entry.name)), entry)
            if other is not entry:
                problems.append(f"{entry.where}: {entry.name} is in the list already: {other.where}")
            for iri in entry.ids:
                bearer = bearers.setdefault(iri, entry)
                if bearer is not entry and bearer.name != entry.name:
                    problems.append(f"{entry.where}: {iri} is the id of {bearer.name} already: {bearer.where}")
        if not found:
            problems.append(f"{path}: there is nothing in this list")
    if problems:
        more = [f"and {len(problems) - MOST_TOLD} more"] if len(problems) > MOST_TOLD else []
        raise KgError("\n".join([*problems[:MOST_TOLD], *more, "Nothing was changed; correct the list."]))
    return list(first.values())


def _from_csv(path: Path) -> Iterator[Entry | str]:
    """The entries of a table, and what is wrong with a line as text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
        columns = {(name or "").strip().casefold().replace(" ", "_"): name for name in rows.fieldnames or ()}
        if not {"name", "type"} <= set(columns):
            yield f"line 1: the columns name and type must be there (of {', '.join(COLUMNS)})"
            return
        for row in rows:
            cells = {name: (row.get(column) or "").strip() for name, column in columns.items()}
            if any(cells.values()):
                yield _entry_of(cells, f"line {rows.line_num}")


def _entry_of(cells: dict[str, str], where: str) -> Entry | str:
    kind = TYPES.get(cells["type"].casefold())
    if not cells["name"]:
        return f"{where}: there is no name"
    if kind is None:
        return f"{where}: {cells['type'] or 'nothing'} is no type; use one of {', '.join(ENTITY_TYPES)}"
    ids = []
    for column in ("wikidata", "same_as", "id"):
        for text in _listed(cells.get(column, "")):
            iri = WIKIDATA + text if _WIKIDATA_ID.fullmatch(text) else text
            if not _is_iri(iri):
                return f"{where}: {text} is neither an IRI (http:, https:, urn:) nor a Wikidata id such as Q298"
            ids.append(iri)
    return _checked(kind, cells["name"], _listed(cells.get("aliases", "")), ids, where)


def _checked(kind: str, name: str, aliases: Iterable[str], ids: Iterable[str], where: str) -> Entry | str:
    """An entry whose names can be read, or what is wrong with them."""
    try:
        name, others = plain(name, "a name"), {plain(alias, "an alias") for alias in aliases}
    except UsageError as problem:
        return f"{where}: {problem}"
    return Entry(kind, name, tuple(sorted(others - {name})), tuple(sorted(set(ids))), where)


def _listed(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";") if item.strip()]


def _is_iri(text: str) -> bool:
    try:
        return text.startswith(("http://", "https://", "urn:")) and bool(NamedNode(text))
    except ValueError:
        return False


def _from_skos(path: Path) -> Iterator[Entry | str]:
    """The entries of a file of RDF: whatever has a skos:prefLabel and a type that is known. Nothing is fetched."""
    form = RdfFormat.from_extension(path.suffix.removeprefix(".").lower())
    if form is None:
        yield "is neither CSV nor RDF; the name must end in .csv, .ttl, .rdf or .jsonld"
        return
    graph = Oxigraph()
    try:
        graph.load(path.read_bytes(), form)
    except (SyntaxError, ValueError) as error:
        if "remote contexts" in str(error):
            yield "its @context stands on the web, and nothing is fetched: write the context into the file"
            return
        yield f"cannot be read as {form.name}: {' '.join(str(error).split())}"
        return

    def objects(node: Any, *properties: NamedNode) -> Iterator[Any]:
        return (quad.object for known in properties for quad in graph.quads_for_pattern(node, known, None, None))

    for node in sorted({quad.subject for quad in graph.quads_for_pattern(None, LABEL, None)}, key=str):
        labels = sorted(objects(node, LABEL), key=_english_first)
        others = {value(label).strip() for label in (*labels, *objects(node, term("skos:altLabel")))}
        kinds = (
            kind.replace("#", "/").rpartition("/")[2] for kind in sorted(map(value, objects(node, term("rdf:type"))))
        )
        found = [TYPES[kind.casefold()] for kind in kinds if kind.casefold() in TYPES]
        same = set(map(value, objects(node, term("owl:sameAs"), EXACT_MATCH)))
        same |= {value(node)} if value(node).startswith(("http://", "https://")) else set()
        name = value(labels[0]).strip()
        if not found:
            yield f"{value(node)}: no type that is known; use one of {', '.join(ENTITY_TYPES)}"
        elif not name:
            yield f"{value(node)}: there is no name"
        else:
            yield _checked(found[0], name, others - {""}, filter(_is_iri, same), value(node))


def _english_first(label: Any) -> tuple[bool, str, str]:
    language = getattr(label, "language", None) or "en"
    return language.partition("-")[0] != "en", language, value(label)
