"""What the tagger tells apart: the label sets of its heads, shared by training and reading."""

from __future__ import annotations

from typing import Literal

NameType = Literal["person", "organisation", "place"]
Role = Literal["source", "content"]

NAME_TYPES: tuple[NameType, ...] = ("person", "organisation", "place")
"""The kinds of names, in the order of their labels."""

NAME_STYLES = ("web", "gum", "news")
"""The conventions that names were annotated in, one head each: Universal NER and its kin, GUM, and news by machine.

The first one is read; the others teach the encoder.
"""

ROLES: tuple[Role, ...] = ("source", "content")
"""What a word can be to a cue, in the order of the frame's labels."""

OUTSIDE = 0
"""The label of a piece that is part of nothing, in every label set."""

SPAN_LABELS = 3
"""Outside, begin, inside: the labels of a head that finds spans of one kind (the BIO scheme)."""


def begin(kind: int) -> int:
    """The label that begins a span of the kind of that number; the label after it continues one.

    >>> begin(0), begin(2)
    (1, 5)
    """
    return 1 + 2 * kind


NAME_LABELS = 1 + 2 * len(NAME_TYPES)
FRAME_LABELS = 1 + 2 * len(ROLES)
