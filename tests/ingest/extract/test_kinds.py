"""The type of a claim is read off its words, its cue and its source."""

from __future__ import annotations

import pytest

from ingest.extract.kinds import type_of


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
        ("he would have to pass it on", "said", "Lima", "prediction"),
        ("a bridge every 30 minutes by 2026", "promised", "Lima", "promise"),
        ("a 50% discount", "recommends", "the union", "recommendation"),
        ("it would fall by 15 percent", "predicted", "Lima", "prediction"),
        ("they were against it", "said", "47 percent of adults", "survey-result"),
        ("they were against it", "told", "three in four households", "survey-result"),
        ("the man who says that it will close is wrong about it", "said", "Lima", "evaluation"),
        ("the man who says that it will close is her cousin", "said", "Lima", "statement"),
        ("The outcome depends on the will of the neighbours", "", "", "statement"),
        ("whether the bridge will close", "asked", "Lima", "statement"),
        ("“Will it be the best one?”", "asked", "Lima", "statement"),
        ("she has the best of them in her house", "said", "Lima", "statement"),
        ("a wider deck is what they should be expected to want", "said", "Lima", "statement"),
        ("it averaged 46 micrograms in 2024", "said", "Lima", "statistic"),
        ("to win a majority", "had hoped", "the right", "prediction"),
        ("“I promise that every coin will go to the bridge”", "told", "Lima", "promise"),
        ("“The toll is on going to school”", "said", "Lima", "statement"),
    ],
)
def test_a_claim_has_the_type_of_its_words(words: str, cue: str, source: str, expected: str) -> None:
    """The cue decides first, then figures, duties, the future, worth."""
    assert type_of(words, cue, source) == expected


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("to reopen the quay by June", "hopes", "the harbour company", "proposal"),
        ("to be home by June", "hopes", "the skipper", "prediction"),
        ("new dues on timber", "ruled out", "the harbour master", "promise"),
        ("new dues on timber", "declined to rule out", "the harbour master", "statement"),
        ("to share the berth", "agreed", "both crews", "promise"),
        ("the pilots to wait for the tide", "told", "the harbour master", "recommendation"),
        ("whether the pilots are told to wait", "asked", "a skipper", "statement"),
        ("a second dredger", "is considering", "the board", "proposal"),
        ("a second dredger", "pushed for", "the pilots", "recommendation"),
        ("flooding in the lower basin", "warned of", "the surveyor", "prediction"),
        ("more silt in the channel", "fears", "the surveyor", "prediction"),
        ("the new crane", "welcomed", "the dockers", "evaluation"),
        ("that the crane came without a driver", "was furious", "the foreman", "evaluation"),
        ("the new crane", "support", "most voters", "survey-result"),
    ],
)
def test_a_cue_tells_the_type_with_the_words_behind_it(words: str, cue: str, source: str, expected: str) -> None:
    """What one hopes to do is a proposal, what one tells others a recommendation, what one rules out a promise."""
    assert type_of(words, cue, source) == expected


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("she would sell the ferry", "said", "she", "promise"),
        ("he would sell the ferry", "said", "she", "prediction"),
        ("her office would pay for the pier", "said", "the minister", "promise"),
        ("the minister would pay for the pier", "said", "a skipper", "prediction"),
        ("“Norrin will pay for the pier”", "said", "Norrin", "promise"),
        ("“She will pay for the pier”", "said", "she", "prediction"),
        ("“We’re not going to sell it”", "said", "Lima", "promise"),
        ("“We’re going to win”", "said", "Lima", "prediction"),
        ("she would think about the offer", "said", "she", "promise"),
        ("“I would think he is the skipper”", "said", "Lima", "statement"),
        ("the company would sell the ferry", "said", "Ms Roe", "promise"),
        ("the company would sell the ferry", "said", "a union leader", "prediction"),
        ("the crew has agreed to mend the pier", "said", "Lima", "promise"),
        ("the tolls would cost the village its market", "say", "critics", "prediction"),
        ("“I would ask him again”", "says", "Lima", "statement"),
        ("the pier could collapse", "said", "the surveyor", "prediction"),
        ("he could hear the pier creak", "said", "the surveyor", "statement"),
        ("the pier may not be ready before spring", "said", "the surveyor", "prediction"),
        ("the pier may be older than the church", "said", "the surveyor", "statement"),
        ("the pier that the village paid for may sink", "said", "the surveyor", "prediction"),
        ("the pier is likely to sink", "said", "the surveyor", "prediction"),
        ("it was possible that the pier would sink", "said", "the surveyor", "prediction"),
        ("the surveyor had told him that the pier would sink", "said", "Lima", "prediction"),
        ("At £3 the toll would bring in £2 million a year, twice what it does now", "said", "Lima", "prediction"),
        ("“It’s time to mend the pier”", "said", "Lima", "recommendation"),
        ("“Stop the dredging and mend the pier”", "said", "Lima", "recommendation"),
        ("the surveyor plans to test 12 piles", "said", "Lima", "proposal"),
        ("it was part of her plan to test the piles", "said", "Lima", "statement"),
    ],
)
def test_tense_and_subject_tell_what_is_to_come(words: str, cue: str, source: str, expected: str) -> None:
    """What the speaker will do is a promise, what others will do or what may be a prediction."""
    assert type_of(words, cue, source) == expected


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("84 hulls", "counted", "the surveyor", "statistic"),
        ("the loss at 90 marks", "put", "insurers", "statistic"),
        ("13,000 boats use the lock", "said", "Lima", "statistic"),
        ("the catch has doubled since 2019", "said", "Lima", "statistic"),
        ("gulls eat less fish than boats throw away", "found", "the institute", "statistic"),
        ("the vote was more cautious than the debate", "said", "Lima", "statement"),
        ("the ferry leaves Route 9 at 11.15 pm", "said", "Lima", "statement"),
        ("the strike has lasted 12 days", "said", "Lima", "statement"),
        ("30 skippers opposed the toll, 12 supported it", "found", "It", "survey-result"),
        ("the institute found that crews told surveyors that they slept on board", "said", "Lima", "survey-result"),
        ("they sleep on board", "said", "most of those surveyed", "survey-result"),
        ("they sleep on board", "said", "a majority of the crews", "survey-result"),
    ],
)
def test_numbers_that_neither_name_nor_date_are_a_statistic(words: str, cue: str, source: str, expected: str) -> None:
    """Spans of time, hours and names with numbers state no quantity; who answers a survey gives a survey's result."""
    assert type_of(words, cue, source) == expected


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("“It isn’t fair”", "said", "Lima", "evaluation"),
        ("“It’s a toll on going to school”", "said", "Lima", "evaluation"),
        ("it is a toll on cars", "said", "Lima", "statement"),
        ("“They betrayed the village”", "said", "Lima", "evaluation"),
        ("the toll was “cooked up over lunch”", "said", "Lima", "evaluation"),
        ("the wall “was built in 1901”", "said", "Lima", "event"),
        ("the toll is a blow to the village", "said", "Lima", "evaluation"),
        ("the toll was too high", "said", "Lima", "evaluation"),
        ("paying it would be like feeding a gull", "said", "Lima", "evaluation"),
        ("boats that pay are better than boats that hide", "said", "Lima", "evaluation"),
        ("the board failed to ask the crews", "said", "Lima", "evaluation"),
        ("the merger raises no concerns", "said", "the regulator", "evaluation"),
        ("“We are delighted to open the pier”", "said", "Lima", "evaluation"),
    ],
)
def test_words_that_judge_are_an_evaluation(words: str, cue: str, source: str, expected: str) -> None:
    """Adjectives behind "is", strong words, verbs that judge and words that are quoted as somebody's own."""
    assert type_of(words, cue, source) == expected


@pytest.mark.parametrize(
    ("words", "cue", "source", "expected"),
    [
        ("she had locked the boathouse", "said", "Lima", "event"),
        ("the skipper had been turned away six weeks earlier", "said", "Lima", "event"),
        ("two pilots were injured", "said", "Lima", "event"),
        ("The ferry sank off the cape on 3 May", "", "", "event"),
        ("the skipper had major doubts", "said", "Lima", "statement"),
        ("the skipper had not locked the boathouse", "said", "Lima", "statement"),
        ("the skipper had locked the boathouse", "denied", "Lima", "statement"),
        ("she saw a light shortly before midnight", "said", "Lima", "event"),
        ("she knew the boathouse well last year", "said", "Lima", "statement"),
        ("The skipper to have sold his father’s boat", "is alleged", "", "event"),
    ],
)
def test_what_had_happened_is_an_event(words: str, cue: str, source: str, expected: str) -> None:
    """A past that lies before what is reported, or is dated, tells an event, unless nothing happened in it."""
    assert type_of(words, cue, source) == expected


def test_a_long_turn_is_a_statement_where_its_first_sentence_does_not_speak_for_it() -> None:
    """An answer of several sentences is not the number or the verdict with which it begins; a short one is."""
    assert type_of("That is wrong.", ":", "LIMA") == "evaluation"
    assert type_of("That is wrong. We asked in March. I have the letter here.", ":", "LIMA") == "statement"
    assert type_of("You count 300 boats fewer than the board. Who is right?", ":", "Q") == "statement"


def test_a_chain_without_end_has_a_type() -> None:
    """However often it is said that somebody said so."""
    assert type_of("he said that " * 5000 + "the pier will sink", "said", "Lima") in ("statement", "prediction")
