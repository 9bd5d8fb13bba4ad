"""The role right before a name: "former mayor Ana Lima", "Harbour Institute director Ana Lima"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.roles import COMPOUNDS, MODIFIERS, NO_ROLES, PARTISANS, TAILS, TIES
from ingest.lexicon.words import COMMON, FUNCTION, ROLES, TITLES, listed
from ingest.relations.bodies import Body, body_at
from ingest.relations.named import Place, Text, is_side
from ingest.relations.nouns import bare, is_noun, is_office
from ingest.relations.phrases import DETERMINERS, Held, held_by, owned, read

_OPENING_ADVERBS = listed("then first late")
_NO_OPENERS = listed("campaign party staff state general house senate")
_ADDRESS = listed("mr mrs ms miss dr sir madam")
_LIKENING = listed("like unlike as than")
_MARKS = (", ", " – ", " — ")
SHORT = listed("rep sen gov")
_RANKS = listed("lt lieutenant")
_IN_CAPITALS = listed("private major general chief principal")
"""Nouns that are adjectives too: a title only in capitals where they stand alone ("private Lima letters")."""
_LONGEST = 10
_MOST_UNKNOWN = 3


def title(text: Text, name: Place) -> Iterator[Held]:
    """The roles before the name, with nothing between but a form of address."""
    words = text.words
    begin = name.first
    while begin < name.last and _is_title(text, begin, name.last):
        begin += 1  # "Sen. Ana Lima" taken for the name as a whole
    if words.words[name.last] in DEMONYMS or begin == 0:
        return
    end = begin - 1
    while end > 0 and words.joined[end + 1] and words.lows[end] in _ADDRESS and words.joined[end]:
        end -= 1
    if not words.joined[end + 1] or text.owns(end):
        return
    noun = _noun(text, end, name)
    if noun is not None and noun and words.lows[noun] in SHORT and words.joined[noun]:
        before = _noun(text, noun - 1, name)
        if before is not None and words.lows[before] not in MODIFIERS | _RANKS:  # "Committee Chair Rep. Ana Lima"
            yield from _titled(text, name, before, noun - 1)
            yield from _titled(text, name, noun, end, first=noun)
            return
    if noun is not None:
        yield from _titled(text, name, noun, end)
        yield from _joined_title(text, name, noun)


def _joined_title(text: Text, name: Place, noun: int) -> Iterator[Held]:
    """The role that "and" joins to the one right before the name: "the poet and former mayor Ana Lima"."""
    words = text.words
    first, _ = title_begin(text, noun)
    if first > 1 and words.joined[first] and words.lows[first - 1] != "and" and words.words[first - 1].islower():
        first -= words.lows[first - 1] not in FUNCTION  # "the poet and reality television star Ana Lima"
    other = first - 2
    if other < 0 or words.lows[first - 1] != "and" or not (words.joined[first] and words.joined[first - 1]):
        return
    low = words.lows[other]
    is_small = words.words[other].islower() or words.opens[other]
    if text.name_at(other) is not None or not is_small or not is_noun(low):
        return
    begin, _ = title_begin(text, other)
    is_another = begin and words.joined[begin] and words.lows[begin - 1] in DETERMINERS - {"the"}
    if low not in NO_ROLES | TIES and not is_another:  # "a poet and former mayor Ana Lima" may be two people
        yield from _titled(text, name, other, other)


def _is_title(text: Text, place: int, last: int) -> bool:
    """Whether the first word of a name is a title and no first name."""
    low = text.words.lows[place]
    return low in TITLES or (last - place > 1 and is_noun(low) and low not in FIRST_NAMES)


def _titled(text: Text, name: Place, noun: int, end: int, first: int | None = None) -> Iterator[Held]:
    """The role of a title that ends at word ``end``; it begins at ``first``, or as far back as it reaches."""
    words = text.words
    owner = None
    if first is None:
        first, owner = title_begin(text, noun)
    if first == noun and owner is None and words.lows[noun] in NO_ROLES | TIES:
        return
    if first == noun and words.lows[noun] in _IN_CAPITALS and words.words[noun].islower():
        return
    phrase = replace(owned(text, first, noun, owner), last=end, role_last=end)
    if bare(words.lows[noun]) in TIES and phrase.body is None:
        return
    last = name.last
    if phrase.body is None and is_office(words.lows[noun]) and text.follows(last + 1) and words.lows[last + 1] == "of":
        phrase = replace(phrase, body=body_at(text, last + 1))  # "Prime Minister Ana Lima of Strand"
        last = phrase.body.last if phrase.body is not None else last
    elif phrase.body is None and text.follows(last + 1) and words.lows[last + 1] == "of":
        body = body_at(text, last + 1)  # "reporter Ana Lima of the Harbour Times"
        phrase = replace(phrase, body=body if text.type_of(body) == "organisation" else None)
    elif phrase.body is None and is_office(words.lows[noun]):
        phrase = replace(phrase, body=_home(text, last))
        last = phrase.body.last if phrase.body is not None else last
    yield held_by(text, name.referent, phrase, words.span(min(first, phrase.first), last))


def _home(text: Text, last: int) -> Body | None:
    """The place that a politician's party is told with behind a name: "Senator Ana Lima, a Democrat from Ohio"."""
    words, place = text.words, last + 1
    if words.after(last) != ", ":
        return None
    place += words.lows[place : place + 1] == ["a"]
    if place + 1 >= text.size or words.lows[place] not in PARTISANS or words.lows[place + 1] not in ("of", "from"):
        return None
    body = body_at(text, place + 1, is_office=True) if text.follows(place + 1) else None
    return body if text.type_of(body) == "place" else None


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


def title_begin(text: Text, noun: int) -> tuple[int, Place | None]:
    """The first word of the title whose noun is at ``noun``, and the last name within it."""
    words = text.words
    first, owner, unknown = noun, None, 0
    while first > 0 and noun - first < _LONGEST and words.joined[first] and not words.opens[first]:
        before = first - 1
        name = text.name_at(before)
        if name is not None:
            if text.owns(before) or owner is not None:
                break
            first, owner = name.first, name
            continue
        if text.owns(before) or not _qualifies(text, before):
            break
        is_unknown = words.words[before][0].isupper() and words.lows[before] not in MODIFIERS | ROLES | TITLES
        unknown += is_unknown and words.words[before] not in DEMONYMS
        if unknown > _MOST_UNKNOWN:
            break
        first = before
    if first and is_side(text.words, first - 1):
        return first - 1, None  # "anti-Lima delegate Tom Oakes"
    if first and text.owns(first - 1) and owner is None and text.follows(first):
        possessor = text.name_at(first - 1)
        is_place = text.type_of(possessor) == "place" and is_office(words.lows[noun])
        if is_place or text.type_of(possessor) == "organisation":
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
    begin = name.first
    while begin > 0 and words.joined[begin] and words.lows[begin - 1] in _ADDRESS:
        begin -= 1
    if not begin or words.before(begin) not in _MARKS or words.opens[begin]:
        return
    after = words.after(name.last)
    is_closed = after[:1] in (",", ".", "") or after.startswith((" (", " –", " —"))
    is_closed = is_closed or words.lows[name.last + 1 : name.last + 2] in (["of"], ["who"])
    if text.owns(name.last) or not is_closed:
        return
    end = begin - 1
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


def behind_body(text: Text, name: Place) -> Iterator[Held]:
    """The role whose body or place stands right before the name: "the ambassador to Peru Ana Lima"."""
    words, end = text.words, name.first - 1
    body = text.name_at(end) if name.first and words.joined[name.first] else None
    if body is None or text.type_of(body) not in ("organisation", "place") or text.owns(end):
        return
    for start in range(body.first - 1, max(-1, end - _LONGEST), -1):
        if not text.follows(start + 1):
            return
        phrase = read(text, start) if _may_begin(text, start) else None
        if phrase is not None and phrase.last == end and phrase.noun < body.first:
            yield held_by(text, name.referent, phrase, words.span(phrase.role_first, name.last))
            return


def _may_begin(text: Text, start: int) -> bool:
    """Whether a noun phrase may begin at a word: an article, a name, or what nothing leads to."""
    words, name = text.words, text.name_at(start)
    is_name = name is not None and name.first == start
    return words.lows[start] in DETERMINERS or words.opens[start] or is_name or not text.follows(start)
