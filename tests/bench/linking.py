"""How the resolution of entities grows with the store: `python tests/bench/linking.py FOLDER_OF_TEXTS [--most 10000]`.

Makes as many articles as asked for out of a folder of texts, with names and numbers varied by a seeded generator,
takes them in with the rules on one process, and prints at each doubling the CPU seconds in all, those in linking
(counting names, grouping keys, finding what must be written anew), and those in which the engine writes it all.
The growth is printed as a ratio to n log n: at most 1 where it grows no faster.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any

from ingest import run
from kg import store
from kg.link import Linker
from kg.model import Article
from kg.store import Store

STEPS = 4
"""How many doublings the curve shows."""
VARIED = 0.5
"""The share of name parts that an article changes; the others stay, so that some names are everywhere."""

_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
_NUMBER = re.compile(r"\b\d[\d,]*\b")


@cache
def name_parts(number: int = 3000) -> tuple[list[str], list[float]]:
    """Invented name parts, and how often each is drawn: a few often, most of them seldom."""
    rng = random.Random(4)
    syllables = re.findall(r"\w+", "ba del gru kin lo mas nor re sel tan vo bren drus gri sta tro fal mi lus ger do an")
    made = {"".join(rng.choices(syllables, k=rng.choice((2, 3, 3)))).capitalize() for _ in range(2 * number)}
    parts = sorted(made)[:number]
    return parts, list(accumulate(1 / (rank + 20) for rank in range(len(parts))))


def varied(text: str, seed: int) -> str:
    """A text with its names and numbers changed, each consistently throughout the text."""
    rng = random.Random(seed)
    parts, weights = name_parts()
    swaps: dict[str, str] = {}
    for name in _NAME.findall(text):
        for part in name.split():
            if part not in swaps:
                changes = rng.random() < VARIED
                swaps[part] = rng.choices(parts, cum_weights=weights)[0] if changes else part
    text = re.sub(r"\b[A-Z][a-z]+\b", lambda word: swaps.get(word[0], word[0]), text)
    return _NUMBER.sub(lambda number: _other_number(number[0], rng), text)


def _other_number(number: str, rng: random.Random) -> str:
    return "".join(str(rng.randint(1, 9)) if c.isdigit() and rng.random() < 0.5 else c for c in number)


def articles(folder: Path, number: int) -> Iterator[Article]:
    """As many articles as asked for."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    for index in range(number):
        text = varied(texts[index % len(texts)], index)
        yield Article(f"{index:05}.txt", text, raw_sha256=sha256(text.encode()).hexdigest())


class Clock:
    """CPU seconds spent in a method, which it stands in for."""

    def __init__(self, owner: Any, name: str) -> None:
        self.seconds = 0.0
        self.last = 0.0
        inner: Callable[..., Any] = getattr(owner, name)

        def timed(*arguments: Any, **more: Any) -> Any:
            started = time.process_time()
            try:
                return inner(*arguments, **more)
            finally:
                self.last = time.process_time() - started
                self.seconds += self.last

        setattr(owner, name, timed)


def measure(folder: Path, most: int, where: Path) -> None:
    """Takes the articles in and prints a line at each doubling."""
    put, write = Clock(Linker, "put"), Clock(Store, "write")
    checkpoints = [most >> step for step in reversed(range(STEPS))]
    began, before = time.process_time(), (0, 0.0)
    print("articles  seconds   linking  share    writing  growth of linking / n log n")

    def progress(report: run.Report) -> None:
        nonlocal before
        if report.done in checkpoints:
            checkpoints.remove(report.done)
            whole, linking = time.process_time() - began, put.seconds - write.seconds
            n, earlier = before
            growth = (
                f"{linking / earlier / (report.done * math.log(report.done) / (n * math.log(n))):6.2f}" if n else ""
            )
            print(
                f"{report.done:8}  {whole:7.1f}  {linking:8.1f}  {linking / whole:5.1%}  {write.seconds:8.1f}  "
                f"{growth}",
                flush=True,
            )
            before = report.done, linking

    with store.create(where) as opened:
        run.ingest(opened, articles(folder, most), extractor="rules", progress=progress)


def main() -> None:
    """Measures, in a folder that is gone afterwards unless one is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=10_000, help="how many articles at the end of the curve")
    parser.add_argument("--store", type=Path, help="keep the store here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        measure(arguments.folder, arguments.most, arguments.store or Path(scratch) / "store")


if __name__ == "__main__":
    main()
