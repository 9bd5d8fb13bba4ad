"""Figures: every stated quantity, with what is counted, where and when."""

from ingest.figures.finding import find

__all__ = ["find"]
