"""Who speaks together with others is a group, and none of them alone."""

from __future__ import annotations

import pytest

from tests.ingest.speakers.test_resolving import read, speakers

TOGETHER = [
    ("[He] and Peter Lunn <said> {it rained}.", "He and Peter Lunn"),
    ("[Neither Mara Ellison nor Peter Lunn] <said> {it rained}.", "Mara Ellison and Peter Lunn"),
    ("[Mara Ellison and her husband] <said> {it rained}.", "Mara Ellison and her husband"),
    ("[Mara Ellison and other leaders] <said> {it rained}.", "Mara Ellison and other leaders"),
    ("[Mara Ellison and her colleague Peter Lunn] <said> {it rained}.", "Mara Ellison and Peter Lunn"),
    (
        "[Analyst Mara Ellison of the Tidal Institute and her colleague Peter Lunn] <said> {it rained}.",
        "Mara Ellison and Peter Lunn",
    ),
    ("[Mara Ellison of Peru and Senator Peter Lunn of Chile] <said> {it rained}.", "Mara Ellison and Peter Lunn"),
    ("[Mara Ellison, who left, and Peter Lunn, a painter,] <said> {it rained}.", "Mara Ellison and Peter Lunn"),
    ("[Mara Ellison, Peter Lunn and Tor Quill] <said> {it rained}.", "Mara Ellison, Peter Lunn and Tor Quill"),
    ("[The senator and his allies] <said> {it rained}.", "senator and his allies"),
]


@pytest.mark.parametrize(("marked", "name"), TOGETHER, ids=[marked for marked, _ in TOGETHER])
def test_people_who_speak_together_are_a_group(marked: str, name: str) -> None:
    """Also where the extractor took one of them for the speaker."""
    _, (claims, referents, _) = read("Senator Tor Quill left. " + marked)
    who = referents[claims[-1].speaker or 0]
    assert (who.name, who.named, who.group) == (name, False, True)


ALONE = [
    ("[Mara Ellison, a painter and the director of the Dock Museum,] <said> {it rained}.", "Mara Ellison"),
    ("[Mara Ellison, a friend of Peter Lunn] <said> {it rained}.", "Mara Ellison"),
    ("[He] and the weather <said> {it rained}.", "Tor Quill"),
]


@pytest.mark.parametrize(("marked", "name"), ALONE, ids=[marked for marked, _ in ALONE])
def test_what_is_said_of_one_makes_no_group(marked: str, name: str) -> None:
    """An apposition may hold "and" too."""
    assert speakers("Senator Tor Quill left. " + marked)[-1] == name


def test_it_is_no_group() -> None:
    """A group of people that spoke last is "they"; the body that acted before it is "it"."""
    marked = "The Dock Board met. [Voters] <said> {it rained}. [It] <said> {it snowed}."
    assert speakers(marked) == ["Voters", "Dock Board"]
