"""The body that a role is held at, behind its noun: "of the Harbour Institute", "at Varrick University"."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import FUNCTION, HEADS_LAST, ORG_NOUNS, PERSON_VERBS, SPEECH_VERBS, TITLES, listed
from ingest.relations.named import Text
from ingest.relations.nouns import bare, is_noun
from kg.model import Span

LEADING = listed("of at for with from in")
_ABOUT = listed("of for on to against in")
_SKIPPED = listed("a an the his her its their our my one another mr mrs ms president")
_LINKING = listed(
    """
    the a an his her its their our my mr mrs ms dr first second third last own former
    two three four five six several many most all other
    """
)
_LEADERS = listed(
    """
    president spokesman spokeswoman spokesperson leader head chairman chairwoman chairperson chair coordinator treasurer
    secretary secretary-general co-founder founder member candidate analyst economist researcher
    """
)
"""Nouns for those who are hardly ever "of" anything in capitals but a body, a place or people."""
_CHAMBERS = listed("house senate assembly legislature")
_QUALITIES = ("ence", "ance", "ness", "ity", "ment", "tion", "ism")
"""How nouns end that name no body ("the prize for Excellence")."""
_LONGEST = 8
_MOST_SKIPPED = 3
_ANOTHER = 3
"""Words behind "and" within which the noun of another role stands ("and former union lawyer")."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body's referent, or the span of a name that was not known as one.

    ``last`` is the last word of the whole phrase, ``role_last`` that of the role's own words.
    """

    referent: int | None
    span: Span | None
    last: int
    role_last: int


def body_behind(text: Text, noun_end: int, is_office: bool) -> Body | None:
    """The body behind a role's noun that ends at word ``noun_end``, over "of law" and the like; none where none is."""
    words = text.words
    place, role_last = noun_end + 1, noun_end
    while place < min(text.size, noun_end + _LONGEST) and words.joined[place] and words.lows[place] in LEADING:
        found = body_at(text, place, is_office=is_office)
        if found is not None:
            last = found.last
            if (home := _home_end(text, found)) is not None:
                return _based(text, home, role_last)  # "head of an Ohio company": of no place
            if found.span is not None and text.follows(last + 1) and _qualifies(text, last + 1):
                return None  # "secretary for the Republican committee": no name of a body
            if text.follows(last + 1) and (text.owns(last) or _qualifies(text, last + 1)):
                # "director of the bureau's cyber division": the words run on, the body is the bureau
                last = role_last = max(topic_end(text, role_last), last)
            return Body(found.referent, found.span, last, role_last)
        if words.lows[place] not in _ABOUT:
            return None
        role_last = _topic(text, place)
        if role_last < place:
            return None
        place = role_last + 1
    return None


def _home_end(text: Text, body: Body) -> int | None:
    """The last word of a place that only says where what follows is ("a Ferrow, Ohio-based maker"); none elsewhere."""
    words, last = text.words, body.last
    if text.type_of(body) != "place" or text.owns(last):
        return None
    state = text.name_at(last + 1) if words.after(last) == ", " else None
    if state is not None and words.after(state.last).startswith("-"):
        return state.last
    is_joined = text.follows(last + 1) and (words.before(last + 1)[:1] == "-" or _qualifies(text, last + 1))
    return last if is_joined else None


def _based(text: Text, home: int, role_last: int) -> Body | None:
    """The body named behind where it is based and what it is ("Ferrow-based shipping firm Lunn")."""
    words, place = text.words, home + 1
    while place < min(text.size, home + _LONGEST) and words.words[place].islower() and words.joined[place + 1]:
        place += 1
    name = text.name_at(place) if place > home + 1 else None
    is_body = name is not None and name.first == place and text.type_of(name) == "organisation"
    if name is None or not is_body or words.lows[place - 1] not in ORG_NOUNS or text.owns(name.last):
        return None
    return Body(name.referent, None, name.last, role_last)


def _qualifies(text: Text, place: int) -> bool:
    """Whether the name before a word only says which one it is ("host of the Gantry quiz show")."""
    low = text.words.lows[place]
    is_verb = low in SPEECH_VERBS or low in PERSON_VERBS or low.endswith(("ed", "ing", "s"))
    return text.words.words[place].islower() and low not in FUNCTION and not is_verb


def topic_end(text: Text, noun_end: int) -> int:
    """The last word of what a role is about, behind its noun ("professor of law", "adviser to Ana Lima")."""
    words, end = text.words, noun_end
    while end + 1 < text.size and words.joined[end + 1] and words.lows[end + 1] in _ABOUT and end < noun_end + _LONGEST:
        if words.lows[end + 1] == "in" and not _is_field(text, end + 2, end == noun_end):
            break
        reached = _topic(text, end + 1)
        if reached <= end + 1:
            break
        end = reached
    return end


def _is_field(text: Text, place: int, is_first: bool) -> bool:
    """Whether "in" before a word leads to what somebody is versed in or in charge of, and not to a place or a year."""
    words = text.words
    if place >= text.size:
        return False
    return words.lows[place] == "charge" or (
        is_first and words.words[place].islower() and words.lows[place] not in FUNCTION
    )


def _topic(text: Text, place: int) -> int:
    """The last word of the noun phrase behind the preposition at ``place``; ``place - 1`` where there is none."""
    words = text.words
    follows, end = place + 1, place - 1
    while follows < min(text.size, place + _LONGEST) and text.follows(follows):
        low = words.lows[follows]
        name = text.name_at(follows)
        if name is not None and name.first == follows:
            end, follows = name.last, name.last + 1
            continue
        if low.endswith("ing") and text.follows(follows + 1) and words.lows[follows + 1] in _SKIPPED:
            break  # "the committee organizing the …"
        if low == "and" and not _joins_on(text, follows + 1, end, place):
            break
        if low in SPEECH_VERBS or (low in PERSON_VERBS and words.words[follows].islower()):
            break
        if low in FUNCTION or low in TITLES & _LINKING:
            if low not in _LINKING and low != "and":
                break
        elif words.lows[place] == "to" and follows == place + 1 and words.words[follows].islower():
            return place - 1  # "the nominee to replace …"
        else:
            end = follows
        follows += 1
    return end


def _joins_on(text: Text, place: int, end: int, preposition: int) -> bool:
    """Whether "and" before ``place`` joins a name to a name or a noun to a noun, and begins no other role."""
    words = text.words
    if not text.follows(place):
        return False
    after = place + (words.lows[place] in TITLES and text.follows(place + 1))
    if end >= preposition and text.name_at(end) is not None:
        return text.name_at(after) is not None
    begins = [at for at in range(place, min(place + _ANOTHER, text.size)) if at == place or text.follows(at)]
    return words.lows[place] not in FUNCTION and not any(is_noun(words.lows[at]) for at in begins)


def body_at(text: Text, place: int, *, is_office: bool = False) -> Body | None:
    """The body named right behind a preposition or verb at word ``place``, over a few words that describe it."""
    words = text.words
    follows = place + 1
    while text.follows(follows) and words.lows[follows] in _SKIPPED:
        follows += 1
    skipped = 0
    while (
        skipped < _MOST_SKIPPED
        and text.follows(follows)
        and text.name_at(follows) is None
        and (words.words[follows].islower() or words.words[follows] in DEMONYMS)
        and words.lows[follows] not in FUNCTION
        and words.lows[follows] not in SPEECH_VERBS
    ):
        follows += 1
        skipped += 1
    if not text.follows(follows):
        return None
    known = text.name_at(follows)
    while known is not None and known.first == follows and text.owns(known.last) and _goes_on(text, known.last + 1):
        inner = text.name_at(known.last + 1)
        if inner is None or text.type_of(inner) == "person":
            break
        known, follows, skipped = inner, inner.first, 1  # "of Strand's Harbour County Board"
    if known is None or known.first != follows:
        return None if known is not None else _unknown(text, place, follows)
    inner = text.name_at(known.last + 1)
    if _goes_on(text, known.last + 1) and text.type_of(inner) != "person":
        if inner is None:
            return _unknown(text, place, follows)  # "the Ferrow Dockers' Union", of which only Ferrow was known
        if text.type_of(inner) != "organisation":
            return None
        return Body(None, words.span(known.first, inner.last), inner.last, place - 1)  # "the Ferrow County GOP"
    if text.type_of(known) == "organisation":
        return Body(known.referent, None, _with_seat(text, known.last), place - 1)
    is_place = text.type_of(known) == "place" and not text.owns(known.last) and not skipped
    if is_place and (words.lows[place] in ("of", "for") or (is_office and words.lows[place] == "from")):
        return Body(known.referent, None, known.last, place - 1)
    return None


def _with_seat(text: Text, last: int) -> int:
    """The last word of a body with the place that it is of ("the Chamber of Commerce of Porto")."""
    words, place = text.words, last + 2
    seat = text.name_at(place) if words.lows[last + 1 : place] == ["of"] and text.follows(place) else None
    is_seat = seat is not None and seat.first == place and text.type_of(seat) == "place" and not text.owns(seat.last)
    return seat.last if seat is not None and is_seat else last


def _goes_on(text: Text, place: int) -> bool:
    """Whether a word in capitals continues the name before it."""
    words = text.words
    if text.follows(place) and words.words[place].isdigit() and text.follows(place + 1):
        place += 1  # "the Ferrow 2016 Committee"
    return text.follows(place) and words.words[place][0].isupper() and words.lows[place] not in FUNCTION


def _unknown(text: Text, place: int, first: int) -> Body | None:
    """A body whose name was not known as one: words in capitals that end as bodies' names do, or any behind "at".

    Behind "of" they are one where the role is only held at bodies, or a noun says what they are ("the firm Lunn").
    """
    words, name = text.words, text.name_at(first)
    last = name.last if name is not None else first
    if not words.words[first][0].isupper() or words.words[first] in DEMONYMS or words.lows[first] in TITLES:
        return None
    while (
        (text.follows(last + 1) or words.after(last) == " & ")
        and (words.words[last + 1][0].isupper() or _goes_on(text, last + 1))
        and text.type_of(inner := text.name_at(last + 1)) in (None, "organisation")
    ):
        last = last + 1 if inner is None else inner.last  # over possessives too: "the Seamen's Guild"
    is_body = words.lows[last] in ORG_NOUNS or words.lows[last] in HEADS_LAST
    is_body = is_body or (words.lows[last] in _CHAMBERS and text.type_of(name) == "place")
    is_body = is_body or words.lows[first - 1] in ORG_NOUNS or _is_led(text, place, first, last)
    if (not is_body and words.lows[place] not in ("at", "for")) or words.lows[first] == "pac":
        return None
    if first == last and words.lows[first].endswith(_QUALITIES):
        return None
    if text.name_at(last + 1) is not None and text.follows(last + 1):
        return None
    return Body(None, words.span(first, last), last, place - 1)


def _is_led(text: Text, place: int, first: int, last: int) -> bool:
    """Whether several words in capitals are what somebody leads or speaks for: "spokesman of the National Renewal"."""
    words = text.words
    is_several = last > first and words.lows[first] not in FIRST_NAMES and not words.headline[first]
    return is_several and words.lows[place] == "of" and bare(words.lows[place - 1]) in _LEADERS
