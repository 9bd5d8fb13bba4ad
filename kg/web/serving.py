"""The server as a process: its copies of the store, its pools, its start and its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import time
import webbrowser
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

import uvicorn

from kg.errors import StoreError, UsageError
from kg.store import existing
from kg.web.app import build
from kg.web.copies import Copies, Signature
from kg.web.patience import Patience
from kg.web.pool import Limits, Pool
from kg.web.settings import Settings
from kg.web.worker import Duty
from kg.web.zygote import Zygote

if TYPE_CHECKING:
    from types import FrameType

LOOK = 1.0
"""Seconds between looks whether the store has changed."""
SHARE = 0.05
"""The most of the time that may be spent on taking copies while somebody writes."""
PAGE_MEMORY = 4
"""How many times a query's memory the pages may use: they keep what they read."""


def run(settings: Settings, *, open_browser: bool = False) -> None:
    """Serves until it is told to stop (Ctrl-C, SIGTERM).

    Raises:
        StoreError: there is no store, or no copy of it can be made.
        UsageError: the address cannot be listened on, or the system cannot fork processes.
    """
    if not hasattr(os, "fork"):
        raise UsageError("kg serve forks processes, which this system cannot: use Linux, macOS or WSL")
    existing(settings.store)
    asyncio.run(_serve(settings, open_browser))


async def _serve(settings: Settings, open_browser: bool) -> None:
    copies = Copies(settings.store)
    try:
        where, taken = await asyncio.to_thread(copies.take)
        zygote = Zygote(where)
        queries, pages = pools(settings, zygote)
        try:
            listening = _listen(settings)
            await asyncio.gather(queries.begin(), pages.begin())
            server = Server(settings, zygote, queries, pages)
            watching = asyncio.create_task(_watch(copies, taken, zygote, (queries, pages)))
            _announce(settings, listening.getsockname()[1], open_browser)
            try:
                await server.serve(sockets=[listening])
            finally:
                watching.cancel()
        finally:
            zygote.close()
    finally:
        copies.close()


def pools(settings: Settings, zygote: Zygote) -> tuple[Pool, Pool]:
    """Who answers queries, and who makes pages.

    Pages have few processes, which keep what they read, and time in front for a first reading: two, so that nobody
    waits for one that takes long.
    """
    lanes = settings.lanes
    query = Duty("kg.web.answering:handler", settings.memory, settings.timeout)
    page = Duty("kg.web.pages:handler", PAGE_MEMORY * settings.memory, settings.timeout)
    seats, turns = max(8, 2 * lanes), max(1, lanes - 1)
    queries = Limits(short=0.01, long=0.2, front=lanes, behind=8 * seats, turns=turns, seats=seats)
    visits = Limits(short=5.0, long=5.0, front=2, behind=4, turns=1, seats=2)
    return Pool(zygote, query, queries), Pool(zygote, page, visits, "page")


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP, for only then asyncio has small pieces sent at once (else answers wait 40 ms).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(1024)  # before the address is told to anybody
    except OSError as error:
        listening.close()
        raise UsageError(f"{settings.host}:{settings.port}: cannot listen there: {error.strerror or error}") from None
    return listening


def _announce(settings: Settings, port: int, open_browser: bool) -> None:
    """Says where the server is; the token stands in no line."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{port}/"
    _write(f"kg serve: {settings.store} at {address} (Ctrl-C ends it)")
    if settings.token:
        _write(f"kg serve: open {address}?token=… with the token in place of the dots, once in each browser")
    if open_browser:
        webbrowser.open(address + (f"?token={quote(settings.token)}" if settings.token else ""))


def _write(line: str) -> None:
    """One line on standard error."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


async def _watch(copies: Copies, taken: Signature, zygote: Zygote, pools: Sequence[Pool]) -> None:
    """Takes another copy when the store has changed, seldom enough that a writer hardly notices."""
    pause, told = LOOK, ""
    while True:
        await asyncio.sleep(pause)
        pause = LOOK
        try:
            copies.drop({zygote.where}.union(*(pool.in_use() for pool in pools)))
            if await asyncio.to_thread(copies.look) == taken:
                told = ""
                continue
            started = time.monotonic()
            where, seen = await asyncio.to_thread(copies.take)
            await zygote.open(where)
            for pool in pools:
                pool.renew()
            taken = seen
            pause = max(LOOK, (time.monotonic() - started) / SHARE)
        except (StoreError, OSError) as error:
            if str(error) != told:  # once, and not as long as it lasts
                told = str(error)
                _write(f"kg serve: no new copy of the store can be made, so the last one is served: {told}")
            pause = 10 * LOOK


class Server(uvicorn.Server):
    """Uvicorn's server, which ends running queries first when it is told to stop, and stops without an error."""

    def __init__(self, settings: Settings, zygote: Zygote, queries: Pool, pages: Pool) -> None:
        self._zygote = zygote
        super().__init__(
            uvicorn.Config(
                build(settings, queries, pages, _write),
                log_config=None,
                access_log=False,
                server_header=False,
                lifespan="off",
                proxy_headers=False,
                loop="asyncio",
                http=Patience,
                ws="none",
                h11_max_incomplete_event_size=2 * 2**20,
                limit_concurrency=1000,
                timeout_graceful_shutdown=5,
            )
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Takes Ctrl-C and SIGTERM as what they ask for, and does not raise them again at the end."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        yield

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begins to stop."""
        self._zygote.close()
        super().handle_exit(sig, frame)
