"""The page against pyvis's own page of the same graph, in one headless Chromium: `python tests/bench/page.py`.

Prints the time to the first frame, pyvis's time until its layout settles (up to a limit), and frames a second while
the drawing is dragged. With `--store FOLDER --focus NAME` also seconds and memory of `kg export` around that name.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.export import Options
from kg.export.page import payload, render
from tests.browser.conftest import FLAGS, NAMES
from tests.factories import FakeGraph, article, claim, entity, reference

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TYPES = ("person", "organisation", "place", "policy", "event", "document")
FRAMES = """() => { window.frames_ = 0; const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
  requestAnimationFrame(tick); }"""
SETTLED = """limit => new Promise((done) => { const end = () => done(performance.now());
  network.once("stabilizationIterationsDone", end); network.once("stabilized", end);
  setTimeout(() => done(null), limit); })"""


def graph_of(count: int) -> FakeGraph:
    """An invented graph of ``count`` names in which some are named far more often than others."""
    dice = random.Random(count)
    graph = FakeGraph()
    names = [reference(f"Name number {number}", TYPES[number % len(TYPES)]) for number in range(count)]
    text = " ".join(f"Somebody said that number {number} was late." for number in range(count))
    home = graph.add_article(article("bench", text, title="Bench", publisher="The Bench"), text)
    for number, name in enumerate(names):
        near = tuple(names[int(count * dice.random() ** 3)] for _ in range(2))
        graph.add_claim(claim(home, text, f"number {number} was late", speaker=name, about=near))
    graph.add_entities(entity(name.label, name.type) for name in names)
    return graph


def pages(count: int, folder: Path) -> tuple[str, Path]:
    """The address of our page with all names drawn, and pyvis's own page of the same nodes and lines."""
    from pyvis.network import Network

    data = payload(graph_of(count), Options(max_nodes=count, max_claims=2 * count))
    ours, theirs = folder / f"ours-{count}.html", folder / f"pyvis-{count}.html"
    ours.write_bytes(render(data))
    network = Network(directed=True, height="800px", cdn_resources="in_line")
    network.nodes = [{"id": n["id"], "label": " ".join(n["lines"]), "shape": "dot"} for n in data["nodes"]]
    network.node_ids = [n["id"] for n in data["nodes"]]
    network.edges = [{"from": e["from"], "to": e["to"], "arrows": "to"} for e in data["edges"]]
    theirs.write_text(network.generate_html(), encoding="utf-8")
    print(f"{count} names, {len(data['edges'])} lines: page {ours.stat().st_size / 1e6:.1f} MB", flush=True)
    whole = [scope["kind"] for scope in data["scopes"]].index("all")
    return f"{ours.as_uri()}#v=network&s={whole}", theirs


def first_frame(browser: Browser, address: str) -> float:
    """Seconds from opening the page to its first painted frame: the median of three."""
    times = []
    for _ in range(3):
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address)
        page.wait_for_function("performance.getEntriesByName('first-frame').length > 0", timeout=120_000)
        times.append(page.evaluate("performance.getEntriesByName('first-frame')[0].startTime") / 1000)
        page.close()
    return sorted(times)[1]


def settled(browser: Browser, path: Path, limit: float) -> float | None:
    """Seconds until pyvis's layout has settled, or none where it does not within the limit."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.set_default_timeout(1000 * limit + 60_000)
    page.route("http*://**", lambda route: route.abort())
    page.goto(path.as_uri(), wait_until="domcontentloaded")
    found: float | None = page.evaluate(SETTLED, 1000 * limit)
    page.close()
    return found and found / 1000


def dragging(browser: Browser, address: str, seconds: float = 3) -> float:
    """Frames a second while the whole drawing is dragged to and fro."""
    page = browser.new_page(viewport={"width": 1400, "height": 900})
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('first-frame').length > 0")
    page.mouse.move(300, 150)
    page.mouse.down()
    page.evaluate(FRAMES)
    started, step = time.monotonic(), 0
    while time.monotonic() - started < seconds:
        step += 1
        page.mouse.move(500 + step % 300, 200 + step % 200)
    frames: int = page.evaluate("window.frames_")
    rate = frames / (time.monotonic() - started)
    page.mouse.up()
    page.close()
    return rate


def export(store: str, focus: str, folder: Path) -> None:
    """Seconds and memory of `kg export` around one name."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "export", str(folder / "focus.html")]
    started = time.monotonic()
    process = subprocess.Popen([*command, "--store", store, "--focus", focus])
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit("kg export failed")
    wall, cpu = time.monotonic() - started, usage.ru_utime + usage.ru_stime
    print(f"kg export --focus {focus}: {wall:.1f} s ({cpu:.1f} s CPU), {usage.ru_maxrss / 1024:.0f} MB")


def measure(browser: Browser, count: int, limit: float, folder: Path) -> None:
    """All figures of one size."""
    ours, theirs = pages(count, folder)
    first = first_frame(browser, ours)
    print(f"  first frame      {first:7.2f} s", flush=True)
    print(f"  dragging         {dragging(browser, ours):7.0f} frames a second", flush=True)
    if limit:
        end = settled(browser, theirs, limit)
        share = f"{end:7.1f} s; our first frame comes in 1/{end / first:.0f} of it" if end else ""
        told = share or f"not within {limit:.0f} s"
        print(f"  pyvis settles    {told}", flush=True)


def main() -> None:
    """Runs all."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[300, 1500, 3000])
    parser.add_argument("--limit", type=float, default=120, help="seconds to wait for pyvis; 0 leaves it out")
    parser.add_argument("--store", help="a store to export from")
    parser.add_argument("--focus", help="the name to export around")
    arguments: Any = parser.parse_args()
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit("no Chromium found: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        for count in arguments.sizes:
            measure(browser, count, arguments.limit, Path(folder))
        browser.close()
        if arguments.store and arguments.focus:
            export(arguments.store, arguments.focus, Path(folder))


if __name__ == "__main__":
    main()
