"""Who speaks where a translation drops subjects, mistakes a gender or says "they" of a body."""

from __future__ import annotations

import pytest

from ingest.speakers.heard import is_dropped
from kg.model import Claim, Span
from tests.ingest.speakers.test_resolving import speakers

DROPPED = "Peter Lunn came.\n\n[Ana Lunn] <said> {it rained}. <Adds> that {it snowed}. <Recalls> that {it froze}. "
CASES = [
    (DROPPED + "[He] <insisted> that {it thawed}.", "Ana Lunn"),
    ("Peter Lunn came.\n\n[Ana Lunn] <said> {it rained}. [He] <insisted> that {it thawed}.", "Peter Lunn"),
    (DROPPED + "\n\nIt is late. [He] <insisted> that {it thawed}.", "Ana Lunn"),
    (DROPPED + "She left.\n\nIt is late. [He] <insisted> that {it thawed}.", "Peter Lunn"),
    ("Tor Quill left. From the Dock Board [they] <warn> that {it thaws}.", "Dock Board"),
    ("[Ana Lunn] <said> {it rained}. From the shore [they] <warn> that {it thaws}.", None),
    ("[Ana Lunn] <said> {it rained}. <According to> [her calculations], {it thaws}.", "Ana Lunn"),
]


@pytest.mark.parametrize(("marked", "speaker"), CASES)
def test_the_last_claim_is_spoken_by_whom_the_text_means(marked: str, speaker: str | None) -> None:
    """Where subjects are dropped a pronoun's gender says little; elsewhere it tells one from another."""
    assert speakers(marked)[-1] == speaker


def test_a_quotation_said_to_somebody_is_by_the_last_speaker() -> None:
    """Its subject is dropped, and whom it is said to speaks neither."""
    marked = "[Ana Lunn] <said> that {“it rains”}. {“It thaws too”} <said to> Radio Quill."
    assert speakers(marked, "direct") == ["Ana Lunn", "Ana Lunn"]


@pytest.mark.parametrize(("cue", "expected"), [("Adds", True), ("adds", False), ("Stones", False)])
def test_a_verb_that_opens_a_sentence_lacks_its_subject(cue: str, expected: bool) -> None:
    """Only a verb of saying with a capital is known to."""
    text = f"{cue} that it rained."
    assert (
        is_dropped(text, Claim((Span(len(cue) + 6, len(text) - 1),), "indirect", None, Span(0, len(cue)))) is expected
    )
