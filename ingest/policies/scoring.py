"""How likely a candidate is to name a policy: a weighted sum of its features."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")
"""The weights, a number for each feature by its name, as `ingest.training.policies` writes them."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """The weights of features, and the likelihood from which on a candidate is taken for a policy."""

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Iterable[str]) -> float:
        """How likely a candidate with these features names a policy, from 0 to 1."""
        total = sum(self.weights.get(feature, 0.0) for feature in features)
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def scorer() -> Scorer:
    """The scorer that comes with the project; ``ingest/training/policies.py`` made it."""
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    return Scorer(stored["weights"], stored["threshold"])
