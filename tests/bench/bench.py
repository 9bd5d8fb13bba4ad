"""Speed and memory against named baselines, measured in one run: `python tests/bench/bench.py FOLDER_OF_ARTICLES`.

CPU seconds, not wall seconds: they hold on a machine that others use too. Every line that ends in a ratio names what
it is a ratio to.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph

import kg
from ingest import pipeline, run
from ingest.document import lay_out
from ingest.extract import load
from ingest.extract.learned import Learned
from kg import resources
from kg.model import Article
from kg.trace import trace_claim

KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds of a call in this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def command(*arguments: str) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak memory in MB of a `kg` command in a process of its own."""
    started = time.monotonic()
    process = subprocess.Popen([*KG, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"kg {' '.join(arguments)} ended with status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024


def extraction(articles: list[Article]) -> float:
    """CPU seconds of extracting all articles, the first one left out of the time (it loads the word lists)."""
    rules = load("rules")
    pipeline.extract(articles[0], rules)
    return cpu(lambda: [pipeline.extract(article, rules) for article in articles])


def bare_extend(store: Path, folder: Path) -> tuple[float, int]:
    """CPU seconds of writing a store's quads with the engine alone, an article at a time, and how many quads."""
    with kg.open(store) as g:
        iris, keys = g.store.iris, g.reader.keys()
        batches = [[*g.store.graph(iris.says(key)), *g.store.graph(iris.resolves(key))] for key in keys]
        batches.append(list(g.store.graph(iris.entities)))
    engine = Oxigraph(str(folder))

    def write() -> None:
        for batch in batches:
            engine.extend(batch)
        engine.flush()

    return cpu(write), sum(map(len, batches))


def bench_ingest(folder: Path, scratch: Path) -> Path:
    """`kg ingest` against extraction and a bare extend."""
    articles = [a for a in run.read([str(folder)]) if isinstance(a, Article)]
    seconds = extraction(articles)
    print(f"rules            {len(articles) / seconds:8.1f} articles a second on one core ({len(articles)} articles)")
    store = scratch / "store"
    whole, _, peak = command("ingest", str(folder), "--store", str(store), "--extractor", "rules")
    extended, quads = bare_extend(store, scratch / "bare")
    base = seconds + extended
    print(f"kg ingest        {whole:8.2f} s CPU; {whole / base:.2f} x extraction + bare extend")
    print(f"                 ({seconds:.2f} s + {extended:.2f} s for the same {quads} quads)")
    print(f"kg ingest        {peak:8.0f} MB peak memory")
    return store


class Recorded:
    """A session that notes what it is asked, to ask it again."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.asked: list[dict[str, Any]] = []

    def run(self, outputs: None, inputs: dict[str, Any]) -> Any:
        """The session's answer."""
        self.asked.append(inputs)
        return self.session.run(outputs, inputs)

    def again(self) -> None:
        """Asks all of it again."""
        for inputs in self.asked:
            self.session.run(None, inputs)


def bench_model(folder: Path, scratch: Path) -> None:
    """`kg ingest` with the model against the bare ONNX sessions over the same windows, on one job and on two."""
    articles = [a for a in run.read([str(folder)]) if isinstance(a, Article)]
    learned = Learned()
    encoder, frames = Recorded(learned.tagger.encoder), Recorded(learned.tagger.frames)
    learned.tagger.encoder, learned.tagger.frames = encoder, frames  # type: ignore[assignment]
    for article in articles:
        learned.read(lay_out(article.text))
    bare = [cpu(lambda: (encoder.again(), frames.again())) for _ in range(3)]
    base = sorted(bare)[1]
    print(f"bare sessions    {base:8.2f} s CPU, {len(articles) / base:.1f} articles a second")
    wholes, walls = [], {}
    for jobs in ("1", "1", "1", "2", "2", "2"):
        arguments = ["ingest", str(folder), "--store", str(scratch / f"jobs{len(wholes)}"), "--extractor", "model"]
        whole, wall, peak = command(*arguments, "--jobs", jobs)
        wholes.append(whole)
        walls[jobs] = min(wall, walls.get(jobs, wall))
    print(
        f"kg ingest        {sorted(wholes[:3])[1]:8.2f} s CPU; {sorted(wholes[:3])[1] / base:.2f} x the bare sessions"
    )
    print(f"kg ingest        {walls['1'] / walls['2']:8.2f} x the articles a second on two jobs as on one")
    text = "\n\n".join(article.text for article in articles)
    words = text.split(" ")
    long = scratch / "long.txt"
    long.write_text(" ".join((words * (200_000 // len(words) + 1))[:200_000]), encoding="utf-8")
    arguments = [
        "ingest",
        str(long),
        "--store",
        str(scratch / "long"),
        "--extractor",
        "model",
        "--max-bytes",
        "9999999",
    ]
    seconds, _, peak = command(*arguments)
    print(f"200,000 words    {seconds:8.2f} s CPU, {peak:.0f} MB peak memory, as one article")


def bench_questions(store: Path, rounds: int) -> None:
    """Traces and who-said-what against the same SPARQL through the engine alone."""
    with kg.open(store) as g:
        claims = [claim.id for claim in g.claims(mode="direct")]
        asked = [claims[i * len(claims) // rounds] for i in range(rounds)] if len(claims) > rounds else claims
        text = resources.query_text("trace")

        def bare(claim: str) -> None:
            list(g.store.query(text, {"claim": NamedNode(claim)}))  # type: ignore[arg-type]

        def ours(claim: str) -> None:
            assert trace_claim(g.store, claim)

        _compare(f"{len(asked)} traces", lambda: [ours(c) for c in asked], lambda: [bare(c) for c in asked])
        people = sorted((e for e in g.entities() if e.type == "person"), key=lambda e: -e.claims_by)[:50]
        text = resources.query_text("who-said-what")
        _compare(
            f"who-said-what of {len(people)}",
            lambda: [g.query("who-said-what", speaker=p.id) for p in people],
            lambda: [list(g.store.query(text, {"speaker": NamedNode(p.id)})) for p in people],  # type: ignore[arg-type]
        )


def _compare(name: str, ours: Callable[[], object], bare: Callable[[], object]) -> None:
    for work in (ours, bare):
        work()
    ratios = []
    for _ in range(3):
        base = cpu(bare)
        ratios.append((cpu(ours) / base, base))
    ratio, base = sorted(ratios)[1]
    print(f"{name:24s} {ratio:5.2f} x the same SPARQL through bare pyoxigraph ({base:.2f} s CPU)")


def main() -> None:
    """Runs all, on a folder of articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(run.__file__).parent / "samples")
    parser.add_argument("--traces", type=int, default=1000)
    parser.add_argument("--verify", action="store_true", help="also measure kg verify, which takes its time")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        walls = sorted(command("--help")[1] for _ in range(5))
        print(f"kg --help        {walls[2]:8.2f} s (median of 5)")
        store = bench_ingest(arguments.folder, Path(scratch))
        bench_model(arguments.folder, Path(scratch))
        bench_questions(store, arguments.traces)
        if arguments.verify:
            seconds, _, peak = command("verify", "--store", str(store))
            print(f"kg verify        {seconds:8.2f} s CPU, {peak:.0f} MB peak memory")
    print(f"this process     {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB peak memory")


if __name__ == "__main__":
    main()
