"""A page that a server gives grows: what is around a name comes, stays out of the way, and can be taken back."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from kg.model import Reference
from tests.browser.axe import violations
from tests.browser.pages import HOSTILE, VIEWS, Open, hostile, visit
from tests.factories import FakeGraph, article, claim, debate, entity, reference

pytestmark = pytest.mark.browser

Live = Callable[..., Any]
BO = reference("Bo Lindt")
DORA = reference("Dora Quill").id


def crowd() -> FakeGraph:
    """Ana speaks of three people; one of them, Bo, speaks of forty more, some of them twice, one of whom knows Dora."""
    graph = FakeGraph()
    friends = [reference(name) for name in ("Bo Lindt", "Cleo Marsh", "Dora Quill")]
    crew = [reference(f"Sailor {number}") for number in range(40)]
    said: list[tuple[Reference, Reference]] = [(reference("Ana Rey"), friend) for friend in friends]
    said += [(crew[0], friends[2])]
    said += [(BO, sailor) for number, sailor in enumerate(crew) for _ in range(2 if number < 5 else 1)]
    text = "".join(
        f"{who.label} said that {number} was about {whom.label}. " for number, (who, whom) in enumerate(said)
    )
    home = graph.add_article(article("crew", text, title="The crew", publisher="The Lamp", date="2025-03-04"), text)
    for number, (who, whom) in enumerate(said):
        graph.add_claim(claim(home, text, f"{number} was about {whom.label}", speaker=who, about=(whom,)))
    graph.add_entities(entity(name.label) for name in (reference("Ana Rey"), *friends, *crew))
    return graph


def picture(page: Any) -> str:
    """The drawing as it is seen, as SVG."""
    page.locator("#save-menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Drawing of this view").click()
    drawn: str = download.value.path().read_text(encoding="utf-8")
    return drawn


def labels(page: Any) -> dict[str, tuple[float, float]]:
    """The names that are seen, and where."""
    found = ElementTree.fromstring(picture(page)).iter("{http://www.w3.org/2000/svg}text")
    return {"".join(text.itertext()): (float(text.attrib["x"]), float(text.attrib["y"])) for text in found}


def shape_of(seen: dict[str, tuple[float, float]]) -> list[float]:
    """How the first names lie to each other, whatever the camera's place."""
    (ax, _), (bx, by), (cx, cy) = (seen[name] for name in ("Ana Rey", "Cleo Marsh", "Dora Quill"))
    return [(bx - ax) / (cx - ax), (by - cy) / (cx - ax)]


def told(page: Any, words: str) -> None:
    """Waits until the page has said so, to screen readers too."""
    page.locator("#grown[role=status]", has_text=words).wait_for()


def test_what_is_around_a_name_comes_and_the_rest_stays(open_live: Live) -> None:
    """The button fetches the neighbours, most tied first and no more than 25, says how many are left; no name moves."""
    page = open_live(crowd(), "Ana Rey", "#v=network").page
    before = labels(page)
    visit(page, f"#v=network&n={BO.id}")
    assert set(before) == {"Ana Rey", "Bo Lindt", "Cleo Marsh", "Dora Quill"}
    page.get_by_role("button", name="Expand").click()
    told(page, "25 names added around Bo Lindt, those with most ties to it. 15 more were left out")
    assert page.evaluate("document.activeElement.textContent") == "Expand"
    page.keyboard.press("Escape")
    after = labels(page)
    assert {f"Sailor {number}" for number in range(5)} <= set(after)
    assert shape_of(after) == pytest.approx(shape_of(before), rel=0.02)
    visit(page, page.evaluate("location.hash") + f"&e={quote(' '.join((DORA, reference('Sailor 0').id)))}")
    assert page.locator("#panel h2").inner_text() == "Dora Quill · Sailor 0"
    assert page.locator("#panel blockquote").inner_text() == "3 was about Dora Quill"
    page.go_back()
    page.go_back()
    page.get_by_role("button", name="Expand").click()
    told(page, "15 names added around Bo Lindt.")
    said, panel = (page.locator(place).bounding_box() for place in ("#grown", "#panel"))
    assert said["height"] < 45  # one line
    assert said["x"] + said["width"] < panel["x"]
    page.get_by_role("button", name="Expand").click()
    told(page, "Everything around Bo Lindt is drawn.")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show all").click()
    assert len(labels(page)) == 44


def test_undo_brings_back_the_same_drawing(open_live: Live) -> None:
    """Button, Ctrl+Z and the browser's way back each take one step back, to the very drawing that was there."""
    page = open_live(crowd(), "Ana Rey", f"#v=network&n={BO.id}").page
    first = picture(page)
    page.keyboard.press("e")
    told(page, "25 names added")
    second = picture(page)
    page.keyboard.press("e")
    told(page, "15 names added")
    page.get_by_role("button", name="Undo").click()
    told(page, "Taken back: what was added around Bo Lindt.")
    assert picture(page) == second
    page.keyboard.press("Control+z")
    assert picture(page) == first
    assert not page.get_by_role("button", name="Undo").is_visible()
    assert page.locator("#counts").inner_text().startswith("3 claims")
    page.keyboard.press("e")
    told(page, "25 names added")
    page.go_back()
    told(page, "Taken back")
    assert picture(page) == first


def test_an_address_leads_to_what_has_grown(open_live: Live) -> None:
    """The address of a grown page opens it grown, with a name that only came with the growth selected."""
    graph = crowd()
    page = open_live(graph, "Ana Rey", f"#v=network&n={BO.id}").page
    page.keyboard.press("e")
    told(page, "25 names added")
    sailor = reference("Sailor 3").id
    visit(page, page.evaluate("location.hash").replace(f"n={BO.id}", f"n={sailor}"))
    address = "#" + page.url.split("#")[1]
    again = open_live(graph, "Ana Rey", address).page
    told(again, "25 names added")
    assert again.locator("#panel h2").inner_text() == "Sailor 3"
    assert not again.get_by_role("alert").is_visible()
    assert "#" + again.url.split("#")[1] == address
    again.keyboard.press("Escape")
    again.get_by_role("button", name="Show all").click()
    assert len(labels(again)) == 29


def test_the_list_grows_too(open_live: Live) -> None:
    """What came is in every view: an address that names the list has it grown, and a drawing that was not seen yet."""
    opened = open_live(crowd(), "Ana Rey", f"#v=list&x={BO.id}")
    opened.page.locator("#list tbody tr").nth(30).wait_for()
    opened.page.get_by_role("button", name="Network").click()
    assert "29 names" in opened.page.locator("#canvas").get_attribute("aria-label")
    assert len(labels(opened.page)) == 29
    assert opened.complaints == []


def test_growing_needs_no_mouse_and_no_second_try(open_live: Live) -> None:
    """A name that the arrow keys came to grows with one key; a double click does the same wherever the panel goes."""
    page = open_live(crowd(), "Ana Rey", "#v=network").page
    page.locator("#canvas").focus()
    while not page.locator("#spoken").inner_text().startswith("Bo Lindt"):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("e")
    told(page, "25 names added around Bo Lindt")
    page.keyboard.press("Control+z")
    visit(page, "#v=network")
    x, y = labels(page)["Bo Lindt"]
    box = page.locator("#canvas").bounding_box()
    page.mouse.dblclick(box["x"] + x, box["y"] + y - 4)
    told(page, "25 names added around Bo Lindt")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (0, "The server does not answer"),
        (401, "token"),
        (404, "no longer has that name"),
        (503, "too much to do"),
        (504, "in the time it has"),
        (500, "error 500"),
    ],
)
def test_trouble_is_told_in_plain_words(trouble: int, words: str, open_live: Live) -> None:
    """Where nothing comes the page says why, stays as it was, and its address with it."""
    page = open_live(crowd(), "Ana Rey", f"#v=network&n={BO.id}", trouble=trouble).page
    before = picture(page)
    page.get_by_role("button", name="Expand").click()
    page.get_by_role("alert").get_by_text(words).wait_for()
    assert "&x=" not in page.url
    assert not page.locator("#grown").is_visible()
    visit(page, "#v=list")
    assert not page.get_by_role("alert").is_visible()
    visit(page, f"#v=network&n={BO.id}")
    assert re.findall("<text[^>]*>[^<]*", picture(page)) == re.findall("<text[^>]*>[^<]*", before)


def test_an_answer_that_would_like_to_be_code_is_text(open_live: Live) -> None:
    """Names, words and titles of an answer are shown as text, and nothing but the one server is asked."""
    ids = [reference(words).id for words in HOSTILE]
    opened = open_live(hostile(), ids[0], f"#v=network&n={ids[1]}&x={' '.join(ids)}")
    told(opened.page, f"around {HOSTILE[-1]}")
    for view in VIEWS:
        visit(opened.page, f"#v={view}&x={' '.join(ids)}")
        visit(opened.page, f"#v={view}&x={' '.join(ids)}&n={ids[-1]}")
    assert opened.page.locator("img, iframe, object, embed, form, base, main script, aside script").count() == 0
    assert opened.complaints == []
    assert {url.split("?")[0].split("#")[0] for url in opened.requests} == {
        "http://localhost:9/",
        "http://localhost:9/data",
    }


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_on_what_has_grown(width: int, dark: bool, open_live: Live) -> None:
    """axe-core has no complaint about a grown page, its help included, wide and narrow; a phone shows the drawing."""
    page = open_live(crowd(), "Ana Rey", f"#v=network&n={BO.id}", width=width, dark=dark).page
    page.get_by_role("button", name="Expand").click()
    told(page, "25 names added")
    assert page.locator("#canvas").is_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Keys and help").click()
    assert page.locator("#help").get_by_text("take the last back").is_visible()
    assert violations(page) == []


def test_a_file_does_not_grow(open_page: Open) -> None:
    """The page in a file has no server to ask: no button, no key, and an address of a grown page opens without."""
    who = reference("Mara Quellin").id
    opened = open_page(debate(), f"#v=network&n={who}&x={who}")
    assert opened.page.locator("#panel h2").inner_text() == "Mara Quellin"
    assert opened.page.get_by_role("button", name="Expand").count() == 0
    opened.page.keyboard.press("e")
    opened.page.wait_for_timeout(200)
    assert len(opened.requests) == 1
    assert opened.complaints == []
