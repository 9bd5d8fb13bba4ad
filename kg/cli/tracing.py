"""``kg trace``: from a claim, an entity, a figure or some words to the exact words in their article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.printing import console, plain, printable, store_option

if TYPE_CHECKING:
    from rich.text import Text

    from kg.hops import Asserted, Hop, Passage, Ruling, Standing, Stated
    from kg.iris import Iris
    from kg.trace import Trace

AROUND = 120
"""Characters that a trace shows before and after the exact words."""
_SHORT_UNITS = {"percent": " %"}


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


def print_trace(found: Trace, iris: Iris) -> None:
    """A trace as people read it: outlet, article, then each hop indented below the one that reports it."""
    from rich.padding import Padding

    out = console()
    out.print(_article(found, iris))
    for depth, hop in enumerate(found.hops):
        asked = hop.claim == found.claim
        out.print(Padding(_who(hop, iris, asked=asked), (0, 0, 0, 3 + 3 * depth)))
        if hop.ruling:
            out.print(Padding(_ruled(hop, hop.ruling, iris), (0, 0, 0, 6 + 3 * depth)), markup=False)
        for line in _about_speaker(hop):
            out.print(Padding(line, (0, 0, 0, 6 + 3 * depth)), markup=False)
        for passage in hop.passages:
            out.print(Padding(_words(passage, asked=asked), (0, 0, 0, 6 + 3 * depth)))
        for line in _rests(hop, iris):
            out.print(Padding(line, (0, 0, 0, 6 + 3 * depth)), markup=False)
    out.print()


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


def _ruled(hop: Hop, ruling: Ruling, iris: Iris) -> str:
    """Who accepted or rejected a claim, when and why."""
    why = f": “{printable(ruling.why)}”" if ruling.why else ", no reason given"
    return f"{hop.status} by {printable(ruling.by)} on {ruling.when[:10]}{why}  ({iris.compact(ruling.decision)})"


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


def _about_speaker(hop: Hop) -> Iterator[str]:
    """Who the speaker is, in the article's words, and why the claim was taken for theirs."""
    yield from (_standing(standing) for standing in hop.standings)
    if hop.speaker_reason:
        yield f"speaker told by: {printable(hop.speaker_reason)}"


def _standing(standing: Standing) -> str:
    body = standing.organisation.label if standing.organisation else None
    who = ", ".join(printable(part) for part in (standing.role, body) if part)
    return f"{who} (“{printable(standing.words)}”, {printable(standing.source)} [{standing.start}-{standing.end}])"


def _rests(hop: Hop, iris: Iris) -> Iterator[str]:
    """What a claim cites, the figures it states, and the relations it asserts."""
    for cited in hop.cites:
        if cited != hop.speaker:
            yield f"cites {printable(cited.label)}  ({iris.compact(cited.id)})"
    for maker in hop.makers:
        made = printable(maker.object.label if maker.object else "")
        yield f"{made} was {maker.predicate} by {printable(maker.subject.label)} (“{printable(maker.words)}”)"
    yield from (_figure(figure, iris) for figure in hop.figures)
    yield from (_relation(relation, iris) for relation in hop.relations)


def _figure(figure: Stated, iris: Iris) -> str:
    """A figure: its published form, then value or bounds with unit, measure, population, place and period."""
    bounds = [f"at least {figure.lower}" if figure.lower else "", f"at most {figure.upper}" if figure.upper else ""]
    number = figure.value if figure.value and not any(bounds) else " and ".join(filter(None, bounds))
    stated = f"{number or ''}{_SHORT_UNITS.get(figure.unit or '', f' {figure.unit}' if figure.unit else '')}".strip()
    facts = [stated, figure.measure, figure.population and f"of {figure.population}", figure.place, figure.period]
    told = "; ".join(printable(fact) for fact in facts if fact)
    return f"states “{printable(figure.words)}”{f' = {told}' if told else ''}  ({iris.compact(figure.figure)})"


def _relation(relation: Asserted, iris: Iris) -> str:
    """A relation: subject, predicate in words, object."""
    from kg.network import words_of

    target = relation.object.label if relation.object else relation.role
    told = f"{printable(relation.subject.label)} {words_of(relation.predicate)} {printable(target or '')}".rstrip()
    return f"asserts: {told}  ({iris.compact(relation.relation)})"
