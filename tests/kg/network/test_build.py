"""The store as a graph of names, and as a chain of evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import NotFoundError, UsageError
from kg.network import build, summary, words_of
from tests.factories import FakeGraph, article, claim, entity, newsroom, reference

ANA, BEA, PLAN = reference("Ana Rey"), reference("Bea Sol"), reference("Tram plan", "policy")
TEXT = "Ana Rey said the tram was late. Bea Sol said Ana Rey had said the tram would come."


def small() -> FakeGraph:
    """Two people on one policy, one of them quoting the other."""
    graph = FakeGraph()
    home = graph.add_article(article("a.txt", TEXT, publisher="The Lamp", title="Trams"), TEXT)
    graph.add_claim(claim(home, TEXT, "the tram was late", speaker=ANA, about=(PLAN,)))
    outer = claim(home, TEXT, "Ana Rey had said the tram would come", speaker=BEA, about=(PLAN, ANA))
    inner = claim(home, TEXT, "the tram would come", speaker=ANA, about=(PLAN,), embedded_in=outer.id)
    graph.add_claim(replace(outer, embeds=(inner.id,)))
    graph.add_claim(inner)
    graph.add_entities([entity("Ana Rey", claims_by=2), entity("Bea Sol"), entity("Tram plan", "policy")])
    return graph


def ties(graph: FakeGraph) -> set[tuple[str, str, str, int]]:
    """The edges of a network: label, predicate, label, how many claims."""
    network = build(graph.records())
    label = network.nodes(data="label")
    return {(label[a], d["predicate"], label[b], len(d["claims"])) for a, b, d in network.edges(data=True)}


def test_claims_join_speaker_and_subject() -> None:
    """A speaker is joined to what the claims are about, and to whom it quotes, with the claims behind each edge."""
    assert ties(small()) == {
        ("Ana Rey", "saidAbout", "Tram plan", 2),
        ("Bea Sol", "saidAbout", "Tram plan", 1),
        ("Bea Sol", "saidAbout", "Ana Rey", 1),
        ("Bea Sol", "quotes", "Ana Rey", 1),
    }


def test_narration_reports_and_citing_cites() -> None:
    """What an article says in its own voice and what is said with a source are edges of their own kind."""
    network = build(newsroom().records())
    predicates = {data["predicate"] for _, _, data in network.edges(data=True)}
    assert {"reportsOn", "namedTogether", "cites", "saidAbout", "quotes", "holdsRole", "memberOf"} == predicates


def test_relations_are_edges_with_their_ids() -> None:
    """A relation is an edge that bears its role and its id."""
    network = build(newsroom().records())
    data = network.get_edge_data(reference("Hanne Lorrick").id, reference("Northgate City Council", "organisation").id)
    (edge,) = data.values()
    assert edge["label"] == "mayor"
    assert len(edge["relations"]) == 1


def test_nodes_carry_claims() -> None:
    """A node knows the claims by it and about it."""
    node = build(small().records()).nodes[ANA.id]
    assert (node["label"], node["type"], node["weight"]) == ("Ana Rey", "person", 3)
    assert len(set(node["claims"])) == 3


def test_every_claim_id_leads_to_a_claim() -> None:
    """Every id on a node or an edge is that of a claim of the store."""
    graph = newsroom()
    ids = {record.id for record in graph.records().claims}
    network = build(graph.records())
    assert all(set(data["claims"]) <= ids for _, data in network.nodes(data=True))
    assert all(set(data["claims"]) <= ids for _, _, data in network.edges(data=True))


def test_the_same_store_gives_the_same_network() -> None:
    """Nodes and edges come in the same order, whatever the order of the records."""
    graph, turned = newsroom(), newsroom()
    turned._entities.reverse()
    turned._relations.reverse()
    first, second = build(graph.records()), build(turned.records())
    assert list(first.nodes) == list(second.nodes)
    assert list(first.edges(keys=True)) == list(second.edges(keys=True))


@pytest.mark.parametrize(
    ("hops", "expected"),
    [(0, {"Ruth Amberley"}), (1, {"Ruth Amberley", "New high-security prison"})],
)
def test_focus_keeps_the_neighbourhood(hops: int, expected: set[str]) -> None:
    """Around a focus stay those within so many edges, and the rest are counted."""
    network = build(newsroom().records(), focus="Ruth Amberley", hops=hops)
    assert {label for _, label in network.nodes(data="label")} == expected
    assert network.graph["left_out"] == 44 - len(expected)
    assert network.graph["focus"] == reference("Ruth Amberley").id


def test_the_most_central_stay() -> None:
    """Of too many nodes those with the most claims behind their edges stay; the focus always does."""
    network = build(newsroom().records(), max_nodes=5)
    assert len(network) == 5
    assert network.graph["left_out"] == 39
    assert reference("New high-security prison", "policy").id in network
    assert reference("Ruth Amberley").id in build(newsroom().records(), focus="ruth amberley", hops=3, max_nodes=1)


def test_comentions_join_what_the_same_words_name() -> None:
    """Two that a claim mentions are joined once for each claim, and not again for the claims within it."""
    network = build(small().records(), view="comentions")
    label = network.nodes(data="label")
    ties = [(label[a], d["predicate"], label[b], d["weight"]) for a, b, d in network.edges(data=True)]
    assert ties == [("Ana Rey", "mentionedTogether", "Tram plan", 1)]


def test_citations_join_speakers_to_what_they_cite_and_quote() -> None:
    """Who cites and who quotes are edges; whoever does neither is no node."""
    network = build(small().records(), view="citations")
    label = network.nodes(data="label")
    assert [(label[a], d["predicate"], label[b]) for a, b, d in network.edges(data=True)] == [
        ("Bea Sol", "quotes", "Ana Rey")
    ]
    predicates = {data["predicate"] for *_, data in build(newsroom().records(), view="citations").edges(data=True)}
    assert predicates == {"cites", "quotes"}


def test_chain_runs_from_outlet_to_subject() -> None:
    """The evidence chain goes outlet, article, claim, speaker and subject."""
    chain = build(small().records(), view="chain")
    types = chain.nodes(data="type")
    steps = {(types[a], d["predicate"], types[b]) for a, b, d in chain.edges(data=True)}
    assert steps == {
        ("outlet", "published", "article"),
        ("article", "contains", "claim"),
        ("claim", "speaker", "person"),
        ("claim", "about", "policy"),
        ("claim", "about", "person"),
        ("claim", "embeds", "claim"),
    }


def test_chain_of_a_focus_holds_its_claims_only() -> None:
    """The chain of one entity has the claims by and about it, and figures they state."""
    chain = build(newsroom().records(), view="chain", focus="New high-security prison")
    kinds = [kind for _, kind in chain.nodes(data="type")]
    assert kinds.count("claim") == 8
    assert "figure" in kinds


def test_an_unknown_name_lists_the_nearest() -> None:
    """A name that nobody bears is answered with those most like it."""
    with pytest.raises(NotFoundError, match="Mara Quellin"):
        build(newsroom().records(), focus="Mara Quelin")


def test_an_unknown_view_lists_the_views() -> None:
    """A view that does not exist is a usage error."""
    with pytest.raises(UsageError, match="network, chain, comentions and citations"):
        build(small().records(), view="tree")  # type: ignore[arg-type]


def test_an_empty_store_is_an_empty_network() -> None:
    """Nothing in, nothing out."""
    assert len(build(FakeGraph().records())) == 0


def test_summary_counts_and_says_what_was_left_out() -> None:
    """One line tells what is there and what is not."""
    network = build(small().records(), max_nodes=2)
    assert summary(network) == "2 nodes (1 person, 1 policy), 1 edges; 1 less central nodes left out"


@pytest.mark.parametrize(("name", "words"), [("affiliatedWith", "affiliated with"), ("wrote", "wrote")])
def test_predicates_read_as_words(name: str, words: str) -> None:
    """A predicate's local name is spelled out."""
    assert words_of(name) == words
