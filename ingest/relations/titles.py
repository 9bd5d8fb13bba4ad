"""The role right before a name: "former mayor Ana Lima", "Harbour Institute director Ana Lima"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.roles import COMPOUNDS, MODIFIERS, NO_ROLES, TAILS, TIES
from ingest.lexicon.words import COMMON, FUNCTION, ROLES, TITLES, listed
from ingest.relations.bodies import body_at
from ingest.relations.named import Place, Text
from ingest.relations.phrases import DETERMINERS, Held, bare, held_by, is_noun, is_office, owned, read

_OPENING_ADVERBS = listed("then first late")
_NO_OPENERS = listed("campaign party staff state general house senate")
_ADDRESS = listed("mr mrs ms miss dr sir madam")
_LIKENING = listed("like unlike as than")
_MARKS = (", ", " – ", " — ")
_LONGEST = 10
_MOST_UNKNOWN = 3


def title(text: Text, name: Place) -> Iterator[Held]:
    """The role before the name, with nothing between but a form of address."""
    words = text.words
    begin = name.first
    while begin < name.last and words.lows[begin] in TITLES:
        begin += 1  # "Sen. Ana Lima" taken for the name as a whole
    if words.words[name.last] in DEMONYMS or begin == 0:
        return
    end = begin - 1
    while end > 0 and words.joined[end + 1] and words.lows[end] in _ADDRESS and words.joined[end]:
        end -= 1
    if not words.joined[end + 1] or words.possessive[end]:
        return
    noun = _noun(text, end, name)
    if noun is None:
        return
    first, owner = _begin(text, noun)
    if first == noun and owner is None and words.lows[noun] in NO_ROLES | TIES:
        return
    phrase = replace(owned(text, first, noun, owner), last=end, role_last=end)
    if bare(words.lows[noun]) in TIES and phrase.body is None:
        return
    last = name.last
    if phrase.body is None and is_office(words.lows[noun]) and text.follows(last + 1) and words.lows[last + 1] == "of":
        phrase = replace(phrase, body=body_at(text, last + 1))  # "Prime Minister Ana Lima of Strand"
        last = phrase.body.last if phrase.body is not None else last
    yield held_by(text, name.referent, phrase, words.span(min(first, phrase.first), last))


def _noun(text: Text, end: int, name: Place) -> int | None:
    """The role's noun in a title that ends at word ``end``."""
    words = text.words
    if words.lows[end] in TAILS and end and words.joined[end] and is_noun(words.lows[end - 1]):
        return end - 1
    for back in (2, 3):
        noun = end - back
        if noun < 0 or not all(words.joined[place] for place in range(noun + 1, end + 1)):
            break
        joined = COMPOUNDS.get((bare(words.lows[noun]), words.lows[noun + 1]), frozenset())
        if words.lows[end] in joined and (back == 2 or words.lows[noun + 2] in ("the", "and")):
            return noun
    if text.name_at(end) not in (None, name):
        return None
    low = bare(words.lows[end])
    if low == "lady" and words.lows[end - 1] != "first":
        return None
    return end if is_noun(low) or (low in TITLES and low not in NO_ROLES) else None


def _begin(text: Text, noun: int) -> tuple[int, Place | None]:
    """The first word of the title whose noun is at ``noun``, and the last name within it."""
    words = text.words
    first, owner, unknown = noun, None, 0
    while first > 0 and noun - first < _LONGEST and words.joined[first] and not words.opens[first]:
        before = first - 1
        name = text.name_at(before)
        if name is not None:
            if words.possessive[before] or owner is not None:
                break
            first, owner = name.first, name
            continue
        if words.possessive[before] or not _qualifies(text, before):
            break
        is_unknown = words.words[before][0].isupper() and words.lows[before] not in MODIFIERS | ROLES | TITLES
        unknown += is_unknown and words.words[before] not in DEMONYMS
        if unknown > _MOST_UNKNOWN:
            break
        first = before
    if first and words.possessive[first - 1] and owner is None and text.follows(first):
        possessor = text.name_at(first - 1)
        if possessor is not None and text.type_of(possessor) == "organisation":
            owner = possessor
    while first < noun and (
        (words.opens[first] and words.lows[first] in _OPENING_ADVERBS)
        or (words.opens[first] and words.lows[first] in _NO_OPENERS and owner is None)
    ):
        first += 1
    return first, owner


def _qualifies(text: Text, place: int) -> bool:
    """Whether a word may stand in a title before its noun."""
    words = text.words
    low, word = words.lows[place], words.words[place]
    if low in MODIFIERS or low in ROLES or (low in TITLES and low not in _ADDRESS) or word in DEMONYMS:
        return True
    if low in FUNCTION:
        return False
    if not word[0].isupper():
        return "-" in word and low not in COMMON
    return not words.headline[place] and low not in COMMON and not words.opens[place]


def before_comma(text: Text, name: Place) -> Iterator[Held]:
    """The role before a comma and the name: "the president of Harbour Bank, Ana Lima,"."""
    words = text.words
    if not name.first or words.before(name.first) not in _MARKS or words.opens[name.first]:
        return
    after = words.after(name.last)
    if words.possessive[name.last] or not (after[:1] in (",", ".", "") or after.startswith((" (", " –", " —"))):
        return
    end = name.first - 1
    for start in range(end, max(-1, end - _LONGEST - 2), -1):
        if start < end and not text.follows(start + 1):
            return
        if not _may_begin(text, start):
            continue
        phrase = read(text, start)
        if phrase is None or phrase.last != end:
            continue
        if start and words.joined[start] and words.lows[start - 1] in _LIKENING:
            return
        if words.lows[start] in ("a", "an", "another") and phrase.body is None and phrase.role_last == phrase.noun:
            return  # "As a senator, Ana Lima, …": whoever it is, the comma need not join them
        if bare(words.lows[phrase.noun]) in TIES:
            return
        yield held_by(text, name.referent, phrase, words.span(phrase.role_first, name.last))
        return


def _may_begin(text: Text, start: int) -> bool:
    words = text.words
    if words.lows[start] in DETERMINERS or words.opens[start] or start == 0:
        return True
    return not text.follows(start) or words.possessive[start - 1]
