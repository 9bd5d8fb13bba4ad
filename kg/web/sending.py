"""An answer on its way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from kg.web.reply import Reply


class Sending:
    """Sends an answer, as an application that does nothing else, and leaves word for the log of why there is none."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it; to HEAD without the body, but with its length."""
        reply = self._reply
        if reply.ended:
            scope.setdefault("state", {})["ended"] = reply.ended
        of_body = (("content-type", reply.type), ("content-length", str(len(reply.body))))
        headers = (*(of_body if reply.status not in (204, 304) else ()), *reply.headers)
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        await send({"type": "http.response.start", "status": reply.status, "headers": raw})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else reply.body})
