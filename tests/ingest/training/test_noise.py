"""Damage is the same for the same seed, and every span stays with its words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.training.corpora import Example, Frame, Name, Range
from ingest.training.noise import Edit, edited, noisy

SURNAMES = ("Abara", "Castellanos", "Oyelaran", "Quist")
WORDS = ("Lima", "Okonjo", "said", "“never", "again”", "the", '"ferry"', "İzmir", "\U0001f6a2", "it’s", "3.5")
TEXT = "Lima met “her friend” Okonjo.\nOkonjo left Lima."
EDITED: list[tuple[list[Edit], str, list[str]]] = [
    ([], TEXT, ["Lima", "“her friend” Okonjo", "Lima"]),
    (
        [(0, 4, "Castellanos")],
        TEXT.replace("Lima met", "Castellanos met"),
        ["Castellanos", "“her friend” Okonjo", "Lima"],
    ),
    ([(4, 5, "")], TEXT.replace("Lima met", "Limamet"), ["Lima", "“her friend” Okonjo", "Lima"]),
    ([(8, 9, "")], TEXT.replace("met “", "met“"), ["Lima", "“her friend” Okonjo", "Lima"]),
    ([(9, 10, '"'), (20, 21, '"')], TEXT.replace("“", '"').replace("”", '"'), ["Lima", '"her friend" Okonjo', "Lima"]),
    ([(22, 28, "Quist")], TEXT.replace("Okonjo.", "Quist."), ["Lima", "“her friend” Quist", "Lima"]),
    ([(28, 29, "!?")], TEXT.replace("Okonjo.", "Okonjo!?"), ["Lima", "“her friend” Okonjo", "Lima"]),
    ([(42, 46, "Abara")], TEXT[:42] + "Abara.", ["Lima", "“her friend” Okonjo", "Abara"]),
]


def people(text: str) -> tuple[Name, ...]:
    """Every "Lima" and "Okonjo" of a text as a name, neighbours together as first name and surname."""
    found: list[Name] = []
    place = 0
    for word in text.split(" "):
        if word in ("Lima", "Okonjo"):
            if found and found[-1].span[1] == place - 1:
                found[-1] = Name((found[-1].span[0], place + len(word)), "person")
            else:
                found.append(Name((place, place + len(word)), "person"))
        place += len(word) + 1
    return tuple(found)


@st.composite
def examples(draw: st.DrawFn) -> Example:
    """A text of known words, with frames over whole words of it."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=30))
    starts = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]

    def some(first: int, last: int) -> Range:
        return starts[first], starts[last] + len(words[last])

    cuts = sorted(draw(st.lists(st.integers(0, len(words) - 1), min_size=6, max_size=6, unique=True)))
    frame = Frame(some(cuts[0], cuts[1]), some(cuts[2], cuts[3]), (some(cuts[4], cuts[4]), some(cuts[5], cuts[5])))
    text = " ".join(words)
    return Example("a", text, readings=((frame,),), skipped=(some(0, 1),), names=people(text), style="news")


def spans(example: Example) -> list[Range]:
    """All spans of an example, in one fixed order."""
    found = [*example.skipped, *(name.span for name in example.names)]
    for frame in example.readings[0]:
        found += [frame.cue, *([frame.source] if frame.source else []), *frame.content]
    return found


def bare(words: str) -> str:
    """Words without what wear alone may change: spaces, quotation marks and case."""
    return "".join(char for char in words.lower() if char not in ' “”‘’"')


@pytest.mark.parametrize(("edits", "text", "words"), EDITED)
def test_spans_move_with_edits(edits: list[Edit], text: str, words: list[str]) -> None:
    """An edit before, at either edge of, or within a span leaves it around the same words."""
    frame = Frame((9, 28), None, ((0, 4), (42, 46)))
    after = edited(Example("a", TEXT, readings=((frame,),)), edits)
    assert after.text == text
    (moved,) = after.readings[0]
    assert [text[slice(*span)] for span in (moved.content[0], moved.cue, moved.content[1])] == words


@given(examples(), st.integers(0, 10_000))
def test_wear_leaves_every_span_at_its_words(example: Example, seed: int) -> None:
    """Without other names to give, only spaces, quotation marks and case differ at any span."""
    worn = noisy(example, random.Random(seed), ())
    assert bare(worn.text) == bare(example.text)
    before, after = spans(example), spans(worn)
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert bare(worn.text[slice(*new)]) == bare(example.text[slice(*old)])
        assert 0 <= new[0] < new[1] <= len(worn.text)


@given(examples(), st.integers(0, 10_000))
def test_renamed_people_are_still_names(example: Example, seed: int) -> None:
    """The parts of a name keep their number, and each is the old one or one of the given surnames."""
    damaged = noisy(example, random.Random(seed), SURNAMES)
    assert [name.type for name in damaged.names] == [name.type for name in example.names]
    known = {bare(word) for word in ("Lima", "Okonjo", *SURNAMES)}
    pairs = {a + b for a in known for b in known} | known
    for old, new in zip(example.names, damaged.names, strict=True):
        words = bare(damaged.text[slice(*new.span)])
        assert words in pairs or len(example.text[slice(*old.span)].split()) > 2


@given(examples(), st.integers(0, 10_000))
def test_a_renamed_person_bears_one_name_everywhere(example: Example, seed: int) -> None:
    """All names of one word that were alike stay alike."""
    damaged = noisy(example, random.Random(seed), SURNAMES)
    given_to: dict[str, set[str]] = {}
    for old, new in zip(example.names, damaged.names, strict=True):
        given_to.setdefault(example.text[slice(*old.span)], set()).add(bare(damaged.text[slice(*new.span)]))
    assert all(len(names) == 1 for names in given_to.values())


@given(examples(), st.integers(0, 10_000))
def test_the_same_seed_does_the_same_damage(example: Example, seed: int) -> None:
    """Damage depends on the state of the generator alone, and leaves it in one state too."""
    first, second = random.Random(seed), random.Random(seed)
    assert noisy(example, first, SURNAMES) == noisy(example, second, SURNAMES)
    assert first.getstate() == second.getstate()


def test_every_kind_of_damage_is_done() -> None:
    """Over many seeds spaces are lost, marks exchanged in every way, capitals lowered and people renamed."""
    text = 'Lima said “the ferry” and "the quay" are late. ' * 20
    frame = Frame((5, 9), (0, 4), ((10, 21),))
    example = Example("a", text, readings=((frame,),), names=(Name((0, 4), "person"),), style="news")
    done = {noisy(example, random.Random(seed), SURNAMES).text for seed in range(300)}
    assert any(len(other) < len(text) - 1 and bare(other) == bare(text) for other in done)
    for marks in ('"the ferry" and "the quay"', "“the ferry” and “the quay”", '‘the ferry’ and "the quay"'):
        assert any(marks in other for other in done)
    assert any("lima said" in other for other in done)
    assert {word for other in done for word in SURNAMES if other.startswith(word)} == set(SURNAMES)


def test_names_without_attributions_are_not_changed() -> None:
    """Where names are the lesson people keep theirs."""
    example = Example("a", "Lima left.", names=(Name((0, 4), "person"),), style="web")
    done = {noisy(example, random.Random(seed), SURNAMES).text.lower().replace(" ", "") for seed in range(100)}
    assert done == {"limaleft."}
