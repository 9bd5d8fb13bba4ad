"""``kg query``, ``kg queries``, ``kg trace``: questions to a store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from kg.cli.printing import (
    console,
    counted,
    format_option,
    plain,
    print_csv,
    print_json_lines,
    print_table,
    printable,
    store_option,
)
from kg.errors import UsageError

if TYPE_CHECKING:
    from rich.text import Text

    from kg.iris import Iris
    from kg.query import Results
    from kg.store import Store
    from kg.trace import Hop, Passage, Trace


AROUND = 120
"""Characters that a trace shows before and after the exact words."""


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
        _print(g.query(text, _parameters(given)), form, g.store)


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


@click.command(
    epilog="""\b
Examples:
  kg trace claim:91be04c2a77d10fe
  kg trace "Mara Ellison" --limit 5
  kg trace "the wall will be built" --format json"""
)
@click.argument("what", metavar="CLAIM|FIGURE|ARTICLE|ENTITY|WORDS")
@store_option
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The most claims to trace.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sparql")),
    default="text",
    show_default=True,
    help="How to print.",
)
def trace(what: str, where: str, limit: int, form: str) -> None:
    """Trace a claim, or those of an entity, a figure or some words, to the exact words in their article."""
    import kg
    from kg.trace import as_sparql
    from kg.trace import trace as follow

    with kg.open(where) as g:
        traces = follow(g.store, what, g.reader, limit=limit)
        if form == "json":
            click.echo(json.dumps([plain(found) for found in traces], ensure_ascii=False, indent=2))
        elif form == "sparql":
            click.echo(as_sparql([found.claim for found in traces]))
        else:
            for found in traces:
                print_trace(found, g.store.iris)
            if len(traces) == limit:
                click.echo(f"the first {limit}; more with --limit", err=True)


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


def print_trace(found: Trace, iris: Iris) -> None:
    """A trace as people read it: outlet, article, then each hop indented below the one that reports it."""
    from rich.padding import Padding

    out = console()
    out.print(_article(found, iris))
    for depth, hop in enumerate(found.hops):
        asked = hop.claim == found.claim
        out.print(Padding(_who(hop, iris, asked=asked), (0, 0, 0, 3 + 3 * depth)))
        for passage in hop.passages:
            out.print(Padding(_words(passage, asked=asked), (0, 0, 0, 6 + 3 * depth)))
        for cited in hop.cites:
            if cited != hop.speaker:
                text = f"cites {printable(cited.label)}  ({iris.compact(cited.id)})"
                out.print(Padding(text, (0, 0, 0, 6 + 3 * depth)), markup=False)
    out.print()


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


def _article(trace: Trace, iris: Iris) -> Text:
    """Outlet, title, author, date, address, and other versions."""
    from rich.text import Text

    out = Text(printable(trace.publisher or "publisher not known"), style="bold")
    out.append(f"\n└─ {printable(trace.title or trace.source)}")
    via = trace.wire and f"via {trace.wire}"
    facts = [", ".join(trace.authors) or "author not known", trace.date or "date not known", via]
    out.append(f"\n   {printable('  ·  '.join(filter(None, facts)))}", style="not bold")
    out.append(f"\n   {printable(trace.url or trace.source)}  ({iris.compact(trace.article)})", style="not bold dim")
    for note, other in (("corrected later, see", trace.revised_by), ("corrects", trace.revises)):
        if other:
            out.append(f"\n   {note} {iris.compact(other)}", style="not bold yellow")
    return out


def _who(hop: Hop, iris: Iris, *, asked: bool) -> Text:
    """Who said it, in which words the article says so, and how."""
    from rich.text import Text

    speaker = hop.speaker.label if hop.speaker else "speaker not known"
    spoken = f" (as “{printable(hop.speaker_words)}”)" if hop.speaker_words and hop.speaker_words != speaker else ""
    cue = f"  ·  cue: {printable(hop.cue)}" if hop.cue else ""
    out = Text("└─ ").append(printable(speaker), style="bold cyan")
    out.append(f"{spoken}  ·  {hop.mode}, {hop.type}{cue}")
    if hop.status:
        out.append(f"  ·  {hop.status}", style="bold red" if hop.status == "rejected" else "green")
    return out.append(f"  ({iris.compact(hop.claim)})", style="bold" if asked else "dim")


def _words(passage: Passage, *, asked: bool) -> Text:
    """The exact words, with what stands before and after them."""
    from rich.text import Text

    before, after = passage.before[-AROUND:], passage.after[:AROUND]
    out = Text(("…" if len(passage.before) > AROUND else "") + _spaced(before), style="dim")
    out.append(_spaced(passage.words), style="not dim black on yellow" if asked else "not dim underline")
    out.append(_spaced(after) + ("…" if len(passage.after) > AROUND else ""))
    return out.append(f"  [{passage.start}-{passage.end}]")


def _spaced(text: str) -> str:
    """Printable text that keeps a space at either end."""
    return f"{' ' * text[:1].isspace()}{printable(text)}{' ' * (len(text) > 1 and text[-1].isspace())}"
