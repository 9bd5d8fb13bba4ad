"""What goes over from a process that answers to the one that serves."""

from __future__ import annotations

from dataclasses import dataclass

PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, whole: status, type, bytes, further headers; ``ended`` says for the log why there is none."""

    status: int
    type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    ended: str = ""


def failure(status: int, message: str, *headers: tuple[str, str], ended: str = "") -> Reply:
    """An error that says in plain text what is wrong."""
    return Reply(status, PLAIN, (message.rstrip() + "\n").encode("utf-8", "backslashreplace"), headers, ended)
