"""Servers on this machine, in processes of their own, for tests that ask them over HTTP."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.model import Article
from tests.kg.web.sites import Site
from tests.stores import HARBOUR, QUAY, stored

WAIT = 60
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
HUNGRY = "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?f"
SHORT = "SELECT (COUNT(*) AS ?n) { ?c a kg:Claim }"
COMMAND = "from kg.cli import main; main()"


@dataclass
class Served:
    """A running ``kg serve``."""

    process: subprocess.Popen[str]
    address: str
    store: Path

    def get(self, path: str, **options: object) -> httpx.Response:
        """The answer to a GET."""
        return httpx.get(self.address + path, timeout=WAIT, **options)  # type: ignore[arg-type]

    def ask(self, query: str, accept: str = "text/csv", **fields: str) -> httpx.Response:
        """The answer to a query."""
        form = {"query": query, **fields}
        return httpx.post(self.address + "/sparql", data=form, headers={"Accept": accept}, timeout=WAIT)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        """Ends it; the exit status and what it wrote to standard error after its first line."""
        self.process.send_signal(number)
        _, written = self.process.communicate(timeout=WAIT)
        return self.process.returncode, written

    def members(self) -> list[int]:
        """The numbers of all processes of its session, itself included."""
        found = []
        for pid in (int(entry.name) for entry in Path("/proc").glob("[0-9]*")):
            with suppress(OSError):
                state, _, _, session, *_ = state_of(pid)
                found += [pid] if int(session) == self.process.pid and state != "Z" else []
        return found


def state_of(pid: int) -> list[str]:
    """What the system tells of a process behind its name: its state, its parent, its group, its session and more."""
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def wait_until(reached: Callable[[], bool]) -> None:
    """Waits for what has to come about soon."""
    deadline = time.monotonic() + WAIT
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def serve(store: Path, *options: str, environment: dict[str, str] | None = None) -> Served:
    """A new server at a free port."""
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--store", str(store), "--port", "0", *options],
        stderr=subprocess.PIPE, text=True, start_new_session=True, env={**os.environ, **(environment or {})},
    )  # fmt: skip
    assert process.stderr
    line = process.stderr.readline()
    found = re.search(r"http://\S+?(?=/ )", line)
    assert found, line + process.stderr.read()
    return Served(process, found[0].replace("0.0.0.0", "127.0.0.1"), store)


def make_store(path: Path, articles: Sequence[Article] = (HARBOUR, QUAY)) -> Path:
    """A store in a folder."""
    stored(*articles, where=path).close()
    return path


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the two articles of the harbour."""
    return make_store(tmp_path_factory.mktemp("served") / "store")


@pytest.fixture(scope="package")
def served(store: Path) -> Iterator[Served]:
    """A server of it, with short limits."""
    server = serve(store, "--timeout", "10", "--memory", "128")
    yield server
    server.stop(signal.SIGKILL)


@pytest.fixture(scope="package")
def site() -> Iterator[Site]:
    """The pages of the two articles, asked for without a server."""
    with stored() as graph:
        yield Site(graph)
