from __future__ import annotations

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.store import open_
from kg.web.answering import Asked, handler
from tests.kg.web.conftest import Served, make_store, serve
from tests.stores import HARBOUR, QUAY, stored

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUNGRY = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f"
SHORT = "SELECT (COUNT(*) AS ?n) { ?c a kg:Claim }"


@pytest.mark.server
def test_endless_queries_end_and_short_ones_do_not_wait_for_them(served: Served) -> None:
    """Each of twenty gets an error at the limit; short ones sent while they run are answered."""
    with ThreadPoolExecutor(20) as clients:
        started = time.monotonic()
        asked = [clients.submit(served.ask, f"# {number}\n{ENDLESS}") for number in range(20)]
        time.sleep(5)  # until they are sorted out, which takes a busy machine seconds
        answers = [served.ask(SHORT) for _ in range(5)]
        ended = [future.result() for future in asked]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.status_code for answer in ended} == {504}
    assert "ended after 10 seconds" in ended[0].text
    assert time.monotonic() - started < 60
    assert served.ask(SHORT).status_code == 200


@pytest.mark.server
def test_query_that_eats_memory_is_ended(served: Served) -> None:
    """With an error that says so; others go on."""
    answer = served.ask(HUNGRY)
    assert answer.status_code in (503, 504)
    if answer.status_code == 503:
        assert "more than the 128 MB" in answer.text
    assert served.ask(SHORT).status_code == 200


@pytest.mark.server
def test_killed_process_is_replaced(served: Served) -> None:
    """Whoever kills one: the next query is answered."""
    for pid in served.members():
        name = Path(f"/proc/{pid}/cmdline").read_bytes()
        if pid != served.process.pid and b"forkserver" in name and Path(f"/proc/{pid}/stat").exists():
            parent = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
            if parent != served.process.pid:
                os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while served.ask(SHORT).status_code != 200:
        assert time.monotonic() < deadline
    assert served.ask(SHORT).status_code == 200


def test_answer_that_is_too_large_is_an_error_and_not_cut_off() -> None:
    """Whatever its type."""
    with stored() as graph:
        answer = handler(graph.store, most=2000)
        for query, accept in (("SELECT * { ?s ?p ?o }", "text/csv"), ("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")):
            reply = answer(Asked(query, accept=accept))
            assert reply.status == 503
            assert b"add a LIMIT" in reply.body
        assert answer(Asked("ASK {}")).status == 200


@pytest.mark.server
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_ends_queries_and_leaves_nothing_behind(tmp_path: Path, number: int) -> None:
    """Status 0, an error for who waits, no process and no copy left."""
    served = serve(make_store(tmp_path / "store"), "--timeout", "60")
    with ThreadPoolExecutor(1) as clients:
        waiting = clients.submit(served.ask, ENDLESS)
        time.sleep(1)
        members = served.members()
        assert len(members) > 2
        status, written = served.stop(number)
        answer = waiting.result()
    assert status == 0
    assert answer.status_code == 503
    assert "stopping" in answer.text
    assert '"status": 503' in written
    assert "Traceback" not in written
    deadline = time.monotonic() + 5
    while served.members() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert served.members() == []
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["claimgraph.json", "lock", "oxigraph"]


@pytest.mark.server
def test_articles_that_come_in_show_up(tmp_path: Path) -> None:
    """A writer gets the store while the server runs, and readers see what it wrote."""
    served = serve(make_store(tmp_path / "store", [HARBOUR]))
    try:
        before = served.ask(SHORT).text
        with stored(QUAY, where=tmp_path / "store"):
            pass
        deadline = time.monotonic() + 15
        while served.ask(SHORT).text == before or "Fishers doubt" not in served.get("/articles").text:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        with open_(tmp_path / "store", writable=True):
            assert served.ask(SHORT).status_code == 200
    finally:
        served.stop()


@pytest.mark.server
def test_client_that_goes_away_ends_its_query(tmp_path: Path) -> None:
    """Nobody waits for the answer, so nothing works on it."""
    import httpx

    served = serve(make_store(tmp_path / "store"), "--timeout", "60")
    try:
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(served.address + "/sparql", data={"query": ENDLESS}, timeout=0.5)
        time.sleep(1)
        _, written = served.stop()
        assert '"ended": "client"' in written
    finally:
        served.process.kill()
