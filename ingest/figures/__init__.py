"""Figures: every stated quantity, with what is counted, where and when; and comparisons without a number."""

from ingest.figures.comparisons import find as compare
from ingest.figures.finding import find

__all__ = ["compare", "find"]
