"""What of a store a page carries and draws: all where a person can take it in, else a part, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.export.options import Graph, Options
from kg.graph import Records
from kg.iris import fold
from kg.model import ClaimRecord, RelationRecord
from kg.network import build, rank, select

if TYPE_CHECKING:
    import networkx as nx

LABELLED = 80
"""How many names a drawing can show with all their labels."""
CANVAS = 1500
"""How many names a page draws at once unless more are asked for."""
MOST = 5000
"""How many names a page will draw at all."""
RELATIONS = 1500
"""How many relations a page carries."""
SAME_RELATION = 3
"""How often the same relation is carried, with other words each time."""
NOT_DRAWN = "reportsOn"
"""A line from an author or outlet to all it writes of would hide everything else; the chain shows that better."""
GROUP = "group"
"""The type on the page of several people described together, whom the model counts among organisations."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a page carries.

    ``network`` is what it draws, ``names`` how many names could have been drawn (around a focus: within its hops),
    ``untied`` how many have no tie to others, ``left_out`` how many claims are not carried.
    """

    network: nx.MultiDiGraph[str]
    claims: tuple[ClaimRecord, ...]
    relations: tuple[RelationRecord, ...]
    names: int
    untied: int
    left_out: int


def records_of(graph: Graph, options: Options) -> tuple[str | None, Records]:
    """The focus as an entity's IRI, and the records of a graph, or only those around the focus.

    Raises:
        NotFoundError: no entity, or several, are meant by the focus.
    """
    if options.focus is None:
        return None, graph.records(rejected=options.rejected)
    enough = options.max_nodes or LABELLED
    near = graph.around(
        options.focus, hops=options.hops, enough=enough, rejected=options.rejected, beside=options.beside
    )
    return near.focus, near.records


def choose(records: Records, focus: str | None, options: Options) -> Chosen:
    """What a page of these records carries; ``focus`` is an entity's IRI.

    Raises:
        UsageError: more names are to be drawn than a page can hold.
    """
    import networkx as nx

    most = options.max_nodes or (LABELLED if focus else CANVAS)
    if most > MOST:
        raise UsageError(
            f"--max-nodes {most}: a page draws at most {MOST} names, and nobody could read more. "
            "Begin with one: --focus NAME. Or look at the whole store live: kg serve"
        )
    whole = build(records)
    groups = {entity.id for entity in records.entities if entity.group}
    nx.set_node_attributes(whole, dict.fromkeys(groups, GROUP), "type")
    whole.remove_edges_from([edge for edge in whole.edges(keys=True) if edge[2] == NOT_DRAWN])
    # Where nothing is tied to anything, the names that claims concern stand alone.
    tied = {node for node in whole if whole.degree(node)} or {n for n, w in whole.nodes(data="weight") if w}
    untied = set(whole) - tied - {focus}
    whole.remove_nodes_from(untied)
    reach = select(whole, focus=focus, hops=options.hops) if focus else whole
    network = select(reach, focus=focus, hops=options.hops, max_nodes=most)
    beside = {
        node for node in options.beside if node in whole and not set(nx.all_neighbors(whole, node)).isdisjoint(network)
    }
    if beside:
        network = whole.subgraph({*network, *beside}).copy()
        network.graph.update(focus=focus)
    claims = _carried(records.claims, network, options.max_claims)
    relations = _evidenced(records, network)
    _drop_bare(network, {claim.id for claim in claims}, {relation.id for relation in relations})
    return Chosen(network, claims, relations, len({*reach, *beside}), len(untied), len(records.claims) - len(claims))


def central(network: nx.MultiDiGraph[str], count: int) -> list[str]:
    """The most central names, the focus first."""
    focus = network.graph["focus"]
    return sorted(network, key=lambda node: (node != focus, *rank(network, node)))[:count]


def by_date(claim: ClaimRecord) -> tuple[str, str, int, str]:
    """Oldest first, undated last, then by place in the text."""
    return claim.date or "9999", claim.article, claim.start, claim.id


def _carried(claims: Sequence[ClaimRecord], network: nx.MultiDiGraph[str], max_claims: int) -> tuple[ClaimRecord, ...]:
    """The claims that the page carries, by date.

    Of too many, first one for every line drawn and those around and inside it (lines that only the articles' own voice
    makes get a quarter of the room), then those that concern drawn names and the focus most; what somebody said before
    what an article says itself.
    """
    if len(claims) <= max_claims:
        return tuple(sorted(claims, key=by_date))
    behind = Counter(key for _, data in network.nodes(data=True) for key in data["claims"])
    if focus := network.graph["focus"]:
        behind.update(dict.fromkeys(network.nodes[focus]["claims"], len(network)))

    def order(claim: ClaimRecord) -> tuple[object, ...]:
        drawn = behind[claim.id]
        return not drawn, claim.mode == "narration", -drawn, *by_date(claim)

    ranked = sorted(claims, key=order)
    known = {claim.id: claim for claim in claims}
    place = {claim.id: number for number, claim in enumerate(ranked)}
    behind_lines = ([key for key in data["claims"] if key in place] for *_, data in network.edges(data=True))
    first = sorted({min(keys, key=lambda key: place[key]) for keys in behind_lines if keys}, key=lambda key: place[key])
    spoken = [key for key in first if known[key].mode != "narration"]
    told = [key for key in first if known[key].mode == "narration"][: max_claims // 4]
    wanted: dict[str, None] = {}
    for key in [*spoken, *told, *(claim.id for claim in ranked)]:
        wanted.update(dict.fromkeys(k for k in (known[key].embedded_in, key, *known[key].embeds) if k in known))
    kept = set(list(wanted)[:max_claims])
    return tuple(sorted((claim for claim in claims if claim.id in kept), key=by_date))


def _evidenced(records: Records, network: nx.MultiDiGraph[str]) -> tuple[RelationRecord, ...]:
    """The relations of drawn names, those of the focus first, each said at most a few times over."""
    current = {article.source for article in records.articles if article.superseded_by is None}
    focus = network.graph["focus"]
    said: Counter[tuple[str, ...]] = Counter()
    kept = []
    for relation in sorted(records.relations, key=lambda r: focus not in _ends(r)):
        ends = _ends(relation)
        same = (relation.predicate, *ends, fold(relation.role or ""))
        if relation.source in current and set(ends) & set(network) and said[same] < SAME_RELATION:
            said[same] += 1
            kept.append(relation)
    return tuple(kept[:RELATIONS])


def _ends(relation: RelationRecord) -> tuple[str, ...]:
    return (relation.subject.id, relation.object.id) if relation.object else (relation.subject.id,)


def _drop_bare(network: nx.MultiDiGraph[str], claims: set[str], relations: set[str]) -> None:
    """Takes out lines whose evidence is not carried, and names that are then tied to nothing."""
    bare = [
        (start, end, key)
        for start, end, key, data in network.edges(keys=True, data=True)
        if not claims & set(data["claims"]) and not relations & set(data["relations"])
    ]
    network.remove_edges_from(bare)
    if bare:
        loose = [node for node in network if not network.degree(node) and node != network.graph["focus"]]
        network.remove_nodes_from(loose)


def inner_claim(relation: RelationRecord, claims: Iterable[ClaimRecord]) -> str | None:
    """The claim that asserts a relation: the one it names, else the shortest of its article that holds its words."""
    if relation.claim:
        return relation.claim
    around = [c for c in claims if c.start <= relation.start and relation.end <= c.end]
    return min(around, key=lambda c: (c.end - c.start, c.id)).id if around else None
