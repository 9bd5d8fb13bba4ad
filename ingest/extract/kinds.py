"""What kind of claim some words make.

Where the words do not tell, a claim is a plain statement. Who answers a survey and the cue tell first: who vows,
promises. Then the main clause of the first sentence: the tense or modality of its verb, whether it is about the
speaker, its numbers, how it judges. What another is reported to say in it counts as that other says it: "her aide says
that it will close" predicts, and "the man who says that it will close" does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.extract.clauses import PARTICIPLES
from ingest.extract.cue_kinds import INVOLUNTARY, type_by_cue
from ingest.extract.cues import is_past
from ingest.extract.quantities import DATED, asks_people, is_counted, is_surveyed
from ingest.extract.said import Said
from ingest.extract.worth import is_judged, is_likened
from ingest.lexicon.words import listed
from kg.model import ClaimType

_REPORT = re.compile(
    r"\W*(?P<source>(?:(?!(?:who|which|that|if|not|cannot|can|could|will|would|may|might|nobody|no|never)\b)[\w’'-]+ )"
    r"{1,8}?)(?:also )?(?:has |have |had )?"
    r"(?:(?P<cue>said|says?|expect(?:s|ed))(?: that)?|(?P<cue_that>found|finds?|show(?:s|ed|n)?|warn(?:s|ed)|argue[sd]?"
    r"|claim(?:s|ed)|estimate[sd]?|predict(?:s|ed)|hope[sd]?|whispered|add(?:s|ed)|note[sd]?|wrote|report(?:s|ed)"
    r"|insist(?:s|ed)|admit(?:s|ted)|explain(?:s|ed)|conclude[sd]?|t(?:old|ells)(?! by\b)(?: (?!that\b)[\w’'-]+){1,3})"
    r" that) (?!(?:to|in|at|on|for|by|with|of|so|no)\b)(?P<rest>.+)",
    re.DOTALL,
)
"""A sentence that reports what somebody says, and no more."""

_DEEPEST = 6
"""Reports within reports; nobody writes a longer chain."""

_ASKING = re.compile(r"\W*(?:whether|why|how)\b|(?:what|which|who|where|when)\b|if\b(?![^,]*,)", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:ask|wonder)(?:s|ed|ing)?\b")
_ASKED = re.compile(r"\b(?:whether|why|how|what|when|who|if)\b")

_PROMISING = re.compile(r"\b(?:I|[Ww]e)(?: can| do| hereby| also| \w{2,12}ly)? (?:promise|pledge|vow|guarantee)\b")
_UNDERTAKING = re.compile(
    r"\b(?:undertook|(?:ha(?:s|ve|d)|am|are|is|was|were) (?:\w+ )?"
    r"(?:promised|pledged|vowed|committed|agreed|undertaken|determined)) to\b"
)
_DONE = re.compile(r"(?:going to )?(\w*)")
_NO_DUTY = re.compile(r"(?:have \w+(?:ed|en|ne)|be (?:expected|noted)|say|admit|confess|come|surprise)\b")
_DUE = re.compile(r"\bit is (?:high |past |about )?time\b|\b(?:is|are) (?:\w+ly )?(?:needed|required)\b", re.IGNORECASE)
_BIDDING = re.compile(
    r"\W*(?:please\b|(?:do not|don[’']t|start|stop|keep|make|give|bring|stay|vote|buy|build|read|listen|spend|hire|use"
    r"|avoid|let[’']s|drop|scrap|wait)\b(?! (?:me|us)\b))",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\bour )(?<!\btheir )(?<!\ba )"
    r"\b(?:plans?|wants?|intends?|aims?|is ready|are ready|would like) to\b"
)

_OUTLOOK = re.compile(r"(?:set|likely|unlikely|expected|bound|due|poised|about) to\b|expect(?:s|ed)?\b")
_HEADING = re.compile(r"\brisks? \w+ing\b|\bthreatens? to\b|\bon (?:course|track) (?:to|for)\b|\bheading for\b")
_SURE = re.compile(
    r"it (?:is|was) (?:\w+ )?(?:possible|likely|unlikely|certain|inevitable) that\b"
    r"|(?:is|are|was|were|am)\W+(?:\w+\W+){0,2}?(?:confident|optimistic|convinced|sure)\W+that\b"
)
_UNREAL = re.compile(r"(?:like|rather|prefer|have (?!to\b))\b")
"""What follows "would" where nothing is foretold."""
_WISHED = listed("want love say")
_ABLE = listed("be have see hear smell feel say tell understand remember afford imagine")
"""Verbs with which "could" tells what somebody is or was able to do."""
_AHEAD = re.compile(r"\b(?:before|by|until|next|soon|later|20[2-9]\d|ready)\b")

_NO_HAPPENING = listed(
    """
    agreed appeared argued assumed believed claimed considered contained cost depended disagreed doubted existed
    expected feared felt had hated hoped insisted kept knew liked lived looked loved matched meant needed noted opposed
    owned promised proved remained said seemed shown suggested supported tended thought told understood used wanted
    warned wished worked
    """
)
"""Past forms for how things were or what was said, where nothing happened."""
_HARMED = listed("killed injured wounded shot hospitalised hospitalized rescued evacuated detained stabbed")
_UNDERGONE = re.compile(r"been (?:\w+ed|given|told|shot|sent|taken|held|sold|made|hit|killed|seen)\b")
_TO_HAVE_DONE = re.compile(r"\bto have (?:been )?\w+(?:ed|en|ne)\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been)\b")
_DENYING = re.compile(r"\bden(?:y|ies|ied)\b")


def type_of(words: str, cue: str, source: str) -> ClaimType:
    """The type of a claim with these words, reported with this cue (lower case) from this source.

    >>> type_of("to cut taxes", "vowed", "Lima"), type_of("41% of voters back her", "found", "the poll")
    ('promise', 'survey-result')
    """
    said = Said(words, cue, source)
    for _ in range(_DEEPEST):
        by_source: ClaimType | None = "survey-result" if asks_people(said) else type_by_cue(said)
        if by_source is not None:
            return by_source
        inner = None if said.is_long_turn or "?" in said.sentence else _REPORT.fullmatch(said.sentence)
        if inner is None:
            break
        said = Said(inner["rest"], inner["cue"] or inner["cue_that"], inner["source"])
    return next((type_ for type_, tells in _SIGNS if tells(said)), "statement")


def _is_promised(said: Said) -> bool:
    return bool(_PROMISING.search(said.words) or _UNDERTAKING.search(said.clause))


def _is_asked(said: Said) -> bool:
    """Whether the words are a question, as they stand or reported."""
    if (_ASKS.search(said.cue) and _ASKED.search(said.words)) or (said.cue == ":" and said.words.endswith("?")):
        return True
    return bool(_ASKING.match(said.sentence)) or said.sentence.rstrip("\"”’' ").endswith("?")


def _is_undertaken(said: Said) -> bool:
    """Whether the speaker will do it, and it lies with the speaker to do."""
    verb = said.verb
    is_ahead = verb.tense == "will" or (verb.tense == "would" and is_past(said.cue))
    done = _DONE.match(verb.rest)
    is_willed = done is not None and done[1] not in INVOLUNTARY
    return said.is_own and (is_ahead or verb.tense == "going") and is_willed


def _is_advised(said: Said) -> bool:
    """Whether it should be, is needed, or is bidden."""
    is_duty = said.verb.tense == "should" and not _NO_DUTY.match(said.verb.rest)
    is_bidden = said.is_quoted and _BIDDING.match(said.sentence) is not None
    return is_duty or is_bidden or _DUE.search(said.clause) is not None


def _is_predicted(said: Said) -> bool:
    """Whether it will, may, could or is likely to be; "would" foretells of others, and of oneself in what was said."""
    verb = said.verb
    match verb.tense:
        case "will" | "going":
            return True
        case "would":
            is_of_others = not said.is_own and verb.word not in _WISHED
            return (is_of_others or is_past(said.cue)) and not _UNREAL.match(verb.rest)
        case "may":
            return verb.word not in ("have", "be") or _AHEAD.search(verb.rest) is not None
        case "could":
            return not said.is_own and not verb.is_negated and verb.word not in _ABLE
    is_ahead = verb.tense != "should" and _OUTLOOK.match(verb.rest)
    return bool(is_ahead or _SURE.search(said.sentence) or _HEADING.search(said.clause))


def _is_proposed(said: Said) -> bool:
    return bool(_PLANNED.search(said.clause)) and not said.verb.is_negated


def _is_long_turn(said: Said) -> bool:
    return said.is_long_turn


def _has_happened(said: Said) -> bool:
    """Whether something had happened, or happened at a time that is told."""
    verb = said.verb
    if _TO_HAVE_DONE.search(said.words) and _PASSIVE.search(said.cue):
        return True
    if verb.is_negated or _DENYING.search(said.cue) or verb.word in _NO_HAPPENING:
        return False
    if verb.tense == "was":
        is_done = verb.word in PARTICIPLES or verb.word.endswith("ed")
        return verb.word in _HARMED or (is_done and DATED.search(said.sentence) is not None)
    if verb.tense == "past":
        return not said.is_quoted and DATED.search(said.sentence) is not None
    if verb.tense != "had":
        return False
    return bool(_UNDERGONE.match(verb.rest)) or verb.word.endswith("ed") or verb.word in PARTICIPLES


_SIGNS: tuple[tuple[ClaimType, Callable[[Said], bool]], ...] = (
    ("promise", _is_promised),
    ("survey-result", is_surveyed),
    ("statement", _is_asked),
    ("promise", _is_undertaken),
    ("recommendation", _is_advised),
    ("evaluation", is_likened),
    ("prediction", _is_predicted),
    ("proposal", _is_proposed),
    ("statement", _is_long_turn),
    ("statistic", is_counted),
    ("evaluation", is_judged),
    ("event", _has_happened),
)
"""What tells the type of a claim, strongest first."""
