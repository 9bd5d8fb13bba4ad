"""Whom a pronoun or a description refers to: what has been said by whom so far, sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ingest.document import Document
from ingest.entities.evidence import PLACE_MARKS, apposed
from ingest.lexicon.first_names import FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.words import (
    COMMON,
    DOCUMENT_NOUNS,
    EXPERT_NOUNS,
    EXPERT_ROLES,
    FEMALE_TITLES,
    MALE_TITLES,
    ORG_NOUNS,
    OUTLET_NOUNS,
    PERSON_NOUNS,
    TITLES,
    listed,
)
from ingest.relations.roles import Place, held
from ingest.speakers.descriptions import Phrase, singular, type_of
from ingest.speakers.subjects import descriptions, openings, subjects
from ingest.words import Words, fold
from kg.model import Claim, EntityType, Referent, Span

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
_ASKING = {"Q": "interviewer", "Question": "interviewer", "Interviewer": "interviewer"}
"""What stands before a question in an interview, and what it means."""
_MOST_NAMES = 3
_LONGEST_ACRONYM = 5
"""Letters: a longer word in capitals that opens a line is where the story was filed."""
_ARTICLES = listed("a an the his her its their")
_LONGEST_APPOSITION = 14
_REACH = 3
_FAR = 12
_SEVERAL_DROPPED = 2
_BODIES = listed("campaign administration government police army parliament")


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
        self._held = held(words, named, referents)
        for role in self._held:
            self._roles[role.subject].add(role.head)
        self._by_role: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._by_word: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._index_mentions()
        self._located = [
            place
            for place in range(len(words))
            if (words.joined[place] and words.lows[place - 1] in PLACE_MARKS)
            or (words.opens[place] and words.words[place].isupper() and len(words.words[place]) > _LONGEST_ACRONYM)
        ]
        self._newcomers: dict[str, int] = {}
        self._subjects = subjects(document, words, named, self._sentence)
        self._descriptions = descriptions(words, self._sentence)
        self._groups = openings(words, self._sentence, is_plural=True)
        self._bodies = openings(words, self._sentence, is_plural=False)
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
        first = phrase.first
        while first < phrase.last and self._words.lows[first] in TITLES:
            first += 1
        text = " ".join(self._words.text(first, phrase.last).split())
        if text in _ASKING:
            return self.unnamed(Referent("person", _ASKING[text], (), named=False), phrase)
        key = fold(text)
        if not self._newcomers:
            for number, referent in reversed(list(enumerate(self.referents))):
                if referent.named and referent.type == "person":
                    self._newcomers[fold(referent.name).split(" ")[-1]] = number
            self._newcomers.update({fold(who.name): number for number, who in enumerate(self.referents) if who.named})
        if key in self._newcomers:
            return self._newcomers[key]
        kind = self._type_of_newcomer(first, phrase.last, has_title=first > phrase.first)
        self._newcomers[key] = self._add(Referent(kind, text))
        return self._newcomers[key]

    def _type_of_newcomer(self, first: int, last: int, *, has_title: bool) -> EntityType:
        """The type of a name that was not known as one: what an apposition calls it, else what its words look like."""
        words = self._words
        if has_title:
            return "person"
        kind, _ = apposed(words, last)
        if kind is not None:
            return kind
        if any(words.folds[first] == words.folds[place] for place in self._located):
            return "place"
        places = range(first, last + 1)
        is_plain = all(words.lows[place] not in COMMON and not words.words[place].isupper() for place in places)
        return "person" if is_plain and len(places) <= _MOST_NAMES and words.words[first] != "The" else "organisation"

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

    def described(self, phrase: Phrase) -> int:
        """Whom a description refers to: somebody known, else somebody unnamed."""
        if phrase.is_definite and not phrase.is_plural:
            known = self.answering(phrase)
            if known is not None:
                return known
        return self.unnamed(Referent(type_of(phrase), phrase.text, (), named=_is_named(phrase)), phrase)

    def answering(self, phrase: Phrase) -> int | None:
        """The nearest before a definite description to whom it applies."""
        offset = self._words.starts[phrase.first]
        if phrase.head in PERSON_NOUNS and not phrase.is_owned and (known := self._told_apart(phrase)) is not None:
            return known
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

    def _told_apart(self, phrase: Phrase) -> int | None:
        """The person whose stated role and body a fuller description repeats ("the Harbour Bank director").

        None where nobody, or where two people, hold such a role.
        """
        heads = {phrase.head, *(role for roles in _SAME_ROLE if phrase.head in roles for role in roles)}
        bodies = {
            place.referent
            for place in self.named
            if phrase.first <= place.first <= phrase.last and self.referents[place.referent].type == "organisation"
        }
        words = set(fold(phrase.text).split()) - {phrase.head}
        if not words:
            return None
        holders = {
            role.subject
            for role in self._held
            if role.head in heads
            and (role.body in bodies if bodies else words <= set(fold(role.role).replace("-", " ").split()) | heads)
        }
        return holders.pop() if len(holders) == 1 else None

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
                break
        return self._opening(self._bodies, offset)

    def _they(self, offset: int) -> int | None:
        if not self._document.sentences:
            return None
        group = self._opening(self._groups, offset)
        if group is not None:
            return group
        sentence = self._sentence(offset)
        for who, number, _ in self._heard(sentence, offset):
            same = self._document.sentences[number].paragraph == self._document.sentences[sentence].paragraph
            is_group = self.referents[who].type == "organisation"
            return who if same and is_group and sentence - number <= 1 else None
        return None

    def _opening(self, phrases: dict[int, Phrase], offset: int) -> int | None:
        """Whom the description refers to that acts before ``offset`` in its sentence, or in the one before it."""
        sentence = self._sentence(offset)
        for number in (sentence, sentence - 1):
            phrase = phrases.get(number)
            if phrase is None or self._words.span(phrase.first, phrase.first).start >= offset:
                continue
            sentences = self._document.sentences
            if sentences[number].paragraph == sentences[sentence].paragraph:
                return self.described(phrase)
        return None

    def _around(self, claims: Sequence[Claim], number: int) -> int | None:
        """Who speaks in the claim that this one is part of."""
        parent = claims[number].parent
        return claims[parent].speaker if parent is not None else None

    def _before_relative(self, low: str, index: int) -> int | None:
        """The name right before "who" or "which"."""
        number = bisect_right(self.named, index, key=lambda name: name.first) - 1
        if (
            number < 0
            or not (self.named[number].last == index - 1 or self._is_apposed(self.named[number].last, index))
            or (low == "who" and self.referents[self.named[number].referent].type != "person")
        ):
            number = self._before_apposition(number, index)
        if number < 0:
            return None
        who = self.named[number].referent
        is_person = self.referents[who].type == "person"
        return who if is_person == (low == "who") or low == "that" else None

    def _before_apposition(self, number: int, index: int) -> int:
        """The number of the name before an apposition that itself ends in a name ("Lima, the Porto leader, who")."""
        earlier = number - 1
        is_person = earlier >= 0 and self.referents[self.named[earlier].referent].type == "person"
        return earlier if is_person and self._is_apposed(self.named[earlier].last, index) else -1

    def _is_apposed(self, last: int, index: int) -> bool:
        """Whether nothing but an apposition stands between the name that ends at ``last`` and the word at ``index``."""
        words = self._words
        if not last + 1 < index <= last + _LONGEST_APPOSITION or words.after(last) != ", ":
            return False
        if words.before(index) != ", " or words.lows[last + 1] not in _ARTICLES:
            return False
        return all(words.joined[place] for place in range(last + 2, index))

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


def _is_named(phrase: Phrase) -> bool:
    """Whether a description is as good as a name: that of a body, told by a name ("the Lima campaign")."""
    *telling, head = phrase.text.split()
    return head in _BODIES and not phrase.is_owned and bool(telling) and all(word[0].isupper() for word in telling)
