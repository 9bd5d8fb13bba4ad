"""What stands behind a cue as its object: measures as verbs or nouns, in lists, or carried by "a plan to …"."""

from __future__ import annotations

import re

from ingest.entities.evidence import noun_type
from ingest.figures.nouns import singular
from ingest.lexicon.words import listed
from ingest.policies.measures import (
    CARRIERS,
    COURSES,
    EMPTY,
    ENDING,
    LOOSE_VERBS,
    PARTITIVES,
    STRONG_VERBS,
    VERBS,
)
from ingest.policies.nouns import has_noun, is_measure, says_something, verbs_of
from ingest.policies.phrases import JOINING, PRONOUNS, WORD, head_of, listed_at, phrase_at
from kg.model import Span

_ADVERB = re.compile(
    r"(?:quickly|immediately|always|repeatedly|even|also|then|now|finally|soon|once|again|instead|more|further|"
    r"together|recently|really|simply|gradually|significantly|sharply|dramatically|"
    r"drastically|completely|temporarily|formally)\Z"
)
_POINTING = re.compile(r"[ \u00a0]*(?:this|that|these|those|such)\b", re.IGNORECASE)
_CARRIES = re.compile(
    r"(?:[ \u00a0](?:by|from)(?:[ \u00a0][\w’'-]+){1,5}?)?[ \u00a0]"
    r"(?:[“\"]?(?P<aim>aimed at|focused on)(?=[ ][a-z]+ing\b)|to|"
    r"(?P<would>(?:that|which)[ \u00a0](?:would|will|could))|"
    r"(?P<thing>of|for|on|against)|"
    r"(?P<gerund>(?=[a-z]+ing\b)))[ \u00a0]*"
)
_JOINED = re.compile(
    r"(?:,[ \u00a0](?:and[ \u00a0]|to[ \u00a0])?|[ \u00a0](?:and|or)[ \u00a0](?:to[ \u00a0])?)(?=[a-z])"
)
_AS_WELL = re.compile(
    r"[^.;:“”\n]{0,60}?,?[ \u00a0](?:as well as|along with|but also)[ \u00a0](?:in[ \u00a0]|for[ \u00a0]|of[ \u00a0])?"
)
_AND = re.compile(r"[ \u00a0]and[ \u00a0](?=[a-z])")
_TO_ACT = re.compile(r"[ \u00a0](?:to|that|which)[ \u00a0]")
_ASIDE = listed("up elsewhere beyond abroad here there into further away")
_PROVIDING = listed("build deploy deport expel hire install open plant recruit repatriate train")
_UNITS = listed("percent per million billion trillion hundred thousand times days weeks months years points more fewer")
_MOST_ACTIONS = 4
_POSSESSOR = re.compile(r"[ \u00a0]*(?:the[ ]|[Tt]he[ ])?(?:[A-Z][\w.-]*[ ]){0,3}[A-Z][\w.-]*['’]s[ \u00a0](?=\w)")
_PART_OF = re.compile(
    rf"[ \u00a0]*(?:an?[ ]|the[ ])?(?:[a-z-]+[ ])?(?:{'|'.join(sorted(PARTITIVES))})[ ]of[ \u00a0](?=\w)"
)
_ADJUNCT = re.compile(r"[ \u00a0](?:between|from|by|on|in|at|until|after|during|within)\b[^,.;:“”\n]{1,40}(?=,[ ])")
_INCLUDING = re.compile(r"[,’”\"' ]{0,4}[ \u00a0]including[ \u00a0](?=\w)")


def actions(text: str, start: int, end: int, *, strict: bool = False) -> list[Span]:
    """The measures in the infinitive from ``start`` on ("ban assault weapons and close the ports").

    ``strict`` asks for a noun of `NOUNS` as well, unless the verb says enough.
    """
    found: list[Span] = []
    span = action(text, start, end, strict=strict)
    carried = _carried_by_verb(text, start, end)
    if carried:
        return carried
    while span is not None and len(found) < _MOST_ACTIONS:
        found.append(span)
        joint = _JOINED.match(text, span.end, end)
        span = action(text, joint.end(), end, strict=True) if joint else None
    return found


def _carried_by_verb(text: str, start: int, end: int) -> list[Span]:
    """What stands behind a verb and a noun that carries it ("pass a law to ban whaling")."""
    verb = WORD.match(text, start, end)
    if verb is None or verb[1] not in VERBS - STRONG_VERBS - ENDING:
        return []
    phrase = phrase_at(text, verb.end(), end, clause=False)
    return (phrase and _carried(text, phrase, end, strict=True)) or []


def action(text: str, start: int, end: int, *, strict: bool = False) -> Span | None:
    """One measure in the infinitive at ``start``."""
    first = WORD.match(text, start, end)
    while first and _ADVERB.match(first[1]):
        first = WORD.match(text, first.end(), end)
    if first is None or first[1] not in VERBS or (strict and first.start(1) > start + 12):
        return None
    following = WORD.match(text, first.end(), end)
    if (
        following is None
        or following[1].lower() in PRONOUNS
        or following[1][0] in "$"
        or (following[1][0].isdigit() and not _counts(text, first[1], following.end(), end))
        or following[1] in _ASIDE
        or (following[1][0].isupper() and first[1] in LOOSE_VERBS - {"leave", "end", "allow"})
    ):
        return None
    span = phrase_at(text, first.start(1), end, clause=True)
    if span is None or " " not in span.of(text):
        return None
    if not says_something(span.of(text)) or (first[1] == "allow" and text.startswith(" to be", span.end)):
        return None
    needs_noun = first[1] in LOOSE_VERBS or (strict and first[1] not in STRONG_VERBS)
    return span if not needs_noun or has_noun(span.of(text)) else None


def _counts(text: str, verb: str, start: int, end: int) -> bool:
    """Whether what follows a verb and a number is what shall be so many ("hire 2,000 teachers")."""
    counted = WORD.match(text, start, end)
    return verb in _PROVIDING and counted is not None and counted[1].islower() and counted[1] not in _UNITS


def gerund(text: str, start: int, end: int, *, strict: bool = True) -> Span | None:
    """A measure as a gerund at ``start`` ("simplifying procedures"); ``strict`` asks much of verbs that say little."""
    first = WORD.match(text, start, end)
    while first and _ADVERB.match(first[1]):
        first = WORD.match(text, first.end(), end)
    verbs = verbs_of(first[1]) if first else frozenset()
    span = phrase_at(text, first.start(1), end, clause=True) if first and verbs else None
    if span is None or " " not in span.of(text) or span.of(text).split()[1] == "that":
        return None
    return span if not (strict and verbs & LOOSE_VERBS) or has_noun(span.of(text)) else None


def gerunds(text: str, start: int, end: int) -> list[Span]:
    """The measures as gerunds from ``start`` on ("closing ports and banning boats")."""
    found: list[Span] = []
    span = gerund(text, start, end, strict=False)
    while span is not None and len(found) < _MOST_ACTIONS:
        found.append(span)
        joint = _JOINED.match(text, span.end, end)
        span = gerund(text, joint.end(), end, strict=False) if joint else None
    return found


def things(text: str, start: int, end: int, *, strict: bool) -> list[Span]:
    """The measures that stand as an object at ``start``, split where it lists several.

    What carries a policy ("a plan to …") gives way to what it carries. ``strict`` asks for a noun that names a measure
    at the head, for cues that take any object.
    """
    if _POINTING.match(text, start, end):
        return []
    part = _PART_OF.match(text, start, end)
    start = part.end() if part else start
    owner = _POSSESSOR.match(text, start, end)
    if owner:
        owned = phrase_at(text, owner.end(), end, clause=False)
        if owned is not None and " " in owned.of(text):
            start = owner.end()
    begun = gerund(text, start, end)
    if begun is not None:
        return gerunds(text, start, end)
    first = phrase_at(text, start, end, clause=False)
    if first is None:
        return []
    carried = _carried(text, first, end, strict=strict)
    if carried is not None:
        return [*carried, *_as_well(text, carried[-1], end)]
    if not is_measure(text, first, strict=strict or _TO_ACT.match(text, first.end, end) is not None):
        return []
    return [first, *_further(text, first, end, strict=strict)]


def _further(text: str, first: Span, end: int, *, strict: bool) -> list[Span]:
    """The further measures of a list that begins with a noun phrase."""
    aside = _ADJUNCT.match(text, first.end, end)
    items = listed_at(text, aside.end() if aside else first.end, end)
    if strict:
        items = [item for item in items if _may_be_listed(text, item)]
    words = first.of(text).lower().split()
    if (
        head_of(words) in COURSES
        or "in" in words
        or any(head_of(item.of(text).split()).lower() in EMPTY for item in items)
    ):
        items = []
    joint = None if items else _AND.match(text, first.end, end)
    if joint:
        second = phrase_at(text, joint.end(), end, clause=False)
        if second is not None and is_measure(text, second, strict=True):
            return [second]
    including = None if items else _INCLUDING.match(text, first.end, end)
    if including:
        return things(text, including.end(), end, strict=True)
    return items or _as_well(text, first, end)


def _may_be_listed(text: str, item: Span) -> bool:
    """Whether an item behind a measure may be one as well: a noun that does not name people."""
    words = item.of(text).split()
    return len(words) == 1 or (
        noun_type(singular(head_of(words).lower())) is None and is_measure(text, item, strict=False)
    )


def _as_well(text: str, last: Span, end: int) -> list[Span]:
    """The measure that "as well as" adds behind what came before."""
    joint = _AS_WELL.match(text, last.end, end)
    span = phrase_at(text, joint.end(), end, clause=False) if joint else None
    if span is None or not is_measure(text, span, strict=True):
        return []
    return [span, *listed_at(text, span.end, end)]


def _carried(text: str, span: Span, end: int, *, strict: bool) -> list[Span] | None:
    """What a noun such as "plan" or "effort" carries behind it; none where it is no such noun or carries nothing."""
    words = list(WORD.finditer(text, span.start, span.end))
    for index, match in enumerate(words):
        low = match[1].lower()
        if low in JOINING:
            break
        follows = words[index + 1][1].lower() if index + 1 < len(words) else ""
        if low not in CARRIERS or (follows and follows not in JOINING and not verbs_of(follows)):
            continue
        joint = _CARRIES.match(text, match.end(1), end)
        if joint is None:
            return None
        if joint["thing"]:
            return _behind(text, joint, low, end, strict=strict)
        if joint["aim"] and index and is_measure(text, Span(span.start, match.end(1)), strict=True):
            return None
        if joint["gerund"] is not None or joint["aim"]:
            return gerunds(text, joint.end(), end) or None
        return actions(text, joint.end(), end) or None
    return None


def _behind(text: str, joint: re.Match[str], carrier: str, end: int, *, strict: bool) -> list[Span] | None:
    """What stands behind "policy of", "proposal for" and the like, where it names a measure by itself."""
    if joint["thing"] in ("on", "against") or carrier in ("law", "laws", "bill", "legislation"):
        return None
    done = gerund(text, joint.end(), end, strict=False)
    found = [done] if done else things(text, joint.end(), end, strict=strict or joint["thing"] == "for")
    return found or None
