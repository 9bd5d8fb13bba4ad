"""How roles stand in a row behind a name: where one ends, what joins the next, and which are no roles."""

from __future__ import annotations

from dataclasses import replace

from ingest.lexicon.roles import CLOSERS, EVALUATIVE, HEADS, JOINT
from ingest.lexicon.words import listed
from ingest.relations.footers import comma_body
from ingest.relations.named import Text
from ingest.relations.nouns import bare, compound_end, is_office
from ingest.relations.phrases import RolePhrase

_OPINIONS = listed(
    """
    apologist arbiter assassin beneficiary celebrity dealer exile hero heroine kingpin legend magnate mastermind monk
    native prisoner prodigy promoter propagandist prophet protege rebel recipient spy statesman technocrat terrorist
    theorist voter winner model guard cook driver contender hopeful
    """
)
"""Nouns that say more often what somebody thinks of somebody than what that one is."""


def with_comma_body(text: Text, phrase: RolePhrase) -> RolePhrase:
    """A role with the body behind a comma as its own: "chief economist, Harbour Bank,"."""
    if phrase.body is not None or phrase.is_determined or phrase.owner is not None:
        return phrase
    body = comma_body(text, phrase.last)
    is_closed = body is not None and text.words.after(body.last)[:1] in (",", ".", ")", "")
    return replace(phrase, body=body, last=body.last) if body is not None and is_closed else phrase


def conjunct(text: Text, last: int) -> int | None:
    """Where another role may begin behind the one that ends at ``last``."""
    words, place = text.words, last + 1
    if place >= text.size or words.paragraphs[place] != words.paragraphs[last]:
        return None
    if words.lows[place] == "who":
        return None
    if words.lows[place] == "and" and (words.joined[place] or words.after(last) == ", "):
        place += 1
        if place >= text.size:
            return None
        return (
            place if words.joined[place] or words.lows[place : place + 2] in (["at", "the"], ["at", "that"]) else None
        )
    is_person = text.type_of(text.name_at(last)) == "person"  # whom the next role may be of
    return place if words.after(last) == ", " and not is_person else None


def is_joint(text: Text, phrase: RolePhrase, after: RolePhrase) -> bool:
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


def is_closed(text: Text, phrase: RolePhrase, *, is_set_off: bool) -> bool:
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


def is_full(text: Text, phrase: RolePhrase) -> bool:
    """Whether a phrase behind "is" names a role by more than its noun: "a lawyer", "author of …", "secretary to …"."""
    is_more = phrase.body is not None or phrase.last > compound_end(text, phrase.noun)
    return phrase.is_determined or is_more or is_office(text.words.lows[phrase.noun])


def judges(text: Text, phrase: RolePhrase) -> bool:
    """Whether a phrase behind "is" says what somebody thinks of somebody, or which one somebody is."""
    words = text.words
    follows = phrase.last + 1
    is_told_apart = follows < text.size and words.joined[follows] and words.lows[follows] in ("who", "that", "whom")
    noun = bare(words.lows[phrase.noun])
    if noun not in HEADS or (noun in _OPINIONS and phrase.body is None):
        return True
    return (is_told_apart and words.lows[phrase.first] == "the") or any(
        words.lows[place] in EVALUATIVE or words.lows[place].endswith("est")
        for place in range(phrase.first, phrase.noun)
    )
