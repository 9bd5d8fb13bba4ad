"""Entities: who and what a text names, within one article."""

from ingest.entities.finding import find
from ingest.entities.tagged import NameFound

__all__ = ["NameFound", "find"]
