"""Whom a description stands for: whoever holds that role, bears that word in a name, or spoke last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.lexicon.words import DOCUMENT_NOUNS, EXPERT_NOUNS, EXPERT_ROLES, ORG_NOUNS, OUTLET_NOUNS, PERSON_NOUNS
from ingest.relations.roles import Place
from ingest.speakers.epithets import fits_gender, is_epithet
from ingest.speakers.heard import Heard, Turn
from ingest.speakers.holders import Holders, alike
from ingest.speakers.phrases import Phrase, type_of
from ingest.speakers.variations import experts, varied
from ingest.words import Words, fold
from kg.model import Referent

BODY_NOUNS = ORG_NOUNS | OUTLET_NOUNS
_DID = {True: "spoke", False: "acted"}


@dataclass(frozen=True, slots=True)
class Told:
    """Whom words refer to, and how that was told."""

    who: int
    reason: str


class Answers:
    """Whom descriptions stand for in one article.

    ``unnamed`` are those described without a name, by their words and, behind a null, by their noun alone; it and
    ``referents`` grow as the article is read.
    """

    def __init__(
        self,
        words: Words,
        named: Sequence[Place],
        referents: Sequence[Referent],
        holders: Holders,
        heard: Heard,
        unnamed: Mapping[str, Sequence[int]],
    ) -> None:
        self._words = words
        self._named = named
        self._referents = referents
        self._holders = holders
        self._heard = heard
        self._unnamed = unnamed

    def answering(self, phrase: Phrase) -> Told | None:
        """The nearest before a definite description to whom it applies."""
        return self._known(phrase) or self._just_named(phrase)

    def _known(self, phrase: Phrase) -> Told | None:
        """Somebody, or a body or document, of whom the text says what a description says."""
        if phrase.head in PERSON_NOUNS and not phrase.is_owned:
            known = self._holders.told_apart(phrase)
            if known is not None:
                return Told(known, "description: holds that role")
        if phrase.is_owned or phrase.text.count(" ") > 2:
            return None
        if phrase.head in DOCUMENT_NOUNS:
            return self._by_word(phrase, "document") or self.introduced(phrase)
        if phrase.head in PERSON_NOUNS:
            return self.in_role(phrase, self._heard.near(self._words.starts[phrase.first]))
        area = self._holders.area(phrase)
        if area is not None:
            return Told(area, f"description: the last {phrase.head} named")
        if phrase.head in BODY_NOUNS:
            return self._by_word(phrase, "organisation")
        if type_of(phrase) == "person":
            return self._again(phrase, self._heard.near(self._words.starts[phrase.first]))
        return self._unnamed_before(phrase)

    def _just_named(self, phrase: Phrase) -> Told | None:
        """Whoever spoke or acted last, for a description that only says something new of somebody ("the Ohioan")."""
        holding = self._holders.holding({phrase.head, *alike(phrase.head)})
        is_office = not is_epithet(phrase)
        if is_office and not (phrase.is_definite and holding and self._holders.homes.are_told(phrase)):
            return None
        who = None if is_office else self._holders.from_there(phrase)
        if who is not None:
            return Told(who, "description: told with that place or party")
        for turn, here in self._heard.near(self._words.starts[phrase.first]):
            if self._referents[turn.who].type == "person":
                is_it = self._may_be(turn, here, phrase) and (turn.who in holding or not is_office)
                return Told(turn.who, f"description: {_DID[turn.spoke]} last") if is_it else None
        return None

    def _may_be(self, turn: Turn, here: bool, phrase: Phrase) -> bool:
        """Whether whoever spoke last, or alone acted in a sentence of this paragraph, can be so described."""
        referent = self._referents[turn.who]
        is_alone = turn.spoke or (here and self._heard.people(turn.sentence) == {turn.who})
        gender = self._holders.gender(turn.who, referent)
        fits = not self._holders.homes.contradicts(turn.who, phrase) and fits_gender(phrase, gender)
        return referent.named and is_alone and fits

    def introduced(self, phrase: Phrase) -> Told | None:
        """The document that an opening describes before the text names it."""
        if phrase.head not in DOCUMENT_NOUNS:
            return None
        known = self._holders.named_below(phrase, "document")
        return None if known is None else Told(known, f"description: the {phrase.head} named after it")

    def _by_word(self, phrase: Phrase, kind: str) -> Told | None:
        """The body or document whose name has the description's head, else one described alike."""
        known = self._holders.by_word(phrase, kind)
        if known is not None:
            return Told(known, f"description: the last {phrase.head} named")
        before = self._unnamed_before(phrase)
        if before is not None:
            return before
        if kind == "organisation":
            return self._last_body(phrase)
        known = self._holders.kin_document(phrase)
        return None if known is None else Told(known, "description: the last document named")

    def _last_body(self, phrase: Phrase) -> Told | None:
        """The body that spoke or acted last, for "the company" and the like where its name is of no other kind."""
        if " " in phrase.text:
            return None
        for turn, here in self._heard.near(self._words.starts[phrase.first]):
            referent = self._referents[turn.who]
            if referent.type == "organisation" and referent.named:
                if self._holders.last_body(phrase) == turn.who and self._holders.may_be(turn.who, phrase.head):
                    where = "in this paragraph" if here else "before"
                    return Told(turn.who, f"description: the body that {_DID[turn.spoke]} last {where}")
                return None
        return None

    def in_role(self, phrase: Phrase, near: Iterable[tuple[Turn, bool]]) -> Told | None:
        """The nearest person of that role; for "the expert" whoever spoke last or is some sort of one.

        ``near`` is who spoke or acted shortly before: somebody may be called by another noun than before.
        """
        known = self._holders.in_role(phrase, (phrase.head,))
        if known is not None:
            return Told(known, "description: holds that role")
        known = None if self._holders.homes.are_told(phrase) else self._holders.in_role(phrase, alike(phrase.head))
        if known is not None:
            return Told(known, "description: holds a role like that")
        turns, heard = list(near), self._heard.speakers(self._words.starts[phrase.first])
        if phrase.head in EXPERT_NOUNS:
            for who in experts(self._referents, self._holders, phrase, turns, heard):
                return Told(who, "description: spoke last")
            known = self._holders.in_role(phrase, EXPERT_ROLES)
            if known is not None:
                return Told(known, "description: holds a role like that")
        again = self._again(phrase, turns)
        if again is not None and self._referents[again.who].named:
            return again
        known = self._holders.by_gender(phrase, heard)
        if known is not None:
            return Told(known, "description: nobody else of that gender is named")
        return again

    def _again(self, phrase: Phrase, near: Iterable[tuple[Turn, bool]]) -> Told | None:
        """Somebody who was called so before, else the one person of the paragraph, called by another noun."""
        before = self._unnamed_before(phrase)
        if before is not None:
            return before
        known = varied(self._words, self._named, self._referents, self._holders, phrase, near)
        return None if known is None else Told(known, "description: nobody else speaks or acts in this paragraph")

    def _unnamed_before(self, phrase: Phrase) -> Told | None:
        """Somebody unnamed who was described with the same noun before ("a source … the source")."""
        same = self._unnamed.get(fold(phrase.text)) or (
            self._unnamed.get("\0" + phrase.head) if " " not in phrase.text else None
        )
        return Told(same[-1], "description: so called before") if same else None
