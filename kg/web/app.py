"""The web application: addresses, and who answers at each."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from kg.errors import QueryError
from kg.export.page import TEMPLATES as EXPORTED
from kg.query import refuse_service
from kg.version import __version__
from kg.web import protocol
from kg.web.log import AccessLog, Write
from kg.web.pages import Visit
from kg.web.reply import Reply, failure
from kg.web.security import Guard, Headers
from kg.web.sending import Sending
from kg.web.settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from kg.web.pool import Pool

VENDOR = Path(__file__).parent / "vendor"
STATIC = Path(__file__).parent / "static"
FILES: dict[str, tuple[Path, ...]] = {
    "site.css": (STATIC / "site.css",),
    "query.css": (STATIC / "query.css",),
    "query.js": (STATIC / "query.js",),
    "copy.js": (EXPORTED / "js" / "clipboard.js", STATIC / "copy.js"),
    "yasgui.min.js": (VENDOR / "yasgui.min.js",),
    "yasgui.min.css": (VENDOR / "yasgui.min.css",),
}
"""What pages load, each joined from its parts, and nothing else is to be had."""
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}
LONGEST = 2**16
"""Bytes: the longest address of a page."""
READING = ["GET", "HEAD"]


def build(settings: Settings, queries: Pool, pages: Pool, write: Write) -> ASGIApp:
    """The application over two pools of processes: one answers queries, one makes pages."""

    async def sparql(request: Request) -> Sending:
        reply = await _sparql(request, queries)
        return Sending(replace(reply, headers=(*reply.headers, *protocol.CORS)))

    async def visit(request: Request) -> Sending:
        if len(request.scope["raw_path"]) + len(request.scope["query_string"]) > LONGEST:
            return Sending(failure(414, "The address is too long."))
        path = request.scope["raw_path"].decode("ascii", "replace")
        asked = Visit(path, tuple(request.query_params.multi_items()), protocol.accepted(request))
        return Sending(unless_known(request, await _while_there(request, pages, asked)))

    pages_route = Route("/{path:path}", visit, methods=READING)
    app = Starlette(
        routes=[
            Route("/sparql", sparql, methods=[*READING, "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]),
            Route("/healthz", _health, methods=READING),
            Route("/static/{name}", _static, methods=READING),
            pages_route,
        ],
    )
    app.router.default = pages_route.app  # a path with a line break fits no route
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


async def _health(request: Request) -> Sending:
    return Sending(Reply(200, "application/json", b'{"status": "ok"}'))


async def _static(request: Request) -> Sending:
    return Sending(unless_known(request, _file(request.path_params["name"])))


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


@cache
def _loaded(name: str) -> tuple[bytes, str]:
    """What a file holds, without the line that names a source map that is not here, and its tag."""
    data = b"\n".join(part.read_bytes().split(b"\n//# sourceMappingURL=")[0] for part in FILES[name])
    return data, tag(data)


def _file(name: str) -> Reply:
    if name not in FILES:
        return failure(404, "There is no such file.")
    data, known = _loaded(name)
    return Reply(200, TYPES[Path(name).suffix], data, (("ETag", known),))


def tag(data: bytes) -> str:
    """The ETag of some bytes; another version of the program has others."""
    return f'"{__version__}-{hashlib.sha256(data).hexdigest()[:16]}"'


def unless_known(request: Request, reply: Reply) -> Reply:
    """The answer with its tag, or that the client has it already."""
    if reply.status != 200:
        return reply
    known = dict(reply.headers).get("ETag") or tag(reply.body)
    headers = (*(pair for pair in reply.headers if pair[0] != "ETag"), ("ETag", known))
    had = [name.strip().removeprefix("W/") for name in request.headers.get("if-none-match", "").split(",")]
    if known in had or had == ["*"]:
        return Reply(304, reply.type, b"", headers)
    return replace(reply, headers=headers)
