"""The floors that no change may fall below: read, compared, raised, and lowered with a reason.

``floors.json`` holds a figure's floor by extractor, set and measure; under ``lowered`` what was lowered, when and why.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PATH = Path(__file__).parent / "floors.json"
MARGIN = 0.5
"""How far below what was measured a floor is pinned."""
LOWERED = "lowered"

Floors = dict[str, Any]


def load(path: Path = PATH) -> Floors:
    """The floors as they lie there; empty where there are none yet."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return floors


def save(floors: Floors, path: Path) -> None:
    """Writes the floors, one measure a line."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def extractors(floors: Floors) -> list[str]:
    """The names of the extractors that have floors."""
    return sorted(floors.keys() - {LOWERED})


def fallen(floors: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """One sentence for each figure that is below its floor or is no longer measured.

    >>> fallen({"claims": 64.0}, {"claims": 63.2})
    ['claims: 63.2 is below the floor of 64.0']
    """
    return [
        f"{measure}: {measured[measure]:.1f} is below the floor of {floor:.1f}"
        if measure in measured
        else f"{measure}: has a floor of {floor:.1f} and is no longer measured"
        for measure, floor in sorted(floors.items())
        if measured.get(measure, -1.0) < floor
    ]


def pinned(
    floors: Floors, extractor: str, set_: str, measured: Mapping[str, float], *, why: str | None = None, date: str = ""
) -> Floors:
    """The floors with those of one extractor on one set moved up to `MARGIN` below what was measured.

    None goes down, unless ``why`` says so in a sentence: then those above their figures do, and are recorded with it
    and the date.
    """
    before = floors.get(extractor, {}).get(set_, {})
    after = {measure: max(0.0, round(figure - MARGIN, 1)) for measure, figure in measured.items()}
    kept = {
        measure: floor
        for measure, floor in before.items()
        if after.get(measure, -1.0) < floor and (why is None or measured.get(measure, -1.0) >= floor)
    }
    after |= kept
    new = {**floors, extractor: {**floors.get(extractor, {}), set_: after}}
    lower = {measure: floor for measure, floor in before.items() if after.get(measure, -1.0) < floor}
    if lower:
        moved = {measure: [floor, after.get(measure)] for measure, floor in lower.items()}
        record = {"date": date, "why": why, "extractor": extractor, "set": set_, "floors": moved}
        new[LOWERED] = [*floors.get(LOWERED, []), record]
    return new
