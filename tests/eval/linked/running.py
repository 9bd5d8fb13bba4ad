"""``python -m tests.eval.linked``: scores an extraction on who, what and how many in annotated articles.

The articles lie in ``../shared`` beside the checkout, and only what was marked in them in ``tests/eval/linked/``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ingest.extract import load as load_extractor
from ingest.extract import names
from ingest.formats import read_all
from ingest.pipeline import extract
from kg.errors import ArticleError, KgError
from kg.model import Article
from tests.eval import gum
from tests.eval.annotations import HERE, ROOT, text_hash
from tests.eval.linked.compare import Compared, compare
from tests.eval.linked.errors import errors
from tests.eval.linked.marking import marking
from tests.eval.linked.problems import problems
from tests.eval.linked.score import Measure, score, total

MARKS = HERE / "linked" / "marks"
SHARED = ROOT.parent / "shared"
_DATE = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_STATED_DATE = re.compile(r"^# meta::dateCreated = (\d{4}-\d\d-\d\d)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Linked:
    """An annotation as it lies in its file, with the article that it marks."""

    name: str
    data: Mapping[str, Any]
    article: Article


def load(marks: Path = MARKS, shared: Path = SHARED, only: str = "") -> list[Linked]:
    """The annotations with ``only`` in their names, whose articles are there; what is not there is left out.

    Raises `LookupError` where an article cannot be read or has another text.
    """
    loaded = []
    for path in sorted(path for path in marks.rglob("*.json") if only in path.relative_to(marks).as_posix()):
        data = json.loads(path.read_text(encoding="utf-8"))
        if not (shared / data["source"]).exists():
            continue
        article = article_at(shared / data["source"])
        if text_hash(article.text) != data["text_sha256"]:
            raise LookupError(f"{path.name}: {data['source']} has another text: annotate it as it stands")
        loaded.append(Linked(path.relative_to(marks).with_suffix("").as_posix(), data, article))
    return loaded


def article_at(path: Path) -> Article:
    """The article of a file as the project reads it, with the date that the file's name gives, if any.

    One of GUM's ``.conllu`` files is read as GUM lays it out, with the date that it states.
    """
    if path.suffix == ".conllu":
        conllu = path.read_text(encoding="utf-8")
        stated = _STATED_DATE.search(conllu)
        return Article(str(path), gum.read(conllu).text, date=stated[1] if stated else None)
    (article,) = read_all([str(path)])
    if isinstance(article, ArticleError):
        raise LookupError(str(article))
    date = _DATE.search(path.name)
    return replace(article, date=date[0]) if date else article


def groups(scores: Mapping[str, Mapping[str, Measure]]) -> dict[str, list[Mapping[str, Measure]]]:
    """The scores by the folder that the annotations lie in, and those of all, by heading."""
    named: dict[str, list[Mapping[str, Measure]]] = {}
    for name, measures in scores.items():
        named.setdefault(name.rpartition("/")[0], []).append(measures)
    named["all"] = list(scores.values())
    return {f"{name} ({len(group)})": group for name, group in named.items()}


def table(scores: Mapping[str, Mapping[str, Measure]]) -> list[str]:
    """The lines of the table: precision, recall and F1 of each group, and the numbers behind those of the last."""
    sums = {heading: total(group) for heading, group in groups(scores).items()}
    last = list(sums.values())[-1]
    lines = [
        f"{'':26}" + "".join(f"{heading:>21}" for heading in sums),
        f"{'':26}" + f"{'P':>7}{'R':>7}{'F1':>7}" * len(sums) + f"{'marked':>9}{'hit':>7}{'found':>7}{'right':>7}",
    ]
    for name, one in last.items():
        rates = "".join(_rates(group.get(name, Measure())) for group in sums.values())
        lines.append(f"{name:26}{rates}{one.marked:>9}{one.hit:>7}{one.found:>7}{one.right:>7}")
    return lines


def _rates(measure: Measure) -> str:
    rates = (measure.precision, measure.recall, measure.f1)
    return "".join(f"{'–':>7}" if rate is None else f"{rate:>7.1f}" for rate in rates)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 1 where nothing can be scored, or an annotation is unsound."""
    options = _options(arguments)
    try:
        return _run(options)
    except (KgError, LookupError) as problem:
        print(problem, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    extractor = load_extractor(options.extractor)
    linked, status = load(options.marks, only=options.only), 0
    if not linked:
        raise LookupError("no annotated article lies in ../shared beside the checkout")
    compared: dict[str, Compared] = {}
    for one in linked:
        if unsound := list(problems(one.data, one.article.text)):
            print("\n".join(f"{one.name}: left out: {problem}" for problem in unsound), file=sys.stderr)
            status = 1
            continue
        compared[one.name] = compare(one.article.text, marking(one.data), extract(one.article, extractor))
    if compared:
        print("\n".join(table({name: score(one) for name, one in compared.items()})))
    if options.errors:
        for name, comparison in compared.items():
            print("\n".join([f"\n{name}", *(f"  {line}" for line in errors(comparison))]))
    return status


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    about = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(prog="python -m tests.eval.linked", description=about)
    parser.add_argument("--extractor", default="model", choices=names(), help="whose claims are scored (model)")
    parser.add_argument("--errors", action="store_true", help="print what was missed and what was wrongly found")
    parser.add_argument("--marks", type=Path, default=MARKS, help="the folder of annotations (marks)")
    parser.add_argument("--only", default="", metavar="NAME", help="only the articles with this in their names")
    return parser.parse_args(arguments)
