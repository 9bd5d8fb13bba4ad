from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.api import Graph
from kg.store import MARKER
from tests.stores import HARBOUR, QUAY, add, stored


def test_open_takes_a_folder_the_environment_or_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this order."""
    stored(HARBOUR, where=tmp_path / "one").close()
    stored(HARBOUR, QUAY, where=tmp_path / "two").close()
    monkeypatch.setenv("KG_STORE", str(tmp_path / "two"))
    with kg.open(tmp_path / "one") as one, kg.open() as two, kg.open(":memory:") as none:
        assert [len(g.articles()) for g in (one, two, none)] == [1, 2, 0]
    monkeypatch.delenv("KG_STORE")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(kg.StoreError, match="kg-store"):
        kg.open()


def test_claims_become_a_frame() -> None:
    """A row a claim, columns as in the tables; an empty one has the columns too."""
    with stored() as g:
        frame = g.claims(speaker="Mara Ellison").to_pandas()
        assert list(frame["cue"]) == ["said", "said", "said"]
        none = g.claims(text="nobody said this").to_pandas()
        assert list(none.columns) == list(frame.columns)


def test_jupyter_shows_tables_with_text_as_text() -> None:
    """Markup in an article stays text."""
    from tests.stores import article

    with stored(article("“<b>bold</b> & loud words here,” Mara Ellison said.")) as g:
        html = g.claims()._repr_html_()
        assert "&lt;b&gt;bold" in html
        assert "<b>" not in html
        assert "1 articles" in g._repr_html_()
        assert "<table>" in g.query("SELECT ?t { ?c schema:text ?t }")._repr_html_()


def test_network_carries_the_claims_behind_nodes_and_edges() -> None:
    """Every edge leads to evidence."""
    with stored() as g:
        drawn = g.network()
        ids = {c.id for c in g.claims()}
        edges = [data for *_, data in drawn.edges(data=True)]
        assert edges
        assert all(set(data["claims"]) <= ids for data in edges)
        assert any(data["claims"] for data in edges)


def test_network_and_path_see_what_is_taken_in_later() -> None:
    """What was read of the store is forgotten when the store has changed."""
    with stored(HARBOUR) as g:
        before = len(g.network(view="comentions"))
        add(g, [QUAY])
        assert len(g.network(view="comentions")) > before
        assert g.path("Jonas Okoro", "Fishers Union")
        assert g.network(view="chain").number_of_edges() > 0


def test_graph_in_a_folder_can_be_reopened_for_writing(tmp_path: Path) -> None:
    """And says where it is."""
    stored(HARBOUR, where=tmp_path / "s").close()
    with kg.open(tmp_path / "s", writable=True) as g:
        assert isinstance(g, kg.Graph)
        assert isinstance(g, Graph)
        assert str(tmp_path / "s") in repr(g)
        g.remove(HARBOUR.source)
        assert g.articles() == []
    assert (tmp_path / "s" / MARKER).exists()


def test_unknown_name_of_the_package_is_an_error() -> None:
    """The lazy import hides no typing error."""
    with pytest.raises(AttributeError, match="opne"):
        _ = kg.opne


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_dump_gives_the_same_bytes_twice(suffix: str, tmp_path: Path) -> None:
    """Whatever the format, and whenever."""
    with stored() as one, stored(QUAY, HARBOUR) as other:
        for graph, name in ((one, "one"), (other, "other")):
            graph.store.write(drop=[graph.store.iris.log])
            graph.dump(tmp_path / name, suffix)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes() != b""


def test_dump_of_an_unknown_format_names_the_known(tmp_path: Path) -> None:
    """Before anything is written."""
    with stored(HARBOUR) as g, pytest.raises(kg.UsageError, match="use ttl, trig"):
        g.dump(tmp_path / "x", "docx")
    assert not (tmp_path / "x").exists()
