"""What holds in somebody's view: whose it is, where the words begin; "In Lima's opinion, …", "For the analyst, …"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from ingest.extract.noun_phrases import is_verb
from ingest.extract.tokens import Range, Token
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.words import EXPERT_NOUNS, EXPERT_ROLES, PERSON_NOUNS, listed

_VIEWS = listed("opinion view views words analysis judgment judgement estimation assessment")
_OWNERS = listed("his her their its")
_OWNING = ("’s", "'s", "’", "'")
_EXPERTS = EXPERT_ROLES | EXPERT_NOUNS
_ROLES = _EXPERTS | PERSON_NOUNS
_SPEAKERS = _ROLES | listed("union association federation guild chamber organisation organization ngo")
"""Who is told by a role, or a body that speaks."""
_ASIDES = listed("instead however though meanwhile therefore too also")
_PRESENT = listed("is are has have does do should must will would can cannot could may might needs")
_PAST = listed("was were had did meant became came went")
_NOT_SAID = listed("who which whose where on")
_LONGEST = 16
"""Tokens of the words for somebody."""
_NEAR = 6
"""Tokens within which a verb in "-s" is looked for where there is no other."""
_SHORTEST = 4
"""Tokens of what holds for them."""


class View(NamedTuple):
    """What is held, whose view it is, and the words that say so, in tokens."""

    content: Range
    source: Range
    cue: Range


def in_view(tokens: Sequence[Token]) -> View | None:
    """The view that a sentence opens with by a noun: "in her opinion, …", "in the opinion of Ana Lima, …"."""
    comma = _comma(tokens, 0)
    if comma is None or tokens[0].low != "in" or len(tokens) - comma < 3:
        return None
    noun = next((place for place in range(2, comma) if tokens[place].low in _VIEWS), None)
    if noun is None:
        return None
    start = _past_aside(tokens, comma)
    if noun == comma - 1 and (tokens[1].low in _OWNERS or tokens[noun - 1].low.endswith(_OWNING)):
        return View((start, len(tokens)), (1, noun), (0, comma))
    is_of = tokens[1].low == "the" and noun == 2 and tokens[3].low == "of" and comma > 4
    return View((start, len(tokens)), (4, comma), (0, 4)) if is_of else None


def for_whom(tokens: Sequence[Token], speakers: Set[str]) -> View | None:
    """The view of whom a sentence opens with: an expert, somebody told by a role, or one of the ``speakers`` so far.

    What only held for them ("For Lima, the debate was a chance") is the text's own.
    """
    comma = _comma(tokens, 0)
    if comma is None or tokens[0].low != "for" or comma < 2:
        return None
    source = tokens[1:comma]
    names = [token for token in source if token.kind == "name"]
    is_told = any(token.low in _SPEAKERS for token in source) and bool(names) and source[-1].kind == "name"
    is_expert = source[-1].low in EXPERT_NOUNS and not names
    is_apposed = any(token.low in _ROLES for token in tokens[comma + 1 : comma + 3])
    is_person = len(names) > 1 and (names[0].low in FIRST_NAMES or is_apposed)
    is_named = len(names) == len(source) and (names[-1].low in speakers or is_person)
    if not (is_told or is_expert or is_named):
        return None
    end = comma
    if (
        is_named
        and (behind := _comma(tokens, comma + 1))
        and any(token.low in _ROLES for token in tokens[comma + 1 : behind])
    ):
        end = behind
    start = _past_aside(tokens, end)
    is_view = len(tokens) - start >= _SHORTEST and _is_present(tokens[start:])
    return View((start, len(tokens)), (1, end), (0, 1)) if is_view else None


def experts_in(tokens: Sequence[Token]) -> set[str]:
    """The names right behind the role of an expert, in lower case ("the economist Ana Lima")."""
    names: set[str] = set()
    is_behind = False
    for token in tokens:
        is_behind = token.low in _EXPERTS or (is_behind and token.kind == "name")
        if is_behind and token.kind == "name":
            names.add(token.low)
    return names


def _comma(tokens: Sequence[Token], start: int) -> int | None:
    """The first comma within reach; none behind a quotation or another mark."""
    for place in range(start, min(start + _LONGEST, len(tokens))):
        if tokens[place].low == ",":
            return place
        if tokens[place].kind in ("quotation", "mark"):
            return None
    return None


def _past_aside(tokens: Sequence[Token], comma: int) -> int:
    """Where what is held begins behind a comma, over "instead," and the like."""
    is_aside = comma + 2 < len(tokens) and tokens[comma + 1].low in _ASIDES and tokens[comma + 2].low == ","
    return comma + 3 if is_aside else comma + 1


def _is_present(tokens: Sequence[Token]) -> bool:
    """Whether the first verb that can be told is of the present, as what somebody holds is and a story is not."""
    if tokens[0].low in _NOT_SAID or tokens[0].low.endswith("ing"):
        return False
    for place, token in enumerate(tokens):
        if token.low in _PRESENT:
            return True
        if token.low in _PAST or (place and token.low.endswith("ed") and is_verb(tokens, place)):
            return False
    return any(token.kind == "word" and token.low[-1] == "s" and token.low[-2:] != "ss" for token in tokens[2:_NEAR])
