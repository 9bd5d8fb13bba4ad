"""Policies: what is proposed, promised, supported or opposed, named in the text's own words."""

from ingest.policies.finding import find

__all__ = ["find"]
