"""Claims and relations in full, read by their ids: their words and figures, their articles, whom they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad

from kg.article_graph import ArticleGraph, without
from kg.current import Current
from kg.graph import Reader, Records, Seen
from kg.ontology import term
from kg.store import Store, value

SPANS = frozenset(term(name).value for name in ("kg:evidence", "kg:cueSpan", "kg:speakerSpan"))
OFFSETS = ("oa:start", "oa:end", "oa:exact")


def details(
    store: Store, reader: Reader, nodes: Iterable[str], *, also: Iterable[str] = (), rejected: bool = False
) -> Records:
    """The records of claims and relations (IRIs), in the order of sources and of the text.

    With the figures that stand in the claims, the articles, and the entities that are named and those ``also`` asked
    for. Counts and roles are of what is read; mentions are not. Ties to rejected claims are left out unless these are
    asked for.
    """
    current = Current(store, with_rejected=rejected)
    articles = sorted(_articles(current, reader, nodes), key=lambda article: (article.source, article.id))
    named = set(also).union(*(entities for article in articles for entities in article.named()))
    seen = Seen()
    for article in articles:
        seen.add(article)
    return Records(
        claims=tuple(without(claim, current.rejected) for article in articles for claim, _ in article.claims()),
        entities=tuple(seen.records(entity for entity in reader.entities if entity.id in named)),
        figures=tuple(figure for article in articles for figure in article.figures()),
        relations=tuple(relation for article in articles for relation in article.relations()),
        articles=tuple(article.article(None) for article in articles),
    )


def _articles(current: Current, reader: Reader, nodes: Iterable[str]) -> Iterator[ArticleGraph]:
    """The articles in which these nodes stand, without the rest of them."""
    iris = reader.iris
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for node in dict.fromkeys(nodes):
        inside[iris.key(value(next(current.quads(node)).graph_name))].append(node)
    for key, claims in inside.items():
        figures = (value(quad.subject) for node in claims for quad in current.quads(None, "kg:statedIn", node))
        about = (iris.mint(kind, key).value for kind in ("article", "extraction"))
        quads = _quads(current.store, key, chain(claims, figures, about))
        yield ArticleGraph(current.store, key, reader.entities, quads)


def _quads(store: Store, key: str, nodes: Iterable[str]) -> Iterator[Quad]:
    """The quads of some nodes of an article, and where and what their spans are.

    What the article says comes before what it resolves to and what people decided on it.
    """
    pattern = store.engine.quads_for_pattern
    subjects, spans = [NamedNode(node) for node in nodes], dict[NamedNode, None]()
    for graph in (store.iris.says(key), store.iris.resolves(key)):
        for subject in subjects:
            for quad in pattern(subject, None, None, graph):
                yield quad
                if value(quad.predicate) in SPANS:
                    spans[quad.object] = None  # type: ignore[index]
    for span in spans:
        for name in OFFSETS:
            yield from pattern(span, term(name), None, store.iris.says(key))
