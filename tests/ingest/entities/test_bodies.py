"""Forms of the names of organisations and places that are one."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities import find
from kg.model import Article

ONE = [
    "The U.S. Supreme Court ruled. The Supreme Court sat.",
    "The U.S. Court of Appeals for the Sixth Circuit ruled. The Sixth Circuit sat, and so did the 6th Circuit.",
    "The Orvale Harbour Committee met. The Harbour Committee voted.",
    "The gang Tren de Orvale left. People feared the Orvale Train.",
    "The Ministry of Fisheries wrote. The Fisheries Ministry signed.",
    "The Harbour Pilots Agency (HPA) met. The HPA left.",
    "The HPA (Harbour Pilots Agency) met. The HPA left.",
    "The Harbour Pilots Agency, or HPA, met. The HPA left.",
    "The Joint Chiefs of Staff met. The Joint Chiefs left.",
    "The Ferrow Center for Tides wrote. The Ferrow Center left.",
    "Harlan & Pryce (now Pryce Ferrow) sued. People at Pryce Ferrow won.",
    "The U.S. attorney's office for the Northern District of Ohio sued. The Northern District of Ohio won.",
    "They met Skies for Harbours (SFH) there. SFH left.",
    "He teaches at Stanford University. He likes Stanford.",
    "The Orvale Values PAC met. Orvale Values left, and so did people at Orvale Value's office.",
    "Executives at C. V. Lunn & Company met. They left C.V. Lunn.",
    "Kantar Media counted. People at Kantar said so.",
    "The United Dock Workers of America met. The UDWA left. The United Dock Workers stayed.",
    "The United Dock Workers met. The UDWA left.",
    "They met at his super PAC, Right to Climb, on Monday. Right to Climb left.",
    "They met a group called Citizens for Better Harbours. Citizens for Better Harbours left.",
    "The Institute for Harbours (Inharb) met. People at Inharb left.",
    "The Democrat Party met. The Democratic Party left.",
    "The Untied Nations met. People at the United Nations left.",
    "They gave to St. Ferrow Children's Hospital. People at St. Ferrow left.",
    "Ohio Rising met. It left Ohio.",
]


@pytest.mark.parametrize("text", ONE)
def test_forms_of_one_body_are_one(text: str) -> None:
    """A country before it, a number, a longer name with the same end, another language, an acronym on either side."""
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert len([one for one in referents if one.type == "organisation"]) == 1, referents


TWO = [
    "The Orvale University won. The University of Orvale lost.",
    "The Orvale Harbour Committee met. The Tarrow Harbour Committee voted. The Harbour Committee sat.",
    "The Sixth Circuit sat. The Ninth Circuit ruled.",
    "The University of Orvale met. The University of Orvale Hospital left.",
    "The Orvale Harbour Institute (Reuters) met. Reuters left.",
    "The Institute for Harbours of the Western University of Orvale (Inharb) met. Inharb left.",
    "The Orvale Values Institute met. The Orvale Values PAC left. Orvale Values Watch stayed.",
]


@pytest.mark.parametrize("text", TWO)
def test_bodies_that_only_sound_alike_are_kept_apart(text: str) -> None:
    """Universities whose words stand in another order, courts of other numbers, and what could be either of two."""
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert len([one for one in referents if one.type == "organisation"]) > 1, referents


def test_a_firm_called_after_somebody_with_initials_is_told_from_that_person() -> None:
    """Initials and a surname are the firm's short name, unless a title says that somebody is meant."""
    text = "Executives at C. V. Lunn & Company met. They left C.V. Lunn. Then Mr. C.V. Lunn spoke."
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert sorted(one.type for one in referents) == ["organisation", "person"]


def test_a_state_is_one_place_with_its_nickname() -> None:
    """New Hampshire is the Granite State."""
    text = "They voted in New Hampshire. The Granite State decides."
    referents, mentions = find(lay_out(text), Article("a.txt", text))
    assert [one.name for one in referents] == ["New Hampshire"]
    assert len(mentions) == 2


def test_a_surname_that_is_a_trade_belongs_to_the_name() -> None:
    """The founder Tom Singer sings no more than others."""
    text = "He thanked the founder Tom Singer. Singer smiled."
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert [one.name for one in referents] == ["Tom Singer"]


def test_a_short_form_that_nothing_tells_of_is_a_mention_of_the_body() -> None:
    """It has lost its "PAC" and its plural."""
    text = "The Bold Tides PAC met. A magnate was Bold Tide's top donor."
    referents, mentions = find(lay_out(text), Article("a.txt", text))
    assert [one.name for one in referents] == ["Bold Tides PAC"]
    assert len(mentions) == 2


def test_a_towns_own_body_is_not_the_one_known_by_that_name() -> None:
    """A short name for a known body is another's where the place that it is of follows."""

    def called(text: str) -> set[str]:
        referents, _ = find(lay_out(text), Article("a.txt", text))
        return {name for referent in referents for name in (referent.name, *referent.aliases)}

    assert "U.S. Chamber of Commerce" in called("The Chamber of Commerce met.")
    assert "U.S. Chamber of Commerce" not in called("The Chamber of Commerce of Puerto Claro met.")


def test_a_short_word_behind_a_larger_body_is_the_name_of_the_body_in_it() -> None:
    """It begins as the institute's name does, and not as the university's."""
    text = "The Institute for Harbours of the Western University of Orvale (Inharb) met. Inharb left."
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert [one.name for one in referents if "Inharb" in one.aliases] == ["Institute for Harbours"]


BRANCHES = [
    ("Managers at NHS England left.", "NHS England"),
    ("On Monday UNICEF Peru said that it rained.", "UNICEF Peru"),
    ("They spoke of the EU Turkey deal.", "EU"),
]


@pytest.mark.parametrize(("text", "name"), BRANCHES)
def test_a_country_behind_an_acronym_names_a_branch(text: str, name: str) -> None:
    """Where the name ends with it, and no noun follows that both only tell of."""
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert [one.name for one in referents if one.type == "organisation"] == [name]
