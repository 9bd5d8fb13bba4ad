"""What a text points to as evidence without a name of its own: data, studies, cases, and sources that somebody cites.

"International evidence shows", "according to figures of the central bank", "citing the case of Norway", "in a report",
"citing police sources": each becomes a referent, unless it is one already.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.lexicon.evidence import (
    CASE_NOUNS,
    EVIDENCE_NOUNS,
    MEDIUM_NOUNS,
    POINTING,
    SHOWING_VERBS,
    SOURCE_NOUNS,
)
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import FUNCTION, SPEECH_VERBS, listed
from ingest.relations.roles import named_at, places
from ingest.speakers.phrases import DEFINITE, singular
from ingest.words import Words, fold
from kg.model import Mention, Referent, Span

_DETERMINERS = DEFINITE | listed("a an his her its their our my another other some several two three many new")
_NOTHING = listed("no little any scant insufficient lack without not")
_TIES = listed("of from by on about for at in")
_FOREIGN = listed("international foreign european asian african american other recent similar")
_ILLUSTRATING = {"such": "as", "like": None, "as": "in", "including": None, "them": None}
_SKIPPED = listed("also now clearly that which has have consistently already itself")
_PLAIN_VERBS = listed("believe think say claim argue know cite use see")
_EVIDENCE = EVIDENCE_NOUNS | {f"{noun}s" for noun in EVIDENCE_NOUNS} | {"studies", "analyses", "inquiries", "surveys"}
_TELLING = _EVIDENCE | POINTING.keys() | _ILLUSTRATING.keys() | {"in"}
"""The words at which something may be pointed to."""
_LONGEST = 8
_LONGEST_COMPLEMENT = 9


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase, its determiner left out: first and last word, its head, whether it is told by more than that."""

    first: int
    head: int
    last: int
    determiner: str


def pointed(
    words: Words, referents: Sequence[Referent], mentions: Sequence[Mention]
) -> tuple[tuple[Referent, ...], tuple[Mention, ...], frozenset[Span]]:
    """The referents and mentions with those of evidence, and the spans of the mentions that are cited.

    Mentions stay in text order. Documents are cited wherever they are named, so their spans are not among the cited.
    """
    return _Search(words, referents, mentions).run()


class _Search:
    """A search through the words of an article; holds what it has found."""

    def __init__(self, words: Words, referents: Sequence[Referent], mentions: Sequence[Mention]) -> None:
        self.words = words
        self.named = places(words, mentions)
        self.referents = list(referents)
        self.by_span = {mention.span: mention for mention in mentions}
        documents = [mention for mention in mentions if referents[mention.referent].type == "document"]
        self.documents = sorted(documents, key=lambda mention: mention.span)
        self.cited: set[Span] = set()

    def run(self) -> tuple[tuple[Referent, ...], tuple[Mention, ...], frozenset[Span]]:
        """What `pointed` gives back."""
        for index, low in enumerate(self.words.lows):
            if low in _TELLING and not self.words.headline[index]:
                self._at(index)
        mentions = tuple(self.by_span[span] for span in sorted(self.by_span))
        return tuple(self.referents), mentions, frozenset(self.cited)

    def _at(self, index: int) -> None:
        """Takes what one word points to, or what it shows."""
        words, low = self.words, self.words.lows[index]
        if low in POINTING and (start := self._behind(index, POINTING[low])) is not None:
            self._cite(start)
        elif low == "in" and (phrase := self._phrase(index + 1)) is not None:
            if phrase.determiner and singular(words.lows[phrase.head]) in MEDIUM_NOUNS:
                self._document(phrase)
        elif low in _ILLUSTRATING and (start := self._behind(index, _ILLUSTRATING[low])) is not None:
            phrase = self._phrase(start)
            if phrase is not None and self._is_case(phrase):
                self._document(phrase)
        elif self._is_evidence(index) and self._shows(index):
            self._document(self._ending(index))

    def _behind(self, index: int, particle: str | None) -> int | None:
        """The word behind a word and its particle."""
        start = index + 1
        if particle is not None:
            if start >= len(self.words) or not self.words.joined[start] or self.words.lows[start] != particle:
                return None
            start += 1
        return start if start < len(self.words) and self.words.joined[start] else None

    def _cite(self, start: int) -> None:
        """Takes what stands behind a word that points to it: evidence, a case, sources, or somebody by name."""
        words, phrase = self.words, self._phrase(start)
        if phrase is None or any(words.lows[place] in _NOTHING for place in range(start, phrase.head)):
            return
        head = words.lows[phrase.head]
        name = named_at(self.named, phrase.head)
        if self._is_evidence(phrase.head) or self._is_case(phrase):
            self._document(phrase)
        elif name is not None and name.last == phrase.head and name.first == phrase.first:
            if words.lows[start - 1] != "to" and not words.possessive[name.last]:
                self.cited.add(words.span(name.first, name.last))
        elif head in SOURCE_NOUNS and words.lows[start - 1] != "to":
            self._sources(phrase)

    def _is_evidence(self, index: int) -> bool:
        return self.words.lows[index] in _EVIDENCE and named_at(self.named, index) is None

    def _is_case(self, phrase: _Phrase) -> bool:
        """Whether a phrase is a case, an example or the like, of a place, a person or a body ("the Danish case")."""
        words = self.words
        if singular(words.lows[phrase.head]) not in CASE_NOUNS:
            return False
        tells = range(phrase.first, phrase.last + 1)
        return any(
            named_at(self.named, place) is not None
            or words.words[place] in DEMONYMS
            or (place < phrase.head and words.lows[place] in _FOREIGN)
            for place in tells
        )

    def _shows(self, index: int) -> bool:
        """Whether evidence is said to show something: a verb of showing behind the noun and its complement."""
        words = self.words
        if index and words.lows[index - 1] in _NOTHING and words.joined[index]:
            return False
        place = self._complement(index) + 1
        while place < len(words) and words.joined[place] and _is_skipped(words, place):
            place += 1
        return place < len(words) and words.joined[place] and words.lows[place] in SHOWING_VERBS

    def _phrase(self, start: int) -> _Phrase | None:
        """The noun phrase that begins at a word."""
        words = self.words
        if start >= len(words) or not words.joined[start]:
            return None
        first = start
        while first < len(words) and words.lows[first] in _DETERMINERS and (first == start or words.joined[first]):
            first += 1
        determiner = words.lows[start] if first > start else ""
        head = first - 1
        while head + 1 < len(words) and head - first < _LONGEST and (head < first or self._goes_on(head + 1)):
            if head < first and (words.lows[first] in FUNCTION or not words.joined[first]):
                return None
            name = named_at(self.named, head + 1)
            head = max(head + 1, name.last if name is not None else 0)
        return _Phrase(first, head, self._complement(head), determiner) if head >= first else None

    def _goes_on(self, place: int) -> bool:
        """Whether a word continues the noun phrase before it."""
        words, low = self.words, self.words.lows[place]
        if named_at(self.named, place) is not None:
            return self._follows(place)
        is_clause = words.words[place].islower() and low.endswith(("ing", "ed")) and low not in EVIDENCE_NOUNS
        return (
            self._follows(place) and low not in FUNCTION and low not in SPEECH_VERBS | SHOWING_VERBS and not is_clause
        )

    def _follows(self, place: int) -> bool:
        return self.words.joined[place] or (
            self.words.possessive[place - 1] and self.words.before(place) in ("’s ", "'s ", "’ ", "' ")
        )

    def _complement(self, head: int) -> int:
        """The last word of a noun phrase with what is tied to its head ("of the central bank")."""
        words, last = self.words, head
        while last + 2 < len(words) and words.joined[last + 1] and words.lows[last + 1] in _TIES:
            tied = self._tied(last + 2)
            if tied is None or tied - head > _LONGEST_COMPLEMENT:
                break
            last = tied
        return last

    def _tied(self, place: int) -> int | None:
        """The last word of the plain noun phrase that begins at a word."""
        words = self.words
        while place < len(words) and words.joined[place] and words.lows[place] in _DETERMINERS:
            place += 1
        if place >= len(words) or not words.joined[place] or words.lows[place] in FUNCTION | SHOWING_VERBS:
            return None
        name = named_at(self.named, place)
        last = name.last if name is not None else place
        while last + 1 < len(words) and self._goes_on(last + 1):
            name = named_at(self.named, last + 1)
            last = max(last + 1, name.last if name is not None else 0)
        return last

    def _ending(self, head: int) -> _Phrase:
        """The noun phrase whose head is given, read backwards."""
        words, first = self.words, head
        while first and head - first < _LONGEST and self._follows(first) and self._belongs(first - 1):
            name = named_at(self.named, first - 1)
            first = name.first if name is not None else first - 1
        determiner = words.lows[first - 1] if first and words.joined[first] else ""
        return _Phrase(first, head, self._complement(head), determiner if determiner in _DETERMINERS else "")

    def _belongs(self, place: int) -> bool:
        low = self.words.lows[place]
        if named_at(self.named, place) is not None:
            return True
        return low not in FUNCTION and low not in SPEECH_VERBS | _PLAIN_VERBS and low not in _DETERMINERS

    def _document(self, phrase: _Phrase) -> None:
        """Takes a phrase as a document: one that is told already, one named before, else one without a name."""
        words, span = self.words, self.words.span(phrase.first, phrase.last)
        if any(True for _ in self._overlapping(span)):
            return
        known = self._before(phrase) if phrase.determiner in DEFINITE and phrase.last == phrase.head else None
        if known is None:
            known = len(self.referents)
            text = " ".join(words.text(phrase.first, phrase.last).split())
            self.referents.append(Referent("document", text, named=False))
        self._mention(span, known, is_document=True)

    def _sources(self, phrase: _Phrase) -> None:
        """Takes a phrase as unnamed people who are cited."""
        words, span = self.words, self.words.span(phrase.first, phrase.last)
        is_group = words.lows[phrase.head].endswith("s") or words.lows[phrase.head] == "people"
        self.cited.add(span)
        if span not in self.by_span:
            text = " ".join(words.text(phrase.first, phrase.last).split())
            kind = Referent("organisation" if is_group else "person", text, named=False, group=is_group)
            self.referents.append(kind)
            self._mention(span, len(self.referents) - 1)

    def _mention(self, span: Span, referent: int, *, is_document: bool = False) -> None:
        mention = Mention(span, referent, "nominal")
        if self.by_span.setdefault(span, mention) is mention and is_document:
            self.documents.insert(bisect_left(self.documents, span, key=lambda known: known.span), mention)

    def _overlapping(self, span: Span) -> Iterator[Mention]:
        """The mentions of documents that share words with a span."""
        place = bisect_left(self.documents, span, key=lambda known: known.span)
        return (known for known in self.documents[max(0, place - 2) : place + 2] if known.span.overlaps(span))

    def _before(self, phrase: _Phrase) -> int | None:
        """The document named or described nearest before, of which a definite phrase is another mention."""
        head = singular(self.words.lows[phrase.head])
        start = self.words.span(phrase.first, phrase.first).start
        place = bisect_left(self.documents, Span(start, start), key=lambda known: known.span)
        for mention in reversed(self.documents[:place]):
            referent = self.referents[mention.referent]
            if head in map(singular, fold(referent.name).split()):
                return mention.referent
        return None


def _is_skipped(words: Words, place: int) -> bool:
    """Whether a word may stand between evidence and the verb that says what it shows."""
    return words.lows[place] in _SKIPPED or (words.lows[place].endswith("ly") and words.words[place].islower())
