"""How likely a candidate is to name a policy: a weighted sum of its features, and of what an encoder sees in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")
"""The weights, a number for each feature by its name, as `ingest.training.policies` writes them: those for articles
that an encoder read, and those for articles that rules alone read.
"""


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of features, and the likelihood from which on a candidate is taken for a policy."""

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Iterable[str], hint: float = 0.0) -> float:
        """How likely a candidate with these features names a policy, from 0 to 1; ``hint`` is what the encoder adds."""
        total = hint + sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=2)
def scorer(*, hinted: bool) -> Scorer:
    """The scorer for candidates with hints or for those without; ``ingest/training/policies.py`` made both."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))["hinted" if hinted else "plain"]
    return Scorer(stored["weights"], stored["threshold"])
