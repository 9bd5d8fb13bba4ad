"""Where a quantity counts: the place that its clause, its people, its sentence or the one before names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.figures.landmarks import Landmarks
from ingest.figures.spans import distance
from ingest.lexicon.gazetteer import CITIES, DEMONYMS, STATES
from kg.model import Span

_BACK = re.compile(r"\b(?:it|its|here)\b", re.IGNORECASE)
_REGION_BACK = re.compile(r"\b(?:the|this)[ \u00a0]region\b", re.IGNORECASE)
_REGION = re.compile(
    r"\b(?:Asia|Pacific|East|Africa|Europe|Americas?|Balkans|Caribbean|Gulf|Sahel|Valley|Peninsula|Caucasus|Arctic)\b"
)
"""Words in the names of regions."""
_WHOLE_NATION = re.compile(
    r"[ \u00a0](?:nationally|nationwide)\b|[ \u00a0](?:in|for|across)[ \u00a0]the[ \u00a0](?:nation|country)\b"
)
_NATIONWIDE = re.compile(r"\b[Nn]ation(?:wide|ally)\b")
_COUNTRY_BACK = re.compile(r"\bthe (?:country|nation|kingdom|republic)\b", re.IGNORECASE)
_STATE_BACK = re.compile(r"\b(?:the|this) (?:state|city|town|province|county|district)(?:’s|'s)?\b", re.IGNORECASE)
_OF_STATES = re.compile(r"\b(?:state|province)\b", re.IGNORECASE)
_IN_STATE = re.compile(r"\b(?:in|across|throughout)[ \u00a0](?:the|this)[ \u00a0](?:state|city|town|province|county)\b")
_ADJECTIVES = {
    **DEMONYMS,
    **dict.fromkeys(("U.S.", "US", "American", "Americans"), "United States"),
    **dict.fromkeys(("UK", "U.K.", "British"), "United Kingdom"),
}
_COUNTRIES = frozenset(_ADJECTIVES.values()) - {"Georgia"}
_WORDS = re.compile(r"[^\W\d_][\w.]*")
_CHURCH = re.compile(r"[ \u00a0](?:Orthodox|Catholic|Rite)")
_SOON = re.compile(
    r"(?:[ \u00a0]\([^()\n]{1,40}\))?(?:[ \u00a0][a-z]+){0,3}[ \u00a0](?:in|across|near)[ \u00a0](?:the[ \u00a0])?"
)
"""What stands between a number and the place right behind it, brackets left out."""
_STRAIGHT = re.compile(
    r"(?:(?!\b(?:who|which|that|because|while|but|as|after|before|when|said|says|to|than|from)\b)"
    r"[^.,;:()—–\n“”\"\d]){0,100}"
    r"\b(?:in|across|throughout)[ \u00a0](?:the[ \u00a0])?"
)
"""What stands between a number and the only place behind it, where nothing new begins between them."""
_COMPARED = re.compile(r"\b(?:against|compared|than|versus|unlike)\b")
_AWAY = re.compile(
    r"\b(?:refugee|migrant|immigrant|emigrant|exile|troop|soldier|diplomat|tourist|deportee|settler)s?\b"
)
_EVERYWHERE = re.compile(
    r"\b(?:[Gg]lobal(?:ly)?|[Ww]orldwide|world|international(?:ly)?|advanced|emerging|[Nn]ation(?:al|wide|ally)|"
    r"countries|nations|statewide|regions?|European|(?:Asian|African)(?![- ]American)|Latin)\b"
)
_OPENING = 8
"""Characters; a place that stands so early is what the sentence is about, whichever others it names."""
_TOPIC = 40
"""Characters; a place that a sentence names so early is what it is about."""


def find(
    text: str,
    span: Span,
    clause: Span,
    sentence: Span,
    previous: Span,
    places: Sequence[tuple[Span, str]],
    named: Landmarks,
    counted: Counted,
) -> str | None:
    """The place named nearest in the clause, else whose people are counted, else the sentence's, else what "it" is.

    ``places`` are those named where something is, ``named`` all that are named.
    """
    here = [(distance(place, span), name) for place, name in places if clause.contains(place)]
    if here:
        return min(here)[1]
    if _WHOLE_NATION.match(text, span.end, sentence.end):
        return None
    if country := _counted_in(counted):
        return country
    if counted.population and not counted.is_money and (own := _in_name(text, counted.population, span, named)):
        return own
    inside = [(place, name) for place, name in places if sentence.contains(place)]
    if len({name for _, name in inside}) == 1 and inside[0][0].start < span.start:
        return inside[0][1]
    if (
        inside
        and inside[0][0].start < span.start
        and re.match(r"(?:In|Across|Throughout)[ \u00a0]", text[sentence.start : sentence.start + 12])
    ):
        return inside[0][1]
    if inside and (counted.is_statistic or counted.is_money) and inside[0][0].start - sentence.start < _OPENING:
        return inside[0][1]
    if len({name for _, name in inside}) == 1 and _SOON.fullmatch(text, span.end, inside[0][0].start):
        return inside[0][1]
    if len({name for _, name in inside}) == 1 and _STRAIGHT.fullmatch(text, span.end, inside[0][0].start):
        return inside[0][1]
    if _NATIONWIDE.search(text, sentence.start, sentence.end):
        return None
    pointed = _state_behind(text, span, clause, sentence, places) or _pointed_at(
        text, sentence, Span(clause.start, span.start), previous, places, named
    )
    if pointed or inside or not counted.is_statistic or "\n" in text[previous.end : sentence.start]:
        return pointed
    return _only_one(text, sentence, previous, places, counted)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts: words that may name a place ("Chilean adults", "U.S. output").

    ``is_share`` tells a share of people from a count of them, who may be anywhere; ``is_statistic`` a share, a rate
    or a large count, which is always of some place, from three boats.
    """

    population: str | None
    measure: str | None
    is_share: bool
    is_statistic: bool
    is_money: bool = False


def is_of_everywhere(words: str) -> bool:
    """Whether a sentence speaks of the whole world or of many countries."""
    return _EVERYWHERE.search(words) is not None


def _in_name(text: str, population: str, span: Span, named: Landmarks) -> str | None:
    """The place whose people are counted, where their name begins with it ("Norland Latino voters")."""
    near = ((place.of(text), name) for place, name in named.near(span))
    return next((name for words, name in near if population.startswith(f"{words} ")), None)


def _counted_in(counted: Counted) -> str | None:
    """The country whose people or things are counted; none for people away from it ("Syrian refugees")."""
    for words in (counted.population, counted.measure):
        if words and (country := _named_in(words)):
            last = words.rsplit(" ", 1)[-1]
            is_part = words == counted.measure and counted.is_share and (counted.population or words in DEMONYMS)
            if not is_part and not _AWAY.search(words) and (counted.is_share or last not in DEMONYMS):
                return country
    return None


def _only_one(
    text: str, sentence: Span, previous: Span, places: Sequence[tuple[Span, str]], counted: Counted
) -> str | None:
    """The only place that the sentence before speaks of, where this one speaks of none but goes on with its matter."""
    if any(word[0] in _ADJECTIVES for word in _WORDS.finditer(text, sentence.start, sentence.end)):
        return None
    if _STATE_BACK.search(text, sentence.start, sentence.end):
        return None
    named = {
        name: place
        for place, name in places
        if previous.contains(place) and not _COMPARED.search(text, previous.start, place.start)
    }
    words = re.findall(r"[a-z]{5,}", f"{counted.measure} {counted.population}")
    before = previous.of(text)
    if not any(word in before for word in words):
        early = [name for name, place in named.items() if place.start - previous.start < _TOPIC]
        return early[0] if len(early) == 1 else None
    adjectives = (word[0] for word in _WORDS.finditer(before) if word[0] != "US")
    countries = {*named, *(_ADJECTIVES[word] for word in adjectives if word in _ADJECTIVES)}
    return countries.pop() if len(countries) == 1 else None


def _named_in(words: str) -> str | None:
    """The country whose people or things a phrase speaks of."""
    named = (word for word in _WORDS.finditer(words) if word[0] in _ADJECTIVES)
    return next((_ADJECTIVES[word[0]] for word in named if not _CHURCH.match(words, word.end())), None)


def _state_behind(
    text: str, span: Span, clause: Span, sentence: Span, places: Sequence[tuple[Span, str]]
) -> str | None:
    """The place named last before a sentence, where the words behind a number point to it ("in the state")."""
    if not _IN_STATE.search(text, span.end, clause.end):
        return None
    before = [name for place, name in places if place.end <= sentence.start and name not in _COUNTRIES]
    return before[-1] if before else None


def _pointed_at(
    text: str,
    sentence: Span,
    ahead: Span,
    previous: Span,
    places: Sequence[tuple[Span, str]],
    named: Landmarks,
) -> str | None:
    """The place that "it", "the country" or "the state" before the quantity points back to."""
    if _COUNTRY_BACK.search(text, ahead.start, ahead.end):
        around = named.near(ahead)
        here = {name for place, name in around if sentence.contains(place)}
        back = [name for place, name in around if previous.contains(place) and name not in here]
        return back[-1] if back else None
    if region := _REGION_BACK.search(text, sentence.start, ahead.end):
        before = [name for place, name in named.near(ahead) if place.end <= region.start() and _REGION.search(name)]
        return before[-1] if before else None
    if _BACK.search(text, ahead.start, ahead.end):
        return next((name for place, name in places if previous.contains(place)), None)
    if state := _STATE_BACK.search(text, sentence.start, ahead.end):
        other = CITIES if _OF_STATES.search(state[0]) else STATES
        back = [name for place, name in named.near(ahead) if place.end <= state.start() and name not in _COUNTRIES]
        return back[-1] if back and back[-1] not in other else None
    return None
