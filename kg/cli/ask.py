"""``kg query``, ``kg queries``: questions to a store in SPARQL."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from kg.cli.printing import (
    counted,
    format_option,
    print_csv,
    print_json_lines,
    print_table,
    store_option,
)
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query import Results
    from kg.store import Store


@click.command(
    epilog="""\b
Examples:
  kg query who-said-what -p speaker="Mara Ellison"
  kg query my.rq --format csv
  kg query 'SELECT ?words { ?c kg:mode kg:direct ; schema:text ?words } LIMIT 5'
The prefixes of the ontology (kg:, schema:, skos:, prov:, oa:, …) and person:, claim: … need no PREFIX line."""
)
@click.argument("text", metavar="NAME|FILE|TEXT")
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter; may be repeated.")
@store_option
@format_option("table", "csv", "json", "jsonl", "ttl")
def query(text: str, given: tuple[str, ...], where: str, form: str) -> None:
    """Answer a SPARQL query: a canned one by name, a file, or text."""
    import kg

    with kg.open(where) as g:
        with _ended_at_once():
            found = g.query(text, _parameters(given))
        _print(found, form, g.store)


@contextmanager
def _ended_at_once() -> Iterator[None]:
    """What is within is ended by Ctrl-C at once: the engine hears of no handler, and a query has nothing to undo."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@click.command(epilog="\b\nExample:\n  kg queries")
@format_option("table", "jsonl")
def queries(form: str) -> None:
    """List the canned queries with their parameters."""
    from kg.query import canned

    if form == "jsonl":
        print_json_lines(canned().values())
        return
    rows = []
    for q in canned().values():
        asks = [f"{p.name} ({p.kind}{'' if p.default is None else ', optional'}): {p.about}" for p in q.parameters]
        rows.append((q.name, q.answers, "; ".join(asks)))
    print_table(("query", "what it answers", "parameters (-p NAME=VALUE)"), rows)


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals:
            raise UsageError(f"-p {item}: write it as NAME=VALUE")
        pairs[name.strip()] = value
    return pairs


def _print(results: Results, form: str, store: Store) -> None:
    if form == "ttl":
        _print_turtle(results, store.prefixes())
    elif form == "csv":
        print_csv(results.variables, results.values())
    elif form == "json":
        click.echo(json.dumps(_sparql_json(results), ensure_ascii=False, indent=1))
    elif form == "jsonl":
        for row in results.values():
            click.echo(json.dumps(dict(zip(results.variables, row, strict=True)), ensure_ascii=False))
    else:
        print_results(results, store)


def print_results(results: Results, store: Store, *, limit: int | None = None) -> None:
    """An answer as a table, with short ids; ``limit`` cuts it and says so."""
    shown = results.values()[:limit]
    rows = [[None if value is None else _short(value, store) for value in row] for row in shown]
    print_table(results.variables, rows)
    more = f", the first {len(shown)} shown" if len(shown) < len(results) else ""
    click.echo(f"{counted(len(results), 'row')}{more}\n", err=True)


def _short(value: str, store: Store) -> str:
    """A value as tables show it: ids short, terms of the ontology by their notation."""
    from kg.ontology import notation, prefixes

    compact = store.iris.compact(value)
    is_term = compact.startswith(tuple(prefixes().values())) and " " not in compact
    return notation(compact) if is_term else compact


def _print_turtle(results: Results, prefixes: dict[str, str]) -> None:
    from pyoxigraph import RdfFormat, Triple, serialize

    if results.kind != "construct":
        raise UsageError("--format ttl is for CONSTRUCT and DESCRIBE; for a SELECT use table, csv, json or jsonl")
    triples = [Triple(*row) for row in results.rows]  # type: ignore[arg-type]
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes)
    click.echo((text or b"").decode("utf-8"), nl=False)


def _sparql_json(results: Results) -> dict[str, Any]:
    """The answer in the SPARQL 1.1 results JSON format."""
    if results.kind == "ask":
        return {"head": {}, "boolean": bool(results)}
    bindings = [
        {name: _json_term(term) for name, term in zip(results.variables, row, strict=True) if term is not None}
        for row in results.rows
    ]
    return {"head": {"vars": list(results.variables)}, "results": {"bindings": bindings}}


def _json_term(term: Any) -> dict[str, str]:
    from pyoxigraph import BlankNode, NamedNode

    from kg.ontology import term as known

    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    found = {"type": "literal", "value": term.value}
    if term.language:
        return {**found, "xml:lang": term.language}
    return found if term.datatype == known("xsd:string") else {**found, "datatype": term.datatype.value}
