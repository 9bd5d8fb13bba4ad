"""What is told of each claim, figure, name and relation in words, as runs of text with what they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from ingest.show.visible import visible
from kg.model import Article, Claim, Extraction, Figure, Mention, Referent, Relation, Span

FORMS = {"name": "name", "nominal": "description", "pronoun": "pronoun"}
"""How a mention refers → what it is called here."""

NOTABLE = frozenset(("negated", "hedged", "speculative"))
"""What few claims are, and is set off."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text in a line, and what it is: nothing, ``dim``, ``notable``, or the kinds of its marks."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Tells of what one article's extraction holds; ``names`` are the claims' short names."""

    article: Article
    extraction: Extraction
    names: Sequence[str]
    starts: Sequence[int]

    @classmethod
    def of(cls, article: Article, extraction: Extraction, names: Sequence[str]) -> Wording:
        """The wording of an extraction, whose mentions are in text order."""
        return cls(article, extraction, names, [mention.span.start for mention in extraction.mentions])

    def claim(self, claim: Claim) -> Iterator[Words]:
        """The speaker, the cue, and what kind of claim it is."""
        yield from self._speaker(claim)
        if claim.mode != "narration":
            yield from self._cue(claim)
        for told in (claim.mode, claim.type, claim.polarity, claim.certainty):
            yield Words(" · ", "dim")
            yield Words(told, "notable" if told in NOTABLE else "")

    def reason(self, claim: Claim) -> Iterator[Words]:
        """What it was called, what was decided and why, the score, how the speaker was told, and its place."""
        label = claim.label if claim.label == claim.raw_label else f"{claim.raw_label} → {claim.label}"
        yield Words(visible(": ".join(filter(None, (label, claim.reason)))), "dim")
        yield Words(f" · score {claim.score:.2f}", "dim")
        if claim.speaker_reason not in ("", "name"):
            yield Words(f" · speaker by {visible(claim.speaker_reason)}", "dim")
        for name, numbers in (("cites", claim.cites), ("about", claim.about)):
            if numbers:
                told = ", ".join(visible(self.extraction.referents[n].name) for n in numbers)
                yield Words(f" · {name} {told}", "dim")
        if claim.date:
            yield Words(f" · said on {visible(claim.date)}", "dim")
        yield Words(f" · {_place(claim.span)}", "dim")

    def _speaker(self, claim: Claim) -> Iterator[Words]:
        """Who speaks, and by which words that is known."""
        words = None if claim.speaker_span is None else self.quoted(claim.speaker_span)
        if claim.mode == "narration":
            whose = ", ".join(self.article.authors) or self.article.publisher
            yield Words(f"the text's own voice{f' ({visible(whose)})' if whose else ''}", "dim")
        elif claim.speaker is None:
            yield Words(f"not resolved: {words}" if words else "nobody named", "notable")
        else:
            who = self.extraction.referents[claim.speaker]
            yield Words(visible(who.name), "speaker")
            yield Words("" if who.named else " (unnamed group)" if who.group else " (unnamed)", "dim")
            yield Words(self._known_by(claim.speaker_span, who, claim.speaker), "dim")

    def _known_by(self, span: Span | None, who: Referent, number: int) -> str:
        """The words that refer to a speaker, where they are not simply the name."""
        if span is None:
            return ", not named here"
        if span.of(self.article.text) == who.name:
            return ""
        form = self._form(span, number)
        return f", from {self.quoted(span)}{f' ({form})' if form else ''}"

    def _cue(self, claim: Claim) -> Iterator[Words]:
        yield Words(" · ", "dim")
        if claim.cue_span is None:
            yield Words("no cue", "dim")
        else:
            yield Words("cue ", "dim")
            yield Words(self.quoted(claim.cue_span), "cue")

    def figure(self, figure: Figure) -> Iterator[Words]:
        """The exact words, and all that was read out of them."""
        yield Words(self.quoted(figure.span), "figure")
        told = [
            (field.name, value)
            for field in fields(figure)
            if field.name not in ("span", "claim", "restates", "document")
            and (value := getattr(figure, field.name)) is not None
        ]
        for name, value in told:
            yield Words(f" · {name} ", "dim")
            yield Words(number(value) if isinstance(value, Decimal) else visible(value))
        if figure.restates is not None:
            yield Words(" · says again ", "dim")
            yield Words(self.quoted(self.extraction.figures[figure.restates].span), "figure")
        if figure.document is not None:
            yield Words(" · from ", "dim")
            yield self._who(self.extraction.referents[figure.document])
        yield Words(f" · {self._where(figure.claim)} · {_place(figure.span)}", "dim")

    def mentions(self, mentions: Iterable[Mention]) -> Iterator[Words]:
        """Whom or what each mention refers to, each pair once."""
        told: dict[tuple[str, int], Mention] = {}
        for mention in mentions:
            told.setdefault((mention.span.of(self.article.text), mention.referent), mention)
        for place, ((words, referent), mention) in enumerate(told.items()):
            who = self.extraction.referents[referent]
            yield Words(", " if place else "")
            if words != who.name:
                yield Words(f"{self.quoted(mention.span)} = ", "dim")
            yield Words(visible(who.name), who.type)
            unnamed = "" if who.named else ", unnamed group" if who.group else ", unnamed"
            metonym = ", for its government" if mention.metonym else ""
            yield Words(f" ({who.type}{unnamed}{metonym})", "dim")

    def relation(self, relation: Relation) -> Iterator[Words]:
        """Subject, predicate, object, and where it stands."""
        yield self._who(self.extraction.referents[relation.subject])
        role = f" “{visible(relation.role)}”" if relation.role else ""
        yield Words(f" · {relation.predicate}{role}")
        if relation.object is not None:
            yield Words(" · ")
            yield self._who(self.extraction.referents[relation.object])
        if relation.measure:
            yield Words(f" · measure {visible(relation.measure)}", "dim")
        yield Words(f" · {self._where(relation.claim)} · {_place(relation.span)}", "dim")

    def quoted(self, span: Span) -> str:
        """The exact words of a span in quotation marks."""
        return f"“{visible(span.of(self.article.text))}”"

    def _who(self, who: Referent) -> Words:
        return Words(visible(who.name), who.type)

    def _where(self, claim: int | None) -> str:
        """In which claim something stands."""
        if claim is None:
            return "in no claim"
        own = self.extraction.claims[claim].mode == "narration"
        return f"in the text's own voice ({self.names[claim]})" if own else f"in claim {self.names[claim]}"

    def _form(self, span: Span, referent: int) -> str | None:
        """How the words of a span refer to a referent."""
        mentions = self.extraction.mentions
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        forms = (m.form for m in mentions[first:last] if m.referent == referent and m.span.end <= span.end)
        return next((FORMS[form] for form in forms), None)


def number(value: Decimal) -> str:
    """A number in digits, never with an exponent.

    >>> number(Decimal("3E+5"))
    '300000'
    """
    return format(value, "f")


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"
