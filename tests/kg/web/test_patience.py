"""Clients that are slow."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from starlette.requests import Request
from uvicorn import Config
from uvicorn.server import ServerState

from kg.web import patience, protocol
from kg.web.patience import Patience
from kg.web.reply import Reply
from kg.web.sending import Sending
from tests.kg.web.loops import in_loop

if TYPE_CHECKING:
    from starlette.types import Message

HEAD = b"GET / HTTP/1.1\r\nHost: localhost\r\n"


async def slow(scope: Any, receive: Any, send: Any) -> None:
    """Answers after longer than clients may take."""
    await asyncio.sleep(0.6)
    await Sending(Reply(200, "text/plain", b"here"))(scope, receive, send)


async def connected(
    app: Any, kind: type[Patience] = Patience
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter, asyncio.Server]:
    """A client of a server of an application."""
    config = Config(app, http=kind, lifespan="off", log_config=None, timeout_keep_alive=1)
    config.load()
    make = partial(kind, config, ServerState(), {})
    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    return reader, writer, server


def told(*pieces: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What a client gets that sends these pieces, a third of the time that is allowed after one another."""
    monkeypatch.setattr(patience, "WHOLE", 0.3)

    async def ask() -> bytes:
        reader, writer, server = await connected(slow)
        got = b""
        with suppress(ConnectionError):
            for piece in pieces:
                writer.write(piece)
                await asyncio.sleep(0.1)
            got = await reader.read()
        writer.close()
        server.close()
        return got

    return in_loop(ask(), 20)


@pytest.mark.parametrize("pieces", [(), (b"G",), (HEAD, *[b"X: y\r\n"] * 9)], ids=["nothing", "a letter", "bit by bit"])
def test_a_head_that_is_never_whole_ends_the_connection(
    pieces: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where there is always a little more."""
    assert told(*pieces, monkeypatch=monkeypatch) == b""


def test_an_answer_may_take_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is the client's, not the server's; after the answer the connection is open for the next request."""
    assert told(HEAD, b"\r\n", monkeypatch=monkeypatch).endswith(b"here")


@pytest.mark.parametrize(("pause", "is_whole"), [(0.05, True), (1.5, False)], ids=["slowly", "not"])
def test_an_answer_has_to_be_taken(pause: float, is_whole: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """However slowly; a client that takes nothing for long gets no more."""
    monkeypatch.setattr(patience, "WHOLE", 0.4)
    answer = Sending(Reply(200, "text/plain", bytes(20_000_000)))

    async def ask() -> int:
        reader, writer, server = await connected(answer)
        writer.write(HEAD + b"Connection: close\r\n\r\n")
        await asyncio.sleep(pause)
        got = 0
        with suppress(ConnectionError):
            while piece := await reader.read(2**20):
                got += len(piece)
                await asyncio.sleep(0.01)
        writer.close()
        server.close()
        return got

    assert (in_loop(ask(), 60) > 20_000_000) is is_whole


def test_a_client_that_goes_away_is_not_waited_for() -> None:
    """Also where it had not taken all: nothing looks at its connection any more."""
    answer = Sending(Reply(200, "text/plain", bytes(20_000_000)))
    connections: list[Patience] = []

    class Known(Patience):
        """One that can be looked at."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            connections.append(self)

    async def ask() -> None:
        reader, writer, server = await connected(answer, Known)
        writer.write(HEAD + b"\r\n")
        await reader.read(1)
        writer.transport.abort()
        while connections[0].connections:
            await asyncio.sleep(0.01)
        taking = connections[0]._taking
        assert taking is not None
        assert taking.cancelled()
        server.close()

    in_loop(ask(), 20)


def test_a_body_that_does_not_come_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what was missing."""
    monkeypatch.setattr(patience, "WHOLE", 0.05)

    async def receive() -> Message:
        await asyncio.sleep(9)
        raise AssertionError

    scope = {
        "type": "http", "method": "POST", "path": "/sparql", "query_string": b"",
        "headers": [(b"content-type", b"application/sparql-query"), (b"content-length", b"6")],
    }  # fmt: skip
    with pytest.raises(protocol.Refused) as refused:
        in_loop(protocol.read(Request(scope, receive)), 8)
    assert refused.value.reply.status == 408
