"""Who says "I", "we" and "you": the speaker of a quotation, the person of an interview, the author."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from ingest.coreference.compatible import Entity
from ingest.coreference.expressions import Expression
from ingest.document import Document
from ingest.lexicon.pronouns import FIRST, FIRST_PLURAL, SECOND
from ingest.lexicon.words import SPEECH_VERBS

_QUESTIONS = 3
"""So many paragraphs that end in a question make an interview."""
_QUESTION = re.compile(r"\?[\"”’')]*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 60

Voice = tuple[str, int]


class Voices:
    """The pronouns of the first and second person of a document, by who speaks where they stand."""

    def __init__(
        self,
        document: Document,
        read: Sequence[Expression],
        entities: Mapping[int, Entity],
        join: Callable[[Expression, Expression], None],
    ) -> None:
        self._document = document
        self._read = read
        self._entities = entities
        self._join = join
        text = document.text
        self._asks = [bool(_QUESTION.search(paragraph.span.of(text))) for paragraph in document.paragraphs]
        body = sum(paragraph.kind == "body" for paragraph in document.paragraphs)
        self._is_interview = sum(self._asks) >= _QUESTIONS and len(document.quotations) < body
        self._outside = [one for one in read if (one.quotation < 0 and one.kind != "pronoun") or one.type == "person"]
        self._starts = [one.span.start for one in self._outside]

    def join(self) -> None:
        """Join the pronouns of one voice, and each voice with the words for its speaker where they are told."""
        last: dict[tuple[str, Voice], Expression] = {}
        for one in self._read:
            group = _group(one)
            if not group:
                continue
            voice = self._voice(one)
            if group == "you" and voice == ("asker", 0):
                group, voice = "i", ("answerer", 0)
            key = group, voice
            if key in last:
                self._join(last[key], one)
            elif group == "i" and voice[0] == "quotation":
                speaker = self._speaker(voice[1])
                if speaker is not None:
                    self._join(speaker, one)
            last[key] = one
        answers = last.get(("i", ("answerer", 0)))
        if answers is not None:
            person = self._interviewed()
            if person is not None:
                self._join(person, answers)

    def _voice(self, one: Expression) -> Voice:
        if one.quotation >= 0:
            return "quotation", one.quotation
        if self._is_interview:
            return ("asker", 0) if self._asks[one.paragraph] else ("answerer", 0)
        return "author", 0

    def _interviewed(self) -> Expression | None:
        """The person who is named most often, where somebody is."""
        counts: Counter[int] = Counter()
        named: dict[int, Expression] = {}
        for one in self._read:
            entity = self._entities[one.number]
            if one.kind == "name" and "person" in entity.types:
                counts[id(entity)] += 1
                named.setdefault(id(entity), one)
        (best, count) = max(counts.items(), key=lambda item: item[1], default=(0, 0))
        return named[best] if count > 1 else None

    def _speaker(self, number: int) -> Expression | None:
        """The words for who speaks in a quotation: those beside a verb of saying before or behind it."""
        quotation = self._document.quotations[number]
        text = self._document.text
        place = bisect_left(self._starts, quotation.end)
        for one in self._outside[place : place + 3]:
            between = text[quotation.end : one.span.start]
            if len(between) > _NEAR or "." in between or "\n" in between:
                break
            if one.quotation < 0 and (_says(between) or _says(text[one.span.end : one.span.end + 20].split(",")[0])):
                return one
        for one in reversed(self._outside[max(0, place - 8) : place]):
            if one.quotation >= 0 or one.span.end > quotation.start:
                continue
            between = text[one.span.end : quotation.start]
            if len(between) > 2 * _NEAR or "\n" in between or ". " in between:
                break
            if one.is_top and _says(between):
                return one
        return None


def _group(one: Expression) -> str:
    """The person of a pronoun of the first or second person, nothing for others."""
    if one.kind != "pronoun":
        return ""
    low = one.words[0]
    return "i" if low in FIRST else "we" if low in FIRST_PLURAL else "you" if low in SECOND else ""


def _says(text: str) -> bool:
    return any(word in SPEECH_VERBS for word in _WORD.findall(text.lower()))
