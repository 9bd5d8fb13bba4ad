"""How far one name goes: over "and", lists, ampersands, possessives and districts."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities.finding import find
from kg.model import Article

_BEHIND = " All of this is what people in the valley had long been told to expect of it, and what they had feared."


def named(text: str) -> dict[str, str]:
    """The names in a text, each with its type."""
    referents, _ = find(lay_out(text + _BEHIND), Article("a.txt", text + _BEHIND))
    return {referent.name: referent.type for referent in referents}


WHOLE = [
    ("He worked for Harlan & Pryce for ten years.", "Harlan & Pryce", "organisation"),
    ("They asked Harbour Citizenship and Immigration Services about it.",
     "Harbour Citizenship and Immigration Services", "organisation"),
    ("The Bureau of Alcohol, Tobacco, Firearms and Explosives said so.",
     "Bureau of Alcohol, Tobacco, Firearms and Explosives", "organisation"),
    ("He asked the Senate Committee on Ports, Tides and Fisheries to go.",
     "Senate Committee on Ports, Tides and Fisheries", "organisation"),
    ("She teaches at the Orvale University Institute of Politics and Public Service now.",
     "Orvale University Institute of Politics and Public Service", "organisation"),
    ("The U.S. District Court for the Eastern District of Virginia heard it.",
     "U.S. District Court for the Eastern District of Virginia", "organisation"),
    ("The U.S. attorney's office for the Southern District of New York heard it.",
     "U.S. attorney's office for the Southern District of New York", "organisation"),
    ("It was told to the Las Vegas Sun on that day.", "Las Vegas Sun", "organisation"),
    ("The bill passed the House by a vote.", "House", "organisation"),
    ("It was told to USA TODAY on that day.", "USA TODAY", "organisation"),
    ("The Fair Action for Young Growers program was paused.", "Fair Action for Young Growers", "document"),
    ("The Harbour Workers of Norway met again.", "Harbour Workers of Norway", "organisation"),
    ("He led Progress for Orvale, or PFO, for years.", "Progress for Orvale", "organisation"),
    ("She chairs the Orvale 2016 Host Committee now.", "Orvale 2016 Host Committee", "organisation"),
    ("He speaks for the X-5 Harbour Coalition.", "X-5 Harbour Coalition", "organisation"),
    ("Citizens for Harbour Justice argued so.", "Citizens for Harbour Justice", "organisation"),
    ("They passed the “Help for Victims of Floods Act” then.", "Help for Victims of Floods Act", "document"),
    ("It was told to Julia A. Diaz Marten.", "Julia A. Diaz Marten", "person"),
    ("It was told to Rep. Robert “Bobby” Scott then.", "Robert “Bobby” Scott", "person"),
    ("They read the Care in Harbours Reporting Act then.", "Care in Harbours Reporting Act", "document"),
    ("It was told to the Arizona Republic then.", "Arizona Republic", "organisation"),
    ("It was put to the full House.", "House", "organisation"),
    ("The A.F.L.-C.I.O. was against it.", "A.F.L.-C.I.O.", "organisation"),
    ("STRAND COLLEGE - They came early to the meeting.", "Strand College", "place"),
    ("A House-passed bill was read there.", "House", "organisation"),
    ("Rep. Stella King was there too.", "Stella King", "person"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), WHOLE, ids=[name for _, name, _ in WHOLE])
def test_a_long_name_is_one(text: str, name: str, kind: str) -> None:
    """What belongs to a larger name is no name of its own."""
    assert named(text) == {name: kind}


APART = [
    ("Ana Hastings met Peter Walters there. Hastings said no, and so did he. Walters left.",
     {"Ana Hastings", "Peter Walters"}),
    ("He asked the Ministry of Health, Ana Lunn and Peter Brandt about it.",
     {"Ministry of Health", "Ana Lunn", "Peter Brandt"}),
    ("They flew to Lima, Quito and Paris on that day.", {"Lima", "Quito", "Paris"}),
    ("George H.W. Tarrow met George W. Tarrow there.", {"George H.W. Tarrow", "George W. Tarrow"}),
    ("They met Rear Adm. Paul Lunn and Pres. Ana Brandt there.", {"Paul Lunn", "Ana Brandt"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), APART)
def test_two_names_are_two(text: str, names: set[str]) -> None:
    """Lists of people and places, two people with other initials, titles before names."""
    assert set(named(text)) == names


NOBODY = [
    "Proponents say that it would help the valley.",
    "Plans for a value-added tax grew, and the VAT was feared.",
    "In the State of the Union address he spoke of the valley.",
    "Many who came to the Shangri-La Dialogue were told of it.",
    "We've seen the rain, and they've seen the snow.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_looks_like_a_name_and_names_nobody(text: str) -> None:
    """Plurals at the start of a sentence, taxes, addresses, meetings, contractions."""
    assert named(text) == {}


def test_an_acronym_behind_a_programme_is_the_programme() -> None:
    """The short form of a programme's name is another form of it."""
    text = "The Fair Action for Young Growers program, or FAYG, was paused. They said that FAYG helps."
    referents, mentions = find(lay_out(text + _BEHIND), Article("a.txt", text + _BEHIND))
    assert [referent.type for referent in referents] == ["document"]
    assert len(mentions) == 3
