"""A page gives its running text and what it says of itself."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING

import pytest

from ingest.formats import ReadOptions

if TYPE_CHECKING:
    from tests.ingest.formats.conftest import Read

FIRST = "The harbour will stay closed for a week, the harbour master told reporters on Tuesday morning."
SECOND = "“We have no choice,” he said, and pointed at the broken crane that hangs over the southern quay."
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour to close &amp; crane to go",
    "author": [{"@type": "Person", "name": "Ana Ruiz"}, {"@type": "Person", "name": "Tom Hale"}],
    "publisher": {"@type": "Organization", "name": "The Coast Ledger"},
    "datePublished": "2025-03-04T10:00:00Z",
    "mainEntityOfPage": {"@id": "https://ledger.example/harbour"},
    "inLanguage": "en",
}


def page(*, head: str = "", linked: object = None, title: str = "Harbour to close | Ledger") -> str:
    """A web page with a menu, an article and a footer."""
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>' if linked is not None else ""
    return (
        f'<!doctype html><html lang="en-GB"><head><title>{title}</title>{head}{script}</head><body>'
        '<nav><a href="/">Home</a> <a href="/news">News</a></nav>'
        f"<article><h1>Harbour to close</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
        "<footer>All the fish in the sea</footer></body></html>"
    )


def test_the_running_text_is_stored_without_the_page_around_it(read: Read) -> None:
    """Menu and footer stay out; each paragraph is a line."""
    article = read({"a.html": page()}).article
    assert FIRST in article.text.splitlines()
    assert SECOND in article.text.splitlines()
    assert "News" not in article.text
    assert article.language == "en-GB"


def test_the_site_s_name_is_taken_off_the_title(read: Read) -> None:
    """The heading in the text shows which part of the page's title is the article's."""
    article = read({"a.html": page()}).article
    assert article.title == "Harbour to close"
    assert article.text.startswith("Harbour to close\n" + FIRST)


@pytest.mark.parametrize(
    "linked",
    [
        LINKED,
        [{"@type": "WebSite", "name": "Ledger"}, LINKED],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, LINKED]},
        LINKED | {"@type": ["Thing", "ReportageNewsArticle"]},
        LINKED | {"@type": "https://schema.org/OpinionNewsArticle"},
        {"@type": "WebPage", "mainEntity": LINKED},
        {
            "@graph": [
                LINKED | {"publisher": {"@id": "#org"}, "author": [{"@id": "#ana"}, {"@id": "#tom"}]},
                {"@id": "#org", "@type": "Organization", "name": "The Coast Ledger"},
                {"@id": "#ana", "@type": "Person", "name": "Ana Ruiz"},
                {"@id": "#tom", "@type": "Person", "name": "Tom Hale"},
            ]
        },
    ],
    ids=["object", "list", "graph", "types", "iri", "main-entity", "references"],
)
def test_json_ld_gives_the_metadata(read: Read, linked: object) -> None:
    """The article's own description is found wherever publishers put it."""
    article = read({"a.html": page(linked=linked, head='<meta name="author" content="Web Desk">')}).article
    assert article.title == "Harbour to close & crane to go"
    assert article.authors == ("Ana Ruiz", "Tom Hale")
    assert article.publisher == "The Coast Ledger"
    assert article.date == "2025-03-04T10:00:00Z"
    assert article.url == "https://ledger.example/harbour"
    assert article.text.startswith("Harbour to close & crane to go\n\n")


def test_meta_tags_fill_in_what_json_ld_lacks(read: Read) -> None:
    """Where the page has no JSON-LD its meta tags are read."""
    head = (
        '<meta name="author" content="Ana Ruiz"><meta property="og:site_name" content="The Coast Ledger">'
        '<meta property="article:published_time" content="2025-03-04"><link rel="canonical" href="https://ledger.example/h">'
    )
    article = read({"a.htm": page(head=head)}).article
    assert (article.authors, article.publisher) == (("Ana Ruiz",), "The Coast Ledger")
    assert (article.date, article.url) == ("2025-03-04", "https://ledger.example/h")


def test_what_the_user_says_goes_before_a_guess_and_after_what_the_page_states(read: Read) -> None:
    """JSON-LD first, then the options, then what was made of the layout."""
    options = ReadOptions(publisher="Mine", authors=("Me",))
    assert read({"a.html": page(linked=LINKED)}, options=options).article.publisher == "The Coast Ledger"
    guessed = '<meta property="og:site_name" content="Theirs">'
    assert read({"a.html": page(head=guessed)}, options=options).article.publisher == "Mine"


@pytest.mark.parametrize(
    ("said", "expected"),
    [("en-GB", "en-GB"), ("es", None), ("EN", "en"), ("", None), ("x" * 20, None)],
)
def test_page_s_own_language_gives_way_to_its_text(read: Read, said: str, expected: str | None) -> None:
    """Many pages state the language of their site, or none that exists; the text itself is asked later."""
    assert read({"a.html": page().replace("en-GB", said)}).article.language == expected
    bare = page(linked=LINKED | {"inLanguage": said}).replace(' lang="en-GB"', "")
    assert read({"a.html": bare}).article.language == expected


def test_page_s_own_language_is_overruled_by_the_user(read: Read) -> None:
    """Who says --language has looked."""
    assert read({"a.html": page()}, options=ReadOptions(language="es")).article.language == "es"


@pytest.mark.parametrize("broken", ["{not json", '{"@type": "NewsArticle", "headline": ', "[" * 50_000, "<!-- -->", ""])
def test_broken_json_ld_is_left_out(read: Read, broken: str) -> None:
    """The article is read without it."""
    reading = read({"a.html": page(head=f"<script type='application/ld+json'>{broken}</script>")})
    assert FIRST in reading.article.text
    assert all("JSON-LD" in message for _, message in reading.notices)


@pytest.mark.parametrize(
    "markup",
    [
        f"<p>{FIRST}<p>{SECOND}",
        f"<html><body><div><b>{FIRST}</div></i></b><p>{SECOND}</body>",
        f"<article><p>{FIRST}</p><p>{SECOND}</p><div class='",
        f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>{FIRST}</p><p>{SECOND}</p>",
    ],
)
def test_broken_html_is_read_as_browsers_do(read: Read, markup: str) -> None:
    """Unclosed and crossed elements cost no words."""
    text = read({"a.html": markup}).article.text
    assert FIRST in text
    assert SECOND in text


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<nav><a href='/'>Home</a><a href='/b'>News</a></nav>",
        "<form><label>User name</label><input name=u><button>Sign in</button></form>",
        "<div>" * 50_000,
        "plain words",
    ],
)
def test_a_page_without_an_article_is_an_error(read: Read, markup: str) -> None:
    """The error names the file and says what to save instead."""
    error = read({"a.html": markup}).error
    assert error.startswith("a.html: no article was found in the page")
    assert "save the page of the article" in error


def test_a_declared_encoding_is_obeyed_and_told(read: Read) -> None:
    """A page in Latin-1 that says so reads as it was written."""
    markup = page(head='<meta charset="iso-8859-1">').replace("harbour", "puerto más pequeño")
    reading = read({"a.html": markup.encode("cp1252")})
    assert "puerto más pequeño" in reading.article.text
    assert reading.notices == [("a.html", "decoded as windows-1252, as declared")]


def test_nothing_is_fetched(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page full of addresses is read without a connection."""

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    head = (
        '<link rel="canonical" href="https://ledger.example/h"><base href="https://ledger.example/"><img src="/x.png">'
    )
    doctype = '<!DOCTYPE html SYSTEM "http://ledger.example/x.dtd" [<!ENTITY x SYSTEM "http://ledger.example/y">]>'
    assert read({"a.html": doctype + page(head=head, linked=LINKED)}).articles
