"""Type, polarity and certainty are read off the words and the cue."""

from __future__ import annotations

import pytest

from ingest.extract.kinds import certainty_of, polarity_of, type_of


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("to lower taxes", "promised", "Lima", "promise"),
        ("“We will lower taxes”", "said", "Lima", "promise"),
        ("to lower taxes", "plans", "Lima", "proposal"),
        ("a tax on fuel", "has proposed", "Lima", "proposal"),
        ("lower taxes", "called for", "Lima", "recommendation"),
        ("the town should lower taxes", "said", "Lima", "recommendation"),
        ("taxes will rise", "said", "Lima", "prediction"),
        ("a rise", "predicted", "Lima", "prediction"),
        ("the plan a mistake", "called", "Lima", "evaluation"),
        ("it is a terrible idea", "said", "Lima", "evaluation"),
        ("41% of adults back her", "found", "the poll", "survey-result"),
        ("63 percent of voters want it", "say", "", "survey-result"),
        ("the rate fell to 6 per 100,000", "said", "Lima", "statistic"),
        ("it cost $4 million", "said", "Lima", "statistic"),
        ("The council met on Monday", "", "", "event"),
        ("The bridge is old", "", "", "statement"),
        ("“We promise to finish the bridge”", "said", "Lima", "promise"),
        ("“It is late. I promise that we will finish”", "told", "Lima", "promise"),
        ("“We will see what it costs”", "said", "Lima", "prediction"),
        ("Nobody will have to move", "said", "Lima", "prediction"),
        ("he would have to pass it on", "said", "Lima", "statement"),
        ("a bridge every 30 minutes by 2026", "promised", "Lima", "promise"),
        ("a 50% discount", "recommends", "the union", "recommendation"),
        ("it would fall by 15 percent", "predicted", "Lima", "prediction"),
        ("they were against it", "said", "47 percent of adults", "survey-result"),
        ("they were against it", "told", "three in four households", "survey-result"),
        ("the man who says that it will close is wrong about it", "said", "Lima", "statement"),
        ("The outcome depends on the will of the neighbours", "", "", "statement"),
        ("whether the bridge will close", "asked", "Lima", "statement"),
        ("“Will it be the best one?”", "asked", "Lima", "statement"),
        ("she has the best of them in her house", "said", "Lima", "statement"),
        ("a wider deck is what they should be expected to want", "said", "Lima", "statement"),
        ("it averaged 46 micrograms in 2024", "said", "Lima", "statistic"),
        ("to win a majority", "had hoped", "the right", "prediction"),
        ("“I promise that every coin will go to the bridge”", "told", "Lima", "promise"),
        ("“It is a toll on going to school”", "said", "Lima", "statement"),
    ],
)
def test_a_claim_has_the_type_of_its_words(words: str, cue: str, source: str, expected: str) -> None:
    """The cue decides first, then figures, duties, the future, worth."""
    assert type_of(words, cue, source) == expected


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
        ("the path is not without costs", "said", "affirmed"),
        ("“Not lowering taxes is going to hurt”", "warns", "affirmed"),
        ("Obama for not lowering taxes", "criticized", "affirmed"),
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
