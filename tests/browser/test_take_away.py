"""What a reader takes away from the page: citations, links, queries, pictures, tables."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from kg.export import Options
from kg.export.page.safe import clean
from kg.web.citing import citations
from tests import stores
from tests.browser.pages import VIEWS, Open, visit
from tests.factories import FakeGraph, article, claim, debate, entity, reference

pytestmark = pytest.mark.browser

TEXT = "Ana Rey said on Monday that 5 % of all trams_were late. Nobody answered."


def trams() -> FakeGraph:
    """One article with one claim."""
    graph = FakeGraph()
    home = graph.add_article(
        article("t", TEXT, title="Trams & more", publisher="The Lamp", authors=("Bo Li",), date="2025-03-04",
                url="https://lamp.example/1"),
        TEXT,
    )  # fmt: skip
    words = "5 % of all trams_were late"
    graph.add_claim(claim(home, TEXT, words, speaker=reference("Ana Rey"), about=(reference("Tram", "policy"),)))
    graph.add_entities([entity("Ana Rey"), entity("Tram", "policy")])
    return graph


def copied(page: Any, name: str) -> str:
    """What a button of the panel copies."""
    page.locator("#panel").get_by_role("button", name=name, exact=True).click()
    page.get_by_text("Copied", exact=True).wait_for()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def saved(page: Any, name: str) -> bytes:
    """The file that an entry of the menu saves."""
    page.locator("#save-menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    content: bytes = download.value.path().read_bytes()
    return content


def test_a_claim_is_cited(open_page: Open) -> None:
    """A citation names speaker, words, author, title, outlet, date, address and place: plain, Markdown, BibTeX."""
    opened = open_page(trams(), f"#c={trams().records().claims[0].id}")
    assert copied(opened.page, "citation") == (
        "Ana Rey: “5 % of all trams_were late” In: Bo Li, “Trams & more”, The Lamp, 2025-03-04, "
        "https://lamp.example/1 (characters 28–54)."
    )
    assert copied(opened.page, "Markdown") == (
        "> 5 % of all trams\\_were late\n>\n> — Ana Rey, in Bo Li, [Trams \\& more](<https://lamp.example/1>), "
        "The Lamp, 2025-03-04"
    )
    assert copied(opened.page, "BibTeX") == (
        "@article{li2025,\n  author = {{Bo Li}},\n  title = {{Trams \\& more}},\n  journal = {The Lamp},\n"
        "  year = {2025},\n  month = {03},\n  day = {04},\n  url = {https://lamp.example/1},\n"
        "  note = {Ana Rey: “5 \\% of all trams\\_were late”},\n}"
    )


def test_the_server_cites_as_the_page_does(open_page: Open) -> None:
    """A claim and its article, in all three forms, with whatever their words and addresses hold."""
    words = r"5 % of {all} trams_were ~late^ \ & <“so”>"
    text = f"Ana Rey said that {words}.\n\nHe said: “No.”"
    odd = article(
        "a.txt", text, title="Träms & [more] 5_%", authors=("Bo Lí", "O’Neil & Co"), publisher="The {Lamp}",
        date="2025-03", url="https://lamp.example/é/1?a=b%2Fc%20d&e={f}|g",
    )  # fmt: skip
    for home, ana in ((odd, reference("Ana *Rey*")), (article("b.txt", text), None)):
        graph = FakeGraph()
        graph.add_article(home, text)
        said = graph.add_claim(claim(home, text, words, speaker=ana, speaker_span=(0, 7)))
        opened = open_page(graph, f"#c={said.id}")
        expected = citations(home, said, clean(ana.label) if ana else "Ana Rey")
        assert {form: copied(opened.page, form) for form in expected} == expected


def test_a_link_leads_back(open_page: Open) -> None:
    """The link of a claim opens the page on its evidence, with its words marked."""
    opened = open_page(trams(), f"#v=list&c={trams().records().claims[0].id}")
    address = copied(opened.page, "link")
    opened.page.goto("about:blank")
    opened.page.goto(address)
    assert opened.page.locator("#chain").is_visible()
    assert opened.page.locator("#panel mark").inner_text() == "5 % of all trams_were late"


def test_the_query_gives_what_is_shown(open_page: Open) -> None:
    """The SPARQL of a claim, a speaker, a subject and a line, run on the store, gives the words that the page shows."""
    with stores.stored() as graph:
        opened = open_page(graph)
        record = next(c for c in graph.claims() if c.mode == "direct" and c.speaker)
        visit(opened.page, f"#v=list&c={record.id}")
        rows = graph.query(copied(opened.page, "SPARQL"))
        assert {row[rows.variables.index("words")] for row in rows.values()} == {record.text}
        visit(opened.page, f"#v=network&n={record.speaker.id}")
        rows = graph.query(copied(opened.page, "SPARQL"))
        shown = opened.page.locator("#panel blockquote").all_inner_texts()
        words = [row[rows.variables.index("words")] or "" for row in rows.values()]
        assert words
        assert {" ".join(text.split()) for text in words} <= {" ".join(text.split()) for text in shown}
        subject = next(e for e in graph.entities() if e.claims_about and not e.claims_by)
        visit(opened.page, f"#v=list&n={subject.id}")
        assert len(graph.query(copied(opened.page, "SPARQL"))) > 0


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_becomes_a_picture(view: str, open_page: Open) -> None:
    """Every view can be saved as SVG that holds its words, and as PNG."""
    opened = open_page(debate(), f"#v={view}", options=Options(title="Harbour"))
    drawn = saved(opened.page, "Drawing of this view")
    root = ElementTree.fromstring(drawn)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    words = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Errenwald" in words
    assert saved(opened.page, "Picture of this view").startswith(b"\x89PNG")
    assert opened.complaints == []


def test_the_list_becomes_a_table(open_page: Open) -> None:
    """The CSV has the listed claims in their order, filtered as the list is."""
    opened = open_page(debate(), "#v=list")
    opened.page.get_by_label("Civic Wire").check()
    rows = list(csv.DictReader(io.StringIO(saved(opened.page, "Listed claims").decode("utf-8"))))
    assert len(rows) == 10
    assert {row["publisher"] for row in rows} == {"Civic Wire"}
    assert any(row["stance"] == "opposes New high-security prison" for row in rows)
    shown = opened.page.locator("#list .open").all_inner_texts()
    assert [row["text"] for row in rows] == shown
