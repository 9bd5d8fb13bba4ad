"""No figure of an extractor falls below its floor, and floors move as they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extract import EXTRACTORS
from tests.eval import __main__ as command
from tests.eval import floors
from tests.eval.annotations import SETS, missing

PINNED = floors.load()


def _cases() -> list[object]:
    """Each extractor and set that has floors; what needs the corpora is marked so."""
    return [
        pytest.param(name, set_, marks=pytest.mark.corpora if set_.startswith("polnear") else (), id=f"{name}-{set_}")
        for name in floors.extractors(PINNED)
        for set_ in PINNED[name]
    ]


@pytest.mark.parametrize(("extractor", "set_"), _cases())
def test_no_figure_falls_below_its_floor(extractor: str, set_: str) -> None:
    """Raise floors with --pin; lower one with --lower and a sentence that says why."""
    if reason := missing(set_):
        pytest.skip(reason)
    fallen = floors.fallen(PINNED[extractor][set_], command.measured(command.score(extractor, set_)))
    assert not fallen, f"{extractor} on {set_}: {'; '.join(fallen)}"


def test_floors_are_those_of_extractors_and_sets_that_there_are() -> None:
    """A floor under a name that nobody has would hold nothing up."""
    assert set(floors.extractors(PINNED)) <= set(EXTRACTORS)
    assert {set_ for name in floors.extractors(PINNED) for set_ in PINNED[name]} <= set(SETS)


def test_every_lowered_floor_says_when_and_why() -> None:
    """What was lowered is recorded for good."""
    assert all(record["date"] and len(record["why"].split()) >= 3 for record in PINNED.get(floors.LOWERED, []))


def test_pinning_raises_a_floor_to_just_below_what_was_measured() -> None:
    """A new figure gets a floor, a better one a higher floor."""
    pinned = floors.pinned({"rules": {"gold": {"claims": 60.0}}}, "rules", "gold", {"claims": 70.26, "names": 80.0})
    assert pinned == {"rules": {"gold": {"claims": 69.8, "names": 79.5}}}


@pytest.mark.parametrize("measured", [{"claims": 58.0}, {"claims": 60.3}, {}])
def test_pinning_lowers_no_floor(measured: dict[str, float]) -> None:
    """Neither a worse figure moves a floor down, nor one within the margin, nor one that is gone."""
    pinned = {"rules": {"gold": {"claims": 60.0}}}
    assert floors.pinned(pinned, "rules", "gold", measured) == pinned


def test_pinning_leaves_other_extractors_and_sets_alone() -> None:
    """What was not measured keeps its floors."""
    before = {"model": {"gold": {"claims": 80.0}}, "rules": {"samples": {"claims": 70.0}}}
    assert floors.pinned(before, "rules", "gold", {"claims": 50.0}) == {
        "model": {"gold": {"claims": 80.0}},
        "rules": {"samples": {"claims": 70.0}, "gold": {"claims": 49.5}},
    }


def test_lowering_takes_a_reason_and_records_it() -> None:
    """Who reads the floors sees what fell, when and why, beside what was lowered before."""
    before = {"rules": {"gold": {"claims": 60.0, "names": 70.0}}, "lowered": [{"why": "an older reason"}]}
    after = floors.pinned(
        before, "rules", "gold", {"claims": 58.0, "names": 80.0}, why="Asides are no claims.", date="2026-01-02"
    )
    assert after["rules"] == {"gold": {"claims": 57.5, "names": 79.5}}
    assert after["lowered"] == [
        {"why": "an older reason"},
        {
            "date": "2026-01-02",
            "why": "Asides are no claims.",
            "extractor": "rules",
            "set": "gold",
            "floors": {"claims": [60.0, 57.5]},
        },
    ]


def test_a_reason_that_lowers_nothing_is_not_recorded() -> None:
    """The record holds only floors that went down."""
    after = floors.pinned(
        {"rules": {"gold": {"claims": 60.0}}}, "rules", "gold", {"claims": 90.0}, why="Who knows why?"
    )
    assert after == {"rules": {"gold": {"claims": 89.5}}}


def test_a_figure_that_is_no_longer_measured_has_fallen() -> None:
    """A measure cannot get rid of its floor by going away."""
    assert floors.fallen({"names": 70.0}, {}) == ["names: has a floor of 70.0 and is no longer measured"]


def test_floors_come_back_as_they_were_saved(tmp_path: Path) -> None:
    """The file is plain JSON, and where there is none there are no floors."""
    path = tmp_path / "floors.json"
    assert floors.load(path) == {}
    kept = {"rules": {"gold": {"claims": 60.0}}, "lowered": [{"why": "Nach Größe ließ es sich nicht ordnen."}]}
    floors.save(kept, path)
    assert floors.load(path) == kept


def test_the_command_pins_and_then_fails_below_its_floors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints a table, keeps the floors in their file, and exits with 1 while a figure is below its floor."""
    path = tmp_path / "floors.json"
    assert command.main(["--set", "samples", "--pin"], path) == 0
    assert "rules on samples: 16 articles" in capsys.readouterr().out
    pinned = floors.load(path)["rules"]["samples"]
    floors.save({"rules": {"samples": pinned | {"claims": 99.9}}}, path)
    assert command.main(["--set", "samples", "--pin"], path) == 1
    assert "is below the floor of 99.9" in capsys.readouterr().err
    assert command.main(["--set", "samples", "--lower", "The floor was set by hand."], path) == 0
    assert floors.load(path)["rules"]["samples"] == pinned
    assert floors.load(path)["lowered"][0]["why"] == "The floor was set by hand."


def test_lowering_without_a_sentence_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A word is no reason."""
    with pytest.raises(SystemExit):
        command.main(["--lower", "because"])
    assert "a sentence that says why" in capsys.readouterr().err
