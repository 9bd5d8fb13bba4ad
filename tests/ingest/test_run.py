from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kg
from ingest import pipeline, run, workers
from ingest.formats import ReadOptions
from kg.errors import ArticleError, StoreError, UsageError
from kg.model import Article
from kg.store import MEMORY, create
from kg.verify import verify
from tests.stores import HARBOUR, QUAY, add, dump, stored

SPANISH = (
    "La alcaldesa anunció el martes que el puerto permanecerá cerrado durante una semana. «No vamos a poner en riesgo "
    "a nadie», dijo Marta Elizalde. Según un informe, el 63 % de los barcos espera en la bahía desde el lunes."
)


def _whole(a: Article) -> Article:
    return replace(a, raw_sha256="ab" * 32 if a is HARBOUR else "cd" * 32)


def test_ingesting_again_changes_nothing() -> None:
    """Not even the log."""
    with stored() as g:
        before = sorted(map(str, g.store.engine))
        report = add(g, [HARBOUR, QUAY])
        assert (report.unchanged, report.added) == (2, 0)
        assert sorted(map(str, g.store.engine)) == before


def test_forced_extraction_gives_the_same_graph() -> None:
    """What is made anew is what was there."""
    with stored() as g:
        before = dump(g)
        report = add(g, [HARBOUR, QUAY], force=True)
        assert report.replaced == 2
        assert dump(g) == before


def test_number_of_jobs_does_not_show() -> None:
    """Two processes write what one writes."""
    one, two = create(MEMORY), create(MEMORY)
    run.ingest(one, map(_whole, (HARBOUR, QUAY)), jobs=1)
    report = run.ingest(two, map(_whole, (HARBOUR, QUAY)), jobs=2)
    assert report.added == 2
    assert dump(kg.Graph(one)) == dump(kg.Graph(two))


def test_article_in_another_language_is_kept_told_and_nothing_is_claimed_for_it(tmp_path: Path) -> None:
    """Its text and metadata are there, all of it verifies, and it is unchanged the next time; told each time."""
    (tmp_path / "a.txt").write_text(f"El puerto cierra una semana\nPor Ana Ruiz\n4 de marzo de 2025\n\n{SPANISH}")
    (tmp_path / "b.txt").write_text(HARBOUR.text)
    store = create(MEMORY)
    for states in ((2, 0), (0, 2)):
        notes: list[tuple[str, str]] = []
        options = ReadOptions(notify=lambda *note, notes=notes: notes.append(note))
        report = run.ingest(store, run.read([str(tmp_path)], options))
        assert (report.added, report.unchanged) == states
        ((source, told),) = notes
        assert (source, "Spanish (es)" in told, "--language en" in told) == ("a.txt", True, True)
    assert list(verify(store)) == []
    with kg.Graph(store) as g:
        spanish, english = g.articles()
        assert (spanish.language, english.language) == ("es", "en")
        assert (spanish.title, spanish.authors, spanish.date) == (
            "El puerto cierra una semana",
            ("Ana Ruiz",),
            "2025-03-04",
        )
        assert "language" in spanish.inferred
        assert {c.source for c in g.claims()} == {"b.txt"}
        assert all(m.source == "b.txt" for e in g.entities() for m in e.mentions)
        assert all(f.source == "b.txt" for f in g.figures())


def test_stated_language_decides(tmp_path: Path) -> None:
    """The user's word goes before what the text looks like, and the doubt is told."""
    (tmp_path / "a.txt").write_text(SPANISH)
    store, notes = create(MEMORY), []
    options = ReadOptions(language="en", notify=lambda source, told: notes.append(told))
    run.ingest(store, run.read([str(tmp_path)], options))
    with kg.Graph(store) as g:
        assert g.claims()
    assert ["looks like Spanish (es)" in told for told in notes] == [True]


def test_article_that_trips_the_extractor_is_left_out_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names it, and what became of it."""
    whole = pipeline.extract

    def trip(a: Article, extractor: object) -> object:
        if a.source == QUAY.source:
            raise RecursionError("too deep")
        return whole(a, extractor)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract", trip)
    with stored(QUAY, HARBOUR) as g:
        assert [a.source for a in g.articles()] == [HARBOUR.source]
    report = run.ingest(create(MEMORY), [_whole(QUAY), ArticleError("c.txt", "is empty")])
    assert [error.source for error in report.failed] == [QUAY.source, "c.txt"]
    assert "too deep" in str(report.failed[0])


def test_same_text_under_two_names_is_two_articles_and_a_notice() -> None:
    """It is no error."""
    report = run.ingest(create(MEMORY), [_whole(HARBOUR), replace(_whole(HARBOUR), source="copy.md")])
    assert report.added == 2
    assert report.same_text == [("copy.md", HARBOUR.source)]


def test_going_back_to_an_earlier_wording_is_told() -> None:
    """The store has it, and the later version stays current."""
    store = create(MEMORY)
    corrected = replace(_whole(HARBOUR), text=HARBOUR.text.replace("$41", "$14"), raw_sha256="ef" * 32)
    run.ingest(store, [_whole(HARBOUR)])
    run.ingest(store, [corrected])
    report = run.ingest(store, [_whole(HARBOUR)])
    assert (report.unchanged, report.earlier) == (1, [HARBOUR.source])


def test_missing_dates_and_publishers_are_counted() -> None:
    """So that the user can be told."""
    report = run.ingest(create(MEMORY), [_whole(HARBOUR), replace(_whole(QUAY), date=None, publisher=None)])
    assert dict(report.lacking) == {"publisher": 1, "date": 1}


def test_interruption_keeps_what_was_done() -> None:
    """The report says so, and the rest can be run again."""

    def articles() -> object:
        yield _whole(HARBOUR)
        raise KeyboardInterrupt

    store = create(MEMORY)
    report = run.ingest(store, articles())  # type: ignore[arg-type]
    assert report.interrupted
    assert report.articles == [HARBOUR.key]
    again = run.ingest(store, map(_whole, (HARBOUR, QUAY)))
    assert (again.unchanged, again.added) == (1, 1)


def test_log_says_when_with_what_and_which() -> None:
    """And is the only place with a time."""
    moment = datetime(2025, 3, 4, 10, 15, tzinfo=UTC)
    store = create(MEMORY)
    run.ingest(store, [_whole(HARBOUR)], now=moment)
    (row,) = store.rows(
        "SELECT ?when ?by ?what { ?run prov:startedAtTime ?when ; kg:software ?by ; prov:generated ?what }"
    )
    assert row[0] is not None
    assert row[0].startswith("2025-03-04T10:15:00")
    assert row[1:] == (f"claimgraph {kg.__version__}", store.iris.mint("article", HARBOUR.key).value)


def test_store_that_cannot_be_written_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no point in going on, and what was written is whole."""
    store = create(tmp_path / "store")
    run.ingest(store, [_whole(HARBOUR)])
    before = dump(kg.Graph(store))
    monkeypatch.setattr(kg.store, "_need_room", lambda where: (_ for _ in ()).throw(StoreError("the disk is full")))
    with pytest.raises(StoreError, match="disk is full"):
        run.ingest(store, [_whole(QUAY)])
    assert dump(kg.Graph(store)) == before


def test_unknown_extractor_lists_what_there_is() -> None:
    """Before anything is read."""
    with pytest.raises(UsageError, match="rules"):
        run.ingest(create(MEMORY), [], extractor="magic")


def _as_in_a_terminal() -> None:
    """Lets Ctrl-C through, also where the tests themselves run in the background of a shell, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


C, TERM = signal.SIGINT, signal.SIGTERM


@pytest.mark.command
@pytest.mark.parametrize(("jobs", "sent"), [(1, [C]), (2, [C]), (2, [TERM]), (2, [C, C]), (2, [TERM, TERM, C])])
def test_being_told_to_end_leaves_a_whole_store(tmp_path: Path, jobs: int, sent: list[signal.Signals]) -> None:
    """Ctrl-C or SIGTERM to the running command and all its processes, once or by somebody who does not wait."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1200):
        (folder / f"{number:04}.txt").write_text(f"Story {number}.\n\n{HARBOUR.text}", encoding="utf-8")
    where = tmp_path / "store"
    code = "from kg.cli import main; main()"
    command = [sys.executable, "-c", code, "ingest", str(folder), "--store", str(where), "--jobs", str(jobs)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    with subprocess.Popen(command, **streams, preexec_fn=_as_in_a_terminal) as process:  # type: ignore[call-overload]
        for _ in range(400):
            if (
                list(where.glob("oxigraph/*.log"))
                and sum(p.stat().st_size for p in where.glob("oxigraph/*.log")) > 200_000
            ):
                break
            time.sleep(0.05)
        for number in sent:
            os.killpg(process.pid, number)
            time.sleep(0.05)
        _, errors = process.communicate(timeout=60)
    assert process.returncode == 1, errors
    assert b"Traceback" not in errors
    assert (b"run it again for the rest" if len(sent) == 1 else b"interrupted") in errors
    with kg.open(where) as g:
        done = len(g.articles())
        assert 0 < done < 1200
        from kg.verify import verify

        assert list(verify(g.store)) == []


@pytest.mark.parametrize(("number", "is_alone"), [(workers.FEW, True), (workers.FEW + 1, False)])
def test_other_processes_begin_where_there_is_much_to_read(
    number: int, is_alone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a word on jobs a few articles are read here, however they came in, and more of them elsewhere."""
    begun: list[int] = []
    pool = workers.ProcessPoolExecutor
    monkeypatch.setattr(workers, "ProcessPoolExecutor", lambda jobs, **rest: begun.append(jobs) or pool(jobs, **rest))
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    many = [replace(_whole(HARBOUR), source=f"{place}.md") for place in range(number)]
    report = run.ingest(create(MEMORY), many, extractor="rules", jobs=None)
    assert (report.added, begun) == (number, [] if is_alone else [2])
