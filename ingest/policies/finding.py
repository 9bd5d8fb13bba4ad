"""Policies: what is proposed, promised or disputed in an article, named by its own few words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.figures.nouns import is_plural, singular
from ingest.policies.proposals import find as proposed_in
from ingest.policies.proposals import in_claim
from kg.model import Claim, Mention, Referent, Span

_PROPOSING = frozenset(("proposal", "promise", "recommendation"))
_BLOCKING = frozenset(("person", "document", "policy"))
_SMALL_WORDS_WORDS = """
a an the his her its their our my your this that these those all more
"""
_SMALL_WORDS = frozenset(_SMALL_WORDS_WORDS.split())
_JOINING_WORDS = """
of on for against to in between with from at into over
"""
_JOINING = frozenset(_JOINING_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")


@dataclass(slots=True)
class _Policy:
    """A policy while it is gathered: the words that name it, and where."""

    referent: Referent
    spans: list[Span]


def find(
    document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """The referents and mentions with the article's policies behind them; those that were there keep their places.

    A policy is named by at most eight words of the text. Named laws and programmes that are documents already are left
    alone. Later uses of the words that head a policy's name are mentions of it.
    """
    text = document.text
    blocked = _Blocked(referents, mentions)
    policies: dict[tuple[str, ...], _Policy] = {}
    for span in sorted(set(_spans(document, claims))):
        if blocked.covers(span):
            continue
        key = _key(span.of(text))
        policy = policies.get(key)
        if policy is None:
            policies[key] = _Policy(Referent("policy", span.of(text)), [span])
        elif not span.overlaps(policy.spans[-1]):
            policy.spans.append(span)
    _add_later_uses(text, policies)
    return _extended(text, policies, referents, mentions)


def _spans(document: Document, claims: Sequence[Claim]) -> Iterator[Span]:
    """Every span that names a policy, by the cues in sentences and at the heart of what is proposed; none overlap."""
    text = document.text
    taken: list[Span] = []
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].kind == "boilerplate":
            continue
        for span in proposed_in(text, sentence.span.start, sentence.span.end):
            if not any(span.overlaps(other) for other in taken[-6:]):
                taken.append(span)
    yield from taken
    taken.sort()
    starts = [span.start for span in taken]
    for claim in claims:
        if claim.type not in _PROPOSING or claim.mode == "narration":
            continue
        for part in claim.parts:
            for span in in_claim(text, part.start, part.end):
                near = bisect_right(starts, span.end)
                if not any(span.overlaps(other) for other in taken[max(0, near - 3) : near + 1]):
                    yield span


class _Blocked:
    """Tells which spans other referents have taken: people's names, and documents that have a name."""

    def __init__(self, referents: Sequence[Referent], mentions: Sequence[Mention]) -> None:
        self._spans = sorted(
            mention.span
            for mention in mentions
            if referents[mention.referent].type in _BLOCKING and mention.form != "pronoun"
        )

    def covers(self, span: Span) -> bool:
        """Whether one of them holds the span's first word, or most of the span."""
        index = bisect_right(self._spans, Span(span.end, 0))
        near = self._spans[max(0, index - 4) : index]
        return any(
            taken.overlaps(span)
            and (taken.start <= span.start or 2 * (taken.end - taken.start) > span.end - span.start)
            for taken in near
        )


def _key(name: str) -> tuple[str, ...]:
    """What makes two names one policy: the words before the first preposition where they are two or more, else all."""
    words = [word.lower() for word in _WORD.findall(name)]
    words = [singular(word) if is_plural(word) else word for word in words if word not in _SMALL_WORDS]
    head = next((words[:index] for index, word in enumerate(words) if word in _JOINING), words)
    return tuple(head if len(head) > 1 else words)


def _add_later_uses(text: str, policies: dict[tuple[str, ...], _Policy]) -> None:
    """Adds the other places where the words that head a policy's name stand together."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in policies:
        if len(key) > 1:
            by_first.setdefault(key[0], []).append(key)
    if not by_first:
        return
    taken = sorted(span for policy in policies.values() for span in policy.spans)
    words = [(match.start(), match.end(), match[0].lower()) for match in _WORD.finditer(text)]
    for index, (start, _, word) in enumerate(words):
        for key in by_first.get(singular(word) if is_plural(word) else word, ()):
            run = words[index : index + len(key)]
            if len(run) < len(key) or any(_plain(found[2]) != part for found, part in zip(run, key, strict=True)):
                continue
            span = Span(start, run[-1][1])
            near = bisect_right(taken, Span(span.end, 0))
            if span.end - span.start <= sum(map(len, key)) + 2 * len(key) and not any(
                span.overlaps(other) for other in taken[max(0, near - 3) : near + 1]
            ):
                policies[key].spans.append(span)


def _plain(word: str) -> str:
    """The word in the singular, for comparison."""
    return singular(word) if is_plural(word) else word


def _extended(
    text: str, policies: dict[tuple[str, ...], _Policy], referents: Sequence[Referent], mentions: Sequence[Mention]
) -> tuple[tuple[Referent, ...], tuple[Mention, ...]]:
    """The tuples with the policies behind what was there, in the order in which the text names them first."""
    added: list[Referent] = []
    spans: list[Mention] = []
    for policy in sorted(policies.values(), key=lambda policy: min(policy.spans)):
        forms = dict.fromkeys(span.of(text) for span in sorted(policy.spans))
        aliases = tuple(form for form in forms if form != policy.referent.name)
        index = len(referents) + len(added)
        added.append(replace(policy.referent, aliases=aliases))
        spans.extend(Mention(span, index) for span in sorted(set(policy.spans)))
    return (*referents, *added), (*mentions, *sorted(spans, key=lambda mention: mention.span))
