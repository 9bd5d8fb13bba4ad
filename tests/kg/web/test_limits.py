from __future__ import annotations

import os
import shutil
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.store import open_
from kg.web.answering import Asked, handler
from tests.kg.web.conftest import ENDLESS, LONG, SHORT, Served, make_store, serve, state_of, wait_until
from tests.stores import HARBOUR, QUAY, stored


@pytest.mark.server
def test_endless_queries_end_and_short_ones_do_not_wait_for_them(store: Path) -> None:
    """Short ones and pages are answered before any of twenty ends, each of these gets an error, and nothing is left."""
    served = serve(store, "--timeout", "20")
    try:
        before = len(served.members())
        with ThreadPoolExecutor(20) as clients:
            asked = [clients.submit(served.ask, f"# {number}\n{ENDLESS}") for number in range(20)]
            wait_until(lambda: len(served.members()) >= before + 18)
            for _ in range(10):
                assert served.ask(SHORT).status_code == 200
                assert served.get("/articles").status_code == 200
            assert not any(future.done() for future in asked)
            assert len(served.members()) <= before + 24
            ended = [future.result() for future in asked]
        assert {answer.status_code for answer in ended} == {504}
        assert all("ended after 20 seconds" in answer.text for answer in ended)
        assert served.ask(SHORT).status_code == 200
        wait_until(lambda: len(served.members()) == before)
    finally:
        served.stop()


@pytest.mark.server
def test_as_many_processes_stand_ready_after_long_queries_as_before(store: Path) -> None:
    """One that went behind and was answered after all does not stay beside the one that took its place."""
    served = serve(store, "--timeout", "60")
    try:
        before = len(served.members())
        with ThreadPoolExecutor(4) as clients:
            asked = [clients.submit(served.ask, f"# {number}\n{LONG}") for number in range(8)]
            assert {future.result().status_code for future in asked} == {200}
        wait_until(lambda: len(served.members()) == before)
    finally:
        served.stop()


@pytest.mark.server
@pytest.mark.parametrize("is_parent_spared", [True, False])
def test_killed_processes_are_replaced(served: Served, is_parent_spared: bool) -> None:
    """Whoever kills them, with or without the one that they are forked off: the next query is answered."""
    assert served.ask(SHORT).status_code == 200
    server = served.process.pid
    killed = {
        pid for pid in served.members() if pid != server and not (is_parent_spared and int(state_of(pid)[1]) == server)
    }
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: killed.isdisjoint(served.members()))
    assert served.ask(SHORT).status_code == 200
    assert served.get("/articles").status_code == 200


@pytest.mark.server
def test_nothing_outlives_a_server_that_is_killed(store: Path) -> None:
    """Neither what works nor what is stopped."""
    served = serve(store, "--timeout", "60")
    before = len(served.members())
    with ThreadPoolExecutor(6) as clients:
        asked = [clients.submit(served.ask, f"# {number}\n{ENDLESS}") for number in range(6)]
        wait_until(lambda: len(served.members()) >= before + 4)
        served.stop(signal.SIGKILL)
        wait_until(lambda: not served.members())
        assert all(future.exception() for future in asked)


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
        before = len(served.members())
        waiting = clients.submit(served.ask, ENDLESS)
        wait_until(lambda: len(served.members()) > before)
        status, written = served.stop(number)
        answer = waiting.result()
    assert status == 0
    assert answer.status_code == 503
    assert "stopping" in answer.text
    assert '"status": 503' in written
    assert "Traceback" not in written
    wait_until(lambda: not served.members())
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["claimgraph.json", "lock", "oxigraph"]


@pytest.mark.server
def test_articles_that_come_in_show_up(tmp_path: Path) -> None:
    """A writer gets the store while the server runs, and readers see what it wrote."""
    served = serve(make_store(tmp_path / "store", [HARBOUR]))
    try:
        before = served.ask(SHORT).text
        with stored(QUAY, where=tmp_path / "store"):
            pass
        wait_until(lambda: served.ask(SHORT).text != before and "Fishers doubt" in served.get("/articles").text)
        with open_(tmp_path / "store", writable=True):
            assert served.ask(SHORT).status_code == 200
    finally:
        served.stop()


@pytest.mark.server
def test_a_store_that_is_deleted_is_served_until_another_stands_in_its_place(tmp_path: Path) -> None:
    """What was there is answered meanwhile; why nothing new comes is told once."""
    served = serve(make_store(tmp_path / "store", [HARBOUR]))
    try:
        before = served.ask(SHORT).text
        shutil.rmtree(tmp_path / "store")
        time.sleep(2)
        assert served.ask(SHORT).text == before
        assert "Harbour board" in served.get("/articles").text
        make_store(tmp_path / "store", [QUAY])
        wait_until(lambda: "Fishers doubt" in served.get("/articles").text)
        assert "Harbour board" not in served.get("/articles").text
    finally:
        _, written = served.stop()
    assert written.count("there is no store here") == 1
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["claimgraph.json", "lock", "oxigraph"]


@pytest.mark.server
def test_client_that_goes_away_ends_its_query(tmp_path: Path) -> None:
    """Nobody waits for the answer, so nothing works on it."""
    import httpx

    served = serve(make_store(tmp_path / "store"), "--timeout", "60")
    try:
        before = len(served.members())
        with pytest.raises(httpx.ReadTimeout):
            httpx.post(served.address + "/sparql", data={"query": ENDLESS}, timeout=2)
        wait_until(lambda: len(served.members()) == before)
        _, written = served.stop()
        assert '"ended": "client"' in written
    finally:
        served.process.kill()
