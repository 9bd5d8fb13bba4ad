"""The extractor that needs no model: attributions by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ingest.document import Document
from ingest.extract.complements import Scene, complement
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
from ingest.extract.patterns import CUE_RULES, LINE_RULES, Found, Range
from ingest.extract.predicates import cues_of, is_coordinated
from ingest.extract.protocol import Attribution
from ingest.extract.tokens import Line, Token, lines
from ingest.extract.transcripts import turns
from ingest.repair import Repaired, view
from kg.model import Span

_MOST_CUES = 16
_LONGEST_HEADLINE = 22


class Rules:
    """The extractor that needs no model: all of `RULES`."""

    name = "rules"
    version = "1"

    def attributions(self, document: Document) -> Sequence[Attribution]:
        """The attributions of a document in text order, every span within ``document.text``."""
        repaired = view(document.text)
        out: list[Attribution] = []
        last: _Last | None = None
        speakers: frozenset[str] = frozenset()
        spoken = turns(document)
        out += [turn.attribution for turn in spoken]
        covered = {number for turn in spoken for number in turn.paragraphs}
        for line in _whole(lines(document, repaired)):
            if line.paragraph in covered:
                continue
            if last is not None and last.paragraph != line.paragraph:
                last = replace(last, is_open=last.is_open and last.paragraph + 1 == line.paragraph, is_here=False)
            founds = _found_in(line, speakers)
            if not founds:
                last = _follow(line, last, out, repaired, document)
                continue
            for found in founds:
                attribution = _attribution(found, line.tokens, repaired)
                if found.lacks_source and last is not None and last.is_here:
                    attribution = replace(
                        attribution, source=last.source, reason=attribution.reason + ", source carried"
                    )
                out.append(attribution)
                speakers |= _names_in(line.tokens, found.source)
                last = _Last(len(out) - 1, line.paragraph, attribution.source, _ends_spoken(found, line.tokens), True)
        return sorted(out, key=lambda found: (found.content[0], found.content[-1].end))


@dataclass(frozen=True, slots=True)
class _Last:
    """The last attribution, for what follows it without a cue of its own."""

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
    if before.tokens[-1:] and before.tokens[-1].kind == "quotation" and len(line.tokens) > 1:
        cue = next(cues_of(line.tokens[:12]), None)
        if cue is None or "q" not in cue.verb.frames:
            return False
        subject = subject_before(line.tokens, cue.first)
        return (subject is not None and subject[0] == 0) and complement(line.tokens, cue) is None
    return False


def _names_in(tokens: Sequence[Token], source: Range | None) -> frozenset[str]:
    spoken = tokens[source[0] : source[1]] if source else ()
    return frozenset(token.low for token in spoken if token.kind == "name" and token.low not in PRONOUNS | DETERMINERS)


def _found_in(line: Line, speakers: frozenset[str]) -> list[Found]:
    tokens = line.tokens
    is_headline = line.paragraph == 0 and len(tokens) <= _LONGEST_HEADLINE
    scene = Scene(tokens, tuple(islice(cues_of(tokens, is_headline=is_headline), _MOST_CUES)), is_headline, speakers)
    founds = [found for rule in LINE_RULES if (found := rule(scene))]
    source: Range | None = None
    for cue in scene.cues:
        found = next((found for rule in CUE_RULES if (found := rule(scene, cue))), None)
        if found is None:
            continue
        if found.lacks_source and source is not None:
            found = replace(found, source=source, lacks_source=False)
        elif found.lacks_source and (cue.verb.form == "participle" or is_coordinated(tokens, cue)):
            main = _main_subject(tokens)
            if main is None:
                continue
            found = replace(found, source=main, lacks_source=False)
        source = found.source or source
        founds.append(found)
    return founds


def _main_subject(tokens: Sequence[Token]) -> Range | None:
    """The subject of the sentence's first clause with a verb."""
    start = 0
    if tokens and tokens[0].low in PREPOSITIONS | CONJUNCTIONS:
        start = next((place + 1 for place, token in enumerate(tokens) if token.low == ","), 0)
    for place in range(start + 1, min(len(tokens), start + 30)):
        if is_verb(tokens, place) or (tokens[place].kind == "word" and FORMS.get(tokens[place].low)):
            subject = subject_before(tokens, place, start)
            if subject:
                return subject[0], subject[1] + 1
            break
    end = start
    while (
        end < len(tokens)
        and tokens[end].kind == "name"
        and tokens[end].low not in CONJUNCTIONS | PREPOSITIONS | ADVERBS
    ):
        end += 1
    return (start, end) if end > start else None


def _ends_spoken(found: Found, tokens: Sequence[Token]) -> bool:
    return tokens[found.content[-1][1] - 1].kind == "quotation"


def _attribution(found: Found, tokens: Sequence[Token], repaired: Repaired) -> Attribution:
    def span(part: Range) -> Span:
        return repaired.span(tokens[part[0]].start, tokens[part[1] - 1].end)

    return Attribution(
        tuple(span(part) for part in found.content),
        span(found.source) if found.source else None,
        span(found.cue) if found.cue else None,
        found.label,
        found.reason,
        found.score,
    )


def _follow(
    line: Line, last: _Last | None, out: list[Attribution], repaired: Repaired, document: Document
) -> _Last | None:
    """What a sentence of quotations alone adds to the attribution before it."""
    tokens = line.tokens
    if last is None or not tokens or any(token.kind != "quotation" for token in tokens):
        return replace(last, is_open=False) if last else None
    spans = tuple(repaired.span(token.start, token.end) for token in tokens)
    if last.is_open and (last.is_here or _is_unclosed(document.text, out[last.index].content[-1])):
        out[last.index] = replace(out[last.index], content=out[last.index].content + spans)
        return replace(last, paragraph=line.paragraph)
    if last.is_here:
        out.append(Attribution(spans, last.source, None, "quotation", "quotation that follows", 0.6))
        return replace(last, index=len(out) - 1, is_open=True)
    return replace(last, is_open=False)


def _is_unclosed(text: str, span: Span) -> bool:
    return text[span.end - 1] not in "\"”»’'"
