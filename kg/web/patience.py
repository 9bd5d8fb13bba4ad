"""Connections of clients that are slow, or say nothing at all: they may not hold places for ever."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

WHOLE = 30.0
"""Seconds within which the head of a request has to be there, and then its body, and some of an answer be taken."""


class Patience(H11Protocol):
    """Uvicorn's protocol, which ends a connection where no whole head of a request comes, or no answer is taken."""

    _due: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait."""
        super().connection_made(transport)
        self._look()

    def data_received(self, data: bytes) -> None:
        """Takes what comes; some bytes do not buy more time."""
        super().data_received(data)
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no more."""
        self._stop()
        self._see_no_more()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """More is to be sent than the client has taken: from now on it has to take some."""
        super().pause_writing()
        self._see(self.transport.get_write_buffer_size() + 1)

    def resume_writing(self) -> None:
        """The client has taken nearly all."""
        self._see_no_more()
        super().resume_writing()

    def _see(self, before: int) -> None:
        """Gives up a client that has taken nothing since, and else looks again."""
        left = self.transport.get_write_buffer_size()
        if left < before:
            self._taking = self.loop.call_later(WHOLE, self._see, left)
        else:
            self.transport.abort()

    def _see_no_more(self) -> None:
        """Sees no more whether an answer is taken."""
        if self._taking:
            self._taking.cancel()

    def _look(self) -> None:
        """Goes on waiting, or stops where a request is being answered."""
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop()
        elif self._due is None:
            self._due = self.loop.call_later(WHOLE, self.transport.close)

    def _stop(self) -> None:
        if self._due:
            self._due.cancel()
            self._due = None
