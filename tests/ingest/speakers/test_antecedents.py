"""Whom a pronoun or a description stands for, among those who spoke and acted before it."""

from __future__ import annotations

import pytest

from tests.ingest.speakers.test_resolving import speakers

OTHERS_BEFORE = "[Rosa Pinto] <said> {it rained}. Mark Reed came.\n\n"

ACTED = [
    # Of a sentence in which somebody else speaks, whoever acts is heard too.
    ("Mara Ellison met those [who] <say> {it rained}. [She] <doubts> {it snowed}.", "Mara Ellison"),
    # Whose thing opens a sentence acts in it, where nobody else does.
    ("Mara Ellison’s plan is dear. [She] <thinks> {it will rain}.", "Mara Ellison"),
    ("And though Mara Ellison’s plan is dear, [she] <thinks> {it will rain}.", "Mara Ellison"),
    ("Mara Ellison’s sister left. [She] <thinks> {it will rain}.", "Rosa Pinto"),
    ("Mara Ellison’s plan is dear, but Lena Quill drew it. [She] <thinks> {it will rain}.", "Lena Quill"),
    ("The bridge is Mara Ellison’s plan. [She] <thinks> {it will rain}.", "Rosa Pinto"),
]


@pytest.mark.parametrize(("marked", "name"), ACTED, ids=[marked for marked, _ in ACTED])
def test_a_pronoun_goes_to_whoever_acted_last(marked: str, name: str) -> None:
    """Though others were heard before, in another paragraph or in the same sentence."""
    assert speakers(OTHERS_BEFORE + marked)[-1] == name
