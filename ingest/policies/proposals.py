"""Where a text proposes, promises or disputes a policy, and the few words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.policies.phrases import JOINING, PRONOUNS, VERBS, WORD, head_of, listed_at, phrase_at
from kg.model import Span

_MEASURE_NOUNS = """
abortion act agreement aid amendment amnesty asylum ban bans benefit benefits bill border border-control borders
budget cap care checks constitution control controls credit credits cut cuts deal decree decrees deployment
deportation deportations deregulation disarmament education emergency enforcement engagement expansion expulsion
expulsions fence freeze fund funding housing immigration incentives increase increases insurance investment law
laws legislation levy limit limits mandate marriage measure measures minimum moratorium nationalisation
nationalization overhaul pact participation patrols penalties penalty pension pensions plan plans policies
policing policy powers prison prisons privatisation privatization program programme programmes programs
protection punishment quota quotas reduction reductions referendum reform reforms regulation regulations relief
repeal restriction restrictions rise rule rules sanction sanctions scheme schools sentences service services
strategy subsidies subsidy support tariff tariffs tax taxes treaty tuition units visas vouchers wage wall
withdrawal
"""

NOUNS = frozenset(_MEASURE_NOUNS.split())
"""Nouns that make what somebody supports or opposes a policy."""

_EMPTY_HEADS = """
action alternative alternatives answer answers anything apology approach boycott calm campaign campaigns
candidate candidates change changes country debate debates decision decisions election elections everyone
everything explanation footage future help hope idea ideas inquiry interview investigation issue issues job jobs
kind leader leadership list lot meeting meetings moment more nominee nothing number one ones others people plan
plans pledge pledges policies policy position positions prayer presidency president probe promise promises
proposal proposals protest protests question questions resignation series something sort speech statement
statements step steps supporters theory thing things time transparency unity version victory vote voters votes
way ways world
information administration contestants month week goals advisers experts unity lines
"""

_NO_MEASURES_WORDS = """
question questions nomination nominations election elections position coalition opposition version mission
commission reputation situation
"""

_NO_MEASURES = frozenset(_NO_MEASURES_WORDS.split())

_LOOSE_VERBS_WORDS = """
make bring ensure allow offer send free end stop open improve
"""

_LOOSE_VERBS = frozenset(_LOOSE_VERBS_WORDS.split())
"""Verbs that name a measure only with an object that does."""

_STRONG_VERBS_WORDS = """
ban abolish repeal deport outlaw prohibit legalise legalize nationalise nationalize privatise privatize
decriminalise decriminalize
"""

_STRONG_VERBS = frozenset(_STRONG_VERBS_WORDS.split())
"""Verbs that name a measure whatever their object."""

_CARRIERS_WORDS = """
reform reforms measure measures law laws legislation bill bills policy rules steps changes
"""

_CARRIERS = frozenset(_CARRIERS_WORDS.split())

_EMPTY = frozenset(_EMPTY_HEADS.split())
"""Heads that leave open which policy is meant."""


_UNFIT_WORDS = "same final little last next other own such any further certain many several few less"
_UNFIT = frozenset(_UNFIT_WORDS.split())
"""Words that begin no policy's name."""


_ADVERB = re.compile(
    r"(?:quickly|immediately|always|repeatedly|even|also|then|now|finally|soon|once|again|instead|more|"
    r"together|recently)\Z"
)

_GAP = (
    r"(?:[ \u00a0]+(?:also|has|have|had|again|even|now|once|repeatedly|explicitly|publicly|recently|since|would|"
    r"will|to|him|her|them|voters|supporters|workers|that|he|she|they|it)){0,3}"
)

_TO_CUE = re.compile(
    r"\b(?:promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|vow(?:s|ed|ing)?|propos(?:e[sd]?|ing|als?)|plan(?:s|ned|"
    r"ning)?|want(?:s|ed)?|intend(?:s|ed)?|"
    r"seek(?:s|ing)?|sought|commit(?:s|ted)?|offer(?:s|ed)?|aim(?:s|ed)?|call(?:s|ed|ing)?|push(?:es|ed|ing)?|"
    r"bid|bill|bills|legislation|measure|law|proposal|"
    r"effort|efforts|reforms?|support(?:s|ed)?|threaten(?:s|ed|ing)?|urg(?:es|ed|ing)|agreed|agrees)"
    + _GAP
    + r"[ \u00a0]+(?:to|(?:that[ \u00a0])?would|will)[ \u00a0]+(?=[a-z])"
)

_THING_CUE = re.compile(
    r"\b(?:(?:proposals?|promises?|pledges?|calls?|bill|bid|push|legislation|policy)[ \u00a0](?:of|for|on)|"
    r"propos(?:e[sd]?|ing)|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|vow(?:s|ed)|call(?:s|ed|ing)?[ \u00a0]for|"
    r"advocat(?:es|ed|ing)(?:[ \u00a0]for)?)[ \u00a0]+(?=\w)"
)
_SIDE_CUE = re.compile(
    r"\b(?:support(?:s|ed|ing)?|oppos(?:e[sd]?|ing)|back(?:s|ed|ing)|favou?r(?:s|ed|ing)?|reject(?:s|ed|ing)?|"
    r"champion(?:s|ed|ing)|endors(?:es|ed|ing)|"
    r"unveil(?:s|ed|ing)?|introduc(?:e[sd]?|ing)|demand(?:s|ed)|announc(?:e[sd]?|ing)|criticis(?:es|ed)|"
    r"criticiz(?:es|ed)|condemn(?:s|ed)?|"
    r"(?:program|programme|platform|manifesto|agenda|proposals?|plan|package)[ \u00a0](?:includes?|included|"
    r"contains?|provides for)|"
    r"plans?[ \u00a0]for|"
    r"(?:flag|flagship|centrepiece|centerpiece|pledge|promise|proposal)(?:[ \u00a0][a-z]+){0,4}[ \u00a0]"
    r"(?:is|was|remains))[ \u00a0]+(?=\w)"
)

_ADJECTIVE_CUE = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|['’]s)[ \u00a0](?:proposed|promised|planned)[ \u00a0]+(?=[a-z])"
)

_WILL = re.compile(
    r"\b(?:will|would|should|must|shall|going[ \u00a0]to|need(?:s)?[ \u00a0]to|have[ \u00a0]to|to)[ \u00a0]+(?=[a-z])"
)

_POINTING = re.compile(r"[ \u00a0]*(?:this|that|these|those|such)\b", re.IGNORECASE)

_TO_ACT = re.compile(r"[ \u00a0](?:to|that|which)[ \u00a0]")

_WOULD = re.compile(r"\bwould[ \u00a0]+(?:(?:also|immediately|instead|then|like[ \u00a0]to)[ \u00a0]+)?(?=[a-z])")


def find(text: str, start: int, end: int) -> Iterator[Span]:
    """The words that name policies in the sentence ``text[start:end]``, by the cues that announce them."""
    for match in _TO_CUE.finditer(text, start, end):
        yield from _action(text, match.end(), end)
    for match in _WOULD.finditer(text, start, end):
        yield from _action(text, match.end(), end, strict=True)
    for match in _THING_CUE.finditer(text, start, end):
        yield from _gerund(text, match.end(), end) or _things(text, match.end(), end, strict=False)
    for match in _SIDE_CUE.finditer(text, start, end):
        yield from _gerund(text, match.end(), end) or _things(text, match.end(), end, strict=True)
    for match in _ADJECTIVE_CUE.finditer(text, start, end):
        yield from _things(text, match.end(), end, strict=True)


def in_claim(text: str, start: int, end: int) -> list[Span]:
    """The words that name policies in what somebody proposes, promises or recommends."""
    begun = _action(text, start, end) or _gerund(text, start, end)
    if begun:
        return begun
    return [span for match in _WILL.finditer(text, start, end) for span in _action(text, match.end(), end, strict=True)]


def _action(text: str, start: int, end: int, *, strict: bool = False) -> list[Span]:
    """A measure in the infinitive at ``start`` ("ban assault weapons").

    ``strict`` asks for a noun of `NOUNS` as well, unless the verb says enough.
    """
    first = WORD.match(text, start, end)
    while first and _ADVERB.match(first[1]):
        first = WORD.match(text, first.end(), end)
    if first is None or first[1] not in VERBS:
        return []
    following = WORD.match(text, first.end(), end)
    if (
        following is None
        or following[1].lower() in PRONOUNS
        or following[1][0] in "$0123456789"
        or following[1] == "up"
        or (following[1][0].isupper() and first[1] in ("make", "bring", "send", "offer"))
    ):
        return []
    span = phrase_at(text, first.start(1), end, clause=True)
    words = span.of(text).lower().split() if span is not None else []
    if span is None or len(words) < 2:
        return []
    needs_noun = first[1] in _LOOSE_VERBS or (strict and first[1] not in _STRONG_VERBS)
    return [span] if not needs_noun or NOUNS.intersection(words) else []


def _gerund(text: str, start: int, end: int) -> list[Span]:
    """A measure as a gerund at ``start`` ("simplifying procedures")."""
    first = WORD.match(text, start, end)
    if first is None or not first[1].endswith("ing"):
        return []
    stem = first[1][:-3]
    verbs = {stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem} & VERBS
    span = phrase_at(text, first.start(1), end, clause=True) if verbs else None
    words = span.of(text).lower().split() if span is not None else []
    if span is None or len(words) < 2 or (verbs & _LOOSE_VERBS and not NOUNS.intersection(words)):
        return []
    return [span]


def _things(text: str, start: int, end: int, *, strict: bool) -> list[Span]:
    """The measures that a noun phrase at ``start`` names, split where it lists several.

    ``strict`` asks for a noun of `NOUNS` at its head, for cues that take any object.
    """
    first = None if _POINTING.match(text, start, end) else phrase_at(text, start, end, clause=False)
    if first is None or (first.of(text).lower().split()[-1] in _CARRIERS and _TO_ACT.match(text, first.end, end)):
        return []
    items = listed_at(text, first.end, end)
    if any(head_of(item.of(text).split()).lower() in _EMPTY for item in items):
        items = []
    if not _is_measure(text, first, strict=strict or _TO_ACT.match(text, first.end, end) is not None):
        return []
    return [first, *items]


def _is_measure(text: str, span: Span, *, strict: bool) -> bool:
    """Whether a noun phrase names a measure and not somebody, nobody or something unsaid."""
    words = span.of(text).split()
    head = head_of(words).lower().strip(".'’")
    if head in _EMPTY or head in PRONOUNS or (words[0].lower() in PRONOUNS | {"more", "less", "no"} and len(words) < 2):
        return False
    if words[0].lower() in _UNFIT or (words[0].endswith(("'s", "’s")) and head.endswith("ing")):
        return False
    if words[0][0].isupper() and all(word[0].isupper() for word in words if word not in JOINING):
        return False
    if len(words) < 2:
        return False
    return (
        not strict
        or head in NOUNS
        or (len(words) > 2 and re.search(r"(?:tion|sion)s?\Z", head) is not None and head not in _NO_MEASURES)
    )
