"""Sides that are taken beside a policy's mention: by a cue before it, by its owner, by a relative clause behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ingest.document import Document
from ingest.figures.nouns import singular
from ingest.lexicon.words import listed
from ingest.policies import cues
from ingest.policies.cues import DENIED, Stance, all_forms
from ingest.policies.measures import CARRIERS, COURSES, NOUNS, SINGLE, VAGUE, VERBS
from ingest.policies.naming import stem
from ingest.policies.phrases import JOINING, head_of
from ingest.policies.proposals import Proposal, trimmed
from ingest.policies.sides import SIDES, UNDOING
from kg.model import Mention, Span

_WORD = re.compile(r"[a-z]+")
_GAP = re.compile(
    r"[“\"‘']?(?:(?:an?|the|his|her|its|their|[a-z]+ly|new|such|more|any|all|both|"
    r"(?:[A-Z][\w.]*[ ])?[A-Z]\w+['’]s?)[ \u00a0]+){0,2}(?P<more>(?:[\w$.,’'-]+[ \u00a0]+){0,3}?)[“\"‘']?"
)
"""What may stand between a cue and a policy's name: its determiner and adjectives."""
_TO = re.compile(r"to[ \u00a0]+")
_VERB = re.compile(r"(?:[a-z]+ly[ \u00a0]+)?(?P<verb>[a-z]+)[ \u00a0]+")
_CARRIED = re.compile(
    r"[“\"‘']?(?:[\w$.,’'“”\"-]+[ \u00a0]+){0,8}?(?P<noun>[a-z]+)[ \u00a0]+"
    r"(?:to|for|of|that[ \u00a0]+w(?:ould|ill)|which[ \u00a0]+would)[ \u00a0]+(?:an?[ \u00a0]+|the[ \u00a0]+)?[“\"‘']?"
)
"""What stands between a cue and the policy that a bill or a plan brings ("vetoed *a bill that would* ban trawlers")."""
_STOPPING = JOINING | listed(
    "and or but that which who whom whose where when if because while as than to by not is are was were be been has "
    "have had would will could should said says it them him"
)
"""Words that another phrase begins with."""
_LISTED = re.compile(r"(?:,?[ \u00a0](?:and|or)|,)[ \u00a0](?:an?[ ]|the[ ]|to[ ](?:[a-z]+[ ])?)?")
_CLAUSE = re.compile(r"[,;:—–“”\"(\n]|\b(?:that|but|and|while|because|although|when|if|as|who|which)[ \u00a0]")
_OVER = re.compile(
    r"\b(?P<verb>[a-z]+)[ \u00a0]+(?:(?:[\w.’'-]+[ \u00a0]+){1,5}?(?P<for>for|over)[ \u00a0]+)?"
    r"(?:[\w.’'-]+[ \u00a0]+){0,4}?\Z"
)
"""A verb before the noun or gerund that takes a side ("praised *his support for*", "attacked her for *backing*")."""
_BLAMING = all_forms(listed("attack blame fault hit knock mock rebuke ridicule scold hammer"))
_OWNER_WITHIN = re.compile(r"(?:[A-Z][\w.-]*[ ]){0,3}[A-Z][\w.-]*(?:['’]s|s['’])[ \u00a0]")
_OWNER_BEFORE = re.compile(
    r"(?:['’]s|s['’]|\b(?:[Hh]is|[Hh]er|[Tt]heir))[ \u00a0](?P<more>(?:[a-z-]+[ \u00a0]){0,2})[“\"‘']?\Z"
)
_NEAR = 40
"""Characters: so far before a policy's name its owner is looked for."""
_REACH = 200
"""Characters: so far before a cue or a name whoever takes a side on it is looked for."""
_PROPOSED = listed("amendment bill idea initiative legislation package plan plans proposal proposals reform reforms")
_PROMISED = listed("pledge promise promises vow")
_COURSES = NOUNS | COURSES | CARRIERS | SINGLE | VAGUE | listed("action handling war")
"""What somebody's policy is: not all that is theirs."""
_NO_COURSE = listed("opposition criticism support record remarks comments stance position positions views")
_ASKING = all_forms(listed("call ask seek press push demand request want plan"))
_BEHIND = re.compile(
    r"(?:(?:[ ]\(|,?[ \u00a0])(?:which|that)|,[ \u00a0]an?[ \u00a0](?:[a-z]+[ \u00a0])?"
    r"(?:measure|idea|move|step|proposal|plan|policy|demand|reform)(?:[ \u00a0](?:that|which))?)[ \u00a0]"
    rf"(?:[\w.’'-]+[ \u00a0]+){{1,6}}?(?P<verb>{'|'.join(sorted(SIDES.keys() - _ASKING))})\b"
)
"""A relative clause behind a policy's name ("the tax, *which Moss opposes*")."""


_BROUGHT = re.compile(
    r"\b(?P<noun>calls?|proposals?|suggestions?|plans?|pledges?|promises?|demands?|threats?|efforts?)[ \u00a0]"
    r"(?P<by>by|from)[ \u00a0](?:[^;:“”\"\n]{3,120}?),?[ \u00a0]"
    r"(?:to|for|that[ \u00a0](?:he|she|they|it)[ \u00a0]would)[ \u00a0](?:an?[ \u00a0]|the[ \u00a0])?\Z"
)
"""A noun with those whose it is between it and what it brings ("calls *by Moss* for a tax")."""


def beside(document: Document, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """The sides taken on policies whose mentions by name, given in text order, stand right beside a cue."""
    text, spans = document.text, [mention.span for mention in mentions]
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        first, last = bisect_left(spans, Span(start, start)), bisect_left(spans, Span(end, end))
        if first == last:
            continue
        for word in _WORD.finditer(text, start, spans[last - 1].start):
            for cue in cues.BY_OPENING.get(word[0], ()):
                found = cue.pattern.match(text, word.start(), end) if cue.stance is not None else None
                policies = tuple(_behind(text, found, cue, spans)) if found else ()
                if found and policies:
                    is_ended = _undoes(text, found, policies[0])
                    stance = cue.taken(found[0])
                    yield Proposal(policies, stance, trimmed(found), cue.side, is_ended=is_ended)
                    yield from _over(text, found.start(), start, stance, policies)
        for span in spans[first:last]:
            yield from _relative(text, span, end)
            yield from _by_somebody(text, span, start, end)


def _behind(text: str, found: re.Match[str], cue: cues.Cue, spans: Sequence[Span]) -> Iterator[Span]:
    """The policies whose names stand behind a cue, and those listed with them."""
    number = bisect_left(spans, Span(found.end(), found.end()))
    if number == len(spans) or not _leads(text, found, cue, spans[number].start):
        return
    yield spans[number]
    while number + 1 < len(spans) and _LISTED.fullmatch(text[spans[number].end : spans[number + 1].start]):
        number += 1
        yield spans[number]


def _leads(text: str, found: re.Match[str], cue: cues.Cue, start: int) -> bool:
    """Whether what stands between a cue and a name lets the cue govern it."""
    between = text[found.end() : start]
    carried = _CARRIED.fullmatch(between)
    if carried is not None and carried["noun"] in CARRIERS | {"budget"} and "measure" in cue.objects:
        return _CLAUSE.search(between[: carried.start("noun")]) is None
    if _is_infinitive(found, between):
        verb = _verb(found, between)
        rest = between if _TO.match(between) is None else between[len("to ") :].lstrip()
        rest = _VERB.sub("", rest, count=1) if verb else rest
        gap = _GAP.fullmatch(rest)
        return "infinitive" in cue.objects and gap is not None and not gap["more"]
    gap = _GAP.fullmatch(between)
    more = gap["more"].lower().split() if gap else ["to"]
    is_phrase = _STOPPING.isdisjoint(more) and not any(word.endswith("ing") for word in more)
    return is_phrase and bool(cue.objects & {"thing", "measure"})


def _is_infinitive(found: re.Match[str], between: str) -> bool:
    """Whether a cue's object is in the infinitive."""
    return found[0].rstrip().endswith(" to") or _TO.match(between) is not None


def _verb(found: re.Match[str], between: str) -> str:
    """The verb between "to" and a policy's name that does something to it ("urged them to *reject* the bill")."""
    start = 0 if found[0].rstrip().endswith(" to") else len("to ")
    verb = _VERB.match(between, start)
    is_doing = verb is not None and (verb["verb"] in VERBS or verb["verb"] in SIDES or stem(verb["verb"]) in UNDOING)
    return verb["verb"] if verb is not None and is_doing else ""


def _undoes(text: str, found: re.Match[str], policy: Span) -> bool:
    """Whether a verb between the cue and the policy does away with it ("plans to *fight* the tax")."""
    between = text[found.end() : policy.start]
    return _is_infinitive(found, between) and stem(_verb(found, between)) in UNDOING


def _over(text: str, end: int, floor: int, stance: Stance | None, policies: tuple[Span, ...]) -> Iterator[Proposal]:
    """The side of who praises or attacks somebody's side."""
    begin = max(floor, end - _REACH)
    begin = max([begin, *(match.end() for match in _CLAUSE.finditer(text, begin, end))])
    for match in _OVER.finditer(text, begin, end):
        verb, is_for = match["verb"], match["for"] is not None
        outer: Stance | None = "opposes" if is_for and verb in _BLAMING else SIDES.get(verb)
        if outer in ("supports", "opposes", "doubts") and stance is not None:
            taken = outer if stance in DENIED else DENIED.get(outer, "supports")
            yield Proposal(policies, taken, Span(*match.span("verb")), "subject")
            return


def owned(document: Document, mentions: Sequence[Mention]) -> Iterator[Proposal]:
    """The sides of those whose plans or policies they are ("Moss's fish tax plan", "her fish tax")."""
    for mention in mentions:
        text, span = document.text, mention.span
        inner = _OWNER_WITHIN.match(text, span.start, span.end)
        start = inner.end() if inner else span.start
        before = _OWNER_BEFORE.search(text, max(0, start - _NEAR), start)
        if inner is None and (before is None or not _STOPPING.isdisjoint(before["more"].split())):
            continue
        stance = _course(text[start : span.end])
        if stance is not None:
            yield Proposal((span,), stance, Span(start, span.end), "owner")


def _course(name: str) -> Stance | None:
    """The side that somebody takes on what is theirs, if it is a policy: a plan, or what they do."""
    words = name.lower().split()
    head = head_of(words)
    if words[0].endswith("ing") or head in _NO_COURSE:
        return None
    if words[0] in ("proposed", "planned"):
        return "proposes"
    if head in _PROMISED:
        return "promises"
    if name.istitle():
        return "supports"
    if head in _PROPOSED:
        return "proposes"
    return None if _COURSES.isdisjoint((head, singular(head))) else "supports"


def _relative(text: str, span: Span, end: int) -> Iterator[Proposal]:
    """The side that a relative clause behind a policy's name takes."""
    clause = _BEHIND.match(text, span.end, end)
    if clause is not None:
        yield Proposal((span,), SIDES[clause["verb"]], Span(*clause.span("verb")), "subject")


def _by_somebody(text: str, span: Span, start: int, end: int) -> Iterator[Proposal]:
    """The side of those who stand behind "by": "the tax, drafted by Moss", "calls by Moss for the tax"."""
    passive = cues.PASSIVE.match(text, span.end, end)
    if passive is not None:
        cue = Span(passive.start("word"), passive.end("by"))
        yield Proposal((span,), cues.PASSIVE_STANCES[passive["word"]], cue, "agent")
    brought = _BROUGHT.search(text, max(start, span.start - _REACH), span.start)
    if brought is not None:
        stance: Stance = "promises" if brought["noun"].rstrip("s") in _PROMISED else "proposes"
        yield Proposal((span,), stance, Span(brought.start(), brought.end("by")), "agent")
