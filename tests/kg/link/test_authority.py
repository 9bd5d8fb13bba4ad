from __future__ import annotations

from pathlib import Path

import pytest

from kg.api import Graph
from kg.errors import KgError, UsageError
from kg.link.authority import from_files
from kg.verify import verify
from tests.stores import add, article, dump, stored

CSV = """name,type,aliases,wikidata,same_as
Inés Calder,person,Ines Calder; Inez Calder,Q42,
Sea Wall Council,organisation,the wall council;SWC,,https://example.org/swc
"""
SKOS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
<https://example.org/people/7> a skos:Concept , schema:Person ;
    skos:prefLabel "Inés Calder"@en , "Agnes Calder"@fr ; skos:altLabel "Ines Calder" , "Inez Calder" ;
    owl:sameAs <http://www.wikidata.org/entity/Q42> .
"""
ARTICLES = (
    article("Ines Calder said that the quay is safe.", "1.txt"),
    article("Inez Calder said that the quay is old. The SWC agreed.", "2.txt"),
)


def _write(folder: Path, text: str, name: str = "list.csv") -> Path:
    (folder / name).write_text(text, "utf-8")
    return folder / name


def _calders(g: Graph) -> list[str]:
    return [e.label for e in g.entities() if "Calder" in e.label]


@pytest.mark.parametrize(("name", "text"), [("list.csv", CSV), ("list.ttl", SKOS)])
def test_names_and_aliases_lead_to_the_listed_entity(name: str, text: str, tmp_path: Path) -> None:
    """With its label and its ids, from a table or from SKOS."""
    with stored(*ARTICLES) as g:
        assert g.authority(_write(tmp_path, text, name)) == []
        (found,) = (e for e in g.entities() if "Calder" in e.label)
        assert (found.label, g.store.iris.compact(found.id)) == ("Inés Calder", "person:ines-calder")
        assert "http://www.wikidata.org/entity/Q42" in found.same_as
        assert {c.source for c in g.claims(speaker="Inés Calder")} == {"1.txt", "2.txt"}
        assert list(verify(g.store)) == []


def test_list_is_obeyed_by_later_articles_in_any_order(tmp_path: Path) -> None:
    """Given before or after, the store is the same."""
    with stored(ARTICLES[0]) as g, stored(*ARTICLES) as expected:
        path = _write(tmp_path, CSV)
        g.authority(path)
        add(g, ARTICLES[1:])
        expected.authority(path)
        assert dump(g) == dump(expected)


def test_new_list_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """What is no longer in it no longer holds."""
    with stored(*ARTICLES) as g, stored(*ARTICLES) as expected:
        other = _write(tmp_path, "name,type\nTom Abara,person\n", "other.csv")
        g.authority(_write(tmp_path, CSV))
        g.authority(other)
        expected.authority(other)
        assert sorted(_calders(g)) == ["Ines Calder", "Inez Calder"]
        assert dump(g) == dump(expected)


def test_dropped_list_holds_no_longer_until_that_is_undone(tmp_path: Path) -> None:
    """It stays in the store; later articles do not follow it, and a store without a list has none to drop."""
    with stored(*ARTICLES) as g:
        with pytest.raises(UsageError, match="no authority list to drop"):
            g.drop_list()
        before = g.entities()
        g.authority(_write(tmp_path, CSV))
        listed = dump(g)
        (dropped,) = g.drop_list(by="ines", why="that of another desk").decisions
        assert g.entities() == before
        assert list(verify(g.store)) == []
        with pytest.raises(UsageError, match="dropped by decision:"):
            g.drop_list()
        g.undo(dropped.id)
        assert [line for line in dump(g) if "graph:decisions" not in line] == listed
        first = g.decisions()[0]
        assert (first.verdict, first.state, first.by) == ("dropped", "withdrawn", "ines")


def test_new_list_ends_the_dropping_of_the_old_one(tmp_path: Path) -> None:
    """That is logged and told; undoing it drops the new one."""
    with stored(*ARTICLES) as g:
        g.authority(_write(tmp_path, CSV))
        (dropped,) = g.drop_list().decisions
        add(g, ARTICLES[:1], force=True)
        assert sorted(_calders(g)) == ["Ines Calder", "Inez Calder"]
        (told,) = g.authority(_write(tmp_path, CSV))
        assert told.startswith(g.store.iris.compact(dropped.id))
        assert _calders(g) == ["Inés Calder"]
        g.undo(g.decisions()[-1].id)
        assert sorted(_calders(g)) == ["Ines Calder", "Inez Calder"]


def test_what_a_person_decides_goes_before_the_list(tmp_path: Path) -> None:
    """Different, and another name."""
    with stored(*ARTICLES) as g:
        g.authority(_write(tmp_path, CSV))
        g.different("person:ines-calder", "person:inez-calder")
        g.rename("person:ines-calder", "I. Calder")
        assert sorted(_calders(g)) == ["I. Calder", "Inez Calder"]


def test_alias_that_two_claim_is_told_and_not_used(tmp_path: Path) -> None:
    """Nobody is chosen by chance."""
    text = "name,type,aliases\nInes Calder,person,Calder;Inez Calder\nTom Calder,person,Calder;Inez Calder\n"
    with stored(*ARTICLES) as g:
        told = g.authority(_write(tmp_path, text))
        assert told == [
            "“Calder” is claimed by Ines Calder and Tom Calder, and not used",
            "“Inez Calder” is claimed by Ines Calder and Tom Calder, and not used",
        ]
        assert sorted(_calders(g)) == ["Ines Calder", "Inez Calder"]


def test_two_listed_people_never_become_one_by_their_names(tmp_path: Path) -> None:
    """A middle initial does not join what the list tells apart."""
    people = [article(f"{name} said that the quay is safe.", f"{name}.txt") for name in ("Ann Lee", "Ann B. Lee")]
    with stored(*people) as g:
        assert len([e for e in g.entities() if e.type == "person"]) == 1
        g.authority(_write(tmp_path, "name,type\nAnn Lee,person\nAnn B. Lee,person\n"))
        assert sorted(e.label for e in g.entities() if e.type == "person") == ["Ann B. Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "label,kind\nAnn,person\n", "line 1: the columns name and type"),
        ("a.csv", "name,type\nAnn Lee,person\nBo,robot\n", "line 3: robot is no type"),
        ("a.csv", "name,type\n,person\n", "line 2: there is no name"),
        ("a.csv", "name,type,wikidata\nAnn Lee,person,forty-two\n", "line 2: forty-two is neither"),
        ("a.csv", "name,type,wikidata\nAnn Lee,person,Q0\n", "line 2: Q0 is neither"),
        ("a.csv", "name,type,same_as\nAnn Lee,person,javascript:alert(1)\n", "line 2: javascript:alert.1. is neither"),
        ("a.csv", "name,type,wikidata\nAnn Lee,person,Q7\nBo Lee,person,Q7\n", "Q7 is the id of Ann Lee already"),
        ("a.csv", "name,type\nAnn Lee,person\nann  lee,person\n", "line 3: ann lee is in the list already"),
        ("a.csv", "name,type\n", "there is nothing in this list"),
        ("a.ttl", "this is no turtle", "cannot be read as Turtle"),
        ("a.ttl", SKOS.replace("schema:Person", "schema:Robot"), "no type that is known"),
        ("a.docx", "", "neither CSV nor RDF"),
        ("a.csv", "name,type\nAnn\0Lee,person\n", "line 2: a name holds a character that is not to be seen"),
        ("a.csv", "name,type,aliases\nAnn Lee,person,!!!\n", "line 2: an alias must have letters or digits"),
        ("a.csv", f"name,type\n{'x' * 200000},person\n", "cannot be read: field larger"),
        ("a.jsonld", '{"@context": "https://example.org/context"}', "nothing is fetched"),
    ],
)
def test_faults_of_a_list_are_told_by_line(name: str, text: str, message: str, tmp_path: Path) -> None:
    """And nothing of it is used."""
    with pytest.raises(KgError, match=message):
        from_files([_write(tmp_path, text, name)])


def test_list_in_another_encoding_is_told(tmp_path: Path) -> None:
    """With what to do about it."""
    path = tmp_path / "list.csv"
    path.write_bytes("name,type\nInés,person\n".encode("latin-1"))
    with pytest.raises(KgError, match="not text in UTF-8; save it as UTF-8"):
        from_files([path])


def test_missing_list_is_told(tmp_path: Path) -> None:
    """By its name."""
    with pytest.raises(KgError, match=r"none\.csv: cannot be read"):
        from_files([tmp_path / "none.csv"])
