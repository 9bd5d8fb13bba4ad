"""The type of a claim that its cue tells: who vows, promises; who calls for something, recommends it."""

from __future__ import annotations

import re

from ingest.extract.cues import all_forms
from ingest.extract.said import Said
from ingest.lexicon.judgement import FEELING, STRONG
from ingest.lexicon.words import listed
from kg.model import ClaimType

INVOLUNTARY = listed(
    """
    be have like love prefer rather need lose see know find get remember forget become suffer face miss struggle die
    fall grow feel remain seem expect want wish believe say tell talk discuss hear understand regret depend cost
    welcome argue win
    """
)
"""Verbs for what one does not undertake to do ("we will see"), or says politely."""

_BY_WORD: tuple[tuple[ClaimType, str], ...] = (
    ("promise", "promise pledge vow guarantee commit commitment threaten threat"),
    ("recommendation", "recommend recommendation urge advise advice demand"),
    ("proposal", "propose proposal plan want intend intention aim seek keen willing ready mull"),
    (
        "prediction",
        "predict prediction expect expectation forecast project projection foresee hope hopeful confident optimistic",
    ),
    (
        "evaluation",
        """
        acclaim accuse admire adore advocate applaud approve assail attack back bash bemoan berate blast brand call
        castigate censure champion cheer chide commend complain complaint concern concerned condemn condemnation
        congratulate credit critical criticise criticism criticize decry defend denounce depict deplore deride describe
        despise detest disapprove dismiss disparage dub endorse excoriate fault favor favour fume grumble hail hate
        incensed insult label lambast lambaste lament laud liken loathe love mock object oppose opposed portray praise
        protest question rail rant rebuke regret reject resent ridicule rip salute scoff scold scorn seethe slam slate
        sneer support thank tout trash vilify welcome worried worry
        """,
    ),
)
"""The words of a cue that tell a type by themselves, strongest first."""
_FORMS = tuple((type_, all_forms(listed(words))) for type_, words in _BY_WORD)
_FELT = FEELING | STRONG
_WORD = re.compile(r"[\w-]+")

_CALLED_FOR = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|(?:call|ask|push|press|lobby|campaign|appeal|plead|argue)(?:s|es|d|ed|ing)? for)\b"
)
_RULED_OUT = re.compile(r"(?<!declined to )(?<!refused to )(?<!not )\brul(?:e|es|ed|ing) out\b")
_AGREED = re.compile(r"\bagree[sd]?\Z")
_BID = re.compile(
    r"\b(?:ask|tell|told|order|instruct|beg|appeal|invite|encourage|warn|press|lobby|petition|remind)(?:s|ed|ged|ing)?\b"
)
_TO_DO = re.compile(
    r"(?:(?!(?:will|would|should|must|is|are|was|were|has|had|that|how|what|whether|if|why|when|\w+ed)\b)"
    r"[\w’'-]+ ){0,6}?"
    r"(?:not )?to \w+"
)
"""What somebody is asked to do, behind whom is asked ("the council to wait")."""
_HOPING = re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )\b(?:hope[sd]?|hoping|expect(?:s|ed|ing)?)\Z")
_OFFERING = re.compile(r"\boffer(?:s|ed|ing)?\Z")
_WEIGHING = re.compile(r"\b(?:considering|exploring|preparing|looking at|weigh(?:s|ing|ed)?|would like)\b")
_TO = re.compile(r"to (\w+)")
_ABOUT = re.compile(r"\bwarn(?:s|ed|ing)? (?:of|about)\Z")
_DREADING = re.compile(r"\b(?:warn|fear)(?:s|ed|ing)?\Z")


def type_by_cue(said: Said) -> ClaimType | None:
    """The type that the cue tells, with how the words behind it begin; none where it only reports.

    >>> type_by_cue(Said("the council to wait", "asked", "Lima")), type_by_cue(Said("it is late", "said", "Lima"))
    ('recommendation', None)
    """
    cue, intended = said.cue, _TO.match(said.words)
    if _CALLED_FOR.search(cue) or (_BID.search(cue) and _TO_DO.match(said.words)):
        return "recommendation"
    if _RULED_OUT.search(cue) or (_AGREED.search(cue) and intended):
        return "promise"
    if _HOPING.search(cue) and intended and intended[1] not in INVOLUNTARY:
        return "proposal"
    if _WEIGHING.search(cue) or (_OFFERING.search(cue) and intended):
        return "proposal"
    if _ABOUT.search(cue) or (_DREADING.search(cue) and said.verb.tense == ""):
        return "prediction"
    words = frozenset(_WORD.findall(cue))
    if words & _FELT:
        return "evaluation"
    return next((type_ for type_, forms in _FORMS if words & forms), None)
