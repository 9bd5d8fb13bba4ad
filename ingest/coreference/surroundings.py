"""How an expression stands in its sentence: as a subject, as an object, behind a preposition."""

from __future__ import annotations

import re

from ingest.lexicon.words import FUNCTION, SPEECH_VERBS, listed
from kg.model import Span

BOUNDS = listed(
    """
    of in on at for from with by to about as among under who whom whose which that where when during after before
    while because including like against over since until via into between across near through around behind within
    without toward towards beyond along outside inside
    """
)
"""Words that end a noun phrase."""
_VERB_AFTER = re.compile(r"(?:['’]s)?(?:,[^.]{1,80},)? (?P<word>[a-z]+)")
_NO_VERBS = listed("of and or in on at for from with by to as who whose which that than")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+)(?P<gap>\W*)\Z")
_COORDINATED = re.compile(r"[A-Z][^\W\d_]+ (?:and|or) \Z")
_CLAUSE_WORDS = SPEECH_VERBS | listed(
    "and but while as when if although because though whereas after before since that so whether then"
)


def acts(text: str, span: Span, opens: bool) -> bool:
    """Whether the expression stands where a subject does: it opens a clause and a verb may follow."""
    follows = _VERB_AFTER.match(text, span.end)
    if follows is None or follows["word"] in _NO_VERBS or text[span.end - 2 : span.end] in ("'s", "’s"):
        return False
    if opens:
        return True
    if _COORDINATED.search(text, max(0, span.start - 30), span.start):
        return False
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    return (
        before is None or before["word"].lower() in _CLAUSE_WORDS or any(mark in before["gap"] for mark in ',.;:"“”—(')
    )


def is_free(text: str, span: Span) -> bool:
    """Whether no preposition stands right before an expression."""
    before = _WORD_BEFORE.search(text, max(0, span.start - 30), span.start)
    return before is None or before["gap"] != " " or before["word"].lower() not in BOUNDS


def suffers(text: str, span: Span, low: str) -> bool:
    """Whether a pronoun is the object of a verb or a preposition: "him", "them", and "her" where no noun follows."""
    if low in ("him", "them", "me", "us"):
        return True
    if low != "her":
        return False
    follows = _NEXT.match(text, span.end)
    return follows is None or follows[1].lower() in FUNCTION


_NEXT = re.compile(r" ([^\W\d_]+)")
