"""An article as a page to read: its text block by block with the marks in it, and below each what was found there."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document, lay_out
from ingest.show.marks import Group, Mark, MarkKind, claim_names, grouped, marks, runs
from ingest.show.notation import Notation
from ingest.show.visible import visible
from ingest.show.wording import Wording, Words
from kg.model import MODES, Article, Claim, Extraction, Mention, Span

LONGEST_BLOCK = 900
"""Characters of a paragraph after which the next sentence begins a block of its own, so that notes stay near."""

EDGE = "  "
NOTE = 13
NESTED = 4
"""What sets notes off from the text; columns: where a note's words begin, and how much further in one level down."""

LEGEND: tuple[tuple[MarkKind, str], ...] = (
    ("speaker", "who says it"),
    ("cue", "the words that say so"),
    ("claim", "what is said"),
    ("person", "a name"),
    ("figure", "a figure"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line to print, to be wrapped to the width there is.

    ``indent`` is where its words begin; ``margin`` stands to the left of them in its first row.
    """

    words: tuple[Words, ...] = ()
    indent: int = 0
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or some sentences of a long one. ``kind`` is that of a paragraph which is no prose."""

    span: Span
    kind: str = ""


def legend(notation: Notation) -> Line:
    """What the marks mean, in those same marks."""
    words: list[Words] = []
    for kind, about in LEGEND:
        group = Group(Span(0, 0), (Mark(Span(0, 0), kind, "1" if kind in ("speaker", "cue", "claim") else ""),))
        words += [*_opened(group, notation), Words(about, kind), *_closed(group, notation), Words("   ")]
    return Line(tuple(words[:-1]), NOTE, f"{EDGE}marks")


def page(article: Article, extraction: Extraction, notation: Notation, *, narration: bool = False) -> Iterator[Line]:
    """The lines of an article: a heading, its text with what was found, and a summary.

    ``narration`` adds the claims that the text makes in its own voice.
    """
    blocks = blocks_of(lay_out(article.text))
    spans = [block.span for block in blocks]
    notes = _notes(article, extraction, spans, narration=narration)
    yield from _heading(article)
    for block, groups, below in zip(blocks, grouped(marks(extraction, narration=narration), spans), notes, strict=True):
        kind = [Words(f"{notation.label(block.kind)} ", "dim")] if block.kind else []
        yield Line()
        yield Line((*kind, *_marked(article.text, block.span, groups, notation)))
        yield from below
    yield Line()
    yield from _summary(extraction)


def blocks_of(document: Document) -> list[Block]:
    """The blocks of a text: its paragraphs, the long ones cut between sentences. They leave out white space alone."""
    sentences: list[list[Span]] = [[] for _ in document.paragraphs]
    for sentence in document.sentences:
        sentences[sentence.paragraph].append(sentence.span)
    blocks = []
    for paragraph, inside in zip(document.paragraphs, sentences, strict=True):
        start = paragraph.span.start
        for span in inside:
            if start < span.start and span.end - start > LONGEST_BLOCK:
                blocks.append(Block(Span(start, span.start)))
                start = span.start
        blocks.append(Block(Span(start, paragraph.span.end), "" if paragraph.kind == "body" else paragraph.kind))
    return blocks


def _marked(text: str, block: Span, groups: Sequence[Group], notation: Notation) -> Iterator[Words]:
    """The words of a block between their marks."""
    for run in runs(block, groups):
        words = notation.plain(visible(run.span.of(text)))
        space = len(words) - len(words.lstrip(" ")) if run.opens else 0
        yield Words(words[:space])  # a mark that goes on where another ended begins at its next word
        for group in run.opens:
            yield from _opened(group, notation)
        yield Words(words[space:], " ".join(mark.kind for group in run.inside for mark in group.marks))
        for group in run.closes:
            yield from _closed(group, notation)


def _opened(group: Group, notation: Notation) -> list[Words]:
    before = notation.before(group)
    return [Words(before, f"{group.marks[0].kind} mark")] if before else []


def _closed(group: Group, notation: Notation) -> list[Words]:
    after = notation.after(group)
    return [Words(after, f"{group.marks[0].kind} mark")] if after else []


def _heading(article: Article) -> Iterator[Line]:
    """Title and origin; what was read off the text itself is told apart."""
    yield Line((Words(visible(article.title or article.source), "title"),))
    facts = {
        "source": article.source if article.title else None,
        "publisher": article.publisher,
        "authors": ", ".join(article.authors),
        "date": article.date,
        "wire": article.wire,
        "language": article.language,
        "url": article.url if article.url != article.source else None,
    }
    told = [
        f"{visible(value)}{' (inferred)' if name in article.inferred else ''}" for name, value in facts.items() if value
    ]
    if told:
        yield Line((Words(" · ".join(told), "dim"),))


def _notes(article: Article, extraction: Extraction, blocks: Sequence[Span], *, narration: bool) -> list[list[Line]]:
    """For each block, the notes on the claims, figures, relations and names that begin in it."""
    starts = [block.start for block in blocks]
    notes: list[list[Line]] = [[] for _ in blocks]
    names = claim_names(extraction.claims)
    wording = Wording.of(article, extraction, names)

    def below(span: Span) -> list[Line]:
        return notes[max(0, bisect_right(starts, span.start) - 1)]

    for root, number, depth in _in_order(extraction.claims, narration=narration):
        claim, indent = extraction.claims[number], NOTE + NESTED * depth
        below(extraction.claims[root].span).extend(
            (
                Line(tuple(wording.claim(claim)), indent, f"{' ' * (indent - NOTE)}{EDGE}claim {names[number]}"),
                Line(tuple(wording.reason(claim)), indent),
            )
        )
    for figure in extraction.figures:
        below(figure.span).append(Line(tuple(wording.figure(figure)), NOTE, f"{EDGE}figure"))
    for relation in extraction.relations:
        below(relation.span).append(Line(tuple(wording.relation(relation)), NOTE, f"{EDGE}relation"))
    named: list[list[Mention]] = [[] for _ in blocks]
    for mention in extraction.mentions:
        named[max(0, bisect_right(starts, mention.span.start) - 1)].append(mention)
    for lines, mentions in zip(notes, named, strict=True):
        if mentions:
            lines.append(Line(tuple(wording.mentions(mentions)), NOTE, f"{EDGE}names"))
    return notes


def _in_order(claims: Sequence[Claim], *, narration: bool) -> Iterator[tuple[int, int, int]]:
    """Each claim to show, those embedded in it right behind it: the outermost one's number, its own, and its depth."""
    shown = {number for number, claim in enumerate(claims) if narration or claim.mode != "narration"}
    inner: dict[int | None, list[int]] = {}
    for number in sorted(shown):
        parent = claims[number].parent
        inner.setdefault(parent if parent in shown else None, []).append(number)
    waiting = [(number, number, 0) for number in reversed(inner.get(None, []))]
    while waiting:
        root, number, depth = waiting.pop()
        yield root, number, depth
        waiting += [(root, child, depth + 1) for child in reversed(inner.get(number, []))]


def _summary(extraction: Extraction) -> Iterator[Line]:
    """How many of what there are, and what found them."""
    modes: Counter[str] = Counter(claim.mode for claim in extraction.claims)
    attributed = [claim for claim in extraction.claims if claim.mode != "narration"]
    by_mode = ", ".join(f"{modes[mode]} {mode}" for mode in MODES if modes[mode] and mode != "narration")
    speakers = {claim.speaker for claim in attributed} - {None}
    nobody = sum(claim.speaker is None for claim in attributed)
    counts = (
        f"{_counted(len(attributed), 'attributed claim')}{f' ({by_mode})' if by_mode else ''}",
        f"{modes['narration']} in the text's own voice",
        _counted(len(speakers), "speaker"),
        f"{_counted(nobody, 'claim')} without one" if nobody else "",
        _counted(sum(referent.named for referent in extraction.referents), "name"),
        _counted(len(extraction.figures), "figure"),
        _counted(len(extraction.relations), "relation"),
    )
    yield Line((Words(" · ".join(filter(None, counts))),), NOTE, f"{EDGE}found")
    yield Line((Words(f"{visible(extraction.extractor)} {visible(extraction.version)}"),), NOTE, f"{EDGE}by")


def _counted(number: int, one: str) -> str:
    return f"{number} {one if number == 1 else one + 's'}"
