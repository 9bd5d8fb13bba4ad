"""What speakers say a policy is worth: key, illegal or unworkable, harmful, needed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.policies.cues import Stance
from ingest.policies.objects import things
from ingest.policies.proposals import before
from ingest.policies.said import Said
from kg.model import Claim, Span

_GOOD = (
    "good|great|best|better|right|wise|sensible|essential|crucial|vital|key|critical|necessary|indispensable|"
    "effective|sustainable|cost-efficient|overdue|popular|fair|important|welcome|proven|justified|lawful|legal|"
    "constitutional|affordable|success|victory|improvement|step[ ]forward|solution"
)
_BAD = (
    "bad|worse|worst|wrong|terrible|disastrous|disaster|catastrophe|dangerous|reckless|irresponsible|unfair|cruel|"
    "illegal|unlawful|unconstitutional|harmful|mistake|failure|scam|fraud|betrayal|insult|discriminatory|racist|immoral|"
    "un-American|unacceptable|unnecessary|misguided|foolish|counterproductive|counter-productive|wasteful|"
    "overreach|invasion|giveaway|outrage|disgrace|job-killing|job[ ]killer|horrible|awful|ill-conceived|stupid"
)
_WEAK = (
    "unrealistic|unworkable|impractical|infeasible|unfeasible|unsustainable|impossible|unaffordable|difficult|"
    "unproven|unlikely[ ]to[ ]work|ineffective|costly|expensive|unclear|uncertain"
)
_BE = (
    r"[ \u00a0](?:is|are|was|were|will[ ]be|would[ ]be|could[ ]be|has[ ]been|have[ ]been|remains?)"
    r"(?P<not>n[’']t|[ ](?:not|hardly|never|no[ ]longer))?(?:[ ][a-z]+ly|[ ]also|[ ]still)?"
)
_GAP = r"(?:[ ](?:a|an|the|one[ ]of[ ]the|so|very|too|more|most|only|simply|just))*(?:[ ](?!not\b)[\w’'-]+){0,2}?[ ]"
_WORTH = re.compile(_BE + _GAP + rf"(?:(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<weak>{_WEAK}))\b")
_NEED = re.compile(
    r"[ \u00a0](?:is|are|was|were)[ ](?P<not>not[ ])?"
    r"(?:also[ ]|[a-z]+ly[ ])?(?:required|needed|called[ ]for|necessary)\b"
)
_HARM = re.compile(
    r"[ \u00a0](?:could|would|may|might|will|can|is[ ]going[ ]to|are[ ]going[ ]to)(?P<not>[ ]not|n[’']t)?[ ]"
    r"(?:\w+ly[ ]|only[ ]|also[ ])?"
    r"(?:hurt|harm|damage|undermine|weaken|endanger|jeopardi[sz]e|devastate|destroy|worsen|cripple|backfire|"
    r"crowd[ ]out|depress|threaten|kill[ ]jobs|cost[ ](?:jobs|lives|taxpayers|families|consumers)|"
    r"make[ ][\w ]{2,30}[ ]worse|"
    r"(?:lead[ ]to|cause|create|spark|trigger|fuel)[ ](?:\w+[ ]){0,3}?(?:tension|tensions|fraud|unrest|chaos|violence|"
    r"corruption|losses|shortages?|recession|unemployment|inflation|war|crisis|job[ ]losses|harm)|"
    r"(?:raise|increase|drive[ ]up|push[ ]up)[ ](?:\w+[ ]){0,2}?(?:prices|costs|"
    r"deficit|debt|premiums|crime|risk|risks))\b"
)
_HELP = re.compile(
    r"[ \u00a0](?:would|will|can|could|does)(?P<not>[ ]not|n[’']t)?[ ](?:\w+ly[ ]|also[ ])?"
    r"(?:help|improve|create[ ](?:\w+[ ])?jobs|save[ ](?:lives|money|taxpayers)|"
    r"make[ ][\w ]{2,30}[ ](?:safer|better|fairer)|"
    r"benefit|strengthen|boost|solve|protect)\b"
)
_TROUBLE = re.compile(
    r"[ \u00a0](?:faces?|faced|will[ ]face|would[ ]face|runs[ ]into)[ ](?:\w+[ ]){0,2}?"
    r"(?:challenges?|obstacles?|hurdles?|difficulties|problems)\b|"
    r"[ \u00a0](?:will|would|does|do)(?:[ ]not|n[’']t)[ ](?:\w+ly[ ])?(?:work|help|last|solve)\b"
)
_NEEDING = re.compile(
    r"(?<!not )(?<!n’t )(?<!n't )(?<!no )\b(?:requires?|needs?|demands?|implies|involves?|includes?|include)"
    r"(?:(?:,[ ](?:he|she|they|it)[ ][a-z]+,)?[ \u00a0](?!to\b)(?=\w)|,?[ ]?\Z)|\b[Ww]ithout[ ](?=\w)"
)
_BUT_ALSO = re.compile(r",[ ]but[ ]also[ ](?:in[ ]|of[ ]|for[ ])?")
_DEEMED = re.compile(
    rf"(?:[ ]as)?(?:[ ](?:a|an|the))?(?:[ ][\w-]+)?[ ](?:(?P<good>{_GOOD})|(?P<bad>{_BAD})|(?P<weak>{_WEAK}))\b"
)
_ARTICLE = 4
_SUGGESTING = re.compile(r"\b(?:suggest|propos|recommend|urg)", re.IGNORECASE)
_DEEMING = re.compile(r"\b(?:consider|call|find|deem|brand|label|describe|denounce|slam|dismiss|praise)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A stance that the speaker of a claim takes by what is said of policies; none where the text itself judges.

    ``policies`` are those that the words name by themselves; ``end`` is where their names end, so that a policy known
    from elsewhere can be told.
    """

    claim: int | None
    stance: Stance
    policies: tuple[Span, ...]
    end: int
    words: Span


def judged(document: Document, claims: Sequence[Claim]) -> Iterator[Judgement]:
    """The judgements in what speakers say, then those in the text's own voice."""
    text, said = document.text, Said(claims)
    for part, number in said.parts:
        cue = claims[number].cue_span.of(text) if claims[number].cue_span else ""  # type: ignore[union-attr]
        found = [*_in(text, part, number), *_needed(text, part, number, claims[number].parts)]
        if _DEEMING.match(cue) and part == claims[number].parts[0]:
            found += _deemed(text, part, number)
        for judgement in found:
            if said.at(judgement.words.end - 1) != number:
                continue
            is_proposal = judgement.stance == "supports" and _SUGGESTING.match(cue)
            yield replace(judgement, stance="proposes") if is_proposal else judgement
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].kind == "body" and not said.touches(sentence.span):
            yield from _in(text, sentence.span, None)


def _in(text: str, part: Span, claim: int | None) -> Iterator[Judgement]:
    for pattern, plain, denied in _PATTERNS:
        for match in pattern.finditer(text, part.start, part.end):
            stance = _stance(match, plain, denied)
            if stance is not None:
                yield _judgement(text, claim, part, match, stance)


def _needed(text: str, part: Span, claim: int, parts: Sequence[Span]) -> Iterator[Judgement]:
    """What the speaker says is needed, also where the words are broken off behind "needs" and go on."""
    for match in _NEEDING.finditer(text, part.start, part.end):
        is_broken = not text[match.end() : part.end].strip(" ,")
        onward = next((other for other in parts if other.start >= part.end), None) if is_broken else None
        start, end = (onward.start, onward.end) if onward else (match.end(), part.end)
        found = tuple(things(text, start, end, strict=True))
        if found:
            yield Judgement(
                claim, "supports", found, match.start(), Span(match.start(), match.end() if onward else found[-1].end)
            )


def _deemed(text: str, part: Span, claim: int) -> Iterator[Judgement]:
    """What the speaker considers a policy to be ("called the tax unfair")."""
    match = _DEEMED.search(text, part.start, part.end)
    stance = _stance(match, None, None) if match else None
    if match and stance is not None:
        named = before(text, match.start(), part.start, is_clause=True)
        if named and named[0].start <= part.start + _ARTICLE:
            yield Judgement(claim, stance, tuple(named), match.start(), Span(part.start, match.end()))


_PATTERNS: tuple[tuple[re.Pattern[str], Stance | None, Stance | None], ...] = (
    (_WORTH, None, None),
    (_NEED, "supports", "opposes"),
    (_HELP, "supports", None),
    (_HARM, "warnsOf", None),
    (_TROUBLE, "doubts", None),
)
"""What judges, and the stance that it takes, affirmed and denied; none is told by the words of worth themselves."""


def _stance(match: re.Match[str], plain: Stance | None, denied: Stance | None) -> Stance | None:
    groups = match.groupdict()
    is_denied = groups.get("not") is not None
    if "good" not in groups:
        return denied if is_denied else plain
    if groups["good"]:
        if not is_denied:
            return "supports"
        return (
            "doubts"
            if groups["good"] in ("sustainable", "effective", "proven", "solution", "affordable")
            else "opposes"
        )
    if is_denied:
        return None
    return "opposes" if groups["bad"] else "doubts"


def _judgement(text: str, claim: int | None, part: Span, match: re.Match[str], stance: Stance) -> Judgement:
    found = before(text, match.start(), part.start, is_clause=True)
    begin = min((policy.start for policy in found), default=part.start)
    if stance == "supports" and (also := _BUT_ALSO.match(text, match.end(), part.end)):
        found += things(text, also.end(), part.end, strict=True)
    return Judgement(claim, stance, tuple(found), match.start(), Span(max(begin, part.start), match.end()))
