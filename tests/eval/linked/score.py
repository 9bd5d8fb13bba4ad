"""How near an extraction comes to what people marked in the linked set: who, what and how many.

Speakers, entities, figures, policies, stances, roles and relations. All that points to somebody goes by the alignment
of `tests.eval.linked.align`; what else makes a pair is in `tests.eval.linked.compare` and `tests.eval.linked.ties`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.model import Relation
from tests.eval.linked.align import NAMED, Alignment, jaccard, named_referents
from tests.eval.linked.compare import Compared
from tests.eval.linked.figures import FIELDS, right
from tests.eval.linked.marking import Held
from tests.eval.linked.ties import fits, fits_wholly, holding, stances, taken, ties


@dataclass(frozen=True, slots=True)
class Measure:
    """``hit`` of ``marked`` is the recall, ``right`` of ``found`` the precision; none where there is nothing to share.

    >>> measure = Measure(marked=4, hit=1, found=2, right=1)
    >>> measure.precision, measure.recall, round(measure.f1 or 0, 1), Measure(2, 1).f1
    (50.0, 25.0, 33.3, None)
    """

    marked: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Measure) -> Measure:
        return Measure(
            self.marked + other.marked, self.hit + other.hit, self.found + other.found, self.right + other.right
        )

    @property
    def precision(self) -> float | None:
        """In percent."""
        return 100 * self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """In percent."""
        return 100 * self.hit / self.marked if self.marked else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, in percent; none where one of them is."""
        if self.precision is None or self.recall is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(compared: Compared) -> dict[str, Measure]:
    """What was marked, found and right, by measure.

    A part of a measure ("figures: unit") has the share of what was found in its precision, and that of all that was
    marked in its recall. Less is better of ``split``, ``merged`` and ``false``. What was not looked for in the text is
    not scored.
    """
    kinds = compared.marked.kinds
    return {name: measure for kind, of in _SCORED for name, measure in (of(compared).items() if kind in kinds else ())}


def total(scores: Iterable[Mapping[str, Measure]]) -> dict[str, Measure]:
    """The measures over several texts."""
    sums: dict[str, Measure] = {}
    for one in scores:
        for name, measure in one.items():
            sums[name] = sums.get(name, Measure()) + measure
    return sums


def _paired(marked: int, found: int, right: int) -> Measure:
    return Measure(marked, right, found, right)


def speaker_is_right(compared: Compared, ours: int, theirs: int) -> bool:
    """Whether the speaker of a claim found is the marked one, or both are nobody."""
    claim = compared.found.claims[theirs]
    return compared.alignment.same(compared.marked.claims[ours].speaker, claim.speaker)


def _claims(compared: Compared) -> dict[str, Measure]:
    marked, found = len(compared.marked.claims), len(compared.attributed)
    speakers = sum(speaker_is_right(compared, *pair) for pair in compared.claims)
    return {
        "claims": _paired(marked, found, len(compared.claims)),
        "speakers": _paired(marked, found, speakers),
    }


def split(alignment: Alignment) -> dict[int, set[int]]:
    """The named entities whose mentions fall to several referents, with these, by number."""
    return _several((ours.owner, theirs.owner) for ours, theirs in alignment.mentions)


def merged(alignment: Alignment) -> dict[int, set[int]]:
    """The referents that hold mentions of several named entities, with these, by number."""
    return _several((theirs.owner, ours.owner) for ours, theirs in alignment.mentions)


def _several(owners: Iterable[tuple[int, int]]) -> dict[int, set[int]]:
    by_owner = defaultdict[int, set[int]](set)
    for owner, other in owners:
        by_owner[owner].add(other)
    return {owner: others for owner, others in by_owner.items() if len(others) > 1}


def _names(compared: Compared) -> dict[str, Measure]:
    alignment, entities = compared.alignment, compared.marked.entities
    marked = sum(entity.named and entity.type in NAMED for entity in entities)
    documents = sum(entity.named and entity.type == "document" for entity in entities)
    found = len(named_referents(compared.found, NAMED))
    types = [
        entity.type == compared.found.referents[alignment.named[entity.id]].type
        for entity in entities
        if entity.id in alignment.named
    ]
    return {
        "names: entities": _paired(marked, found, len(types)),
        "names: type right": Measure(marked, sum(types), len(types), sum(types)),
        "names: split": Measure(marked, len(split(alignment))),
        "names: merged": Measure(found=found, right=len(merged(alignment))),
        "names: mentions": _paired(len(alignment.marked), len(alignment.found), len(alignment.mentions)),
        "documents": _paired(documents, len(named_referents(compared.found, ("document",))), len(alignment.documents)),
    }


def is_statistic(compared: Compared, number: int) -> bool:
    """Whether a figure found is to be looked for among the statistics: it is one, or no quantity that was marked."""
    overlapping = [ours for ours in compared.marked.figures if jaccard(ours.span, compared.found.figures[number].span)]
    return not overlapping or any(ours.kind == "statistic" for ours in overlapping)


def false_figures(compared: Compared) -> list[int]:
    """The numbers of the figures found that overlap none that was marked."""
    return [
        number
        for number, theirs in enumerate(compared.found.figures)
        if not any(ours.span.overlaps(theirs.span) for ours in compared.marked.figures)
    ]


def _figures(compared: Compared) -> dict[str, Measure]:
    figures, found = compared.marked.figures, compared.found.figures
    marked = sum(figure.kind == "statistic" for figure in figures)
    fields = [right(compared.text, figures[i], found[j]) for i, j in compared.figures if figures[i].kind == "statistic"]
    looked_at = sum(is_statistic(compared, number) for number in range(len(found)))
    whole = sum(all(one.values()) for one in fields)
    parts = {field: sum(one[field] for one in fields) for field in FIELDS}
    return {
        "figures: statistics": _paired(marked, looked_at, len(fields)),
        "figures: whole": Measure(marked, whole, len(fields), whole),
        **{f"figures: {field}": Measure(marked, many, len(fields), many) for field, many in parts.items()},
        "figures: false": Measure(found=len(found), right=len(false_figures(compared))),
    }


def _stances(compared: Compared) -> dict[str, Measure]:
    policies = sum(referent.type == "policy" for referent in compared.found.referents)
    found, marked = set(taken(compared)), list(stances(compared).values())
    hits = sum(stance in found for stance in marked)
    ours, theirs = {i for i, _ in compared.policies}, {j for _, j in compared.policies}
    return {
        "policies": _paired(len(compared.marked.policies), policies, len(compared.policies)),
        "stances": Measure(len(marked), hits, len(found), len(found & set(marked))),
        "stances: of pairs": Measure(
            sum(number in ours for number, _, _ in stances(compared)),
            hits,
            sum(policy in theirs for _, _, policy in found),
            len(found & set(marked)),
        ),
    }


def _roles(compared: Compared) -> dict[str, Measure]:
    marked, found = compared.marked.roles, holding(compared)

    def measure(fits: Callable[[Compared, Held, Relation], bool]) -> Measure:
        hit = sum(any(fits(compared, ours, theirs) for theirs in found) for ours in marked)
        right = sum(any(fits(compared, ours, theirs) for ours in marked) for theirs in found)
        return Measure(len(marked), hit, len(found), right)

    return {"roles": measure(fits), "roles: with organisation": measure(fits_wholly)}


def _relations(compared: Compared) -> dict[str, Measure]:
    ours, theirs = ties(compared)
    return {"relations": _paired(len(ours), len(theirs), len(ours.keys() & theirs.keys()))}


_SCORED: tuple[tuple[str, Callable[[Compared], dict[str, Measure]]], ...] = (
    ("claims", _claims),
    ("claims", _names),
    ("figures", _figures),
    ("policies", _stances),
    ("roles", _roles),
    ("relations", _relations),
)
"""The kind of mark that each part of the score needs."""
