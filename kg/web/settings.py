"""What a server was started with."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UsageError

LOCALHOST = "localhost"


def cores() -> int:
    """How many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of ``kg serve``.

    ``timeout`` is in seconds, ``memory`` in megabytes for one query. ``names`` are further host names that requests
    may bear.
    """

    store: Path
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    timeout: float = 30.0
    memory: int = 512
    readers: int = 0
    names: tuple[str, ...] = ()

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)

    @property
    def lanes(self) -> int:
        """How many queries run at full speed at once: one for each processor unless told otherwise."""
        return self.readers or cores()

    def checked(self) -> Settings:
        """The same settings.

        Raises:
            UsageError: others could reach the server without a token, or the token is easily guessed.
        """
        if not self.is_loopback and not self.token:
            raise UsageError(
                f"--host {self.host}: others can reach this address, so a token is needed; "
                "set KG_TOKEN, or give --token, with 16 characters or more"
            )
        if self.token is not None and len(self.token) < 16:
            raise UsageError("--token: give 16 characters or more, such as: openssl rand -hex 16")
        return self


def is_loopback(host: str) -> bool:
    """Whether an address or name means this machine alone.

    >>> [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    if host == LOCALHOST:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
