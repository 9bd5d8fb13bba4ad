"""A Chromium for the tests of the page."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import parse_qs, urlsplit

import pytest

from kg.export import Options, write
from kg.export.page import page, payload

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LIVE = "http://localhost:9/"
"""Where a page stands as if a server gave it; nothing is asked there, the tests answer."""
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Opened:
    """A page and what it did behind the reader's back."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the tests are skipped, in CI they fail."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        _do_without("no Chromium found: apt-get install chromium")
    try:
        from playwright import sync_api
    except ImportError:
        _do_without("playwright is not installed: pip install '.[test]'")
    with sync_api.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


def _do_without(missing: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Exports a graph, opens it at an address within the page, and listens."""
    with _listening(browser) as listen:

        def open_(graph: Any, address: str = "", *, options: Options | None = None, **look: Any) -> Opened:
            path = write(graph, tmp_path / "graph.html", options or Options(title="Harbour election"))
            opened = listen(**look)
            opened.page.goto(path.as_uri() + address)
            return opened

        yield open_


@pytest.fixture
def open_live(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens the page that a server would give of a graph; asked for more it answers as one, or with ``trouble``."""
    with _listening(browser) as listen:

        def open_(graph: Any, focus: str, address: str = "", *, trouble: int | None = None, **look: Any) -> Opened:
            def answer(route: Route) -> None:
                asked = {name: values[0] for name, values in parse_qs(urlsplit(route.request.url).query).items()}
                most, drawn = int(asked["max"]), tuple(asked["with"].split())
                near = Options(focus=asked["focus"], hops=int(asked["hops"]), max_nodes=most, beside=drawn)
                if trouble is None:
                    route.fulfill(content_type="application/json", body=json.dumps(payload(graph, near)))
                elif trouble:
                    route.fulfill(status=trouble, body="in the server's words")
                else:
                    route.abort()

            opened = listen(**look)
            live = page(graph, Options(focus=focus), server="/data")
            opened.page.route(LIVE, lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=live))
            opened.page.route(f"{LIVE}data?*", answer)
            opened.page.goto(LIVE + address)
            return opened

        yield open_


@contextmanager
def _listening(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens empty pages, and notes what goes on in them."""
    contexts = []

    def open_(*, width: int = 1400, dark: bool = False) -> Opened:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("console", lambda message: opened.complaints.append(message.text))
        opened.page.on("pageerror", lambda problem: opened.complaints.append(str(problem)))
        opened.page.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
        return opened

    yield open_
    for context in contexts:
        context.close()
