"""The rules: what each takes for an attribution in one sentence.

A rule looks at a sentence as tokens (a quotation is one token) and its docstring is its documentation; `RULES` lists
them in the order in which they are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.extract.complements import (
    DOCUMENTS,
    LOOK_AHEAD,
    OBJECT_PRONOUNS,
    SUBORDINATORS,
    Scene,
    complement,
    content_end,
    has_any_verb,
    has_verb,
    object_end,
)
from ingest.extract.cues import FORMS
from ingest.extract.noun_phrases import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    TIMES,
    is_adverb,
    is_verb,
    phrase_after,
    subject_before,
)
from ingest.extract.predicates import SAYING, Cue, is_coordinated, is_participial
from ingest.extract.tokens import DASHES, Token

Range = tuple[int, int]
"""Tokens from the first up to, not including, the second."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NO_REST = _words("who which where when while as after before whose but and because though although noting adding with")
_EXPERTS = _words("analyst expert researcher author specialist economist professor historian academic")
_VIEWS = _words("opinion view views words analysis judgment judgement estimation assessment")
_HEADLINE_SOURCES = DOCUMENTS | _words("sources source officials analysis expert experts exclusive fact")
_FEWEST_WITHOUT_VERB = 6
_LONGEST_SOURCE = 40
_LONGEST_HEADLINE_SOURCE = 5


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


CueRule = Callable[[Scene, Cue], Found | None]
LineRule = Callable[[Scene], Found | None]


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
    if place >= 1 and tokens[place].low in (",", *DASHES):
        place -= 1
    return place if place >= 0 and tokens[place].kind == "quotation" else None


def _left_edge(scene: Scene, quotation: int) -> int:
    """Where content begins that ends in a quotation: with it, or with the clause that it completes."""
    tokens = scene.tokens
    if quotation == 0 or tokens[quotation - 1].low in (":", ";", *DASHES):
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
    if not has_any_verb(tokens[start:quotation], quotation - start) and tokens[quotation - 1].low == ",":
        return quotation
    return start


def _quotations_after(tokens: Sequence[Token], start: int) -> list[Range]:
    """The quotation that goes on after the cue, within a few words of it."""
    for place in range(start, min(start + LOOK_AHEAD, len(tokens))):
        if tokens[place].kind == "quotation":
            is_apart = place == start or tokens[place - 1].low in (",", ":", ";", *DASHES)
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
        if not cue.first or tokens[cue.first - 1].low not in (",", *DASHES):
            return None
        subject, opening = phrase_after(tokens, cue.end, len(tokens)), cue.first
        if subject is None or (subject[1] + 1 < len(tokens) and is_verb(tokens, subject[1] + 1)):
            return None
        end = subject[1] + 1
    else:
        opening = subject[0]
        if complement(tokens, cue) is not None:
            return None
    if opening < 2 or tokens[opening - 1].low not in (",", *DASHES) or not _is_closed(tokens, end):
        return None
    rest = _rest_after(scene, end)
    left = (0, opening - 1)
    if rest is None and _is_adjunct(tokens, opening - 1):
        return None
    is_bare = opening < _FEWEST_WITHOUT_VERB and not has_any_verb(tokens, opening - 1)
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
    return tokens[end].low in TIMES | PREPOSITIONS | CONJUNCTIONS | OBJECT_PRONOUNS or is_adverb(tokens[end])


def _is_adjunct(tokens: Sequence[Token], end: int) -> bool:
    """Whether what stands before a comma is no clause of its own ("In a letter", "When they met")."""
    first = 1 if tokens[0].low in ("and", "but", "so") and end > 1 else 0
    if tokens[first].low in SUBORDINATORS:
        return not _has_main_clause(tokens, end)
    return tokens[first].low in PREPOSITIONS and not has_any_verb(tokens, end)


def _has_main_clause(tokens: Sequence[Token], end: int) -> bool:
    """Whether a comma before ``end`` parts an opening adjunct from a clause of its own."""
    return any(tokens[place].low == "," and has_verb(tokens, place + 1, end) for place in range(end))


def _rest_after(scene: Scene, end: int) -> Range | None:
    """The clause that goes on behind the comma that closes a parenthesis."""
    tokens = scene.tokens
    if end >= len(tokens) or tokens[end].low not in (",", *DASHES) or len(tokens) - end < 4:
        return None
    first = tokens[end + 1]
    if (
        first.low in _NO_REST
        or (FORMS.get(first.low) and FORMS[first.low].form == "participle")
        or first.low.endswith("ing")
    ):
        return None
    return end + 1, content_end(scene, end + 1, scene.cues[0])


def content_after_cue(scene: Scene, cue: Cue) -> Found | None:
    """What is said after its cue: Lima said (that) taxes will rise; Lima said: “…”; she asked whether taxes will rise."""
    tokens = scene.tokens
    found = complement(tokens, cue)
    if found is None or cue.is_passive:
        return None
    kind, start = found
    if cue.is_negated and cue.verb.lemma in SAYING and kind != "wh":
        return None
    if kind in ("to", "object") or start >= len(tokens):
        return None
    subject = subject_before(tokens, cue.first)
    if is_participial(tokens, cue):
        subject = None
    elif subject is None and not is_coordinated(tokens, cue):
        return None
    end = content_end(scene, start, cue)
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


def intention(scene: Scene, cue: Cue) -> Found | None:
    """What somebody means, promises, offers or refuses to do: Lima vowed to lower taxes."""
    tokens = scene.tokens
    found = complement(tokens, cue)
    if found is None or found[0] != "to" or cue.is_passive:
        return None
    subject = subject_before(tokens, cue.first)
    if is_participial(tokens, cue):
        subject = None
    elif subject is None and not is_coordinated(tokens, cue):
        return None
    return Found(
        ((found[1], object_end(scene, found[1], cue)),),
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
    found = complement(tokens, cue)
    if found is None or found[0] != "object" or cue.is_passive:
        return None
    subject = subject_before(tokens, cue.first)
    if is_participial(tokens, cue):
        subject = None
    elif subject is None and not is_coordinated(tokens, cue):
        return None
    end = object_end(scene, found[1], cue)
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
        content: tuple[Range, ...] = ((start, content_end(scene, start, cue)),)
    elif tokens[cue.end].low == "to":
        content = ((subject[0], subject[1] + 1), (cue.end, content_end(scene, cue.end, cue)))
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
        left = (0, place - (tokens[place - 1].low in (",", *DASHES)))
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


CUE_RULES: tuple[CueRule, ...] = (
    quotation_with_cue,
    clause_with_cue,
    content_after_cue,
    intention,
    judgement,
    expectation,
)
LINE_RULES: tuple[LineRule, ...] = (according_to, in_the_view_of, for_somebody, headline_colon)
