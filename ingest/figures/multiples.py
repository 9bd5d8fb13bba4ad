"""How many times as much: "doubled", "twice as many", "three times the rate", "tenfold", "cut by half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.figures.hedges import Quantity, bounded, hedge_before
from ingest.figures.numbers import SCALES, SMALL
from kg.model import Change, Span

TIMES = "times"
"""The unit of a factor."""
_FACTORS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4}
_COUNT = r"\d+(?:\.\d+)?|" + "|".join(word for word in SMALL if SMALL[word] > 1)
_OVER = r"(?:outn[a-z]+|outspe[a-z]+|outpac[a-z]+|outpoll[a-z]+|outvot[a-z]+|lead[a-z]*|led|favou?r[a-z]*|prefer[a-z]*)"
"""Verbs that a ratio of two sides stands behind ("outnumber sailors 3 to 1")."""
_MULTIPLE = re.compile(
    r"\b(?:"
    r"(?P<multiplied>doubl|tripl|trebl|quadrupl)(?:ed|ing|es)\b(?![ \u00a0-](?:down|over|back|up|as)\b)"
    r"|(?<=to[ \u00a0])(?P<will>doubl|tripl|trebl|quadrupl)e\b(?![ \u00a0-]digit)"
    r"|(?<=would[ \u00a0]|could[ \u00a0])(?P<would>doubl|tripl)e\b"
    r"|(?P<halved>halv(?:ed|ing))\b"
    r"|(?P<twice>twice|double|triple)(?=[ \u00a0](?:as[ \u00a0](?:[a-z]+)|the|that|those|their|its|what)\b)"
    rf"|(?P<times>{_COUNT})[ \u00a0]times(?=[ \u00a0](?:as|more|higher|larger|greater|bigger|lower|smaller|less|faster|"
    r"likelier|the|that|its|what)\b)"
    rf"|(?P<fold>{_COUNT}|(?:a[ \u00a0])?(?:hundred|thousand))[-‑ \u00a0]?fold\b"
    rf"|(?:(?<=by[ \u00a0])|(?<=than[ \u00a0])|(?<=nearly[ \u00a0])|(?<=about[ \u00a0]))(?P<ratio>{_COUNT})"
    r"(?:[ \u00a0-]to[ \u00a0-]|[-–:])(?:1|one)\b(?![ \u00a0](?:margin|percent|per|of)\b|[\d%.,]\d))",
    re.IGNORECASE,
)
_SIDES = re.compile(rf"\b{_OVER}\b[^.;:\d]*\Z")
_REACH = 60
_PIECES = (
    "oubl",
    "ripl",
    "rebl",
    "halv",
    "Halv",
    "wice ",
    " times ",
    "fold",
    "-1",
    "–1",
    ":1",
    " to 1",
    "to-one",
    " to one",
)
"""Letters that every factor has."""


def find(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The factors stated in ``text[start:end]``, in text order.

    >>> [(str(q.value), q.change) for q in find("Sales doubled; rents are twice as high.", 0, 39)]
    [('2', 'increase'), ('2', None)]
    """
    for match in _MULTIPLE.finditer(text, start, end):
        if match["ratio"] and not _SIDES.search(text, max(start, match.start() - _REACH), match.start()):
            continue
        value, change = _factor(match)
        span = Span(match.start(), match.end())
        quantity = Quantity(span, span, value, unit="share" if match["halved"] else TIMES, change=change)
        hedged = hedge_before(text, quantity, start)
        yield quantity if hedged is None else bounded(replace(quantity, span=Span(hedged[0], span.end)), hedged[1])


def spots(text: str) -> list[int]:
    """Where letters stand that a factor may have, in text order: most sentences need no closer look."""
    found = []
    for piece in _PIECES:
        position = text.find(piece)
        while position >= 0:
            found.append(position)
            position = text.find(piece, position + 1)
    return sorted(found)


def _factor(match: re.Match[str]) -> tuple[Decimal, Change | None]:
    """The number and the direction of a match."""
    if match["halved"]:
        return Decimal("0.5"), "decrease"
    if verb := match["multiplied"] or match["will"] or match["would"]:
        return Decimal(_FACTORS[verb.lower()]), "increase"
    if match["twice"]:
        return Decimal(3 if match["twice"].lower() == "triple" else 2), None
    words = (match["times"] or match["fold"] or match["ratio"]).lower().removeprefix("a").strip()
    return Decimal(SMALL.get(words) or SCALES.get(words) or words), None
