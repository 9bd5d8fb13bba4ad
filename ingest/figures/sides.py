"""Whose a number of a score or a poll is: who leads and who follows, and whom the words around a number name."""

from __future__ import annotations

import re

_OTHER_SIDE = re.compile(
    r"[^,.;]*[ \u00a0](?:to|against|versus)[ \u00a0](?:[a-z]+[ \u00a0]){0,3}"
    r"((?:[A-Z][\w.-]*[ \u00a0]?){1,3})[’']s?[ \u00a0]"
)
_LEADS = re.compile(
    r"((?:[A-Z][\w.’'-]*[ \u00a0]){0,3}(?:(?:is|was|are|were|still|now|narrowly|moving|pulling|"
    r"running|edging|just|slightly|well)[ \u00a0])*"
    r"(?:lead(?:s|ing)?|led|trail(?:s|ed|ing)?|beat(?:s|ing)?|top(?:s|ped|ping)|edg(?:es|ed|ing)|defeat(?:s|ed|ing)?|"
    r"besting|ahead of|behind|over))"
    r"[ \u00a0\n]((?:[A-Z][\w.’'-]*[ \u00a0\n]?){1,3})[,]?[ \u00a0]?"
    r"(?:(?!while\b|but\b|and\b|with\b)[\w.%-]+,?[ \u00a0]){0,11}\Z"
)
_AGAINST_NAME = re.compile(
    r"\b[Aa]gainst[ \u00a0]((?:[A-Z][\w.’'-]*[ \u00a0]?){1,3}),?[ \u00a0](?:[a-z]+,?[ \u00a0]){1,8}\Z"
)
TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep)\.[ \u00a0])?"
"""A title that may stand before a name."""
_NAME = rf"{TITLE}[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+){{0,2}}"
_BEATEN = re.compile(
    rf"({_NAME})[ \u00a0](?:was|were)[ \u00a0](?:defeated|beaten)\b"
    rf"|\b(?:defeated|beat|over|against|ousted|unseated)[ \u00a0]({_NAME})"
)
_FOR_NAME = re.compile(
    rf"[ \u00a0]for[ \u00a0]({TITLE}(?:[A-Z][\w’'-]*[ \u00a0]?){{1,3}})(?<![ \u00a0])"
    r"(?=[ \u00a0]?(?:[,.;)]|and\b|in\b|to\b|\d))"
)


def scored(text: str, floor: int, position: int) -> tuple[str, str] | None:
    """Who leads, with the verb, and who follows, where a poll's two numbers come behind ("Ann leads Ben by")."""
    match = _LEADS.search(text[max(0, floor, position - 120) : position])
    return (match[1].strip(), match[2].strip()) if match else None


def named_behind(text: str, position: int, limit: int) -> str | None:
    """Whose share it is, where the name follows ("40 percent for Ann Lee")."""
    match = _FOR_NAME.match(text, position, limit)
    return match[1] if match else None


def other_side(between: str) -> str | None:
    """Whose the second number of a score is, where the words between the two tell ("to Lind’s")."""
    match = _OTHER_SIDE.fullmatch(between)
    return match[1].strip() if match else None


def rival(text: str, floor: int, position: int) -> str | None:
    """Whom somebody is measured against in a poll ("against Bo Lind, she prevailed")."""
    match = _AGAINST_NAME.search(text[max(0, floor) : position])
    return match[1].strip() if match else None


def beaten(text: str, floor: int, position: int) -> str | None:
    """Who lost to somebody whose share of the vote stands at ``position`` ("Ann Moe beat Bo Lind, 52 percent to")."""
    found = [match[1] or match[2] for match in _BEATEN.finditer(text, max(0, floor), position)]
    return found[-1].strip() if found else None
