"""What stands before "of" in words for a speaker: some members of a body, a copy of a document."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.lexicon.words import listed
from ingest.relations.named import Place
from ingest.speakers.phrases import Phrase, people
from ingest.words import Words
from kg.model import Referent

_SOME = listed("members some many most half")
_MANY = listed("many most some several few all both two three")
_OTHERS = listed("you us them")
_COPIES = listed("copy copies excerpt excerpts")
_COPY_REACH = 4


def is_of_some(words: Words, first: int, name: Place, referents: Sequence[Referent]) -> bool:
    """Whether a body's name says of what some are members ("a number of members of Congress"): it does not speak."""
    of = name.first - 1 - (words.lows[name.first - 1] == "the")
    is_of = of > first and words.lows[of] == "of" and words.lows[of - 1] in _SOME
    return is_of and referents[name.referent].type == "organisation"


def of_others(words: Words, first: int, last: int) -> Phrase | None:
    """Some of those who are only told by a pronoun, as a group ("many of you"); none where the words are no such."""
    if last != first + 2 or words.lows[first] not in _MANY or words.lows[first + 1] != "of":
        return None
    if words.lows[last] not in _OTHERS:
        return None
    return people(first, last, words.text(first, last))


def copied(words: Words, first: int, last: int) -> int | None:
    """Where the words for what a copy is of begin ("a redacted copy of the memo")."""
    for place in range(first, min(first + _COPY_REACH, last - 1)):
        if words.lows[place] in _COPIES and words.lows[place + 1] == "of":
            return place + 2
    return None
