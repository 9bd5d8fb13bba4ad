"""The process that all others are forked off: it has the libraries loaded and the store open, and answers nothing.

So a new process costs four milliseconds and three megabytes, where opening the store anew took forty and fourteen.
Forking beside the engine's own threads is safe for what only reads: the store is opened without a writer, its threads
rest, and a forked process never waits for them nor closes the store, but is killed or leaves at once.

The processes are a group. When the one that serves is gone, however it ended, the group goes with it, those included
that are stopped.
"""

from __future__ import annotations

import asyncio
import gc
import multiprocessing
import os
import signal
import socket
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from kg.errors import StoreError
from kg.web.channel import Channel, receive, send
from kg.web.worker import Duty, Worker, work

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from kg.store import Store

_OPEN, _FORK = b"o", b"f"
_WAIT = 60.0
"""Seconds within which a process has to be there."""
_END = 5.0
"""Seconds within which it has to be gone."""
_SELDOM = (20_000, 10, 10)
"""After how many new objects garbage is looked for: pages read some hundred thousand, hardly any of them garbage."""
_LOADED = ("kg.web.answering", "kg.web.pages", "resource")


class Zygote:
    """That process, as the one that serves sees it; it is started anew should somebody have killed it."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self._process: BaseProcess | None = None
        self._control: socket.socket | None = None
        self._starting = asyncio.Lock()
        self.is_closed = False

    async def open(self, where: Path) -> None:
        """Forks from another copy of the store from now on.

        Raises:
            StoreError: it cannot be opened, so the last one stays open.
            OSError: the process did not come up.
        """
        await self._start()
        await self._open(where)
        self.where = where

    async def fork(self, duty: Duty) -> Worker:
        """A new process that is ready to answer.

        Raises:
            StoreError: the copy cannot be opened.
            OSError: it did not come up.
        """
        await self._start()
        channel, (pid, where) = await self._tell(_FORK, duty)
        return Worker(channel, pid, where)

    def close(self) -> None:
        """Ends the process and all that were forked off it, for good."""
        self.is_closed = True
        self._end()

    def _end(self) -> None:
        if self._control and self._process:
            self._control.close()
            self._process.join(_END)

    async def _start(self) -> None:
        """Starts the process unless it is there."""
        async with self._starting:
            if self._process and self._process.is_alive():
                return
            if self.is_closed:
                raise OSError("the server is stopping")
            self._end()
            # Else it would take a folder named kg, wherever the command is called, for this package.
            os.environ["PYTHONSAFEPATH"] = "1"
            self._control, theirs = socket.socketpair()
            self._control.setblocking(False)
            with theirs:
                kind = multiprocessing.get_context("spawn").Process
                self._process = kind(target=_live, args=(theirs,), daemon=True, name="kg serve")
                self._process.start()
            await self._open(self.where)

    async def _open(self, where: Path) -> None:
        channel, error = await self._tell(_OPEN, where)
        channel.close()
        if error:
            raise StoreError(error)

    async def _tell(self, what: bytes, message: object) -> tuple[Channel, Any]:
        """A new channel, the other end of which the process got, and what is said there first."""
        assert self._control
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [what], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        channel = await Channel.over(ours)
        try:
            async with asyncio.timeout(_WAIT):
                await channel.send(message)
                return channel, await channel.receive()
        except (EOFError, TimeoutError):
            channel.close()
            raise OSError("no process came up") from None
        except BaseException:
            channel.close()
            raise


def _live(control: socket.socket) -> None:
    """The life of the process: open copies and fork as told, and end the group with the one that serves."""
    os.setpgid(0, 0)
    gc.set_threshold(*_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how they ended
    for module in _LOADED:
        import_module(module)
    store: Store | None = None
    while True:
        told, ends, *_ = socket.recv_fds(control, 1, 1)
        if not told:
            os.killpg(0, signal.SIGKILL)
        with socket.socket(fileno=ends[0]) as channel:
            if told == _OPEN:
                store = _opened(channel, store)
            elif store:
                with suppress(OSError):  # the other end sees that nothing came up
                    if not os.fork():
                        control.close()
                        _leave_after(channel, store)


def _opened(channel: socket.socket, last: Store | None) -> Store | None:
    """The store that is open from now on; tells what kept another one from being opened."""
    from kg.store import open_

    try:
        store = open_(receive(channel))
    except StoreError as error:
        send(channel, str(error))
        return last
    if last:
        last.close()
    gc.collect()
    gc.freeze()  # what is there now is left alone by forked processes, so they share it
    send(channel, None)
    return store


def _leave_after(channel: socket.socket, store: Store) -> NoReturn:
    """Works, and leaves without closing anything that the parent has."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the engine's last words when memory runs out are not for the log
        if duty := receive(channel):
            work(channel, store, duty)
    finally:
        os._exit(0)
