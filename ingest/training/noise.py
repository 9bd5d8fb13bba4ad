"""Texts as careless hands leave them: lost spaces, other quotation marks, other people's names, no capitals."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from ingest.training.corpora import Example, Frame, Name, Range

Edit = tuple[int, int, str]
"""Put this string in place of the text from start to end."""


def noisy(example: Example, rng: random.Random, surnames: Sequence[str]) -> Example:
    """The example with some damage, the same for the same state of ``rng``; every span moves with its words."""
    edits: dict[int, Edit] = {}
    if example.readings and example.names and rng.random() < 0.35:
        edits.update(_renamed(example, rng, surnames))
    if rng.random() < 0.3:
        for edit in _worn(example.text, rng):
            if not any(start <= edit[0] < end for start, end, _ in edits.values()):
                edits[edit[0]] = edit
    return edited(example, sorted(edits.values())) if edits else example


def _renamed(example: Example, rng: random.Random, surnames: Sequence[str]) -> dict[int, Edit]:
    """Edits that give some people of the text other names, each the same everywhere."""
    chosen: dict[str, str] = {}
    edits = {}
    for name in example.names:
        start, end = name.span
        place = start
        for word in example.text[start:end].split(" "):
            if name.type == "person" and word.isalpha() and word[0].isupper() and len(word) > 2:
                if word not in chosen:
                    chosen[word] = rng.choice(surnames) if surnames and rng.random() < 0.6 else word
                edits[place] = (place, place + len(word), chosen[word])
            place += len(word) + 1
    return edits


def _worn(text: str, rng: random.Random) -> list[Edit]:
    """Edits that lose spaces, exchange quotation marks or put some words in lower case."""
    lost = rng.choice((0.0, 0.003, 0.01, 0.02))
    marks = rng.choice((None, None, "straight", "curly", "single"))
    lowered = rng.choice((0.0, 0.0, 0.0, 0.1))
    edits: list[Edit] = []
    is_open = False
    for place, char in enumerate(text):
        if char == "\n":
            is_open = False
        elif char == " " and rng.random() < lost:
            edits.append((place, place + 1, ""))
        elif marks == "straight" and char in "“”":
            edits.append((place, place + 1, '"'))
        elif marks == "single" and char in "“”":
            edits.append((place, place + 1, "‘" if char == "“" else "’"))
        elif marks == "curly" and char == '"':
            is_open = not is_open
            edits.append((place, place + 1, "“" if is_open else "”"))
        elif lowered and char.isupper() and len(char.lower()) == 1 and rng.random() < lowered:
            edits.append((place, place + 1, char.lower()))
    return edits


def edited(example: Example, edits: Sequence[Edit]) -> Example:
    """The example after edits that do not overlap, in text order.

    >>> before = Example("a", "Lima spoke.", names=(Name((0, 4), "person"),))
    >>> after = edited(before, [(0, 4, "Okonjo")])
    >>> after.text, after.names[0].span
    ('Okonjo spoke.', (0, 6))
    """
    moved = list(range(len(example.text) + 1))
    parts: list[str] = []
    before = shift = 0
    for start, end, words in edits:
        for place in range(before, start + 1):
            moved[place] = place + shift
        for place in range(start + 1, end):
            moved[place] = start + shift + min(place - start, len(words))
        parts += [example.text[before:start], words]
        before, shift = end, shift + len(words) - (end - start)
    for place in range(before, len(moved)):
        moved[place] = place + shift
    parts.append(example.text[before:])

    def move(span: Range) -> Range:
        return moved[span[0]], moved[span[1]]

    def move_frame(frame: Frame) -> Frame:
        source = move(frame.source) if frame.source else None
        return Frame(move(frame.cue), source, tuple(move(part) for part in frame.content))

    return replace(
        example,
        text="".join(parts),
        readings=tuple(tuple(move_frame(frame) for frame in frames) for frames in example.readings),
        skipped=tuple(move(part) for part in example.skipped),
        names=tuple(Name(move(name.span), name.type) for name in example.names),
    )
