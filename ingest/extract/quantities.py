"""Whether some words state a quantity, or what people told a survey."""

from __future__ import annotations

import re

from ingest.extract.dates import MONTHS
from ingest.extract.said import Said
from ingest.lexicon.words import WEEKDAY, any_of

_MONTHS = "|".join(month.title() for month in MONTHS)
DATED = re.compile(
    rf"\b(?:{WEEKDAY}|yesterday|last (?:week|month|year|night)|in (?:19|20)\d\d|earlier"
    rf"|ago|shortly|(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS}))\b"
)
"""Words for when something happened."""

_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|\d+)"
_PERCENT = r"\d\s?(?:%|percent\b|per ?cent\b)"
_OUT_OF = rf"\b{_SMALL} (?:in|out of)(?: every)? {_SMALL}\b"
_POLL = re.compile(r"\b(?:poll|survey|barometer|questionnaire)s?\b", re.IGNORECASE)
_TOLD_SURVEY = re.compile(r"\btold (?:surveyors|pollsters|interviewers|the (?:poll|survey))\b")
_RESPONDENTS = re.compile(
    rf"{_PERCENT}|{_OUT_OF}|\b(?:half|thirds?|quarters?|fifths?|majority)(?: of\b|\Z)"
    r"|\b(?:respondents?|interviewees?|voters|adults|households|polled|surveyed|questioned|those asked)\b",
    re.IGNORECASE,
)
_SIDED = r"(?:approve|support|oppose|back|favou?r|prefer|agree|disagree)(?:s|d|ed)?\b"
_SIDES = re.compile(rf"\b\d+ \w+ {_SIDED}")
_PEOPLE = re.compile(
    any_of("voters? adults? respondents? people likely registered women men parents households residents")
    + rf"|\b{_SIDED}"
)
_SAYING = re.compile(r"\b(?:say|says|said)\b")

_SHARE = re.compile(rf"{_PERCENT}|\d\s?percentage points?\b|\d in (?:10|ten)\b|\bper \d[\d,.]*")
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|\b\d{1,3}(?:,\d{3})+\b"
    r"|\b\d[\d,.]*\s(?:[mb]illion|trillion|thousand|homicides|people|cases|deaths|jobs|votes|foreigners|points|tons"
    r"|tonnes|miles|acres|(?:micro|kilo)\w+)\b"
)
_COMPARED = re.compile(
    r"\b(?:twice|double|half|(?:three|four|five|six|ten) times) (?:as \w+|that|the)\b|\bfewer [\w ]{1,30}?than\b"
    r"|\b(?:more|less) (?!\w+(?:ful|ous|ive|ed|ent|ant|ing|al|able|ible|ic|ly|ate|ect|ary|ure)\b)"
    r"[a-z]+ [\w ]{0,20}?than\b"
    rf"|\b(?:thirds?|quarters?|fifths?|tenths?) of\b|{_OUT_OF}|\b(?:doubled|trebled|tripled|quadrupled|halved)\b"
)
_NUMBER = re.compile(r"(?<![\w-])\d[\d,.]*\b|\b(?:hundred|thousand|million|billion)\b")
_COUNTING = re.compile(r"\b(?:count(?:s|ed)?|tall(?:y|ied)|puts?|estimate[sd]?)\b")
_NO_QUANTITY = re.compile(
    r"\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?)\b"
    rf"|\b\d+/\d+\b|(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS})|\d(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b(?!,)"
    r"|\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|, \d{1,2}(?=,|\Z)|\b\d+-year-olds?"
    r"|\ban? \d[\d,.]*(?: ?%| per ?cent|-)|[$€£¥]\d[\d,.]*-"
    r"|\b(?!(?:About|Around|Over|Some|Only|Nearly|Almost|Just|Under|Roughly|The|In|At|By|From|Up|All|To|And|But)\b)"
    r"[A-Z][\w-]* \d+\b"
    r"|\b(?:number|no|age|aged|article|section|clause|day|phase|page|chapter|room|route)\.? \d+"
)
"""Numbers that name or date ("9/11", "Route 9", "in 2019"), spans of time, and measures of a thing ("a 5% tax")."""


def asks_people(said: Said) -> bool:
    """Whether the source is a survey or those who answered one: "the poll", "two in three", "respondents"."""
    return bool(_POLL.search(said.source) or _RESPONDENTS.search(said.source) or _TOLD_SURVEY.search(said.sentence))


def is_surveyed(said: Said) -> bool:
    """Whether the words tell how many take which side, or what share of people say so."""
    if _SIDES.search(said.sentence):
        return True
    if not _SHARE.search(said.sentence):
        return False
    return bool(_POLL.search(said.sentence) or (_SAYING.search(said.cue) and _PEOPLE.search(said.sentence)))


def is_counted(said: Said) -> bool:
    """Whether the words state a quantity: a share, an amount, a number that neither names nor dates, a comparison."""
    clause = _NO_QUANTITY.sub(" ", said.clause)
    if _SHARE.search(clause) or _AMOUNT.search(said.clause) or _COMPARED.search(said.sentence):
        return True
    if _COUNTING.search(said.cue) and _NUMBER.search(said.sentence):
        return True
    happened = said.verb.tense in ("past", "had") and DATED.search(said.sentence)
    return not happened and bool(_NUMBER.search(clause))
