"""A claim-and-citation knowledge graph: who said what, in which exact words, from which source.

>>> import kg
>>> with kg.open(":memory:") as g:
...     g.articles()
[]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.errors import ArticleError, KgError, NotFoundError, QueryError, StoreError, UsageError
from kg.version import __version__

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.api import open_graph as open

__all__ = [
    "ArticleError",
    "Graph",
    "KgError",
    "NotFoundError",
    "QueryError",
    "StoreError",
    "UsageError",
    "__version__",
    "open",
]


def __getattr__(name: str) -> Any:
    """`open` and `Graph`, imported when first used, so that importing one module costs only that module."""
    if name in ("open", "Graph"):
        from kg import api

        return api.open_graph if name == "open" else api.Graph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
