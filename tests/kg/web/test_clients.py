from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.api import Graph
from kg.store import open_
from tests.kg.web.conftest import Served

pytestmark = pytest.mark.server

PREFIXES = (
    "PREFIX kg: <https://w3id.org/claimgraph#> PREFIX schema: <https://schema.org/> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)
QUERY = (
    PREFIXES + "SELECT ?name ?words WHERE { ?claim kg:speaker ?who ; schema:text ?words . ?who skos:prefLabel ?name } "
    "ORDER BY ?name ?words"
)
Row = tuple[str, ...]


def sparqlwrapper(endpoint: str) -> list[Row]:
    """The rows by SPARQLWrapper."""
    wrapper = pytest.importorskip("SPARQLWrapper", reason="SPARQLWrapper is not installed: pip install '.[test]'")
    asking = wrapper.SPARQLWrapper(endpoint)
    asking.setQuery(QUERY)
    asking.setReturnFormat(wrapper.JSON)
    rows = asking.query().convert()["results"]["bindings"]
    return [(row["name"]["value"], row["words"]["value"]) for row in rows]


def sparqlstore(endpoint: str) -> list[Row]:
    """The rows by rdflib's SPARQLStore."""
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    graph = rdflib.Graph(SPARQLStore(endpoint))
    return [tuple(str(term) for term in row) for row in graph.query(QUERY)]  # type: ignore[union-attr]


def curl(endpoint: str) -> list[Row]:
    """The rows by curl."""
    program = _program("curl", "curl is not installed: apt-get install curl")
    command = [program, "-sS", "--fail", "-H", "Accept: text/csv", endpoint, "--data-urlencode", f"query={QUERY}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    return [tuple(row) for row in csv.reader(io.StringIO(done.stdout, newline=""))][1:]


def comunica(endpoint: str) -> list[Row]:
    """The rows by Comunica, which reads the endpoint's description first."""
    program = _program("comunica-sparql", "Comunica is not installed: npm install --global @comunica/query-sparql")
    command = [program, f"sparql@{endpoint}", QUERY, "-t", "application/sparql-results+json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    rows = json.loads(done.stdout)["results"]["bindings"]
    return [(row["name"]["value"], row["words"]["value"]) for row in rows]


def _program(name: str, missing: str) -> str:
    """Where a program is; without it the test is skipped, in CI it fails. ``KG_COMUNICA`` names Comunica's folder."""
    folder = os.environ.get("KG_COMUNICA")
    found = shutil.which(name, path=str(Path(folder) / "node_modules" / ".bin")) if folder else None
    found = found or shutil.which(name)
    if not found:
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.mark.parametrize("client", [sparqlwrapper, sparqlstore, curl, comunica])
def test_real_clients_get_the_rows_of_kg_query(served: Served, client: Callable[[str], list[Row]]) -> None:
    """Each with its own way to ask."""
    with open_(served.store) as opened:
        expected = [tuple(str(value) for value in row) for row in Graph(opened).query(QUERY).values()]
    assert expected
    assert client(f"{served.address}/sparql") == expected
