"""Which poll, report or study a figure comes from."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.figures.finding import find
from kg.model import Article, Claim, Mention, Referent, Span


def documents(text: str, *names: str, cites: tuple[int, ...] = ()) -> list[int | None]:
    """The document of each figure of a text that names the given documents, in one claim that cites some."""
    referents = tuple(Referent("document", name) for name in names)
    mentions = tuple(
        Mention(Span(text.index(name), text.index(name) + len(name)), who) for who, name in enumerate(names)
    )
    claims = (Claim((Span(0, len(text)),), "indirect", cites=cites),) if cites else ()
    return [figure.document for figure in find(lay_out(text), Article("case", text), claims, referents, mentions)]


CASES = [
    ("A Strand poll found that 40 percent of pupils walk.", ("Strand poll",), [0]),
    ("A Strand poll came out. The survey found that 40 percent of pupils walk.", ("Strand poll",), [0]),
    ("A Strand poll came out. Some 40 percent of those surveyed walk.", ("Strand poll",), [0]),
    ("A Strand poll came out. The mayor has 40 boats.", ("Strand poll",), [None]),
    ("The 2004 harbour law allows 40 boats.", ("2004 harbour law",), [None]),
    (
        "A Strand poll and a Fjord study: 40 percent of pupils walk, says the first.",
        ("Strand poll", "Fjord study"),
        [1],
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), CASES)
def test_a_figure_comes_from_the_document_that_states_numbers(
    text: str, names: tuple[str, ...], expected: list[int | None]
) -> None:
    """Named in the sentence, or pointed back to; a law is what numbers are about."""
    assert documents(text, *names) == expected


def test_what_the_claim_cites_comes_first() -> None:
    """The claim knows better than the order of words."""
    text = "A Strand poll and a Fjord study: 40 percent of pupils walk."
    assert documents(text, "Strand poll", "Fjord study", cites=(0,)) == [0]
