"""What a model and the rules found, brought together: each is believed where it is known to be right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.extract.cues import FORMS
from ingest.extract.protocol import Attribution
from ingest.lexicon.words import listed

THRESHOLD = 0.45
"""Model and rules agreeing apart, an attribution below this score is left out; tuned on PolNeAR's development part."""
COMMENTARY_THRESHOLD = 0.7
COMMENTARY_THRESHOLD_ELSE = 0.8
"""The same in commentary for what no rule found: with a verb that reports in the cue, and without; tuned likewise."""
_COMMENTARY = 0.25
"""The share of sentences with a report below which a text is commentary; in news it is a half and more."""
EMBEDDED_THRESHOLD = 0.7
"""The same for what stands within another claim, of which the model has learned nothing; tuned on our gold set."""
MODEL_LABEL = "attribution"
"""What the model calls what it finds; where a rule agrees, the rule's family stands instead."""
_MODALS = listed("would will should could may might")
_WISHES = listed("like love prefer rather say argue be")
_AGREEMENT = 0.15
"""How much surer an attribution is whose cue the rules found too; tuned with the threshold."""
_BLOCK = 500
_TURN = "transcript turn"
_VIEWS = frozenset({"in the view of", "for somebody"})
"""The rules for what holds in somebody's view, by name: what others say or want there is within it."""
_SHORTCUTS = frozenset(
    {_TURN, "headline colon", "name and colon", "according to", "quotation and author", *_VIEWS}
    | {"quotation that follows", "question clause"}
)
"""The rules that are right where the model finds nothing, by name: the shape of the sentence leaves no doubt."""
_RIGHT_ON_CONTENT = frozenset({"quotation with cue", "quotation after cue", _TURN})
"""The rules that know better where what is said begins and ends: quotation marks tell."""
_RIGHT_ON_SOURCE = frozenset({"quotation with cue", "according to", "question clause", _TURN})
"""The rules that know better who speaks."""
_MARK = 1
"""Characters: the full stop that one of two contents has and the other has not."""
_SAME = 0.5
"""The share of characters from which on two contents are one."""


def agreed(
    learned: Sequence[Attribution], ruled: Sequence[Attribution], text: str, sentences: int
) -> list[Attribution]:
    """The attributions of both, one where both found the same, in text order; unsure ones are left out.

    ``sentences`` is how many the text has: where few of them report by the judgement of both, the text is taken for
    commentary, and the model has to be surer. What it finds within a turn of a transcript does not stand in its place.
    """
    rules = _Nearby(ruled)
    joined = [_with(found, [rule for rule in rules.of(found) if _share_cue(found, rule)]) for found in learned]
    reports = sum(found.raw_label != MODEL_LABEL for found in joined if found.score >= THRESHOLD)
    is_commentary = reports < _COMMENTARY * sentences
    sure = [found for found in joined if _is_believed(found, text, is_commentary=is_commentary)]
    turns = _Nearby([rule for rule in ruled if rule.reason == _TURN])
    views = _Nearby([rule for rule in ruled if rule.reason in _VIEWS])
    kept = [
        found
        for found in sure
        if not any(_is_same(found, turn) for turn in turns.of(found))
        and not any(_is_within(found, view) for view in views.of(found))
    ]
    around = _Nearby(kept)
    kept = [found for found in kept if not any(_runs_over(found, other) for other in around.of(found))]
    own = _Nearby(kept)
    added = [
        rule
        for rule in ruled
        if rule.reason in _SHORTCUTS
        and rule.score >= THRESHOLD
        and (rule.reason == _TURN or not any(_is_same(rule, found) for found in own.of(rule)))
    ]
    return in_order([*kept, *added])


def _is_believed(found: Attribution, text: str, *, is_commentary: bool) -> bool:
    """Whether an attribution is sure enough; what no rule knows is less so, above all in commentary."""
    if found.raw_label != MODEL_LABEL or found.cue is None:
        return found.score >= THRESHOLD
    cue = found.cue.of(text).lower().split()
    if cue[0] in _MODALS and _WISHES.isdisjoint(cue):
        return False  # "would emphasise": nobody has said so yet
    if not is_commentary:
        return found.score >= THRESHOLD
    reports = any(word in FORMS for word in cue)
    return found.score >= (COMMENTARY_THRESHOLD if reports else COMMENTARY_THRESHOLD_ELSE)


def _runs_over(found: Attribution, other: Attribution) -> bool:
    """Whether nobody's words, which no rule knows, are another's with its cue and speaker, and not around them."""
    if found.source is not None or found.raw_label != MODEL_LABEL or other.source is None or other.cue is None:
        return False
    report = (other.source, other.cue, *other.content)
    is_over = all(any(part.overlaps(span) for part in found.content) for span in (other.source, other.cue))
    return is_over and not any(all(part.contains(span) for span in report) for part in found.content)


def embedded(
    learned: Sequence[Attribution], ruled: Sequence[Attribution], outer: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions that stand within others: what is said that somebody else says.

    ``learned`` is what the model finds in the words of ``outer`` alone; it must be surer than elsewhere.
    """
    around = _Nearby(outer)

    def is_inside(found: Attribution) -> bool:
        return any(_is_within(found, other) for other in around.of(found))

    def is_known(found: Attribution) -> bool:
        return any(_share_cue(found, other) for other in around.of(found))

    inside = [rule for rule in ruled if rule.source is not None and is_inside(rule)]
    rules = _Nearby(inside)
    joined = [
        _with(found, [rule for rule in rules.of(found) if _share_cue(found, rule)])
        for found in learned
        if is_inside(found) and not is_known(found)
    ]
    own = _Nearby(joined)
    added = [rule for rule in inside if not any(_is_same(rule, found) for found in own.of(rule)) and not is_known(rule)]
    return [found for found in (*joined, *added) if found.score >= EMBEDDED_THRESHOLD]


def in_order(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in text order."""
    return sorted(found, key=lambda one: (one.content[0], one.content[-1].end))


class _Nearby:
    """Attributions by where they stand, so that each is compared with its neighbours alone."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._blocks: dict[int, list[Attribution]] = {}
        for found in attributions:
            for block in self._touched(found):
                self._blocks.setdefault(block, []).append(found)

    def of(self, found: Attribution) -> list[Attribution]:
        """The attributions that stand near one, in the order they came in."""
        near = {id(other): other for block in self._touched(found) for other in self._blocks.get(block, ())}
        return list(near.values())

    @staticmethod
    def _touched(found: Attribution) -> list[int]:
        spans = (*found.content, *([found.cue] if found.cue else []))
        return sorted({block for span in spans for block in range(span.start // _BLOCK, span.end // _BLOCK + 1)})


def _is_within(inner: Attribution, outer: Attribution) -> bool:
    """Whether an attribution, its cue too, stands within a part of what another says."""
    spans = (*inner.content, *([inner.cue] if inner.cue else []))
    return any(
        all(part.start <= span.start and span.end <= part.end + _MARK and part != span for span in spans)
        for part in outer.content
    )


def _with(found: Attribution, rules: Sequence[Attribution]) -> Attribution:
    """What the model found, with what a rule that found the same cue knows better."""
    if not rules:
        return found
    rule = rules[0]
    takes_source = rule.source is not None and (found.source is None or rule.reason in _RIGHT_ON_SOURCE)
    return replace(
        found,
        content=rule.content if rule.reason in _RIGHT_ON_CONTENT else found.content,
        source=rule.source if takes_source else found.source,
        raw_label=rule.raw_label,
        reason=f"{found.reason} and {rule.reason}",
        score=round(min(1.0, found.score + _AGREEMENT), 3),
    )


def _share_cue(a: Attribution, b: Attribution) -> bool:
    return a.cue is not None and b.cue is not None and a.cue.overlaps(b.cue)


def _is_same(a: Attribution, b: Attribution) -> bool:
    """Whether two attributions share their cue, or most of their content."""
    common = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in a.content for q in b.content)
    return _share_cue(a, b) or common >= _SAME * max(_length(a), _length(b))


def _length(found: Attribution) -> int:
    return sum(part.end - part.start for part in found.content)
