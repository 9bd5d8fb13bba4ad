"""Which mentions refer to the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.coreference import clusters
from ingest.document import lay_out
from kg.model import Span

_MARK = re.compile(r"\[|\](\d+)")


def marked(text: str) -> tuple[str, list[Span], list[int]]:
    """The text without its marks, the spans of ``[words]1`` in text order, and the numbers behind them."""
    plain = ""
    opened: list[int] = []
    found: list[tuple[Span, int]] = []
    last = 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        last = mark.end()
        if mark[1] is None:
            opened.append(len(plain))
        else:
            found.append((Span(opened.pop(), len(plain)), int(mark[1])))
    found.sort(key=lambda one: (one[0].start, -one[0].end))
    return plain + text[last:], [span for span, _ in found], [number for _, number in found]


def same(numbers: list[int]) -> set[frozenset[int]]:
    """The clusters as sets of places in the list."""
    return {frozenset(place for place, other in enumerate(numbers) if other == number) for number in numbers}


CASES = {
    "a surname": "[Ana Lima]1 came. [Peter Lunn]2 left. [Lima]1 stayed.",
    "a first name differs": "[Ana Lima]1 came. [Rosa Lima]2 left.",
    "a title": "[Mr. Lunn]1 came with [Senator Peter Lunn]1.",
    "an acronym": "[The Harbour Workers Union]1 met. [HWU]1 voted.",
    "an acronym in parentheses": "[The Harbour Workers Union]1 ([HWU]1) met.",
    "forms of a country": "[The United States]1 agreed. [America]1 paid. [Chile]2 did not.",
    "an apposition": "[Ana Lima]1, [the mayor of [Porto]2]1, came.",
    "an apposition without an article": "[Ana Lima]1, [director of [the museum]2]1, came.",
    "a description before a name": "[The historian]1 [Ana Lima]1 came.",
    "a description around a name": "[the mayor [Ana Lima]1]1 came.",
    "what somebody is": "[Ana Lima]1 is [a historian]1.",
    "what nobody is": "[Ana Lima]1 met [a historian]2.",
    "she and he": "[Ana Lima]1 met [Peter Lunn]2. [She]1 spoke and [he]2 left.",
    "an object is not the subject": "[Peter Lunn]1 spoke. [Mark Reed]2 thanked [him]1.",
    "an owner is": "[Peter Lunn]1 sold [his]1 house.",
    "they": "[The dockers]1 met [Ana Lima]2. [They]1 voted.",
    "it": "[The Harbour Bank]1 lent [Ana Lima]2 money. [It]1 regrets that.",
    "the same description": "[A court]1 met. [The court]1 ruled. [A court]2 elsewhere slept.",
    "another modifier": "[The upper court]1 met. [The lower court]2 slept.",
    "the city": "[Porto]1 lies on a river. [The city]1 is old.",
    "the country": "[Porto]1 is in [Portugal]2. [The country]2 is old.",
    "an owner's wife": "[Peter Lunn]1 came. [[His]1 wife]2 came late. [[Lunn's]1 wife]2 spoke.",
    "who speaks in a quotation": "“[I]1 am late,” [Ana Lima]1 said. “[I]2 am not,” [Peter Lunn]2 replied.",
    "one author": "[I]1 went out. It rained. [I]1 came back with [my]1 hat.",
    "he is not I": "[Peter Lunn]1 called. [I]2 told [him]1 so.",
    "himself": "[Peter Lunn]1 hurt [himself]1.",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_mentions_are_joined(text: str) -> None:
    """Names, descriptions and pronouns of one referent have one number, others have others."""
    plain, spans, numbers = marked(text)
    assert same(clusters(lay_out(plain), spans)) == same(numbers)


def test_an_interview_has_two_voices() -> None:
    """Whoever asks is not whoever answers, and "you" in a question is who answers it."""
    plain, spans, numbers = marked(
        "A talk with [Ana Lima]1\n\n[Ana Lima]1 runs the port.\n\nWhy did [you]1 start?\n\n[I]1 liked ships.\n\n"
        "May [I]2 ask when?\n\n[I]1 forget.\n\nWould [you]1 start again?\n\n[I]1 would."
    )
    assert same(clusters(lay_out(plain), spans)) == same(numbers)


def test_mentions_may_come_in_any_order() -> None:
    """The numbers come in the order of the mentions given."""
    plain, spans, _ = marked(CASES["she and he"])
    there = clusters(lay_out(plain), spans)
    back = clusters(lay_out(plain), spans[::-1])[::-1]
    assert same(there) == same(back)


def test_no_mentions_no_clusters() -> None:
    """Nothing in, nothing out."""
    assert clusters(lay_out("It rained."), []) == []


@settings(max_examples=60)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=6))
def test_any_spans_of_any_text_get_numbers(text: str, pieces: list[tuple[int, int]]) -> None:
    """Whatever is asked about, every span has a number."""
    spans = [Span(start, min(start + length, len(text))) for start, length in pieces if start < len(text)]
    assert len(clusters(lay_out(text), spans)) == len(spans)
