from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse, serialize

from ingest.triples import CONTEXT, PART_BYTES, says, text_parts
from kg.iris import Iris
from kg.model import Article, Claim, Extraction, Figure, Mention, Referent, Relation, Span
from kg.ontology import term

TEXT = "Mara Ellison, director, said that 63 percent agree."
ARTICLE = Article("a.txt", TEXT, raw_sha256="0" * 64, date="2025-03")
EXTRACTION = Extraction(
    "rules",
    "1",
    claims=(Claim(parts=(Span(34, 50),), mode="indirect", speaker=0, speaker_span=Span(0, 12), cue_span=Span(24, 28)),),
    referents=(
        Referent("person", "Mara Ellison", ("Ellison",)),
        Referent("organisation", "those who agree", named=False),
    ),
    mentions=(Mention(Span(0, 12), 0), Mention(Span(45, 50), 1, "nominal")),
    figures=(Figure(Span(34, 44), Decimal("63.50"), unit="percent", claim=0),),
    relations=(Relation(0, "holdsRole", None, Span(0, 22), role="director"),),
)


def _values(curie: str, extraction: Extraction = EXTRACTION, article: Article = ARTICLE) -> list[str]:
    quads = says(article, extraction, Iris(), "hash")
    return [q.object.value for q in quads if q.predicate == term(curie)]  # type: ignore[union-attr]


def test_same_article_gives_the_same_quads() -> None:
    """In the same order, and each once."""
    first, second = (says(ARTICLE, EXTRACTION, Iris(), "hash") for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first)


def test_every_span_has_its_words() -> None:
    """Speaker, cue, content, mentions, figures and relations alike."""
    assert sorted(_values("oa:exact")) == sorted(
        {"Mara Ellison", "said", TEXT[34:50], "agree", "63 percent", "Mara Ellison, director"}
    )


def test_claims_carry_context_on_both_sides() -> None:
    """As much as there is, up to the limit."""
    long = Article("a.txt", "x" * 500 + TEXT[34:50] + "y" * 500, raw_sha256="0" * 64)
    claim = Claim(parts=(Span(500, 516),), mode="narration")
    extraction = Extraction("rules", "1", claims=(claim,))
    assert _values("oa:prefix", extraction, long) == ["x" * CONTEXT]
    assert _values("oa:suffix", extraction, long) == ["y" * CONTEXT]


def test_claims_that_share_their_words_are_two() -> None:
    """An ordinal tells them apart; the extractor and the speaker do not count."""
    twice = Extraction("rules", "1", claims=EXTRACTION.claims * 2, referents=EXTRACTION.referents)
    ids = {q.subject for q in says(ARTICLE, twice, Iris(), "") if q.object == term("kg:Claim")}
    other = Extraction("another", "9", claims=(Claim(parts=(Span(34, 50),), mode="mixed", score=0.1),))
    assert len(ids) == 2
    assert {q.subject for q in says(ARTICLE, other, Iris(), "") if q.object == term("kg:Claim")} < ids


@pytest.mark.parametrize(
    ("date", "datatype"),
    [
        ("2025", "xsd:gYear"),
        ("2025-03", "xsd:gYearMonth"),
        ("2025-03-04", "xsd:date"),
        ("2025-03-04T10:00:00Z", "xsd:dateTime"),
    ],
)
def test_date_has_the_type_of_its_precision(date: str, datatype: str) -> None:
    """No day is made up."""
    quads = says(Article("a.txt", TEXT, raw_sha256="0" * 64, date=date), EXTRACTION, Iris(), "")
    (literal,) = [q.object for q in quads if q.predicate == term("schema:datePublished")]
    assert literal == Literal(date, datatype=term(datatype))


def test_embedded_claim_hangs_on_its_parent() -> None:
    """And has no author's voice of its own."""
    inner = Claim(parts=(Span(45, 50),), mode="indirect", parent=0)
    extraction = Extraction("rules", "1", claims=(*EXTRACTION.claims, inner), referents=EXTRACTION.referents)
    quads = says(ARTICLE, extraction, Iris(), "")
    (link,) = [q for q in quads if q.predicate == term("kg:embeds")]
    assert link.subject != link.object


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_survives_writing_and_reading(text: str) -> None:
    """Control characters, quotes, emoji and right-to-left text come back as they went in."""
    quads = says(Article("a.txt", text, raw_sha256="0" * 64), Extraction("rules", "1"), Iris(), "")
    again = list(parse(serialize(quads, format=RdfFormat.N_QUADS) or b"", format=RdfFormat.N_QUADS))
    (part,) = [q.object.value for q in again if q.predicate == term("schema:text")]  # type: ignore[union-attr]
    assert part == text


@given(st.text(alphabet="aé漢🌊\n", min_size=1, max_size=30))
def test_parts_of_a_long_text_are_the_text(text: str) -> None:
    """Cut between characters, none over the limit."""
    long = text * 30_000
    parts = list(text_parts(long))
    assert "".join(parts) == long
    assert all(len(part.encode()) <= PART_BYTES for part in parts)
