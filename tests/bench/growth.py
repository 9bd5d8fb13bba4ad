"""How the time to read a line without an end grows with its length: `python tests/bench/growth.py`.

A pasted page or a broken file may hold megabytes without a full stop, made of what a rule looks at most. For each
step of ingestion and each such line: CPU seconds for one length and for twice that, and their ratio. Linear is 2, the
square is 4; lines above ``SUSPECT`` are marked. Nothing but the program is measured, so the ratio holds on any machine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from ingest import figures, pipeline, policies
from ingest.document import lay_out
from ingest.extract import load
from ingest.extract.rules import Rules
from ingest.figures import numbers
from ingest.language import detect
from ingest.metadata import infer
from kg.model import Article, Mention, Referent, Span

SUSPECT = 3.0
LEAST = 0.05
"""Seconds; below this a ratio says more of the clock than of the program."""

Work = Callable[[], object]
Prepare = Callable[[str], Work]


def _article(text: str) -> Work:
    rules, article = load("rules"), Article("case", text)
    return lambda: pipeline.extract(article, rules)


def _extracting(text: str) -> Work:
    document = lay_out(text)
    return lambda: Rules().read(document)


def _figures(text: str) -> Work:
    document, article = lay_out(text), Article("case", text)
    return lambda: figures.find(document, article, (), (), ())


def _policies(text: str) -> Work:
    document = lay_out(text)
    return lambda: policies.find(document, (), (), ())


def _stances(text: str) -> Work:
    document, people = lay_out(text), (Referent("person", "Lena Moss"),)
    names = tuple(Mention(Span(*match.span()), 0) for match in re.finditer("(?:Lena )?Moss", text))

    def work() -> None:
        referents, mentions = policies.find(document, (), people, names)
        policies.stances(document, (), referents, mentions, ())

    return work


STEPS: dict[str, tuple[Prepare, int, tuple[str, ...]]] = {
    "language": (
        lambda text: lambda: detect(text),
        2_500_000,
        ("el puerto de la mar ", "a", "的", "“a ", "«", '" ', "A b\n"),
    ),
    "metadata": (
        lambda text: lambda: infer(Article("case", text)),
        2_500_000,
        ("By Aa ", "© ", "Aa, ", "(", "A. ", "(c) 2025 a ", "\n", "March 4, ", "AAAA - ", "Aa de la "),
    ),
    "rules": (
        _extracting,
        75_000,
        ("Lima said that ", "Lima — said ", "“a ", "‘a ", "according to ", "and said, ", "\"a' "),
    ),
    "numbers": (
        lambda text: lambda: list(numbers.find(text, 0, len(text))),
        100_000,
        ("1", "1,", "two ", "a hundred ", "one of ", "1 in ", "half ", "7.", "thousands of "),
    ),
    "figures": (
        _figures,
        40_000,
        (
            "word ",
            "12 voters and ",
            "1",
            "$5 million to ",
            "in May ",
            "two of the ",
            "6 deaths per 1,000 people ",
            "killing 12 or more and ",
            "1, 2, ",
            "since the vote in 2019 ",
            "It fell to 9, now 5 percent, ",
        ),
    ),
    "policies": (
        _policies,
        100_000,
        ("word ", "promised to ban boats ", "a plan to cut taxes, ", "would ", "supports "),
    ),
    "article": (
        _article,
        20_000,
        (
            "Lena Moss and ",
            "Ada Lima said that 12 voters came, ",
            "the mayor and he said ",
            "Lena Moss, head of the Board, ",
            "A B",
            "Ministry of ",
            "Lima, ",
            "Lena Moss\n",
            "“He said,” ",
            "Ada Lima of Port City said she won. ",
        ),
    ),
    "stances": (
        _stances,
        50_000,
        (
            "Lena Moss and ",
            "Moss opposes the fish tax and ",
            "she, who wants to ban nets, ",
            "the plan that her party ",
        ),
    ),
}
"""What is run for each step, the shorter length in characters, and the pieces that lines are made of."""


def seconds(prepare: Prepare, piece: str, size: int) -> float:
    """CPU seconds of a step over a line of about ``size`` characters."""
    work = prepare(piece * (size // len(piece)))
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Runs every step over every line."""
    for step, (prepare, size, pieces) in STEPS.items():
        prepare("Ada Lima said that 12 voters came.")()
        for piece in pieces:
            once, twice = seconds(prepare, piece, size), seconds(prepare, piece, 2 * size)
            ratio = twice / max(once, LEAST)
            mark = "  grows faster than the text" if ratio > SUSPECT else ""
            print(
                f"{step:10} {piece!r:32} {size:9,} {once:7.2f} s   {2 * size:9,} {twice:7.2f} s   × {ratio:4.1f}{mark}"
            )


if __name__ == "__main__":
    main()
