"""``kg merge``, ``split``, ``different``, ``accept`` …: what people decide, and the log of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kg.cli.printing import counted, flat, format_option, listing, printable, store_option
from kg.errors import UsageError
from kg.model import ENTITY_TYPES

if TYPE_CHECKING:
    from kg.api import Graph
    from kg.deciding import Outcome
    from kg.model import DecisionRecord


def _deciding(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with the options of whoever decides."""
    for option in (
        click.option("--by", metavar="NAME", help="Who decides. Default: KG_USER, else the login name."),
        click.option("--why", metavar="REASON", help="The reason, kept with the decision."),
        store_option,
    ):
        command = option(command)
    return command


def _do(where: str, work: Callable[[Graph], Outcome]) -> None:
    """Decides, and tells the decision's id and what whoever decided should know."""
    import kg

    with kg.open(where, writable=True) as g:
        outcome = work(g)
        for note in outcome.notes:
            click.echo(f"note: {printable(note)}", err=True)
        for decision in outcome.decisions:
            subjects = ", ".join(map(g.store.iris.compact, decision.subjects))
            more = decision.name or (g.store.iris.compact(decision.result) if decision.result else "")
            told = f"{decision.verdict}: {subjects}{f' → {printable(more)}' if more else ''}"
            click.echo(f"{g.store.iris.compact(decision.id)}  {told}", err=True)


@click.command(epilog='\b\nExample:\n  kg merge "Mara Ellison" "Mara Elison" --why misspelt')
@click.argument("kept", metavar="ENTITY")
@click.argument("other", metavar="OTHER")
@_deciding
def merge(kept: str, other: str, where: str, **who: Any) -> None:
    """Decide that two entities are the same: OTHER goes into ENTITY, whose id and name stay."""
    _do(where, lambda g: g.merge(kept, other, **who))


@click.command(
    epilog="""\b
Examples:
  kg split "Mara Ellison"
  kg split "John Reed" 2025/harbour.md 2025/quay.md"""
)
@click.argument("entity")
@click.argument("sources", metavar="[SOURCE]…", nargs=-1)
@_deciding
def split(entity: str, sources: tuple[str, ...], where: str, **who: Any) -> None:
    """Take an entity apart.

    Without sources the merges that made it are taken back; where nobody merged anything, the names that were joined on
    their own are kept apart. With sources, what those articles mean by it becomes an entity of its own.
    """
    _do(where, lambda g: g.split(entity, *sources, **who))


@click.command(epilog='\b\nExample:\n  kg different "Ann Lee" person:ann-b-lee')
@click.argument("one", metavar="ENTITY")
@click.argument("other", metavar="OTHER")
@_deciding
def different(one: str, other: str, where: str, **who: Any) -> None:
    """Decide that two entities are not the same, whatever their names are."""
    _do(where, lambda g: g.different(one, other, **who))


@click.command(epilog='\b\nExample:\n  kg unsure "Ann Lee" "Anna Lee"')
@click.argument("one", metavar="ENTITY")
@click.argument("other", metavar="OTHER")
@_deciding
def unsure(one: str, other: str, where: str, **who: Any) -> None:
    """Note that it cannot be told whether two entities are the same: they are not suggested again."""
    _do(where, lambda g: g.unsure(one, other, **who))


@click.command(epilog='\b\nExample:\n  kg rename organisation:tidewater "The Tidewater Institute"')
@click.argument("entity")
@click.argument("name")
@_deciding
def rename(entity: str, name: str, where: str, **who: Any) -> None:
    """Decide how an entity is called; its names in the articles stay its other names."""
    _do(where, lambda g: g.rename(entity, name, **who))


@click.command(epilog="\b\nExample:\n  kg accept claim:91be04c2a77d10fe")
@click.argument("claim")
@_deciding
def accept(claim: str, where: str, **who: Any) -> None:
    """Decide that a claim is rightly read."""
    _do(where, lambda g: g.accept(claim, **who))


@click.command(epilog='\b\nExample:\n  kg reject claim:91be04c2a77d10fe --why "a caption"')
@click.argument("claim")
@_deciding
def reject(claim: str, where: str, **who: Any) -> None:
    """Decide that a claim is wrongly read: it stays, marked, and is left out of listings."""
    _do(where, lambda g: g.reject(claim, **who))


@click.command("set-speaker", epilog='\b\nExample:\n  kg set-speaker claim:91be04c2a77d10fe "Mara Ellison"')
@click.argument("claim")
@click.argument("speaker", metavar="ENTITY|NAME")
@click.option("--type", type=click.Choice(ENTITY_TYPES), default="person", show_default=True, help="Of a new name.")
@_deciding
def set_speaker(claim: str, speaker: str, type: str, where: str, **who: Any) -> None:
    """Decide whose a claim is: an entity's, or that of a name that is not in the store yet."""
    _do(where, lambda g: g.set_speaker(claim, speaker, type=type, **who))


@click.command(epilog="\b\nExample:\n  kg undo decision:5b1c77aa")
@click.argument("decision")
@_deciding
def undo(decision: str, where: str, **who: Any) -> None:
    """Take a decision back, or a taking back; the log keeps both."""
    _do(where, lambda g: g.undo(decision, **who))


@click.command(epilog="\b\nExamples:\n  kg decisions\n  kg decisions --state orphaned --format jsonl")
@store_option
@click.option(
    "--state",
    type=click.Choice(("in force", "withdrawn", "overridden", "orphaned")),
    help="Only those: in force, taken back, contradicted by a newer one, or about what is not in the store now.",
)
@format_option("table", "csv", "jsonl")
def decisions(where: str, state: str | None, form: str) -> None:
    """List what was decided, oldest first: who, when, why, and what became of it."""
    import kg

    with kg.open(where) as g:
        short = g.store.iris.compact

        def row(d: DecisionRecord) -> tuple[Any, ...]:
            what = "; ".join(short(subject.id) for subject in d.subjects)
            detail = "; ".join(filter(None, (d.words, d.name, short(d.result.id) if d.result else "", *d.sources)))
            became = f"{d.state} by {short(d.ended_by)}" if d.ended_by else d.state
            return short(d.id), d.verdict, what, detail, became, d.by, d.when[:16].replace("T", " "), d.why

        found = (d for d in g.decisions() if state in (None, d.state))
        columns = ("decision", "verdict", "of", "words, name or source", "state", "by", "when", "why")
        empty = "no decision was made" if state is None else f"none {state}"
        listing(form, found, columns, row, flat=_flat, empty=empty)


def _flat(decision: DecisionRecord) -> dict[str, Any]:
    """A decision as a row of CSV, its subjects by their ids: names may be what was decided on."""
    return {**flat(decision), "subjects": "; ".join(subject.id for subject in decision.subjects)}


@click.command(
    epilog="""\b
Examples:
  kg authority people.csv parties.ttl
  kg authority --drop --why "that of another desk"
CSV: columns name, type, aliases (separated by ;), wikidata, same_as. SKOS: .ttl, .rdf, .jsonld with skos:prefLabel,
skos:altLabel, owl:sameAs or skos:exactMatch, and a type such as schema:Person."""
)
@click.argument("files", nargs=-1, type=click.Path(dir_okay=False))
@click.option("--drop", is_flag=True, help="Obey the list no longer: a decision, which kg undo takes back.")
@_deciding
def authority(files: tuple[str, ...], where: str, drop: bool, **who: Any) -> None:
    """Give a store its authority list: names, aliases and ids that are settled.

    The files together are the list, in place of any before. Names and aliases then lead to these entities, now and at
    every later ingestion; what people decide goes before it. A new list ends the dropping of an earlier one.
    """
    import kg

    if drop == bool(files):
        raise UsageError("give either the files of a list or --drop")
    if drop:
        _do(where, lambda g: g.drop_list(**who))
        return
    if any(who.values()):
        raise UsageError("--by and --why belong to --drop: giving a list is no decision")
    with kg.open(where, writable=True) as g:
        for told in g.authority(*files):
            click.echo(f"note: {printable(told)}", err=True)
        click.echo(f"{counted(g.listed, 'entry', 'entries')} in the list", err=True)
