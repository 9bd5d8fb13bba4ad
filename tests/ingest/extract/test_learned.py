"""The learned extractor, with a tagger that says what it is told to, and once with the model itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from ingest.document import lay_out
from ingest.extract import Attribution, Reading, decide
from ingest.extract import learned as module
from ingest.extract.learned import Learned
from ingest.extract.rules import Rules
from ingest.tagger.labels import NameType
from ingest.tagger.tagger import Range, Tagged, TaggedFrame, TaggedName
from kg.errors import ModelError
from kg.model import Article, Claim
from tests.ingest.tagger.test_folder import written

Words = tuple[str, str | None, str]
"""A frame in words of the view: cue, source, what is said."""


class FakeTagger:
    """A tagger that finds the frames and names that it is told, and remembers what it was asked to read.

    ``frames`` are found in the text, ``inner`` in what is said. Words are those of the view.
    """

    def __init__(
        self,
        frames: Sequence[Words] = (),
        inner: Sequence[Words] = (),
        names: Sequence[tuple[str, NameType]] = (),
        score: float = 0.95,
    ) -> None:
        self._frames, self._names, self._score = [frames, inner], [names, ()], score
        self.asked: list[list[str]] = []

    def read(self, text: str, paragraphs: Iterable[Sequence[Range]]) -> Tagged:
        """What it was told to find."""

        def place(words: str) -> Range:
            return text.index(words), text.index(words) + len(words)

        self.asked.append([text[sentence[0] : sentence[1]] for ranges in paragraphs for sentence in ranges])
        number = len(self.asked) - 1
        frames = [
            TaggedFrame(place(cue), place(source) if source else None, (place(content),), self._score, 1.0, 1.0)
            for cue, source, content in self._frames[number]
        ]
        names = [TaggedName(place(name), kind, self._score) for name, kind in self._names[number]]
        return Tagged(tuple(frames), tuple(names))


def read(text: str, tagger: FakeTagger) -> Reading:
    """What the learned extractor makes of a text and of what its tagger finds in it."""
    learned = Learned()
    learned.tagger = tagger  # type: ignore[assignment]
    return learned.read(lay_out(text))


def claims(text: str, tagger: FakeTagger) -> list[Claim]:
    """The claims that are decided on, without narration."""
    decided = decide(lay_out(text), read(text, tagger).attributions, Article("a.txt", text))
    return [claim for claim in decided if claim.mode != "narration"]


def in_words(text: str, found: Attribution) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Source, cue and content of an attribution, in the words of the stored text."""
    return (
        found.source.of(text) if found.source else None,
        found.cue.of(text) if found.cue else None,
        tuple(part.of(text) for part in found.content),
    )


MESSY: dict[str, tuple[str, Words, tuple[str | None, str | None, tuple[str, ...]]]] = {
    "nothing to repair": (
        "Yes. Mara Ellison said the wall would hold.",
        ("said", "Mara Ellison", "the wall would hold"),
        ("Mara Ellison", "said", ("the wall would hold",)),
    ),
    "soft hyphens": (
        "Yes\u00ad. Ma\u00adra Elli\u00adson sa\u00adid the wa\u00adll would ho\u00adld.",
        ("said", "Mara Ellison", "the wall would hold"),
        ("Ma\u00adra Elli\u00adson", "sa\u00adid", ("the wa\u00adll would ho\u00adld",)),
    ),
    "lost spaces": (
        "Yes. Ana Limaresearcher at the Harbour Institute, saysciting the wall holds.",
        ("says", "Ana Lima", "the wall holds"),
        ("Ana Lima", "says", ("the wall holds",)),
    ),
    "a word behind a lost space": (
        "Yes. Then Ana Limaresearcher said the wall would hold.",
        ("said", "researcher", "the wall would hold"),
        ("researcher", "said", ("the wall would hold",)),
    ),
    "a quotation without the space behind it": (
        "Yes. “The wall will hold,”she noted.",
        ("noted", "she", "“The wall will hold,”"),
        ("she", "noted", ("“The wall will hold,”",)),
    ),
    "hyphens that do not break": (
        "Yes. Mara Ellison\u2011Reyes said the wall would hold.",
        ("said", "Mara Ellison-Reyes", "the wall would hold"),
        ("Mara Ellison\u2011Reyes", "said", ("the wall would hold",)),
    ),
}


@pytest.mark.parametrize(("text", "frame", "expected"), MESSY.values(), ids=MESSY.keys())
def test_offsets_are_those_of_the_stored_text(
    text: str, frame: Words, expected: tuple[str | None, str | None, tuple[str, ...]]
) -> None:
    """The tagger reads the repaired view; what it finds is told in the words that are stored."""
    (found,) = read(text, FakeTagger([frame])).attributions
    assert in_words(text, found) == expected


def test_names_are_those_of_the_stored_text() -> None:
    """With the type and the score that the tagger gives."""
    text = "Then A\u00adna Limaresearcher went to Or\u00advale."
    names = read(text, FakeTagger(names=[("Ana Lima", "person"), ("Orvale", "place")])).names
    assert [(name.span.of(text), name.type, name.score) for name in names] == [
        ("A\u00adna Lima", "person", 0.95),
        ("Or\u00advale", "place", 0.95),
    ]


def test_what_is_not_tagged_is_not_reported() -> None:
    """A plain report that rules would find is the model's to find; only shapes that leave no doubt are added."""
    assert not read("Mara Ellison said the wall would hold.", FakeTagger()).attributions
    (found,) = read("According to Mara Ellison, the wall would hold.", FakeTagger()).attributions
    assert found.reason == "according to"


def test_the_unsure_is_left_out() -> None:
    """A tagger that hardly believes its own finding is not believed."""
    assert not read("Tea is hot, and so on.", FakeTagger([("hot", "Tea", "so on")], score=0.05)).attributions


CHAIN = "The poll says that most adults say that the old harbour wall will hold."
OUTER = ("says", "The poll", "most adults say that the old harbour wall will hold")
INNER = ("say that the", "most adults", "old harbour wall will hold")
WAYS = {
    "found inside the claim": ([OUTER], [INNER]),
    "found in the text": ([OUTER, INNER], []),
    "found twice": ([OUTER, INNER], [INNER]),
}


@pytest.mark.parametrize(("frames", "inside"), WAYS.values(), ids=WAYS.keys())
def test_a_chain_is_a_claim_within_a_claim(frames: list[Words], inside: list[Words]) -> None:
    """The poll says that adults say: two claims, each with its own speaker, one embedded in the other."""
    outer, inner = claims(CHAIN, FakeTagger(frames, inside))
    assert outer.speaker_span is not None
    assert inner.speaker_span is not None
    assert (outer.speaker_span.of(CHAIN), inner.speaker_span.of(CHAIN)) == ("The poll", "most adults")
    assert outer.words(CHAIN) == "most adults say that the old harbour wall will hold"
    assert inner.words(CHAIN).endswith("old harbour wall will hold")
    assert (outer.parent, inner.parent) == (None, 0)


def test_who_reports_within_a_claim_is_named_without_that() -> None:
    """The "that" by which the inner clause hangs on the outer one belongs to nobody's name."""
    outer = ("says", "The poll", "that most adults say that the old harbour wall will hold")
    inner = ("say that the", "that most adults", "old harbour wall will hold")
    found = claims(CHAIN, FakeTagger([outer], [inner]))
    assert [claim.speaker_span and claim.speaker_span.of(CHAIN) for claim in found] == ["The poll", "most adults"]


OWN = ["I", "we", "We", "you"]


@pytest.mark.parametrize("own", OWN)
def test_what_a_speaker_thinks_is_no_claim_of_somebody_else(own: str) -> None:
    """Who says "I think" inside a quotation speaks for nobody else."""
    text = f"“As things are {own} believe that the old harbour wall will hold,” Mara Ellison said."
    quoted = ("said", "Mara Ellison", text[: text.index("Mara") - 1])
    tagger = FakeTagger([quoted], [("believe", own, "the old harbour wall will hold")])
    (only,) = claims(text, tagger)
    assert only.speaker_span is not None
    assert only.speaker_span.of(text) == "Mara Ellison"
    assert len(tagger.asked[1]) == 1


THINKING = [("felt warm towards", 1), ("wrote much about", 2)]


@pytest.mark.parametrize(("cue", "expected"), THINKING)
def test_what_she_says_she_thinks_is_her_own(cue: str, expected: int) -> None:
    """Who "said that she felt" makes one claim; who "said that she wrote" reports a saying."""
    text = f"Mara Ellison said that she {cue} the old harbour wall."
    outer = ("said", "Mara Ellison", f"that she {cue} the old harbour wall")
    found = claims(text, FakeTagger([outer], [(cue, "she", "the old harbour wall")]))
    assert len(found) == expected


def test_what_nobody_says_is_no_claim_within_a_claim() -> None:
    """Inside a claim somebody must be named."""
    frames = [("says", "The poll", "it is thought likely that the old harbour wall will hold")]
    text = "The poll says that it is thought likely that the old harbour wall will hold."
    tagger = FakeTagger(frames, [("thought likely", None, "the old harbour wall will hold")])
    assert len(claims(text, tagger)) == 1


NOT_READ_AGAIN = [
    ("Mara Ellison said that they say so.", "they say so"),
    ("Mara Ellison said that the old harbour wall has held for a hundred years.", "the old harbour wall has held"),
]


@pytest.mark.parametrize(("text", "content"), NOT_READ_AGAIN)
def test_what_can_hold_no_claim_is_not_read_again(text: str, content: str) -> None:
    """Too short, or without a word that reports."""
    tagger = FakeTagger([("said", "Mara Ellison", content)])
    read(text, tagger)
    assert not any(tagger.asked[1:])


def test_what_is_said_is_read_again_without_its_quotation_marks() -> None:
    """Alone, as if it were a text of its own."""
    text = "“Most adults say that the old harbour wall will hold,” Mara Ellison said."
    tagger = FakeTagger([("said", "Mara Ellison", "“Most adults say that the old harbour wall will hold,”")])
    read(text, tagger)
    assert tagger.asked[1:] == [["Most adults say that the old harbour wall will hold,"]]


def test_boilerplate_is_not_read() -> None:
    """Footers, calls to subscribe and copyright notes hold no claims and no names; the rest is read by sentences."""
    text = (
        "Wall will hold\n\nMara Ellison said so. It is old.\n\nSign up for our newsletter, as Peter Lunn said.\n\n"
        "© 2025 The Harbour Ledger. Ana Lima says all rights are reserved."
    )
    tagger = FakeTagger()
    read(text, tagger)
    assert tagger.asked[0] == ["Wall will hold", "Mara Ellison said so.", "It is old."]


@pytest.mark.parametrize("text", ["", " \n ", "\u00ad", "\u00ad\n\n\u200b.", "…"])
def test_a_text_without_words_says_nothing(text: str) -> None:
    """And is no trouble."""
    assert read(text, FakeTagger()) == Reading()


def test_the_model_finds_a_plain_report() -> None:
    """The model that comes with the package, from the text to the claims."""
    text = "Harbour wall to hold\n\nMara Ellison said the wall would hold."
    (found,) = Learned().read(lay_out(text)).attributions
    source, cue, content = in_words(text, found)
    assert (source, cue) == ("Mara Ellison", "said")
    assert [part.strip(".") for part in content] == ["the wall would hold"]
    assert 0 < found.score <= 1


def test_the_version_tells_models_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another model, another version; the rules that help it count too."""
    monkeypatch.setattr(module, "MODEL", written(tmp_path))
    version = Learned().version
    assert version == Learned().version
    assert version.startswith("little ")
    assert Rules.version in version
    written(tmp_path, decoding={"cue_bias": 0.4})
    assert Learned().version != version


def test_a_model_that_is_not_there_is_told_when_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not when the extractor is made, and with the cure."""
    monkeypatch.setattr(module, "MODEL", tmp_path / "absent")
    asks: list[Callable[[], object]] = [
        lambda: Learned().version,
        lambda: Learned().read(lay_out("Mara Ellison said so.")),
    ]
    for ask in asks:
        with pytest.raises(ModelError, match=r"absent.*--extractor rules"):
            ask()
