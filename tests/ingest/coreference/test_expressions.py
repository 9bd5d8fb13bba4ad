"""What a referring expression says of itself."""

from __future__ import annotations

import pytest

from ingest.coreference.expressions import Expression, read
from ingest.document import lay_out
from kg.model import Span


def one(words: str, text: str = "They saw {} there.") -> Expression:
    """The expression of some words in a text."""
    start = text.index("{}")
    return read(lay_out(text.format(words)), [Span(start, start + len(words))])[0]


@pytest.mark.parametrize(
    ("words", "kind", "head"),
    [
        ("Ana Lima", "name", "lima"),
        ("the mayor of Porto", "nominal", "mayor"),
        ("a man who lives there", "nominal", "man"),
        ("the Harbour Bank", "name", "bank"),
        ("workers fired last week", "nominal", "workers"),
        ("she", "pronoun", "she"),
        ("his wife", "nominal", "wife"),
        ("them all", "pronoun", "all"),
        ("Peter Lunn himself", "name", "lunn"),
        ("the president-elect’s", "nominal", "president-elect"),
    ],
)
def test_kind_and_head(words: str, kind: str, head: str) -> None:
    """A name, a description or a pronoun, and the word it is about."""
    found = one(words)
    assert (found.kind, found.head) == (kind, head)


@pytest.mark.parametrize(
    ("words", "plural", "gender", "type_"),
    [
        ("Mrs. Lima", False, "f", "person"),
        ("Peter Lunn", False, "m", "person"),
        ("the spokeswoman", False, "f", "person"),
        ("two dockers", True, "", "person"),
        ("Lima and Reed", True, "", None),
        ("the company", False, "", "organisation"),
        ("Portugal", False, "", "place"),
        ("people", True, "", "person"),
        ("him", False, "m", "person"),
    ],
)
def test_number_gender_and_type(words: str, plural: bool, gender: str, type_: str | None) -> None:
    """What agrees with a pronoun and what does not."""
    found = one(words)
    assert (found.is_plural, found.gender, found.type) == (plural, gender, type_)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("{} left early.", True),
        ("It rained and {} left.", True),
        ("They met {} early.", False),
        ("The friends of {} left.", False),
        ("{}, a historian, left.", True),
    ],
)
def test_subjects_are_told(text: str, subject: bool) -> None:
    """Whoever opens a clause before a verb acts in it."""
    assert one("Ana Lima", text).is_subject is subject
