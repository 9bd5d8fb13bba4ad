"""Policies: what is proposed, promised, supported or opposed, named in the text's own words, and by whom."""

from ingest.policies.finding import find
from ingest.policies.stances import find as stances

__all__ = ["find", "stances"]
