"""Where a story is filed from: the place that opens a paragraph before a dash."""

from __future__ import annotations

import re

from ingest.words import Words

_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, (?:[A-Z]\w+\.? \d{1,2}|\d{1,2} [A-Z]\w+)(?:,? \d{4})?)?"
    r"(?: \([A-Z][^)\n]{1,30}\))?\s?(?:—|–|--|(?<=[ )])-)\s"
)
"""What follows the place that an agency's story begins with: "(Reuters) - "."""


def is_filed_from(words: Words, first: int, last: int) -> bool:
    """Whether a story is filed from what the words name: they open a paragraph, and a dash follows ("LIMA (NNA) —")."""
    begins = not first or words.paragraphs[first] != words.paragraphs[first - 1]
    return begins and _DATELINE.match(words.repaired.text, words.ends[last]) is not None
