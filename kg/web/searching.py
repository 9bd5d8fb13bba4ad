"""What has some words: names, titles of articles, claims."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process

from kg.iris import fold
from kg.model import EntityRecord
from kg.web.library import Library

LONGEST = 200
"""Characters of what is searched for; the rest is left out."""
NEAR = 6
"""How many names are suggested where nothing is found."""
ALIKE = 75
"""How much a name has to be like what was asked for, of 100."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    entities: tuple[EntityRecord, ...]
    articles: tuple[str, ...]
    claims: Sequence[str]


def find(library: Library, words: str, most: int) -> Found:
    """The entities, articles and claims that have all of some words in a name, the title or the text.

    Words in quotation marks stand together. At most so many of each.
    """
    wanted, whole = pieces(words), fold(words)

    def fits(text: str) -> bool:
        return bool(wanted) and all(piece in text for piece in wanted)

    named = [e for e in library.reader.entities if any(fits(fold(name)) for name in (e.label, *e.aliases))]
    named.sort(key=lambda e: (not e.named, fold(e.label) != whole, -library.mentions[e.id], fold(e.label)))
    articles = [key for title, key in library.titles if fits(title)]
    claims = library.in_order(quad for text, quad in library.sayings if fits(text))
    return Found(tuple(named[:most]), tuple(articles[:most]), claims[:most])


def near(library: Library, words: str) -> list[EntityRecord]:
    """The names that are spelt like some words, or have them."""
    wanted = fold(words)[:LONGEST]
    if not wanted:
        return []
    by_name = {fold(found.label): found for found in library.reader.entities if found.named}
    alike = [by_name[name] for name, *_ in process.extract(wanted, by_name.keys(), limit=NEAR, score_cutoff=ALIKE)]
    having = find(library, wanted, NEAR).entities
    return list({found.id: found for found in (*alike, *having)}.values())[:NEAR]


def pieces(words: str) -> list[str]:
    """What is searched for, folded: words, and what stands in quotation marks.

    >>> pieces("Wall “would fail”")
    ['wall', 'would fail']
    """
    plain = fold(words.translate(str.maketrans("“”„", '"""')))
    return [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', plain)]
