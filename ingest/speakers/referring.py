"""Pronouns and descriptions outside of speakers' words: whom they stand for, where that is beyond doubt."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from ingest.coreference.compatible import Entity
from ingest.coreference.expressions import Expression, read
from ingest.coreference.pronouns import ranked
from ingest.coreference.surroundings import acts
from ingest.document import Document
from ingest.entities.evidence import noun_type
from ingest.lexicon.pronouns import FEMALE, MALE
from ingest.lexicon.words import (
    DOCUMENT_NOUNS,
    EXPERT_NOUNS,
    FUNCTION,
    PERSON_NOUNS,
    PERSON_VERBS,
    SPEECH_VERBS,
    listed,
)
from ingest.speakers.answering import BODY_NOUNS
from ingest.speakers.antecedents import Scene
from ingest.speakers.holders import alike
from ingest.speakers.phrases import DETERMINERS, Phrase
from ingest.words import Words, fold
from kg.model import Claim, Mention, Span

_HE_OR_SHE = MALE | FEMALE
_MARGIN = 6.0
"""By so much the best antecedent must be more salient than the next."""
_TIES = listed("of for from at with in on")
_NEAR = 80
"""Words: whoever is described further before a pronoun is not who it stands for."""
_ANY_BODY = listed(
    "press media nation state city country house right left family public site side center centre service"
)
"""Nouns for bodies that mostly stand for no body in particular."""
_PAST = listed("former late ex then")
_ROLE_REACH = 150
"""Words: whoever was named further before is no longer whom "the governor" means."""
_BESIDE = 3
_SENTENCE = 60
"""Words: the subject of a longer sentence is not looked for."""
_ITS_REACH = 12
"""Words: "its" does not reach further back."""
_JOINING = listed("and or of")
_LONGEST = 4


def refer(
    document: Document, words: Words, scene: Scene, claims: Sequence[Claim], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions by pronouns and descriptions that are none yet, in no order."""
    taken = {place for mention in mentions for place in _places(words, mention.span)}
    described = list(_descriptions(words, scene, taken))
    known = sorted([*mentions, *described], key=lambda mention: mention.span)
    return [*described, *_its(document, words, scene, taken), *_pronouns(document, words, scene, claims, known, taken)]


def _places(words: Words, span: Span) -> range:
    return range(words.at(span.start), words.at(span.end - 1) + 1)


def _its(document: Document, words: Words, scene: Scene, taken: set[int]) -> Iterator[Mention]:
    """Each "its" whose sentence has one body or place for its subject, and names no other before it."""
    starts = [place.first for place in scene.named]
    for place, low in enumerate(words.lows):
        if low != "its" or place in taken or words.opens[place] or words.lows[place - 1] in _JOINING:
            continue
        opening = next((at for at in range(place, max(-1, place - _SENTENCE), -1) if words.opens[at]), place)
        named = scene.named[bisect_left(starts, opening) : bisect_left(starts, place)]
        bodies = [name for name in named if scene.referents[name.referent].type in ("organisation", "place")]
        if len({name.referent for name in bodies}) != 1:
            continue
        name = bodies[0]
        is_first = name.first - opening <= (words.lows[opening] == "the")
        if (
            is_first
            and place - name.last <= _ITS_REACH
            and acts(document.text, words.span(name.first, name.last), opens=True)
        ):
            yield Mention(words.span(place, place), name.referent, "pronoun")


def _pronouns(
    document: Document,
    words: Words,
    scene: Scene,
    claims: Sequence[Claim],
    known: Sequence[Mention],
    taken: set[int],
) -> Iterator[Mention]:
    """The pronouns "he" and "she" in text order, each with those who were mentioned before it."""
    places = [place for place, low in enumerate(words.lows) if low in _HE_OR_SHE and place not in taken]
    if not places:
        return
    persons = [mention for mention in known if scene.referents[mention.referent].type == "person"]
    strangers = list(_strangers(words, taken, places))
    spans = [mention.span for mention in persons] + strangers + [words.span(place, place) for place in places]
    expressions = read(document, spans)
    entities: dict[int, Entity] = {}
    by_referent: dict[int, Entity] = {}
    referent_of: dict[int, int | None] = {}
    for one, mention in zip(expressions, persons, strict=False):
        entities[one.number] = _taken_in(scene, by_referent, mention.referent, one)
        referent_of[one.number] = mention.referent
    for one in expressions[len(persons) : len(persons) + len(strangers)]:
        entities[one.number] = Entity.of(one)
        referent_of[one.number] = None
    voices = _Voices(claims)
    before: list[Expression] = []
    ordered = sorted(expressions, key=lambda one: one.span)
    for one, follows in zip(ordered, [*ordered[1:], None], strict=True):
        if one.number in entities:
            before.append(one)
            continue
        who = _certain(document, scene, one, before, entities, referent_of, voices)
        if follows is not None and who == referent_of.get(follows.number) and _are_beside(document.text, one, follows):
            who = None  # "he met Lima": he is not Lima
        if who is not None:
            entities[one.number] = _taken_in(scene, by_referent, who, one)
            referent_of[one.number] = who
            before.append(one)
            yield Mention(one.span, who, "pronoun")


def _are_beside(text: str, one: Expression, other: Expression) -> bool:
    """Whether a name follows a pronoun in its clause."""
    between = text[one.span.end : other.span.start]
    return one.sentence == other.sentence and len(between.split()) <= _BESIDE and not re.search(r"[^\w\s]", between)


def _strangers(words: Words, taken: set[int], pronouns: Sequence[int]) -> Iterator[Span]:
    """Single people who are described and not known: a pronoun may stand for them."""
    for place, low in enumerate(words.lows):
        if low not in PERSON_NOUNS or place in taken or _goes_on(words, place):
            continue
        follows = bisect_right(pronouns, place)
        if follows == len(pronouns) or pronouns[follows] > place + _NEAR:
            continue
        first = place
        while first and words.joined[first] and place - first < _LONGEST and words.lows[first] not in DETERMINERS:
            first -= 1
        if words.lows[first] in DETERMINERS or words.possessive[first]:
            yield words.span(first, place)


def _taken_in(scene: Scene, by_referent: dict[int, Entity], who: int, one: Expression) -> Entity:
    """The entity of a referent with one more expression."""
    entity = by_referent.get(who)
    if entity is None:
        gender = scene.gender(who)
        entity = Entity([one], {scene.referents[who].type}, {gender} if gender else set())
        entity.is_several = scene.referents[who].group
        by_referent[who] = entity
    else:
        entity.members.append(one)
    if one.kind == "pronoun" and one.gender and not entity.genders and not scene.drops_subjects:
        entity.genders.add(one.gender)
    return entity


def _certain(
    document: Document,
    scene: Scene,
    one: Expression,
    before: Sequence[Expression],
    entities: dict[int, Entity],
    referent_of: dict[int, int | None],
    voices: _Voices,
) -> int | None:
    """The referent that a pronoun stands for, none where two are about as likely."""
    speaker, is_direct = voices.around(one.span)
    found = [(score, referent_of[other.number], other) for score, other in ranked(document.text, one, before, entities)]
    if is_direct:
        found = [entry for entry in found if entry[1] != speaker]
    if not found:
        return None
    score, who, _ = found[0]
    if len(found) > 1 and score - found[1][0] < _MARGIN:
        return None
    if scene.drops_subjects:
        here = [
            other for other in before if other.paragraph == one.paragraph and "person" in entities[other.number].types
        ]
        if {referent_of[other.number] for other in here} != {who}:
            return None
    return who


class _Voices:
    """Who speaks where."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        spoken = [
            (part, claim.speaker, claim.mode == "direct")
            for claim in claims
            if claim.mode != "narration"
            for part in claim.parts
        ]
        self._spoken = sorted(spoken, key=lambda entry: (entry[0].start, -entry[0].end))
        self._starts = [part.start for part, _, _ in self._spoken]

    def around(self, span: Span) -> tuple[int | None, bool]:
        """Who speaks in the smallest claim around a span, and whether in direct speech."""
        last = bisect_right(self._starts, span.start)
        for part, speaker, is_direct in reversed(self._spoken[max(0, last - 8) : last]):
            if part.contains(span):
                return speaker, is_direct
        return None, False


def _descriptions(words: Words, scene: Scene, taken: set[int]) -> Iterator[Mention]:
    """Descriptions ("the expert", "the president-elect", "the company"), each with whom the scene finds for it."""
    for place, low in enumerate(words.lows):
        if low != "the" or place in taken:
            continue
        phrase = _phrase(words, place)
        if phrase is None or not taken.isdisjoint(range(phrase.first, phrase.last + 1)):
            continue
        who = _surely(scene, phrase)
        if who is not None:
            yield Mention(words.span(phrase.first, phrase.last), who, "nominal")


def _surely(scene: Scene, phrase: Phrase) -> int | None:
    """Whom a definite description stands for, none where two could be meant."""
    if phrase.head in DOCUMENT_NOUNS or phrase.head in _ANY_BODY:
        return None
    told = scene.answering(phrase)
    if told is None or not scene.referents[told.who].named:
        return None
    telling = set(fold(phrase.text).split()) - {phrase.head}
    if phrase.head in BODY_NOUNS:
        is_only = scene.holders.named_with(phrase.head) == {told.who}
        return told.who if is_only and telling <= scene.holders.words_of(told.who) else None
    if phrase.head in EXPERT_NOUNS:
        return told.who
    holders = scene.holders.holding((phrase.head,)) or scene.holders.holding(alike(phrase.head))
    roles = scene.holders.roles_of(told.who)
    is_still = _PAST.isdisjoint(roles) or not _PAST.isdisjoint(telling)
    is_near = scene.holders.is_near(told.who, phrase.first, _ROLE_REACH)
    return told.who if holders == {told.who} and telling <= roles and is_still and is_near else None


def _phrase(words: Words, first: int) -> Phrase | None:
    """The definite description of one person, body or document that begins at "the", where its end is clear."""
    for place in range(first + 1, min(first + 1 + _LONGEST, len(words))):
        if not words.joined[place] or words.possessive[place - 1] or words.lows[place] in FUNCTION:
            return None
        low = words.lows[place]
        if noun_type(low) is None and low not in DOCUMENT_NOUNS:
            continue
        if not _ends(words, place):
            continue
        text = words.text(first + 1, place)
        return Phrase("description", first, place, None, low, text, is_definite=True)
    return None


def _goes_on(words: Words, place: int) -> bool:
    """Whether another noun for somebody, or a name, follows a noun."""
    follows = place + 1
    if follows >= len(words) or words.possessive[place] or not words.joined[follows]:
        return False
    return words.lows[follows] in PERSON_NOUNS or words.words[follows][0].isupper()


def _ends(words: Words, place: int) -> bool:
    """Whether a noun is the last of its noun phrase: no noun follows, and nothing is tied to it."""
    follows = place + 1
    if follows >= len(words) or words.possessive[place] or not words.joined[follows]:
        return True
    low = words.lows[follows]
    if low in _TIES:
        return low not in ("of", "for")
    return low in FUNCTION or low in SPEECH_VERBS or low in PERSON_VERBS
