from __future__ import annotations

from dataclasses import replace

from kg.web.marking import marked
from tests.factories import article, claim

TEXT = "Ana said that Ben said no. The rest is told."


def test_pieces_are_the_text_again() -> None:
    """Nothing is lost or doubled, and each piece belongs to the innermost claim."""
    origin = article("a.md", TEXT)
    outer, inner = claim(origin, TEXT, "Ben said no"), claim(origin, TEXT, "no")
    told = replace(claim(origin, TEXT, "The rest is told"), mode="narration")
    pieces = marked(TEXT, [outer, inner, told])
    assert "".join(piece.text for piece in pieces) == TEXT
    assert [(p.text, p.claim, p.begins) for p in pieces if p.claim] == [
        ("Ben said ", outer.id, (outer.id,)),
        ("no", inner.id, (inner.id,)),
        ("The rest is told", told.id, (told.id,)),
    ]
    assert [p.kind for p in pieces if p.claim] == ["said", "said", "own"]


def test_interrupted_claim_begins_once() -> None:
    """Its second part is linked too, but is no second beginning."""
    origin = article("a.md", TEXT)
    both = claim(origin, TEXT, ["Ana said", "The rest"])
    assert [(p.text, p.begins) for p in marked(TEXT, [both]) if p.claim] == [("Ana said", (both.id,)), ("The rest", ())]


def test_part_of_an_interrupted_claim_is_innermost_though_the_whole_is_long() -> None:
    """So each of its parts leads to it, also inside another claim."""
    origin = article("a.md", TEXT)
    outer, parted = claim(origin, TEXT, "Ben said no"), claim(origin, TEXT, ["no", "The rest is told"])
    found = [(p.text, p.claim) for p in marked(TEXT, [outer, parted]) if p.claim]
    assert found == [("Ben said ", outer.id), ("no", parted.id), ("The rest is told", parted.id)]


def test_claim_that_is_asked_for_is_told_where_others_have_its_pieces() -> None:
    """Its beginning too, so that an address can lead there."""
    origin = article("a.md", TEXT)
    outer, first, last = (claim(origin, TEXT, words) for words in ("Ben said no", "Ben said", "no"))
    pieces = marked(TEXT, [outer, first, last], outer.id)
    assert [p.text for p in pieces if p.wanted] == ["Ben said", " ", "no"]
    assert [p.begins for p in pieces if p.wanted] == [(first.id, outer.id), (), (last.id,)]


def test_text_without_claims_is_one_piece() -> None:
    """And a claim whose place is not in the text marks nothing."""
    origin = article("a.md", TEXT)
    stray = replace(claim(origin, TEXT, "no"), start=400, end=410)
    assert [p.text for p in marked(TEXT, [stray])] == [TEXT]
