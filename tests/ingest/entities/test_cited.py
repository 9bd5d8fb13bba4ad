"""Documents that are told by a name or by words that say which one, and the words that take them up."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities import find
from kg.model import Article


def cited(text: str) -> dict[str, list[str]]:
    """The mentions of each document, by name; those that only take it up in brackets."""
    referents, mentions = find(lay_out(text), Article("a.txt", text))
    return {
        referent.name: [
            mention.span.of(text) if mention.form == "name" else f"[{mention.span.of(text)}]"
            for mention in mentions
            if mention.referent == number
        ]
        for number, referent in enumerate(referents)
        if referent.type == "document"
    }


TAKEN_UP = [
    ("A congressional report was read. The report was long.",
     {"congressional report": ["congressional report", "[The report]"]}),
    ("They fear the Orvale nuclear deal. The deal was long.",
     {"Orvale nuclear deal": ["Orvale nuclear deal", "[The deal]"]}),
    ("A University of Orvale poll was read.", {"University of Orvale poll": ["University of Orvale poll"]}),
    ("They fought over the fisheries bill.", {"fisheries bill": ["fisheries bill"]}),
    ("They fought over a fisheries bill and a sharp decision.", {}),
    ("They hail the country’s 2004 harbour law.", {"2004 harbour law": ["2004 harbour law"]}),
    ("An Ipsos poll was read. The poll was long.", {"Ipsos poll": ["Ipsos poll", "[The poll]"]}),
    ("They quote the 2004 harbour law. The new law helps.",
     {"2004 harbour law": ["2004 harbour law", "[The new law]"]}),
    ("An Ipsos poll was read. A Gallup survey was not. This survey was long.",
     {"Ipsos poll": ["Ipsos poll"], "Gallup survey": ["Gallup survey", "[This survey]"]}),
    ("An Ipsos poll was read. The poll of the poor was not.", {"Ipsos poll": ["Ipsos poll"]}),
    ("An Ipsos poll was read. The polls were long, the poll watchers bored.", {"Ipsos poll": ["Ipsos poll"]}),
    ("The poll was long. An Ipsos poll was read.", {"Ipsos poll": ["Ipsos poll"]}),
    ("A Reuters/Ipsos opinion poll was read. The Reuters/Ipsos poll was long.",
     {"Reuters/Ipsos opinion poll": ["Reuters/Ipsos opinion poll", "Reuters/Ipsos poll"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP, ids=[text for text, _ in TAKEN_UP])
def test_a_document_is_taken_up_by_its_noun(text: str, expected: dict[str, list[str]]) -> None:
    """By one of its kind, behind it, where nothing says that another is meant; shorter names are the same one."""
    assert cited(text) == expected


DATED = [
    ("They quote an Ipsos poll from October 2025 at length.", ["Ipsos poll from October 2025"]),
    ("They quote the Harbour Safety Act of 1993 at length.", ["Harbour Safety Act of 1993"]),
    ("They quote the Harbour Safety Act 2024 at length.", ["Harbour Safety Act 2024"]),
    ("They heard of the Ipsos poll Monday morning.", ["Ipsos poll"]),
]


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[text for text, _ in DATED])
def test_the_date_of_a_document_is_part_of_its_name(text: str, expected: list[str]) -> None:
    """Behind "from" or "of", or a year right behind it; the day that something is said of it on is not."""
    assert list(cited(text)) == expected


NO_DOCUMENTS = [
    "They made a deal with Peru, a Lima deal, and a package for Lima.",
    "The bill collector from Peru and a Lima law firm came.",
    "They spoke at the Democratic National Convention and the Lima convention.",
    "It is Chile’s plan, and Ana Lunn's strategy.",
    "A Friday editorial was read.",
    "Lima polls were read; Chile provides entrance poll after entrance poll.",
    "They watched the Sky News program.",
    "The Office for the Protection of the Constitution met.",
]


@pytest.mark.parametrize("text", NO_DOCUMENTS)
def test_what_only_sounds_like_a_document_is_none(text: str) -> None:
    """Party conventions, plans in somebody's head, programmes on the air, several polls, offices."""
    assert cited(text) == {}


def test_a_law_and_a_treaty_have_one_node_under_any_name() -> None:
    """Known names, with their acronyms, and amendments by their number."""
    assert list(cited("The Affordable Care Act passed. They hate Obamacare. The ACA stays.")) == ["Affordable Care Act"]
    assert len(cited("They say that the 2nd Amendment and the Second Amendment are one and the same.")) == 1


def test_somebodys_programme_is_a_document() -> None:
    """Where it is called his original or his campaign's."""
    assert cited("They read Ana Lunn’s original program.") == {
        "Ana Lunn’s original program": ["Ana Lunn’s original program"]
    }
