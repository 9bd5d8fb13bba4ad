"""What kind of claim some words make: its type, whether it denies, how sure it is of itself."""

from __future__ import annotations

import re

from ingest.extract.cues import FORMS
from kg.model import Certainty, ClaimType, Polarity


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _any_of(listed: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(listed.split())})\b")


_PROMISES = _words("promise pledge vow guarantee commit assure")
_PROPOSALS = _words("propose plan want intend aim seek offer threaten")
_RECOMMENDATIONS = _words("recommend urge advise demand")
_PREDICTIONS = _words("predict expect forecast project foresee")
_EVALUATIONS = _words(
    "accuse applaud attack bash blame blast call condemn criticise criticize decry defend denounce deride describe "
    "dismiss endorse fault hail mock praise rebuke rip slam tout"
)
_DENIALS = _words("deny dispute refute reject doubt disavow")
_GUESSES = _words("speculate suspect wonder doubt fear hope rumour rumor allege imply reportedly allegedly")
_BELIEFS = _words("believe think feel suggest estimate assume expect consider argue hint")

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_POLL = re.compile(r"\b(?:poll|survey|barometer|questionnaire)s?\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?(?:%|percent\b|per ?cent\b|percentage points?\b|in (?:10|ten)\b)|\b(?:per|every) \d[\d,.]*")
_ASKED = _any_of("voters? adults? respondents? Americans? people likely registered women men approve support")
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|\b\d[\d,.]*\s(?:[mb]illion|trillion|thousand|homicides|people|cases|deaths|jobs|votes|foreigners)\b"
)
_FUTURE = re.compile(r"\b(?:will|won[’']t|shall|going to|(?:is|are) (?:set|likely|expected|bound) to)\b|[’']ll\b")
_OWN_FUTURE = re.compile(
    r"[\"“‘]?(?:I|[Ww]e)(?:[’']ll| will| shall| am going to| are going to)\b(?! (?:see|be able|know|have to))"
)
_DUTY = re.compile(r"\b(?:should|must|ought to|needs? to|let[’']s)\b")
_WORTH = _any_of(
    "best worst great greatest terrible disaster disastrous excellent awful wonderful horrible wrong dangerous "
    "reckless irresponsible unacceptable outrageous shameful disgrace disgraceful brilliant ridiculous absurd unfair "
    "bad worse failure crucial essential indispensable"
)
_DATED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last (?:week|month|year|night)|in (?:19|20)\d\d"
    rf"|(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS}))\b"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|won|lost|held|met|took|made|went|gave|began|left|came|became|fell|rose|shot|led)\b"
)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|cannot|nor|without)\b|n[’']t\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:—–]|\b(?:because|which|who|that|if|but|although|while)\b")
_FIRST_WORDS = 12
_SPECULATIVE = _any_of(
    "may might could possibly perhaps Perhaps allegedly reportedly supposedly conceivably rumou?red unclear whether"
)
_HEDGED = _any_of(
    "likely unlikely probably presumably apparently seems? seemed appears? appeared suggests? roughly "
    "estimated would tends?"
)


def type_of(words: str, cue: str, source: str) -> ClaimType:
    """The type of a claim with these words, reported with this cue (lower case) from this source.

    >>> type_of("to cut taxes", "vowed", "Lima"), type_of("41% of voters back her", "found", "the poll")
    ('promise', 'survey-result')
    """
    lemmas = _lemmas(cue)
    if _SHARE.search(words):
        asked = _POLL.search(source) or _POLL.search(words) or ("say" in lemmas and _ASKED.search(words))
        return "survey-result" if asked else "statistic"
    if _POLL.search(source):
        return "survey-result"
    by_cue = _type_by_cue(lemmas, cue)
    if by_cue is not None:
        return by_cue
    if _OWN_FUTURE.match(words):
        return "promise"
    if _DUTY.search(words):
        return "recommendation"
    if _FUTURE.search(words):
        return "prediction"
    if _AMOUNT.search(words):
        return "statistic"
    if _WORTH.search(words):
        return "evaluation"
    return "event" if _DATED.search(words) and _PAST.search(words) else "statement"


def _lemmas(cue: str) -> set[str]:
    return {FORMS[word].lemma if word in FORMS else word for word in cue.split()}


def _type_by_cue(lemmas: set[str], cue: str) -> ClaimType | None:
    if lemmas & _PROMISES:
        return "promise"
    if lemmas & _RECOMMENDATIONS or " for" in cue or cue.endswith(" on"):
        return "recommendation"
    if lemmas & _PROPOSALS:
        return "proposal"
    if lemmas & _PREDICTIONS:
        return "prediction"
    return "evaluation" if lemmas & _EVALUATIONS else None


def polarity_of(words: str, cue: str) -> Polarity:
    """Whether the claim denies what its main clause names: by "not" and its like, or by a cue such as "denied".

    >>> polarity_of("taxes will not rise", "said"), polarity_of("taxes will not rise", "denied")
    ('negated', 'affirmed')
    """
    end = _CLAUSE_END.search(words, _FIRST_WORDS)
    denies = bool(_NEGATION.search(words, 0, end.start() if end else len(words)))
    denied = bool(_lemmas(cue) & _DENIALS) or bool(_NEGATION.search(cue))
    return "negated" if denies != denied else "affirmed"


def certainty_of(words: str, cue: str) -> Certainty:
    """How sure the claim is of itself.

    >>> certainty_of("taxes may rise", "said"), certainty_of("taxes will rise", "believes")
    ('speculative', 'hedged')
    """
    lemmas = _lemmas(cue)
    if _SPECULATIVE.search(words) or lemmas & _GUESSES:
        return "speculative"
    return "hedged" if _HEDGED.search(words) or lemmas & _BELIEFS else "certain"
