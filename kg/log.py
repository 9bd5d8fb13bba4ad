"""The log graph: which command changed the store when, with which software. Nothing else holds a time of day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology import term
from kg.store import Store
from kg.version import __version__


def record(
    store: Store,
    action: str,
    started: datetime,
    ended: datetime,
    *,
    generated: Sequence[str] = (),
    invalidated: Sequence[str] = (),
) -> None:
    """Writes in the log graph what a run changed; nothing where it changed nothing."""
    if not generated and not invalidated:
        return
    stamps = [moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ") for moment in (started, ended)]
    node = store.iris.mint("run", stamps[0].replace("-", "").replace(":", ""))
    times = [Literal(stamp, datatype=term("xsd:dateTime")) for stamp in stamps]
    values: list[tuple[NamedNode, NamedNode | Literal]] = [
        (term("rdf:type"), term("kg:Run")),
        (term("kg:action"), Literal(action)),
        (term("kg:software"), Literal(f"claimgraph {__version__}")),
        (term("prov:startedAtTime"), times[0]),
        (term("prov:endedAtTime"), times[1]),
        *((term("prov:generated"), store.iris.mint("article", key)) for key in generated),
        *((term("prov:invalidated"), store.iris.mint("article", key)) for key in invalidated),
    ]
    store.write(Quad(node, predicate, value, store.iris.log) for predicate, value in values)
