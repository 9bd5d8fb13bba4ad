from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import pipeline
from ingest.extract import EXTRACTORS, load
from kg.model import Article, Extraction
from tests.stores import HARBOUR, QUAY, article

WORDS = (
    'Mara Ellison said |“|”|"|‘|’|the wall, |63 percent of |according to |. |PELL: |he added, |which |José |kast|Dr. |'
    "Ministry of |Sen. |(R-Ohio) |USA TODAY |such as |and |’s |New York |, |researcher at |the report by |who |İ |"
    "U.S. |$4 million|that |plans to build |Tidewater Institute |(AFP)|🌊|مرحبا |3.5|—|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
)
CONTROLS = ("\n", "\n\n", "\r\n", "\t", "\x00", "\u2011", "\u00ad", "\u200b", "\ufeff", "\u2028")
PIECES = st.sampled_from([*WORDS.split("|"), *CONTROLS])
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join), st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200)
)


def _spans_of(found: Extraction) -> list[object]:
    spans: list[object] = [mention.span for mention in found.mentions]
    spans += [f.span for f in found.figures] + [r.span for r in found.relations]
    for claim in found.claims:
        spans += [*claim.parts, *filter(None, (claim.speaker_span, claim.cue_span))]
    return spans


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_everything_found_stands_in_the_text(name: str, text: str) -> None:
    """Whatever the extractor and the text: no span is empty or outside, every index leads somewhere."""
    found = pipeline.extract(Article("a.txt", text), load(name))
    for span in _spans_of(found):
        assert 0 <= span.start < span.end <= len(text)  # type: ignore[attr-defined]
    for claim in found.claims:
        assert claim.words(text).strip()
        assert all(a.end <= b.start for a, b in zip(claim.parts, claim.parts[1:], strict=False))
        assert all(0 <= i < len(found.referents) for i in (*claim.about, *claim.cites))
        assert claim.speaker is None or 0 <= claim.speaker < len(found.referents)
        assert claim.parent is None or found.claims[claim.parent].span.contains(claim.span)
        assert 0 <= claim.score <= 1
    assert all(0 <= m.referent < len(found.referents) for m in found.mentions)
    assert all(f.claim is None or 0 <= f.claim < len(found.claims) for f in found.figures)
    assert all(f.document is None or 0 <= f.document < len(found.referents) for f in found.figures)
    assert all(f.restates is None or f.restates < place for place, f in enumerate(found.figures))


CUT_SHORT = [
    "The ferry stays, said Department of",
    "Ten boats left, said Ministry of Works and",
    "Fares rose 12 percent, said Ada Lima (D-",
    "The plan to",
    "A poll by the",
    "“It will close,” said Mr.",
    "Sen.",
    "$",
]


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
@pytest.mark.parametrize("text", CUT_SHORT)
def test_text_cut_short_anywhere_is_read(name: str, text: str) -> None:
    """A pasted piece may end in the midst of a name or a number; each shorter piece of it is read as well."""
    for end in range(len(text)):
        found = pipeline.extract(Article("a.txt", text[: end + 1]), load(name))
        assert all(span.end <= end + 1 for span in _spans_of(found))  # type: ignore[attr-defined]


def test_a_comparison_without_a_number_is_a_relation() -> None:
    """Between the places that it names, with what is compared."""
    text = "The unemployment rate in Norway is higher than in Sweden."
    found = pipeline.extract(Article("a.txt", text), load("rules"))
    (relation,) = [one for one in found.relations if one.predicate == "higherThan"]
    assert relation.object is not None
    assert [found.referents[one].name for one in (relation.subject, relation.object)] == ["Norway", "Sweden"]
    assert (relation.measure, relation.span.of(text)) == ("unemployment rate", "higher than in Sweden")


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_same_text_gives_the_same_extraction(name: str, text: str) -> None:
    """Nothing depends on chance or on what was read before."""
    assert pipeline.extract(Article("a.txt", text), load(name)) == pipeline.extract(Article("a.txt", text), load(name))


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
@pytest.mark.parametrize("language", ["es", "pt-BR"])
def test_nothing_is_extracted_from_a_language_that_is_not_read(name: str, language: str) -> None:
    """Not even names and figures; the extractor is named all the same."""
    extractor = load(name)
    found = pipeline.extract(replace(HARBOUR, language=language), extractor)
    assert found == Extraction(extractor.name, extractor.version)


def test_english_of_every_region_is_extracted() -> None:
    """As is what nobody knows the language of."""
    whole = pipeline.extract(HARBOUR, load("rules"))
    assert whole.claims
    assert pipeline.extract(replace(HARBOUR, language="en-GB"), load("rules")) == whole


def test_input_hash_depends_on_all_that_goes_in() -> None:
    """Text, metadata, source and extractor."""
    rules = load("rules")
    changed = [
        replace(HARBOUR, text=HARBOUR.text + " "),
        replace(HARBOUR, date="2025-03-05"),
        replace(HARBOUR, authors=()),
        replace(HARBOUR, source="b.md"),
        replace(HARBOUR, language="es"),
        replace(HARBOUR, inferred=frozenset({"date"})),
    ]
    hashes = {pipeline.input_hash(a, rules) for a in (HARBOUR, QUAY, *changed)}
    assert len(hashes) == 2 + len(changed)


def test_chain_of_reported_speech_is_two_claims() -> None:
    """Each with its own speaker, the inner within the outer."""
    found = pipeline.extract(
        article("Jonas Okoro said that the report found that 40 percent of boats would have to move."), load("rules")
    )
    outer, inner = found.claims
    assert inner.parent == 0
    assert [found.referents[c.speaker].name for c in (outer, inner) if c.speaker is not None] == [
        "Jonas Okoro",
        "report",
    ]
