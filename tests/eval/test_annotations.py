"""Every annotation marks what stands in its article."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article
from tests.eval.annotations import HERE, SAMPLES, articles_in, load_annotations, polnear, problems, text_hash
from tests.eval.score import Statement

FILES = sorted([*(HERE / "samples").glob("*.json"), *(HERE / "gold").glob("*.json")])
FOLDERS = {"samples": SAMPLES, "gold": HERE / "gold"}

TEXT = "“It pays,” Ida Brack said, “and Tor says it lasts.”"


@cache
def _articles(folder: Path) -> dict[str, Article]:
    return articles_in(folder)


def _claim(start: int, end: int, **fields: object) -> dict[str, Any]:
    """A sound claim over ``TEXT[start:end]``, changed in some fields."""
    unmarked = {"parts": None, "text": TEXT[start:end], "speaker_span": None, "speaker": None, "cue_span": None}
    return {"start": start, "end": end, **unmarked, "mode": "direct", "type": "statement", "embedded_in": None} | fields


def _annotation(*claims: dict[str, Any], **fields: object) -> dict[str, Any]:
    return {"genre": "news", "text_sha256": text_hash(TEXT), "claims": list(claims), "names": []} | fields


WHOLE = _claim(0, 51, parts=[[0, 10], [27, 51]], text="“It pays,” … “and Tor says it lasts.”")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_annotation_is_sound(path: Path) -> None:
    """Its article is there with the same text, and every span shows its words."""
    data = json.loads(path.read_text(encoding="utf-8"))
    articles = _articles(FOLDERS[path.parent.name])
    assert data["text_sha256"] in articles, "no readable article has that text: annotate it as it stands"
    assert list(problems(data, articles[data["text_sha256"]].text)) == []


def test_every_sample_article_is_annotated() -> None:
    """What goes out with the package is read by a person first."""
    marked = {found.article.source for found in load_annotations(HERE / "samples", SAMPLES)}
    assert marked == {article.source for article in _articles(SAMPLES).values()}


def test_the_claims_of_a_sound_annotation_have_no_problems() -> None:
    """An interrupted quotation with a claim inside its second part."""
    inner = _claim(41, 49, speaker_span=[32, 35], speaker="Tor", cue_span=[36, 40], embedded_in=0)
    name = {"start": 11, "end": 20, "text": "Ida Brack", "type": "person"}
    assert list(problems(_annotation(WHOLE, inner, names=[name]), TEXT)) == []


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        (_claim(0, 10, text="“It paid,”"), "'“It paid,”' is not what stands there"),
        (_claim(0, 52), "a part lies outside the text"),
        (_claim(0, 11, text=TEXT[:11]), "a part lies outside the text"),
        (WHOLE | {"end": 50}, "start and end are not those of its parts"),
        (WHOLE | {"parts": [[27, 51], [0, 10]]}, "its parts overlap or are out of order"),
        (_claim(0, 10, parts=[[0, 10]]), "parts are for what is interrupted"),
        (_claim(0, 10, speaker_span=[11, 90]), "speaker_span lies outside the text"),
        (_claim(0, 10, cue_span=[25, 21]), "cue_span lies outside the text"),
        (_claim(0, 10, mode="narration"), "'narration' is no mode of an attributed claim"),
        (_claim(0, 10, type="guess"), "'guess' is no type of claim"),
        (_claim(0, 10, carried=True), "nobody is carried forward"),
        (_claim(0, 10, embedded_in=3), "embedded_in points to no other claim"),
        (_claim(27, 51, embedded_in=1), "the claim that embedded_in points to does not contain it"),
    ],
)
def test_what_is_unsound_in_a_claim_is_said(claim: dict[str, Any], problem: str) -> None:
    """One thing wrong is one of the problems."""
    found = list(problems(_annotation(claim, _claim(0, 10)), TEXT))
    assert f"claim 0: {problem}" in found


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text_sha256": text_hash("another")}, "it marks another text"),
        ({"genre": ""}, "it has no genre"),
        ({"names": [{"start": 11, "end": 14, "text": "Ada", "type": "person"}]}, "'Ada' is not what stands there"),
        ({"names": [{"start": 11, "end": 14, "text": "Ida", "type": "policy"}]}, "'policy' is no type of name"),
        (
            {
                "names": [
                    {"start": 11, "end": 20, "text": "Ida Brack", "type": "person"},
                    {"start": 15, "end": 20, "text": "Brack", "type": "person"},
                ]
            },
            "names overlap at 15",
        ),
    ],
)
def test_what_is_unsound_in_the_rest_is_said(fields: dict[str, object], problem: str) -> None:
    """The text's hash, the genre and the names."""
    assert any(found.endswith(problem) for found in problems(_annotation(_claim(0, 10), **fields), TEXT))


def test_an_annotation_of_another_text_is_refused(tmp_path: Path) -> None:
    """An article that was changed after it was annotated is not scored by old offsets."""
    (tmp_path / "a.txt").write_text(TEXT + " Later.", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(_annotation(_claim(0, 10))), encoding="utf-8")
    with pytest.raises(LookupError, match=r"a\.json: no readable article in .* has that text"):
        load_annotations(tmp_path, tmp_path)


def test_stand_off_files_are_read_annotator_by_annotator(tmp_path: Path) -> None:
    """Spans of several parts and of several lines are joined by their event."""
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    lines = [
        "T1\tContent 0 10;27 51\t…",
        "T2\tSource 11 20\tIda Brack",
        "T3\tCue 21 25\tsaid",
        "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3",
        "T4\tContent 41 49\tit lasts",
        "T5\tContent 27 31\t“and",
        "E2\tAttribution-no-source:T4 Content1:T4 Content2:T5",
        "A1\tNote E2",
    ]
    (tmp_path / "attributions" / "a_anna.ann").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "attributions" / "a_bert.ann").write_text("", encoding="utf-8")
    (piece,) = polnear(tmp_path)
    first, second = piece.markings
    assert first.statements == (
        Statement(frozenset({*range(10), *range(27, 51)}), frozenset(range(11, 20)), frozenset(range(21, 25))),
        Statement(frozenset({*range(41, 49), *range(27, 31)})),
    )
    assert second.statements == ()
