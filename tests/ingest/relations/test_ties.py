"""What one name is to another, as the text says it."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.relations.finding import find
from kg.model import EntityType, Mention, Referent, Span

TYPES: dict[str, EntityType] = {
    "Ana Reyes": "person",
    "Tom Oakes": "person",
    "Pia Stokes": "person",
    "Harbour Institute": "organisation",
    "Tidewater University": "organisation",
    "Ferrow Party": "organisation",
    "Green Union": "organisation",
    "Strand": "place",
    "Ferrow": "place",
    "Ohio": "place",
    "Texas": "place",
    "Dayton": "place",
    "Colo": "place",
    "Lunn & Company": "organisation",
    "Gantry poll": "document",
    "Gantry": "organisation",
    "tide report": "document",
    "average of tide polls": "document",
    "tide law": "document",
    "tide programme": "document",
}


def ties(text: str) -> list[tuple[str, str, str]]:
    """The relations of a text, roles apart, between the names above."""
    referents = [Referent(kind, name) for name, kind in TYPES.items()]
    found: list[Mention] = []
    for number, name in enumerate(TYPES):
        start = text.find(name)
        while start >= 0:
            span = Span(start, start + len(name))
            if not any(other.span.contains(span) for other in found) or name == "Gantry":
                found.append(Mention(span, number))
            start = text.find(name, start + 1)
    found.sort(key=lambda mention: mention.span)
    relations, after, _ = find(lay_out(text), referents, found, ())
    return [
        (after[one.subject].name, one.predicate, after[one.object].name)
        for one in relations
        if one.object is not None and one.predicate != "holdsRole"
    ]


CASES = [
    ("Ana Reyes worked at an Ohio law firm, Harbour Institute.", ("Ana Reyes", "affiliatedWith", "Harbour Institute")),
    ("They sued an Ohio law firm, Harbour Institute.", ("Harbour Institute", "locatedIn", "Ohio")),
    ("Ana Reyes, 61, an Ohio lawyer, spoke.", ("Ana Reyes", "locatedIn", "Ohio")),
    ("Ana Reyes, a Dayton-based poet, spoke.", ("Ana Reyes", "locatedIn", "Dayton")),
    ("They met Texas billionaire Tom Oakes.", ("Tom Oakes", "locatedIn", "Texas")),
    ("Ana Reyes, 61, of Dayton, spoke.", ("Ana Reyes", "locatedIn", "Dayton")),
    ("The pro-Ana Reyes Green Union spoke.", ("Green Union", "allyOf", "Ana Reyes")),
    ("The anti-Ana Reyes Green Union spoke.", ("Green Union", "opponentOf", "Ana Reyes")),
    ("The Green Union is joining forces with Ana Reyes.", ("Green Union", "allyOf", "Ana Reyes")),
    ("The Green Union, a group that Ana Reyes formed, spoke.", ("Ana Reyes", "created", "Green Union")),
    ("The Green Union was suing Texas.", ("Green Union", "opponentOf", "Texas")),
    ("The tide programme, run by the Green Union, ended.", ("Green Union", "conducted", "tide programme")),
    ("The Green Union, the agency that runs the tide programme, left.", ("Green Union", "conducted", "tide programme")),
    ("Ana Reyes heads the Harbour Institute.", ("Ana Reyes", "heads", "Harbour Institute")),
    ("The Harbour Institute, led by former mayor Ana Reyes, agreed.", ("Ana Reyes", "heads", "Harbour Institute")),
    ("Ana Reyes, who heads a right-wing coalition, spoke.", ("Ana Reyes", "heads", "right-wing coalition")),
    ("Ana Reyes is a member of the Ferrow Party.", ("Ana Reyes", "memberOf", "Ferrow Party")),
    (
        "A broad coalition (made up of the Ferrow Party and the Green Union) won.",
        ("Green Union", "memberOf", "broad coalition"),
    ),
    (
        "Ana Reyes’s coalition (made up of the Reds, Fishers and Free Dockers) won.",
        ("Free Dockers", "memberOf", "Ana Reyes’s coalition"),
    ),
    ("They heard the Harbour Institute’s Ana Reyes.", ("Ana Reyes", "affiliatedWith", "Harbour Institute")),
    ("Ana Reyes joined the Harbour Institute in May.", ("Ana Reyes", "affiliatedWith", "Harbour Institute")),
    ("Tom Oakes, who runs Ana Reyes’s outreach effort, spoke.", ("Tom Oakes", "affiliatedWith", "Ana Reyes")),
    ("Tom Oakes advises Ana Reyes.", ("Tom Oakes", "affiliatedWith", "Ana Reyes")),
    ("They voted for Ana Reyes’s Ferrow Party.", ("Ana Reyes", "affiliatedWith", "Ferrow Party")),
    ("Tom Oakes’s running mate, Ana Reyes, spoke.", ("Ana Reyes", "allyOf", "Tom Oakes")),
    ("Ana Reyes, a close ally of Tom Oakes, spoke.", ("Ana Reyes", "allyOf", "Tom Oakes")),
    ("Ana Reyes, 61, a Tom Oakes supporter, spoke.", ("Ana Reyes", "allyOf", "Tom Oakes")),
    ("Ana Reyes has endorsed Sen. Tom Oakes.", ("Ana Reyes", "allyOf", "Tom Oakes")),
    ("Tom Oakes’s Democratic rival, Ana Reyes, spoke.", ("Ana Reyes", "opponentOf", "Tom Oakes")),
    ("Ana Reyes narrowly defeated former mayor Tom Oakes in May.", ("Ana Reyes", "opponentOf", "Tom Oakes")),
    (
        "Voters face a runoff on Sunday between the mayor, Ana Reyes, and the challenger Tom Oakes.",
        ("Ana Reyes", "opponentOf", "Tom Oakes"),
    ),
    ("Ana Reyes is in a tight race with Tom Oakes.", ("Ana Reyes", "opponentOf", "Tom Oakes")),
    ("Ana Reyes succeeded Tom Oakes.", ("Tom Oakes", "predecessorOf", "Ana Reyes")),
    ("Ana Reyes was replaced by Tom Oakes.", ("Ana Reyes", "predecessorOf", "Tom Oakes")),
    ("Tom Oakes’s predecessor, Ana Reyes, agreed.", ("Ana Reyes", "predecessorOf", "Tom Oakes")),
    ("Ferrow, a port in the county of Strand, was quiet.", ("Ferrow", "locatedIn", "Strand")),
    ("Ana Reyes took the helm of the Harbour Institute.", ("Ana Reyes", "heads", "Harbour Institute")),
    ("Ana Reyes, a former adviser to President Tom Oakes, left.", ("Ana Reyes", "affiliatedWith", "Tom Oakes")),
    ("Ana Reyes, an official in the Tom Oakes administration, left.", ("Ana Reyes", "affiliatedWith", "Tom Oakes")),
    ("They met Ana Reyes from the Harbour Institute.", ("Ana Reyes", "affiliatedWith", "Harbour Institute")),
    ("She lives in Ferrow, Colo., and works.", ("Ferrow", "locatedIn", "Colo")),
    ("They met in Dayton, Ohio, on Monday.", ("Dayton", "locatedIn", "Ohio")),
    ("The Tidewater University in Ferrow agreed.", ("Tidewater University", "locatedIn", "Ferrow")),
    ("The Harbour Institute at Tidewater University agreed.", ("Harbour Institute", "partOf", "Tidewater University")),
    ("They asked Tidewater University’s Harbour Institute.", ("Harbour Institute", "partOf", "Tidewater University")),
    ("The Harbour Institute was founded by Ana Reyes.", ("Ana Reyes", "created", "Harbour Institute")),
    ("Ana Reyes, founder of the Harbour Institute, spoke.", ("Ana Reyes", "created", "Harbour Institute")),
    ("Harbour Institute founder Ana Reyes spoke.", ("Ana Reyes", "created", "Harbour Institute")),
    ("Ana Reyes wrote the 2004 tide law.", ("Ana Reyes", "created", "tide law")),
    ("They voted for Ana Reyes’s new tide law.", ("Ana Reyes", "created", "tide law")),
    ("The Harbour Institute filed a lawsuit against Ohio.", ("Harbour Institute", "opponentOf", "Ohio")),
    ("Ana Reyes, a Democrat on the Green Union, left.", ("Ana Reyes", "memberOf", "Green Union")),
    ("They met in Dayton in Ohio.", ("Dayton", "locatedIn", "Ohio")),
    ("A Gantry poll found so.", ("Gantry", "conducted", "Gantry poll")),
    ("They sued two Ohio builders, Ana Reyes and Tom Oakes.", ("Ana Reyes", "locatedIn", "Ohio")),
    ("Ana Reyes was at the Green Union in Dayton.", ("Green Union", "locatedIn", "Dayton")),
    ("They sued Dayton, Ohio-based shipping firm Harbour Institute.", ("Harbour Institute", "locatedIn", "Dayton")),
    ("They sued Dayton, Ohio-based shipping firm Harbour Institute.", ("Dayton", "locatedIn", "Ohio")),
    ("Outside groups supporting Iowa Gov. Ana Reyes and Tom Oakes paid.", ("Tom Oakes", "allyOf", "Outside groups")),
    ("He gave to a super PAC that is backing Tom Oakes.", ("Tom Oakes", "allyOf", "super PAC")),
    ("The pro-Ana Reyes super PAC paid.", ("Ana Reyes", "allyOf", "super PAC")),
    ("The Green Union, a super PAC backing Ana Reyes, paid.", ("Green Union", "allyOf", "Ana Reyes")),
    ("The Green Union, the pro-Ana Reyes super PAC, paid.", ("Green Union", "allyOf", "Ana Reyes")),
    ("The Green Union spent millions in support of Ana Reyes.", ("Green Union", "allyOf", "Ana Reyes")),
    ("Donors to the Green Union backing Ana Reyes paid.", ("Ana Reyes", "allyOf", "Green Union")),
    ("Donors to the Green Union backing Ana Reyes and Pia Stokes paid.", ("Pia Stokes", "allyOf", "Green Union")),
    ("Tom Oakes’s rivals, Pia Stokes and Ana Reyes, left.", ("Ana Reyes", "opponentOf", "Tom Oakes")),
    ("Tom Oakes left after a heavy loss to Ana Reyes.", ("Tom Oakes", "opponentOf", "Ana Reyes")),
    ("Tom Oakes left after his win over Ana Reyes.", ("Tom Oakes", "opponentOf", "Ana Reyes")),
    ("Ana Reyes’s Lunn & Company paid.", ("Ana Reyes", "affiliatedWith", "Lunn & Company")),
    ("Ana Reyes, who tracks political ads for Gantry, left.", ("Ana Reyes", "affiliatedWith", "Gantry")),
    ("They heard Gantry affiliate Harbour Institute.", ("Harbour Institute", "affiliatedWith", "Gantry")),
    (
        "The Harbour Institute’s average of tide polls says so.",
        ("Harbour Institute", "created", "average of tide polls"),
    ),
    (
        "A tide report by researchers at Tidewater University said so.",
        ("Tidewater University", "created", "tide report"),
    ),
]


@pytest.mark.parametrize(("text", "tie"), CASES, ids=[text for text, _ in CASES])
def test_ties_are_read_off_the_words_between_two_names(text: str, tie: tuple[str, str, str]) -> None:
    """A relation is found, with whoever it is of first."""
    assert tie in ties(text)


NOTHING = [
    "Ana Reyes endorsed Tom Oakes’s plan.",
    "Ana Reyes has not endorsed Tom Oakes.",
    "Ana Reyes is no ally of Tom Oakes.",
    "Ana Reyes, a former ally of Tom Oakes, spoke.",
    "They campaigned in Dayton, Ohio and Texas, and in Ohio, Texas.",
    "Ana Reyes met Tom Oakes in Ohio.",
    "The Harbour Institute said Ana Reyes was wrong.",
    "Ana Reyes, who is not an adviser to Tom Oakes, left.",
    "Groups backing Ana Reyes’s plan paid.",
    "Ana Reyes’s Green Union met.",
    "They sided with the Ferrow Party in Ohio.",
    "They liked Gantry’s report under President Ana Reyes.",
    "As for Ohio voters, Ana Reyes left.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_names_beside_each_other_are_not_related_for_that(text: str) -> None:
    """Without words that say so, or with words that deny it, nothing is found."""
    assert ties(text) == []


def test_a_body_that_is_only_described_becomes_an_unnamed_referent() -> None:
    """Its mention is a description, and it is never merged with that of another article."""
    text = "Ana Reyes, who heads a right-wing coalition, spoke."
    found, referents, mentions = find(lay_out(text), (Referent("person", "Ana Reyes"),), (Mention(Span(0, 9), 0),), ())
    assert [one.span.of(text) for one in found] == ["Ana Reyes, who heads a right-wing coalition"]
    assert referents[1] == Referent("organisation", "right-wing coalition", (), named=False)
    assert [(mention.span.of(text), mention.form) for mention in mentions][1] == ("right-wing coalition", "nominal")
