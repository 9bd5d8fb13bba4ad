"""Whom a pronoun or a description refers to: what has been said by whom so far, sentence by sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ingest.coreference.expressions import Gender
from ingest.document import Document
from ingest.lexicon.pronouns import FEMALE, MALE, POSSESSIVE
from ingest.lexicon.words import listed
from ingest.relations.roles import Place, named_at
from ingest.slips import slips
from ingest.speakers.answering import Answers, Told
from ingest.speakers.heard import Heard, Turn, is_dropped
from ingest.speakers.holders import Holders
from ingest.speakers.newcomers import Newcomers
from ingest.speakers.phrases import Phrase, is_group, is_named, type_of
from ingest.speakers.relatives import before_relative
from ingest.speakers.subjects import openings
from ingest.words import Words, fold
from kg.model import Claim, Referent, Span

_FIRST_PERSON = listed("i me my we us our")
_RELATIVE = listed("who which that")
_SEVERAL_DROPPED = 2
_WHATEVER = ", whatever the pronoun’s gender"


class Scene:
    """Who has been named, described and heard so far in one article; filled claim by claim in text order."""

    def __init__(
        self,
        document: Document,
        words: Words,
        named: Sequence[Place],
        referents: Sequence[Referent],
        claims: Sequence[Claim],
    ) -> None:
        self.referents = list(referents)
        self.named = named
        self._document = document
        self._words = words
        self.holders = Holders(words, named, self.referents)
        self._heard = Heard(document, words, named, self._acting, lambda who: self.referents[who].type == "person")
        self._groups = openings(words, self._heard.sentence, is_plural=True)
        self._bodies = openings(words, self._heard.sentence, is_plural=False)
        self._newcomers = Newcomers(words, self.referents)
        self._unnamed: dict[str, list[int]] = defaultdict(list)
        self._answers = Answers(words, named, self.referents, self.holders, self._heard, self._unnamed)
        lows = set(words.lows)
        self._knows_both = bool(lows & FEMALE) and bool(lows & MALE)
        dropped = sum(is_dropped(document.text, claim) for claim in claims)
        self.drops_subjects = dropped + len(slips(document.text)) >= _SEVERAL_DROPPED

    def note(self, claim: Claim) -> None:
        """Take in who speaks in a claim, for what comes after it; claims within claims are passed over."""
        self._heard.note(claim)

    def last_speaker(self, offset: int) -> int | None:
        """Who spoke last in the paragraph, or in the one before where this one holds a quotation alone."""
        if not self._document.sentences:
            return None
        paragraph = self._heard.paragraph(self._heard.sentence(offset))
        if self._document.paragraphs[paragraph].kind != "body":
            return None
        for turn in self._heard.before(offset):
            if not turn.spoke and self.referents[turn.who].type != "person":
                continue
            distance = paragraph - self._heard.paragraph(turn.sentence)
            if distance == 0 or (distance == 1 and (self.drops_subjects or self._heard.is_quotation_alone(paragraph))):
                return turn.who
            break
        return None

    def acting(self, offset: int) -> int | None:
        """Who is named as the one who acts in a sentence before ``offset``."""
        return self._heard.subject(self._heard.sentence(offset), offset)

    def newcomer(self, phrase: Phrase) -> int:
        """The referent of a name that was not known as one before: the same words, the same referent."""
        asking = self._newcomers.asking(phrase)
        return self._newcomers.refer(phrase) if asking is None else self.unnamed(asking, phrase)

    def unnamed(self, referent: Referent, phrase: Phrase) -> int:
        """The referent of a description: the last with the same words where it is definite or plural, else new."""
        key = fold(referent.name)
        is_again = phrase.is_definite or (phrase.is_plural and not phrase.is_counted) or referent.named
        if is_again and self._unnamed[key]:
            return self._unnamed[key][-1]
        number = self._add(referent)
        self._unnamed[key].append(number)
        is_by_pronoun = phrase.is_owned and self._words.lows[phrase.first] in POSSESSIVE
        if phrase.head != key and not is_by_pronoun:
            self._unnamed["\0" + phrase.head].append(number)
        return number

    def described(self, phrase: Phrase) -> Told:
        """Whom a description refers to: somebody known, else somebody unnamed."""
        is_one = phrase.is_definite and not phrase.is_plural
        known = self.answering(phrase) if is_one else self._answers.introduced(phrase)
        if known is not None:
            return known
        referent = Referent(
            type_of(phrase), phrase.text, (), named=is_named(phrase), group=not is_named(phrase) and is_group(phrase)
        )
        return Told(self.unnamed(referent, phrase), "description: no name in the text")

    def answering(self, phrase: Phrase) -> Told | None:
        """The nearest before a definite description to whom it applies."""
        return self._answers.answering(phrase)

    def pronoun(self, low: str, index: int, claims: Sequence[Claim], number: int) -> Told | None:
        """Whom a pronoun refers to, none where that is open."""
        offset = self._words.span(index, index).start
        if low in _RELATIVE:
            who = before_relative(self._words, self.named, self.referents, low, index)
            return None if who is None else Told(who, "relative pronoun: named right before it")
        speaking, said = self._around(claims, number), claims[number].parts
        if low in _FIRST_PERSON:
            return None if speaking is None else Told(speaking, "pronoun: whoever speaks around it")
        if low in MALE | FEMALE:
            if speaking is not None and self.fits(speaking, low):
                return Told(speaking, "pronoun: whoever speaks around it")
            return self._he_or_she(low, offset, said)
        if low in ("it", "its"):
            return self._it(offset, said)
        if low == "they" and (body := self._right_before(index)) is not None:
            return Told(body, "pronoun: the body named right before it")
        return self._they(offset, said) if low in ("they", "them", "their") else None

    def fits(self, who: int, low: str) -> bool:
        """Whether a pronoun's gender does not contradict a person's."""
        return self.holders.fits(who, self.referents[who], low)

    def gender(self, who: int) -> Gender:
        """The gender of a person, nothing where it cannot be told."""
        return self.holders.gender(who, self.referents[who])

    def _add(self, referent: Referent) -> int:
        self.referents.append(referent)
        return len(self.referents) - 1

    def _he_or_she(self, low: str, offset: int, said: Sequence[Span]) -> Told | None:
        """The nearest person whose gender fits; where subjects are dropped, whoever spoke last.

        That is in this paragraph, or in one before it where the text has pronouns of one gender alone.

        Within a sentence, who is named and acts goes before somebody unnamed who speaks ("Ana Lima left when a voter
        asked …"). Where one of the other gender acts in this paragraph, the only person of this one there is meant.
        """
        turns = [entry for entry in self._heard.near(offset, said) if self.referents[entry[0].who].type == "person"]
        for number, (turn, here) in enumerate(turns):
            if self.fits(turn.who, low):
                for other, _ in turns[number + 1 : number + 2]:
                    is_beside = other.sentence == turn.sentence and not self.referents[turn.who].named
                    if is_beside and self._surely_fits(other.who, low):
                        return _told(other, here)
                return _told(turn, here)
            if turn.spoke and self.drops_subjects and (here or not self._knows_both):
                return Told(turn.who, _told(turn, here).reason + _WHATEVER)
            if here and turn.sentence < self._heard.sentence(offset):
                others = [who for who in self._heard.people(turn.sentence) if self._surely_fits(who, low)]
                if len(others) == 1:
                    return Told(others[0], "pronoun: nobody else of that gender is named in the sentence before")
        return None

    def _surely_fits(self, who: int, low: str) -> bool:
        """Whether somebody is named and known to be of a pronoun's gender."""
        return self.referents[who].named and bool(self.gender(who)) and self.fits(who, low)

    def _it(self, offset: int, said: Sequence[Span]) -> Told | None:
        last = None
        for turn, here in self._heard.near(offset, said):
            if self.referents[turn.who].type != "person" and not self.referents[turn.who].group:
                return _told(turn, here)
            if last is None and here:
                last = turn.who
            if self.drops_subjects and (last is not None or turn.spoke):
                return Told(turn.who, _told(turn, here).reason + _WHATEVER)
            if not here:
                break
        return self._opening(self._bodies, offset, said)

    def _they(self, offset: int, said: Sequence[Span]) -> Told | None:
        if not self._document.sentences:
            return None
        group = self._opening(self._groups, offset, said)
        if group is not None:
            return group
        sentence = self._heard.sentence(offset)
        for turn in self._heard.before(offset, said):
            if self.referents[turn.who].type == "document":
                continue
            same = self._heard.paragraph(turn.sentence) == self._heard.paragraph(sentence)
            is_body = self.referents[turn.who].type == "organisation"
            return _told(turn, same) if same and is_body and sentence - turn.sentence <= 1 else None
        return None

    def _right_before(self, index: int) -> int | None:
        """The body named right before a pronoun, which stands for its people ("From the Dock Board they warn")."""
        name = named_at(self.named, index - 1) if index and self._words.joined[index] else None
        return name.referent if name is not None and self.referents[name.referent].type == "organisation" else None

    def _opening(self, phrases: dict[int, Phrase], offset: int, said: Sequence[Span]) -> Told | None:
        """Whom the description refers to that acts before ``offset`` in its sentence, or in the one before it."""
        sentence = self._heard.sentence(offset)
        for number in (sentence, sentence - 1):
            phrase = phrases.get(number)
            if phrase is None or self._heard.paragraph(number) != self._heard.paragraph(sentence):
                continue
            start = self._words.span(phrase.first, phrase.first).start
            if start < offset and not any(part.start <= start < part.end for part in said):
                return Told(self.described(phrase).who, "pronoun: acted last in this paragraph")
        return None

    def _around(self, claims: Sequence[Claim], number: int) -> int | None:
        """Who speaks in the claim that this one is part of."""
        parent = claims[number].parent
        return claims[parent].speaker if parent is not None else None

    def _acting(self, phrase: Phrase) -> int | None:
        """Whom a description that acts in a sentence refers to, where that is somebody known."""
        known = self._answers.in_role(phrase, ())
        return None if known is None else known.who


def _told(turn: Turn, here: bool) -> Told:
    """Somebody who spoke or acted, as the one whom a pronoun refers to."""
    return Told(
        turn.who, f"pronoun: {'spoke' if turn.spoke else 'acted'} last {'in this paragraph' if here else 'before'}"
    )
