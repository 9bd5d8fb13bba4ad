"""Policies: what is proposed, promised or disputed in an article, named by its own few words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ingest.document import Document
from ingest.lexicon.words import listed
from ingest.policies.choosing import chosen, weighed
from ingest.policies.later import later_uses
from ingest.policies.measures import CARRIERS
from ingest.policies.naming import ENDED, Key, is_deed, key_of, speaks_of, stem
from ingest.policies.nouns import is_law
from ingest.policies.phrases import head_of
from ingest.policies.scoring import Scorer
from ingest.policies.scoring import scorer as own_scorer
from ingest.tagger.hints import Hints
from kg.model import Claim, Mention, Referent, Span

_LAW_WORDS = listed("act law bill treaty agreement accord deal pact plan program programme rule rules order amendment")
_ENDED = re.compile(r"(?P<verb>[A-Za-z]+)[ \u00a0](?:the|this|these|those|that)[ \u00a0](?=\w)")
_CARRYING = re.compile(r"[ \u00a0]+(?:(?:to|(?:that|which)[ \u00a0]+w(?:ould|ill))[ \u00a0]+|(?=[a-z]{4,}ing\b))")
"""What stands between a bill and what it does ("a bill *to* ban trawlers")."""
_MOST_FITTING = 20
"""So many policies for one thing done are compared: an article names no more."""


@dataclass(slots=True)
class Policy:
    """A policy while it is gathered: its name, what tells it, and where it is mentioned, in which form."""

    name: str
    key: Key
    mentions: dict[Span, Mention] = field(default_factory=dict)
    is_document: bool = False


def find(
    document: Document,
    claims: Sequence[Claim],
    referents: Sequence[Referent],
    mentions: Sequence[Mention],
    hints: Hints | None = None,
    scorer: Scorer | None = None,
) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """The referents and mentions with the article's policies behind them; those that were there keep their places.

    A policy is named by few words of the text. A law or programme that is a document is a policy too where somebody
    takes sides on it, with the same mentions. Later uses in other words join the policy they fit.
    """
    text = document.text
    known = _Known(document, referents, mentions)
    of = weighed(document, claims, referents, mentions, hints)
    spans = chosen(text, of, scorer or own_scorer(hinted=hints is not None))
    policies: list[Policy] = []
    by_action: dict[str, list[int]] = defaultdict(list)
    open_spans = [span for span in spans if not known.is_blocked(span)]
    carriers = {two: one for one, two in pairwise(open_spans) if _carries(text, one, two) and known.law_at(one) is None}
    open_spans = [span for span in open_spans if span not in carriers.values()]
    for span in sorted(open_spans, key=lambda span: (ended(text, span) is not None, span)):
        gone = ended(text, span)
        if gone is not None:
            number = _fitting(key_of(gone.of(text)), by_action, policies)
            if number is not None:
                policies[number].mentions.setdefault(gone, Mention(gone, number))
                continue
        law = known.law_at(span)
        key = key_of(span.of(text) if law is None else referents[law].name)
        number = _fitting(key, by_action, policies) if law is None else _named(referents[law].name, policies)
        if number is None:
            number = len(policies)
            name = " ".join(span.of(text).split()) if law is None else referents[law].name
            policies.append(Policy(name, key, is_document=law is not None))
            by_action[key.action].append(number)
        policy = policies[number]
        places = [span] if law is None else known.places(law)
        places += [carriers[span]] if span in carriers else []
        for place in places:
            policy.mentions.setdefault(place, Mention(place, number))
    for mention in later_uses(document, [policy.key for policy in policies], taken_by(policies), known.is_blocked):
        policies[mention.referent].mentions.setdefault(mention.span, mention)
    return _extended(text, policies, referents, mentions)


def _carries(text: str, one: Span, other: Span) -> bool:
    """Whether the first of two phrases only brings up the second ("a *bill* to ban trawlers"): both are one policy."""
    is_carrier = head_of(one.of(text).lower().split()) in CARRIERS
    return is_carrier and _CARRYING.fullmatch(text, one.end, other.start) is not None


def ended(text: str, span: Span) -> Span | None:
    """What a measure does away with where it is spoken of as known ("lift *the sanctions*")."""
    match = _ENDED.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and stem(match["verb"]) in ENDED else None


def taken_by(policies: Sequence[Policy]) -> list[tuple[Span, int]]:
    """The spans that name policies, in text order, with the policy's number."""
    return sorted((span, number) for number, policy in enumerate(policies) for span in policy.mentions)


def _fitting(key: Key, by_action: dict[str, list[int]], policies: Sequence[Policy]) -> int | None:
    """The policy that a name is another name for; one that says only what is done joins where just one is that."""
    numbers = by_action.get(key.action, [])[-_MOST_FITTING:]
    exact = [number for number in numbers if policies[number].key == key]
    if exact:
        return exact[0]
    close = [number for number in numbers if policies[number].key.fits(key)]
    told = [number for number in close if policies[number].key.rest]
    if key.rest and told:
        return told[0]
    if len(close) == 1 and (key.rest or is_deed(key)):
        return close[0]
    last = range(len(policies) - 1, max(-1, len(policies) - 1 - _MOST_FITTING), -1)
    return next((number for number in last if speaks_of(policies[number].key, key)), None)


def _named(name: str, policies: Sequence[Policy]) -> int | None:
    return next((number for number, policy in enumerate(policies) if policy.is_document and policy.name == name), None)


class _Known:
    """What other referents there are: people and documents at their spans, and which of the documents are laws."""

    def __init__(self, document: Document, referents: Sequence[Referent], mentions: Sequence[Mention]) -> None:
        self._text = document.text
        self._referents = referents
        self._laws = {
            number
            for number, referent in enumerate(referents)
            if referent.type == "document" and (_is_lawlike(referent.name))
        }
        self._mentions = sorted(
            (mention.span, mention.referent)
            for mention in mentions
            if mention.form != "pronoun" and (referents[mention.referent].type in ("person", "policy", "document"))
        )
        self._starts = [span.start for span, _ in self._mentions]

    def is_blocked(self, span: Span) -> bool:
        """Whether somebody's name or a document that is no law holds the span's first word, or most of the span."""
        if any(self._is_person(number) and self._is_object(taken, span) for taken, number in self._near(span)):
            return True
        return any(
            number not in self._laws
            and (
                _is_most(taken, span)
                or (taken.start <= span.start and self._text[taken.end : taken.end + 1] not in "'’")
            )
            for taken, number in self._near(span)
        )

    def _is_person(self, number: int) -> bool:
        return self._referents[number].type == "person"

    def _is_object(self, taken: Span, span: Span) -> bool:
        """Whether a name is all that stands behind the first word of a span ("abandon Lima")."""
        return taken.end >= span.end and len(self._text[span.start : taken.start].split()) == 1

    def law_at(self, span: Span) -> int | None:
        """The law, treaty or programme that a span names."""
        return next(
            (number for taken, number in self._near(span) if number in self._laws and _is_most(taken, span)), None
        )

    def places(self, law: int) -> list[Span]:
        """Where a law is named."""
        return [span for span, number in self._mentions if number == law]

    def _near(self, span: Span) -> list[tuple[Span, int]]:
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._starts, span.end)
        return [(taken, number) for taken, number in self._mentions[max(0, first - 3) : last] if taken.overlaps(span)]


def _is_most(taken: Span, span: Span) -> bool:
    """Whether one span covers more than half of another."""
    return 2 * (min(taken.end, span.end) - max(taken.start, span.start)) > span.end - span.start


def _is_lawlike(name: str) -> bool:
    words = name.split()
    return is_law(words) or words[-1].lower() in _LAW_WORDS or not any(char.islower() for char in name)


def _extended(
    text: str, policies: Sequence[Policy], referents: Sequence[Referent], mentions: Sequence[Mention]
) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """The tuples with the policies behind what was there, in the order in which the text names them first."""
    added: list[Referent] = []
    placed: list[Mention] = []
    for policy in sorted(policies, key=lambda policy: min(policy.mentions)):
        spans = sorted(policy.mentions)
        forms = dict.fromkeys(" ".join(span.of(text).split()) for span in spans if policy.mentions[span].form == "name")
        index = len(referents) + len(added)
        aliases = tuple(form for form in forms if form != policy.name)
        added.append(Referent("policy", policy.name, aliases))
        placed.extend(replace(policy.mentions[span], referent=index) for span in spans)
    return (*referents, *added), (*mentions, *sorted(placed, key=lambda mention: mention.span))
