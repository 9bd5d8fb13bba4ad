"""One line of JSON for every request: when, what, how it went, how long it took.

Never the query string: it may hold a token, and queries say what somebody is looking into.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Write = Callable[[str], None]
LONGEST = 500
"""Characters of a path that are written down: nobody shall fill the log with one request."""


class AccessLog:
    """Writes the line when the answer is out."""

    def __init__(self, app: ASGIApp, write: Write) -> None:
        self._app = app
        self._write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on."""
        started = time.perf_counter()
        seen: dict[str, Any] = {"status": 0, "bytes": 0}

        async def watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"] = message["status"]
            elif message["type"] == "http.response.body":
                seen["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            line: dict[str, Any] = {
                "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "method": scope["method"],
                "path": scope["path"][:LONGEST],
                "status": seen["status"],
                "ms": round(1000 * (time.perf_counter() - started), 1),
                "bytes": seen["bytes"],
            }
            if ended := scope.get("state", {}).get("ended"):
                line["ended"] = ended
            self._write(json.dumps(line))
