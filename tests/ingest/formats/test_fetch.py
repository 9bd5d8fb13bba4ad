"""Pages come from public addresses alone, over http(s), within limits."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count as counting

import httpx
import pytest

from ingest.formats import ReadOptions, read_all
from ingest.formats.fetch import Fetched, fetch, is_public
from kg.errors import ArticleError
from kg.model import Article

PUBLIC = "93.184.216.34"
PAGE = b"<article><p>The harbour will stay closed for a week, the harbour master said.</p></article>"
Answer = Callable[[httpx.Request], httpx.Response]


def resolved(*found: str) -> Callable[[str, int], Sequence[str]]:
    """A resolver that gives every host the same addresses."""
    return lambda host, port: found


def html(request: httpx.Request) -> httpx.Response:
    """The page, whatever is asked."""
    return httpx.Response(200, content=PAGE, headers={"content-type": "text/html; charset=utf-8"})


def got(
    url: str,
    answer: Answer = html,
    *,
    max_bytes: int = 100_000,
    addresses: Sequence[str] = (PUBLIC,),
    seconds: float = 5,
) -> Fetched:
    """What is fetched where a server answers so."""
    return fetch(url, max_bytes, transport=httpx.MockTransport(answer), resolve=resolved(*addresses), seconds=seconds)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (PUBLIC, True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
        ("no address", False),
    ],
)
def test_only_addresses_of_the_open_internet_are_public(address: str, expected: bool) -> None:
    """Private, loopback, link-local, shared, reserved and multicast addresses are not, in whatever guise."""
    assert is_public(address) is expected


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """The request is sent to the IP address, and names the host in its header and its TLS handshake."""
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return html(request)

    fetched = got("https://ledger.example/a?b=c#d", answer)
    assert fetched == Fetched("https://ledger.example/a?b=c#d", PAGE, ".html", "utf-8")
    (request,) = asked
    assert request.url.host == PUBLIC
    assert request.headers["host"] == "ledger.example"
    assert request.extensions["sni_hostname"] == "ledger.example"


@pytest.mark.parametrize(
    ("url", "addresses", "told"),
    [
        ("http://ledger.example/", ["127.0.0.1"], "private or reserved network (127.0.0.1)"),
        ("http://ledger.example/", [PUBLIC, "10.0.0.1"], "private or reserved network (10.0.0.1)"),
        ("http://[::1]/", ["::1"], "private or reserved network"),
        ("http://ledger.example/", [], "private or reserved network"),
        ("ftp://ledger.example/", [PUBLIC], "only http and https"),
        ("file:///etc/hosts", [PUBLIC], "only http and https"),
        ("http://user:word@ledger.example/", [PUBLIC], "user name or password"),
        ("http://[::1/", [PUBLIC], "no valid address"),
        ("http://ledger.example:99999/", [PUBLIC], "no valid address"),
    ],
)
def test_what_may_not_be_asked_is_not_asked(url: str, addresses: Sequence[str], told: str) -> None:
    """The address is refused before any connection, with the reason."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError("a connection was made")

    with pytest.raises(ArticleError) as raised:
        got(url, answer, addresses=addresses)
    assert told in str(raised.value)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_checked(status: int) -> None:
    """Each hop is resolved and checked anew; the address it ends at is returned."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"location": "/b"}) if request.url.path == "/a" else html(request)

    assert got("https://ledger.example/a", answer).url == "https://ledger.example/b"


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://inner.example/", "private or reserved network"),
        ("file:///etc/hosts", "only http and https"),
        ("http://u:p@ledger.example/", "user name or password"),
        ("/again", "redirects more than 5 times"),
    ],
)
def test_a_redirect_that_leads_astray_is_refused(location: str, told: str) -> None:
    """A public page cannot send the reader into a private network, to a file, or round and round."""

    def resolve(host: str, port: int) -> list[str]:
        return ["192.168.0.1"] if host == "inner.example" else [PUBLIC]

    transport = httpx.MockTransport(lambda request: httpx.Response(302, headers={"location": location}))
    with pytest.raises(ArticleError) as raised:
        fetch("https://ledger.example/a", 1_000, transport=transport, resolve=resolve)
    assert str(raised.value).startswith("https://ledger.example/a: ")
    assert told in str(raised.value)


def test_a_page_over_the_limit_is_refused_while_it_comes() -> None:
    """An endless page is cut off, and nothing of it is kept."""

    def endless() -> Iterator[bytes]:
        for number in counting():
            assert number < 10, "the body was read on"
            yield b"x" * 1_000

    with pytest.raises(ArticleError, match="larger than 2,000 bytes"):
        got(
            "http://ledger.example/",
            lambda request: httpx.Response(200, content=endless(), headers={"content-type": "text/html"}),
            max_bytes=2_000,
        )


def test_a_page_that_drips_is_given_up() -> None:
    """The time limit is for the whole answer and not for each piece of it."""

    def dripping() -> Iterator[bytes]:
        for _ in range(50):
            time.sleep(0.02)
            yield b"x"

    with pytest.raises(ArticleError, match="took too long"):
        got(
            "http://ledger.example/",
            lambda request: httpx.Response(200, content=dripping(), headers={"content-type": "text/html"}),
            seconds=0.1,
        )


@pytest.mark.parametrize(
    ("failure", "told"),
    [
        (httpx.ConnectError("refused"), "cannot be fetched (refused)"),
        (httpx.ReadTimeout("slow"), "took too long"),
        (httpx.RemoteProtocolError("odd"), "cannot be fetched (odd)"),
    ],
)
def test_a_server_that_does_not_answer_is_an_error_of_that_article(failure: Exception, told: str) -> None:
    """What goes wrong on the way is told with the address."""

    def answer(request: httpx.Request) -> httpx.Response:
        raise failure

    with pytest.raises(ArticleError) as raised:
        got("http://ledger.example/", answer)
    assert told in str(raised.value)


def test_the_next_address_is_tried_where_one_takes_no_connection() -> None:
    """A host with several addresses is reached by any of them."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host != PUBLIC:
            raise httpx.ConnectError("unreachable")
        return html(request)

    assert got("http://ledger.example/", answer, addresses=["2606:4700::1111", PUBLIC]).data == PAGE


@pytest.mark.parametrize(
    ("content_type", "path", "suffix"),
    [
        ("text/html", "/a", ".html"),
        ("application/xhtml+xml; charset=utf-8", "/a", ".html"),
        ("text/plain", "/a", ".txt"),
        ("text/plain", "/a.md", ".md"),
        ("text/markdown", "/a", ".md"),
        ("application/x-ndjson", "/a", ".jsonl"),
        ("application/octet-stream", "/a.jsonl", ".jsonl"),
        ("", "/a", ".html"),
    ],
)
def test_the_content_type_tells_the_format(content_type: str, path: str, suffix: str) -> None:
    """The server's word goes before the address, except where it says next to nothing."""

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=PAGE, headers={"content-type": content_type} if content_type else {})

    assert got(f"http://ledger.example{path}", answer).suffix == suffix


@pytest.mark.parametrize(
    ("response", "told"),
    [
        (httpx.Response(404), "answers with status 404"),
        (httpx.Response(200, headers={"content-type": "application/pdf"}), "is application/pdf"),
        (httpx.Response(304), "answers with status 304"),
    ],
)
def test_an_answer_that_is_no_article_is_an_error(response: httpx.Response, told: str) -> None:
    """Missing pages and other formats are told for what they are."""
    with pytest.raises(ArticleError, match=told):
        got("http://ledger.example/", lambda request: response)


def test_an_address_is_read_as_an_article_whose_source_it_is() -> None:
    """The source is the address as given, without its fragment; the url is where it led in the end."""

    def fetcher(url: str, max_bytes: int) -> Fetched:
        return Fetched(url + "?final", PAGE, ".html")

    address = "https://ledger.example/harbour"
    (article,) = read_all([address + "#top", address], ReadOptions(fetch=True), fetcher=fetcher)
    assert isinstance(article, Article)
    assert (article.source, article.url) == (address, address + "?final")


def test_an_address_that_fails_is_an_error_and_the_rest_goes_on() -> None:
    """One dead link costs no other."""

    def fetcher(url: str, max_bytes: int) -> Fetched:
        if "dead" in url:
            raise ArticleError(url, "answers with status 404: check the address in a browser")
        return Fetched(url, PAGE, ".html")

    error, article = read_all(
        ["https://l.example/dead", "https://l.example/b"], ReadOptions(fetch=True), fetcher=fetcher
    )
    assert isinstance(error, ArticleError)
    assert isinstance(article, Article)
