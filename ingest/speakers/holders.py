"""Who holds which role, and which bodies and documents have which words in their names: whom a description fits."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from ingest.coreference.expressions import Gender
from ingest.entities.evidence import apposed
from ingest.lexicon.first_names import FIRST_NAMES_FEMALE, FIRST_NAMES_MALE
from ingest.lexicon.gazetteer import CITIES, COUNTRIES, STATES
from ingest.lexicon.pronouns import FEMALE, MEN, WOMEN
from ingest.lexicon.words import FEMALE_TITLES, FUNCTION, HEADS_LAST, MALE_TITLES, ORG_NOUNS, SPEECH_VERBS, listed
from ingest.relations.named import named_between
from ingest.relations.roles import Place, held
from ingest.speakers.homes import Homes
from ingest.speakers.introduced import introduced_as
from ingest.speakers.phrases import Phrase, singular
from ingest.words import Words, fold
from kg.model import Referent

_SAME_ROLE = (
    listed("senator lawmaker legislator congressman congresswoman representative parliamentarian"),
    listed("deputy parliamentarian lawmaker legislator mp"),
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

_SAME_DOCUMENT = listed("poll survey study report research analysis paper census review")
"""What one document may be called in turn."""
_TELLS_GENDER = listed("businessman businesswoman congressman congresswoman lady gentleman actress heiress")
"""Nouns that stand for somebody known by their gender alone ("the New York businessman")."""
_NEW = listed("new recent latest national major federal state fresh separate")
_KINDS = (
    listed("company firm business manufacturer retailer maker group inc ltd corp corporation co motor industry"),
    listed("agency bureau department administration service commission division office"),
    listed("charity organisation organization group foundation alliance coalition association society network"),
    listed("institute institution university centre center school college observatory museum"),
)
"""Nouns by which a body may be called whose own name has none of another kind."""
_AREAS = listed("country nation state city town province region")
_NEAR = 60
_BELOW = 200
_FAR = 400


def alike(head: str) -> set[str]:
    """The other roles by which the holder of a role may be called."""
    return {role for roles in _SAME_ROLE if head in roles for role in roles}


def _is_closed(words: Words, noun: int) -> bool:
    """Whether an apposition's noun ends it, or a small word goes on: no verb follows ("the Ledger, the paper said")."""
    follows = noun + 1
    return follows >= len(words) or not words.joined[follows] or words.lows[follows] in FUNCTION - SPEECH_VERBS


def _is_area(name: str, noun: str) -> bool:
    """Whether a place that is no country may be called by a noun: no city is "the state", and no state "the city"."""
    is_city = noun in ("city", "town")
    return name not in COUNTRIES and name not in (STATES if is_city else CITIES)


class Holders:
    """The roles of an article's people by where their holders are named, and the words in names of bodies."""

    def __init__(self, words: Words, named: Sequence[Place], referents: Sequence[Referent]) -> None:
        self._words = words
        self._named = named
        self._referents = referents
        self._held = held(words, named, referents)
        self.homes = Homes(words, named, referents, self._held)
        self._roles: dict[int, set[str]] = defaultdict(set)
        for role in self._held:
            self._roles[role.subject].add(role.head)
        self._by_role: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._by_word: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._index()

    def _index(self) -> None:
        """Where the bearers of each role are named, and the bodies and documents with each word in their names."""
        words = self._words
        for place in self._named:
            title = words.lows[place.first - 1] if place.first and words.joined[place.first] else ""
            if title in MALE_TITLES or title in FEMALE_TITLES:
                self._roles[place.referent].add(title)
            if self._referents[place.referent].type == "person" and (introducing := introduced_as(words, place.first)):
                self._roles[place.referent].add(introducing)
            for role in self._roles.get(place.referent, ()):
                self._by_role[role].append((place.first, place.referent))
            referent = self._referents[place.referent]
            kind, noun = apposed(words, place.last)
            if referent.type == "organisation" and kind == "organisation" and _is_closed(words, noun):
                self._by_word[referent.type + singular(words.lows[noun])].append((place.first, place.referent))
            if referent.type in ("organisation", "document"):
                for word in {
                    singular(fold(part)) for name in (referent.name, *referent.aliases) for part in name.split()
                }:
                    self._by_word[referent.type + word].append((place.first, place.referent))

    def told_apart(self, phrase: Phrase) -> int | None:
        """The person whose stated role and body a fuller description repeats ("the Harbour Bank director").

        None where nobody, or where two people, hold such a role.
        """
        words = set(fold(phrase.text).split()) - {phrase.head}
        if not words:
            return None
        heads = {phrase.head, *alike(phrase.head)}
        bodies = {
            place.referent
            for place in named_between(self._named, phrase.first, phrase.last + 1)
            if self._referents[place.referent].type == "organisation"
        }
        holders = {
            role.subject
            for role in self._held
            if role.head in heads
            and (role.body in bodies if bodies else words <= set(fold(role.role).replace("-", " ").split()) | heads)
        }
        return holders.pop() if len(holders) == 1 else None

    def in_role(self, phrase: Phrase, roles: Iterable[str]) -> int | None:
        """The holder of one of the roles who is named nearest before a description; none of another place or party.

        Where it names a place or a party, who is told with it and holds such a role; else the only one who does.
        """
        near = [who for who in self._all_before(phrase, roles) if not self.homes.contradicts(who, phrase)]
        if not self.homes.are_told(phrase):
            return near[0] if near else None
        everybody = self._all_before(phrase, {phrase.head, *alike(phrase.head)})
        confirmed = [who for who in everybody if self.homes.confirms(who, phrase)]
        if confirmed:
            return confirmed[0]
        return near[0] if near and len(everybody) == 1 else None

    def _all_before(self, phrase: Phrase, roles: Iterable[str]) -> list[int]:
        """Everybody who holds one of the roles and is named before a description, the nearest first."""
        places = sorted(
            (where for role in roles for where in self._by_role.get(role, ()) if where[0] < phrase.first), reverse=True
        )
        return list(dict.fromkeys(who for _, who in places))

    def from_there(self, phrase: Phrase) -> int | None:
        """The person named nearest before a description who is told with the place or the party that it names."""
        people = (place.referent for place in reversed(named_between(self._named, 0, phrase.first)))
        return next((who for who in people if self.homes.confirms(who, phrase)), None)

    def by_word(self, phrase: Phrase, kind: str) -> int | None:
        """The body or document named nearest before a description whose name has the description's head."""
        return self._nearest(phrase, self._by_word, (kind + phrase.head,))

    def named_with(self, noun: str) -> set[int]:
        """Every body whose name has a noun."""
        return {who for _, who in self._by_word.get("organisation" + noun, ())}

    def last_body(self, phrase: Phrase) -> int | None:
        """The body named nearest before a description, whatever its part there."""
        near = (place.referent for place in reversed(named_between(self._named, 0, phrase.first)[-_NEAR:]))
        return next((who for who in near if self._referents[who].type == "organisation"), None)

    def may_be(self, who: int, noun: str) -> bool:
        """Whether a body may be called by a noun: its name has one of that kind, or none that tells a kind."""
        kinds = [kind for kind in _KINDS if noun in kind]
        telling = {singular(word) for word in self.words_of(who)} & (HEADS_LAST | ORG_NOUNS)
        return any(telling <= kind and (telling or kind is not _KINDS[-1]) for kind in kinds)

    def words_of(self, who: int) -> set[str]:
        """The words in all names of a referent."""
        referent = self._referents[who]
        return {fold(word) for name in (referent.name, *referent.aliases) for word in name.split()}

    def roles_of(self, who: int) -> set[str]:
        """The words of all roles that the text gives to somebody."""
        return {word for role in self._held if role.subject == who for word in fold(role.role).split()}

    def kin_document(self, phrase: Phrase) -> int | None:
        """The document named just before that goes by another noun ("a Ledger survey … the study")."""
        if phrase.head not in _SAME_DOCUMENT:
            return None
        found = self._nearest(phrase, self._by_word, ["document" + noun for noun in _SAME_DOCUMENT])
        return found if found is not None and self.is_near(found, phrase.first, _NEAR) else None

    def named_below(self, phrase: Phrase, kind: str) -> int | None:
        """What a headline or an opening describes and the text names soon after ("A new poll …, an Ipsos poll")."""
        telling = set(fold(phrase.text).split()) - {phrase.head}
        if phrase.is_plural or phrase.is_owned or not telling <= _NEW:
            return None
        where = self._by_word.get(kind + phrase.head, [])
        after = bisect_left(where, (phrase.last + 1, -1))
        if after or not where or where[0][0] > phrase.last + _BELOW:
            return None
        return where[0][1]

    def by_gender(self, phrase: Phrase, heard: Iterable[int]) -> int | None:
        """The only man, or the only woman, among those ``heard`` so far, or else among those named so far."""
        if phrase.head not in _TELLS_GENDER:
            return None
        wanted = "f" if phrase.head in WOMEN else "m"
        named = (place.referent for place in self._named if phrase.first - _FAR < place.first < phrase.first)
        for people in (heard, named):
            persons = {who for who in people if self._referents[who].type == "person"}
            fitting = {who for who in persons if self.gender(who, self._referents[who]) == wanted}
            if fitting:
                return fitting.pop() if len(fitting) == 1 else None
        return None

    def area(self, phrase: Phrase) -> int | None:
        """The place named just before that "the country" or "the state" means."""
        if phrase.head not in _AREAS or " " in phrase.text:
            return None
        is_country = phrase.head in ("country", "nation")
        for place in reversed(named_between(self._named, 0, phrase.first)):
            if phrase.first - place.first > _NEAR:
                return None
            referent = self._referents[place.referent]
            is_one = referent.name in COUNTRIES if is_country else _is_area(referent.name, phrase.head)
            if referent.type == "place" and is_one:
                return place.referent
        return None

    def is_near(self, who: int, index: int, words: int) -> bool:
        """Whether somebody is named within so many words before a word."""
        return any(place.referent == who for place in named_between(self._named, index - words, index))

    def holding(self, roles: Iterable[str]) -> set[int]:
        """Everybody who holds one of the roles anywhere in the article."""
        return {who for role in roles for _, who in self._by_role.get(role, ())}

    def _nearest(self, phrase: Phrase, index: dict[str, list[tuple[int, int]]], keys: Iterable[str]) -> int | None:
        best = (-1, -1)
        for key in keys:
            where = index.get(key, [])
            before = bisect_left(where, (phrase.first, -1))
            if before:
                best = max(best, where[before - 1])
        return best[1] if best[1] >= 0 else None

    def fits(self, who: int, referent: Referent, low: str) -> bool:
        """Whether a pronoun's gender does not contradict a person's."""
        if referent.type != "person":
            return False
        gender = self.gender(who, referent)
        return not gender or (gender == "f") == (low in FEMALE)

    def gender(self, who: int, referent: Referent) -> Gender:
        """``f`` or ``m`` where titles, roles or the first name tell, else nothing."""
        roles = self._roles.get(who, set())
        if roles & FEMALE_TITLES:
            return "f"
        if roles & MALE_TITLES:
            return "m"
        names = [fold(part).removeprefix("ex-") for part in referent.name.split()]
        if not referent.named:
            return "f" if not WOMEN.isdisjoint(names) else "m" if not MEN.isdisjoint(names) else ""
        first = names[0] if names else ""
        if " " not in referent.name or (first in FIRST_NAMES_FEMALE and first in FIRST_NAMES_MALE):
            return ""
        return "f" if first in FIRST_NAMES_FEMALE else "m" if first in FIRST_NAMES_MALE else ""
