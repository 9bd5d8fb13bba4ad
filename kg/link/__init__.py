"""From what articles say to whom they mean: referents resolve to entities, and entities get their labels.

``names`` tells which names are surely one, ``grouping`` which keys are one entity (people's decisions before the
authority list before stable aliases), ``resolving`` what an article's resolves-graph holds, ``linker`` writes it.
"""

from kg.link.linker import Linker

__all__ = ["Linker"]
