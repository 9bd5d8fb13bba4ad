"""A process that answers and can be stopped, let go on and ended at any moment.

Python cannot interrupt the engine, so whatever may take long runs in a process of its own.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.web.channel import Channel, receive, send
from kg.web.reply import Reply, failure

if TYPE_CHECKING:
    from kg.store import Store

Handler = Callable[[Any], Reply]

_GRACE = 5
"""Seconds of processor time beyond the limit after which a process ends itself, should its parent be gone."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a process is for: the import path of what makes its handler, and the megabytes and seconds it may take."""

    maker: str
    memory: int
    timeout: float


class Worker:
    """One such process, as the one that serves sees it. Ask one thing at a time."""

    def __init__(self, channel: Channel, pid: int, where: Path) -> None:
        self.where = where
        self._channel = channel
        self._pid = pid
        self._asked = 0.0

    @property
    def is_gone(self) -> bool:
        """Whether it ended."""
        return self._channel.has_ended

    async def ask(self, task: object) -> Reply:
        """The answer to a task.

        Raises:
            EOFError: the process ended first.
        """
        self._asked = self._clock()
        await self._channel.send(task)
        reply: Reply = await self._channel.receive()
        return reply

    def worked(self) -> float:
        """Seconds that the process has worked on what it was asked last, or that have passed where no system tells.

        It is the processor's time, for nothing is long because the machine is busy with something else.
        """
        return self._clock() - self._asked

    def _clock(self) -> float:
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                return time.clock_gettime((~self._pid << 3) | 2)  # what clock_getcpuclockid gives for a process
        return time.monotonic()

    def pause(self) -> None:
        """Stops it where it is."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Lets it go on."""
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """Ends it, whatever it does."""
        self._signal(signal.SIGKILL)
        self._channel.close()

    def _signal(self, number: int) -> None:
        """Unless it is gone: its number may be another's by now."""
        if not self.is_gone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, number)


def work(channel: socket.socket, store: Store, duty: Duty) -> None:
    """The life of the process: say that it is there, answer until the other end closes."""
    module, _, name = duty.maker.partition(":")
    handle: Handler = getattr(import_module(module), name)(store)
    _limit_memory(duty.memory)
    send(channel, (os.getpid(), store.path))
    while (task := receive(channel)) is not None:
        _limit_processor(duty.timeout)
        try:
            reply = handle(task)
        except MemoryError:
            reply = failure(503, f"This needs more memory than the {duty.memory} MB allowed.", ended="memory")
        except Exception as error:
            reply = failure(500, "Unexpected: this should not have happened.", ended=f"{type(error).__name__}: {error}")
        send(channel, reply)
        del reply


def _limit_memory(megabytes: int) -> None:
    """Allows that much more address space than there is now; the engine aborts where it gets none."""
    if sys.platform != "linux":
        return
    import resource

    with open("/proc/self/statm", "rb", buffering=0) as sizes:
        pages = int(sizes.read().split()[0])
    limit = pages * resource.getpagesize() + megabytes * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor(seconds: float) -> None:
    """Ends the process where it works on long after its parent would have ended it."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time() + seconds) + _GRACE, hard))
