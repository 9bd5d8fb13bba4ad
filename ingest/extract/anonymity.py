"""Who only asks not to be named says nothing by that: it tells of the speaker and makes no claim."""

from __future__ import annotations

import re

_ANONYMITY = re.compile(
    r"(?:that )?(?:(?:s?he|they|his name|her name|their names?) )?(?:not )?(?:to )?(?:not )?(?:be|remain|stay|speak) "
    r"(?:publicly )?(?:named|identified|quoted|anonymous|anonymously)(?: (?:by name|publicly|further|in print))?"
    r"|(?:on (?:the )?condition of |for )?anonymity",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",? who\b[^,;:—]*,?", re.IGNORECASE)


def is_only_anonymity(words: str) -> bool:
    """Whether words are but a wish to stay unnamed ("not to be named", "anonymity").

    >>> is_only_anonymity("not to be identified by name"), is_only_anonymity("to be named chairman")
    (True, False)
    """
    return _ANONYMITY.fullmatch(words) is not None


def is_clause_of_speaker(words: str) -> bool:
    """Whether words behind a speaker are but a clause about whom it is (", who did not wish to be named,")."""
    return _CLAUSE.fullmatch(words) is not None
