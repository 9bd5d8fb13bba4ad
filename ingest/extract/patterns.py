"""The rules: what each takes for an attribution in one sentence.

A rule looks at a sentence as tokens (a quotation is one token), and its docstring is its documentation; `RULES` lists
them in the order in which they are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.extract.complements import (
    DOCUMENTS,
    LOOK_AHEAD,
    OBJECT_PRONOUNS,
    SUBORDINATORS,
    Kind,
    Reading,
    Scene,
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
)
from ingest.extract.predicates import PAUSES, SAYING, is_coordinated, is_participial
from ingest.extract.tokens import DASHES, Range, Token
from ingest.extract.views import for_whom, in_view
from ingest.lexicon.words import listed

_NO_REST = listed("who which where when while as after before whose but and because though although noting adding with")
_HEADLINE_SOURCES = DOCUMENTS | listed("sources source officials analysis expert experts exclusive fact")
_LABELS = listed(
    "analysis comment commentary opinion editorial column explainer explained interview review profile feature "
    "exclusive live update updated breaking watch video podcast briefing recap factbox timeline correction obituary"
)
"""What a headline calls the piece before a colon: no speaker."""
_CALLED = listed("meeting election elections vote session referendum conference summit strike police witnesses truce")
NOBODY = listed("nobody no none neither nothing few hardly scarcely")
"""Subjects that say nothing."""
_MEASURES = listed("index scale formula criteria schedule size age height weight")
_FEWEST_WITHOUT_VERB = 6
_LONGEST_AUTHOR = 12
_GAP = 2
"""Characters between two words that a quotation mark stands between."""
_UTTERING = listed(
    "say comment answer discuss confirm deny explain elaborate tell reply respond speculate apologise apologize"
)
_NAMING = listed("call describe term label")
_LONGEST_SOURCE = 40
_LONGEST_HEADLINE_SOURCE = 5
_BREAKS = (":", ";", *DASHES)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in tokens. ``lacks_source`` where the subject is dropped and may be carried over."""

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    lacks_source: bool = False


# The rules that look at one cue.


def quotation_with_cue(scene: Scene, reading: Reading) -> Found | None:
    """A quotation before its cue: “…,” she said; “…,” said Lima; “…,” she said, “…”; “…”, explains."""
    tokens, cue, subject = scene.tokens, reading.cue, reading.subject
    if "q" not in cue.verb.frames or cue.verb.form == "participle" or cue.is_passive:
        return None
    quotation = _quotation_before(tokens, subject[0] if subject else cue.first)
    if quotation is None:
        return None
    end = cue.end
    if subject is None and (subject := phrase_after(tokens, cue.end, len(tokens))) is not None:
        end = subject[1]
    content = ((_left_edge(scene, quotation), quotation + 1), *_quotation_after(tokens, end))
    return Found(content, subject, (cue.first, cue.end), lacks_source=subject is None)


def clause_with_cue(scene: Scene, reading: Reading) -> Found | None:
    """What is said around its cue: Taxes will rise, said Lima; taxes, she says, will rise."""
    tokens, cue, subject = scene.tokens, reading.cue, reading.subject
    if "p" not in cue.verb.frames or cue.verb.form == "participle" or cue.is_passive or cue.is_negated:
        return None
    opening, end = (subject[0] if subject else cue.first), cue.end
    if opening < 2 or tokens[opening - 1].low not in PAUSES or (subject is not None and reading.kind is not None):
        return None
    if tokens[opening].low == "who":
        return None  # a clause about whoever stands before it
    if subject is None:
        is_inverted = cue.verb.form != "base" or cue.verb.lemma == "say"
        subject = phrase_after(tokens, cue.end, len(tokens)) if is_inverted else None
        if subject is None or (subject[1] < len(tokens) and is_verb(tokens, subject[1])):
            return None
        end = subject[1]
    rest = _rest_after(scene, end, reading)
    if not _is_closed(tokens, end) or (rest is None and not _stands_alone(tokens[: opening - 1])):
        return None
    left = (0, opening - 1)
    return Found((left, rest) if rest else (left,), subject, (cue.first, cue.end))


def that_clause(scene: Scene, reading: Reading) -> Found | None:
    """What is said in a clause with "that": Lima said that taxes will rise."""
    return _governed(scene, reading, ("that",))


def quotation_after_cue(scene: Scene, reading: Reading) -> Found | None:
    """A quotation, or what stands behind a colon, after its cue: Lima said: “…”; she called it “…”."""
    return _governed(scene, reading, ("quotation", "colon"))


def clause_after_cue(scene: Scene, reading: Reading) -> Found | None:
    """What is said in a clause without "that": Lima says taxes will rise."""
    return _governed(scene, reading, ("clause",))


def question_clause(scene: Scene, reading: Reading) -> Found | None:
    """What is asked or explained in a clause with "whether" or "why": She asked whether taxes will rise."""
    return _governed(scene, reading, ("wh",))


def intention(scene: Scene, reading: Reading) -> Found | None:
    """What somebody means, promises, offers or refuses to do: Lima vowed to lower taxes."""
    is_act = reading.cue.verb.lemma in ("refuse", "decline") and not _is_of_words(scene, reading)
    return None if is_act else _governed(scene, reading, ("to",))


def _is_of_words(scene: Scene, reading: Reading) -> bool:
    """Whether what is refused is to speak ("refused to comment"), and not to do something ("refused to stop")."""
    return any(token.low in _UTTERING for token in scene.tokens[reading.start + 1 : reading.start + 3])


def judgement(scene: Scene, reading: Reading) -> Found | None:
    """What somebody praises, blames, calls something or calls for: Lima called the plan a mistake."""
    return None if _names_only(scene.tokens, reading) else _governed(scene, reading, ("object",))


def expectation(scene: Scene, reading: Reading) -> Found | None:
    """What is expected, said or believed by nobody named: Taxes are expected to rise; it is estimated that ….

    In the first form the cue is the verb of what is said, and stays within it.
    """
    tokens, cue, subject = scene.tokens, reading.cue, reading.subject
    if not cue.is_passive or "x" not in cue.verb.frames or cue.end + 2 >= len(tokens) or subject is None:
        return None
    after = tokens[cue.end].low
    if after == "to":
        content = ((subject[0], content_end(scene, cue.end, cue)),)
    elif tokens[subject[0]].low == "it":
        start = cue.end + (after == "that")
        content = ((start, content_end(scene, start, cue)),)
    else:
        return None
    return Found(content, None, (cue.first, cue.end))


def _governed(scene: Scene, reading: Reading, kinds: tuple[Kind, ...]) -> Found | None:
    """The attribution of what a cue governs, where it is of one of these kinds."""
    tokens, cue, start = scene.tokens, reading.cue, reading.start
    if reading.kind not in kinds or cue.is_passive or start >= len(tokens):
        return None
    if cue.is_negated and cue.verb.lemma in SAYING and reading.kind in ("that", "clause", "quotation", "colon"):
        return None  # what was not said is nobody's claim
    subject = None if is_participial(tokens, cue) else reading.subject
    if subject is None and not (is_participial(tokens, cue) or is_coordinated(tokens, cue)):
        return None
    is_phrase = reading.kind in ("to", "object")
    if subject is not None and subject[0] and tokens[subject[0] - 1].low == "what" and cue.verb.lemma in _NAMING:
        content = (start, _quoted_end(tokens, start))
        return Found((content,), subject, (cue.first, cue.end))
    end = object_end(scene, start, cue, subject) if is_phrase else content_end(scene, start, cue)
    if end - start < 2 and tokens[start].kind != "quotation":
        return None
    return Found(((start, end),), subject, (cue.first, cue.end), lacks_source=subject is None)


def _quoted_end(tokens: Sequence[Token], start: int) -> int:
    """The token after the quoted words at ``start``: what follows "what she calls “…”" is the text's own again."""
    is_inside, place = _is_marked(tokens, start), start + 1
    while place < len(tokens) and tokens[place].kind != "mark":
        if tokens[place - 1].kind == "quotation" or (is_inside and _is_marked(tokens, place)):
            return place
        is_inside = is_inside or _is_marked(tokens, place)
        place += 1
    return place


def _is_marked(tokens: Sequence[Token], place: int) -> bool:
    """Whether a mark that is no token stands before a word: one of those around quoted words too few to be a token."""
    return tokens[place].start - tokens[place - 1].end >= _GAP


def _names_only(tokens: Sequence[Token], reading: Reading) -> bool:
    """Whether "call" judges nothing: it calls a meeting, or tells a thing's name ("a hill called Long Top")."""
    if reading.cue.verb.lemma != "call" or reading.cue.end != reading.cue.first + 1:
        return False
    rest = tokens[reading.start :]
    behind = next((token for token in rest if token.kind in ("mark", "quotation") or token.low in PREPOSITIONS), None)
    head = rest[: rest.index(behind)] if behind is not None else rest
    if len(head) > 1 and head[0].kind == "name" and behind is not None and behind.low in PREPOSITIONS:
        is_clause = head[-1].kind == "word" and head[-1].low.endswith("s") and not head[-1].low.endswith("ss")
        names = head[:-1]
        if is_clause and all(token.kind == "name" and not token.low.endswith(("’s", "'s")) for token in names):
            return True  # "a group called Long Water belongs on the list"
    return any(token.low in _CALLED for token in head[:5]) or (
        bool(head) and all(token.kind == "name" for token in head) and (behind is None or behind.kind == "mark")
    )


def _quotation_before(tokens: Sequence[Token], opening: int) -> int | None:
    """The quotation that ends right before the token at ``opening``, a comma or a dash between them allowed."""
    place = opening - 1
    if place >= 1 and tokens[place].low in PAUSES:
        place -= 1
    return place if place >= 0 and tokens[place].kind == "quotation" else None


def _left_edge(scene: Scene, quotation: int) -> int:
    """Where content begins that ends in a quotation: with it, or with the clause that it completes."""
    tokens = scene.tokens
    if quotation == 0 or tokens[quotation - 1].low in _BREAKS:
        return quotation
    start = 0
    for place in range(quotation - 1, -1, -1):
        if tokens[place].low in (":", ";"):
            start = place + 1
            break
        if tokens[place].kind == "quotation" and tokens[place + 1].low == ",":
            return place
    cues = [reading.cue for reading in scene.readings if start <= reading.cue.first < quotation]
    if any("q" in cue.verb.frames and not cue.is_passive for cue in cues):
        return quotation
    has_clause = has_any_verb(tokens[start:quotation], quotation - start)
    return start if has_clause or tokens[quotation - 1].low != "," else quotation


def _quotation_after(tokens: Sequence[Token], start: int) -> tuple[Range, ...]:
    """The quotation that goes on after the cue, within a few words of it."""
    for place in range(start, min(start + LOOK_AHEAD, len(tokens))):
        token = tokens[place]
        if token.kind == "quotation":
            is_apart = place == start or tokens[place - 1].low in (",", *_BREAKS)
            return ((place, place + 1),) if is_apart else ()
        if token.low in FORMS or (token.low in CONJUNCTIONS and token.low not in ("as", "after", "and")):
            return ()
    return ()


def _rest_after(scene: Scene, end: int, reading: Reading) -> Range | None:
    """The clause that goes on behind the comma that closes a parenthesis."""
    tokens = scene.tokens
    if len(tokens) - end < 4 or tokens[end].low not in PAUSES:
        return None
    first = tokens[end + 1].low
    if first in _NO_REST or first.endswith("ing"):
        return None
    return end + 1, content_end(scene, end + 1, reading.cue)


def _is_closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing that the cue governs comes after it: the end, a mark, or when and where it was said."""
    if end >= len(tokens) or tokens[end].kind in ("mark", "quotation"):
        return True
    return tokens[end].low in TIMES | PREPOSITIONS | CONJUNCTIONS | OBJECT_PRONOUNS or is_adverb(tokens[end])


def _stands_alone(tokens: Sequence[Token]) -> bool:
    """Whether what stands before a comma is a clause of its own, not an adjunct ("In a letter", "When they met")."""
    if any(token.kind == "quotation" for token in tokens):
        return True
    has_clause = has_any_verb(tokens, len(tokens))
    first = 1 if tokens[0].low in ("and", "but", "so") and len(tokens) > 1 else 0
    if tokens[first].low in SUBORDINATORS:
        commas = [place for place, token in enumerate(tokens) if token.low == ","]
        return any(has_verb(tokens, comma + 1, len(tokens)) for comma in commas)
    if tokens[first].low in PREPOSITIONS:
        return has_clause
    return has_clause or len(tokens) >= _FEWEST_WITHOUT_VERB - 1


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
        left = (0, place - (tokens[place - 1].low in PAUSES))
        has_rest = tokens[place - 1].low == "," and len(tokens) - close > 3 and tokens[close + 1].low not in _NO_REST
        content = (left, (close + 1, len(tokens))) if has_rest else (left,)
    is_measure = tokens[close - 1].low in _MEASURES and all(token.kind == "word" for token in tokens[place + 2 : close])
    if is_measure or content[0][1] - content[0][0] < 2 or not place + 2 < close < place + _LONGEST_SOURCE:
        return None
    return Found(content, source, cue)


def in_the_view_of(scene: Scene) -> Found | None:
    """What holds in somebody's view: In Lima's view, taxes will rise; in her opinion, taxes will rise."""
    view = in_view(scene.tokens)
    return None if view is None else Found((view.content,), view.source, view.cue)


def for_somebody(scene: Scene) -> Found | None:
    """What holds for an expert or for somebody who has spoken: For Lima, the matter is settled."""
    view = for_whom(scene.tokens, scene.speakers)
    return None if view is None else Found((view.content,), view.source, view.cue)


def quotation_and_author(scene: Scene) -> Found | None:
    """A quotation with its author behind a dash: “…” — Ana Lima."""
    tokens = scene.tokens
    place = next((n for n in range(1, min(4, len(tokens) - 1)) if tokens[n].low in DASHES), None)
    if place is None or any(token.kind != "quotation" for token in tokens[:place]):
        return None
    author = tokens[place + 1 :]
    if author[0].kind != "name" or len(author) > _LONGEST_AUTHOR or has_any_verb(author, len(author)):
        return None
    return Found(((0, place),), (place + 1, len(tokens)), (place, place + 1))


def as_somebody_says(scene: Scene) -> Found | None:
    """What holds as somebody has said: As Lima has said, taxes will rise."""
    tokens = scene.tokens
    if len(tokens) < 6 or tokens[0].low != "as":
        return None
    for reading in scene.readings:
        cue = reading.cue
        if "p" not in cue.verb.frames or cue.is_passive or cue.is_negated or cue.verb.form == "participle":
            continue
        if reading.subject is None or reading.subject[0] != 1 or len(tokens) - cue.end < 4:
            return None
        if tokens[cue.end].low != "," or any(token.kind == "quotation" for token in tokens[: cue.end]):
            return None
        return Found(((cue.end + 1, content_end(scene, cue.end + 1, cue)),), reading.subject, (cue.first, cue.end))
    return None


def name_and_colon(scene: Scene) -> Found | None:
    """A quotation behind a name and a colon: Lima: “…”."""
    tokens = scene.tokens
    colon = next((place for place in range(1, min(5, len(tokens))) if tokens[place].low == ":"), None)
    if colon is None or colon + 1 >= len(tokens) or any(token.kind != "name" for token in tokens[:colon]):
        return None
    if any(token.kind != "quotation" for token in tokens[colon + 1 :]):
        return None
    return Found(tuple((place, place + 1) for place in range(colon + 1, len(tokens))), (0, colon), (colon, colon + 1))


def headline_colon(scene: Scene) -> Found | None:
    """Who says what in a headline: Lima: Taxes will rise; Taxes will rise: Lima; Poll: Most want lower taxes."""
    tokens = scene.tokens
    colons = [place for place, token in enumerate(tokens) if token.low == ":"]
    if not scene.is_headline or len(colons) != 1:
        return None
    colon = colons[0]
    is_label = colon == 1 and tokens[0].low in _LABELS
    if (
        0 < colon <= _LONGEST_HEADLINE_SOURCE
        and not is_label
        and len(tokens) - colon > 3
        and _is_headline_source(tokens[:colon])
    ):
        return Found(((colon + 1, len(tokens)),), (0, colon), (colon, colon + 1))
    if 0 < len(tokens) - colon - 1 <= 3 and colon > 3 and _is_headline_source(tokens[colon + 1 :]):
        return Found(((0, colon),), (colon + 1, len(tokens)), (colon, colon + 1))
    return None


def _is_headline_source(tokens: Sequence[Token]) -> bool:
    if tokens[-1].low in _HEADLINE_SOURCES:
        return True
    return all(token.kind == "name" and token.low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS for token in tokens)


class CueRule(NamedTuple):
    """A rule about one cue: its name (the ``reason``), its family (the ``raw_label``), how sure it is, what it does."""

    name: str
    family: str
    score: float
    find: Callable[[Scene, Reading], Found | None]


class LineRule(NamedTuple):
    """A rule about a whole sentence; see `CueRule`."""

    name: str
    family: str
    score: float
    find: Callable[[Scene], Found | None]


LINE_RULES = (
    LineRule("according to", "according to", 0.95, according_to),
    LineRule("in the view of", "according to", 0.85, in_the_view_of),
    LineRule("for somebody", "according to", 0.75, for_somebody),
    LineRule("quotation and author", "quotation", 0.9, quotation_and_author),
    LineRule("as somebody says", "according to", 0.85, as_somebody_says),
    LineRule("name and colon", "quotation", 0.9, name_and_colon),
    LineRule("headline colon", "headline", 0.7, headline_colon),
)
CUE_RULES = (
    CueRule("quotation with cue", "quotation", 0.95, quotation_with_cue),
    CueRule("clause with cue", "parenthesis", 0.85, clause_with_cue),
    CueRule("that-clause", "content after cue", 0.9, that_clause),
    CueRule("quotation after cue", "quotation", 0.9, quotation_after_cue),
    CueRule("clause after cue", "content after cue", 0.85, clause_after_cue),
    CueRule("question clause", "content after cue", 0.7, question_clause),
    CueRule("intention", "intention", 0.7, intention),
    CueRule("judgement", "judgement", 0.7, judgement),
    CueRule("expectation", "expectation", 0.5, expectation),
)
RULES: tuple[LineRule | CueRule, ...] = (*LINE_RULES, *CUE_RULES)
