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
    # A name that a comma sets off from the description before it acts, as one behind a longer title does.
    ("The mayor, Mara Ellison, left. [She] <thinks> {it will rain}.", "Mara Ellison"),
    ("On the other side, leading candidate Mara Ellison left. [She] <thinks> {it will rain}.", "Mara Ellison"),
    # Somebody unnamed who speaks within a sentence is not who acts in it.
    ("Mara Ellison left when [a voter] <asked> {why}. [She] <thinks> {it will rain}.", "Mara Ellison"),
    # Where one of the other gender acts, she is the only woman of that sentence; of two, neither.
    ("Peter Lunn feared Mara Ellison. [She] <thinks> {it will rain}.", "Mara Ellison"),
    ("Peter Lunn feared Mara Ellison and Lena Quill. [She] <thinks> {it will rain}.", "Rosa Pinto"),
    ("Peter Lunn said “Mara Ellison” to all. [She] <thinks> {it will rain}.", "Rosa Pinto"),
    ("The bridge is Mara Ellison’s plan. [She] <thinks> {it will rain}.", "Rosa Pinto"),
]


@pytest.mark.parametrize(("marked", "name"), ACTED, ids=[marked for marked, _ in ACTED])
def test_a_pronoun_goes_to_whoever_acted_last(marked: str, name: str) -> None:
    """Though others were heard before, in another paragraph or in the same sentence."""
    assert speakers(OTHERS_BEFORE + marked)[-1] == name


HOMES = "Sen. Rosa Pinto, R-Ohio, and Sen. Mark Reed, a Democrat from Oregon, came, as did Sen. Lena Quill (D-Texas). "


def test_no_city_is_the_state() -> None:
    """And no state the city."""
    told = "It rained in Lansing, in Ohio. [The state] <said> {it rained}. It rained in Ohio, in Lansing. "
    assert speakers(told + "[The state] <said> {it rained}. [The city] <said> {it hailed}.") == [
        "Ohio",
        "Ohio",
        "Lansing",
    ]


DESCRIBED: list[tuple[str, str]] = [
    # A place or a party in a description tells those of one role from one another.
    ("[The Ohio senator] <said> {it rained}.", "Rosa Pinto"),
    ("[The Oregon senator] <said> {it rained}.", "Mark Reed"),
    ("[The Ohio Republican] <said> {it rained}.", "Rosa Pinto"),
    ("[The Republican senator] <said> {it rained}.", "Rosa Pinto"),
    ("[The Utah senator] <said> {it rained}.", "Utah senator"),
    ("[The Republican lawmaker from Utah] <said> {it rained}.", "Republican lawmaker from Utah"),
    # Nobody enters a text under such words: they say something new of whoever spoke last, or alone acted.
    ("[Peter Lunn] <said> {it rained}. {It snowed}, <added> [the former mayor of Porto].", "Peter Lunn"),
    ("[Peter Lunn] <said> {it rained}. [The 80-year-old sailor] <added> {it snowed}.", "Peter Lunn"),
    ("Peter Lunn left. [The politician] <added> {it snowed}.", "Peter Lunn"),
    ("Peter Lunn met Pia Moss. [The Porto politician] <added> {it snowed}.", "Porto politician"),
    ("[Peter Lunn] <said> {it rained}. [The businesswoman] <added> {it snowed}.", "businesswoman"),
    ("[Peter Lunn] <said> {it rained}. [The sailor] <added> {it snowed}.", "sailor"),
]


@pytest.mark.parametrize(("marked", "name"), DESCRIBED, ids=[marked for marked, _ in DESCRIBED])
def test_a_description_goes_to_whom_its_words_allow(marked: str, name: str) -> None:
    """To nobody who is told with another place or party, or with a gender that its noun contradicts."""
    assert speakers(HOMES + "\n\n" + marked)[-1] == name


def test_first_names_of_many_countries_tell_which_pronoun_fits() -> None:
    """Sigrid is not "he", though she spoke last."""
    marked = "[Piotr Lunn] <said> {it rained}. [Sigrid Moss] <said> {it snowed}. [He] <added> {it hailed}."
    assert speakers(marked + " She left.") == ["Piotr Lunn", "Sigrid Moss", "Piotr Lunn"]


def test_a_pronoun_of_a_text_that_has_no_other_is_nobody_whom_it_does_not_fit() -> None:
    """A text in which no man is "he" does not make a man of "she"."""
    assert speakers("[Mark Reed] <said> {it rained}. [She] <added> {it hailed}.") == ["Mark Reed", None]
