"""Finding one claim by its id."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.errors import NotFoundError
from kg.ontology import term
from kg.store import Store, value

MOST_SLIPS = 3
"""Letters that a mistyped id may differ in from one that is suggested."""


def find(store: Store, text: str) -> str:
    """The IRI of the claim that an IRI, a short id (``claim:91be04c2a77d10fe``) or its key alone means.

    Raises:
        NotFoundError: there is none; the message lists the nearest.
    """
    iri = store.iris.expand(text) or store.iris.expand(f"claim:{text}")
    if iri and any(store.engine.quads_for_pattern(NamedNode(iri), term("prov:wasQuotedFrom"), None, None)):
        return iri
    near = _nearest(text.rpartition(":")[2].rpartition("/")[2], store)
    hint = f"Nearest: {', '.join(near)}" if near else "See: kg claims"
    raise NotFoundError(f"{text}: no claim of that id. {hint}")


def _nearest(key: str, store: Store) -> list[str]:
    """The ids that begin with a key, or differ from it in few letters."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    claims = store.engine.quads_for_pattern(None, term("rdf:type"), term("kg:Claim"), None)
    keys = [store.iris.key(value(quad.subject)) for quad in claims]
    begun = sorted(known for known in keys if len(key) > MOST_SLIPS and known.startswith(key))[:3]
    slips = extract(key, keys, scorer=Levenshtein.distance, score_cutoff=MOST_SLIPS, limit=3)
    return [f"claim:{known}" for known in dict.fromkeys([*begun, *(known for known, *_ in slips)])][:3]
