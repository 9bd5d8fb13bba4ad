"""What claims cite, from a text to its claims."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest import pipeline
from ingest.extract import load
from ingest.extract.pointers import without_pointers
from kg.model import Article, Claim, Extraction, Span

LEAD = "The council met in the old hall on Monday.\n\n"


def extracted(text: str) -> tuple[str, Extraction]:
    """A text with a lead, and what the rules make of it."""
    whole = LEAD + text
    return whole, pipeline.extract(Article("a.txt", whole), load("rules"))


def cites(text: str) -> list[tuple[str | None, list[str]]]:
    """For each claim that says anything beyond the lead: its speaker (none: the text) and what it cites."""
    whole, found = extracted(text)
    names = [referent.name for referent in found.referents]
    return [
        (None if claim.speaker is None else names[claim.speaker], [names[number] for number in claim.cites])
        for claim in found.claims
        if claim.words(whole) not in LEAD
    ]


CASES: list[tuple[str, list[tuple[str | None, list[str]]]]] = [
    ("“That is proven,” Ana Lima said, citing the case of Norway.", [("Ana Lima", ["case of Norway"])]),
    ("“That is proven,” Ana Lima said, pointing to the Danish experience.", [("Ana Lima", ["Danish experience"])]),
    ("Ana Lima, citing a 2019 report, said the bridge was unsafe.", [("Ana Lima", ["2019 report"])]),
    ("Reuters, citing police sources, reported that two men had fled.", [("Reuters", ["police sources"])]),
    ("Ana Lima, quoting Reuters, said that two men had fled.", [("Ana Lima", ["Reuters"])]),
    ("Ana Lima, citing the Interior Ministry, said that thefts fell.", [("Ana Lima", ["Interior Ministry"])]),
    ("“International evidence shows that it works,” Ana Lima said.", [("Ana Lima", ["International evidence"])]),
    (
        "Ana Lima said that official data show that thefts fell.",
        [("Ana Lima", ["official data"])],
    ),
    (
        "Thefts fell by half, according to figures of the central bank.",
        [("figures of the central bank", ["figures of the central bank"])],
    ),
    (
        "Based on data from the health ministry, Ana Lima argued that asthma had risen.",
        [("Ana Lima", ["data from the health ministry"])],
    ),
    ("Thefts fell by half, according to figures that the bank published.", [("figures", ["figures"])]),
    ("Ana Lima said in a report that the dam was old.", [("Ana Lima", ["report"])]),
    ("Police records clearly show a fall in thefts.", [(None, ["Police records"])]),
    ("The mayor said others had coped well, such as the Danish case.", [("mayor", ["Danish case"])]),
    ("Ana Lima said the dam was old, citing data, while Peter Lunn said it was safe.",
     [("Ana Lima", ["data"]), ("Peter Lunn", [])]),
    ("Ana Lima said the dam was old, adding that floods were near, citing data.", [("Ana Lima", ["data"])] * 2),
    ("Ana Lima praised the police, citing Norway.", [("Ana Lima", ["Norway"])]),
    ("A Gallowgate poll revealed that two of three adults say that tolls are too high.",
     [("Gallowgate poll", ["Gallowgate poll"]), ("two of three adults", [])]),
    # what points to nothing
    ("Ana Lima said no evidence shows that it works.", [("Ana Lima", [])]),
    ("Ana Lima said it was late, based on Lunn’s own words.", [("Ana Lima", [])]),
    ("Ana Lima said in a letter that the dam was old.", [("Ana Lima", [])]),
    ("Ana Lima said in her analysis that the dam was old.", [("Ana Lima", [])]),
    ("“No,” Ana Lima said, citing a lack of evidence for it all.", [("Ana Lima", [])]),
    ("Ana Lima said that in this case the dam was old.", [("Ana Lima", [])]),
    ("Ana Lima said a public figure shows courage.", [("Ana Lima", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_claims_cite_what_they_point_to(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    """Data, studies, cases and sources are cited by the claim whose words, or whose speaker, point to them."""
    assert cites(text) == expected


def test_evidence_without_a_name_stays_unnamed() -> None:
    """Such a referent is never merged with that of another article, and has the words as its mention."""
    text, found = extracted("Official data show that thefts fell, Ana Lima said.")
    (number,) = (n for n, referent in enumerate(found.referents) if referent.type == "document")
    assert not found.referents[number].named
    assert [m.span.of(text) for m in found.mentions if m.referent == number] == ["Official data"]


def test_cited_sources_are_a_group() -> None:
    """Several people without a name are one unnamed group of type organisation."""
    _, found = extracted("Ana Lima, citing police sources, said that two men had fled.")
    (group,) = (referent for referent in found.referents if referent.name == "police sources")
    assert (group.type, group.named, group.group) == ("organisation", False, True)


def test_a_definite_document_is_the_one_named_before() -> None:
    """“The poll” cites the poll that was named, and makes no second document."""
    _, found = extracted("An Ipsos poll came out. Ana Lima, citing the poll, said that tolls were too high.")
    documents = [referent.name for referent in found.referents if referent.type == "document"]
    assert documents == ["Ipsos poll"]
    assert [claim.cites for claim in found.claims if claim.speaker is not None] == [
        (found.referents.index(next(r for r in found.referents if r.name == "Ipsos poll")),)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“That is proven,” she told us, citing the case of Norway.",
        "Ana Lima, pointing to official data, said that thefts fell.",
        "The pool was closed, citing security.",
    ],
)
def test_pointing_to_evidence_is_no_claim(text: str) -> None:
    """What only names the evidence for another claim is cited by that one, and said by nobody."""
    whole, found = extracted(text)
    cues = [claim.cue_span.of(whole) for claim in found.claims if claim.cue_span]
    assert not {"citing", "pointing to"} & set(cues)


@pytest.mark.parametrize("cue", ["pointing out", "quoting", "relying on"])
def test_a_participle_that_reports_stays_a_claim(cue: str) -> None:
    """“Pointing out that” says something; so does what a speaker relies on, where that is no evidence."""
    text = LEAD + f"“It is key,” Ana Lima said, {cue} that the dam was old."
    said = Span(text.index("the dam"), len(text) - 1)
    cued = Span(text.index(cue), text.index(cue) + len(cue))
    name = Span(text.index("Ana Lima"), text.index("Ana Lima") + 8)
    outer = Claim((Span(text.index("“"), text.index("”") + 1),), "direct", name, Span(name.end + 1, name.end + 5))
    inner = Claim((said,), "indirect", name, cued)
    sentence = Span(len(LEAD), len(text))
    assert without_pointers(text, [outer, inner], [sentence] * 2) == [outer, inner]
    assert without_pointers(text, [outer, replace(inner, speaker_span=None)], [sentence] * 2)[1:] == (
        [replace(inner, speaker_span=None)] if cue == "pointing out" else []
    )


def test_whoever_cites_in_a_clause_of_its_own_says_so() -> None:
    """“She cited a report” is hers to say, and cites it."""
    assert cites("Ana Lima cited a 2019 report.") == [("Ana Lima", ["2019 report"])]
