"""Polarity and certainty are read off the words and the cue."""

from __future__ import annotations

import pytest

from ingest.extract.sureness import certainty_of, polarity_of


@pytest.mark.parametrize(
    ("words", "cue", "expected"),
    [
        ("taxes will rise", "said", "affirmed"),
        ("taxes will not rise", "said", "negated"),
        ("taxes won’t rise", "said", "negated"),
        ("taxes will rise", "denied", "negated"),
        ("taxes will not rise", "denied", "affirmed"),
        ("taxes will rise", "does not believe", "negated"),
        ("taxes will rise because nobody objects", "said", "affirmed"),
        ("it is not only the tax but the price", "said", "affirmed"),
        ("the ferry is not without leaks", "said", "affirmed"),
        ("“Not mending piers is going to hurt”", "warns", "affirmed"),
        ("the mayor for not mending piers", "criticized", "affirmed"),
        ("If it does not rain, taxes will rise", "said", "affirmed"),
        ("I don’t doubt that taxes will rise", "said", "affirmed"),
        ("Lima is not expected to rise", "is not expected", "negated"),
        ("not to raise taxes", "vowed", "negated"),
        ("never to raise taxes", "promised", "negated"),
    ],
)
def test_negation_of_words_and_cue_cancel_out(words: str, cue: str, expected: str) -> None:
    """Denying what is denied affirms it."""
    assert polarity_of(words, cue) == expected


@pytest.mark.parametrize(
    ("words", "cue", "expected"),
    [
        ("taxes will rise", "said", "certain"),
        ("taxes may rise", "said", "speculative"),
        ("taxes rose in May", "said", "certain"),
        ("the mayor allegedly left", "said", "speculative"),
        ("taxes will rise", "fears", "speculative"),
        ("taxes are likely to rise", "said", "hedged"),
        ("taxes will rise", "thinks", "hedged"),
        ("taxes would rise", "said", "certain"),
        ("taxes would rise", "says", "hedged"),
        ("the tax that the town needs may not come", "said", "speculative"),
        ("taxes will rise by roughly 3 percent", "said", "certain"),
    ],
)
def test_certainty_is_that_of_the_weakest_word(words: str, cue: str, expected: str) -> None:
    """Maybe outweighs likely, likely outweighs plain words."""
    assert certainty_of(words, cue) == expected
