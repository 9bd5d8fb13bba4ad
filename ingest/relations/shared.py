"""The role that several names share: "activists Ana Lima and Tom Oakes", "two builders, Ana Lima and Tom Oakes"."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.lexicon.roles import HEADS, PARTISANS, TIES
from ingest.lexicon.words import TITLES, listed
from ingest.relations.named import Place, Text
from ingest.relations.nouns import bare, is_noun
from ingest.relations.phrases import Held, held_by, owned
from ingest.relations.titles import SHORT, title_begin

_BROAD = listed("leader member")
_COUNTING = listed("two three four five six seven eight nine ten several both other")
_LONGEST_ASIDE = 5
_LONGEST_LIST = 30
"""Names that may share one title; a line without an end is no list of people."""


def shared_title(text: Text, name: Place) -> Iterator[Held]:
    """The role that several names share: "activists Ana Lima and Tom Oakes", "officials such as Ana Lima"."""
    words, first = text.words, name
    for _ in range(_LONGEST_LIST):
        if (before := _listed_before(text, first)) is None:
            break
        first = before
    noun = first.first - 1
    gap = noun
    while gap > 0 and words.joined[gap + 1] and words.lows[gap] in TITLES:
        gap -= 1  # "officials such as Gov. Ana Lima"
    is_plural = words.lows[noun].endswith("s") and is_noun(words.lows[noun][:-1])
    if gap > 0 and words.joined[gap + 1] and not is_plural and _examples(text, gap) is not None:
        noun = gap
    after = text.name_at(name.last + 2 if text.follows(name.last + 1) else name.last + 1)
    is_several = first is not name or (after is not None and _listed_before(text, after) == name)
    is_several = is_several or (home_end(text, name.last) is not None and words.lows[max(noun, 0)].endswith("s"))
    if noun < 0 or not (words.joined[noun + 1] or (is_several and _introduces(text, noun))):
        return
    members = _examples(text, noun)
    if members is not None:
        noun = members
    if (members is None and not is_several) or text.owns(noun) or words.lows[noun][:-1] in PARTISANS | TIES | _BROAD:
        return
    low = words.lows[noun]
    if text.name_at(noun) is None and low.endswith("s") and bare(low[:-1]) in HEADS | SHORT:
        begin, owner = title_begin(text, noun)
        phrase = owned(text, begin, noun, owner)
        yield held_by(text, name.referent, phrase, words.span(min(begin, phrase.first), name.last))


def _introduces(text: Text, noun: int) -> bool:
    """Whether a counted noun before a comma is of those listed behind it ("two local builders, Ana Lima and …")."""
    words = text.words
    if words.before(noun + 1) not in (", ", ": ", " – ", " — ", " - "):
        return False
    first = noun
    while first and words.joined[first] and noun - first < _LONGEST_ASIDE and words.lows[first] not in _COUNTING:
        first -= 1
    return words.lows[first] in _COUNTING


def _examples(text: Text, last: int) -> int | None:
    """The noun before "such as" or "including" that ends at word ``last``; none where neither stands there."""
    words = text.words
    if last > 1 and words.lows[last] == "as" and words.lows[last - 1] == "such":
        noun = last - 2
    elif last and (words.lows[last] == "including" or (words.lows[last] == "like" and words.after(last - 1) == ", ")):
        noun = last - 1
    else:
        return None
    return noun if words.after(noun) in (" ", ", ") else None


def _listed_before(text: Text, name: Place) -> Place | None:
    """The person named before a comma or "and" right before a name."""
    words, place = text.words, name.first - 1
    if place > 1 and words.lows[place] == "and" and words.after(place - 1).endswith(") "):
        return _before_aside(text, place)
    if words.before(name.first).endswith("), "):
        return _before_aside(text, name.first)
    if (homed := _before_home(text, place)) is not None:
        return homed
    if place > 0 and words.joined[name.first] and words.lows[place] == "and":
        place -= 1
    elif words.before(name.first) != ", ":
        return None
    before = text.name_at(place)
    is_near = before is not None and (words.joined[place + 1] or words.after(place) == ", ") and not text.owns(place)
    return before if is_near and text.type_of(before) == "person" else None


def _before_aside(text: Text, end: int) -> Place | None:
    """The person named before the brackets that close before word ``end``: "Ana Lima (D-Ohio) and …"."""
    words, place = text.words, end - 1
    while place > max(0, end - _LONGEST_ASIDE) and "(" not in words.before(place):
        place -= 1
    before = text.name_at(place - 1) if place and words.before(place) == " (" else None
    return before if text.type_of(before) == "person" else None


def _before_home(text: Text, place: int) -> Place | None:
    """The person named before the party and home that end at word ``place``: "Ana Lima, Republican of Iowa, and …"."""
    words = text.words
    place -= words.lows[place] == "and"
    home = text.name_at(place) if place > 0 else None
    first = home.first - 3 if home is not None else -1
    before = text.name_at(first) if first >= 0 else None
    is_home = before is not None and home_end(text, before.last) == place
    return before if is_home and text.type_of(before) == "person" else None


def home_end(text: Text, last: int) -> int | None:
    """The last word of the party and home set off behind a name ("…, Republican of Iowa,"); none where none is."""
    words, party = text.words, last + 1
    if party + 2 >= text.size or words.after(last) != ", " or words.lows[party] not in PARTISANS:
        return None
    home = text.name_at(party + 2)
    is_home = words.lows[party + 1] in ("of", "from") and text.follows(party + 1) and text.follows(party + 2)
    return home.last if is_home and home is not None and text.type_of(home) == "place" else None
