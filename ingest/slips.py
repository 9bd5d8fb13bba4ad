"""The slips of machine translation that are mended before a text is read, as edits of it.

A surname in small letters gets its capital, a pronoun that repeats its subject goes ("Ana Lima, She was elected"), and
a name that the text has by itself is parted from the word that has run together with it ("Limabelieves").
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Set

from ingest.lexicon.first_names import FIRST_NAMES
from ingest.lexicon.gazetteer import DEMONYMS, PLACES
from ingest.lexicon.words import (
    COMMON,
    DOCUMENT_NOUNS,
    FUNCTION,
    GROUP_NOUNS,
    HEADS_LAST,
    ORG_NOUNS,
    PERSON_NOUNS,
    PERSON_VERBS,
    PLACE_HEADS,
    ROLES,
    SPEECH_VERBS,
    TITLES,
    WORD_SURNAMES,
    listed,
)

Edit = tuple[int, int, str]
"""Where an edit starts and ends, and what stands there instead."""

_NAMES_NOBODY = (
    *(COMMON, PERSON_NOUNS, PERSON_VERBS, SPEECH_VERBS, TITLES, HEADS_LAST, ORG_NOUNS, PLACE_HEADS),
    *(DOCUMENT_NOUNS, GROUP_NOUNS, WORD_SURNAMES),
)
_NOT_IN_SURNAMES = ("ed", "ing", "ly")
_BEHIND_FIRST_NAME = re.compile(r"\b(?=([A-ZÀ-ÖØ-Þ][^\W\d_]+) ([^\W\d_]{4,})\b(?!-))")
_BEHIND_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(ROLES - COMMON))}) ([^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{{3,}}) (?=[^\W\d_])")
_OPENING = re.compile(r"(?:^|[.!?] )([^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{3,}),? [a-z]", re.MULTILINE)
_BEHIND_COMMA = re.compile(r"(?<=[^\W\d_], )([^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]{3,}),? (?=[a-z])")
"""A word in small letters that opens a sentence, as only a name does, and one behind a comma."""
_CLOSES = re.compile(r"[,.;)]| (?:He|She)\b")
_REPEATED = re.compile(r"([^\W\d_]+|[”»\"])(,?) (He|She|They|It) (?=[a-z])")
_SAYS = re.compile(r"(?<=[^\W\d_] )(?P<verb>[A-Z][a-z]+s) (?=[a-z]+ [^\n]{0,600}[.!?»”\"]$)", re.MULTILINE)
_RELATIVE = re.compile(r"(?<=\w, )(?:Who|Which) (?=[a-z])")
_WORD = re.compile(r"(?<![@#/_\w])(?<!=[\"'])[^\W\d_]+")
_SAYING = listed("says adds affirms assures believes considers denies explains insists maintains proposes thinks warns")
_ROLE_NEXT = re.compile(r" ([a-z-]+)")
_SHORTEST = 6
_SHORTEST_SMALL = 9
_LONGEST = 40
_HEAD = 4
TAILS = listed(
    """
    of and the that which who whom whose where when while with said says told tells was were has had have will would
    could from into after before because although though also but for by
    """
)
"""Small words that run together with a name; those that names end in by nature are left out."""
_MORE_TAILS = TAILS | {"more"}
"""The same behind a name that the text has by itself; else "more" ends names too."""
_TAILS_OF_SURNAMES = ("from", "with", "which", "that", "says", "tells", "believes", "maintains", "explains")
LONG_TAILS = ROLES | SPEECH_VERBS


def slips(text: str) -> list[Edit]:
    """The edits that mend a text, in no order; none overlaps another.

    >>> slips("The mayor, Ana tarlow, She left. tarlow lost.")
    [(15, 16, 'T'), (33, 34, 'T'), (23, 27, '')]
    """
    capitals = list(_places(text, set(_small_names(text))))
    characters = list(text)
    for place in capitals:
        characters[place] = characters[place].upper()
    mended = "".join(characters)
    edits = [(place, place + 1, mended[place]) for place in capitals]
    return [*edits, *_repeated(mended), *_run_together(mended)]


def _small_names(text: str) -> Iterator[str]:
    """The surnames, and first names behind a role, that are written in small letters."""
    opening = {found[1] for found in _OPENING.finditer(text)}
    acting = opening | {found[1] for found in _BEHIND_COMMA.finditer(text)}
    for pair in _BEHIND_FIRST_NAME.finditer(text):
        first, name = _plain(pair[1]), pair[2]
        if first in COMMON or pair[1] in PLACES or not _may_name(name.lower()):
            continue
        if name[0].isupper():
            if first in FIRST_NAMES and name.lower() in opening:
                yield name.lower()
            continue
        is_introduced = _is_introduced(text, pair.start())
        if first in FIRST_NAMES:
            is_set_off = _CLOSES.match(text, pair.end(2)) is not None and not name.endswith("s")
            is_name = name in acting or (is_set_off and is_introduced)
        else:
            is_name = is_introduced and name in opening
        if is_name:
            yield name
    for pair in _BEHIND_ROLE.finditer(text):
        name = pair[1]
        is_first = _plain(name) in FIRST_NAMES and text[pair.end()].isupper()
        if _may_name(name) and (is_first or name in opening):
            yield name


def _plain(word: str) -> str:
    """A word in small letters and without accents."""
    low = word.lower()
    return low if low.isascii() else unicodedata.normalize("NFKD", low).encode("ascii", "ignore").decode()


def _may_name(word: str) -> bool:
    return not word.endswith(_NOT_IN_SURNAMES) and not any(word in known for known in _NAMES_NOBODY)


def _is_introduced(text: str, start: int) -> bool:
    """Whether a role stands before a name, or a comma as before an apposition."""
    before = text[max(0, start - _LONGEST) : start].split(" ")[-2:-1]
    return bool(before) and (before[0].endswith(",") or before[0].lower() in ROLES)


def _places(text: str, names: Set[str]) -> Iterator[int]:
    """Where the names stand in small letters, also with a small word run together with one."""
    for found in _WORD.finditer(text) if names else ():
        word = found.group()
        if word in names or (word.islower() and any(word.removesuffix(tail) in names for tail in _MORE_TAILS)):
            yield found.start()


def _repeated(text: str) -> Iterator[Edit]:
    """The capitalised pronouns right behind their own subject, and the capitals of a relative pronoun and a verb."""
    for found in _REPEATED.finditer(text):
        before = found[1]
        if found[2]:
            is_repeated = found[3] == "It" if before in '”»"' else before[0].isupper() and found[3] in ("He", "She")
        else:
            is_repeated = before.isalpha() and before.lower() not in FUNCTION | SPEECH_VERBS | PERSON_VERBS
        if is_repeated:
            yield found.start(3), found.end(3) + 1, ""
    for found in _RELATIVE.finditer(text):
        yield found.start(), found.start() + 1, "w"
    for found in _SAYS.finditer(text):
        if found["verb"].lower() in _SAYING:
            yield found.start(), found.start() + 1, found["verb"][0].lower()


def _run_together(text: str) -> Iterator[Edit]:
    """The spaces that are missing between a name that the text has by itself and its neighbour."""
    words = [(found.start(), found.group()) for found in _WORD.finditer(text)]
    counted = Counter(word for _, word in words)
    for start, word in words:
        if _SHORTEST <= len(word) <= _LONGEST and counted[word] == 1 and not word.isupper() and word not in DEMONYMS:
            cut = _cut(word, counted) or _behind_first(text, start, word) or _before_article(text, start, word, counted)
            if cut:
                yield start + cut, start + cut, " "


def _behind_first(text: str, start: int, word: str) -> int:
    """Where a surname behind a first name ends that has run together with "from" and the like ("Ana Sorbalfrom")."""
    before = text[max(0, start - _LONGEST) : start].split(" ")[-2:-1]
    tail = next((tail for tail in _TAILS_OF_SURNAMES if word.endswith(tail)), "")
    is_surname = bool(tail) and word[0].isupper() and len(word) - len(tail) >= _HEAD and word not in PLACES
    return len(word) - len(tail) if is_surname and before and _plain(before[0]) in FIRST_NAMES else 0


def _before_article(text: str, start: int, word: str, counted: Mapping[str, int]) -> int:
    """Where a name ends that "a" has run together with, before a role ("From Sorbala spokesman")."""
    role = _ROLE_NEXT.match(text, start + len(word))
    is_glued = word.endswith("a") and word[0].isupper() and word not in PLACES and len(word) > _HEAD
    return len(word) - 1 if is_glued and role and role[1] in ROLES and counted.get(word[:-1], 0) else 0


def _cut(word: str, counted: Mapping[str, int]) -> int:
    """Where a name that the text has by itself ends or begins within a word; 0 where none does.

    >>> counted = Counter(["Tarlow", "Phone"])
    >>> _cut("Tarlowsaid", counted), _cut("tarlowwhich", counted), _cut("iPhone", counted), _cut("forTarlow", counted)
    (6, 6, 0, 3)
    """
    if word in PLACES or word.lower() in FIRST_NAMES or (word.islower() and len(word) < _SHORTEST_SMALL):
        return 0
    if word.islower() or word[1:].islower():
        for cut in range(len(word) - 2, _HEAD - 1, -1):
            tail = word[cut:]
            is_small = tail in _MORE_TAILS or (len(tail) >= _HEAD and tail in LONG_TAILS)
            if is_small and (word[0].isupper() or (cut > _HEAD <= len(tail) and tail in FUNCTION)):
                head = word[:cut].capitalize()
                if head in counted and head.lower() not in COMMON:
                    return cut
        return 0
    cut = max((place for place, char in enumerate(word) if char.isupper()), default=0)
    head, tail = word[:cut], word[cut:]
    if tail not in counted and tail not in PLACES:
        return 0
    return cut if head in _MORE_TAILS or (head in counted and len(head) >= _HEAD and head[0].isupper()) else 0
