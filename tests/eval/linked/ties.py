"""Stances, roles and relations of the linked set: when one that was found is one that was marked."""

from __future__ import annotations

from kg.model import Relation
from tests.eval.linked.compare import Compared
from tests.eval.linked.content import content
from tests.eval.linked.marking import Held
from tests.eval.linked.problems import STANCES

HOLDS = "holdsRole"
UNMARKED = ("targets", "appliesIn", "similarTo", "higherThan", "lowerThan")
"""Predicates that the annotations leave out, so that nothing is said of them."""
_MUTUAL = ("allyOf", "opponentOf")
_AS_ROLE = ("heads", "memberOf", "affiliatedWith")
"""What a role in an organisation says too: such a relation is not marked beside the role."""
_WHEN = content("former current late longtime then onetime incumbent ex")
"""Words of a role that say since when or until when it is held."""


def taken(compared: Compared) -> list[tuple[int, str, int]]:
    """The stances found: who takes which on what policy."""
    stances = ((one.subject, one.predicate, one.object) for one in compared.found.relations)
    return sorted({(who, how, what) for who, how, what in stances if how in STANCES and what is not None})


def stances(compared: Compared) -> dict[tuple[int, str, str], tuple[int | None, str, int | None]]:
    """The stances marked (policy, speaker, stance) as they would be found: none for whoever or whatever was not."""
    policies = dict(compared.policies)
    return {
        (number, speaker, stance): (compared.alignment.referent(speaker), stance, policies.get(number))
        for number, policy in enumerate(compared.marked.policies)
        for speaker, stance in sorted(policy.stances)
    }


def holding(compared: Compared) -> list[Relation]:
    """The roles found of named people."""
    referents = compared.found.referents
    return [one for one in compared.found.relations if one.predicate == HOLDS and referents[one.subject].named]


def fits(compared: Compared, ours: Held, theirs: Relation) -> bool:
    """Whether a role found is that of the marked person, in words of which one at least is marked."""
    common = content(ours.role.of(compared.text)) & content(theirs.role or "")
    return compared.alignment.same(ours.person, theirs.subject) and bool(common - _WHEN)


def fits_wholly(compared: Compared, ours: Held, theirs: Relation) -> bool:
    """Whether the organisation is right too, or both have none."""
    return fits(compared, ours, theirs) and compared.alignment.same(ours.organisation, theirs.object)


def ties(compared: Compared) -> tuple[dict[tuple[str, str, str], int], dict[tuple[str, str, str], Relation]]:
    """The relations marked, by what they would be found as, and those found; stances and roles are no relations here.

    What a marked role says already ("affiliatedWith" its organisation) is left out of those found.
    """
    alignment = compared.alignment

    def place(id_: str) -> str:
        referent = alignment.referent(id_)
        return id_ if referent is None else f"#{referent}"

    ours = {
        _tie(place(one.subject), one.predicate, place(one.object)): n for n, one in enumerate(compared.marked.relations)
    }
    roles = {(place(one.person), place(one.organisation)) for one in compared.marked.roles if one.organisation}
    theirs = {
        _tie(f"#{one.subject}", one.predicate, f"#{one.object}"): one
        for one in compared.found.relations
        if one.object is not None and one.predicate not in (HOLDS, *STANCES, *UNMARKED)
    }
    implied = {(subject, predicate, object_) for subject, object_ in roles for predicate in _AS_ROLE}
    return ours, {key: one for key, one in theirs.items() if key in ours or key not in implied}


def _tie(subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
    """The key of a relation; of one that holds both ways, whichever way it is told."""
    if predicate in _MUTUAL:
        subject, object_ = sorted((subject, object_))
    return subject, predicate, object_
