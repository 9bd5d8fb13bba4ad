"""What looks like a report and claims nothing is left out."""

from __future__ import annotations

import pytest

from ingest.extract.hollow import is_preface, says_nothing, without_empty
from kg.model import Claim, Span


@pytest.mark.parametrize(
    ("words", "cue", "source"),
    [
        ("it", "knows", "the crew"),
        ("why", "asked", "the crew"),
        ("what", "has said out loud", "the crew"),
        ("or so my sister tells me, who had it from the baker", "disagree", "experts"),
        ("it on a tin plate", "announced", "the clerk"),
        ("it, the second time over a pint", "said", "the clerk"),
        ("who would pay the pilot", "has explained", "neither"),
        ("what it costs", "has said", "nobody on the board"),
        ("the pilot's warning of shoals", "should note", "readers"),
        ("the ferry", "is talking about", ""),
    ],
)
def test_words_without_content_or_said_by_nobody_are_no_claim(words: str, cue: str, source: str) -> None:
    """Pronouns alone, a thing and how it is told, what nobody has said, what somebody should say."""
    assert says_nothing(words, cue, source)


@pytest.mark.parametrize(
    ("words", "cue", "source"),
    [
        ("no", "said", "half of them"),
        ("this", "has explained", "the crew"),
        ("it in its heart", "wants", "the crew"),
        ("it leaks", "said", "the crew"),
        ("this ferry, like that one, leaks", "said", "the crew"),
        ("the ferry is safe", "believes", "nobody on the board"),
        ("who would pay the pilot", "has explained", "the board"),
        ("the ferry", "is talking about", "the crew"),
    ],
)
def test_words_with_content_are_a_claim(words: str, cue: str, source: str) -> None:
    """Also short ones, and what nobody believes."""
    assert not says_nothing(words, cue, source)


@pytest.mark.parametrize(
    ("cue", "source", "expected"),
    [
        ("suspect", "i", True),
        ("can tell", "i", True),
        ("guess", "my", True),
        ("told", "i", False),
        ("can tell", "she", False),
        ("suspect", "they", False),
    ],
)
def test_an_author_leads_up_to_what_the_text_says(cue: str, source: str, *, expected: bool) -> None:
    """By what "I" thinks or can tell, not by what "I" once told somebody, nor by what others think."""
    assert is_preface(cue, source) == expected


def claim(text: str, words: str, source: str, cue: str) -> Claim:
    """A claim in the words of a text."""
    content, speaker, cue_span = (Span(text.index(one), text.index(one) + len(one)) for one in (words, source, cue))
    return Claim((content,), "indirect", speaker_span=speaker, cue_span=cue_span)


def kept(text: str, *claims: Claim) -> list[str]:
    """What is left of a sentence's claims."""
    return [one.words(text) for one in without_empty(text, claims, [Span(0, len(text))] * len(claims))]


def test_an_authors_preface_is_narration_and_a_speakers_is_a_claim() -> None:
    """Whose "I" it is, the words around it tell."""
    text = "Lima wrote that I suspect the ferry leaks."
    inner = claim(text, "the ferry leaks", "I", "suspect")
    outer = claim(text, "I suspect the ferry leaks", "Lima", "wrote")
    assert kept(text, inner) == []
    assert kept(text, outer, inner) == ["I suspect the ferry leaks", "the ferry leaks"]


@pytest.mark.parametrize(("end", "expected"), [("?", []), (".", ["in the ferry"])])
def test_who_is_asked_for_says_nothing(end: str, expected: list[str]) -> None:
    """A question that begins with "who" names no speaker."""
    text = f"Who still believes in the ferry{end}"
    assert kept(text, claim(text, "in the ferry", "Who", "believes")) == expected
