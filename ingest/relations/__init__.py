"""Relations: the roles and ties that a text states."""

from ingest.relations.finding import find

__all__ = ["find"]
