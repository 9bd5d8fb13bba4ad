"""Which of the system's referents is which marked entity: one to one, those that share the most mentions first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.model import Extraction, Span
from tests.eval.linked.marking import Entity, Marking
from tests.eval.score import SHARED

NAMED = ("person", "organisation", "place")
"""The types of what is named; documents are apart."""
_UNLINKED = ("policy", "event")
_ARTICLE = 4
"""Characters of "the": so far apart may the beginnings of two extents of one description be."""

One = TypeVar("One", bound=Hashable)
Other = TypeVar("Other", bound=Hashable)
Same = Callable[[Span, Span], float]
"""How near two spans come to being one mention; 0 where they are two."""


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name: of the entity, or the referent, with that number among all."""

    owner: int
    span: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """The referent of each entity that has one, by the entity's id.

    ``named`` are the people, organisations and places, ``documents`` the documents, ``others`` whoever speaks without
    a name, and what the system took for something else. ``marked`` and ``found`` are the mentions by name of the
    first, ``mentions`` the pairs of them that are one; what the system took for a description may be a name.
    """

    named: Mapping[str, int]
    documents: Mapping[str, int]
    others: Mapping[str, int]
    marked: tuple[Named, ...]
    found: tuple[Named, ...]
    mentions: tuple[tuple[Named, Named], ...]

    def referent(self, id_: str | None) -> int | None:
        """The referent that an entity is, if any."""
        if id_ is None:
            return None
        return next((of[id_] for of in (self.named, self.documents, self.others) if id_ in of), None)

    def same(self, id_: str | None, referent: int | None) -> bool:
        """Whether both are one, or both are nobody."""
        return referent is None if id_ is None else referent is not None and self.referent(id_) == referent


def jaccard(one: Span, other: Span) -> float:
    """The share of their characters that both spans have."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start)) if common > 0 else 0.0


def same_span(one: Span, other: Span) -> float:
    """Their Jaccard where that is at least `SHARED`, else 0."""
    share = jaccard(one, other)
    return share if share >= SHARED else 0.0


def same_description(one: Span, other: Span) -> float:
    """As `same_span`, or where both begin alike: how much of what qualifies a description belongs to it is open."""
    begins_alike = abs(one.start - other.start) <= _ARTICLE and one.overlaps(other)
    return same_span(one, other) or (jaccard(one, other) if begins_alike else 0.0)


def one_to_one(near: Iterable[tuple[float, One, Other]]) -> list[tuple[One, Other]]:
    """The pairs with the highest scores, each member in one pair; of equal ones those that come first."""
    taken, others = set[One](), set[Other]()
    chosen = []
    for score, one, other in sorted(near, key=lambda pair: -pair[0]):
        if score > 0 and one not in taken and other not in others:
            taken.add(one)
            others.add(other)
            chosen.append((one, other))
    return chosen


def align(marked: Marking, found: Extraction) -> Alignment:
    """The alignment: names by mentions by name, documents by all their words, and the rest by theirs."""
    entities = [n for n, entity in enumerate(marked.entities) if entity.named and entity.type in NAMED]
    documents = [n for n, entity in enumerate(marked.entities) if entity.named and entity.type == "document"]
    names = tuple(Named(n, span) for n in entities for span in marked.entities[n].names)
    known = named_referents(found, NAMED)
    theirs = {
        Named(mention.referent, mention.span): mention.form
        for mention in found.mentions
        if mention.form != "pronoun" and mention.referent in known
    }
    mentions = tuple(one_to_one((same_span(a.span, b.span), a, b) for a in names for b in theirs))
    paired = {b for _, b in mentions}
    by_name = tuple(mention for mention, form in theirs.items() if form == "name" or mention in paired)
    named = _partners(marked.entities, found, Counter((a.owner, b.owner) for a, b in mentions))
    cited = named_referents(found, ("document",))
    about = _partners(marked.entities, found, _shared(marked.entities, documents, found, cited))
    aligned = {**named, **about}
    left = [n for n in range(len(marked.entities)) if n not in aligned]
    free = [n for n, one in enumerate(found.referents) if n not in aligned.values() and one.type not in _UNLINKED]
    others = _partners(marked.entities, found, _shared(marked.entities, left, found, free))
    ids = [entity.id for entity in marked.entities]
    people, cited_as, rest = ({ids[n]: referent for n, referent in of.items()} for of in (named, about, others))
    return Alignment(people, cited_as, rest, names, by_name, mentions)


def named_referents(found: Extraction, types: Collection[str]) -> frozenset[int]:
    """The named referents of these types that the text mentions: an author may stand in no text."""
    mentioned = {mention.referent for mention in found.mentions}
    return frozenset(n for n, one in enumerate(found.referents) if one.named and one.type in types and n in mentioned)


def _shared(
    entities: Sequence[Entity], of: Collection[int], found: Extraction, referents: Collection[int]
) -> Mapping[tuple[int, int], int]:
    """How many mentions each entity shares with each referent, whatever the form of the words."""
    ours = [Named(n, span) for n in of for span in entities[n].mentions]
    theirs = [Named(mention.referent, mention.span) for mention in found.mentions if mention.referent in referents]
    pairs = one_to_one((same_description(a.span, b.span), a, b) for a in ours for b in theirs)
    return Counter((a.owner, b.owner) for a, b in pairs)


def _partners(entities: Sequence[Entity], found: Extraction, shared: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """The referent of each entity: the most shared mentions first, then those of one type, then the first marked."""

    def ranked() -> Iterator[tuple[float, int, int]]:
        for (n, referent), many in sorted(shared.items()):
            yield many + 0.5 * (entities[n].type == found.referents[referent].type), n, referent

    return dict(one_to_one(ranked()))
