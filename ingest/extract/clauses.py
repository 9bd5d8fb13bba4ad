"""The main clause of some words, and its verb: which tense or modality it stands in, and what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ingest.lexicon.words import listed

Tense = Literal["will", "would", "may", "could", "should", "going", "is", "was", "has", "had", "past", ""]
"""How a clause stands: its first finite verb by class; ``""`` for a verb in the present, or none that is known."""

_SENTENCE_END = re.compile(
    r"[.?!…](?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)[.?!…]*[\"”’')]*\s"
)
_CLAUSE_END = re.compile(
    r"(?P<end>[,:](?!\d)|[;—–(]|\b(?:because|which|who|whom|whose|that|if|but|although|though|while|when|whether"
    r"|where|unless|so|than)\b)"
)
_ADJUNCT = re.compile(
    r"(?:To|(?i:if|when|while|although|though|because|as|unless|once|after|before|since|until))\b"
    r"(?:(?!\b(?:will|would)\b)[^,;:.]){0,160},\s?"
    r"|(?i:in|at|on|by|for|with|without|under|despite|during|from|among|more than|given|regarding)\b"
    r"(?:(?!\b(?:will|would|is|are|was|were|has|have|had|can|could|may|might|should|must)\b)[^,;:.]){0,160},\s?"
)
_OPENING = re.compile(
    r"[\W_]*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Ww]ell|[Yy]es|[Nn]o|[Ll]ook|[Oo]f course|[Ii] mean),?\s)*"
    r"(?:I(?: \w+ly| do not| don[’']t| would| should)? (?:think|believe|guess|know|hope|expect|suspect)(?: that)?\s)?"
)
FEWEST = 12
"""Characters: no main clause ends before."""
_SHORTEST_SENTENCE = 3
"""Words: what is shorter ("No.", "Absolutely not.") leaves the say to the sentence after it."""

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SHORT = (
    (re.compile(r"\bI[’']m\b"), "I am"),
    (re.compile(r"\bwon[’']t\b", re.IGNORECASE), "will not"),
    (re.compile(r"\bcan(?:[’']t|not)\b", re.IGNORECASE), "can not"),
    (re.compile(r"n[’']t\b"), " not"),
    (re.compile(r"[’']ll\b"), " will"),
    (re.compile(r"[’']re\b"), " are"),
    (re.compile(r"[’']ve\b"), " have"),
    (re.compile(r"[’']d (?=(?!need|feed|speed|heed|proceed|succeed|exceed)\w+ed\b|been\b)"), " had "),
    (re.compile(r"(?i:(?<=\bI)|(?<=\b(?:we|he))|(?<=\b(?:she|you))|(?<=\bthey))[’']d\b"), " would"),
    (re.compile(r"(?i:(?<=\b(?:it|he))|(?<=\bshe)|(?<=\bthat)|(?<=\bthere))[’']s\b"), " is"),
)
_DESCRIBED = re.compile(r"(?i:the|an?|those|these|all|any) (?:[\w’'-]+ ){1,2}?(?P<end>that|which|who|whom|whose)\b")
"""A short subject with a relative clause ("the man who")."""
_RELATIVE = ("that", "which", "who", "whom", "whose")
_MARK = re.compile(r"[,:](?!\d)|[;—–(]")
_PLAIN_FINITE = re.compile(r"\b(?:will|would|may|might|should|must|is|are|was|were|has|had)\b")
_BY_TENSE: tuple[tuple[Tense, str], ...] = (
    ("will", "will shall"),
    ("would", "would"),
    ("may", "may might"),
    ("could", "could"),
    ("should", "should must ought needs need"),
    ("is", "is are am can"),
    ("was", "was were"),
    ("has", "has have"),
    ("had", "had"),
    ("past", "did"),
)
_FINITE = {word: tense for tense, words in _BY_TENSE for word in words.split()}
_PASTS = listed(
    """
    ate beat became began bent bit blew bought broke brought built burnt came cast caught chose clung crept dealt
    did drank drew drove fed fell felt fled flew forbade forgot fought found froze gave got grew heard held hid hung
    kept knelt knew laid learnt led left lent lit lost made meant met paid ran rang rode rose said sang sank sat saw
    sent shook shot shrank slept slid sold sought spent split spoke spread stole stood struck stuck swam swept swore
    taught threw told took tore understood went withdrew woke won wore wrote
    """
)
PARTICIPLES = _PASTS - listed(
    "ate began drank drew flew forbade forgot froze gave grew knew rang rode rose sang sank saw shrank"
) | listed(
    """
    begun broken cut done drawn driven drunk eaten fallen forgotten frozen given gone grown hit known let put ridden
    risen run seen set shown shut spoken stolen sunk sung sworn taken thrown torn worn written
    """
)
_NO_FINITE_BEHIND = listed("the a an his her its their our my this these of in by more most many some no any to and")
"""Words behind which a form in -ed is no finite verb."""
_BETWEEN = listed("not never also already still only just now then always soon probably certainly definitely all both")
_NEGATIONS = listed("not never no nobody none nothing neither nor few hardly")
_LAST_NOUN = listed("the of free political good ill their his her")
"""Words behind which "will" is a noun."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A clause's finite verb: its tense, the words before it, the first verb or word behind it, all words behind it."""

    tense: Tense
    subject: str
    word: str
    rest: str
    is_negated: bool


@lru_cache(maxsize=16)
def first_sentence(words: str) -> str:
    """The first sentence that says something."""
    start = 0
    while (end := _SENTENCE_END.search(words, start)) is not None:
        if len(words[start : end.start()].split()) >= _SHORTEST_SENTENCE:
            return words[start : end.end()]
        start = end.end()
    return words[start:]


@lru_cache(maxsize=16)
def main_clause(sentence: str) -> str:
    """The main clause of a sentence, without "I think that" and an adjunct before it, up to the next clause.

    >>> main_clause("“But if it rains, I think we will stay, because of the dog”")
    'we will stay'
    """
    start = clause_start(sentence)
    end = _DESCRIBED.match(sentence, start) or _CLAUSE_END.search(sentence, start + FEWEST)
    if end is None:
        return sentence[start:]
    clause = sentence[start : end.start("end")]
    is_subject = end["end"] in _RELATIVE and main_verb(spelled_out(clause)).tense == ""
    return clause + _behind_relative(sentence, end.end()) if is_subject else clause


def clause_start(sentence: str) -> int:
    """Where the main clause begins."""
    start = past_opening(sentence, 0)
    while (adjunct := _ADJUNCT.match(sentence, start)) is not None:
        start = past_opening(sentence, adjunct.end())
    return start


def _behind_relative(sentence: str, start: int) -> str:
    """What goes on behind a relative clause in the subject, from the last finite verb before a mark on."""
    end = _MARK.search(sentence, start)
    stop = end.start() if end else len(sentence)
    finite = list(_PLAIN_FINITE.finditer(sentence, start, stop))
    is_behind = bool(finite) and bool(sentence[start : finite[-1].start()].strip())
    return sentence[finite[-1].start() : stop] if is_behind else ""


def past_opening(sentence: str, start: int) -> int:
    """Where a sentence begins behind quotation marks, "but", "well" and "I think"."""
    opening = _OPENING.match(sentence, start)
    return opening.end() if opening else start


def spelled_out(clause: str) -> str:
    """A clause with its short forms in full.

    >>> spelled_out("I’ll go if she won't")
    'I will go if she will not'
    """
    for short, long in _SHORT:
        clause = short.sub(long, clause)
    return clause


@lru_cache(maxsize=16)
def main_verb(clause: str) -> Verb:
    """The finite verb of a clause that is spelled out.

    >>> main_verb("We will never sell it"), main_verb("the dog had barked").tense
    (Verb(tense='will', subject='we', word='sell', rest='sell it', is_negated=True), 'had')
    """
    words = list(_WORD.finditer(clause))
    lows = ["" if match.group() == "May" else match.group().lower() for match in words]  # the month is no verb
    for place in range(1, len(lows)):
        tense = _tense(lows, place)
        if tense is None:
            continue
        behind = place if tense == "past" and lows[place] != "did" else place + 1
        while behind < len(lows) and (lows[behind] in _BETWEEN or _is_adverb(lows[behind])):
            behind += 1
        is_negated = not _NEGATIONS.isdisjoint(lows[: behind + 1])
        if tense == "is" and lows[behind : behind + 2] in (["going", "to"], ["going"]):
            tense = "going"
        rest = clause[words[behind].start() :].lower() if behind < len(lows) else ""
        word = lows[behind] if behind < len(lows) else ""
        return Verb(tense, " ".join(lows[:place]), word, rest, is_negated)
    return Verb(
        "", " ".join(lows[:1]), lows[1] if len(lows) > 1 else "", clause.lower(), not _NEGATIONS.isdisjoint(lows)
    )


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and not low.endswith("likely")


def _tense(lows: list[str], place: int) -> Tense | None:
    """The tense of the word at a place; none where it is no finite verb, as far as its form tells."""
    low, before, after = lows[place], lows[place - 1], "".join(lows[place + 1 : place + 2])
    if low == "have" and before == "to":
        return "had"
    if low in _FINITE:
        is_noun = (low == "will" and before in _LAST_NOUN) or (low.startswith("need") and after != "to")
        return None if is_noun else _FINITE[low]
    is_past = low in _PASTS or (low.endswith("ed") and len(low) > 4)
    return "past" if is_past and before not in _NO_FINITE_BEHIND else None
