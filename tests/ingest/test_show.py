from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from ingest import extract, pipeline, run, show
from ingest.show.marks import Mark, grouped, runs
from ingest.show.visible import safe_json, visible
from kg.model import Article, Claim, Extraction, Figure, Mention, Referent, Relation, Span

SAMPLES = Path(run.__file__).parent / "samples"
TEXT = (
    "Mara Ellison said that the port report found that 40 per cent of the cranes are old. "
    "“Build,” she added, “and build now.”\n\nThe tide was low."
)


def at(words: str, text: str = TEXT) -> Span:
    """Where some words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def found() -> Extraction:
    """A chain of two speakers, an interrupted quotation from a pronoun, a figure, and the text's own voice."""
    inner = at("40 per cent of the cranes are old")
    outer = Span(at("the port report").start, inner.end)
    direct = {"mode": "direct", "label": "direct", "raw_label": "quotation", "reason": "with cue", "score": 0.9}
    return Extraction(
        extractor="rules",
        version="7",
        claims=(
            Claim((outer,), "indirect", at("Mara Ellison"), at("said"), speaker=0, label="indirect", raw_label="that"),
            Claim((inner,), "indirect", at("the port report"), at("found"), parent=0, certainty="hedged"),
            Claim((at("“Build,”"), at("“and build now.”")), cue_span=at("added"), speaker=0, **direct),  # type: ignore[arg-type]
            Claim((at("The tide was low"),), "narration", label="narration", raw_label="narration"),
        ),
        referents=(Referent("person", "Mara Ellison"), Referent("organisation", "Quay Board")),
        mentions=(Mention(at("Mara Ellison"), 0), Mention(at("she"), 0, "pronoun")),
        figures=(Figure(at("40 per cent"), Decimal("4E+1"), unit="percent", claim=1),),
        relations=(Relation(0, "holdsRole", 1, at("Mara Ellison"), role="chair"),),
    )


def shown(
    text: str = TEXT,
    extraction: Extraction | None = None,
    *,
    coloured: bool = False,
    narration: bool = False,
    width: int = 300,
    **fields: object,
) -> str:
    """The page of an article as it is printed."""
    article = Article("a.txt", text, **fields)  # type: ignore[arg-type]
    kept = io.StringIO()
    out = Console(file=kept, width=width, force_terminal=coloured, color_system="standard" if coloured else None)
    notation = show.Notation.of(text, coloured=coloured)
    show.put(out, show.page(article, extraction or found(), notation, narration=narration))
    return kept.getvalue()


def test_marks_are_spelled_out_and_lie_within_each_other() -> None:
    """Speaker, cue, claim, embedded claim, name and figure; an interrupted quotation goes on."""
    page = shown()
    assert (
        "[speaker 1, person: Mara Ellison] [cue 1: said] that [claim 1: [speaker 2: the port report] [cue 2: found] "
        "that [claim 2: [figure: 40 per cent] of the cranes are old]]."
    ) in page
    assert "[claim 3: “Build,”] [person: she] [cue 3: added], [claim 3 goes on: “and build now.”]" in page


def test_what_stands_between_the_marks_is_the_text() -> None:
    """With the brackets and their labels taken off, every word is there, in order."""
    for path in sorted(SAMPLES.glob("*.md"))[:3]:
        for article in run.read([str(path)]):
            assert isinstance(article, Article)
            extraction = pipeline.extract(article, extract.load("rules"))
            notation = show.Notation.of(article.text, coloured=False)
            lines = [line for line in show.page(article, extraction, notation) if not line.indent][2:]
            words = "".join(w.text for line in lines for w in line.words if "mark" not in w.kind)
            kinds = r"\[(?:heading|caption|boilerplate)\]"
            assert re.sub(rf"\s|{kinds}", "", words) == re.sub(r"\s", "", article.text), path.name


def test_notes_tell_all_that_is_known_of_a_claim() -> None:
    """Who and how that is known, cue, kind, what the extractor said and why, score and place."""
    lines = [" ".join(line.split()) for line in shown().splitlines()]
    assert "claim 1 Mara Ellison · cue “said” · indirect · statement · affirmed · certain" in lines
    assert "claim 2 not resolved: “the port report” · cue “found” · indirect · statement · affirmed · hedged" in lines
    assert "claim 3 Mara Ellison, not named here · cue “added” · direct · statement · affirmed · certain" in lines
    quotation = at("“Build,” she added, “and build now.”")
    assert f"quotation → direct: with cue · score 0.90 · {quotation.start}-{quotation.end}" in lines
    assert any(line.startswith("figure “40 per cent” · value 40 · unit percent · in claim 2") for line in lines)
    assert any(
        line.startswith("relation Mara Ellison · holdsRole “chair” · Quay Board · in no claim") for line in lines
    )
    assert "names Mara Ellison (person), “she” = Mara Ellison (person)" in lines


def test_embedded_claim_is_indented_below_the_one_that_reports_it() -> None:
    """One level further in."""
    first, second = (next(x for x in shown().splitlines() if f"claim {n} " in x and "·" in x) for n in (1, 2))
    assert second.index("claim 2") == first.index("claim 1") + 4


@pytest.mark.parametrize(
    ("form", "words", "told"),
    [
        ("pronoun", "she", "Mara Ellison, from “she” (pronoun) ·"),
        ("name", "Mara Ellison", "Mara Ellison ·"),
    ],
)
def test_speaker_tells_by_which_words_it_is_known(form: str, words: str, told: str) -> None:
    """A pronoun is told; a name speaks for itself."""
    extraction = found()
    claim = replace(extraction.claims[2], speaker_span=at(words))
    page = shown(extraction=replace(extraction, claims=(*extraction.claims[:2], claim)))
    assert told in page.split("claim 3   ")[1]


def test_how_a_speaker_was_told_is_told() -> None:
    """Except where the name itself tells; groups and places that stand for governments are told too."""
    extraction = found()
    first, second, third, own = extraction.claims
    third = replace(third, speaker_reason="pronoun: spoke last before", speaker=2)
    first = replace(first, speaker_reason="name")
    page = shown(
        extraction=replace(
            extraction,
            claims=(first, second, third, own),
            referents=(*extraction.referents, Referent("organisation", "dockers", named=False, group=True)),
            mentions=(*extraction.mentions, Mention(at("tide"), 2, "nominal")),
        )
    )
    assert "score 0.90 · speaker by pronoun: spoke last before ·" in page
    assert page.count("speaker by") == 1
    assert "dockers (unnamed group)" in page
    place = replace(extraction, referents=(Referent("place", "Lisbon"),), relations=())
    place = replace(place, mentions=(Mention(at("Mara Ellison"), 0, metonym=True),))
    assert "“Mara Ellison” = Lisbon (place, for its government)" in shown(extraction=place)


def test_own_voice_is_shown_when_asked_for() -> None:
    """And counted in any case; its speaker is the author."""
    assert "narration n1" not in shown()
    assert "1 in the text's own voice" in shown()
    page = shown(narration=True, authors=("Ines Calder",))
    assert "[narration n1: The tide was low]." in page
    assert "the text's own voice (Ines Calder) · narration" in page


def test_summary_counts_what_there_is_and_names_the_extractor() -> None:
    """At the end."""
    last, by = shown().splitlines()[-2:]
    assert last.split(None, 1)[1] == (
        "3 attributed claims (1 direct, 2 indirect) · 1 in the text's own voice · 1 speaker · "
        "1 claim without one · 2 names · 1 figure · 1 relation"
    )
    assert by.split() == ["by", "rules", "7"]


def test_colours_come_with_numbers() -> None:
    """Speaker, cue and claim bear the claim's number, so that colour is not all there is."""
    page = re.sub(r"\x1b\[[\d;]*m", "", shown(coloured=True))
    assert "Mara Ellison¹ said¹ that [¹ the port report² found² that [² 40 per cent of the cranes are old]]." in page
    assert shown(coloured=True) != page


@pytest.mark.parametrize("coloured", [False, True])
@pytest.mark.parametrize(
    "bad", ["\x1b[31m", "\x9b31m", "\x07", "\x7f", "\u202e", "\u2066", "\u200b", "\ufeff", "\udfff"]
)
def test_nothing_in_the_text_is_obeyed(bad: str, coloured: bool) -> None:
    """Neither in the text nor in a name, a title, or an author; it is shown."""
    text = f"Mara{bad} said so."
    span = Span(0, 4 + len(bad))
    extraction = Extraction(
        "rules",
        f"1{bad}",
        (Claim((at("so", text),), "indirect", span, at("said", text), speaker=0, reason=bad, date=bad),),
        (Referent("person", f"Mara{bad}"),),
        (Mention(span, 0),),
    )
    page = shown(text, extraction, coloured=coloured, title=bad, authors=(bad,), publisher=bad)
    own = re.sub(r"\x1b\[[\d;]*m", "", page) if coloured else page
    assert bad[0] not in own
    assert "31m" not in bad or f"Mara{visible(bad)}" in own
    assert bad[0] not in show.as_json(Article("a.txt", text, title=bad), extraction, {})


def test_text_cannot_fake_a_mark() -> None:
    """Brackets that the text uses itself are not those of the marks; where it uses all, its own are spelled out."""
    text = "Mara said [speaker 9: nobody] so."
    assert "⟦cue 1: said⟧ [speaker 9: nobody]" in shown(text, _said(text))
    text += " ⟦cue 9: x⟧ ⟪cue 9: y⟫"
    assert "⟪cue 1: said⟫ [speaker 9: nobody]" in shown(text, _said(text))
    assert "‹U+27EA›cue 9: y‹U+27EB›" in shown(text, _said(text))


def _said(text: str) -> Extraction:
    claim = Claim((at("so", text),), "indirect", at("Mara", text), at("said", text))
    return Extraction("rules", "1", (claim,))


def test_marks_that_cross_are_cut_where_they_cross() -> None:
    """The inner one goes on behind the outer; no character is lost or doubled."""
    one, two = Mark(Span(0, 6), "speaker", "1"), Mark(Span(3, 9), "person")
    (groups,) = grouped([one, two], [Span(0, 12)])
    cut = list(runs(Span(0, 12), groups))
    assert [(r.span.start, r.span.end) for r in cut] == [(0, 3), (3, 6), (6, 9), (9, 12)]
    assert [[m.kind for g in r.inside for m in g.marks] for r in cut] == [
        ["speaker"],
        ["speaker", "person"],
        ["person"],
        [],
    ]
    assert cut[2].opens[0].marks[0].goes_on
    assert sum(len(r.opens) for r in cut) == sum(len(r.closes) for r in cut)


def test_marks_that_cross_read_well() -> None:
    """What goes on begins with a word."""
    text = "About three quarters of them said no."
    claim = Claim((at("no", text),), "indirect", at("three quarters of them", text), at("said", text))
    figure = Figure(at("About three quarters", text), Decimal("0.75"))
    page = shown(text, Extraction("rules", "1", (claim,), figures=(figure,)))
    assert "[figure: About [speaker 1: three quarters]] [speaker 1 goes on: of them] [cue 1: said]" in page


def test_long_paragraph_is_told_in_pieces() -> None:
    """So that notes stay near the words; nothing but white space falls between."""
    text = "The wall is high and it holds. " * 100
    page = shown(text, Extraction("rules", "1"), width=10_000)
    assert page.count("The wall is high and it holds.") == 100
    assert page.count("\n\n") > 3


@pytest.mark.parametrize("text", ["a" * 300_000, "the wall " * 30_000, "“" * 3_000, "[⟦⟪]⟧⟫ \x1b" * 3_000])
def test_endless_line_is_shown_in_bearable_time(text: str) -> None:
    """Whatever it is made of."""
    assert len(shown(text, Extraction("rules", "1"), width=80)) >= len(text)


def test_rows_fit_the_width() -> None:
    """Also those of notes, which are indented."""
    assert max(map(len, shown(width=60).splitlines())) <= 60


def test_json_holds_everything_with_its_place() -> None:
    """Offsets are code points into the text; claims have the names that the page shows; numbers are exact."""
    record = json.loads(show.as_json(Article("a.txt", TEXT), found(), {"steps": "1"}))
    assert record["software"] == {"extractor": "rules", "version": "7", "steps": "1"}
    assert record["article"]["text"] == TEXT
    assert [claim["claim"] for claim in record["claims"]] == ["1", "2", "3", "n1"]
    assert record["claims"][1]["embedded_in"] == "1"
    assert record["claims"][0]["speaker"] == {"referent": 0, "label": "Mara Ellison", "type": "person"}
    assert [TEXT[s:e] for s, e in record["claims"][2]["parts"]] == ["“Build,”", "“and build now.”"]
    assert {"raw_label", "label", "reason", "score"} <= set(record["claims"][0])
    for kind in ("claims", "mentions", "figures", "relations"):
        for one in record[kind]:
            assert one.get("parts") or TEXT[one["start"] : one["end"]] == one["text"]
    assert (record["figures"][0]["value"], record["figures"][0]["claim"]) == ("40", "2")
    assert {p["kind"] for p in record["paragraphs"]} == {"body"}


def test_json_loses_nothing_that_it_escapes() -> None:
    """What a terminal would obey comes back as it was."""
    text = "".join(map(chr, [*range(0x300), *range(0x2000, 0x2070), 0xFEFF, 0xFFF9, 0xD800, 0xE0041, 0x1F600]))
    written = safe_json(text)
    assert json.loads(written) == text
    assert not {c for c in visible(text) if len(visible(c)) > 1}
    assert all(visible(c) == c for c in written)
