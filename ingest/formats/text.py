"""Plain text: the stored text is the file's own, without its byte-order mark."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.formats.decode import read_text
from ingest.formats.fields import Draft, Fields, fingerprint
from ingest.formats.options import Raw


def read(raw: Raw) -> Iterator[Draft]:
    """The one article of a text file; no character of it is moved."""
    text, data = read_text(raw)
    yield Draft(raw.source, text, Fields(url=raw.url), fingerprint(data))
