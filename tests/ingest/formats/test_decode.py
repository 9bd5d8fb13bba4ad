"""Bytes become text by what they are, and the user is told of everything but UTF-8."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats.decode import UndecodableError, decode

SPANISH = "El señor Núñez dijo que “no habrá más años así” — según él. "
POLISH = "Minister powiedział, że żaden z urzędników nie będzie ukarany za błędy. "
RUSSIAN = "Министр сказал, что в этом году новых налогов не будет. "
JAPANESE = "大臣は来年から新しい税を導入しないと述べた。"


@pytest.mark.parametrize(
    ("words", "encoding", "told"),
    [
        (SPANISH, "cp1252", "windows-1252"),
        (POLISH * 20, "cp1250", "windows-1250"),
        (RUSSIAN * 20, "cp1251", "windows-1251"),
        (JAPANESE * 20, "shift_jis", "cp932"),
        (SPANISH.replace("“", '"').replace("”", '"').replace("—", "-"), "utf-16-le", "UTF-16-LE"),
    ],
)
def test_another_encoding_is_detected_and_told(words: str, encoding: str, told: str) -> None:
    """What is not UTF-8 reads as it was written, and comes with a note that names the encoding."""
    decoded = decode(words.encode(encoding))
    assert decoded.text == words
    assert decoded.note is not None
    assert told in decoded.note


def test_utf_8_needs_no_note() -> None:
    """Plain UTF-8 is what is expected, so nothing is said of it, whatever was declared."""
    assert decode(SPANISH.encode(), "iso-8859-1") == decode(SPANISH.encode())
    assert decode(SPANISH.encode()).note is None


@pytest.mark.parametrize(
    ("declared", "words"), [("iso-8859-1", SPANISH), ("windows-1251", RUSSIAN), ('"Shift_JIS"', JAPANESE)]
)
def test_a_declared_encoding_goes_before_detection(declared: str, words: str) -> None:
    """What a page or a server declares is believed where the bytes fit."""
    encoding = "cp1252" if declared == "iso-8859-1" else declared.strip('"')
    decoded = decode(words.encode(encoding), declared)
    assert decoded.text == words
    assert decoded.note is not None
    assert "as declared" in decoded.note


@pytest.mark.parametrize("declared", ["utf-7", "hex", "zip", "no-such-charset", "\x00", "unicode_escape"])
def test_a_declared_encoding_that_is_none_is_passed_over(declared: str) -> None:
    """Codecs that are not character sets are never run on what comes in."""
    assert decode(SPANISH.encode("cp1252"), declared).text == SPANISH


@pytest.mark.parametrize("tail", ["años", "una “cita” y", "café” y"])
def test_mixed_encodings_are_read_piece_by_piece(tail: str) -> None:
    """Windows-1252 bytes among UTF-8 become their characters, and the note names the first line with one."""
    decoded = decode(SPANISH.encode() + b"\n" + tail.encode("cp1252"))
    assert decoded.text == SPANISH + "\n" + tail
    assert decoded.note is not None
    assert "first in line 2" in decoded.note


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (SPANISH.encode() + b"\n" + "—".encode()[:2], "mixes UTF-8 with bytes that are neither"),
        (SPANISH.encode() + b"\n\x81", "mixes UTF-8 with bytes that are neither"),
        (b"%PDF-1.7\n...", "is a PDF file"),
        (b"PK\x03\x04\x14\x00", "is a zip archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "is a PNG image"),
        (b"GIF89a\x01\x00", "is a GIF image"),
        (b"some words\x00\x01\x02", "is binary"),
        (b"\xff\xfea\x00b", "begins as UTF-16-LE but is damaged"),
        (bytes(range(128, 256)) * 5, "is in no encoding that can be told"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, told: str) -> None:
    """Binary files and damaged text raise an error that says what they are and what to save instead."""
    with pytest.raises(UndecodableError, match=re.escape(told)) as raised:
        decode(data)
    assert "save" in str(raised.value)


@pytest.mark.parametrize("words", ["RIFF is a word here", "GIF87a is the older format", "BZhang said so"])
def test_plain_words_that_look_like_magic_are_text(words: str) -> None:
    """A text may begin with the letters that some binary format begins with."""
    assert decode(words.encode()).text == words


@given(st.binary(min_size=1, max_size=200))
def test_any_bytes_give_text_or_the_one_error(data: bytes) -> None:
    """No bytes crash the decoder, and what it returns can be written as UTF-8."""
    try:
        decoded = decode(data)
    except UndecodableError:
        return
    decoded.text.encode("utf-8")
