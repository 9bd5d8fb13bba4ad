"""How `kg ingest` and `kg serve` get on beside each other, on one store.

    python -m tests.bench.beside STORE [--articles FOLDER] [--rounds 3]

``ingest`` is what taking in all articles of a folder anew costs while a server is there, at rest and with four clients
that ask it, as a ratio to what it costs without one in the same round. ``shown`` is how long after the end of
`kg ingest` of one new article its title is in the server's answers. The store is copied first. Prints JSON.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from ingest.commands import SAMPLES
from tests.bench.bench import command
from tests.bench.server import CLIENTS, PORT, SHORT, connected, post, running, serving, traces

TITLES = "SELECT ?title { ?article schema:headline ?title }"


@contextmanager
def asked(queries: list[str]) -> Iterator[None]:
    """Four clients ask the server one query after the other; an answer that is none is an error at the end."""
    over = threading.Event()
    wrong: list[int] = []

    def client(number: int) -> None:
        connection = connected(PORT)
        for turn in itertools.count():
            if over.is_set():
                return
            status, _ = post(connection, "/sparql", queries[(turn * CLIENTS + number) % len(queries)])
            wrong.extend([status] * (status != 200))

    clients = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for each in clients:
        each.start()
    try:
        yield
    finally:
        over.set()
        for each in clients:
            each.join()
    assert not wrong, wrong


def ingesting(store: Path, folder: Path, queries: list[str]) -> dict[str, tuple[float, float]]:
    """CPU and wall seconds of taking a folder in anew: alone, beside a server at rest, and beside a busy one."""

    def take_in() -> tuple[float, float]:
        cpu, wall, _ = command("ingest", str(folder), "--store", str(store), "--force", "--jobs", "1")
        return cpu, wall

    found = {"alone": take_in()}
    with running(serving(store, PORT), PORT, "/healthz"):
        found["server at rest"] = take_in()
        with asked(queries):
            found["server asked by four"] = take_in()
    return found


def shown(store: Path, times: int) -> dict[str, float]:
    """Seconds from the end of `kg ingest` of an article until the server's answers have it, with nobody else asking."""
    waits = []
    with tempfile.TemporaryDirectory() as folder, running(serving(store, PORT), PORT, "/healthz"):
        for number in range(times):
            title = f"Ferry pier {time.time_ns()} opens"
            path = Path(folder) / f"{number}.md"
            path.write_text(f"---\ntitle: {title}\n---\nTarn Velloe said that the pier would open.\n", encoding="utf-8")
            command("ingest", str(path), "--store", str(store))
            ended = time.monotonic()
            while title not in _answer(TITLES):
                assert time.monotonic() < ended + 60
                time.sleep(0.02)
            waits.append(time.monotonic() - ended)
    return {"median s": round(median(waits), 2), "worst s": round(max(waits), 2)}


def _answer(query: str) -> str:
    connection = connected(PORT)
    connection.request("POST", "/sparql", query, {"Content-Type": "application/sparql-query"})
    return connection.getresponse().read().decode()


def main() -> None:
    """Both measurements, on a copy of the store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--articles", type=Path, default=SAMPLES)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    found: dict[str, Any] = {"cores": os.cpu_count(), "load before": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        shutil.copytree(given.store, store)
        queries = [*traces(store, 100), SHORT]
        command("ingest", str(given.articles), "--store", str(store))
        rounds = [ingesting(store, given.articles, queries) for _ in range(given.rounds)]
        for what in ("server at rest", "server asked by four"):
            pairs = [(each[what], each["alone"]) for each in rounds]
            cpu, wall = (median(with_[n] / alone[n] for with_, alone in pairs) for n in (0, 1))
            found[f"ingest, {what}"] = {"cpu ratio to alone": round(cpu, 2), "wall ratio to alone": round(wall, 2)}
        found["ingest alone s"] = [round(each["alone"][1], 1) for each in rounds]
        found["shown"] = shown(store, 2 * given.rounds)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
