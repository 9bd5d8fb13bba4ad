"""Finding the claims again on which people decided, after their articles were extracted anew or corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.decisions import Decision
from kg.ontology import term
from kg.store import value

LEAST_OVERLAP = 0.8
"""How much of two claims' words must be the same, in the same order, for one to stand in for the other."""

TEXT, EVIDENCE, START = term("schema:text"), term("kg:evidence"), term("oa:start")


@dataclass(frozen=True, slots=True)
class _Claim:
    node: str
    text: str
    start: int


Found = tuple[dict[str, Decision], dict[str, Decision]]


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions in force on claims, by source, newest first."""

    by_source: Mapping[str, list[Decision]]

    def of(self, source: str, says: Mapping[NamedNode, list[Quad]]) -> Found:
        """Claim → its status, and claim → its speaker, for the claims of one article."""
        statuses: dict[str, Decision] = {}
        speakers: dict[str, Decision] = {}
        decisions = self.by_source.get(source, ())
        if not decisions:
            return statuses, speakers
        for decision, claim in found_again(decisions, list(_claims(says))):
            (speakers if decision.verdict == "speaker" else statuses).setdefault(claim, decision)
        return statuses, speakers


def _claims(says: Mapping[NamedNode, list[Quad]]) -> Iterator[_Claim]:
    starts = {quad.subject: int(value(quad.object)) for quad in says.get(START, ())}
    first: dict[object, int] = {}
    for quad in says.get(EVIDENCE, ()):
        start = starts.get(quad.object, 0)  # type: ignore[arg-type]
        first[quad.subject] = min(start, first.get(quad.subject, start))
    for quad in says.get(TEXT, ()):
        if quad.subject in first:
            yield _Claim(value(quad.subject), value(quad.object), first[quad.subject])


def found_again(decisions: Iterable[Decision], claims: list[_Claim]) -> Iterator[tuple[Decision, str]]:
    """Decisions with the claims they are about, the surest first and of equally sure ones the newest.

    By the claim's id, else by its exact words, nearest to where they stood, else by the best overlap of at least
    `LEAST_OVERLAP`: the share of words that two claims have in common, in order.
    """
    waiting = list(decisions)
    ids = {claim.node for claim in claims}
    steps: tuple[Callable[[Decision, list[_Claim]], str | None], ...] = (
        lambda decision, _: decision.subjects[0] if decision.subjects[0] in ids else None,
        _by_words,
        _by_overlap,
    )
    for step in steps:
        left = []
        for decision in waiting:
            if found := step(decision, claims):
                yield decision, found
            else:
                left.append(decision)
        waiting = left


def _by_words(decision: Decision, claims: list[_Claim]) -> str | None:
    same = [claim for claim in claims if claim.text == decision.words]
    return min(same, key=lambda c: (abs(c.start - (decision.start or 0)), c.node)).node if same else None


def _by_overlap(decision: Decision, claims: list[_Claim]) -> str | None:
    from rapidfuzz.distance import Indel

    words = (decision.words or "").casefold().split()
    scored = [(Indel.normalized_similarity(words, claim.text.casefold().split()), claim) for claim in claims]
    near = [(score, claim) for score, claim in scored if score >= LEAST_OVERLAP]
    if not near:
        return None
    return min(near, key=lambda found: (-found[0], abs(found[1].start - (decision.start or 0)), found[1].node))[1].node
