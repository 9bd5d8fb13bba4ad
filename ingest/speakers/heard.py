"""Who has spoken and acted so far, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ingest.document import Document
from ingest.lexicon.words import SPEECH_VERBS
from ingest.relations.roles import Place
from ingest.speakers.phrases import Phrase
from ingest.speakers.subjects import descriptions, is_quoted, subjects
from ingest.words import Words
from kg.model import Claim, Span

_REACH = 3
"""Paragraphs: a pronoun reaches no further back."""
_FAR = 12
"""Sentences: nobody is looked for further back."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who spoke, or only acted, in a sentence."""

    who: int
    sentence: int
    spoke: bool


def is_dropped(text: str, claim: Claim) -> bool:
    """Whether a claim leaves its subject out: a quotation with a cue alone, a cue that opens a sentence ("Adds …")."""
    if claim.cue_span is None or claim.speaker_span is not None:
        return False
    cue = claim.cue_span.of(text)
    return claim.mode == "direct" or (cue[0].isupper() and cue.split()[0].lower() in SPEECH_VERBS)


class Heard:
    """The speakers and subjects of one article's sentences; filled claim by claim in text order."""

    def __init__(
        self,
        document: Document,
        words: Words,
        named: Sequence[Place],
        role: Callable[[Phrase], int | None],
        is_person: Callable[[int], bool],
    ) -> None:
        self._document = document
        self._words = words
        self._role = role
        self._starts = [sentence.span.start for sentence in document.sentences]
        self._people: dict[int, set[int]] = defaultdict(set)
        for place in named:
            start = words.span(place.first, place.first).start
            if is_person(place.referent) and not is_quoted(document, start):
                self._people[self.sentence(start)].add(place.referent)
        self._subjects = subjects(document, words, named, self.sentence, is_person)
        self._descriptions = descriptions(words, self.sentence)
        self._speakers: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def note(self, claim: Claim) -> None:
        """Take in who speaks in a claim; claims within claims are passed over."""
        if claim.speaker is not None and claim.parent is None:
            anchor = (claim.cue_span or claim.parts[0]).start
            self._speakers[self.sentence(anchor)].append((anchor, claim.speaker))

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def people(self, sentence: int) -> set[int]:
        """The people whom a sentence names outside of quotations."""
        return self._people[sentence]

    def paragraph(self, sentence: int) -> int:
        """The number of a sentence's paragraph."""
        return self._document.sentences[sentence].paragraph

    def before(self, offset: int, said: Sequence[Span] = ()) -> Iterator[Turn]:
        """Who spoke or acted before ``offset``, nearest first; who acts in what is ``said`` there is passed over.

        Of one sentence whoever spoke comes before whoever acts: "Ana Lima is among those who say so".
        """
        sentence = self.sentence(offset)
        for number in range(sentence, max(-1, sentence - _FAR), -1):
            if self._document.paragraphs[self.paragraph(number)].kind in ("caption", "boilerplate"):
                continue
            speaker = next((who for at, who in reversed(self._speakers.get(number, [])) if at < offset), None)
            if speaker is not None:
                yield Turn(speaker, number, spoke=True)
            subject = self.subject(number, offset, said)
            if subject is not None and subject != speaker:
                yield Turn(subject, number, spoke=False)

    def near(self, offset: int, said: Sequence[Span] = ()) -> Iterator[tuple[Turn, bool]]:
        """Who spoke or acted in this paragraph and the few before it, and whether in this one, but for the ``said``."""
        if not self._document.sentences:
            return
        paragraph = self.paragraph(self.sentence(offset))
        for turn in self.before(offset, said):
            distance = paragraph - self.paragraph(turn.sentence)
            if distance >= _REACH:
                return
            yield turn, distance == 0

    def speakers(self, offset: int) -> Iterator[int]:
        """Who spoke before ``offset``, the last first."""
        sentence = self.sentence(offset)
        for number in range(sentence, max(-1, sentence - _FAR), -1):
            yield from (who for at, who in reversed(self._speakers.get(number, ())) if at < offset)

    def subject(self, sentence: int, offset: int, said: Sequence[Span] = ()) -> int | None:
        """Who acts first in a sentence: a name, or a description of somebody known ("The expert sees …")."""
        named = [first for first in self._subjects.get(sentence, [])[:1] if first[0] < offset]
        described = self._descriptions.get(sentence)
        if any(part.start <= first[0] < part.end for first in named for part in said):
            return None
        if described is not None and (not named or named[0][0] > self._words.starts[described.first]):
            who = self._role(described)
            if who is not None and self._words.span(described.first, described.first).start < offset:
                return who
        return named[0][1] if named else None

    def is_quotation_alone(self, paragraph: int) -> bool:
        """Whether a paragraph holds quotation and little else."""
        span: Span = self._document.paragraphs[paragraph].span
        quoted = sum(
            min(quotation.end, span.end) - max(quotation.start, span.start)
            for quotation in self._document.quotations
            if quotation.overlaps(span)
        )
        return quoted * 10 >= 8 * (span.end - span.start)
