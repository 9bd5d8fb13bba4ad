"""Who and what an article names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.entities.finding import find
from kg.model import Article, Referent


def found(text: str, **metadata: object) -> tuple[dict[str, Referent], dict[str, list[str]]]:
    """The referents of a text by name, and the words of each one's mentions."""
    article = Article("a.txt", text, **metadata)  # type: ignore[arg-type]
    referents, mentions = find(lay_out(text), article)
    words: dict[str, list[str]] = {referent.name: [] for referent in referents}
    for mention in mentions:
        words[referents[mention.referent].name].append(mention.span.of(text))
    return {referent.name: referent for referent in referents}, words


TYPES = [
    ("Mara Ellison spoke at the harbour.", "Mara Ellison", "person"),
    ("On Monday President Oduya signed it.", "Oduya", "person"),
    ("The minister met Tovik Brandt, 45, in the hall.", "Tovik Brandt", "person"),
    ("They asked Lirvan Oster, a fisherman, about it.", "Lirvan Oster", "person"),
    ("Bills went to the Ministry of Public Works.", "Ministry of Public Works", "organisation"),
    ("NEW YORK (AP) — The harbour is closed.", "AP", "organisation"),
    ("NEW YORK (AP) — The harbour is closed.", "New York City", "place"),
    ("She teaches at San Telmo University now.", "San Telmo University", "organisation"),
    ("He runs the Center for Studies in Coastal Law and Trade.", "Center for Studies in Coastal Law and Trade", None),
    ("The gang Tarnoc was broken up.", "Tarnoc", "organisation"),
    ("It was first told to The Ledger that day.", "The Ledger", "organisation"),
    ("They crossed into Ecuador at night.", "Ecuador", "place"),
    ("The city of Orvale was flooded.", "Orvale", "place"),
    ("He lives in Quenby, Texas, with his dog.", "Quenby", "place"),
    ("An Ipsos poll showed a lead.", "Ipsos poll", "document"),
    ("They quote the 2004 harbour law at length.", "2004 harbour law", "document"),
    ("It rests on a report by the World Bank.", "report by the World Bank", "document"),
    ("A New Harbour Times report told of it.", "New Harbour Times report", "document"),
    ("It breaks the convention on fishing that Orvale signed, the Geneva convention.", "Geneva convention", "document"),
    ("They signed the Paris Agreement in spring.", "Paris Agreement", "document"),
]


@pytest.mark.parametrize(("text", "name", "kind"), TYPES, ids=[name for _, name, _ in TYPES])
def test_names_are_typed(text: str, name: str, kind: str | None) -> None:
    """A name is found, and typed by its own words or by those around it."""
    referents, _ = found(text)
    assert name in referents
    assert kind is None or referents[name].type == kind


@pytest.mark.parametrize(
    "text", ["The Harbour Times reports that it rained.", "They met at the Harbour National convention in May."]
)
def test_what_an_outlet_does_and_where_a_party_meets_are_no_documents(text: str) -> None:
    """A verb that looks like a noun, and a meeting that is called a convention."""
    referents, _ = found(text)
    assert "document" not in {referent.type for referent in referents.values()}


OWN_NAMES: list[tuple[str, str, list[str]]] = [
    ("President Park Sun-hee spoke.", "Park Sun-hee", ["Park Sun-hee"]),
    ("They were asked to come down to Harbour University on Monday.", "Harbour University", ["Harbour University"]),
    (
        "They were asked whether the Growers’ Association had ever met there.",
        "Growers’ Association",
        ["Growers’ Association"],
    ),
    ("People in Halmouth voted. The Halmouth Chamber of Trade met in Halmouth.", "Halmouth", ["Halmouth"] * 2),
    ("They were asked to come and talk about it at the Anchor Hall.", "Anchor Hall", ["Anchor Hall"]),
    (
        "Hillary Moss Goes After Her Old Rivals Again\n\nThen Moss spoke of it.",
        "Hillary Moss",
        ["Hillary Moss", "Moss"],
    ),
    ("Its director, Maren Tolwick, has left.", "Maren Tolwick", ["Maren Tolwick"]),
    ("N. Korea agreed.", "North Korea", ["N. Korea"]),
    ("Ana Lunn pays. The baker works for the Lunn family.", "Lunn family", ["Lunn family"]),
    ("STRAND COLLEGE, Pa. - They came early.", "Strand College", ["STRAND COLLEGE"]),
]


@pytest.mark.parametrize(("text", "name", "mentions"), OWN_NAMES, ids=[name for _, name, _ in OWN_NAMES])
def test_a_name_is_taken_whole_and_no_further(text: str, name: str, mentions: list[str]) -> None:
    """Hyphens and apostrophes belong to it; weekdays, and bodies that share its first word, do not."""
    assert found(text)[1][name] == mentions


NO_NAMES = [
    "The Venezuelan boats left in May.",
    "However, Many said no. Despite the rain, Voters came on Tuesday.",
    "Organised fishing has grown. Cooperation would be useful.",
    "He owns a TV and a CEO's desk, with a PhD on the wall.",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_ordinary_words_name_nobody(text: str) -> None:
    """Nationalities, months, weekdays, openings of sentences and abbreviations are no names."""
    assert not found(text)[0]


ONE_REFERENT = [
    ("Mara King spoke. Later Mrs. King left.", "Mara King", ["Mara King", "King"]),
    ("Mara Ellison spoke. Later Ellison left.", "Mara Ellison", ["Mara Ellison", "Ellison"]),
    ("José Tanguy won. Jose Tanguy is 50. Mr. Tanguy’s wife smiled.", "José Tanguy", None),
    ("Vilma Tanguy spoke. They asked tanguy again.", "Vilma Tanguy", ["Vilma Tanguy", "tanguy"]),
    ("The Coastal Safety Agency (CSA) met. The CSA said no.", "Coastal Safety Agency", None),
    ("The U.S. agreed. The United States signed.", "United States", ["U.S.", "United States"]),
    ("Bill Tarn spoke, then William Tarn sat down.", "Bill Tarn", ["Bill Tarn", "William Tarn"]),
]


@pytest.mark.parametrize(("text", "name", "mentions"), ONE_REFERENT, ids=[name for _, name, _ in ONE_REFERENT])
def test_forms_of_a_name_join_one_referent(text: str, name: str, mentions: list[str] | None) -> None:
    """Surname, spelling without accents, lower case, acronym and short form refer to one and the same."""
    _, words = found(text)
    assert name in words
    assert mentions is None or words[name] == mentions
    assert len(words) == 1 or all(len(forms) >= 1 for forms in words.values())


def test_two_people_of_one_surname_are_kept_apart() -> None:
    """A bare surname goes to the nearest before it that bears it."""
    _, words = found("Ana Drummel won. Peter Drummel lost. Drummel wept. Ana Drummel sang. Then Drummel left.")
    assert words == {
        "Ana Drummel": ["Ana Drummel", "Ana Drummel", "Drummel"],
        "Peter Drummel": ["Peter Drummel", "Drummel"],
    }


def test_a_name_run_together_with_the_next_word_is_recovered() -> None:
    """Lost spaces do not hide a name, and the mention covers the name alone."""
    _, words = found("Pilar Stokesresearcher at the port, met them in Boliviawhich is high, and in Peruparticularly.")
    assert words["Pilar Stokes"] == ["Pilar Stokes"]
    assert words["Bolivia"] == ["Bolivia"]
    assert words["Peru"] == ["Peru"]


def test_a_headline_in_title_case_names_only_who_is_known() -> None:
    """In a headline where every word is capitalised, names come from the body."""
    text = "Ellison Warns Voters About Rising Harbour Costs\n\nMara Ellison spoke to the council on costs."
    _, words = found(text)
    assert words == {"Mara Ellison": ["Ellison", "Mara Ellison"]}


MORE_NAMES: list[tuple[str, dict[str, str]]] = [
    ("They met Bashar al-Tarrow. Tarrow left.", {"Bashar al-Tarrow": "person"}),
    ("He fears al-Qaeda and al Qaeda alike.", {"al-Qaeda": "organisation"}),
    ("They met at St. Brannoc's Hospital.", {"St. Brannoc's Hospital": "organisation"}),
    ("They sailed the Strait of Tarrow to Mount Quenby.", {"Strait of Tarrow": "place", "Mount Quenby": "place"}),
    ("Fellow Republicans left. The rival Democrats stayed.", {}),
    ("The Mapuche and the Kurds met with Texans and Catholics.", {}),
    ("President Houston spoke.", {"Houston": "person"}),
    ("They went to Houston, Texas.", {"Houston": "place", "Texas": "place"}),
    ("Ana Houston won in Houston. Houston wept.", {"Ana Houston": "person", "Houston": "place"}),
    ("They asked Orvale Mayor Ana Lunn.", {"Orvale": "place", "Ana Lunn": "person"}),
    ("Democrat Ana Lunn and the Rev. Peter Lunn met.", {"Ana Lunn": "person", "Peter Lunn": "person"}),
    ("They live in Dayton, OH.", {"Dayton": "place", "Ohio": "place"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MORE_NAMES, ids=[text for text, _ in MORE_NAMES])
def test_who_and_what_is_named(text: str, expected: dict[str, str]) -> None:
    """Particles and possessives belong to names; peoples and adherents are none; titles tell people from places."""
    referents, _ = found(text)
    assert {name: referent.type for name, referent in referents.items()} == expected


def test_a_campaign_is_a_body_of_its_own() -> None:
    """Its candidate is named within its name, and neither is a form of the other."""
    referents, words = found("Ana Lunn spoke. The Lunn campaign said no, and so did the Lunn administration.")
    assert referents["Lunn campaign"].type == referents["Lunn administration"].type == "organisation"
    assert words["Ana Lunn"] == ["Ana Lunn", "Lunn", "Lunn"]
    assert "Lunn campaign" not in found("Ana Lunn spoke at a Lunn campaign rally.")[0]


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("The U.S. agreed.", "United States", "U.S."),
        ("It rained in Dayton, Calif., on that day.", "California", "Calif"),
        ("CHARLESTON — It rained.", "Charleston", "CHARLESTON"),
    ],
)
def test_a_place_goes_by_its_full_name(text: str, name: str, alias: str) -> None:
    """However an article shortens or shouts it, so that it is one place with the same in other articles."""
    assert found(text)[0][name].aliases == (alias,)


def test_a_known_body_bears_its_full_name_too() -> None:
    """An abbreviation can so be brought together with the name in full elsewhere."""
    assert "United Nations" in found("The U.N. agreed.")[0]["U.N."].aliases


GLUED = [
    ("Ana Tarlow spoke. Then Tarlowsaid no.", {"Ana Tarlow": ["Ana Tarlow", "Tarlow"]}),
    ("Ana Tarlow spoke. The forcesTarlow led.", {"Ana Tarlow": ["Ana Tarlow", "Tarlow"]}),
    ("Ana Tarlow spoke. Later tarlowwhich left.", {"Ana Tarlow": ["Ana Tarlow", "tarlow"]}),
    ("Ana Johns spoke. Peter Johnson left.", {"Ana Johns": ["Ana Johns"], "Peter Johnson": ["Peter Johnson"]}),
]


@pytest.mark.parametrize(("text", "expected"), GLUED, ids=[text for text, _ in GLUED])
def test_a_name_of_the_article_is_found_within_a_longer_word(text: str, expected: dict[str, list[str]]) -> None:
    """Where a small word has run together with it; a name that only begins like another is another."""
    assert found(text)[1] == expected


def test_a_stretch_of_capitals_is_read_like_a_headline() -> None:
    """What is shouted names only who is known."""
    text = (
        "FIVE PLANS FOR THE NEW HARBOUR OF LUNN They met Ana Lunn in Peru, where nobody would talk about any of these "
        "plans before the summer, whatever people might say about them later."
    )
    assert found(text)[1] == {"Ana Lunn": ["LUNN", "Ana Lunn"], "Peru": ["Peru"]}


def test_author_and_publisher_are_named_as_the_metadata_name_them() -> None:
    """The names that the metadata give stand for the same people and outlets in the text."""
    text = "The Harbour Ledger asked around.\n\nWRITTEN BY\nInés Calder"
    referents, _ = found(text, authors=("Ines Calder",), publisher="Harbour Ledger")
    assert referents["Ines Calder"].type == "person"
    assert referents["Harbour Ledger"].type == "organisation"


WORDS = st.sampled_from(
    (
        "Ana",
        "Lima",
        "said",
        "the",
        "The",
        "mayor",
        "of",
        "Ministry",
        "Health",
        "and",
        "Chile",
        "Peru’s",
        "U.S.",
        "(NIA)",
        "Dr.",
        "J.",
        "poll",
        "Ipsos",
        "2004",
        "law",
        "“",
        "”",
        ",",
        ".",
        ":",
        "\n",
        "kast",
        "Kast",
        "forcesLima",
        "García-Márquez",
        "’s",
        "CEO",
        "New",
        "York",
        "Times",
        "President",
        "é",
        "中",
        "\u202e",
        "😀",
        "McLeanMedia",
        "report",
        "by",
        "al-Tarrow",
        "6th",
        "Circuit",
        "Houston,",
        "First",
        "R-Ohio",
        "USS",
        "poll,",
        "the",
        "administration",
    )
)


@settings(max_examples=150)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_every_mention_lies_in_the_text(text: str) -> None:
    """Spans lie in the text, indices are valid, no two mentions share a span, and the same text gives the same."""
    referents, mentions = find(lay_out(text), Article("a.txt", text))
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in mentions)
    assert {mention.referent for mention in mentions} == set(range(len(referents)))
    assert len({mention.span for mention in mentions}) == len(mentions)
    assert all(referent.name.strip() and "\n" not in referent.name for referent in referents)
    assert (referents, mentions) == find(lay_out(text), Article("a.txt", text))


@pytest.mark.parametrize(
    "unit", ["Ana Lima said so. ", "Aa ", "Department of Health and ", "de la ", "A", "’s ", "X. "]
)
def test_a_long_line_is_read_in_one_pass(unit: str) -> None:
    """A line of any length is no trap: doubling it about doubles the mentions, and it ends."""
    once, twice = (len(find(lay_out(unit * n), Article("a", unit * n))[1]) for n in (2000, 4000))
    assert twice <= 2 * once + 2
