"""Two lanes of processes: what is short goes first, what is long is let go on, and nothing goes on for ever.

Every task begins in the fast lane, which has one process for each processor. One that is not done after a short slice
leaves it: its process goes on in the slow lane at the lowest priority, and a fresh one takes its place. So queries that
never end hold the fast lane for a moment only, however many there are, and a short one sent meanwhile finds a free
process and a processor that prefers it. The slow lane has room for a few at once, for each may use as much memory as is
allowed; who finds it full is ended, waits, and begins anew there. A task that was once seen to outlast its slice
begins in the slow lane right away. The limit counts from when a task came in, so that each gets its answer or an error
by then, whether it ran or waited. Within a lane, first come, first served.

Killing and starting anew would do without a slow lane at all, but throws away work; one lane with more processes would
let long queries slow down short ones; a process for every query has no bound on memory.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from kg.web.reply import Reply, failure
from kg.web.worker import Worker

CROWD = 200
"""How many tasks may be in the house; more are sent away at once."""
CROWDED = 0.3
"""What is left of a slice where others wait and the slow lane has room."""
LONG = 1.0
"""Seconds: what took less is not remembered as long."""
REMEMBERED = 1000
"""How many tasks that take long are remembered."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What tasks may take: seconds, the first slice of them, megabytes, and how many at once in each lane."""

    timeout: float
    slice: float
    memory: int
    fast: int
    slow: int


class Pool:
    """Processes of one kind, over one copy of the store at a time."""

    def __init__(self, maker: str, where: Path, limits: Limits, what: str = "query") -> None:
        self.limits = limits
        self.where = where
        self._maker = maker
        self._what = what
        self._fast = asyncio.Semaphore(limits.fast)
        self._slow = asyncio.Semaphore(limits.slow)
        self._spare = 2 * limits.fast  # so that the next ones need not wait for a process either
        self._idle: list[Worker] = []
        self._alive: set[Worker] = set()
        self._starting = 0
        self._crowd = 0
        self._long: OrderedDict[object, None] = OrderedDict()
        self._background: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def begin(self) -> None:
        """Starts the fast lane's processes."""
        await asyncio.gather(*(self._add() for _ in range(self._spare)))

    async def run(self, task: object) -> Reply:
        """The answer to a task, or an error where there is none by the limit; ``task`` is hashable."""
        if self._crowd >= CROWD:
            return failure(503, "The server is busy. Try again.", ("Retry-After", "5"), ended="busy")
        self._crowd += 1
        try:
            async with asyncio.timeout(self.limits.timeout):
                if task not in self._long and (reply := await self._run_fast(task)):
                    return reply
                return await self._run_slow(task)
        except TimeoutError:
            seconds = f"{self.limits.timeout:g}"
            hint = "make it narrower, or start the server with a longer --timeout"
            return failure(504, f"The {self._what} was ended after {seconds} seconds: {hint}.", ended="timeout")
        except OSError as error:
            return failure(503, "The server cannot start a process. Try again later.", ended=f"start: {error}")
        except EOFError:
            if self._stopping:
                return failure(503, "The server is stopping.", ended="stopping")
            needed = f"it needed more than the {self.limits.memory} MB of memory allowed"
            hint = "make it narrower, or start the server with a larger --memory"
            return failure(503, f"The {self._what} was ended because {needed}: {hint}.", ended="memory")
        finally:
            self._crowd -= 1

    async def _run_fast(self, task: object) -> Reply | None:
        """The answer, if it comes within the slice or the process can go on in the slow lane; else none."""
        async with self._fast:
            if task in self._long:
                return None
            worker = await self._take()
            asked = asyncio.create_task(worker.ask(task))
            try:
                await self._first_slice(worker, asked)
            except BaseException:
                self._discard(worker, asked)
                raise
            if asked.done():
                return self._settled(worker, asked)
            self._remember(task)
            if self._slow.locked():
                self._discard(worker, asked)
                return None
            await self._slow.acquire()
        return await self._finish(task, worker, asked)

    async def _first_slice(self, worker: Worker, asked: asyncio.Task[Reply]) -> None:
        """Waits for the answer while the process has worked for less than a slice."""
        before = worker.worked()
        left = self.limits.slice * CROWDED
        while not asked.done() and left > 0:
            await asyncio.wait({asked}, timeout=max(left, 0.01))
            share = CROWDED if self._fast.locked() and not self._slow.locked() else 1
            left = self.limits.slice * share - (worker.worked() - before)

    async def _run_slow(self, task: object) -> Reply:
        await self._slow.acquire()
        try:
            worker = await self._take()
        except BaseException:
            self._slow.release()
            raise
        return await self._finish(task, worker, asyncio.create_task(worker.ask(task)))

    async def _finish(self, task: object, worker: Worker, asked: asyncio.Task[Reply]) -> Reply:
        """What a process in the slow lane answers; it is of no use afterwards, for priority does not come back."""
        worker.demote()
        self._refill()
        started = asyncio.get_running_loop().time()
        try:
            await asyncio.wait({asked})
            if asyncio.get_running_loop().time() - started < LONG:
                self._long.pop(task, None)
            return asked.result()
        finally:
            self._slow.release()
            self._discard(worker, asked)

    def _settled(self, worker: Worker, asked: asyncio.Task[Reply]) -> Reply:
        if asked.exception() or worker.where != self.where or len(self._idle) >= self._spare or self._stopping:
            self._discard(worker, asked)
        else:
            self._idle.append(worker)
        return asked.result()

    def _discard(self, worker: Worker, asked: asyncio.Task[Reply]) -> None:
        worker.kill()
        self._alive.discard(worker)
        if not asked.done():
            asked.cancel()
        self._refill()

    async def _take(self) -> Worker:
        """An idle process, or a new one."""
        while self._idle:
            worker = self._idle.pop()
            if worker.where == self.where:
                return worker
            self._end(worker)
        return await self._start()

    async def _start(self) -> Worker:
        worker = await Worker.start(self._maker, self.where, self.limits.memory, self.limits.timeout)
        if self._stopping:
            worker.kill()
            raise EOFError
        self._alive.add(worker)
        return worker

    async def _add(self) -> None:
        """One more idle process."""
        self._starting += 1
        try:
            worker = await self._start()
        finally:
            self._starting -= 1
        if worker.where == self.where and len(self._idle) < self._spare:
            self._idle.append(worker)
        else:
            self._end(worker)

    def _end(self, worker: Worker) -> None:
        worker.kill()
        self._alive.discard(worker)

    def _refill(self) -> None:
        """Sees to it that processes wait for the next tasks."""
        if not self._stopping and len(self._idle) + self._starting < self._spare:
            adding = asyncio.create_task(self._add_quietly())
            self._background.add(adding)
            adding.add_done_callback(self._background.discard)

    async def _add_quietly(self) -> None:
        try:
            await self._add()
        except (OSError, EOFError, TimeoutError):
            return  # whoever needs a process next tries again, and reports

    def _remember(self, task: object) -> None:
        self._long[task] = None
        self._long.move_to_end(task)
        if len(self._long) > REMEMBERED:
            self._long.popitem(last=False)

    async def renew(self, where: Path) -> None:
        """Serves from another copy from now on; what runs on the old one goes on there."""
        fresh = [
            await Worker.start(self._maker, where, self.limits.memory, self.limits.timeout) for _ in range(self._spare)
        ]
        self._alive.update(fresh)
        old, self._idle = self._idle, fresh
        self.where = where
        for worker in old:
            self._end(worker)
        if self._stopping:
            self.stop()

    def in_use(self) -> set[Path]:
        """The copies that processes have open, or will have."""
        return {self.where, *(worker.where for worker in self._alive)}

    def stop(self) -> None:
        """Ends all processes; whoever waits for an answer gets an error."""
        self._stopping = True
        for worker in list(self._alive):
            self._end(worker)
        for task in list(self._background):
            task.cancel()
