"""A title put before its text, where the text does not begin with it."""

from __future__ import annotations

import re

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\xa0": " ", "*": "", "_": ""}
)


def with_title(title: str | None, body: str) -> str:
    r"""The text to store: the body, with title and blank line before it where it does not begin with the title.

    >>> with_title("Port reopens", "The port reopened.")
    'Port reopens\n\nThe port reopened.'
    >>> with_title("Port reopens", "# Port Reopens\n\nIt did.")
    '# Port Reopens\n\nIt did.'
    """
    if not title or begins_with(body, title):
        return body
    return f"{title}\n\n{body}"


def begins_with(body: str, title: str) -> bool:
    """Whether a body begins with a title, whatever the case, the kind of quotation marks and the heading's marks."""
    head, wanted = _alike(body[: 3 * len(title) + 200]), _alike(title)
    return head.startswith(wanted) and not head[len(wanted) : len(wanted) + 1].isalnum()


def _alike(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_ALIKE)).lstrip("# ").strip().casefold()
