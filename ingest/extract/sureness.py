"""What some words commit to: whether they deny, and how sure they are of themselves.

Where the words do not tell, a claim is affirmed and certain. What tells stands in the first sentence's main clause.
"""

from __future__ import annotations

import re

from ingest.extract.clauses import FEWEST, clause_start, first_sentence, main_clause, past_opening
from ingest.extract.cues import is_past, lemmas_of
from ingest.lexicon.words import any_of, listed
from kg.model import Certainty, Polarity

_DENIALS = listed("deny dispute refute reject doubt disavow")
_GUESSES = listed("speculate suspect wonder doubt fear hope rumour rumor allege imply reportedly allegedly")
_BELIEFS = listed("believe think feel suggest estimate assume expect consider argue hint see perceive")
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|cannot|nor)\b|n[’']t\b", re.IGNORECASE)
_NO_NEGATION = re.compile(
    r"\b(?:not|n[’']t|no) (?:only|just|merely|simply|without|unlike\w*|impossible|doubt|matter|later|more|less|fewer)\b"
    r"|n[’']t (?:only|just|merely|simply|doubt)\b|\A\W*Not \w+ing\b|\bfor not \w+ing\b"
)
_JOINED = re.compile(r"\band\b")
_PAUSE = re.compile(r"[,;:—–(]|\b(?:because|if|but|although|though|while|whether)\b")
_SPECULATIVE = re.compile(any_of("may might could possible possibly perhaps Perhaps conceivably unclear"))
_HEARSAY = re.compile(any_of("allegedly reportedly supposedly rumou?red"))
_HEDGED = re.compile(
    any_of("likely unlikely probably presumably apparently seems? seemed appears? appeared suggests? estimated tends?")
)
_WOULD = re.compile(r"\bwould\b|[’']d\b")


def polarity_of(words: str, cue: str) -> Polarity:
    """Whether the claim denies what its main clause names: by "not" and its like, or by a cue such as "denied".

    >>> polarity_of("taxes will not rise", "said"), polarity_of("taxes will not rise", "denied")
    ('negated', 'affirmed')
    """
    sentence = first_sentence(words)
    start = past_opening(sentence, 0)
    clause = main_clause(sentence)
    opening = sentence[:start] if re.search(r"\bI\b", sentence[:start]) else ""
    joint = _JOINED.search(clause, FEWEST)
    plain = _NO_NEGATION.sub("", opening + clause[: joint.start() if joint else len(clause)])
    is_within = cue != "" and cue in words.lower()
    denied = bool(lemmas_of(cue) & _DENIALS) or (not is_within and bool(_NEGATION.search(cue)))
    return "negated" if bool(_NEGATION.search(plain)) != denied else "affirmed"


def certainty_of(words: str, cue: str) -> Certainty:
    """How sure the claim is of itself; "would" in what was said before now is no doubt, only the past of "will".

    >>> certainty_of("taxes may rise", "said"), certainty_of("taxes will rise", "believes")
    ('speculative', 'hedged')
    """
    lemmas = lemmas_of(cue)
    sentence = first_sentence(words)
    start = clause_start(sentence)
    end = _PAUSE.search(sentence, start + FEWEST)
    clause = sentence[start : end.start() if end else len(sentence)]
    if _SPECULATIVE.search(clause) or _HEARSAY.search(words) or lemmas & _GUESSES:
        return "speculative"
    if _HEDGED.search(clause) or lemmas & _BELIEFS:
        return "hedged"
    return "hedged" if _WOULD.search(clause) and not is_past(cue) else "certain"
