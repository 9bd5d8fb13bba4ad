"""How near clusters of mentions come to those that people marked: MUC, B³, CEAF-e and their mean, on GUM.

``python -m tests.eval.coreference`` prints the figures of the baseline, which joins mentions with equal heads, and
those of the project's own ``ingest.coreference.clusters``. It gets the mentions that people marked, and
nothing else of what they marked::

    clusters(document: ingest.document.Document, mentions: Sequence[kg.model.Span]) -> list[int]

returns a cluster number for each mention: mentions with one number refer to one entity. Spans are code points into
``document.text``, in text order, the longer first; two may be nested. Only mentions of people, organisations and places
are given, alone or not, so an entity that is mentioned once is a cluster of its own and counts in B³ and CEAF-e.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from ingest.coreference import clusters
from ingest.document import lay_out
from tests.eval.annotations import ROOT
from tests.eval.gum import Discourse, Marked, load

_ABOUT = (__doc__ or "").partition("\n")[0]
GUM = ROOT.parent / "shared" / "corpora" / "gum"

Clusters = Sequence[frozenset[Hashable]]
"""Mentions by what they refer to; no mention stands in two clusters."""
Metric = Callable[["Clusters", "Clusters"], "Counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a metric counts in one text or several. Rates are in percent.

    ``recalled`` of ``marked`` is the recall, ``precise`` of ``found`` the precision.
    """

    recalled: float = 0
    marked: float = 0
    precise: float = 0
    found: float = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.recalled + other.recalled,
            self.marked + other.marked,
            self.precise + other.precise,
            self.found + other.found,
        )

    @property
    def recall(self) -> float:
        """The share of what people marked that was found."""
        return 100 * self.recalled / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        """The share of what was found that people marked."""
        return 100 * self.precise / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def muc(key: Clusters, response: Clusters) -> Counted:
    """Links kept (Vilain and others, 1995): a cluster of n takes n - 1, one less for each further piece it is in."""
    return Counted(*_links(key, response), *_links(response, key))


def _links(clusters: Clusters, others: Clusters) -> tuple[int, int]:
    home = _home(others)
    kept = 0
    for cluster in clusters:
        known = [home[mention] for mention in cluster if mention in home]
        kept += len(known) - len(set(known))
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def b_cubed(key: Clusters, response: Clusters) -> Counted:
    """Mentions kept together (Bagga and Baldwin, 1998): for each, the share of its cluster that stays with it."""
    return Counted(*_kept(key, response), *_kept(response, key))


def _kept(clusters: Clusters, others: Clusters) -> tuple[float, int]:
    home = _home(others)
    kept = 0.0
    for cluster in clusters:
        together = Counter(home[mention] for mention in cluster if mention in home)
        kept += sum(many * many for many in together.values()) / len(cluster)
    return kept, sum(map(len, clusters))


def ceaf_e(key: Clusters, response: Clusters) -> Counted:
    """Entities kept (Luo, 2005): the best one-to-one pairing of clusters by φ4, twice the shared over both sizes."""
    home = _home(response)
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    for one, cluster in enumerate(key):
        for other, shared in Counter(home[mention] for mention in cluster if mention in home).items():
            weight = 2 * shared / (len(cluster) + len(response[other]))
            graph.add_edge(("key", one), ("response", other), weight=weight)
    parts = (graph.subgraph(nodes) for nodes in nx.connected_components(graph))  # each alone: the time is cubic
    best = sum(part.edges[edge]["weight"] for part in parts for edge in nx.max_weight_matching(part))
    return Counted(best, len(key), best, len(response))


def _home(clusters: Clusters) -> dict[Hashable, int]:
    """The number of the cluster that each mention is in."""
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


METRICS: dict[str, Metric] = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}
"""The metrics by name."""


def grouped(labels: Iterable[Hashable]) -> list[frozenset[Hashable]]:
    """The clusters of mentions that are labelled one after another, as sets of their numbers.

    >>> [sorted(cluster) for cluster in grouped(["a", "b", "a"])]
    [[0, 2], [1]]
    """
    clusters = defaultdict[Hashable, set[Hashable]](set)
    for number, label in enumerate(labels):
        clusters[label].add(number)
    return [frozenset(cluster) for cluster in clusters.values()]


def equal_heads(text: str, mentions: Sequence[Marked]) -> list[Hashable]:
    """A label for each mention: its head word without case, so that equal ones join; each pronoun's is its own."""
    return [
        number if mention.form == "pronoun" else mention.head.of(text).casefold()
        for number, mention in enumerate(mentions)
    ]


def measured(
    discourses: Iterable[Discourse], labelled: Callable[[Discourse], Iterable[Hashable]]
) -> dict[str, Counted]:
    """What each metric counts over all documents, whose mentions ``labelled`` puts into clusters."""
    total = dict.fromkeys(METRICS, Counted())
    for discourse in discourses:
        key = grouped(mention.entity for mention in discourse.mentions)
        response = grouped(labelled(discourse))
        total = {name: total[name] + metric(key, response) for name, metric in METRICS.items()}
    return total


def mean(counted: Iterable[Counted]) -> float:
    """The average F1, as CoNLL's shared task has it."""
    figures = [one.f1 for one in counted]
    return sum(figures) / len(figures)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 1 where GUM does not lie beside the checkout."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.coreference", description=_ABOUT)
    parser.add_argument("--part", default="dev", choices=("dev", "train"), help="the part of GUM (dev)")
    part = parser.parse_args(arguments).part
    if not (GUM / part).is_dir():
        print(f"../shared/corpora/gum/{part} does not lie beside the checkout", file=sys.stderr)
        return 1
    discourses = load(GUM / part)
    many = sum(len(discourse.mentions) for discourse in discourses)
    print(f"gum/{part}: {len(discourses)} documents, {many} mentions")
    _print("equal heads", measured(discourses, lambda one: equal_heads(one.text, one.mentions)))
    _print("system", measured(discourses, clustered))
    return 0


def clustered(discourse: Discourse) -> Sequence[int]:
    """The project's clusters of the mentions that people marked: a number for each."""
    return clusters(lay_out(discourse.text), [mention.span for mention in discourse.mentions])


def _print(name: str, counted: dict[str, Counted]) -> None:
    print(f"\n{name:24}{'P':>7}{'R':>7}{'F1':>7}")
    for metric, one in counted.items():
        print(f"{metric:24}{one.precision:>7.1f}{one.recall:>7.1f}{one.f1:>7.1f}")
    print(f"{'mean':24}{mean(counted.values()):>21.1f}")


if __name__ == "__main__":
    sys.exit(main())
