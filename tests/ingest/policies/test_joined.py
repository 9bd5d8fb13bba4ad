from __future__ import annotations

import re

import pytest

from ingest.policies.joined import named_with
from kg.model import Mention, Referent, Span

CASES = [
    ("Oakes, Moss and Roe oppose it", ["Moss", "Roe"]),
    ("Oakes and Senator Moss oppose it", ["Moss"]),
    ("Oakes, a lawyer, and Moss oppose it", ["Moss"]),
    ("Oakes, her rival, opposes it", []),
    ("Oakes, Moss’s rival, opposes it", []),
    ("Oakes, Roe chairman, opposes it", []),
    ("shopkeepers, including Moss and Roe, oppose it", ["Moss", "Roe"]),
    ("shopkeepers such as Moss oppose it", ["Moss"]),
    ("shopkeepers, Moss said, oppose it", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_list_goes_on_to_its_last_and_an_apposition_names_nobody_else(text: str, expected: list[str]) -> None:
    """Who stands behind a comma alone, a pronoun or an owner is not listed."""
    named = ["Oakes", "Moss", "Roe", "shopkeepers", "her"]
    referents = [Referent("person", name, named=name != "shopkeepers") for name in named]
    mentions = [
        Mention(Span(*found.span()), named.index(found[0]), "pronoun" if found[0] == "her" else "name")
        for found in re.finditer("|".join(named), text)
    ]
    found = named_with(text, mentions[0], mentions, referents, len(text))
    assert [named[referent] for referent in found] == expected
