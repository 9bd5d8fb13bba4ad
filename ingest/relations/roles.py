"""What the text says people are: titles before a name, appositions behind it, "who heads …"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ingest.lexicon.roles import HEADS
from ingest.relations.appositions import behind, in_post, predicated, roles_from
from ingest.relations.footers import footer
from ingest.relations.named import Place, Text, named_at, places
from ingest.relations.nouns import full
from ingest.relations.phrases import Held
from ingest.relations.titles import before_comma, shared_title, title
from ingest.words import Words
from kg.model import MentionForm, Referent

__all__ = ["Held", "Place", "held", "named_at", "places"]

Rule = Callable[[Text, Place], Iterator[Held]]

_ABODES = ("D-", "R-", "I-")
"""What a politician's party and home begin with: "(D-Ohio)" names nobody."""
_VAGUE = frozenset({"leader", "official", "expert", "member", "candidate"})
"""Nouns that descriptions use of anybody: they do not tell whose role it is."""

RULES: tuple[Rule, ...] = (title, shared_title, before_comma, behind, footer)
"""Where a person's roles stand, seen from the name: before it or several, before a comma, behind, on the next line."""


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
        elif form == "nominal" and place.last > place.first:
            found += [
                role
                for role in roles_from(text, place, place.first, needs_article=False, is_set_off=False)
                if (" " in role.role or role.body is not None)
                and role.head not in _VAGUE
                and holders[full(role.head)] <= {place.referent}
            ]
    return tuple(found)


def _text(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> Text:
    """What roles are read from, without role nouns that were taken for bodies' names ("Fellow" under an article)."""

    def is_noun_alone(name: Place) -> bool:
        is_body = referents[name.referent].type == "organisation"
        return is_body and name.first == name.last and words.lows[name.first] in HEADS

    return Text(words, [name for name in named if not is_noun_alone(name)], referents)
