"""How `kg serve` bears up, against the `oxigraph` server binary on the same data where that is at hand.

    python -m tests.bench.server STORE [--oxigraph PATH] [--part rate|endless|load] [--minutes 10]

``rate`` is queries a second of a trace query with four clients, as a ratio to the binary's in the same run;
``endless`` sends twenty queries that never end and short ones meanwhile; ``load`` is mixed load by four clients, with
the memory of all of the server's processes after the first minute and at the end. Prints JSON.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import quote, urlencode

from pyoxigraph import RdfFormat

from kg.api import Graph
from kg.store import open_
from kg.trace import as_sparql

CLIENTS = 4
PORT, BINARY_PORT = 7901, 7900
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SHORT = (
    "PREFIX kg: <https://w3id.org/claimgraph#> "
    "SELECT ?s (COUNT(?c) AS ?n) WHERE { ?c kg:speaker ?s } GROUP BY ?s ORDER BY DESC(?n) LIMIT 5"
)
SERVE = "from kg.cli import main; main()"


def connected(port: int) -> http.client.HTTPConnection:
    """A client of the server at a port."""
    return http.client.HTTPConnection("127.0.0.1", port, timeout=60)


def post(connection: http.client.HTTPConnection, path: str, query: str) -> tuple[int, int]:
    """Status and length of the answer to a query."""
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/sparql-results+json"}
    connection.request("POST", path, urlencode({"query": query}), headers)
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def get(connection: http.client.HTTPConnection, path: str) -> tuple[int, int]:
    """Status and length of the answer at an address."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, len(answer.read())


@contextmanager
def running(command: list[str], port: int, ready: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server that answers."""
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)
    try:
        for _ in range(300):
            try:
                get(connected(port), ready)
                break
            except OSError:
                time.sleep(0.1)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def serving(store: Path, port: int, *options: str) -> list[str]:
    """The command of our server."""
    return [sys.executable, "-c", SERVE, "serve", "--store", str(store), "--port", str(port), *options]


def traces(store: Path, most: int) -> list[str]:
    """Trace queries, as any client would send them."""
    with open_(store) as opened:
        claims = [claim.id for claim in Graph(opened).claims()]
    random.Random(7).shuffle(claims)
    return [as_sparql([claim]) for claim in claims[:most]]


def _client(port: int, path: str, queries: list[str], seconds: float) -> int:
    """How many queries one client got answered."""
    connection = connected(port)
    done, end = 0, time.monotonic() + seconds
    for query in itertools.cycle(queries):
        if time.monotonic() > end:
            return done
        status, size = post(connection, path, query)
        assert status == 200, status
        assert size > 100
        done += 1
    return done


def rate(port: int, path: str, queries: list[str], seconds: float) -> float:
    """Queries a second of four clients in processes of their own."""
    with get_context("spawn").Pool(CLIENTS) as clients:
        clients.starmap(_client, [(port, path, queries, 1.0)] * CLIENTS)
        parts = [(port, path, queries[number::CLIENTS], seconds) for number in range(CLIENTS)]
        return sum(clients.starmap(_client, parts)) / seconds


def against_binary(store: Path, oxigraph: str, seconds: float, rounds: int) -> dict[str, Any]:
    """Both servers in turns, each several times."""
    queries = traces(store, 400)
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        data, dump = Path(folder) / "data", Path(folder) / "all.nq"
        with open_(store) as opened, dump.open("wb") as out:
            opened.dump(out, RdfFormat.N_QUADS)
        subprocess.run([oxigraph, "load", "--location", data, "--file", dump], check=True, capture_output=True)
        binary = [oxigraph, "serve-read-only", "--location", str(data), "--bind", f"127.0.0.1:{BINARY_PORT}"]
        binary.append("--union-default-graph")
        for _ in range(rounds):
            with running(binary, BINARY_PORT, "/"):
                theirs.append(rate(BINARY_PORT, "/query", queries, seconds))
            with running(serving(store, PORT), PORT, "/healthz"):
                ours.append(rate(PORT, "/sparql", queries, seconds))
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return {
        "q/s": [round(r) for r in ours],
        "binary q/s": [round(r) for r in theirs],
        "ratio": round(median(ratios), 2),
    }


def _timed(port: int, query: str) -> tuple[int, float]:
    started = time.perf_counter()
    status, _ = post(connected(port), "/sparql", query)
    return status, time.perf_counter() - started


def _short(port: int, until: Callable[[], bool]) -> dict[str, float]:
    """Milliseconds of short queries sent one after the other, and which statuses other than 200 came."""
    times: list[float] = []
    while not until():
        status, took = _timed(port, SHORT)
        assert status == 200, status
        times.append(1000 * took)
        time.sleep(0.01)
    return {"median": round(median(times), 2), "worst": round(max(times), 1), "first": round(times[0], 1)}


def endless(store: Path) -> dict[str, Any]:
    """Short queries alone, from the moment that twenty endless ones are sent until they end, and the ten seconds after.

    All are sent from this process, so a part of what they take is its own.
    """

    def seconds(number: float) -> Callable[[], bool]:
        end = time.monotonic() + number
        return lambda: time.monotonic() > end

    with running(serving(store, PORT, "--timeout", "20"), PORT, "/healthz"), ThreadPoolExecutor(20) as clients:
        _short(PORT, seconds(1))
        alone = _short(PORT, seconds(5))
        sent = [clients.submit(_timed, PORT, f"# {number}\n{ENDLESS}") for number in range(20)]
        burst = _short(PORT, seconds(1))
        meanwhile = _short(PORT, lambda: any(one.done() for one in sent))
        after = _short(PORT, seconds(10))
        ended = [one.result() for one in sent]
    return {
        "short ms": {"alone": alone, "first second": burst, "meanwhile": meanwhile, "after": after},
        "times": [round(part["median"] / alone["median"], 2) for part in (burst, meanwhile, after)],
        "ended": sorted({status for status, _ in ended}),
        "after s": [round(min(t for _, t in ended), 1), round(max(t for _, t in ended), 1)],
    }


def _memory(session: int) -> float:
    """Megabytes that the processes of a session have to themselves or share among each other."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(entry.name)) == session:
                rollup = (entry / "smaps_rollup").read_text(encoding="ascii")
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue
    return total / 1024


def load(store: Path, minutes: float) -> dict[str, Any]:
    """Mixed load: traces, other queries, all kinds of pages, and now and then a query that never ends."""
    queries = traces(store, 200)
    with open_(store) as opened:
        graph = Graph(opened)
        ids = [r.id for records in (graph.claims()[:200], graph.entities()[:200], graph.articles()) for r in records]
        pages = ["/" + ":".join(id.split(":")[2:]).replace(":", "/") for id in ids]
    pages += ["/", "/articles", "/list/person", "/search?q=" + quote("the plan"), "/query", "/sparql"]
    end = time.monotonic() + 60 * minutes

    def client(number: int) -> list[tuple[str, int]]:
        chosen, wrong = random.Random(number), []
        connection = connected(PORT)
        for turn in itertools.count(1):
            if time.monotonic() > end:
                return wrong
            expected = 200
            if number == 0 and turn % 400 == 0:
                expected, what = 504, "endless"
                status, _ = post(connection, "/sparql", f"# {turn}\n{ENDLESS}")
            elif chosen.random() < 0.6:
                what = "query"
                status, _ = post(connection, "/sparql", chosen.choice([*queries, SHORT]))
            else:
                what = chosen.choice(pages)
                status, _ = get(connection, what)
            done[number] = turn
            if status != expected:
                wrong.append((what, status))
        return wrong

    done = dict.fromkeys(range(CLIENTS), 0)
    memory: list[float] = []
    with running(serving(store, PORT, "--timeout", "5"), PORT, "/healthz") as process:
        with ThreadPoolExecutor(CLIENTS) as clients:
            started = time.monotonic()
            working = [clients.submit(client, number) for number in range(CLIENTS)]
            while time.monotonic() < end:
                time.sleep(0.5)
                memory.append(round(_memory(process.pid)))
            wrong = [found for one in working for found in one.result()]
        time.sleep(1)
        memory.append(round(_memory(process.pid)))
    # The lowest of a minute: a query that never ends takes what it may while it lasts, and gives it all back.
    minute = max(1, round(len(memory) / minutes))
    after_first, at_end = min(memory[minute : 2 * minute] or memory), min(memory[-minute:])
    return {
        "requests": sum(done.values()),
        "a second": round(sum(done.values()) / (end - started)),
        "errors": len(wrong),
        "first errors": wrong[:3],
        "memory MB": memory[:: max(1, len(memory) // 12)],
        "most MB": max(memory),
        "after a minute": after_first,
        "at the end": at_end,
        "ratio": round(at_end / after_first, 3),
    }


def main() -> None:
    """Runs the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--oxigraph", default="oxigraph")
    parser.add_argument("--part", choices=("rate", "endless", "load"), action="append")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    parts = given.part or ["rate", "endless", "load"]
    found: dict[str, Any] = {"cores": os.cpu_count(), "load before": os.getloadavg()[0]}
    if "rate" in parts:
        found["rate"] = against_binary(given.store, given.oxigraph, given.seconds, given.rounds)
    if "endless" in parts:
        found["endless"] = endless(given.store)
    if "load" in parts:
        found["load"] = load(given.store, given.minutes)
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
