from __future__ import annotations

import csv
import json

import httpx
import pytest
import rdflib

from kg.api import Graph
from kg.store import open_
from tests.kg.web.conftest import Served

pytestmark = pytest.mark.server

SELECT = "SELECT ?words WHERE { ?claim a kg:Claim ; schema:text ?words } ORDER BY ?words"
CONSTRUCT = "CONSTRUCT { ?c schema:text ?words } WHERE { ?c a kg:Claim ; schema:text ?words }"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
TABLES = [JSON, XML, "text/csv", "text/tab-separated-values"]
GRAPHS = ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]


def _expected(served: Served) -> list[str]:
    with open_(served.store) as opened:
        return [str(row[0]) for row in Graph(opened).query(SELECT).values()]


def _words(answer: httpx.Response) -> list[str]:
    return [row["words"]["value"] for row in answer.json()["results"]["bindings"]]


def test_three_ways_to_ask_give_the_rows_of_kg_query(served: Served) -> None:
    """GET, a form, and the query as the body."""
    url, accept = served.address + "/sparql", {"Accept": JSON}
    ways = [
        httpx.get(url, params={"query": SELECT}, headers=accept),
        httpx.post(url, data={"query": SELECT}, headers=accept),
        httpx.post(url, content=SELECT, headers={**accept, "Content-Type": "application/sparql-query; charset=utf-8"}),
    ]
    for answer in ways:
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        assert _words(answer) == _expected(served) != []


@pytest.mark.parametrize("type", TABLES)
def test_tables_come_as_asked(served: Served, type: str) -> None:
    """Each type is named and can be read."""
    from pyoxigraph import QueryResultsFormat, parse_query_results

    answer = served.ask(SELECT, type)
    assert answer.headers["content-type"].partition(";")[0] == type
    if type == "text/csv":
        assert list(csv.reader(answer.text.splitlines())) == [["words"], *([words] for words in _expected(served))]
        return
    rows = parse_query_results(answer.content, QueryResultsFormat.from_media_type(type))
    assert [row["words"].value for row in rows] == _expected(served)  # type: ignore[union-attr]


@pytest.mark.parametrize("type", GRAPHS)
@pytest.mark.parametrize("query", [CONSTRUCT, "DESCRIBE <urn:claimgraph:person:mara-ellison>"])
def test_graphs_come_as_asked(served: Served, type: str, query: str) -> None:
    """Each type is named and holds the same triples."""
    answer = served.ask(query, type)
    assert answer.headers["content-type"].partition(";")[0] == type
    found = rdflib.Graph().parse(data=answer.text, format=type.replace("+rdf", ""))
    assert len(found) == len(rdflib.Graph().parse(data=served.ask(query, "text/turtle").text, format="turtle")) > 0


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/csv;q=0.4, application/sparql-results+xml;q=0.9", XML),
        ("text/turtle, application/sparql-results+json;q=0.1", JSON),
        ("application/json", "application/json"),
        ("*/*", JSON),
    ],
)
def test_weights_count(served: Served, accept: str, expected: str) -> None:
    """The most wanted type that fits the kind of answer."""
    assert served.ask("ASK {}", accept).headers["content-type"] == expected


def test_ask_is_answered(served: Served) -> None:
    """With a boolean."""
    assert served.ask("ASK { ?c a kg:Claim }", JSON).json()["boolean"] is True


FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
REFUSED = [
    (("GET", "/sparql?query=SELEKT", {}, b""), 400, "not SPARQL"),
    (("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", {}, b""), 400, "one query"),
    (("GET", "/sparql?format=json", {}, b""), 400, "one query"),
    (("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=a%20b", {}, b""), 400, "absolute IRI"),
    (("GET", "/sparql?query=ASK%7B%7D", {"Accept": "image/png"}, b""), 406, "text/csv"),
    (("GET", "/sparql?query=ASK%7B%7D", {"Accept": "text/turtle"}, b""), 406, "a table"),
    (("GET", "/sparql", {"Accept": "image/png"}, b""), 406, "text/turtle"),
    (("POST", "/sparql", UPDATE, b"CLEAR ALL"), 403, "only reads"),
    (
        ("POST", "/sparql", FORM, b"update=CLEAR+ALL"),
        403,
        "only reads",
    ),
    (
        ("POST", "/sparql", DIRECT, b"INSERT DATA { <a:a> <a:b> 1 }"),
        400,
        "update",
    ),
    (("POST", "/sparql", DIRECT, b"LOAD <http://127.0.0.1:1/>"), 400, "update"),
    (("POST", "/sparql", DIRECT, b"\xff"), 400, "UTF-8"),
    (("POST", "/sparql", DIRECT, b" " * (2**20 + 1)), 413, "longer"),
    (("POST", "/sparql", {"Content-Type": "text/plain"}, b"ASK {}"), 415, "text/plain"),
    (("POST", "/sparql", {}, b"ASK {}"), 415, "sparql-query"),
    (("PUT", "/sparql", {}, b""), 405, "GET or POST"),
    (("DELETE", "/sparql", {}, b""), 405, "GET or POST"),
]


@pytest.mark.parametrize(("request_", "status", "words"), REFUSED)
def test_what_is_no_query_is_refused_and_says_why(
    served: Served, request_: tuple[str, str, dict[str, str], bytes], status: int, words: str
) -> None:
    """In plain text, with the status that the protocol has for it."""
    method, path, headers, body = request_
    answer = httpx.request(method, served.address + path, headers=headers, content=body)
    assert answer.status_code == status
    assert words in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    ],
)
def test_other_servers_are_not_asked(served: Served, query: str) -> None:
    """Not even where the word is hidden."""
    answer = served.ask(query)
    assert answer.status_code == 400
    assert "SERVICE is refused" in answer.text


def test_protocol_graphs_are_the_dataset(served: Served) -> None:
    """They go before the union, and before what the query says itself."""
    with open_(served.store) as opened:
        first, second = (opened.iris.says(key).value for key in Graph(opened).reader.keys())  # noqa: SIM118
    count = "SELECT (COUNT(?c) AS ?n) WHERE { ?c a kg:Claim }"
    named = "SELECT (COUNT(?c) AS ?n) WHERE { GRAPH ?g { ?c a kg:Claim } }"

    def number(query: str, **graphs: object) -> int:
        answer = httpx.post(served.address + "/sparql", data={"query": query, **graphs}, headers={"Accept": "text/csv"})
        return int(answer.text.splitlines()[1])

    alone = number(count, **{"default-graph-uri": first})
    assert 0 < alone < number(count)
    assert number(count, **{"default-graph-uri": [first, second]}) == number(count)
    assert number(count.replace("WHERE", f"FROM <{second}> WHERE"), **{"default-graph-uri": first}) == alone
    assert number(count.replace("WHERE", f"FROM <{first}> WHERE")) == alone
    assert number(count, **{"named-graph-uri": first}) == 0
    assert number(named, **{"named-graph-uri": first}) == alone
    assert number(named) == number(count)


@pytest.mark.parametrize("type", [*GRAPHS, "*/*", "text/html"])
def test_endpoint_describes_itself(served: Served, type: str) -> None:
    """To those who ask nothing."""
    answer = served.get("/sparql", headers={"Accept": type})
    assert answer.status_code == 200
    kind = answer.headers["content-type"].partition(";")[0]
    found = rdflib.Graph().parse(data=answer.text, format=kind)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert (rdflib.URIRef(served.address + "/sparql"), rdflib.RDF.type, sd.Service) in found


def test_pages_from_elsewhere_may_read(served: Served) -> None:
    """A browser asks first, and is told which methods and headers."""
    answer = httpx.options(served.address + "/sparql", headers={"Origin": "https://example.org"})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "POST" in answer.headers["access-control-allow-methods"]
    assert "access-control-allow-credentials" not in answer.headers


def test_head_has_no_body(served: Served) -> None:
    """But the length of one."""
    answer = httpx.head(served.address + "/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 0


def test_wrong_query_is_shown_where_it_is_wrong(served: Served) -> None:
    """As on the command line: with the line."""
    assert "line 2:" in served.ask("SELECT *\nWHERE { ?s ?p }").text


def test_answers_are_json_that_ends(served: Served) -> None:
    """Whole, whatever the size."""
    answer = served.ask("SELECT * { ?s ?p ?o . ?a a ?c }", JSON)
    assert answer.status_code == 200
    assert len(json.loads(answer.content)["results"]["bindings"]) > 10_000
