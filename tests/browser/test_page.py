"""The exported page in a browser: what a reader sees and does, and that it asks nobody for anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.export import Options
from kg.model import Role
from tests.factories import FakeGraph, article, claim, entity, newsroom, reference

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(2)</script>",
    '<a href="javascript:alert(3)">href</a>',
    "javascript:alert(4)",
    "\u202egnorw\u2066 way",
    "nul\0nul",
    "__proto__",
    "constructor",
    "{{7*7}}",
    "x' onmouseover='alert(5)",
)


LAMP = "https://lamp.example/1"


def visit(page: Any, address: str) -> None:
    """Follows an address within the page."""
    page.evaluate(
        """address => new Promise((done) => {
          addEventListener("hashchange", () => setTimeout(done, 0), { once: true });
          location.hash = address;
        })""",
        address,
    )


def hostile() -> FakeGraph:
    """A graph in which every field that text can reach holds something that would like to be code."""
    graph = FakeGraph()
    for number, words in enumerate(HOSTILE):
        text = f"{words} said that {words} is here. And {words} again."
        home = graph.add_article(
            article(f"source {words}", text, title=words, publisher=words, authors=(words,), date=words, url=words),
            text,
        )
        other = HOSTILE[(number + 1) % len(HOSTILE)]
        graph.add_claim(
            claim(home, text, f"{words} is here", speaker=reference(words), about=(reference(other),), cue=words,
                  type=words, mode=words, polarity=words, certainty=words)
        )  # fmt: skip
        graph.add_relation(reference(words), words, reference(other), role=words, source=home.source, end=len(words))
    graph.add_entities(entity(words, aliases=(words,), roles=(Role(words, words),)) for words in HOSTILE)
    return graph


def test_no_request_leaves_the_page(open_page: Open) -> None:
    """Opening the page and looking at every view asks for nothing but the file itself, and nothing complains."""
    opened = open_page(newsroom())
    for view in ("Evidence chain", "List", "Network"):
        opened.page.get_by_role("button", name=view, exact=True).click()
    opened.page.wait_for_timeout(300)
    outside = [url for url in opened.requests if not url.startswith(("file:", "data:"))]
    assert outside == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1
    assert opened.complaints == []


def test_hostile_text_does_nothing(open_page: Open) -> None:
    """Labels, words, titles, links and types that hold code are shown as text, in every view and panel."""
    opened = open_page(hostile(), options=Options(title="<img src=x onerror=alert(9)>"))
    page = opened.page
    for view in ("network", "chain", "list"):
        for entity_ in hostile().records().entities:
            visit(page, f"#v={view}&n={entity_.id}")
        for record in hostile().records().claims:
            visit(page, f"#v={view}&c={record.id}")
    page.fill("#search", "<img")
    page.wait_for_timeout(300)
    assert page.locator("img, iframe, object, embed, form, base").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("a:not(.skip)").count() == 0
    assert "<img" in page.locator("#found").inner_text()
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(
    "word", ["__proto__", "constructor", "toString", "%", "%E0%A4%A", "person:nobody", "a&n=b&v=tree"]
)
def test_a_link_to_nobody_says_so(word: str, open_page: Open) -> None:
    """An address that names nothing on the page opens the page all the same."""
    opened = open_page(newsroom(), f"#n={word}")
    assert opened.page.get_by_role("alert").is_visible()
    assert opened.complaints == []


def test_a_click_on_a_node_shows_the_exact_words(open_page: Open) -> None:
    """A node opens a panel with who said it, the cue, the words in their context, and where they stand."""
    text = "Ana Rey said on Monday that the tram was late again. Nobody answered."
    graph = FakeGraph()
    home = graph.add_article(
        article("t", text, title="Trams", publisher="The Lamp", authors=("Bo Li",), date="2025-03-04", url=LAMP), text
    )
    graph.add_claim(claim(home, text, "the tram was late again", speaker=reference("Ana Rey"), cue="said"))
    graph.add_entities([entity("Ana Rey")])
    opened = open_page(graph)
    opened.page.locator("#canvas canvas").click()
    panel = opened.page.locator("#panel")
    panel.locator("blockquote").wait_for()
    assert panel.get_by_role("heading", name="Ana Rey", exact=True).is_visible()
    assert panel.locator("blockquote").inner_text() == "the tram was late again"
    assert panel.locator("mark").all_inner_texts() == ["the tram was late again"]
    assert panel.locator(".context").inner_text() == text
    assert "said" in panel.locator(".who").inner_text()
    assert panel.locator(".from").first.inner_text() == "Trams · The Lamp · by Bo Li · 2025-03-04"
    assert panel.locator(".from a").first.get_attribute("href") == LAMP
    assert "n=urn:claimgraph:person:ana-rey" in opened.page.url


def test_a_line_shows_the_claims_behind_it(open_page: Open) -> None:
    """The panel of a line between two names lists what one said about the other."""
    graph = newsroom()
    opened = open_page(graph)
    for number in range(70):
        visit(opened.page, f"#e=e{number}")
        words = opened.page.locator("#panel h2").inner_text()
        if words == "Mara Quellin · Tobias Errenwald":
            break
    quotes = opened.page.locator("#panel blockquote").all_inner_texts()
    assert "“We will not pay for Mr Errenwald's posters,”" in quotes
    assert len(quotes) == 2


def test_the_chain_has_every_step(open_page: Open) -> None:
    """The evidence chain of a policy shows outlets, articles, words, speakers and subjects."""
    opened = open_page(newsroom(), "#v=chain&n=policy:handgun-registry")
    chain = opened.page.locator("#chain")
    for words in (
        "Radio Saltmarsh",
        "Registry of handguns back on the table",
        "“disarms the honest and bores the rest”",
    ):
        assert chain.get_by_text(words).first.is_visible()
    assert chain.locator(".box.quote").count() == 4
    chain.locator(".box.quote").first.click()
    assert opened.page.locator("#panel mark").count() == 1
    assert chain.locator(".box.quote.here").count() == 1


def test_the_list_holds_every_claim(open_page: Open) -> None:
    """The list has a row for each claim, and a search narrows it."""
    graph = newsroom()
    opened = open_page(graph, "#v=list")
    rows = opened.page.locator("#list tbody tr")
    assert rows.count() == len(graph.records().claims)
    opened.page.fill("#search", "ines calderwood registry")
    assert rows.count() == 2


def test_the_list_goes_on_to_a_claim_far_down(open_page: Open) -> None:
    """A link to a claim beyond the first hundred shows its row; a button shows the rest, a hundred at a time."""
    text = " ".join(f"Ana said the tram number {number} was late." for number in range(350))
    graph = FakeGraph()
    home = graph.add_article(article("a", text), text)
    for number in range(350):
        graph.add_claim(claim(home, text, f"the tram number {number} was late", speaker=reference("Ana")))
    graph.add_entities([entity("Ana")])
    opened = open_page(graph, f"#v=list&c={graph.records().claims[150].id}")
    rows = opened.page.locator("#list tbody tr")
    assert rows.count() == 151
    assert opened.page.locator("#list tr.here").inner_text().count("number 150 was late") == 1
    opened.page.get_by_role("button", name="Show 100 more").click()
    assert rows.count() == 251


def test_search_finds_names_and_words(open_page: Open) -> None:
    """A name is found without accents, by keyboard alone."""
    opened = open_page(newsroom())
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("ines")
    assert opened.page.get_by_role("option").first.inner_text() == "Inés Calderwood"
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Inés Calderwood"
    opened.page.keyboard.press("Escape")
    assert opened.page.locator("#panel h2").inner_text() == "Choose a name or a line"


def test_the_network_can_be_walked_by_keyboard(open_page: Open) -> None:
    """Arrow keys walk through the drawn names, each is spoken, and Enter opens its panel."""
    opened = open_page(newsroom())
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#spoken").inner_text() == "New high-security prison, Policy, 8 claims"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "New high-security prison"


def test_an_outlet_can_be_left_out(open_page: Open) -> None:
    """Without an outlet its claims are gone from the list and the panels; reset brings them back."""
    opened = open_page(newsroom(), "#v=list")
    rows = opened.page.locator("#list tbody tr")
    opened.page.get_by_label("Civic Wire").uncheck()
    assert rows.count() == 29
    opened.page.get_by_role("button", name="Reset").click()
    assert rows.count() == 39


def test_a_type_can_be_left_out(open_page: Open) -> None:
    """The legend's boxes hide names of a type; the keyboard walk then passes them by."""
    opened = open_page(newsroom())
    opened.page.get_by_label("Policies").uncheck()
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    assert "Policy" not in opened.page.locator("#spoken").inner_text()


def test_a_narrow_screen_begins_with_the_list(open_page: Open) -> None:
    """On a phone the page opens on the list, a claim covers the screen, and closing it leads back."""
    opened = open_page(newsroom(), width=390)
    assert opened.page.locator("#list").is_visible()
    assert not opened.page.locator("#panel").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    opened.page.locator("#list .open").first.click()
    assert opened.page.locator("#panel mark").is_visible()
    opened.page.get_by_role("button", name="Close").click()
    assert not opened.page.locator("#panel").is_visible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("address", ["", "#v=list", "#v=chain", "#n=person:mara-quellin"])
def test_text_stands_out_from_its_ground(address: str, dark: bool, open_page: Open) -> None:
    """Every visible text has a contrast of at least 4.5 to 1, light and dark."""
    opened = open_page(newsroom(), address, dark=dark)
    assert opened.page.evaluate(FAINT) == []


def test_what_was_left_out_is_said(open_page: Open) -> None:
    """A page that draws a part says how much it does not, and a focus says around whom."""
    opened = open_page(newsroom(), options=Options(max_nodes=10))
    assert "32 more names" in opened.page.locator("#notice").inner_text()
    opened = open_page(newsroom(), options=Options(focus="Ruth Amberley"))
    assert "Drawn around Ruth Amberley" in opened.page.locator("#notice").inner_text()


def test_an_empty_store_says_what_to_do(open_page: Open) -> None:
    """A page without claims names the command that reads articles."""
    opened = open_page(FakeGraph())
    assert "kg ingest" in opened.page.locator("#panel").inner_text()
    assert opened.complaints == []


FAINT = """() => {
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const level = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let here = node; here; here = here.parentElement) {
      const colour = parse(getComputedStyle(here).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
    if (!own || !node.checkVisibility() || ["SCRIPT", "STYLE"].includes(node.tagName)) continue;
    const [a, b] = [level(parse(getComputedStyle(node).color)), level(ground(node))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) faint.push(`${node.className}: ${node.textContent.slice(0, 30)} ${contrast.toFixed(2)}`);
  }
  return faint;
}"""
"""The visible texts whose contrast to their ground is below 4.5 to 1 (WCAG 2.1, 1.4.3)."""
