"""Units behind and before numbers: percent, money, counted nouns, and the base of a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.figures.money import by_name, currency_after, currency_before
from ingest.figures.nouns import GROUPS, MODIFIER_PLURALS, STOP, is_plural, singular
from ingest.figures.numbers import Number
from ingest.figures.numbers import find as numbers
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import listed

_ABBREVIATIONS = {
    "km": "kilometre", "kg": "kilogram", "m": "metre", "cm": "centimetre", "mm": "millimetre", "ha": "hectare",
    "ft": "foot", "lb": "pound", "lbs": "pound", "mph": "mile per hour", "kph": "kilometre per hour",
    "kmh": "kilometre per hour", "km/h": "kilometre per hour", "kwh": "kilowatt-hour", "mw": "megawatt",
    "gw": "gigawatt", "tw": "terawatt", "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "twh": "terawatt-hour",
    "sq km": "square kilometre", "bp": "basis point", "bps": "basis point",
}  # fmt: skip
_SPELLINGS = {
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "liter": "litre",
    "square kilometer": "square kilometre", "square meter": "square metre", "cubic meter": "cubic metre",
}  # fmt: skip
"""Units that are spelt in two ways."""
DURATIONS = listed("second minute hour day night week weekend fortnight month quarter year decade century")
_MEASURING = DURATIONS | listed(
    """
    mile kilometre metre centimetre foot inch yard acre hectare ton tonne pound kilogram gram ounce gallon litre
    barrel point megawatt gigawatt degree seat member page bed room
    """
)
"""What a hyphen may join to a number so that a quantity is stated ("45-minute", "10-point")."""
SHARES = ("percent", "share")
"""Units of what is a part of a whole."""
POINTS = ("percentage point", "basis point", "point")
"""Units of the distance between two shares."""
_STOCK = "stock share"
"""Shares that are counted, so that they are no shares of a whole."""
_TWO_WORDS = ("square ", "cubic ", "nautical ", "degree ")


def spelt(name: str) -> str:
    """The name of a unit in its one spelling, with plain spaces.

    >>> spelt("square\u00a0meter")
    'square metre'
    """
    name = name.replace("\u00a0", " ")
    return _SPELLINGS.get(name, name)


def is_measure(name: str | None) -> bool:
    """Whether a unit is one of length, area, volume, mass, energy, temperature or time, and no counted noun."""
    name = name.split(" per ")[0] if name else None
    return name is not None and (name in _MEASURING or name.startswith(_TWO_WORDS) or name.endswith(("watt", "-hour")))


_WORD = re.compile(
    r"[ \u00a0]+((?:[A-Z]\.){2,}(?=[ \u00a0])|[^\W\d_]+(?:[-‑'’.&/][^\W\d_]+)*(?:['’]|-(?=[ ](?:and|or)[ ]))?)"
)
_ADVERBS = frozenset(
    ("hardly", "barely", "scarcely", "really", "simply", "actually", "probably", "certainly", "merely")
)
"""Words that may follow a bare number and begin no noun phrase."""
_PLURAL_NAME = re.compile(r"\bUnited[ \u00a0](?:Nations|States)\Z")
"""A name in the plural that only narrows the noun behind it ("six United Nations treaties")."""
_NAME = 16
_JOINED = re.compile(r"[ \u00a0]((?:and|or)(?=[ \u00a0][a-z]+(?:-[a-z]+)?[ \u00a0](?:[a-z]+[ \u00a0])?[a-z]{3,}s\b))")
"""What joins two words that both narrow the noun behind them ("coal and gas plants")."""
_UNCHANGED = frozenset(word for word in DEMONYMS if word.endswith(("ese", "ish", "ch", "ss"))) | {"Orthodox", "Amish"}
"""Names of people that are the same in the plural."""
_LONGEST = 7
_HYPHENATED = re.compile(r"[-‑–](?:of[-‑])?([A-Za-z]+)\b(?:[-‑](old|olds)\b)?")
_PERCENT = re.compile(
    r"(?P<points>[ \u00a0-]?(?:(?:percentage|percent|per[ -]cent|%)[ \u00a0-]points?|pp)\b)"
    r"|(?P<basis>[ \u00a0-]basis[ -]points?\b)"
    r"|(?P<percent>[ \u00a0]?%|[ \u00a0-]{0,2}(?:percent|per[ -]cent|pct|pc)\b)"
)
_ABBREVIATION = re.compile(r"[ \u00a0-]?(km/h|sq km|km|kg|cm|mm|ha|ft|lbs?|mph|kph|kmh|[kMGT]Wh?|bps?)\b|(m)\b")
_COMPOUND = re.compile(
    r"[ \u00a0-](?:(?P<power>square|cubic|sq\.?|cu\.?|nautical)[ \u00a0-](?P<length>(?:centi|kilo|milli)?met(?:re|er)|"
    r"foot|feet|mile|yard|inch|inche)s?"
    r"|(?P<watt>kilowatt|megawatt|gigawatt|terawatt)[ \u00a0-]hours?"
    r"|degrees?[ \u00a0](?P<scale>[Cc]elsius|[Cc]entigrade|[Ff]ahrenheit|C\b|F\b))\b"
    r"|[ \u00a0]?°?(?:(?<=°)[ \u00a0])?(?P<sign>[CF])\b(?!['’]|\.[A-Za-z])"
)
BLURRED_AFTER = re.compile(
    r"[ \u00a0](or (?:more|higher|greater|less|fewer|lower|so))\b(?![ \u00a0]than)"
    r"|(-plus|-odd|\+(?!\d)| plus(?= [a-z]))"
)
_PARTITIVE = re.compile(
    r"[ \u00a0](?:out[ \u00a0])?of[ \u00a0](?:(?:the|its|their|our|his|her|my|your|all|those|these|"
    r"[A-Z][\w.]*['’]s?)[ \u00a0])*"
)
_SPACED = re.compile(
    r"[ \u00a0]((?:square[ \u00a0])?(?:kilo)?met(?:re|er)|year|month|week|day|hour|minute|mile|foot|inch|acre|tonn?e?|"
    r"gallon|megawatt|gigawatt|point|page)[ \u00a0](?!old\b|olds\b|ago\b)([a-z]{3,}|[A-Z][a-z]+[ \u00a0][a-z]{3,})\b"
)
_DATING = re.compile(r"[ \u00a0](?:ago|later|earlier|hence|before|after|prior|since)\b")
_OF_A_POINT = re.compile(
    r"[ \u00a0-](percentage[ \u00a0-]point|point)\b|"
    r"[ \u00a0](?:of[ \u00a0])?(?:a|one|1)[ \u00a0](percentage[ \u00a0]point|percent|per[ -]cent)\b"
)
_AS_VERB = re.compile(
    r"[ \u00a0](?:the|it|that|him|her|them|an?|its|his)\b(?![ \u00a0](?:[a-z]+[ \u00a0])?(?:said|told|asked))"
)
"""What stands behind a verb that looks like a plural ("one in six trusts the state")."""
_OF_A_MEASURE = re.compile(
    r"[ \u00a0]of[ \u00a0](?:an?|one)[ \u00a0]((?:(?:square|cubic)[ \u00a0])?(?:(?:centi|kilo)?met(?:re|er)|mile|"
    r"inch|foot|acre|hectare|degree|second|ton|tonne|pound|ounce))\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where its words end; ``noun_start`` is where the counted noun phrase begins, for those that count."""

    name: str
    end: int
    noun_start: int | None = None
    hyphenated: bool = False


def after(text: str, position: int, limit: int, *, single: bool = False) -> Unit | None:
    """The unit whose words stand at ``position``: percent, money, a measure or a counted noun; else none.

    ``single`` allows a noun in the singular, for the number one.
    """
    if match := _PERCENT.match(text, position, limit):
        name = "percentage point" if match["points"] else "basis point" if match["basis"] else "percent"
        return Unit(name, match.end())
    if money := currency_after(text, position, limit) or by_name(text, position, limit):
        return Unit(*money)
    if match := _COMPOUND.match(text, position, limit):
        return Unit(_compound(match), match.end())
    if match := _ABBREVIATION.match(text, position, limit):
        return Unit(_ABBREVIATIONS[(match[1] or match[2]).lower()], match.end())
    return _joined(text, position, limit) or counted(text, position, limit, single=single)


def counted(text: str, position: int, limit: int, *, single: bool = False) -> Unit | None:
    """The noun that the phrase at ``position`` counts, in the singular; none where no plural ends it.

    >>> counted("620 million amber lights by spring", 11, 34)
    Unit(name='light', end=24, noun_start=12, hyphenated=False)
    """
    first, end = None, position
    for taken in range(_LONGEST):
        match = _WORD.match(text, end, limit)
        if match is None:
            break
        if taken == 1 and match[1] in ("and", "or") and (joint := _JOINED.match(text, end, limit)):
            end = joint.end(1)
            continue
        word = match[1]
        if word == "such" and not taken:
            end = match.end(1)
            continue
        if word.lower() in STOP or word in _ADVERBS or (word.lower().endswith("ly") and taken):
            break
        first = match.start(1) if first is None else first
        end = match.end(1)
        if is_plural(word) and not _goes_on(text, word, end, limit):
            return Unit(_named(word), end, first)
        if word in _UNCHANGED and not _goes_on(text, word, end, limit, any_noun=True):
            return Unit(word, end, first)
        if single and word.islower() and not _WORD.match(text, end, limit):
            return Unit(word, end, first)
    return None


def _named(plural: str) -> str:
    """The unit that a plural counts, in small letters unless it is a people, a faith or a party."""
    name = singular(plural.lower())
    if plural[0].isupper() and (name in GROUPS or name.capitalize() in DEMONYMS or plural in DEMONYMS):
        return name.capitalize()
    return _STOCK if name == "share" else spelt(name)


def _goes_on(text: str, word: str, end: int, limit: int, *, any_noun: bool = False) -> bool:
    """Whether a plural only modifies the noun behind it ("women voters", "United States senators").

    ``any_noun`` takes whatever noun follows for that.
    """
    match = _WORD.match(text, end, limit)
    if match is None or match[1].lower() in STOP:
        return False
    if _PLURAL_NAME.search(text, max(0, end - _NAME), end):
        return True
    if any_noun:
        return not match[1].endswith("ed")
    if word[0].isupper() and match[1][0].islower():
        return is_plural(match[1])
    return word.lower() in MODIFIER_PLURALS and is_plural(match[1])


def _compound(match: re.Match[str]) -> str:
    """The name of a measure of two words: an area, a volume, an energy, a temperature."""
    if match["power"]:
        power = {"sq": "square", "cu": "cubic"}.get(match["power"].rstrip("."), match["power"])
        length = {"feet": "foot", "inche": "inch"}.get(match["length"], match["length"])
        return f"{power} {spelt(length)}"
    if match["watt"]:
        return f"{match['watt']}-hour"
    return "degree Celsius" if (match["scale"] or match["sign"])[0] in "cC" else "degree Fahrenheit"


def _joined(text: str, position: int, limit: int) -> Unit | None:
    """A measure that a hyphen joins to the number ("45-minute"); none for "two-way" and for ages."""
    match = _HYPHENATED.match(text, position, limit)
    if match is None or match[2]:
        return _spaced(text, position, limit)
    name = spelt(singular(match[1].lower()))
    return Unit(name, match.end(), None, True) if name in _MEASURING else None


def _spaced(text: str, position: int, limit: int) -> Unit | None:
    """A measure in the singular before what it tells of ("a 20 minute walk", "15 foot high")."""
    match = _SPACED.match(text, position, limit)
    if match is None or match[2].lower() in STOP:
        return None
    return Unit(spelt(match[1]), match.end(1), None, True)


def unit_of(text: str, number: Number, limit: int) -> Unit | None:
    """The unit of a number: the currency before it, else what stands behind it, else what it is a part of."""
    if number.kind == "fraction" and (point := _OF_A_POINT.match(text, number.span.end, limit)):
        is_point = point[1] or point[2].startswith("percentage")
        return Unit("percentage point" if is_point else "percent", point.end())
    if number.kind == "fraction" and (measure := _OF_A_MEASURE.match(text, number.span.end, limit)):
        return Unit(spelt(measure[1]), measure.end())
    if number.kind == "fraction" and (joined := _joined(text, number.span.end, limit)):
        return joined
    if number.kind in ("fraction", "proportion"):
        noun = counted(text, number.span.end, limit) if number.kind == "proportion" else None
        if (
            noun is not None
            and _AS_VERB.match(text, noun.end, limit)
            and " " not in text[number.span.end + 1 : noun.end]
        ):
            noun = None
        return (
            Unit("share", number.span.end, noun.noun_start if noun else None)
            if noun is None
            else Unit("share", noun.end, noun.noun_start)
        )
    if currency := currency_before(text, number.span.start):
        return Unit(currency[0], number.span.end)
    position = number.span.end
    if plus := BLURRED_AFTER.match(text, position, limit):
        position = plus.end()
    unit = after(text, position, limit)
    if unit is not None:
        return unit
    partitive = _PARTITIVE.match(text, number.span.end, limit)
    if partitive is None:
        return None
    inner = next(numbers(text, partitive.end(), min(limit, partitive.end() + 1)), None)
    position = partitive.end() - 1
    if inner is not None or text[partitive.end() : partitive.end() + 1].isdigit():
        nested = next(numbers(text, partitive.end(), min(limit, partitive.end() + 30)), None)
        position = nested.span.end if nested and nested.span.start == partitive.end() else position
    return after(text, position, limit)


def bare_unit(text: str, number: Number, limit: int) -> Unit | None:
    """The unit right behind a number where it is a percent, money or a measure, and no counted noun."""
    unit = after(text, number.span.end, limit)
    return unit if unit is not None and unit.noun_start is None and not unit.hyphenated else None


def is_relative_date(text: str, unit: Unit, limit: int) -> bool:
    """Whether "two years ago" or "six years later" dates something instead of measuring it."""
    if unit.name not in DURATIONS:
        return False
    return _DATING.match(text, unit.end, limit) is not None
