"""The server's pages in a browser: what they load, and what their text does there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from kg.api import Graph
from kg.store import open_
from tests.browser.axe import violations
from tests.kg.web.conftest import Served, make_store, serve
from tests.stores import HARBOUR, QUAY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.server]

HOSTILE = (
    "<script>window.fired=1</script><img src=x onerror='window.fired=2'><a href='javascript:window.fired=3'>go</a>"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of two articles, one of them hostile."""
    hostile = replace(
        HARBOUR,
        title=f"Wall {HOSTILE}",
        publisher=f"Ledger {HOSTILE}",
        authors=(f"Ines {HOSTILE}",),
        url="javascript:window.fired=4",
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
    lines, buttons = (page.locator(place).bounding_box() for place in (".CodeMirror-line >> nth=0", ".yasqe_buttons"))
    inset = page.eval_on_selector(".CodeMirror-line", "(line) => parseFloat(getComputedStyle(line).paddingRight)")
    assert lines["x"] + lines["width"] - inset <= buttons["x"]  # no words below the buttons
    page.keyboard.press("End")
    page.keyboard.type(" # foaf:")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    assert "Mara Ellison" in page.inner_text(".yasr")
    assert [url for url in asked if not url.startswith((plain.address, "data:", "blob:"))] == []
    assert f"{plain.address}/sparql" in asked
    assert complaints == [], complaints


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without it"])
def test_hostile_results_stay_text(bypass: bool, site: Served, browser: Browser) -> None:
    """In the table, in the raw response and in an error: by themselves, also where no policy would stop them."""
    context = browser.new_context(bypass_csp=bypass)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    told = 'BIND("<b>bold</b>" AS ?told) BIND(<javascript:window.fired=5> AS ?iri)'
    page.goto(
        f"{site.address}/query?query={quote(f'SELECT * {{ ?a schema:headline ?words {told} }}')}",
        wait_until="networkidle",
    )
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    table = page.inner_text(".yasr table")
    assert HOSTILE in table
    assert "<b>bold</b>" in table
    assert page.locator(".yasr_results").locator("img, script, b, [href^=javascript]").count() == 0
    page.click(".select_response")
    page.wait_for_selector(".yasr .CodeMirror-line")
    assert "onerror='window.fired=2'" in page.inner_text(".yasr .CodeMirror")
    assert page.locator(".yasr_results").locator("img, script, b").count() == 0
    page.goto(f"{site.address}/query?query={quote(HOSTILE)}", wait_until="networkidle")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr .errorResult", timeout=15_000)
    for mark in page.locator(".parseErrorIcon").all():
        mark.hover()
    assert page.locator("#editor").locator("img, script").count() == 0
    assert page.evaluate("window.fired") is None
    assert [url for url in asked if not url.startswith((site.address, "data:", "blob:"))] == []
    context.close()


def test_results_lead_to_the_pages(plain: Served, visit: tuple[Page, list[str], list[str]]) -> None:
    """From an id in a table to the thing; further rows come at a click."""
    page, _, complaints = visit
    many = "SELECT ?claim ?n { ?claim a kg:Claim VALUES ?n { " + " ".join(map(str, range(60))) + " } }"
    page.goto(f"{plain.address}/query?query={quote(many)}", wait_until="networkidle")
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    assert page.locator(".yasr tbody tr").count() == 100
    page.get_by_role("button", name="Show more rows").click()
    assert page.locator(".yasr tbody tr").count() == 200
    address = page.locator(".yasr td a").first.get_attribute("href")
    assert address
    page.goto(plain.address + address)
    assert "Evidence chain" in page.inner_text("main")
    assert complaints == []


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
    for path in ["/", "/articles", "/claims", "/figures", "/search?q=%3Cscript%3E", "/query", *paths]:
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


def paths_of(served: Served) -> list[str]:
    """An address of every kind of page."""
    with open_(served.store) as opened:
        graph = Graph(opened)
        embedded = next(claim for claim in graph.claims() if claim.embedded_in)
        ids = [graph.articles()[0].id, embedded.id, graph.figures()[0].id]
        ids += [entity.id for entity in {entity.type: entity for entity in graph.entities()}.values()]
        things = ["/" + opened.iris.compact(id).replace(":", "/") for id in ids]
    lists = ["/", "/articles", "/claims", "/figures", "/list/person", "/search", "/search?q=wall", "/search?q=zebra"]
    return [*lists, *things, "/person/mara-ellison?show=said", "/person/mara-elison", "/query"]


@pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(dark: bool, width: int, plain: Served, browser: Browser) -> None:
    """axe-core has no complaint about any page, with everything open that can be; nothing is wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
    page = context.new_page()
    for path in paths_of(plain):
        page.goto(plain.address + path)
        page.evaluate("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
        assert violations(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.click(".yasqe_queryButton")
    page.wait_for_selector(".yasr table td", timeout=15_000)
    assert violations(page) == []
    page.click(".select_response")
    page.wait_for_selector(".yasr .CodeMirror-line")
    assert violations(page) == []
    context.close()


def test_a_claim_can_be_taken_away(plain: Served, browser: Browser) -> None:
    """Its citation in three forms, its address, and the query that gives it, each at one click; so its article."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    with open_(plain.store) as opened:
        graph = Graph(opened)
        claim = next(claim for claim in graph.claims() if "Nobody will have to move" in claim.text)
        address = plain.address + "/" + opened.iris.compact(claim.id).replace(":", "/")
    page.goto(address)
    shown = dict(
        page.eval_on_selector_all("pre[data-copy]", "all => all.map((one) => [one.dataset.copy, one.textContent])")
    )
    copied = {}
    for name in ("citation", "Markdown", "BibTeX", "link", "SPARQL"):
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_selector("#told:not([hidden])")
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    assert copied["citation"].startswith("Mara Ellison: “Nobody will have to move,” In: ")
    assert "“Fishers doubt the sea wall”, Quayside Post, 2025-03-06" in copied["citation"]
    assert copied["Markdown"].startswith("> “Nobody will have to move,”")
    assert copied["BibTeX"].startswith("@article{abara2025,")
    assert copied["link"] == address
    assert shown == {name: text for name, text in copied.items() if name != "link"}
    assert f"VALUES ?claim {{ <{claim.id}> }}" in copied["SPARQL"]
    page.get_by_role("link", name="Fishers doubt the sea wall").first.click()
    for name in ("citation", "Markdown", "BibTeX"):
        page.get_by_role("button", name=name, exact=True).click()
        page.wait_for_selector("#told:not([hidden])")
        copied[name] = page.evaluate("navigator.clipboard.readText()")
    assert "“Fishers doubt the sea wall”, Quayside Post, 2025-03-06" in copied["citation"]
    assert "characters" not in copied["citation"]
    assert "Fishers doubt the sea wall" in copied["Markdown"]
    assert copied["BibTeX"].startswith("@article{abara2025,")
    assert "note" not in copied["BibTeX"]
    context.close()


def test_a_claim_is_one_click_from_its_place_in_the_text(plain: Served, browser: Browser) -> None:
    """Marked there; and from the text one click leads back."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(plain.address + "/person/mara-ellison")
    page.get_by_role("link", name="Evidence and citation").first.click()
    here = page.url
    page.get_by_role("link", name="In the whole text").click()
    assert page.locator("span:target + a.quoted.here").count() == 1
    page.locator("a.quoted.here").first.click()
    page.wait_for_url(here)
    context.close()
