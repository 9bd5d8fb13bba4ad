"""``kg ingest``, ``kg extract`` and ``kg demo``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from ingest import DEFAULT_EXTRACTOR
from kg.cli.printing import Decorator, console, counted, print_table, printable, store_option
from kg.errors import ArticleError, KgError

if TYPE_CHECKING:
    from rich.console import Console

    from ingest.formats import ReadOptions
    from ingest.run import Report
    from kg.model import Article, Extraction

SAMPLES = Path(__file__).parent / "samples"

extractor_option: Decorator = click.option(
    "--extractor",
    default=DEFAULT_EXTRACTOR,
    show_default=True,
    metavar="NAME",
    help="What finds the claims: model, rules, or that of another package.",
)
READING: tuple[Decorator, ...] = (
    click.option("--fetch", is_flag=True, help="Allow http(s) addresses to be fetched."),
    click.option("--source-name", metavar="NAME", help="The source of what comes from standard input."),
    click.option("--title", help="The title, where the file has none."),
    click.option("--author", "authors", multiple=True, help="An author, where the file has none; may be repeated."),
    click.option("--publisher", help="The publisher, where the file has none."),
    click.option("--date", help="The date of publication, where the file has none."),
    click.option("--url", help="The address, where the file has none."),
    click.option("--language", metavar="CODE", help="The language, where the file has none: en, es, pt-BR."),
    click.option(
        "--meta",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE.csv",
        help="A table of metadata with a column source.",
    ),
    click.option("--max-bytes", type=click.IntRange(1), metavar="N", help="The largest article to take in."),
)
"""How to read articles: the options that become `ingest.formats.ReadOptions`."""


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with the options of `READING`."""
    for option in reversed(READING):
        command = option(command)
    return command


@click.command(
    epilog="""\b
Examples:
  kg ingest articles/
  kg ingest report.txt --publisher "The Harbour Ledger" --date 2025-03-04
  kg ingest corpus.jsonl --jobs 4
  curl -s https://example.org/a.html | kg ingest - --source-name a.html
  kg ingest https://example.org/a.html --fetch
Formats: .txt .md (YAML front matter) .html .jsonl, and folders of them."""
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH|FOLDER|URL|-…")
@store_option
@extractor_option
@click.option(
    "--jobs",
    type=click.IntRange(1),
    metavar="N",
    help="How many processes extract. Default: one for each core, one alone for a few articles.",
)
@click.option("--force", is_flag=True, help="Extract again even what is there unchanged.")
@click.option(
    "--authority",
    "authorities",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="A list of settled names (CSV or SKOS, see kg authority), obeyed now and later; may be repeated.",
)
@reading_options
@click.option("--base", metavar="IRI", help="What the IRIs of a new store begin with.")
def ingest(
    paths: tuple[str, ...],
    where: str,
    extractor: str,
    jobs: int | None,
    force: bool,
    base: str | None,
    authorities: tuple[str, ...],
    **reading: Any,
) -> None:
    """Take articles into a store: find every statement, who made it, and in which words."""
    from ingest import formats, run
    from ingest.extract import load
    from kg import store
    from kg.link import Linker
    from kg.link.authority import from_files

    notices: list[tuple[str, str]] = []
    options = _read_options(reading, notices)
    entries = from_files(authorities)  # a faulty list makes no store either
    _ = load(extractor).version  # an unknown name or a missing model makes no store
    articles = run.read(paths, options)
    if wrong := formats.faults(paths, options):  # nor does a path that leads nowhere
        _print_left_out(wrong)
        raise KgError(f"{len(wrong)} of {len(wrong)} could not be taken in")
    with store.create(where, base=base) as opened, _progress(formats.count(paths, options)) as step:
        if entries:
            notices += [("authority list", told) for told in Linker(opened).obey(entries)]
        started = monotonic()
        report = run.ingest(opened, articles, extractor=extractor, jobs=jobs, force=force, progress=step)
        seconds = monotonic() - started
    _print_notices(notices)
    for source, twin in report.same_text:
        click.echo(f"note: {printable(source)}: the same text as {printable(twin)}; both are kept", err=True)
    for source in report.earlier:
        click.echo(
            f"note: {printable(source)}: an earlier version, which the store has; a later one stays current", err=True
        )
    _print_left_out(report.failed)
    if report.lacking:
        told = ", ".join(
            f"{number} of {counted(len(report.articles), 'article')} without a {name}"
            for name, number in report.lacking.items()
        )
        click.echo(f"note: {told}; state what you know with --publisher, --date or --meta FILE.csv", err=True)
    _print_report(report, seconds)
    if report.interrupted:
        raise KgError(
            f"interrupted: {report.done} articles were done and are whole in {where}; run it again for the rest"
        )
    if report.failed:
        rest = f"; the rest is in {where}" if report.done > len(report.failed) else ""
        raise KgError(f"{len(report.failed)} of {report.done} could not be taken in{rest}")


def _read_options(reading: dict[str, Any], notices: list[tuple[str, str]]) -> ReadOptions:
    """The options of `READING` as the readers take them; what they have to tell goes into ``notices``."""
    from ingest import formats

    given = {**reading, "max_bytes": reading["max_bytes"] or formats.MAX_BYTES}
    return formats.ReadOptions(**given, notify=lambda source, text: notices.append((source, text)))


def _print_notices(notices: Iterable[tuple[str, str]]) -> None:
    for source, text in notices:
        click.echo(f"note: {printable(source)}: {printable(text)}", err=True)


def _print_left_out(errors: Iterable[ArticleError]) -> None:
    for error in errors:
        click.echo(f"left out: {printable(str(error))}", err=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Report], None]]:
    """A progress bar on standard error, gone when it is done."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("ingesting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(err=True), transient=True) as bar:
        task = bar.add_task("", total=total or None)

        def step(report: Report) -> None:
            bar.update(task, completed=report.done, total=max(total, report.done))

        yield step


COUNTED = {
    "claims": "claim",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "policies": "policy",
    "documents": "document",
    "figures": "figure",
    "relations": "relation",
}
"""A report's columns → what is counted; entities are counted article by article."""


def _print_report(report: Report, seconds: float) -> None:
    states = {
        "new": report.added,
        "corrected": report.revised,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "left out": len(report.failed),
    }
    told = ", ".join(f"{number} {state}" for state, number in states.items() if number)
    rows = [("articles", report.done, told)]
    if report.articles:
        rows += [(name, report.counts[kind], "") for name, kind in COUNTED.items()]
    print_table(("found", "number", ""), [*rows, ("seconds", f"{seconds:.1f}", "")])


@click.command(
    epilog="""\b
Examples:
  kg extract report.txt
  kg extract report.txt --narration | less
  kg extract report.txt --color | less -R
  kg extract report.txt --format json > fault.json
  curl -s https://example.org/a.html | kg extract - --source-name a.html
It reads what kg ingest reads. Without colours (in a file, with NO_COLOR) the marks are spelled out in brackets."""
)
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-…")
@extractor_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="The text with its marks, or one JSON object an article with everything.",
)
@click.option("--narration", is_flag=True, help="Mark what the text says in its own voice, too.")
@click.option("--color/--no-color", "coloured", default=None, help="Colours, or spelled-out marks.  [default: as fits]")
@click.option("--width", type=click.IntRange(40), metavar="N", help="Columns to wrap at, if not the terminal's.")
@reading_options
def extract(
    paths: tuple[str, ...],
    extractor: str,
    form: str,
    narration: bool,
    coloured: bool | None,
    width: int | None,
    **reading: Any,
) -> None:
    """Show what is found, in the text itself.

    Every speaker, cue, claim, name and figure is marked, and each claim explained below. Nothing is stored.
    """
    from ingest import pipeline, run, workers
    from ingest.extract import load

    chosen = load(extractor)
    notices: list[tuple[str, str]] = []
    failed: list[ArticleError] = []
    out = _console(coloured, width)
    explained: str | None = None
    started, shown = monotonic(), 0
    for article in run.read(paths, _read_options(reading, notices)):
        found = (
            article
            if isinstance(article, ArticleError)
            else workers.attempt(article, partial(pipeline.extract, article, chosen))
        )
        if isinstance(article, ArticleError) or isinstance(found, ArticleError):
            failed += [found] if isinstance(found, ArticleError) else []
            continue
        if form == "json":
            _print_record(article, found)
        else:
            explained = _print_page(out, article, found, explained, narration=narration)
        shown += 1
    _print_notices(notices)
    _print_left_out(failed)
    click.echo(f"{counted(shown, 'article')} in {monotonic() - started:.1f} seconds", err=True)
    if failed:
        raise KgError(f"{len(failed)} of {shown + len(failed)} could not be shown")


def _console(coloured: bool | None, width: int | None) -> Console:
    """Where pages go: with colours where the terminal takes them, unless the user decides."""
    from rich.console import Console

    usual = console()
    wanted = usual.is_terminal and usual.color_system is not None and not usual.no_color
    if coloured is not None:
        wanted = coloured
    return Console(
        highlight=False,
        width=width or usual.width,
        force_terminal=wanted,
        no_color=not wanted,
        color_system="standard" if wanted else None,
    )


def _print_page(out: Console, article: Article, found: Extraction, explained: str | None, *, narration: bool) -> str:
    """Prints an article, its marks explained where they are not those that were ``explained``; which they are."""
    from ingest import show

    notation = show.Notation.of(article.text, coloured=out.color_system is not None)
    if notation.brackets != explained:
        show.put(out, [show.legend(notation), show.Line()])
    show.put(out, [*show.page(article, found, notation, narration=narration), show.Line()])
    return notation.brackets


def _print_record(article: Article, found: Extraction) -> None:
    from ingest import pipeline, show
    from kg.version import __version__

    click.echo(show.as_json(article, found, {"steps": pipeline.VERSION, "claimgraph": __version__}))


@click.command(epilog="\b\nExample:\n  kg demo --folder tour")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("kg-demo"),
    show_default=True,
    help="Where to put it all; made anew.",
)
def demo(folder: Path) -> None:
    """Show everything once: the sample articles in a store, queried, traced, verified and drawn."""
    import shutil

    import kg
    from ingest import run
    from kg import store
    from kg.cli.ask import print_results
    from kg.cli.tracing import print_trace
    from kg.export import Options, write
    from kg.verify import verify

    where = folder / "kg-store"
    if folder.exists() and any(folder.iterdir()):
        if not (where / store.MARKER).exists():
            raise KgError(f"{folder}: this folder holds something else; give another with --folder")
        shutil.rmtree(where)
    click.echo(f"1. Sample articles from invented outlets go into the store {where}\n", err=True)
    started = monotonic()
    with store.create(where) as opened, _progress(0) as step:
        for round_ in _sample_rounds():
            report = run.ingest(opened, run.read([str(path) for path in round_]), progress=step)
            for error in report.failed:
                raise error
    with kg.open(where) as g:
        counts = {
            kind: len(rows)
            for kind, rows in (("articles", g.articles()), ("claims", g.claims()), ("figures", g.figures()))
        }
        click.echo(
            f"   {', '.join(f'{n} {kind}' for kind, n in counts.items())}, {monotonic() - started:.1f} seconds\n",
            err=True,
        )
        speaker = _most_quoted(g)
        for number, (name, parameters) in enumerate(
            (("share-of-voice", {}), ("who-said-what", {"speaker": speaker}), ("disagreeing-figures", {})), 2
        ):
            asked = "".join(f' -p {key}="{value}"' for key, value in parameters.items())
            click.echo(f"{number}. kg query {name}{asked} --store {where}", err=True)
            print_results(g.query(name, parameters), g.store, limit=6)
        claim = _telling(g)
        click.echo(f"5. kg trace {g.store.iris.compact(claim.id)} --store {where}", err=True)
        for found in g.trace(claim.id):
            print_trace(found, g.store.iris)
        problems = list(verify(g.store))
        click.echo(f"6. kg verify --store {where}: {len(problems)} problems\n", err=True)
        page = write(g, folder / "graph.html", Options(title="Sample articles"))
    click.echo(f"7. kg export {folder / 'graph.html'} --store {where}: open it in a browser ({page})\n", err=True)
    click.echo("Next: kg ingest YOUR-ARTICLES/ ; kg queries ; kg --help", err=True)
    if problems:
        raise KgError(f"{len(problems)} problems in the demo's store; please report this")


def _sample_rounds() -> tuple[list[Path], list[Path]]:
    """The samples as they were first published, and those that were corrected later."""
    first = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".md", ".txt", ".html", ".jsonl"))
    return [*first, SAMPLES / "first"], [SAMPLES / "corrected"]


def _telling(graph: Any) -> Any:
    """The claim with the longest chain of named speakers below it."""
    claims = {c.id: c for c in graph.claims()}

    def hops(claim: Any) -> int:
        return bool(claim.speaker) + max((hops(claims[inner]) for inner in claim.embeds), default=0)

    return max(claims.values(), key=lambda c: (hops(c), bool(c.cites), -c.start, c.id))


def _most_quoted(graph: Any) -> str:
    """The id of the person with most claims in direct speech."""
    from collections import Counter

    speakers = Counter(c.speaker.label for c in graph.claims(mode="direct") if c.speaker and c.speaker.type == "person")
    return str(max(speakers, key=lambda label: (speakers[label], label)))
