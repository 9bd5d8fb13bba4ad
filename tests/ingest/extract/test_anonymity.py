from __future__ import annotations

import pytest

from ingest.extract.anonymity import is_clause_of_speaker, is_only_anonymity


@pytest.mark.parametrize(
    "words", ["not to be named", "to remain anonymous", "that they not be quoted by name", "Anonymity"]
)
def test_a_wish_to_stay_unnamed_is_told(words: str) -> None:
    """In whatever words."""
    assert is_only_anonymity(words)


@pytest.mark.parametrize("words", ["to be named mayor", "anonymity is a right", "to remain calm", "not to be moved"])
def test_other_words_are_said(words: str) -> None:
    """Also those that hold such a wish, or begin like one."""
    assert not is_only_anonymity(words)


def test_a_clause_about_the_speaker_ends_where_another_begins() -> None:
    """It is the whole of the words, or the text tells something there."""
    assert is_clause_of_speaker(", who did not wish to be named")
    assert not is_clause_of_speaker(", who left early, and the pier closed")
