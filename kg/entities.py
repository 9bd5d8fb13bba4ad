"""The graph of entities in memory: labels, aliases, types, and finding one by what people call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kg.errors import NotFoundError
from kg.iris import fold
from kg.model import EntityRecord, Reference
from kg.ontology import notation, term
from kg.store import Store, value

LABEL, ALIAS = term("skos:prefLabel").value, term("skos:altLabel").value
A = term("rdf:type").value
SAME_AS, REPLACED_BY = term("owl:sameAs").value, term("dcterms:isReplacedBy").value
UNNAMED, GROUP = term("kg:Unnamed").value, term("kg:Group").value


class Entities:
    """The graph of entities in memory: labels, aliases, types."""

    def __init__(self, store: Store) -> None:
        self._iris = store.iris
        self._found: dict[str, EntityRecord] = {}
        self._replaced: dict[str, str] = {}
        rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for quad in store.graph(store.iris.entities):
            rows[value(quad.subject)][value(quad.predicate)].append(value(quad.object))
        for iri, values in sorted(rows.items()):
            if REPLACED_BY in values:
                self._replaced[iri] = values[REPLACED_BY][0]
                continue
            kinds = [kind for kind in values[A] if kind not in (UNNAMED, GROUP)]
            self._found[iri] = EntityRecord(
                id=iri,
                label=(values[LABEL] or [iri])[0],
                type=notation((kinds or [""])[0]),
                aliases=tuple(sorted(values[ALIAS])),
                named=UNNAMED not in values[A],
                group=GROUP in values[A],
                same_as=tuple(sorted(values[SAME_AS])),
            )

    def __iter__(self) -> Iterator[EntityRecord]:
        return iter(self._found.values())

    def get(self, iri: str) -> EntityRecord | None:
        """The entity of that IRI."""
        return self._found.get(iri)

    def reference(self, iri: str) -> Reference:
        """An entity as other records point to it."""
        record = self.get(iri)
        return Reference(iri, record.label, record.type) if record else Reference(iri, self._iris.compact(iri), "")

    def find(self, text: str) -> EntityRecord:
        """The one entity that an IRI, a short id or a name means; errors as those of the function `find`.

        An id that went into another's leads to that.
        """
        iri = self._iris.expand(text) or text
        return self._found.get(self._replaced.get(iri, iri)) or find(self, text)

    def current(self, iri: str) -> str:
        """The id of the entity that an id leads to."""
        return self._replaced.get(iri, iri)


def find(entities: Iterable[EntityRecord], text: str) -> EntityRecord:
    """The one entity that an IRI, a short id (``person:mara-ellison``) or a name means.

    Raises:
        NotFoundError: none or several bear the name; the message lists the nearest.
    """
    known = list(entities)
    if by_id := [e for e in known if ":" in text and (e.id == text or _short(e) == text)]:
        return by_id[0]
    wanted = fold(text)
    if not wanted:
        raise NotFoundError("an empty name means nobody: give a name or an id. See: kg entities")
    found = [e for e in known if wanted in map(fold, (e.label, *e.aliases))]
    found = [e for e in found if e.named] or found
    if " " in wanted:  # a full name is rather that of whom it labels than of whom some article called so
        found = [e for e in found if fold(e.label) == wanted] or found
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(map(_short, found[:8]))
        raise NotFoundError(f"{text}: {len(found)} entities bear that name; name one by its id: {ids}")
    raise NotFoundError(f"{text}: no entity of that name. {_nearest(wanted, known)}")


def _short(entity: EntityRecord) -> str:
    """An entity's id as tables show it, whatever the base of the store."""
    key = entity.id.rpartition("/")[2].rpartition(":")[2]
    return f"{entity.type}:{key}"


def _nearest(wanted: str, entities: Iterable[EntityRecord]) -> str:
    by_name = {fold(e.label): e for e in entities if e.named}
    words = [name for name in by_name if set(wanted.split()) & set(name.split())]
    near = dict.fromkeys([*get_close_matches(wanted, by_name, n=3, cutoff=0.7), *sorted(words, key=len)][:4])
    if not near:
        return "See: kg entities"
    return "Nearest: " + ", ".join(f"{by_name[name].label} ({_short(by_name[name])})" for name in near)
