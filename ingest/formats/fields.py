"""What a file says about its article: fields under the many names they go by, and the drafts made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256

from ingest.language import NAMES

ALIASES: dict[str, str] = {
    alias: field
    for field, aliases in {
        "title": "title headline",
        "authors": "authors author byline creator",
        "publisher": "publisher outlet site_name sitename publication",
        "date": "date published published_at publication_date date_published datepublished",
        "url": "url link canonical canonical_url",
        "language": "language lang inlanguage",
        "wire": "wire agency credit",
    }.items()
    for alias in aliases.split()
}
"""The field that a name in front matter, a JSON object or a CSV header stands for; case and hyphens do not matter."""

_LANGUAGES = {name.casefold(): tag for tag, name in NAMES.items()} | {
    "español": "es", "castellano": "es", "français": "fr", "deutsch": "de", "português": "pt", "italiano": "it",
    "nederlands": "nl", "polski": "pl", "русский": "ru", "українська": "uk", "türkçe": "tr", "العربية": "ar",
    "中文": "zh", "日本語": "ja", "한국어": "ko",
}  # fmt: skip
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_NOTHING = frozenset({"", "~", "null", "none", "n/a", "-"})
_BYLINE = re.compile(r"(?:by|written by)\s+(?=\S)", re.I)
_PLAIN_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){1,4}")


@dataclass(frozen=True, slots=True)
class Fields:
    """What is stated about an article, each as it was written (the date not yet read)."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    wire: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as stored, with what its file states and what a reader guessed from the layout.

    ``line`` names the place in the file where there are several articles in it (``file#line``).
    """

    source: str
    text: str
    stated: Fields
    raw_sha256: str
    guessed: Fields = Fields()
    line: str | None = None


def fields(values: Mapping[str, object]) -> Fields:
    """The fields of a loosely named mapping; names that mean nothing here are passed over.

    >>> fields({"Author": "By Jane Doe and John Roe", "headline": " A  title "}).authors
    ('Jane Doe', 'John Roe')
    """
    found: dict[str, object] = {}
    for name, value in values.items():
        field = ALIASES.get(str(name).strip().casefold().replace("-", "_").replace(" ", "_"))
        if field and (field not in found or not _words(found[field])):
            found[field] = value
    return Fields(
        title=plain(found.get("title")),
        authors=names(found.get("authors")),
        publisher=plain(found.get("publisher")),
        date=plain(found.get("date")),
        url=plain(found.get("url")),
        language=language(found.get("language")),
        wire=plain(found.get("wire")),
    )


def plain(value: object) -> str | None:
    """A value as one line of text: a string, a number, a mapping's name, a list's first; none where it says nothing."""
    words = _words(value)
    return None if words.casefold() in _NOTHING else words


def names(value: object) -> tuple[str, ...]:
    """The authors that a value names: a list of them, or one string with several."""
    if value is None:
        return ()
    entries: Iterable[object] = value if isinstance(value, list | tuple) else (value,)
    found = [name for entry in entries if (words := plain(entry)) for name in _split(words)]
    return tuple(dict.fromkeys(found))


def language(value: object) -> str | None:
    """A language tag in its usual case, from a tag or from a language's name; none where it is neither."""
    words = plain(value) or ""
    if words.casefold() in _LANGUAGES:
        return _LANGUAGES[words.casefold()]
    if not _TAG.fullmatch(words):
        return None
    first, *rest = words.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def language_tag(words: str) -> str:
    """A language tag in its usual case; raises `ValueError` for what is neither a tag nor a language's name.

    >>> language_tag("pt_br"), language_tag("Polish")
    ('pt-BR', 'pl')
    """
    if (tag := language(words)) is None:
        raise ValueError(f"{words!r} is no language: write its tag, such as en, es or pt-BR")
    return tag


def fingerprint(data: bytes) -> str:
    """The SHA-256 of raw bytes, in hexadecimal digits."""
    return sha256(data).hexdigest()


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return _words(value.get("name") or value.get("@value") or value.get("url") or "")
    if isinstance(value, list | tuple):
        return _words(value[0]) if value else ""
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())


def _split(words: str) -> list[str]:
    """The names in one string: parted by semicolons, else by commas and "and" where each part is a whole name."""
    words = _BYLINE.sub("", words, count=1) if _BYLINE.match(words) else words
    if ";" in words:
        return [part.strip() for part in words.split(";") if part.strip()]
    parts = [part.strip() for part in re.split(r", and |, | and | & ", words)]
    return parts if len(parts) > 1 and all(_is_name(part) for part in parts) else [words]


def _is_name(words: str) -> bool:
    """Whether words look like one person's whole name: two to five of them, the first and the last capitalised."""
    if not _PLAIN_NAME.fullmatch(words):
        return False
    pieces = words.split()
    return pieces[0][0].isupper() and pieces[-1][0].isupper()
