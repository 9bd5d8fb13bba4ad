"""What the text says people are: titles before a name, appositions behind it, "who heads …"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.roles import HEADS, NATIONAL, NO_ROLES, OFFICES, TIES
from ingest.lexicon.words import listed
from ingest.relations.appositions import behind, in_post, predicated, roles_from
from ingest.relations.footers import footer
from ingest.relations.meant import meant
from ingest.relations.named import Place, Text, named_at, places
from ingest.relations.nouns import full
from ingest.relations.openings import opening
from ingest.relations.phrases import Held
from ingest.relations.shared import shared_title
from ingest.relations.titles import before_comma, behind_body, title
from ingest.words import Words
from kg.model import MentionForm, Referent

__all__ = ["Held", "Place", "held", "named_at", "places"]

Rule = Callable[[Text, Place], Iterator[Held]]

_ABODES = ("D-", "R-", "I-")
"""What a politician's party and home begin with: "(D-Ohio)" names nobody."""
_VAGUE = frozenset({"leader", "official", "expert", "member", "candidate"})
"""Nouns that descriptions use of anybody: they do not tell whose role it is."""

_NEAR = 8
"""So many names before a description are looked at."""

_TOLD = OFFICES - _VAGUE | listed(
    "billionaire businessman businesswoman mogul tycoon coach judge justice general nominee pastor actor actress lawyer"
)
"""Nouns that say something of somebody even where a description is no more than "the …"."""

RULES: tuple[Rule, ...] = (title, shared_title, before_comma, behind_body, opening, behind, footer)
"""Where a person's roles stand, seen from the name: before it, a comma, a body; opening the sentence; behind; below."""


def held(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> tuple[Held, ...]:
    """The roles that the text gives to the people it names, and the bodies they belong to, head or founded."""
    text = _text(words, named, referents)
    people = [
        name for name in named if text.type_of(name) == "person" and not words.words[name.first].startswith(_ABODES)
    ]
    return tuple(role for name in people for rule in RULES for role in rule(text, name))


def described(
    words: Words,
    named: Sequence[Place],
    others: Sequence[tuple[Place, MentionForm]],
    referents: Sequence[Referent],
    known: Sequence[Held],
) -> tuple[Held, ...]:
    """The roles in descriptions of named people ("the former mayor said") and behind pronouns ("she served as …").

    ``known`` are the roles beside names: a description that would fit two people tells nothing new of either.
    """
    text = _text(words, named, referents)
    holders: dict[str, set[int]] = defaultdict(set)
    for role in known:
        holders[full(role.head)].add(role.subject)
    found: list[Held] = []
    for place, form in others:
        if text.type_of(place) != "person" or not referents[place.referent].named:
            continue
        follows = place.last + 1
        if form == "pronoun" and text.follows(follows):
            is_owner = words.lows[place.first] in ("his", "her")
            found += (in_post if is_owner else predicated)(text, place, follows)
            if not is_owner:
                found += opening(text, place)
        elif form == "nominal" and place.last > place.first:
            if text.follows(follows):
                found += predicated(text, place, follows)
            found += [
                role
                for role in roles_from(
                    text, place, place.first, needs_article=False, is_set_off=False, limit=place.last
                )
                if (
                    " " in role.role
                    or role.body is not None
                    or (role.head in _TOLD and words.lows[place.first] == "the")
                )
                and role.head not in (_VAGUE | TIES if " " in role.role else _VAGUE | TIES | NO_ROLES)
                and (role.head not in NATIONAL or _is_nearest(text, place))
                and holders[full(role.head)] <= {place.referent}
            ]
    return tuple(found)


def _is_nearest(text: Text, place: Place) -> bool:
    """Whether a description with a people or a place in it ("the Norwegian minister") is of the person named last.

    Of two that it might fit, it hardly is of the one farther off.
    """
    words = text.words
    inside = range(place.first, place.last + 1)
    if not any(words.words[at] in DEMONYMS or text.type_of(text.name_at(at)) == "place" for at in inside):
        return True
    before = bisect_left(text.named, place.first, key=lambda name: name.first)
    people = [name for name in text.named[max(0, before - _NEAR) : before] if text.type_of(name) == "person"]
    return not people or people[-1].referent == place.referent


def _text(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> Text:
    """What roles are read from, without role nouns that were taken for bodies' names ("Fellow" under an article)."""

    def is_noun_alone(name: Place) -> bool:
        is_body = referents[name.referent].type == "organisation"
        return is_body and name.first == name.last and words.lows[name.first] in HEADS

    kept = [name for name in named if not is_noun_alone(name)]
    taken = {at for name in kept for at in range(name.first, name.last + 1)}
    others = (place for place in meant(words, named, referents) if place.first not in taken)
    return Text(words, sorted((*kept, *others), key=lambda name: name.first), referents)
