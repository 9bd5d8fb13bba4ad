"""What of a store a page carries and draws: all where a person can take it in, else a part, and what was left out.

That is decided by what joins the names, so of a large store no more is read in full than the page shows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.evidence import Asserted, Evidence, Said
from kg.export.options import Graph, Options
from kg.iris import fold
from kg.model import ClaimRecord, EntityRecord, RelationRecord
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
UNDATED = "9999"
"""A date that comes after all."""
GROUP = "group"
"""The type on the page of several people described together, whom the model counts among organisations."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a page carries.

    ``claims`` and ``relations`` are ids; ``entities`` are all that there are.
    ``network`` is what is drawn, ``names`` how many names could have been (around a focus: within its hops), ``untied``
    how many have no tie to others, ``left_out`` how many claims are not carried.
    """

    network: nx.MultiDiGraph[str]
    claims: frozenset[str]
    relations: frozenset[str]
    entities: tuple[EntityRecord, ...]
    names: int
    untied: int
    left_out: int


def evidence_of(graph: Graph, options: Options) -> tuple[str | None, Evidence]:
    """The focus as an entity's IRI, and what joins the names of a graph, or only those around the focus.

    Raises:
        NotFoundError: no entity, or several, are meant by the focus.
    """
    if options.focus is None:
        return None, graph.evidence(rejected=options.rejected)
    enough = options.max_nodes or LABELLED
    near = graph.nearby(
        options.focus, hops=options.hops, enough=enough, rejected=options.rejected, beside=options.beside
    )
    return near.focus, near.evidence


def choose(evidence: Evidence, focus: str | None, options: Options) -> Chosen:
    """What a page of this evidence carries; ``focus`` is an entity's IRI.

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
    whole = build(evidence)
    groups = {entity.id for entity in evidence.entities if entity.group}
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
    claims = _carried(evidence.claims, network, options.max_claims)
    relations = _evidenced(evidence.relations, network)
    _drop_bare(network, claims, relations)
    left_out = len(evidence.claims) - len(claims)
    return Chosen(network, claims, relations, evidence.entities, len({*reach, *beside}), len(untied), left_out)


def central(network: nx.MultiDiGraph[str], count: int) -> list[str]:
    """The most central names, the focus first."""
    focus = network.graph["focus"]
    return sorted(network, key=lambda node: (node != focus, *rank(network, node)))[:count]


def by_date(claim: ClaimRecord) -> tuple[str, str, int, str]:
    """Oldest first, undated last, then by place in the text."""
    return claim.date or UNDATED, claim.article, claim.start, claim.id


def _carried(claims: Sequence[Said], network: nx.MultiDiGraph[str], max_claims: int) -> frozenset[str]:
    """The claims that the page carries.

    Of too many, first one for every line drawn and those around and inside it (lines that only the articles' own voice
    makes get a quarter of the room), then those that concern drawn names and the focus most; what somebody said before
    what an article says itself.
    """
    if len(claims) <= max_claims:
        return frozenset(claim.id for claim in claims)
    behind = Counter(key for _, data in network.nodes(data=True) for key in data["claims"])
    if focus := network.graph["focus"]:
        behind.update(dict.fromkeys(network.nodes[focus]["claims"], len(network)))

    def order(claim: Said) -> tuple[object, ...]:
        drawn = behind[claim.id]
        return not drawn, claim.mode == "narration", -drawn, claim.date or UNDATED, claim.article, claim.id

    ranked = sorted(claims, key=order)
    known = {claim.id: claim for claim in claims}
    around = {inner: claim.id for claim in claims for inner in claim.embeds}
    place = {claim.id: number for number, claim in enumerate(ranked)}
    behind_lines = ([key for key in data["claims"] if key in place] for *_, data in network.edges(data=True))
    first = sorted({min(keys, key=lambda key: place[key]) for keys in behind_lines if keys}, key=lambda key: place[key])
    spoken = [key for key in first if known[key].mode != "narration"]
    told = [key for key in first if known[key].mode == "narration"][: max_claims // 4]
    wanted: dict[str, None] = {}
    for key in [*spoken, *told, *(claim.id for claim in ranked)]:
        wanted.update(dict.fromkeys(k for k in (around.get(key), key, *known[key].embeds) if k in known))
    return frozenset(list(wanted)[:max_claims])


def _evidenced(relations: Sequence[Asserted], network: nx.MultiDiGraph[str]) -> frozenset[str]:
    """The relations of drawn names, those of the focus first, each said at most a few times over."""
    focus, drawn = network.graph["focus"], set(network)
    said: Counter[tuple[str, ...]] = Counter()
    kept = []
    for relation in sorted(relations, key=lambda r: focus not in ends(r)):
        both = ends(relation)
        same = (relation.predicate, *both, fold(relation.role or ""))
        if not drawn.isdisjoint(both) and said[same] < SAME_RELATION:
            said[same] += 1
            kept.append(relation.id)
    return frozenset(kept[:RELATIONS])


def ends(relation: Asserted | RelationRecord) -> tuple[str, ...]:
    """The entities that a relation joins."""
    return (relation.subject.id, relation.object.id) if relation.object else (relation.subject.id,)


def _drop_bare(network: nx.MultiDiGraph[str], claims: frozenset[str], relations: frozenset[str]) -> None:
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
