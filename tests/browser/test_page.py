"""The exported page in a browser: what a reader sees and does."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from kg.around import EACH
from kg.export import Options
from tests.browser.pages import Open, visit
from tests.factories import FakeGraph, article, claim, debate, entity, newsroom, reference

pytestmark = pytest.mark.browser

LAMP = "https://lamp.example/1"
LATE = "Ana Rey said on Monday that the tram was late again. Nobody answered."
PRISON = reference("New high-security prison", "policy").id


def lamp() -> FakeGraph:
    """One article, one claim, one speaker."""
    text = LATE
    graph = FakeGraph()
    home = graph.add_article(
        article("t", text, title="Trams", publisher="The Lamp", authors=("Bo Li",), date="2025-03-04", url=LAMP), text
    )
    graph.add_claim(claim(home, text, "the tram was late again", speaker=reference("Ana Rey"), cue="said"))
    graph.add_entities([entity("Ana Rey")])
    return graph


def test_a_click_on_a_node_shows_the_exact_words(open_page: Open) -> None:
    """A node opens a panel with who said it, the cue, the words in their context, and where they stand."""
    opened = open_page(lamp())
    opened.page.locator("#canvas canvas").click()
    panel = opened.page.locator("#panel")
    panel.locator("blockquote").wait_for()
    assert panel.get_by_role("heading", name="Ana Rey", exact=True).is_visible()
    assert panel.locator("blockquote").inner_text() == "the tram was late again"
    assert panel.locator("mark").all_inner_texts() == ["the tram was late again"]
    assert (
        panel.locator(".context").inner_text()
        == "Ana Rey said on Monday that the tram was late again. Nobody answered."
    )
    assert "said" in panel.locator(".who").inner_text()
    assert panel.locator(".from").first.inner_text() == "Trams · The Lamp · by Bo Li · 2025-03-04"
    assert "Matches the source: characters 28–51" in panel.locator(".check").inner_text()
    assert "n=urn:claimgraph:person:ana-rey" in opened.page.url
    panel.get_by_role("button", name="Details of this claim").click()
    facts = dict(zip(panel.locator("dt").all_inner_texts(), panel.locator("dd").all_inner_texts(), strict=True))
    assert facts == {"Article": "Trams", "Outlet": "The Lamp", "Author": "Bo Li", "Date": "2025-03-04", "Link": LAMP}
    assert panel.locator("dd a").last.get_attribute("href") == LAMP


def test_words_that_do_not_match_are_told(open_page: Open) -> None:
    """A claim whose words are not those of the stored text says so."""
    graph = lamp()
    home = graph.records().articles[0]
    graph._texts[home.id] = graph.text(home.id).replace("late", "full")
    opened = open_page(graph, f"#c={graph.records().claims[0].id}")
    assert "Does not match" in opened.page.locator("#panel .check.wrong").inner_text()


def test_a_line_shows_the_claims_behind_it(open_page: Open) -> None:
    """A click between two names opens what one said of the other, with the sentence marked."""
    opened = open_page(debate())
    first, second = reference("Mara Quellin").id, reference("Tobias Errenwald").id
    visit(opened.page, f"#v=network&e={first} {second}".replace(" ", "%20"))
    assert opened.page.locator("#panel h2").inner_text() == "Mara Quellin · Tobias Errenwald"
    quotes = opened.page.locator("#panel blockquote").all_inner_texts()
    assert "“We will not pay for Mr Errenwald's posters,”" in quotes
    assert len(quotes) == 2
    assert opened.page.locator("#panel .context").count() == 2
    assert opened.page.locator("#panel mark").first.is_visible()


@pytest.mark.parametrize(("many", "is_told"), [(EACH, True), (EACH - 1, False)])
def test_a_line_between_neighbours_says_where_there_is_more(open_page: Open, many: int, is_told: bool) -> None:
    """Of what joins two names around a third only so much is read."""
    ana, bo, cleo = (reference(name) for name in ("Ana Rey", "Bo Li", "Cleo Marsh"))
    words = [f"tram {number} was late" for number in range(many)]
    text = ". ".join(["Ana Rey said the bus was late", "Ana Rey said the ship was late", *words]) + "."
    graph = FakeGraph()
    home = graph.add_article(article("t", text), text)
    for about, said in ((bo, "the bus was late"), (cleo, "the ship was late")):
        graph.add_claim(claim(home, text, said, speaker=ana, about=(about,)))
    for said in words:
        graph.add_claim(claim(home, text, said, speaker=bo, about=(cleo,)))
    graph.add_entities([entity(one.label) for one in (ana, bo, cleo)])
    opened = open_page(graph, options=Options(focus=ana.id))
    visit(opened.page, f"#v=network&e={bo.id}%20{cleo.id}")
    assert ("some of what joins them" in opened.page.locator("#panel").inner_text()) is is_told


def test_lines_can_be_clicked(open_page: Open) -> None:
    """The middle of a drawn line opens that line."""
    text = "Ana said the tram is late."
    graph = FakeGraph()
    home = graph.add_article(article("t", text), text)
    tram = reference("Tram", "policy")
    graph.add_claim(claim(home, text, "the tram is late", speaker=reference("Ana"), about=(tram,)))
    graph.add_entities([entity("Ana"), entity("Tram", "policy")])
    opened = open_page(graph)
    box = opened.page.locator("#canvas canvas").bounding_box()
    middle = box["y"] + box["height"] / 2
    for step in range(-30, 31, 3):
        opened.page.mouse.click(box["x"] + box["width"] / 2, middle + step)
        if "e=" in opened.page.url:
            break
    assert opened.page.locator("#panel h2").inner_text() == "Ana · Tram"
    assert opened.page.locator("#panel mark").all_inner_texts() == ["the tram is late"]


def test_a_focus_opens_on_its_evidence(open_page: Open) -> None:
    """A page around one name opens on the chain of that name; the whole store on the network."""
    opened = open_page(debate(), options=Options(focus="Ruth Amberley"))
    assert opened.page.locator("#chain h2").inner_text() == "Evidence chain: Ruth Amberley"
    assert "Drawn around" not in opened.page.locator("#notice").inner_text()
    opened = open_page(debate())
    assert opened.page.locator("#network").is_visible()


def test_the_chain_breaks_no_name_of_an_outlet(open_page: Open) -> None:
    """Their column is wide enough for a word of eleven letters, beside the filters on a screen of 1,280 pixels."""
    graph = FakeGraph()
    home = graph.add_article(article("t", LATE, publisher="Halvermouth Courier"), LATE)
    graph.add_claim(claim(home, LATE, "the tram was late again", speaker=reference("Ana Rey")))
    opened = open_page(graph, "#v=chain", width=1280)
    lines = opened.page.eval_on_selector(
        ".t-outlet bdi",
        """(box) => { const range = document.createRange(); range.setStart(box.firstChild, 0);
          range.setEnd(box.firstChild, "Halvermouth".length); return range.getClientRects().length; }""",
    )
    assert lines == 1


def test_the_chain_has_every_step(open_page: Open) -> None:
    """The evidence chain of a policy shows outlets, articles, words, speakers with roles, stances and subjects."""
    opened = open_page(debate(), "#v=chain&n=policy:handgun-registry")
    chain = opened.page.locator("#chain")
    for words in (
        "Radio Saltmarsh",
        "Registry of handguns back on the table",
        "“disarms the honest and bores the rest”",
        "interior minister, Government of Liranda",
        "opposes",
        "412 unregistered pistols",
    ):
        assert chain.get_by_text(words).first.is_visible(), words
    assert chain.locator(".box.quote").count() == 4
    chain.locator(".box.quote").first.click()
    assert opened.page.locator("#panel mark").count() == 1
    assert chain.locator(".box.quote.here").count() == 1


def test_a_rejected_claim_is_marked_in_every_view(open_page: Open) -> None:
    """The list, the chain and the panel say of a claim that a person rejected it."""
    graph = lamp()
    graph._claims = [replace(claim, status="rejected") for claim in graph._claims]
    opened = open_page(graph, f"#v=list&c={graph._claims[0].id}")
    for view in ("list", "chain", "timeline"):
        opened.page.goto(opened.page.url.split("#")[0] + f"#v={view}&c={graph._claims[0].id}")
        assert opened.page.locator(f"#{view}").get_by_text("rejected by a person").first.is_visible(), view
    assert opened.page.locator("#panel").get_by_text("rejected by a person").first.is_visible()


def test_the_timeline_has_voices_and_days(open_page: Open) -> None:
    """Each voice has a lane with a mark for every dated claim, and each day a list; a mark opens the claim."""
    opened = open_page(debate(), f"#v=timeline&n={PRISON}")
    timeline = opened.page.locator("#timeline")
    assert timeline.locator(".mark").count() == timeline.locator(".entry").count()
    assert timeline.locator("time").all_inner_texts() == ["2025-09-12", "2025-09-13"]
    timeline.get_by_role("button", name="Dario Penhallow · opposes").first.click()
    assert "opposes" in opened.page.locator("#panel .tags").inner_text()


def test_a_long_silence_does_not_press_the_timeline_together(open_page: Open) -> None:
    """Years without words before some busy days are cut short, with a sign and the dates on both sides of it."""
    days = ("2003-02-17", "2025-09-02", "2025-09-09", "2025-09-16", "2025-09-23", "2025-10-30")
    graph = FakeGraph()
    for day in days:
        home = graph.add_article(article(day, LATE, date=day), LATE)
        graph.add_claim(claim(home, LATE, "the tram was late again", speaker=reference("Ana Rey"), cue="said"))
    graph.add_entities([entity("Ana Rey")])
    opened = open_page(graph, "#v=timeline")
    ticks = opened.page.locator("#timeline .ticks span")
    assert ticks.all_inner_texts() == ["2003-02-17", "2025-09-02", "2025-10-30", "⋯"]
    marks = [mark.bounding_box() for mark in opened.page.locator("#timeline .mark").all()]
    gaps = [right["x"] - left["x"] for left, right in itertools.pairwise(marks)]
    assert min(gaps) > 50
    assert gaps[4] == pytest.approx(gaps[1] * 37 / 7, rel=0.15)


def test_the_list_holds_every_claim_and_sorts(open_page: Open) -> None:
    """The list has a row for each claim, a search narrows it, a heading sorts it and says so."""
    graph = newsroom()
    opened = open_page(graph, "#v=list")
    rows = opened.page.locator("#list tbody tr")
    assert rows.count() == len(graph.records().claims)
    opened.page.get_by_role("button", name="Who", exact=True).click()
    assert opened.page.locator("th[aria-sort=ascending]").inner_text().startswith("Who")
    assert rows.first.locator("td").nth(1).inner_text().endswith("Dario Penhallow")
    opened.page.get_by_role("button", name="Who", exact=True).click()
    assert rows.first.locator("td").nth(1).inner_text().endswith("Tobias Errenwald")
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


def test_search_finds_names_aliases_and_words(open_page: Open) -> None:
    """A name is found without accents, by keyboard alone; an alias and words of a quotation are found too."""
    graph = newsroom()
    graph.add_entities([entity("Sprokk", aliases=("The Ferry King",))])
    home = graph.records().articles[0]
    graph.add_claim(claim(home, graph.text(home.id), "officers", speaker=reference("Sprokk")))
    opened = open_page(graph)
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("ines")
    assert opened.page.get_by_role("option").first.inner_text().startswith("Inés Calderwood")
    opened.page.keyboard.press("ArrowDown")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel h2").inner_text() == "Inés Calderwood"
    opened.page.keyboard.press("Escape")
    assert not opened.page.locator("#panel").is_visible()
    opened.page.fill("#search", "ferry king")
    assert opened.page.get_by_role("option").first.inner_text().startswith("Sprokk")
    opened.page.fill("#search", "monument giving up")
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("#panel blockquote").first.inner_text() == "“a monument to giving up”"


def test_filters_combine_and_count(open_page: Open) -> None:
    """Boxes of different groups narrow together, each count is of what its box would leave, reset brings all back."""
    opened = open_page(debate(), "#v=list")
    rows = opened.page.locator("#list tbody tr")
    count = lambda label: opened.page.locator(".filters label", has_text=label).locator(".count").first.inner_text()  # noqa: E731
    assert count("Opposes") == "4"
    opened.page.get_by_label("Civic Wire").check()
    assert rows.count() == 10
    assert (count("Opposes"), count("Radio Saltmarsh")) == ("1", "10")
    opened.page.get_by_label("Opposes").check()
    assert rows.count() == 1
    assert opened.page.locator("#shown").inner_text() == "1 of 39 claims"
    assert count("Civic Wire") == "1"
    opened.page.get_by_role("button", name="Reset").click()
    assert rows.count() == 39
    opened.page.get_by_label("from").fill("2025-09-24")
    assert rows.count() == 8
    opened.page.get_by_label("to", exact=True).fill("2025-09-25")
    assert rows.count() == 4
    opened.page.get_by_role("button", name="Reset").click()
    opened.page.locator("label.facet", has_text="Mara Quellin").get_by_role("checkbox").check()
    opened.page.get_by_role("checkbox", name="prediction").check()
    assert 0 < rows.count() < 6


def test_a_link_keeps_the_filters(open_page: Open) -> None:
    """The address of a filtered view opens it filtered, with the boxes ticked; nonsense in it is passed over."""
    opened = open_page(debate(), "#v=list")
    opened.page.get_by_label("Civic Wire").check()
    opened.page.get_by_label("from").fill("2025-09-13")
    address = opened.page.url
    opened.page.goto("about:blank")
    opened.page.goto(address)
    assert opened.page.locator("#list tbody tr").count() == 4
    assert opened.page.get_by_label("Civic Wire").is_checked()
    assert opened.page.get_by_label("from").input_value() == "2025-09-13"
    for word in ("[", "7", "null", '{"outlets":7,"since":"x","__proto__":["y"]}', '{"types":[{}]}'):
        visit(opened.page, f"#v=list&f={word}")
        assert opened.page.locator("#list tbody tr").count() == 39
    assert opened.complaints == []


def test_the_legend_filters(open_page: Open) -> None:
    """The legend's boxes hide names of a type and lines of a kind; the keyboard walk then passes them by."""
    opened = open_page(newsroom())
    opened.page.get_by_label("Policies").uncheck()
    opened.page.locator("#canvas").focus()
    opened.page.keyboard.press("ArrowRight")
    assert "Policy" not in opened.page.locator("#spoken").inner_text()


def test_what_was_left_out_is_said(open_page: Open) -> None:
    """A page that draws a part says how much it does not, and a focus says around whom."""
    opened = open_page(newsroom(), options=Options(max_nodes=10))
    assert "10 of 42 names are drawn" in opened.page.locator("#notice").inner_text()
    opened = open_page(newsroom(), options=Options(focus="New high-security prison", max_nodes=4))
    assert "Drawn around New high-security prison" in opened.page.locator("#notice").inner_text()


def test_an_empty_store_says_what_to_do(open_page: Open) -> None:
    """A page without claims names the command that reads articles."""
    opened = open_page(FakeGraph())
    for view in ("chain", "list", "timeline", "profile"):
        visit(opened.page, f"#v={view}")
        assert "kg ingest" in opened.page.locator(f"#{view}").inner_text()
    assert opened.complaints == []


def test_labels_never_lie_on_each_other(open_page: Open) -> None:
    """All names of a small drawing are labelled, and at no zoom do two labels overlap."""
    opened = open_page(debate())
    drawn = len(debate().records().entities) - 2
    pictures = []
    for presses in (0, 6, 14):
        for _ in range(presses):
            opened.page.get_by_role("button", name="Farther").click()
        opened.page.locator("#save-menu summary").click()
        with opened.page.expect_download() as download:
            opened.page.get_by_role("button", name="Drawing of this view").click()
        pictures.append(download.value.path().read_text(encoding="utf-8"))
    opened.page.set_content("<div></div>")
    for number, picture in enumerate(pictures):
        boxes = opened.page.evaluate(
            """picture => {
              document.body.innerHTML = picture;
              return [...document.querySelectorAll("text")].map((node) => node.getBoundingClientRect())
                .map((box) => [box.left, box.right, box.top, box.bottom]);
            }""",
            picture,
        )
        if number == 0:
            assert len(boxes) >= drawn
        for i, (left, right, top, bottom) in enumerate(boxes):
            for left2, right2, top2, bottom2 in boxes[i + 1 :]:
                across = min(right, right2) - max(left, left2)
                down = min(bottom, bottom2) - max(top, top2)
                assert across < 4 or down < 0.45 * min(bottom - top, bottom2 - top2)
