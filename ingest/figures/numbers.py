"""Numbers as texts write them: digits, words, fractions, proportions, and the vague ones ("dozens")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ingest.figures.numerals import decimal_of, part_behind
from ingest.lexicon.words import listed
from kg.model import Span

NumberKind = Literal["digits", "words", "fraction", "proportion", "vague"]

_SMALL_WORDS = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), start=2)}
SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
SUFFIXES = {
    **dict.fromkeys(("k", "K"), 10**3),
    **dict.fromkeys(("m", "M", "mn", "mln", "mio"), 10**6),
    **dict.fromkeys(("b", "B", "bn", "Bn", "bln"), 10**9),
    **dict.fromkeys(("tn", "trn", "T"), 10**12),
}
DENOMINATORS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_UNIT_LETTERS = listed("km kg m cm mm ha ft lb lbs mph kph kmh kWh MW GW TW MWh GWh TWh pc pct pp pts bp bps g l")
"""What may stand right behind digits without making them a name."""

_HIT = re.compile(
    r"(?=[\dA-Za-z])(?:(?P<digits>\d+(?:[.,]\d+)*)"
    r"|\b(?:[Zz]ero|[Oo]ne|[Tt](?:wo|hree|en|welve|hirteen|wenty|hirty|housand|hird|rillion|enth|ens\sof\s)|"
    r"[Ff](?:our|ive|if|or)"
    r"|[Ss](?:ix|even|cores\sof\s|everal\s)|[Ee](?:ight|leven)|[Nn]ine|[Hh](?:undred|alf)|[Mm]illion|"
    r"[Bb]illion|[Dd]ozen"
    r"|[Qq]uarter|[Aa]\s(?:few|couple)\s))"
)
_WORD = re.compile(r"[A-Za-z]+")
_STEP = re.compile(r"(?:[ \u00a0]|-|\u2011)(?:and[ \u00a0-](?=[a-z]))?([a-z]+)")
_SCALE = re.compile(r"(?:[ \u00a0]|-|\u2011)?(hundred|thousand|million|billion|trillion|dozen)\b", re.IGNORECASE)
_SUFFIX = re.compile(r"[ \u00a0]?(mn|mln|mio|bn|Bn|bln|tn|trn)\b|([kKmMbBT])\b(?!\.[A-Za-z])")
_LETTERS = re.compile(r"[^\W\d_]+|['’]s\b|['’]\d|\([a-z]\)")
_DENOMINATOR = re.compile(
    r"(?:[ \u00a0]|-|\u2011)(half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(s?)\b"
)
_SLASH = re.compile(r"/(\d{1,2})\b(?![/\d])(?=\s+(?:of|majority|quorum|supermajority|vote|share|threshold|stake)\b)")
_OUT_OF = re.compile(r"[ \u00a0]+(?:out[ \u00a0]of|in|of)[ \u00a0]+(every[ \u00a0]+)?(?=[\da-z])")
_PERIOD_NEXT = re.compile(
    r"[ \u00a0-]+(?:second|minute|hour|day|night|week|month|quarter|year|decade|round|attempt)s?\b"
)
_ARTICLE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Hh]alf[ \u00a0]a)[ \u00a0-]$")
_ARTICLE_A = re.compile(r"\b[Aa][ \u00a0]$")
_HALF_A = re.compile(r"[ \u00a0]an?[ \u00a0](dozen|million|billion|trillion)\b")
_VAGUE = re.compile(
    r"(?:[Tt]ens|[Dd]ozens|[Hh]undreds)[ \u00a0]of[ \u00a0](?:thousands|millions|billions|trillions)\b"
    r"|(?:(?:[Tt]ens|[Dd]ozens|[Hh]undreds)[ \u00a0]of[ \u00a0])?"
    r"(?:[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions)\b"
    r"(?=[ \u00a0](?:of|(?:(?:were|are|have[ \u00a0]been)[ \u00a0])?(?:dead|killed|injured|wounded|displaced))\b)"
    r"|(?:[Ss]everal|[Aa][ \u00a0]few|[Aa][ \u00a0]couple(?:[ \u00a0]of)?)[ \u00a0](?:dozen|hundred|thousand|"
    r"million|billion|trillion)\b"
)
_WARMTH = re.compile(
    r"\b(?:to|by|of|at|above|below|reached|hit|than|over|around|about|nearly|and|exceed(?:ed|s)?|up|least|was|is)"
    r"[ \u00a0]\Z"
)
"""What stands before a number of degrees ("warmed by 0.5C"), and before no gate or size."""
_FOUR_PLACES = Decimal("0.0001")
_LONGEST = 30
"""Characters; longer runs of digits are keys and no quantities, and slow to convert."""
_NOT_BEFORE = frozenset("@#/\\&=_:.,~")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text. ``value`` is ``mantissa`` times ``scale``; none where the words leave it open.

    A fraction and a proportion are rounded to four places where they do not end.
    """

    span: Span
    value: Decimal | None
    kind: NumberKind
    mantissa: Decimal | None = None
    scale: int = 1


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers in ``text[start:end]``, in text order and without overlap.

    >>> [(n.span.of("two-thirds of 1.2 million"), n.value) for n in find("two-thirds of 1.2 million")]
    [('two-thirds', Decimal('0.6667')), ('1.2 million', Decimal('1200000'))]
    """
    end = len(text) if end is None else end
    position = start
    while (hit := _HIT.search(text, position, end)) is not None:
        number = _digits(text, hit, end) if hit["digits"] else _words(text, hit.start(), start, end)
        if number is None:
            position = max(hit.end(), position + 1)
            continue
        number = _proportion(text, number, end) or number
        yield number
        position = max(number.span.end, hit.end())


def _digits(text: str, hit: re.Match[str], limit: int) -> Number | None:
    """The number that begins with these digits; none where they are part of a name, a date or an address."""
    start, end = hit.span()
    if end - start > _LONGEST:
        return None
    before = text[start - 1] if start else " "
    if before.isalnum() or (
        before in _NOT_BEFORE and not (before == "~" and not text[start - 2 : start - 1].isalnum())
    ):
        return None
    if before in "'’" and text[start - 2 : start - 1].isdigit():
        return None
    start = start - 1 if before in "-−" and text[start - 2 : start - 1] in ("", " ", "(", "\n") else start
    if (slash := _SLASH.match(text, end, limit)) and 0 < int(hit["digits"].replace(",", "").replace(".", "")) < int(
        slash[1]
    ):
        share = (Decimal(hit["digits"]) / Decimal(slash[1])).quantize(_FOUR_PLACES)
        return Number(Span(hit.start(), slash.end()), share, "fraction")
    if text[end : end + 1] in ("/", "\\", ":", "@") and text[end + 1 : end + 2].isalnum():
        return None
    mantissa = decimal_of(hit["digits"])
    if mantissa is not None and text[start] in "-−":
        mantissa = -mantissa
    end, scale, mantissa = _scaled(text, start, end, mantissa, limit)
    if (
        (letters := _LETTERS.match(text, end, limit))
        and letters[0] not in _UNIT_LETTERS
        and not (letters[0] in ("C", "F") and _WARMTH.search(text, max(0, start - _LONGEST), start))
        and not letters[0].startswith("percent")
    ):
        return None
    value = None if mantissa is None else _plain(mantissa * scale)
    return Number(Span(start, end), value, "digits", mantissa, scale)


def _scaled(text: str, start: int, end: int, mantissa: Decimal | None, limit: int) -> tuple[int, int, Decimal | None]:
    """Where the number ends, its scale, and the mantissa, with "million", "bn", "K" or "and a half" behind it."""
    if mantissa is not None and (part := part_behind(text, end, limit)):
        end, mantissa = part[1], mantissa + part[0]
    if word := _SCALE.match(text, end, limit):
        return word.end(), SCALES[word[1].lower()], mantissa
    suffix = _SUFFIX.match(text, end, limit)
    if suffix is None:
        return end, 1, mantissa
    letters = suffix[1] or suffix[2]
    if letters in ("m", "M", "b", "B", "T") and not (
        (start and text[start - 1] in "$€£¥₹") or _counts(text, suffix.end())
    ):
        return end, 1, mantissa
    return suffix.end(), SUFFIXES[letters], mantissa


def _counts(text: str, position: int) -> bool:
    """Whether a plural follows, so that "5m" before it means millions and not metres."""
    return (
        re.match(
            r"[ \u00a0](?:[a-z]+[ \u00a0]){0,2}(?:[a-z]{3,}s|people|women|men|children)\b",
            text[position : position + 60],
        )
        is not None
    )


def _words(text: str, start: int, floor: int, limit: int) -> Number | None:
    """The number written in words at ``start``; none where the words turn out to be none."""
    if vague := _VAGUE.match(text, start, limit):
        return Number(Span(start, vague.end()), None, "vague")
    first = _WORD.match(text, start, limit)
    if first is None:
        return None
    word = first[0].lower()
    if word in DENOMINATORS:
        return _fraction(text, start, first.end(), word, floor, limit)
    if word in SCALES:
        article = _ARTICLE.search(text, max(floor, start - 8), start)
        if article is None:
            return None
        begin, factor = article.start(), Decimal("0.5") if article[0][0] in "hH" else Decimal(1)
        end, scale = first.end(), SCALES[word]
        while further := _SCALE.match(text, end, limit):
            end, scale = further.end(), scale * SCALES[further[1].lower()]
        return Number(Span(begin, end), _plain(factor * scale), "words", factor, scale)
    if word not in SMALL and word not in TENS:
        return None
    mantissa, end = _compound(text, first, limit)
    if denominator := _DENOMINATOR.match(text, end, limit):
        parts = DENOMINATORS[denominator[1]]
        if (mantissa == 1) != bool(denominator[2]) and 0 < mantissa < parts:
            return Number(Span(start, denominator.end()), _share(mantissa, parts), "fraction")
    end, scale, scaled = _scaled(text, start, end, mantissa, limit)
    mantissa = mantissa if scaled is None else scaled
    return Number(Span(start, end), _plain(mantissa * scale), "words", mantissa, scale)


def _compound(text: str, first: re.Match[str], limit: int) -> tuple[Decimal, int]:
    """The value of a run of number words ("two hundred and fifty thousand"), and where it ends.

    The last scale word stays outside where the run is a plain number before it ("three million"), for ranges.
    """
    word = first[0].lower()
    total, current, end = 0, SMALL.get(word, TENS.get(word, 0)), first.end()
    while step := _STEP.match(text, end, limit):
        word = step[1]
        with_and = " and" in step[0].replace("-", " ")
        if word in SMALL and 0 < SMALL[word] < 10 and current % 10 == 0 and current % 100 and not with_and:
            current += SMALL[word]
        elif (
            (word in SMALL or word in TENS) and (total or current >= 100) and current % 100 == 0 and (current or total)
        ):
            current += SMALL.get(word, TENS.get(word, 0))
        elif word == "hundred" and 0 < current < 100 and not with_and:
            current *= 100
        elif (
            word in SCALES
            and SCALES[word] > 100
            and current
            and not with_and
            and (total or current >= 100 or _goes_on(text, step.end(), limit))
        ):
            total, current = total + current * SCALES[word], 0
        else:
            break
        end = step.end()
    return Decimal(total + current), end


def _goes_on(text: str, position: int, limit: int) -> bool:
    """Whether a further number word follows a scale word ("two thousand three hundred")."""
    step = _STEP.match(text, position, limit)
    return step is not None and (step[1] in SMALL or step[1] in TENS)


def _fraction(text: str, start: int, end: int, word: str, floor: int, limit: int) -> Number | None:
    """The fraction that "half", "a third" or "a quarter" states; none for ordinals and seasons."""
    if word == "half":
        if further := _HALF_A.match(text, end, limit):
            scale = SCALES[further[1]]
            return Number(Span(start, further.end()), Decimal(scale // 2), "words", Decimal("0.5"), scale)
        return Number(Span(start, end), Decimal("0.5"), "fraction")
    if text[end - len(word)].isupper():
        return None
    article = _ARTICLE_A.search(text, max(floor, start - 3), start)
    if article is None:
        return None
    return Number(Span(article.start(), end), _share(Decimal(1), DENOMINATORS[word]), "fraction")


def _proportion(text: str, number: Number, limit: int) -> Number | None:
    """The share that "three out of every four" or "one in five" states, if the number begins one."""
    link = _OUT_OF.match(text, number.span.end, limit)
    if link is None or number.value is None or number.scale != 1 or number.kind not in ("digits", "words"):
        return None
    base = _base(text, link.end(), limit)
    if base is None or base.value is None or not 0 < number.value < base.value:
        return None
    round_base = base.value <= 10 or base.value in (12, 20, 50, 100, 1000, 10000, 100000)
    if (
        (number.value == 1 and link[0].split()[0] == "of")
        or not (round_base or link[1])
        or base.value != int(base.value)
    ):
        return None
    if not link[1] and _PERIOD_NEXT.match(text, base.span.end, limit):
        return None
    return Number(Span(number.span.start, base.span.end), _share(number.value, int(base.value)), "proportion")


def _base(text: str, position: int, limit: int) -> Number | None:
    """The number at ``position``, if one begins right there."""
    hit = _HIT.match(text, position, limit)
    if hit is None:
        return None
    return _digits(text, hit, limit) if hit["digits"] else _words(text, hit.start(), position, limit)


def _plain(value: Decimal) -> Decimal:
    """The same number without a fraction part that says nothing ("1200000.0")."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _share(part: Decimal, whole: int) -> Decimal:
    """``part`` of ``whole``, exact where four places hold it, else rounded to them."""
    return (part / Decimal(whole)).quantize(_FOUR_PLACES).normalize()
