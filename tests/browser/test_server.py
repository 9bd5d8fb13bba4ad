"""The server's pages in a browser: what they load, and what their text does there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.api import Graph
from kg.store import open_
from tests.kg.web.conftest import Served, make_store, serve
from tests.stores import HARBOUR, QUAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.server]

HOSTILE = "<script>window.fired=1</script><img src=x onerror='window.fired=2'>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of two articles, one of them hostile."""
    hostile = replace(
        HARBOUR,
        title=f"Wall {HOSTILE}",
        publisher=f"Ledger {HOSTILE}",
        authors=(f"Ines {HOSTILE}",),
        url="javascript:window.fired=3",
        text=HARBOUR.text.replace("ten years", f"ten {HOSTILE} years"),
    )
    server = serve(make_store(tmp_path_factory.mktemp("site") / "store", [hostile, QUAY]))
    yield server
    server.stop()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of the two articles as they are."""
    server = serve(make_store(tmp_path_factory.mktemp("plain") / "store", [HARBOUR, QUAY]))
    yield server
    server.stop()


@pytest.fixture
def visit(browser: Browser, site: Served) -> Iterator[tuple[Page, list[str], list[str]]]:
    """A browser's page, what it asked for, and what it complained about."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, asked, complaints
    context.close()


def test_editor_asks_this_server_and_nobody_else(plain: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """It loads, runs a query, shows the rows, and complains of nothing."""
    page, asked, complaints = visit
    page.goto(plain.address + "/query", wait_until="networkidle")
    page.wait_for_selector(".CodeMirror")
    page.click(".CodeMirror")
    page.keyboard.press("End")
    page.keyboard.type(" # foaf:")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    assert "Mara Ellison" in page.inner_text(".yasr")
    assert [url for url in asked if not url.startswith((plain.address, "data:", "blob:"))] == []
    assert f"{plain.address}/sparql" in asked
    assert complaints == [], complaints


def test_hostile_results_fire_nothing_in_the_editor(site: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """The policy blocks what the editor's table would let through."""
    page, asked, _ = visit
    page.goto(site.address + "/query", wait_until="networkidle")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    page.wait_for_timeout(500)
    assert page.evaluate("window.fired") is None
    assert [url for url in asked if not url.startswith((site.address, "data:", "blob:"))] == []


def test_example_fills_the_editor(site: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """A click on a query that comes with the package."""
    page, _, complaints = visit
    page.goto(site.address + "/query", wait_until="networkidle")
    page.click("details.example summary >> nth=0")
    page.click("details.example a >> nth=0")
    assert "PREFIX kg:" in page.inner_text(".CodeMirror")
    assert complaints == []


def test_hostile_text_fires_nothing(site: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """On any kind of page; it stands there as text."""
    page, asked, complaints = visit
    with open_(site.store) as opened:
        graph = Graph(opened)
        ids = [record.id for record in (*graph.articles(), *graph.claims()[:3], *graph.entities()[:3])]
        paths = ["/" + opened.iris.compact(id).replace(":", "/") for id in ids]
    for path in ["/", "/articles", "/search?q=%3Cscript%3E", "/query", *paths]:
        page.goto(site.address + path)
        assert page.evaluate("window.fired") is None, path
    assert [url for url in asked if not url.startswith((site.address, "data:"))] == []
    assert complaints == []


def test_the_graph_grows(plain: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """The live graph asks this server for what is around a name, draws it, and takes it back."""
    page, asked, complaints = visit
    page.goto(plain.address + "/graph?focus=person:mara-ellison&max=2#v=network&n=person:mara-ellison")
    assert page.title() == "Mara Ellison"
    before = page.locator("#canvas").get_attribute("aria-label")
    page.get_by_role("button", name="Expand").click()
    page.locator("#grown", has_text="names added around Mara Ellison").wait_for()
    assert page.locator("#canvas").get_attribute("aria-label") != before
    page.get_by_role("button", name="Undo").click()
    assert page.locator("#canvas").get_attribute("aria-label") == before
    assert {url.split("?")[0] for url in asked} == {f"{plain.address}/graph", f"{plain.address}/data"}
    assert complaints == []


def test_pages_read_without_scripts(browser: Browser, site: Served, tmp_path: Path) -> None:
    """The editor too: a form to write a query into."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + "/person/mara-ellison")
    assert "We promise to finish the new wall" in page.inner_text("main")
    page.goto(site.address + "/query")
    assert page.locator("noscript textarea").count() == 1
    context.close()
