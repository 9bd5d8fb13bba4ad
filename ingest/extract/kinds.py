"""What kind of claim some words make: its type, whether it denies, how sure it is of itself.

Where the words do not tell, a claim is a plain, affirmed, certain statement. What tells stands in the main clause of
the first sentence: "it will close" predicts, "the man who says that it will close" does not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.extract.cues import FORMS
from kg.model import Certainty, ClaimType, Polarity


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _any_of(listed: str) -> str:
    return rf"\b(?:{'|'.join(listed.split())})\b"


_PROMISES = _words("promise pledge vow guarantee commit commitment")
_PROPOSALS = _words(
    "propose proposal plan want intend intention aim seek offer threaten threat like keen willing ready"
)
_RECOMMENDATIONS = _words("recommend recommendation urge advise advice demand")
_PREDICTIONS = _words("predict prediction expect expectation forecast project projection foresee hope hopeful")
_EVALUATIONS = _words(
    "accuse applaud attack bash blame blast call condemn criticise criticize decry defend denounce deride describe "
    "dismiss endorse fault hail mock praise rebuke rip slam tout oppose support back welcome regret criticism critical "
    "condemnation concern concerned worry worried"
)
_DENIALS = _words("deny dispute refute reject doubt disavow")
_GUESSES = _words("speculate suspect wonder doubt fear hope rumour rumor allege imply reportedly allegedly")
_BELIEFS = _words("believe think feel suggest estimate assume expect consider argue hint see perceive")

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SMALL_NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|half"
_POLL = re.compile(r"\b(?:poll|survey|barometer|questionnaire)s?\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?(?:%|percent\b|per ?cent\b|percentage points?\b|in (?:10|ten)\b)|\bper \d[\d,.]*")
_PART = re.compile(
    rf"\d\s?(?:%|percent\b|per ?cent\b)|\b(?:{_SMALL_NUMBERS}|\d+) (?:in|out of)(?: every)? (?:{_SMALL_NUMBERS}|\d+)\b"
    r"|\b(?:thirds?|quarters?|fifths?|half) of\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    _any_of("voters? adults? respondents? people likely registered women men parents households residents") + "|"
    r"\b(?:approve|support|oppose|back|favou?r)(?:s|d|ed)?\b"
)
_AMOUNT = re.compile(
    r"[$€£¥]\s?\d|\b\d{1,3}(?:,\d{3})+\b"
    r"|\b\d[\d,.]*\s(?:[mb]illion|trillion|thousand|homicides|people|cases|deaths|jobs|votes|foreigners|(?:micro|kilo)\w+"
    r"|tons|tonnes|miles|acres)\b"
)
_FUTURE = re.compile(
    r"\bwill\b(?<!\bthe will)(?<!\bof will)(?<!\bfree will)(?<!\bpolitical will)|\bwon[’']t\b|\bshall\b|[’']ll\b"
    r"|\b(?:is|are|am|’s|'s|’re|'re) (?:not )?(?:going|set|likely|expected|bound) to\b"
)
_OWN_FUTURE = re.compile(
    r"(?:I|[Ww]e)(?:[’']ll| will| shall)\b"
    r"(?! (?:see|be|know|have|need|find|get|talk|discuss|remember|say|tell|not know|never know|never forget)\b)"
)
_PLANNED = re.compile(r"\b(?:plans?|wants?|intends?|aims?|is ready|are ready|would like) to\b")
_WOULD_BE = re.compile(r"\bwould\b(?! (?:have|like|rather)\b)")
_OWN_WOULD = re.compile(
    r"\W*(?:he|she|it|they|we|I|(?:his|her|its|their|our|my) \w+) would (?!be\b|have\b|like\b|rather\b|need\b|lose\b)"
)
_MODAL = re.compile(r"\b(?:would|could|may|might)\b(?! (?:have|like|rather)\b)")
_PROMISING = re.compile(r"\b(?:I|[Ww]e)(?: can| do| hereby| also| \w{2,12}ly)? (?:promise|pledge|vow|guarantee)\b")
_DUTY = re.compile(
    r"\b(?:should|must|ought to|needs? to|shouldn[’']t|mustn[’']t)\b"
    r"(?! (?:have|be expected|be noted|say|admit|confess|come as|surprise)\b)"
)
_WORTH = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|seems?|looks?)|[’']s|[’']re)\s(?:(?!(?:of|to|in|for|by|on|that)\b)[\w’'-]+\s){0,3}?"
    + _any_of(
        "best worst great greatest terrible disaster disastrous excellent awful wonderful horrible wrong dangerous "
        "reckless irresponsible unacceptable outrageous shameful disgrace disgraceful brilliant ridiculous absurd "
        "unfair bad worse failure crucial essential indispensable scandal nonsense mistake"
    )
)
_DATED = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last (?:week|month|year|night)|in (?:19|20)\d\d"
    rf"|(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS}))\b"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|won|lost|held|met|took|made|went|gave|began|left|came|became|fell|rose|shot|led)\b"
)
_PRESENT = re.compile(r"\b(?:is|are|has|have)\b|\b(?:[Ii]t|[Tt]hat|[Tt]here)[’']s\b")
_ASKING = re.compile(r"\W*(?:whether|why|how)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|cannot|nor)\b|n[’']t\b", re.IGNORECASE)
_NO_NEGATION = re.compile(
    r"\b(?:not|n[’']t|no) (?:only|just|merely|simply|without|unlike\w*|impossible|doubt|matter|later|more|less|fewer)\b"
    r"|n[’']t (?:only|just|merely|simply|doubt)\b|\A\W*Not \w+ing\b|\bfor not \w+ing\b"
)
_SENTENCE_END = re.compile(
    r"[.?!…](?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)[.?!…]*[\"”’')]*\s"
)
_CLAUSE_END = re.compile(
    r"[,;:—–(]|\b(?:because|which|who|whom|whose|that|if|but|although|though|while|when|whether|where|unless|so|than)\b"
)
_JOINED = re.compile(r"\band\b")
_ADJUNCT = re.compile(
    r"(?:To|(?i:if|when|while|although|though|because|as|in|at|on|by|for|with|without|unless|once|after|before|under"
    r"|despite|during|since|until|from|among|more than|given|regarding))\b[^,;:.]{0,160},\s?"
)
_OPENING = re.compile(
    r"[\W_]*(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Ww]ell|[Yy]es|[Nn]o|[Ll]ook|[Oo]f course|[Ii] mean),?\s)*"
    r"(?:I(?: \w+ly)? (?:think|believe|guess|know|hope|expect|suspect)(?: that)?\s)?"
)
_PAUSE = re.compile(r"[,;:—–(]|\b(?:because|if|but|although|though|while|whether)\b")
_FEWEST = 12
"""Characters: no main clause ends before."""
_SHORTEST_SENTENCE = 3
"""Words: what is shorter ("No.", "Absolutely not.") leaves the say to the sentence after it."""
_SPECULATIVE = re.compile(_any_of("may might could possible possibly perhaps Perhaps conceivably unclear"))
_HEARSAY = re.compile(_any_of("allegedly reportedly supposedly rumou?red"))
_HEDGED = re.compile(
    _any_of("likely unlikely probably presumably apparently seems? seemed appears? appeared suggests? estimated tends?")
)
_WOULD = re.compile(r"\bwould\b|[’']d\b")


def type_of(words: str, cue: str, source: str) -> ClaimType:
    """The type of a claim with these words, reported with this cue (lower case) from this source.

    >>> type_of("to cut taxes", "vowed", "Lima"), type_of("41% of voters back her", "found", "the poll")
    ('promise', 'survey-result')
    """
    lemmas = _lemmas(cue)
    by_cue = _type_by_cue(lemmas, cue)
    if by_cue is not None and not (by_cue == "prediction" and _POLL.search(source)):
        return by_cue
    if _PROMISING.search(words):
        return "promise"
    sentence = _sentence(words)
    foretold = _type_by_outlook(sentence, lemmas, cue)
    counted = _type_by_count(sentence, lemmas, source)
    if counted == "survey-result" or (counted and not foretold):
        return counted
    if foretold:
        return foretold
    if _ASKING.match(sentence) or sentence.rstrip("\"”’' ").endswith("?"):
        return "statement"
    return _type_by_words(_main_clause(sentence))


def _lemmas(cue: str) -> set[str]:
    return {FORMS[word].lemma if word in FORMS else word for word in cue.split()}


def _type_by_cue(lemmas: set[str], cue: str) -> ClaimType | None:
    """The type that the cue alone tells: who vows, promises; who calls for something, recommends it."""
    if lemmas & _PROMISES:
        return "promise"
    if lemmas & _RECOMMENDATIONS or ("call" in lemmas and cue.endswith((" for", " on"))):
        return "recommendation"
    if lemmas & _PROPOSALS:
        return "proposal"
    if lemmas & _PREDICTIONS:
        return "prediction"
    return "evaluation" if lemmas & _EVALUATIONS else None


def _type_by_count(sentence: str, lemmas: set[str], source: str) -> ClaimType | None:
    """Survey result where people were asked, statistic where shares or amounts are stated."""
    if _POLL.search(source) or _PART.search(source):
        return "survey-result"
    if _SHARE.search(sentence):
        asked = _POLL.search(sentence) or ("say" in lemmas and _ASKED.search(sentence))
        return "survey-result" if asked else "statistic"
    return "statistic" if _AMOUNT.search(_main_clause(sentence)) else None


def _type_by_outlook(sentence: str, lemmas: set[str], cue: str) -> ClaimType | None:
    """The type of what is reported of a time to come: what one means to do oneself, else what will be."""
    clause = _main_clause(sentence)
    if _is_past(cue) and _OWN_WOULD.match(clause):
        return "promise"
    is_warning = "warn" in lemmas and _MODAL.search(clause)
    if (
        is_warning
        or (_is_past(cue) and _WOULD_BE.search(clause))
        or (_FUTURE.search(clause) and _AMOUNT.search(clause))
    ):
        return "prediction"
    return None


def _type_by_words(clause: str) -> ClaimType:
    """The type that a main clause tells: what one will do oneself, what should be, what will be, what it is worth."""
    if _OWN_FUTURE.match(clause):
        return "promise"
    if _DUTY.search(clause):
        return "recommendation"
    if _FUTURE.search(clause):
        return "prediction"
    if _PLANNED.search(clause):
        return "proposal"
    if _WORTH.search(clause):
        return "evaluation"
    is_past = _PAST.search(clause) and not _PRESENT.search(clause)
    return "event" if is_past and _DATED.search(clause) else "statement"


@lru_cache(maxsize=16)
def _sentence(words: str) -> str:
    """The first sentence that says something."""
    start = 0
    while (end := _SENTENCE_END.search(words, start)) is not None:
        if len(words[start : end.start()].split()) >= _SHORTEST_SENTENCE:
            return words[start : end.end()]
        start = end.end()
    return words[start:]


@lru_cache(maxsize=16)
def _main_clause(sentence: str) -> str:
    """The main clause of a sentence, without "I think that" and an adjunct before it, up to the next clause.

    >>> _main_clause("“But if it rains, I think we will stay, because of the dog”")
    'we will stay'
    """
    start = _past_opening(sentence, 0)
    while (adjunct := _ADJUNCT.match(sentence, start)) is not None:
        start = _past_opening(sentence, adjunct.end())
    end = _CLAUSE_END.search(sentence, start + _FEWEST)
    return sentence[start : end.start() if end else len(sentence)]


def _past_opening(sentence: str, start: int) -> int:
    opening = _OPENING.match(sentence, start)
    return opening.end() if opening else start


def polarity_of(words: str, cue: str) -> Polarity:
    """Whether the claim denies what its main clause names: by "not" and its like, or by a cue such as "denied".

    >>> polarity_of("taxes will not rise", "said"), polarity_of("taxes will not rise", "denied")
    ('negated', 'affirmed')
    """
    sentence = _sentence(words)
    start = _past_opening(sentence, 0)
    clause = _main_clause(sentence)
    opening = sentence[:start] if re.search(r"\bI\b", sentence[:start]) else ""
    joint = _JOINED.search(clause, _FEWEST)
    plain = _NO_NEGATION.sub("", opening + clause[: joint.start() if joint else len(clause)])
    is_within = cue != "" and cue in words.lower()
    denied = bool(_lemmas(cue) & _DENIALS) or (not is_within and bool(_NEGATION.search(cue)))
    return "negated" if bool(_NEGATION.search(plain)) != denied else "affirmed"


def certainty_of(words: str, cue: str) -> Certainty:
    """How sure the claim is of itself; "would" in what was said before now is no doubt, only the past of "will".

    >>> certainty_of("taxes may rise", "said"), certainty_of("taxes will rise", "believes")
    ('speculative', 'hedged')
    """
    lemmas = _lemmas(cue)
    sentence = _sentence(words)
    clause = _main_clause(sentence)
    start = sentence.find(clause)
    end = _PAUSE.search(sentence, start + _FEWEST)
    clause = sentence[start : end.start() if end else len(sentence)]
    if _SPECULATIVE.search(clause) or _HEARSAY.search(words) or lemmas & _GUESSES:
        return "speculative"
    if _HEDGED.search(clause) or lemmas & _BELIEFS:
        return "hedged"
    return "hedged" if _WOULD.search(clause) and not _is_past(cue) else "certain"


def _is_past(cue: str) -> bool:
    return any(word in FORMS and FORMS[word].form == "past" for word in cue.split())
