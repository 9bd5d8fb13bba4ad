"""How well a model folder finds names in the parts of the corpora that it was not trained on."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from ingest.tagger.folder import open_folder
from ingest.tagger.tagger import Range, Tagger
from ingest.training.corpora import Example, columns, gum

_WORD = re.compile(r"\w+|[^\w\s]")


def name_figures(folder: Path, corpora: Path) -> dict[str, dict[str, float]]:
    """F1 in percent by corpus and type, entity by entity with exact limits (as seqeval counts them)."""
    tagger = Tagger(open_folder(folder))
    return {
        "uner-ewt/test": _figures(tagger, columns(corpora / "ner/uner-ewt/test.iob2", word=1, label=2, style="web")),
        "gum/dev": _figures(tagger, gum(corpora / "gum/dev")),
    }


def _figures(tagger: Tagger, examples: Sequence[Example]) -> dict[str, float]:
    from seqeval.metrics import classification_report

    expected, found = [], []
    for example in examples:
        lines = [[line.span()] for line in re.finditer(r"[^\n]+", example.text)]
        tagged = tagger.read(example.text, lines)
        expected.append(_labels(example.text, [(name.span, name.type) for name in example.names]))
        found.append(_labels(example.text, [(name.span, name.type) for name in tagged.names]))
    report = classification_report(expected, found, output_dict=True, zero_division=0)
    chosen = {"person": "person", "organisation": "organisation", "place": "place", "micro avg": "overall"}
    return {name: round(100 * float(report[kind]["f1-score"]), 1) for kind, name in chosen.items() if kind in report}


def _labels(text: str, names: Sequence[tuple[Range, str]]) -> list[str]:
    """BIO labels of the words of a text."""
    words = [word.span() for word in _WORD.finditer(text)]
    starts, ends = [word[0] for word in words], [word[1] for word in words]
    labels = ["O"] * len(words)
    for (start, end), kind in names:
        first = bisect_right(ends, start)
        for place in range(first, bisect_left(starts, end)):
            labels[place] = ("B-" if place == first else "I-") + kind
    return labels
