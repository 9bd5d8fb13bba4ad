from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest

from kg.api import Graph
from kg.link import Linker
from kg.model import Article
from kg.verify import verify
from tests.stores import HARBOUR, QUAY, add, article, dump, stored

NOTE = article(
    "Ellison replies\n\nMara Ellison said that the wall is safe. Tom Abara of the Quayside Post disagreed.",
    "2025/note.md",
    publisher="The Harbour Ledger",
)


def test_a_person_named_in_two_articles_is_one_entity() -> None:
    """The same name leads to the same node."""
    with stored() as g:
        assert {c.source for c in g.claims(speaker="Mara Ellison")} == {HARBOUR.source, QUAY.source}


def test_unnamed_speakers_of_two_articles_stay_two() -> None:
    """“An official” here is not “an official” there."""
    one = article("An official said that the bridge is closed.", "one.txt")
    two = article("An official said that the tunnel is open.", "two.txt")
    with stored(one, two) as g:
        speakers = {c.speaker.id for c in g.claims() if c.speaker}
        assert len(speakers) == 2


@pytest.mark.parametrize("order", list(permutations((HARBOUR, QUAY, NOTE))))
def test_order_of_ingestion_does_not_matter(order: tuple[Article, ...]) -> None:
    """Whatever comes first, the graph is the same."""
    with stored(*order) as g, stored(HARBOUR, QUAY, NOTE) as expected:
        assert dump(g) == dump(expected)


def test_removing_an_article_leaves_what_the_others_support() -> None:
    """In and out again is as if it had never been."""
    with stored(HARBOUR) as expected, stored(HARBOUR, QUAY) as g:
        gone = g.remove(QUAY.source)
        assert [a.source for a in gone] == [QUAY.source]
        assert dump(g) == dump(expected)


def test_removing_everything_leaves_nothing() -> None:
    """No orphan stays behind."""
    with stored(HARBOUR, QUAY) as g:
        g.remove(QUAY.source)
        g.remove(HARBOUR.source)
        assert dump(g) == []


def test_corrected_article_is_a_version_beside_the_old() -> None:
    """Both stay; listings show the current one."""
    corrected = replace(HARBOUR, text=HARBOUR.text.replace("$41", "$14"))
    with stored(HARBOUR) as g:
        add(g, [corrected])
        old, new = sorted(g.articles(), key=lambda a: a.revision_of or "")
        assert (old.superseded_by, new.revision_of) == (new.id, old.id)
        assert {c.article for c in g.claims()} == {new.id}
        assert {c.article for c in g.claims(all_versions=True)} == {old.id, new.id}


def test_removing_a_middle_version_joins_its_neighbours() -> None:
    """The chain of versions never breaks."""
    second, third = (replace(HARBOUR, text=HARBOUR.text.replace("$41", cost)) for cost in ("$14", "$15"))
    with stored(HARBOUR) as g:
        add(g, [second])
        add(g, [third])
        g.remove(g.store.iris.mint("article", second.key).value)
        by_key = {g.store.iris.key(a.id): a for a in g.articles()}
        assert by_key[third.key].revision_of == by_key[HARBOUR.key].id


def test_same_bytes_read_anew_replace_the_version() -> None:
    """A newer reader corrects its text, it does not make a correction of the article."""
    with stored(replace(HARBOUR, raw_sha256="ab" * 32)) as g:
        add(g, [replace(HARBOUR, text=HARBOUR.text + "\n", raw_sha256="ab" * 32)])
        assert [a.revision_of for a in g.articles()] == [None]


def test_changed_metadata_replace_the_version() -> None:
    """Another date for the same text is no other article."""
    with stored(HARBOUR) as g, stored(replace(HARBOUR, date="2025-03-05")) as expected:
        add(g, [replace(HARBOUR, date="2025-03-05")])
        assert dump(g) == dump(expected)


def test_label_is_the_form_used_most_and_best_dressed() -> None:
    """Of two forms of a name the one with its accents is shown, the other is kept."""
    plain = article("Rafael Ibanez said that the port is closed.", "a.txt")
    dressed = article("Rafael Ibáñez said that the port is open.", "b.txt")
    with stored(plain, dressed) as g:
        (person,) = (e for e in g.entities() if e.type == "person")
        assert person.label == "Rafael Ibáñez"
        assert "Rafael Ibanez" in person.aliases


NAMES = (
    article("Ann B. Calder said that the port is closed. The Sea Wall Council (SWC) agreed.", "1.txt"),
    article("Ann Calder said that the port is open. The SWC doubts that.", "2.txt"),
    article("George Oakes said that the quay is safe. Sam Reed Jr. said that it is not.", "3.txt"),
    article("George W. Oakes said that the quay is old. Sam Reed said that it is new.", "4.txt"),
    article("George H. W. Oakes said that the quay is wet.", "5.txt"),
)


def _labels(g: Graph) -> dict[str, tuple[str, ...]]:
    return {e.label: e.aliases for e in g.entities()}


def test_stable_aliases_are_one_entity() -> None:
    """A middle initial that nobody contradicts, an acronym with its long form."""
    with stored(*NAMES) as g:
        labels = _labels(g)
        assert "Ann B. Calder" in labels["Ann Calder"]
        assert "SWC" in labels["Sea Wall Council"]
        assert {c.source for c in g.claims(speaker="Ann Calder")} == {"1.txt", "2.txt"}
        assert g.reader.entities.find("person:ann-b-calder").label == "Ann Calder"
        assert list(verify(g.store)) == []


def test_two_people_of_one_name_are_kept_apart() -> None:
    """Other middle initials and suffixes tell people apart, and the bare name is then nobody's."""
    with stored(*NAMES) as g:
        assert {"George Oakes", "George W. Oakes", "George H. W. Oakes", "Sam Reed", "Sam Reed Jr"} <= {
            label.rstrip(".") for label in _labels(g)
        }


@pytest.mark.parametrize("seed", range(12))
def test_order_of_ingestion_does_not_matter_for_aliases(seed: int) -> None:
    """Whatever joined early is taken apart again by what comes later."""
    order = list(NAMES)
    random.Random(seed).shuffle(order)
    with stored(*order) as g, stored(*NAMES) as expected:
        assert dump(g) == dump(expected)


def test_removing_the_second_person_joins_the_names_again() -> None:
    """What hung on an article goes with it."""
    with stored(*NAMES) as g, stored(*NAMES[:4]) as expected:
        assert "George W. Oakes" not in _labels(g)["George Oakes"]
        g.remove("5.txt")
        assert "George W. Oakes" in _labels(g)["George Oakes"]
        assert dump(g) == dump(expected)


def test_failed_write_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was counted for a step that failed does not show in the next one."""
    from ingest import pipeline
    from ingest.extract import load

    with stored(HARBOUR) as g, stored(HARBOUR, QUAY) as expected:
        quay = article(
            QUAY.text, QUAY.source, title=QUAY.title, authors=QUAY.authors, publisher=QUAY.publisher, date=QUAY.date
        )
        quads = pipeline.quads(quay, load("rules"), g.store.iris)
        linker = Linker(g.store)
        with monkeypatch.context() as patch:
            patch.setattr(g.store, "write", lambda *_, **__: (_ for _ in ()).throw(OSError("full")))
            with pytest.raises(OSError, match="full"):
                linker.put(quay.key, quads)
        linker.put(quay.key, quads)
        assert dump(g) == dump(expected)
