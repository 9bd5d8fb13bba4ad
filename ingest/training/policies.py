"""``python -m ingest.training.policies MARKS... SHARED``: weighs what tells a policy, from annotated articles.

MARKS are folders of annotations (``source``, a path in SHARED, and ``policies`` with the spans of their ``names``);
those without policies are left out.
A candidate is a policy where it overlaps a name, shares half of the content words of the shorter, and fits the name
nearly as well as the best candidate does. The weights are those of a logistic regression; rare features and small
weights are left out. Two sets are learned: for what rules read by features alone, for what the model reads by features
and by the encoder's vectors of a candidate's pieces. The weights go to ``ingest/policies/weights.json``, those of the
vectors to ``lenses.npy`` in the model's folder.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest import document, entities
from ingest.extract import decide
from ingest.extract.learned import MODEL, Learned
from ingest.extract.protocol import Extractor
from ingest.extract.rules import Rules
from ingest.formats import read_all
from ingest.lexicon.words import FUNCTION
from ingest.policies.choosing import weighed
from ingest.policies.naming import WORD
from ingest.policies.phrases import JOINING
from ingest.policies.scoring import FILE
from ingest.tagger.folder import CONFIG, LENSES
from ingest.tagger.hints import PARTS, Hints
from kg.errors import ArticleError
from kg.model import Span

Vectors = NDArray[np.float32]

STEPS = 8
"""Newton's steps: the last ones change nothing that is kept."""
WORDY = 4
"""How many times more a feature of a single word is held back than one of a class of words."""
PENALTY = 6.0
"""How much a weight is held back."""
VECTOR_PENALTY = 1000.0
"""How much a weight of the encoder's vectors is held back, which are made to vary alike; cross-validated."""
THRESHOLDS = {"hinted": 0.6, "plain": 0.6}
"""Cross-validated over the annotated articles, about two of three that are taken are right."""
RAREST = 3
"""In so many articles a feature must occur."""
NEARLY = 0.7
"""A candidate that fits a name so well, compared with the best, names the policy too."""
SMALLEST = 0.05
"""Weights nearer to 0 are left out."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate: its features, whether it names a policy, the number of its article, the vectors of its pieces."""

    features: tuple[str, ...]
    is_policy: bool
    article: int
    vectors: Vectors


def examples(marks: Sequence[Path], shared: Path, extractor: Extractor) -> list[Example]:
    """The candidates of all articles that lie in ``shared``, as the extractor reads them."""
    found: list[Example] = []
    for number, path in enumerate(sorted(path for folder in marks for path in folder.rglob("*.json"))):
        data = json.loads(path.read_text(encoding="utf-8"))
        if "policies" not in data or not (shared / data["source"]).exists():
            continue
        (article,) = read_all([str(shared / data["source"])])
        if isinstance(article, ArticleError):
            continue
        names = [Span(*name) for policy in data["policies"] for name in policy["names"]]
        laid_out = document.lay_out(article.text)
        read = extractor.read(laid_out)
        claims = decide(laid_out, read.attributions, article)
        referents, mentions = entities.find(laid_out, article, read.names)
        of = weighed(laid_out, claims, referents, mentions)
        right = fitting(article.text, [one.candidate.span for one in of], names)
        found += (
            Example(
                tuple(dict.fromkeys(one.features)),
                one.candidate.span in right,
                number,
                _vectors(read.hints, one.candidate.span),
            )
            for one in of
        )
    return found


def _vectors(hints: Hints | None, span: Span) -> Vectors:
    """The vectors of a candidate's parts, one behind the other; none where no encoder read it."""
    parts = hints.parts(span) if hints else None
    if parts is None:
        return np.zeros(len(PARTS) * hints.values.shape[1] if hints else 0, dtype=np.float32)
    return parts.ravel()


def fitting(text: str, spans: Sequence[Span], names: Sequence[Span]) -> set[Span]:
    """The spans that fit one of the names nearly as well as the best of them does."""
    right = set[Span]()
    for name in names:
        fits = {span: fit for span in spans if (fit := _fit(text, name, span))}
        right |= {span for span, fit in fits.items() if fit >= NEARLY * max(fits.values())}
    return right


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


def fitted(of: Sequence[Example], penalty: float, vector_penalty: float) -> tuple[dict[str, float], Vectors]:
    """The weight of each feature, and the lens for each part of a phrase [width, parts], empty without vectors.

    A logistic regression with a squared penalty, by Newton's steps. Vectors are brought to the same mean and spread in
    every place; the lenses undo that, and what it takes off goes to the weight of ``bias``.
    """
    spread: dict[str, set[int]] = {}
    for example in of:
        for feature in example.features:
            spread.setdefault(feature, set()).add(example.article)
    columns = {name: at for at, name in enumerate(sorted(n for n, seen in spread.items() if len(seen) >= RAREST))}
    table = np.zeros((len(of), len(columns)), dtype=np.float32)
    for row, example in enumerate(of):
        for feature in example.features:
            if feature in columns:
                table[row, columns[feature]] = 1.0
    vectors = np.stack([example.vectors for example in of])
    mean, deviation = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
    table = np.hstack([table, (vectors - mean) / deviation])
    wanted = np.array([example.is_policy for example in of], dtype=np.float32)
    held = [penalty * (WORDY if ":" in name.split("=")[0] else 1) for name in columns]
    strength = np.array(held + [vector_penalty] * len(mean), dtype=np.float32)
    strength[columns["bias"]] = 1e-3
    weights = _regressed(table, wanted, strength)
    seen = weights[len(columns) :] / deviation
    weights[columns["bias"]] -= float(seen @ mean)
    told = {name: round(float(weights[at]), 2) for name, at in columns.items() if abs(weights[at]) >= SMALLEST}
    return told, seen.reshape(len(PARTS), -1).T


def _regressed(table: Vectors, wanted: Vectors, strength: Vectors) -> Vectors:
    """The weights of the columns of a table."""
    weights = np.zeros(table.shape[1], dtype=np.float32)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (chance - wanted) + strength * weights
        rows = table * np.sqrt(chance * (1 - chance))[:, None]
        curve = rows.T @ rows + np.diag(strength)
        weights -= np.linalg.solve(curve, slope)
    return weights


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the weights and lenses of what is annotated."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest.training.policies", description="weighs what tells a policy"
    )
    parser.add_argument("marks", type=Path, nargs="+", help="folders of annotations")
    parser.add_argument("shared", type=Path, help="the folder that their sources lie in")
    parser.add_argument("--penalty", type=float, default=PENALTY, help="how much weights are held back")
    options = parser.parse_args(arguments)
    learned = Learned()
    learned.tagger.lenses = np.eye(len(learned.tagger.lenses), dtype=np.float32)
    extractors: dict[str, Extractor] = {"hinted": learned, "plain": Rules()}
    stored = {}
    for name, extractor in extractors.items():
        of = examples(options.marks, options.shared, extractor)
        weights, lenses = fitted(of, options.penalty, VECTOR_PENALTY)
        stored[name] = {"threshold": THRESHOLDS[name], "weights": weights}
        if lenses.size:
            replace_file(MODEL, LENSES, lenses)
        print(f"{name}: {len(of)} candidates, {sum(one.is_policy for one in of)} policies, {len(weights)} weights")
    FILE.write_text(json.dumps(stored, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0


def replace_file(folder: Path, name: str, values: Vectors) -> None:
    """Puts an array into a model folder, and its hash into the folder's description."""
    np.save(folder / name, values)
    described = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    described["sha256"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    described["sha256"] = dict(sorted(described["sha256"].items()))
    (folder / CONFIG).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
