"""Whoever has just spoken may be called by another noun; whom a whole noun phrase introduces acts in its sentence."""

from __future__ import annotations

import pytest

from tests.ingest.speakers.test_resolving import speakers

VARIED = [
    ("Mara Ellison laughed.\n\nIn June [the former minister] <said> {it snowed}.", "Mara Ellison"),
    ("[Mara Ellison] <said> {it rained}. [The lawyer] <said> {it snowed}.", "Mara Ellison"),
    ("The minister of Ports Mara Ellison disagrees. [The politician] <said> {it snowed}.", "Mara Ellison"),
    ("The head of the Dock Board, Mara Ellison, laughed. [She] <said> {it snowed}.", "Mara Ellison"),
    ("[Mara Ellison] <said> {it rained}. [The former minister] <said> {it snowed}.", "Mara Ellison"),
    ("[Former mayor Mara Ellison] <said> {it rained}. [The expert] <said> {it snowed}.", "Mara Ellison"),
    ("[Mara Ellison] <said> {it rained}. [The jurist] <said> {it snowed}.", "Mara Ellison"),
    ("[Mara Ellison] <said> {it rained}. [The former wrestler] <said> {it snowed}.", "Mara Ellison"),
]
NOT_VARIED = [
    ("Mara Ellison met Peter Lunn.\n\n[The former minister] <said> {it snowed}.", "former minister"),
    ("[Mara Ellison] <said> {it rained}. [The wrestler] <said> {it snowed}.", "wrestler"),
    ("[The manager Mara Ellison] <said> {it rained}.\n\n[The analyst] <said> {it snowed}.", "analyst"),
    ("[Mara Ellison] <said> {it rained}. [The spokesman] <said> {it snowed}.", "spokesman"),
    ("[Mara Ellison] <said> {Peter Lunn left}. [The lawyer] <said> {it snowed}.", "lawyer"),
    ("[Mara Ellison] <said> {her lawyer left}. [The lawyer] <said> {it snowed}.", "lawyer"),
    ("[Mara Ellison] <said> {it rained}. [The businessman] <said> {it snowed}.", "businessman"),
    ("[Mara Ellison] <said> {it rained}.\n\n[The lawyer] <said> {it snowed}.", "lawyer"),
    ("[A friend of Mayor Peter Lunn] laughed. [He] <said> {it snowed}.", None),
]


@pytest.mark.parametrize(("marked", "speaker"), VARIED + NOT_VARIED)
def test_another_noun_leads_to_the_one_person_of_the_paragraph(marked: str, speaker: str | None) -> None:
    """Only where nobody else is named there, called so or of that gender."""
    assert speakers(marked)[-1] == speaker


def test_the_expert_is_whoever_spoke_in_this_paragraph_and_no_candidate() -> None:
    """A researcher of the paragraph before does not speak for the former minister of this one."""
    before = "[Ilse Sorbal, a researcher at the Dock Institute,] <said> {it rained}.\n\n"
    here = "Former minister Peter Lunn agrees. [The analyst] <said> {it snowed}."
    assert speakers(before + here)[-1] == "Peter Lunn"
    candidate = "[The candidate Peter Lunn] <said> {it thaws}. [The analyst] <said> {it snowed}."
    assert speakers(before + candidate)[-1] == "Ilse Sorbal"
