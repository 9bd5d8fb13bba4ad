"""The exported page asks nobody for anything, and text from articles stays text."""

from __future__ import annotations

import pytest

from kg.export import Options
from tests.browser.pages import VIEWS, Open, hostile, visit
from tests.factories import debate, newsroom

pytestmark = pytest.mark.browser


def outside(requests: list[str]) -> list[str]:
    """The requests that leave the page."""
    return [url for url in requests if not url.startswith(("file:", "data:", "blob:"))]


def test_no_request_leaves_the_page(open_page: Open) -> None:
    """Opening the page and looking at every view asks for nothing but the file itself, and nothing complains."""
    opened = open_page(debate(), options=Options(full_text=True))
    names = [""] + [f"&n={entity.id}" for entity in debate().records().entities[::6]]
    articles = [f"&a={article.id}" for article in debate().records().articles[:2]]
    for view in VIEWS:
        for name in [*names, *articles]:
            visit(opened.page, f"#v={view}{name}")
    opened.page.wait_for_timeout(300)
    assert outside(opened.requests) == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1
    assert opened.complaints == []


@pytest.mark.parametrize("full_text", [False, True])
def test_hostile_text_does_nothing(full_text: bool, open_page: Open) -> None:
    """Labels, words, titles, links, dates and types that hold code are shown as text, in every view and panel."""
    opened = open_page(hostile(), options=Options(title="<img src=x onerror=alert(9)>", full_text=full_text))
    page = opened.page
    records = hostile().records()
    for view in VIEWS:
        addresses = [f"n={entity.id}" for entity in records.entities]
        addresses += [f"c={claim.id}" for claim in records.claims] + [f"a={article.id}" for article in records.articles]
        for address in addresses:
            visit(page, f"#v={view}&{address}")
            assert page.locator("img, iframe, object, embed, form, base, main script, aside script").count() == 0
            assert page.locator("a[href]:not(#skip):not([href^='/'])").count() == 0
    page.fill("#search", "<img")
    page.wait_for_timeout(200)
    assert page.locator("script").count() == 3
    assert "<img" in page.locator("#found").inner_text()
    assert opened.complaints == []
    assert outside(opened.requests) == []
    assert page.evaluate("Object.keys(Object.prototype).length === 0 && ({}).id === undefined")


def test_what_is_taken_away_is_harmless_too(open_page: Open) -> None:
    """Citations escape what Markdown and BibTeX would obey, a saved drawing holds no script, a table no formula."""
    opened = open_page(hostile())
    page = opened.page
    for record in hostile().records().claims:
        visit(page, f"#v=network&c={record.id}")
        page.get_by_role("button", name="Markdown", exact=True).click()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert "](javascript" not in copied
        assert not any(line.lstrip("> ").startswith("<") for line in copied.split("\n"))
    for view in ("network", "list"):
        visit(page, f"#v={view}")
        page.locator("#save-menu summary").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Drawing of this view").click()
        drawn = download.value.path().read_text(encoding="utf-8")
        assert "<script" not in drawn
        assert "<img" not in drawn
    visit(page, "#v=list")
    page.locator("#save-menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Listed claims").click()
    assert ",=HYPERLINK" not in download.value.path().read_text(encoding="utf-8")
    assert opened.complaints == []


@pytest.mark.parametrize(
    "word", ["__proto__", "constructor", "toString", "%", "%E0%A4%A", "person:nobody", "a&n=b&v=tree"]
)
def test_a_link_to_nobody_says_so(word: str, open_page: Open) -> None:
    """An address that names nothing on the page opens the page all the same."""
    opened = open_page(newsroom(), f"#n={word}")
    assert opened.page.get_by_role("alert").is_visible()
    assert opened.complaints == []


@pytest.mark.parametrize("scope", ["__proto__", "99", "-1", "x"])
def test_a_part_that_is_not_there_is_no_trouble(scope: str, open_page: Open) -> None:
    """An address that names no part of the drawing shows all of it."""
    opened = open_page(newsroom(), f"#v=network&s={scope}")
    opened.page.locator("#canvas canvas").wait_for()
    assert opened.complaints == []
