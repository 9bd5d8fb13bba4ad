from __future__ import annotations

import pytest

from ingest.extract import load as load_extractor
from ingest.pipeline import extract
from tests.eval import coreference, gum
from tests.eval.linked.compare import compare
from tests.eval.linked.marking import marking
from tests.eval.linked.running import load
from tests.eval.linked.score import Measure, score, total

pytestmark = pytest.mark.corpora

FOLDERS = ("chile", "dev", "train", "unseen")
FLOORS: dict[str, tuple[float, float, float, float]] = {
    "speakers": (81, 71, 71, 73),
    "names: entities": (98, 97, 97, 96),
    "names: type right": (98, 98, 97, 96),
    "documents": (83, 58, 89, 73),
    "figures: whole": (99, 99, 92, 90),
    "policies": (85, 78, 58, 46),
    "stances": (52, 42, 20, 5),
    "roles": (98, 93, 91, 90),
    "roles: with organisation": (98, 84, 88, 66),
    "relations": (50, 54, 53, 66),
}
"""What F1 is reached at least, a column a folder; "type right" and "whole" by the figures that were found."""


@pytest.fixture(scope="module")
def reached() -> dict[str, dict[str, Measure]]:
    """The measures of each folder of annotations."""
    extractor = load_extractor("model")
    found: dict[str, dict[str, Measure]] = {}
    for folder in FOLDERS:
        linked = load(only=f"{folder}/")
        if not linked:
            pytest.skip("no annotated article lies in ../shared beside the checkout")
        found[folder] = total(
            score(compare(one.article.text, marking(one.data), extract(one.article, extractor))) for one in linked
        )
    return found


@pytest.mark.parametrize("measure", FLOORS)
@pytest.mark.parametrize("folder", FOLDERS)
def test_what_was_reached_stays(measure: str, folder: str, reached: dict[str, dict[str, Measure]]) -> None:
    """No change makes who, what and how many worse unnoticed."""
    f1 = reached[folder][measure].f1 or 0
    assert f1 >= FLOORS[measure][FOLDERS.index(folder)], f"{measure} on {folder}: F1 {f1:.1f}"


@pytest.mark.parametrize("measure", ["names: split", "names: merged"])
def test_nobody_is_two_and_no_two_are_one(measure: str, reached: dict[str, dict[str, Measure]]) -> None:
    """But for one: a centre that goes by a longer name once."""
    assert sum(max(one[measure].hit, one[measure].right) for one in reached.values()) <= 1


def test_coreference_beats_equal_heads_by_far() -> None:
    """On GUM's development part, given the mentions."""
    folder = coreference.GUM / "dev"
    if not folder.exists():
        pytest.skip("../shared/corpora/gum does not lie beside the checkout")
    texts = gum.load(folder)
    ours = coreference.measured(texts, coreference.clustered)
    heads = coreference.measured(texts, lambda text: coreference.equal_heads(text.text, text.mentions))
    assert coreference.mean(ours.values()) >= 77.5
    assert coreference.mean(heads.values()) + 20 < coreference.mean(ours.values())
