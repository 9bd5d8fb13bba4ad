"""The scorer counts as its definition says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.eval.__main__ import errors
from tests.eval.score import Figure, Name, Reading, Statement, figures, mean, pairs, same, tally


def _at(
    start: int, end: int, *, speaker: tuple[int, int] = (0, 0), cue: tuple[int, int] = (0, 0), **fields: Any
) -> Statement:
    """A claim over some characters, with the places of its speaker and its cue."""
    return Statement(frozenset(range(start, end)), frozenset(range(*speaker)), frozenset(range(*cue)), **fields)


def _figure(marked: Reading, found: Reading, measure: str) -> Figure:
    return figures([tally(marked, found)])[measure]


@pytest.mark.parametrize(
    ("found", "paired"),
    [
        ((0, 10), True),
        ((0, 20), True),
        ((0, 21), False),
        ((0, 5), True),
        ((0, 4), False),
        ((10, 20), False),
        ((3, 13), True),
        ((5, 15), False),
    ],
)
def test_half_the_characters_make_one_claim(found: tuple[int, int], paired: bool) -> None:
    """The Jaccard of both contents is at least a half."""
    assert bool(pairs([_at(0, 10)], [_at(*found)])) is paired


def test_a_claim_has_one_partner_and_the_best_pair_comes_first() -> None:
    """Two findings of one claim are one found and one spurious."""
    assert pairs([_at(0, 10)], [_at(0, 8), _at(0, 10)]) == [(0, 1)]
    assert sorted(pairs([_at(0, 10), _at(2, 10)], [_at(0, 10), _at(0, 9)])) == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("marked", "found", "right"),
    [
        (range(4), range(4), True),
        (range(4), range(3, 11), True),
        (range(4), range(3, 12), False),
        (range(4), range(4, 8), False),
        (range(4), range(0), False),
        (range(0), range(4), False),
        (range(0), range(0), True),
    ],
)
def test_a_speaker_is_right_where_it_overlaps_and_is_not_too_long(marked: range, found: range, right: bool) -> None:
    """At most twice as long; where nobody is marked, nobody is right."""
    assert same(frozenset(marked), frozenset(found)) is right


def test_a_claim_is_whole_with_both_its_speaker_and_its_cue() -> None:
    """Each is counted by itself, and together."""
    marked = Reading((_at(0, 10, speaker=(20, 24), cue=(25, 29)), _at(40, 50, speaker=(60, 64), cue=(65, 69))))
    found = Reading((_at(0, 10, speaker=(20, 24), cue=(25, 29)), _at(40, 50, speaker=(60, 64), cue=(30, 34))))
    assert _figure(marked, found, "claims").right == 2
    assert _figure(marked, found, "speakers").right == 2
    assert _figure(marked, found, "cues").right == 1
    assert _figure(marked, found, "whole") == Figure(2, 2, 1)


def test_characters_are_counted_once_however_many_claims_hold_them() -> None:
    """Content is a set of characters."""
    assert _figure(Reading((_at(0, 10), _at(5, 15))), Reading((_at(10, 20),)), "characters") == Figure(15, 10, 5)


def test_claims_inside_claims_are_scored_apart() -> None:
    """An inner claim that was found as one of its own is missed inside and spurious outside."""
    marked = Reading((_at(0, 30, mode="indirect"), _at(20, 30, mode="indirect", embedded=True)))
    inside = Reading((_at(0, 30, mode="indirect"), _at(20, 30, mode="indirect", embedded=True)))
    outside = Reading((_at(0, 30, mode="indirect"), _at(20, 30, mode="indirect")))
    assert (_figure(marked, inside, "claims"), _figure(marked, inside, "embedded")) == (
        Figure(1, 1, 1),
        Figure(1, 1, 1),
    )
    assert (_figure(marked, outside, "claims"), _figure(marked, outside, "embedded")) == (
        Figure(1, 2, 1),
        Figure(1, 0, 0),
    )


def test_mode_type_and_name_are_judged_on_found_claims() -> None:
    """A missed claim takes nothing from them, and a claim by nobody named nothing from the names."""
    marked = Reading(
        (
            _at(0, 10, mode="direct", type="promise", called=frozenset({"ida brack"})),
            _at(20, 30, mode="mixed", type="event"),
            _at(40, 50, mode="direct", type="event", called=frozenset({"tor"})),
        )
    )
    found = Reading(
        (
            _at(0, 10, mode="direct", type="statement", called=frozenset({"brack", "ida brack"})),
            _at(20, 30, mode="indirect", type="event"),
        )
    )
    assert _figure(marked, found, "modes") == Figure(2, 2, 1)
    assert _figure(marked, found, "types") == Figure(2, 2, 1)
    assert _figure(marked, found, "named speakers") == Figure(1, 1, 1)


def test_a_spurious_claim_counts_for_the_mode_it_was_given() -> None:
    """A found claim counts for the mode that it was marked with, whatever it was given."""
    marked = Reading((_at(0, 10, mode="direct"), _at(20, 30, mode="direct")))
    found = Reading((_at(0, 10, mode="mixed"), _at(40, 50, mode="direct"), _at(60, 70, mode="indirect")))
    assert _figure(marked, found, "claims: direct") == Figure(2, 2, 1)
    assert _figure(marked, found, "claims: indirect") == Figure(0, 1, 0)


def test_a_name_is_right_with_its_exact_span_and_type() -> None:
    """Over all, and type by type."""
    marked = Reading((), frozenset({Name(0, 3, "person"), Name(5, 9, "place")}))
    found = Reading((), frozenset({Name(0, 3, "person"), Name(5, 9, "organisation"), Name(5, 8, "place")}))
    assert _figure(marked, found, "names") == Figure(2, 3, 1)
    assert _figure(marked, found, "names: person") == Figure(1, 1, 1)
    assert _figure(marked, found, "names: organisation") == Figure(0, 1, 0)


def test_names_that_nobody_marked_are_not_scored() -> None:
    """A corpus without names has no figure for them, nor for modes it does not mark."""
    found = Reading((_at(0, 9, mode="direct"),), frozenset({Name(0, 3, "person")}))
    assert list(figures([tally(Reading((_at(0, 9),)), found)])) == ["claims", "speakers", "cues", "whole", "characters"]


def test_the_markings_of_several_people_are_averaged() -> None:
    """Neither is picked: one who marked two claims and one who marked none make one."""
    found = Reading((_at(0, 10),))
    both = [tally(Reading((_at(0, 10), _at(20, 30))), found), tally(Reading(()), found)]
    assert figures([mean(both)])["claims"] == Figure(1.0, 1.0, 0.5)


def test_nothing_marked_and_nothing_found_is_no_division_by_zero() -> None:
    """An empty set has figures of zero."""
    figure = _figure(Reading(()), Reading(()), "claims")
    assert (figure.precision, figure.recall, figure.f1) == (0.0, 0.0, 0.0)


def test_errors_are_told_in_the_words_of_the_text() -> None:
    """What was missed, what was wrongly found, and which parts of a found claim are off."""
    text = "It pays, Ida Brack said. It lasts, Tor wrote. It ends."
    marked = Reading(
        (_at(0, 7, speaker=(9, 18), cue=(19, 23), mode="indirect", called=frozenset({"ida brack"})), _at(25, 33)),
        frozenset({Name(9, 18, "person")}),
    )
    found = Reading(
        (_at(0, 7, speaker=(35, 38), cue=(19, 23), mode="direct"), _at(46, 53)), frozenset({Name(35, 38, "place")})
    )
    assert errors(text, marked, found) == [
        "missed claim: 'It lasts'",
        "no such claim: 'It ends'",
        "speaker: 'Tor' for 'Ida Brack'",
        "mode: direct for indirect: 'It pays'",
        "name: [] for ['ida brack']",
        "missed name: 'Ida Brack' (person)",
        "no such name: 'Tor' (place)",
    ]
