"""A text is laid out into paragraphs of their kinds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import lay_out

KINDS = [
    ("Council votes on the bridge", "heading"),
    ("What Comes After the Vote?", "heading"),
    ("“We will mend the old bridge”", "heading"),
    ("The council voted on Monday to close the bridge.", "body"),
    ("“We agree,” she said", "heading"),
    ("She asked whether the bridge would close?", "body"),
    ("The mayor opens the bridge on May 3, 2024. (AFP).", "caption"),
    ("The mayor at the bridge. (Photo by Ana Lima / Agency).", "caption"),
    ("The mayor at the bridge. REUTERS/Ana Lima", "caption"),
    ("He told the agency Reuters.", "body"),
    ("/", "boilerplate"),
    ("Around the Town Newsletter", "boilerplate"),
    ("© Bridge Daily, 2024.", "boilerplate"),
    ("WRITTEN BY", "boilerplate"),
    ("Read more: the bridge in pictures", "boilerplate"),
    ("For terms of use, see our website.", "boilerplate"),
    ("Have a tip? Write to news@example.org or call us.", "boilerplate"),
    ("Follow Ana Lima on Twitter @analima.", "boilerplate"),
    ("This is a made-up story written for a test; the town is invented.", "boilerplate"),
    ("This article was translated by a machine.", "boilerplate"),
    ("All the news of the town: sign up for our letter.", "boilerplate"),
    ("The mayor at the bridge on Monday. Photo: Ana Lima", "caption"),
    ("Pictured: the mayor at the bridge.", "caption"),
    ("This bridge was written about in May.", "body"),
]


@pytest.mark.parametrize(("line", "kind"), KINDS)
def test_a_line_is_told_by_its_look(line: str, kind: str) -> None:
    """Headings, captions and footers are kept apart from prose."""
    document = lay_out(f"The bridge is old and will be closed for good.\n\n{line}\n\nThe end of it is near, they say.")
    assert document.paragraphs[1].kind == kind


def test_a_note_about_the_text_stands_at_its_end() -> None:
    """How the text was made is said below it; above, the same words tell a story."""
    lines = ["This story was written in 1901 by the mayor's aunt.", *(["The bridge was closed for good."] * 8)]
    assert lay_out("\n".join(["Town news", *lines])).paragraphs[1].kind == "body"
    assert lay_out("\n".join(reversed(lines))).paragraphs[-1].kind == "boilerplate"


def test_a_line_before_a_lone_slash_is_a_caption() -> None:
    """Galleries leave a slash between pictures."""
    assert lay_out("Prose is here.\nThe bridge at dawn in May.\n/\nMore.").paragraphs[1].kind == "caption"


def test_the_name_below_a_byline_mark_is_no_heading() -> None:
    """“WRITTEN BY” and the name below it belong together."""
    assert lay_out("Prose is here.\nWRITTEN BY\nAna Lima").paragraphs[2].kind == "boilerplate"


def test_line_ends_of_every_system_part_paragraphs() -> None:
    """Carriage returns and line separators end a paragraph as line feeds do."""
    document = lay_out("One is here.\r\nTwo is here.\rThree is here.\u2028Four is here.")
    assert [paragraph.span.of(document.text)[:5].strip() for paragraph in document.paragraphs] == [
        "One i", "Two i", "Three", "Four"
    ]  # fmt: skip


def test_text_wrapped_at_a_fixed_width_is_one_paragraph() -> None:
    """The line breaks of a mail or an old file are no ends of paragraphs."""
    block = "The council of the town met on Monday to talk about the\n" * 6 + "bridge."
    assert len(lay_out(f"{block}\n\n{block}").paragraphs) == 2


def test_short_lines_are_not_joined() -> None:
    """A list stays a list."""
    assert len(lay_out("One\nTwo\nThree\nFour\nFive").paragraphs) == 5


@given(st.text(max_size=300))
def test_every_word_is_in_one_sentence(text: str) -> None:
    """Sentences do not overlap and leave no visible character out."""
    document = lay_out(text)
    spans = [sentence.span for sentence in document.sentences]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    for sentence in document.sentences:
        assert document.paragraphs[sentence.paragraph].span.contains(sentence.span)


def test_a_line_of_five_megabytes_is_laid_out_quickly() -> None:
    """Time grows with length, not with its square."""
    text = "The mayor said that “it will close,” and left. " * 40_000
    assert len(lay_out(text).sentences) == 40_000
