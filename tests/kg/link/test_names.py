from __future__ import annotations

import pytest

from kg.link.names import key_of, pairs, person_name, within_block


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("place", "U.S.", "US"),
        ("organisation", "The Harbour Board", "harbour  board"),
        ("person", "José Álvarez", "Jose Alvarez"),
        ("organisation", "U.N. Sea Council", "UN Sea Council"),
    ],
)
def test_one_name_in_two_spellings_has_one_key(kind: str, one: str, other: str) -> None:
    """Case, accents, articles and the dots of acronyms do not tell two things apart."""
    assert key_of(kind, one) == key_of(kind, other)


@pytest.mark.parametrize(
    ("kind", "names", "expected"),
    [
        ("person", ("Ann B. Lee", "Ann Lee"), {("ann-b-lee", "ann-lee")}),
        ("person", ("Ann Lee", "A. Lee"), {("ann-lee", "a-lee")}),
        ("person", ("Ann Lee", "Lee"), set()),
        ("person", ("Ann Lee", "Abe Lee"), set()),
        ("person", ("Ann B. Lee", "Ann C. Lee"), set()),
        ("person", ("Sam Oakes Jr.", "Sam Oakes"), set()),
        ("person", ("Ann Lee", "Ann Oakes"), set()),
        ("organisation", ("Sea Wall Council", "SWC", "council"), {("sea-wall-council", "swc")}),
        ("organisation", ("Council of the Sea Wall", "CSW"), {("council-of-the-sea-wall", "csw")}),
        ("organisation", ("Investigations Bureau", "PDI"), {("investigations-bureau", "pdi")}),
        ("organisation", ("Investigations Bureau", "PD"), set()),
        ("organisation", ("Harbour", "HBR"), set()),
        ("place", ("Port Ferrow", "CNA"), set()),
        ("place", ("United Shires", "US", "U.S."), {("united-shires", "us")}),
    ],
)
def test_stable_aliases_among_one_referents_names(kind: str, names: tuple[str, ...], expected: set[object]) -> None:
    """Fuller names of one person, acronyms of one body; never a lone word, another initial or a suffix."""
    assert pairs(kind, names) == expected


@pytest.mark.parametrize(
    ("keys", "joined"),
    [
        (("ann-lee", "ann-b-lee"), [("ann-b-lee", "ann-lee")]),
        (("ann-lee", "ann-b-lee", "ann-c-lee"), []),
        (("ann-lee", "ann-b-lee", "ann-b-c-lee"), [("ann-b-c-lee", "ann-b-lee"), ("ann-b-c-lee", "ann-lee")]),
        (("ann-lee", "ann-beth-lee"), []),
        (("a-lee", "a-b-lee"), []),
    ],
)
def test_names_that_differ_in_middle_initials_alone(keys: tuple[str, ...], joined: list[object]) -> None:
    """One person, unless a second with another initial is known; full middle names need an article that uses both."""
    names = {key: name for key in keys if (name := person_name(key))}
    assert within_block(names, lambda key: []) == joined


def test_article_that_uses_both_names_joins_full_middle_names() -> None:
    """The pair is the evidence."""
    names = {key: name for key in ("ann-lee", "ann-beth-lee") if (name := person_name(key))}
    assert within_block(names, lambda key: {"ann-beth-lee": ["ann-lee"]}.get(key, [])) == [("ann-beth-lee", "ann-lee")]
