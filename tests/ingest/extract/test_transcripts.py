"""Transcripts are read turn by turn."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.extract.rules import Rules

SHOUTED = "Talk\n\nLIMA: We will close it.\n\nODUYA: Why now?\n\n(CROSSTALK)\n\nLIMA: It is old."
QUOTED = "Talk\n\n“LIMA: We will close it.\n\n“It is old.\n\n“ODUYA: Why now?”\n\nThe talk was long."
NAMED = "Talk\n\nLima: We will close it.\n\nOduya: Why now?\n\nLima: It is old.\n\nOduya: I see."
ASKED = "Talk\n\nQ: Will it close?\n\nA: It will close in May."


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (SHOUTED, ["LIMA", "ODUYA", "LIMA"]),
        (QUOTED, ["LIMA", "ODUYA"]),
        (NAMED, ["Lima", "Oduya", "Lima", "Oduya"]),
        (ASKED, ["Q", "A"]),
    ],
)
def test_each_turn_belongs_to_who_opens_it(text: str, speakers: list[str]) -> None:
    """The name before the colon is the source, the colon the cue."""
    found = Rules().read(lay_out(text)).attributions
    assert [turn.source.of(text) for turn in found if turn.source] == speakers
    assert all(turn.cue and turn.cue.of(text) == ":" for turn in found)


def test_a_turn_goes_on_in_paragraphs_that_open_with_a_mark() -> None:
    """In a quoted transcript the marks tell who is still speaking."""
    first = Rules().read(lay_out(QUOTED)).attributions[0]
    assert [part.of(QUOTED) for part in first.content] == ["We will close it.", "It is old."]


def test_a_lone_label_is_no_turn() -> None:
    """A note is not a speaker."""
    text = "Talk\n\nNote: The bridge is closed.\n\nIt will open in May."
    assert not Rules().read(lay_out(text)).attributions
