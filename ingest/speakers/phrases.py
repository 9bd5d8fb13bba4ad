"""Phrases that name a speaker: their kinds, and what a description is of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.entities.evidence import noun_type
from ingest.lexicon.pronouns import POSSESSIVE
from ingest.lexicon.words import DOCUMENT_NOUNS, listed
from kg.model import EntityType

PRONOUNS = listed(
    """
    i me my we us our you your he him his she her it its they them their who which that himself herself themselves
    one someone somebody everyone everybody nobody anyone
    """
)
DEFINITE = listed("the this that these those")
DETERMINERS = (
    DEFINITE
    | POSSESSIVE
    | listed(
        """
    a an one two three four five six seven eight nine ten another some many most several few all both each every no any
    other
    """
    )
)
WRITTEN = listed(
    """
    evidence research science experience polling average result calculation outcome note version form account pitch
    slogan sign banner caption finding argument
    """
)
"""Nouns for what says something, whoever wrote it."""
SAYING = WRITTEN | listed(
    """
    source sources data right left other youth public community wealthy rich poor elderly unemployed undecided local
    contemporary
    """
)
ADJECTIVES = listed(
    """
    federal state local national foreign domestic current former military civilian political regional city county
    liberal conservative moderate progressive republican democratic left-wing right-wing independent
    """
)
"""Adjectives of which "and" joins two before one noun ("current and former officials")."""
AGED = ("-year-old", "‑year‑old")
"""What a description of somebody by age ends in."""
SUFFIXES = ("er", "or", "ist", "ian", "man", "ee")
THINGS = listed(
    """
    number letter matter order computer paper power factor sector water border chapter character offer answer error
    labor labour honor humor murder danger weather winter summer quarter disaster dinner former latter color fever
    behavior behaviour favor rumor terror tower register barrier corner degree fee transfer
    career server router layer filter trigger counter shelter
    """
)
"""Nouns that end like those for people, and are none."""
_NOT_PLURAL = listed(
    """
    press congress census analysis series news politics campus business ss basis crisis thesis witness boss
    """
)
_CROWDS = listed(
    """
    right left far-right far-left other youth public crowd majority minority everyone everybody wealthy rich poor
    elderly unemployed undecided
    """
)
"""Nouns in the singular for many people who are no body."""

_BODIES = listed("campaign administration government police army parliament")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name a speaker, ``first`` to ``last``, and what they are.

    ``referent`` is set for a name that is known; ``head`` is the head noun of a description in lower case and singular.
    ``text`` is a description without its article.
    """

    kind: Literal["name", "capitals", "pronoun", "description", "nothing"]
    first: int
    last: int
    referent: int | None = None
    head: str = ""
    text: str = ""
    is_definite: bool = False
    is_plural: bool = False
    is_owned: bool = False
    is_counted: bool = False


def people(first: int, last: int, text: str) -> Phrase:
    """Some people who speak together, as a group that is called by ``text``."""
    return Phrase("description", first, last, None, "people", text, is_plural=True)


def singular(noun: str) -> str:
    """A noun without its plural ending.

    >>> [singular(noun) for noun in ("officials", "agencies", "analysis", "press", "lawmakers")]
    ['official', 'agency', 'analysis', 'press', 'lawmaker']
    """
    if noun in _NOT_PLURAL or len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


def type_of(phrase: Phrase) -> EntityType:
    """The type of whom a description describes: one person, a group or body, or something written."""
    if phrase.head in DOCUMENT_NOUNS:
        return "document"
    kind = noun_type(phrase.head)
    if phrase.is_plural:
        return "document" if phrase.head in WRITTEN else "organisation"
    if kind == "place":
        return "place"
    if kind is not None:
        return kind
    if phrase.head in SAYING:
        return "document" if phrase.head in WRITTEN else "organisation"
    if phrase.head.endswith(AGED):
        return "person"
    return "person" if phrase.head.endswith(SUFFIXES) and phrase.head not in THINGS else "organisation"


def is_group(phrase: Phrase) -> bool:
    """Whether a description is of several people or bodies together ("observers", "most voters", "the right")."""
    return type_of(phrase) == "organisation" and (phrase.is_plural or phrase.head in _CROWDS)


def is_named(phrase: Phrase) -> bool:
    """Whether a description is as good as a name: that of a body, told by a name ("the Lima campaign")."""
    *telling, head = phrase.text.split()
    return head in _BODIES and not phrase.is_owned and bool(telling) and all(word[0].isupper() for word in telling)
