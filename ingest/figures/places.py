"""Where a quantity counts: the place that its clause, its people, its sentence or the one before names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.figures.spans import distance
from ingest.lexicon.gazetteer import CITIES, DEMONYMS, STATES
from ingest.lexicon.words import listed
from kg.model import Mention, Referent, Span

_GOING = re.compile(
    r"\b(?:to|from|against|like|unlike|leave|leaving|besides|except|outside|beyond|"
    r"than(?:[ \u00a0](?:in|for|that of))?|including|includes?|such as|"
    r"(?:Democrats?|Republicans?|[Ss]enator|[Gg]overnor|[Cc]ongressman|[Rr]epresentative)[ \u00a0](?:from|of|in)|"
    r"led by|compared (?:with|to)(?:[ \u00a0]in)?|(?:that|those) of|those in|above|below)[ \u00a0](?:the[ \u00a0])?\Z"
)
_SEAT = re.compile(r"\([A-Z]{1,3}[-–—‑]\Z")
"""What stands before the place that a member of parliament sits for ("(D-Strand)")."""
_NAMED_OF = re.compile(r"\b[A-Z][\w’'-]+,?[ \u00a0]of[ \u00a0](?:the[ \u00a0])?\Z")
"""Somebody or something with a name, which the place behind "of" tells more of ("Ann Moe of Strand")."""
_IN = re.compile(r"\b(?i:in|near|across|throughout|around|inside)[ \u00a0](?:the[ \u00a0])?\Z")
_COMING = re.compile(
    r"\b(?i:(?:im)?migration|immigrants?|visits?|visitors?|tourism|pilgrimages?)[ \u00a0]to[ \u00a0](?:the[ \u00a0])?\Z"
)
"""What is counted where those who come arrive ("immigration to Norland")."""
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z](?:[^\W\d_a-z]|[ .’'-]){2,30}(?:,[ \u00a0][A-Z][\w. ]{2,20})?(?:[ \u00a0]\([^()\n]{2,40}\))?"
    r"|[A-Z][\w .’'-]{2,30}(?:,[ \u00a0][A-Z][\w. ]{2,20})?[ \u00a0]\((?:AP|AFP|UPI|CNN|Reuters|Bloomberg)\))"
    r"[ \u00a0](?:—|–|--|-)[ \u00a0]"
)
"""Where a report was written, which is not where its numbers are from."""
_HEAD = 60
_SOURCE = 24
_POLL_NEXT = re.compile(r"[ \u00a0](?:polls?|surveys?)\b")
"""What a place tells the electorate of ("a Strand poll")."""
_RELATIVE = re.compile(r",?[ \u00a0]?(?:which|where)\b")
_CLAUSE_START = re.compile(r"(?:[.,;:—\n]|\band|\bbut)[ \u00a0]?\Z")
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_AFTER_PLACE = listed(
    """
    in on by at and or to for from with that which where who while but as than this last since between after before
    during had rose fell will would may might could can have are were also alone there about only more saw over under
    nearly almost every each a the is if when because it today yesterday tonight
    """
)
"""Words behind a place that it does not qualify."""
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
    r"(?:(?!\b(?:who|which|that|because|while|but|as|after|before|when|said|says|to|than|from)\b)[^.,;:()—–\n“”\"\d]){0,100}"
    r"\b(?:in|across|throughout)[ \u00a0](?:the[ \u00a0])?"
)
"""What stands between a number and the only place behind it, where nothing new begins between them."""
_COMPARED = re.compile(r"\b(?:against|compared|than|versus|unlike)\b")
_AWAY = re.compile(
    r"\b(?:refugee|migrant|immigrant|emigrant|exile|troop|soldier|diplomat|tourist|deportee|settler)s?\b"
)
_EVERYWHERE = re.compile(
    r"\b(?:[Gg]lobal(?:ly)?|[Ww]orldwide|world(?:wide)?|international(?:ly)?|advanced|emerging|[Nn]ation(?:al|wide|ally)|countries|"
    r"nations|statewide|regions?|European|Asian|African|Latin)\b"
)
_OPENING = 8
"""Characters; a place that stands so early is what the sentence is about, whichever others it names."""
_TOPIC = 40
"""Characters; a place that a sentence names so early is what it is about."""
_NEAR = 1500
"""Characters; a place further off is not looked at."""


class Landmarks:
    """Names with their spans, to be asked for those around a quantity; read when first asked."""

    def __init__(self, named: Iterable[tuple[Span, str]]) -> None:
        self._source: Iterable[tuple[Span, str]] | None = named
        self._named: list[tuple[Span, str]] = []
        self._starts: list[int] = []

    def near(self, span: Span) -> list[tuple[Span, str]]:
        """Those that begin within `_NEAR` characters of the span, in text order."""
        if self._source is not None:
            self._named = sorted(self._source, key=lambda entry: entry[0].start)
            self._starts, self._source = [named.start for named, _ in self._named], None
        first = bisect_left(self._starts, span.start - _NEAR)
        return self._named[first : bisect_left(self._starts, span.end + _NEAR)]


def landmarks(
    text: str, referents: Sequence[Referent], mentions: Sequence[Mention], *, locating: bool = True
) -> Landmarks:
    """The places that the text names where something is; all that it names where ``locating`` is false."""
    places = {who for who, one in enumerate(referents) if one.named and one.type == "place"}
    return Landmarks(
        (mention.span, referents[mention.referent].name)
        for mention in mentions
        if mention.referent in places and (not locating or _locates(text, mention.span))
    )


def _locates(text: str, place: Span) -> bool:
    """Whether a place is named where something is, and does not merely qualify the next word ("a Ohio senator")."""
    after = text[place.end : place.end + 30]
    line = text.rfind("\n", max(0, place.start - _HEAD), place.start) + 1
    if (line or place.start < _HEAD) and (dateline := _DATELINE.match(text, line)) and place.end <= dateline.end():
        return False
    if _POLL_NEXT.match(after):
        return True
    if _SEAT.search(text, max(0, place.start - 6), place.start):
        return False
    if _COMING.search(text, max(0, place.start - _SOURCE), place.start):
        return True
    if _GOING.search(text, max(0, place.start - _SOURCE), place.start) and not _RELATIVE.match(after):
        return False
    if _NAMED_OF.search(text, max(0, place.start - _SOURCE), place.start) and not after.startswith(("’s", "'s")):
        return False
    if _CLAUSE_START.search(text, max(0, place.start - 5), place.start) or place.start == 0:
        return not re.match(r"[ \u00a0][A-Z]", after)
    if _IN.search(text, max(0, place.start - _OPENING - 8), place.start) and re.match(r"[ \u00a0][a-z]", after):
        return True
    following = _NEXT_WORD.match(after)
    return following is None or following[1] in _AFTER_PLACE or following[1].endswith(("ed", "s"))


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
            if not _AWAY.search(words) and (counted.is_share or last not in DEMONYMS):
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
