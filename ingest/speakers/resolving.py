"""Who speaks in each claim, whom or what it is about, and which documents it cites.

A name speaks for itself. A pronoun goes to whoever spoke or acted last, a description ("the expert") to the nearest
who answers to it, else it is somebody unnamed. Where that is open, nobody is named: a wrong speaker is the worst fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.lexicon.gazetteer import DEMONYMS
from ingest.lexicon.pronouns import FEMALE, MALE
from ingest.lexicon.words import SPEECH_VERBS, listed
from ingest.relations.roles import named_at, places
from ingest.speakers.answering import Told
from ingest.speakers.antecedents import Scene
from ingest.speakers.descriptions import read
from ingest.speakers.linking import link
from ingest.speakers.metonyms import marked
from ingest.speakers.phrases import DETERMINERS, PRONOUNS, Phrase, type_of
from ingest.speakers.referring import refer
from ingest.words import Words, split
from kg.model import Claim, Mention, MentionForm, Referent, Span

_PASSIVE = listed(
    """
    is was are were be been being according reportedly allegedly expected reported believed said to in by
    """
)
_LONGEST = 7
_PLANS = listed("plan proposal platform agenda")
"""What somebody wants, as a thing that calls for it or promises it."""
_RECKONINGS = listed("calculation calculations estimate estimates estimation estimations reckoning words account")
"""What somebody reckons or says: what holds according to that, they say themselves."""
_PREPOSITIONS = listed("of in on at for from with by to")
_PEOPLES = frozenset(name for name in DEMONYMS if name.endswith("s"))
"""Peoples ("Chileans"): as speakers they are groups, whatever else their names were taken for."""
_ALL_OF_US = listed("we us everyone everybody")
"""Pronouns for many people at once: whoever they are, they are a group."""
_BEFORE = 12
_CLAUSE_OPENS = re.compile(r"(?:\A|[\n.!?;][\"”’]?|\b(?:and|but|also|then|later))\s*\Z", re.IGNORECASE)
_PARTICIPLES = listed(
    """
    saying adding arguing noting warning insisting stressing claiming explaining suggesting predicting recalling
    promising emphasizing stating
    """
)
_NO_VERBS = listed(
    "claims fears hopes reports doubts promises plans demands estimates suspects asked told urged expected"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """Whom a speaker's words refer to, the words that do, and how that was told."""

    referent: int | None
    first: int
    last: int
    form: MentionForm
    reason: str = ""


def resolve(
    document: Document, claims: Sequence[Claim], referents: Sequence[Referent], mentions: Sequence[Mention]
) -> tuple[tuple[Claim, ...], tuple[Referent, ...], tuple[Mention, ...]]:
    """The claims with speakers, ``about`` and ``cites``, and the referents and mentions with those that speakers add.

    The referents that came in keep their numbers. Narration keeps the speaker it has.
    """
    words = split(document)
    mentions = sorted(mentions, key=lambda mention: mention.span)
    named = [place for place in places(words, mentions) if words.words[place.first] not in _PEOPLES]
    scene = Scene(document, words, named, referents, claims)
    resolved = list(claims)
    found_at: dict[Span, _Found] = {}
    spoken = [number for number, claim in enumerate(claims) if claim.mode != "narration"]
    for number in sorted(spoken, key=lambda number: (_anchor(claims[number]), number)):
        claim = claims[number]
        if claim.speaker_span is not None:
            found = found_at.get(claim.speaker_span)
            if found is None:
                found = _speaker(words, scene, resolved, number)
                found_at[claim.speaker_span] = found
            if found.referent is not None:
                resolved[number] = replace(claim, speaker=found.referent, speaker_reason=found.reason)
        if resolved[number].speaker is None and _lacks_subject(document, claim):
            speaker = scene.last_speaker(_anchor(claim))
            if _is_told_of(words, claim):
                speaker = None
            if speaker is not None and _may_be(words, scene, claim, speaker):
                reason = "subject dropped" if claim.cue_span is not None else "quotation without a speaker"
                resolved[number] = replace(claim, speaker=speaker, speaker_reason=f"carried forward: {reason}")
        scene.note(resolved[number])
    everybody = tuple(scene.referents)
    everywhere = _with_mentions(words, mentions, found_at.values())
    others = refer(document, words, scene, resolved, everywhere)
    everywhere = tuple(sorted((*everywhere, *others), key=lambda mention: mention.span))
    everywhere = marked(words, everywhere, everybody, resolved)
    return link(document, words, _completed(resolved, others, mentions), everybody, everywhere)


def _is_told_of(words: Words, claim: Claim) -> bool:
    """Whether words other than a pronoun say who speaks, though they lead to nobody ("The cable indicated …")."""
    if claim.speaker_span is None or words.at(claim.speaker_span.start) >= len(words):
        return False
    last = min(words.at(claim.speaker_span.end - 1), len(words) - 1)
    return words.lows[words.at(claim.speaker_span.start)] in DETERMINERS - PRONOUNS and words.lows[last] not in PRONOUNS


def _may_be(words: Words, scene: Scene, claim: Claim, speaker: int) -> bool:
    """Whether the pronoun that names a speaker, where one does, allows that it is somebody."""
    if claim.speaker_span is None:
        return True
    low = words.lows[min(words.at(claim.speaker_span.start), len(words) - 1)]
    if low in ("they", "their"):
        return scene.referents[speaker].type != "person"
    return scene.drops_subjects or low not in MALE | FEMALE or scene.fits(speaker, low)


def _completed(claims: Sequence[Claim], others: Sequence[Mention], named: Sequence[Mention]) -> list[Claim]:
    """The claims, those by "he" or "she" with the speaker whom the pronoun stands for as those elsewhere do.

    Whom only the words said themselves introduce ("Lima is a liar, he said") does not say them.
    """
    who = {mention.span: mention.referent for mention in others if mention.form == "pronoun"}
    first: dict[int, Span] = {}
    for mention in named:
        first.setdefault(mention.referent, mention.span)
    return [
        replace(claim, speaker=who[claim.speaker_span], speaker_reason="pronoun: nobody else near is as likely")
        if claim.speaker is None
        and claim.speaker_span in who
        and not any(part.contains(first.get(who[claim.speaker_span], claim.speaker_span)) for part in claim.parts)
        else claim
        for claim in claims
    ]


def _anchor(claim: Claim) -> int:
    """Where a claim says who speaks, else where it begins."""
    if claim.cue_span is not None:
        return claim.cue_span.start
    return claim.parts[0].start


def _speaker(words: Words, scene: Scene, claims: Sequence[Claim], number: int) -> _Found:
    """Whom the words that name a claim's speaker refer to."""
    span = claims[number].speaker_span
    assert span is not None
    first = words.at(span.start)
    if first + 1 < len(words) and words.lows[first] in ("his", "her") and words.lows[first + 1] in _RECKONINGS:
        return _planner(words, scene, claims, number, first) or _Found(None, first, first, "pronoun")
    phrase = read(words, span, scene.named, scene.referents)
    if phrase.kind == "name" and phrase.referent is not None:
        return _Found(phrase.referent, phrase.first, phrase.last, "name", _named(words, scene, phrase))
    if phrase.kind == "pronoun":
        low = re.split("['’]", words.lows[phrase.first])[0]
        told = scene.pronoun(low, phrase.first, claims, number)
        if told is None and low in _ALL_OF_US and claims[number].parent is None:
            told = scene.described(Phrase("description", phrase.first, phrase.first, None, low, low, is_plural=True))
        if told is None and low in ("who", "which"):
            told = _before_relative(words, scene, phrase.first)
        return _found(told, phrase.first, phrase.first, "pronoun")
    if phrase.kind == "capitals":
        who = scene.newcomer(phrase)
        if scene.referents[who].named:
            return _Found(who, phrase.first, phrase.last, "name", "name")
        return _Found(who, phrase.first, phrase.last, "nominal", "description: no name in the text")
    if phrase.kind == "description":
        if (
            phrase.is_owned
            and phrase.head in _PLANS
            and (whose := _planner(words, scene, claims, number, phrase.first))
        ):
            return whose
        return _found(scene.described(phrase), phrase.first, phrase.last, "nominal")
    return _Found(None, phrase.first, phrase.last, "nominal")


def _planner(words: Words, scene: Scene, claims: Sequence[Claim], number: int, first: int) -> _Found | None:
    """Whose plan speaks: "his plan calls for …" says what he calls for."""
    low = words.lows[first]
    if low in ("his", "her"):
        told = scene.pronoun("he" if low == "his" else "she", first, claims, number)
        return None if told is None else _Found(told.who, first, first, "pronoun", "whose plan it is")
    owner = named_at(scene.named, first)
    if owner is None or not words.possessive[owner.last] or scene.referents[owner.referent].type == "place":
        return None
    return _Found(owner.referent, owner.first, owner.last, "name", "whose plan it is")


def _found(told: Told | None, first: int, last: int, form: MentionForm) -> _Found:
    return _Found(None, first, last, form) if told is None else _Found(told.who, first, last, form, told.reason)


def _named(words: Words, scene: Scene, phrase: Phrase) -> str:
    """How a name tells who speaks: by all of it, or by a part or another form."""
    assert phrase.referent is not None
    whole = scene.referents[phrase.referent].name
    return "name" if words.text(phrase.first, phrase.last) == whole else f"name: a form of {whole}"


def _before_relative(words: Words, scene: Scene, index: int) -> Told | None:
    """Whom the description right before "who" or "which" refers to ("a neighbour who said")."""
    if not index or words.opens[index] or not (words.joined[index] or words.before(index) == ", "):
        return None
    first = index - 1
    while first > max(0, index - _LONGEST) and words.joined[first]:
        if words.lows[first] in DETERMINERS and words.lows[first - 1] not in _PREPOSITIONS:
            break
        first -= 1
    if (who := _one_of_those(words, scene, index - 1)) is not None:
        return Told(who, "relative pronoun: one of those")
    if words.lows[first] not in DETERMINERS:
        tie = next((place for place in range(first + 1, index) if words.lows[place] in _PREPOSITIONS), index)
        first = tie - 1
    phrase = read(words, words.span(first, index - 1), scene.named, scene.referents)
    if phrase.kind != "description" or phrase.last != index - 1:
        return None
    if words.lows[index] == "who" and type_of(phrase) not in ("person", "organisation"):
        return None
    return Told(scene.described(phrase).who, "relative pronoun: described right before it")


def _one_of_those(words: Words, scene: Scene, place: int) -> int | None:
    """Who is told to be one of "those" at ``place`` who speak: "Ana Lima is among those who said"."""
    before = words.lows[max(0, place - 3) : place]
    is_one = before[-2:] in (["is", "among"], ["was", "among"]) or before in (["is", "one", "of"], ["was", "one", "of"])
    return scene.acting(words.starts[place]) if is_one and words.lows[place] == "those" else None


def _lacks_subject(document: Document, claim: Claim) -> bool:
    """Whether a verb of saying stands without its subject, or a quotation without any cue.

    Outside quotations only a verb that opens its clause ("Adds that …", "… and warned that …") is known to.
    """
    text = document.text
    if claim.cue_span is None:
        return claim.mode == "direct" and claim.speaker_span is None
    cue = claim.cue_span.of(text).lower().split()
    is_said = claim.mode == "direct" and cue[:1] == ["said"]  # and not "is said to be"
    if not cue or (cue[0] in _PASSIVE and not is_said) or any(word.endswith("ly") for word in cue):
        return False
    if claim.mode in ("direct", "mixed"):
        return True
    before = text[max(0, claim.cue_span.start - _BEFORE) : claim.cue_span.start]
    if claim.speaker_span is not None:
        return False
    if cue[0] in _PARTICIPLES:
        return before.rstrip().endswith(",")
    return cue[0] in SPEECH_VERBS - _NO_VERBS and bool(_CLAUSE_OPENS.search(before))


def _with_mentions(words: Words, mentions: Sequence[Mention], found: Iterable[_Found]) -> tuple[Mention, ...]:
    """The mentions, with the words of speakers that were none yet."""
    by_span = {mention.span: mention for mention in mentions}
    for one in found:
        if one.referent is not None:
            span = words.span(one.first, one.last)
            by_span.setdefault(span, Mention(span, one.referent, one.form))
    return tuple(by_span[span] for span in sorted(by_span))
