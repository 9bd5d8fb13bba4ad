"""The role behind a name: "Ana Lima, researcher at Varrick", "Ana Lima is a lawyer", "Ana Lima of Harbour Bank"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from ingest.lexicon.roles import AUXILIARIES, PARTISANS, TIES
from ingest.lexicon.words import TITLES, listed
from ingest.relations.belonging import degrees, heading, of_body
from ingest.relations.named import Place, Text
from ingest.relations.nouns import is_office
from ingest.relations.phrases import Held, RolePhrase, held_by, read
from ingest.relations.rows import conjunct, is_closed, is_full, is_joint, judges, with_comma_body

_COPULAS = listed("is was been remains")
_BECOMING = listed("became become becomes becoming")
_SERVING = listed("served serves serving works worked working acted acts acting")
_CHOSEN = listed("appointed named elected reelected re-elected chosen hired")
_POSTS = listed(
    """
    role position post job years time tenure term terms days stint career capacity service work record decisions efforts
    résumé resume experience background credentials
    """
)
_OWN = listed("began begins started spent ended finished built launched left lost kept resumed during served through")
"""Words behind which "her career", "his years" are those of the one spoken of."""
_RISING = listed("rose went returned moved helped")
_JOINING = listed("joined joins replaced replaces succeeded succeeds")
_APPOINTING = listed("appointed appointing named naming hired hiring promoted promoting")
_TIMES = listed("administration government cabinet presidency campaign era")
_WHEN = listed("after before while since until")
_NOT_HELD = listed("not never offered offers offer wants want wanted seeks sought seeking declined refused rejected")
_CHANGING = listed("over down in resigned retired continued quit")
"""What a post is taken up or left with: "took over as", "stepped down as", "was sworn in as"."""
_OTHERS = listed("his her its their my your our who which that and but")
_IF = listed("if whether unless should")
_ASIDE = re.compile(r" \([^()\n]{1,30}\), ")
_MARKS = (", ", ",", " – ", " — ", " - ", " (")
_MOST_ROLES = 4
_MOST_AUXILIARIES = 5
_LONGEST_POST = 8
_LONGEST_CLAUSE = 18


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
            yield from _chosen(text, name, place)
            yield from _at_the_time(text, name, place)
            yield from _past_home(text, name, place)
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
    if words.lows[place] in _COPULAS | _SERVING and name.first and words.before(name.first) == ", ":
        yield from predicated(text, name, place)  # "his wife, Ana Lima, is a lawyer"
        return
    yield from degrees(text, name, place)
    yield from roles_from(text, name, place, needs_article=False, is_set_off=not _is_glued(text, name, place))


def _past_home(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The roles behind a name and where somebody is from: "Senator Ana Lima of Ohio, the chair of the House Board"."""
    words, home = text.words, text.name_at(place + 1) if text.words.lows[place] == "of" else None
    if home is None or home.first != place + 1 or text.type_of(home) == "person" or words.after(home.last) != ", ":
        return
    follows = home.last + 1
    if follows < text.size and words.lows[follows] in ("a", "an", "the", "who"):
        if words.lows[follows] == "who":
            yield from _relative(text, name, follows)
        else:
            yield from roles_from(text, name, follows, needs_article=False, is_set_off=True)


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
    verb, copula = place, False
    while verb < min(text.size - 1, place + _MOST_AUXILIARIES) and words.joined[verb + 1]:
        if words.lows[verb] not in AUXILIARIES | _COPULAS:
            break
        copula = copula or words.lows[verb] in _COPULAS
        verb += 1
    if verb >= text.size or (verb > place and not words.joined[verb]):
        return
    if name.first and words.joined[name.first] and words.lows[name.first - 1] in _IF:
        return
    low = words.lows[verb]
    follows = words.lows[verb + 1] if verb + 1 < text.size and words.joined[verb + 1] else ""
    if low in _SERVING | _CHOSEN and follows == "as":
        yield from roles_from(text, name, verb + 2, needs_article=False, is_set_off=False)
    elif low in _BECOMING or (low in _CHOSEN and copula):
        yield from roles_from(text, name, verb + 1, needs_article=False, is_set_off=False)
    elif low in _JOINING:
        yield from _joined(text, name, verb)
    elif copula:
        roles = list(roles_from(text, name, verb, needs_article=True, is_set_off=False))
        yield from roles or in_post(text, name, verb)
    else:
        yield from in_post(text, name, verb if low in _OWN else place)


def in_post(text: Text, name: Place, start: int) -> Iterator[Held]:
    """The role of a post that somebody has: "Ana Lima's years as mayor of Ferrow", "she took a job as a driver"."""
    words, articles = text.words, 0
    opening = words.lows[start] if start < text.size else ""
    for place in range(start, min(text.size, start + _LONGEST_POST)):
        low, before = words.lows[place], words.lows[place - 1]
        if not text.follows(place) or text.name_at(place) is not None or low in _NOT_HELD:
            return
        if low in _OTHERS and not (low in ("his", "her") and place == start + 1 and opening in _OWN):
            return
        articles += low in ("a", "an", "the")
        if articles > 1:
            return
        is_post = before in _POSTS | _CHANGING or opening in _SERVING
        if (low == "as" and place > start and is_post) or (low == "become" and before == "to" and opening in _RISING):
            begin = place + 1 + (words.lows[place + 1 : place + 2] == ["both"])
            yield from roles_from(text, name, begin, needs_article=False, is_set_off=False)
            return


def _joined(text: Text, name: Place, verb: int) -> Iterator[Held]:
    """The role that somebody took up beside a name: "she joined Harbour Bank as a clerk", "succeeded Lima as mayor"."""
    words, place = text.words, verb + 1
    while text.follows(place) and (words.lows[place] in TITLES or words.lows[place] == "the"):
        place += 1
    other = text.name_at(place)
    if other is None or other.first != place or not text.follows(other.last + 1):
        return
    if words.lows[other.last + 1] == "as" and text.type_of(other) != "place":
        for role in roles_from(text, name, other.last + 2, needs_article=False, is_set_off=False):
            is_body = text.type_of(other) == "organisation" and role.body is None and role.body_span is None
            yield replace(role, body=other.referent) if is_body else role


def _chosen(text: Text, name: Place, place: int) -> Iterator[Held]:
    """What somebody is made or is to a body: "they named Ana Lima director", "with Ana Lima as its director"."""
    words, before = text.words, name.first - 1
    while before > 0 and words.joined[before + 1] and words.lows[before] in TITLES:
        before -= 1
    if before < 0 or not words.joined[before + 1]:
        return
    low, start = words.lows[before], place + (words.lows[place] == "as")
    is_with = low == "with" and words.lows[place : place + 1] == ["as"] and words.lows[start : start + 1] != ["a"]
    if low in _APPOINTING or is_with or (low in _JOINING and start > place):
        yield from roles_from(text, name, start, needs_article=False, is_set_off=False)


def _at_the_time(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The role of a clause behind the subject's own: "Ana Lima left after serving as a clerk", "… while mayor"."""
    words = text.words
    for at in range(place, min(text.size - 2, place + _LONGEST_CLAUSE)):
        is_near = text.follows(at) or words.before(at) == ", "
        if not is_near or words.lows[at] in ("who", "that", "and") or text.type_of(text.name_at(at)) == "person":
            return
        if words.lows[at] in _WHEN and words.joined[at + 1] and words.joined[at + 2]:
            verb = words.lows[at + 1]
            if verb in _SERVING and words.lows[at + 2] == "as":
                yield from roles_from(text, name, at + 3, needs_article=False, is_set_off=False)
                return
            if verb in _BECOMING:
                yield from roles_from(text, name, at + 2, needs_article=False, is_set_off=False)
                return
            if words.lows[at] == "while" and is_office(verb):
                yield from roles_from(text, name, at + 1, needs_article=False, is_set_off=False)
                return


def roles_from(
    text: Text, name: Place, start: int, *, needs_article: bool, is_set_off: bool, limit: int | None = None
) -> Iterator[Held]:
    """The roles in a row from word ``start``: "a lawyer, former mayor of Ferrow and now a partner at Lunn & Stokes".

    The noun of the first stands no later than at word ``limit``, where one is given.
    """
    words = text.words
    rows: list[RolePhrase] = []
    place: int | None = start
    while place is not None and place < text.size and len(rows) < _MOST_ROLES:
        phrase = read(text, place, None if rows else limit)
        if phrase is None or not is_closed(text, phrase, is_set_off=is_set_off or bool(rows)):
            break
        if words.lows[phrase.noun] in TIES and phrase.owner is None and phrase.role_last == phrase.noun:
            place = conjunct(text, phrase.last)  # "his brother and director of …"
            continue
        if needs_article and not rows and (judges(text, phrase) or not is_full(text, phrase)):
            break
        rows.append(phrase)
        place = conjunct(text, phrase.last)
    if is_set_off and rows:
        rows[-1] = with_comma_body(text, rows[-1])
    for number, phrase in enumerate(rows):
        after = rows[number + 1] if number + 1 < len(rows) else None
        if phrase.body is None and after is not None and after.body is not None and is_joint(text, phrase, after):
            phrase = replace(phrase, body=after.body, last=after.last)
        if words.lows[phrase.noun] in PARTISANS and words.lows[phrase.noun - 1] not in ("ranking", "top"):
            continue
        yield held_by(text, name.referent, phrase, words.span(name.first, max(phrase.last, phrase.role_last)))
    if rows and text.type_of(text.name_at(rows[-1].last)) != "person":
        yield from _relative(text, name, _past_service(text, rows[-1].last + 1))
    after_and = rows[-1].last + 2 if rows else text.size
    if text.follows(after_and) and words.lows[after_and - 1] == "and" and words.lows[after_and] in _SERVING:
        yield from predicated(text, name, after_and)  # "… served as a clerk and worked as …"
    if rows and is_set_off and words.after(rows[-1].last) == ", ":
        follows = rows[-1].last + 1
        if words.lows[follows : follows + 1] and words.lows[follows] in _COPULAS | AUXILIARIES | _SERVING | _BECOMING:
            yield from predicated(text, name, follows)  # "Ana Lima, a member of …, is editor of …"


def _past_service(text: Text, place: int) -> int:
    """The word behind whose time a role was held in: "an aide in the Lima administration who …"."""
    words, end = text.words, place
    if place >= text.size or words.lows[place] not in ("in", "under", "during"):
        return place
    while end < min(text.size, place + _LONGEST_POST) and text.follows(end) and words.lows[end] != "who":
        end += 1
    is_told = end < text.size and words.lows[end] == "who" and words.lows[end - 1] in _TIMES
    return end if is_told else place


def _relative(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The roles in a clause that begins with "who" at word ``place``."""
    words = text.words
    if place + 1 < text.size and words.lows[place] == "who" and words.paragraphs[place] == words.paragraphs[name.last]:
        yield from predicated(text, name, place + 1)
        yield from heading(text, name, place + 1)
