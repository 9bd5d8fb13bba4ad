"""The main clause of some words and its verb."""

from __future__ import annotations

import pytest

from ingest.extract.clauses import main_clause, main_verb, spelled_out


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“I don’t think the pier will hold, and nor does she”", "the pier will hold"),
        ("On Monday, the pier sank", "the pier sank"),
        ("At £3 the toll would bring in £2,500 a year, twice as much", "At £3 the toll would bring in £2,500 a year"),
        ("The pier that the village paid for may sink, she fears", "The pier may sink"),
        ("The man who will mend the pier", "The man"),
    ],
)
def test_a_main_clause_goes_on_behind_a_relative_clause_in_its_subject(sentence: str, expected: str) -> None:
    """An adjunct is left out where it holds no verb; a number's comma ends nothing."""
    assert " ".join(main_clause(sentence).split()) == expected


@pytest.mark.parametrize(
    ("clause", "tense", "word"),
    [
        ("We’ll never sell it", "will", "sell"),
        ("I’m going to sell it", "going", "going"),
        ("They’d mended it", "had", "mended"),
        ("They’d mend it", "would", "mend"),
        ("the will of the village counts", "", "will"),
        ("the village needs to mend it", "should", "to"),
        ("the village needs a pier", "", "village"),
        ("to have sunk the boat", "had", "sunk"),
        ("a tired crew sleeps", "", "tired"),
    ],
)
def test_a_clause_stands_in_the_tense_of_its_finite_verb(clause: str, tense: str, word: str) -> None:
    """Short forms are told apart, and nouns and adjectives that look like verbs are none."""
    verb = main_verb(spelled_out(clause))
    assert (verb.tense, verb.word) == (tense, word)
