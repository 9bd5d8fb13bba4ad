"""A part of a store that stands on its own: some nodes, all that they point to, and what those rest on."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from pyoxigraph import NamedNode

from kg.model import ENTITY_TYPES
from kg.ontology import term
from kg.store import Store

BACKWARDS = tuple(map(term, ("kg:refersTo", "prov:used", "kg:subject", "kg:counterpart", "kg:result")))
"""What is followed from its object to its subject, too: a mention to whom it means, an extraction to its article, and a
decision to what was decided on."""


def excerpt(store: Store, nodes: Iterable[str], *, without: Container[NamedNode] = frozenset()) -> set[NamedNode]:
    """The subjects of all quads that some nodes need to be whole: nothing that they point to is left undescribed.

    A claim brings its spans, its article with the whole text, those whose it is and whom it is about with the mentions
    that say so, and what people decided on any of them; never what is ``without``, nor the log, which tells of all.
    """
    found: set[NamedNode] = set()
    waiting = [NamedNode(node) for node in nodes]
    while waiting:
        node = waiting.pop()
        if node not in found and node not in without:
            found.add(node)
            waiting += _beside(store, node)
    return found


def _beside(store: Store, node: NamedNode) -> Iterator[NamedNode]:
    """The nodes that one points to, those that point to it and are part of it, and its entry in the authority list."""
    pattern = store.engine.quads_for_pattern
    own = list(pattern(node, None, None, None))
    yield from (q.object for q in own if isinstance(q.object, NamedNode))
    for predicate in BACKWARDS:
        yield from (q.subject for q in pattern(None, predicate, node, None) if isinstance(q.subject, NamedNode))
    kind, key = store.iris.parts(node.value)
    if kind in ENTITY_TYPES:
        yield store.iris.mint("authority", f"{kind}-{key}")
    elif own and kind == "authority":
        yield store.iris.authority  # a decision may have dropped the list
