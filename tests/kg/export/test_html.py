"""The page as bytes: what it holds, what it allows, what it escapes."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from kg.export.html import READABLE, SECTIONS, TEMPLATES, VENDOR, clean, json_for_script, page, payload, web_address
from kg.export.options import Options
from kg.export.strings import STRINGS
from tests.factories import FakeGraph, article, claim, entity, newsroom, reference


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
    (text,) = [body for _, attrs, body in read(html).bodies if attrs.get("type") == "application/json"]
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_the_library_is_the_one_that_was_pinned() -> None:
    """The vendored library is the file whose hash stands in the manifest, with its licences beside it."""
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((VENDOR / manifest["file"]).read_bytes()).hexdigest() == manifest["sha256"]
    licences = {path.name for path in VENDOR.glob("LICENSE*")}
    assert licences == {"LICENSE-vis-network-MIT", "LICENSE-vis-network-APACHE-2.0", "LICENSE-vis-network-bundled"}


def test_the_library_and_script_cannot_end_their_elements() -> None:
    """No part of the page's own code holds what would close or comment out its element."""
    sources = [VENDOR / "vis-network.min.js", *(TEMPLATES / "js").glob("*.js"), TEMPLATES / "page.css"]
    for source in sources:
        text = source.read_text(encoding="utf-8").lower()
        assert not re.search(r"</script|</style|<!--|\r", text), source.name


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
    assert asked <= STRINGS.keys()
    assert STRINGS.keys() <= asked | named


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
        assert attrs.get("href", "data:,") in ("data:,", "#v=list")


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
    """More names than a person can read are cut to the most central, and the page knows how many it left out."""
    data = payload(newsroom(), Options(max_nodes=10))
    assert len(data["nodes"]) == 10
    assert data["left_out"]["nodes"] == 32
    assert len(data["claims"]) == 39
    assert READABLE == 60


def test_names_without_ties_are_not_drawn() -> None:
    """A name without ties is counted apart, and still on the page where a claim concerns it."""
    data = payload(newsroom(), Options())
    assert data["left_out"] == {"nodes": 0, "claims": 0, "untied": 2}


def test_too_many_claims_keep_what_others_said_first() -> None:
    """Of too many claims those that somebody said come before the articles' own voice."""
    data = payload(newsroom(), Options(max_claims=38))
    assert data["left_out"]["claims"] == 1
    assert {claim["mode"] for claim in data["claims"]} == {"direct", "indirect", "mixed"}


def test_around_a_focus_only_its_claims() -> None:
    """A page around one name carries the claims behind what it draws."""
    data = payload(newsroom(), Options(focus="Ruth Amberley"))
    assert data["focus"] == reference("Ruth Amberley").id
    assert 0 < len(data["claims"]) < 39


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
