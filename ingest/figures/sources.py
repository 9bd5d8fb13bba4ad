"""The poll, report or study that a figure comes from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from ingest.lexicon.words import listed
from kg.model import Claim, Mention, Referent, Span

_COUNTING = listed(
    """
    poll polls survey surveys study studies report reports census analysis audit data statistics figures barometer
    index estimate estimates research paper review average tracker forecast outlook database ranking assessment
    """
)
"""Documents that state numbers; the rest (laws, bills, plans) are what numbers are about."""
_BACK = re.compile(
    r"\b(?:the|this|that|its|same|another)[ \u00a0](?:[a-z]+[ \u00a0])?"
    r"(?:poll|survey|study|report|census|analysis|audit|"
    r"data|figures|research|respondents|findings|results|researchers|authors|pollster|pollsters)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:respondents|those (?:surveyed|polled|asked|interviewed)|pollsters?|polled|surveyed|percent(?:age)?|%)\b",
    re.IGNORECASE,
)
_REACH = 700
"""Characters; a document named further back is not carried on."""


class Sources:
    """Finds the document behind a figure: cited by its claim, else named in its sentence, else carried on."""

    def __init__(
        self, text: str, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
    ) -> None:
        self._text = text
        self._claims = claims
        self._referents = referents
        papers = {who for who, one in enumerate(referents) if one.type == "document"}
        named = sorted(
            (mention.span, mention.referent)
            for mention in mentions
            if mention.referent in papers and _counts(mention.span.of(text))
        )
        self._named = named
        self._starts = [span.start for span, _ in named]

    def of(self, span: Span, sentence: Span, claim: int | None, *, is_share: bool) -> int | None:
        """The referent of the document that a figure at ``span`` comes from."""
        cited = self._cited(claim)
        if cited is not None:
            return cited
        if here := self._within(sentence):
            return min((abs(place.start - span.start), who) for place, who in here)[1]
        last = bisect_right(self._starts, sentence.start) - 1
        if last < 0 or sentence.start - self._named[last][0].end > _REACH:
            return None
        between = self._text[self._named[last][0].end : sentence.start]
        told = sentence.of(self._text)
        if _BACK.search(told) or (is_share and "\n" not in between and _ANSWERED.search(told)):
            return self._named[last][1]
        return None

    def _cited(self, claim: int | None) -> int | None:
        """The counting document that the claim, or the one it stands in, cites or is said by."""
        while claim is not None:
            stated = self._claims[claim]
            for who in (*stated.cites, stated.speaker):
                if who is not None and self._referents[who].type == "document" and _counts(self._referents[who].name):
                    return who
            claim = stated.parent
        return None

    def _within(self, sentence: Span) -> list[tuple[Span, int]]:
        """The documents that a sentence names."""
        first = bisect_right(self._starts, sentence.start - 1)
        return self._named[first : bisect_right(self._starts, sentence.end - 1)]


def _counts(name: str) -> bool:
    """Whether a document is one that states numbers."""
    return any(word.lower() in _COUNTING for word in re.findall(r"[^\W\d_]+", name))
