"""A place that holds quads: an embedded Oxigraph in a folder, or in memory."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, Variable, serialize
from pyoxigraph import Store as Oxigraph

from kg import ontology
from kg.errors import StoreError
from kg.iris import DEFAULT_BASE, Iris

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, QueryBoolean, QuerySolutions, QueryTriples
    from rdflib.term import Node

MEMORY = ":memory:"
DEFAULT_WHERE = "kg-store"
MARKER = "claimgraph.json"
FORMAT = 1
MIN_FREE_BYTES = 16 * 2**20
"""Writing stops while this much is free: the engine needs room to close its files in good order."""


def value(term: Any) -> str:
    """The IRI of a node, or the lexical form of a literal."""
    found: str = term.value
    return found


def to_rdflib(found: Any) -> Node | None:
    """An engine's term as rdflib's."""
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if found is None:
        return None
    if isinstance(found, NamedNode):
        return URIRef(found.value)
    if isinstance(found, Literal):
        if found.language:
            return RdflibLiteral(found.value, lang=found.language)
        plain = found.datatype == ontology.term("xsd:string")
        return RdflibLiteral(found.value, datatype=None if plain else URIRef(found.datatype.value))
    return BNode(found.value)


class Store:
    """Quads with atomic writes. Make one with `create` or `open`; use it in the thread that made it."""

    def __init__(self, engine: Oxigraph, iris: Iris, path: Path | None, lock: IO[str] | None, writable: bool) -> None:
        self.engine = engine
        self.iris = iris
        self.path = path
        self.writable = writable
        self._lock = lock

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the folder; the store cannot be used afterwards."""
        if self.path and self.writable:
            with contextlib.suppress(OSError):
                self.engine.flush()
        self.engine = None  # type: ignore[assignment]
        if self._lock:
            self._lock.close()
            self._lock = None

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal | BlankNode] | None = None, *, union: bool = True
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The engine's own answer to a SPARQL query over the union of all graphs.

        ``bindings`` reach only variables that the query projects. Consume the answer in this thread.

        Raises:
            SyntaxError: the query is not SPARQL.
        """
        return self.engine.query(
            text,
            prefixes=self.prefixes(),
            use_default_graph_as_union=union,
            substitutions={Variable(k): v for k, v in bindings.items()} if bindings else None,
        )

    def rows(self, text: str, **bindings: NamedNode | Literal) -> list[tuple[str | None, ...]]:
        """The rows of a SELECT as tuples of the terms' values."""
        found = self.query(text, bindings)
        return [tuple([term and term.value for term in row]) for row in found]  # type: ignore[union-attr]

    def graph(self, name: NamedNode) -> Iterator[Quad]:
        """The quads of one named graph."""
        return self.engine.quads_for_pattern(None, None, None, name)

    def holds(self, graph: NamedNode) -> bool:
        """Whether there is a named graph of that name."""
        return self.engine.contains_named_graph(graph)

    def is_superseded(self, article: str) -> bool:
        """Whether another version revises this one."""
        node = self.iris.mint("article", article)
        return any(self.engine.quads_for_pattern(None, ontology.term("prov:wasRevisionOf"), node, None))

    def write(
        self, insert: Iterable[Quad] = (), *, drop: Iterable[NamedNode] = (), delete: Iterable[Quad] = ()
    ) -> None:
        """Replaces graphs and quads in one atomic step: all of it happens, or nothing.

        Raises:
            StoreError: the store is read-only, or the disk refuses.
        """
        if not self.writable:
            raise StoreError(f"{self.path}: the store was opened for reading only")
        if self.path:
            _need_room(self.path)
        quads, gone, dropped = list(insert), list(delete), list(drop)
        try:
            if gone or dropped:
                self.engine.update(_update(quads, gone, dropped))
            elif quads:
                self.engine.extend(quads)
        except OSError as error:
            raise StoreError(
                f"{self.path or MEMORY}: cannot write: {error}. What was written before is whole."
            ) from None

    def dump(
        self,
        out: IO[bytes],
        format: RdfFormat,
        *,
        only: Iterable[NamedNode] | None = None,
        without: Container[Any] = frozenset(),
    ) -> None:
        """Writes the whole store to a file open for bytes, graph by graph and sorted: same content, same bytes.

        A format without named graphs gets the union of all. Of the nodes ``without`` nothing is written, and where
        ``only`` is given nothing of others is read.
        """
        graphs = self._graphs() if only is None else self._graphs_of(only)
        wanted = ([quad for quad in graph if quad.subject not in without] for graph in graphs)
        if format.supports_datasets:
            quads = chain.from_iterable(sorted(graph, key=str) for graph in wanted)
            serialize(quads, out, format, prefixes=self.prefixes())
        else:
            union = sorted({quad.triple for graph in wanted for quad in graph}, key=str)
            serialize(union, out, format, prefixes=self.prefixes())

    def _graphs(self) -> Iterator[Iterable[Quad]]:
        """The quads of each named graph, by its name."""
        return map(self.graph, sorted(self.engine.named_graphs(), key=str))  # type: ignore[arg-type]

    def _graphs_of(self, nodes: Iterable[NamedNode]) -> Iterator[Iterable[Quad]]:
        """The same of what is said of some nodes, which are looked up twice: so one graph at a time is in memory."""
        pattern, homes = self.engine.quads_for_pattern, defaultdict[Any, list[NamedNode]](list)
        for node in nodes:
            for name in {quad.graph_name for quad in pattern(node, None, None, None)}:
                homes[name].append(node)
        for name in sorted(homes, key=str):
            yield (quad for node in homes[name] for quad in pattern(node, None, None, name))

    def prefixes(self) -> dict[str, str]:
        """Prefixes for queries and Turtle: those of the ontology and of the data's kinds."""
        return {**ontology.prefixes(), **self.iris.prefixes()}


def create(where: str | os.PathLike[str], *, base: str | None = None) -> Store:
    """A store to write to: the one at ``where``, or a new one in a folder that is empty or does not exist yet.

    Raises:
        StoreError: the folder is something else, is in use, or bears another base.
    """
    if os.fspath(where) == MEMORY:
        return Store(Oxigraph(), Iris(_checked(base or DEFAULT_BASE)), None, None, writable=True)
    path = _folder(where)
    if not (path / MARKER).exists():
        _begin(path, _checked(base or DEFAULT_BASE))
    iris = Iris(_marked_base(path))
    if base and base != iris.base:
        raise StoreError(f"{path}: this store's IRIs begin with {iris.base}, not {base}; give another --store")
    return _open(path, iris, writable=True)


def open_(where: str | os.PathLike[str], *, writable: bool = False) -> Store:
    """An existing store; for ``:memory:`` an empty one. Several processes may read at once while none writes.

    Raises:
        StoreError: there is no store, or it is in use.
    """
    if os.fspath(where) == MEMORY:
        return create(where)
    path = existing(where)
    return _open(path, Iris(_marked_base(path)), writable=writable)


def existing(where: str | os.PathLike[str]) -> Path:
    """The folder of an existing store, which is not opened: somebody may be writing to it.

    Raises:
        StoreError: there is no store.
    """
    path = _folder(where)
    if not path.exists() or not any(path.iterdir()):
        raise StoreError(f"{path}: there is no store here. Make one with: kg ingest PATH --store {path}")
    _marked_base(path)
    return path


def _folder(where: str | os.PathLike[str]) -> Path:
    """The folder of a store, which can be looked into, or which does not exist yet."""
    if os.fspath(where).startswith(("http://", "https://")):
        raise StoreError(f"{os.fspath(where)}: a store is a folder, or {MEMORY}; an endpoint is none")
    path = Path(os.fspath(where) or DEFAULT_WHERE)
    try:
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path}: this is a file, and a store is a folder. Give another --store.")
        if path.exists():
            next(path.iterdir(), None)
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened: {error.strerror or error}; check its permissions") from None
    return path


def _begin(path: Path, base: str) -> None:
    """Marks an empty folder as a store."""
    if path.exists() and any(path.iterdir()):
        raise StoreError(
            f"{path}: this folder holds something else (no {MARKER} in it). Give an empty or a new folder."
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / "oxigraph").mkdir()
        marker = path / f".{MARKER}"
        marker.write_text(json.dumps({"format": FORMAT, "base": base}) + "\n", encoding="utf-8")
        marker.replace(path / MARKER)
    except OSError as error:
        raise StoreError(f"{path}: cannot make a store here: {error.strerror or error}") from None


def _marked_base(path: Path) -> str:
    """The base that a store's marker names."""
    try:
        marker = json.loads((path / MARKER).read_text(encoding="utf-8"))
        number, base = marker["format"], _checked(str(marker["base"]))
    except FileNotFoundError:
        raise StoreError(f"{path}: this is not a claimgraph store (no {MARKER} in it)") from None
    except (OSError, ValueError, KeyError, TypeError, StoreError) as error:
        raise StoreError(f"{path / MARKER}: cannot be read ({error}); restore it from a backup") from None
    if number != FORMAT:
        is_older = isinstance(number, int) and number < FORMAT
        cure = "Ingest its articles anew." if is_older else "Update claimgraph."
        raise StoreError(f"{path}: a store of format {number}; this version reads format {FORMAT}. {cure}")
    return base


def _need_room(path: Path) -> None:
    """Refuses to write where the engine would have no room to end in good order."""
    if (free := shutil.disk_usage(path).free) < MIN_FREE_BYTES:
        raise StoreError(
            f"{path}: the disk is full ({free // 2**20} MB free, {MIN_FREE_BYTES // 2**20} MB needed). "
            "What was written before is whole; make room and run the command again."
        )


def _open(path: Path, iris: Iris, *, writable: bool) -> Store:
    if writable:
        _need_room(path)
    lock = _take_lock(path, exclusive=writable)
    folder = str(path / "oxigraph")
    if not (path / "oxigraph").is_dir():
        raise StoreError(f"{path}: the folder oxigraph is gone from it; restore it from a backup, or ingest anew")
    try:
        fresh = not any((path / "oxigraph").glob("CURRENT"))
        engine = Oxigraph(folder) if writable or fresh else Oxigraph.read_only(folder)
    except (OSError, ValueError, RuntimeError) as error:
        if lock:
            lock.close()
        if "While lock file" in str(error):  # what the engine says of a lock that another process holds
            raise _in_use(path) from None
        raise StoreError(f"{path}: cannot be opened: {error}. Restore it from a backup, or ingest anew.") from None
    return Store(engine, iris, path, lock, writable)


def _take_lock(path: Path, *, exclusive: bool) -> IO[str] | None:
    """A lock that one writer or many readers hold: the engine's own would let readers see a writer's half-done work."""
    try:
        import fcntl
    except ImportError:  # not on Windows, where the engine's lock has to do
        return None
    try:
        lock = open(path / "lock", "a", encoding="utf-8")  # noqa: SIM115 - held for the store's life
    except OSError:  # a folder that cannot be written to has no writer either
        if exclusive:
            raise StoreError(f"{path}: this folder cannot be written to") from None
        return None
    try:
        fcntl.flock(lock, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise _in_use(path) from None
    return lock


def _in_use(path: Path) -> StoreError:
    return StoreError(f"{path}: the store is in use by another process. Wait for it to end, or give another --store.")


def _checked(base: str) -> str:
    try:
        if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:\S*[:/#]", base):
            return NamedNode(base).value
    except ValueError:
        pass
    raise StoreError(f"{base}: a base is an IRI that ends in ':', '/' or '#', such as https://data.example.org/kg/")


def _update(insert: list[Quad], delete: list[Quad], drop: list[NamedNode]) -> str:
    """One SPARQL update that drops graphs, then deletes, then inserts."""
    steps = [f"DROP SILENT GRAPH {graph}" for graph in drop]
    steps += [
        f"{verb} DATA {{ {_blocks(quads)} }}" for verb, quads in (("DELETE", delete), ("INSERT", insert)) if quads
    ]
    return " ;\n".join(steps)


def _blocks(quads: list[Quad]) -> str:
    by_graph: dict[NamedNode, list[Triple]] = {}
    for quad in quads:
        by_graph.setdefault(quad.graph_name, []).append(quad.triple)  # type: ignore[arg-type]
    return "\n".join(
        f"GRAPH {graph} {{ {serialize(triples, format=RdfFormat.N_TRIPLES).decode()} }}"  # type: ignore[union-attr]
        for graph, triples in by_graph.items()
    )
