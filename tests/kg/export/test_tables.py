"""The claims as CSV."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.export import Options, write
from kg.export.tables import COLUMNS, safe_cell
from tests.factories import FakeGraph, article, claim, newsroom, reference


def rows(graph: FakeGraph, tmp_path: Path) -> list[dict[str, str]]:
    """The exported rows, read back."""
    with write(graph, tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_row_for_each_claim(tmp_path: Path) -> None:
    """Every claim is a row with speaker, words, source and offsets that give the words again."""
    graph = newsroom()
    table = rows(graph, tmp_path)
    assert len(table) == len(graph.records().claims)
    assert tuple(table[0]) == tuple(COLUMNS)
    first = table[0]
    assert first["speaker"] == "Mara Quellin"
    assert first["url"] == "https://ledger.example/patrols"
    assert graph.text(first["article"])[int(first["start"]) : int(first["end"])] == first["text"]


def test_focus_leaves_out_the_claims_of_others(tmp_path: Path) -> None:
    """The rows are those of what lies around it."""
    graph = newsroom()
    (found,) = (e for e in graph.records().entities if e.label == "Mara Quellin")
    path = write(graph, tmp_path / "claims.csv", Options(focus=found.id))
    with path.open(encoding="utf-8", newline="") as file:
        told = {row["id"] for row in csv.DictReader(file)}
    assert told == {c.id for c in graph.around(found.id).records.claims}
    assert len(told) < len(graph.records().claims)


def test_words_keep_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    """What CSV itself uses as marks comes back as it was."""
    text = 'He said "yes, no;\nperhaps" twice.'
    graph = FakeGraph()
    home = graph.add_article(article("a", text), text)
    graph.add_claim(claim(home, text, '"yes, no;\nperhaps"'))
    assert rows(graph, tmp_path)[0]["text"] == '"yes, no;\nperhaps"'


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_formulas_are_text(start: str, tmp_path: Path) -> None:
    """A cell that a spreadsheet would run gets an apostrophe, in words, names and titles alike."""
    graph = FakeGraph()
    home = graph.add_article(article("a", start, title=start), start)
    graph.add_claim(claim(home, start, start, speaker=reference(start)))
    row = rows(graph, tmp_path)[0]
    assert row["text"] == row["title"] == row["speaker"] == f"'{start}"


@pytest.mark.parametrize(("value", "cell"), [(-3, -3), (0.5, 0.5), (None, ""), ("a\0b", "a\ufffdb"), ("a=b", "a=b")])
def test_other_cells_stay(value: str | int | float | None, cell: str | int | float) -> None:
    """Numbers and plain text are not touched; NUL, which no reader takes, is replaced."""
    assert safe_cell(value) == cell
