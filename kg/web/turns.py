"""Processes that take turns: those that have worked least go on, the others are stopped where they are."""

from __future__ import annotations

import asyncio
from typing import Protocol

TURN = 0.2
"""Seconds after which it is looked who goes on."""


class Stoppable(Protocol):
    """What can take turns: a process, or what stands for one in a test."""

    def worked(self) -> float:
        """Seconds that it has worked."""

    def pause(self) -> None:
        """Stops it."""

    def resume(self) -> None:
        """Lets it go on."""


class Turns:
    """Who is there, and who of them goes on: at most ``most`` at once.

    One that has worked longer than ``long`` seconds may need much memory, so of these only as many as ``seats`` take
    turns, those that came first; the rest wait until one leaves.
    """

    def __init__(self, most: int, long: float, seats: int) -> None:
        self._most = most
        self._long = long
        self._seats = seats
        self._there: dict[Stoppable, None] = {}
        self._going: set[Stoppable] = set()
        self._next: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        """How many are there."""
        return len(self._there)

    def join(self, worker: Stoppable) -> None:
        """Takes one in, which goes on now unless others have worked less."""
        self._there[worker] = None
        self._going.add(worker)
        self.look()

    def leave(self, worker: Stoppable) -> None:
        """Lets one out, which is not stopped any more."""
        del self._there[worker]
        if worker not in self._going:
            worker.resume()
        self._going.discard(worker)
        self.look()

    def look(self) -> None:
        """Has those go on that have worked least, and looks again after a turn if somebody waits."""
        worked = {worker: worker.worked() for worker in self._there}
        young = [worker for worker in worked if worked[worker] < self._long]
        old = [worker for worker in worked if worked[worker] >= self._long]
        chosen = set(sorted(young + old[: self._seats], key=worked.__getitem__)[: self._most])
        for worker in self._going - chosen:
            worker.pause()
        for worker in chosen - self._going:
            worker.resume()
        self._going = chosen
        if self._next:
            self._next.cancel()
        waits = len(self._there) > len(chosen)
        self._next = asyncio.get_running_loop().call_later(TURN, self.look) if waits else None
