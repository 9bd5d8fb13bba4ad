"""``python -m tests.eval``: scores an extractor on the annotated sets, prints the figures, and moves the floors."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ingest.extract import load, names
from kg.errors import KgError
from tests.eval import floors
from tests.eval.annotations import SETS, Piece, found_by, missing
from tests.eval.score import Figure, Name, Reading, Statement, Tally, figures, mean, pairs, same, tally


@dataclass(frozen=True, slots=True)
class Scored:
    """A piece with what an extractor found in it and how much of that is right."""

    piece: Piece
    found: Reading
    tally: Tally


def score(extractor: str, set_: str) -> list[Scored]:
    """The pieces of a set, scored."""
    finder = load(extractor)
    scored = []
    for piece in SETS[set_]():
        found = found_by(finder, piece.article)
        scored.append(Scored(piece, found, mean([tally(marked, found) for marked in piece.markings])))
    return scored


def measured(scored: Sequence[Scored]) -> dict[str, float]:
    """What has a floor: each measure's F1 over a whole set. Parts ("names: document") are too few to have one."""
    by_measure = figures(one.tally for one in scored)
    return {measure: figure.f1 for measure, figure in by_measure.items() if ":" not in measure}


def main(arguments: Sequence[str] | None = None, path: Path = floors.PATH) -> int:
    """The exit status: 1 where a figure is below its floor, or a set cannot be read."""
    options = _options(arguments)
    try:
        return _run(options, path)
    except (KgError, LookupError) as problem:
        print(problem, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace, path: Path) -> int:
    pinned, status = floors.load(path), 0
    for set_ in options.set:
        if reason := missing(set_):
            print(f"{set_}: left out: {reason}", file=sys.stderr)
            continue
        scored = score(options.extractor, set_)
        _print_set(options.extractor, set_, scored)
        if options.errors:
            _print_errors(scored)
        if options.pin or options.lower:
            today = date.today().isoformat()
            pinned = floors.pinned(pinned, options.extractor, set_, measured(scored), why=options.lower, date=today)
        for problem in floors.fallen(pinned.get(options.extractor, {}).get(set_, {}), measured(scored)):
            print(f"{options.extractor} on {set_}: {problem}", file=sys.stderr)
            status = 1
    if options.pin or options.lower:
        floors.save(pinned, path)
    return status


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.eval", description=__doc__)
    parser.add_argument("--extractor", default="rules", choices=names(), help="whose claims are scored (rules)")
    parser.add_argument("--set", action="append", choices=SETS, help="only this set; may be repeated")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was wrongly found")
    parser.add_argument("--pin", action="store_true", help=f"raise the floors to {floors.MARGIN} below the figures")
    parser.add_argument("--lower", metavar="WHY", help="lower floors too, for the reason that this sentence gives")
    options = parser.parse_args(arguments)
    if options.lower is not None and len(options.lower.split()) < 3:
        parser.error("--lower takes a sentence that says why")
    options.set = options.set or list(SETS)
    return options


def _print_set(extractor: str, set_: str, scored: Sequence[Scored]) -> None:
    print(
        f"\n{extractor} on {set_}: {len(scored)} articles\n\n{'':24}{'P':>7}{'R':>7}{'F1':>7}{'marked':>9}{'found':>8}"
    )
    for measure, figure in figures(one.tally for one in scored).items():
        print(_row(measure, figure))
    genres = sorted({one.piece.genre for one in scored})
    if len(genres) < 2:
        return
    shown = ("claims", "speakers", "whole", "characters", "names")
    print(f"\n{'F1 by genre':24}{'texts':>7}" + "".join(f"{measure:>12}" for measure in shown))
    for genre in genres:
        group = [one for one in scored if one.piece.genre == genre]
        by_measure = figures(one.tally for one in group)
        print(f"{genre:24}{len(group):>7}" + "".join(f"{by_measure[measure].f1:>12.1f}" for measure in shown))


def _row(measure: str, figure: Figure) -> str:
    rates = "".join(f"{rate:>7.1f}" for rate in (figure.precision, figure.recall, figure.f1))
    return f"{measure:24}{rates}{figure.marked:>9.0f}{figure.found:>8.0f}"


def _print_errors(scored: Sequence[Scored]) -> None:
    for one in scored:
        print(f"\n{one.piece.name} ({one.piece.genre})")
        for line in errors(one.piece.article.text, one.piece.markings[0], one.found):
            print(f"  {line}")


def errors(text: str, marked: Reading, found: Reading) -> list[str]:
    """What one extractor missed and wrongly found, a line each."""
    names, theirs = marked.names, found.names or frozenset()
    return [
        *_claim_errors(text, "", marked.top(), found.top()),
        *_claim_errors(text, "inner ", marked.inner(), found.inner()),
        *(f"missed name: {_name(text, name)}" for name in _in_order((names or frozenset()) - theirs)),
        *(f"no such name: {_name(text, name)}" for name in _in_order(theirs - names if names is not None else ())),
    ]


def _claim_errors(text: str, where: str, marked: Sequence[Statement], found: Sequence[Statement]) -> Iterator[str]:
    paired = sorted(pairs(marked, found))
    for i in sorted(set(range(len(marked))) - {i for i, _ in paired}):
        yield f"missed {where}claim: {_words(text, marked[i].content)!r}"
    for j in sorted(set(range(len(found))) - {j for _, j in paired}):
        yield f"no such {where}claim: {_words(text, found[j].content)!r}"
    for i, j in paired:
        yield from (f"{where}{problem}" for problem in _differences(text, marked[i], found[j]))


def _differences(text: str, marked: Statement, found: Statement) -> Iterator[str]:
    """What is wrong with a claim that was found."""
    for part, right, given in (("speaker", marked.speaker, found.speaker), ("cue", marked.cue, found.cue)):
        if not same(right, given):
            yield f"{part}: {_words(text, given)!r} for {_words(text, right)!r}"
    for label, wanted, got in (("mode", marked.mode, found.mode), ("type", marked.type, found.type)):
        if wanted and wanted != got:
            yield f"{label}: {got} for {wanted}: {_words(text, marked.content)!r}"
    if marked.called and not marked.called & found.called:
        yield f"name: {sorted(found.called)} for {sorted(marked.called)}"


def _words(text: str, offsets: frozenset[int]) -> str:
    """The words at these offsets, with a mark where some were left out."""
    pieces: list[str] = []
    for offset in sorted(offsets):
        if pieces and offset - 1 not in offsets:
            pieces.append(" … ")
        pieces.append(text[offset])
    return "".join(pieces)


def _in_order(found: Iterable[Name]) -> list[Name]:
    return sorted(found, key=lambda name: (name.start, name.end, name.type))


def _name(text: str, name: Name) -> str:
    return f"{text[name.start : name.end]!r} ({name.type})"


if __name__ == "__main__":
    sys.exit(main())
