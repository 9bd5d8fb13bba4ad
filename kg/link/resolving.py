"""From what one article says to whom it means: the quads of its resolves-graph.

They follow from the article's says-graph, from which entity each name leads to, and from what people decided of its
claims, and from nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from kg.decisions import Decision
from kg.iris import Iris
from kg.link.claims import EVIDENCE, START, TEXT
from kg.link.claims import Rulings as ClaimRulings
from kg.link.names import key_of, pairs
from kg.model import digest
from kg.ontology import concept, notation, term
from kg.store import Store, value

A = term("rdf:type")
SOURCE = term("kg:source")
PREF_LABEL, ALT_LABEL = term("skos:prefLabel"), term("skos:altLabel")
ENTITY_TYPE, RESOLVES_TO, NAME_KEY = term("kg:entityType"), term("kg:resolvesTo"), term("kg:nameKey")
ALSO_CALLED = term("kg:alsoCalled")
UNNAMED, GROUP = term("kg:Unnamed"), term("kg:Group")
SUBJECT, OBJECT = term("kg:subjectReferent"), term("kg:objectReferent")
MEMBERSHIP, PREDICATE = term("org:Membership"), term("rdf:predicate")
MEMBERSHIPS = frozenset(map(term, ("kg:holdsRole", "kg:heads", "kg:memberOf", "kg:affiliatedWith")))
"""The relations that are an org:Membership."""

SPEAKER, EXTRACTED_SPEAKER = term("kg:speaker"), term("kg:extractedSpeaker")
SPEAKER_REFERENT, ASSERTED_IN = term("kg:speakerReferent"), term("kg:assertedIn")
SPEAKER_REASON, STATUS, DECISION = term("kg:speakerReason"), term("kg:status"), term("kg:decision")

POINTERS = {
    SPEAKER_REFERENT: SPEAKER,
    term("kg:aboutReferent"): term("kg:about"),
    term("kg:citesReferent"): term("kg:cites"),
    term("kg:documentReferent"): term("kg:fromDocument"),
    term("kg:authorReferent"): term("schema:author"),
    term("kg:publisherReferent"): term("schema:publisher"),
    SUBJECT: term("rdf:subject"),
    OBJECT: term("rdf:object"),
}
"""What the text says of a referent → what that says of the entity it resolves to."""
LINKING = (SOURCE, PREF_LABEL, ALT_LABEL, ENTITY_TYPE, PREDICATE, *POINTERS)
"""The predicates of a says-graph that linking looks at, besides the types of referents."""
MEMBERSHIP_POINTERS = {SUBJECT: term("org:member"), OBJECT: term("org:organization")}
"""The same, of relations that are memberships too."""

Sorted = Mapping[NamedNode, list[Quad]]
"""The quads of a says-graph by predicate: most have nothing to do with linking and are looked at once."""


def by_predicate(says: Iterable[Quad]) -> Sorted:
    """The quads of a says-graph, sorted by their predicate."""
    found: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in says:
        found[quad.predicate].append(quad)
    return found


def sorted_says(store: Store, article: str, *, claims: bool) -> Sorted:
    """The quads of a stored says-graph that linking looks at; those of the words of claims only if asked for."""
    pattern, graph = store.engine.quads_for_pattern, store.iris.says(article)
    wanted = (*LINKING, TEXT, EVIDENCE, START, ASSERTED_IN) if claims else LINKING
    found = {predicate: list(pattern(None, predicate, None, graph)) for predicate in wanted}
    found[A] = [quad for kind in (UNNAMED, GROUP) for quad in pattern(None, A, kind, graph)]
    return found


@dataclass(slots=True)
class Referent:
    """A referent as its graph describes it, and the key that its name leads to."""

    kind: str
    key: str = ""
    name: str = ""
    aliases: list[str] = field(default_factory=list)
    unnamed: bool = False
    group: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """What one article contributes to linking.

    ``referents`` by node, with those of ``decided`` speakers; ``also_called`` are keys of names that the article uses
    for one thing, the longer first; ``statuses`` and ``speakers`` are the decisions on its claims, by claim.
    """

    article: str
    source: str
    referents: dict[NamedNode, Referent]
    also_called: frozenset[tuple[str, str]]
    statuses: Mapping[str, Decision]
    speakers: Mapping[str, Decision]


def read_book(
    article: str, says: Sorted, iris: Iris, split: Split, on_claims: ClaimRulings, taken: frozenset[str]
) -> Book:
    """What an article contributes, by the quads of its says-graph and the decisions that concern its source.

    ``taken`` are the keys that somebody gave to what was split off: a name that happens to lead there gets another.
    """
    source = value(says[SOURCE][0].object)
    referents = _referents(says)
    also_called: set[tuple[str, str]] = set()
    for referent in referents.values():
        slug = key_of(referent.kind, referent.name)
        key = iris.mint(referent.kind, f"{slug}-{article[:8]}" if referent.unnamed else slug).value
        if key in taken:
            key = iris.mint(referent.kind, f"{slug}-{digest(slug)[:8]}").value
        referent.key = split(source, key)
        if referent.aliases and not referent.unnamed:
            for long, short in pairs(referent.kind, (referent.name, *referent.aliases)):
                also_called.add((iris.mint(referent.kind, long).value, iris.mint(referent.kind, short).value))
    statuses, speakers = on_claims.of(source, says)
    for claim, decision in speakers.items():
        node, kind = decided_referent(article, claim, iris), decision.type or "person"
        referents[node] = Referent(kind, decision.result or "", decision.name or "")
    return Book(article, source, referents, frozenset(also_called), statuses, speakers)


Split = Callable[[str, str], str]
"""Source and key → the key that holds there: another where somebody split off what these articles mean."""


def decided_referent(article: str, claim: str, iris: Iris) -> NamedNode:
    """The referent of a speaker whom a person, not the text, named."""
    return iris.mint("referent", f"{article}-decided-{iris.key(claim)}")


def _referents(says: Sorted) -> dict[NamedNode, Referent]:
    """The referents that a says-graph describes, by node."""
    found: dict[NamedNode, Referent] = {
        quad.subject: Referent(notation(value(quad.object)))  # type: ignore[misc]
        for quad in says.get(ENTITY_TYPE, ())
    }
    for quad in says.get(PREF_LABEL, ()):
        found[quad.subject].name = value(quad.object)  # type: ignore[index]
    for quad in says.get(ALT_LABEL, ()):
        found[quad.subject].aliases.append(value(quad.object))  # type: ignore[index]
    for quad in says.get(A, ()):
        if quad.object == UNNAMED:
            found[quad.subject].unnamed = True  # type: ignore[index]
        elif quad.object == GROUP:
            found[quad.subject].group = True  # type: ignore[index]
    return found


def resolve(book: Book, says: Sorted, entity_of: Callable[[str], str], iris: Iris) -> list[Quad]:
    """The quads of an article's resolves-graph; ``entity_of`` gives the entity of a key."""
    graph, out = iris.resolves(book.article), []
    entities: dict[Any, NamedNode] = {}
    for node, referent in book.referents.items():
        entity = entity_of(referent.key)
        entities[node] = NamedNode(entity)
        out.append(Quad(node, RESOLVES_TO, entities[node], graph))
        if entity != referent.key:
            out.append(Quad(node, NAME_KEY, NamedNode(referent.key), graph))
    out.extend(Quad(NamedNode(long), ALSO_CALLED, NamedNode(short), graph) for long, short in sorted(book.also_called))
    memberships = {quad.subject for quad in says.get(PREDICATE, ()) if quad.object in MEMBERSHIPS}
    decided = {NamedNode(claim) for claim in book.speakers}
    holders = _holders(book, says, iris) if decided else {}

    def meant(quad: Quad) -> NamedNode:
        """The entity that a quad points to: of a relation that a decision gave another holder, that one."""
        node = holders.get(quad.subject) if quad.predicate == SUBJECT else None
        return entities[node or quad.object]

    for predicate, pointer in POINTERS.items():
        for q in says.get(predicate, ()):
            extracted = pointer == SPEAKER and q.subject in decided
            out.append(Quad(q.subject, EXTRACTED_SPEAKER if extracted else pointer, meant(q), graph))
    for predicate, pointer in MEMBERSHIP_POINTERS.items():
        out.extend(
            Quad(q.subject, pointer, meant(q), graph) for q in says.get(predicate, ()) if q.subject in memberships
        )
    out.extend(Quad(node, A, MEMBERSHIP, graph) for node in sorted(memberships, key=str))
    return [*out, *_decided(book, entities, iris)]


def _holders(book: Book, says: Sorted, iris: Iris) -> dict[Any, NamedNode]:
    """Relation → the decided speaker, for what the words of a claim say of its speaker, whom somebody corrected."""
    spoke = {(quad.subject, quad.object) for quad in says.get(SPEAKER_REFERENT, ())}
    subjects = {quad.subject: quad.object for quad in says.get(SUBJECT, ())}
    return {
        quad.subject: decided_referent(book.article, value(quad.object), iris)
        for quad in says.get(ASSERTED_IN, ())
        if value(quad.object) in book.speakers and (quad.object, subjects.get(quad.subject)) in spoke
    }


def _decided(book: Book, entities: Mapping[NamedNode, NamedNode], iris: Iris) -> Iterable[Quad]:
    """What people decided of the article's claims."""
    graph = iris.resolves(book.article)
    for claim, decision in book.statuses.items():
        yield Quad(NamedNode(claim), STATUS, concept(decision.verdict), graph)
        yield Quad(NamedNode(claim), DECISION, NamedNode(decision.id), graph)
    for claim, decision in book.speakers.items():
        node, subject = decided_referent(book.article, claim, iris), NamedNode(claim)
        referent = book.referents[node]
        yield Quad(node, A, term("kg:Referent"), graph)
        yield Quad(node, ENTITY_TYPE, concept(referent.kind), graph)
        yield Quad(node, PREF_LABEL, Literal(referent.name), graph)
        yield Quad(subject, SPEAKER, entities[node], graph)
        yield Quad(subject, DECISION, NamedNode(decision.id), graph)
        because = f": {decision.why}" if decision.why else ""
        yield Quad(subject, SPEAKER_REASON, Literal(f"decided by {decision.by}{because}"), graph)
