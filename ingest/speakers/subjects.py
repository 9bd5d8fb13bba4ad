"""Who acts in each sentence: the names and descriptions that stand where a subject does."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.roles import MODIFIERS
from ingest.lexicon.words import DOCUMENT_NOUNS, FUNCTION, GROUP_NOUNS, PERSON_NOUNS, TITLES, listed
from ingest.relations.roles import Place
from ingest.speakers.introduced import opens_introduced
from ingest.speakers.phrases import Phrase, singular
from ingest.words import Words

_OBJECT_MARKS = listed("of and or who whose which that at in for from on to by with")
_ACTING = listed("he she they it i we")
_CLAUSE_MARKS = listed("and but while as when if although because though whereas after before since that")
_AUXILIARIES = listed("is was are were has had have will would could can did does do may might must should said says")
_SEVERAL = listed("most many some several few all both the these those other two three four five")
_AS = listed("as when while after before although though because if")
_LEADING = _AS | listed("and but yet so still")
"""Words before what opens a sentence."""
_ONE = listed("the a an its his her their")
_LONGEST = 7
_OWNED = 3
"""Words behind a possessive within which the noun stands for what is owned."""
_OPENING_MARKS = frozenset({"for", "to"})


def subjects(
    document: Document,
    words: Words,
    named: Sequence[Place],
    sentence_at: Callable[[int], int],
    is_person: Callable[[int], bool],
) -> dict[int, list[tuple[int, int]]]:
    """For each sentence the names that act in it, with where they stand; none where a pronoun acts.

    Where no name does, it is the person whose thing opens the sentence ("Lima's plan is dear", "Though Lima's plan …").
    """
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    owning: dict[int, tuple[int, int]] = {}
    led_by_pronoun = {
        sentence_at(words.span(index, index).start)
        for index, low in enumerate(words.lows)
        if words.opens[index] and low in _ACTING
    }
    for place in named:
        is_owner = words.possessive[place.last]
        if not (is_person(place.referent) and _opens_as_owner(words, place) if is_owner else _acts(words, place)):
            continue
        start = words.span(place.first, place.first).start
        if is_quoted(document, start):
            continue
        sentence = sentence_at(start)
        if sentence not in led_by_pronoun and is_owner:
            owning.setdefault(sentence, (start, place.referent))
        elif sentence not in led_by_pronoun:
            found[sentence].append((start, place.referent))
    return {sentence: [one] for sentence, one in owning.items()} | found


def is_quoted(document: Document, offset: int) -> bool:
    """Whether an offset lies within a quotation."""
    number = bisect_right(document.quotations, offset, key=lambda quotation: quotation.start) - 1
    return number >= 0 and document.quotations[number].end > offset


def _opens_as_owner(words: Words, place: Place) -> bool:
    """Whether a sentence opens with what somebody owns, a thing and nobody else ("Lima's plan", not "Lima's wife")."""
    first = _phrase_begin(words, place)
    while first and words.joined[first] and not words.opens[first] and words.lows[first - 1] in _LEADING:
        first -= 1
    owned = range(place.last + 1, min(place.last + 1 + _OWNED, len(words)))
    return words.opens[first] and not any(noun_type(singular(words.lows[index])) == "person" for index in owned)


def _phrase_begin(words: Words, place: Place) -> int:
    """The first word of a name with what qualifies it ("the Republican nominee Ana Lima")."""
    first = place.first
    while first and words.joined[first] and not words.opens[first] and _qualifies(words.lows[first - 1]):
        first -= 1
    return first


def _acts(words: Words, place: Place) -> bool:
    """Whether a name stands where a subject does: first in its sentence or clause, and before a verb or a comma."""
    first = _phrase_begin(words, place)
    if words.opens[first] or _is_apposed(words, first):
        return True
    if opens_introduced(words, place.first):
        return True
    before = words.lows[first - 1]
    if words.joined[first] and before in _OPENING_MARKS:
        return words.opens[first - 1] or (before == "to" and first > 1 and words.lows[first - 2] == "according")
    follows = place.last + 1
    if (
        follows >= len(words)
        or not words.joined[follows]
        or not (words.words[follows].islower() or words.lows[follows] in _ACTING)
    ):
        return False
    if words.lows[follows] in FUNCTION and words.lows[follows] not in _AUXILIARIES | _ACTING:
        return False
    return not words.joined[first] or before in _CLAUSE_MARKS


def _is_apposed(words: Words, first: int) -> bool:
    """Whether a comma sets a name off from the description that opens its sentence ("The governor, Ana Lima, …")."""
    if words.before(first) != ", " or noun_type(words.lows[first - 1]) != "person":
        return False
    begin = first - 1
    while words.joined[begin] and not words.opens[begin] and words.lows[begin] not in _OBJECT_MARKS:
        begin -= 1
    return words.opens[begin] and words.lows[begin] in _ONE


def _qualifies(low: str) -> bool:
    """Whether a word may stand before a name in one noun phrase."""
    return low in TITLES or low in PERSON_NOUNS or low in MODIFIERS or low in ("the", "communist")


def descriptions(words: Words, sentence_at: Callable[[int], int]) -> dict[int, Phrase]:
    """The first description of one person that acts in each sentence."""
    found: dict[int, Phrase] = {}
    for index in range(len(words) - 2):
        if words.lows[index] != "the" or words.lows[index + 1] not in PERSON_NOUNS or not words.joined[index + 1]:
            continue
        if (
            not words.joined[index + 2]
            or not words.words[index + 2].islower()
            or words.lows[index + 2] in _OBJECT_MARKS
        ):
            continue
        before = words.lows[index - 1] if index and words.joined[index] else ""
        if before and before not in ("that", "but", "and", "while", "as", "for"):
            continue
        head = words.lows[index + 1]
        sentence = sentence_at(words.span(index, index).start)
        found.setdefault(sentence, Phrase("description", index, index + 1, None, head, head, is_definite=True))
    return found


def openings(words: Words, sentence_at: Callable[[int], int], *, is_plural: bool) -> dict[int, Phrase]:
    """The first description of a group, or of one body or document, that acts in each sentence.

    It opens the sentence or follows a comma: "Most candidates agreed …", "In May, the association held …".
    """
    found: dict[int, Phrase] = {}
    beginnings = (_SEVERAL | GROUP_NOUNS) if is_plural else _ONE
    openers = _SEVERAL | _ONE
    for index, low in enumerate(words.lows[:-1]):
        is_people = is_plural and (words.opens[index] or words.words[index] in DEMONYMS) and low not in FUNCTION
        if low not in beginnings and not is_people:
            continue
        is_inner = is_plural and _begins_clause(words, index)
        if not words.opens[index] and not is_inner and (low not in openers or words.before(index) != ", "):
            continue
        head = _head(words, index, is_plural=is_plural)
        if head is None:
            continue
        noun = singular(words.lows[head])
        first = index if is_plural and low not in ("the", "these", "those") else index + 1
        text = " ".join(words.text(first, head).split())
        phrase = Phrase("description", index, head, None, noun, text, is_definite=low == "the", is_plural=is_plural)
        found.setdefault(sentence_at(words.span(index, index).start), phrase)
    return found


def _begins_clause(words: Words, index: int) -> bool:
    """Whether a people behind a comma, or a group behind "as" at the start of a sentence, may be who acts."""
    if words.words[index] in DEMONYMS and words.before(index) == ", ":
        return True
    return words.lows[index] in GROUP_NOUNS and words.opens[index - 1] and words.lows[index - 1] in _AS


def _head(words: Words, first: int, *, is_plural: bool) -> int | None:
    """The noun that a noun phrase beginning at ``first`` is about, where a verb may follow it."""
    for place in range(first, min(first + _LONGEST, len(words) - 1)):
        is_joined = words.joined[place] or words.possessive[place - 1] or words.before(place) in ("’ ", "' ")
        if place > first and not is_joined:
            return None
        if words.lows[place] in _OBJECT_MARKS and words.lows[place] not in GROUP_NOUNS:
            return None
        noun = singular(words.lows[place])
        kind = "document" if noun in DOCUMENT_NOUNS else noun_type(noun)
        wanted = kind in ("person", "organisation") if is_plural else kind in ("organisation", "document")
        follows = place + 1
        if wanted and (noun != words.lows[place]) == is_plural and words.joined[follows]:
            is_acting = words.words[follows].islower() and words.lows[follows] not in _OBJECT_MARKS
            if is_acting and not words.possessive[place] and noun_type(singular(words.lows[follows])) is None:
                return place
    return None
