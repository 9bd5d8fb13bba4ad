"""Verbs that take a side, in all their forms, by the side that they take."""

from __future__ import annotations

from ingest.lexicon.words import listed
from ingest.policies.cues import Stance, all_forms, forms
from ingest.policies.naming import ENDED, stem

_VERBS: dict[Stance, str] = {
    "promises": "promise pledge vow commit guarantee swear",
    "proposes": "propose urge recommend suggest advocate push press demand request ask lobby call outline unveil "
    "introduce want seek plan intend aim threaten",
    "supports": "support back favor favour endorse welcome defend praise champion embrace applaud uphold approve",
    "opposes": "oppose reject criticise criticize condemn denounce slam blast protest decry bash deride assail dismiss",
    "warnsOf": "warn caution",
    "doubts": "doubt question",
}
SIDES: dict[str, Stance] = {
    form: stance for stance, verbs in _VERBS.items() for verb in verbs.split() for form in forms(verb)
}
"""The side by the verb's form."""
_UNDOING = listed(
    "oppose fight reject ban defeat undo dismantle limit curb resist cut remove kill shelve delay postpone weaken"
)
UNDOING = ENDED | frozenset(map(stem, all_forms(_UNDOING)))
"""What is done to a policy, as `stem` gives it, by whoever is against it."""
