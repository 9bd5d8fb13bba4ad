from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import kg
from kg.errors import KgError, UsageError
from tests.stores import HARBOUR, QUAY, article, stored

TWINS = (
    article("Ines Calder said that the quay is safe.", "1.txt"),
    article("Inez Calder said that the quay is old. The Sea Wall Council (SWC) agreed.", "2.txt"),
)


@pytest.fixture
def where(tmp_path: Path) -> str:
    path = tmp_path / "store"
    stored(HARBOUR, QUAY, *TWINS, where=path).close()
    return str(path)


def _run(where: str, *arguments: str, expect: type[Exception] | None = None) -> Result:
    done = CliRunner(env={"KG_STORE": where, "KG_USER": "tester", "COLUMNS": "200"}).invoke(kg, list(arguments))
    if expect is None:
        assert done.exit_code == 0, done.output
    else:
        assert isinstance(done.exception, expect), done.output
    return done


def _decisions(where: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in _run(where, "decisions", "--format", "jsonl").stdout.splitlines()]


def _claim(where: str) -> str:
    lines = _run(where, "claims", "--source", "2025/harbour.md", "--attributed", "--format", "jsonl").stdout
    return str(json.loads(lines.splitlines()[0])["id"]).removeprefix("urn:claimgraph:")


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (("merge", "Ines Calder", "Inez Calder"), "same"),
        (("different", "Ines Calder", "Inez Calder"), "different"),
        (("unsure", "Ines Calder", "Inez Calder"), "unsure"),
        (("rename", "Ines Calder", "Inés Calder"), "renamed"),
        (("split", "Mara Ellison", "2025/quay.md"), "split"),
    ],
)
def test_decision_on_entities_is_logged_and_undone(arguments: tuple[str, ...], verdict: str, where: str) -> None:
    """With who and why; standard output stays free for data."""
    done = _run(where, *arguments, "--why", "checked")
    assert done.stdout == ""
    assert f"{verdict}: " in done.stderr
    (logged,) = _decisions(where)
    assert (logged["verdict"], logged["by"], logged["why"], logged["state"]) == (
        verdict, "tester", "checked", "in force",
    )  # fmt: skip
    short = str(logged["id"]).removeprefix("urn:claimgraph:")
    assert short in done.stderr
    _run(where, "undo", short, "--by", "another")
    assert [(d["state"], d["by"]) for d in _decisions(where)] == [("withdrawn", "tester"), ("in force", "another")]
    _run(where, "undo", "decision:0", expect=KgError)


def test_claims_are_accepted_rejected_and_given_a_speaker(where: str) -> None:
    """A contradiction is told, and the status is still 0."""
    claim = _claim(where)
    _run(where, "reject", claim)
    assert claim not in _run(where, "claims").stdout
    shown = _run(where, "claims", "--rejected", "--format", "jsonl").stdout
    assert {json.loads(line)["status"] for line in shown.splitlines()} == {None, "rejected"}
    assert "rejected by tester on 20" in _run(where, "trace", claim).stdout
    assert "no longer holds" in _run(where, "accept", claim).stderr
    _run(where, "set-speaker", claim, "Jonas Okoro")
    assert claim in _run(where, "claims", "--speaker", "Jonas Okoro", "--format", "csv").stdout
    assert "a new organisation" in _run(where, "set-speaker", claim, "Gull Party", "--type", "organisation").stderr


def test_log_is_listed_in_every_form(where: str) -> None:
    """Oldest first, and by what became of each."""
    _run(where, "merge", "Ines Calder", "Inez Calder")
    _run(where, "different", "person:ines-calder", "person:inez-calder")
    rows = list(csv.DictReader(io.StringIO(_run(where, "decisions", "--format", "csv").stdout)))
    assert [(row["verdict"], row["state"]) for row in rows] == [("same", "overridden"), ("different", "in force")]
    assert "overridden by decision:" in _run(where, "decisions").stdout
    assert "none orphaned" in _run(where, "decisions", "--state", "orphaned").stderr


def test_suggestions_are_listed_until_decided(where: str) -> None:
    """With scores and reasons, in the form of the other listings."""
    line = _run(where, "entities", "--suggest", "--type", "person", "--format", "jsonl").stdout
    found = json.loads(line)
    assert {found["one"]["label"], found["other"]["label"]} == {"Ines Calder", "Inez Calder"}
    assert (0.5 <= found["score"] <= 1, "nearly the same" in found["reasons"][0]) == (True, True)
    assert "Inez Calder" in _run(where, "entities", "--suggest").stdout
    _run(where, "different", "Ines Calder", "Inez Calder")
    assert _run(where, "entities", "--suggest", "--type", "person").stdout == ""
    assert "decided: different" in _run(where, "entities", "--suggest", "--all", "--text", "calder").stdout


def test_authority_list_is_given_and_shown(where: str, tmp_path: Path) -> None:
    """Ids are shown beside entities; a faulty list changes nothing."""
    path = tmp_path / "list.csv"
    path.write_text("name,type,aliases,wikidata\nInés Calder,person,Inez Calder,Q42\n", "utf-8")
    assert "1 entry in the list" in _run(where, "authority", str(path)).stderr
    row = next(line for line in _run(where, "entities", "--text", "Calder").stdout.splitlines() if "Calder" in line)
    assert "Q42" in row
    path.write_text("name,type\nInés Calder,robot\n", "utf-8")
    assert "line 2: robot" in str(_run(where, "authority", str(path), expect=KgError).exception)
    assert "dropped: graph:authority" in _run(where, "authority", "--drop", "--why", "old").stderr
    assert "Q42" not in _run(where, "entities").stdout
    for more in ((), (str(path), "--drop"), (str(path), "--why", "new")):
        _run(where, "authority", *more, expect=UsageError)


def test_ingest_takes_an_authority_list(tmp_path: Path) -> None:
    """And a faulty one makes no store."""
    text, path, where = tmp_path / "a.txt", tmp_path / "list.csv", tmp_path / "new"
    text.write_text("Inez Calder said that the quay is safe. Everybody else left.", "utf-8")
    path.write_text("name,type\nInés Calder,robot\n", "utf-8")
    arguments = ("ingest", str(text), "--extractor", "rules", "--authority", str(path))
    _run(str(where), *arguments, expect=KgError)
    assert not where.exists()
    path.write_text("name,type,aliases\nInés Calder,person,Inez Calder;Cal\nCal Reed,person,Cal\n", "utf-8")
    assert "“Cal” is claimed by" in _run(str(where), *arguments).stderr
    assert "Inés Calder" in _run(str(where), "entities").stdout


def test_exported_rdf_has_history_only_if_asked(where: str, tmp_path: Path) -> None:
    """A merge and its undoing leave the same file."""
    names = [str(tmp_path / f"{name}.nq") for name in ("before", "after", "history")]
    _run(where, "export", names[0])
    _run(where, "merge", "Ines Calder", "Inez Calder")
    _run(where, "undo", str(_decisions(where)[0]["id"]))
    _run(where, "export", names[1])
    _run(where, "export", names[2], "--history")
    before, after, history = (Path(name).read_bytes() for name in names)
    assert before == after
    assert len(history) > len(after)


def test_rejected_claims_are_exported_if_asked(where: str, tmp_path: Path) -> None:
    """In tables as in listings."""
    claim = _claim(where)
    _run(where, "reject", claim)
    sizes = []
    for name, more in (("a.csv", ()), ("b.csv", ("--rejected",))):
        _run(where, "export", str(tmp_path / name), *more)
        sizes.append(claim in (tmp_path / name).read_text("utf-8"))
    assert sizes == [False, True]
