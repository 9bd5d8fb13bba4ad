"""What the text says people are: titles before a name, appositions behind it, "who heads …"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import FUNCTION, ORG_NOUNS, ROLES, SPEECH_VERBS, TITLES, listed
from ingest.words import Words
from kg.model import Mention, Referent, Span

_ADJECTIVES = listed(
    """
    former late then acting interim outgoing incumbent longtime veteran senior deputy chief vice prime first
    associate assistant retired visiting emeritus top executive managing national general communist socialist
    conservative liberal democratic republican far-right right-wing left-wing centre-right centre-left center-right
    center-left independent presidential vice-presidential political campaign press foreign interior defence defense
    finance attorney state federal district house senate majority minority crown opposition party police prize-
    winning award-winning local business media communications policy security research staff legal military
    intelligence health current new honorary co founding principal lead public relations editorial investigative
    tech
    """
)
_DETERMINERS = listed("a an the his her its their our my one another")
_PREPOSITIONS = listed("of at for with from in on to by")
_BOUND = listed("of at for with from in")
_HEADING = listed(
    """
    heads leads runs chairs directs founded co-founded headed led chaired ran oversees manages owns edits
    """
)
_COPULAS = listed("is was became as remains")
_NO_TITLES = listed(
    """
    mr mrs ms miss dr drs sir messrs madam hon late then former acting interim outgoing incumbent first vice house
    fr private sens reps
    """
)
_ADJECTIVAL = listed("general major chief star student veteran volunteer principal presidential")
_OPENING_ADVERBS = frozenset({"then", "first", "late"})
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's role: its words, its head noun in lower case, the organisation's referent or the span of its name.

    ``role`` is empty where the text only says that somebody belongs to the organisation.
    """

    subject: int
    role: str
    head: str
    body: int | None
    body_span: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """A mention by name, as words."""

    first: int
    last: int
    referent: int


def places(words: Words, mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """The mentions by name as words, in text order; of two that overlap, the longer."""
    found: list[Place] = []
    for mention in mentions:
        if mention.form != "name":
            continue
        first = words.at(mention.span.start)
        last = words.at(mention.span.end - 1)
        if last >= len(words):
            continue
        if found and first <= found[-1].last:
            if last - first > found[-1].last - found[-1].first:
                found[-1] = Place(first, last, mention.referent)
            continue
        found.append(Place(first, last, mention.referent))
    return tuple(found)


def held(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> tuple[Held, ...]:
    """The roles that the text gives to the people it names, in text order."""
    return tuple(role for number in range(len(named)) for role in _of(words, named, number, referents))


def _of(words: Words, named: Sequence[Place], number: int, referents: Sequence[Referent]) -> Iterator[Held]:
    name = named[number]
    if referents[name.referent].type != "person":
        return
    title = _title(words, named, number, referents)
    if title is not None:
        yield title
    before = _before_comma(words, named, number, referents) if title is None else None
    if before is not None:
        yield before
    behind = _behind(words, named, number, referents)
    if behind is not None:
        yield behind


def _title(words: Words, named: Sequence[Place], number: int, referents: Sequence[Referent]) -> Held | None:
    """The role right before the name: "former mayor Ana Lima", "Harbour Institute director Ana Lima"."""
    name = named[number]
    first = name.first
    floor = named[number - 1].last if number else -1
    while (
        first - 1 > floor
        and words.joined[first]
        and not words.possessive[first - 1]
        and _is_role_word(words, first - 1)
    ):
        first -= 1
        if words.opens[first]:
            first += words.lows[first] in _OPENING_ADVERBS
            break
    first += first + 1 == name.first and words.lows[first] in ("campaign", "party", "staff", "state", "general")
    role_words = range(first, name.first)
    head = next((words.lows[place] for place in reversed(role_words) if _is_role(words, place)), None)
    if head is None or (len(role_words) == 1 and head in _NO_TITLES):
        return None
    start, body = first, None
    if number and floor == first - 1 and words.joined[first] and not words.opens[first]:
        owner = referents[named[number - 1].referent]
        if owner.type == "organisation":
            start, body = named[number - 1].first, named[number - 1].referent
        elif owner.type == "place" and not words.possessive[floor]:
            start = first = named[number - 1].first
    return Held(name.referent, _phrase(words, first, name.first - 1), head, body, None, words.span(start, name.last))


def _is_role(words: Words, place: int) -> bool:
    low = words.lows[place]
    return low in ROLES or (low in TITLES and low not in _NO_TITLES)


def _is_role_word(words: Words, place: int) -> bool:
    low = words.lows[place]
    return low in ROLES or low in TITLES or low in _ADJECTIVES


def _before_comma(words: Words, named: Sequence[Place], number: int, referents: Sequence[Referent]) -> Held | None:
    """The role before a comma and the name: "the president of Harbour Bank, Ana Lima,"."""
    name = named[number]
    if not name.first or words.before(name.first) not in (", ", " – ", " — ") or words.opens[name.first]:
        return None
    after = words.after(name.last)
    is_closed = name.last + 1 == len(words) or after[:1] in (",", ".") or after.startswith(" (")
    if not is_closed and words.lows[name.last + 1] not in SPEECH_VERBS:
        return None
    place = name.first - 1
    while place >= max(0, name.first - _LONGEST) and (place == name.first - 1 or words.joined[place + 1]):
        low = words.lows[place]
        if low in ROLES and (follows := place + 1) <= name.first:
            first = place
            while first and words.joined[first] and words.lows[first - 1] in _ADJECTIVES:
                first -= 1
            is_bounded = (
                first == 0 or not words.joined[first] or words.lows[first - 1] in _DETERMINERS or words.opens[first]
            )
            if not is_bounded or (follows < name.first and words.lows[follows] not in _BOUND):
                return None
            body, span, _ = _body(words, named, follows, referents) if follows < name.first else (None, None, place)
            phrase_end = place if body is not None or span is not None else name.first - 1
            return Held(name.referent, _phrase(words, first, phrase_end), low, body, span, words.span(first, name.last))
        if low in FUNCTION and low not in _PREPOSITIONS and low not in _DETERMINERS:
            return None
        place -= 1
    return None


def _behind(words: Words, named: Sequence[Place], number: int, referents: Sequence[Referent]) -> Held | None:
    """The role behind the name: "Ana Lima, researcher at Harbour Institute", "Ana Lima of the Harbour Institute"."""
    name = named[number]
    place = name.last + 1
    if place >= len(words) or words.possessive[name.last] or words.paragraphs[place] != words.paragraphs[name.last]:
        return None
    gap, low = words.after(name.last), words.lows[place]
    if words.joined[place] and low in _COPULAS:
        return _apposition(words, named, name, place + 1, referents, needs_determiner=True)
    if words.joined[place] and low in ("of", "from", "at"):
        body, span, last = _body(words, named, place, referents)
        if body is None or referents[body].type != "organisation":
            return None
        return Held(name.referent, "", "", body, span, words.span(name.first, last))
    is_glued = words.span(name.last, name.last).end == words.span(place, place).start
    if gap not in (", ", ",", " – ", " — ") and low != "phd" and not is_glued:
        return None
    if low.isdigit() and place + 1 < len(words) and words.after(place) == ", ":
        place += 1
    if words.lows[place] == "who":
        return _heads(words, named, name, place + 1, referents)
    return _apposition(words, named, name, place, referents, needs_determiner=False)


def _heads(words: Words, named: Sequence[Place], name: Place, place: int, referents: Sequence[Referent]) -> Held | None:
    """The role in a clause: "…, who heads the Harbour Institute"."""
    if place < len(words) and words.lows[place] in ("is", "was", "became"):
        return _apposition(words, named, name, place + 1, referents, needs_determiner=True)
    if place >= len(words) or words.lows[place] not in _HEADING:
        return None
    body, span, last = _body(words, named, place, referents)
    if body is None and span is None:
        return None
    return Held(name.referent, words.words[place], words.lows[place], body, span, words.span(name.first, last))


def _apposition(
    words: Words,
    named: Sequence[Place],
    name: Place,
    start: int,
    referents: Sequence[Referent],
    *,
    needs_determiner: bool,
) -> Held | None:
    """A role named in a noun phrase that begins at word ``start``."""
    first = start
    if first < len(words) and words.lows[first] in _DETERMINERS:
        first += 1
    elif needs_determiner:
        return None
    head = owner = None
    place = first
    while place < min(len(words), first + _LONGEST) and (place == start or words.joined[place]):
        low = words.lows[place]
        if (low in ROLES and not _is_adjectival(words, place)) or low == "phd":
            head = place
        elif low in FUNCTION or low in SPEECH_VERBS or head is not None:
            break
        if words.possessive[place] or words.words[place][0].isupper():
            owner = named_at(named, place) or owner
        if words.opens[place] and place > start:
            return None
        place += 1
    if head is None or (
        head == first
        and words.lows[head] in TITLES
        and head + 1 < len(words)
        and words.joined[head + 1]
        and words.words[head + 1][0].isupper()
    ):
        return None
    body, span, last = _role_body(words, named, head, referents)
    role_first = first
    if (
        owner is not None
        and owner.last < head
        and referents[owner.referent].type == "organisation"
        and body is None
        and span is None
    ):
        body, role_first, last = owner.referent, owner.last + 1, head
    end = last if body is None and span is None else _role_end(words, head, body, span, last, named)
    return Held(
        name.referent,
        _phrase(words, role_first, end),
        words.lows[head],
        body,
        span,
        words.span(name.first, max(last, head)),
    )


def _is_adjectival(words: Words, place: int) -> bool:
    """Whether a word for a person only says what kind the next one is ("a general election nominee")."""
    follows = place + 1
    if words.lows[place] not in _ADJECTIVAL or follows >= len(words) or not words.joined[follows]:
        return False
    return words.words[follows].islower() and words.lows[follows] not in FUNCTION


def _role_body(
    words: Words, named: Sequence[Place], head: int, referents: Sequence[Referent]
) -> tuple[int | None, Span | None, int]:
    """The organisation behind a role's noun, over "in Political Science" and the like; the last word of the whole."""
    follows = head + 1
    if follows < len(words) and words.joined[follows] and words.lows[follows] in _BOUND:
        body, span, last = _body(words, named, follows, referents)
        if body is not None or span is not None:
            return body, span, last
        place = follows + 1
        while place < min(len(words), follows + 7) and words.joined[place] and words.lows[place] not in SPEECH_VERBS:
            if words.lows[place] in ("at", "of", "for", "from") and place > follows + 1:
                body, span, last = _body(words, named, place, referents)
                return (body, span, last) if body is not None else (None, None, place - 1)
            if words.lows[place] in FUNCTION and words.lows[place] not in ("the", "and", "a"):
                break
            if words.possessive[place]:
                return None, None, head  # "architect of the mayor’s plan"
            place += 1
        return None, None, max(head, place - 1) if words.lows[place - 1] not in FUNCTION else head
    return None, None, head


def _role_end(words: Words, head: int, body: int | None, span: Span | None, last: int, named: Sequence[Place]) -> int:
    """The last word of the role itself, before the preposition that leads to the organisation."""
    place = last
    while place > head and words.lows[place] not in _BOUND | {"the"}:
        place -= 1
    name = named_at(named, last)
    end = (name.first if name is not None and name.last == last else place + 1) - 1
    while end > head and words.lows[end] in _BOUND | _DETERMINERS:
        end -= 1
    return max(end, head)


def _body(
    words: Words, named: Sequence[Place], place: int, referents: Sequence[Referent]
) -> tuple[int | None, Span | None, int]:
    """The organisation named right behind a preposition or verb: its referent, or its span, and its last word."""
    follows = place + 1
    while follows < len(words) and words.joined[follows] and words.lows[follows] in _DETERMINERS:
        follows += 1
    if (
        follows + 1 < len(words)
        and words.words[follows].islower()
        and words.lows[follows] not in FUNCTION
        and words.joined[follows + 1]
    ):
        follows += 1
    if follows >= len(words) or not words.joined[follows]:
        return None, None, place
    known = named_at(named, follows)
    if known is not None and known.first == follows:
        kind = referents[known.referent].type
        if kind == "organisation" or (kind == "place" and words.lows[place] in ("of", "for")):
            return known.referent, None, known.last
        return None, None, place
    last = follows
    if not words.words[follows][0].isupper() or words.words[follows] in DEMONYMS or words.lows[follows] in TITLES:
        return None, None, place
    while (
        last + 1 < len(words)
        and words.joined[last + 1]
        and words.words[last + 1][0].isupper()
        and named_at(named, last + 1) is None
    ):
        last += 1
    if words.lows[place] in ("in", "on", "of", "from") and words.lows[last] not in ORG_NOUNS:
        return None, None, place
    return None, words.span(follows, last), last


def named_at(named: Sequence[Place], place: int) -> Place | None:
    """The name that a word is part of, none where it is part of none."""
    number = bisect_left(named, place, key=lambda name: name.last)
    return named[number] if number < len(named) and named[number].first <= place else None


def _phrase(words: Words, first: int, last: int) -> str:
    return " ".join(words.text(first, last).split())
