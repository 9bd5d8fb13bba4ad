"""A document as words: where each begins and ends, how it is joined to the last, what kind of line it stands in."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Document
from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, ORGANISATIONS, PLACES, POSTAL
from ingest.lexicon.words import CALENDAR, COMMON, FUNCTION, ROLES, TITLES, listed
from ingest.repair import Repaired, view
from ingest.slips import LONG_TAILS, TAILS
from kg.model import Span

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}(?:[-‑](?:[A-Z]\.){2,})?|[DRI](?=[-‑](?:[A-Z]\.){2})|[^\W_]+(?:[-&’'‑][^\W_]+)*|@[\w]+"
)
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_ABBREVIATED = listed(
    """
    sen sens rep reps pres gov dr mr mrs ms fr st ste ft mt gen lt col prof rev hon capt sgt adm maj cmdr jr sr inc co
    corp ltd no
    """
)
_PLACE_WORDS = frozenset(name.split()[-1] for name in PLACES)
_TAILS = listed("era led like born bound run style wide area only free less fed")
_GLUED_SHORTEST = 6
_GLUED_LONGER = 9
"""Letters of a word in small letters, below which it is looked at no further."""
_SIDES = ("pro-", "anti-", "Pro-", "Anti-")
"""What stands before the name of whom somebody is for or against, as one word with it."""
_TENS = listed("twenty thirty forty fifty sixty seventy eighty ninety")
_GLUED_LENGTH = 8
_GLUED_LONGEST = 40
_GLUED_HEAD = 4
_BRANDED = listed(
    """
    health care card station link machine space spot nation post news center camp action trip change truth board gate
    home love panel facts pollster book world works point
    """
)
"""What brands end in that write two words as one ("MasterCard")."""
_SHOUTED = 4
_SHOUTED_COMMON = 2
"""A run of so many words in capitals, so many of them ordinary, is set in capitals throughout."""
_HEADLINE_SHARE = 0.67
_HEADLINE_WORDS = 2
_HEADLINE_LENGTHS = range(7, 30)
"""Words: a title of so many, none in small letters but the little ones, is set in capitals throughout."""


def fold(word: str) -> str:
    """A word without case, accents and the dots of an abbreviation: what two spellings of one name have in common.

    >>> fold("José"), fold("U.S.")
    ('jose', 'us')
    """
    low = word.lower().replace(".", "")
    if low.isascii():
        return low
    parts = unicodedata.normalize("NFKD", low.replace("’", "'").replace("‑", "-"))
    return "".join(char for char in parts if not unicodedata.combining(char))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document's repaired view, as parallel lists; offsets are of the view.

    ``joined[i]``: only a space (or an abbreviation's full stop and a space) stands between word ``i - 1`` and word
    ``i``. ``opens[i]``: word ``i`` begins a sentence, a quotation or a line. ``headline[i]``: it stands in a line whose
    capitals say nothing.
    """

    repaired: Repaired
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lows: Sequence[str]
    folds: Sequence[str]
    possessive: Sequence[bool]
    joined: Sequence[bool]
    opens: Sequence[bool]
    headline: Sequence[bool]
    paragraphs: Sequence[int]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """The span of the stored text from word ``first`` to word ``last``, both included."""
        return self.repaired.span(self.starts[first], self.ends[last])

    def text(self, first: int, last: int) -> str:
        """The words from ``first`` to ``last`` as the view shows them."""
        return self.repaired.text[self.starts[first] : self.ends[last]]

    def before(self, index: int) -> str:
        """The characters between word ``index - 1`` and word ``index``."""
        return self.repaired.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def after(self, index: int) -> str:
        """The characters between word ``index`` and the next."""
        follows = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.repaired.text)
        return self.repaired.text[self.ends[index] : follows]

    def at(self, offset: int) -> int:
        """The index of the first word that ends after an offset of the stored text."""
        return bisect_right(self.ends, self.repaired.shown(offset))


@lru_cache(maxsize=1)
def split(document: Document) -> Words:
    """The words of a document; those of the last one asked for are kept, since several steps read them in turn."""
    repaired = view(document.text)
    text = repaired.text
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    possessive: list[bool] = []
    found = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    for start, whole in found:
        if whole.isalpha() and len(whole) < (_GLUED_LONGER if whole.islower() else _GLUED_SHORTEST):
            starts.append(start)
            ends.append(start + len(whole))
            words.append(whole)
            possessive.append(False)
            continue
        for piece in _pieces(whole):
            word, is_possessive = _bare(piece)
            starts.append(start)
            ends.append(start + len(word))
            words.append(word)
            possessive.append(is_possessive)
            start += len(piece)
    lows = [word.lower() for word in words]
    paragraphs, headlines = _paragraphs(document, repaired, starts, words, lows)
    return Words(
        repaired,
        starts,
        ends,
        words,
        lows,
        [low if low.isascii() and "." not in low else fold(low) for low in lows],
        possessive,
        _joins(text, starts, ends, paragraphs),
        _openings(document, repaired, text, starts, ends),
        _headlines(words, lows, paragraphs, headlines),
        paragraphs,
    )


def _pieces(word: str) -> tuple[str, ...]:
    """The word, cut in two where a name and its neighbour have run together ("Perualthough", "forcesLima").

    >>> _pieces("Boliviaparticularly"), _pieces("Chileans"), _pieces("forcesLima"), _pieces("iPhone")
    (('Bolivia', 'particularly'), ('Chileans',), ('forces', 'Lima'), ('iPhone',))
    """
    if (
        len(word) > 3
        and word[1] in "-‑"
        and word[0] in "DRI"
        and word[2].isupper()
        and (word[3].islower() or word[2:] in POSTAL)
    ):
        return word[:2], word[2:]  # "R-Texas"
    if len(word) > _GLUED_LONGEST or len(word) < _GLUED_SHORTEST:
        return (word,)
    if word.startswith(_SIDES) and word[word.index("-") + 1 :][:1].isupper():
        cut = word.index("-") + 1
        return word[:cut], word[cut:]  # "pro-Lima"
    if word.islower() or len(word) < _GLUED_LENGTH:
        return (word,)
    if word[0].islower():
        cut = next(place for place, char in enumerate(word) if not char.islower())
        if cut >= _GLUED_HEAD and word[cut].isupper() and word[cut + 1 :].islower() and len(word) - cut >= _GLUED_HEAD:
            return word[:cut], word[cut:]
        return (word,)
    if word[1:].islower() and word.isalpha() and word not in DEMONYMS and word.lower() not in FIRST_NAMES:
        for cut in range(len(word) - 3, _GLUED_HEAD - 1, -1):
            if word[:cut] in _PLACE_WORDS and _runs_on(word[cut:]):
                return word[:cut], word[cut:]
        return (word,)
    cut = max((place for place, char in enumerate(word) if char.isupper()), default=0)
    tail = word[cut:].lower()
    if (
        cut >= _GLUED_HEAD
        and (tail in COMMON or tail in ROLES)
        and len(tail) >= _GLUED_HEAD
        and tail not in _BRANDED
        and word[cut - 1].islower()
        and word[0] != "@"
    ):
        return (word[:cut], word[cut:]) if word not in ORGANISATIONS else (word,)
    return (word,)


def _runs_on(tail: str) -> bool:
    """Whether what follows a place's name within a word is a word of its own, and no ending ("Queensland")."""
    return tail in TAILS or tail in LONG_TAILS or (len(tail) > 4 and (tail in COMMON or tail[-2:] == "ly"))


def _bare(word: str) -> tuple[str, bool]:
    """A word without its possessive ending or the lower-case tail of a compound, and whether it was possessive."""
    if word[-1] in "-‑":
        return word[:-1], False
    if word.endswith(_POSSESSIVE):
        return word[:-2], True
    if "-" in word and word[0].isupper():
        head, _, tail = word.partition("-")
        if len(head) < 6 and len(tail) < 5 and tail not in COMMON and tail not in _TAILS and tail.isalpha():
            return word, False  # "Ki-moon"
        if head.lower() in _TENS:
            return word, False
        if tail.islower() and len(head) > 1 and word.lower() not in TITLES and word.lower() not in ROLES:
            return head, False
    return word, False


def _joins(text: str, starts: list[int], ends: list[int], paragraphs: list[int]) -> list[bool]:
    """Whether each word follows the one before by white space alone, within its paragraph."""
    joined = [False] * len(starts)
    for index in range(1, len(starts)):
        gap = text[ends[index - 1] : starts[index]]
        joined[index] = (
            gap == " "
            or (gap[:1] == "." and gap[1:].isspace() and _is_abbreviation(text, starts[index - 1], ends[index - 1]))
            or (gap.isspace() and len(gap) <= 3 and paragraphs[index] == paragraphs[index - 1])
        )
    return joined


def _openings(document: Document, repaired: Repaired, text: str, starts: list[int], ends: list[int]) -> list[bool]:
    """Whether each word begins a sentence or a line, or follows a quotation mark, a colon or a bullet."""
    opens = [False] * len(starts)
    for sentence in document.sentences:
        index = bisect_right(ends, repaired.within(sentence.span)[0])
        if index < len(opens):
            opens[index] = True
    for index in range(1, len(starts)):
        gap = text[ends[index - 1] : starts[index]]
        if len(gap) > 1 and (
            gap[-1] in "“\"‘«„'(" or "\n" in gap or gap[0] in ":?!…" or gap in (". ", '." ', ".” ", " - ")
        ):
            opens[index] = opens[index] or not (
                gap == ". " and _is_abbreviation(text, starts[index - 1], ends[index - 1])
            )
    if opens:
        opens[0] = True
    return opens


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper())


def _headlines(words: list[str], lows: list[str], paragraphs: list[int], headlines: list[bool]) -> list[bool]:
    """Whether each word stands in a line, or in a stretch of capitals, whose capitals say nothing."""
    headline = [headlines[paragraph] for paragraph in paragraphs]
    shouted = [index for index, word in enumerate(words) if word.isupper()]
    first = 0
    for place in range(1, len(shouted) + 1):
        before = shouted[place - 1]
        if place < len(shouted) and shouted[place] == before + 1 and paragraphs[before] == paragraphs[before + 1]:
            continue
        run = range(shouted[first], before + 1)
        if len(run) >= _SHOUTED and sum(lows[index] in COMMON for index in run) >= _SHOUTED_COMMON:
            headline[run.start : run.stop] = [True] * len(run)
        first = place
    return headline


def _paragraphs(
    document: Document, repaired: Repaired, starts: list[int], words: list[str], lows: list[str]
) -> tuple[list[int], list[bool]]:
    """The paragraph of each word, and for each paragraph whether its capitals say nothing."""
    ends = [repaired.within(paragraph.span)[1] for paragraph in document.paragraphs]
    paragraphs: list[int] = []
    tallies = [[0, 0] for _ in range(len(ends) + 1)]
    number = 0
    for start, word, low in zip(starts, words, lows, strict=True):
        while number < len(ends) and start >= ends[number]:
            number += 1
        paragraphs.append(number)
        if len(word) > 3 and (word.islower() or low in COMMON) and low not in CALENDAR and low not in TITLES:
            tallies[number][word[0].isupper()] += 1
    headlines = [
        capitals >= _HEADLINE_WORDS and capitals >= _HEADLINE_SHARE * (capitals + small) for small, capitals in tallies
    ]
    is_title = len(document.paragraphs) > 1 and (
        not document.paragraphs[0].span.of(document.text).endswith(".")
        or _has_small_in_capitals(words, lows, paragraphs)
    )
    if is_title and not tallies[0][0] and sum(number == 0 for number in paragraphs) in _HEADLINE_LENGTHS:
        headlines[0] = True
    return paragraphs, headlines


def _has_small_in_capitals(words: Sequence[str], lows: Sequence[str], paragraphs: Sequence[int]) -> bool:
    """Whether the first line writes a small word within it with a capital ("Accused Of Hiding")."""
    return any(
        words[place].istitle() and lows[place] in FUNCTION for place in range(1, len(words)) if not paragraphs[place]
    )
