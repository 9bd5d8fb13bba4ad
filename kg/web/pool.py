"""Who has worked least goes first: short queries are answered as if the endless ones beside them were not there.

A query begins in front, where there is one place for each processor (`kg.web.line`), in a process that stands ready.
One that has used ten milliseconds of processor time leaves its place to the next and goes behind. There it takes turns
with the others (`kg.web.turns`), of which as many work at once as there are processors, less one: so, where there are
several, one is always left for what is short. The rest are stopped where they are; nothing that was begun is thrown
away before its time is up.

The limit counts from when a query came in, so each has its answer or an error by then, whether it worked or waited.
Where too many wait in front or are behind, who comes next is sent away at once, to try again.

All that is done with signals and not with priorities: those would also put a query behind whatever else the machine
is busy with, such as ``kg ingest``, and a process cannot get its priority back. That each query that goes behind needs
another process in front is cheap, for it is forked off one that has all at hand (`kg.web.zygote`).
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.web.line import Line
from kg.web.reply import Reply, failure
from kg.web.turns import Turns
from kg.web.worker import Duty, Worker
from kg.web.zygote import Zygote

MOST = 200
"""How many may be there, in front or behind."""
RETRY = "5"
"""Seconds after which those who were sent away may try again."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is allowed.

    ``short`` and ``long`` are seconds of processor time: in front, and before a query takes one of the ``seats`` of
    those that may need much memory. ``front`` is how many are in front at once, ``behind`` how many are not, and
    ``turns`` how many of these work at once.
    """

    short: float
    long: float
    front: int
    behind: int
    turns: int
    seats: int


class Pool:
    """Processes of one kind."""

    def __init__(self, zygote: Zygote, duty: Duty, limits: Limits, what: str = "query") -> None:
        self._zygote = zygote
        self._duty = duty
        self._limits = limits
        self._what = what
        self._front = Line(limits.front)
        self._behind = Turns(limits.turns, limits.long, limits.seats)
        self._spare = 2 * limits.front
        self._there = 0
        self._ready: list[Worker] = []
        self._alive: set[Worker] = set()
        self._starting: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        """Has processes ready.

        Raises:
            StoreError, OSError: there are none to be had.
        """
        self._ready = [await self._fork() for _ in range(self._spare)]

    def renew(self) -> None:
        """Has others ready that are forked off what is open now; what is being asked goes on with what it has."""
        old, self._ready = self._ready, []
        for worker in old:
            self._end(worker)
        for _ in range(self._spare):
            self._refill()

    def in_use(self) -> set[Path]:
        """The copies that processes have open."""
        return {worker.where for worker in self._alive}

    async def run(self, task: object) -> Reply:
        """The answer to a task, or an error where there is none by the limit."""
        if self._there >= MOST:
            return _busy()
        self._there += 1
        try:
            async with asyncio.timeout(self._duty.timeout):
                return await self._answer(task)
        except TimeoutError:
            seconds = f"{self._duty.timeout:g}"
            hint = "make it narrower, or start the server with a longer --timeout"
            return failure(504, f"The {self._what} was ended after {seconds} seconds: {hint}.", ended="timeout")
        except (EOFError, OSError, StoreError) as error:
            if self._zygote.is_closed:
                return failure(503, "The server is stopping.", ended="stopping")
            if not isinstance(error, EOFError):
                return failure(503, "The server cannot start a process. Try again later.", ended=f"start: {error}")
            needed = f"it needed more than the {self._duty.memory} MB of memory allowed"
            hint = "make it narrower, or start the server with a larger --memory"
            return failure(503, f"The {self._what} was ended because {needed}: {hint}.", ended="memory")
        finally:
            self._there -= 1

    async def _answer(self, task: object) -> Reply:
        """Begins in front, and goes behind where that ends without an answer."""
        async with self._front:
            worker = await self._take()
            asked = asyncio.create_task(worker.ask(task))
            try:
                await _used(self._limits.short, worker, asked)
            except BaseException:
                self._settle(worker, asked)
                raise
        try:
            if asked.done():
                return asked.result()
            if len(self._behind) >= self._limits.behind:
                return _busy()
            self._behind.join(worker)
            self._refill()
            try:
                return await asyncio.shield(asked)
            finally:
                self._behind.leave(worker)
        finally:
            self._settle(worker, asked)

    async def _take(self) -> Worker:
        """A process that stands ready, or a new one."""
        while self._ready:
            worker = self._ready.pop()
            if not worker.is_gone and worker.where == self._zygote.where:
                return worker
            self._end(worker)
        return await self._fork()

    def _settle(self, worker: Worker, asked: asyncio.Task[Reply]) -> None:
        """Has a process stand ready again, or ends it where it did not answer."""
        if asked.done() and not asked.cancelled() and not asked.exception():
            self._stand_ready(worker)
        else:
            self._end(worker)
            asked.cancel()
        self._refill()

    def _stand_ready(self, worker: Worker, *, is_new: bool = False) -> None:
        """Has a process stand ready, unless it is of an old copy; of too many the one longest unused is ended.

        So who comes next gets the one used last, which has most at hand.
        """
        if worker.where != self._zygote.where:
            self._end(worker)
            return
        self._ready.insert(0 if is_new else len(self._ready), worker)
        if self._in_front() > self._spare:
            self._end(self._ready.pop(0))

    def _end(self, worker: Worker) -> None:
        worker.kill()
        self._alive.discard(worker)

    async def _fork(self) -> Worker:
        worker = await self._zygote.fork(self._duty)
        self._alive.add(worker)
        return worker

    def _in_front(self) -> int:
        """How many processes stand ready or work in front."""
        return len(self._alive) - len(self._behind)

    def _refill(self) -> None:
        """Has one more process stand ready soon, where too few do; should none come up, who needs it next is told."""

        async def start() -> None:
            with suppress(OSError, StoreError):
                self._stand_ready(await self._fork(), is_new=True)

        if self._in_front() + len(self._starting) < self._spare:
            starting = asyncio.create_task(start())
            self._starting.add(starting)
            starting.add_done_callback(self._starting.discard)


async def _used(seconds: float, worker: Worker, asked: asyncio.Task[Reply]) -> None:
    """Waits for an answer, until the process has worked on it for so many seconds."""
    left = seconds
    while not asked.done() and left > 0:
        await asyncio.wait({asked}, timeout=max(left, seconds / 4))
        left = seconds - worker.worked()


def _busy() -> Reply:
    return failure(503, "The server is busy. Try again.", ("Retry-After", RETRY), ended="busy")
