"""Sides that speakers take on policies that are known already."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.policies.spoken import spoken
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
    ("said", "rebuilding the old quay must be stopped", "opposes"),
    ("said", "rebuilding the old quay should not be delayed", "supports"),
    ("said", "rebuilding the old quay should be paid by the state", "proposes"),
    ("said", "she would not support rebuilding the old quay", "opposes"),
    ("said", "she would stop rebuilding the old quay", "opposes"),
    ("asked", "whether she should be rebuilding the old quay", None),
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
    assert all(one.words.start <= part.start and one.words.end >= policy.span.end for one in found)
    assert not list(spoken(lay_out(text), [nobody], [policy]))


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("a fund of the sailors' own for rebuilding the old quay", "proposes"),
        ("a fund to end rebuilding the old quay", None),
    ],
)
def test_whoever_proposes_something_proposes_all_that_they_say(words: str, stance: str | None) -> None:
    """Where nothing before it breaks off or denies."""
    text = f"Lena Moss floated {words}."
    policy = Mention(Span(text.index("rebuilding"), text.index("old quay") + len("old quay")), 1)
    part = Span(text.index(words), text.index(words) + len(words))
    claim = Claim((part,), "indirect", cue_span=Span(10, 17), speaker=0, type="proposal")
    assert [one.stance for one in spoken(lay_out(text), [claim], [policy])] == ([stance] if stance else [])
