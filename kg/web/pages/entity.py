"""The page of a person, organisation, place, policy, event or document."""

from __future__ import annotations

from kg import resources
from kg.export.page.safe import clean
from kg.export.strings import STANCES
from kg.web.library import Library
from kg.web.pages.showing import Asserted, asserted, roles, sayings
from kg.web.pages.visit import Moved, NoSuchPage, Page, Visit, first, leaf

FEW = 5
"""How many of each kind stand on the page before the list of all."""
CLAIMS = {"said": "kg:speaker", "about": "kg:about", "cites": "kg:cites"}
"""The lists of claims: their names and the properties that lead from the claims to the entity."""
SIDES = ("for", "against")


def entity(library: Library, visit: Visit, iri: str) -> Page:
    """Who or what it is, where it stands, what it said and what is said of it; or, with ``show=``, one list of these.

    Raises:
        Moved: it went into another.
        NoSuchPage: there is no such entity, or no such list.
    """
    if (current := library.reader.entities.current(iri)) != iri:
        raise Moved(current)
    found = library.entity(iri)
    shown = visit.parameter("show")
    if found is None or shown not in ("", "relations", *CLAIMS):
        raise NoSuchPage
    relations = library.relations_of(iri)
    stances = asserted(pair for pair in relations if pair[0].predicate in STANCES)
    others = asserted(pair for pair in relations if pair[0].predicate not in STANCES)
    lists = {}
    for name, predicate in CLAIMS.items():
        if shown in ("", name):
            ids = library.claims_by(iri, predicate)
            part = leaf(ids, visit) if shown else first(ids, FEW)
            lists[name] = (part, sayings(library, part.items))
    return Page(
        "entity.html",
        clean(found.label),
        {
            "entity": found,
            "shown": shown,
            "roles": roles(relations, iri),
            "sides": {side: _on(side, [s for s in stances if s.relation.subject.id != iri]) for side in SIDES},
            "holds": [stance for stance in stances if stance.relation.subject.id == iri],
            "lists": lists,
            "relations": leaf(others, visit) if shown == "relations" else first(others, 2 * FEW),
            "sparql": asked_of(iri, is_speaker=any(library.claims_by(iri, "kg:speaker"))),
        },
        iri,
        runs=True,
    )


def _on(side: str, stances: list[Asserted]) -> list[Asserted]:
    """The stances of a side."""
    return [stance for stance in stances if STANCES[stance.relation.predicate][0] == side]


def asked_of(iri: str, *, is_speaker: bool) -> str:
    """The query that gives what an entity said, or what is said about one that says nothing."""
    name, variable = ("who-said-what", "speaker") if is_speaker else ("about-policy", "policy")
    return resources.query_text(name).replace("WHERE {", f"WHERE {{\n  VALUES ?{variable} {{ <{iri}> }}", 1)
