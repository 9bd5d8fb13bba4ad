"""Sides that cues, owners and relative clauses beside the mention of a known policy take."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.policies.beside import beside
from kg.model import Mention, Span

BESIDE = [
    ("Most sailors endorse {harbour ferries}.", [("supports", "endorse", ["harbour ferries"])]),
    (
        "He endorsed the {harbour ferries} and {free ponchos}.",
        [("supports", "endorsed", ["harbour ferries", "free ponchos"])],
    ),
    ("Her support for {harbour ferries} is old.", [("supports", "support for", ["harbour ferries"])]),
    ("They plan to {paint the ferries}.", [("proposes", "plan", ["paint the ferries"])]),
    ("They plan never to {paint the ferries}.", []),
    (
        "They urged the council not to {paint the ferries}.",
        [("opposes", "urged the council not to", ["paint the ferries"])],
    ),
    ("They endorsed Moss on the {harbour ferries}.", []),
    (
        "They vowed to {paint the ferries} and to knit {free ponchos}.",
        [("promises", "vowed", ["paint the ferries", "free ponchos"])],
    ),
    ("The {harbour ferries}, drafted by Tom Oakes, sank.", [("proposes", "drafted by", ["harbour ferries"])]),
    ("They support a $3 {harbour toll}.", [("supports", "support", ["harbour toll"])]),
    (
        "The mayor rejected calls by Tom Oakes, a skipper, for {harbour ferries}.",
        [("proposes", "calls by", ["harbour ferries"])],
    ),
    ("{Harbour ferries} endorse nobody.", []),
]


@pytest.mark.parametrize(("marked", "expected"), BESIDE)
def test_a_cue_takes_a_side_on_the_known_policies_right_behind_it(
    marked: str, expected: list[tuple[str, str, list[str]]]
) -> None:
    """With those that are listed with it; not on what stands farther off, nor before."""
    text, mentions = "", []
    for number, piece in enumerate(marked.replace("}", "{").split("{")):
        if number % 2:
            mentions.append(Mention(Span(len(text), len(text) + len(piece)), number))
        text += piece
    found = beside(lay_out(text), mentions)
    told = [(one.stance, one.cue.of(text), [span.of(text) for span in one.policies]) for one in found]
    assert all(one in expected for one in told)
    assert all(one in told for one in expected)
