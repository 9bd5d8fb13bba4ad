"""Policies: what is proposed, promised or disputed, named by the text's own words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.policies.finding import find
from kg.model import Claim, Mention, Referent, Span


def names(text: str, claims: tuple[Claim, ...] = ()) -> list[str]:
    """The names of the policies that a text is about."""
    referents, _ = find(lay_out(text), claims, (), ())
    return [referent.name for referent in referents if referent.type == "policy"]


NAMED = [
    ("The governor pledged to ban assault weapons.", ["ban assault weapons"]),
    ("She vowed to raise the minimum wage to 20 dollars.", ["raise the minimum wage"]),
    ("He wants to cap rents in 2026.", ["cap rents"]),
    ("Her plan to deploy soldiers drew criticism.", ["deploy soldiers"]),
    ("A bill that would outlaw trawling passed.", ["outlaw trawling"]),
    ("He promised a rapid expulsion of smugglers who were convicted.", ["rapid expulsion of smugglers"]),
    ("The senator's promise of free school meals was popular.", ["free school meals"]),
    ("The mayor called for a moratorium on new casinos.", ["moratorium on new casinos"]),
    ("The union called for abolishing night shifts.", ["abolishing night shifts"]),
    ("The party proposed simplifying building permits.", ["simplifying building permits"]),
    ("The minister opposes a wealth tax.", ["wealth tax"]),
    ("The proposed sugar tax is disputed.", ["sugar tax"]),
    ("She would abolish tuition fees.", ["abolish tuition fees"]),
    ("His programme includes tougher border controls.", ["tougher border controls"]),
    (
        "He promised explicit support to the navy, with a larger budget, drones, radar and new ships.",
        ["explicit support to the navy", "larger budget", "drones", "radar", "new ships"],
    ),
    ("She advocates a policy of incentives for small farms.", ["incentives for small farms"]),
    ("He wants to cut taxes. Later he said that he would cut taxes twice.", ["cut taxes"]),
]

UNNAMED = [
    "He promised something better.",
    "She wants to ban it.",
    "He supports Anna Keller.",
    "They called for calm.",
    "They called for his resignation.",
    "She promised to be there.",
    "He plans to visit Lima.",
    "They want to win.",
    "The coach supports the goalkeeper.",
    "He rejected that argument in court.",
    "She plans to make it.",
    "He wants to bring his family.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_policy_is_named_by_a_short_phrase_of_the_text(text: str, expected: list[str]) -> None:
    """The name leaves out the speaker, the cue and what trails behind."""
    assert names(text) == expected


@pytest.mark.parametrize("text", UNNAMED)
def test_what_names_no_measure_is_no_policy(text: str) -> None:
    """Pronouns, people, open words and plain plans give no policy."""
    assert names(text) == []


def test_a_claim_that_proposes_names_its_policy() -> None:
    """What somebody proposes or promises names a policy without a cue in the sentence."""
    text = "“We will nationalise the railways,” Dana Reyes said."
    claim = Claim((Span(0, text.index(" Dana")),), "direct", type="promise")
    assert names(text) == []
    assert names(text, (claim,)) == ["nationalise the railways"]


def test_later_words_are_mentions_of_the_same_policy() -> None:
    """The words that head a policy's name refer to it again, in the singular as in the plural."""
    text = "She promised a rapid expulsion of smugglers. Critics say that rapid expulsions are costly."
    referents, mentions = find(lay_out(text), (), (), ())
    assert [mention.span.of(text) for mention in mentions] == ["rapid expulsion of smugglers", "rapid expulsions"]
    assert referents == (Referent("policy", "rapid expulsion of smugglers", ("rapid expulsions",)),)


def test_what_was_found_before_keeps_its_place_and_is_not_doubled() -> None:
    """Documents that have a name are left alone, and existing indices stay valid."""
    text = "She supports the clean harbours act. He pledged to ban whaling."
    start = text.index("clean")
    referents = (Referent("document", "clean harbours act"),)
    mentions = (Mention(Span(start, start + len("clean harbours act")), 0),)
    all_referents, all_mentions = find(lay_out(text), (), referents, mentions)
    assert all_referents == (*referents, Referent("policy", "ban whaling"))
    assert all_mentions[0] == mentions[0]
    assert [mention.referent for mention in all_mentions] == [0, 1]


PIECES = [
    "She",
    "promised",
    "to",
    "ban",
    "a",
    "new",
    "tax",
    "on",
    "boats",
    ",",
    "and",
    "of",
    "the",
    ".",
    "plan",
    "it",
    "\n",
]


@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    )
)
def test_every_mention_is_a_short_piece_of_the_text(words: list[str]) -> None:
    """Whatever the text, names are cut from it, short, and the same each time."""
    text = " ".join(words)
    document = lay_out(text)
    referents, mentions = find(document, (), (), ())
    assert (referents, mentions) == find(document, (), (), ())
    for mention in mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert len(mention.span.of(text)) <= 60
        assert mention.span.of(text).strip() == mention.span.of(text)
    for one, other in pairwise(mentions):
        assert not one.span.overlaps(other.span)


@pytest.mark.parametrize("unit", ["word ", "promised to ban boats ", "a plan to cut taxes, ", "would ", "supports "])
def test_a_very_long_line_stays_linear(unit: str) -> None:
    """Twice the text takes about twice the time, not four times."""

    def seconds(size: int) -> float:
        document = lay_out(unit * (size // len(unit)))
        started = time.process_time()
        find(document, (), (), ())
        return time.process_time() - started

    assert seconds(40_000) < 4 * max(seconds(20_000), 0.05)
