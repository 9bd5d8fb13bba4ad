"""Money: the currency of a sum, as an ISO 4217 code where the text tells which."""

from __future__ import annotations

import re

from ingest.figures.nouns import singular
from ingest.lexicon.words import listed

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "S/": "PEN",
}  # fmt: skip
CODES = listed(
    """
    USD EUR GBP CLP ARS MXN BRL PEN COP UYU BOB PYG VES CAD AUD NZD JPY CNY RMB INR RUB UAH CHF SEK NOK DKK PLN CZK
    HUF TRY ILS ZAR KRW SGD HKD NGN KES EGP SAR AED PKR THB IDR PHP MYR VND TWD RON BGN QAR KWD LBP IQD IRR DZD TND GHS
    UGX TZS ETB XOF XAF DOP CRC GTQ HNL BDT LKR KZT UZS RSD ISK
    """
)
_COINS = {
    "dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "zloty": "PLN", "shekel": "ILS", "forint": "HUF",
    "baht": "THB", "rand": "ZAR", "naira": "NGN", "peso": "peso", "rupee": "rupee", "franc": "franc",
    "krona": "krona", "krone": "krone", "lira": "lira", "dinar": "dinar", "shilling": "shilling", "real": "BRL",
    "reai": "BRL", "buck": "USD", "ringgit": "MYR", "dong": "VND", "taka": "BDT", "birr": "ETB", "cedi": "GHS",
    "dirham": "dirham", "riyal": "riyal", "bolivar": "bolivar", "guarani": "PYG", "rupiah": "IDR",
}  # fmt: skip
"""Money by its name in the singular; where several countries use the name, the name itself stays."""
NATIONAL = {
    ("canadian", "dollar"): "CAD", ("australian", "dollar"): "AUD", ("chilean", "peso"): "CLP", ("mexican",
    "peso"): "MXN", ("argentine", "peso"): "ARS", ("argentinian", "peso"): "ARS", ("colombian", "peso"): "COP",
    ("philippine", "peso"): "PHP", ("uruguayan", "peso"): "UYU", ("indian", "rupee"): "INR", ("pakistani",
    "rupee"): "PKR", ("swiss", "franc"): "CHF", ("swedish", "krona"): "SEK", ("danish", "krone"): "DKK", ("norwegian",
    "krone"): "NOK", ("turkish", "lira"): "TRY", ("british", "pound"): "GBP", ("egyptian", "pound"): "EGP",
    ("hong kong", "dollar"): "HKD", ("kenyan", "shilling"): "KES", ("brazilian", "real"): "BRL",
    ("brazilian", "reai"): "BRL", ("cuban", "peso"): "CUP", ("dominican", "peso"): "DOP", ("icelandic", "krona"): "ISK",
    ("peruvian", "sole"): "PEN", ("saudi", "riyal"): "SAR", ("qatari", "riyal"): "QAR", ("emirati", "dirham"): "AED",
    ("moroccan", "dirham"): "MAD", ("tanzanian", "shilling"): "TZS", ("ugandan", "shilling"): "UGX",
    ("singapore", "dollar"): "SGD", ("taiwan", "dollar"): "TWD", ("iranian", "rial"): "IRR", ("czech", "crown"): "CZK",
    ("iraqi", "dinar"): "IQD", ("kuwaiti", "dinar"): "KWD", ("serbian", "dinar"): "RSD", ("lebanese", "pound"): "LBP",
    ("russian", "ruble"): "RUB", ("chinese", "yuan"): "CNY", ("japanese", "yen"): "JPY", ("african", "rand"): "ZAR",
}  # fmt: skip
_NAMES = CODES.union(_SYMBOLS.values(), _COINS.values(), NATIONAL.values())
_CURRENCY_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(US|U\.S\.|AU?|CA?|NZ|HK|MX|NT|[SR])?([$€£¥₹₽₩₪₺₴₦₱])|(?<![\w])(S/))[ \u00a0]?\Z|"
    r"\b([A-Z]{3})[ \u00a0]?[$€£]?\Z"
)
_CURRENCY_AFTER = re.compile(r"[ \u00a0]?([€£$₽₴]|[A-Z]{3}\b)(?![ \u00a0]?\d)")
HUNDREDTHS = re.compile(r"[ \u00a0-](?:cents?|pence)\b")
"""The small coins, a hundred of which make up the currency that their sums are given in."""
_COIN = re.compile(
    r"(?:[ \u00a0]|-)(?:(U\.?S\.?|[A-Z][a-z]+(?: Kong)?)[ \u00a0])?(pounds?[ \u00a0]sterling|cents?\b|pence\b|"
    r"[A-Za-z]+)"
)


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency, or one for each of something.

    >>> [is_money(unit) for unit in ("USD per ounce", "peso", "U.S. barge", None)]
    [True, True, False, False]
    """
    return unit is not None and unit.partition(" per ")[0] in _NAMES


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
    name = _SYMBOLS.get(symbol) or _SYMBOLS[match[2]]
    return name, window + match.start()


def currency_after(text: str, position: int, limit: int) -> tuple[str, int] | None:
    """The currency written right behind a number ("40 €", "40 USD") and where it ends, else none."""
    match = _CURRENCY_AFTER.match(text, position, limit)
    if match is None:
        return None
    name = _SYMBOLS.get(match[1]) or (_code(match[1]) if match[1] in CODES else "")
    return (name, match.end()) if name else None


def by_name(text: str, position: int, limit: int) -> tuple[str, int] | None:
    """Money by name at ``position`` ("dollars", "Chilean pesos", "pounds sterling") and where its words end."""
    match = _COIN.match(text, position, limit)
    if match is None:
        return None
    word = match[2].lower()
    if word in ("cent", "cents", "pence"):
        return ("USD" if word != "pence" else "GBP", match.end())
    name = "pound sterling" if "sterling" in word else singular(word)
    if match[1] and (code := NATIONAL.get((match[1].lower(), name))):
        return (code, match.end())
    if name in _COINS and (word != "real" or match[1]) and (not match[1] or match[1].startswith("U")):
        return (_COINS[name], match.end())
    return None


def _code(code: str) -> str:
    """The ISO code for one that is written otherwise."""
    return "CNY" if code == "RMB" else code
