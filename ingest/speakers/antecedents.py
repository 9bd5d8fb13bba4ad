"""Whom a pronoun or a description refers to: what has been said by whom so far, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.speakers.descriptions import Phrase, singular
from ingest.document import Document
from ingest.lexicon.first_names import FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.words import (
    DOCUMENT_NOUNS,
    EXPERT_NOUNS,
    EXPERT_ROLES,
    FEMALE_TITLES,
    MALE_TITLES,
    ORG_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    listed,
)
from ingest.relations.roles import Place, held
from ingest.speakers.subjects import descriptions, subjects
from ingest.words import Words, fold
from kg.model import Claim, Referent, Span

_MALE = listed("he him his himself")
_FEMALE = listed("she her hers herself")
_FIRST_PERSON = listed("i me my we us our")
_RELATIVE = listed("who which that")
_SAME_ROLE = (
    listed("senator lawmaker legislator congressman congresswoman representative"),
    listed("candidate nominee contender hopeful"),
    listed("president president-elect leader"),
    listed("spokesman spokeswoman spokesperson aide"),
    listed("professor academic scholar researcher lecturer"),
    listed("lawyer attorney"),
    listed("judge justice magistrate"),
    listed("senator sen"),
    listed("representative rep congressman congresswoman lawmaker"),
    listed("governor gov"),
    listed("professor prof"),
    listed("general gen"),
    listed("writer author columnist journalist reporter"),
    listed("executive ceo chief"),
)
_WOMEN = FEMALE_TITLES | listed("wife mother woman daughter girl actress heiress widow girlfriend aunt grandmother")
_MEN = MALE_TITLES | listed("husband father man son brother boy actor widower boyfriend uncle grandfather")
_BODY_NOUNS = ORG_NOUNS | OUTLET_NOUNS
_REACH = 3
_FAR = 12
_SEVERAL_DROPPED = 2


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
        self._sentence_starts = [sentence.span.start for sentence in document.sentences]
        self._roles: dict[int, set[str]] = defaultdict(set)
        for role in held(words, named, referents):
            self._roles[role.subject].add(role.head)
        self._by_role: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._by_word: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._index_mentions()
        self._newcomers: dict[str, int] = {}
        self._subjects = subjects(document, words, named, self._sentence)
        self._descriptions = descriptions(words, self._sentence)
        self._speakers: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._unnamed: dict[str, list[int]] = defaultdict(list)
        lows = set(words.lows)
        self._uses_she, self._uses_he = bool(lows & _FEMALE), bool(lows & _MALE)
        dropped = sum(
            claim.cue_span is not None and claim.mode == "direct" and claim.speaker_span is None for claim in claims
        )
        self._drops_subjects = dropped >= _SEVERAL_DROPPED

    def note(self, claim: Claim, number: int) -> None:
        """Take in who speaks in a claim, for what comes after it; claims within claims are passed over."""
        if claim.speaker is not None and claim.parent is None:
            anchor = (claim.cue_span or claim.parts[0]).start
            self._speakers[self._sentence(anchor)].append((anchor, claim.speaker))

    def last_speaker(self, offset: int) -> int | None:
        """Who spoke last in the paragraph, or in the one before where this one holds a quotation alone."""
        if not self._document.sentences:
            return None
        number = self._sentence(offset)
        paragraph = self._document.sentences[number].paragraph
        if self._document.paragraphs[paragraph].kind != "body":
            return None
        for candidate, at, spoke in self._heard(number, offset):
            if not spoke and self.referents[candidate].type != "person":
                continue
            distance = paragraph - self._document.sentences[at].paragraph
            if distance == 0 or (distance == 1 and (self._drops_subjects or self._is_quotation_alone(paragraph))):
                return candidate
            break
        return None

    def newcomer(self, phrase: Phrase) -> int:
        """The referent of a name that was not known as one before: the same words, the same referent."""
        text = " ".join(self._words.text(phrase.first, phrase.last).split())
        key = fold(text)
        if not self._newcomers:
            for number, referent in reversed(list(enumerate(self.referents))):
                if referent.named:
                    self._newcomers[fold(referent.name).split(" ")[-1]] = number
            self._newcomers.update({fold(who.name): number for number, who in enumerate(self.referents) if who.named})
        if key in self._newcomers:
            return self._newcomers[key]
        is_person = phrase.last - phrase.first in (0, 1, 2) and not text.startswith("The ") and not text.isupper()
        self._newcomers[key] = self._add(Referent("person" if is_person else "organisation", text))
        return self._newcomers[key]

    def unnamed(self, referent: Referent, phrase: Phrase) -> int:
        """The referent of a description: the last with the same words where it is definite or plural, else new."""
        key = fold(referent.name)
        if (phrase.is_definite or phrase.is_plural or referent.named) and self._unnamed[key]:
            return self._unnamed[key][-1]
        number = self._add(referent)
        self._unnamed[key].append(number)
        if phrase.head != key and not phrase.is_owned:
            self._unnamed["\0" + phrase.head].append(number)
        return number

    def answering(self, phrase: Phrase) -> int | None:
        """The nearest before a definite description to whom it applies."""
        offset = self._words.starts[phrase.first]
        if phrase.is_owned or phrase.text.count(" ") > 2:
            return None
        if phrase.head in DOCUMENT_NOUNS:
            known = self._nearest(phrase, self._by_word, ("document" + phrase.head,))
            return known if known is not None else self._unnamed_before(phrase)
        if phrase.head in PERSON_NOUNS:
            return self._person_in_role(phrase, offset)
        if phrase.head in _BODY_NOUNS:
            known = self._nearest(phrase, self._by_word, ("organisation" + phrase.head,))
            return known if known is not None else self._unnamed_before(phrase)
        return self._unnamed_before(phrase)

    def pronoun(self, low: str, index: int, claims: Sequence[Claim], number: int) -> int | None:
        """Whom a pronoun refers to, none where that is open."""
        offset = self._words.span(index, index).start
        if low in _RELATIVE:
            return self._before_relative(low, index)
        speaking = self._around(claims, number)
        if low in _FIRST_PERSON:
            return speaking if speaking is not None and low in ("i", "me", "my", "we", "us", "our") else None
        if low in _MALE | _FEMALE:
            if speaking is not None and self._fits(speaking, low):
                return speaking
            return self._he_or_she(low, offset)
        if low in ("it", "its"):
            return self._it(offset)
        return self._they(offset) if low in ("they", "them", "their") else None

    def _add(self, referent: Referent) -> int:
        self.referents.append(referent)
        return len(self.referents) - 1

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def _heard(self, sentence: int, offset: int) -> Iterator[tuple[int, int, bool]]:
        """Who spoke or acted before ``offset``, nearest first, with the sentence and whether they spoke."""
        for number in range(sentence, max(-1, sentence - _FAR), -1):
            if self._document.paragraphs[self._document.sentences[number].paragraph].kind in ("caption", "boilerplate"):
                continue
            speaker = next((who for at, who in reversed(self._speakers.get(number, [])) if at < offset), None)
            if speaker is not None:
                yield speaker, number, True
                continue
            subject = self._subject(number, offset)
            if subject is not None:
                yield subject, number, False

    def _subject(self, sentence: int, offset: int) -> int | None:
        """Who acts first in a sentence: a name, or a description of somebody known ("The expert sees …")."""
        named = [first for first in self._subjects.get(sentence, [])[:1] if first[0] < offset]
        described = self._descriptions.get(sentence)
        if described is not None and (not named or named[0][0] > self._words.starts[described.first]):
            who = self._person_in_role(described, offset)
            if who is not None and self._words.span(described.first, described.first).start < offset:
                return who
        return named[0][1] if named else None

    def _near(self, offset: int) -> Iterator[tuple[int, bool, bool]]:
        """Who spoke or acted in this paragraph and the few before it: who, in this paragraph, by speaking."""
        if not self._document.sentences:
            return
        sentence = self._sentence(offset)
        paragraph = self._document.sentences[sentence].paragraph
        for who, number, spoke in self._heard(sentence, offset):
            distance = paragraph - self._document.sentences[number].paragraph
            if distance >= _REACH:
                return
            yield who, distance == 0, spoke

    def _he_or_she(self, low: str, offset: int) -> int | None:
        """The nearest person whose gender fits; where the text knows one gender only, whoever spoke last."""
        is_reliable = self._uses_she and self._uses_he and not self._drops_subjects
        fallback = None
        for who, _, spoke in self._near(offset):
            if self.referents[who].type != "person":
                continue
            if self._fits(who, low) or (not is_reliable and spoke and self._drops_subjects):
                return who
            if fallback is None and spoke and not is_reliable:
                fallback = who
        return fallback

    def _it(self, offset: int) -> int | None:
        last = None
        for who, here, spoke in self._near(offset):
            if self.referents[who].type != "person":
                return who
            if last is None and here:
                last = who
            if self._drops_subjects and (last is not None or spoke):
                return who
            if not here:
                return None
        return None

    def _they(self, offset: int) -> int | None:
        if not self._document.sentences:
            return None
        sentence = self._sentence(offset)
        for who, number, _ in self._heard(sentence, offset):
            same = self._document.sentences[number].paragraph == self._document.sentences[sentence].paragraph
            is_group = self.referents[who].type == "organisation"
            return who if same and is_group and sentence - number <= 1 else None
        return None

    def _around(self, claims: Sequence[Claim], number: int) -> int | None:
        """Who speaks in the claim that this one is part of."""
        parent = claims[number].parent
        return claims[parent].speaker if parent is not None else None

    def _before_relative(self, low: str, index: int) -> int | None:
        """The name right before "who" or "which"."""
        number = bisect_right(self.named, index, key=lambda name: name.first) - 1
        if number < 0 or self.named[number].last != index - 1:
            return None
        who = self.named[number].referent
        is_person = self.referents[who].type == "person"
        return who if is_person == (low == "who") or low == "that" else None

    def _fits(self, who: int, low: str) -> bool:
        """Whether a pronoun's gender does not contradict a person's."""
        if self.referents[who].type != "person":
            return False
        gender = self._gender(who)
        return not gender or (gender == "f") == (low in _FEMALE)

    def _gender(self, who: int) -> str:
        roles = self._roles.get(who, set())
        if roles & FEMALE_TITLES:
            return "f"
        if roles & MALE_TITLES:
            return "m"
        names = [fold(part).removeprefix("ex-") for part in self.referents[who].name.split()]
        if not self.referents[who].named:
            return "f" if not _WOMEN.isdisjoint(names) else "m" if not _MEN.isdisjoint(names) else ""
        first = names[0] if names else ""
        if " " not in self.referents[who].name or (first in FIRST_NAMES_FEMALE and first in FIRST_NAMES_MALE):
            return ""
        return "f" if first in FIRST_NAMES_FEMALE else "m" if first in FIRST_NAMES_MALE else ""

    def _person_in_role(self, phrase: Phrase, offset: int) -> int | None:
        """The nearest person of that role; for "the expert" whoever spoke last or is some sort of one."""
        known = self._nearest(phrase, self._by_role, (phrase.head,))
        if known is None:
            known = self._nearest(
                phrase, self._by_role, {role for roles in _SAME_ROLE if phrase.head in roles for role in roles}
            )
        if known is None and phrase.head in EXPERT_NOUNS:
            for number in range(self._sentence(offset), max(-1, self._sentence(offset) - _FAR), -1):
                for at, who in reversed(self._speakers.get(number, ())):
                    if at < offset and self.referents[who].type == "person":
                        return who
            known = self._nearest(phrase, self._by_role, EXPERT_ROLES)
        return known if known is not None else self._unnamed_before(phrase)

    def _unnamed_before(self, phrase: Phrase) -> int | None:
        """Somebody unnamed who was described with the same noun before ("a source … the source")."""
        same = self._unnamed.get(fold(phrase.text)) or (
            self._unnamed.get("\0" + phrase.head) if " " not in phrase.text else None
        )
        return same[-1] if same else None

    def _nearest(self, phrase: Phrase, index: dict[str, list[tuple[int, int]]], keys: Iterable[str]) -> int | None:
        """The referent named nearest before the description, among those that an index has under the keys."""
        best = (-1, -1)
        for key in keys:
            where = index.get(key, [])
            before = bisect_left(where, (phrase.first, -1))
            if before:
                best = max(best, where[before - 1])
        return best[1] if best[1] >= 0 else None

    def _index_mentions(self) -> None:
        """Where the bearers of each role are named, and the bodies and documents with each word in their names."""
        words = self._words
        for place in self.named:
            title = words.lows[place.first - 1] if place.first and words.joined[place.first] else ""
            if title in MALE_TITLES or title in FEMALE_TITLES:
                self._roles[place.referent].add(title)
            for role in self._roles.get(place.referent, ()):
                self._by_role[role].append((place.first, place.referent))
            referent = self.referents[place.referent]
            if referent.type in ("organisation", "document"):
                for word in {
                    singular(fold(part)) for name in (referent.name, *referent.aliases) for part in name.split()
                }:
                    self._by_word[referent.type + word].append((place.first, place.referent))

    def _is_quotation_alone(self, paragraph: int) -> bool:
        """Whether a paragraph holds quotation and little else."""
        span: Span = self._document.paragraphs[paragraph].span
        quoted = sum(
            min(quotation.end, span.end) - max(quotation.start, span.start)
            for quotation in self._document.quotations
            if quotation.overlaps(span)
        )
        return quoted * 10 >= 8 * (span.end - span.start)
