"""Who may ask: the Host header and the token; and the headers that go with every answer."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import socket
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode

from kg.web.reply import Reply, failure
from kg.web.sending import Sending
from kg.web.settings import LOCALHOST, Settings, is_loopback

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "kg_token"
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""The Content-Security-Policy of every answer that does not bring its own: nothing runs."""
SCRIPT_POLICY = f"{PAGE_POLICY}; script-src 'self'"
"""That of pages whose buttons copy: only scripts of this server run, none that stands in a page."""
EDITOR_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""That of the page with the editor, which sets styles as it goes, and asks this server; nobody else."""
HEADERS = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-cache",
}


class Guard:
    """Lets through only what names this server, and bears the token where there is one.

    A page of somebody else's can have its own name lead to this machine (DNS rebinding): then the browser sends that
    name as Host. So only names that are known are answered, and addresses written as numbers, which no one can rebind.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._token = settings.token
        self._loopback = settings.is_loopback
        own = set() if settings.is_loopback else {settings.host.lower(), socket.gethostname().lower()}
        self._names = {LOCALHOST, *own, *map(str.lower, settings.names)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it."""
        scope = _origin_form(scope)
        refused = self._refused(scope, dict(scope["headers"]))
        await (Sending(refused) if refused else self._app)(scope, receive, send)

    def _refused(self, scope: Scope, headers: dict[bytes, bytes]) -> Reply | None:
        host = headers.get(b"host", b"").decode("latin-1")
        if not self._is_own(host):
            return failure(
                421, "This server does not go by that name. If it should: kg serve --name NAME", ended="host"
            )
        if self._token is None or scope["path"] == "/healthz" or scope["method"] == "OPTIONS":
            return None
        fields = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and self._is_token(value) for name, value in fields):
            return self._welcome(scope["raw_path"], [(name, value) for name, value in fields if name != "token"])
        kind, _, given = headers.get(b"authorization", b"").decode("latin-1").partition(" ")
        if kind.lower() == "bearer" and self._is_token(given.strip()):
            return None
        if hmac.compare_digest(_cookie(headers), self._pass()):
            return None
        return failure(
            401,
            "A token is needed: send it as 'Authorization: Bearer …', or open the address that kg serve printed.",
            ("WWW-Authenticate", 'Bearer realm="claimgraph"'),
            ended="token",
        )

    def _is_own(self, host: str) -> bool:
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        name = name.strip("[]").lower().rstrip(".")
        if name in self._names:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return not self._loopback or is_loopback(name)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), (self._token or "").encode())

    def _pass(self) -> bytes:
        """What the cookie holds: made from the token, but not the token."""
        return hmac.new((self._token or "").encode(), b"claimgraph cookie", hashlib.sha256).hexdigest().encode()

    def _welcome(self, path: bytes, fields: list[tuple[str, str]]) -> Reply:
        """A cookie in place of the token, and the same address without it."""
        target = "/" + quote(path, safe="/%").lstrip("/") + (f"?{urlencode(fields)}" if fields else "")
        cookie = f"{COOKIE}={self._pass().decode()}; HttpOnly; SameSite=Strict; Path=/"
        return Reply(303, "text/plain", b"", (("Location", target), ("Set-Cookie", cookie)))


def _origin_form(scope: Scope) -> Scope:
    """A request for a whole address as one for its path; the host is then the one in the address (RFC 9112, 3.2.2)."""
    scheme, mark, rest = scope["raw_path"].partition(b"://")
    if not mark or scheme.lower() not in (b"http", b"https"):
        return scope
    host, _, path = rest.partition(b"/")
    raw = b"/" + path
    headers = [(b"host", host), *(pair for pair in scope["headers"] if pair[0] != b"host")]
    return {**scope, "raw_path": raw, "path": unquote(raw.decode("ascii")), "headers": headers}


def _cookie(headers: dict[bytes, bytes]) -> bytes:
    try:
        jar = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return b""
    return jar[COOKIE].value.encode() if COOKIE in jar else b""


class Headers:
    """Adds the security headers to every answer that does not have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *((k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in present),
                ]
            await send(message)

        await self._app(scope, receive, dressed)
