"""What goes over from a process that answers to the one that serves."""

from __future__ import annotations

from dataclasses import dataclass

HTML = "text/html; charset=utf-8"
PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, whole: status, type, bytes, further headers; ``ended`` says for the log why there is none."""

    status: int
    type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    ended: str = ""


def found(type: str, body: bytes) -> Reply:
    """What was asked for; where its type is one of text, that is UTF-8."""
    return Reply(200, f"{type}; charset=utf-8" if type.startswith("text/") else type, body)


def failure(status: int, message: str, *headers: tuple[str, str], ended: str = "") -> Reply:
    """An error that says in plain text what is wrong."""
    return Reply(status, PLAIN, (message.rstrip() + "\n").encode("utf-8", "backslashreplace"), headers, ended)
