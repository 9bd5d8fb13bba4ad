"""The store as a directed multigraph: who speaks about whom, and the chain of evidence behind it.

Four views. ``network``: entities, joined by what is said (``said about``, ``said, citing``, ``quotes``), by what an
article says in its own voice (``reports on``, ``named together``), and by the relations it asserts. ``comentions``:
entities that the same words mention. ``citations``: speakers, what they cite and whom they quote. ``chain``: outlet →
article → claim → speaker, policy, person, document or figure. Every node and every edge carries the ids of the claims
behind it. `central` ranks the nodes of a view, `paths` leads from one entity to another.
"""

from kg.evidence import Evidence, read
from kg.network.build import build, rank, select, summary
from kg.network.centrality import MEASURES, Central, central
from kg.network.paths import EvidencePath, Link, Step, paths
from kg.network.views import PREDICATES, View, outlet_of, references, words_of

__all__ = [
    "MEASURES",
    "PREDICATES",
    "Central",
    "Evidence",
    "EvidencePath",
    "Link",
    "Step",
    "View",
    "build",
    "central",
    "outlet_of",
    "paths",
    "rank",
    "read",
    "references",
    "select",
    "summary",
    "words_of",
]
