"""Sides on policies that are known already: those that their speakers take, and those of cues right before them."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.policies.spoken import beside, spoken
from kg.model import Claim, Mention, Span

SAID = [
    ("vowed", "to begin rebuilding the old quay", "promises"),
    ("vowed", "not to begin rebuilding the old quay", "opposes"),
    ("called for", "rebuilding the old quay", "proposes"),
    ("called", "rebuilding the old quay a folly", None),
    ("proposed", "a fee to pay for rebuilding the old quay", None),
    ("wants", "the council to end rebuilding the old quay", None),
    ("welcomed", "rebuilding the old quay", "supports"),
    ("welcomed", "the boats that came to the harbour for rebuilding the old quay", None),
    ("criticised", "rebuilding the old quay", "opposes"),
    ("warned against", "rebuilding the old quay", "warnsOf"),
    ("said", "the council must now be rebuilding the old quay", "proposes"),
    ("said", "she would be rebuilding the old quay", "promises"),
    ("said", "the sea would be rebuilding the old quay", None),
    ("said", "the council should not be rebuilding the old quay", "opposes"),
    ("said", "he would never support rebuilding the old quay", "opposes"),
    ("said", "he still opposes rebuilding the old quay", "opposes"),
    ("said", "voters oppose rebuilding the old quay", None),
    ("said", "rebuilding the old quay had begun", None),
]


@pytest.mark.parametrize(("cue", "words", "stance"), SAID)
def test_a_speaker_takes_the_side_of_the_cue_or_of_the_words(cue: str, words: str, stance: str | None) -> None:
    """Each stance has the words that say so, and who is nobody takes none."""
    text = f"Lena Moss {cue} {words}."
    policy = Mention(Span(text.index("rebuilding"), text.index("old quay") + len("old quay")), 1)
    part = Span(text.index(words), text.index(words) + len(words))
    somebody, nobody = (
        Claim((part,), "indirect", cue_span=Span(10, 10 + len(cue)), speaker=speaker) for speaker in (0, None)
    )
    found = list(spoken(lay_out(text), [somebody], [policy]))
    assert [one.stance for one in found] == ([stance] if stance else [])
    assert all(one.words.start <= part.start and one.words.end == policy.span.end for one in found)
    assert not list(spoken(lay_out(text), [nobody], [policy]))


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
