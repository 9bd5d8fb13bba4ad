"""Who waits for one of a few places: by turns the one that waits longest and the one that came last are let in.

So who comes last is let in soon, however many came at once before, and yet nobody waits for ever.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress


class Line:
    """So many places, to be held with ``async with``, and a line before them."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._last_goes = False

    async def __aenter__(self) -> None:
        """Waits for a place."""
        if self._free:
            self._free -= 1
            return
        let_in: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(let_in)
        try:
            await let_in
        except BaseException:
            if let_in.done() and not let_in.cancelled():
                self._let_in()
            with suppress(ValueError):
                self._waiting.remove(let_in)
            raise

    async def __aexit__(self, *_: object) -> None:
        """Leaves it to the next."""
        self._let_in()

    def _let_in(self) -> None:
        self._last_goes = not self._last_goes
        while self._waiting:
            next = self._waiting.pop() if self._last_goes else self._waiting.popleft()
            if not next.done():
                next.set_result(None)
                return
        self._free += 1
