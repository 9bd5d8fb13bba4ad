"""Lines that are written with capitals throughout, as headlines are."""

from __future__ import annotations

import re

from ingest.lexicon.words import listed

TITLED = listed(
    """
    a an and as at but by for from if in into nor of on or over per so than that the to up vs via with
    """
)


def is_title(text: str, floor: int, limit: int) -> bool:
    """Whether a line is written with capitals throughout, as headlines are."""
    words = re.findall(r"[^\W\d_]{2,}", text[floor : min(limit, floor + 200)])
    weighty = [word for word in words if word.lower() not in TITLED]
    return len(weighty) > 2 and sum(word[0].isupper() for word in weighty) > 0.75 * len(weighty)
