from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

import pytest
import rdflib

from kg.api import Graph
from kg.web.pages import Visit, handler
from kg.web.reply import Reply
from tests.stores import HARBOUR, QUAY, article, stored


class Site:
    """The pages of a store."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._answer = handler(graph.store)

    def visit(self, address: str, accept: str | None = "text/html") -> Reply:
        """The answer at an address."""
        path, _, query = address.partition("?")
        pairs = tuple((name, value) for name, _, value in (part.partition("=") for part in query.split("&") if part))
        return self._answer(Visit(path, pairs, accept))

    def text(self, address: str) -> str:
        """What a reader sees there."""
        reply = self.visit(address)
        assert reply.status == 200, reply.body
        return " ".join(unescape(re.sub(r"<[^>]*>", "", reply.body.decode())).split())

    def address(self, id: str) -> str:
        """The address of a thing."""
        kind, _, key = self.graph.store.iris.compact(id).partition(":")
        return f"/{kind}/{key}"


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with stored() as graph:
        yield Site(graph)


class Structure(HTMLParser):
    """Notes what elements a page has, and its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.handlers += [name for name, _ in attrs if name.startswith("on") or name == "style"]


def test_home_counts_and_names_who_says_most(site: Site) -> None:
    """And leads to everything."""
    text = site.text("/")
    assert "2 articles" in text
    assert "Mara Ellison" in text
    assert "Harbour board backs sea wall" in text


def test_person_page_has_roles_words_in_context_and_the_check(site: Site) -> None:
    """What it said, oldest first, with where it stands."""
    text = site.text("/person/mara-ellison")
    assert "Roles: director (Tidewater Institute)" in text
    assert "We promise to finish the new wall by spring" in text
    assert "matches the source" in text
    assert text.index("the old wall would fail") < text.index("Nobody will have to move")
    html = site.visit("/person/mara-ellison").body.decode()
    assert "<mark>the old wall would fail within ten years</mark>" in html
    assert "/graph?focus=" in html


def test_list_of_all_is_paged(site: Site) -> None:
    """With the last page for a number beyond it."""
    text = site.text("/person/mara-ellison?show=said&page=99")
    assert "What it said" in text
    assert "What is said about it" not in text


def test_policy_page_says_what_is_said_about_it(site: Site) -> None:
    """By those who say it."""
    policies = [e for e in site.graph.entities() if e.type == "policy"]
    assert policies
    assert "sea wall" in site.text(site.address(policies[0].id))


def test_article_page_has_the_whole_text_with_every_claim_linked(site: Site) -> None:
    """The text is the stored one, character by character."""
    (record,) = [a for a in site.graph.articles() if a.source == HARBOUR.source]
    html = site.visit(site.address(record.id)).body.decode()
    found = re.search(r'<div class="text" dir="auto">(.*?)</div>', html, re.DOTALL)
    assert found
    assert unescape(re.sub(r"<[^>]*>", "", found[1])) == HARBOUR.text
    for claim in site.graph.claims(source=HARBOUR.source):
        assert site.address(claim.id) in found[1]
    assert 'href="https://example.org/harbour"' in html


def test_claim_page_is_the_chain(site: Site) -> None:
    """Outlet, article, and every hop with its speaker and words."""
    (inner,) = [c for c in site.graph.claims() if c.embedded_in]
    text = site.text(site.address(inner.id))
    chain = text[text.index("Evidence chain") :]
    assert chain.index("Quayside Post") < chain.index("Okoro said that") < chain.index("Why it counts as that")
    assert "Figures in it: 40 percent" in text
    assert "PREFIX" in text


def test_figure_page_has_the_number_and_where_it_is_stated(site: Site) -> None:
    """And the claim it stands in."""
    (figure,) = [f for f in site.graph.figures() if f.text.startswith("63")]
    text = site.text(site.address(figure.id))
    assert "Value 63" in text
    assert "Stated in" in text


def test_search_finds_names_titles_and_words(site: Site) -> None:
    """Whatever the case."""
    text = site.text("/search?q=SEA wall")
    assert "Harbour board backs sea wall" in text
    assert "Names" in text
    assert "Nobody will have to move" in site.text("/search?q=nobody will")
    assert "Nothing has these words" in site.text("/search?q=zebra")
    assert "Search" in site.text("/search")


@pytest.mark.parametrize(
    ("accept", "type"),
    [("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("application/n-triples", "nt")],
)
@pytest.mark.parametrize("kind", ["person", "article", "claim", "figure"])
def test_every_thing_comes_as_data_too(site: Site, accept: str, type: str, kind: str) -> None:
    """At the same address, with the thing as subject."""
    ids = {
        "person": "urn:claimgraph:person:mara-ellison",
        "article": site.graph.articles()[0].id,
        "claim": site.graph.claims()[0].id,
        "figure": site.graph.figures()[0].id,
    }
    reply = site.visit(site.address(ids[kind]), accept)
    assert reply.type.partition(";")[0] == accept
    assert ("Vary", "Accept") in reply.headers
    found = rdflib.Graph().parse(data=reply.body.decode(), format=type)
    assert list(found.predicate_objects(rdflib.URIRef(ids[kind])))
    assert site.visit(site.address(ids[kind]) + "?format=ttl").type.startswith("text/turtle")


def test_data_is_the_payload_of_the_page(site: Site) -> None:
    """Around a focus, with a cap."""
    data = json.loads(site.visit("/data?focus=person:mara-ellison&hops=1&max=3").body)
    assert data["focus"] == "urn:claimgraph:person:mara-ellison"
    assert len(data["nodes"]) <= 3
    assert site.visit("/graph?focus=person:mara-ellison").body.startswith(b"<!")


def test_data_joins_what_is_new_to_what_is_drawn(site: Site) -> None:
    """Names that the asker has drawn come with what ties them to the answer; words that name nobody are passed over."""
    asked = "/data?focus=person:mara-ellison&hops=1&max=2"
    first = {row["id"] for row in json.loads(site.visit(asked).body)["nodes"]}
    whole = {row["id"] for row in json.loads(site.visit("/data?focus=person:mara-ellison").body)["nodes"]}
    (other, *_) = sorted(whole - first)
    data = json.loads(site.visit(f"{asked}&with=nobody <b> {other}").body)
    assert {row["id"] for row in data["nodes"]} == first | {other}
    assert any(other in (edge["from"], edge["to"]) for edge in data["edges"])


@pytest.mark.parametrize(
    "address",
    [
        "/nothing", "/person/nobody", "/person/", "/claim/0", "/article/x", "/figure/1", "/list/claims", "/list/",
        "/person/a%20b%3E", "/graph?focus=Nobody", "/data?focus=Nobody", "/person/a/b", "/span/1",
    ],
)  # fmt: skip
def test_unknown_addresses_are_not_found(site: Site, address: str) -> None:
    """With a page that says so."""
    assert site.visit(address).status == 404


def test_unwanted_types_are_not_acceptable(site: Site) -> None:
    """And it says which there are."""
    assert site.visit("/person/mara-ellison", "image/png").status == 406


def test_superseded_version_says_so() -> None:
    """And leads to the current one."""
    first = article("Ana Ruiz said the mill would close.", source="mill.txt", publisher="Mill Post", date="2025-01-01")
    second = article("Ana Ruiz said the mill would stay.", source="mill.txt", publisher="Mill Post", date="2025-01-01")
    with stored(first) as graph:
        from tests.stores import add

        add(graph, [second])
        site = Site(graph)
        old = next(a for a in graph.articles() if a.superseded_by)
        assert old.superseded_by
        assert "A later version" in site.text(site.address(old.id))
        assert "An earlier version" in site.text(site.address(old.superseded_by))
        assert "1 articles" in site.text("/")


def test_rejected_claim_is_in_no_list_and_marked_on_its_own_page() -> None:
    """Neither its speaker's page nor the search shows it."""
    with stored(HARBOUR) as graph:
        claim = next(claim for claim in graph.claims() if claim.text.startswith("the old wall"))
        assert claim.speaker
        graph.reject(claim.id, by="ana")
        site, untouched = Site(graph), Site(stored(HARBOUR))
        page = site.address(claim.id)
        for address in (site.address(claim.speaker.id), "/search?q=wall would fail"):
            assert f'href="{page}"' in untouched.visit(address).body.decode()
        assert f'href="{page}"' not in site.visit(site.address(claim.speaker.id)).body.decode()
        assert f'href="{page}"' not in site.visit("/search?q=wall would fail").body.decode()
        assert "Decided by a person rejected" in site.text(page)


HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_hostile_text_is_shown_as_text() -> None:
    """Markup in titles, authors, outlets, words and addresses enters no page as markup."""
    from dataclasses import replace

    hostile = replace(
        HARBOUR,
        source='"><svg onload=alert(3)>.txt',
        title=f"Wall {HOSTILE}",
        authors=(f"Ines {HOSTILE}",),
        publisher=f"Ledger {HOSTILE} \u202eevil",
        url="javascript:alert(4)",
        text=HARBOUR.text.replace("within ten years", f"within {HOSTILE} {{{{ 7*7 }}}} __proto__ \u202e ten years")
        .replace("The harbour lies", "‘" + HOSTILE + "’, said Mara Ellison.\n\nThe harbour lies")
        .replace("63 percent", "63 percent\x0b"),
    )
    with stored(hostile, QUAY) as graph:
        site = Site(graph)
        addresses = ["/", "/articles", "/search?q=<script>", '/search?q="><b>', "/query", "/person/mara-ellison"]
        addresses += [site.address(a.id) for a in graph.articles()]
        addresses += [site.address(c.id) for c in graph.claims()]
        addresses += [site.address(e.id) for e in graph.entities()]
        addresses += [site.address(f.id) for f in graph.figures()]
        for address in addresses:
            reply = site.visit(address)
            assert reply.status == 200, address
            page = Structure(reply.body.decode())
            assert {"svg", "img"}.isdisjoint(page.tags), address
            assert page.tags.count("script") == (2 if address == "/query" else 0), address
            assert page.handlers == [], address
            assert not [link for link in page.links if link.lower().startswith(("javascript:", "data:text"))], address
        assert HOSTILE in site.text(site.address(graph.articles()[0].id)) or any(
            HOSTILE in unescape(site.visit(site.address(a.id)).body.decode()) for a in graph.articles()
        )
