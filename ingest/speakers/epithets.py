"""Descriptions that only speak anew of somebody just named: "the Ohio Republican", "the former mayor of Porto"."""

from __future__ import annotations

from ingest.coreference.expressions import Gender
from ingest.lexicon.pronouns import MEN, WOMEN
from ingest.lexicon.roles import OFFICES, PARTISANS
from ingest.lexicon.words import listed
from ingest.speakers.phrases import AGED, Phrase

_ANEW = PARTISANS | listed(
    """
    politician lawmaker legislator parliamentarian congressman congresswoman billionaire millionaire mogul
    magnate tycoon businessman businesswoman entrepreneur incumbent octogenarian septuagenarian
    """
)
"""Nouns that say something new of somebody whom the text has named: nobody enters a text as "the lawmaker"."""
_PAST = listed("former ex one-time onetime ex-")


def is_epithet(phrase: Phrase) -> bool:
    """Whether a definite description of one person is of somebody just named, and not of anybody new."""
    if not phrase.is_definite or phrase.is_plural or phrase.is_owned:
        return False
    words = phrase.text.lower().split()
    is_past_office = words[0] in _PAST and phrase.head in OFFICES
    return phrase.head in _ANEW or is_past_office or any(word.endswith(AGED) for word in words)


def fits_gender(phrase: Phrase, gender: Gender) -> bool:
    """Whether a description's noun does not contradict somebody's gender, where that is known."""
    told = "f" if phrase.head in WOMEN else "m" if phrase.head in MEN else ""
    return not told or gender in ("", told)
