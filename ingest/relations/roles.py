"""What the text says people are: titles before a name, appositions behind it, "who heads …"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.relations.appositions import behind, in_post, predicated, roles_from
from ingest.relations.named import Place, Text, named_at, places
from ingest.relations.phrases import Held
from ingest.relations.titles import before_comma, shared_title, title
from ingest.words import Words
from kg.model import MentionForm, Referent

__all__ = ["Held", "Place", "held", "named_at", "places"]

Rule = Callable[[Text, Place], Iterator[Held]]

RULES: tuple[Rule, ...] = (title, shared_title, before_comma, behind)
"""Where a person's roles stand, seen from the name: right before it, before several, before a comma, behind it."""


def held(words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> tuple[Held, ...]:
    """The roles that the text gives to the people it names, and the bodies they belong to, head or founded."""
    text = Text(words, named, referents)
    people = [name for name in named if text.type_of(name) == "person"]
    return tuple(role for name in people for rule in RULES for role in rule(text, name))


def described(
    words: Words, named: Sequence[Place], others: Sequence[tuple[Place, MentionForm]], referents: Sequence[Referent]
) -> tuple[Held, ...]:
    """The roles in descriptions of named people ("the former mayor said") and behind pronouns ("she served as …")."""
    text = Text(words, named, referents)
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
                if " " in role.role or role.body is not None
            ]
    return tuple(found)
