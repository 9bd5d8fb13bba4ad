"""From what an extractor found to claims: spans made clean, modes and types decided, the rest told as narration."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.extract.anonymity import is_clause_of_speaker, is_only_anonymity
from ingest.extract.cues import FORMS
from ingest.extract.dates import stated_date
from ingest.extract.hollow import without_empty
from ingest.extract.kinds import type_of
from ingest.extract.noun_phrases import DETERMINERS, PRONOUNS, is_verb
from ingest.extract.pointers import without_pointers
from ingest.extract.protocol import Attribution
from ingest.extract.sureness import certainty_of, polarity_of
from ingest.extract.tokens import tokenise
from ingest.sentences import whole_words
from kg.model import Article, Claim, Mode, Span

_OPENING = "\"“„«‘'("
_CLOSING = "\"”»’')"
_LEADING = re.compile(
    r"(?:[\s,;:.!?–—)\]*•-]+|[#>]+\s|(?:(?:you|me|him|us|them)\s+)?that\b(?!\s+(?:is|was|has|had|will|would|’s))\s*)*",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s,;:.–—(\[*-]*\Z")
_EDGE = 40
_REACH = 200
_UNATTRIBUTED = 0.5
"""The score of a quotation that nobody is named for: of such in news, half are somebody's reported words."""
_SAYS_NOTHING = ("boilerplate", "caption")
"""Kinds of paragraphs that make no claims: footers and credits, and pictures' captions, which repeat the text."""
_FEWEST_WORDS = 4
_FEWEST_WORDS_LEFT_OVER = 5
_SHORTEST_LEFT_OVER = 20
_LONG_REPEAT = 40
_LONGEST_SENTENCE = 5000
"""Characters; no sentence of prose is longer."""
_VOICED = frozenset(
    {"accuse", "applaud", "call", "condemn", "criticise", "criticize", "demand", "denounce", "describe", "hail"}
    | {"mock", "praise", "rebuke", "reject", "urge"}
)
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"(?:[\s,;:—–-]|(?:#{1,6}|>|\*)\s|\b(?:and|but|while)\b)*", re.IGNORECASE)
_JOINT_AT_END = re.compile(
    r"(?:[\s,;:—–-]|\b(?:and|or|but|while|as|that|which|who|whose|when|where|because|although|though|if|unless|whether|than|"
    r"those|the|an?|in|of|to|for|by|at|on|with|from)\b)*\Z",
    re.IGNORECASE,
)


def decide(document: Document, attributions: Sequence[Attribution], article: Article) -> tuple[Claim, ...]:
    """The claims of an article in text order: those attributed to somebody, then the text's own, in one sequence.

    ``parent`` is an index into the result. Attributions whose words are not in the text, repeated ones, and those from
    paragraphs that repeat an earlier one are left out. Narration has no speaker here: whose voice the text is, is not
    for the text to say.
    """
    ground = _Ground.of(document)
    attributed = _without_repeats(
        claim for found in attributions if (claim := _claim(ground, found, article)) is not None
    )
    attributed = _without_hollow(document.text, attributed)
    attributed = without_empty(document.text, attributed, [ground.sentence_of(claim) for claim in attributed])
    attributed = without_pointers(document.text, attributed, [ground.sentence_of(claim) for claim in attributed])
    told = [*attributed, *_narration(ground, attributed)]
    told.sort(key=lambda claim: (claim.span.start, -claim.span.end, claim.cue_span or Span(-1, -1)))
    return tuple(replace(claim, parent=_parent(told, number)) for number, claim in enumerate(told))


@dataclass(frozen=True, slots=True)
class _Ground:
    """A document with what deciding looks up again and again."""

    document: Document
    sentence_starts: tuple[int, ...]
    quotation_starts: tuple[int, ...]
    repeated: frozenset[int]

    @classmethod
    def of(cls, document: Document) -> _Ground:
        seen: set[str] = set()
        repeated = set()
        for number, paragraph in enumerate(document.paragraphs):
            words = " ".join(paragraph.span.of(document.text).split())
            if words in seen and words.count(" ") >= _FEWEST_WORDS:
                repeated.add(number)
            seen.add(words)
        return cls(
            document,
            tuple(sentence.span.start for sentence in document.sentences),
            tuple(quotation.start for quotation in document.quotations),
            frozenset(repeated),
        )

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that ``place`` lies in, or that ends before it."""
        return max(0, bisect_right(self.sentence_starts, place) - 1)

    def sentence_of(self, claim: Claim) -> Span:
        """The sentence in which a claim says who speaks, else in which it begins."""
        return self.document.sentences[self.sentence_at((claim.cue_span or claim.parts[0]).start)].span

    def quotations_in(self, span: Span) -> list[Span]:
        """The quotations that overlap a span."""
        first = max(0, bisect_left(self.quotation_starts, span.start) - 1)
        last = bisect_left(self.quotation_starts, span.end)
        return [quotation for quotation in self.document.quotations[first:last] if quotation.overlaps(span)]


def _claim(ground: _Ground, found: Attribution, article: Article) -> Claim | None:
    """The claim that an attribution makes, if its words stand in the text."""
    text = ground.document.text
    parts = tuple(part for span in found.content if (part := _clean(ground, span)) is not None)
    if not parts or not ground.document.sentences:
        return None
    parts = _in_order(parts)
    sentence = ground.document.sentences[ground.sentence_at((found.cue or parts[0]).start)]
    paragraph = ground.document.sentences[ground.sentence_at(parts[0].start)].paragraph
    if paragraph in ground.repeated or ground.document.paragraphs[paragraph].kind in _SAYS_NOTHING:
        return None
    mode = _mode(ground, parts, found)
    cue = _within(text, found.cue)
    source = _named(text, found.source)
    words = " ".join(part.of(text) for part in parts)
    if is_only_anonymity(words):
        return None
    cue_words = cue.of(text).lower() if cue else ""
    return Claim(
        parts=parts,
        mode=mode,
        speaker_span=source,
        cue_span=cue,
        type=type_of(words, cue_words, source.of(text) if source else ""),
        polarity=polarity_of(words, cue_words),
        certainty=certainty_of(words, cue_words),
        date=stated_date(_around(text, cue, sentence.span, parts), article.date) if cue else None,
        raw_label=found.raw_label,
        label=mode,
        reason=found.reason,
        score=found.score,
    )


def _in_order(parts: Sequence[Span]) -> tuple[Span, ...]:
    """The parts in text order, overlapping ones made one."""
    out: list[Span] = []
    for part in sorted(parts):
        if out and part.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, part.end))
        else:
            out.append(part)
    return tuple(out)


def _within(text: str, span: Span | None) -> Span | None:
    """The span, if it lies in the text and holds a visible character."""
    if span is None or not 0 <= span.start < span.end <= len(text) or not span.of(text).strip():
        return None
    return span


def _named(text: str, span: Span | None) -> Span | None:
    """The words that name the speaker: on one line, without the marks around them."""
    span = _within(text, span)
    if span is None:
        return None
    words = span.of(text)
    start = span.start + max(words.rfind("\n"), words.rfind("\r")) + 1
    words = text[start : span.end]
    kept = words.strip(' \t,;:–—"“”')
    start += words.find(kept)
    if kept.endswith(("’s", "'s")) and " " not in kept.strip():
        kept = kept[:-2]
    return Span(start, start + len(kept)) if _WORD.search(kept) else None


def _clean(ground: _Ground, span: Span) -> Span | None:
    """A part of what is said: whole words, without "that" and the marks around it, quotation marks kept."""
    text = ground.document.text
    inside = _within(text, span)
    if inside is None:
        return None
    start, end = whole_words(text, inside.start, inside.end)
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    tail = _TRAILING.search(text, max(start, end - _EDGE), end)
    end = tail.start() if tail else end
    if start >= end or not _WORD.search(text, start, end):
        return None
    for quotation in ground.quotations_in(Span(start, end)):
        if quotation.start < start and not text[quotation.start : start].strip(_OPENING) and quotation.end <= end + 2:
            start = quotation.start
        if quotation.end > end and not text[end : quotation.end].strip(_CLOSING + ",.?!") and quotation.start >= start:
            end = quotation.end
    return Span(start, end)


def _mode(ground: _Ground, parts: Sequence[Span], found: Attribution) -> Mode:
    """Direct where there is nothing but quotation, mixed where some words are quoted, else indirect."""
    if found.raw_label == "transcript":
        return "direct"
    if all(_is_quoted(ground, part) and ground.quotations_in(part)[0].start >= part.start for part in parts):
        return "direct"
    inner = [quotation for part in parts for quotation in ground.quotations_in(part) if part.contains(quotation)]
    return "mixed" if any(_is_said(quotation.of(ground.document.text)) for quotation in inner) else "indirect"


def _is_said(quoted: str) -> bool:
    """Whether quoted words are somebody's, and not a title's or a name's."""
    return any(word.strip(_OPENING + _CLOSING)[:1].islower() for word in quoted.split())


def _around(text: str, cue: Span, sentence: Span, parts: Sequence[Span]) -> str:
    """The words of the sentence about the cue that are not what is said."""
    reach = Span(max(sentence.start, cue.start - _REACH), min(sentence.end, cue.end + _REACH))
    pieces, place = [], reach.start
    for part in parts:
        if part.overlaps(reach):
            pieces.append(text[place : max(place, part.start)])
            place = max(place, min(part.end, reach.end))
    return " ".join([*pieces, text[place : reach.end]])


def _without_repeats(claims: Iterator[Claim]) -> list[Claim]:
    """The claims, one where several have the same words and the same speaker: that of the highest score."""
    best: dict[tuple[tuple[Span, ...], Span | None], Claim] = {}
    for claim in claims:
        key = (claim.parts, claim.speaker_span)
        if key not in best or best[key].score < claim.score:
            best[key] = claim
    return list(best.values())


def _without_hollow(text: str, claims: list[Claim]) -> list[Claim]:
    """The claims without those within others that are no speech: what one opposes or shows, as another says."""
    ordered = sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end, claim.cue_span or Span(-1, -1)))
    return [
        claim
        for number, claim in enumerate(ordered)
        if not claim.reason.endswith("judgement") or _parent(ordered, number) is None or _is_voiced(text, claim)
    ]


def _is_voiced(text: str, claim: Claim) -> bool:
    """Whether the cue is a verb for speaking out ("called", "accused") and not for where one stands."""
    words = claim.cue_span.of(text).lower().split() if claim.cue_span else []
    return any(word in FORMS and FORMS[word].lemma in _VOICED for word in words)


def _parent(claims: Sequence[Claim], number: int) -> int | None:
    """The smallest claim whose words contain all of this one's and more."""
    inner = claims[number]
    if inner.mode == "narration":
        return None
    for outer in range(number - 1, max(-1, number - 40), -1):
        candidate = claims[outer]
        if candidate.mode == "narration" or candidate.parts == inner.parts:
            continue
        if all(any(part.contains(own) for part in candidate.parts) for own in inner.parts):
            return outer
    return None


def _narration(ground: _Ground, attributed: Sequence[Claim]) -> Iterator[Claim]:
    """What the text says in its own voice: the sentences, or what is left of them, that no attribution covers."""
    document = ground.document
    covered = sorted(
        span for claim in attributed for span in (*claim.parts, *((claim.cue_span,) if claim.cue_span else ()))
    )
    sources = sorted(claim.speaker_span for claim in attributed if claim.speaker_span)
    starts = [span.start for span in covered]
    longest = max((span.end - span.start for span in covered), default=0)
    seen: set[str] = set()
    for sentence in document.sentences:
        kind = document.paragraphs[sentence.paragraph].kind
        words = sentence.span.of(document.text)
        is_repeat = len(words) > _LONG_REPEAT and words in seen
        seen.add(words)
        is_heading = kind == "heading" and sentence.paragraph > 0
        if kind in _SAYS_NOTHING or is_heading or is_repeat or sentence.paragraph in ground.repeated:
            continue
        first, last = bisect_left(starts, sentence.span.start - longest), bisect_left(starts, sentence.span.end)
        cover = [span for span in covered[first:last] if span.end > sentence.span.start]
        yield from _told(ground, sentence.span, cover, sources, kind)


def _told(
    ground: _Ground, sentence: Span, cover: Sequence[Span], sources: Sequence[Span], kind: str
) -> Iterator[Claim]:
    """The claims that one sentence makes in the text's own voice."""
    text = ground.document.text
    if not cover:
        if _is_quoted(ground, sentence):
            yield from _unattributed(ground, sentence, kind)
        elif _asserts(text, sentence, kind) and _WORD.search((piece := _trimmed(text, sentence)).of(text)):
            yield _narrated(text, piece, "sentence")
        return
    place = sentence.start
    for span in [*cover, Span(sentence.end, sentence.end)]:
        if span.start > place:
            piece = _without_speaker(text, _trimmed(text, Span(place, span.start)), sources)
            if piece.start < piece.end and _stands_alone(text, piece, sources):
                yield _narrated(text, piece, "rest of a sentence")
        place = max(place, span.end)


def _is_quoted(ground: _Ground, sentence: Span) -> bool:
    """Whether a sentence is nothing but quotation."""
    spans = ground.quotations_in(sentence)
    quoted = sum(min(span.end, sentence.end) - max(span.start, sentence.start) for span in spans)
    return bool(spans) and quoted >= sentence.end - sentence.start - 2


def _unattributed(ground: _Ground, sentence: Span, kind: str) -> Iterator[Claim]:
    """The claim of a quotation with no speaker in sight: somebody's words, and not the text's own."""
    text = ground.document.text
    parts = tuple(span for span in ground.quotations_in(sentence) if sentence.contains(span))
    if kind == "body" and parts and len(sentence.of(text).split()) >= _FEWEST_WORDS:
        yield replace(
            _narrated(text, parts[0], "quotation without a speaker"),
            parts=parts,
            mode="direct",
            raw_label="quotation",
            label="direct",
            score=_UNATTRIBUTED,
        )


def _asserts(text: str, sentence: Span, kind: str) -> bool:
    """Whether a sentence tells something: it is no question, no heading without a verb, no picture credit."""
    if sentence.end - sentence.start > _LONGEST_SENTENCE:
        return False
    words = sentence.of(text)
    if len(words.split()) < _FEWEST_WORDS or words.rstrip("\"”’')").endswith(("?", ":")):
        return False
    tokens = tuple(tokenise(words, 0, len(words))) if kind == "heading" else ()
    return kind != "heading" or any(is_verb(tokens, place) for place in range(1, len(tokens)))


def _without_speaker(text: str, piece: Span, sources: Sequence[Span]) -> Span:
    """A piece without the name at its end, the subject of the report that follows."""
    at = bisect_left(sources, Span(piece.end, piece.end)) - 1
    if at >= 0 and piece.start < sources[at].start and sources[at].end == piece.end:
        return _trimmed(text, Span(piece.start, sources[at].start))
    return piece


def _stands_alone(text: str, piece: Span, sources: Sequence[Span]) -> bool:
    """Whether what is left of a sentence is a clause of its own, and more than who spoke and when."""
    tokens = tuple(tokenise(text, piece.start, piece.end))
    at = bisect_left(sources, Span(piece.start, piece.start))
    named = sum(source.end - source.start for source in sources[at : at + 3] if piece.contains(source))
    if len(tokens) < _FEWEST_WORDS_LEFT_OVER or piece.end - piece.start - named < _SHORTEST_LEFT_OVER:
        return False
    opens = at < len(sources) and sources[at].start == piece.start
    if opens and is_clause_of_speaker(text[sources[at].end : piece.end]):
        return False
    if not text[piece.start].isupper() and tokens[0].low not in PRONOUNS | DETERMINERS:
        return False
    return any(is_verb(tokens, place) for place in range(1, len(tokens)))


def _trimmed(text: str, piece: Span) -> Span:
    """A piece without the marks and conjunctions at its edges."""
    head = _JOINT.match(text, piece.start, piece.end)
    start = head.end() if head else piece.start
    while start < piece.end and (text[start].isspace() or text[start] in ".)]"):
        start += 1
    tail = _JOINT_AT_END.search(text, max(start, piece.end - _EDGE), piece.end)
    end = tail.start() if tail else piece.end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,"):
        end -= 1
    return Span(start, end)


def _narrated(text: str, span: Span, reason: str) -> Claim:
    words = span.of(text)
    return Claim(
        parts=(span,),
        mode="narration",
        type=type_of(words, "", ""),
        polarity=polarity_of(words, ""),
        certainty=certainty_of(words, ""),
        raw_label="narration",
        label="narration",
        reason=reason,
    )
