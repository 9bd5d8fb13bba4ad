"""Descriptions that stand for whoever has just spoken, where nobody is called so: "Ana Lima left … The lawyer said"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.lexicon.roles import OFFICES
from ingest.lexicon.words import EXPERT_NOUNS, EXPERT_ROLES, listed
from ingest.relations.named import named_between
from ingest.relations.roles import Place
from ingest.speakers.epithets import fits_gender
from ingest.speakers.heard import Turn
from ingest.speakers.holders import Holders
from ingest.speakers.phrases import Phrase, singular
from ingest.words import Words
from kg.model import Referent

_VARYING = (
    EXPERT_NOUNS
    | EXPERT_ROLES
    | listed(
        """
        politician lawyer attorney jurist officer official candidate executive manager businessman businesswoman
        entrepreneur banker tycoon magnate industrialist activist campaigner lawmaker legislator senator congressman
        congresswoman councillor councilman councilwoman conservative liberal socialist communist centrist leader
        journalist writer author veteran diplomat commander teacher nurse priest bishop farmer nominee contender
        ex-minister ex-president ex-mayor ex-judge ex-senator ex-candidate ombudsman ombudswoman unionist trade-unionist
        """
    )
)
"""Nouns by which somebody is called again, for the sake of another word."""
_PAST = listed("former ex late then one-time onetime")
_IN_OFFICE = OFFICES | listed("candidate nominee minister president-elect contender hopeful")
_LONGEST = 3
_REACH = 400
"""Words: who is named further before, even in this paragraph, does not count."""


def varied(
    words: Words,
    named: Sequence[Place],
    referents: Sequence[Referent],
    holders: Holders,
    phrase: Phrase,
    turns: Iterable[tuple[Turn, bool]],
) -> int | None:
    """The one person who has spoken or acted in the paragraph before a description that varies a name.

    None where the paragraph names somebody else too, or spoke of others by that noun. "The former president" may be
    the one person of the paragraph before, where this one names nobody yet.
    """
    telling = set(phrase.text.lower().split()) - {phrase.head}
    is_past = not _PAST.isdisjoint(telling) or phrase.head.startswith("ex-")
    if not phrase.is_definite or phrase.is_owned or phrase.is_plural or len(telling) >= _LONGEST:
        return None
    if phrase.head not in _VARYING and not is_past:
        return None
    here = words.paragraphs[phrase.first]
    people = {turn.who for turn, is_here in turns if is_here and referents[turn.who].type == "person"}
    before = named_between(named, phrase.first - _REACH, phrase.first)
    near = [place for place in before if referents[place.referent].type == "person"]
    people |= {place.referent for place in near if words.paragraphs[place.first] == here}
    if is_past and not people:
        people = {place.referent for place in near if words.paragraphs[place.first] == here - 1}
    if len(people) != 1:
        return None
    (who,) = people
    is_told_apart = _is_of_others(words, phrase, here) or holders.homes.contradicts(who, phrase)
    is_possible = referents[who].named and fits_gender(phrase, holders.gender(who, referents[who]))
    return who if is_possible and not is_told_apart else None


def _is_of_others(words: Words, phrase: Phrase, paragraph: int) -> bool:
    """Whether the paragraph, or the one before it, has used the noun of somebody already ("a lawyer", "his lawyer")."""
    for place in range(phrase.first - 1, max(-1, phrase.first - 1 - _REACH), -1):
        if words.paragraphs[place] < paragraph - 1:
            return False
        if singular(words.words[place]) == phrase.head:
            return True
    return False


def experts(
    referents: Sequence[Referent],
    holders: Holders,
    phrase: Phrase,
    turns: Iterable[tuple[Turn, bool]],
    heard: Iterable[int],
) -> Iterator[int]:
    """Those whom "the expert" may mean, the likeliest first: of this paragraph, then who spoke before it.

    Candidates and holders of public office are none, unless their time in it is past; before this paragraph nobody is
    who is told to be something else.
    """
    here = {turn.who: turn.spoke for turn, is_here in turns if is_here}
    for who in dict.fromkeys((*here, *heard)):
        if holders.homes.contradicts(who, phrase) or referents[who].type != "person":
            continue
        roles = holders.roles_of(who)
        is_past = not roles.isdisjoint(_PAST)
        if who in here:
            is_open = (here[who] or is_past) and (is_past or _IN_OFFICE.isdisjoint(roles))
        else:
            is_open = is_past or not roles
        if is_open or not roles.isdisjoint(EXPERT_NOUNS | EXPERT_ROLES):
            yield who
