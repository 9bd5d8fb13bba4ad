"""Noun phrases that name a role: "a former director of the Harbour Institute", "her campaign manager".

A phrase is read forward from its first word: determiner or owner, the words up to the role's noun, then the body that
"of", "at" and the like lead to, or what the role is about ("professor of law").
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.roles import HEADS, TAILS
from ingest.lexicon.words import FUNCTION, PERSON_VERBS, SPEECH_VERBS, listed
from ingest.relations.bodies import Body, body_behind, topic_end
from ingest.relations.named import Place, Text
from ingest.relations.nouns import bare, compound_end, is_noun, is_office, singular
from kg.model import Span

DETERMINERS = listed("a an the his her its their our my one another")
_ASIDE = listed("now currently also previously formerly once later today then himself herself both perhaps")
_QUALIFYING = listed("outside inside then first second third last")
"""Words of grammar that may stand before a role's noun too ("an outside adviser")."""
_ADJECTIVAL = listed("general major chief star student veteran volunteer principal presidential conservative liberal")
_SENT = listed("ambassador envoy advocate critic")
_RANKED = listed("top chief head highest")
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A phrase from word ``first`` to word ``last``, both included.

    The role's own words are those from ``role_first`` to ``role_last``; ``noun`` is the index of its noun. ``owner`` is
    a person whom the phrase names as the one served ("Lima's lawyer", "a Lima aide"); ``party`` the party that an
    office's holder is of ("the GOP senator"). ``is_determined`` is true behind an article or a possessive.
    """

    first: int
    last: int
    role_first: int
    role_last: int
    noun: int
    body: Body | None = None
    owner: Place | None = None
    party: Place | None = None
    is_determined: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody's role: its words, its noun in lower case, the body's referent or the span of its name.

    ``role`` is empty where the text only says that somebody belongs to the body. ``owner`` is the
    person served, ``party`` the party that the words name.
    """

    subject: int
    role: str
    head: str
    body: int | None
    body_span: Span | None
    span: Span
    owner: int | None = None
    party: int | None = None
    predicate: str = "holdsRole"


def held_by(text: Text, subject: int, phrase: RolePhrase, span: Span) -> Held:
    """The role that a phrase gives to somebody, with ``span`` as evidence."""
    body = phrase.body
    return Held(
        subject,
        text.phrase(phrase.role_first, phrase.role_last),
        singular(bare(text.words.lows[phrase.noun])),
        body.referent if body is not None else None,
        body.span if body is not None else None,
        span,
        phrase.owner.referent if phrase.owner is not None else None,
        phrase.party.referent if phrase.party is not None else None,
    )


def read(text: Text, start: int, limit: int | None = None) -> RolePhrase | None:
    """The role phrase that begins at word ``start``; none where none does.

    Its noun stands no later than at word ``limit``, where one is given.
    """
    words = text.words
    first = _past_asides(text, start)
    is_one_of = text.follows(first + 1) and words.lows[first] == "one" and words.lows[first + 1] == "of"
    if is_one_of:
        first += 2
        if not text.follows(first):
            return None
    has_article = first < text.size and words.lows[first] in DETERMINERS
    if not has_article and _leads_to_owner(text, first):
        return None
    if has_article:
        first += 1
        if not text.follows(first):
            return None
    end = _noun_phrase_end(text, first)
    if limit is not None:
        end = max(first, min(end, limit))
    noun = _noun(text, first, end, described=has_article, is_plural=is_one_of)
    if noun is None:
        return None
    is_determined = has_article or is_one_of or any(text.owns(place) for place in range(first, noun))
    phrase = owned(text, first, noun)
    noun_end = compound_end(text, noun)
    behind = body_behind(text, noun_end, is_office(words.lows[noun])) if phrase.body is None else None
    if behind is None and phrase.body is None:
        behind = _reach(text, first, noun_end)
    last = behind.last if behind is not None else topic_end(text, noun_end)
    role_last = behind.role_last if behind is not None else last
    return replace(
        phrase, first=start, last=last, role_last=role_last, body=behind or phrase.body, is_determined=is_determined
    )


def _leads_to_owner(text: Text, first: int) -> bool:
    """Whether a word in small letters stands before whoever owns what follows: a verb ("met Lima's minister")."""
    if not text.words.words[first : first + 1] or not text.words.words[first].islower() or not text.follows(first + 1):
        return False
    owner = text.name_at(first + 1)
    return owner is not None and owner.first == first + 1 and text.owns(owner.last)


def _past_asides(text: Text, start: int) -> int:
    """The first word of a phrase behind words that say when or how ("now", "at the time,")."""
    words, first = text.words, start
    if words.lows[first : first + 3] in (["at", "the", "time"], ["at", "that", "time"]) and first + 3 < text.size:
        first += 3
    while first + 1 < text.size and words.lows[first] in _ASIDE and words.joined[first + 1]:
        first += 1
    return first


def _reach(text: Text, first: int, noun_end: int) -> Body | None:
    """The place within which somebody ranks as the phrase says: "the highest-ranking judge in Norway"."""
    words, place = text.words, noun_end + 1
    is_ranked = any(
        words.lows[at] in _RANKED or words.lows[at].endswith("est-ranking") for at in range(first, noun_end)
    )
    if not is_ranked or not text.follows(place) or words.lows[place] != "in":
        return None
    place += 2 if text.follows(place + 1) and words.lows[place + 1] == "the" else 1
    name = text.name_at(place)
    if name is None or name.first != place or text.type_of(name) != "place" or text.owns(name.last):
        return None
    return Body(name.referent, None, name.last, noun_end)


def owned(text: Text, first: int, noun: int, owner: Place | None = None) -> RolePhrase:
    """The phrase from word ``first`` to a role's noun, with whoever or whatever is named before the noun as its owner.

    A body, or the place that an office is held for, is no part of the role's words where it begins them; a person is,
    unless possessive.
    """
    words = text.words
    owner = owner or next((name for place in range(noun - 1, first - 1, -1) if (name := text.name_at(place))), None)
    begin = next((place + 1 for place in range(noun - 1, first - 1, -1) if text.owns(place)), first)
    phrase = RolePhrase(first, noun, begin, noun, noun)
    if owner is None:
        return phrase
    kind, low = text.type_of(owner), words.lows[noun]
    is_legal = low == "attorney" and words.lows[noun + 1 : noun + 2] == ["general"]
    if kind == "person":
        return replace(phrase, owner=owner)
    if low in _SENT and not text.owns(owner.last):
        return phrase  # "the U.S. ambassador", "a Supreme Court advocate": no body that somebody is of
    if owner.first > first and words.lows[owner.first - 1] == "state":
        return phrase  # "a state Senate candidate": not of the Senate that is known
    if kind == "organisation" and is_party(text, owner) and is_office(low):
        return replace(phrase, party=owner)
    if kind == "organisation" or (
        kind == "place" and (is_legal or is_office(low, text.referents[owner.referent].name))
    ):
        begin = owner.last + 1 if owner.first == first or begin > owner.last else begin
        return replace(phrase, role_first=begin, body=Body(owner.referent, None, owner.last, owner.last))
    return phrase


def is_party(text: Text, name: Place) -> bool:
    """Whether a name is that of a political party."""
    last = text.referents[name.referent].name.rpartition(" ")[2]
    return last in ("Party", "GOP") or text.words.words[name.last] in ("Party", "GOP")


def _noun_phrase_end(text: Text, first: int) -> int:
    """The last word of the noun phrase that begins at ``first``, before prepositions, verbs and marks."""
    words = text.words
    place = first
    has_noun = False
    while place < min(text.size, first + _LONGEST) and (place == first or text.follows(place)):
        low = words.lows[place]
        name = text.name_at(place)
        if name is not None and name.first == place and name.last > place:
            place = name.last + 1
            continue
        if low == "and" and not has_noun and place > first and place + 1 < text.size and words.joined[place + 1]:
            place += 1
            continue
        if (
            (low in FUNCTION and low not in _QUALIFYING)
            or low in SPEECH_VERBS
            or (low in PERSON_VERBS and words.words[place].islower())
        ):
            break
        has_noun = is_noun(low) and not _is_adjectival(text, place)
        place += 1
    return place - 1


def _noun(text: Text, first: int, end: int, *, described: bool, is_plural: bool = False) -> int | None:
    """The role's noun, which the noun phrase ends in."""
    words = text.words
    for place in range(end, first - 1, -1):
        if text.name_at(place) is not None:
            return None
        low = words.lows[place]
        if words.words[place] in DEMONYMS and bare(low) not in HEADS:
            return None  # "a Russian-born painter"
        if is_plural:
            low = singular(low)
        if low in TAILS and place > first and is_noun(words.lows[place - 1]):
            continue
        if is_noun(low, described=described or _presides(text, place)) and not (
            words.lows[end] != low and _is_adjectival(text, place)
        ):
            return place
        if place == end and low.endswith(("ing", "ly", "ed")) and place > first:
            continue
        return None
    return None


def _presides(text: Text, place: int) -> bool:
    """Whether "speaker" at word ``place`` is the office of one who presides: "speaker of the Ohio House"."""
    words, follows = text.words, place + 1
    follows += words.lows[follows : follows + 2] == ["of", "the"]
    is_of = words.lows[place] == "speaker" and follows + 1 < text.size and words.lows[place + 1] == "of"
    return is_of and text.follows(follows + 1) and words.words[follows + 1][0].isupper()


def _is_adjectival(text: Text, place: int) -> bool:
    """Whether a word for a person only says what kind the next one is ("a general election nominee")."""
    words, follows = text.words, place + 1
    if words.lows[place] not in _ADJECTIVAL or follows >= text.size or not words.joined[follows]:
        return False
    return words.words[follows].islower() and words.lows[follows] not in FUNCTION
