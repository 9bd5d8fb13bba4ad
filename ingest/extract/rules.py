"""The extractor that needs no model: attributions by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.extract.complements import complement, read
from ingest.extract.cues import FORMS
from ingest.extract.noun_phrases import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_verb,
    subject_before,
)
from ingest.extract.patterns import CUE_RULES, LINE_RULES, NOBODY, CueRule, Found, LineRule
from ingest.extract.predicates import cues_of
from ingest.extract.protocol import Attribution, Reading
from ingest.extract.tokens import Line, Range, Token, lines
from ingest.extract.transcripts import turns
from ingest.extract.views import experts_in
from ingest.repair import Repaired, view
from kg.model import Span

_LONGEST_HEADLINE = 22
_LONGEST_JOINED = 240
_MOST_PARTS = 60
_CLOSING = "\"”»’'"
_CARRIED = ", source carried"


class Rules:
    """The extractor that needs no model: transcripts, all of `RULES`, and quotations that go on without a cue."""

    name = "rules"
    version = "4"

    def read(self, document: Document) -> Reading:
        """The attributions of a document; names are left to others."""
        repaired = view(document.text)
        spoken = turns(document)
        covered = {number for turn in spoken for number in turn.paragraphs}
        walk = _Walk(document.text, repaired, [turn.attribution for turn in spoken])
        for line in _whole(lines(document, repaired)):
            if line.paragraph not in covered:
                walk.take(line)
        return Reading(tuple(sorted(walk.out, key=lambda found: (found.content[0], found.content[-1].end))))


class _Walk:
    """A walk through the sentences of a text, with what a sentence may take over from those before it."""

    def __init__(self, text: str, repaired: Repaired, out: list[Attribution]) -> None:
        self.text, self.repaired, self.out = text, repaired, out
        self.speakers: set[str] = set()
        self.last: _Last | None = None
        self.announced: Attribution | None = None

    def take(self, line: Line) -> None:
        """Adds what one sentence reports."""
        if self.last is not None and self.last.paragraph != line.paragraph:
            is_next = self.last.paragraph + 1 == line.paragraph
            self.last = replace(self.last, is_open=self.last.is_open and is_next, is_here=False)
        founds = _found_in(line, self.speakers)
        self.speakers |= experts_in(line.tokens)
        announced, self.announced = self.announced, self.announcement(line) if not founds else None
        if not founds and announced is not None and _is_quoted(line.tokens):
            self.out.append(replace(announced, content=self.parts(line)))
            self.last = _Last(len(self.out) - 1, line.paragraph, announced.source, is_open=True, is_here=True)
        elif not founds:
            self.follow(line)
        for rule, found in founds:
            attribution = self.attribution(rule, found, line.tokens)
            if found.lacks_source and self.last is not None and self.last.is_here:
                attribution = replace(attribution, source=self.last.source, reason=rule.name + _CARRIED)
            self.out.append(attribution)
            self.speakers |= _names_in(line.tokens, found.source)
            is_open = line.tokens[found.content[-1][1] - 1].kind == "quotation"
            self.last = _Last(len(self.out) - 1, line.paragraph, attribution.source, is_open, is_here=True)

    def follow(self, line: Line) -> None:
        """Adds a sentence of quotations alone to the attribution before it, or takes its speaker over."""
        last = self.last
        if last is None:
            return
        self.last = replace(last, is_open=False)
        if not _is_quoted(line.tokens):
            return
        before, parts = self.out[last.index], self.parts(line)
        goes_on = last.is_here or self.text[before.content[-1].end - 1] not in _CLOSING
        if last.is_open and goes_on and len(before.content) < _MOST_PARTS:
            self.out[last.index] = replace(before, content=before.content + parts)
            self.last = replace(last, paragraph=line.paragraph)
        elif last.is_here:
            self.out.append(Attribution(parts, last.source, None, "quotation", "quotation that follows", 0.6))
            self.last = replace(last, index=len(self.out) - 1, is_open=True)

    def announcement(self, line: Line) -> Attribution | None:
        """Who is about to speak, where a sentence ends in a colon ("She went on:"); the words are in the next one."""
        if len(line.tokens) < 2 or line.tokens[-1].low != ":":
            return None
        readings = [reading for reading in read(line.tokens).readings if "q" in reading.cue.verb.frames]
        source = (readings[-1].subject if readings else None) or _main_subject(line.tokens)
        if source is None:
            return None
        cue = self.span((readings[-1].cue.first, readings[-1].cue.end), line.tokens) if readings else None
        return Attribution((), self.span(source, line.tokens), cue, "quotation", "quotation after colon", 0.8)

    def parts(self, line: Line) -> tuple[Span, ...]:
        """The quotations of a sentence in spans of the stored text."""
        return tuple(self.repaired.span(token.start, token.end) for token in line.tokens if token.kind == "quotation")

    def attribution(self, rule: CueRule | LineRule, found: Found, tokens: Sequence[Token]) -> Attribution:
        """What a rule found, in spans of the stored text."""
        return Attribution(
            tuple(self.span(part, tokens) for part in found.content),
            self.span(found.source, tokens) if found.source else None,
            self.span(found.cue, tokens) if found.cue else None,
            rule.family,
            rule.name,
            rule.score,
        )

    def span(self, part: Range, tokens: Sequence[Token]) -> Span:
        """The span of the stored text that some tokens show."""
        return self.repaired.span(tokens[part[0]].start, tokens[part[1] - 1].end)


@dataclass(frozen=True, slots=True)
class _Last:
    """The last attribution: whether it ends in a quotation that may go on, and is in the paragraph at hand."""

    index: int
    paragraph: int
    source: Span | None
    is_open: bool
    is_here: bool


def _whole(parted: Iterator[Line]) -> Iterator[Line]:
    """The sentences, one that holds only the cue of a quotation before it joined to that (“Why?” Lima asked)."""
    held: Line | None = None
    for line in parted:
        if held is not None and held.paragraph == line.paragraph and _is_cue_alone(held, line):
            held = replace(held, tokens=held.tokens + line.tokens)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_cue_alone(before: Line, line: Line) -> bool:
    """Whether a sentence is no more than the cue of the quotation that ends the one before."""
    if before.tokens[-1].kind != "quotation" or not 1 < len(line.tokens) + len(before.tokens) < _LONGEST_JOINED:
        return False
    cue = next(cues_of(line.tokens[:12]), None)
    if cue is None or "q" not in cue.verb.frames or complement(line.tokens, cue) is not None:
        return False
    subject = subject_before(line.tokens, cue.first)
    return subject is not None and subject[0] == 0


def _is_quoted(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is nothing but quotations."""
    return bool(tokens) and all(token.kind == "quotation" for token in tokens)


def _names_in(tokens: Sequence[Token], source: Range | None) -> set[str]:
    """The names in a source, in lower case."""
    spoken = tokens[source[0] : source[1]] if source else ()
    return {token.low for token in spoken if token.kind == "name" and token.low not in PRONOUNS | DETERMINERS}


def _found_in(line: Line, speakers: set[str]) -> list[tuple[CueRule | LineRule, Found]]:
    """What the rules find in a sentence; a cue goes to the first rule that takes it."""
    tokens = line.tokens
    is_headline = line.paragraph == 0 and len(tokens) <= _LONGEST_HEADLINE
    scene = read(tokens, is_headline=is_headline, speakers=speakers)
    founds: list[tuple[CueRule | LineRule, Found]] = [
        (rule, found) for rule in LINE_RULES if (found := rule.find(scene)) is not None
    ]
    source: Range | None = None
    for reading in scene.readings:
        taken = next(((rule, found) for rule in CUE_RULES if (found := rule.find(scene, reading)) is not None), None)
        if taken is None or _is_taken(taken[1], founds):
            continue
        rule, found = taken
        if found.source is not None and _is_nobody(tokens, found.source):
            continue  # what nobody said is nobody's claim
        if found.source is not None and _is_supposed(tokens, found):
            continue  # nor is what anybody would say
        if found.lacks_source and rule.name == "intention" and _is_told(found, founds):
            continue  # "he said that she stopped and refused to go": her act, and not his words
        if found.lacks_source and rule.name != "quotation with cue":
            source = source or _main_subject(tokens)
            if source is None:
                continue
            found = replace(found, source=source, lacks_source=False)
        if found.source is not None and tokens[found.source[0]].low not in ("who", "which", "that"):
            source = found.source
        founds.append((rule, found))
    return founds


def _is_nobody(tokens: Sequence[Token], source: Range) -> bool:
    """Whether a source is a negative: "nobody", "no expert", "not every city"."""
    first = source[0]
    before = tokens[first - 1].low if first else ""
    return tokens[first].low in NOBODY or tokens[first].low == "not" or before in ("not", "no", "hardly", "scarcely")


def _is_supposed(tokens: Sequence[Token], found: Found) -> bool:
    """Whether the speaker is made up ("a reader would now ask")."""
    if found.source is None or found.cue is None or tokens[found.source[0]].low not in ("a", "an", "any", "anyone"):
        return False
    return any(token.low == "would" for token in tokens[found.cue[0] : found.cue[1]])


def _is_told(found: Found, founds: Sequence[tuple[CueRule | LineRule, Found]]) -> bool:
    """Whether what was found lies within a clause that somebody reports."""
    start = found.content[0][0]
    return any(
        rule.family == "content after cue" and first <= start < end
        for rule, other in founds
        for first, end in other.content
    )


def _is_taken(found: Found, founds: Sequence[tuple[CueRule | LineRule, Found]]) -> bool:
    """Whether a rule about the whole sentence has taken the cue."""
    return any(found.cue is not None and found.cue == other.cue for _, other in founds)


def _main_subject(tokens: Sequence[Token]) -> Range | None:
    """The subject of the sentence's first clause with a verb."""
    start = 0
    if tokens and tokens[0].low in PREPOSITIONS | CONJUNCTIONS:
        start = next((place + 1 for place, token in enumerate(tokens) if token.low == ","), 0)
    for place in range(start + 1, min(len(tokens), start + 30)):
        if is_verb(tokens, place) or (tokens[place].kind == "word" and FORMS.get(tokens[place].low)):
            subject = subject_before(tokens, place, start)
            if subject:
                return subject
            break
    end = start
    while (
        end < len(tokens)
        and tokens[end].kind == "name"
        and tokens[end].low not in CONJUNCTIONS | PREPOSITIONS | ADVERBS
    ):
        end += 1
    return (start, end) if end > start else None
