"""What a cue governs: where the words that it reports begin, of which kind they are, and where they end."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from ingest.extract.noun_phrases import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    TIMES,
    is_adverb,
    is_verb,
    subject_before,
)
from ingest.extract.predicates import CLAUSE_VERBS, COORDINATORS, PAUSES, Cue, cues_of
from ingest.extract.tokens import DASHES, Range, Token
from ingest.lexicon.words import listed

Kind = Literal["that", "quotation", "colon", "wh", "clause", "to", "object"]
"""Kinds of complement; ``wh`` is a clause with "whether" or "why", ``object`` a noun phrase."""


_SUBJECT_PRONOUNS = listed("i he she they we it you there")
_WH = listed("whether if why how what when where who which")
_ENDS_HEARER = _SUBJECT_PRONOUNS | _WH | {"that", ":", ",", ";", *DASHES}
OBJECT_PRONOUNS = listed("me him her us them you it reporters journalists himself herself supporters")
_CLAUSE_PREPOSITIONS = listed("despite like")
_ASKING = listed("ask wonder know explain")
SUBORDINATORS = listed("when while if although though because after before as since until once")
_SHOWING = listed("show find suggest indicate reveal")
_ASIDES = listed("the which who but while with where though although despite whose")
DOCUMENTS = listed("poll polls survey surveys report reports study studies data figures numbers research")
LOOK_AHEAD = 14
_MOST_CUES = 16
_WORTHS = listed(
    "key essential crucial vital necessary important inevitable unavoidable unacceptable unlikely likely dangerous "
    "impossible insufficient indispensable appropriate inappropriate unfair unjust mistake error success failure threat"
)
_OFFERING = listed("promise pledge vow propose announce offer")
_RELATIVES = listed("who which whose")


@dataclass(frozen=True, slots=True)
class Reading:
    """A cue with what stands around it: its subject, and the kind and first token of what it governs."""

    cue: Cue
    subject: Range | None
    kind: Kind | None
    start: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence under the eyes of the rules. ``speakers`` are the names, in lower case, of those who spoke before."""

    tokens: tuple[Token, ...]
    readings: tuple[Reading, ...]
    is_headline: bool = False
    speakers: Set[str] = frozenset()


def read(tokens: tuple[Token, ...], *, is_headline: bool = False, speakers: Set[str] = frozenset()) -> Scene:
    """The scene that the tokens of a sentence make."""
    readings = []
    for cue in islice(cues_of(tokens, is_headline=is_headline), _MOST_CUES):
        kind, start = complement(tokens, cue) or (None, cue.end)
        readings.append(Reading(cue, subject_before(tokens, cue.first), kind, start))
    return Scene(tokens, tuple(readings), is_headline, speakers)


def complement(tokens: Sequence[Token], cue: Cue) -> tuple[Kind, int] | None:
    """What a cue governs: its kind, and the token at which the content begins."""
    frames = cue.verb.frames
    place = _past_hearer(tokens, cue.end) if "o" in frames else cue.end
    while place < len(tokens) and (
        tokens[place].low in TIMES or (is_adverb(tokens[place]) and tokens[place].low not in DETERMINERS)
    ):
        place += 1
    if place >= len(tokens):
        return None
    place = _past_aside(tokens, place)
    token = tokens[place]
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.kind == "quotation":
        return ("quotation" if "q" in frames or "t" in frames else "object"), place
    if token.kind == "mark":
        return _behind_mark(token, after, place, frames)
    if token.low == "that" and "t" in frames and after is not None:
        return "that", place + 1
    if token.low == "it" and place + 3 < len(tokens) and tokens[place + 2].low == "that":
        return "that", place + 3  # "considers it likely that"
    if token.low in _WH and "w" in frames and (token.low not in ("if", "when") or cue.verb.lemma in _ASKING):
        return "wh", place
    if token.low == "to" and "i" in frames:
        is_denied = place > cue.end and tokens[place - 1].low in ("not", "never")
        return "to", place - is_denied
    if token.low in PREPOSITIONS and token.low not in _CLAUSE_PREPOSITIONS:
        return _behind_phrase(tokens, place, frames)
    return _clause_or_object(tokens, place, cue)


def _past_aside(tokens: Sequence[Token], place: int) -> int:
    """The token behind an adverb between commas ("warned, however, that")."""
    is_aside = place + 3 < len(tokens) and tokens[place].low == tokens[place + 2].low == ","
    return place + 3 if is_aside and is_adverb(tokens[place + 1]) else place


def _behind_mark(mark: Token, after: Token | None, place: int, frames: str) -> tuple[Kind, int] | None:
    """The complement behind a comma or a colon ("said: “…”")."""
    if after is None or "q" not in frames:
        return None
    if mark.low in (",", ":") and after.kind == "quotation":
        return "quotation", place + 1
    return ("colon", place + 1) if mark.low == ":" else None


def _past_hearer(tokens: Sequence[Token], place: int) -> int:
    """The token after whom something is told to: past a pronoun, or on to "that", a quotation or a new subject."""
    if place < len(tokens) and tokens[place].low in OBJECT_PRONOUNS:
        return place + 1
    for ahead in range(place + 1, min(place + LOOK_AHEAD, len(tokens))):
        token = tokens[ahead]
        if token.kind == "quotation" or token.low in _ENDS_HEARER:
            return ahead
        if token.low in DETERMINERS and tokens[ahead - 1].kind == "name" and has_verb(tokens, ahead, ahead + 8):
            return ahead
    return len(tokens)


def _is_contracted(token: Token) -> bool:
    """Whether a subject and its verb stand in one word ("she’s")."""
    return token.low.replace("'", "’").partition("’")[0] in _SUBJECT_PRONOUNS and token.low not in _SUBJECT_PRONOUNS


def _clause_or_object(tokens: Sequence[Token], place: int, cue: Cue) -> tuple[Kind, int] | None:
    frames, token = cue.verb.frames, tokens[place]
    if token.low in SUBORDINATORS - {"if"} and all(later.low != "," for later in tokens[place:]):
        return None  # "as she said when she resigned": when, and not what
    if _is_contracted(token):
        return ("clause", place) if "c" in frames else None
    if token.low in AUXILIARIES or is_verb(tokens, place):
        return None
    if "c" in frames and len(tokens) - place >= 3:
        starts_clause = token.low in _SUBJECT_PRONOUNS or token.low in ("there", "if", "when")
        if starts_clause or cue.verb.lemma in CLAUSE_VERBS or has_verb(tokens, place + 1, place + LOOK_AHEAD):
            return "clause", place
    if cue.verb.lemma in _SHOWING and any(part.low in DOCUMENTS for part in tokens[max(0, cue.first - 8) : cue.first]):
        return "object", place
    if cue.verb.lemma == "consider" and cue.verb.form != "participle":
        is_judged = any(part.low in _WORTHS for part in tokens[place + 1 : place + LOOK_AHEAD + LOOK_AHEAD])
        return ("object", place) if is_judged else None
    if "n" in frames and (token.low not in CONJUNCTIONS or token.low == "that"):
        return "object", place
    return None


def _behind_phrase(tokens: Sequence[Token], place: int, frames: str) -> tuple[Kind, int] | None:
    """The complement behind an adjunct ("said in a statement that")."""
    for ahead in range(place + 1, min(place + LOOK_AHEAD, len(tokens))):
        token = tokens[ahead]
        if token.kind == "quotation":
            return ("quotation", ahead) if "q" in frames and tokens[ahead - 1].low in ",:" else None
        if token.low == "that" and ahead + 1 < len(tokens):
            return ("that", ahead + 1) if "t" in frames else None
        if token.low == ":":
            return ("colon", ahead + 1) if "q" in frames and ahead + 1 < len(tokens) else None
        if token.low in _SUBJECT_PRONOUNS and tokens[ahead - 1].low in SUBORDINATORS | {"as"}:
            continue  # "said as he arrived": when, and not what
        if token.low in _SUBJECT_PRONOUNS:
            return ("clause", ahead) if "c" in frames and has_verb(tokens, ahead + 1, ahead + 4) else None
        if token.low in ("which", "who", "when", "where", "while", "and", "but"):
            return None
    return None


def content_end(scene: Scene, start: int, cue: Cue) -> int:
    """The token after the content of ``cue`` that begins at ``start``.

    That is the end of the sentence, or where its main clause or another report begins.
    """
    tokens = scene.tokens
    is_subordinate = tokens[0].low in SUBORDINATORS and not any(token.low == "," for token in tokens[: cue.first])
    for place in range(start + 1, len(tokens) - 2):
        if tokens[place].low != ",":
            continue
        if tokens[place + 1].low in ("is", "was") and tokens[place + 2].low == "that":
            return place  # "One reason they believe it, is that …"
        if tokens[place + 1].low == "according" or (is_subordinate and has_verb(tokens, place + 1, place + LOOK_AHEAD)):
            return place
    for reading in scene.readings:
        if reading.cue.first > start and (end := _before_report(tokens, reading, start)) is not None:
            return end
    return len(tokens)


def _before_report(tokens: Sequence[Token], reading: Reading, start: int) -> int | None:
    """The token after content that another report ends, none where that report is part of the content."""
    cue, before = reading.cue, reading.cue.first - 1
    if cue.is_passive:
        return None
    if cue.verb.form == "participle" and before >= start and tokens[before].kind == "quotation":
        return before + 1
    if cue.verb.form == "participle" and before > start and tokens[before].low in PAUSES:
        return before
    if tokens[before].low in COORDINATORS and before - 1 > start and reading.kind is not None:
        if tokens[before - 1].low == ",":
            return before - 1
        if reading.kind in ("that", "quotation"):
            return before
    subject = subject_before(tokens, cue.first, start)
    opening = subject[0] - 1 if subject else start
    if opening <= start:
        return None
    if tokens[opening].low in COORDINATORS and tokens[opening - 1].low in (",", ";") and opening - 1 > start:
        return opening - 1
    if tokens[opening].low in DASHES and reading.kind == "quotation":
        return opening
    is_tail = "p" in cue.verb.frames and reading.kind is None
    return opening if tokens[opening].low == ";" or (tokens[opening].low == "," and is_tail) else None


def object_end(scene: Scene, start: int, cue: Cue, subject: Range | None) -> int:
    """The token after what is judged or meant to be done: an aside behind a comma is the text's own.

    In a relative clause it ends with that clause ("Lima, who opposed the plan, said …").
    """
    end = content_end(scene, start, cue)
    is_relative = _is_relative(scene.tokens, cue, subject)
    for place in range(start + 1, end - 1):
        if is_relative and scene.tokens[place].low in PAUSES:
            return place
        is_part = cue.verb.lemma in _OFFERING and scene.tokens[place + 1].low == "with"
        if scene.tokens[place].low in PAUSES and scene.tokens[place + 1].low in _ASIDES and not is_part:
            return place
        if scene.tokens[place].low in ("and", "but") and _goes_on(scene.tokens, start, place, cue):
            return place - (scene.tokens[place - 1].low == ",")
    return end


def _goes_on(tokens: Sequence[Token], start: int, joint: int, cue: Cue) -> bool:
    """Whether the conjunction at ``joint`` leads on to what the cue's subject does next ("opposes it but backs …")."""
    if joint + 2 >= len(tokens) or any(is_verb(tokens, place) for place in range(start, joint)):
        return False
    place = joint + 1
    while place + 2 < len(tokens) and is_adverb(tokens[place]):
        place += 1
    verb, after = tokens[place], tokens[place + 1]
    if verb.kind != "word" or not (after.low in DETERMINERS | OBJECT_PRONOUNS | {"that", "to"} or after.kind == "name"):
        return False
    if cue.verb.form == "past":
        return is_verb(tokens, place) and not verb.low.endswith("s")
    is_finite = verb.low.endswith("s") and not verb.low.endswith("ss") and verb.low not in DETERMINERS | PREPOSITIONS
    return cue.verb.form == "present" and is_finite


def _is_relative(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> bool:
    """Whether the cue stands in a clause that "who", "which" or "whose" begins behind a comma."""
    first = subject[0] if subject else cue.first
    opening = next((place for place in (first, first - 1) if place > 0 and tokens[place].low in _RELATIVES), 0)
    return opening > 0 and tokens[opening - 1].low in PAUSES


def has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands among the tokens, before any comma or quotation."""
    for place in range(start, min(end, len(tokens))):
        if tokens[place].kind == "quotation" or tokens[place].low in ",;:":
            return False
        if is_verb(tokens, place):
            return True
    return False


def has_any_verb(tokens: Sequence[Token], end: int) -> bool:
    """Whether a finite verb stands among the first ``end`` tokens, behind commas too."""
    return any(is_verb(tokens, place) for place in range(1, end))
