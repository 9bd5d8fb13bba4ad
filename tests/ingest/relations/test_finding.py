"""Who holds which role where, as the text says it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.entities.finding import find as find_entities
from ingest.relations.finding import find
from kg.model import Article, Claim, Mention, Span

Row = tuple[str, str, str | None, str | None]


def relations(text: str) -> list[Row]:
    """The relations of a text: subject, predicate, role, object."""
    document = lay_out(text)
    found, referents, _ = find(document, *find_entities(document, Article("a.txt", text)), ())
    return [
        (
            referents[one.subject].name,
            one.predicate,
            one.role,
            None if one.object is None else referents[one.object].name,
        )
        for one in found
    ]


CASES: list[tuple[str, Row]] = [
    (
        "Pia Stokes, researcher at the Center for Coastal Studies, spoke.",
        ("Pia Stokes", "holdsRole", "researcher", "Center for Coastal Studies"),
    ),
    ("Then President Gabriel Oduya spoke.", ("Gabriel Oduya", "holdsRole", "President", None)),
    ("He brought in former mayor Rodolfo Carver.", ("Rodolfo Carver", "holdsRole", "former mayor", None)),
    (
        "Mara Ellison, who heads the Harbour Institute, agreed.",
        ("Mara Ellison", "heads", "heads", "Harbour Institute"),
    ),
    (
        "A spokesman for the World Bank, Peter Lunn, declined.",
        ("Peter Lunn", "holdsRole", "spokesman", "World Bank"),
    ),
    ("The president of Chile, Gabriel Oduya, waved.", ("Gabriel Oduya", "holdsRole", "president", "Chile")),
    ("They met Mara Ellison of the Harbour Institute.", ("Mara Ellison", "affiliatedWith", None, "Harbour Institute")),
    (
        "World Bank economist Mara Ellison disagreed.",
        ("Mara Ellison", "holdsRole", "economist", "World Bank"),
    ),
    ("Peter Lunn is a lawyer at the World Bank.", ("Peter Lunn", "holdsRole", "lawyer", "World Bank")),
    ("Peter Lunnresearcher at the World Bank, spoke.", ("Peter Lunn", "holdsRole", "researcher", "World Bank")),
    (
        "They met Peter Lunn, a criminologist at Varrick, there.",
        ("Peter Lunn", "holdsRole", "criminologist", "Varrick"),
    ),
    (
        "The spokesman of the National Renewal, Peter Lunn, declined.",
        ("Peter Lunn", "holdsRole", "spokesman", "National Renewal"),
    ),
    (
        "The analyst of the consultancy Horizonte, Mara Ellison, agreed.",
        ("Mara Ellison", "holdsRole", "analyst", "Horizonte"),
    ),
    (
        "The president of the Chamber of Commerce of Lisbon, Mara Ellison, agreed.",
        ("Mara Ellison", "holdsRole", "president", "Chamber of Commerce"),
    ),
    (
        "The director of the World Bank Mara Ellison agreed.",
        ("Mara Ellison", "holdsRole", "director", "World Bank"),
    ),
    (
        "They liked Peter Lunn’s experience as both a harbour pilot and director of the World Bank.",
        ("Peter Lunn", "holdsRole", "director", "World Bank"),
    ),
    (
        "Peter Lunn, teacher of law and former dock worker, left.",
        ("Peter Lunn", "holdsRole", "teacher of law", None),
    ),
    (
        "Peter Lunn, Ana Reyes’s brother and director of the World Bank, left.",
        ("Peter Lunn", "holdsRole", "director", "World Bank"),
    ),
    ("They saw then Florida senator Ana Reyes.", ("Ana Reyes", "holdsRole", "then Florida senator", "Florida")),
    (
        "The Dockers' Union met. The union's president, Ana Reyes, left.",
        ("Ana Reyes", "holdsRole", "president", "Dockers' Union"),
    ),
    (
        "Harbour Skies Foundation met. Ana Reyes, the group's deputy director, left.",
        ("Ana Reyes", "holdsRole", "deputy director", "Harbour Skies Foundation"),
    ),
    (
        "They charged two local builders, Ana Reyes and Peter Lunn, with fraud.",
        ("Peter Lunn", "holdsRole", "local builders", None),
    ),
    (
        "Critics, like Senators Ana Reyes, Republican of Ohio, and Peter Lunn, Democrat of Texas, say no.",
        ("Peter Lunn", "holdsRole", "Senators", None),
    ),
    (
        "They met billionaire environmentalist Ana Reyes.",
        ("Ana Reyes", "holdsRole", "billionaire environmentalist", None),
    ),
    (
        "They asked White House Press Secretary Ana Reyes about it.",
        ("Ana Reyes", "holdsRole", "Press Secretary", "White House"),
    ),
    ("Then House Speaker Ana Reyes spoke.", ("Ana Reyes", "holdsRole", "Speaker", "House")),
    ("They met anti-Lunn delegate Ana Reyes.", ("Ana Reyes", "holdsRole", "anti-Lunn delegate", None)),
    (
        "Harbour Network left. The network President Peter Lunn runs is his.",
        ("Peter Lunn", "holdsRole", "network President", None),
    ),
    ("Then Ohio Attorney General Ana Reyes spoke.", ("Ana Reyes", "holdsRole", "Attorney General", "Ohio")),
    ("Actor and activist Peter Lunn spoke.", ("Peter Lunn", "holdsRole", "Actor", None)),
    ("They saw Ohio Gov. Ana Reyes.", ("Ana Reyes", "holdsRole", "Gov.", "Ohio")),
    ("Prime Minister Ana Reyes of Norway spoke.", ("Ana Reyes", "holdsRole", "Prime Minister", "Norway")),
    ("He met Secretary of State Ana Reyes.", ("Ana Reyes", "holdsRole", "Secretary of State", None)),
    ("He met Lt. Gov. Ana Reyes.", ("Ana Reyes", "holdsRole", "Lt. Gov.", None)),
    ("He met Committee Chair Rep. Ana Reyes.", ("Ana Reyes", "holdsRole", "Rep.", None)),
    ("He met then-Secretary of State Ana Reyes.", ("Ana Reyes", "holdsRole", "then-Secretary of State", None)),
    ("He met acting Attorney General Ana Reyes.", ("Ana Reyes", "holdsRole", "acting Attorney General", None)),
    ("The World Bank candidate, Dr. Ana Reyes, spoke.", ("Ana Reyes", "holdsRole", "candidate", "World Bank")),
    ("They saw activists Ana Reyes and Tom Oakes.", ("Tom Oakes", "holdsRole", "activists", None)),
    ("They saw the tennis champion Ana Reyes.", ("Ana Reyes", "holdsRole", "tennis champion", None)),
    ("Brazil’s foreign minister, Ana Reyes, left Brazil.", ("Ana Reyes", "holdsRole", "foreign minister", "Brazil")),
    (
        "Ana Reyes (D-Ohio), a leading critic of the bill, spoke.",
        ("Ana Reyes", "holdsRole", "leading critic of the bill", None),
    ),
    ("Ana Reyes, host of the CNN quiz show, left.", ("Ana Reyes", "holdsRole", "host of the CNN quiz show", "CNN")),
    ("Ana Reyes, 54, a plumber from Leeds, agreed.", ("Ana Reyes", "holdsRole", "plumber", None)),
    ("Ana Reyes, an Austin-based pollster, agreed.", ("Ana Reyes", "holdsRole", "Austin-based pollster", None)),
    (
        "Ana Reyes, a professor of law at Varrick University, agreed.",
        ("Ana Reyes", "holdsRole", "professor of law", "Varrick University"),
    ),
    (
        "Ana Reyes, president of the London Dockers’ Union, agreed.",
        ("Ana Reyes", "holdsRole", "president", "London Dockers’ Union"),
    ),
    (
        "Ana Reyes, chairwoman and chief executive of the World Bank, agreed.",
        ("Ana Reyes", "holdsRole", "chairwoman", "World Bank"),
    ),
    (
        "Ana Reyes, author of two novels, former adviser to Tom Oakes and now a partner at the World Bank, left.",
        ("Ana Reyes", "holdsRole", "partner", "World Bank"),
    ),
    (
        "Ana Reyes, a poet who served as deputy director of the World Bank, left.",
        ("Ana Reyes", "holdsRole", "deputy director", "World Bank"),
    ),
    ("Ana Reyes was named director of the World Bank.", ("Ana Reyes", "holdsRole", "director", "World Bank")),
    ("Ana Reyes stepped down as mayor of London.", ("Ana Reyes", "holdsRole", "mayor", "London")),
    ("They praised Ana Reyes’s years as mayor of London.", ("Ana Reyes", "holdsRole", "mayor", "London")),
    (
        "Ana Reyes is co-author of a history of tides.",
        ("Ana Reyes", "holdsRole", "co-author of a history of tides", None),
    ),
    ("Tom Oakes’s campaign manager, Ana Reyes, spoke.", ("Ana Reyes", "holdsRole", "campaign manager", None)),
    ("Tom Oakes’s campaign manager, Ana Reyes, spoke.", ("Ana Reyes", "affiliatedWith", None, "Tom Oakes")),
    (
        "Ana Reyes, PhD in History from Varrick University, spoke.",
        ("Ana Reyes", "affiliatedWith", None, "Varrick University"),
    ),
    (
        "The tides rose again, Ana Reyes said.\n\nWRITTEN BY\n\nAna Reyes\n\nSenior Fellow, Harbour Institute",
        ("Ana Reyes", "holdsRole", "Senior Fellow", "Harbour Institute"),
    ),
    ("As attorney general, Ana Reyes sued the mills.", ("Ana Reyes", "holdsRole", "attorney general", None)),
    ("A former judge, Ana Reyes agreed.", ("Ana Reyes", "holdsRole", "former judge", None)),
    ("Now the governor of Ohio, Ana Reyes agreed.", ("Ana Reyes", "holdsRole", "governor", "Ohio")),
    (
        "Ana Reyes left after serving as a lecturer at the Harbour Institute.",
        ("Ana Reyes", "holdsRole", "lecturer", "Harbour Institute"),
    ),
    ("Ana Reyes was sworn in as mayor of Oslo.", ("Ana Reyes", "holdsRole", "mayor", "Oslo")),
    ("Ana Reyes kept a diary while secretary of state.", ("Ana Reyes", "holdsRole", "secretary of state", None)),
    (
        "Ana Reyes is now the chief economist of the World Bank.",
        ("Ana Reyes", "holdsRole", "chief economist", "World Bank"),
    ),
    ("Ana Reyes went on to become a judge in Ohio.", ("Ana Reyes", "holdsRole", "judge", None)),
    (
        "Ana Reyes began her career as a reporter at the Harbour Times.",
        ("Ana Reyes", "holdsRole", "reporter", "Harbour Times"),
    ),
    ("They named Ana Reyes director of the World Bank.", ("Ana Reyes", "holdsRole", "director", "World Bank")),
    ("He won with Ana Reyes as his campaign manager.", ("Ana Reyes", "holdsRole", "campaign manager", None)),
    ("Ana Reyes joined the World Bank as a fellow.", ("Ana Reyes", "holdsRole", "fellow", "World Bank")),
    ("Tom Oakes, one of Ana Reyes’s former aides, left.", ("Tom Oakes", "holdsRole", "former aides", None)),
    ("They asked World Bank economist and poet Ana Reyes.", ("Ana Reyes", "holdsRole", "economist", "World Bank")),
    ("They asked candidates such as Gov. Ana Reyes and Tom Oakes.", ("Tom Oakes", "holdsRole", "candidates", None)),
    ("Sens. Ana Reyes (D-Va.) and Tom Oakes left.", ("Tom Oakes", "holdsRole", "Sens", None)),
    ("Senator Ana Reyes, a Democrat from Ohio, left.", ("Ana Reyes", "holdsRole", "Senator", "Ohio")),
    ("Reporter Ana Reyes of the World Bank left.", ("Ana Reyes", "holdsRole", "Reporter", "World Bank")),
    (
        "Senator Ana Reyes of Ohio, the chair of the House Tide Committee, left.",
        ("Ana Reyes", "holdsRole", "chair", "House Tide Committee"),
    ),
    ("His wife, Ana Reyes, is a lawyer with the World Bank.", ("Ana Reyes", "holdsRole", "lawyer", "World Bank")),
    ("Ana Reyes, chief economist, World Bank, left.", ("Ana Reyes", "holdsRole", "chief economist", "World Bank")),
    (
        "Ana Reyes is the highest-ranking prosecutor in Norway.",
        ("Ana Reyes", "holdsRole", "highest-ranking prosecutor", "Norway"),
    ),
    ("Ana Reyes, the head of an Ohio company, left.", ("Ana Reyes", "holdsRole", "head of an Ohio company", None)),
    ("Ana Reyes, Norway’s ambassador to Chile, left.", ("Ana Reyes", "holdsRole", "ambassador to Chile", "Norway")),
    ("Ana Reyes, speaker of the Ohio House, left.", ("Ana Reyes", "holdsRole", "speaker", "Ohio House")),
    ("They met political newcomer Ana Reyes.", ("Ana Reyes", "holdsRole", "political newcomer", None)),
    (
        "Ana Reyes, the head of Dayton, Ohio-based shipping company World Bank, left.",
        ("Ana Reyes", "holdsRole", "head", "World Bank"),
    ),
]


@pytest.mark.parametrize(("text", "row"), CASES, ids=[text for text, _ in CASES])
def test_roles_are_read_off_titles_and_appositions(text: str, row: Row) -> None:
    """A role is found with its own words and the organisation it is held at."""
    assert row in relations(text)


NOTHING = [
    "Mr. Lunn met Mrs. Ellison of Ohio.",
    "Mara Ellison, speaking in Rome, agreed.",
    "Mara Ellison’s lawyer spoke.",
    "They found Mara Ellison, an unarmed woman, there.",
    "Mara Ellison was offered a job as director of the play.",
    "Mara Ellison is the best candidate since the war.",
    "If Mara Ellison is mayor, all will be well.",
    "For Mara Ellison, the director of the play was no help.",
    "Unlike Mara Ellison, the mayor declined.",
    "Fellow Mara Ellison fans and rival Tom Oakes left.",
    "Mara Ellison, the tide and the harbour went well.",
    "As mayor, Mara Ellison would cut taxes.",
    "A judge, Mara Ellison and the tide went well.",
    "They read private Mara Ellison letters.",
    "Mara Ellison, a Democrat from Ohio, agreed.",
    "Mara Ellison was not sworn in as mayor.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_forms_of_address_and_places_are_no_roles(text: str) -> None:
    """Forms of address, circumstances and other people's roles say nothing about somebody's own."""
    assert relations(text) == []


def test_a_verb_behind_a_role_leads_to_nobody_elses() -> None:
    """Who contacts a country's minister is not that minister."""
    text = "They said Mara Ellison, the Secretary of State, contacted Norway’s foreign minister over the boats."
    assert relations(text) == [("Mara Ellison", "holdsRole", "Secretary of State", None)]


def test_a_relation_within_a_claim_points_to_it() -> None:
    """What only a claim's words assert is asserted by the claim; the same words outside claims by the article."""
    text = "The board said Mara Ellison, director of the World Bank, left."
    document = lay_out(text)
    claim = Claim((Span(15, len(text) - 1),), "indirect")
    found, _, _ = find(document, *find_entities(document, Article("a.txt", text)), (claim,))
    assert [one.claim for one in found] == [0]
    found, _, _ = find(document, *find_entities(document, Article("a.txt", text)), ())
    assert [one.claim for one in found] == [None]


def test_an_organisation_that_only_a_role_names_becomes_a_referent() -> None:
    """The referent and its mention are added, and what came in keeps its numbers."""
    text = "Then they met Peter Lunn, a criminologist at Varrick, there."
    document = lay_out(text)
    before = find_entities(document, Article("a.txt", text))
    found, referents, mentions = find(document, *before, ())
    assert referents[: len(before[0])] == before[0]
    assert referents[found[0].object or 0].name == "Varrick"
    assert [mention.span.of(text) for mention in mentions] == ["Peter Lunn", "Varrick"]


WORDS = st.sampled_from(
    (
        "Ana",
        "Lima",
        ",",
        "the",
        "a",
        "director",
        "of",
        "at",
        "World",
        "Bank",
        "who",
        "heads",
        "is",
        "President",
        "former",
        "mayor",
        "“",
        "”",
        ".",
        "\n",
        "(",
        ")",
        "PhD",
        "in",
        "Law",
        "from",
        "Harbour",
        "Institute",
        "spokesman",
        "for",
        "Mr.",
        "’s",
        "Greeneresearcher",
        "45",
    )
)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=50).map(" ".join))
def test_every_relation_can_show_its_words(text: str) -> None:
    """Spans lie in the text, indices are valid, and the same text gives the same."""
    document = lay_out(text)
    entities = find_entities(document, Article("a.txt", text))
    found, referents, mentions = find(document, *entities, ())
    for one in found:
        assert 0 <= one.span.start < one.span.end <= len(text)
        assert one.subject < len(referents)
        assert one.object is None or one.object < len(referents)
        assert one.role or one.object is not None
    assert all(mention.referent < len(referents) for mention in mentions)
    assert (found, referents, mentions) == find(document, *entities, ())


@pytest.mark.parametrize(("who", "is_told"), [("Mara Ellison", False), ("Tom Oakes", True)])
def test_an_office_of_a_country_is_not_that_of_somebody_farther_off(who: str, is_told: bool) -> None:
    """A country's office told in a description belongs to the person who is named last before it."""
    text = "Mara Ellison met Tom Oakes. The French president left."
    document = lay_out(text)
    referents, mentions = find_entities(document, Article("a.txt", text))
    number = next(one.referent for one in mentions if one.span.of(text) == who)
    described = Mention(Span(text.index("The French"), text.index(" left")), number, "nominal")
    found, _, _ = find(document, referents, (*mentions, described), ())
    assert bool(found) is is_told
