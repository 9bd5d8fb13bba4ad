from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.iris import KINDS, Iris, fold, slug


@pytest.mark.parametrize("base", ["urn:claimgraph:", "https://data.example.org/kg/", "https://example.org/kg#"])
@pytest.mark.parametrize("kind", KINDS)
def test_short_form_expands_to_the_iri_it_came_from(base: str, kind: str) -> None:
    """Whatever the base, what a table prints can be typed back in."""
    iris = Iris(base)
    iri = iris.mint(kind, "some-key").value
    assert iris.compact(iri) == f"{kind}:some-key"
    assert iris.expand(f"{kind}:some-key") == iri
    assert iris.expand(iri) == iri
    assert iris.key(iri) == "some-key"


@pytest.mark.parametrize(
    "text",
    [
        "Mara Ellison",
        "said: nothing",
        "http://elsewhere.example/x",
        "person:",
        "a<b>",
        "person:%zz",
        "urn:claimgraph:%1",
    ],
)
def test_words_are_not_taken_for_iris(text: str) -> None:
    """Only a kind of this store with a key is one."""
    assert Iris().expand(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("José Antonio KAST", "jose antonio kast"), ("Łukasz", "lukasz"), ("O’Neill", "ONeill"), ("  a\n b ", "a b")],
)
def test_fold_ignores_case_accents_and_spaces(one: str, other: str) -> None:
    """Forms that people take for one name compare equal."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("name", "expected"), [("The White House", "white-house"), ("José Kast", "jose-kast"), ("The", "the")]
)
def test_slug_is_readable(name: str, expected: str) -> None:
    """A Latin name is its own key."""
    assert slug(name) == expected


@pytest.mark.parametrize(("one", "other"), [("王 Li", "李 Li"), ("محمد", "أحمد"), ("…", "!!")])
def test_slug_tells_names_apart_that_ascii_cannot_write(one: str, other: str) -> None:
    """Letters that are lost are made up for by a hash."""
    assert slug(one) != slug(other)


@given(st.text(min_size=1))
def test_slug_always_makes_a_valid_iri(name: str) -> None:
    """No name, however odd, breaks an IRI."""
    key = slug(name)
    assert key
    assert NamedNode(f"urn:claimgraph:person:{key}").value.isascii()
