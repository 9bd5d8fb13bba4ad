from __future__ import annotations

import pytest
import rdflib

from tests.kg.web.sites import Site
from tests.stores import article, stored


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


@pytest.mark.parametrize(
    "address",
    [
        "/nothing", "/person/nobody", "/person/", "/claim/0", "/article/x", "/figure/1", "/list/claims", "/list/",
        "/person/a%20b%3E", "/graph?focus=Nobody", "/person/a/b", "/span/1", "/person/%00", "/person/%ff",
        "/person/%F0%9F%98%80", "/person/..%2f..%2fetc", "/person/" + "x" * 5000, "/claim/%3Cscript%3E",
        "/list/person/2", "//evil.example.org/",
    ],
)  # fmt: skip
def test_unknown_addresses_are_not_found(site: Site, address: str) -> None:
    """With a page that says so and leads on."""
    reply = site.visit(address)
    assert reply.status == 404
    assert "There is no such page" in reply.body.decode()
    assert site.visit(address, "text/turtle").type.startswith("text/plain")


def test_what_may_have_been_meant_is_suggested(site: Site) -> None:
    """The names spelt like it, and a search for its words."""
    page = site.visit("/person/mara-elisson").body.decode()
    assert 'href="/person/mara-ellison"' in page
    assert 'href="/search?q=mara%20elisson"' in page
    assert site.visit("/person/mara-ellison?show=nothing").status == 404
    assert "No claim or figure has this id" in site.visit("/claim/0123456789abcdef").body.decode()


ANY = "text/turtle, application/ld+json, application/n-triples"


@pytest.mark.parametrize(
    ("address", "accept", "offered"),
    [
        ("/person/mara-ellison", "image/png", "text/html"),
        ("/person/mara-ellison", "text/html;q=0", "text/turtle"),
        ("/person/mara-ellison?format=pdf", None, "format=ttl"),
        ("/", "application/json", "text/html"),
        ("/list/person", ANY, "text/html"),
        ("/data", "text/html", "application/json"),
        ("/graph", "text/turtle", "text/html"),
    ],
)
def test_unwanted_types_are_not_acceptable(site: Site, address: str, accept: str | None, offered: str) -> None:
    """And it says which there are."""
    reply = site.visit(address, accept)
    assert reply.status == 406
    assert offered in reply.body.decode()
    assert ("Vary", "Accept") in reply.headers


@pytest.mark.parametrize("number", ["0", "-1", "1e3", "99999999999999999999", "two", "", "٣", "1.5"])
def test_page_numbers_that_are_none_give_a_page(site: Site, number: str) -> None:
    """The first, or the last where there are not that many."""
    assert site.visit(f"/claims?page={number}").status == 200


def test_pages_of_a_list_lead_to_each_other() -> None:
    """And keep what was asked for."""
    with stored(article(" ".join(f"Ana Ruiz said that mill {number} would close." for number in range(60)))) as graph:
        site = Site(graph)
        first = site.visit("/person/ana-ruiz?show=said").body.decode()
        assert 'rel="next" href="/person/ana-ruiz?show=said&amp;page=2"' in first
        assert 'rel="prev"' not in first
        last = site.visit("/person/ana-ruiz?show=said&page=3").body.decode()
        assert 'rel="prev" href="/person/ana-ruiz?show=said&amp;page=2"' in last
        assert "Page 3 of 3" in site.text("/person/ana-ruiz?show=said&page=9")


def test_merged_entity_leads_to_what_it_went_into() -> None:
    """Its page, its lists and its data alike; not for good, for the merge can be taken back."""
    with stored() as graph:
        graph.merge("person:mara-ellison", "person:jonas-okoro", by="ana")
        site = Site(graph)
        for asked, accept in (
            ("", "text/html"),
            ("?show=said", "text/html"),
            ("", "text/turtle"),
            ("?format=nt", None),
        ):
            reply = site.visit(f"/person/jonas-okoro{asked}", accept)
            assert reply.status == 303
            assert dict(reply.headers)["Location"] == f"/person/mara-ellison{asked}"
        assert "The wall will ruin the quay" in site.text("/person/mara-ellison?show=said")
        assert site.visit("/data?focus=person:jonas-okoro", None).status == 200
        graph.undo(graph.decisions()[0].id, by="ana")
        assert Site(graph).visit("/person/jonas-okoro").status == 200
