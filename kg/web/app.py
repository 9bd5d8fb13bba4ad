"""The web application: addresses, and who answers at each."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.errors import QueryError
from kg.query import refuse_service
from kg.version import __version__
from kg.web import protocol
from kg.web.log import AccessLog, Write
from kg.web.pages import Visit
from kg.web.reply import Reply, failure
from kg.web.security import Guard, Headers
from kg.web.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from kg.web.pool import Pool

VENDOR = Path(__file__).parent / "vendor"
STATIC = Path(__file__).parent / "static"
FILES = {
    "site.css": (STATIC, "text/css; charset=utf-8"),
    "query.js": (STATIC, "text/javascript; charset=utf-8"),
    "yasgui.min.js": (VENDOR, "text/javascript; charset=utf-8"),
    "yasgui.min.css": (VENDOR, "text/css; charset=utf-8"),
}
"""The files that pages load, and nothing else is to be had."""
LONGEST = 2**16
"""Bytes: the longest query string of a page."""
READING = ["GET", "HEAD"]

Endpoint = Callable[[Request], Awaitable[Response]]


def build(settings: Settings, queries: Pool, pages: Pool, write: Write) -> ASGIApp:
    """The application over two pools of processes: one answers queries, one makes pages."""

    async def sparql(request: Request) -> Response:
        return _response(request, await _sparql(request, queries), protocol.CORS)

    async def visit(request: Request) -> Response:
        if len(request.scope["query_string"]) > LONGEST:
            return _response(request, failure(414, "The address is too long."))
        path = request.scope["raw_path"].decode("ascii", "replace")
        asked = Visit(path, tuple(request.query_params.multi_items()), request.headers.get("accept"))
        return _response(request, await _while_there(request, pages, asked))

    app = Starlette(
        routes=[
            Route("/sparql", sparql, methods=[*READING, "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]),
            Route("/healthz", _health, methods=READING),
            Route("/static/{name}", _static, methods=READING),
            Route("/{path:path}", visit, methods=READING),
        ],
    )
    return AccessLog(Headers(Guard(app, settings)), write)


async def _sparql(request: Request, queries: Pool) -> Reply:
    """The endpoint's answer: to a query, to a wish to see its description, or why there is none."""
    if request.method == "OPTIONS":
        return Reply(204, "text/plain", b"")
    try:
        asked = await protocol.read(request)
        if asked is None:
            endpoint = str(request.url.replace(query="", fragment=""))
            return protocol.description(endpoint, protocol.accepted(request))
        if not protocol.offers_anything(asked.accept):
            return failure(406, f"Answers come as: {', '.join(protocol.OFFERS)}")
        refuse_service(asked.text)
    except protocol.Refused as refused:
        return refused.reply
    except QueryError as error:
        return failure(400, str(error))
    return await _while_there(request, queries, asked)


async def _health(request: Request) -> Response:
    return _response(request, Reply(200, "application/json", b'{"status": "ok"}'))


async def _static(request: Request) -> Response:
    return _response(request, _file(request.path_params["name"], request.headers.get("if-none-match")))


async def _while_there(request: Request, pool: Pool, task: Any) -> Reply:
    """The answer to a task, which is given up when the client goes away."""
    running = asyncio.create_task(pool.run(task))
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({running, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            return failure(499, "The client went away.", ended="client")
        return running.result()
    finally:
        running.cancel()
        gone.cancel()


async def _gone(request: Request) -> None:
    """Returns when the client has closed the connection."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _response(request: Request, reply: Reply, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    if reply.ended:
        request.scope.setdefault("state", {})["ended"] = reply.ended
    response = Response(b"" if request.method == "HEAD" else reply.body, reply.status)
    response.raw_headers = [
        (name.lower().encode("latin-1"), value.encode("latin-1"))
        for name, value in (
            ("content-type", reply.type),
            ("content-length", str(len(reply.body))),
            *reply.headers,
            *headers,
        )
        if reply.status not in (204, 304) or not name.startswith("content-")
    ]
    return response


@cache
def _loaded(name: str) -> tuple[bytes, str]:
    folder, _ = FILES[name]
    # Without its last line, which names a source map that is not here.
    data = (folder / name).read_bytes().split(b"\n//# sourceMappingURL=")[0]
    return data, f'"{__version__}-{hashlib.sha256(data).hexdigest()[:16]}"'


def _file(name: str, known: str | None) -> Reply:
    if name not in FILES:
        return failure(404, "There is no such file.")
    data, tag = _loaded(name)
    headers = (("ETag", tag), ("Cache-Control", "no-cache"))
    return Reply(304, FILES[name][1], b"", headers) if known == tag else Reply(200, FILES[name][1], data, headers)
