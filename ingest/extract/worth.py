"""Whether some words judge: that something is good, bad, right, wrong, or like something that is."""

from __future__ import annotations

import re

from ingest.extract.cues import all_forms
from ingest.extract.said import Said
from ingest.lexicon.judgement import BAD, FEELING, GOOD, JUDGING, STRONG
from ingest.lexicon.words import any_of

_COPULA = (
    r"(?:\b(?:is|are|am|was|were|be|been|being|seems?|seemed|looks?|looked|sounds?|feels?|felt|proved?)|[’']s|[’']re)"
)
_JUDGED = re.compile(
    rf"{_COPULA}\W+(?:(?!(?:of|to|in|for|by|on|that)\b)[\w’'-]+\W+){{0,3}}?"
    rf"\b(?:{'|'.join(sorted(GOOD | BAD | FEELING))})s?\b"
)
_STRONG = re.compile(
    any_of(" ".join(sorted(STRONG)))
    + r"|\b(?:lack of|no right|makes? no sense|fail(?:s|ed)? to|raise[sd]? (?:\w+ )?(?:concern|alarm|doubt)s?)\b",
    re.IGNORECASE,
)
_TOO = re.compile(
    rf"{_COPULA} (?:(?:far|much|way|simply|just) )?(?:too (?!late|early)\w+|so \w+ (?:that|as)\b)|\bnot? \w* ?enough\b"
)
_LIKENED = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:\w+ )?(?:like|as if|akin to|tantamount to|nothing (?:but|more than|short of))\b"
)
_QUOTED = re.compile(
    rf"(?:{_COPULA}|\bha[sd] been|\bha[sd]) (?:a |an |the |so |too |very )?[“\"‘]"
    r"(?!(?:is|are|was|were|be|been|will|would|may|might|have|has|had|not)\b)[^”\"’]+[”\"’]"
)
"""What is said of something, and quoted because it is somebody's own word for it (was "built on sand")."""
_CALLED = re.compile(r"(?:it|this|that) (?:is|was) (?:not )?(?:\w+ly )?(?:an?|just|all about|no)\b", re.IGNORECASE)
"""What a speaker calls the matter at hand ("This is a tax on getting to work")."""
_JUDGING = all_forms(JUDGING)
_TOLD_AS_IT_IS = ("past", "has", "had", "is", "was", "")


def is_likened(said: Said) -> bool:
    """Whether something is or would be like something else ("it would be like bringing flowers")."""
    return said.verb.tense in ("would", "will", "is") and _LIKENED.search(said.clause) is not None


def is_judged(said: Said) -> bool:
    """Whether the words judge by what they say of something, by a strong word, or by their verb."""
    heard = said.sentence if said.is_quoted else said.clause
    return bool(
        any(sign.search(said.clause) for sign in (_JUDGED, _TOO, _LIKENED))
        or _STRONG.search(heard)
        or _QUOTED.search(said.words)
        or (said.is_quoted and _CALLED.match(said.clause))
        or (said.verb.word in _JUDGING and said.verb.tense in _TOLD_AS_IT_IS)
    )
