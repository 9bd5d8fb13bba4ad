"""A process that answers from one copy of the store and can be ended at any moment.

Python cannot interrupt the engine, so whatever may take long runs in a process of its own. Such processes are forked
off one that has the libraries loaded and does nothing else (`multiprocessing`'s fork server): a new one is there
within some hundredths of a second.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import pickle
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.web.reply import Reply, failure

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from kg.store import Store

Handler = Callable[[Any], Reply]
Maker = Callable[["Store"], Handler]

_STARTING = threading.Lock()
_LENGTH = struct.Struct("!Q")
_BUFFER = 2**20
_START = 60.0
"""Seconds within which a process has to be there."""
_GRACE = 5
"""Seconds of processor time beyond the limit after which a process ends itself, should its parent be gone."""


def context() -> Any:
    """How processes are started: from a fork server where the platform has one."""
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    chosen = multiprocessing.get_context(method)
    if method == "forkserver":
        # Each new process looks at the program that was started, which is the command, so that has to be there too.
        chosen.set_forkserver_preload(["__main__", "kg.cli", "kg.web.answering", "kg.web.pages"])
        # Else it would take a folder named kg, wherever the command is called, for this package.
        os.environ["PYTHONSAFEPATH"] = "1"
    return chosen


class Worker:
    """One such process, as its parent sees it. Ask one thing at a time."""

    def __init__(
        self, process: BaseProcess, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, where: Path
    ) -> None:
        self.where = where
        self._process = process
        self._reader = reader
        self._writer = writer

    @classmethod
    async def start(cls, maker: str, where: Path, memory: int, timeout: float) -> Worker:
        """A new process that is ready to answer; ``maker`` is the import path of what makes its handler.

        Raises:
            OSError, EOFError, TimeoutError: it did not come up.
        """
        ours, theirs = socket.socketpair()
        process = context().Process(
            target=_serve, args=(theirs, maker, os.fspath(where), memory, timeout), daemon=True, name="kg serve"
        )
        try:
            # Shielded, for the fork server must get the whole of the request; without our end the process ends itself.
            await asyncio.shield(asyncio.to_thread(_begin, process, theirs))
        except BaseException:
            ours.close()
            raise
        reader, writer = await asyncio.open_connection(sock=ours, limit=_BUFFER)
        worker = cls(process, reader, writer, where)
        try:
            async with asyncio.timeout(_START):
                await worker._receive()
        except asyncio.IncompleteReadError:
            worker.kill()
            raise EOFError from None
        except BaseException:
            worker.kill()
            raise
        return worker

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid or 0

    async def ask(self, task: object) -> Reply:
        """The answer to a task.

        Raises:
            EOFError: the process ended first.
        """
        try:
            self._writer.write(_frame(task))
            await self._writer.drain()
            reply: Reply = await self._receive()
        except (ConnectionError, asyncio.IncompleteReadError):
            raise EOFError from None
        return reply

    async def _receive(self) -> Any:
        size = _LENGTH.unpack(await self._reader.readexactly(_LENGTH.size))[0]
        return pickle.loads(await self._reader.readexactly(size))

    def worked(self) -> float:
        """Seconds of processor time that the process has used, or those on the clock where the system does not say.

        A query must not count as long because the machine is busy with something else.
        """
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                return time.clock_gettime((~self.pid << 3) | 2)  # what clock_getcpuclockid gives for a process
        return time.monotonic()

    def demote(self) -> None:
        """Lets all others go first from now on."""
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, self.pid, 19)

    def kill(self) -> None:
        """Ends the process, whatever it does."""
        self._writer.close()
        with contextlib.suppress(OSError, ValueError):
            self._process.kill()


def _begin(process: BaseProcess, theirs: socket.socket) -> None:
    """Starts a process, one at a time, and lets go of its end of the channel."""
    with _STARTING, theirs:
        process.start()


def _frame(value: object) -> bytes:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def _serve(channel: socket.socket, maker: str, where: str, memory: int, timeout: float) -> None:
    """The life of the process: open the copy, say so, answer until the other end closes."""
    from kg.store import open_

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)  # the engine's last words when memory runs out are not for the log
    module, _, name = maker.partition(":")
    with open_(where) as store, channel:
        handle: Handler = getattr(import_module(module), name)(store)
        _limit_memory(memory)
        channel.sendall(_frame(None))
        while (task := _read(channel)) is not None:
            _limit_processor(timeout)
            try:
                reply = handle(task)
            except MemoryError:
                reply = failure(503, f"This needs more memory than the {memory} MB allowed.", ended="memory")
            except Exception as error:
                reply = failure(
                    500, "Unexpected: this should not have happened.", ended=f"{type(error).__name__}: {error}"
                )
            channel.sendall(_frame(reply))
            del reply


def _read(channel: socket.socket) -> Any:
    """The next task, or none at the end."""
    with contextlib.suppress(ConnectionError):
        if head := _exactly(channel, _LENGTH.size):
            return pickle.loads(_exactly(channel, _LENGTH.unpack(head)[0]))
    return None


def _exactly(channel: socket.socket, size: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        piece = channel.recv(min(size - len(pieces), _BUFFER))
        if not piece:
            return b""
        pieces += piece
    return bytes(pieces)


def _limit_memory(megabytes: int) -> None:
    """Allows that much more address space than there is now; the engine aborts where it gets none."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor(seconds: float) -> None:
    """Ends the process where it works on long after its parent would have ended it."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + _GRACE, hard))
