"""The base of a rate behind what is counted: "per 200,000 lodgers", "an hour", "a dose"."""

from __future__ import annotations

import re

from ingest.figures.money import is_money
from ingest.figures.nouns import STOP
from ingest.figures.units import counted, spelt

_PER_NUMBER = re.compile(
    r",?[ \u00a0](?:per|for every|for each|out of every|in every|per every)[ \u00a0]"
    r"(?:(\d{1,3}(?:,\d{3})+|\d+)(?:[ \u00a0](hundred|thousand|million))?|(?:an?[ \u00a0]|"
    r"one[ \u00a0])?(hundred|thousand|million))\b"
)
_EVERY_WORDS = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_EVERY = re.compile(r"[ \u00a0](annually|yearly|monthly|weekly|daily)\b(?![ \u00a0][a-z])")
_SOLID = re.compile(r"[ \u00a0]((?:centi|kilo|milli)?met(?:re|er)|foot|mile|yard|inch)\b", re.IGNORECASE)
_PER_UNIT = re.compile(
    r"(?:[ \u00a0]|-)(?:(?:a|an|each|every)(?:[ \u00a0]|-)(second|minute|hour|day|night|week|month|year|"
    r"decade|century|barrel|gallon|litre|liter|ton|tonne"
    r"|kilogram|head|share|acre|ounce|pound|person|family|household|ticket|piece|plate|pair|gram|bushel|"
    r"semester|hectare|mile|kilometre|kilometer|student|worker|employee|vote|voter|"
    r"bottle|pill|call)\b(?!['’-]|[ \u00a0](?:earlier|ago|before|later|after|prior|previously|on)\b)"
    r"|per[ \u00a0-]([a-z]+)\b)"
)
_PRICED = re.compile(
    r"[ \u00a0]an?[ \u00a0](dose|pint|visit|click|download|episode|seat|pack|packet|box|bag|ride|trip|tablet|page|"
    r"room|session|course|credit|meal|treatment|shot|test|patient|child|pupil|resident|member|customer|subscriber|"
    r"passenger|vehicle|car|word|copy|unit|game|met(?:re|er)|kilo|carat|square[ \u00a0](?:foot|met(?:re|er)))"
    r"\b(?!['’-])"
)
"""What has a price each ("$5 a dose"); behind a count it is what somebody got."""
_PER_WORDS = {"hundred": 100, "thousand": 1000, "million": 10**6}


def base(text: str, position: int, limit: int) -> tuple[str, int] | None:
    """The base of a rate at ``position`` ("per 200,000 lodgers", "a year") and where it ends, else none.

    >>> base("41 thefts per 200,000 lodgers", 9, 29)
    ('per 200000 lodger', 29)
    """
    if match := _PER_NUMBER.match(text, position, limit):
        size = int(match[1].replace(",", "")) if match[1] else 1
        size *= _PER_WORDS.get(match[2] or match[3], 1)
        noun = counted(text, match.end(), limit)
        return (f"per {size} {noun.name}", noun.end) if noun else (f"per {size}", match.end())
    if match := _EVERY.match(text, position, limit):
        return f"per {_EVERY_WORDS[match[1]]}", match.end()
    if match := _PER_UNIT.match(text, position, limit):
        word = (match[1] or match[2]).lower()
        if word in ("cubic", "square") and (whole := _SOLID.match(text, match.end(), limit)):
            return f"per {spelt(f'{word} {whole[1].lower()}')}", whole.end()
        return (f"per {spelt(word)}", match.end()) if word not in STOP - {"head"} else None
    return None


def rated(text: str, name: str | None, end: int, limit: int) -> tuple[str | None, int]:
    """The unit with the base of its rate, if one follows, and where its words end."""
    rate = base(text, end, limit)
    if rate is None and is_money(name) and (each := _PRICED.match(text, end, limit)):
        return f"{name} per {spelt(each[1])}", each.end()
    if rate is None:
        return name, end
    return (f"{name} {rate[0]}" if name else rate[0]), rate[1]
