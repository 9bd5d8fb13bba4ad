"""``python -m ingest.training.policies MARKS... SHARED``: weighs what tells a policy, from annotated articles.

MARKS are folders of annotations (``source``, a path in SHARED, and ``policies`` with the spans of their ``names``).
A candidate is a policy where it overlaps a name, shares half of the content words of the shorter, and fits the name
nearly as well as the best candidate does. The weights are those of a logistic regression; rare features and small
weights are left out. The result goes to ``ingest/policies/weights.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest import document, entities
from ingest.extract import decide
from ingest.extract import load as load_extractor
from ingest.formats import read_all
from ingest.lexicon.words import FUNCTION
from ingest.policies.candidates import Candidate
from ingest.policies.choosing import weighed
from ingest.policies.naming import WORD
from ingest.policies.phrases import JOINING
from ingest.policies.scoring import FILE
from kg.errors import ArticleError
from kg.model import Span

WORDY = 4
"""How many times more a feature of a single word is held back than one of a class of words."""
PENALTY = 4.0
"""Both extractors read each article, so that each candidate counts twice."""
THRESHOLD = 0.7
"""Cross-validated over the annotated articles, about two of three that are taken are right."""
RAREST = 3
"""In so many articles a feature must occur."""
NEARLY = 0.7
"""A candidate that fits a name so well, compared with the best, names the policy too."""
SMALLEST = 0.05
"""Weights nearer to 0 are left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate: its features, whether it names a policy, and the number of its article."""

    features: tuple[str, ...]
    is_policy: bool
    article: int


def examples(marks: Sequence[Path], shared: Path, extractors: Sequence[str]) -> list[Example]:
    """The candidates of all articles that lie in ``shared``, as each of the extractors reads them."""
    found: list[Example] = []
    reading = [load_extractor(name) for name in extractors]
    for number, path in enumerate(sorted(path for folder in marks for path in folder.rglob("*.json"))):
        data = json.loads(path.read_text(encoding="utf-8"))
        if not (shared / data["source"]).exists():
            continue
        (article,) = read_all([str(shared / data["source"])])
        if isinstance(article, ArticleError):
            continue
        names = [Span(*name) for policy in data["policies"] for name in policy["names"]]
        laid_out = document.lay_out(article.text)
        for extractor in reading:
            read = extractor.read(laid_out)
            claims = decide(laid_out, read.attributions, article)
            referents, mentions = entities.find(laid_out, article, read.names)
            found += labelled(article.text, weighed(laid_out, claims, referents, mentions), names, number)
    return found


def labelled(
    text: str, of: Sequence[tuple[Candidate, Sequence[str]]], names: Sequence[Span], article: int
) -> list[Example]:
    """The candidates of an article, of which those name a policy that fit one of its names nearly best."""
    right = set[Span]()
    for name in names:
        fits = {candidate.span: fit for candidate, _ in of if (fit := _fit(text, name, candidate.span))}
        right |= {span for span, fit in fits.items() if fit >= NEARLY * max(fits.values())}
    return [Example(tuple(dict.fromkeys(features)), candidate.span in right, article) for candidate, features in of]


def _fit(text: str, one: Span, other: Span) -> float:
    """The share of their content words that both have, 0 where they are two things."""
    if not same(text, one, other):
        return 0.0
    ours, theirs = _content(one.of(text)), _content(other.of(text))
    return len(ours & theirs) / len(ours | theirs)


def same(text: str, one: Span, other: Span) -> bool:
    """Whether two spans overlap and the shorter shares half of its content words with the longer."""
    if not one.overlaps(other):
        return False
    ours, theirs = _content(one.of(text)), _content(other.of(text))
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and 2 * len(ours & theirs) >= fewer


def _content(words: str) -> set[str]:
    low = {match[0].lower() for match in WORD.finditer(words)}
    return low - FUNCTION - JOINING or low


def fitted(of: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weight of each feature: a logistic regression with a squared penalty, by Newton's steps."""
    spread: dict[str, set[int]] = {}
    for example in of:
        for feature in example.features:
            spread.setdefault(feature, set()).add(example.article)
    columns = {name: at for at, name in enumerate(sorted(n for n, seen in spread.items() if len(seen) >= RAREST))}
    table = np.zeros((len(of), len(columns)), dtype=np.float64)
    for row, example in enumerate(of):
        for feature in example.features:
            if feature in columns:
                table[row, columns[feature]] = 1.0
    wanted = np.array([example.is_policy for example in of], dtype=np.float64)
    weights = np.zeros(len(columns))
    strength = np.array([penalty * (WORDY if ":" in name.split("=")[0] else 1) for name in columns])
    strength[columns["bias"]] = 1e-3
    for _ in range(12):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - wanted) + strength * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(strength)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return {name: round(float(weights[at]), 2) for name, at in columns.items() if abs(weights[at]) >= SMALLEST}


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the weights of what is annotated."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest.training.policies", description="weighs what tells a policy"
    )
    parser.add_argument("marks", type=Path, nargs="+", help="folders of annotations")
    parser.add_argument("shared", type=Path, help="the folder that their sources lie in")
    parser.add_argument("--penalty", type=float, default=PENALTY, help="how much weights are held back")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help="the likelihood of what is taken for one")
    options = parser.parse_args(arguments)
    of = examples(options.marks, options.shared, ("model", "rules"))
    weights = fitted(of, options.penalty)
    stored = {"threshold": options.threshold, "weights": weights}
    FILE.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(of)} candidates, {sum(one.is_policy for one in of)} policies, {len(weights)} weights")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
