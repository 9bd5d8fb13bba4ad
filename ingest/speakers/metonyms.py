"""Places that stand for those who govern there: "Lisbon warned …", "Lisbon's position"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ingest.lexicon.words import SPEECH_VERBS, listed
from ingest.words import Words
from kg.model import Claim, Mention, Referent, Span

_NO_ACTS = listed("reports calls called knows notes states thinks plans points tells thought known")
_DECISIONS = listed(
    """
    accepted accepts agreed agrees aims approved approves backed backs banned bans blocked blocks brokered condemned
    condemns decided decides deployed deploys demanded demands dismissed dismisses expelled expels imposed imposes
    intends intervened launched negotiated negotiates objected opposed opposes ordered orders pledged pledges protested
    pressed presses ratified refused refuses rejected rejects recognised recognized responded responds retaliated ruled
    sanctioned seeks sided signalled signaled signed signs sought suspended supports threatened threatens unveiled
    vetoed wanted wants withdrew
    """
)
_ACTS = (SPEECH_VERBS - _NO_ACTS) | _DECISIONS
"""What a place does only where its government is meant."""
_BARE = listed(
    """
    accept agree aim announce approve back ban block condemn decide deploy demand deny dismiss expel impose insist
    intend intervene launch negotiate object oppose order pledge plan press protest ratify recognise recognize refuse
    reject respond retaliate sanction say seek sign support suspend threaten veto want warn withdraw
    """
)
_CAPITALS = listed(
    """
    washington beijing moscow london paris berlin brussels madrid rome lisbon vienna warsaw prague budapest athens
    ankara kyiv kiev minsk tehran baghdad damascus riyadh doha cairo tripoli jerusalem amman beirut islamabad delhi
    kabul tokyo seoul pyongyang taipei hanoi bangkok jakarta manila canberra wellington ottawa havana caracas
    bogotá bogota quito lima brasilia brasília santiago montevideo asunción asuncion nairobi pretoria abuja addis
    khartoum kigali dakar algiers tunis rabat stockholm oslo copenhagen helsinki dublin belgrade zagreb sofia bucharest
    tbilisi baku tashkent moneda kremlin élysée elysée elysee planalto whitehall zhongnanhai
    """
)
"""Words in the names of seats of government: what they need, face or lose, their governments do."""
_NEEDS = listed("need needs needed fears feared faces worries watches hesitated insists holds controls lacks risks")
_OWNED = listed(
    """
    ambassador ambassadors allies ally approach backing doctrine principle principles claim claims decision decisions
    demand demands diplomacy diplomats envoy envoys expectations goals hand influence insistence intentions interests
    leadership message objections offer orders plan plans policy policies position positions priorities promise
    promises proposal proposals pressure refusal rejection reaction relations response sanctions silence stance
    strategy support terms threat threats tone troops ultimatum veto view views warning warnings willingness wish
    wishes
    """
)
"""What governments have and towns have not."""
_AUXILIARIES = listed("has have had will would may might must can could should also did does not already now")
_CLAUSES = listed("that but and while as if because although though when where which even said says")
_PREPOSITIONS = listed("in near from to at of outside inside across through between around via throughout for by with")
_QUOTES = frozenset("‘’“”'")
_ARTICLE = len("the ")
_LONGEST = 4


def marked(
    words: Words, mentions: Sequence[Mention], referents: Sequence[Referent], claims: Sequence[Claim]
) -> tuple[Mention, ...]:
    """The mentions, those of places marked that stand for their governments."""
    speaking = {
        (claim.speaker_span, claim.speaker)
        for claim in claims
        if claim.speaker_span is not None and claim.speaker is not None and referents[claim.speaker].type == "place"
    }
    return tuple(
        replace(mention, metonym=True)
        if mention.form == "name"
        and referents[mention.referent].type == "place"
        and (_speaks(mention, speaking) or _governs(words, mention))
        else mention
        for mention in mentions
    )


def _speaks(mention: Mention, speaking: Collection[tuple[Span, int]]) -> bool:
    """Whether a mention is the words for a claim's speaker."""
    return any(
        who == mention.referent and span.contains(mention.span) and _length(span) <= _length(mention.span) + _ARTICLE
        for span, who in speaking
    )


def _length(span: Span) -> int:
    return span.end - span.start


def _governs(words: Words, mention: Mention) -> bool:
    """Whether a place does, or owns, what only its government can."""
    first, last = words.at(mention.span.start), words.at(mention.span.end - 1)
    if last + 1 >= len(words):
        return False
    is_capital = not _CAPITALS.isdisjoint(words.lows[first : last + 1])
    if words.possessive[last]:
        return is_capital and _owns(words, last)
    return _is_subject(words, first) and _does(words, last, is_capital)


def _owns(words: Words, last: int) -> bool:
    """Whether what a capital owns is what governments have; a country has it itself."""
    for place in range(last + 1, min(last + 1 + _LONGEST, len(words))):
        if place > last + 1 and not words.joined[place] and words.before(place).strip() not in _QUOTES:
            return False
        if words.lows[place] in _OWNED:
            return True
        if words.lows[place] in _PREPOSITIONS:
            return False
    return False


def _is_subject(words: Words, first: int) -> bool:
    """Whether a name opens a clause: nothing stands before it that a preposition could tie it to."""
    if not words.opens[first] and words.joined[first] and words.lows[first - 1] == "the":
        first -= 1
    if words.opens[first]:
        return True
    if not words.joined[first]:
        return (
            words.before(first) == ", " and words.lows[first - 1] not in _PREPOSITIONS and not _is_apposed(words, first)
        )
    return words.lows[first - 1] in _CLAUSES


def _is_apposed(words: Words, first: int) -> bool:
    """Whether the name before the comma is of a place too ("Pasadena, California"), or of somebody."""
    return words.words[first - 1][0].isupper() and not words.opens[first - 1]


def _does(words: Words, last: int, is_capital: bool) -> bool:
    """Whether the verb behind a name is one for those who govern, past an aside and auxiliary verbs."""
    place = last + 1
    has_auxiliary = False
    while place < len(words) and place <= last + _LONGEST and words.joined[place]:
        low = words.lows[place]
        if low in _AUXILIARIES or low.endswith("ly"):
            has_auxiliary = has_auxiliary or low in _AUXILIARIES
            place += 1
            continue
        if is_capital and low in _NEEDS:
            return True
        return low in _ACTS or (has_auxiliary and low in _BARE)
    return False
