"""The words of a text that say what it is about, folded, to compare by."""

from __future__ import annotations

import re

from ingest.lexicon.words import FUNCTION
from tests.eval.score import fold

_WORD = re.compile(r"[^\W_]+")
_STEM = 5


def content(text: str) -> frozenset[str]:
    """The folded words without those that join others ("of"), the calendar's and spelt numbers.

    >>> sorted(content("The reform of the Ibáñez Pension"))
    ['ibanez', 'pension', 'reform']
    """
    return frozenset(word for word in _WORD.findall(fold(text)) if word not in FUNCTION and word != "s")


def stems(text: str) -> frozenset[str]:
    """The first five letters of each of these words: "voters" and "voting" are near enough, "vote" is not.

    >>> sorted(stems("homicides per inhabitant"))
    ['homic', 'inhab']
    """
    return frozenset(word[:_STEM] for word in content(text))
