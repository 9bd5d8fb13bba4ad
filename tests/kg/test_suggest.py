from __future__ import annotations

import pytest

from kg.api import Graph
from kg.likeness import likeness
from tests.factories import entity
from tests.stores import article, stored


@pytest.mark.parametrize(
    ("kind", "one", "other", "reason"),
    [
        ("person", "Mara Ellison", "Mara Elison", "spelt nearly the same"),
        ("person", "Mara Ellison", "M. Ellison", "an initial for the first name"),
        ("person", "Joe Calder", "Joseph Calder", "first names that are nearly the same"),
        ("person", "Ann Beth Lee", "Ann Lee", "the same but for middle names"),
        ("person", "Rosa Quill", "Rosa Quill Marsh", "one name begins the other"),
        ("organisation", "Harbour Ministry", "Ministry of the Harbour", "the same words"),
        ("organisation", "Sea Wall Council", "SWC", "are the initials of"),
        ("organisation", "Ministry of Tides", "Royal Ministry of Tides", "one has more words"),
        ("policy", "congestion charge", "congestion charges", "spelt nearly the same"),
    ],
)
def test_names_that_may_be_one(kind: str, one: str, other: str, reason: str) -> None:
    """With the reason in words, whichever comes first."""
    for a, b in ((one, other), (other, one)):
        found = likeness(entity(a, kind), entity(b, kind))
        assert found is not None
        assert (reason in found.reason, found.needs_more) == (True, False)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("person", "Mara Ellison", "Tom Ellison"),
        ("person", "George W. Oakes", "George H. W. Oakes"),
        ("person", "Sam Reed Jr.", "Sam Reed Sr."),
        ("person", "Mara Ellison", "Mara Okoro"),
        ("organisation", "Article 5", "Article 6"),
        ("organisation", "Sea Party", "Wall Party"),
        ("place", "Ferrow", "Farrow"),
    ],
)
def test_names_that_say_nothing(kind: str, one: str, other: str) -> None:
    """One surname, another middle name, suffix or number, one common word."""
    assert likeness(entity(one, kind), entity(other, kind)) is None or kind == "place"


def test_surname_that_an_article_uses_for_somebody_joins_nobody() -> None:
    """An alias in which both names end is a surname."""
    one = entity("Carla Mora-Vidal", aliases=("Mora-Vidal",))
    assert likeness(one, entity("Nora Mora-Vidal", aliases=("Mora-Vidal",))) is None


def _pairs(g: Graph, **options: object) -> list[tuple[str, str]]:
    return [(s.one.label, s.other.label) for s in g.suggestions(**options)]


def test_surname_alone_is_no_suggestion_but_a_shared_role_makes_one() -> None:
    """The reasons say what else the two have in common."""
    full = article("Rosa Quill, director of the Tidewater Institute, said that the wall is safe.", "1.txt")
    alone = article("Quill said that the wall is old.", "2.txt")
    with stored(full, alone) as g:
        assert _pairs(g, type="person") == []
    shared = article("Quill, director of the Tidewater Institute, said that the wall is old.", "2.txt")
    with stored(full, shared) as g:
        (found,) = g.suggestions(type="person")
        assert {found.one.label, found.other.label} == {"Rosa Quill", "Quill"}
        assert "both are “director”" in found.reasons
        assert "both belong to Tidewater Institute" in found.reasons


def test_suggestions_are_ordered_and_leave_out_what_was_decided() -> None:
    """The likeliest first; decided ones with their verdict where they are asked for."""
    texts = ("Mara Ellison", "Mara Elison", "Ann Beth Lee", "Ann Lee", "Tom Ellison")
    with stored(*(article(f"{name} said that the wall is safe.", f"{n}.txt") for n, name in enumerate(texts))) as g:
        assert _pairs(g) == [("Ann Beth Lee", "Ann Lee"), ("Mara Elison", "Mara Ellison")]
        assert _pairs(g) == _pairs(g)
        g.unsure("Mara Ellison", "Mara Elison")
        g.merge("Ann Lee", "Ann Beth Lee")
        assert _pairs(g) == []
        assert [(s.decided, s.reasons[-1]) for s in g.suggestions(decided=True)] == [("unsure", "decided: unsure")]


def test_article_that_names_both_speaks_against_a_pair() -> None:
    """It tells them apart."""
    apart = [article(f"{name} said that the wall is safe.", f"{name}.txt") for name in ("Ann Beth Lee", "Ann Lee")]
    both = article("Ann Beth Lee said that the wall is safe. Ann Lee said that it is not.", "b.txt")
    with stored(*apart) as one, stored(*apart, both) as other:
        assert one.suggestions()[0].score == 0.75
        lower = other.suggestions(least=0)
        assert not lower or lower[0].score < 0.75
