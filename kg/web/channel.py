"""What two processes say to each other over a socket: objects, each with its length before it."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import socket
import struct
from typing import Any

_LENGTH = struct.Struct("!Q")
_BUFFER = 2**20


class Channel:
    """The end of the process that serves."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def over(cls, end: socket.socket) -> Channel:
        """A channel over a connected socket, which it closes."""
        return cls(*await asyncio.open_connection(sock=end, limit=_BUFFER))

    async def send(self, value: object) -> None:
        """Sends one object.

        Raises:
            EOFError: nobody is at the other end.
        """
        try:
            self._writer.write(_frame(value))
            await self._writer.drain()
        except ConnectionError:
            raise EOFError from None

    async def receive(self) -> Any:
        """The next object.

        Raises:
            EOFError: nobody is at the other end.
        """
        try:
            size = _LENGTH.unpack(await self._reader.readexactly(_LENGTH.size))[0]
            return pickle.loads(await self._reader.readexactly(size))
        except (ConnectionError, asyncio.IncompleteReadError):
            raise EOFError from None

    @property
    def has_ended(self) -> bool:
        """Whether the other end is closed, as it is when its process is gone."""
        return self._reader.at_eof()

    def close(self) -> None:
        """Closes it."""
        self._writer.close()


def send(end: socket.socket, value: object) -> None:
    """Sends one object from the other end."""
    end.sendall(_frame(value))


def receive(end: socket.socket) -> Any:
    """The next object at the other end, or none when there will be no more."""
    with contextlib.suppress(ConnectionError):
        if head := _exactly(end, _LENGTH.size):
            return pickle.loads(_exactly(end, _LENGTH.unpack(head)[0]))
    return None


def _frame(value: object) -> bytes:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def _exactly(end: socket.socket, size: int) -> bytes:
    pieces = bytearray()
    while len(pieces) < size:
        piece = end.recv(min(size - len(pieces), _BUFFER))
        if not piece:
            return b""
        pieces += piece
    return bytes(pieces)
