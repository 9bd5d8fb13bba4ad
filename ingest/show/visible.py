"""Text as it may be shown: nothing in it that a terminal would obey, and nothing that hides."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

_JOINERS = "\u200c\u200d"
"""Written between letters and within emoji: they shape what stands beside them, and are no threat."""


def _code(character: str) -> str:
    number = ord(character)
    if number < 0x20:
        return chr(0x2400 + number)
    return "␡" if number == 0x7F else f"‹U+{number:04X}›"


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _JOINERS


class _Visible(dict[int, str]):
    """Code point → what is shown for it, worked out when it is first met."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        if character in "\t\n\r\v\f\x85\u2028\u2029":
            shown = " "
        else:
            shown = _code(character) if _is_hidden(character) else character
        self[number] = shown
        return shown


_VISIBLE = _Visible()


def visible(text: str) -> str:
    r"""The text on one line, with control characters, direction marks and stray halves of characters spelled out.

    >>> visible("red \x1b[31m text, \u202eturned")
    'red ␛[31m text, ‹U+202E›turned'
    """
    return text.translate(_VISIBLE)


class _Escaped(dict[int, str]):
    """Code point → what JSON has for it, worked out when it is first met."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        self[number] = json.dumps(character)[1:-1] if _is_hidden(character) else character
        return self[number]


_ESCAPED = _Escaped()


def safe_json(value: Any) -> str:
    r"""A value as JSON on one line, in which what `visible` spells out is escaped: nothing is lost, nothing obeyed.

    >>> safe_json("é \x9b31m")
    '"é \\u009b31m"'
    """
    return json.dumps(value, ensure_ascii=False).translate(_ESCAPED)
