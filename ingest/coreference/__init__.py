"""Coreference: which mentions of an article refer to the same person, organisation or place."""

from ingest.coreference.clustering import clusters

__all__ = ["clusters"]
