"""The page as bytes: what it holds, what it allows, what it escapes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.errors import UsageError
from kg.export import visnetwork
from kg.export.options import Options
from kg.export.page import SECTIONS, TEMPLATES, chosen, drawing, page, payload
from kg.export.page.chosen import MOST
from kg.export.page.safe import clean, json_for_script, web_address
from kg.export.strings import STRINGS
from kg.graph import Records
from tests import stores
from tests.factories import POSITIONS, FakeGraph, article, claim, debate, entity, known, newsroom, reference


class Elements(HTMLParser):
    """The scripts, styles and tags of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.bodies: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keeps what stands in a script or a style."""
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.bodies.append((*self.tags[-1], data))


def read(html: bytes) -> Elements:
    """The elements of a page."""
    return Elements(html.decode("utf-8"))


def data_of(html: bytes) -> dict[str, object]:
    """The page's data."""
    (text,) = [body for _, attrs, body in read(html).bodies if attrs.get("id") == "graph-data"]
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_the_style_and_script_cannot_end_their_elements() -> None:
    """No part of the page's own code holds what would close or comment out its element."""
    for source in [*(TEMPLATES / "js").glob("*.js"), TEMPLATES / "page.css"]:
        text = source.read_text(encoding="utf-8").lower()
        assert not re.search(r"</script|</style|<!--|\r", text), source.name


def test_only_a_page_of_a_server_may_ask() -> None:
    """The policy of the file allows no request; that of a live page its own server alone, and nothing else more."""
    policies = [
        next(attrs["content"] for tag, attrs in read(html).tags if attrs.get("http-equiv")) or ""
        for html in (page(debate()), page(debate(), server="/data"))
    ]
    assert "connect-src" not in policies[0]
    assert policies[1].replace("connect-src 'self'; ", "") == policies[0]


def test_every_section_of_the_script_is_used() -> None:
    """Each file of the script is in the table, and each name in the table is a file."""
    assert sorted(SECTIONS) == sorted(path.stem for path in (TEMPLATES / "js").glob("*.js"))


def test_the_script_never_writes_markup() -> None:
    """The page's own script has no way to make text into elements or code."""
    for path in (TEMPLATES / "js").glob("*.js"):
        banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser|setTimeout\("
        assert not re.search(banned, path.read_text(encoding="utf-8")), path.name


def test_every_word_of_the_interface_is_in_the_table() -> None:
    """What the script asks for is in the table of strings, and nothing there is unused."""
    script = "".join(path.read_text(encoding="utf-8") for path in (TEMPLATES / "js").glob("*.js"))
    template = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'\bt\("(\w+)"', script)) | set(re.findall(r"\bs\.(\w+)", template))
    named = set(re.findall(r'"(\w+)"', script))
    begun = tuple(re.findall(r"t\(`(\w+_)\$", script)) + tuple(re.findall(r"toView\(view, `(\w+_)\$", script))
    assert asked <= STRINGS.keys()
    assert [key for key in STRINGS if key not in asked | named and not key.startswith(begun)] == []


def test_the_policy_allows_these_scripts_and_styles_and_no_request() -> None:
    """The Content-Security-Policy names each script and style by hash and allows nothing else."""
    elements = read(page(newsroom()))
    (policy,) = [a["content"] or "" for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    for tag, attrs, body in elements.bodies:
        if attrs.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, tag


def test_nothing_is_loaded_from_outside() -> None:
    """No element of the page names a file or an address but the empty icon."""
    for tag, attrs in read(page(newsroom())).tags:
        assert not {"src", "srcset", "action", "onload", "style"} & attrs.keys(), tag
        assert attrs.get("href", "data:,") in ("data:,", "#main")


@pytest.mark.parametrize(
    "hostile",
    ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "&lt;img&gt;", "\0\x7f\ud800", "]]>"],
)
def test_hostile_text_stays_inside_the_data(hostile: str) -> None:
    """Text that looks like markup reaches the page's data unchanged and adds no element."""
    graph = FakeGraph()
    text = f"{hostile} said so."
    home = graph.add_article(article(hostile, text, title=hostile, publisher=hostile), text)
    graph.add_claim(claim(home, text, hostile, speaker=reference(hostile), cue=hostile))
    graph.add_entities([entity(hostile, aliases=(hostile,))])
    plain = [tag for tag, _ in read(page(newsroom())).tags]
    html = page(graph, Options(title=hostile))
    assert [tag for tag, _ in read(html).tags] == plain
    claims = data_of(html)["claims"]
    assert isinstance(claims, list)
    assert claims[0]["text"] == hostile


def test_the_title_names_the_store() -> None:
    """The page is called as asked, else after the store's folder, else after the program."""
    assert "<title>Security &amp; harbour</title>" in page(newsroom(), Options(title="Security & harbour")).decode()
    assert payload(newsroom(), Options())["title"] == "claimgraph"


def test_too_many_names_are_left_out_and_counted() -> None:
    """More names than asked for are cut to the most central, and the page knows how many it left out."""
    data = payload(newsroom(), Options(max_nodes=10))
    assert len(data["nodes"]) == 10
    assert data["left_out"] == {"nodes": 32, "names": 42, "claims": 0, "untied": 2}
    assert len(data["claims"]) == 39


def test_no_page_draws_more_names_than_it_can_hold() -> None:
    """More than 5,000 names are refused, with what to do instead."""
    with pytest.raises(UsageError, match="kg serve"):
        payload(newsroom(), Options(max_nodes=MOST + 1))


def test_too_many_claims_keep_one_for_every_line() -> None:
    """Of too many claims each line drawn keeps one, and a line without evidence on the page is not drawn."""
    for most in (38, 25, 10):
        data = payload(debate(), Options(max_claims=most))
        assert data["left_out"]["claims"] == 39 - most
        assert all(tie["claims"] or tie["relations"] for edge in data["edges"] for tie in edge["ties"])
    whole = {edge["id"] for edge in payload(debate(), Options())["edges"]}
    assert {edge["id"] for edge in payload(debate(), Options(max_claims=38))["edges"]} == whole


def test_too_many_claims_keep_what_others_said_first() -> None:
    """Of claims that are evidence for the same, what somebody said comes before the articles' own voice."""
    text = "The tram and the bus. Ana named the tram and the bus. The tram and the bus again."
    graph = FakeGraph()
    home = graph.add_article(article("a", text), text)
    about = (reference("Tram", "event"), reference("Bus", "event"))
    graph.add_claim(claim(home, text, "The tram and the bus. Ana", about=about, mode="narration"))
    graph.add_claim(claim(home, text, "the tram and the bus", about=about, speaker=reference("Ana")))
    graph.add_claim(claim(home, text, "The tram and the bus again", about=about, mode="narration"))
    assert {row["mode"] for row in payload(graph, Options(max_claims=2))["claims"]} == {"narration", "indirect"}
    assert [row["mode"] for row in payload(graph, Options(max_claims=1))["claims"]] == ["indirect"]


def test_a_large_page_offers_parts_to_look_at() -> None:
    """Beyond 80 names the page can draw the most central alone, and groups tied to each other more than to the rest."""
    text = "Ana said yes."
    graph = FakeGraph()
    home = graph.add_article(article("a", text), text)
    people = [reference(f"Person {number}") for number in range(120)]
    for number, person in enumerate(people):
        group = number // 12 * 12
        near = tuple(people[group + (number + step) % 12] for step in (1, 2, 3))
        graph.add_claim(
            replace(claim(home, text, "yes", speaker=person, about=near), id=f"urn:claimgraph:claim:{number}")
        )
    scopes = payload(graph, Options())["scopes"]
    assert [(scope["kind"], len(scope["at"])) for scope in scopes] == [("all", 120), ("central", 80)] + [
        ("community", 12)
    ] * 10
    assert payload(newsroom(), Options())["scopes"][0]["kind"] == "all"
    assert len(payload(newsroom(), Options())["scopes"]) == 1


def test_a_large_drawing_has_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of more names than can all be labelled, those tied to each other stand in an area named for the most central."""
    for module in (drawing, visnetwork):
        monkeypatch.setattr(module, "LABELLED", 10)
    data = payload(newsroom(), Options())
    whole = data["scopes"][0]
    names = {row["id"] for row in data["nodes"]}
    for group in whole["groups"]:
        left, top, right, bottom = group["area"]
        inside = {data["nodes"][number]["id"] for number, x, y in whole["at"] if left < x < right and top < y < bottom}
        assert set(group["leads"]) <= inside < names
    assert len(whole["groups"]) > 1
    monkeypatch.undo()
    assert "groups" not in payload(newsroom(), Options())["scopes"][0]


def test_a_page_of_too_many_names_opens_on_the_most_central(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a store has more names than one sheet takes, the page begins with the most central and counts the rest."""
    for module in (chosen, drawing):
        monkeypatch.setattr(module, "CANVAS", 30)
        monkeypatch.setattr(module, "LABELLED", 10)
    data = payload(newsroom(), Options())
    assert [(scope["kind"], len(scope["at"])) for scope in data["scopes"][:2]] == [("central", 10), ("all", 30)]
    assert data["left_out"]["nodes"] == 12


def test_a_stance_finds_the_claim_that_takes_it() -> None:
    """A stance without a claim of its own is that of the claim its words stand in; its line is for or against."""
    data = payload(debate(), Options())
    stances = [row for row in data["relations"] if row["stance"]]
    assert len(stances) == len(POSITIONS)
    claims = {row["id"]: row for row in data["claims"]}
    assert all(claims[row["claim"]]["speaker"] == row["subject"] for row in stances)
    kinds = {tie["label"]: tie["kind"] for edge in data["edges"] for tie in edge["ties"]}
    assert (kinds["opposes"], kinds["promises"], kinds["warns of"], kinds["said about"]) == (
        "against",
        "for",
        "against",
        "said",
    )


def test_the_whole_text_is_there_when_asked_for() -> None:
    """With the full text an article's pieces are its text again, each with the claims it is in; else there are none."""
    graph = newsroom()
    assert all(row["pieces"] == [] for row in payload(graph, Options())["articles"])
    data = payload(graph, Options(full_text=True))
    claims = {row["id"]: row for row in data["claims"]}
    for row in data["articles"]:
        assert "".join(text for text, _ in row["pieces"]) == graph.text(row["id"])
    marked: dict[str, str] = {}
    for row in data["articles"]:
        for text, ids in row["pieces"]:
            for id_ in ids:
                marked[id_] = marked.get(id_, "") + text
    assert marked.keys() == claims.keys()
    assert all(marked[id_] == claims[id_]["text"].replace(" … ", "") for id_ in claims)


def test_around_a_focus_only_its_claims() -> None:
    """A page around one name carries the claims behind what it draws."""
    data = payload(newsroom(), Options(focus="Ruth Amberley"))
    assert data["focus"] == reference("Ruth Amberley").id
    assert 0 < len(data["claims"]) < 39


def test_a_focus_reads_no_more_than_lies_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of a focus never asks for all records, nor for the text of an article that it does not show."""
    with stores.stored() as graph:
        texts = list[str]()
        monkeypatch.setattr(graph, "records", lambda **_: pytest.fail("all records were read"))
        monkeypatch.setattr(graph, "text", lambda article, read=graph.text: texts.append(article) or read(article))
        data = payload(graph, Options(focus="Jonas Okoro"))
        assert [row["publisher"] for row in data["articles"]] == ["Quayside Post"]
        assert set(texts) == {row["id"] for row in data["articles"]}


def test_of_a_large_store_no_more_is_read_in_full_than_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which claims a page carries is decided by what joins the names, and the others' words are never read."""
    with stores.stored() as graph:
        read = list[str]()
        monkeypatch.setattr(graph, "records", lambda **_: pytest.fail("all records were read"))

        def details(nodes: Iterable[str], *, get: Any = graph.details, **options: Any) -> Records:
            found: Records = get(nodes, **options)
            read.extend(claim.id for claim in found.claims)
            return found

        monkeypatch.setattr(graph, "details", details)
        data = payload(graph, Options(max_claims=3))
        assert len(read) == 3 < len(graph.claims())
        assert {row["id"] for row in data["claims"]} == set(read)


def test_rejected_claims_are_on_the_page_only_if_asked_for_and_marked() -> None:
    """What somebody rejected stays off the page, with a focus and without; asked for, it says that it was."""
    with stores.stored() as graph:
        claim = graph.claims(speaker="Jonas Okoro")[0]
        graph.reject(claim.id, by="Ana")
        for focus in (None, "Jonas Okoro"):
            assert claim.id not in {row["id"] for row in payload(graph, Options(focus=focus))["claims"]}
            rows = payload(graph, Options(focus=focus, rejected=True))["claims"]
            assert {row["id"]: row["status"] for row in rows}[claim.id] == "rejected"


def test_a_figure_says_what_it_counts_and_where_it_is_from() -> None:
    """A figure brings its number where the words do not give it, what it counts, its change, document and double."""
    graph = FakeGraph()
    text = "Ana Rey said two thirds of trams (66 percent) were late, said the tram report."
    home = graph.add_article(article("t", text), text)
    said = graph.add_claim(
        claim(home, text, "two thirds of trams (66 percent) were late", speaker=reference("Ana Rey"))
    )
    report = reference("tram report", "document")
    first = graph.add_figure(said, "two thirds", value="66.7", unit="percent", measure="late trams", change="increase")
    (said,) = graph.records().claims
    again = graph.add_figure(said, "66 percent", value="66", unit="percent", restates=first.id, document=report)
    data = payload(graph, Options())
    assert data["figures"] == {
        first.id: {
            "words": "two thirds",
            "facts": ["66.7 percent", "late trams"],
            "change": "increase",
            "restates": None,
            "document": None,
        },
        again.id: {
            "words": "66 percent",
            "facts": [],
            "change": None,
            "restates": "two thirds",
            "document": report.id,
        },
    }
    assert report.id in {row["id"] for row in data["entities"]}


def test_several_people_together_are_groups() -> None:
    """Several people described together are no organisation on the page."""
    graph = debate()
    graph._entities = [replace(e, group=True) if e.label == "Dockworkers' Union" else e for e in graph._entities]
    types = {row["label"]: row["type"] for row in payload(graph, Options())["entities"]}
    assert (types["Dockworkers' Union"], types["Liberty List"]) == ("group", "organisation")


def test_a_comparison_says_what_is_compared() -> None:
    """The label of a comparison holds its measure."""
    graph = debate()
    graph.add_relation(known("Northgate"), "higherThan", known("Port Ellery"), measure="rents")
    labels = {row["label"] for row in payload(graph, Options())["relations"]}
    assert "higher than (rents)" in labels


def test_every_claim_brings_its_words_in_context() -> None:
    """Each claim's marked words are its text, and it is known whether they match the article."""
    for record in payload(newsroom(), Options())["claims"]:
        assert record["verified"]
        assert " … ".join(words for words, kind in record["context"] if kind == "words") == record["text"]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=1", True),
        ("HTTP://a.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//a.example", False),
        ("http://[", False),
        ("folder/file.txt", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, kept: bool) -> None:
    """Only http and https lead out of the page."""
    assert (web_address(url) is not None) == kept


def test_labels_lose_what_cannot_be_seen() -> None:
    """Controls and marks that turn the writing direction are taken out of labels; letters of any script stay."""
    assert clean("\u202eevil\u2066\x00 \u05e9\u05dc\u05d5\u05dd\t\n José") == "evil \u05e9\u05dc\u05d5\u05dd José"


def test_json_is_safe_and_the_same_when_read() -> None:
    """What the data block escapes reads back as it was."""
    value = {"__proto__": "</script>&\u2028", "n": [1, None]}
    text = json_for_script(value)
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text) == value


def test_a_speaker_without_a_name_is_shown_by_its_words() -> None:
    """Where nobody could be named, the words that refer to the speaker stand in, and undated claims come last."""
    text = "He said it was so. Bo said no."
    graph = FakeGraph()
    home = graph.add_article(article("a", text), text)
    graph.add_claim(claim(home, text, "it was so", speaker_span=(0, 2)))
    graph.add_claim(claim(home, text, "no", speaker=reference("Bo"), speaker_span=(19, 21), date="2025-01-01"))
    first, second = payload(graph, Options())["claims"]
    assert (first["speaker_words"], second["speaker_words"]) == ("", "He")
