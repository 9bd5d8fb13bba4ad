from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.web.security import Guard
from kg.web.settings import Settings
from tests.kg.web.conftest import Served, make_store, serve
from tests.kg.web.loops import in_loop

TOKEN = "a-token-of-some-length"


@pytest.mark.server
@pytest.mark.parametrize(
    "path", ["/", "/sparql", "/sparql?query=x", "/query", "/healthz", "/static/site.css", "/nowhere"]
)
def test_every_answer_has_the_security_headers(served: Served, path: str) -> None:
    """Pages, errors, files and data alike."""
    headers = served.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "server" not in headers


@pytest.mark.server
def test_only_scripts_of_this_server_run_and_only_where_they_are_needed(served: Served) -> None:
    """No page allows a script that stands in it, and styles that do only the one with the editor."""
    policies = {
        path: served.get(path).headers["content-security-policy"]
        for path in ("/", "/articles", "/search?q=wall", "/nowhere", "/person/mara-ellison", "/query")
    }
    assert {path for path, policy in policies.items() if "script-src" in policy} == {"/person/mara-ellison", "/query"}
    assert "script-src 'self'" in policies["/person/mara-ellison"]
    assert "script-src 'self';" in policies["/query"]
    assert {path for path, policy in policies.items() if "unsafe-inline" in policy} == {"/query"}


@pytest.mark.server
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("LOCALHOST.", 200),
        ("example.org", 421),
        ("127.0.0.1.example.org", 421),
        ("192.0.2.7", 421),
        ("", 421),
    ],
)
def test_host_must_be_this_machine(served: Served, host: str, status: int) -> None:
    """A name of somebody else's that leads here (DNS rebinding) gets nothing."""
    assert served.get("/", headers={"Host": host}).status_code == status


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A server that asks for a token."""
    store = make_store(tmp_path_factory.mktemp("guarded") / "store")
    return serve(store, "--host", "0.0.0.0", "--name", "archive.example.org", environment={"KG_TOKEN": TOKEN})


@pytest.mark.server
def test_token_lets_in_and_stays_out_of_the_log(guarded: Served) -> None:
    """As a header, or once in the address, which sets a cookie that is not the token."""
    try:
        assert guarded.get("/").status_code == 401
        assert guarded.get("/").headers["www-authenticate"].startswith("Bearer")
        assert guarded.get("/?token=wrong").status_code == 401
        assert guarded.get("/", headers={"Authorization": "Bearer wrong"}).status_code == 401
        assert guarded.get("/", headers={"Cookie": f"kg_token={TOKEN}"}).status_code == 401
        assert guarded.get("/", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert guarded.get("/", headers={"Host": "archive.example.org", "Authorization": f"bearer {TOKEN}"}).is_success
        assert guarded.get("/", headers={"Host": "evil.example.org"}).status_code == 421
        assert guarded.get("/healthz").status_code == 200
        with httpx.Client(base_url=guarded.address) as client:
            answer = client.get(f"/search?q=wall&token={TOKEN}")
            assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=wall")
            cookie = answer.headers["set-cookie"]
            assert TOKEN not in cookie
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
            assert client.get("/search?q=wall").status_code == 200
    finally:
        status, written = guarded.stop()
    assert status == 0
    assert TOKEN not in written
    lines = [json.loads(line) for line in written.splitlines() if line.startswith("{")]
    assert {"time", "method", "path", "status", "ms", "bytes"} <= lines[0].keys()
    assert {line["path"] for line in lines} == {"/", "/healthz", "/search"}
    assert {(line["status"], line["ended"]) for line in lines if "ended" in line} == {(401, "token"), (421, "host")}


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/person/jos%C3%A9%20b", "/person/jos%C3%A9%20b?q=w%C3%A4ll"),
        ("//example.org/", "/example.org/?q=w%C3%A4ll"),
        ("/\\example.org/", "/%5Cexample.org/?q=w%C3%A4ll"),
    ],
)
def test_token_in_an_address_leads_to_the_same_address_of_this_server(path: str, target: str) -> None:
    """Letter by letter, whatever stands in it."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def app(*_: Any) -> None:
        raise AssertionError("passed on")

    async def receive() -> Any:
        raise AssertionError("nothing is read")

    query = f"q=w%C3%A4ll&token={TOKEN}"
    scope = {"method": "GET", "path": unquote(path), "raw_path": path.encode(), "query_string": query.encode()}
    guard = Guard(app, Settings(Path("x"), token=TOKEN))
    in_loop(guard({**scope, "headers": [(b"host", b"localhost")]}, receive, send))
    assert dict(sent[0]["headers"])[b"location"].decode() == target


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--host", "0.0.0.0"], "a token is needed"),
        (["--host", "192.0.2.1"], "a token is needed"),
        (["--token", "short"], "16 characters"),
    ],
)
def test_others_need_a_token(options: list[str], words: str) -> None:
    """Before anything is opened."""
    result = CliRunner().invoke(kg, ["serve", "--store", "/nonexistent", *options])
    assert words in str(result.exception)


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("127.8.8.8", True), ("::", False), ("a.b", False)]
)
def test_loopback_is_known(host: str, loopback: bool) -> None:
    """Of addresses and of names."""
    assert Settings(Path("x"), host=host).is_loopback is loopback


def test_missing_store_is_said() -> None:
    """As by every other command."""
    result = CliRunner().invoke(kg, ["serve", "--store", "/nonexistent"])
    assert "there is no store here" in str(result.exception)
