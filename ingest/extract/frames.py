"""A tagger's frames made clean: whole words, on one line, nothing said twice, no cue that says nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.entities.evidence import noun_type
from ingest.extract.cues import FORMS
from ingest.lexicon.words import SPEECH_VERBS, listed
from ingest.sentences import whole_words
from ingest.tagger.tagger import Range, TaggedFrame

_GAP = 12
"""Characters between two parts of what is said that are no interruption."""
_SAME = 0.8
"""The share of the longer one's characters from which on two parts are the same words."""
_MOST = 0.6
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NO_CUES = listed(
    """
    a already also always am an and are as at be been being but by can could did do does even ever for from had
    has have he her his i in is it its just likely may might more most must never no not now of often on or our
    ought own recently s shall she should so some still such that the their them then there these they this those
    to too very was we were what when where which while who whom whose will with would you your isn't wasn't
    aren't weren't don't doesn't didn't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't
    """
)
"""Words that do not report by themselves; a cue holds another."""
_PRONOUNS = listed("he she they it we you i who which")
_BRACKET = "%)]"
_TITLE_ALONE = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.?")
_NAME_BEHIND = re.compile(r"\.? ?[A-Z][\w’'-]*\w")
_OWNING = ("'s ", "’s ")
_OWNED = 4
"""Words after "Lima's", with the cue among them where the saying is hers: "Lima's oft-repeated claim"."""
_ABOUT_OTHERS = listed("accusation accusations allegation allegations rumor rumors rumour rumours suspicion suspicions")
"""What is said of somebody by others: whose it is stands right beside it."""
_BESIDE = 14
"""Characters between such a noun and whose it is: "'s long-held ", " made by "."""
_ASKED = listed("asked told questioned pressed quizzed informed reminded challenged")
"""Verbs whose participle stands with whom something is said to: "Asked about the port, Lima …", "when told of it"."""
_ASKING = listed("when if after once being if while")
_SENT = listed("referred sent submitted reported forwarded addressed relayed delivered presented")
"""What is done with words or matters to whoever stands behind "to"."""
_TO = re.compile(r"\s+to\s+(?:the\s+)?")
_LEADING_ON = listed("also has have had is was were are later then now once again still today and but who which")


@dataclass(frozen=True, slots=True)
class Layout:
    """A text with its sentences and quotations, both in text order."""

    text: str
    sentences: Sequence[Range]
    quotations: Sequence[Range]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that begins last before ``place``, or there."""
        return bisect_right(self.sentences, place, key=lambda sentence: sentence[0]) - 1

    def by_sentence(self, span: Range) -> Iterator[Range]:
        """The stretches of a span that lie in one sentence each."""
        start = span[0]
        for number in range(self.sentence_at(span[0]) + 1, self.sentence_at(max(span[0], span[1] - 1)) + 1):
            end = start + len(self.text[start : self.sentences[number][0]].rstrip())
            if start < end:
                yield start, end
            start = self.sentences[number][0]
        end = start + len(self.text[start : span[1]].rstrip())
        if start < end:
            yield start, end

    def is_cut(self, span: Range) -> bool:
        """Whether a sentence ends within a span."""
        return self.sentence_at(span[0]) != self.sentence_at(span[1] - 1)

    def is_quoted(self, span: Range) -> bool:
        """Whether a span is most of a quotation, and but for a few characters no more."""
        number = bisect_right(self.quotations, span[0] + 1, key=lambda quotation: quotation[0]) - 1
        if number < 0:
            return False
        start, end = self.quotations[number]
        return span[1] <= end + 2 and span[1] - span[0] >= _MOST * (end - start)


def mended(frames: Sequence[TaggedFrame], layout: Layout) -> list[TaggedFrame]:
    """The frames that say something, in the order of their cues."""
    whole = [frame for found in frames for frame in _mended(found, layout)]
    return _each_once(_one_for_each_cue(whole))


def _mended(frame: TaggedFrame, layout: Layout) -> Iterator[TaggedFrame]:
    text = layout.text
    cue = whole_words(text, *frame.cue)
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text, *cue)]
    if not words or all(word in _NO_CUES for word in words):
        return
    source = _source(whole_words(text, *frame.source), text) if frame.source else None
    if source is not None and (
        _overlap(source, cue)
        or layout.is_cut(source)
        or _is_owner(text, source, cue)
        or _is_spoken_of(text, source, cue)
        or _is_spoken_to(text, source, cue)
        or _is_cut_short(text, source)
    ):
        source = None
    content = _content(replace(frame, cue=cue, source=source), layout)
    if content:
        yield replace(frame, cue=cue, source=source, content=content)


def _source(span: Range, text: str) -> Range | None:
    """Who speaks: a pronoun alone where the words begin with one, else without what only leads on to the cue."""
    if _TITLE_ALONE.fullmatch(text, *span) and (name := _NAME_BEHIND.match(text, span[1])):
        span = (span[0], name.end())
    words = [word.span() for word in _WORD.finditer(text, *span)]
    if words and _is_pronoun(text[slice(*words[0])]):
        return words[0]
    while words and text[slice(*words[-1])] in _LEADING_ON:
        words.pop()
    if not words:
        return None
    is_whole = words[-1][1] + 1 >= span[1] or not text[words[-1][1] : span[1]].strip(_BRACKET)
    return span[0], span[1] if is_whole else words[-1][1]


def _is_owner(text: str, source: Range, cue: Range) -> bool:
    """Whether a name only tells whose somebody or something is: "Lima's lawyer, who spoke later, said"."""
    if not text.startswith(_OWNING, source[1]) or _is_pronoun(text[slice(*source)]):
        return False
    return cue[0] < source[0] or len(text[source[1] : cue[0]].split()) > _OWNED


def _is_spoken_of(text: str, source: Range, cue: Range) -> bool:
    """Whether a name is not of those who say what is said of somebody: "Lima faces suspicions that he lied"."""
    if text[slice(*cue)].lower().split()[0] not in _ABOUT_OTHERS:
        return False
    return _distance(source, cue) > _BESIDE or not (cue[0] < source[0] or text.startswith(_OWNING, source[1]))


def _is_spoken_to(text: str, source: Range, cue: Range) -> bool:
    """Whether a name is of those asked or told, or whom something is sent to: "Lima, asked about it, left"."""
    words = text[slice(*cue)].lower().split()
    is_behind = source[0] >= cue[1]
    between = text[cue[1] : source[0]] if is_behind else text[source[1] : cue[0]].strip()
    if is_behind and words[-1] in _SENT:
        return bool(_TO.fullmatch(between))
    leads = [*words[1:], *between.split()] if is_behind and words[0] in SPEECH_VERBS else []
    if leads == ["to"]:
        return True  # "“It is late” said to Radio Harbour"
    before = text[: cue[0]].split()[-1:]
    is_when = words[0] in _ASKING or (bool(before) and before[0].lower() in _ASKING)
    if next((word for word in words if word not in _ASKING), "") not in _ASKED or between.split()[-1:] == ["by"]:
        return False
    is_beside = between == "," and "," not in text[slice(*source)]
    return is_when or is_beside or (is_behind and "," in between and text[cue[0]].isupper())


def _is_cut_short(text: str, source: Range) -> bool:
    """Whether the words are an article and an adjective, and the noun behind them reports ("a real fear")."""
    words = text[slice(*source)].split()
    follows = _WORD.match(text, source[1] + 1)
    if len(words) != 2 or words[0].lower() not in ("a", "an") or follows is None or text[source[1]] != " ":
        return False
    noun = FORMS.get(follows[0])
    return noun is not None and noun.form == "base" and noun_type(words[1]) is None


def _is_pronoun(word: str) -> bool:
    """Whether a word is a pronoun and no acronym ("WHO", "IT")."""
    return word.lower() in _PRONOUNS and (word == "I" or not word.isupper())


def _content(frame: TaggedFrame, layout: Layout) -> tuple[Range, ...]:
    """The parts of what is said: cut between sentences, those that only a few characters part joined.

    Of other sentences than the cue's only quotations are kept: what is not quoted is reported in one sentence.
    """
    pieces = [piece for part in frame.content for piece in layout.by_sentence(whole_words(layout.text, *part))]
    kept = [piece for piece in pieces if not _overlap(piece, frame.cue)]
    near = {piece for piece in kept if layout.sentence_at(piece[0]) == layout.sentence_at(frame.cue[0])}
    if near:
        kept = [piece for piece in kept if piece in near or layout.is_quoted(piece)]
    elif kept:
        first = layout.sentence_at(kept[0][0])
        kept = [piece for piece in kept if layout.sentence_at(piece[0]) == first or layout.is_quoted(piece)]
    between = [frame.cue, *([frame.source] if frame.source else [])]
    parts: list[Range] = []
    for start, end in kept:
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(parts[-1][1], end))
            continue
        gap = (parts[-1][1], start) if parts else (0, 0)
        is_apart = not parts or gap[1] - gap[0] > _GAP or any(_overlap(gap, place) for place in between)
        if is_apart or layout.is_cut((gap[0] - 1, gap[1] + 1)):
            parts.append((start, end))
        else:
            parts[-1] = (parts[-1][0], end)
    if len(parts) > 1 and _is_placeholder(layout.text[slice(*parts[0])], layout.text[slice(*parts[1])]):
        parts.pop(0)
    return tuple(parts)


def _is_placeholder(first: str, second: str) -> bool:
    """Whether a part only holds the place of what is said ("It is said that it holds", not "It is said to hold")."""
    return first.lower() == "it" and not second.startswith("to ")


def _overlap(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _one_for_each_cue(frames: Sequence[TaggedFrame]) -> list[TaggedFrame]:
    """The frames, of those whose cues overlap the surest."""
    kept: list[TaggedFrame] = []
    for frame in sorted(frames, key=lambda frame: frame.cue):
        rival = kept[-1] if kept and _overlap(kept[-1].cue, frame.cue) else None
        if rival is None:
            kept.append(frame)
        elif frame.cue_score > rival.cue_score:
            kept[-1] = frame
    return kept


def _each_once(frames: Sequence[TaggedFrame]) -> list[TaggedFrame]:
    """The frames, each part of what is said left to the cue nearest to it where two claim the same."""
    owners = sorted((part, number) for number, frame in enumerate(frames) for part in frame.content)
    starts = [part[0] for part, _ in owners]
    kept = []
    for number, frame in enumerate(frames):
        rest = []
        for part in frame.content:
            reach = int((part[1] - part[0]) * (1 - _SAME) / _SAME) + 1
            near = owners[bisect_left(starts, part[0] - reach) : bisect_right(starts, part[0] + reach)]
            twins = [(frames[owner], twin) for twin, owner in near if owner != number]
            if not any(_share(part, twin) >= _SAME and _is_nearer(other, frame, part) for other, twin in twins):
                rest.append(part)
        kept.append(replace(frame, content=tuple(rest)))
    return [frame for frame in kept if frame.content]


def _is_nearer(other: TaggedFrame, frame: TaggedFrame, part: Range) -> bool:
    """Whether another frame's cue is nearer to a part that both claim, or as near and surer; none within it is."""
    if part[0] <= other.cue[0] and other.cue[1] <= part[1]:
        return False
    return (_distance(other.cue, part), -other.cue_score, other.cue) < (
        _distance(frame.cue, part),
        -frame.cue_score,
        frame.cue,
    )


def _share(a: Range, b: Range) -> float:
    """The common characters of two spans as a share of the longer one."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(a[1] - a[0], b[1] - b[0])


def _distance(cue: Range, part: Range) -> int:
    return max(0, part[0] - cue[1], cue[0] - part[1])
