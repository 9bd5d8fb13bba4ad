"""A corpora folder of a few made-up sentences, in the layout that training expects."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path

PEOPLE = ("Lima", "Okonjo", "Quist", "Abara", "Haddad")
PLACES = ("Quay", "Harbour", "Ferrybridge")
THINGS = ("the ferry is late", "tolls will rise", "it will rain")


def corpora(folder: Path) -> Path:
    """Writes the folder and gives it back: ``polnear/train``, ``gum/train``, ``ner``."""
    silver: dict[str, list[tuple[int, int, str]]] = {}
    for number, (person, place) in enumerate(product(PEOPLE, PLACES)):
        text, annotations, silver[f"a{number}"] = _article(person, place)
        _write(folder / f"polnear/train/text/a{number}.txt", text)
        _write(folder / f"polnear/train/attributions/a{number}_0a1b.ann", annotations)
    _write(folder / "ner/polnear-corenlp-silver.json", json.dumps(silver))
    sentences = [_words(person, place) for person, place in product(PEOPLE, PLACES)]
    _write(folder / "gum/train/little.conllu", "\n".join(map(_conllu, sentences)))
    _write(
        folder / "ner/uner-ewt/dev.iob2", "\n".join(_columns(words, "{n}\t{word}\t{bio}\t-\t-") for words in sentences)
    )
    _write(folder / "ner/wikigold/wikigold.conll", "\n".join(_columns(words, "{word} {io}") for words in sentences))
    _write(folder / "ner/wnut17/train.conll", "\n".join(_columns(words, "{word}\t{long}") for words in sentences))
    return folder


def _article(person: str, place: str) -> tuple[str, str, list[tuple[int, int, str]]]:
    text, lines = "", []
    names: list[tuple[int, int, str]] = []
    for number, thing in enumerate(THINGS):
        start = len(text)
        cue, content = start + len(person) + 1, start + len(person) + 11
        text += f"{person} said that {thing}.\nIt rained in {place}.\n"
        end = content + len(thing)
        names += [(start, start + len(person), "PER"), (end + 15, end + 15 + len(place), "LOC")]
        first = 4 * number
        lines += [
            f"T{first + 1}\tSource {start} {start + len(person)}\t{person}",
            f"T{first + 2}\tCue {cue} {cue + 4}\tsaid",
            f"T{first + 3}\tContent {content} {end}\t{thing}",
            f"T{first + 4}\tAttribution {cue} {cue + 4}\tsaid",
            f"E{number + 1}\tAttribution:T{first + 4} Source:T{first + 1} Cue:T{first + 2} Content:T{first + 3}",
        ]
    return text, "\n".join(lines) + "\n", names


def _words(person: str, place: str) -> Sequence[tuple[str, str]]:
    return [(person, "person"), ("left", ""), (place, "place"), ("again", ""), (".", "")]


def _columns(words: Sequence[tuple[str, str]], form: str) -> str:
    """A sentence as lines of columns, with the labels of all three corpora to choose from."""
    short, long = {"person": "PER", "place": "LOC"}, {"person": "person", "place": "location"}
    return "".join(
        form.format(
            n=number,
            word=word,
            bio="B-" + short[kind] if kind else "O",
            io="I-" + short[kind] if kind else "O",
            long="B-" + long[kind] if kind else "O",
        )
        + "\n"
        for number, (word, kind) in enumerate(words, start=1)
    )


def _conllu(words: Sequence[tuple[str, str]]) -> str:
    lines = []
    for number, (word, kind) in enumerate(words, start=1):
        entity = f"Entity=({number}-{kind}-new-cf1-1-sgl)" if kind else "_"
        head = 0 if number == 2 else 2
        lines.append(f"{number}\t{word}\t{word}\t{'PROPN' if kind else 'X'}\t_\t_\t{head}\tdep\t_\t{entity}\n")
    return "".join(lines)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
