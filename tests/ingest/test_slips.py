"""The slips of machine translation are mended in the view that a text is read by, and nothing else is."""

from __future__ import annotations

import pytest

from ingest.extract import load
from ingest.pipeline import extract
from ingest.repair import view
from kg.model import Article

CASES = [
    ("The candidate Emilio sorbal spoke. sorbal left.", "The candidate Emilio Sorbal spoke. Sorbal left."),
    ("The head of the port, Emilio sorbal, who left", "The head of the port, Emilio Sorbal, who left"),
    ("Emilio Sorbal won.\nsorbal thanked them.", "Emilio Sorbal won.\nSorbal thanked them."),
    ("His rival sorbal wants a wall. sorbal has money.", "His rival Sorbal wants a wall. Sorbal has money."),
    ("the businessman emilio Sorbal", "the businessman Emilio Sorbal"),
    ("The minister, Ana Sorbal, She resigned.", "The minister, Ana Sorbal, resigned."),
    ("The unions of nurses They asked for it.", "The unions of nurses asked for it."),
    ("called “Plan Ferro”, It is expected to fail", "called “Plan Ferro”, is expected to fail"),
    ("the leader, Tobias Lunn, Who has gone", "the leader, Tobias Lunn, who has gone"),
    ("Ana Sorbalfrom the Port left.", "Ana Sorbal from the Port left."),
    ("Sorbal left. Sorbalbelieves it.", "Sorbal left. Sorbal believes it."),
    ("Qualeth fell. From Qualetha spokesman called.", "Qualeth fell. From Qualeth a spokesman called."),
    ("The senator Ana Lunn Proposes a wall of stones.", "The senator Ana Lunn proposes a wall of stones."),
]
UNTOUCHED = [
    "The singer Ana sings, and dances. It said She was ill.",
    "Maria walked, Ana smiled, Tom hummed.",
    "In Georgia voters, in Florence residents. They know it.",
    "Ana Marsh lost. The marsh is wet.",
    "Lima left. She stayed, and they went.",
    "The United States is an island, and Harbour Reports is a paper.",
    "@Sorbalsaid is a handle. Sorbal left.",
]


@pytest.mark.parametrize(("stored", "shown"), CASES)
def test_a_slip_is_mended_in_the_view(stored: str, shown: str) -> None:
    """Surnames get their capitals, repeated subjects go, glued names are parted."""
    assert view(stored).text == shown


@pytest.mark.parametrize("text", UNTOUCHED)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    """Small words behind first names and capitals within sentences are not slips by themselves."""
    assert view(text).text == text


def test_whoever_is_written_in_small_letters_speaks_under_their_full_name() -> None:
    """The claim's speaker is the person of the full name, and not the pronoun behind it."""
    told = "The minister of Ports, Emilio sorbal, He announced that the docks will close. sorbal added that it is late."
    found = extract(Article("a.txt", f"The docks\n\n{told}"), load("model"))
    speakers = [found.referents[claim.speaker].name for claim in found.claims if claim.speaker is not None]
    assert speakers == ["Emilio Sorbal", "Emilio Sorbal"]
