"""The role behind a name: "Ana Lima, researcher at Varrick", "Ana Lima is a lawyer", "Ana Lima of Harbour Bank"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon.roles import AUXILIARIES, CLOSERS, EVALUATIVE, JOINT, TIES
from ingest.lexicon.words import ROLES, listed
from ingest.relations.belonging import degrees, heading, of_body
from ingest.relations.named import Place, Text
from ingest.relations.nouns import bare, compound_end, is_office
from ingest.relations.phrases import Held, RolePhrase, held_by, read

_COPULAS = listed("is was became remains")
_SERVING = listed("served serves serving works worked working acted acts acting")
_CHOSEN = listed("appointed named elected reelected re-elected chosen hired")
_POSTS = listed(
    "role position post job years time tenure term terms days stint career capacity service work record decisions"
)
_NOT_HELD = listed("offered offers offer wants want wanted seeks sought seeking declined refused rejected")
_CHANGING = listed("over down in resigned retired continued quit")
"""What a post is taken up or left with: "took over as", "stepped down as", "was sworn in as"."""
_OTHERS = listed("his her its their my your our who which that and but")
_IF = listed("if whether unless should")
_ASIDE = re.compile(r" \([^()\n]{1,30}\), ")
_MARKS = (", ", ",", " – ", " — ", " - ", " (")
_MOST_ROLES = 4
_LONGEST_POST = 8


def behind(text: Text, name: Place) -> Iterator[Held]:
    """The roles behind the name, set off from it or given to it by a verb."""
    words = text.words
    place = name.last + 1
    if place < text.size and text.owns(name.last):
        yield from in_post(text, name, place)
        return
    if place >= text.size:
        return
    if words.paragraphs[place] != words.paragraphs[name.last]:
        return
    if words.joined[place]:
        yield from predicated(text, name, place)
        yield from of_body(text, name, place)
        if not _is_glued(text, name, place):
            return
    elif not _is_glued(text, name, place):
        place = _past_aside(text, name)
        if place >= text.size or words.paragraphs[place] != words.paragraphs[name.last]:
            return
        if words.before(place) not in _MARKS and not words.before(place).endswith("), "):
            return
    if words.lows[place] == "who":
        yield from _relative(text, name, place)
        return
    if words.lows[place] == "of":
        yield from of_body(text, name, place)
        return
    yield from degrees(text, name, place)
    yield from roles_from(text, name, place, needs_article=False, is_set_off=not _is_glued(text, name, place))


def _is_glued(text: Text, name: Place, place: int) -> bool:
    """Whether the next word has run together with the name."""
    words = text.words
    return words.span(name.last, name.last).end == words.span(place, place).start or words.lows[place] == "phd"


def _past_aside(text: Text, name: Place) -> int:
    """The first word behind a name, over an age or a party and state ("Ana Lima, 54, …", "Ana Lima (D-Ohio), …")."""
    words, place = text.words, name.last + 1
    if words.words[place].isdigit() and words.after(place) in (", ", "), "):
        return place + 1
    aside = _ASIDE.match(words.repaired.text, words.ends[name.last])
    return bisect_left(words.starts, aside.end()) if aside is not None else place


def predicated(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The roles that a verb at word ``place`` gives: "is a …", "served as …", "was named …", "took a post as …"."""
    words = text.words
    verb = place
    while verb < min(text.size - 1, place + 3) and words.joined[verb + 1] and words.lows[verb] in AUXILIARIES:
        if words.lows[verb] in _COPULAS and words.lows[verb + 1] not in AUXILIARIES | _SERVING | _CHOSEN:
            break
        verb += 1
    if verb + 1 >= text.size or not words.joined[verb + 1]:
        return
    if name.first and words.joined[name.first] and words.lows[name.first - 1] in _IF:
        return
    low, follows = words.lows[verb], words.lows[verb + 1]
    if low in _SERVING | _CHOSEN and follows == "as":
        yield from roles_from(text, name, verb + 2, needs_article=False, is_set_off=False)
    elif low == "became" or (low in _CHOSEN and words.lows[verb - 1] in ("was", "been")):
        yield from roles_from(text, name, verb + 1, needs_article=False, is_set_off=False)
    elif low in _COPULAS or low == "been":
        yield from roles_from(text, name, verb + 1, needs_article=True, is_set_off=False)
    else:
        yield from in_post(text, name, place)


def in_post(text: Text, name: Place, start: int) -> Iterator[Held]:
    """The role of a post that somebody has: "Ana Lima's years as mayor of Ferrow", "she took a job as a driver"."""
    words, articles = text.words, 0
    for place in range(start, min(text.size, start + _LONGEST_POST)):
        if not text.follows(place) or text.name_at(place) is not None or words.lows[place] in _OTHERS | _NOT_HELD:
            return
        articles += words.lows[place] in ("a", "an", "the")
        if articles > 1:
            return
        if words.lows[place] == "as" and place > start and words.lows[place - 1] in _POSTS | _CHANGING:
            yield from roles_from(text, name, place + 1, needs_article=False, is_set_off=False)
            return


def roles_from(text: Text, name: Place, start: int, *, needs_article: bool, is_set_off: bool) -> Iterator[Held]:
    """The roles in a row from word ``start``: "a lawyer, former mayor of Ferrow and now a partner at Lunn & Stokes"."""
    words = text.words
    rows: list[RolePhrase] = []
    place: int | None = start
    while place is not None and place < text.size and len(rows) < _MOST_ROLES:
        phrase = read(text, place)
        if phrase is None or not _is_closed(text, phrase, is_set_off=is_set_off or bool(rows)):
            break
        if needs_article and not rows and (_judges(text, phrase) or not _is_full(text, phrase)):
            break
        if words.lows[phrase.noun] in TIES and phrase.owner is None and phrase.role_last == phrase.noun:
            break
        rows.append(phrase)
        place = _conjunct(text, phrase.last)
    for number, phrase in enumerate(rows):
        after = rows[number + 1] if number + 1 < len(rows) else None
        if phrase.body is None and after is not None and after.body is not None and _is_joint(text, phrase, after):
            phrase = replace(phrase, body=after.body, last=after.last)
        yield held_by(text, name.referent, phrase, words.span(name.first, max(phrase.last, phrase.role_last)))
    if rows and text.type_of(text.name_at(rows[-1].last)) != "person":
        yield from _relative(text, name, rows[-1].last + 1)


def _relative(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The roles in a clause that begins with "who" at word ``place``."""
    words = text.words
    if place + 1 < text.size and words.lows[place] == "who" and words.paragraphs[place] == words.paragraphs[name.last]:
        yield from predicated(text, name, place + 1)
        yield from heading(text, name, place + 1)


def _conjunct(text: Text, last: int) -> int | None:
    """Where another role may begin behind the one that ends at ``last``."""
    words, place = text.words, last + 1
    if place >= text.size or words.paragraphs[place] != words.paragraphs[last]:
        return None
    if words.lows[place] == "who":
        return None
    if words.lows[place] == "and" and (words.joined[place] or words.after(last) == ", "):
        place += 1
        return place if place < text.size and words.joined[place] else None
    is_person = text.type_of(text.name_at(last)) == "person"  # whom the next role may be of
    return place if words.after(last) == ", " and not is_person else None


def _is_joint(text: Text, phrase: RolePhrase, after: RolePhrase) -> bool:
    """Whether two roles are held at one body: "chairman and chief executive of Harbour Bank"."""
    words = text.words
    nouns = {bare(words.lows[phrase.noun]), bare(words.lows[after.noun])}
    return (
        nouns <= JOINT
        and after.first == phrase.last + 2
        and words.joined[phrase.last + 1]
        and words.lows[phrase.last + 1] == "and"
        and not after.is_determined
        and after.body is not None
        and after.body.last > after.noun
    )


def _is_closed(text: Text, phrase: RolePhrase, *, is_set_off: bool) -> bool:
    """Whether the phrase ends where a role behind a name may: not before a verb or another name."""
    words, follows = text.words, phrase.last + 1
    if follows >= text.size or not words.joined[follows]:
        return not text.owns(phrase.last)
    if text.name_at(follows) is not None:
        return False
    low = words.lows[follows]
    is_passive = words.lows[phrase.first] in ("a", "an") or words.lows[follows + 1 : follows + 2] == ["by"]
    is_participle = low.endswith("ing") or (low.endswith("ed") and is_passive)
    return low in CLOSERS or is_participle or (not is_set_off and words.words[follows].islower())


def _is_full(text: Text, phrase: RolePhrase) -> bool:
    """Whether a phrase behind "is" names a role by more than its noun: "a lawyer", "author of …", "secretary to …"."""
    is_more = phrase.body is not None or phrase.last > compound_end(text, phrase.noun)
    return phrase.is_determined or is_more or is_office(text.words.lows[phrase.noun])


def _judges(text: Text, phrase: RolePhrase) -> bool:
    """Whether a phrase behind "is" says what somebody thinks of somebody, or which one somebody is."""
    words = text.words
    follows = phrase.last + 1
    is_told_apart = follows < text.size and words.joined[follows] and words.lows[follows] in ("who", "that", "whom")
    if bare(words.lows[phrase.noun]) not in ROLES and phrase.body is None:
        return True
    return (is_told_apart and words.lows[phrase.first] == "the") or any(
        words.lows[place] in EVALUATIVE or words.lows[place].endswith("est")
        for place in range(phrase.first, phrase.noun)
    )
