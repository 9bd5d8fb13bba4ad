"""SPARQL answered as bytes, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from kg.errors import QueryError
from kg.query import explain, names_graphs, refuse_service
from kg.web.negotiation import choose
from kg.web.reply import Reply, failure, found

if TYPE_CHECKING:
    from kg.store import Store

MOST = 64 * 2**20
"""Bytes: the largest answer."""

RESULTS: dict[str, ox.QueryResultsFormat] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""The types of the answer to a SELECT or ASK, what is sent to those who take anything first."""
GRAPHS: dict[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""The types of the answer to a CONSTRUCT or DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it came in: its text, what it may read, and the Accept header."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    accept: str | None = None


class _Full(Exception):
    """More was written than there is room for."""


class _Room:
    """Where an answer is written to, up to a size."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.data = bytearray()

    def write(self, piece: bytes) -> int:
        """Takes a piece."""
        if len(self.data) + len(piece) > self.most:
            raise _Full
        self.data += piece
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""


def handler(store: Store, most: int = MOST) -> Callable[[Asked], Reply]:
    """What answers queries from a store."""
    prefixes = store.prefixes()

    def answer(asked: Asked) -> Reply:
        try:
            refuse_service(asked.text)
            return _serialised(_evaluated(store, asked), asked, prefixes, most)
        except QueryError as error:
            return failure(400, str(error))
        except SyntaxError as error:
            return failure(400, explain(asked.text, str(error)))
        except ValueError as error:
            return failure(400, f"The query cannot be answered: {error}")
        except (OSError, RuntimeError) as error:
            return failure(500, "The query cannot be answered: the store cannot be read.", ended=str(error))
        except _Full:
            size = most // 2**20
            return failure(
                503, f"The answer is larger than {size} MB, and part of it is of no use: add a LIMIT.", ended="size"
            )

    return answer


def _evaluated(store: Store, asked: Asked) -> Any:
    """The engine's answer; the protocol's graphs go before those of the query."""
    if not asked.default_graphs and not asked.named_graphs:
        return store.query(asked.text, union=not names_graphs(asked.text))
    return store.engine.query(
        asked.text,
        prefixes=store.prefixes(),
        default_graph=[ox.NamedNode(iri) for iri in asked.default_graphs],
        named_graphs=[ox.NamedNode(iri) for iri in asked.named_graphs],
    )


def _serialised(answer: Any, asked: Asked, prefixes: dict[str, str], most: int) -> Reply:
    room: Any = _Room(most)
    if isinstance(answer, ox.QueryTriples):
        if not (chosen := choose(asked.accept, list(GRAPHS))):
            return failure(406, f"This answer is a graph. It comes as: {', '.join(GRAPHS)}")
        graph = GRAPHS[chosen]
        _written(lambda: ox.serialize(answer, room, graph, prefixes=prefixes))
    else:
        if not (chosen := choose(asked.accept, list(RESULTS))):
            return failure(406, f"This answer is a table. It comes as: {', '.join(RESULTS)}")
        table = RESULTS[chosen]
        _written(lambda: answer.serialize(room, table))
    return found(chosen, bytes(room.data))


def _written(write: Callable[[], object]) -> None:
    """Has the engine write; it may wrap what the room raises in an error of its own."""
    try:
        write()
    except Exception as error:
        seen: BaseException | None = error
        while seen:
            if isinstance(seen, _Full):
                raise seen from None
            seen = seen.__cause__ or seen.__context__
        raise
