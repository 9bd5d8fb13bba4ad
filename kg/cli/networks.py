"""``kg network`` and ``kg path``: who is central, and how two are connected."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

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
from kg.model import ENTITY_TYPES, Reference

if TYPE_CHECKING:
    from rich.text import Text

    from kg.iris import Iris
    from kg.network import EvidencePath, Link

_VIEWS = ("network", "comentions", "citations")
_MEASURES = ("degree", "betweenness", "pagerank", "claims")


@click.command(
    epilog="""\b
Examples:
  kg network
  kg network --view citations --by pagerank --type document
  kg network --view comentions --by betweenness --limit 50 --format csv
Communities are told by their most central member."""
)
@store_option
@click.option(
    "--view",
    type=click.Choice(_VIEWS),
    default="network",
    show_default=True,
    help="What joins two: what is said and reported, being mentioned in the same words, or citing and quoting.",
)
@click.option(
    "--by",
    type=click.Choice(_MEASURES),
    default="degree",
    show_default=True,
    help="How many others each is joined to, how many shortest paths lead through it, its page rank, or its claims.",
)
@click.option("--type", "kind", type=click.Choice(ENTITY_TYPES), help="Only entities of one type.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="The most entities to list.")
@format_option("table", "csv", "jsonl")
def network(where: str, view: str, by: str, kind: str | None, limit: int, form: str) -> None:
    """List the most central entities, with the communities that they belong to."""
    import kg
    from kg.network import central

    with kg.open(where) as g:
        found = central(g.network(view=view), by, type=kind)
        shown = found[:limit]
        if form == "jsonl":
            print_json_lines(shown)
            return
        columns = ("entity", "type", by, "claims", "joined_to", "community", "id")
        rows = [
            (
                one.entity.label, one.entity.type, f"{one.score:g}", one.claims, one.neighbours, one.community,
                one.entity.id if form == "csv" else g.store.iris.compact(one.entity.id),
            )
            for one in shown
        ]  # fmt: skip
        if form == "csv":
            print_csv(columns, rows)
        else:
            print_table(columns, rows)
        more = f"; the first {limit}, more with --limit" if len(found) > limit else ""
        click.echo(f"{counted(len(found), 'entity', 'entities')}{more}", err=True)


@click.command(
    epilog="""\b
Examples:
  kg path "Mara Ellison" "Fishers Union"
  kg path person:mara-ellison "sea wall" --limit 3 --format json"""
)
@click.argument("start", metavar="ENTITY")
@click.argument("end", metavar="ENTITY")
@store_option
@click.option("--max-hops", type=click.IntRange(1), default=6, show_default=True, help="The most steps of a path.")
@click.option("--limit", type=click.IntRange(1), default=1, show_default=True, help="The most paths of equal length.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="How to print."
)
def path(start: str, end: str, where: str, max_hops: int, limit: int, form: str) -> None:
    """Show how two entities are connected: the shortest path of claims and relations, with the exact words."""
    import kg

    with kg.open(where) as g:
        found = g.path(start, end, max_hops=max_hops, limit=limit)
        if form == "json":
            click.echo(json.dumps([plain(one) for one in found], ensure_ascii=False, indent=2))
            return
        for one in found:
            _print_path(one, g.store.iris)


def _print_path(found: EvidencePath, iris: Iris) -> None:
    """A path as people read it: entity by entity, with the words that join each to the next."""
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    first = found.steps[0].start
    out.print(_entity("", first, iris))
    for step in found.steps:
        for link in step.links:
            out.print(Padding(_link(link, iris), (0, 0, 0, 3)))
        if step.total > len(step.links):
            out.print(Text(f"   and {step.total - len(step.links)} more", style="dim"))
        out.print(_entity("└─ ", step.end, iris))
    out.print()


def _entity(lead: str, entity: Reference, iris: Iris) -> Text:
    from rich.text import Text

    out = Text(lead).append(printable(entity.label), style="bold cyan")
    return out.append(f"  ({iris.compact(entity.id)})", style="not bold dim")


def _link(link: Link, iris: Iris) -> Text:
    """A piece of evidence: who does what to whom, the exact words, who says so, and where they stand."""
    from rich.text import Text

    out = Text("│ ").append(f"{printable(link.start.label)} {link.label} {printable(link.end.label)}", style="bold")
    out.append("  “").append(printable(link.words).strip('“”"'), style="black on yellow").append("”")
    teller = printable(link.speaker.label) if link.speaker and link.speaker != link.start else None
    spans = ", ".join(f"{start}-{end}" for start, end in link.offsets)
    facts = [teller, link.publisher, link.date, f"{link.source} [{spans}]"]
    out.append(f"  {'  ·  '.join(printable(fact) for fact in facts if fact)}", style="dim")
    return out.append(f"  ({iris.compact(link.claim or link.relation or '')})", style="dim")
