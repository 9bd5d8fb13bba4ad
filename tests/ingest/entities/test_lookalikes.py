"""What is written like a name and names nobody."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities import find
from kg.model import Article

CASES = [
    ("They fought in the Vietnam War.", {}),
    ("He remembers World War II.", {}),
    ("They won the Orvale Cup twice.", {}),
    ("The Orvale Prize went to Mara Ellison.", {"Mara Ellison": "person"}),
    ("Cyclone Odalys came in May, then Hurricane Tobin.", {}),
    ("Operation Steel Gate began.", {}),
    ("The F-16 and a Boeing 737 flew over Peru.", {"Peru": "place"}),
    ("USS Tarrow has left.", {}),
    ("It is an ‘America First’ policy.", {}),
    ("Voters of Super Tuesday were asked.", {}),
    ("The War Crimes Tribunal met.", {"War Crimes Tribunal": "organisation"}),
    ("The Orvale Games Committee met.", {"Orvale Games Committee": "organisation"}),
    ("They asked Rep. Ana Lunn (R-Texas) again.", {"Ana Lunn": "person", "Texas": "place"}),
    ("They asked Rep. Ana Lunn (D-Ky.) again.", {"Ana Lunn": "person", "Kentucky": "place"}),
    ("It was met by anti-Lunn posters, as Ana Lunn saw.", {"Ana Lunn": "person"}),
    ("They read the novel Harbour Oysters there.", {}),
    ("They heard CBS's Wolf Tarrow on it.", {"CBS": "organisation", "Wolf Tarrow": "person"}),
    ("It was Senator Ana Lunn's tax bill that grew.", {"Ana Lunn": "person"}),
    ("They asked Miss Universe and Del. Ana Lunn of it.", {"Ana Lunn": "person"}),
    (
        "They asked Virginia AFL-CIO President Ana Lunn of it.",
        {"Virginia": "place", "AFL-CIO": "organisation", "Ana Lunn": "person"},
    ),
    ("They are pro-Second Amendment, as was said by many people in the hall there.", {"Second Amendment": "document"}),
    ("Associates say that it rained.", {}),
    ("He sang in the drama, “Harbour Street,” again.", {}),
    ("He is a Tolwick-winning singer.", {}),
    ("They asked Ana Poor about it.", {"Ana Poor": "person"}),
    ("They asked Principal Deputy Assistant AG Ana Lunn.", {"Ana Lunn": "person"}),
    ("Local Republicans were angry.", {}),
    ("He is a New Yorker.", {}),
    ("They gave it to a super PAC. The PAC spent it.", {}),
    ("It rests on the Harbour United decision.", {"Harbour United decision": "document"}),
    (
        "He is from Tolwick, Ga., and from Brenmoor, NY.",
        {"Tolwick": "place", "Georgia": "place", "Brenmoor": "place", "NY": "place"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_events_prizes_and_weapons_are_no_names(text: str, expected: dict[str, str]) -> None:
    """Nor is the place that an event or a slogan is called after; bodies called after one are."""
    referents, _ = find(lay_out(text), Article("a.txt", text))
    assert {referent.name: referent.type for referent in referents} == expected
