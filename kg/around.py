"""What a store holds around one entity, read through the index: only the claims that concern it, not whole articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Quad

from kg.article_graph import NAMING, ArticleGraph, without
from kg.current import Current
from kg.graph import Reader, Records, Seen
from kg.ontology import term
from kg.store import Store, value

IN_CLAIMS, IN_RELATIONS = NAMING.values()
TO_ENTITIES = IN_CLAIMS | IN_RELATIONS
EACH = 8
"""How much of what joins two neighbours is read: a few of many words show that they are joined, and by what."""
SPANS = frozenset(term(name).value for name in ("kg:evidence", "kg:cueSpan", "kg:speakerSpan"))

Found = tuple[str, str]
"""An article's key, and the IRI of a claim or a relation in it."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Records around the entity ``focus``: who stands beside it, and the claims and relations that say so.

    Counts in them (an article's claims, an entity's) are of what is around the focus.
    """

    focus: str
    records: Records


def around(
    store: Store,
    reader: Reader,
    what: str,
    *,
    hops: int = 1,
    enough: int = 80,
    rejected: bool = False,
    beside: Sequence[str] = (),
) -> Neighbourhood:
    """The records of all claims and relations that involve an entity (a name or an id), or its neighbours.

    With two hops those of its neighbours too, and so on; no further hop is made once ``enough`` entities are reached.
    A claim brings those that it embeds or is embedded in. Then, of the ``enough`` entities that are named most, the
    relations that say what they are, and some of what joins two of them elsewhere, or one of them to one of those that
    are ``beside`` (IRIs). Only current versions of articles count, and what people rejected, with what stands in it,
    only where it is asked for.

    Raises:
        NotFoundError: no entity, or several, are meant.
    """
    focus = reader.entities.find(what).id
    nearby = _Nearby(Current(store, with_rejected=rejected), reader)
    reached: Counter[str] = Counter({focus: 1})
    edge = [focus]
    for _ in range(hops):
        nearby.add(nearby.involving(edge))
        named = nearby.named()
        edge = sorted(named.keys() - reached.keys())
        reached.update(named)
        if len(reached) >= enough:
            break
    most_named = sorted(reached, key=lambda entity: (-reached[entity], entity))[:enough]
    nearby.add([*nearby.roles(most_named), *nearby.between(most_named, beside)])
    return Neighbourhood(focus, nearby.records(focus))


class _Nearby:
    """The claims and relations that were found, by article."""

    def __init__(self, current: Current, reader: Reader) -> None:
        self._current = current
        self._reader = reader
        self._read: set[str] = set()
        self._articles: dict[str, ArticleGraph] = {}

    def involving(self, entities: Iterable[str]) -> Iterator[Found]:
        """The claims and relations that name an entity."""
        for entity in entities:
            for quad in self._current.quads(found=entity):
                key, node = self._reader.iris.key(value(quad.graph_name)), value(quad.subject)
                if node in self._current.rejected:
                    continue
                if value(quad.predicate) in IN_RELATIONS:
                    yield key, node
                elif value(quad.predicate) in IN_CLAIMS:
                    yield key, node
                    yield from ((key, value(q.subject)) for q in self._current.quads(None, "kg:embeds", node))
                    yield from ((key, value(q.object)) for q in self._current.quads(node, "kg:embeds"))

    def roles(self, entities: Iterable[str]) -> Iterator[Found]:
        """The relations that say of an entity what it is."""
        for entity in entities:
            for quad in self._current.quads(None, "rdf:subject", entity):
                if any(self._current.quads(value(quad.subject), "kg:role")):
                    yield self._reader.iris.key(value(quad.graph_name)), value(quad.subject)

    def between(self, entities: Sequence[str], beside: Iterable[str]) -> Iterator[Found]:
        """The claims and relations that name two of these entities, or one and one beside; of each two up to `EACH`.

        What somebody said comes before what an article says itself.
        """
        named: defaultdict[Found, set[str]] = defaultdict(set)
        for entity in dict.fromkeys((*entities, *beside)):
            for quad in self._current.quads(found=entity):
                if value(quad.predicate) in TO_ENTITIES and value(quad.subject) not in self._current.rejected:
                    named[self._reader.iris.key(value(quad.graph_name)), value(quad.subject)].add(entity)
        both = (found for found, ends in named.items() if len(ends) > 1 and not ends.isdisjoint(entities))
        several = [(self._is_narration(found[1]), found[1], found) for found in both]
        seen: Counter[tuple[str, ...]] = Counter()
        for *_, found in sorted(several):
            pairs = list(combinations(sorted(named[found]), 2))
            if any(seen[pair] < EACH for pair in pairs):
                seen.update(pairs)
                yield found

    def _is_narration(self, node: str) -> bool:
        return any(self._current.quads(node, "kg:mode", term("kg:narration")))

    def add(self, found: Iterable[Found]) -> None:
        """Takes claims and relations in, each with its spans and figures, but for what was rejected."""
        by_article: defaultdict[str, list[str]] = defaultdict(list)
        for key, node in found:
            if not self._is_rejected(node):
                by_article[key].append(node)
        for key, nodes in by_article.items():
            if key not in self._articles:
                self._articles[key] = ArticleGraph(self._current.store, key, self._reader.entities, ())
                nodes += [self._reader.iris.mint(kind, key).value for kind in ("article", "extraction")]
            self._articles[key].take(self._quads(key, nodes))

    def _is_rejected(self, node: str) -> bool:
        """Whether people rejected a claim, or what a relation stands in."""
        if not self._current.rejected:
            return False
        claims = {node, *(value(quad.object) for quad in self._current.quads(node, "kg:assertedIn"))}
        return not claims.isdisjoint(self._current.rejected)

    def named(self) -> Counter[str]:
        """The entities that the claims and relations name, with how often."""
        counts: Counter[str] = Counter()
        for article in self._articles.values():
            for entities in article.named():
                counts.update(entities)
        return counts

    def records(self, focus: str) -> Records:
        """All that was found, in the order of sources, and the focus even where nothing was."""
        articles = sorted(self._articles.values(), key=lambda article: (article.source, article.id))
        named = {focus, *self.named()}
        seen = Seen()
        for article in articles:
            seen.add(article)
        return Records(
            claims=tuple(
                without(claim, self._current.rejected) for article in articles for claim, _ in article.claims()
            ),
            entities=tuple(seen.records(entity for entity in self._reader.entities if entity.id in named)),
            figures=tuple(figure for article in articles for figure in article.figures()),
            relations=tuple(relation for article in articles for relation in article.relations()),
            articles=tuple(article.article(None) for article in articles),
        )

    def _quads(self, key: str, nodes: Iterable[str]) -> Iterator[Quad]:
        """The quads of these nodes, of their spans, and of the figures that stand in them; of each node once.

        What an article says comes before what people decided on it, as where whole articles are read.
        """
        decided = self._reader.iris.resolves(key)
        wanted = list(nodes)
        wanted += [value(quad.subject) for node in wanted for quad in self._current.quads(None, "kg:statedIn", node)]
        while wanted:
            node = wanted.pop()
            if node not in self._read:
                self._read.add(node)
                for quad in sorted(self._current.quads(node), key=lambda quad: quad.graph_name == decided):
                    yield quad
                    if value(quad.predicate) in SPANS:
                        wanted.append(value(quad.object))
