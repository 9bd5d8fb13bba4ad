from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg.api import Graph
from kg.cli import kg as group
from kg.cli.printing import printable
from tests.stores import HARBOUR, QUAY, stored

pytestmark = pytest.mark.command


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cli") / "store"
    stored(HARBOUR, QUAY, where=path).close()
    return path


def kg(
    *arguments: str, cwd: Path | None = None, stdin: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command as a user does, in a process of its own."""
    import os

    command = [sys.executable, "-c", "from kg.cli import main; main()", *arguments]
    env = {**os.environ, "COLUMNS": "100", **environment}
    return subprocess.run(
        command, capture_output=True, text=True, cwd=cwd, env=env, input=stdin, timeout=120, check=False
    )


def test_claims_as_json_lines_have_the_fields_of_the_contract(where: Path) -> None:
    """Names and kinds that other programs rely on."""
    done = kg("claims", "--store", str(where), "--format", "jsonl")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    expected = (
        "id source article start end parts text speaker speaker_span cue cue_span mode type polarity certainty about "
        "figures cites embeds embedded_in date score"
    )
    assert all(set(expected.split()) <= set(claim) for claim in claims)
    (claim,) = [c for c in claims if c["text"] == "the old wall would fail within ten years"]
    assert claim["speaker"] == {"id": "urn:claimgraph:person:mara-ellison", "label": "Mara Ellison", "type": "person"}
    assert HARBOUR.text[claim["start"] : claim["end"]] == claim["text"]
    assert claim["parts"] is None
    (interrupted,) = [c for c in claims if c["parts"]]
    assert [HARBOUR.text[s:e][0] for s, e in interrupted["parts"]] == ["“", "“"]


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        ("entities", "id label type aliases roles mentions claims_by claims_about"),
        ("figures", "id source start end text value lower upper unit measure population place period hedge claim"),
        ("relations", "id subject predicate object claim source start end"),
        ("sources", "id source title authors publisher date url language claims"),
    ],
)
def test_listings_have_the_fields_of_the_contract(command: str, fields: str, where: Path) -> None:
    """As JSON lines, as CSV, and as a table that fits."""
    lines = kg(command, "--store", str(where), "--format", "jsonl").stdout.splitlines()
    assert lines
    assert all(set(fields.split()) <= set(json.loads(line)) for line in lines)
    table = kg(command, "--store", str(where), "--format", "csv").stdout
    assert set(fields.split()) <= set(next(csv.reader(io.StringIO(table))))
    assert max(map(len, kg(command, "--store", str(where)).stdout.splitlines())) <= 120


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_query_prints_in_every_form(form: str, where: Path) -> None:
    """Data on standard output, nothing but data."""
    done = kg("query", "who-said-what", "-p", "speaker=Mara Ellison", "--store", str(where), "--format", form)
    assert done.returncode == 0
    assert "“Nobody" in done.stdout
    if form == "json":
        rows = json.loads(done.stdout)["results"]["bindings"]
        assert {row["words"]["type"] for row in rows} == {"literal"}
    if form == "jsonl":
        assert all(json.loads(line)["claim"].startswith("urn:claimgraph:claim:") for line in done.stdout.splitlines())


def test_query_is_ended_by_an_interruption_at_once(where: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine would not hear of a handler; afterwards it is as before."""
    before, seen, ask = signal.getsignal(signal.SIGINT), [], Graph.query

    def asked(*arguments: Any, **more: Any) -> Any:
        seen.append(signal.getsignal(signal.SIGINT))
        return ask(*arguments, **more)

    monkeypatch.setattr(Graph, "query", asked)
    done = CliRunner().invoke(group, ["query", "ASK {}", "--store", str(where)])
    assert (done.exit_code, seen) == (0, [signal.SIG_DFL])
    assert signal.getsignal(signal.SIGINT) is before


def test_construct_prints_turtle_that_parses(where: Path) -> None:
    """With the short names of the data."""
    from rdflib import Graph

    text = "CONSTRUCT { ?c kg:speaker ?s } WHERE { ?c kg:speaker ?s }"
    done = kg("query", text, "--store", str(where), "--format", "ttl")
    assert "person:mara-ellison" in done.stdout
    assert len(Graph().parse(data=done.stdout, format="turtle")) > 5


def test_trace_is_readable(where: Path) -> None:
    """From the outlet down to the words."""
    done = kg("trace", "old wall would fail", "--store", str(where))
    order = [
        "The Harbour Ledger",
        "Harbour board backs sea wall",
        "Ines Calder",
        "Mara Ellison",
        "cue: said",
        "the old wall would fail",
    ]
    shown = " ".join(done.stdout.split())
    places = [shown.index(words) for words in order]
    assert places == sorted(places)


def test_trace_as_json_and_sparql(where: Path) -> None:
    """For programs, and to be run elsewhere."""
    (found,) = json.loads(kg("trace", "old wall would fail", "--store", str(where), "--format", "json").stdout)
    assert found["hops"][0]["passages"][0]["words"] == "the old wall would fail within ten years"
    text = kg("trace", "old wall would fail", "--store", str(where), "--format", "sparql").stdout
    again = kg("query", text, "--store", str(where), "--format", "jsonl")
    assert "the old wall would fail" in again.stdout


def test_trace_tells_roles_and_figures(where: Path) -> None:
    """Below the speaker who that is, below the words what they state."""
    shown = " ".join(kg("trace", "old wall would fail", "--store", str(where)).stdout.split())
    assert "director, Tidewater Institute (“Mara Ellison, director of the Tidewater Institute”" in shown
    shown = " ".join(kg("trace", "63 percent of residents", "--store", str(where)).stdout.split())
    assert "states “63 percent” = 63 %" in shown


@pytest.mark.parametrize("form", ["table", "csv", "jsonl"])
def test_network_lists_the_most_central(form: str, where: Path) -> None:
    """Name, score and community, in every form."""
    done = kg("network", "--by", "claims", "--type", "person", "--limit", "2", "--store", str(where), "--format", form)
    assert done.returncode == 0
    assert "Mara Ellison" in done.stdout
    if form == "jsonl":
        first = json.loads(done.stdout.splitlines()[0])
        assert set(first) == {"entity", "score", "claims", "neighbours", "community"}
        assert len(done.stdout.splitlines()) == 2


def test_path_shows_the_words_between_two(where: Path) -> None:
    """Entity by entity as text; the same as JSON."""
    shown = " ".join(kg("path", "Jonas Okoro", "Fishers Union", "--store", str(where)).stdout.split())
    assert shown.startswith("Jonas Okoro (person:jonas-okoro)")
    assert "head of the Fishers Union" in shown
    assert "2025/quay.md" in shown
    assert "└─ Fishers Union" in shown
    (found,) = json.loads(kg("path", "Jonas Okoro", "Fishers Union", "--store", str(where), "--format", "json").stdout)
    assert found["steps"][0]["end"]["label"] == "Fishers Union"


def test_store_comes_from_the_environment(where: Path, tmp_path: Path) -> None:
    """`KG_STORE` stands in for the option."""
    assert kg("sources", KG_STORE=str(where), cwd=tmp_path).stdout.count("2025/") == 2


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("query", "who-said-wat"), 1, "Did you mean who-said-what"),
        (("query", "who-said-what"), 2, "give -p speaker="),
        (("query", "who-said-what", "-p", "speaker"), 2, "write it as NAME=VALUE"),
        (("query", "SELECT ?x { ?x"), 1, "not SPARQL"),
        (("query", "none.rq"), 1, "none.rq: cannot be read"),
        (("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 1, "SERVICE is refused"),
        (("query", "ASK { ?s ?p ?o }", "--format", "ttl"), 2, "CONSTRUCT and DESCRIBE"),
        (("claims", "--speaker", "Mara Elison"), 1, "Nearest: Mara Ellison"),
        (("claims", "--since", "lately"), 2, "not a date"),
        (("claims", "--type", "rumour"), 2, "is not one of"),
        (("trace", "words that nobody said"), 1, "no entity of that name"),
        (("path", "senior official", "Fishers Union"), 1, "not connected by any claim"),
        (("path", "Mara Ellison", "Nobody"), 1, "no entity of that name"),
        (("network", "--by", "fame"), 2, "is not one of"),
        (("remove", "2025/harbor.md"), 1, "Nearest: 2025/harbour.md"),
        (("export", "graph.docx"), 2, "use one of"),
        (("export", "no/such/folder/graph.html"), 1, "does not exist"),
        (("clams",), 2, "Did you mean claims"),
        (("figures", "--store", "nowhere"), 1, "there is no store here"),
        (("figures", "--store", "http://localhost:3030/x"), 1, "an endpoint is none"),
        (("trace", "claim:%zz"), 1, "no entity of that name"),
        (("trace", " "), 1, "there is nothing to trace"),
        (("trace", "article:none"), 1, "no article of that source or id"),
        (("trace", "z" * 50_000), 1, "zzz … zzz"),
        (("claims", "--speaker", ""), 1, "an empty name means nobody"),
        (("claims", "--source", "quayside pots"), 1, "Nearest: Quayside Post"),
        (("claims", "--since", "2026", "--until", "2025-12"), 2, "nothing is both since 2026 and until 2025-12"),
        (("query", "# nothing"), 1, "the query is empty"),
        (("query", "SELECT ?x { ?x foo:bar ?y }"), 1, "the prefix foo: is not known"),
        (("export", "g.nq", "--focus", ""), 1, "an empty name means nobody"),
        (("query", "rests-on", "-p", "claim=claim:0"), 1, "claim:0: no claim of that id. See: kg claims"),
        (("query", "trace", "-p", "claim=person:mara-ellison"), 1, "no claim of that id"),
    ],
)
def test_what_goes_wrong_is_said_in_a_line(
    arguments: tuple[str, ...], status: int, message: str, where: Path, tmp_path: Path
) -> None:
    """What, where, what to do next; never a traceback, and nothing on standard output."""
    done = kg(*arguments, KG_STORE=str(where), cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_remove_takes_an_article_out(tmp_path: Path) -> None:
    """By its source."""
    stored(HARBOUR, QUAY, where=tmp_path / "s").close()
    done = kg("remove", "2025/quay.md", "--store", str(tmp_path / "s"))
    assert "removed 2025/quay.md" in done.stderr
    assert "1 article, 0 problems" in kg("verify", "--store", str(tmp_path / "s")).stderr
    assert "quay.md" not in kg("sources", "--store", str(tmp_path / "s")).stdout


def test_verify_says_that_all_is_well(where: Path) -> None:
    """And how many were looked at."""
    done = kg("verify", "--store", str(where))
    assert (done.returncode, "2 articles, 0 problems" in done.stderr) == (0, True)


def test_a_page_around_a_name_has_the_whole_text_when_asked(where: Path, tmp_path: Path) -> None:
    """The texts of the articles are on the page only with --full-text; a name that nobody bears is an error."""
    around = ("--store", str(where), "--focus", "Tidewater Institute")
    for more, expected in ((("--full-text",), True), ((), False)):
        assert kg("export", "g.html", *around, *more, cwd=tmp_path).returncode == 0
        assert ('"pieces":[["' in (tmp_path / "g.html").read_text(encoding="utf-8")) is expected
    done = kg("export", "g.html", "--store", str(where), "--focus", "Nobody Here", cwd=tmp_path)
    assert (done.returncode, "Nobody Here" in done.stderr) == (1, True)


def test_exported_rdf_loads_elsewhere(where: Path, tmp_path: Path) -> None:
    """Every RDF format holds what the store holds."""
    from pyoxigraph import Store

    for suffix in ("nq", "trig", "jsonld"):
        assert kg("export", f"g.{suffix}", "--store", str(where), cwd=tmp_path).returncode == 0
    sizes = []
    for suffix in ("nq", "trig", "jsonld"):
        fresh = Store()
        fresh.load(path=str(tmp_path / f"g.{suffix}"))
        sizes.append(len(fresh))
    assert len(set(sizes)) == 1
    assert sizes[0] > 100


def test_broken_pipe_is_no_fault(where: Path) -> None:
    """`kg claims | head` ends in silence."""
    command = (
        f"{sys.executable} -c 'from kg.cli import main; main()' claims --store {where} --format jsonl | head -c 10"
    )
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr


def test_output_that_is_not_unicode_or_closed_is_no_fault(where: Path) -> None:
    """Text is printed as UTF-8 wherever it goes, and a closed output is one."""
    done = kg("claims", "--store", str(where), PYTHONIOENCODING="ascii")
    assert (done.returncode, "“" in done.stdout) == (0, True)
    command = f"{sys.executable} -c 'from kg.cli import main; main()' claims --store {where} >&-"
    closed = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60, check=False)
    assert "unexpected" not in closed.stderr
    assert "Traceback" not in closed.stderr


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize(
    "command", [("claims",), ("sources",), ("query", "who-said-what", "-p", "speaker=Mara Ellison")]
)
def test_tables_show_everything_at_any_width(command: tuple[str, ...], width: int, where: Path) -> None:
    """Long text is wrapped, too many columns become blocks, nothing is cut off."""
    done = kg(*command, "--store", str(where), COLUMNS=str(width))
    assert max(map(len, done.stdout.splitlines())) <= width
    shown = "".join(done.stdout.split())
    asked = kg(*command, "--store", str(where), "--format", "jsonl")
    for line in asked.stdout.splitlines():
        identity = next(v for k, v in json.loads(line).items() if k in ("id", "claim"))
        assert identity.removeprefix("urn:claimgraph:") in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_what_the_shell_needs(shell: str) -> None:
    """One line to put in a profile."""
    assert "_KG_COMPLETE" in kg("completion", shell).stdout


def test_help_names_every_command() -> None:
    """Those of other packages too."""
    text = kg("--help").stdout
    for name in ("ingest", "demo", "query", "trace", "export", "remove", "verify"):
        assert f"\n  {name} " in text


def test_terminal_is_not_given_orders() -> None:
    """Text from an article cannot colour, move or turn what is printed."""
    assert printable("a\x1b[31mb\x07\u202ec\nd") == "a[31mbc d"
