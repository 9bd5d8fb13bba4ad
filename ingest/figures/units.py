"""Units behind and before numbers: percent, money, counted nouns, and the base of a rate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.figures.numbers import Number
from ingest.figures.numbers import find as numbers

SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "S/": "PEN",
}  # fmt: skip
_CODES_WORDS = """
USD EUR GBP CLP ARS MXN BRL PEN COP UYU BOB PYG VES CAD AUD NZD JPY CNY RMB INR RUB UAH CHF SEK NOK DKK PLN CZK
HUF TRY ILS ZAR KRW SGD HKD NGN KES EGP SAR AED PKR THB IDR PHP
"""
CODES = frozenset(_CODES_WORDS.split())
COINS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "zloty": "PLN", "shekel": "ILS", "forint": "HUF",
    "baht": "THB", "rand": "ZAR", "naira": "NGN", "peso": "peso", "rupee": "rupee", "franc": "franc",
    "krona": "krona", "krone": "krone", "lira": "lira", "dinar": "dinar", "shilling": "shilling", "real": "BRL",
    "reai": "BRL", "buck": "USD",
}  # fmt: skip
"""Money by its name in the singular; where several countries use the name, the name itself stays."""
NATIONAL = {
    ("canadian", "dollar"): "CAD", ("australian", "dollar"): "AUD", ("chilean", "peso"): "CLP", ("mexican",
    "peso"): "MXN", ("argentine", "peso"): "ARS", ("argentinian", "peso"): "ARS", ("colombian", "peso"): "COP",
    ("philippine", "peso"): "PHP", ("uruguayan", "peso"): "UYU", ("indian", "rupee"): "INR", ("pakistani",
    "rupee"): "PKR", ("swiss", "franc"): "CHF", ("swedish", "krona"): "SEK", ("danish", "krone"): "DKK", ("norwegian",
    "krone"): "NOK", ("turkish", "lira"): "TRY", ("british", "pound"): "GBP", ("egyptian", "pound"): "EGP",
    ("hong kong", "dollar"): "HKD", ("kenyan", "shilling"): "KES",
}  # fmt: skip
ABBREVIATIONS = {
    "km": "kilometre", "kg": "kilogram", "m": "metre", "cm": "centimetre", "mm": "millimetre", "ha": "hectare",
    "ft": "foot", "lb": "pound", "lbs": "pound", "mph": "mile per hour", "kph": "kilometre per hour",
    "kmh": "kilometre per hour", "km/h": "kilometre per hour", "kwh": "kilowatt-hour", "mw": "megawatt",
    "gw": "gigawatt", "tw": "terawatt", "mwh": "megawatt-hour", "gwh": "gigawatt-hour", "twh": "terawatt-hour",
    "sq km": "square kilometre", "bp": "basis point", "bps": "basis point",
}  # fmt: skip
SPELLINGS = {
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "liter": "litre",
    "square kilometer": "square kilometre", "square meter": "square metre", "cubic meter": "cubic metre",
}  # fmt: skip
IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "wives": "wife", "lives": "life", "knives": "knife", "halves": "half", "thieves": "thief", "leaves": "leaf",
    "shelves": "shelf", "wolves": "wolf", "crises": "crisis", "analyses": "analysis", "bases": "base",
    "theses": "thesis", "criteria": "criterion", "movies": "movie", "cookies": "cookie", "calories": "calorie",
    "buses": "bus", "viruses": "virus", "campuses": "campus", "caucuses": "caucus", "police": "police officer",
    "personnel": "staff", "staff": "staff", "aircraft": "aircraft", "series": "series", "species": "species",
    "cattle": "cattle", "sheep": "sheep", "gases": "gas", "bonuses": "bonus", "censuses": "census", "shoes": "shoe",
    "toes": "toe", "quizzes": "quiz", "alumni": "alumnus", "referenda": "referendum", "headquarters": "headquarters",
    "ties": "tie", "lies": "lie",
}  # fmt: skip
_DURATIONS_WORDS = """
second minute hour day night week weekend fortnight month quarter year decade century
"""
DURATIONS = frozenset(_DURATIONS_WORDS.split())
_MEASURING_WORDS = """
mile kilometre metre centimetre foot inch yard acre hectare ton tonne pound kilogram gram ounce gallon litre
barrel point megawatt gigawatt degree seat member page bed room
"""
MEASURING = DURATIONS | frozenset(_MEASURING_WORDS.split())
"""What a hyphen may join to a number so that a quantity is stated ("45-minute", "10-point")."""
_STOP_WORDS = """
a an the this that these those my your his her its our their whose which who whom what and or but nor so yet if
than then as of in on at by for from to with without into onto over under above below between among amid during
since until till after before about against through throughout across along around behind beyond near off out up
down per via within toward towards despite is are was were be been being am do does did done has have had having
can could will would shall should may might must not no said says say told tells saying it he she they we you i
him them us me there here when where while because although though whether how why all both each every either
neither any some such only just also even still already now ago later earlier respectively apiece annually
yearly monthly daily away apart together versus vs is’t isn’t wasn’t don’t didn’t including like unlike
according compared followed percent per-cent
"""
STOP = frozenset(_STOP_WORDS.split())
"""Words that end a noun phrase."""
_NOT_PLURAL_WORDS = """
this was has is its his does goes says us yes thus plus minus less unless across perhaps always besides
afterwards sometimes towards overseas gas bus lens news politics economics texas kansas illinois arkansas
massachusetts netherlands philippines wales honduras cyprus athens paris brussels los las james thomas lewis
williams congress business process access press class status virus focus bonus campus census consensus surplus
previous various serious yours ours theirs whereas as makes gets wants plain-clothes needs means takes comes
gives seems appears remains requires becomes lets puts sees knows thinks believes
"""
_NOT_PLURAL = frozenset(_NOT_PLURAL_WORDS.split())
_MODIFIER_PLURALS_WORDS = """
women men sales sports arms veterans savings human-rights rights drugs services works
"""
_MODIFIER_PLURALS = frozenset(_MODIFIER_PLURALS_WORDS.split())
_WORD = re.compile(r"[ \u00a0]+([^\W\d_]+(?:[-‑'’.&/][^\W\d_]+)*['’]?)")
_HYPHENATED = re.compile(r"[-‑–](?:of[-‑])?([A-Za-z]+)\b(?:[-‑](old|olds)\b)?")
_PERCENT = re.compile(
    r"(?P<points>[ \u00a0-]?(?:(?:percentage|percent|per[ -]cent|%)[ \u00a0-]points?|pp)\b)"
    r"|(?P<basis>[ \u00a0-]basis[ -]points?\b)"
    r"|(?P<percent>[ \u00a0]?%|[ \u00a0-]{0,2}(?:percent|per[ -]cent|pct|pc)\b)"
)
_CURRENCY_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(US|U\.S\.|AU?|CA?|NZ|HK|MX|NT|[SR])?([$€£¥₹₽₩₪₺₴₦₱])|(?<![\w])(S/))[ \u00a0]?\Z|"
    r"\b([A-Z]{3})[ \u00a0]?[$€£]?\Z"
)
_CURRENCY_AFTER = re.compile(r"[ \u00a0]?([€£$₽₴]|[A-Z]{3}\b)(?![ \u00a0]?\d)")
_COIN = re.compile(
    r"(?:[ \u00a0]|-)(?:(U\.?S\.?|[A-Z][a-z]+(?: Kong)?)[ \u00a0])?(pounds?[ \u00a0]sterling|cents?\b|pence\b|"
    r"[A-Za-z]+)"
)
_ABBREVIATION = re.compile(r"[ \u00a0-]?(km/h|sq km|km|kg|cm|mm|ha|ft|lbs?|mph|kph|kmh|[kMGT]Wh?|bps?)\b|(m)\b")
_PER_NUMBER = re.compile(
    r",?[ \u00a0](?:per|for every|for each|out of every|in every|per every)[ \u00a0]"
    r"(?:(\d{1,3}(?:,\d{3})+|\d+)(?:[ \u00a0](hundred|thousand|million))?|(?:an?[ \u00a0]|"
    r"one[ \u00a0])?(hundred|thousand|million))\b"
)
_SOLID = re.compile(r"[ \u00a0]((?:centi|kilo|milli)?met(?:re|er)|foot|mile|yard|inch)\b", re.IGNORECASE)
_PER_UNIT = re.compile(
    r"(?:[ \u00a0]|-)(?:(?:a|an|each|every)(?:[ \u00a0]|-)(second|minute|hour|day|night|week|month|year|"
    r"decade|barrel|gallon|litre|liter|ton|tonne"
    r"|kilogram|head|share|acre)\b(?!['’-])|per[ \u00a0-]([a-z]+)\b)"
)
BLURRED_AFTER = re.compile(
    r"[ \u00a0](or (?:more|higher|greater|less|fewer|lower|so))\b|(-plus|-odd|\+(?!\d)| plus(?= [a-z]))"
)
_PARTITIVE = re.compile(
    r"[ \u00a0](?:out[ \u00a0])?of[ \u00a0](?:(?:the|its|their|our|his|her|my|your|all|those|these|"
    r"[A-Z][\w.]*['’]s?)[ \u00a0])*"
)
_DATING = re.compile(r"[ \u00a0](?:ago|later|earlier|hence|before|after|prior|since)\b")
_OF_A_POINT = re.compile(
    r"[ \u00a0](?:of[ \u00a0])?(?:a|one|1)[ \u00a0](percentage[ \u00a0]point|percent|per[ -]cent)\b"
)
_PER_WORDS = {"hundred": 100, "thousand": 1000, "million": 10**6}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit and where its words end; ``noun_start`` is where the counted noun phrase begins, for those that count."""

    name: str
    end: int
    noun_start: int | None = None
    hyphenated: bool = False


def currency_before(text: str, start: int) -> tuple[str, int] | None:
    """The currency written before the number at ``start`` and where it begins, else none.

    >>> currency_before("about US$5", 9)
    ('USD', 6)
    """
    window = max(0, start - 6)
    match = _CURRENCY_BEFORE.search(text[window:start])
    if match is None:
        return None
    if match[4]:
        return (_code(match[4]), window + match.start()) if match[4] in CODES else None
    symbol = match[3] or (match[1] or "") + match[2]
    name = SYMBOLS.get(symbol) or SYMBOLS[match[2]]
    return name, window + match.start()


def after(text: str, position: int, limit: int, *, single: bool = False) -> Unit | None:
    """The unit whose words stand at ``position``: percent, money, a measure or a counted noun; else none.

    ``single`` allows a noun in the singular, for the number one.
    """
    if match := _PERCENT.match(text, position, limit):
        name = "percentage point" if match["points"] else "basis point" if match["basis"] else "percent"
        return Unit(name, match.end())
    if match := _CURRENCY_AFTER.match(text, position, limit):
        name = SYMBOLS.get(match[1]) or (_code(match[1]) if match[1] in CODES else "")
        if name:
            return Unit(name, match.end())
    if money := _coin(text, position, limit):
        return money
    if match := _ABBREVIATION.match(text, position, limit):
        return Unit(ABBREVIATIONS[(match[1] or match[2]).lower()], match.end())
    return _joined(text, position, limit) or counted(text, position, limit, single=single)


def counted(text: str, position: int, limit: int, *, single: bool = False) -> Unit | None:
    """The noun that the phrase at ``position`` counts, in the singular; none where no plural ends it.

    >>> counted("500 million solar panels by spring", 11, 34)
    Unit(name='panel', end=24, noun_start=12, hyphenated=False)
    """
    first, end = None, position
    for taken in range(6):
        match = _WORD.match(text, end, limit)
        if match is None:
            break
        word = match[1]
        if word.lower() in STOP or (word.lower().endswith("ly") and taken):
            break
        first = match.start(1) if first is None else first
        end = match.end(1)
        if is_plural(word) and not _goes_on(text, word, end, limit):
            return Unit(SPELLINGS.get(singular(word.lower()), singular(word.lower())), end, first)
        if single and word.islower() and not _WORD.match(text, end, limit):
            return Unit(word, end, first)
    return None


def base(text: str, position: int, limit: int) -> tuple[str, int] | None:
    """The base of a rate at ``position`` ("per 100,000 inhabitants", "a year") and where it ends, else none.

    >>> base("39 homicides per 100,000 inhabitants", 12, 36)
    ('per 100000 inhabitant', 36)
    """
    if match := _PER_NUMBER.match(text, position, limit):
        size = int(match[1].replace(",", "")) if match[1] else 1
        size *= _PER_WORDS.get(match[2] or match[3], 1)
        noun = counted(text, match.end(), limit)
        return (f"per {size} {noun.name}", noun.end) if noun else (f"per {size}", match.end())
    if match := _PER_UNIT.match(text, position, limit):
        word = (match[1] or match[2]).lower()
        if word in ("cubic", "square") and (whole := _SOLID.match(text, match.end(), limit)):
            name = f"{word} {whole[1].lower()}"
            return f"per {SPELLINGS.get(name, name)}", whole.end()
        return (f"per {SPELLINGS.get(word, word)}", match.end()) if word not in STOP - {"head"} else None
    return None


def is_plural(word: str) -> bool:
    """Whether a word looks like a noun in the plural."""
    lowered = word.lower().rstrip("'’")
    if word[-1:] in "'’" or "'" in word or "’" in word:
        return False
    tail = lowered.rsplit("-", 1)[-1].rsplit("‑", 1)[-1]
    if lowered in _NOT_PLURAL:
        return False
    if tail in IRREGULAR or (tail.endswith("men") and len(tail) > 5 and tail not in ("specimen", "regimen")):
        return True
    return (
        len(tail) > 3
        and tail.endswith("s")
        and not tail.endswith(("ss", "us", "is", "ous"))
        and tail not in _NOT_PLURAL
        and lowered not in STOP
    )


def singular(noun: str) -> str:
    """The singular of an English noun in lower case.

    >>> [singular(noun) for noun in ("countries", "votes", "losses", "people", "policemen")]
    ['country', 'vote', 'loss', 'person', 'policeman']
    """
    head, joint, tail = noun.rpartition("-")
    if tail in IRREGULAR:
        return head + joint + IRREGULAR[tail]
    if tail.endswith("men"):
        return head + joint + tail[:-3] + "man"
    for ending, replacement in (
        ("ies", "y"),
        ("sses", "ss"),
        ("shes", "sh"),
        ("ches", "ch"),
        ("xes", "x"),
        ("oes", "o"),
        ("zzes", "zz"),
    ):
        if tail.endswith(ending) and len(tail) > len(ending) + 1:
            return head + joint + tail[: -len(ending)] + replacement
    return noun[:-1] if tail.endswith("s") and not tail.endswith("ss") else noun


def _goes_on(text: str, word: str, end: int, limit: int) -> bool:
    """Whether a plural only modifies the noun behind it ("women voters", "United States senators")."""
    match = _WORD.match(text, end, limit)
    if match is None or match[1].lower() in STOP:
        return False
    if word[0].isupper() and match[1][0].islower():
        return is_plural(match[1])
    return word.lower() in _MODIFIER_PLURALS and is_plural(match[1])


def _coin(text: str, position: int, limit: int) -> Unit | None:
    """Money by name: "dollars", "Chilean pesos", "pounds sterling"."""
    match = _COIN.match(text, position, limit)
    if match is None:
        return None
    word = match[2].lower()
    if word in ("cent", "cents", "pence"):
        return Unit("cent" if word != "pence" else "penny", match.end())
    name = "pound sterling" if "sterling" in word else singular(word)
    if match[1] and (code := NATIONAL.get((match[1].lower(), name))):
        return Unit(code, match.end())
    if name in COINS and (word != "real" or match[1]) and (not match[1] or match[1].startswith("U")):
        return Unit(COINS[name], match.end())
    return None


def _joined(text: str, position: int, limit: int) -> Unit | None:
    """A measure that a hyphen joins to the number ("45-minute"); none for "two-way" and for ages."""
    match = _HYPHENATED.match(text, position, limit)
    if match is None or match[2]:
        return None
    name = singular(match[1].lower())
    name = SPELLINGS.get(name, name)
    return Unit(name, match.end(), None, True) if name in MEASURING else None


def _code(code: str) -> str:
    """The ISO code for one that is written otherwise."""
    return "CNY" if code == "RMB" else code


def unit_of(text: str, number: Number, floor: int, limit: int) -> Unit | None:
    """The unit of a number: the currency before it, else what stands behind it, else what it is a part of."""
    if number.kind == "fraction" and (point := _OF_A_POINT.match(text, number.span.end, limit)):
        return Unit("percentage point" if point[1].startswith("percentage") else "percent", point.end())
    if number.kind in ("fraction", "proportion"):
        noun = counted(text, number.span.end, limit) if number.kind == "proportion" else None
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


def rated(text: str, name: str | None, end: int, limit: int) -> tuple[str | None, int]:
    """The unit with the base of its rate, if one follows, and where its words end."""
    rate = base(text, end, limit)
    if rate is None:
        return name, end
    return (f"{name} {rate[0]}" if name else rate[0]), rate[1]


def bare_unit(text: str, number: Number, limit: int) -> Unit | None:
    """The unit right behind a number where it is a percent, money or a measure, and no counted noun."""
    unit = after(text, number.span.end, limit)
    return unit if unit is not None and unit.noun_start is None and not unit.hyphenated else None


def is_relative_date(text: str, unit: Unit, limit: int) -> bool:
    """Whether "two years ago" or "six years later" dates something instead of measuring it."""
    if unit.name not in DURATIONS:
        return False
    return _DATING.match(text, unit.end, limit) is not None
