"""Bytes turned into text: by what they state, by what they are, and never by a guess that is not told."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.formats.options import Raw
from kg.errors import ArticleError

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-zip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)
"""How files that are not text begin, and what they then are."""

BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the other's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What pages declare as Latin-1 or ASCII is Windows-1252 in practice, as browsers read it (WHATWG Encoding).
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_NOT_CHARSETS = frozenset(
    {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
_PRINT_SIGNS = frozenset("‘’‚“”„–—…•€£¥§©®°·«»¿¡™‹›†‡‰ºª´ \xad×±½¼¾")
_SAMPLE = 1_000_000
_CENTRAL_EUROPEAN = frozenset({"Polish", "Czech", "Slovak", "Hungarian", "Croatian", "Slovene", "Romanian"})


BINARY = "is binary, not text (it holds zero bytes): save its text as UTF-8 and read that"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


class UndecodableError(ValueError):
    """The bytes are no text that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text without its byte-order mark, and what the user should know of how it was decoded."""

    text: str
    note: str | None = None


def read_text(raw: Raw, declared: Callable[[bytes], str | None] = lambda data: None) -> tuple[str, bytes]:
    """The whole text of a stream and the bytes it was read from; raises `ArticleError`.

    ``declared`` finds the encoding that the bytes declare of themselves; what their sender said goes before it.
    """
    data = read_bytes(raw)
    try:
        decoded = decode(data, raw.charset or declared(data))
    except UndecodableError as problem:
        raise ArticleError(raw.source, str(problem)) from None
    if decoded.note:
        raw.notify(raw.source, decoded.note)
    return decoded.text, data


def read_bytes(raw: Raw) -> bytes:
    """All bytes of a stream; raises `ArticleError` where there are none or more than the limit."""
    data = raw.stream.read(raw.max_bytes + 1)
    if len(data) > raw.max_bytes:
        raise ArticleError(raw.source, too_large(raw.max_bytes))
    if not data:
        raise ArticleError(raw.source, "is empty: put the article's text in it, or leave it out")
    return data


def too_large(limit: int) -> str:
    """What to say of an article that is over the limit."""
    return (
        f"is larger than {limit:,} bytes, the limit for one article: split it into its articles, "
        "or raise the limit with --max-bytes"
    )


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of some bytes: by byte-order mark, else strict UTF-8, else as declared, else by detection.

    Whatever is not a byte-order mark, UTF-8 or the declared encoding comes with a note. Bytes of Windows-1252 among
    UTF-8 are decoded one by one, so that nothing is lost. Raises `UndecodableError`.
    """
    for mark, name in BOMS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], name)
    for magic, kind in MAGIC:
        if data.startswith(magic) and not _is_plain(data, magic):
            raise UndecodableError(f"is {kind}, not text: save its text as .txt, .md or .html and read that")
    if b"\x00" in data:
        return _without_mark(data)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as damage:
        place = damage
    if declared and (decoded := _declared(data, declared)):
        return decoded
    return _mixed(data, place) or _western(data) or _detected(data)


def _is_plain(data: bytes, magic: bytes) -> bool:
    """Whether a short beginning that is also plain letters ("RIFF", "BZh") stands in a text."""
    return magic.isalnum() and b"\x00" not in data[:4096] and _is_utf8(data[:4096])


def _is_utf8(data: bytes) -> bool:
    # A sample may end in the middle of a character.
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _marked(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name))
    except UnicodeDecodeError as damage:
        raise UndecodableError(
            f"begins as {name.upper()} but is damaged at byte {damage.start:,}: save it again as UTF-8"
        ) from None


def _without_mark(data: bytes) -> Decoded:
    """UTF-16 without a mark, told by its zeros on every other place; anything else with zeros is binary."""
    half = len(data) // 2
    for name, zeros, others in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        if len(data) % 2 == 0 and 2 * zeros.count(0) > half and not others.count(0):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                break
            if not _CONTROL.search(text):
                return Decoded(text, f"has no byte-order mark; decoded as {name.upper()}")
    raise UndecodableError(BINARY)


def _declared(data: bytes, declared: str) -> Decoded | None:
    """The text as its sender declares it; none where the name means nothing or the bytes do not fit."""
    try:
        name = codecs.lookup(declared.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    if name.replace("_", "-") in _NOT_CHARSETS or not getattr(codecs.lookup(name), "_is_text_encoding", False):
        return None
    name = _READ_AS.get(name, name)
    try:
        return Decoded(data.decode(name), f"decoded as {_shown(name)}, as declared")
    except (UnicodeDecodeError, LookupError):
        return None


def _mixed(data: bytes, damage: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 with bytes of Windows-1252 in it, decoded byte by byte; none where this is not what the bytes are.

    Raises `UndecodableError` where characters of the UTF-8 are cut off, or a byte means nothing in Windows-1252.
    """
    escaped = data.decode("utf-8", "surrogateescape")
    strays = sum(1 for _ in _STRAY.finditer(escaped))
    whole = sum(1 for match in _BEYOND.finditer(escaped) if not _STRAY.match(match[0]))
    if whole == 0 or (whole < strays and _is_dense(data)):
        return None
    line = data.count(b"\n", 0, damage.start) + 1
    if any(not _ends_word(escaped, match.start()) for match in _CUT.finditer(escaped)) or _UNDEFINED.search(escaped):
        raise UndecodableError(
            f"mixes UTF-8 with bytes that are neither that nor windows-1252 (the first in line {line}, "
            f"byte {damage.start:,}): mend that place or save the file again as UTF-8"
        )
    return Decoded(
        _STRAY.sub(lambda match: _as_western(match[0]), escaped),
        f"is UTF-8 with {strays} bytes of another encoding (the first in line {line}), read as windows-1252: "
        "check the accents there, or save the file as UTF-8",
    )


# A byte that is no UTF-8 decodes as U+DC00 plus itself under "surrogateescape".
_STRAY = re.compile("[\udc80-\udcff]")
_CUT = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]")
_UNDEFINED = re.compile("[\udc81\udc8d\udc8f\udc90\udc9d]")
_BEYOND = re.compile(r"[^\x00-\x7f]")


def _as_western(stray: str) -> str:
    return bytes([ord(stray) - 0xDC00]).decode("cp1252")


def _ends_word(escaped: str, place: int) -> bool:
    """Whether two stray bytes are an accented letter that ends a word and the quotation mark or dash after it."""
    letter, sign = _as_western(escaped[place]), escaped[place + 1]
    after = escaped[place + 2 : place + 3]
    return letter.isalpha() and not _UNDEFINED.match(sign) and _as_western(sign) in "’”»…–—" and not after.isalpha()


def _is_dense(data: bytes) -> bool:
    """Whether bytes beyond ASCII are too many for a Western language."""
    return len(data) - len(data.decode("ascii", "ignore")) > 0.2 * len(data)


def _western(data: bytes) -> Decoded | None:
    """Windows-1252 where bytes beyond ASCII are few and each reads as a letter or a sign where one is expected."""
    if _is_dense(data):
        return None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if any(_is_odd(text, match.start()) for match in _BEYOND.finditer(text)):
        return None
    return Decoded(text, _told("windows-1252"))


def _is_odd(text: str, place: int) -> bool:
    """Whether a character is one that Western text has no use for at that place: "szczeg³lnie", "ba¿ka"."""
    character = text[place]
    if character in "ðþýÐÞÝ":
        return True
    if character in "¿¡":
        return place > 0 and text[place - 1].isalpha()
    return not (character.isalpha() or character in _PRINT_SIGNS or character == "\xa0")


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    # Windows-1252 was looked at and ruled out before.
    best = from_bytes(data[:_SAMPLE], cp_exclusion=["cp1252", "latin_1", "iso8859_15", "cp1258"]).best()
    if best is not None:
        # The library tells the language of Central European text better than its encoding.
        name = "cp1250" if best.language in _CENTRAL_EUROPEAN and not _is_dense(data) else best.encoding
        try:
            return Decoded(data.decode(name).removeprefix("\ufeff"), _told(_shown(name)))
        except (UnicodeDecodeError, LookupError):
            pass
    raise UndecodableError("is in no encoding that can be told, or is no text: save it as UTF-8")


def _told(name: str) -> str:
    return f"is not UTF-8; decoded as {name}: check its accents, or save it as UTF-8"


def _shown(name: str) -> str:
    return f"windows-{name[2:]}" if re.fullmatch(r"cp125\d", name) else name
