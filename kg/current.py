"""What of a store counts: current versions of articles, and what nobody rejected."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.ontology import term
from kg.store import Store, value


def revisions(store: Store) -> dict[str, str]:
    """Article → the version that revises it."""
    return {value(q.object): value(q.subject) for q in _quads(store, "prov:wasRevisionOf", None)}


def rejected(store: Store) -> set[str]:
    """The claims that people rejected."""
    return {value(quad.subject) for quad in _quads(store, "kg:status", term("kg:rejected"))}


class Current:
    """A store's quads through its indexes, those of earlier versions left out.

    ``rejected`` are the claims that people rejected: none where they are asked for.
    """

    def __init__(self, store: Store, *, with_rejected: bool = False) -> None:
        self.store = store
        self.rejected = set() if with_rejected else rejected(store)
        keys = [store.iris.key(article) for article in revisions(store)]
        self._gone = {graph(key) for key in keys for graph in (store.iris.says, store.iris.resolves)}

    def quads(
        self, subject: str | None = None, curie: str | None = None, found: NamedNode | Literal | str | None = None
    ) -> Iterator[Quad]:
        """The quads of a pattern; subject and object as IRIs, the property as in ``kg:about``."""
        start = NamedNode(subject) if subject else None
        end = NamedNode(found) if isinstance(found, str) else found
        pattern = self.store.engine.quads_for_pattern(start, term(curie) if curie else None, end, None)
        return (quad for quad in pattern if quad.graph_name not in self._gone) if self._gone else pattern


def _quads(store: Store, curie: str, found: NamedNode | None) -> Iterator[Quad]:
    return store.engine.quads_for_pattern(None, term(curie), found, None)
