"""The page for everybody: axe-core, contrast, keyboard, phone, less motion, paper."""

from __future__ import annotations

import hashlib

import pytest

from kg.export import Options
from tests.browser.axe import AXE, violations
from tests.browser.pages import Open, visit
from tests.factories import debate, newsroom, reference

pytestmark = pytest.mark.browser

PRISON = reference("New high-security prison", "policy").id
ADDRESSES = {
    "network": "#v=network",
    "network, a name": f"#v=network&n={PRISON}",
    "chain": "#v=chain",
    "chain of a policy": f"#v=chain&n={PRISON}",
    "list": "#v=list",
    "timeline": "#v=timeline",
    "timeline of a policy": f"#v=timeline&n={PRISON}",
    "directory": "#v=profile",
    "a policy": f"#v=profile&n={PRISON}",
    "a person": f"#v=profile&n={reference('Dario Penhallow').id}",
    "an article": "#v=profile&a={article}",
    "a claim": "#v=list&c={claim}",
    "a claim in its article": "#v=profile&a={article}&c={claim}",
}


def address_of(name: str) -> str:
    """An address with the ids of a claim and its article filled in."""
    claim = debate().records().claims[0]
    return ADDRESSES[name].format(article=claim.article, claim=claim.id)


def test_axe_is_the_one_that_was_pinned() -> None:
    """The vendored axe-core is the file whose hash stands beside it, with its licences."""
    readme = (AXE.parent / "README.md").read_text(encoding="utf-8")
    assert hashlib.sha256(AXE.read_bytes()).hexdigest() in readme
    assert {"LICENSE", "LICENSE-3RD-PARTY.txt"} <= {path.name for path in AXE.parent.iterdir()}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("full_text", [False, True], ids=["quotations", "whole texts"])
def test_axe_finds_nothing(full_text: bool, dark: bool, open_page: Open) -> None:
    """axe-core has no complaint about any view, light and dark."""
    opened = open_page(debate(), options=Options(title="Harbour election", full_text=full_text), dark=dark)
    for name in ADDRESSES:
        visit(opened.page, address_of(name))
        assert violations(opened.page) == [], name


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_on_a_phone(dark: bool, open_page: Open) -> None:
    """Nor on a narrow screen, with the filters open, and with the help open."""
    opened = open_page(debate(), dark=dark, width=390)
    for name in ADDRESSES:
        visit(opened.page, address_of(name))
        assert violations(opened.page) == [], name
    visit(opened.page, "#v=list")
    opened.page.get_by_role("button", name="Filters").click()
    assert violations(opened.page) == []
    opened.page.get_by_role("button", name="Keys and help").click()
    assert violations(opened.page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_text_stands_out_from_its_ground(name: str, dark: bool, open_page: Open) -> None:
    """Every visible text has a contrast of at least 4.5 to 1, light and dark."""
    opened = open_page(debate(), address_of(name), dark=dark, options=Options(full_text=True))
    assert opened.page.evaluate(FAINT) == []


def test_the_theme_can_be_chosen(open_page: Open) -> None:
    """The switch turns the page dark whatever the system says, and the page remembers it."""
    opened = open_page(newsroom())
    ground = "getComputedStyle(document.body).backgroundColor"
    light = opened.page.evaluate(ground)
    opened.page.get_by_role("button", name="Dark").click()
    assert opened.page.evaluate(ground) != light
    opened.page.reload()
    assert opened.page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
    opened.page.get_by_role("button", name="Dark").click()
    assert opened.page.evaluate(ground) == light


def test_everything_can_be_reached_by_tab(open_page: Open) -> None:
    """Tab goes through search, views, tools, filters and content, and what has the focus shows it."""
    opened = open_page(debate(), f"#v=chain&n={PRISON}")
    page = opened.page
    page.evaluate("document.activeElement.blur()")
    seen = set()
    for _ in range(70):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """() => { const node = document.activeElement;
              const style = getComputedStyle(node);
              const outlined = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
              return [node.id || node.dataset.view || node.className, outlined]; }"""
        )
        assert here[1], here[0]
        seen.add(here[0].split(" ")[0])
    assert {"skip", "search", "network", "theme", "filters", "chip", "box"} <= seen


@pytest.mark.parametrize("field", ["#search", "#filters [type=checkbox]", "#filters [type=date]"])
def test_a_field_shows_its_focus(field: str, open_page: Open) -> None:
    """What has the focus has a line around it in the colour of links, not in that of its ground."""
    page = open_page(debate(), "#v=list").page
    page.locator(field).first.focus()
    line = page.evaluate("getComputedStyle(document.activeElement).outlineColor")
    assert line == page.evaluate("getComputedStyle(document.getElementById('skip')).color")


def test_the_network_can_be_walked_by_keyboard(open_page: Open) -> None:
    """Arrow keys walk through the drawn names, each is spoken, and Enter opens its panel."""
    opened = open_page(newsroom())
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    assert opened.page.locator("#spoken").inner_text() == "New high-security prison, Policy, 8 claims"
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "New high-security prison"


def test_keys_lead_to_views_and_help(open_page: Open) -> None:
    """Digits choose a view, a question mark the help, Escape closes it; single keys can be switched off."""
    opened = open_page(newsroom())
    opened.page.keyboard.press("3")
    assert opened.page.locator("#list").is_visible()
    opened.page.keyboard.press("?")
    assert opened.page.locator("#help").is_visible()
    opened.page.get_by_label("Single keys").uncheck()
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#help").is_visible()
    opened.page.keyboard.press("2")
    assert opened.page.locator("#list").is_visible()


def test_a_narrow_screen_begins_with_the_list(open_page: Open) -> None:
    """On a phone the page opens on the list, a claim covers the screen, and closing it leads back."""
    opened = open_page(newsroom(), width=390)
    assert opened.page.locator("#list").is_visible()
    assert not opened.page.locator("#panel").is_visible()
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    opened.page.locator("#list .open").first.click()
    assert opened.page.locator("#panel mark").first.is_visible()
    opened.page.get_by_role("button", name="Close", exact=True).click()
    assert not opened.page.locator("#panel").is_visible()


def test_paper_is_white_and_has_no_buttons(open_page: Open) -> None:
    """Printed, a dark page is light and leaves tools and filters out."""
    opened = open_page(debate(), f"#v=profile&n={PRISON}", dark=True)
    opened.page.emulate_media(media="print")
    opened.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for part in (".tools", ".filters", ".views", ".search"):
        assert not opened.page.locator(part).is_visible()
    assert opened.page.evaluate("document.documentElement.dataset.theme") == "light"
    assert opened.page.locator("#profile h2").is_visible()


def test_less_motion_is_respected(open_page: Open) -> None:
    """Who asks for less motion gets no smooth scrolling."""
    opened = open_page(newsroom())
    opened.page.emulate_media(reduced_motion="reduce")
    assert opened.page.evaluate("getComputedStyle(document.getElementById('list')).scrollBehavior") == "auto"


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
