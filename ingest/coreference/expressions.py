"""What a referring expression says of itself: its head, whether it is a name, its number, gender and kind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.coreference.surroundings import BOUNDS, acts, is_free, suffers
from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.figures.nouns import is_plural, singular
from ingest.lexicon.first_names import FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.gazetteer import ORGANISATIONS, PLACES
from ingest.lexicon.pronouns import (
    FEMALE,
    FIRST,
    FIRST_PLURAL,
    INDEFINITE,
    MALE,
    MEN,
    PLURAL,
    POSSESSIVE,
    PRONOUNS,
    REFLEXIVE,
    SECOND,
    WOMEN,
)
from ingest.lexicon.words import (
    COMMON,
    FEMALE_TITLES,
    FUNCTION,
    HEADS_FIRST,
    HEADS_LAST,
    MALE_TITLES,
    PLACE_HEADS,
    TITLES,
    listed,
)
from ingest.words import fold
from kg.model import EntityType, Span

Kind = Literal["name", "nominal", "pronoun"]
Gender = Literal["f", "m", ""]

_DETERMINERS = listed("the a an this that these those his her its their my our your some any no every each all both")
_INDEFINITE_DETERMINERS = listed(
    "a an some any no every each many most several few two three four five six seven eight nine ten more other another"
)
_NUMBERS = listed("many most several few two three four five six seven eight nine ten hundreds thousands millions all")
_MANY = listed("people police men women children folk others majority public youth clergy team")
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-‑&.’'](?=[^\W_])[^\W_]+)*|[,;:()—–-]|[@#]\w+")
_ENDING = re.compile(r"['’](?:[sS])?\Z")


@dataclass(frozen=True, slots=True)
class Expression:
    """A referring expression. ``words`` are its folded words, the determiner left out, ``base`` those before "of …".

    ``head`` is the folded head noun, ``noun`` the same in the singular; ``type`` what its own words make it, if they
    do. ``quotation`` is the number of the quotation it stands in, -1 for none. ``is_subject``: it stands where a
    subject does; ``is_object``: it is a pronoun that cannot be one. ``is_top``: it lies within no other.
    ``is_free``: no preposition stands before it.
    """

    number: int
    span: Span
    text: str
    kind: Kind
    words: tuple[str, ...]
    base: tuple[str, ...]
    head: str
    noun: str
    determiner: str
    is_plural: bool
    gender: Gender
    type: EntityType | None
    place: str
    sentence: int
    paragraph: int
    quotation: int
    is_subject: bool
    is_object: bool
    is_top: bool
    is_free: bool

    @property
    def is_indefinite(self) -> bool:
        """Whether it introduces somebody: "a man", "some people"."""
        return self.kind == "nominal" and self.determiner in _INDEFINITE_DETERMINERS


def read(document: Document, spans: Sequence[Span]) -> list[Expression]:
    """The expressions of the spans, in their order."""
    starts = [sentence.span.start for sentence in document.sentences]
    quoted = [quotation.start for quotation in document.quotations]
    tops = _tops(spans)
    return [_read(document, number, span, starts, quoted, number in tops) for number, span in enumerate(spans)]


def _tops(spans: Sequence[Span]) -> set[int]:
    """The numbers of the spans that lie within no other."""
    tops: set[int] = set()
    end = -1
    for number in sorted(range(len(spans)), key=lambda number: (spans[number].start, -spans[number].end)):
        if spans[number].end > end:
            tops.add(number)
            end = spans[number].end
    return tops


def _read(
    document: Document, number: int, span: Span, starts: Sequence[int], quoted: Sequence[int], is_top: bool
) -> Expression:
    text = span.of(document.text)
    tokens = _TOKEN.findall(_ENDING.sub("", text)) or [text]
    folds = [fold(token) for token in tokens]
    sentence = max(0, bisect_right(starts, span.start) - 1)
    paragraph = document.sentences[sentence].paragraph if document.sentences else 0
    quotation = bisect_right(quoted, span.start) - 1
    if quotation >= 0 and document.quotations[quotation].end <= span.start:
        quotation = -1
    determiner = folds[0] if folds[0] in _DETERMINERS | _INDEFINITE_DETERMINERS and len(folds) > 1 else ""
    first = 1 if determiner else 0
    opens = bool(starts) and starts[sentence] == span.start
    end = _base_end(tokens, folds, first)
    while first + 1 < end and folds[first] in _NUMBERS:
        determiner, first = determiner or folds[first], first + 1
    base = tuple(fold_ for fold_ in folds[first:end] if fold_[0].isalnum())
    head = folds[end - 1]
    kind = _kind(tokens, folds, first, end, opens)
    plural = _is_several(folds, first, end, kind)
    words = tuple(word for word in folds[first:] if word[0].isalnum())
    return Expression(
        number,
        span,
        text,
        kind,
        words or tuple(folds),
        base or (head,),
        head,
        singular(head) if kind != "name" else head,
        determiner,
        plural,
        _gender(folds, first, end, kind, plural),
        _type(tokens, folds, first, end, kind),
        PLACES.get(" ".join(tokens[first:]), "") if kind == "name" else "",
        sentence,
        paragraph,
        quotation,
        acts(document.text, span, opens),
        kind == "pronoun" and suffers(document.text, span, folds[0]),
        is_top,
        is_free(document.text, span),
    )


def _base_end(tokens: Sequence[str], folds: Sequence[str], first: int) -> int:
    """Behind the head noun: before "of …", a comma, a relative clause or a participle."""
    end = first + 1
    while end < len(tokens):
        low = folds[end]
        if not low[0].isalnum():
            if low == "(" or low in ",;:" or end + 1 >= len(tokens) or tokens[end] in "—–":
                break
            end += 1
            continue
        if low in BOUNDS and end > first:
            break
        if tokens[end].islower() and low.endswith(("ing", "ed")) and end > first and _nounlike(tokens, folds, end - 1):
            break
        if low in REFLEXIVE or low in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "will",
            "would",
            "can",
            "could",
        ):
            break
        end += 1
    while end - 1 > first and not folds[end - 1][0].isalnum():
        end -= 1
    return end


def _nounlike(tokens: Sequence[str], folds: Sequence[str], place: int) -> bool:
    return noun_type(singular(folds[place])) is not None or is_plural(folds[place]) or tokens[place][0].isupper()


def _kind(tokens: Sequence[str], folds: Sequence[str], first: int, end: int, opens: bool) -> Kind:
    if folds[0] in PRONOUNS and (len(folds) == 1 or (folds[0] not in POSSESSIVE and end <= 1)):
        return "pronoun"
    if folds[0] in FIRST_PLURAL | SECOND | PLURAL | FIRST and folds[-1] in ("all", "both", "two"):
        return "pronoun"
    if folds[0] in ("no", "each") and folds[-1] in ("one", "other"):
        return "pronoun"
    head = tokens[end - 1]
    if not head[0].isupper():
        return "nominal"
    if head.isupper() and len(head) > 1:
        return "name"
    low = folds[end - 1]
    capitals = sum(token[0].isupper() for token in tokens[first:end])
    ordinary = noun_type(singular(low)) is not None or (low in COMMON and low not in ("may",)) or low in FUNCTION
    if end - first == 1:
        if ordinary and (opens or first or low in TITLES):
            return "nominal"
        return "name"
    if ordinary and capitals <= (1 if not opens else 2) and end - first > 2:
        return "nominal"
    if ordinary and capitals == 1 and tokens[first].islower():
        return "nominal"
    return "name"


def _is_several(folds: Sequence[str], first: int, end: int, kind: Kind) -> bool:
    if kind == "pronoun":
        return folds[0] in FIRST_PLURAL | PLURAL or folds[0] in ("others", "those", "these", "you all")
    if kind == "name":
        return "and" in folds[first:end] and not any(word in HEADS_LAST or word in HEADS_FIRST for word in folds)
    head = folds[end - 1]
    if "and" in folds[first:end] or folds[0] in _NUMBERS:
        return True
    return head in _MANY or (is_plural(head) and folds[0] not in ("a", "an", "this", "that"))


def _gender(folds: Sequence[str], first: int, end: int, kind: Kind, plural: bool) -> Gender:
    if plural:
        return ""
    if kind == "pronoun":
        return "m" if folds[0] in MALE else "f" if folds[0] in FEMALE else ""
    words = folds[first:end]
    if kind == "nominal":
        return (
            "f"
            if words[-1] in WOMEN or words[-1].endswith("woman")
            else (
                "m"
                if words[-1] in MEN or (words[-1].endswith("man") and words[-1] not in ("human", "german", "roman"))
                else ""
            )
        )
    for word in words[:-1] or words:
        if word in FEMALE_TITLES:
            return "f"
        if word in MALE_TITLES:
            return "m"
    for word in words[:-1] or words:
        if word in TITLES:
            continue
        if word in FIRST_NAMES_FEMALE:
            return "f" if word not in FIRST_NAMES_MALE else ""
        return "m" if word in FIRST_NAMES_MALE else ""
    return ""


def _type(tokens: Sequence[str], folds: Sequence[str], first: int, end: int, kind: Kind) -> EntityType | None:
    """The type that the words alone tell, none where they do not."""
    if kind == "pronoun":
        return "person" if folds[0] in MALE | FEMALE | FIRST | FIRST_PLURAL | SECOND | INDEFINITE else None
    head = folds[end - 1]
    if kind == "nominal":
        return noun_type(singular(head))
    name = " ".join(token for token in tokens[first:] if token[0].isalnum())
    if name in PLACES:
        return "place"
    if name in ORGANISATIONS:
        return "organisation"
    body = folds[first:end]
    if any(word in FIRST_NAMES_FEMALE or word in FIRST_NAMES_MALE or word in TITLES for word in body[:-1]):
        return "person"
    if head in PLACE_HEADS:
        return "place"
    if (
        head in HEADS_LAST
        or (body[0] in HEADS_FIRST and len(folds) > len(body))
        or (tokens[end - 1].isupper() and len(head) > 1)
    ):
        return "organisation"
    if len(body) == 1 and (head in FIRST_NAMES_FEMALE or head in FIRST_NAMES_MALE):
        return "person"
    return None
