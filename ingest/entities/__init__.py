"""Entities: who and what a text names, within one article."""

from ingest.entities.finding import find

__all__ = ["find"]
