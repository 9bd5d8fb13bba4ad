"""From what articles say to whom they mean: referents resolve to entities, and entities get their labels.

Every resolves-graph and the graph of entities follow from the says-graphs alone; only which version of an article
revises which follows from the order in which they came in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.iris import Iris, fold, slug
from kg.ontology import notation, term
from kg.store import Store, value

A = term("rdf:type")
SOURCE, RAW_HASH, REVISES = term("kg:source"), term("kg:rawHash"), term("prov:wasRevisionOf")
PREF_LABEL, ALT_LABEL = term("skos:prefLabel"), term("skos:altLabel")
ENTITY_TYPE, RESOLVES_TO = term("kg:entityType"), term("kg:resolvesTo")
UNNAMED, GROUP = term("kg:Unnamed"), term("kg:Group")
SUBJECT, OBJECT = term("kg:subjectReferent"), term("kg:objectReferent")
MEMBERSHIP, PREDICATE = term("org:Membership"), term("rdf:predicate")
MEMBERSHIPS = frozenset(map(term, ("kg:holdsRole", "kg:heads", "kg:memberOf", "kg:affiliatedWith")))
"""The relations that are an org:Membership."""

POINTERS = {
    term("kg:speakerReferent"): term("kg:speaker"),
    term("kg:aboutReferent"): term("kg:about"),
    term("kg:citesReferent"): term("kg:cites"),
    term("kg:documentReferent"): term("kg:fromDocument"),
    term("kg:authorReferent"): term("schema:author"),
    term("kg:publisherReferent"): term("schema:publisher"),
    SUBJECT: term("rdf:subject"),
    OBJECT: term("rdf:object"),
}
"""What the text says of a referent → what that says of the entity it resolves to."""
MEMBERSHIP_POINTERS = {SUBJECT: term("org:member"), OBJECT: term("org:organization")}
"""The same, of relations that are memberships too."""


@dataclass(slots=True)
class Referent:
    """A referent as its says-graph describes it."""

    kind: NamedNode
    name: str = ""
    aliases: list[str] = field(default_factory=list)
    unnamed: bool = False
    group: bool = False


@dataclass(slots=True)
class _Entity:
    """What the referents of all articles call an entity, counted by referent."""

    kind: NamedNode
    unnamed: bool
    group: bool
    names: Counter[str] = field(default_factory=Counter)
    aliases: Counter[str] = field(default_factory=Counter)

    def quads(self, node: NamedNode, graph: NamedNode) -> set[Quad]:
        """The entity as it stands in the graph of entities; nothing where no referent is left."""
        if not self.names.total():
            return set()
        label = self._label()
        others = {n for n in (*self.names, *self.aliases) if self.names[n] or self.aliases[n]} - {label}
        out = {Quad(node, A, self.kind, graph), Quad(node, PREF_LABEL, Literal(label), graph)}
        out |= {Quad(node, ALT_LABEL, Literal(other), graph) for other in others}
        if self.unnamed:
            out.add(Quad(node, A, UNNAMED, graph))
        if self.group:
            out.add(Quad(node, A, GROUP, graph))
        return out

    def _label(self) -> str:
        """The best dressed of the forms of the name that is used most: one name with and without accents is one."""
        used: Counter[str] = Counter()
        for name, count in self.names.items():
            used[fold(name)] += count
        most = max(used, key=lambda folded: (used[folded], folded))
        return max(
            (n for n, count in self.names.items() if count and fold(n) == most),
            key=lambda n: (_dress(n), self.names[n], n),
        )


def _dress(name: str) -> int:
    """How well a name is dressed, in accents and capitals but not all capitals: the better of two is the label."""
    return sum(not c.isascii() or c.isupper() for c in name) - 100 * (name.isupper() and len(name) > 5)


Sorted = Mapping[NamedNode, list[Quad]]
"""The quads of a says-graph by predicate: most have nothing to do with linking and are looked at once."""


def by_predicate(says: Iterable[Quad]) -> Sorted:
    """The quads of a says-graph, sorted for `resolve`."""
    found: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in says:
        found[quad.predicate].append(quad)
    return found


def resolve(article: str, says: Sorted, referents: Mapping[Any, Referent], iris: Iris) -> list[Quad]:
    """The quads of an article's resolves-graph, from those of its says-graph."""
    entities = {node: _entity_of(referent, article, iris) for node, referent in referents.items()}
    graph = iris.resolves(article)
    out = [Quad(node, RESOLVES_TO, entity, graph) for node, entity in entities.items()]
    memberships = {quad.subject for quad in says.get(PREDICATE, ()) if quad.object in MEMBERSHIPS}
    for predicate, pointer in POINTERS.items():
        out.extend(Quad(q.subject, pointer, entities[q.object], graph) for q in says.get(predicate, ()))
    for predicate, pointer in MEMBERSHIP_POINTERS.items():
        out.extend(
            Quad(q.subject, pointer, entities[q.object], graph)
            for q in says.get(predicate, ())
            if q.subject in memberships
        )
    out.extend(Quad(node, A, MEMBERSHIP, graph) for node in sorted(memberships, key=str))
    return out


def referents_of(says: Sorted) -> dict[Any, Referent]:
    """The referents that a says-graph describes, by node."""
    found: dict[Any, Referent] = {
        quad.subject: Referent(quad.object)  # type: ignore[arg-type]
        for quad in says.get(ENTITY_TYPE, ())
    }
    for quad in says.get(PREF_LABEL, ()):
        found[quad.subject].name = value(quad.object)
    for quad in says.get(ALT_LABEL, ()):
        found[quad.subject].aliases.append(value(quad.object))
    for quad in says.get(A, ()):
        if quad.object == UNNAMED:
            found[quad.subject].unnamed = True
        elif quad.object == GROUP:
            found[quad.subject].group = True
    return found


def _entity_of(referent: Referent, article: str, iris: Iris) -> NamedNode:
    """Type and slug of the name; with the article's key where the text gives no name, so that it stays its own."""
    key = f"{slug(referent.name)}-{article[:8]}" if referent.unnamed else slug(referent.name)
    return iris.mint(notation(referent.kind.value), key)


Described = Mapping[str, Mapping[Any, Referent]]
"""Article → its referents by node."""


class Linker:
    """Takes articles in and out of a store, each in one atomic step, and remembers the entities it touched."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entities: dict[NamedNode, _Entity] = {}

    def put(self, article: str, says: list[Quad]) -> bool:
        """Takes in an article's says-graph, with all that follows from it; true where it revises an earlier version.

        It replaces what was there of the same article, and an earlier reading of the same bytes.
        """
        iris, node = self._store.iris, self._store.iris.mint("article", article)
        described = by_predicate(says)
        previous = self._previous(node, value(described[SOURCE][0].object))
        replaced = [node]
        if previous and value(described[RAW_HASH][0].object) == self._literal(previous, RAW_HASH):
            replaced, previous = [node, previous], self._earlier(previous)
        gone = [iris.key(n.value) for n in replaced if self._store.holds(iris.says(iris.key(n.value)))]
        referents = referents_of(described)
        resolves = resolve(article, described, referents, iris)
        if previous := previous or self._earlier(node):
            resolves.append(Quad(node, REVISES, previous, iris.resolves(article)))
        self._change(gone, {article: referents}, [*says, *resolves])
        return previous is not None

    def remove(self, article: str) -> None:
        """Takes out an article and what only it supports; a version after it then revises the one before it."""
        node = self._store.iris.mint("article", article)
        earlier, insert, delete = self._earlier(node), [], []
        for later in list(self._store.engine.quads_for_pattern(None, REVISES, node, None)):
            delete.append(later)
            if earlier:
                insert.append(Quad(later.subject, REVISES, earlier, later.graph_name))
        self._change([article], {}, insert, delete)

    def _change(self, gone: list[str], new: Described, insert: list[Quad], delete: Iterable[Quad] = ()) -> None:
        """Drops the graphs of the articles in ``gone``, inserts quads, and brings the touched entities up to date."""
        iris, store = self._store.iris, self._store
        old: Described = {key: referents_of(by_predicate(store.graph(iris.says(key)))) for key in gone}
        touched: dict[NamedNode, _Entity] = {}
        for key, referents in (*old.items(), *new.items()):
            for referent in referents.values():
                entity = _entity_of(referent, key, iris)
                touched[entity] = self._entity(entity, referent)
        before = {quad for node, entity in touched.items() for quad in entity.quads(node, iris.entities)}
        for sign, group in ((-1, old), (1, new)):
            for key, referents in group.items():
                for referent in referents.values():
                    counted = touched[_entity_of(referent, key, iris)]
                    counted.names[referent.name] += sign
                    for alias in referent.aliases:
                        counted.aliases[alias] += sign
        after = {quad for node, entity in touched.items() for quad in entity.quads(node, iris.entities)}
        drop = [graph(key) for key in gone for graph in (iris.says, iris.resolves)]
        try:
            store.write([*insert, *sorted(after - before, key=str)], drop=drop, delete=[*delete, *(before - after)])
        except BaseException:
            self._entities.clear()
            raise

    def _entity(self, node: NamedNode, referent: Referent) -> _Entity:
        """What the store knows of an entity; read once."""
        if node not in self._entities:
            entity = self._entities[node] = _Entity(referent.kind, referent.unnamed, referent.group)
            for link in self._store.engine.quads_for_pattern(None, RESOLVES_TO, node, None):
                for predicate, counter in ((PREF_LABEL, entity.names), (ALT_LABEL, entity.aliases)):
                    for quad in self._store.engine.quads_for_pattern(link.subject, predicate, None, None):
                        counter[value(quad.object)] += 1
        return self._entities[node]

    def _previous(self, node: NamedNode, source: str) -> NamedNode | None:
        """The current other version of the same source, or none; none where this version is in the store already."""
        engine = self._store.engine
        versions = {quad.subject for quad in engine.quads_for_pattern(None, SOURCE, Literal(source), None)}
        if node in versions:
            return None
        current = [v for v in versions if next(engine.quads_for_pattern(None, REVISES, v, None), None) is None]
        return min(current, key=str, default=None)  # type: ignore[return-value]

    def _earlier(self, node: NamedNode) -> NamedNode | None:
        """The version that one revises."""
        quad = next(self._store.engine.quads_for_pattern(node, REVISES, None, None), None)
        return quad.object if quad else None  # type: ignore[return-value]

    def _literal(self, node: NamedNode, predicate: NamedNode) -> str | None:
        quad = next(self._store.engine.quads_for_pattern(node, predicate, None, None), None)
        return value(quad.object) if quad else None
