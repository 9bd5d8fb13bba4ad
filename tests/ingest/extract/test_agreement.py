"""Model and rules brought together: each is believed where it is known to be right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.extract.agreement import (
    COMMENTARY_THRESHOLD,
    COMMENTARY_THRESHOLD_ELSE,
    EMBEDDED_THRESHOLD,
    THRESHOLD,
    agreed,
    embedded,
)
from ingest.extract.protocol import Attribution
from kg.model import Span

TEXT = "“The wall will hold,” the report by Mara Ellison says that adults say. Peter Lunn denies that boats will leak."
LITTLE = 0.01


def agree(learned: list[Attribution], ruled: list[Attribution], sentences: int = 1) -> list[Attribution]:
    """What both agree on, in a text of so many sentences."""
    return agreed(learned, ruled, TEXT, sentences)


def span(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def found(
    content: str, source: str | None = None, cue: str | None = "denies", reason: str = "model", score: float = 0.9
) -> Attribution:
    """An attribution in the words of the text."""
    return Attribution(
        (span(content),),
        span(source) if source else None,
        span(cue) if cue else None,
        "attribution" if reason == "model" else "a family of rules",
        reason,
        score,
    )


def test_what_only_the_model_finds_is_taken_as_it_is() -> None:
    """No rule, nothing to change."""
    alone = found("boats will leak", "Peter Lunn")
    assert agree([alone], []) == [alone]


def test_what_both_find_is_one() -> None:
    """It has the rule's family as its raw label, both reasons, and is surer than the model alone."""
    (both,) = agree([found("boats will leak", "Peter Lunn", score=0.8)], [found("boats", reason="that-clause")])
    assert (both.content, both.source) == ((span("boats will leak"),), span("Peter Lunn"))
    assert (both.raw_label, both.reason) == ("a family of rules", "model and that-clause")
    assert 0.8 < both.score <= 1.0


def test_nothing_is_surer_than_certain() -> None:
    """A score stays within one."""
    (both,) = agree([found("boats will leak", score=1.0)], [found("boats", reason="that-clause")])
    assert both.score == 1.0


CONTENTS = [("quotation with cue", "“The wall will hold,”"), ("clause after cue", "wall will hold")]


@pytest.mark.parametrize(("reason", "content"), CONTENTS)
def test_quotation_marks_tell_where_words_begin_and_end(reason: str, content: str) -> None:
    """A rule about quotation marks knows better what is said; others leave that to the model."""
    tagged = found("wall will hold", "Mara Ellison", "says")
    (both,) = agree([tagged], [found("“The wall will hold,”", None, "says", reason)])
    assert both.content == (span(content),)


SOURCES = [
    ("that-clause", None, "Mara Ellison", "Mara Ellison"),
    ("that-clause", "the report", "Mara Ellison", "the report"),
    ("according to", "the report", "Mara Ellison", "Mara Ellison"),
    ("according to", "the report", None, "the report"),
    ("that-clause", None, None, None),
]


@pytest.mark.parametrize(("reason", "tagged", "ruled", "source"), SOURCES)
def test_who_speaks_comes_from_whom_knows_best(
    reason: str, tagged: str | None, ruled: str | None, source: str | None
) -> None:
    """The rule's source is taken where the model has none, or where the rule knows better."""
    (both,) = agree([found("wall will hold", tagged, "says")], [found("wall will hold", ruled, "says", reason)])
    assert both.source == (span(source) if source else None)


def test_a_rule_about_another_cue_changes_nothing() -> None:
    """Agreement is about one and the same cue."""
    tagged = found("wall will hold", None, "says")
    assert agree([tagged], [found("wall will hold", "Mara Ellison", "denies", "that-clause")]) == [tagged]


@pytest.mark.parametrize(("score", "is_kept"), [(THRESHOLD, True), (THRESHOLD - LITTLE, False)])
def test_the_unsure_is_left_out(score: float, is_kept: bool) -> None:
    """What the model alone finds must be as sure as the threshold."""
    assert bool(agree([found("boats will leak", score=score)], [], sentences=0)) == is_kept


COMMENTARY = [("denies", COMMENTARY_THRESHOLD), ("adults", COMMENTARY_THRESHOLD_ELSE)]


@pytest.mark.parametrize(("cue", "threshold"), COMMENTARY)
def test_commentary_asks_for_more(cue: str, threshold: float) -> None:
    """Where few sentences report by both judgements, the model must be surer, most so where no verb reports."""
    tagged = [found("boats will leak", cue=cue, score=score) for score in (threshold, threshold - LITTLE)]
    assert [bool(agree([one], [], sentences=20)) for one in tagged] == [True, False]


def test_what_nobody_has_said_yet_is_left_out() -> None:
    """A cue that begins with "will" or "would" reports nothing, unless it tells of a wish or a rule knows it."""
    hypothetical = found("hold", "The wall", "will", score=0.99)
    assert agree([hypothetical], [], sentences=0) == []


def test_a_turn_of_a_transcript_is_not_replaced_by_what_it_holds() -> None:
    """The model's finding of the same words gives way to the turn."""
    turn = found("boats will leak", "Peter Lunn", None, "transcript turn")
    assert agree([found("boats will leak", score=0.99)], [turn]) == [turn]


def test_an_unsure_finding_does_not_hide_a_shortcut() -> None:
    """What is left out itself stands in nobody's way."""
    rule = found("boats will leak", "Peter Lunn", None, "headline colon")
    assert agree([found("boats will leak", score=0.1)], [rule]) == [rule]


def test_the_unsure_is_kept_where_a_rule_agrees() -> None:
    """A little below the threshold a rule's word is enough."""
    unsure = found("boats will leak", score=THRESHOLD - LITTLE)
    assert len(agree([unsure], [found("boats will leak", reason="that-clause")])) == 1


SHORTCUTS = [
    *("transcript turn", "headline colon", "name and colon", "according to", "quotation and author"),
    *("in the view of", "for somebody"),
]


@pytest.mark.parametrize("reason", SHORTCUTS)
def test_a_shortcut_is_added_where_the_model_finds_nothing(reason: str) -> None:
    """The shape of the sentence leaves no doubt."""
    rule = found("boats will leak", "Peter Lunn", None, reason)
    assert agree([], [rule]) == [rule]
    elsewhere = found("wall will hold", "Mara Ellison", "says")
    assert agree([elsewhere], [rule]) == [elsewhere, rule]


@pytest.mark.parametrize("cue", [None, "says"])
def test_a_shortcut_is_not_added_where_the_model_finds_the_same(cue: str | None) -> None:
    """Most of the same words, or the same cue, are the same claim."""
    tagged = found("boats will leak", "Peter Lunn")
    assert agree([tagged], [found("that boats will leak", "Peter Lunn", cue, "according to")]) == [tagged]
    (both,) = agree([tagged], [found("wall will hold", "Peter Lunn", "denies", "according to")])
    assert both.content == tagged.content


@pytest.mark.parametrize("reason", ["that-clause", "clause after cue", "intention", "a rule of somebody else"])
def test_other_rules_add_nothing_by_themselves(reason: str) -> None:
    """The model has read that sentence too, and found nothing in it."""
    assert agree([], [found("boats will leak", "Peter Lunn", reason=reason, score=1.0)]) == []


def test_what_is_agreed_is_in_text_order() -> None:
    """Whoever found it."""
    first = found("“The wall will hold,”", None, None, "according to")
    second = found("boats will leak")
    assert agree([second], [first]) == [first, second]


def test_nothing_from_nothing() -> None:
    """No findings, no claims."""
    assert agree([], []) == []
    assert embedded([], [], []) == []


OUTER = found("adults say. Peter Lunn denies that boats will leak", "the report", "says")


def test_a_rule_is_believed_inside_a_claim() -> None:
    """What is said that somebody else says is added, whichever rule it is that finds it."""
    inner = found("boats will leak", "Peter Lunn", reason="that-clause")
    assert embedded([], [inner], [OUTER]) == [inner]


OUTSIDE: dict[str, Attribution] = {
    "the words stand outside": found("“The wall will hold,”", "Peter Lunn", reason="that-clause"),
    "the cue stands outside": found("boats will leak", "Peter Lunn", "says that", reason="that-clause"),
    "nobody is named": found("boats will leak", None, reason="that-clause"),
    "it is the whole claim": found(
        "adults say. Peter Lunn denies that boats will leak", "Peter Lunn", reason="that-clause"
    ),
    "the rule is unsure": found(
        "boats will leak", "Peter Lunn", reason="that-clause", score=EMBEDDED_THRESHOLD - LITTLE
    ),
}


@pytest.mark.parametrize("rule", OUTSIDE.values(), ids=OUTSIDE.keys())
def test_a_rule_is_not_believed_outside_or_unsure(rule: Attribution) -> None:
    """It must stand in a part of what is said, cue and all, name somebody, and be sure."""
    assert embedded([], [rule], [OUTER]) == []


def test_a_full_stop_more_or_less_is_still_inside() -> None:
    """The words within may end in the mark that those around them lost."""
    outer = replace(OUTER, content=(Span(OUTER.content[0].start, OUTER.content[0].end - 1),))
    inner = found("boats will leak", "Peter Lunn", reason="that-clause")
    assert inner.content[-1].end == outer.content[-1].end + 1
    assert embedded([], [inner], [outer]) == [inner]


def test_what_is_there_already_is_not_embedded_again() -> None:
    """Neither what the model found at first, nor what it finds inside."""
    inner = found("boats will leak", "Peter Lunn")
    rule = found("boats will leak", "Peter Lunn", reason="that-clause")
    assert embedded([], [rule], [OUTER, inner]) == []
    assert embedded([found("boats will leak", "the report")], [], [OUTER, inner]) == []
    (both,) = embedded([inner], [rule], [OUTER])
    assert both.reason == "model and that-clause"


@pytest.mark.parametrize(("score", "is_kept"), [(EMBEDDED_THRESHOLD, True), (EMBEDDED_THRESHOLD - LITTLE, False)])
def test_inside_a_claim_the_model_must_be_surer(score: float, is_kept: bool) -> None:
    """It has learned nothing of such claims; where a rule agrees a little less will do."""
    inner = found("boats will leak", "Peter Lunn", score=score)
    assert bool(embedded([inner], [], [OUTER])) == is_kept
    assert embedded([inner], [found("boats will leak", "Peter Lunn", reason="that-clause")], [OUTER])


def test_what_nobody_says_does_not_run_over_a_report() -> None:
    """Words scattered over another's speaker and cue are that report; around all of it, they hold it."""
    report = found("boats will leak", "Peter Lunn")
    scattered = replace(found("boats", cue="hold"), content=(span("Mara Ellison"), span("Lunn denies that boats")))
    around = found("Peter Lunn denies that boats will leak", cue="says")
    assert agree([report, scattered], []) == [report]
    assert agree([report, around], []) == [around, report]
