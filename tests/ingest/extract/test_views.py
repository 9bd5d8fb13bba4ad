"""What holds in somebody's view is a claim of theirs, and what only held for them is none."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.extract.agreement import agreed
from ingest.extract.protocol import Attribution
from ingest.extract.rules import Rules

HELD = [
    ("In the opinion of Marta Lunn, the bridge is old.", "Marta Lunn", "the bridge is old"),
    ("In her judgment, however, the bridge is old.", "her", "the bridge is old"),
    ("For the analyst, the bridge is old.", "the analyst", "the bridge is old"),
    ("For the economist Ofelia Lunn, instead, the bridge changes it.", "the economist Ofelia Lunn", "the bridge chang"),
    ("For Marta Lunn, director of the Port, the bridge is old.", "Marta Lunn, director of the Port", "the bridge is"),
    ("For Zora Lunn, director of the Port, the bridge is old.", "Zora Lunn, director of the Port", "the bridge is"),
    ("The economist Ofelia Lunn came. For Lunn, the town should close it.", "Lunn", "the town should close it"),
]
NOT_HELD = [
    "The economist Ofelia Lunn came. For Lunn, the bridge was a chance.",
    "For Porto, the bridge is a chance.",
    "For years, the bridge is closed at night.",
    "For the economist Ofelia Lunn, who left, the bridge is old.",
]


def viewed(text: str) -> list[Attribution]:
    """What the rules about views find in a text below its title."""
    ruled = Rules().read(lay_out("A day in town is over.\n\n" + text)).attributions
    return [found for found in ruled if found.reason in ("in the view of", "for somebody")]


@pytest.mark.parametrize(("text", "source", "content"), HELD)
def test_a_view_is_somebodys_claim(text: str, source: str, content: str) -> None:
    """Also where a role, an apposition or an aside stands beside the name."""
    stored = "A day in town is over.\n\n" + text
    (found,) = viewed(text)
    assert found.source is not None
    assert (found.source.of(stored), found.content[0].of(stored)[: len(content)]) == (source, content)


@pytest.mark.parametrize("text", NOT_HELD)
def test_a_story_is_nobodys_view(text: str) -> None:
    """Neither what was, nor what is so for a place or for years."""
    assert viewed(text) == []


def test_what_others_want_in_a_view_is_within_it() -> None:
    """The speaker is whose view it is, and not the mayor that it is about."""
    text = "In her view, the mayor wants to close the bridge."
    view, *inner = Rules().read(lay_out("A day in town is over.\n\n" + text)).attributions
    tagged = [Attribution(one.content, one.source, one.cue, "attribution", "model", 0.9) for one in inner]
    assert len(tagged) == 1
    assert agreed(tagged, [view], "A day in town is over.\n\n" + text, 2) == [view]
