"""Takes articles, decisions and authority lists into a store, each in one atomic step with all that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from kg import decisions
from kg.decisions import Decision
from kg.link.authority import AuthorityList, Entry
from kg.link.claims import Rulings as ClaimRulings
from kg.link.describing import described
from kg.link.grouping import Grouping
from kg.link.register import REPLACED_BY, Register
from kg.link.resolving import SOURCE, Book, Sorted, by_predicate, read_book, resolve, sorted_says
from kg.ontology import concept, term
from kg.rulings import Rulings
from kg.store import Store, value

RAW_HASH, REVISES = term("kg:rawHash"), term("prov:wasRevisionOf")


@dataclass(slots=True)
class _Step:
    """What one step writes, besides what follows from it."""

    insert: list[Quad] = field(default_factory=list)
    delete: list[Quad] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    new: dict[str, Sorted] = field(default_factory=dict)
    again: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


class Linker:
    """Takes articles in and out of a store, each in one atomic step, and remembers the names it has read.

    Every resolves-graph and the graph of entities follow from the says-graphs, the decisions in force and the authority
    list; only which version of an article revises which follows from the order in which they came in.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read()

    def _read(self) -> None:
        """Reads what the store knows; again after a step that failed."""
        self.log = decisions.read(self._store)
        self.rulings = Rulings.of(self.log)
        self._reads_claims = bool(self.rulings.on_claims)
        self.authority = AuthorityList.in_force(self._store, self.rulings)
        self.register = Register(self._store, self.rulings.split_off)

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
        insert = list(says)
        if previous := previous or self._earlier(node):
            insert.append(Quad(node, REVISES, previous, iris.resolves(article)))
        self._take(_Step(insert, gone=gone, new={article: described}))
        return previous is not None

    def remove(self, article: str) -> None:
        """Takes out an article and what only it supports; a version after it then revises the one before it."""
        node = self._store.iris.mint("article", article)
        earlier, step = self._earlier(node), _Step(gone=[article])
        for later in list(self._store.engine.quads_for_pattern(None, REVISES, node, None)):
            step.delete.append(later)
            if earlier:
                step.insert.append(Quad(later.subject, REVISES, earlier, later.graph_name))
        self._take(step)

    def decide(self, made: Sequence[Decision]) -> None:
        """Takes decisions into the log, with all that follows from them."""
        log = [*self.log, *made]
        before, after = ({d.id: d for d in decisions.standing(each)} for each in (self.log, log))
        changed = [{**before, **after}[key] for key in before.keys() ^ after.keys()]
        step = _Step([quad for decision in made for quad in decision.quads(self._store.iris)])
        sources = {source for decision in changed for source in decision.sources}
        step.again = [key for source in sorted(sources) for key in self._versions(source)]
        step.keys = {
            key
            for decision in changed
            if decision.verdict in decisions.ON_ENTITIES
            for key in (*decision.subjects, *filter(None, [decision.result]))
        }
        if any(decision.verdict == decisions.DROPPED for decision in changed):
            step.keys |= AuthorityList.read(self._store).keys

        def switch() -> None:
            self._follow(log)
            self.register.split_off = self.rulings.split_off
            self.authority = AuthorityList.in_force(self._store, self.rulings)

        self._reads_claims |= any(decision.verdict in decisions.ON_CLAIMS for decision in changed)

        self._take(step, switch)

    def _follow(self, log: list[Decision]) -> None:
        self.log, self.rulings = log, Rulings.of(log)

    def obey(self, entries: Iterable[Entry]) -> list[str]:
        """Makes some entries the authority list in place of the one before; tells what is to be known of it.

        That is which aliases are not used, and that the dropping of an earlier list is taken back, which is logged.
        """
        iris, dropped = self._store.iris, self.rulings.dropped
        made = [decisions.decide(self.log, decisions.WITHDRAWN, dropped, iris)] if dropped else []
        log, entries = [*self.log, *made], list(entries)
        authority = AuthorityList.of(entries, iris)
        before = set(self._store.graph(iris.authority))
        after = {quad for entry in entries for quad in entry.quads(iris)}
        insert = [*sorted(after - before, key=str), *(quad for decision in made for quad in decision.quads(iris))]
        step = _Step(insert, list(before - after), keys=authority.keys | self.authority.keys)

        def switch() -> None:
            self._follow(log)
            self.authority = authority

        self._take(step, switch)
        ended = [f"{iris.compact(decision)} dropped an earlier list, and is taken back" for decision in dropped]
        return [*authority.unused, *ended]

    def wrong(self, article: str) -> list[Quad]:
        """The quads that an article's resolves-graph lacks, or has and must not have; sorted."""
        iris = self._store.iris
        says = self._says(article)
        stored = {quad for quad in self._store.graph(iris.resolves(article)) if quad.predicate != REVISES}
        return sorted(stored ^ set(self._resolves(self._book(article, says), says)), key=str)

    def misplaced(self) -> dict[str, str]:
        """The keys that mean another entity than they must by what is said and decided, with that entity."""
        register = self.register
        keys = {*register.into, *register.longs, *register.shorts, *self.rulings.of_key, *self.authority.keys}
        pattern, iris = self._store.engine.quads_for_pattern, self._store.iris
        people = pattern(None, term("rdf:type"), concept("person"), iris.entities)
        return self._group(keys | {value(quad.subject) for quad in people})[1]

    def _take(self, step: _Step, switch: Callable[[], None] = lambda: None) -> None:
        """Takes a step: counts out what goes, switches to new rules, counts in what comes, and writes what changed."""
        try:
            self._take_whole(step, switch)
        except BaseException:
            self._read()
            raise

    def _take_whole(self, step: _Step, switch: Callable[[], None]) -> None:
        store, register, iris = self._store, self.register, self._store.iris
        says = {key: self._says(key) for key in (*step.gone, *step.again)}
        out = [self._book(key, says[key]) for key in says]
        switch()
        into = [self._book(key, found) for key, found in step.new.items()]
        into += [self._book(key, says[key]) for key in step.again]
        renamed, changed = register.count(out, into)
        touched, moved = self._group(changed | step.keys)
        articles = self._articles(moved) - {*says, *step.new}
        for key, entity in moved.items():
            register.mean(key, entity)
        insert, delete = list(step.insert), list(step.delete)
        for book, found in zip(into, [*step.new.values(), *(says[key] for key in step.again)], strict=True):
            self._rewrite(book, found, insert, delete, is_new=book.article in step.new)
        for article in sorted(articles):
            found = self._says(article)
            self._rewrite(self._book(article, found), found, insert, delete, is_new=False)
        self._describe(touched | {register.entity_of(key) for key in renamed}, moved, insert, delete)
        store.write(
            insert, drop=[graph(key) for key in step.gone for graph in (iris.says, iris.resolves)], delete=delete
        )

    def _says(self, article: str) -> Sorted:
        return sorted_says(self._store, article, claims=self._reads_claims)

    def _book(self, article: str, says: Sorted) -> Book:
        rulings = self.rulings
        return read_book(
            article, says, self._store.iris, rulings.holds_for, ClaimRulings(rulings.on_claims), rulings.split_off
        )

    def _resolves(self, book: Book, says: Sorted) -> list[Quad]:
        return resolve(book, says, self.register.entity_of, self._store.iris)

    def _group(self, keys: set[str]) -> tuple[set[str], dict[str, str]]:
        """Groups some keys anew: the entities that this touches, and the keys that mean another entity than before."""
        if not keys:
            return set(), {}
        register = self.register
        grouping = Grouping(register, self.rulings, self.authority)
        near = {other for key in keys for other in register.around(key)}
        near |= {member for key in near for member in register.members.get(register.entity_of(key), ())}
        touched, moved = set(), {}
        for group in grouping.groups(near):
            chosen = grouping.chosen(group)
            for key in group:
                before = register.entity_of(key)
                after = chosen if chosen and register.names(key).is_present else key
                touched |= {before, after}
                if after != before:
                    moved[key] = after
        return touched, moved

    def _articles(self, keys: Iterable[str]) -> set[str]:
        """The articles that mean somebody by one of some keys, as the store has it."""
        found = set()
        for key in keys:
            for node in self.register.referents(key):
                quad = next(self._store.engine.quads_for_pattern(node, term("kg:resolvesTo"), None, None))
                found.add(self._store.iris.key(value(quad.graph_name)))
        return found

    def _rewrite(self, book: Book, says: Sorted, insert: list[Quad], delete: list[Quad], *, is_new: bool) -> None:
        """Brings an article's resolves-graph up to date."""
        quads = self._resolves(book, says)
        if is_new:
            insert += quads
            return
        graph = self._store.iris.resolves(book.article)
        before, after = {q for q in self._store.graph(graph) if q.predicate != REVISES}, set(quads)
        insert += sorted(after - before, key=str)
        delete += before - after

    def _describe(self, entities: set[str], moved: dict[str, str], insert: list[Quad], delete: list[Quad]) -> None:
        """Brings entities up to date in their graph."""
        register, graph = self.register, self._store.iris.entities
        pattern = self._store.engine.quads_for_pattern
        before: set[Quad] = set()
        after: set[Quad] = set()
        for entity in entities:
            node = NamedNode(entity)
            before.update(quad for quad in pattern(node, None, None, graph) if quad.predicate != REPLACED_BY)
            after |= described(entity, register, self.rulings, self.authority, graph)
        for key, entity in moved.items():
            before.update(pattern(NamedNode(key), REPLACED_BY, None, graph))
            if entity != key:
                after.add(Quad(NamedNode(key), REPLACED_BY, NamedNode(entity), graph))
        insert += sorted(after - before, key=str)
        delete += before - after

    def _versions(self, source: str) -> list[str]:
        """The keys of the versions of a source."""
        quads = self._store.engine.quads_for_pattern(None, SOURCE, Literal(source), None)
        return sorted(self._store.iris.key(value(quad.subject)) for quad in quads)

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
