"""Some words with who says them and how: what the rules for a claim's type read off them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ingest.extract.clauses import Verb, first_sentence, main_clause, main_verb, spelled_out
from ingest.lexicon.words import listed

_FIRST_PERSON = listed("i we")
_PRONOUNS = listed("he she it they")
_OWN_BODY = re.compile(
    r"he|she|it|they|(?:his|her|its|their|our|my|the) (?:\w+ )?(?:group|party|team|company|firm|office|union|colleagues"
    r"|club|bank|charity|agency|administration|campaign|staff|members|officials|association|side)"
)
_OUTSIDERS = re.compile(
    r"\b(?:union|opposition|analyst|critic|expert|economist|banker|investor|campaigner|resident|lawmaker|senator|court|judge"
    r"|councillor|minister|mayor|governor|president|police|ministry|government)s?\b"
)
"""Who speaks of "the company" as of another's."""
_MARKS = "\"“‘'„«"
_SHORTEST_NAME = 4
"""Letters: a shorter subject within the source ("it", "man") is there by chance."""
_STOP = re.compile(r"[.?!][\"”’']?(?:\s|\Z)")
_MANY = 3


@dataclass(frozen=True)
class Said:
    """Some words, the cue they are reported with in lower case, and the words that name their source."""

    words: str
    cue: str
    source: str

    @cached_property
    def sentence(self) -> str:
        """The first sentence that says something."""
        return first_sentence(self.words)

    @cached_property
    def clause(self) -> str:
        """Its main clause, short forms spelled out."""
        return spelled_out(main_clause(self.sentence))

    @cached_property
    def verb(self) -> Verb:
        """The main clause's finite verb."""
        return main_verb(self.clause)

    @property
    def is_quoted(self) -> bool:
        """Whether the words open with a quotation mark, so that "I" is the speaker and "she" somebody else."""
        return self.words.startswith(tuple(_MARKS))

    @property
    def is_long_turn(self) -> bool:
        """Whether the words are a turn of several sentences, none of which speaks for all."""
        return self.cue == ":" and len(_STOP.findall(self.words)) >= _MANY

    @property
    def is_own(self) -> bool:
        """Whether the main clause is about the speaker: "we", or "she" and "his party" where it is reported."""
        subject, source = self.verb.subject, self.source.lower()
        if subject in _FIRST_PERSON:
            return True
        if subject in _PRONOUNS and source in _PRONOUNS:
            return not self.is_quoted and subject == source
        name = subject.removeprefix("the ")
        if len(name) >= _SHORTEST_NAME and name in source:
            return True
        if self.is_quoted or not (self.cue and source) or not _OWN_BODY.fullmatch(subject):
            return False
        return not subject.startswith("the ") or not _OUTSIDERS.search(source)
