"""Pronouns and descriptions outside of speakers' words."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.entities.finding import find as find_entities
from ingest.speakers.resolving import resolve
from kg.model import Article, Claim, Mode, Span


def mentions(text: str, *claims: Claim) -> list[tuple[str, str]]:
    """The words of the mentions that are no names, with whom they stand for."""
    document = lay_out(text)
    _, referents, found = resolve(document, claims, *find_entities(document, Article("a.txt", text)))
    return [(one.span.of(text), referents[one.referent].name) for one in found if one.form != "name"]


CASES: list[tuple[str, list[tuple[str, str]]]] = [
    ("Mara Ellison spoke. Her bridge stands.", [("Her", "Mara Ellison")]),
    ("Mara Ellison met Peter Lunn. She left and he stayed.", [("She", "Mara Ellison"), ("he", "Peter Lunn")]),
    ("Mark Reed and Peter Lunn came. He left.", []),
    ("A docker met Peter Lunn. He left.", []),
    ("Mara Ellison spoke. His bridge stands.", []),
    ("Peter Lunn spoke. Mark Reed thanked him.", [("him", "Peter Lunn")]),
    ("Mark Reed slept. Peter Lunn’s letter about him was short.", [("him", "Mark Reed")]),
    ("Peter Lunn slept. He met Lunn there.", []),
    ("They met Pia Stokes, a former judge. They thanked the judge.", []),
    ("Peter Lunn sold his house.", [("his", "Peter Lunn")]),
    ("It rained on her house.", []),
    ("They met Pia Stokes, a judge. They thanked the judge.", [("the judge", "Pia Stokes")]),
    ("They met Pia Stokes, a judge, and Peter Lunn, a judge. They thanked the judge.", []),
    ("They met Pia Stokes, a harbour judge. They thanked the upper judge.", []),
    ("They met Pia Stokes, a judge. They thanked the judge of the upper court.", []),
    ("The Harbour Company met. They thanked the company.", [("the company", "Harbour Company")]),
    ("The Harbour Company met the Quay Company. They thanked the company.", []),
    ("The Harbour Company met. They thanked the bus company.", []),
    ("The Harbour Company sold its docks.", [("its", "Harbour Company")]),
    ("The Harbour Company sold the Quay Company its docks.", []),
    ("The mayor said that the Harbour Company sold its docks.", []),
    ("The Harbour Company read the law and its annexes.", []),
    ("It rained. It sold its docks.", []),
    ("Readers of the Harbour Press met. They blamed the press.", []),
]


@pytest.mark.parametrize(("text", "found"), CASES, ids=[text for text, _ in CASES])
def test_what_surely_stands_for_somebody_is_a_mention(text: str, found: list[tuple[str, str]]) -> None:
    """He, she and descriptions of the one who holds a role or of the one body; what is doubtful is left out."""
    assert mentions(text) == found


def said(text: str, words: str, speaker: str, mode: Mode) -> Claim:
    """A claim of these words."""
    start, at = text.index(words), text.rindex(speaker)
    return Claim((Span(start, start + len(words)),), mode, Span(at, at + len(speaker)))


def test_in_a_quotation_nobody_calls_himself_he() -> None:
    """Whoever speaks in it is left out of those whom "he" may be."""
    text = "Peter Lunn was late. “He sleeps,” Mark Reed said."
    assert ("He", "Peter Lunn") in mentions(text, said(text, "“He sleeps,”", "Mark Reed", "direct"))


def test_a_claim_is_about_whom_its_pronoun_stands_for() -> None:
    """The person is in ``about`` though the claim only says "he"."""
    text = "Peter Lunn ran again. According to voters, he is ahead."
    document = lay_out(text)
    claim = said(text, "he is ahead", "voters", "indirect")
    claims, referents, _ = resolve(document, [claim], *find_entities(document, Article("a.txt", text)))
    assert [referents[number].name for number in claims[0].about] == ["Peter Lunn"]


def test_where_subjects_are_dropped_a_pronoun_needs_the_only_one_of_its_paragraph() -> None:
    """A translation's pronouns do not tell gender: with two to choose from nobody is chosen."""
    dropped = "“It rained,” explains. “It hailed,” warns. "
    claims = [
        Claim((Span(0, 12),), "direct", None, Span(13, 21)),
        Claim((Span(23, 35),), "direct", None, Span(36, 41)),
    ]
    assert mentions(dropped + "Peter Lunn came. His hat was wet.", *claims) == [("His", "Peter Lunn")]
    assert mentions(dropped + "Peter Lunn met Mara Ellison. His hat was wet.", *claims) == []
