"""Text from articles on its way into a page: as data, never as markup, and nothing from anywhere else."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def clean(label: str) -> str:
    r"""A label on one line without characters that are not seen: controls, and those that turn the writing direction.

    >>> clean("a\u202eb\x00 \n c")
    'ab c'
    """
    seen = (
        " " if c.isspace() else c
        for c in label
        if c.isspace() or (unicodedata.category(c) not in ("Cc", "Cs") and c not in _BIDI)
    )
    return " ".join("".join(seen).split())


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, else none: ``javascript:`` and its like are no links."""
    if not url or re.search(r"[\s\x00-\x1f]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in ("http", "https") and parts.netloc else None


def policy(scripts: Iterable[str], styles: Iterable[str], *, server: bool = False) -> str:
    """The Content-Security-Policy: these scripts and styles by hash, pictures of the page's own, no more.

    With ``server`` the page may also ask the server that gave it, and nobody else.
    """
    allowed = " ".join(f"'{sha256(source)}'" for source in scripts)
    dressed = " ".join(f"'{sha256(source)}'" for source in styles)
    asks = "connect-src 'self'; " if server else ""
    return (
        f"default-src 'none'; script-src {allowed}; style-src {dressed}; img-src data:; {asks}"
        "base-uri 'none'; form-action 'none'"
    )


def sha256(source: str) -> str:
    """The hash of a script or style as a Content-Security-Policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def json_for_script(data: object) -> str:
    r"""JSON that may stand in a script element: nothing in it can end the element or a line of script.

    >>> json_for_script("</script>&")
    '"\\u003c/script\\u003e\\u0026"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029\u007f":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
