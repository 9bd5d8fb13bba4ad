from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kg as library
from tests.ingest.tagger.test_folder import written
from tests.kg.test_cli import kg
from tests.stores import HARBOUR

pytestmark = pytest.mark.command

GOOD = "Mara Ellison said that the wall is safe.\n"
MESS: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "spaces.txt": (b" \n\t\n", ""),
    "digits.txt": (b"12 34 56\n", "no words"),
    "binary.txt": (b"\x7fELF\x00\x01\x02\x00\x00" * 40, "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 9, "not text"),
    "matter.md": (b"---\ntitle: [never closed\n---\nText here.\n", "front matter"),
    "date.md": (b"---\ntitle: T\ndate: the day before\n---\nText here.\n", "date"),
    "nothing.html": (b"<html><body><nav>Home</nav></body></html>", "article"),
    "cut.jsonl": (b'{"text": "Mara Ellison said that all is well."}\n{"text": "cut o', "cut.jsonl#2"),
}
"""File → its bytes, and a word of the error it must give."""


def test_bad_files_are_left_out_and_the_good_go_in(tmp_path: Path) -> None:
    """Each with its own error; the status says that not all went well."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    for name, (data, _) in MESS.items():
        (folder / name).write_bytes(data)
    done = kg("ingest", str(folder), "--store", str(tmp_path / "s"))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, (_, word) in MESS.items():
        lines = [line for line in done.stderr.splitlines() if name in line]
        assert any(line.startswith("left out:") and word in line for line in lines), (name, lines)
    with library.open(tmp_path / "s") as g:
        assert sorted(a.source for a in g.articles()) == ["cut.jsonl#1", "good.txt"]
    assert "0 problems" in kg("verify", "--store", str(tmp_path / "s")).stderr


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("nowhere.txt",), 1, "nowhere.txt"),
        (("empty-folder",), 1, "empty-folder"),
        (("-",), 2, "--source-name"),
        (("https://example.org/a.html",), 1, "--fetch"),
        (("a.txt", "--extractor", "magic"), 2, "rules"),
        (("a.txt", "--date", "someday"), 2, "someday"),
        (("a.txt", "--language", "Martian"), 2, "Martian"),
        (("a.txt", "--meta", "none.csv"), 2, "none.csv"),
        (("a.txt", "--base", "nonsense"), 1, "a base is an IRI"),
    ],
)
def test_wrong_calls_are_told(arguments: tuple[str, ...], status: int, message: str, tmp_path: Path) -> None:
    """In one line, with the cure."""
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "a.txt").write_text(GOOD)
    done = kg("ingest", *arguments, "--store", "s", cwd=tmp_path)
    assert done.returncode == status, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_folder_that_is_something_else_is_no_store(tmp_path: Path) -> None:
    """And stays as it was."""
    (tmp_path / "a.txt").write_text(GOOD)
    done = kg("ingest", "a.txt", "--store", ".", cwd=tmp_path)
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_paths_that_lead_nowhere_make_no_store(tmp_path: Path) -> None:
    """One that is there beside one that is not makes one."""
    done = kg("ingest", "gone.txt", "lost", "--store", "store", cwd=tmp_path)
    assert done.returncode == 1
    assert "left out: gone.txt: there is no such file" in done.stderr
    assert "2 of 2 could not be taken in" in done.stderr
    assert not (tmp_path / "store").exists()
    (tmp_path / "a.txt").write_text(GOOD)
    assert kg("ingest", "gone.txt", "a.txt", "--store", "store", cwd=tmp_path).returncode == 1
    assert (tmp_path / "store").exists()


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    """Under the name it is given, with the metadata it is given."""
    options = (
        "--source-name",
        "note.txt",
        "--publisher",
        "The Harbour Ledger",
        "--date",
        "2025-03-04",
        "--author",
        "Ines Calder",
    )
    done = kg("ingest", "-", *options, "--store", "s", cwd=tmp_path, stdin=HARBOUR.text)
    assert done.returncode == 0, done.stderr
    with library.open(tmp_path / "s") as g:
        (a,) = g.articles()
        assert (a.source, a.publisher, a.date, a.authors) == (
            "note.txt",
            "The Harbour Ledger",
            "2025-03-04",
            ("Ines Calder",),
        )
        assert "title" in a.inferred
        assert g.text(a.id) == HARBOUR.text


def test_huge_line_is_taken_in(tmp_path: Path) -> None:
    """A hundred thousand characters without a line break."""
    (tmp_path / "long.txt").write_text("The wall is high, Mara Ellison said, and it holds. " * 2_000)
    done = kg("ingest", "long.txt", "--store", "s", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_article_over_the_limit_names_the_limit(tmp_path: Path) -> None:
    """And how to raise it."""
    (tmp_path / "big.txt").write_text(GOOD * 100)
    done = kg("ingest", "big.txt", "--max-bytes", "1000", "--store", "s", cwd=tmp_path)
    assert done.returncode == 1
    assert "--max-bytes" in done.stderr


def test_extract_shows_what_is_found_and_stores_nothing(tmp_path: Path) -> None:
    """Spelled out where there is no terminal, coloured when asked for, else as JSON; the time is no part of it."""
    (tmp_path / "a.txt").write_text(GOOD)
    done = kg("extract", "a.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "[speaker 1, person: Mara Ellison] [cue 1: said] that [claim 1: the wall is safe]." in done.stdout
    assert "\x1b" not in done.stdout
    assert "seconds" in done.stderr
    assert "\x1b[" in kg("extract", "a.txt", "--color", cwd=tmp_path).stdout
    assert "\x1b" not in kg("extract", "a.txt", "--no-color", cwd=tmp_path, FORCE_COLOR="1").stdout
    assert "\x1b" not in kg("extract", "a.txt", cwd=tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout
    (claim,) = json.loads(kg("extract", "a.txt", "--format", "json", cwd=tmp_path).stdout)["claims"]
    assert claim["text"] == "the wall is safe"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_extract_shows_the_good_and_tells_of_the_bad(tmp_path: Path) -> None:
    """As ingest does: each bad file with its own error, every article of a file of many."""
    for name, (data, _) in MESS.items():
        (tmp_path / name).write_bytes(data)
    done = kg("extract", ".", "nowhere.txt", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for name, (_, word) in [*MESS.items(), ("nowhere.txt", (b"", "no such file"))]:
        assert any(line.startswith("left out:") and name in line and word in line for line in done.stderr.splitlines())
    assert [json.loads(line)["article"]["source"] for line in done.stdout.splitlines()] == ["cut.jsonl#1"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("-",), "--source-name"), (("a.txt", "--extractor", "magic"), "rules"), (("a.txt", "--width", "3"), "40")],
)
def test_wrong_calls_of_extract_are_told(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    """In one line, with the cure."""
    (tmp_path / "a.txt").write_text(GOOD)
    done = kg("extract", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


@pytest.mark.parametrize("command", [("ingest", "--store", "s"), ("extract",)])
def test_article_in_another_language_is_told(command: tuple[str, ...], tmp_path: Path) -> None:
    """By name, with what becomes of it; that is no failure."""
    (tmp_path / "a.txt").write_text(
        "O porto fica fechado por uma semana, disse a prefeita na terça-feira, e os navios que chegam não podem entrar."
    )
    done = kg(*command, "a.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (note,) = [line for line in done.stderr.splitlines() if line.startswith("note: a.txt: ")]
    assert "Portuguese (pt)" in note
    assert "--language en" in note


def kg_with_model(model: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command as `kg` does, with a model of the test's own in place of the package's."""
    begin = "from pathlib import Path; from ingest.extract import learned; from kg.cli import main; import sys; "
    command = [sys.executable, "-c", begin + "learned.MODEL = Path(sys.argv.pop(1)); main()", str(model), *arguments]
    env = {**os.environ, "COLUMNS": "100"}
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, timeout=120, check=False)


COMMANDS = [("ingest", "--store", "s"), ("ingest", "--store", "s", "--force", "--jobs", "2"), ("extract",)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("fault", ["no folder", "no model.onnx", "damaged tokenizer.json", "damaged config.json"])
def test_model_that_is_missing_or_damaged_is_told(command: tuple[str, ...], fault: str, tmp_path: Path) -> None:
    """In one line that names the file and the cure; nothing is shown, and no store is made."""
    (tmp_path / "a.txt").write_text(GOOD)
    model = tmp_path / "model"
    how, file = fault.split()
    if file != "folder":
        model.mkdir()
        written(model)
        (model / file).unlink() if how == "no" else (model / file).write_bytes(b"cut off")
    done = kg_with_model(model, *command, "a.txt", "--extractor", "model", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.strip().splitlines()
    assert str(model / (file if file != "folder" else "config.json")) in line
    assert "pip install --force-reinstall claimgraph" in line
    assert "--extractor rules" in line
    assert {p.name for p in tmp_path.iterdir()} <= {"a.txt", "model"}


def test_rules_need_no_model(tmp_path: Path) -> None:
    """They are the cure where the model is missing, and the store that they made is left whole by the next call."""
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text("Peter Lunn said that the boats leak.\n")
    absent = tmp_path / "absent"
    shown = kg_with_model(absent, "extract", "a.txt", "--extractor", "rules", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "[claim 1: the wall is safe]" in shown.stdout
    stored = kg_with_model(absent, "ingest", "a.txt", "--store", "s", "--extractor", "rules", cwd=tmp_path)
    assert stored.returncode == 0, stored.stderr
    done = kg_with_model(absent, "ingest", "a.txt", "b.txt", "--store", "s", "--extractor", "model", cwd=tmp_path)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    with library.open(tmp_path / "s") as g:
        assert [a.source for a in g.articles()] == ["a.txt"]
        assert [c.text for c in g.claims(mode="indirect")] == ["the wall is safe"]
    assert "0 problems" in kg("verify", "--store", "s", cwd=tmp_path).stderr


def test_extract_reads_standard_input(tmp_path: Path) -> None:
    """Under the name it is given."""
    done = kg("extract", "-", "--source-name", "note.txt", cwd=tmp_path, stdin=HARBOUR.text)
    assert done.returncode == 0, done.stderr
    assert "note.txt" in done.stdout


def test_demo_shows_everything(tmp_path: Path) -> None:
    """Store, queries, trace, verify, page; a second time too."""
    for _ in range(2):
        done = kg("demo", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "0 problems" in done.stderr
        page = (tmp_path / "kg-demo" / "graph.html").read_text(encoding="utf-8")
        assert "Content-Security-Policy" in page
    with library.open(tmp_path / "kg-demo" / "kg-store") as g:
        assert any(a.revision_of for a in g.articles())
        for name in (
            "disagreeing-figures",
            "chains",
            "promises",
            "predictions",
            "anonymous-claims",
            "cited-documents",
            "roles",
        ):
            assert len(g.query(name)) > 0, name


def test_demo_leaves_a_folder_of_others_alone(tmp_path: Path) -> None:
    """It only clears what is its own."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("x")
    done = kg("demo", "--folder", "mine", cwd=tmp_path)
    assert done.returncode == 1
    assert "holds something else" in done.stderr
    assert (tmp_path / "mine" / "thesis.txt").exists()
