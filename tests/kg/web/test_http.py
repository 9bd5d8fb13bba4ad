from __future__ import annotations

from http.client import HTTPConnection

import httpx
import pytest

from tests.kg.web.conftest import WAIT, Served

pytestmark = pytest.mark.server

PAGE = "/person/mara-ellison"


@pytest.mark.parametrize("path", ["/", PAGE, "/query", "/graph", "/static/copy.js", "/nowhere", PAGE + "?format=ttl"])
def test_head_is_the_answer_without_its_body(served: Served, path: str) -> None:
    """With the same headers, the length included."""
    whole = served.get(path)
    head = httpx.head(served.address + path, timeout=WAIT)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers.get("etag") == whole.headers.get("etag")
    assert head.headers["content-length"] == whole.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize("path", ["/", PAGE, "/query", "/graph", "/data", "/static/site.css", PAGE + "?format=nt"])
def test_what_the_client_has_is_not_sent_again(served: Served, path: str) -> None:
    """But asked for each time, for the store may have changed; with the policy that the page needs."""
    whole = served.get(path)
    assert whole.headers["cache-control"] == "no-cache"
    tag = whole.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = served.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["content-security-policy"] == whole.headers["content-security-policy"]
        assert again.headers.get("vary") == whole.headers.get("vary")
    assert served.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_each_form_of_a_thing_has_its_own_tag(served: Served) -> None:
    """So that no cache takes one for the other."""
    forms = [served.get(PAGE, headers={"Accept": type}) for type in ("text/html", "text/turtle", "application/ld+json")]
    assert len({form.headers["etag"] for form in forms}) == 3
    assert {form.headers["vary"] for form in forms} == {"Accept"}


@pytest.mark.parametrize("path", ["/nowhere", "/person/nobody", "/sparql?query=x", "/static/nothing.js"])
def test_errors_are_not_kept(served: Served, path: str) -> None:
    """They have no tag and are asked for anew."""
    headers = served.get(path, headers={"If-None-Match": "*"}).headers
    assert "etag" not in headers
    assert headers["cache-control"] == "no-cache"


def test_address_that_is_too_long_is_refused(served: Served) -> None:
    """With an error of the protocol, and the server goes on."""
    asked = {"/search?q=": 200, "/person/": 404}
    for path, status in asked.items():
        assert _status(served, path + "x" * 40_000) == status
        assert _status(served, path + "x" * 200_000) == 414
    assert served.get("/").status_code == 200


def _status(served: Served, path: str) -> int:
    """The status of an answer; httpx asks for no address as long as this."""
    connection = HTTPConnection(served.address.removeprefix("http://"), timeout=WAIT)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize(("host", "status"), [("127.0.0.1:1", 200), ("example.org", 421)])
def test_whole_address_is_asked_for_as_its_path(served: Served, host: str, status: int) -> None:
    """As proxies do; the name that counts is the one in the address."""
    assert _status(served, f"http://{host}/articles") == status


def test_no_address_is_beyond_the_pages(served: Served) -> None:
    """Where nothing is, the page that says so comes, also where a path has a line break in it."""
    answer = served.get("/person/mara%0Aellison")
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_are_only_read(served: Served, method: str) -> None:
    """Whatever else is tried is not allowed."""
    answer = httpx.request(method, served.address + PAGE, timeout=WAIT)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_where_a_page_leads_on_is_an_address_of_this_server(served: Served) -> None:
    """Also from a path that looks like another server's."""
    answer = served.get("//example.org/person/mara-ellison", follow_redirects=False)
    assert answer.status_code == 404
