"""The vocabulary, read from ``ontology.ttl``: IRIs of terms are spelled there and nowhere else."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg import resources


@cache
def _load() -> tuple[dict[str, str], frozenset[str], dict[str, str], dict[str, str]]:
    """Prefixes, all IRIs that occur, notation → IRI and IRI → notation."""
    parser = parse(path=str(resources.ontology_path()), format=RdfFormat.TURTLE)
    iris: set[str] = set()
    by_notation: dict[str, str] = {}
    notation_of: dict[str, str] = {}
    notations: list[tuple[str, str]] = []
    for triple in parser:
        iris.update(t.value for t in (triple.subject, triple.predicate, triple.object) if isinstance(t, NamedNode))
        if triple.predicate.value.endswith("#notation") and isinstance(triple.object, Literal):
            notations.append((str(getattr(triple.subject, "value", "")), triple.object.value))
    for iri, notation in notations:
        by_notation[notation] = iri
        notation_of.setdefault(iri, notation)
    return dict(parser.prefixes), frozenset(iris), by_notation, notation_of


def prefixes() -> dict[str, str]:
    """The prefixes of the ontology file: prefix → namespace."""
    return dict(_load()[0])


@cache
def term(curie: str) -> NamedNode:
    """The IRI of a term that occurs in the ontology.

    >>> term("kg:speaker").value
    'https://w3id.org/claimgraph#speaker'

    Raises:
        KeyError: the ontology has no such term.
    """
    known, iris, _, _ = _load()
    prefix, _, local = curie.partition(":")
    iri = known[prefix] + local
    if iri not in iris:
        raise KeyError(f"ontology.ttl has no term {curie}")
    return NamedNode(iri)


@cache
def concept(notation: str) -> NamedNode:
    """The concept, class, relation or unit that bears a notation.

    >>> concept("direct") == term("kg:direct"), concept("person") == term("schema:Person")
    (True, True)

    Raises:
        KeyError: nothing in the ontology bears it.
    """
    return NamedNode(_load()[2][notation])


def unit(name: str | None) -> NamedNode | None:
    """The QUDT unit of a unit's name, or none where there is none.

    >>> unit("percent").value, unit("homicide")
    ('http://qudt.org/vocab/unit/PERCENT', None)
    """
    iri = _load()[2].get(name or "", "")
    return NamedNode(iri) if iri.startswith(_load()[0]["unit"]) else None


def notation(iri: str) -> str:
    """The notation of a term, else the last piece of its IRI.

    >>> notation("https://schema.org/Organization")
    'organisation'
    """
    return _load()[3].get(iri) or iri.rpartition("#")[2].rpartition("/")[2]
