"""Measured on articles that are not ours to ship: skipped where they do not lie beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from ingest import run
from kg.model import INTERRUPTION
from kg.store import MEMORY, create
from kg.verify import verify

SHARED = Path(__file__).parent.parent.parent / "shared"

pytestmark = pytest.mark.corpora


def _beside(*names: str) -> Path:
    path = SHARED.joinpath(*names)
    if not path.exists():
        pytest.skip(f"{'/'.join(names)} does not lie beside the checkout")
    return path


def test_real_articles_go_in_whole() -> None:
    """Every claim is its slice of the file, and nothing is wrong with the store."""
    folder = _beside("articles")
    store = create(MEMORY)
    report = run.ingest(store, run.read([str(folder)]))
    assert (report.added, report.failed) == (2, [])
    assert list(verify(store)) == []
    with kg.Graph(store) as g:
        for claim in g.claims():
            text = (folder / claim.source).read_bytes().decode("utf-8")
            parts = claim.parts or ((claim.start, claim.end),)
            assert claim.text == INTERRUPTION.join(text[start:end] for start, end in parts)
        for figure in g.figures():
            text = (folder / figure.source).read_bytes().decode("utf-8")
            assert text[figure.start : figure.end] == figure.text
