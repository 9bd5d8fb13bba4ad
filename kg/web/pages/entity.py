"""The page of a person, organisation, place, policy, event or document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from kg import resources
from kg.export.page.safe import clean
from kg.export.strings import STANCES
from kg.web.library import Library, Tie
from kg.web.pages.showing import Asserted, asserted, roles, same, sayings
from kg.web.pages.visit import Leaf, Moved, NoSuchPage, Page, Visit, first, leaf

FEW = 5
"""How many of each kind stand on the page before the list of all."""
CLAIMS = {"said": "kg:speaker", "about": "kg:about", "cites": "kg:cites"}
"""The lists of claims: their names and the properties that lead from the claims to the entity."""
TIES = ("for", "against", "holds", "relations")
"""The lists of what is asserted: stances towards the entity, for and against, its own, and all else."""


def entity(library: Library, visit: Visit, iri: str) -> Page:
    """Who or what it is, where it stands, what it said and what is said of it; or, with ``show=``, one list of these.

    Raises:
        Moved: it went into another.
        NoSuchPage: there is no such entity, or no such list.
    """
    if (current := library.reader.entities.current(iri)) != iri:
        raise Moved(current)
    found = library.reader.entities.get(iri)
    shown = visit.parameter("show")
    if found is None or shown not in ("", *TIES, *CLAIMS):
        raise NoSuchPage
    ties = library.ties_of(iri)

    def part(name: str, items: Sequence[Any], show: Callable[[Sequence[Any]], Sequence[Any]]) -> Leaf:
        """What the page shows of a list."""
        if shown not in ("", name):
            return Leaf((), 0)
        cut = leaf(items, visit) if shown else first(items, FEW)
        return replace(cut, items=show(cut.items))

    groups = same(ties)
    asserts = {
        name: part(name, [group for group in groups if _list_of(group[0], iri) == name], partial(_asserted, library))
        for name in TIES
    }
    claims = {
        name: part(name, library.claims_by(iri, predicate), partial(sayings, library))
        for name, predicate in CLAIMS.items()
    }
    return Page(
        "entity.html",
        clean(found.label),
        {
            "entity": found,
            "shown": shown,
            "roles": roles(ties, iri),
            "asserts": asserts,
            "claims": claims,
            "sparql": asked_of(iri, is_speaker=claims["said"].total > 0),
        },
        iri,
    )


def _list_of(tie: Tie, iri: str) -> str:
    """Which of `TIES` something belongs to on the page of an entity."""
    if tie.relation.predicate not in STANCES:
        return "relations"
    return "holds" if tie.relation.subject.id == iri else STANCES[tie.relation.predicate][0]


def _asserted(library: Library, groups: Sequence[list[Tie]]) -> list[Asserted]:
    return [asserted(library, group) for group in groups]


def asked_of(iri: str, *, is_speaker: bool) -> str:
    """The query that gives what an entity said, or what is said about one that says nothing."""
    name, variable = ("who-said-what", "speaker") if is_speaker else ("about-policy", "policy")
    return resources.query_about(name, variable, [iri])
