"""What tells whether a candidate names a policy: readable features of its words and of those around it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lexicon.words import CALENDAR, SPEECH_VERBS, listed
from ingest.policies.candidates import MODALS, Candidate, Token
from ingest.policies.cuewords import CUE_WORDS
from ingest.policies.measures import (
    ADOPTING,
    CARRIERS,
    COURSES,
    DEGREES,
    EMPTY,
    ENDING,
    LOOSE_VERBS,
    MEANS,
    NO_NOUNS,
    NOUNS,
    SINGLE,
    STRONG_VERBS,
    VAGUE,
    VERBS,
)
from ingest.policies.naming import stem
from ingest.policies.nouns import OWN
from ingest.policies.phrases import DETERMINERS
from ingest.policies.said import Said
from kg.model import Claim, Span

_NEGATING = listed("not never no don't doesn't didn't won't can't cannot without against nor")
_BE = listed("is are was were be been being am")
_REACH = 12
_CLAUSE_ENDS = frozenset(",;:—–(")
_SUFFIXES = ("tion", "sion", "ment", "ism", "ing", "ance", "ence", "ity", "ship", "al", "age", "ure")
_SUBJECTS = {
    **dict.fromkeys(("we", "i"), "we"),
    **dict.fromkeys(("he", "she", "they"), "they"),
    **dict.fromkeys(("you", "people", "voters"), "you"),
    "it": "it",
}
_CONDUCT = listed(
    """
    abuse aggression avoidance behavior behaviour bombing censorship discrimination espionage exercises favoritism
    hacking harassment incursion incursions interference interventionism lobbying manipulation militarization
    obstruction occupation outsourcing persecution profiling provocation provocations reclamation retaliation secrecy
    segregation settlements smuggling spying surveillance targeting threats torture trafficking violations
    """
)
_ISSUES = listed(
    """
    economy inflation terrorism growth jobs unemployment crime poverty inequality prices costs deficit deficits debt
    economics politics security foreign climate safety
    """
)
_EVENTS = listed(
    """
    ad ads airtime appearance caucus caucuses commercial commercials conference contest debate debates election
    elections email emails event events game interview interviews meeting news poll polls press primaries primary race
    rally report show speech statement story summit survey visit vote voting war world year years week time
    """
)
_PRIVATE = listed(
    """
    answer appear arrive ask attend buy call carry choose compete deliver discuss draw drive eat explain face feel find
    gain get go happen join learn live listen lose make meet participate pass pick play read receive remain run say
    show sit sleep spend stand stay step suffer survive talk travel turn visit vote wait wake walk watch win write
    """
)
_HANDLING = listed(
    """
    address adjust attack balance break combat compel confront consolidate contain counter cooperate defend deter
    dismantle encourage engage evacuate foster fix hold ignore integrate interfere isolate liberalise liberalize
    negotiate normalise normalize offset overthrow penalize penalise pressure push rebut reclaim refrain refuse release
    resist respect respond review rewrite rotate shift shoot spur stabilise stabilize stimulate subject support tackle
    target topple track treat try undo unify use write
    """
)
_WORD_SETS = (
    ("measure", NOUNS),
    ("course", COURSES),
    ("single", SINGLE),
    ("means", MEANS),
    ("empty", EMPTY),
    ("vague", VAGUE),
    ("carrier", CARRIERS),
    ("nonoun", NO_NOUNS),
    ("conduct", _CONDUCT),
    ("issue", _ISSUES),
    ("event", _EVENTS),
)
_VERB_SETS = (
    ("private", _PRIVATE),
    ("handling", _HANDLING),
    ("strong", STRONG_VERBS),
    ("loose", LOOSE_VERBS),
    ("ending", ENDING),
    ("adopting", ADOPTING),
    ("measure", VERBS),
)


RULED = "ruled"
"""The feature of what rules cut out."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article's candidates have in common: who speaks where, what comes up often, what the rules tell."""

    document: Document
    claims: Sequence[Claim]
    said: Said
    stems: Mapping[str, int]
    ruled: Mapping[Span, str]
    ruled_spans: Sequence[Span]
    taken: Sequence[tuple[Span, str]]


def context(
    document: Document, claims: Sequence[Claim], ruled: Iterable[tuple[Span, str]], taken: Iterable[tuple[Span, str]]
) -> Context:
    """The context of an article; ``ruled`` are the spans that rules tell, ``taken`` those of names with their types."""
    stems = Counter(stem(word.strip(".,;:“”\"'()")) for word in document.text.lower().split())
    told: dict[Span, str] = {}
    for span, why in ruled:
        told.setdefault(span, why)
    return Context(document, claims, Said(claims), stems, told, sorted(told), sorted(taken))


def features(candidate: Candidate, about: Context) -> tuple[str, ...]:
    """The names of the features that a candidate has."""
    return tuple(_features(candidate, about))


def _features(one: Candidate, about: Context) -> Iterator[str]:
    text = about.document.text
    tokens, first, last = one.tokens, one.first, one.last
    kind = one.kind
    yield "bias"
    yield f"kind={kind}"
    yield from _of_words(one, text)
    yield from _of_left(tokens, first, text, kind)
    yield from _of_right(tokens, last, text)
    yield from _of_place(one, about)


def _of_words(one: Candidate, text: str) -> Iterator[str]:
    """Features of the candidate's own words."""
    lows, head, kind = one.lows, one.head, one.kind
    yield f"head:{kind}:{stem(head)}"
    count = len(lows)
    yield f"length:{kind}={min(count, 5)}"
    if kind == "noun":
        yield from (f"head={name}" for name, words in _WORD_SETS if head in words)
        yield f"suffix={next((s for s in _SUFFIXES if head.rstrip('s').endswith(s)), '')}"
        at = lows.index(head)
        yield "bare" if count == 1 else ("complement" if at < count - 1 else "modified")
        for low in lows[:at]:
            if low in NOUNS:
                yield "modifier=measure"
            elif low in DEGREES:
                yield "modifier=degree"
            else:
                yield f"mod:{low}"
        if at < count - 1:
            yield f"behind={lows[at + 1]}"
        if not one.span.of(text).islower():
            is_law = one.span.of(text).split()[-1][0].isupper() and count > 1
            yield "capitals=all" if is_law else "capitals=some"
    else:
        known = stem(head) if kind == "gerund" else head
        yield from (f"verb={name}" for name, words in _VERB_SETS if known in words)
        rest = lows[1:]
        for name, words in _WORD_SETS:
            if not words.isdisjoint(rest):
                yield f"object={name}"
        yield f"next={'det' if rest[0] in DETERMINERS else 'word'}"
        for low in rest:
            yield f"obj:{stem(low)}"
    if any(low[0].isdigit() or low[0] == "$" for low in lows):
        yield "digits"
    if not DETERMINERS.isdisjoint(lows) and not OWN.isdisjoint(lows):
        yield "possessive within"
    if not CALENDAR.isdisjoint(lows):
        yield "calendar"


def _of_left(tokens: Sequence[Token], first: int, text: str, kind: str) -> Iterator[str]:
    """Features of what stands before the candidate: its determiner, the words that govern it, a subject."""
    index = first - 1
    before = tokens[index].low if index >= 0 else "^"
    gap = text[tokens[index].span.end : tokens[first].span.start] if index >= 0 else ""
    if "“" in gap or '"' in gap or "''" in gap or "‘" in gap:
        yield "quoted"
    if any(sign in _CLAUSE_ENDS for sign in gap):
        yield "after comma"
    yield f"prev:{kind}:{before}"
    if before in OWN or before.endswith(("'s", "s'")):
        yield "owned"
    if before in DETERMINERS or before.endswith(("'s", "s'")):
        index -= 1
        before = tokens[index].low if index >= 0 else "^"
        yield f"prev2:{kind}:{before}"
    if before in ("and", "or"):
        yield f"joined:{kind}"
    near = True
    is_cut = False
    found = set[str]()
    for place in range(index, max(-1, first - 1 - _REACH), -1):
        low = tokens[place].low
        behind = text[tokens[place].span.end : tokens[place + 1].span.start] if place + 1 < len(tokens) else ""
        if any(sign in _CLAUSE_ENDS for sign in behind):
            is_cut = True
        cue = CUE_WORDS.get(low)
        if cue is not None and cue not in found:
            found.add(cue)
            distance = first - place
            far = "beside" if distance <= 2 else ("near" if distance <= 5 else "far")
            yield f"cue={cue}:{'cut' if is_cut else far}"
            if near:
                yield f"first cue:{kind}={cue}"
                if not is_cut and distance <= 4:
                    yield f"cueword:{stem(low)}"
                near = False
        if low in _NEGATING and first - place <= 4:
            yield "negated"
        if low in SPEECH_VERBS and not is_cut:
            yield "speech before"
        if low in MODALS and kind == "infinitive" and first - place <= 3:
            yield f"modal={low}"
            subject = tokens[place - 1].low if place else "^"
            yield f"subject={_SUBJECTS.get(subject, 'other')}"
        if low in _BE and first - place <= 2 and kind == "gerund":
            yield "progressive"
    if near:
        yield "no cue"


def _of_right(tokens: Sequence[Token], last: int, text: str) -> Iterator[str]:
    """Features of what stands behind the candidate."""
    if last + 1 >= len(tokens):
        yield "ends sentence"
        return
    after = tokens[last + 1].low
    gap = text[tokens[last].span.end : tokens[last + 1].span.start]
    if gap.strip():
        yield "ends at mark"
    yield f"after:{after}"
    for place in range(last + 1, min(len(tokens), last + 6)):
        cue = CUE_WORDS.get(tokens[place].low)
        if cue is not None:
            yield f"cue behind={cue}"
            break


def _of_place(one: Candidate, about: Context) -> Iterator[str]:
    """Features of where the candidate stands: in a claim, in the headline; how often it comes up; what rules say."""
    document, span = about.document, one.span
    number = about.said.at(span.start)
    if number is None:
        yield "unsaid"
    else:
        claim = about.claims[number]
        yield f"claim={claim.type}"
        yield f"mode={claim.mode}"
    sentence = document.sentences[one.sentence]
    paragraph = document.paragraphs[sentence.paragraph]
    if paragraph.kind != "body":
        yield f"paragraph={paragraph.kind}"
    yield f"sentence={'first' if one.sentence < 3 else ('early' if one.sentence < 8 else 'late')}"
    many = about.stems.get(stem(one.head), 0)
    yield f"often={'once' if many < 2 else ('few' if many < 5 else 'many')}"
    rule = about.ruled.get(span)
    if rule is not None:
        yield RULED
        yield f"rule as {one.kind}"
        yield f"rule={rule}"
    else:
        near = bisect_right(about.ruled_spans, Span(span.end, span.end))
        for other in about.ruled_spans[max(0, near - 3) : near]:
            if other.overlaps(span):
                yield "rule overlaps"
                break
    near = bisect_right(about.taken, (Span(span.end, span.end), ""))
    for other, type_ in about.taken[max(0, near - 4) : near]:
        if other.overlaps(span):
            covers = min(other.end, span.end) - max(other.start, span.start)
            yield f"holds={type_}" if 2 * covers <= span.end - span.start else f"is={type_}"
