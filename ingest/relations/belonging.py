"""The bodies that somebody belongs to, heads or founded, or has a degree from."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.lexicon.roles import AUXILIARIES, DEGREES, TIES
from ingest.lexicon.words import listed
from ingest.relations.bodies import Body, body_at
from ingest.relations.named import Place, Text
from ingest.relations.nouns import bare
from ingest.relations.phrases import Held

_HEADING = listed("heads leads runs chairs directs oversees headed led chaired ran directed oversaw heading leading")
_FOUNDING = listed("founded co-founded")
_BELONGS = "affiliatedWith"
_FIRST_WORDS = 3
_DEGREE_REACH = 36


def of_body(text: Text, name: Place, place: int) -> Iterator[Held]:
    """The body that somebody belongs to: "Ana Lima of the Harbour Institute"."""
    words = text.words
    if words.lows[place] != "of" or bare(words.lows[name.first]) in TIES:
        return
    body = body_at(text, place)
    if body is None or text.type_of(body) != "organisation":
        return
    span = words.span(name.first, body.last)
    yield Held(name.referent, "", "", body.referent, None, span, predicate=_BELONGS)


def heading(text: Text, name: Place, place: int) -> Iterator[Held]:
    """What somebody heads or founded, as a clause says: "…, who chairs the Harbour Institute"."""
    words = text.words
    while place + 1 < text.size and words.lows[place] in AUXILIARIES and words.joined[place + 1]:
        place += 1
    if place >= text.size or words.lows[place] not in _HEADING | _FOUNDING:
        return
    body = body_at(text, place)
    if body is None or not _is_body(text, body):
        return
    verb = words.lows[place]
    yield Held(
        name.referent,
        words.words[place],
        verb,
        body.referent,
        body.span,
        words.span(name.first, body.last),
        predicate="created" if verb in _FOUNDING else "heads",
    )


def degrees(text: Text, name: Place, start: int) -> Iterator[Held]:
    """The schools that gave somebody a degree: "Ana Lima, PhD in Law from Harbour University"."""
    words = text.words
    degree = start
    while degree < min(text.size - 1, start + _FIRST_WORDS) and words.lows[degree] not in DEGREES:
        degree += 1
    if words.lows[degree] not in DEGREES or not all(text.follows(place) for place in range(start + 1, degree + 1)):
        return
    yield Held(name.referent, "", words.lows[degree], None, None, words.span(name.first, degree), predicate=_BELONGS)
    for place in range(degree + 1, min(text.size, degree + _DEGREE_REACH)):
        if words.opens[place] or words.paragraphs[place] != words.paragraphs[start]:
            return
        if words.lows[place] in ("from", "at"):
            body = body_at(text, place)
            if body is not None and _is_body(text, body):
                span = words.span(name.first, body.last)
                yield Held(name.referent, "", "", body.referent, body.span, span, predicate=_BELONGS)


def _is_body(text: Text, body: Body) -> bool:
    """Whether a body is an organisation, and no place."""
    return text.type_of(body) in ("organisation", None)
