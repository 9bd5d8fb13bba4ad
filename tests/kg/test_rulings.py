from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kg.decisions import Decision, decide, standing, withdrawals
from kg.iris import Iris
from kg.rulings import Groups, Rulings, overridden, settle

Said = tuple[str, ...]


def _log(*said: Said) -> list[Decision]:
    """Decisions one after another: a verdict and what it is on; a number stands for the decision of that place."""
    log: list[Decision] = []
    for verdict, *subjects in said:
        ids = [log[int(s)].id if s.isdigit() else s for s in subjects]
        log.append(decide(log, verdict, ids, Iris(), by="tester", now=datetime(2025, 1, 1, tzinfo=UTC)))
    return log


def _groups(log: list[Decision], keys: str) -> list[str]:
    groups = Groups(keys)
    settle(groups, Rulings.of(log).judgements)
    return ["".join(group) for group in groups.all()]


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ([("same", "a", "b"), ("same", "b", "c")], ["abc"]),
        ([("same", "a", "b"), ("different", "a", "b")], ["a", "b", "c"]),
        ([("different", "a", "b"), ("same", "a", "b")], ["ab", "c"]),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")], ["a", "bc"]),
        ([("different", "a", "c"), ("same", "a", "b"), ("same", "b", "c")], ["abc"]),
        ([("different", "a", "b", "c"), ("same", "a", "b")], ["ab", "c"]),
        ([("same", "a", "b"), ("unsure", "a", "b")], ["a", "b", "c"]),
        ([("same", "a", "b"), ("withdrawn", "0")], ["a", "b", "c"]),
        ([("same", "a", "b"), ("withdrawn", "0"), ("withdrawn", "1")], ["ab", "c"]),
    ],
)
def test_newer_holds_and_same_is_transitive(said: list[Said], groups: list[str]) -> None:
    """As in nomenklatura's resolver."""
    assert _groups(_log(*said), "abc") == groups


@pytest.mark.parametrize(
    ("said", "beaten"),
    [
        ([("same", "a", "b"), ("different", "a", "b")], {0: 1}),
        ([("different", "a", "b"), ("same", "a", "b")], {0: 1}),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")], {0: 2}),
        ([("same", "a", "b"), ("different", "a", "c")], {}),
        ([("renamed", "a"), ("renamed", "b")], {}),
        ([("renamed", "a"), ("renamed", "a")], {0: 1}),
    ],
)
def test_contradicted_decision_names_the_one_that_holds(said: list[Said], beaten: dict[int, int]) -> None:
    """Each with the newer one."""
    log = _log(*said)
    assert overridden(Rulings.of(log)) == {log[old].id: log[new].id for old, new in beaten.items()}


def test_log_keeps_its_order_whatever_the_clock_says() -> None:
    """A decision is later than those before it."""
    log = _log(("same", "a", "b"), ("different", "a", "b"), ("unsure", "a", "b"))
    assert sorted({d.when for d in log}) == [d.when for d in log]
    assert [d.verdict for d in standing(log)] == ["unsure", "different", "same"]


def test_withdrawal_of_a_withdrawal_leaves_neither() -> None:
    """Only the first decision stands."""
    log = _log(("same", "a", "b"), ("withdrawn", "0"), ("withdrawn", "1"))
    assert withdrawals(log) == {log[1].id: log[2].id}
    assert standing(log) == log[:1]
