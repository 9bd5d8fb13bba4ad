"""Fields are found under the names and in the shapes that files give them."""

from __future__ import annotations

import pytest

from ingest.formats.fields import fields, language, names


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Ruiz", ("Ana Ruiz",)),
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("Ana Ruiz and Tom Hale", ("Ana Ruiz", "Tom Hale")),
        ("Ana Ruiz, Tom Hale & Juan de la Cruz", ("Ana Ruiz", "Tom Hale", "Juan de la Cruz")),
        ("Ruiz, Ana; Hale, Tom", ("Ruiz, Ana", "Hale, Tom")),
        ("Ruiz, Ana", ("Ruiz, Ana",)),
        ("Research and Advice", ("Research and Advice",)),
        (["Ana Ruiz", {"name": "Tom Hale"}, None, ""], ("Ana Ruiz", "Tom Hale")),
        (["Ana Ruiz", "Ana Ruiz"], ("Ana Ruiz",)),
        (None, ()),
        ("null", ()),
    ],
)
def test_authors_come_in_lists_and_in_one_string(value: object, expected: tuple[str, ...]) -> None:
    """A string is parted only where each part is a whole name."""
    assert names(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("en", "en"),
        ("EN_gb", "en-GB"),
        ("English", "en"),
        ("Español", "es"),
        ({"name": "German"}, "de"),
        ("Türkçe", "tr"),
        ("haitian creole", "ht"),
        ("Klingonese", None),
    ],
)
def test_a_language_becomes_a_tag(value: object, expected: str | None) -> None:
    """Names of languages and tags in any case mean the same."""
    assert language(value) == expected


@pytest.mark.parametrize("name", ["Publisher", "outlet", "site-name", "Site Name", "PUBLICATION"])
def test_a_field_goes_by_many_names(name: str) -> None:
    """Case, hyphens and spaces in a field's name do not matter."""
    assert fields({name: "The Coast Ledger", "unknown": "x"}).publisher == "The Coast Ledger"
