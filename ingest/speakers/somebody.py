"""Whether words can name a speaker at all: how a noun phrase begins, and what its noun is."""

from __future__ import annotations

from ingest.entities.evidence import noun_type
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.words import DOCUMENT_NOUNS, FUNCTION, GROUP_NOUNS, SPEECH_VERBS, listed
from ingest.speakers.phrases import AGED, DETERMINERS, SAYING, SUFFIXES, THINGS, WRITTEN, singular
from ingest.words import Words

_WHERE = listed("outside inside")
"""Words of grammar that say which group ("outside groups")."""
_QUANTIFIERS = listed("many most some several")
"""Words that count people where they open words for a speaker ("many of her forebears")."""


def is_description(words: Words, first: int, end: int) -> bool:
    """Whether words in capitals are a description at the start of a sentence ("The", "Police", "Officials")."""
    low = singular(words.lows[end])
    return (
        noun_type(low) is not None
        or low in DOCUMENT_NOUNS
        or words.lows[end] in GROUP_NOUNS
        or words.lows[first] in DETERMINERS
    )


def can_begin(words: Words, first: int, end: int, is_plural: bool) -> bool:
    """Whether the words can be a noun phrase at all: a determiner, a name, a plural or a noun for somebody."""
    low = words.lows[first]
    if low in DETERMINERS or words.lows[end] in GROUP_NOUNS | WRITTEN:
        return True
    if (low in FUNCTION and not (low in _WHERE and is_plural)) or (low in SPEECH_VERBS and end > first):
        return False
    if low.endswith(("ing", "ed")) and "-" not in low:
        is_noun = end > first + 1 and all(words.lows[place] not in FUNCTION - {"of"} for place in range(first, end))
        return is_noun and is_plural and noun_type(singular(words.lows[end])) is not None
    return (
        is_plural
        or noun_type(words.lows[end]) is not None
        or words.lows[end] in DOCUMENT_NOUNS
        or words.possessive[first]
    )


def is_somebody(words: Words, first: int, end: int, head: str) -> bool:
    """Whether the head noun can say something: somebody, a body of people, something written."""
    if words.lows[end] != head and words.lows[first] in _QUANTIFIERS:
        return head not in THINGS
    if noun_type(head) is not None or head in DOCUMENT_NOUNS or head in SAYING or words.lows[end] in GROUP_NOUNS:
        return True
    is_person = (head.endswith(SUFFIXES) and head not in THINGS) or head.endswith(AGED)
    return words.words[end] in DEMONYMS or is_person or words.words[end][0].isupper()
