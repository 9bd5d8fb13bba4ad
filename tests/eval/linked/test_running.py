"""What was marked in the linked set is sound, and its command tells how much of it is found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.model import Span
from tests.eval.annotations import text_hash
from tests.eval.linked import running
from tests.eval.linked.marking import Entity, Said, Stated, marking
from tests.eval.linked.problems import problems
from tests.eval.linked.running import MARKS, SHARED, article_at, groups, load, main, table
from tests.eval.linked.score import Measure

TEXT = "Mara Ellison said 63 percent of the boats had left.\n"
_NOT_SAID = dict.fromkeys(("lower", "upper", "measure", "period", "document", "restates"))
SHARE: dict[str, Any] = _NOT_SAID | {
    "span": [18, 28],
    "value": "63",
    "unit": "percent",
    "population": [[32, 41]],
    "place": [],
    "kind": "statistic",
}


def _annotation(**fields: object) -> dict[str, Any]:
    """A sound annotation of ``TEXT``, changed in some fields."""
    ellison = {"id": "e1", "type": "person", "named": True, "names": [[0, 12]], "other": []}
    return {
        "source": "articles/2015-03-02_boats.txt",
        "text_sha256": text_hash(TEXT),
        "entities": [ellison],
        "claims": [{"parts": [[18, 50]], "cue": [13, 17], "speaker": "e1", "embedded_in": None}],
        "roles": [],
        "figures": [SHARE],
        "policies": [],
        "relations": [],
    } | fields


def _entity(**fields: object) -> dict[str, Any]:
    return {"id": "e2", "type": "place", "named": True, "names": [[32, 41]], "other": []} | fields


ELLISON = _annotation()["entities"][0]


@pytest.mark.corpora
@pytest.mark.parametrize("path", sorted(MARKS.parent.rglob("*.json")), ids=lambda path: path.stem)
def test_every_annotation_is_sound(path: Path) -> None:
    """Its article has the same text, and everything that it points to is there."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if not (SHARED / data["source"]).exists():
        pytest.skip(f"{data['source']} does not lie beside the checkout")
    assert list(problems(data, article_at(SHARED / data["source"]).text)) == []


def test_a_sound_annotation_has_no_problems() -> None:
    """A part of a name may be the name of another."""
    part = _entity(type="organisation", names=[[0, 4]])
    assert list(problems(_annotation(entities=[ELLISON, part]), TEXT)) == []


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text_sha256": "0"}, "it marks another text"),
        ({"entities": [ELLISON, ELLISON]}, "two entities have one id"),
        ({"entities": [ELLISON, _entity(type="policy")]}, "entities 1: 'policy' is no type of entity"),
        ({"entities": [ELLISON, _entity(names=[])]}, "entities 1: what is named has names, and nothing else has"),
        ({"entities": [ELLISON, _entity(named=False, names=[])]}, "entities 1: no words stand for it"),
        ({"entities": [ELLISON, _entity(names=[[31, 41]])]}, "entities 1: 31 to 41 is no stretch of words"),
        ({"entities": [ELLISON, _entity(names=[[5, 17]])]}, "names overlap at 5"),
        ({"entities": [ELLISON, _entity(names=[[0, 12]])]}, "names overlap at 0"),
        (
            {"claims": [{"parts": [[18, 28]], "cue": [13, 18], "speaker": "e1", "embedded_in": None}]},
            "claims 0: 13 to 18 is no stretch of words",
        ),
        ({"claims": [{"parts": [], "cue": None, "speaker": None, "embedded_in": None}]}, "claims 0: it has no parts"),
        (
            {"claims": [{"parts": [[29, 31], [18, 28]], "cue": None, "speaker": None, "embedded_in": None}]},
            "claims 0: its parts overlap or are out of order",
        ),
        (
            {"claims": [{"parts": [[18, 28]], "cue": None, "speaker": "e9", "embedded_in": 0}]},
            "claims 0: 'e9' is no entity",
        ),
        (
            {"claims": [{"parts": [[18, 28]], "cue": None, "speaker": "e9", "embedded_in": 0}]},
            "claims 0: embedded_in points to no other claim",
        ),
        (
            {
                "entities": [ELLISON, _entity()],
                "roles": [{"person": "e2", "role": [13, 17], "organisation": None}],
            },
            "roles 0: nobody but a person holds a role",
        ),
        ({"figures": [SHARE | {"value": "63%"}]}, "figures 0: '63%' is no decimal number"),
        ({"figures": [SHARE | {"value": None}]}, "figures 0: it has no number"),
        ({"figures": [SHARE | {"kind": "count"}]}, "figures 0: 'count' is no kind of figure"),
        ({"figures": [SHARE | {"period": "last year"}]}, "figures 0: 'last year' is no period"),
        ({"figures": [SHARE | {"restates": 0}]}, "figures 0: restates points to no other figure"),
        ({"figures": [SHARE | {"measure": [[50, 90]]}]}, "figures 0: 50 to 90 is no stretch of words"),
        ({"policies": [{"names": [[0, 51]], "stances": []}]}, "policies 0: its first name is longer than 8 words"),
        ({"policies": [{"names": [], "stances": []}]}, "policies 0: no words name it"),
        (
            {"policies": [{"names": [[0, 4]], "stances": [{"speaker": "e1", "stance": "likes"}]}]},
            "policies 0: 'likes' is no stance",
        ),
        (
            {"relations": [{"subject": "e1", "predicate": "knows", "object": "e1", "span": [0, 4]}]},
            "relations 0: 'knows' is no predicate",
        ),
    ],
)
def test_what_is_unsound_is_said(fields: dict[str, object], problem: str) -> None:
    """One thing wrong is one of the problems."""
    assert problem in list(problems(_annotation(**fields), TEXT))


def test_an_annotation_may_be_of_some_kinds_alone() -> None:
    """What it lacks was not looked for; the entities that the rest names are always there."""
    data = _annotation()
    del data["roles"], data["claims"]
    assert list(problems(data, TEXT)) == []
    assert marking(data).kinds == {"figures", "policies", "relations"}
    del data["entities"]
    assert list(problems(data, TEXT)) == ["it has no entities"]


def test_an_annotation_is_read_as_values() -> None:
    """Offsets as spans, numbers as decimals."""
    found = marking(_annotation())
    assert found.entities == (Entity("e1", "person", True, (Span(0, 12),)),)
    assert found.claims == (Said((Span(18, 50),), "e1"),)
    (figure,) = found.figures
    assert figure == Stated(
        figure.span, "statistic", figure.value, unit="percent", population=(Span(32, 41),), places=()
    )
    assert (figure.span, str(figure.value)) == (Span(18, 28), "63")


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of one annotation, and one that its article lies in."""
    marks, shared = tmp_path / "marks", tmp_path / "shared"
    marks.mkdir()
    (shared / "articles").mkdir(parents=True)
    (marks / "boats.json").write_text(json.dumps(_annotation()), encoding="utf-8")
    (shared / "articles" / "2015-03-02_boats.txt").write_text(TEXT, encoding="utf-8")
    return marks, shared


def test_an_article_has_the_date_of_its_file(places: tuple[Path, Path]) -> None:
    """As the reader gives it, but for the date; what is asked for by another name is not loaded."""
    (one,) = load(*places)
    assert (one.name, one.article.text, one.article.date) == ("boats", TEXT, "2015-03-02")
    assert load(*places, only="lorries") == []


def test_a_treebank_is_read_as_the_text_it_was_made_of(tmp_path: Path) -> None:
    """Its words stand as they were written, and it states its date itself."""
    row = "{}\t{}\t_\t_\t_\t_\t0\t_\t_\t{}\n"
    words = (("Boats", "_"), ("left", "SpaceAfter=No"), (".", "_"))
    rows = "".join(row.format(number, *word) for number, word in enumerate(words, 1))
    path = tmp_path / "boats.conllu"
    path.write_text(f"# meta::dateCreated = 2015-03-02\n{rows}", encoding="utf-8")
    assert (article_at(path).text, article_at(path).date) == ("Boats left.", "2015-03-02")
    path.write_text(rows, encoding="utf-8")
    assert article_at(path).date is None


def test_an_article_that_is_not_there_is_left_out_and_another_text_refused(places: tuple[Path, Path]) -> None:
    """Offsets into another text are not scored."""
    (article,) = (places[1] / "articles").iterdir()
    article.write_text("Other words.", encoding="utf-8")
    with pytest.raises(LookupError, match=r"boats\.json: articles/2015-03-02_boats\.txt has another text"):
        load(*places)
    article.unlink()
    assert load(*places) == []


def test_articles_are_summed_up_by_where_they_are_from() -> None:
    """Those of one folder together, then all."""
    one = {"roles": Measure(1, 1, 1, 1)}
    assert list(groups({"chile/a": one, "dev/b": one, "dev/c": one})) == ["chile (1)", "dev (2)", "all (3)"]
    assert table({"chile/a": one, "dev/b": {"roles": Measure(1, 0)}})[-1].split() == [
        *("roles", "100.0", "100.0", "100.0", "–", "0.0", "–", "100.0", "50.0", "66.7"),
        *("2", "1", "1", "1"),
    ]


def test_the_command_prints_the_table_and_the_errors(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is unsound is left out and says so; without articles there is nothing to print."""
    marks, shared = places
    monkeypatch.setattr(running, "load", lambda marks, only: load(marks, shared, only))
    assert main(["--marks", str(marks), "--extractor", "rules", "--errors"]) == 0
    printed = capsys.readouterr().out
    assert "speakers" in printed
    assert "\nboats\n" in printed
    assert main(["--marks", str(marks), "--extractor", "rules", "--only", "lorries"]) == 1
    assert "no annotated article" in capsys.readouterr().err
    (marks / "boats.json").write_text(json.dumps(_annotation(figures=[SHARE | {"value": None}])), encoding="utf-8")
    assert main(["--marks", str(marks), "--extractor", "rules"]) == 1
    assert "boats: left out: figures 0: it has no number" in capsys.readouterr().err
