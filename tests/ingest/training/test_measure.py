"""Figures count names as readers of the field do: whole, with the right type, or not at all."""

from __future__ import annotations

import pytest

from ingest.tagger.tagger import Range, Tagged, TaggedName
from ingest.training.corpora import Example, Name
from ingest.training.measure import _figures, _labels

TEXT = "Lima Okonjo left Port Quay.\nIt rained in O’Brien’s Haven."
LABELS: list[tuple[list[str], str]] = [
    ([], "O O O O O O"),
    (["Lima Okonjo"], "B I O O O O"),
    (["Lima", "Okonjo"], "B B O O O O"),
    (["Port Quay"], "O O O B I O"),
    (["Port Quay."], "O O O B I I"),
    (["Qu"], "O O O O B O"),
    (["ima Oko"], "B I O O O O"),
    ([" Port "], "O O O B O O"),
]
FOUND: list[tuple[dict[str, str], float]] = [
    ({"Lima Okonjo": "person", "Port Quay": "place"}, 100.0),
    ({"Lima Okonjo": "person"}, 66.7),
    ({"Lima": "person", "Port Quay": "place"}, 50.0),
    ({"Lima Okonjo": "organisation", "Port Quay": "place"}, 50.0),
    ({"Lima Okonjo": "person", "Port Quay": "place", "It": "place"}, 80.0),
    ({}, 0.0),
]


def span(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


class FakeTagger:
    """Finds the names that it is told."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def read(self, text: str, lines: list[list[Range]]) -> Tagged:
        """The names, where the text came line by line."""
        assert [text[slice(*line)] for (line,) in lines] == TEXT.split("\n")
        return Tagged((), tuple(TaggedName(span(words), kind, 1.0) for words, kind in self.names.items()))  # type: ignore[arg-type]


@pytest.mark.parametrize(("names", "expected"), LABELS)
def test_words_bear_the_label_of_the_name_that_touches_them(names: list[str], expected: str) -> None:
    """The first word of a name begins it, the others are inside."""
    labels = _labels(TEXT.split("\n")[0], [(span(words), "person") for words in names])
    assert [label[0] for label in labels] == expected.split()


@pytest.mark.parametrize(("names", "expected"), FOUND)
def test_a_name_counts_whole_or_not_at_all(names: dict[str, str], expected: float) -> None:
    """A name in part, or of another type, is both missed and wrongly found."""
    pytest.importorskip("seqeval", reason="measuring needs pip install 'claimgraph[train]'")
    example = Example(
        "a", TEXT, names=(Name(span("Lima Okonjo"), "person"), Name(span("Port Quay"), "place")), style="web"
    )
    assert _figures(FakeTagger(names), [example])["overall"] == expected  # type: ignore[arg-type]


def test_kinds_that_are_nowhere_have_no_figure_of_their_own() -> None:
    """A corpus without organisations can be measured all the same."""
    pytest.importorskip("seqeval", reason="measuring needs pip install 'claimgraph[train]'")
    example = Example("a", TEXT, names=(Name(span("Lima Okonjo"), "person"),), style="web")
    figures = _figures(FakeTagger({"Lima Okonjo": "person"}), [example])  # type: ignore[arg-type]
    assert figures == {"person": 100.0, "overall": 100.0}
