"""Speakers: who says each claim, and what it is about."""

from ingest.speakers.resolving import resolve

__all__ = ["resolve"]
