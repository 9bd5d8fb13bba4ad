"""A tagger's frames are made clean, whatever the tagger found."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import lay_out
from ingest.extract.frames import Layout, mended
from ingest.sentences import whole_words
from ingest.tagger.tagger import Range, TaggedFrame

Words = tuple[str, str | None, tuple[str, ...]]
"""A frame in words: cue, source, the parts of what is said."""


def layout(text: str) -> Layout:
    """The layout of a text in which nothing needs repair."""
    document = lay_out(text)
    return Layout(
        text,
        [(sentence.span.start, sentence.span.end) for sentence in document.sentences],
        [(quotation.start, quotation.end) for quotation in document.quotations],
    )


def place(text: str, words: str) -> Range:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return start, start + len(words)


def frame(text: str, words: Words, score: float = 0.9) -> TaggedFrame:
    """A frame as a tagger gives it."""
    cue, source, content = words
    parts = tuple(place(text, part) for part in content)
    return TaggedFrame(place(text, cue), place(text, source) if source else None, parts, score, 0.9, 0.9)


def in_words(text: str, found: TaggedFrame) -> Words:
    """A frame in the words of its text."""
    source = text[slice(*found.source)] if found.source else None
    return text[slice(*found.cue)], source, tuple(text[slice(*part)] for part in found.content)


def mend(text: str, *frames: Words) -> list[Words]:
    """The frames that are left of these, the first of them the surest."""
    given = [frame(text, words, 0.9 - number / 100) for number, words in enumerate(frames)]
    return [in_words(text, found) for found in mended(given, layout(text))]


SAID = "Mara Ellison announced that the wall would hold."
BOTH = "“The wall will hold,” Mara Ellison said, “and we will pay for it.”"
WIDE = "Mara Ellison said the wall, by which she meant the old one, would hold."

WHOLE: dict[str, tuple[str, Words, Words]] = {
    "a clean frame stays": (
        SAID,
        ("announced", "Mara Ellison", ("the wall would hold",)),
        ("announced", "Mara Ellison", ("the wall would hold",)),
    ),
    "half words are widened": (
        SAID,
        ("nounc", "ara Elli", ("e wall would hol",)),
        ("announced", "Mara Ellison", ("the wall would hold",)),
    ),
    "parts close together are joined": (
        SAID,
        ("announced", "Mara Ellison", ("the wall", "hold")),
        ("announced", "Mara Ellison", ("the wall would hold",)),
    ),
    "“it” that holds a clause's place is left out": (
        "It is often said that the wall would hold.",
        ("is often said", None, ("It", "the wall would hold")),
        ("is often said", None, ("the wall would hold",)),
    ),
    "“it” that is to do something is kept": (
        "It is often said to hold.",
        ("is often said", None, ("It", "to hold")),
        ("is often said", None, ("It", "to hold")),
    ),
    "halves of one word are joined": (
        SAID,
        ("announced", "Mara Ellison", ("the w", "ll would hold")),
        ("announced", "Mara Ellison", ("the wall would hold",)),
    ),
    "parts far apart stay parts": (
        WIDE,
        ("said", "Mara Ellison", ("the wall,", "would hold")),
        ("said", "Mara Ellison", ("the wall,", "would hold")),
    ),
    "an interrupted quotation keeps its parts": (
        BOTH,
        ("said", "Mara Ellison", ("“The wall will hold,”", "“and we will pay for it.”")),
        ("said", "Mara Ellison", ("“The wall will hold,”", "“and we will pay for it.”")),
    ),
    "a short cue is interruption enough": (
        "“It holds,” she said, “well.”",
        ("said", "she", ("“It holds,”", "“well.”")),
        ("said", "she", ("“It holds,”", "“well.”")),
    ),
    "content is cut at the end of a sentence": (
        "Mara Ellison said the wall would hold. The town paid for it.",
        ("said", "Mara Ellison", ("the wall would hold. The town paid for it",)),
        ("said", "Mara Ellison", ("the wall would hold.",)),
    ),
    "content is cut at the end of a paragraph": (
        "Mara Ellison said the wall would hold\n\nThe town paid for it.",
        ("said", "Mara Ellison", ("the wall would hold\n\nThe town paid for it",)),
        ("said", "Mara Ellison", ("the wall would hold",)),
    ),
    "content before the cue is cut to the cue's sentence": (
        "The town paid for it. The wall would hold, Mara Ellison said.",
        ("said", "Mara Ellison", ("The town paid for it. The wall would hold",)),
        ("said", "Mara Ellison", ("The wall would hold",)),
    ),
    "a quotation that goes on in the next sentence is kept": (
        "“The wall will hold,” Mara Ellison said. “It is well built.”",
        ("said", "Mara Ellison", ("“The wall will hold,”", "“It is well built.”")),
        ("said", "Mara Ellison", ("“The wall will hold,”", "“It is well built.”")),
    ),
    "a quotation in the next paragraph is a part of its own": (
        "Mara Ellison said the wall would hold.\n\n“It is well built.”",
        ("said", "Mara Ellison", ("the wall would hold.\n\n“It is well built.”",)),
        ("said", "Mara Ellison", ("the wall would hold.", "“It is well built.”")),
    ),
    "what is not quoted in the next sentence is not kept": (
        "“The wall will hold,” Mara Ellison said. The town was glad.",
        ("said", "Mara Ellison", ("“The wall will hold,”", "The town was glad")),
        ("said", "Mara Ellison", ("“The wall will hold,”",)),
    ),
    "of sentences without the cue the first is kept": (
        "Mara Ellison said so. The wall will hold. The town paid for it.",
        ("said", "Mara Ellison", ("The wall will hold", "The town paid for it")),
        ("said", "Mara Ellison", ("The wall will hold",)),
    ),
    "content does not hold its own cue": (
        BOTH,
        ("said", "Mara Ellison", ("Ellison said, “and", "“and we will pay for it.”")),
        ("said", "Mara Ellison", ("“and we will pay for it.”",)),
    ),
    "a source that is the cue is none": (
        SAID,
        ("announced", "Ellison announced", ("the wall would hold",)),
        ("announced", None, ("the wall would hold",)),
    ),
    "nobody named stays nobody": (
        SAID,
        ("announced", None, ("the wall would hold",)),
        ("announced", None, ("the wall would hold",)),
    ),
    "a modal before the verb stays": (
        "Mara Ellison would say the wall holds.",
        ("would say", "Mara Ellison", ("the wall holds",)),
        ("would say", "Mara Ellison", ("the wall holds",)),
    ),
}


@pytest.mark.parametrize(("text", "given_", "expected"), WHOLE.values(), ids=WHOLE.keys())
def test_a_frame_is_made_whole(text: str, given_: Words, expected: Words) -> None:
    """Whole words, sentence by sentence, with the parts of an interrupted quotation kept apart."""
    assert mend(text, given_) == [expected]


SOURCES: list[tuple[str, str | None]] = [
    ("Mara Ellison", "Mara Ellison"),
    ("Mara Ellison later", "Mara Ellison"),
    ("The WHO", "The WHO"),
    ("USA Today", "USA Today"),
    ("IT director Mara Ellison", "IT director Mara Ellison"),
    ("That official", "That official"),
    ("Mara Ellison has", "Mara Ellison"),
    ("Mara Ellison, who has also", "Mara Ellison"),
    ("Mara Ellison Jr.", "Mara Ellison Jr."),
    ("he, a fisherman", "he"),
    ("She later", "She"),
    ("who lives there", "who"),
    ("which the town owns", "which"),
    ("the three friends", "the three friends"),
    ("most parents (63%)", "most parents (63%)"),
    ("Theyden Council", "Theyden Council"),
    ("a spokesman who was", "a spokesman"),
    ("has also", None),
    ("“ —", None),
]


@pytest.mark.parametrize(("words", "source"), SOURCES, ids=[words for words, _ in SOURCES])
def test_a_source_is_who_speaks(words: str, source: str | None) -> None:
    """A pronoun stands alone; what only leads on to the cue is cut off, and where nothing else is there, all."""
    text = f"On Monday {words} said the wall would hold."
    assert mend(text, ("said", words, ("the wall would hold",))) == [("said", source, ("the wall would hold",))]


BESIDE: list[tuple[str, Words, str | None]] = [
    ("“It will hold” said to Radio Tarn.", ("said to", "Radio Tarn", ("“It will hold”",)), None),
    ("“It will hold” said to Radio Tarn.", ("said", "Radio Tarn", ("“It will hold”",)), None),
    ("It meets a real fear that the wall fell.", ("fear", "a real", ("the wall fell",)), None),
    ("A whip claims that the wall fell.", ("claims", "A whip", ("the wall fell",)), "A whip"),
    ("Mr. Ellison said the wall would hold.", ("said", "Mr", ("the wall would hold",)), "Mr. Ellison"),
    ("Ellison’s claim that the wall will hold fell flat.", ("claim", "Ellison", ("the wall will hold",)), "Ellison"),
    ("She’s sure, and says that the wall will hold.", ("says", "She", ("the wall will hold",)), "She"),
    (
        "Ellison’s speech to the council of Tarn went on until Pell said the wall would hold.",
        ("said", "Ellison", ("the wall would hold",)),
        None,
    ),
    ("“It will hold,” said Ellison’s lawyer.", ("said", "Ellison", ("“It will hold,”",)), None),
    (
        "Ellison faces criticism over the wall, with allegations that he sold it.",
        ("allegations", "Ellison", ("he sold it",)),
        None,
    ),
    ("Ellison’s allegations that Pell sold it are new.", ("allegations", "Ellison", ("Pell sold it",)), "Ellison"),
    ("Allegations by Ellison that Pell sold it are new.", ("Allegations", "Ellison", ("Pell sold it",)), "Ellison"),
    ("Mara Ellison, asked about the wall, left.", ("asked about", "Mara Ellison", ("the wall",)), None),
    ("Asked on Monday about the wall, Ellison left.", ("Asked on Monday about", "Ellison", ("the wall",)), None),
    ("Ellison left when asked about the wall.", ("asked about", "Ellison", ("the wall",)), None),
    ("Ellison left when asked about the wall.", ("when asked about", "Ellison", ("the wall",)), None),
    ("Asked by Ellison about the wall, Pell left.", ("Asked", "Ellison", ("about the wall",)), "Ellison"),
    ("Asked Ellison: “Will it hold?”", ("Asked", "Ellison", ("“Will it hold?”",)), "Ellison"),
    (
        "Ellison, a poet, told Pell it would hold.",
        ("told", "Ellison, a poet", ("it would hold",)),
        "Ellison, a poet",
    ),
    ("The sale was referred to the Tarn Council.", ("was referred", "Tarn Council", ("The sale",)), None),
    ("The sale was reported by the Tarn Council.", ("was reported", "Tarn Council", ("The sale",)), "Tarn Council"),
]


@pytest.mark.parametrize(("text", "words", "source"), BESIDE, ids=[text for text, _, _ in BESIDE])
def test_words_are_given_to_nobody_who_is_only_named_beside_them(text: str, words: Words, source: str | None) -> None:
    """Whoever owns the speaker, is spoken of, asked or sent something does not speak; a form of address has a name."""
    assert mend(text, words) == [(words[0], source, words[2])]


def test_a_source_across_paragraphs_is_none() -> None:
    """What runs from a heading into the text names nobody; the frame stays."""
    text = "The wall of Mara\n\nEllison said the wall would hold."
    assert mend(text, ("said", "Mara\n\nEllison", ("the wall would hold",))) == [
        ("said", None, ("the wall would hold",))
    ]


NOTHING: dict[str, tuple[str, Words]] = {
    "a modal is no cue": ("The wall would hold.", ("would", "The wall", ("hold",))),
    "two modals are no cue": ("The wall may have held.", ("may have", "The wall", ("held",))),
    "half of a modal is no cue": ("The wall would hold.", ("oul", "The wall", ("hold",))),
    "a mark is no cue": ("Mara Ellison: the wall holds.", (":", "Mara Ellison", ("the wall holds",))),
    "nothing said is no claim": ("Mara Ellison said so.", ("said", "Mara Ellison", ())),
    "only the cue said is no claim": ("Mara Ellison said so.", ("said", "Mara Ellison", ("said so",))),
}


@pytest.mark.parametrize(("text", "words"), NOTHING.values(), ids=NOTHING.keys())
def test_a_frame_that_says_nothing_is_dropped(text: str, words: Words) -> None:
    """A cue needs a word that reports, and something that is said."""
    assert mend(text, words) == []


RIVALS: dict[str, tuple[str, list[Words], list[Words]]] = {
    "of two cues on one word the surer stays": (
        "Mara Ellison said the wall would hold.",
        [("sai", "Mara Ellison", ("the wall would hold",)), ("id", "Mara", ("hold",))],
        [("said", "Mara Ellison", ("the wall would hold",))],
    ),
    "the same words go to the nearer cue": (
        "Mara Ellison said, and Peter Lunn added, that the wall would hold.",
        [("said", "Mara Ellison", ("the wall would hold",)), ("added", "Peter Lunn", ("the wall would hold",))],
        [("added", "Peter Lunn", ("the wall would hold",))],
    ),
    "nearly the same words go to the nearer cue": (
        "Mara Ellison said, and Peter Lunn added, that the old harbour wall would hold.",
        [
            ("said", "Mara Ellison", ("that the old harbour wall would hold",)),
            ("added", "Peter Lunn", ("the old harbour wall would hold",)),
        ],
        [("added", "Peter Lunn", ("the old harbour wall would hold",))],
    ),
    "the farther cue keeps what it has alone": (
        "Tolls will rise, Mara Ellison said, and Peter Lunn added that the wall would hold.",
        [
            ("said", "Mara Ellison", ("Tolls will rise", "the wall would hold")),
            ("added", "Peter Lunn", ("the wall would hold",)),
        ],
        [("said", "Mara Ellison", ("Tolls will rise",)), ("added", "Peter Lunn", ("the wall would hold",))],
    ),
    "words that differ are left to both": (
        "Mara Ellison said that Peter Lunn said the wall would hold.",
        [
            (" said", "Mara Ellison", ("Peter Lunn said the wall would hold",)),
            ("said the", "Peter Lunn", ("wall would hold",)),
        ],
        [
            (" said", "Mara Ellison", ("Peter Lunn said the wall would hold",)),
            ("said the", "Peter Lunn", ("wall would hold",)),
        ],
    ),
    "frames come in the order of their cues": (
        "The wall holds, Mara Ellison said. Boats leak, Peter Lunn added.",
        [("added", "Peter Lunn", ("Boats leak",)), ("said", "Mara Ellison", ("The wall holds",))],
        [("said", "Mara Ellison", ("The wall holds",)), ("added", "Peter Lunn", ("Boats leak",))],
    ),
}


@pytest.mark.parametrize(("text", "frames", "expected"), RIVALS.values(), ids=RIVALS.keys())
def test_nothing_is_said_twice(text: str, frames: list[Words], expected: list[Words]) -> None:
    """One frame for each cue, and one cue for the same words."""
    assert mend(text, *frames) == expected


@pytest.mark.parametrize(
    ("span", "expected"), [((0, 3), (0, 3)), ((1, 2), (0, 3)), ((4, 6), (4, 7)), ((3, 4), (3, 4)), ((6, 9), (4, 11))]
)
def test_spans_are_widened_to_whole_words(span: Range, expected: Range) -> None:
    """To the ends of the words that they begin and end in, at the ends of the text too."""
    assert whole_words("The old wal", *span) == expected


PIECES = ["Mara Ellison", "she", "said", "would", "who later", "that", "the wall", "holds", "“", "”", ",", ".", " ",
          "\n", "\n\n", "é", "e\u0301", "東京", "'", "’s", "\u2028", "12", "said so. Then"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)


@st.composite
def frames_of(draw: st.DrawFn, text: str) -> list[TaggedFrame]:
    """Frames with spans anywhere in a text, parts in text order and apart from each other."""
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda span: span[0] < span[1])
    scores = st.floats(0, 1)
    drawn = []
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        parts = tuple(zip(cuts[::2], cuts[1::2], strict=False))
        drawn.append(TaggedFrame(draw(spans), draw(st.none() | spans), parts, draw(scores), draw(scores), draw(scores)))
    return drawn


@settings(max_examples=300)
@given(data=st.data(), text=TEXTS)
def test_whatever_was_tagged_is_mended(data: st.DataObject, text: str) -> None:
    """Spans lie in the text, parts are in order and leave the cue out, cues are in order and apart."""
    found = mended(data.draw(frames_of(text)), layout(text))
    assert all(before.cue[1] <= after.cue[0] for before, after in pairwise(found))
    for one in found:
        assert one.content
        for start, end in (one.cue, *one.content, *([one.source] if one.source else [])):
            assert 0 <= start < end <= len(text)
        assert all(before[1] <= after[0] for before, after in pairwise(one.content))
        for start, end in (*one.content, *([one.source] if one.source else [])):
            assert end <= one.cue[0] or one.cue[1] <= start


@settings(max_examples=150)
@given(data=st.data(), text=TEXTS)
def test_what_is_mended_stays_as_it_is(data: st.DataObject, text: str) -> None:
    """Mending twice is mending once: every frame on its own is left alone."""
    for one in mended(data.draw(frames_of(text)), layout(text)):
        assert mended([one], layout(text)) == [one]


def test_a_long_line_without_sentences_is_mended() -> None:
    """Five megabytes on one line, with no full stop in it, are no trap."""
    unit = "Mara Ellison said the wall would hold and "
    text = unit * (5_000_000 // len(unit))
    start = len(unit) * 60_000
    found = TaggedFrame((start + 13, start + 17), (start, start + 12), ((start + 18, start + 37),), 0.9, 0.9, 0.9)
    assert mended([found], Layout(text, [(0, len(text))], [])) == [found]


def test_a_claim_within_a_claim_is_no_rival() -> None:
    """A chain of reports keeps its outer link, though most of its words are the inner one's."""
    text = "The poll says that adults say that the old harbour wall at Vell will hold for a hundred years."
    inner = "the old harbour wall at Vell will hold for a hundred years"
    left = mend(text, ("says", "The poll", (f"adults say that {inner}",)), ("say that", "adults", (inner,)))
    assert [source for _, source, _ in left] == ["The poll", "adults"]


def test_parts_of_two_paragraphs_stay_apart() -> None:
    """Also where the first one was tagged with the empty line behind it."""
    text = "“The wall holds\n\nLater it falls, Ellison said."
    first, later = place(text, "“The wall holds\n\n"), place(text, "Later it falls")
    found = mended([TaggedFrame(place(text, "said"), None, (first, later), 0.9, 0.9, 0.9)], layout(text))
    assert mended(found, layout(text)) == found
