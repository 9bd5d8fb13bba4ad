"""What an extractor found becomes claims, and the rest of the text narration."""

from __future__ import annotations

import pytest

from ingest.document import lay_out
from ingest.extract.decide import decide
from ingest.extract.protocol import Attribution
from ingest.extract.rules import Rules
from kg.model import Article, Claim, Span

TITLE = "A day in town is over.\n\n"


def claims_of(text: str, date: str | None = None) -> tuple[Claim, ...]:
    """The claims that the rules' attributions of a text make."""
    document = lay_out(text)
    return decide(document, Rules().read(document).attributions, Article(source="a", text=text, date=date))


def decided(text: str, content: str, source: str | None = None, cue: str | None = None) -> tuple[Claim, ...]:
    """The attributed claims that one attribution makes, given by its words."""
    spans = [
        Span(text.index(words), text.index(words) + len(words)) if words else None for words in (content, source, cue)
    ]
    assert spans[0] is not None
    found = Attribution((spans[0],), spans[1], spans[2], "model", "test", 0.5)
    document = lay_out(text)
    claims = decide(document, [found], Article(source="a", text=text))
    return tuple(claim for claim in claims if claim.mode != "narration")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("ridge will clo", "bridge will close"),
        ("that the bridge will close.", "the bridge will close"),
        ("  the bridge will close", "the bridge will close"),
        ("bridge will close.", "bridge will close"),
    ],
)
def test_content_is_trimmed_to_whole_words(content: str, expected: str) -> None:
    """No half words, no "that", no full stop."""
    text = TITLE + "Lima said that   the bridge will close."
    text = text.replace("   the", "  the") if content.startswith("  ") else text.replace("   the", " the")
    assert [claim.words(text) for claim in decided(text, content, "Lima", "said")] == [expected]


def test_a_quotation_keeps_its_marks() -> None:
    """An extractor that leaves the marks out gets them back."""
    text = TITLE + "“The bridge will close,” Lima said."
    (claim,) = decided(text, "The bridge will close", "Lima", "said")
    assert claim.words(text) == "“The bridge will close,”"
    assert claim.mode == "direct"


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 3), Span(-4, 2), Span(10, 10_000), Span(22, 23)], ids=str)
def test_words_that_are_not_in_the_text_are_no_claim(span: Span) -> None:
    """An attribution whose spans are off, or hold no word, produced nothing."""
    text = TITLE + "Lima said that the bridge will close."
    found = Attribution((span,), None, None, "model", "test")
    claims = decide(lay_out(text), [found], Article(source="a", text=text))
    assert all(claim.mode == "narration" for claim in claims)


def test_a_source_never_crosses_a_line() -> None:
    """A heading that an extractor glued to a name is cut off."""
    text = "Town news\n\nThe New Bridge\nLima said that the bridge will close."
    (claim,) = decided(text, "the bridge will close", "The New Bridge\nLima", "said")
    assert claim.speaker_span is not None
    assert claim.speaker_span.of(text) == "Lima"


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The bridge will close,” Lima said.", "direct"),
        ("“The bridge will close,” Lima said, “and soon it will.”", "direct"),
        ("Lima said the bridge is “a danger to us all.”", "mixed"),
        ("Lima said the bridge is old.", "indirect"),
        ("The bridge is old and will not open again.", "narration"),
    ],
)
def test_the_mode_tells_whose_words_they_are(text: str, mode: str) -> None:
    """Quotation alone is direct, some quoted words make it mixed."""
    assert {claim.mode for claim in claims_of(TITLE + text) if claim.span.start >= len(TITLE)} == {mode}


def test_a_claim_within_a_claim_points_to_it() -> None:
    """The article says that Lima says that the report says."""
    text = TITLE + "Lima said the report found that the bridge was old."
    claims = [claim for claim in claims_of(text) if claim.mode != "narration"]
    outer, inner = claims
    assert outer.parent is None
    assert inner.parent is not None
    assert claims_of(text)[inner.parent] == outer


def test_what_nobody_is_said_to_say_is_narration() -> None:
    """Sentences without a report, and the clause that a report leaves over; questions and headings tell nothing."""
    text = (
        "Town news\n\nThe bridge was closed in May. Why was it closed? The mayor met the council in the hall, and "
        "Lima said that it would open.\n\nWhat Comes Next?\n\n© Town Daily"
    )
    assert [claim.words(text) for claim in claims_of(text) if claim.mode == "narration"] == [
        "The bridge was closed in May",
        "The mayor met the council in the hall",
    ]


@pytest.mark.parametrize("joint", ["when", "where", "although", "because"])
def test_the_clause_before_a_report_keeps_no_word_that_leads_on(joint: str) -> None:
    """A clause that ends in "when" tells nothing of when."""
    text = TITLE + f"The bridge was just as old in May, {joint} Lima said that it was safe."
    narrated = [claim.words(text) for claim in claims_of(text) if claim.mode == "narration"]
    assert "The bridge was just as old in May" in narrated


@pytest.mark.parametrize("mark", ["# ", "### ", "> ", "* ", "- "])
def test_the_marks_of_markdown_before_a_line_are_not_told(mark: str) -> None:
    """A heading, a quoted block, a list: the words are what the text says."""
    (claim,) = claims_of(f"{mark}The bridge is closed for a week.\n")
    assert claim.words(f"{mark}The bridge is closed for a week.\n") == "The bridge is closed for a week"
    text = f"{TITLE}{mark}The bridge will close, Lima said."
    (spoken,) = decided(text, f"{mark}The bridge will close", "Lima", "said")
    assert spoken.words(text) == "The bridge will close"


def test_the_frame_of_a_report_is_no_claim() -> None:
    """Who spoke, when and where is left over from a report, and asserts nothing by itself."""
    text = (
        TITLE + "“It will close,” Ana Lima, the mayor of Porto, said in a letter to the council of the town on Monday."
    )
    assert [claim.mode for claim in claims_of(text) if claim.span.start >= len(TITLE)] == ["direct"]


def test_a_wish_to_stay_unnamed_is_no_claim() -> None:
    """Neither of whom it is about nor of the text, which names the speaker with it."""
    text = TITLE + "A nurse on the ward, who asked not to be named, said that the pier would close on Monday."
    document = lay_out(text)
    spoken = Rules().read(document).attributions
    start = text.index("not to be named")
    wish = Attribution((Span(start, start + 15),), None, Span(start - 6, start - 1), "model", "test", 0.9)
    (claim,) = decide(document, [*spoken, wish], Article(source="a", text=text))[1:]
    assert claim.words(text) == "the pier would close on Monday"


def test_the_hearer_and_that_are_no_part_of_what_is_said() -> None:
    """Nor is what begins in the middle of a construction."""
    text = TITLE + "Lima can tell you that the bridge will close."
    assert [claim.words(text) for claim in decided(text, "you that the bridge will close", "Lima", "can tell")] == [
        "the bridge will close"
    ]


def test_what_an_author_leads_up_to_is_narration() -> None:
    """The sentence is the text's own, and no report of what "I" says."""
    text = TITLE + "I suspect that the bridge will close."
    assert decided(text, "the bridge will close", "I", "suspect") == ()


def test_a_quotation_without_a_speaker_is_nobodys_and_not_the_texts() -> None:
    """The text's author is not given words that are quoted."""
    text = TITLE + "The hall was full.\n\n“We will not have it closed by anybody.”"
    (claim,) = [claim for claim in claims_of(text) if claim.mode == "direct"]
    assert claim.speaker_span is None


def test_words_quoted_after_a_naming_verb_keep_both_marks() -> None:
    """What follows the mark that closes "what she called" is the text's own again."""
    text = TITLE + "What Lima called a “sad waste” of money led the town to close the bridge."
    assert "a “sad waste”" in [claim.span.of(text) for claim in claims_of(text) if claim.mode != "narration"]


@pytest.mark.parametrize("text", [". . . . LIMA: ", "and but while and but"])
def test_marks_and_conjunctions_alone_tell_nothing(text: str) -> None:
    """No claim is without words."""
    assert claims_of(text) == ()


def test_what_is_repeated_is_told_once() -> None:
    """A paragraph that comes again, and a caption under every picture, make no second claims."""
    text = TITLE + "\n\n".join(
        ["Lima said that the bridge would close.", "The bridge is at the end of the old town."] * 2
    )
    told = [claim.words(text) for claim in claims_of(text)]
    assert told.count("the bridge would close") == 1
    assert told.count("The bridge is at the end of the old town") == 1


def test_the_day_of_a_statement_is_read_off_its_frame() -> None:
    """The day around the cue counts, a day within the words does not."""
    said = TITLE + "Lima said on Tuesday that it would close."
    told = TITLE + "Lima said that it would close on Tuesday."
    assert [claim.date for claim in claims_of(said, "2025-12-18") if claim.cue_span] == ["2025-12-16"]
    assert [claim.date for claim in claims_of(told, "2025-12-18") if claim.cue_span] == [None]


def test_the_reason_stays_beside_the_label() -> None:
    """What the extractor said, what was decided, and which rule it was."""
    text = TITLE + "“The bridge will close,” Lima said."
    (claim,) = [claim for claim in claims_of(text) if claim.cue_span]
    assert (claim.raw_label, claim.label, claim.reason) == ("quotation", "direct", "quotation with cue")
