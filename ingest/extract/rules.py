"""Attributions by rule: cue verbs, quotation marks and the noun phrases beside them.

Each rule looks at one sentence as tokens (a quotation is one token) and is documented where it is defined; `RULES`
lists them in the order in which they are tried. What a rule is called is the ``reason`` of what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.extract.cues import FORMS, Verb, with_particle
from ingest.extract.noun_phrases import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    is_adverb,
    is_verb,
    phrase_after,
    subject_before,
)
from ingest.extract.protocol import Attribution
from ingest.extract.tokens import Line, Token, lines
from ingest.extract.transcripts import turns
from ingest.repair import Repaired, view
from kg.model import Span

Range = tuple[int, int]
"""Tokens from the first up to, not including, the second."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group that may report: its tokens, and the verb at its head."""

    first: int
    end: int
    verb: Verb
    is_passive: bool
    is_negated: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence under the eyes of the rules."""

    tokens: tuple[Token, ...]
    cues: tuple[Cue, ...]
    is_headline: bool
    speakers: frozenset[str] = frozenset()
    """The names of those who have spoken before in the text, in lower case."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in tokens. ``lacks_source`` where the subject is dropped and may be carried over."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    reason: str
    label: str
    score: float
    lacks_source: bool = False


CueRule = Callable[[Scene, Cue], Found | None]
LineRule = Callable[[Scene], Found | None]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BE = _words("is are was were be been being isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't")
_NEGATIONS = _words(
    "not never didn’t didn't doesn’t doesn't don’t don't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't wouldn’t "
    "wouldn't can’t can't cannot couldn’t couldn't isn’t isn't aren’t aren't"
)
_SUBJECT_PRONOUNS = _words("i he she they we it you there")
_OBJECT_PRONOUNS = _words("me him her us them you it reporters journalists himself herself supporters")
_NOUN_CONTEXT = DETERMINERS | PREPOSITIONS
_COORDINATORS = _words("and but while though although yet")
_WH = _words("whether if why how what when where who which")
_CLAUSE_PREPOSITIONS = _words("despite like")
_SAYING = _words("say tell add note write announce argue claim state declare suggest report reveal mention indicate")
_ASKING = _words("ask wonder know explain")
_CLAUSE_VERBS = _words("say think believe argue insist hope fear tell")
_SUBORDINATORS = _words("when while if although though because after before as since until once")
_NO_REST = _words("who which where when while as after before whose but and because though although noting adding with")
_LIKE_NOUNS = _words(
    "plan call claim report comment remark promise hope fear question attack demand offer signal estimate boast blame "
    "show state pledge vow worry note rule doubt post rebuke talk wish value reply hint fault"
)
_SHOWING = _words("show find suggest indicate reveal")
_STANDS_ALONE = _words("another some many others most few one all both several those these this that")
_PLURALS = _words("they we i you who people men women others")
_WRITINGS = _words("statement email letter post tweet memo message release note report ad video")
_ASIDES = _words("the which who but while with where though although despite whose")
_EXPERTS = _words("analyst expert researcher author specialist economist professor historian academic")
_VIEWS = _words("opinion view views words analysis judgment judgement estimation assessment")
_DOCUMENTS = _words("poll polls survey surveys report reports study studies data figures numbers research")
_HEADLINE_SOURCES = _DOCUMENTS | _words("sources source officials analysis expert experts exclusive fact")
_DASHES = ("—", "–", "--")
_PAUSES = (",", *_DASHES)
_LOOK_AHEAD = 14
_FEWEST_WITHOUT_VERB = 6
_LONGEST_SOURCE = 40
_LONGEST_HEADLINE = 22
_LONGEST_HEADLINE_SOURCE = 5


def cues_of(tokens: Sequence[Token], *, is_headline: bool = False) -> Iterator[Cue]:
    """The verb groups of a sentence that may report what somebody says, outside its quotations."""
    for place, token in enumerate(tokens):
        verb = FORMS.get(token.low)
        if verb is None or token.kind == "quotation" or (token.kind == "name" and not is_headline):
            continue
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
        is_apart = before is not None and (
            before.low in _PAUSES or before.kind == "quotation" or before.low in _WRITINGS
        )
        return is_apart or any(low in _BE for low in group)
    if has_auxiliary:
        return True
    if before is None:
        return False
    if before.low in _STANDS_ALONE and verb.lemma in _SAYING | _CLAUSE_VERBS:
        return True
    if before.low in _NOUN_CONTEXT or before.low.endswith(("’s", "'s")):
        return False
    if verb.form == "past":
        return place + 1 >= len(tokens) or tokens[place + 1].low != "by"
    if verb.form == "present":
        is_verb_here = verb.lemma not in _LIKE_NOUNS or _has_subject(tokens, first)
        return is_verb_here and (place + 1 >= len(tokens) or tokens[place + 1].low != "of")
    if verb.lemma in ("say", "think", "believe"):
        return before.kind in ("name", "word") or before.low in ",)"
    is_plural = before.low.endswith("s") or before.low in _PLURALS or _has_plural_head(tokens, first)
    return is_plural or (before.kind == "quotation" and place + 1 >= len(tokens)) or before.low == ","


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a form that may be a plural noun ("plans") has a subject before it: a name, a pronoun, a noun phrase."""
    before = tokens[verb - 1]
    if before.kind == "name" or before.low in PRONOUNS:
        return True
    if before.kind != "word" or before.low.endswith(("ing", "ed", "ive", "al", "ous", "ic")) or before.low in FORMS:
        return before.low in ",)"
    return any(token.kind == "name" or token.low in DETERMINERS for token in tokens[max(0, verb - 5) : verb - 1])


def _has_plural_head(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the phrase before a verb is a plural with more words behind it ("polls in New Hampshire")."""
    for place in range(verb - 2, max(-1, verb - 8), -1):
        if tokens[place].kind in ("mark", "quotation"):
            return False
        if tokens[place + 1].low in PREPOSITIONS and tokens[place].low.endswith("s"):
            return tokens[place].low not in PRONOUNS | DETERMINERS
    return False


def _past_hearer(tokens: Sequence[Token], place: int) -> int:
    """The token after whom something is told to: past a pronoun, or on to "that", a quotation or a new subject."""
    if place < len(tokens) and tokens[place].low in _OBJECT_PRONOUNS:
        return place + 1
    for ahead in range(place + 1, min(place + _LOOK_AHEAD, len(tokens))):
        token = tokens[ahead]
        if token.kind == "quotation" or token.low in ("that", ":"):
            return ahead
        if token.low in ",;" or token.low in _DASHES:
            return ahead
        if token.low in _SUBJECT_PRONOUNS or token.low in _WH or token.low == "there":
            return ahead
        if token.low in DETERMINERS and tokens[ahead - 1].kind == "name" and _has_verb(tokens, ahead, ahead + 8):
            return ahead
    return len(tokens)


def _has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a finite verb stands among the tokens, before any comma or quotation."""
    for place in range(start, min(end, len(tokens))):
        if tokens[place].kind == "quotation" or tokens[place].low in ",;:":
            return False
        if is_verb(tokens, place):
            return True
    return False


def _complement(tokens: Sequence[Token], cue: Cue) -> tuple[str, int] | None:
    """What follows a cue: its kind ("that", "quotation", "clause" …) and the token at which the content begins."""
    frames = cue.verb.frames
    place = _past_hearer(tokens, cue.end) if "o" in frames else cue.end
    while place < len(tokens):
        token = tokens[place]
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.low == "that" and "t" in frames and after is not None:
            return "that", place + 1
        if token.kind == "quotation":
            return ("quotation" if "q" in frames or "t" in frames else "object"), place
        if token.low in ",:" and after is not None and after.kind == "quotation" and "q" in frames:
            return "quotation", place + 1
        if token.low == ":":
            return ("colon", place + 1) if "q" in frames and after is not None else None
        if token.low == "it" and place + 3 < len(tokens) and tokens[place + 2].low == "that":
            return "that", place + 3  # "considers it likely that"
        if token.low in _WH and "w" in frames and (token.low not in ("if", "when") or cue.verb.lemma in _ASKING):
            return "wh", place
        if token.low == "to" and "i" in frames:
            return "to", place
        if token.low in TIMES or (is_adverb(token) and token.low not in DETERMINERS):
            place += 1
            continue
        if token.low in PREPOSITIONS and token.low not in _CLAUSE_PREPOSITIONS:
            return _beyond_phrase(tokens, place, frames)
        if token.kind == "mark":
            return None
        return _clause_or_object(tokens, place, cue)
    return None


def _is_contracted(token: Token) -> bool:
    """Whether a subject and its verb stand in one word ("she’s")."""
    return token.low.replace("'", "’").partition("’")[0] in _SUBJECT_PRONOUNS and token.low not in _SUBJECT_PRONOUNS


def _clause_or_object(tokens: Sequence[Token], place: int, cue: Cue) -> tuple[str, int] | None:
    frames, token = cue.verb.frames, tokens[place]
    if _is_contracted(token):
        return ("clause", place) if "c" in frames else None
    if token.low in AUXILIARIES or is_verb(tokens, place):
        return None
    if "c" in frames and len(tokens) - place >= 3:
        starts_clause = token.low in _SUBJECT_PRONOUNS or token.low in ("there", "if", "when")
        if starts_clause or cue.verb.lemma in _CLAUSE_VERBS or _has_verb(tokens, place + 1, place + _LOOK_AHEAD):
            return "clause", place
    if cue.verb.lemma in _SHOWING and any(part.low in _DOCUMENTS for part in tokens[max(0, cue.first - 8) : cue.first]):
        return "object", place
    if "n" in frames and (token.low not in CONJUNCTIONS or token.low == "that"):
        return "object", place
    return None


def _beyond_phrase(tokens: Sequence[Token], place: int, frames: str) -> tuple[str, int] | None:
    """The complement behind an adjunct ("said in a statement that")."""
    for ahead in range(place + 1, min(place + _LOOK_AHEAD, len(tokens))):
        token = tokens[ahead]
        if token.kind == "quotation":
            return ("quotation", ahead) if "q" in frames and tokens[ahead - 1].low in ",:" else None
        if token.low == "that" and ahead + 1 < len(tokens):
            return ("that", ahead + 1) if "t" in frames else None
        if token.low == ":":
            return ("colon", ahead + 1) if "q" in frames and ahead + 1 < len(tokens) else None
        if token.low in _SUBJECT_PRONOUNS:
            return ("clause", ahead) if "c" in frames and _has_verb(tokens, ahead + 1, ahead + 4) else None
        if token.low in ("which", "who", "when", "where", "while", "and", "but"):
            return None
    return None


def _content_end(scene: Scene, start: int, cue: Cue) -> int:
    """The token after the content that begins at ``start``: the end of the sentence, or where another report begins."""
    tokens = scene.tokens
    is_subordinate = tokens[0].low in _SUBORDINATORS and not any(token.low == "," for token in tokens[: cue.first])
    for place in range(start + 1, len(tokens) - 2):
        if tokens[place].low != ",":
            continue
        if tokens[place + 1].low == "according" or (
            is_subordinate and _has_verb(tokens, place + 1, place + _LOOK_AHEAD)
        ):
            return place
    for other in scene.cues:
        if other.first <= start or other.is_passive:
            continue
        before = other.first - 1
        if other.verb.form == "participle" and before >= start and tokens[before].kind == "quotation":
            return before + 1
        if other.verb.form == "participle" and tokens[before].low in _PAUSES and before > start:
            return before
        if tokens[before].low in _COORDINATORS and before - 1 > start:
            kind = _complement(tokens, other)
            if kind is not None and (tokens[before - 1].low == "," or kind[0] in ("that", "quotation")):
                return before - 1 if tokens[before - 1].low == "," else before
        subject = subject_before(tokens, other.first, start)
        if subject is None:
            continue
        opening = subject[0] - 1
        if opening - 1 > start and tokens[opening].low in _COORDINATORS and tokens[opening - 1].low in ",;":
            return opening - 1
        if opening > start and tokens[opening].low == "," and _is_tail(scene, other):
            return opening
        if opening > start and tokens[opening].low == ";":
            return opening
    return len(tokens)


def _object_end(scene: Scene, start: int, cue: Cue) -> int:
    """The token after what is judged or meant to be done: an aside behind a comma is the text's own."""
    end = _content_end(scene, start, cue)
    for place in range(start + 1, end - 1):
        if scene.tokens[place].low in _PAUSES and scene.tokens[place + 1].low in _ASIDES:
            return place
    return end


def _is_tail(scene: Scene, cue: Cue) -> bool:
    return "p" in cue.verb.frames and _complement(scene.tokens, cue) is None


# The rules that look at one cue.


def quotation_with_cue(scene: Scene, cue: Cue) -> Found | None:
    """A quotation before its cue: “…,” she said; “…,” said Lima; “…,” she said, “…”; “…”, explains."""
    tokens = scene.tokens
    if "q" not in cue.verb.frames or cue.verb.form == "participle" or cue.is_passive:
        return None
    subject = subject_before(tokens, cue.first)
    opening = subject[0] if subject else cue.first
    quotation = _quotation_before(tokens, opening)
    if quotation is None:
        return None
    end, lacks_source = cue.end, False
    if subject is None:
        subject_after = phrase_after(tokens, cue.end, len(tokens))
        if subject_after:
            subject, end = (subject_after[0], subject_after[1]), subject_after[1] + 1
        else:
            lacks_source = True
    content = [(_left_edge(scene, quotation), quotation + 1)]
    content += _quotations_after(tokens, end)
    return Found(
        tuple(content),
        (subject[0], subject[1] + 1) if subject else None,
        (cue.first, cue.end),
        "quotation before cue",
        "quotation",
        0.95 if subject else 0.8,
        lacks_source,
    )


def _quotation_before(tokens: Sequence[Token], opening: int) -> int | None:
    """The quotation that ends right before the token at ``opening``, a comma or a dash between them allowed."""
    place = opening - 1
    if place >= 1 and tokens[place].low in (",", *_DASHES):
        place -= 1
    return place if place >= 0 and tokens[place].kind == "quotation" else None


def _left_edge(scene: Scene, quotation: int) -> int:
    """Where content begins that ends in a quotation: with it, or with the clause that it completes."""
    tokens = scene.tokens
    if quotation == 0 or tokens[quotation - 1].low in (":", ";", *_DASHES):
        return quotation
    start = 0
    for place in range(quotation - 1, -1, -1):
        if tokens[place].low in (":", ";"):
            start = place + 1
            break
        if tokens[place].kind == "quotation" and tokens[place + 1].low == ",":
            return place
    if any(
        cue.first >= start and cue.end <= quotation
        for cue in scene.cues
        if not cue.is_passive and "q" in cue.verb.frames
    ):
        return quotation
    if not _has_any_verb(tokens[start:quotation], quotation - start) and tokens[quotation - 1].low == ",":
        return quotation
    return start


def _quotations_after(tokens: Sequence[Token], start: int) -> list[Range]:
    """The quotation that goes on after the cue, within a few words of it."""
    for place in range(start, min(start + _LOOK_AHEAD, len(tokens))):
        if tokens[place].kind == "quotation":
            is_apart = place == start or tokens[place - 1].low in (",", ":", ";", *_DASHES)
            return [(place, place + 1)] if is_apart else []
        if tokens[place].low in CONJUNCTIONS and tokens[place].low not in ("as", "after", "and"):
            return []
        if FORMS.get(tokens[place].low):
            return []
    return []


def clause_with_cue(scene: Scene, cue: Cue) -> Found | None:
    """What is said around its cue, between commas or at the end: Taxes will rise, she said; Taxes, she says, will rise."""
    tokens = scene.tokens
    if "p" not in cue.verb.frames or cue.verb.form == "participle" or cue.is_passive or cue.is_negated:
        return None
    subject = subject_before(tokens, cue.first)
    end = cue.end
    if subject is None:
        if not cue.first or tokens[cue.first - 1].low not in (",", *_DASHES):
            return None
        subject, opening = phrase_after(tokens, cue.end, len(tokens)), cue.first
        if subject is None or (subject[1] + 1 < len(tokens) and is_verb(tokens, subject[1] + 1)):
            return None
        end = subject[1] + 1
    else:
        opening = subject[0]
        if _complement(tokens, cue) is not None:
            return None
    if opening < 2 or tokens[opening - 1].low not in (",", *_DASHES) or not _is_closed(tokens, end):
        return None
    rest = _rest_after(scene, end)
    left = (0, opening - 1)
    if rest is None and _is_adjunct(tokens, opening - 1):
        return None
    is_bare = opening < _FEWEST_WITHOUT_VERB and not _has_any_verb(tokens, opening - 1)
    if rest is None and is_bare and not any(token.kind == "quotation" for token in tokens[:opening]):
        return None
    return Found(
        (left, rest) if rest else (left,),
        (subject[0], subject[1] + 1),
        (cue.first, cue.end),
        "clause around cue",
        "parenthesis",
        0.85,
    )


def _is_closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing that the cue governs comes after it: the end, a mark, or when and where it was said."""
    if end >= len(tokens) or tokens[end].kind in ("mark", "quotation"):
        return True
    return tokens[end].low in TIMES | PREPOSITIONS | CONJUNCTIONS | _OBJECT_PRONOUNS or is_adverb(tokens[end])


def _is_adjunct(tokens: Sequence[Token], end: int) -> bool:
    """Whether what stands before a comma is no clause of its own ("In a letter", "When they met")."""
    first = 1 if tokens[0].low in ("and", "but", "so") and end > 1 else 0
    if tokens[first].low in _SUBORDINATORS:
        return not _has_main_clause(tokens, end)
    return tokens[first].low in PREPOSITIONS and not _has_any_verb(tokens, end)


def _has_any_verb(tokens: Sequence[Token], end: int) -> bool:
    return any(is_verb(tokens, place) for place in range(1, end))


def _has_main_clause(tokens: Sequence[Token], end: int) -> bool:
    """Whether a comma before ``end`` parts an opening adjunct from a clause of its own."""
    return any(tokens[place].low == "," and _has_verb(tokens, place + 1, end) for place in range(end))


def _rest_after(scene: Scene, end: int) -> Range | None:
    """The clause that goes on behind the comma that closes a parenthesis."""
    tokens = scene.tokens
    if end >= len(tokens) or tokens[end].low not in (",", *_DASHES) or len(tokens) - end < 4:
        return None
    first = tokens[end + 1]
    if (
        first.low in _NO_REST
        or (FORMS.get(first.low) and FORMS[first.low].form == "participle")
        or first.low.endswith("ing")
    ):
        return None
    return end + 1, _content_end(scene, end + 1, scene.cues[0])


def content_after_cue(scene: Scene, cue: Cue) -> Found | None:
    """What is said after its cue: Lima said (that) taxes will rise; Lima said: “…”; she asked whether taxes will rise."""
    tokens = scene.tokens
    found = _complement(tokens, cue)
    if found is None or cue.is_passive:
        return None
    kind, start = found
    if cue.is_negated and cue.verb.lemma in _SAYING and kind != "wh":
        return None
    if kind in ("to", "object") or start >= len(tokens):
        return None
    subject = subject_before(tokens, cue.first)
    if _is_participial(tokens, cue):
        subject = None
    elif subject is None and not _is_coordinated(tokens, cue):
        return None
    end = _content_end(scene, start, cue)
    if end - start < 2 and tokens[start].kind != "quotation":
        return None
    return Found(
        _with_later_quotation(tokens, start, end, kind),
        (subject[0], subject[1] + 1) if subject else None,
        (cue.first, cue.end),
        {
            "quotation": "quotation after cue",
            "that": "that-clause",
            "wh": "question clause",
            "colon": "cue and colon",
        }.get(kind, "clause after cue"),
        "content after cue",
        0.9 if kind in ("that", "quotation", "colon") else 0.8,
        subject is None,
    )


def _with_later_quotation(tokens: Sequence[Token], start: int, end: int, kind: str) -> tuple[Range, ...]:
    return ((start, end),)


def _is_participial(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue hangs on its sentence's subject (", adding that", "a letter saying that")."""
    before = tokens[cue.first - 1] if cue.first else None
    return cue.verb.form == "participle" and (
        before is None or before.low in _PAUSES or before.kind == "quotation" or before.low in _WRITINGS
    )


def _is_coordinated(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether the cue shares the subject of a verb before it ("she smiled and said")."""
    return cue.first > 0 and tokens[cue.first - 1].low in _COORDINATORS


def intention(scene: Scene, cue: Cue) -> Found | None:
    """What somebody means, promises, offers or refuses to do: Lima vowed to lower taxes."""
    tokens = scene.tokens
    found = _complement(tokens, cue)
    if found is None or found[0] != "to" or cue.is_passive:
        return None
    subject = subject_before(tokens, cue.first)
    if _is_participial(tokens, cue):
        subject = None
    elif subject is None and not _is_coordinated(tokens, cue):
        return None
    return Found(
        ((found[1], _object_end(scene, found[1], cue)),),
        (subject[0], subject[1] + 1) if subject else None,
        (cue.first, cue.end),
        "intention",
        "intention",
        0.7,
        subject is None,
    )


def judgement(scene: Scene, cue: Cue) -> Found | None:
    """What somebody praises, blames, calls something or calls for: Lima called the plan a mistake."""
    tokens = scene.tokens
    found = _complement(tokens, cue)
    if found is None or found[0] != "object" or cue.is_passive:
        return None
    subject = subject_before(tokens, cue.first)
    if _is_participial(tokens, cue):
        subject = None
    elif subject is None and not _is_coordinated(tokens, cue):
        return None
    end = _object_end(scene, found[1], cue)
    if end - found[1] < 2 and tokens[found[1]].kind != "quotation":
        return None
    return Found(
        ((found[1], end),),
        (subject[0], subject[1] + 1) if subject else None,
        (cue.first, cue.end),
        "judgement",
        "judgement",
        0.6,
        subject is None,
    )


def expectation(scene: Scene, cue: Cue) -> Found | None:
    """What is expected, said or believed by nobody named: Taxes are expected to rise; it is estimated that …."""
    tokens = scene.tokens
    if not cue.is_passive or "x" not in cue.verb.frames or cue.end + 2 >= len(tokens):
        return None
    subject = subject_before(tokens, cue.first)
    if subject is None:
        return None
    if tokens[cue.end].low == "that" or (tokens[subject[0]].low == "it" and tokens[cue.end].low != "to"):
        if tokens[subject[0]].low != "it":
            return None
        start = cue.end + (tokens[cue.end].low == "that")
        content: tuple[Range, ...] = ((start, _content_end(scene, start, cue)),)
    elif tokens[cue.end].low == "to":
        content = ((subject[0], subject[1] + 1), (cue.end, _content_end(scene, cue.end, cue)))
    else:
        return None
    return Found(content, None, (cue.first, cue.end), "expectation", "expectation", 0.7)


# The rules that look at a whole sentence.


def according_to(scene: Scene) -> Found | None:
    """What somebody says according to whom: According to Lima, taxes will rise; taxes will rise, according to Lima."""
    tokens = scene.tokens
    place = next(
        (n for n in range(len(tokens) - 2) if tokens[n].low == "according" and tokens[n + 1].low == "to"), None
    )
    if place is None:
        return None
    close = place + 2
    while close < len(tokens) and tokens[close].low not in ",;:" and tokens[close].kind != "quotation":
        close += 1
    source, cue = (place + 2, close), (place, place + 2)
    content: tuple[Range, ...]
    if place == 0:
        content = ((close + 1, len(tokens)),)
    else:
        left = (0, place - (tokens[place - 1].low in (",", *_DASHES)))
        has_rest = tokens[place - 1].low == "," and len(tokens) - close > 3 and tokens[close + 1].low not in _NO_REST
        content = (left, (close + 1, len(tokens))) if has_rest else (left,)
    if content[0][1] - content[0][0] < 2 or close - place > _LONGEST_SOURCE:
        return None
    return Found(content, source, cue, "according to", "according to", 0.95)


def in_the_view_of(scene: Scene) -> Found | None:
    """What holds in somebody's view: In Lima's view, taxes will rise; in her opinion, taxes will rise."""
    tokens = scene.tokens
    for place in range(min(len(tokens) - 3, 30)):
        owner = tokens[place + 1]
        owned = owner.low in ("his", "her", "their", "its") or owner.low.endswith(("’s", "'s"))
        if tokens[place].low == "in" and owned and tokens[place + 2].low in _VIEWS and tokens[place + 3].low == ",":
            if place == 0:
                return Found(((4, len(tokens)),), (1, 2), (0, 3), "in the view of", "according to", 0.85)
            return None
    return None


def for_somebody(scene: Scene) -> Found | None:
    """What holds for somebody who has spoken before: For Lima, the matter is settled."""
    tokens = scene.tokens
    comma = next((place for place in range(2, min(5, len(tokens))) if tokens[place].low == ","), None)
    if comma is None or tokens[0].low != "for" or len(tokens) - comma < 4:
        return None
    named = tokens[comma - 1]
    if named.low not in (scene.speakers if named.kind == "name" else _EXPERTS):
        return None
    return Found(((comma + 1, len(tokens)),), (1, comma), (0, 1), "for somebody", "according to", 0.75)


def headline_colon(scene: Scene) -> Found | None:
    """Who says what in a headline: Lima: Taxes will rise; Taxes will rise: Lima; Poll: Most want lower taxes."""
    tokens = scene.tokens
    colons = [place for place, token in enumerate(tokens) if token.low == ":"]
    if not scene.is_headline or len(colons) != 1:
        return None
    colon = colons[0]
    if 0 < colon <= _LONGEST_HEADLINE_SOURCE and len(tokens) - colon > 3 and _is_headline_source(tokens[:colon]):
        return Found(((colon + 1, len(tokens)),), (0, colon), (colon, colon + 1), "headline colon", "headline", 0.7)
    if 0 < len(tokens) - colon - 1 <= 3 and colon > 3 and _is_headline_source(tokens[colon + 1 :]):
        return Found(((0, colon),), (colon + 1, len(tokens)), (colon, colon + 1), "headline colon", "headline", 0.7)
    return None


def _is_headline_source(tokens: Sequence[Token]) -> bool:
    if tokens[-1].low in _HEADLINE_SOURCES:
        return True
    return all(token.kind == "name" and token.low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS for token in tokens)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the name by which lists show it; its function's docstring says what it finds."""

    name: str
    find: CueRule | LineRule


CUE_RULES: tuple[CueRule, ...] = (
    quotation_with_cue,
    clause_with_cue,
    content_after_cue,
    intention,
    judgement,
    expectation,
)
LINE_RULES: tuple[LineRule, ...] = (according_to, in_the_view_of, for_somebody, headline_colon)


class Rules:
    """The extractor that needs no model: all of `RULES`."""

    name = "rules"
    version = "1"

    def attributions(self, document: Document) -> Sequence[Attribution]:
        """The attributions of a document in text order, every span within ``document.text``."""
        repaired = view(document.text)
        out: list[Attribution] = []
        last: _Last | None = None
        speakers: frozenset[str] = frozenset()
        spoken = turns(document)
        out += [turn.attribution for turn in spoken]
        covered = {number for turn in spoken for number in turn.paragraphs}
        for line in _whole(lines(document, repaired)):
            if line.paragraph in covered:
                continue
            if last is not None and last.paragraph != line.paragraph:
                last = replace(last, is_open=last.is_open and last.paragraph + 1 == line.paragraph, is_here=False)
            founds = _found_in(line, speakers)
            if not founds:
                last = _follow(line, last, out, repaired, document)
                continue
            for found in founds:
                attribution = _attribution(found, line.tokens, repaired)
                if found.lacks_source and last is not None and last.is_here:
                    attribution = replace(
                        attribution, source=last.source, reason=attribution.reason + ", source carried"
                    )
                out.append(attribution)
                speakers |= _names_in(line.tokens, found.source)
                last = _Last(len(out) - 1, line.paragraph, attribution.source, _ends_spoken(found, line.tokens), True)
        return sorted(out, key=lambda found: (found.content[0], found.content[-1].end))


@dataclass(frozen=True, slots=True)
class _Last:
    """The last attribution, for what follows it without a cue of its own."""

    index: int
    paragraph: int
    source: Span | None
    is_open: bool
    is_here: bool


def _whole(parted: Iterator[Line]) -> Iterator[Line]:
    """The sentences, one that holds only the cue of a quotation before it joined to that (“Why?” Lima asked)."""
    held: Line | None = None
    for line in parted:
        if held is not None and held.paragraph == line.paragraph and _is_cue_alone(held, line):
            held = replace(held, tokens=held.tokens + line.tokens)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_cue_alone(before: Line, line: Line) -> bool:
    if before.tokens[-1:] and before.tokens[-1].kind == "quotation" and len(line.tokens) > 1:
        cue = next(cues_of(line.tokens[:12]), None)
        if cue is None or "q" not in cue.verb.frames:
            return False
        subject = subject_before(line.tokens, cue.first)
        return (subject is not None and subject[0] == 0) and _complement(line.tokens, cue) is None
    return False


def _names_in(tokens: Sequence[Token], source: Range | None) -> frozenset[str]:
    spoken = tokens[source[0] : source[1]] if source else ()
    return frozenset(token.low for token in spoken if token.kind == "name" and token.low not in PRONOUNS | DETERMINERS)


def _found_in(line: Line, speakers: frozenset[str]) -> list[Found]:
    tokens = line.tokens
    is_headline = line.paragraph == 0 and len(tokens) <= _LONGEST_HEADLINE
    scene = Scene(tokens, tuple(cues_of(tokens, is_headline=is_headline)), is_headline, speakers)
    founds = [found for rule in LINE_RULES if (found := rule(scene))]
    source: Range | None = None
    for cue in scene.cues:
        found = next((found for rule in CUE_RULES if (found := rule(scene, cue))), None)
        if found is None:
            continue
        if found.lacks_source and source is not None:
            found = replace(found, source=source, lacks_source=False)
        elif found.lacks_source and (cue.verb.form == "participle" or _is_coordinated(tokens, cue)):
            main = _main_subject(tokens)
            if main is None:
                continue
            found = replace(found, source=main, lacks_source=False)
        source = found.source or source
        founds.append(found)
    return founds


def _main_subject(tokens: Sequence[Token]) -> Range | None:
    """The subject of the sentence's first clause with a verb."""
    start = 0
    if tokens and tokens[0].low in PREPOSITIONS | CONJUNCTIONS:
        start = next((place + 1 for place, token in enumerate(tokens) if token.low == ","), 0)
    for place in range(start + 1, min(len(tokens), start + 30)):
        if is_verb(tokens, place) or (tokens[place].kind == "word" and FORMS.get(tokens[place].low)):
            subject = subject_before(tokens, place, start)
            if subject:
                return subject[0], subject[1] + 1
            break
    end = start
    while (
        end < len(tokens)
        and tokens[end].kind == "name"
        and tokens[end].low not in CONJUNCTIONS | PREPOSITIONS | ADVERBS
    ):
        end += 1
    return (start, end) if end > start else None


def _ends_spoken(found: Found, tokens: Sequence[Token]) -> bool:
    return tokens[found.content[-1][1] - 1].kind == "quotation"


def _attribution(found: Found, tokens: Sequence[Token], repaired: Repaired) -> Attribution:
    def span(part: Range) -> Span:
        return repaired.span(tokens[part[0]].start, tokens[part[1] - 1].end)

    return Attribution(
        tuple(span(part) for part in found.content),
        span(found.source) if found.source else None,
        span(found.cue) if found.cue else None,
        found.label,
        found.reason,
        found.score,
    )


def _follow(
    line: Line, last: _Last | None, out: list[Attribution], repaired: Repaired, document: Document
) -> _Last | None:
    """What a sentence of quotations alone adds to the attribution before it."""
    tokens = line.tokens
    if last is None or not tokens or any(token.kind != "quotation" for token in tokens):
        return replace(last, is_open=False) if last else None
    spans = tuple(repaired.span(token.start, token.end) for token in tokens)
    if last.is_open and (last.is_here or _is_unclosed(document.text, out[last.index].content[-1])):
        out[last.index] = replace(out[last.index], content=out[last.index].content + spans)
        return replace(last, paragraph=line.paragraph)
    if last.is_here:
        out.append(Attribution(spans, last.source, None, "quotation", "quotation that follows", 0.6))
        return replace(last, index=len(out) - 1, is_open=True)
    return replace(last, is_open=False)


def _is_unclosed(text: str, span: Span) -> bool:
    return text[span.end - 1] not in "\"”»’'"
