from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import Literal, URIRef

from kg.api import Graph
from kg.errors import NotFoundError, QueryError, UsageError
from kg.model import Article
from kg.query import Canned, canned, evaluate
from tests.stores import HARBOUR, article, stored


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with stored() as graph:
        yield graph


ARGUMENTS = {
    "entity": {"speaker": "Mara Ellison", "policy": "sea wall", "person": "Mara Ellison"},
    "text": {"words": "percent"},
}


def _arguments(query: Canned, g: Graph) -> dict[str, str]:
    claim = g.claims(speaker="Mara Ellison")[0].id
    given = {"entity": "Tidewater Institute", "claim": claim, "text": "percent"}
    return {p.name: ARGUMENTS.get(p.kind, {}).get(p.name, given[p.kind]) for p in query.parameters if p.default is None}


@pytest.mark.parametrize("name", sorted(canned()))
def test_canned_query_says_what_it_is(name: str) -> None:
    """Title, what it answers, and parameters that are projected, as the engine asks."""
    query = canned()[name]
    assert query.title
    assert query.answers.endswith(".")
    for parameter in query.parameters:
        assert f"?{parameter.name}" in query.text.partition("WHERE")[0]


@pytest.mark.parametrize("name", sorted(set(canned()) - {"disagreeing-figures"}))
def test_canned_query_answers(name: str, g: Graph) -> None:
    """On articles with something of everything each gives rows, without its parameters' columns."""
    query = canned()[name]
    results = g.query(name, _arguments(query, g))
    assert len(results) > 0
    assert not {p.name for p in query.parameters} & set(results.variables)


def test_disagreeing_figures_finds_two_values_of_one_measure() -> None:
    """And none where the value is the same."""
    from dataclasses import replace

    other = replace(HARBOUR, source="other.md", text=HARBOUR.text.replace("$41 million", "$14 million"))
    with stored(HARBOUR, other) as g:
        (row,) = [r for r in g.query("disagreeing-figures").values() if "$41 million" in r]
        assert "$14 million" in row
    with stored(HARBOUR, replace(HARBOUR, source="copy.md")) as g:
        assert len(g.query("disagreeing-figures")) == 0


CHAIN = article(
    "Boats must move\n\n"
    "Jonas Okoro said that a survey by the Tidewater Institute found that most owners say that boats must move. "
    "Mara Ellison, citing the case of Norway, said that boats may stay.",
    "2025/chain.md",
    publisher="Quayside Post",
)


def test_one_property_path_leads_to_all_that_a_claim_rests_on() -> None:
    """From the outer claim, or the article, to the poll and to those who were asked."""
    path = "kg:embeds*/(kg:cites|kg:speaker)/skos:prefLabel"
    with stored(CHAIN) as g:
        (outer,) = [claim for claim in g.claims(speaker="Jonas Okoro") if not claim.embedded_in]
        found = g.query(f"SELECT DISTINCT ?label {{ <{outer.id}> {path} ?label }} ORDER BY ?label").values()
        assert {label for (label,) in found} == {"Jonas Okoro", "survey by the Tidewater Institute", "most owners"}
        article_path = f"<{outer.article}> ^prov:wasQuotedFrom/{path} ?label"
        labels = {label for (label,) in g.query(f"SELECT DISTINCT ?label {{ {article_path} }}").values()}
        assert {"most owners", "case of Norway", "Mara Ellison"} <= labels


def test_rests_on_counts_the_hops() -> None:
    """The speaker of the claim comes first, those who were asked last."""
    with stored(CHAIN) as g:
        (outer,) = [claim for claim in g.claims(speaker="Jonas Okoro") if not claim.embedded_in]
        results = g.query("rests-on", claim=outer.id)
        hops, label = results.variables.index("hops"), results.variables.index("label")
        rows = [(row[hops], row[label]) for row in results.values()]
    assert rows[0] == ("1", "Jonas Okoro")
    assert rows[-1] == ("3", "most owners")
    assert ("2", "survey by the Tidewater Institute") in rows


def test_citations_tell_who_cites_what() -> None:
    """Outermost and innermost speaker, what is cited and whom that reports."""
    with stored(CHAIN) as g:
        results = g.query("citations")
        columns = [results.variables.index(name) for name in ("outer", "inner", "document", "reporting", "hops")]
        rows = {tuple(row[column] for column in columns) for row in results.values()}
        assert rows == {
            ("Jonas Okoro", None, "survey by the Tidewater Institute", "most owners", "2"),
            ("Mara Ellison", "Mara Ellison", "case of Norway", None, "1"),
        }
        assert len(g.query("citations", cited="case of Norway")) == 1


def _figures(*texts: str) -> list[Article]:
    """Articles of one sentence each on the harbour fee."""
    return [Article(f"{place}.md", text, date="2025-03-10") for place, text in enumerate(texts)]


def test_a_change_is_never_compared_with_a_level() -> None:
    """A fee that rose by 12 percent contradicts one that rose by 14, and not one that stands at 8."""
    rose, more, stands = (
        "The harbour fee rose by 12 percent in 2024.",
        "by 14 percent in 2024.",
        "is 8 percent in 2024.",
    )
    with stored(*_figures(rose, f"The harbour fee rose {more}", f"The harbour fee {stands}")) as g:
        pairs = [
            {"12 percent", "14 percent", "8 percent"} & set(row) for row in g.query("disagreeing-figures").values()
        ]
    assert pairs == [{"12 percent", "14 percent"}]


def test_two_articles_that_state_both_numbers_do_not_disagree() -> None:
    """Each says that the toll was the one and then the other; one of another height contradicts."""
    said = "In 2024 the harbour toll was £2.80 at first and £2 later."
    with stored(*_figures(said, f"On Monday the council voted. {said}")) as g:
        assert len(g.query("disagreeing-figures")) == 0
    with stored(*_figures("In 2024 the harbour toll was £2.", "In 2024 the harbour toll was £3.")) as g:
        assert len(g.query("disagreeing-figures")) == 1
    with stored(*_figures("In 2024 Ann Moe raised $2 million.", "In 2024 Bo Lind raised $3 million.")) as g:
        assert len(g.query("disagreeing-figures")) == 0


def test_what_says_a_figure_again_is_not_counted_twice() -> None:
    """The number in brackets is the number before it."""
    with stored(*_figures("Almost two of every three nurses (63%) feel tired.")) as g:
        assert len(g.query("figures-by-measure", words="tired")) == 1


def test_optional_parameter_narrows(g: Graph) -> None:
    """Without it all, with it one's own."""
    everybody = g.query("roles")
    one = g.query("roles", person="Jonas Okoro")
    assert 0 < len(one) < len(everybody)


def test_relations_of_an_entity_are_found_from_both_sides(g: Graph) -> None:
    """As the subject and as the object, with the words."""
    for entity in ("Mara Ellison", "Tidewater Institute"):
        rows = g.query("relations", entity=entity)
        assert ("Mara Ellison", "holdsRole", "Tidewater Institute", "director") in [row[:4] for row in rows.values()]


def test_rows_are_rdflib_terms_at_the_edge(g: Graph) -> None:
    """IRIs and literals as rdflib has them."""
    ((node, label),) = list(g.query("SELECT ?p ?l { ?p a schema:Person ; skos:prefLabel ?l } ORDER BY ?l LIMIT 1"))
    assert node == URIRef("urn:claimgraph:person:ines-calder")
    assert label == Literal("Ines Calder")


def test_ask_and_construct(g: Graph) -> None:
    """Every kind of query has its kind of answer."""
    assert bool(g.query("ASK { ?c a kg:Claim }")) is True
    assert bool(g.query("ASK { ?c a kg:Nothing }")) is False
    made = g.query("CONSTRUCT { ?c a kg:Claim } WHERE { ?c a kg:Claim }")
    assert made.kind == "construct"
    assert len(made) == len(g.claims())


def test_dataset_is_a_working_rdflib_dataset(g: Graph) -> None:
    """SPARQL and patterns through rdflib see the same union."""
    rows = list(g.dataset.query("SELECT ?c WHERE { ?c a <https://w3id.org/claimgraph#Claim> }"))
    assert len(rows) == len(g.claims())
    assert len(list(g.dataset.triples((None, URIRef("https://w3id.org/claimgraph#speaker"), None)))) > 0


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } } } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a''' . SERVICE ?x { ?s ?p ?o } }",
        'SELECT * { ?s ?p "#" . SERVICE ?x { ?s ?p ?o } }',
        "SELECT * { ?a a ?c .SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "PREFIX :<http://127.0.0.1:9/> SELECT * { SERVICE:x { ?s ?p ?o } }",
        "SELECT * { ?s ?p 0SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { #x\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s x:\\# ?w} SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?a FILTER(?a<2)SERVICE#>\n<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    ],
)
def test_query_that_reaches_out_is_refused(text: str, g: Graph) -> None:
    """However it is written."""
    with pytest.raises(QueryError, match="SERVICE is refused"):
        g.query(text)


@pytest.mark.parametrize(
    "text",
    [
        'SELECT * { ?s schema:text "SERVICE <x> LOAD" }',
        "SELECT ?service { ?service a kg:Claim } # SERVICE",
        "SELECT * { ?s <urn:SERVICE> ?load }",
        "SELECT * { ?s ?p 'it\\'s SERVICE here' }",
    ],
)
def test_the_words_as_data_are_no_reach(text: str, g: Graph) -> None:
    """Strings, comments, variables and IRIs may bear them."""
    g.query(text)


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <a:b> <a:b> 1 }", "PREFIX a: <a:>\nDROP ALL", "LOAD <http://127.0.0.1:9/>"]
)
def test_update_is_refused(text: str, g: Graph) -> None:
    """Queries read."""
    with pytest.raises(QueryError, match="this is an update"):
        g.query(text)


def test_syntax_error_shows_its_place(g: Graph) -> None:
    """Line, the line itself, and a mark below the column."""
    with pytest.raises(QueryError) as caught:
        g.query("SELECT ?c\nWHERE { ?c a kg:Claim ;; ?x }")
    lines = str(caught.value).splitlines()
    assert "line 2: WHERE { ?c a kg:Claim ;; ?x }" in lines[-2]
    assert lines[-1].strip() == "^"


def test_unknown_name_suggests_the_nearest(g: Graph) -> None:
    """One typing error is no dead end."""
    with pytest.raises(QueryError, match="Did you mean who-said-what"):
        g.query("who-said-wat")


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("who-said-what", {}, "give -p speaker="),
        ("who-said-what", {"speeker": "x"}, "it takes: speaker"),
        ("timeline", {"since": "last week"}, "is not a date"),
        ("timeline", {"since": "2025-02-31"}, "is not a date"),
        ("who-said-what", {"speaker": ""}, "give -p speaker="),
    ],
)
def test_wrong_parameters_are_told(name: str, parameters: dict[str, str], message: str, g: Graph) -> None:
    """What is missing, unknown or of the wrong kind."""
    with pytest.raises(UsageError, match=message):
        g.query(name, parameters)


def test_unknown_entity_suggests_the_nearest(g: Graph) -> None:
    """By likeness and by shared words."""
    with pytest.raises(NotFoundError, match="Mara Ellison"):
        g.query("who-said-what", speaker="Mara Elison")


@pytest.mark.parametrize("value", ['x" } ; DROP ALL ; {"', "a\\b", "?claim", "<urn:x>"])
def test_parameters_are_bound_and_not_spliced(value: str, g: Graph) -> None:
    """A value is a value, whatever it looks like."""
    assert len(g.query("figures-by-measure", words=value)) == 0
    assert g.claims()


def test_parameters_of_free_text_are_bound(g: Graph) -> None:
    """Short ids as IRIs, the rest as text."""
    words = g.query("SELECT ?who ?w { ?c kg:speaker ?who ; schema:text ?w }", who="person:jonas-okoro")
    assert len(words) == 2


def test_from_narrows_the_default_graph(g: Graph) -> None:
    """The union gives way to the graphs that a query names."""
    graph = g.store.iris.entities.value
    assert len(g.query(f"SELECT ?c FROM <{graph}> {{ ?c a kg:Claim }}")) == 0
    assert len(g.query(f"SELECT ?c FROM <{graph}> {{ ?c a schema:Person }}")) == 5


def test_file_is_a_query(tmp_path: Path, g: Graph) -> None:
    """With a header of its own it has parameters too."""
    path = tmp_path / "mine.rq"
    path.write_text(
        "# title: Mine\n# parameter: n integer = 1 - how many\nSELECT ?c ?n { ?c a kg:Claim FILTER (?n = 1) }"
    )
    assert len(g.query(str(path))) == len(g.claims())
    assert len(g.query(str(path), n="2")) == 0


def test_results_become_a_frame(g: Graph) -> None:
    """Columns by variable."""
    frame = g.query("who-said-what", speaker="Mara Ellison").to_pandas()
    assert list(frame.columns)[:2] == ["date", "words"]
    assert len(frame) == 3


def test_hidden_columns_leave_the_rest_in_order(g: Graph) -> None:
    """Only what is asked to be hidden goes."""
    found = evaluate(g.store, "SELECT ?a ?b ?c { VALUES (?a ?b ?c) { (1 2 3) } }", {}, {"b"})
    assert found.variables == ("a", "c")
    assert found.values() == [("1", "3")]
