"""The verbs of a sentence that may report: which of the words that look like a cue verb are one here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.extract.cues import FORMS, PAST_PARTICIPLES, Verb, with_particle
from ingest.extract.noun_phrases import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, is_adverb
from ingest.extract.tokens import DASHES, Token
from ingest.lexicon.words import listed

_BE = listed("is are was were be been being isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't")
_NEGATIONS = listed(
    "not never didn’t didn't doesn’t doesn't don’t don't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't "
    "wouldn’t wouldn't can’t can't cannot couldn’t couldn't isn’t isn't aren’t aren't"
)
_NOUN_CONTEXT = DETERMINERS | PREPOSITIONS
COORDINATORS = listed("and but while though although yet")
SAYING = listed("say tell add note write announce argue claim state declare suggest report reveal mention indicate")
CLAUSE_VERBS = listed("say think believe argue insist hope fear tell")
_LIKE_NOUNS = listed(
    "plan call claim report comment remark promise hope fear question attack demand offer signal estimate boast blame "
    "show state pledge vow worry note rule doubt post rebuke talk wish value reply hint fault"
)
_TAKES_NOUN = listed("made make makes put puts laid drew has have had gave give gives kept dropped")
_STANDS_ALONE = listed("another some many others most few one all both several those these this that")
_PLURALS = listed("they we i you who people men women others")
_WRITINGS = listed("statement email letter post tweet memo message release note report ad video")
PAUSES = (",", *DASHES)


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group that may report: its tokens, and the verb at its head."""

    first: int
    end: int
    verb: Verb
    is_passive: bool
    is_negated: bool


def cues_of(tokens: Sequence[Token], *, is_headline: bool = False) -> Iterator[Cue]:
    """The verb groups of a sentence that may report what somebody says, outside its quotations."""
    for place, token in enumerate(tokens):
        verb = FORMS.get(token.low)
        if verb is None or token.kind == "quotation" or (token.kind == "name" and not is_headline):
            continue
        if token.kind == "name" and verb.form == "base" and verb.lemma in _LIKE_NOUNS:
            continue  # "A Plan to Build" in a headline
        end = place + 1
        if end < len(tokens) and (phrasal := with_particle(verb, tokens[end].low)):
            verb, end = phrasal, end + 1
        first = place
        while first and (is_adverb(tokens[first - 1]) or tokens[first - 1].low in AUXILIARIES):
            first -= 1
        group = [part.low for part in tokens[first:place]]
        if verb.frames and _is_predicate(tokens, first, place, verb, group):
            is_passive = verb.form == "past" and any(low in _BE for low in group)
            yield Cue(first, end, verb, is_passive, any(low in _NEGATIONS for low in group))


def _is_predicate(tokens: Sequence[Token], first: int, place: int, verb: Verb, group: Sequence[str]) -> bool:
    """Whether the form at ``place`` is a verb of its clause and no noun or adjective, by its neighbours."""
    before = tokens[first - 1] if first else None
    has_auxiliary = any(low in AUXILIARIES for low in group)
    if before is not None and before.low == "to":
        return False
    if verb.form == "participle":
        return (before is not None and _is_hung_on(before)) or any(low in _BE for low in group)
    if has_auxiliary:
        return True
    if before is None:
        return False
    if before.low in _STANDS_ALONE and verb.lemma in SAYING | CLAUSE_VERBS:
        return verb.lemma not in _LIKE_NOUNS or _is_reporting(tokens, place)
    if before.low in _NOUN_CONTEXT or before.low.endswith(("’s", "'s")):
        return False
    if verb.form == "past" and tokens[place].low in PAST_PARTICIPLES:
        return False  # "a letter written in May" says nothing
    if verb.form == "past":
        return place + 1 >= len(tokens) or tokens[place + 1].low != "by"
    if verb.lemma == "state" and not (before.low in PRONOUNS or _is_reporting(tokens, place)):
        return False  # "states" are places
    if verb.form == "present":
        is_verb_here = verb.lemma not in _LIKE_NOUNS or _has_subject(tokens, first)
        return is_verb_here and (place + 1 >= len(tokens) or tokens[place + 1].low != "of")
    if verb.lemma in ("say", "think", "believe"):
        return before.kind in ("name", "word") or before.low in (",", ")")
    noun = _before_brackets(tokens, first - 1)
    is_plural = noun.low.endswith("s") or noun.low in _PLURALS or _has_plural_head(tokens, first)
    return is_plural or (before.kind == "quotation" and place + 1 >= len(tokens)) or before.low == ","


def _before_brackets(tokens: Sequence[Token], place: int) -> Token:
    """The token at a place, or the one before the brackets that end there ("most parents (63%) say")."""
    if tokens[place].low != ")":
        return tokens[place]
    opening = next((before for before in range(place - 1, 0, -1) if tokens[before].low == "("), None)
    return tokens[place] if opening is None else tokens[opening - 1]


def _is_reporting(tokens: Sequence[Token], place: int) -> bool:
    """Whether "that", a mark, a quotation or the end follows."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    return after is None or after.low == "that" or after.kind in ("mark", "quotation")


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a form that may be a plural noun ("plans") has a subject before it: a name, a pronoun, a noun phrase."""
    before = tokens[verb - 1]
    if before.kind == "name" or before.low in PRONOUNS:
        return True
    if before.kind != "word":
        return before.low in (",", ")")
    if before.low in FORMS or before.low in _TAKES_NOUN or before.low.endswith(("ing", "ed", "ive", "al", "ous", "ic")):
        return False
    return any(token.kind == "name" or token.low in DETERMINERS for token in tokens[max(0, verb - 5) : verb - 1])


def _has_plural_head(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the phrase before a verb is a plural with more words behind it ("polls in New Hampshire")."""
    for place in range(verb - 2, max(-1, verb - 8), -1):
        if tokens[place].kind in ("mark", "quotation"):
            return False
        if tokens[place + 1].low in PREPOSITIONS and tokens[place].low.endswith("s"):
            return tokens[place].low not in PRONOUNS | DETERMINERS
    return False


def is_participial(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue hangs on its sentence's subject (", adding that", "a letter saying that")."""
    return cue.verb.form == "participle" and (cue.first == 0 or _is_hung_on(tokens[cue.first - 1]))


def _is_hung_on(before: Token) -> bool:
    """Whether a participle after this token adds to a clause that is complete without it."""
    return before.low in PAUSES or before.kind == "quotation" or before.low in _WRITINGS


def is_coordinated(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue shares the subject of a verb before it ("she smiled and said")."""
    return cue.first > 0 and tokens[cue.first - 1].low in COORDINATORS
