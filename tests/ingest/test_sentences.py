"""Sentences and quotations begin and end where readers see them."""

from __future__ import annotations

import pytest

from ingest.sentences import quotations, sentences
from kg.model import Span

SENTENCES = [
    ("It rained. We left.", ["It rained.", "We left."]),
    ("Dr. B. Lane met Mrs. Oduya. They spoke.", ["Dr. B. Lane met Mrs. Oduya.", "They spoke."]),
    ("It rose 3.5 percent to $4.20. Why?", ["It rose 3.5 percent to $4.20.", "Why?"]),
    ("Rep. G.K. Moss of the U.S. House spoke.", ["Rep. G.K. Moss of the U.S. House spoke."]),
    ("She lives in the U.S. The vote is near.", ["She lives in the U.S.", "The vote is near."]),
    ("“No. Never. Not once,” he said. He left.", ["“No. Never. Not once,” he said.", "He left."]),
    ("“Why?” she asked. “Why now?”", ["“Why?” she asked.", "“Why now?”"]),
    ("The talks are over.The mayor left.", ["The talks are over.", "The mayor left."]),
    ("See www.Example.org now.", ["See www.Example.org now."]),
    ("Wait … no.", ["Wait … no."]),
    ("No full stop here", ["No full stop here"]),
    ("He said ''It works. It does.'' Then he left.", ["He said ''It works. It does.''", "Then he left."]),
]
QUOTATIONS = [
    ("“So be it,” she said.", ["“So be it,”"]),
    ('He said "yes" and then "no".', ['"yes"', '"no"']),
    ("''So be it,'' she said.", ["''So be it,''"]),
    ("«Oui», dit-elle. „Ja“, sagte er.", ["«Oui»", "„Ja“"]),
    ("It’s the voters’ call, isn’t it?", []),
    ("They don't like the workers' plan.", []),
    ("‘We can’t wait for the states’ reply,’ he said.", ["‘We can’t wait for the states’ reply,’"]),
    ("Mayor calls plan 'a great day for us'", ["'a great day for us'"]),
    ("“I said “no” to him,” he recalled.", ["“I said “no” to him,”"]),
    ("“I said ‘no’ to him,” he recalled.", ["“I said ‘no’ to him,”"]),
    ("“It works in the long run.”” he adds.", ["“It works in the long run.””"]),
    ("“It hit the ha“harbour of the town”, he says.", ["“It hit the ha“harbour of the town”"]),
    ('“It works," she said.', ['“It works,"']),
    ("It closed,” she said.", []),
    ("A plank of 6'2\" by 3'1\" broke.", []),
    ("She said “it works. The rest is silence.", ["“it works."]),
    ("“It works and never ends.", ["“It works and never ends."]),
]


def whole(text: str) -> list[Span]:
    """The text as one paragraph."""
    return [Span(0, len(text))]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_end_where_readers_stop(text: str, expected: list[str]) -> None:
    """Abbreviations, initials and decimals end no sentence, and a quotation is never cut."""
    assert [span.of(text) for span in sentences(text, Span(0, len(text)), quotations(text, whole(text)))] == expected


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_quotations_include_their_marks(text: str, expected: list[str]) -> None:
    """Marks of every kind pair up, stray ones are put up with, apostrophes are none."""
    assert [span.of(text) for span in quotations(text, whole(text))] == expected


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    """Newspapers open each paragraph of a long quotation anew and close only the last."""
    text = "She said: “It began in May.\n“It ended in June.”"
    cut = text.index("\n")
    found = quotations(text, [Span(0, cut), Span(cut + 1, len(text))])
    assert [span.of(text) for span in found] == ["“It began in May.", "“It ended in June.”"]
