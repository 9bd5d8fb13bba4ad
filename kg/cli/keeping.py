"""``kg export``, ``remove``, ``verify``, ``completion``: the store as files, smaller, checked."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import click

from kg.cli.printing import console, counted, print_table, printable, store_option
from kg.errors import KgError


@click.command(
    epilog="""\b
Examples:
  kg export graph.html
  kg export kast.html --focus "Mara Ellison" --hops 2
  kg export everything.nq
  kg export ellison.trig --focus "Mara Ellison"
Formats: .html .csv .graphml .gexf .ttl .trig .nq .jsonld"""
)
@click.argument("path", metavar="FILE")
@store_option
@click.option("--focus", metavar="NAME|ID", help="Begin with this entity and what is around it.")
@click.option("--hops", type=click.IntRange(1, 5), default=1, show_default=True, help="How far around the focus.")
@click.option("--max-nodes", type=click.IntRange(1), help="The most nodes to draw; the most central are kept.")
@click.option("--title", help="The title of the page.")
@click.option("--full-text", is_flag=True, help="Put the whole text of the articles on the page.")
@click.option("--rejected", is_flag=True, help="Also claims that somebody rejected; RDF has them anyway, marked.")
@click.option("--history", is_flag=True, help="In RDF: also decisions that were taken back.")
def export(path: str, where: str, focus: str | None, **options: Any) -> None:
    """Write the graph to a file: a page to look at, a table, or a format of other tools.

    RDF holds the whole store, but for decisions that were taken back: a merge that is undone leaves the same file. With
    --focus it holds what lies around it with all evidence, as a whole of its own.
    """
    import kg
    from kg.export import Options, write

    with kg.open(where) as g, _all_kept():
        focus = None if focus is None else g.reader.entities.find(focus).id
        written = write(g, path, Options(focus=focus, **options))
    click.echo(f"wrote {os.path.relpath(written)}", err=True)


@contextmanager
def _all_kept() -> Iterator[None]:
    """Within, nobody looks for what could be thrown away: all that is read stays, and looking took an eighth of it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@click.command(epilog="\b\nExamples:\n  kg remove 2025/harbour.md\n  kg remove article:3f2a9c0177aa10be")
@click.argument("what", metavar="SOURCE|ARTICLE-ID")
@store_option
def remove(what: str, where: str) -> None:
    """Take an article out (all versions of a source, or one by its id), and what only it supports."""
    import kg

    with kg.open(where, writable=True) as g:
        gone = g.remove(what, now=datetime.now(UTC))
        for article in gone:
            taken = f"{printable(article.source)} ({g.store.iris.compact(article.id)})"
            click.echo(f"removed {taken}: {counted(article.claims, 'claim')}", err=True)


@click.command(epilog="\b\nExample:\n  kg verify")
@store_option
def verify(where: str) -> None:
    """Check every span against its text, every hash, and every shape of the ontology."""
    from rich.progress import Progress

    import kg
    from kg.verify import verify as check

    with kg.open(where) as g, Progress(console=console(err=True), transient=True) as bar:
        task = bar.add_task("verifying", total=None)
        found = list(check(g.store, lambda done, total: bar.update(task, completed=done, total=total)))
        articles = counted(len(g.reader.keys()), "article")
    if found:
        print_table(("source", "node", "problem"), [(p.source, g.store.iris.compact(p.node), p.problem) for p in found])
        raise KgError(
            f"{counted(len(found), 'problem')} in {articles}. Ingest these articles again with: kg ingest --force"
        )
    click.echo(f"{articles}, 0 problems", err=True)


@click.command(epilog='\b\nExample (bash):\n  eval "$(kg completion bash)"')
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the line that makes a shell complete kg's commands and options."""
    lines = {
        "bash": 'eval "$(_KG_COMPLETE=bash_source kg)"',
        "zsh": 'eval "$(_KG_COMPLETE=zsh_source kg)"',
        "fish": "_KG_COMPLETE=fish_source kg | source",
    }
    click.echo(lines[shell])
